//! A file system in memory on which any operation can fail, be the program's last, or meet a power cut. What was not
//! flushed may then be lost, in part or whole: contents, and names of a folder from the newest on.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bellwether::base::file_system::{FileFacts, FileSystem, NewFile, folder_of};

/// What happens at one operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It does nothing, or half of what it should, and says so.
    Fails(ErrorKind),
    /// It is done, and said to have failed, as over a network.
    SaysItFailed(ErrorKind),
    /// It is the first of those that the program did not come to: it was killed, or the network is gone.
    Dies,
    /// The same, and what was not flushed is lost at random.
    PowerCut,
}

/// Where which fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FaultAt {
    /// The operation, counted from 0.
    pub step: usize,
    /// What happens.
    pub fault: Fault,
}

#[derive(Clone, Debug)]
struct Inode {
    contents: Vec<u8>,
    /// What is on the disk for certain.
    flushed: Option<Vec<u8>>,
    modified: u64,
}

type Names = BTreeMap<PathBuf, usize>;

#[derive(Debug, Default)]
struct State {
    inodes: Vec<Inode>,
    /// The names of each folder: those that are flushed, then those after each change since.
    folders: BTreeMap<PathBuf, Vec<Names>>,
    step: usize,
    fault: Option<FaultAt>,
    is_dead: bool,
    has_links: bool,
    clock: u64,
    random: u64,
}

/// A disk of one computer.
#[derive(Clone, Debug)]
pub struct SimulatedDisk(Rc<RefCell<State>>);

impl SimulatedDisk {
    /// An empty disk with one folder.
    pub fn with_folder(folder: &Path, has_links: bool, seed: u64) -> Self {
        let mut state = State {
            has_links,
            clock: 1_700_000_000,
            random: seed,
            ..State::default()
        };
        state
            .folders
            .insert(folder.to_owned(), vec![Names::default()]);
        Self(Rc::new(RefCell::new(state)))
    }

    /// Begins to count operations, with a fault at one of them or none.
    pub fn arm(&self, fault: Option<FaultAt>) {
        let mut state = self.0.borrow_mut();
        state.fault = fault;
        state.step = 0;
    }

    /// How many operations were begun since.
    pub fn steps(&self) -> usize {
        self.0.borrow().step
    }

    /// Starts the computer again: what was flushed, and of the rest what the fault left. From then on all of it is on
    /// the disk.
    pub fn restart(&self) {
        let mut state = self.0.borrow_mut();
        let is_cut = state.is_dead
            && state
                .fault
                .is_some_and(|fault| fault.fault == Fault::PowerCut);
        if is_cut {
            state.lose_what_is_not_flushed();
        }
        state.flush();
        state.is_dead = false;
        state.fault = None;
    }

    /// All files with their contents.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let state = self.0.borrow();
        let names = state.folders.values().filter_map(|past| past.last());
        names
            .flatten()
            .map(|(path, inode)| (path.clone(), state.inodes[*inode].contents.clone()))
            .collect()
    }

    /// Puts a file on the disk, flushed.
    pub fn put(&self, path: &Path, contents: &[u8]) {
        let mut state = self.0.borrow_mut();
        let inode = state.new_inode(contents.to_vec());
        state.inodes[inode].flushed = Some(contents.to_vec());
        let names = state.folders.get_mut(folder_of(path)).unwrap();
        let mut now = names.last().unwrap().clone();
        now.insert(path.to_owned(), inode);
        *names = vec![now];
    }

    /// Lets an hour pass.
    pub fn pass_an_hour(&self) {
        self.0.borrow_mut().clock += 3600;
    }

    /// The time on this disk, in seconds since 1970.
    pub fn now(&self) -> u64 {
        self.0.borrow().clock
    }

    /// Begins an operation; whether it is to be done, and what is said of it.
    fn begin(&self) -> (bool, io::Result<()>) {
        let mut state = self.0.borrow_mut();
        if state.is_dead {
            return (false, Err(ErrorKind::NetworkDown.into()));
        }
        let step = state.step;
        state.step += 1;
        match state
            .fault
            .filter(|fault| fault.step == step)
            .map(|at| at.fault)
        {
            None => (true, Ok(())),
            Some(Fault::Fails(kind)) => (false, Err(kind.into())),
            Some(Fault::SaysItFailed(kind)) => (true, Err(kind.into())),
            Some(Fault::Dies | Fault::PowerCut) => {
                state.is_dead = true;
                (false, Err(ErrorKind::NetworkDown.into()))
            }
        }
    }

    /// Does an operation on the names of a folder.
    fn on_names(
        &self,
        folder: &Path,
        change: impl FnOnce(&mut Names) -> io::Result<()>,
    ) -> io::Result<()> {
        let (is_done, said) = self.begin();
        if is_done {
            let mut state = self.0.borrow_mut();
            let past = state
                .folders
                .get_mut(folder)
                .ok_or_else(|| io::Error::from(ErrorKind::NotFound))?;
            let mut names = past.last().unwrap().clone();
            change(&mut names)?;
            past.push(names);
        }
        said
    }

    fn inode(&self, path: &Path) -> io::Result<usize> {
        self.0.borrow().inode(path)
    }
}

impl State {
    fn new_inode(&mut self, contents: Vec<u8>) -> usize {
        self.clock += 1;
        self.inodes.push(Inode {
            contents,
            flushed: None,
            modified: self.clock,
        });
        self.inodes.len() - 1
    }

    fn inode(&self, path: &Path) -> io::Result<usize> {
        let past = self.folders.get(folder_of(path));
        let names = past.and_then(|past| past.last());
        let inode = names.and_then(|names| names.get(path));
        inode.copied().ok_or_else(|| ErrorKind::NotFound.into())
    }

    /// The next of numbers that are as good as random.
    fn random(&mut self, below: usize) -> usize {
        self.random = self.random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.random;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(below.max(1)).unwrap()).unwrap()
    }

    fn flush(&mut self) {
        for past in self.folders.values_mut() {
            *past = vec![past.last().unwrap().clone()];
        }
        for inode in &mut self.inodes {
            inode.flushed = Some(inode.contents.clone());
        }
    }

    fn lose_what_is_not_flushed(&mut self) {
        let folders: Vec<PathBuf> = self.folders.keys().cloned().collect();
        for folder in folders {
            let count = self.folders[&folder].len();
            let kept = self.random(count);
            let past = self.folders.get_mut(&folder).unwrap();
            *past = vec![past[kept].clone()];
        }
        for at in 0..self.inodes.len() {
            if self.inodes[at].flushed.as_ref() == Some(&self.inodes[at].contents) {
                continue;
            }
            let length = self.inodes[at].contents.len();
            let left = match self.random(4) {
                0 => self.inodes[at].flushed.clone().unwrap_or_default(),
                1 => vec![0; length],
                2 => {
                    let end = self.random(length);
                    self.inodes[at].contents[..end].to_vec()
                }
                _ => self.inodes[at].contents.clone(),
            };
            self.inodes[at].contents.clone_from(&left);
            self.inodes[at].flushed = Some(left);
        }
    }
}

struct Writing {
    disk: SimulatedDisk,
    inode: usize,
}

impl NewFile for Writing {
    fn write(&mut self, contents: &[u8]) -> io::Result<()> {
        let was_dead = self.disk.0.borrow().is_dead;
        let (is_done, said) = self.disk.begin();
        let mut state = self.disk.0.borrow_mut();
        // What fails, or is cut off, has written a part.
        let end = if is_done {
            contents.len()
        } else if was_dead {
            0
        } else {
            state.random(contents.len())
        };
        state.inodes[self.inode]
            .contents
            .extend_from_slice(&contents[..end]);
        said
    }

    fn sync(&mut self) -> io::Result<()> {
        let (is_done, said) = self.disk.begin();
        if is_done {
            let mut state = self.disk.0.borrow_mut();
            let inode = &mut state.inodes[self.inode];
            inode.flushed = Some(inode.contents.clone());
        }
        said
    }
}

impl FileSystem for SimulatedDisk {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        if self.inode(path).is_ok() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let inode = self.0.borrow_mut().new_inode(Vec::new());
        self.on_names(folder_of(path), |names| {
            names.insert(path.to_owned(), inode);
            Ok(())
        })?;
        Ok(Box::new(Writing {
            disk: self.clone(),
            inode,
        }))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.begin().1?;
        let inode = self.inode(path)?;
        Ok(self.0.borrow().inodes[inode].contents.clone())
    }

    fn read_head(&self, path: &Path, bytes: u64) -> io::Result<Vec<u8>> {
        let mut contents = self.read(path)?;
        contents.truncate(usize::try_from(bytes).unwrap());
        Ok(contents)
    }

    fn facts(&self, path: &Path) -> io::Result<FileFacts> {
        self.begin().1?;
        let inode = self.inode(path)?;
        let state = self.0.borrow();
        let inode = &state.inodes[inode];
        Ok(FileFacts {
            length: u64::try_from(inode.contents.len()).unwrap(),
            modified: Some(UNIX_EPOCH + Duration::from_secs(inode.modified)),
            is_read_only: false,
        })
    }

    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.begin().1?;
        self.inode(from).and(self.inode(to)).map(|_| ())
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        if !self.0.borrow().has_links {
            return Err(ErrorKind::Unsupported.into());
        }
        let inode = self.inode(from)?;
        self.on_names(folder_of(to), |names| {
            if names.contains_key(to) {
                return Err(ErrorKind::AlreadyExists.into());
            }
            names.insert(to.to_owned(), inode);
            Ok(())
        })
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        assert_eq!(folder_of(from), folder_of(to), "across folders");
        self.on_names(folder_of(to), |names| {
            let inode = names.remove(from).ok_or(ErrorKind::NotFound)?;
            names.insert(to.to_owned(), inode);
            Ok(())
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.on_names(folder_of(path), |names| {
            let removed = names.remove(path);
            removed.map(|_| ()).ok_or(ErrorKind::NotFound.into())
        })
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.begin().1?;
        let mut state = self.0.borrow_mut();
        state
            .folders
            .entry(path.to_owned())
            .or_insert_with(|| vec![Names::default()]);
        Ok(())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.begin().1?;
        let state = self.0.borrow();
        let past = state.folders.get(folder).ok_or(ErrorKind::NotFound)?;
        Ok(past.last().unwrap().keys().cloned().collect())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let (is_done, said) = self.begin();
        if is_done {
            let mut state = self.0.borrow_mut();
            if let Some(past) = state.folders.get_mut(folder) {
                *past = vec![past.last().unwrap().clone()];
            }
        }
        said
    }

    fn resolve(&self, path: &Path) -> PathBuf {
        path.to_owned()
    }

    fn wait(&self, _time: Duration) {}
}

/// A time on a simulated disk.
pub fn time(disk: &SimulatedDisk) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(disk.now())
}
