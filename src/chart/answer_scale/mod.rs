//! The whole scale of answers as bars of 100% that part at the middle: those on the positive side to the
//! right, the contrary to the left, those of no side apart.

mod layout;
mod model;

pub(super) use layout::{colours, from_left};
pub use model::{ScaleChart, ScaleRow, ScaleSegment};
