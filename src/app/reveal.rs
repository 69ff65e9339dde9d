//! A file shown in its folder, in the program that the desktop has for folders.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

/// Shows a file in its folder, or a folder itself.
///
/// # Errors
/// Where the desktop has no program for folders.
pub fn show_in_folder(path: &Path) -> io::Result<()> {
    let (program, arguments) = asked(std::env::consts::OS, path, path.is_dir());
    // Explorer says that it failed even when it has not; only that it could be started counts.
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .map(|_status| ())
}

/// The program of a system, and what it is asked for.
fn asked(system: &str, path: &Path, is_folder: bool) -> (&'static str, Vec<OsString>) {
    let itself = || path.as_os_str().to_owned();
    match (system, is_folder) {
        ("windows", true) => ("explorer", vec![itself()]),
        // Explorer understands quotation marks around the path, not around both, which blanks in it would call for.
        ("windows", false) => ("explorer", vec![OsString::from("/select,"), itself()]),
        ("macos", true) => ("open", vec![itself()]),
        ("macos", false) => ("open", vec![OsString::from("-R"), itself()]),
        (_, true) => ("xdg-open", vec![itself()]),
        (_, false) => {
            let folder = path.parent().unwrap_or(path);
            ("xdg-open", vec![folder.as_os_str().to_owned()])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_system_is_asked_in_its_own_way() {
        let path = Path::new("/papers/panel.pptx");
        let words = |system: &str, is_folder: bool| {
            let (program, arguments) = asked(system, path, is_folder);
            let all = arguments.iter().map(|held| held.to_string_lossy());
            format!("{program} {}", all.collect::<Vec<_>>().join(" "))
        };
        assert_eq!(
            words("windows", false),
            "explorer /select, /papers/panel.pptx"
        );
        assert_eq!(words("macos", false), "open -R /papers/panel.pptx");
        assert_eq!(words("linux", false), "xdg-open /papers");
        assert_eq!(words("linux", true), "xdg-open /papers/panel.pptx");
    }
}
