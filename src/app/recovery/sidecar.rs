//! What is noted of a recovery file.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

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
    /// The fingerprint of the project's file as it was opened or saved last, where that is known.
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
            computer: computer(),
            fingerprint,
        }
    }
}

/// The name of this computer; empty where the system does not tell.
fn computer() -> String {
    let named = ["COMPUTERNAME", "HOSTNAME"].into_iter();
    let mut named = named.filter_map(|variable| std::env::var(variable).ok());
    let from_file = || fs::read_to_string("/etc/hostname").ok();
    let name = named.find(|name| !name.is_empty()).or_else(from_file);
    name.map(|name| name.trim().to_owned()).unwrap_or_default()
}

/// The fingerprint of a file's bytes: BLAKE3, in hexadecimal.
///
/// # Errors
/// Whatever the file system says.
pub fn fingerprint(path: &Path) -> io::Result<String> {
    /// How much is read at a time.
    const PART: usize = 1 << 16;
    let mut file = fs::File::open(path)?;
    let mut hasher = blake3::Hasher::new();
    let mut part = vec![0; PART];
    loop {
        let length = file.read(&mut part)?;
        if length == 0 {
            return Ok(hasher.finalize().to_hex().to_string());
        }
        hasher.update(part.get(..length).unwrap_or_default());
    }
}
