//! The interface, worked by accessible names and drawn on the processor: no window, no graphics card.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says where, and writes what it likes"
)]

mod brand;
mod breaks;
mod change_table;
mod chart_menu;
mod concerns;
mod damaged;
mod dictionary;
mod districts;
mod dropping;
mod events;
mod everyone;
mod exploring;
mod fixture;
mod flows;
mod groups;
mod harm;
mod helping;
mod importing;
mod kit;
mod maps;
mod matrix;
mod own_groups;
mod presenting;
mod priority;
mod publishing;
mod rasteriser;
mod recovery;
mod refresh;
mod renderer;
#[path = "../chart/respondents.rs"]
mod respondents;
mod safeguards;
mod saving;
mod scorecard;
mod sharing;
mod source_rows;
mod stories;
mod survey_tabs;
mod window;
