//! Offences ranked three times, side by side: by number, by harm, by concern, a line from column to column for
//! each.

mod layout;
mod model;

pub use model::{HarmColumn, HarmEntry, HarmModel, HarmRowModel, MoveModel};
