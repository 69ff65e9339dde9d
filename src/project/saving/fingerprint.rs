//! What a file held when it was read or saved, to know whether somebody changed it since.

use std::io;
use std::path::Path;
use std::time::SystemTime;

use crate::base::file_system::FileSystem;

/// What a file held at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// Its length, in bytes.
    pub length: u64,
    /// When it was written, where the file system knows.
    pub modified: Option<SystemTime>,
    /// BLAKE3 of its contents.
    pub hash: blake3::Hash,
}

impl Fingerprint {
    /// Of contents that were written at a time.
    pub fn of_bytes(bytes: &[u8], modified: Option<SystemTime>) -> Self {
        Self {
            length: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            modified,
            hash: blake3::hash(bytes),
        }
    }

    /// Of the file at `path`; `None` where there is none.
    ///
    /// # Errors
    /// Whatever else the file system says.
    pub fn of_file(files: &dyn FileSystem, path: &Path) -> io::Result<Option<Self>> {
        // The time first: what is written in between has another.
        let modified = match files.facts(path) {
            Ok(facts) => facts.modified,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let (mut length, mut hasher) = (0_u64, blake3::Hasher::new());
        let read = files.read_by(path, &mut |piece| {
            length = length.saturating_add(u64::try_from(piece.len()).unwrap_or(u64::MAX));
            hasher.update(piece);
        });
        match read {
            Ok(()) => Ok(Some(Self {
                length,
                modified,
                hash: hasher.finalize(),
            })),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Whether both are of the same contents, whenever they were written.
    pub fn has_contents_of(&self, other: &Self) -> bool {
        self.hash == other.hash
    }

    /// What the file at `path` holds, where that is something else; a file that looks as it did, by its length and
    /// its time, is not read. `None` also where it cannot be looked at now.
    pub fn changed(&self, files: &dyn FileSystem, path: &Path) -> Option<Self> {
        let facts = files.facts(path).ok()?;
        if facts.length == self.length && facts.modified == self.modified {
            return None;
        }
        let now = Self::of_file(files, path).ok()??;
        (!now.has_contents_of(self)).then_some(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::atomic_file::{self, Backup};
    use crate::base::file_system::Disk;

    #[test]
    fn a_file_is_known_by_all_of_its_pieces() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("panel.bellwether");
        let bytes: Vec<u8> = (0..300_000_u32).flat_map(u32::to_le_bytes).collect();
        atomic_file::write(&path, &bytes, Backup::Discard).unwrap();
        let found = Fingerprint::of_file(&Disk, &path).unwrap().unwrap();
        assert_eq!(found, Fingerprint::of_bytes(&bytes, found.modified));
    }
}
