//! Writing a file so that a crash, a full disk or a lost network drive leaves either the old file or the
//! new one, never half of each.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// Whether the file that was there before is kept beside the new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backup {
    /// The previous file stays under its name with `.bak` appended.
    Keep,
    /// The previous file is replaced.
    Discard,
}

/// Writes `contents` to a temporary file in the folder of `path`, flushes it to the disk and renames it.
///
/// # Errors
/// Whatever the file system says; the file at `path` is then as it was.
pub fn write(path: &Path, contents: &[u8], backup: Backup) -> io::Result<()> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let mut temporary = temporary_in(folder)?;
    temporary.write_all(contents)?;
    temporary.as_file().sync_all()?;
    if let Ok(existing) = fs::metadata(path) {
        fs::set_permissions(temporary.path(), existing.permissions())?;
        if backup == Backup::Keep {
            keep_previous(path)?;
        }
    }
    temporary.persist(path).map_err(|failed| failed.error)?;
    sync_folder(folder);
    Ok(())
}

/// A temporary file with the permissions of any new file, not the closed ones of temporary files.
fn temporary_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".bellwether-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // The system takes away what the user's mask takes away.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// The name under which the previous version of `path` is kept.
pub fn backup_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".bak");
    PathBuf::from(name)
}

/// Links the current file to its backup name, or copies it where the file system has no links, so that
/// at no moment is there no file at `path`.
fn keep_previous(path: &Path) -> io::Result<()> {
    let backup = backup_path(path);
    match fs::remove_file(&backup) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    if fs::hard_link(path, &backup).is_err() {
        fs::copy(path, &backup)?;
    }
    Ok(())
}

/// Makes the rename itself durable where folders can be flushed (not on Windows, where they cannot be
/// opened); a failure here loses nothing that was there before.
fn sync_folder(folder: &Path) {
    if let Ok(handle) = fs::File::open(folder)
        && let Err(error) = handle.sync_all()
    {
        tracing::debug!(%error, "the folder could not be flushed");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_previous_version_stays_beside_the_new_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.bellwether");
        write(&path, b"one", Backup::Keep).unwrap();
        assert!(!backup_path(&path).exists(), "there was nothing to keep");
        write(&path, b"two", Backup::Keep).unwrap();
        write(&path, b"three", Backup::Keep).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"three");
        assert_eq!(fs::read(backup_path(&path)).unwrap(), b"two");
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            2,
            "no temporary file is left"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_new_file_can_be_read_by_whom_any_new_file_can() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (ours, plain) = (folder.path().join("ours"), folder.path().join("plain"));
        write(&ours, b"x", Backup::Keep).unwrap();
        fs::File::create(&plain).unwrap();
        let mode = |path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(ours), mode(plain));
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error_and_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write(&folder.path().join("no/a"), b"x", Backup::Keep).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
