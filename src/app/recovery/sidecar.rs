//! What is noted of a recovery file.

use std::path::PathBuf;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::project::saving::Holder;

/// What is noted of a recovery file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sidecar {
    /// The project's name.
    pub name: String,
    /// Its file; `None` where it was never saved.
    pub path: Option<PathBuf>,
    /// When the work was kept.
    pub at: Timestamp,
    /// The process that kept it.
    pub process: u32,
    /// The computer.
    pub computer: String,
    /// The fingerprint of the project's file as it was opened or saved last, where that is known: BLAKE3, in
    /// hexadecimal.
    #[serde(default)]
    pub fingerprint: Option<String>,
}

impl Sidecar {
    /// What is noted now.
    pub fn now(name: String, path: Option<PathBuf>, fingerprint: Option<String>) -> Self {
        Self {
            name,
            path,
            at: Timestamp::now(),
            process: std::process::id(),
            computer: Holder::me().computer,
            fingerprint,
        }
    }
}
