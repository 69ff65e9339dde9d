//! What is kept between starts, and its file. Knows nothing of the window.

use std::path::PathBuf;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::app::run::RendererChoice;
use crate::data::SourceId;
use crate::words::Language;

/// What is kept between starts.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// Recent projects, latest first.
    pub recent: Vec<Recent>,
    /// Whether the dark look was chosen.
    pub is_dark: bool,
    /// The zoom of the whole window; 1 is ordinary.
    pub zoom: f32,
    /// Whether nothing is to slide or fade; `None` is as the system says.
    pub less_motion: Option<bool>,
    /// Whether contrast is to be high; `None` is as the system says.
    pub high_contrast: Option<bool>,
    /// The renderer that drew the window last.
    pub renderer: Option<RendererChoice>,
    /// The language that was chosen; `None` is that of the system.
    pub language: Option<Language>,
    /// Where workbooks were imported from, latest first.
    pub workbooks: Vec<WorkbookPlace>,
}

/// Where a workbook was imported from. It is kept here and not with projects, which are passed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkbookPlace {
    /// Its fingerprint.
    pub source: SourceId,
    /// Its file.
    pub path: PathBuf,
}

/// A project that was open before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Its file.
    pub path: PathBuf,
    /// When it was last opened or saved.
    pub at: Timestamp,
}

impl Default for Kept {
    fn default() -> Self {
        Self {
            recent: Vec::new(),
            is_dark: false,
            zoom: 1.0,
            less_motion: None,
            high_contrast: None,
            renderer: None,
            language: None,
            workbooks: Vec::new(),
        }
    }
}

impl Kept {
    /// What a file says; `None` where it is damaged. A zoom at which nothing could be read is the ordinary one.
    pub fn parse(text: &str) -> Option<Self> {
        let mut kept: Self = ron::from_str(text).ok()?;
        if !(0.5..=3.0).contains(&kept.zoom) {
            kept.zoom = 1.0;
        }
        Some(kept)
    }

    /// The text of the file.
    ///
    /// # Errors
    /// Where a path has no form as text.
    pub fn to_text(&self) -> Result<String, ron::Error> {
        ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default())
    }
}
