//! What a run notes of itself.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::RendererChoice;

/// How far a run came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// It has not opened a window yet.
    Beginning,
    /// It tries to draw its window.
    Trying(RendererChoice),
    /// Its window was drawn.
    Running(RendererChoice),
}

/// What a run notes of itself, for the start after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marker {
    /// The version of the program.
    pub version: String,
    /// Its process.
    pub process: u32,
    /// When it began.
    pub began: Timestamp,
    /// How far it came.
    pub stage: Stage,
    /// What draws its window, in words; empty until that is known.
    #[serde(default)]
    pub renderer: String,
}

impl Marker {
    /// The marker of this process, which begins now.
    pub fn now() -> Self {
        Self {
            version: String::from(env!("CARGO_PKG_VERSION")),
            process: std::process::id(),
            began: Timestamp::now(),
            stage: Stage::Beginning,
            renderer: String::new(),
        }
    }

    /// The renderer with which it came to grief before anything was drawn.
    pub const fn failed_renderer(&self) -> Option<RendererChoice> {
        match self.stage {
            Stage::Trying(renderer) => Some(renderer),
            Stage::Beginning | Stage::Running(_) => None,
        }
    }
}
