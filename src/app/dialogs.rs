//! Whether this computer can show a file dialog at all. Windows and macOS always can; a Linux desktop
//! needs a portal or zenity, and without either a dialog would just never appear.

use std::path::{Path, PathBuf};

/// Why no file can be asked for.
#[derive(Debug, thiserror::Error)]
pub enum DialogError {
    /// Nothing on this computer shows file dialogs.
    #[error(
        "This desktop has no program that shows file dialogs. Install “xdg-desktop-portal” with the portal of your \
         desktop, or “zenity”. Until then, workbooks and projects can be dropped onto this window, or named on the \
         command line: bellwether return.xlsx"
    )]
    NoneHere,
    /// The system gave no thread to wait for the dialog with.
    #[error("No background work could be started: {0}")]
    NoThread(#[from] std::io::Error),
}

/// Checks that a dialog would appear.
///
/// # Errors
/// [`DialogError::NoneHere`] on a desktop without a portal and without zenity.
pub fn check() -> Result<(), DialogError> {
    if !cfg!(all(unix, not(target_os = "macos"))) {
        return Ok(());
    }
    let folders = |name: &str| -> Vec<PathBuf> {
        std::env::var_os(name)
            .map(|value| std::env::split_paths(&value).collect())
            .unwrap_or_default()
    };
    let mut data = folders("XDG_DATA_DIRS");
    data.extend(["/usr/local/share", "/usr/share"].map(PathBuf::from));
    let has_bus = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
        || std::env::var_os("XDG_RUNTIME_DIR")
            .is_some_and(|folder| Path::new(&folder).join("bus").exists());
    if can_show(&folders("PATH"), &data, has_bus) {
        Ok(())
    } else {
        Err(DialogError::NoneHere)
    }
}

/// Says something in a box of the system, as far as it has one, and waits until it is read: for what happens before
/// there is a window.
#[expect(
    clippy::disallowed_methods,
    reason = "there is no window yet that could freeze"
)]
pub fn show_message(title: &str, text: &str) {
    if check().is_ok() {
        rfd::MessageDialog::new()
            .set_level(rfd::MessageLevel::Error)
            .set_title(title)
            .set_description(text)
            .show();
    }
}

/// zenity in one of the folders of programs, or a bus that knows of a portal.
fn can_show(programs: &[PathBuf], data: &[PathBuf], has_bus: bool) -> bool {
    let has_zenity = programs
        .iter()
        .any(|folder| folder.join("zenity").is_file());
    let portal = "dbus-1/services/org.freedesktop.portal.Desktop.service";
    let has_portal = has_bus && data.iter().any(|folder| folder.join(portal).is_file());
    has_zenity || has_portal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portal_needs_a_bus_and_zenity_needs_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().to_owned();
        let (programs, data) = (vec![root.join("bin")], vec![root.join("share")]);
        assert!(!can_show(&programs, &data, true), "nothing is installed");
        let services = root.join("share/dbus-1/services");
        std::fs::create_dir_all(&services).unwrap();
        let service = services.join("org.freedesktop.portal.Desktop.service");
        crate::base::atomic_file::write(&service, b"", crate::base::atomic_file::Backup::Discard)
            .unwrap();
        assert!(can_show(&programs, &data, true));
        assert!(!can_show(&programs, &data, false));
        std::fs::create_dir_all(root.join("bin")).unwrap();
        let zenity = root.join("bin/zenity");
        crate::base::atomic_file::write(&zenity, b"", crate::base::atomic_file::Backup::Discard)
            .unwrap();
        assert!(can_show(&programs, &data, false));
    }
}
