//! The interface, worked by accessible names and drawn on the processor: no window, no graphics card.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says where, and writes what it likes"
)]

mod dictionary;
mod dropping;
mod exploring;
mod fixture;
mod flows;
mod importing;
mod kit;
mod rasteriser;
mod refresh;
mod renderer;
#[path = "../chart/respondents.rs"]
mod respondents;
mod survey_tabs;
mod window;
