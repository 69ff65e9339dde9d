//! Writing a file so that a crash, a full disk or a lost network drive leaves either the old file or the
//! new one, never half of each.
//!
//! The new contents go to a file of their own, which is flushed to the disk and then takes the name. The file that
//! was there before gets its second name first and its place as `.bak` last, so that at every moment the name leads
//! to a whole file, and so does `.bak` where it did before.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::file_system::{Disk, FileSystem, folder_of};

/// The waits before a name that another program keeps is tried again, in milliseconds: virus scanners, indexers and
/// previews let go within a moment.
const PATIENCE_MS: [u64; 8] = [10, 20, 40, 80, 160, 320, 640, 1280];

/// What the names of files begin with that are not whole yet.
const SCRATCH: &str = ".bellwether-";

/// What is left of a save that never ended is removed after this time, when it can be nobody's any more.
const LEFT_BEHIND: Duration = Duration::from_hours(1);

/// Whether the file that was there before is kept beside the new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backup {
    /// The previous file stays under its name with `.bak` appended.
    Keep,
    /// The previous file is replaced.
    Discard,
}

/// A file that may not be written, by its own mark.
#[derive(Debug, thiserror::Error)]
#[error("the file is marked read-only")]
pub struct MarkedReadOnly;

/// Writes `contents` to a file of its own in the folder of `path`, flushes it to the disk and renames it.
///
/// # Errors
/// Whatever the file system says, and [`MarkedReadOnly`]; the file at `path` is then as it was.
pub fn write(path: &Path, contents: &[u8], backup: Backup) -> io::Result<()> {
    write_on(&Disk, path, contents, backup)
}

/// The same on a file system.
///
/// # Errors
/// As for [`write()`].
pub fn write_on(
    files: &dyn FileSystem,
    path: &Path,
    contents: &[u8],
    backup: Backup,
) -> io::Result<()> {
    let path = &files.resolve(path);
    let existing = match files.facts(path) {
        Ok(facts) => Some(facts),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    if existing.is_some_and(|facts| facts.is_read_only) {
        let kind = io::ErrorKind::PermissionDenied;
        return Err(io::Error::new(kind, MarkedReadOnly));
    }
    let new = Scratch::of(files, path, contents)?;
    let mut previous = None;
    if existing.is_some() {
        files.copy_permissions(path, &new.path)?;
        if backup == Backup::Keep {
            previous = Some(second_name(files, path)?);
        }
    }
    new.take_name(path)?;
    sync_folder(files, folder_of(path));
    if let Some(previous) = previous
        && let Err(error) = previous.take_name(&backup_path(path))
    {
        // The new file is whole and in its place, and what was kept before is kept still.
        tracing::warn!(%error, "the file before could not be kept as .bak");
    }
    Ok(())
}

/// The name under which the previous version of `path` is kept.
pub fn backup_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".bak");
    PathBuf::from(name)
}

/// Copies a file to a name that is not taken yet, whole or not at all: by a second name where the file system has
/// those, since no file of ours is ever changed in its place.
///
/// # Errors
/// Whatever the file system says; there is nothing at `to` then.
pub fn copy_whole(files: &dyn FileSystem, from: &Path, to: &Path) -> io::Result<()> {
    if files.hard_link(from, to).is_ok() {
        return Ok(());
    }
    let contents = files.read(from)?;
    Scratch::of(files, to, &contents)?.take_name(to)
}

/// Removes what saves of `path` left that were cut off long ago.
pub fn remove_leftovers(files: &dyn FileSystem, path: &Path, now: SystemTime) {
    let path = &files.resolve(path);
    remove_old(files, folder_of(path), &scratch_prefix(path), now);
}

/// Removes what saves of any file in a folder left that were cut off long ago.
pub fn remove_leftovers_in(files: &dyn FileSystem, folder: &Path, now: SystemTime) {
    remove_old(files, folder, SCRATCH, now);
}

fn remove_old(files: &dyn FileSystem, folder: &Path, prefix: &str, now: SystemTime) {
    for left in files.list(folder).unwrap_or_default() {
        let is_ours = left
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with(prefix));
        let is_old = |left: &Path| {
            let modified = files.facts(left).ok().and_then(|facts| facts.modified);
            modified
                .and_then(|modified| now.duration_since(modified).ok())
                .is_some_and(|age| age > LEFT_BEHIND)
        };
        if is_ours
            && is_old(&left)
            && let Err(error) = files.remove(&left)
        {
            tracing::debug!(%error, "what a save left could not be removed");
        }
    }
}

/// Whether another program keeps a file from being replaced or read, as Windows lets it.
pub fn is_in_use(error: &io::Error) -> bool {
    let kinds = [
        io::ErrorKind::ResourceBusy,
        io::ErrorKind::ExecutableFileBusy,
    ];
    // A sharing violation and a lock violation have no kind of their own.
    let codes = if cfg!(windows) {
        [Some(32), Some(33)]
    } else {
        [None, None]
    };
    kinds.contains(&error.kind())
        || codes
            .iter()
            .any(|code| code.is_some() && *code == error.raw_os_error())
}

/// A file under a name that nobody looks for, which is removed unless it gets its real one.
struct Scratch<'a> {
    files: &'a dyn FileSystem,
    path: PathBuf,
    is_placed: bool,
}

impl<'a> Scratch<'a> {
    /// A name for a file that will be at `path`.
    fn name(files: &'a dyn FileSystem, path: &Path) -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let name = format!(
            "{}{:x}-{:x}-{}.tmp",
            scratch_prefix(path),
            std::process::id(),
            now.map_or(0, |since| since.as_nanos()),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        Self {
            files,
            path: folder_of(path).join(name),
            is_placed: false,
        }
    }

    /// A file with these contents, on the disk.
    fn of(files: &'a dyn FileSystem, path: &Path, contents: &[u8]) -> io::Result<Self> {
        let scratch = Self::name(files, path);
        let mut file = match files.create_new(&scratch.path) {
            Ok(file) => file,
            Err(error) => {
                // What has that name is not ours.
                scratch.leave();
                return Err(error);
            }
        };
        file.write(contents)?;
        file.sync()?;
        Ok(scratch)
    }

    /// Takes the place of whatever is at `path`; waits for a moment where another program keeps that.
    fn take_name(mut self, path: &Path) -> io::Result<()> {
        let mut waits = PATIENCE_MS.into_iter();
        loop {
            match self.files.rename(&self.path, path) {
                Ok(()) => {
                    self.is_placed = true;
                    return Ok(());
                }
                Err(error) => {
                    // Windows says "access denied" of a file that is open elsewhere, too.
                    let may_pass = is_in_use(&error)
                        || (cfg!(windows) && error.kind() == io::ErrorKind::PermissionDenied);
                    match waits.next().filter(|_| may_pass) {
                        Some(wait) => self.files.wait(Duration::from_millis(wait)),
                        None => return Err(error),
                    }
                }
            }
        }
    }

    fn leave(mut self) {
        self.is_placed = true;
    }
}

impl Drop for Scratch<'_> {
    fn drop(&mut self) {
        if !self.is_placed
            && let Err(error) = self.files.remove(&self.path)
        {
            tracing::debug!(%error, "a file that was not finished could not be removed");
        }
    }
}

/// What the unfinished files of a path begin with; short, since the path's own name may be as long as can be.
fn scratch_prefix(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    let hash = blake3::hash(name.as_encoded_bytes()).to_hex();
    let short: String = hash.chars().take(8).collect();
    format!("{SCRATCH}{short}-")
}

/// A second name for the file at `path`, or a copy where the file system has no second names.
fn second_name<'a>(files: &'a dyn FileSystem, path: &Path) -> io::Result<Scratch<'a>> {
    let scratch = Scratch::name(files, path);
    if files.hard_link(path, &scratch.path).is_ok() {
        return Ok(scratch);
    }
    scratch.leave();
    let contents = files.read(path)?;
    let copy = Scratch::of(files, path, &contents)?;
    files.copy_permissions(path, &copy.path)?;
    Ok(copy)
}

/// Makes the rename itself durable where folders can be flushed; a failure here loses nothing that was there before.
fn sync_folder(files: &dyn FileSystem, folder: &Path) {
    if let Err(error) = files.sync_folder(folder) {
        tracing::debug!(%error, "the folder could not be flushed");
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

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

    #[test]
    fn a_file_marked_read_only_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.bellwether");
        write(&path, b"one", Backup::Keep).unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        let error = write(&path, b"two", Backup::Keep).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::PermissionDenied);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn what_a_link_stands_for_is_written_and_the_link_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        write(&real, b"one", Backup::Keep).unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        write(&link, b"two", Backup::Keep).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"two");
    }

    #[test]
    fn what_was_left_long_ago_is_removed_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.bellwether");
        write(&path, b"one", Backup::Keep).unwrap();
        let left = Scratch::of(&Disk, &path, b"half").unwrap();
        let other = Scratch::of(&Disk, &folder.path().join("b"), b"half").unwrap();
        let (left_at, other_at) = (left.path.clone(), other.path.clone());
        left.leave();
        other.leave();
        let now = SystemTime::now();
        remove_leftovers(&Disk, &path, now);
        assert!(left_at.exists(), "somebody may be writing it");
        remove_leftovers(&Disk, &path, now + 2 * LEFT_BEHIND);
        assert!(!left_at.exists());
        assert!(other_at.exists() && path.exists());
    }
}
