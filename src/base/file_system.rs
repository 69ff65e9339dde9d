//! The operations of the file system that writing files safely is made of, each by itself, so that a test can
//! let any of them fail, or end the program at it.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

/// What the file system says of a file without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileFacts {
    /// Its length, in bytes.
    pub length: u64,
    /// When it was written last, where the file system knows.
    pub modified: Option<SystemTime>,
    /// Whether it is marked as not to be written.
    pub is_read_only: bool,
}

/// A file that is being made.
pub trait NewFile {
    /// Writes all of `contents` at its end.
    ///
    /// # Errors
    /// Whatever the file system says; part of the contents may have been written.
    fn write(&mut self, contents: &[u8]) -> io::Result<()>;

    /// Waits until what was written is on the disk.
    ///
    /// # Errors
    /// Whatever the file system says; what is on the disk is not known then.
    fn sync(&mut self) -> io::Result<()>;
}

/// A file system. Paths are those of [`std::fs`], and so are the errors.
pub trait FileSystem {
    /// Makes a file that is not there yet, readable by whom any new file is.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;
    /// A file's contents.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// A file's contents piece by piece, so that the largest needs no more memory than the smallest; in one piece where
    /// the file system does not override this.
    fn read_by(&self, path: &Path, take: &mut dyn FnMut(&[u8])) -> io::Result<()> {
        take(&self.read(path)?);
        Ok(())
    }
    /// The first bytes of a file's contents, at most so many.
    fn read_head(&self, path: &Path, bytes: u64) -> io::Result<Vec<u8>>;
    /// What is known of a file without reading it.
    fn facts(&self, path: &Path) -> io::Result<FileFacts>;
    /// Lets the same people read and write `to` as `from`.
    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives a file a second name; not every file system can.
    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives a file another name, in place of the file that has it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Makes a folder where it is not there yet.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// The files of a folder.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;
    /// Makes the names in a folder durable.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Where a file really is: behind a link that stands for it.
    fn resolve(&self, path: &Path) -> PathBuf;
    /// Waits before something is tried again.
    fn wait(&self, time: Duration);
}

/// Whether two paths lead to one file, or would once it is there.
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    let whole = |path| fs::canonicalize(path).or_else(|_| std::path::absolute(path));
    matches!((whole(one), whole(other)), (Ok(one), Ok(other)) if one == other)
}

/// Makes a folder where it is not there yet, for its owner alone where the system tells owners apart.
///
/// # Errors
/// Where it cannot be made.
pub fn create_private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(path)
}

/// How many bytes are read at once.
const PIECE: usize = 64 * 1024;

/// The file system of this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl NewFile for fs::File {
    fn write(&mut self, contents: &[u8]) -> io::Result<()> {
        self.write_all(contents)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}

impl FileSystem for Disk {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let file = fs::File::create_new(path)?;
        Ok(Box::new(file))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn read_by(&self, path: &Path, take: &mut dyn FnMut(&[u8])) -> io::Result<()> {
        let mut file = fs::File::open(path)?;
        let mut piece = vec![0; PIECE];
        loop {
            match file.read(&mut piece) {
                Ok(0) => return Ok(()),
                Ok(bytes) => take(piece.get(..bytes).unwrap_or_default()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn read_head(&self, path: &Path, bytes: u64) -> io::Result<Vec<u8>> {
        let mut head = Vec::new();
        fs::File::open(path)?.take(bytes).read_to_end(&mut head)?;
        Ok(head)
    }

    fn facts(&self, path: &Path) -> io::Result<FileFacts> {
        let known = fs::metadata(path)?;
        Ok(FileFacts {
            length: known.len(),
            modified: known.modified().ok(),
            is_read_only: known.permissions().readonly(),
        })
    }

    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::set_permissions(to, fs::metadata(from)?.permissions())
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        fs::read_dir(folder)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect()
    }

    /// Windows opens no folders as files, and writes their names by itself.
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if cfg!(windows) {
            return Ok(());
        }
        fs::File::open(folder)?.sync_all()
    }

    fn resolve(&self, path: &Path) -> PathBuf {
        let is_link = fs::symlink_metadata(path).is_ok_and(|known| known.is_symlink());
        let real = is_link.then(|| fs::canonicalize(path).ok()).flatten();
        real.unwrap_or_else(|| path.to_owned())
    }

    fn wait(&self, time: Duration) {
        thread::sleep(time);
    }
}

/// The folder that a file lies in; the current one for a bare name.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}
