//! The earlier versions of a project: byte copies of its file as it was, in one folder beside it.
//!
//! They lie beside the project and not in the user's own folder, because a project on a shared drive is worked on by
//! several people, each of whom may need what another replaced; because what holds respondents' answers stays where
//! the same people may read it and the same rules remove it; and because they move with the project's folder.

use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::{Fingerprint, Kept, Retention};
use crate::base::atomic_file;
use crate::base::file_system::{FileSystem, folder_of};

/// What the folder of versions adds to the project's name.
const FOLDER: &str = "-versions";
/// How a version's time stands in its name, in UTC, so that it is the same for everybody.
const TIME: &str = "%Y-%m-%dT%H%M%S%.3fZ";
/// How much of the contents' fingerprint stands in a version's name.
const HASH_DIGITS: usize = 16;
/// The ending of a version.
const ENDING: &str = ".bellwether";

/// The versions of one project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions {
    folder: PathBuf,
}

/// An earlier version of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its file.
    pub path: PathBuf,
    /// When it was saved.
    pub saved: Timestamp,
    /// How large it is, in bytes.
    pub length: u64,
    /// The beginning of the fingerprint of its contents, as hexadecimal digits.
    pub hash: String,
}

impl Versions {
    /// Those of the project at `path`.
    pub fn of(path: &Path) -> Self {
        let mut folder = path.as_os_str().to_owned();
        folder.push(FOLDER);
        Self {
            folder: PathBuf::from(folder),
        }
    }

    /// Their folder, which need not be there.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether a file is a version of some project, by its place and name.
    pub fn is_version(path: &Path) -> bool {
        let folder = folder_of(path).file_name().unwrap_or_default();
        let named = folder.to_string_lossy().ends_with(FOLDER);
        named && named_parts(path).is_some()
    }

    /// The versions, latest first; none where there is no folder.
    ///
    /// # Errors
    /// Where the folder is there and cannot be read.
    pub fn list(&self, files: &dyn FileSystem) -> io::Result<Vec<Version>> {
        let paths = match files.list(&self.folder) {
            Ok(paths) => paths,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut versions: Vec<Version> = paths
            .into_iter()
            .filter_map(|path| {
                let (saved, hash) = named_parts(&path)?;
                let length = files.facts(&path).ok()?.length;
                Some(Version {
                    path,
                    saved,
                    length,
                    hash,
                })
            })
            .collect();
        versions.sort_by(|a, b| (b.saved, &b.path).cmp(&(a.saved, &a.path)));
        Ok(versions)
    }

    /// Keeps the file at `path`, which is as `fingerprint` says, as a version of the time at which it was saved.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn keep(
        &self,
        files: &dyn FileSystem,
        path: &Path,
        fingerprint: &Fingerprint,
        now: Timestamp,
    ) -> io::Result<()> {
        let saved = fingerprint
            .modified
            .and_then(|modified| Timestamp::try_from(modified).ok());
        self.place(files, fingerprint, saved.unwrap_or(now), |to| {
            atomic_file::copy_whole(files, path, to)
        })
    }

    /// Keeps the bytes of a project's file that is nowhere else, as a version of this moment.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn keep_bytes(
        &self,
        files: &dyn FileSystem,
        bytes: &[u8],
        now: Timestamp,
    ) -> io::Result<()> {
        let fingerprint = Fingerprint::of_bytes(bytes, None);
        self.place(files, &fingerprint, now, |to| {
            atomic_file::write_on(files, to, bytes, atomic_file::Backup::Discard)
        })
    }

    fn place(
        &self,
        files: &dyn FileSystem,
        fingerprint: &Fingerprint,
        saved: Timestamp,
        put: impl FnOnce(&Path) -> io::Result<()>,
    ) -> io::Result<()> {
        files.create_folder(&self.folder)?;
        let hash = short(fingerprint);
        // As exact as it stands in the name.
        let mut saved = Timestamp::from_millisecond(saved.as_millisecond()).unwrap_or(saved);
        if let Some(latest) = self.list(files)?.first() {
            if latest.hash == hash {
                return Ok(());
            }
            // Clocks of file systems tick in steps; what comes after stays after.
            let step = latest.saved.duration_since(saved);
            if !step.is_negative() && step < SignedDuration::from_secs(1) {
                let after = latest.saved.checked_add(SignedDuration::from_millis(1));
                // Nothing comes after the end of time, which anybody may give a file.
                saved = after.unwrap_or(latest.saved);
            }
        }
        let time = saved.strftime(TIME);
        let to = self.folder.join(format!("{time}-{hash}{ENDING}"));
        match files.facts(&to) {
            Ok(_) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => put(&to),
            Err(error) => Err(error),
        }
    }

    /// Removes the versions that have had their time. One that cannot be removed stays until the next time.
    pub fn thin(&self, files: &dyn FileSystem, rule: Retention, now: Timestamp) {
        atomic_file::remove_leftovers_in(files, &self.folder, now.into());
        let versions = self.list(files).unwrap_or_default();
        let kept: Vec<Kept> = versions
            .iter()
            .map(|version| Kept {
                saved: version.saved,
                length: version.length,
            })
            .collect();
        let stay = rule.stay(&kept, now, &TimeZone::system());
        for (version, stays) in versions.iter().zip(stay) {
            if !stays && let Err(error) = files.remove(&version.path) {
                tracing::debug!(%error, "an old version could not be removed");
            }
        }
    }
}

impl Version {
    /// Whether it holds the same as a file did.
    pub fn is_of(&self, fingerprint: &Fingerprint) -> bool {
        self.hash == short(fingerprint)
    }
}

fn short(fingerprint: &Fingerprint) -> String {
    let hash = fingerprint.hash.to_hex();
    hash.chars().take(HASH_DIGITS).collect()
}

/// The time and the fingerprint in a version's name; `None` where it is no version's.
fn named_parts(path: &Path) -> Option<(Timestamp, String)> {
    let name = path.file_name()?.to_str()?.strip_suffix(ENDING)?;
    let (time, hash) = name.split_once("Z-")?;
    let is_hash = hash.len() == HASH_DIGITS && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    let time = DateTime::strptime("%Y-%m-%dT%H%M%S%.f", time).ok()?;
    let saved = TimeZone::UTC.to_timestamp(time).ok()?;
    is_hash.then(|| (saved, hash.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::file_system::Disk;

    #[test]
    fn versions_are_kept_once_and_nothing_else_is_taken_for_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("panel.bellwether");
        let versions = Versions::of(&path);
        assert!(versions.list(&Disk).unwrap().is_empty());
        let first: Timestamp = "2026-03-20T17:30:00Z".parse().unwrap();
        let later: Timestamp = "2026-03-21T09:00:00Z".parse().unwrap();
        versions.keep_bytes(&Disk, b"one", first).unwrap();
        versions.keep_bytes(&Disk, b"one", later).unwrap();
        versions.keep_bytes(&Disk, b"two", later).unwrap();
        let stray = versions.folder().join("notes.bellwether");
        atomic_file::write(&stray, b"x", atomic_file::Backup::Discard).unwrap();
        let listed = versions.list(&Disk).unwrap();
        let times: Vec<Timestamp> = listed.iter().map(|version| version.saved).collect();
        assert_eq!(times, [later, first]);
        assert!(Versions::is_version(&listed[0].path));
        assert!(!Versions::is_version(&stray) && !Versions::is_version(&path));
        let none = Retention {
            latest: 0,
            days: 0,
            bytes: 0,
        };
        versions.thin(&Disk, none, later + SignedDuration::from_hours(500));
        assert!(versions.list(&Disk).unwrap().is_empty());
        assert!(stray.exists(), "what is not ours stays");
    }

    #[test]
    fn files_of_the_end_of_time_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let versions = Versions::of(&folder.path().join("panel.bellwether"));
        for contents in [b"one", b"two"] {
            versions
                .keep_bytes(&Disk, contents, Timestamp::MAX)
                .unwrap();
        }
        assert_eq!(versions.list(&Disk).unwrap().len(), 2);
    }
}
