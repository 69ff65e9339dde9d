//! Everything that is drawn in the window. `kit` holds the house widgets, which know nothing of the field;
//! `offscreen` draws the same widgets into a picture without a window.

pub mod action;
pub mod brand;
pub mod chart_look;
pub mod chart_node;
pub mod command;
pub mod crash;
mod data_words;
pub mod dictionary;
pub mod explore;
pub mod findings;
pub mod fonts;
pub mod help;
pub mod import;
pub mod kit;
pub mod offscreen;
pub mod present;
pub mod publish;
pub mod recovery;
pub mod refresh;
pub mod safeguard;
pub mod saving;
pub mod scene_painter;
pub mod shortcuts;
pub mod story;
mod style;
pub mod tokens;
pub mod top_bar;
pub mod values;
pub mod welcome;

pub use style::reduce_motion;
pub use tokens::{DesignTokens, Look, apply, tokens};

/// Prepares a context: the typeface, and the look.
pub fn set_up(ctx: &egui::Context, look: impl Into<Look>) {
    fonts::install(ctx);
    apply(ctx, look);
}
