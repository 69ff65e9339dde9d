//! A file system of names and times alone, on which nothing fails and nothing is ever written to a disk.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::base::file_system::{FileFacts, FileSystem, NewFile};

/// The files, by their names.
#[derive(Default)]
pub struct Shelf {
    files: RefCell<BTreeMap<PathBuf, FileFacts>>,
}

impl Shelf {
    /// Puts an empty file there that was written at a time.
    pub fn put(&self, path: &Path, modified: Option<SystemTime>) {
        let facts = FileFacts {
            length: 0,
            modified,
            is_read_only: false,
        };
        self.files.borrow_mut().insert(path.to_owned(), facts);
    }

    /// The files that are there.
    pub fn paths(&self) -> Vec<PathBuf> {
        self.files.borrow().keys().cloned().collect()
    }

    fn taken(&self, path: &Path) -> io::Result<FileFacts> {
        let taken = self.files.borrow_mut().remove(path);
        taken.ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

/// A file whose contents nobody asks for.
struct Unread;

impl NewFile for Unread {
    fn write(&mut self, _contents: &[u8]) -> io::Result<()> {
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl FileSystem for Shelf {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        self.put(path, None);
        Ok(Box::new(Unread))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.facts(path).map(|_| Vec::new())
    }

    fn read_head(&self, path: &Path, _bytes: u64) -> io::Result<Vec<u8>> {
        self.read(path)
    }

    fn facts(&self, path: &Path) -> io::Result<FileFacts> {
        let files = self.files.borrow();
        let facts = files.get(path).copied();
        facts.ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn copy_permissions(&self, _from: &Path, _to: &Path) -> io::Result<()> {
        Ok(())
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let facts = self.facts(from)?;
        self.files.borrow_mut().insert(to.to_owned(), facts);
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let facts = self.taken(from)?;
        self.files.borrow_mut().insert(to.to_owned(), facts);
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.taken(path).map(|_| ())
    }

    fn create_folder(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut paths = self.paths();
        paths.retain(|path| path.parent() == Some(folder));
        Ok(paths)
    }

    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }

    fn resolve(&self, path: &Path) -> PathBuf {
        path.to_owned()
    }

    fn wait(&self, _time: Duration) {}
}
