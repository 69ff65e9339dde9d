//! Runs the program.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What came of a run.
pub struct Run {
    /// The exit code.
    pub code: i32,
    /// What was printed.
    pub out: String,
    /// What was said of errors.
    pub err: String,
}

/// Runs the program with arguments, without a display.
pub fn bellwether<S: AsRef<OsStr>>(arguments: &[S]) -> Run {
    // A folder that is not there: whatever the user remembers is no matter of the tests.
    bellwether_with_layouts(arguments, Path::new("no-layouts"))
}

/// Runs the program with the user's layouts in a folder.
pub fn bellwether_with_layouts<S: AsRef<OsStr>>(arguments: &[S], layouts: &Path) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_bellwether"))
        .args(arguments)
        .env("BELLWETHER_LAYOUTS", layouts)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A sample workbook or the example project.
pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data")
        .join(name)
}

/// A path as an argument.
pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
