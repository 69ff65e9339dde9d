//! Who has a project open: a small file beside it, `~$name`, as office programs leave it, which the program keeps open
//! for as long as the project is.
//!
//! On the same computer the system tells whether anybody keeps it open, so that one which a crash left is taken over
//! without a question. Of another computer only the file itself can be trusted, so that its user is asked.

#[cfg(unix)]
use std::fs::Metadata;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::base::file_system::{Disk, FileSystem as _, folder_of};

/// No longer file is read: it is not ours.
const LARGEST: u64 = 4096;
/// No longer word is believed.
const LONGEST_WORD: usize = 80;
/// The first line.
const HEADING: &str = "Open in Bellwether";
/// How often it is tried to take over a file that changes at the same moment.
const ATTEMPTS: usize = 4;

/// Who has a project open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The user's name at their computer.
    pub user: String,
    /// The computer's name.
    pub computer: String,
    /// The program's process there.
    pub process: u32,
    /// Since when.
    pub since: Option<Timestamp>,
}

impl Holder {
    /// This user, at this computer, from now on.
    pub fn me() -> Self {
        let names = ["USERNAME", "USER", "LOGNAME"];
        let user = names.into_iter().find_map(|name| {
            let value = std::env::var(name).ok()?;
            Some(word(&value)).filter(|user| !user.is_empty())
        });
        Self {
            user: user.unwrap_or_else(|| String::from("somebody")),
            computer: word(&gethostname::gethostname().to_string_lossy()),
            process: std::process::id(),
            since: Some(Timestamp::now()),
        }
    }

    /// "anna on PC-12".
    pub fn words(&self) -> String {
        let user = if self.user.is_empty() {
            "somebody"
        } else {
            &self.user
        };
        if self.computer.is_empty() {
            return user.to_owned();
        }
        format!("{user} on {}", self.computer)
    }

    fn text(&self) -> String {
        let since = self
            .since
            .map_or_else(String::new, |since| since.to_string());
        format!(
            "{HEADING}\nuser: {}\ncomputer: {}\nprocess: {}\nsince: {since}\n",
            self.user, self.computer, self.process
        )
    }

    /// What a file says; `None` where it says nothing that could be believed.
    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next()? != HEADING {
            return None;
        }
        let mut holder = Self {
            user: String::new(),
            computer: String::new(),
            process: 0,
            since: None,
        };
        for line in lines {
            let Some((name, value)) = line.split_once(": ") else {
                continue;
            };
            match name {
                "user" => holder.user = word(value),
                "computer" => holder.computer = word(value),
                "process" => holder.process = value.parse().unwrap_or(0),
                "since" => holder.since = value.parse().ok(),
                _ => {}
            }
        }
        Some(holder)
    }

    fn is_at(&self, other: &Self) -> bool {
        self.computer.eq_ignore_ascii_case(&other.computer)
    }
}

/// What came of wanting to have a project open.
#[derive(Debug)]
pub enum Claim {
    /// It is held until the hold is dropped.
    Held(Hold),
    /// Somebody has it open.
    InUse(Holder),
    /// Nobody is known to have it open, and nothing can be written beside it.
    NotWritable(io::Error),
}

/// A project that is held open; dropping it lets go.
#[derive(Debug)]
pub struct Hold {
    project: PathBuf,
    lock: PathBuf,
    file: Option<File>,
    text: String,
}

impl Hold {
    /// Whether it is of the project at `path`.
    pub fn is_of(&self, path: &Path) -> bool {
        self.project == Disk.resolve(path)
    }

    /// Whether the file beside the project still says so; nobody else has taken it over.
    fn is_ours(&self) -> bool {
        read(&self.lock).is_some_and(|text| text == self.text)
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        // Windows removes no file that is held like this one; elsewhere it is removed before it is let go, so that
        // nobody takes over a file that is about to disappear.
        if cfg!(windows) {
            self.file = None;
        }
        if self.is_ours()
            && let Err(error) = fs::remove_file(&self.lock)
        {
            tracing::debug!(%error, "the file that says who has the project open could not be removed");
        }
        self.file = None;
    }
}

/// The name of the file that says who has the project at `path` open.
pub(super) fn lock_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    format!("~${}", name.to_string_lossy())
}

/// Wants to have the project at `path` open for `me`. With `insists`, a file of another computer that nobody is
/// known to keep open is taken over, too.
pub fn claim(path: &Path, me: &Holder, insists: bool) -> Claim {
    let project = Disk.resolve(path);
    let lock = folder_of(&project).join(lock_name(&project));
    let mut seen = None;
    for _ in 0..ATTEMPTS {
        let taken = match open(&lock, true) {
            Ok((file, _)) => file,
            Err(OpenFailure::InUse) => return Claim::InUse(holder_of(&lock, me)),
            Err(OpenFailure::Other(error)) if error.kind() == io::ErrorKind::AlreadyExists => {
                if is_no_file(&lock) {
                    return Claim::NotWritable(error);
                }
                match open(&lock, false) {
                    Ok((file, _)) if !lies_at(&lock, &file) => continue,
                    Ok((file, is_certain)) => {
                        let left = read(&lock).and_then(|text| Holder::parse(&text));
                        if let Some(left) = left
                            && !(left.is_at(me) && (is_certain || !may_run(left.process)))
                            && !insists
                        {
                            return Claim::InUse(left);
                        }
                        file
                    }
                    Err(OpenFailure::Other(error)) if error.kind() == io::ErrorKind::NotFound => {
                        continue;
                    }
                    Err(OpenFailure::InUse | OpenFailure::Other(_)) => {
                        return Claim::InUse(holder_of(&lock, me));
                    }
                }
            }
            Err(OpenFailure::Other(error)) => return Claim::NotWritable(error),
        };
        let hold = match written(&project, &lock, taken, me) {
            Ok(hold) => hold,
            Err(error) => return Claim::NotWritable(error),
        };
        // It may have been removed by whoever let go in between.
        if hold.is_ours() {
            return Claim::Held(hold);
        }
        seen = Some(holder_of(&lock, me));
    }
    Claim::InUse(seen.unwrap_or_else(|| holder_of(&lock, me)))
}

fn written(project: &Path, lock: &Path, mut file: File, me: &Holder) -> io::Result<Hold> {
    let text = me.text();
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    Ok(Hold {
        project: project.to_owned(),
        lock: lock.to_owned(),
        file: Some(file),
        text,
    })
}

/// Who a file names; where it cannot be read, somebody.
fn holder_of(lock: &Path, me: &Holder) -> Holder {
    let said = read(lock).and_then(|text| Holder::parse(&text));
    said.unwrap_or_else(|| Holder {
        user: String::new(),
        computer: String::new(),
        process: 0,
        since: me.since,
    })
}

fn read(lock: &Path) -> Option<String> {
    if is_no_file(lock) {
        return None;
    }
    let mut text = String::new();
    let file = File::open(lock).ok()?;
    file.take(LARGEST).read_to_string(&mut text).ok()?;
    Some(text)
}

/// Whether something lies there that is no file: a link leads elsewhere, and of a pipe the end may never come.
fn is_no_file(lock: &Path) -> bool {
    fs::symlink_metadata(lock).is_ok_and(|there| !there.is_file())
}

/// Whether an open file is the one that lies there now, and none to which a link led meanwhile: who may write to the
/// folder could have any file of this user replaced.
#[cfg(unix)]
fn lies_at(lock: &Path, file: &File) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let place = |facts: Metadata| (facts.is_file(), facts.dev(), facts.ino());
    let there = fs::symlink_metadata(lock).map(place);
    matches!((there, file.metadata().map(place)), (Ok(there), Ok(opened)) if there == opened)
}

/// Whether an open file is the one that lies there now: on Windows nobody can put another in its place.
#[cfg(not(unix))]
fn lies_at(_lock: &Path, _file: &File) -> bool {
    true
}

enum OpenFailure {
    /// Somebody keeps it open.
    InUse,
    Other(io::Error),
}

/// Opens the file so that nobody else can until it is let go, new or as it is there; whether it is certain that nobody
/// had it open.
#[cfg(windows)]
fn open(lock: &Path, is_new: bool) -> Result<(File, bool), OpenFailure> {
    use std::os::windows::fs::OpenOptionsExt as _;
    /// Others may read it, and neither write nor remove it; servers of shared folders hold to that, too.
    const SHARE_READ: u32 = 1;
    let opened = OpenOptions::new()
        .read(true)
        .write(true)
        .create_new(is_new)
        .share_mode(SHARE_READ)
        .open(lock);
    opened.map(|file| (file, true)).map_err(|error| {
        if crate::base::atomic_file::is_in_use(&error) {
            OpenFailure::InUse
        } else {
            OpenFailure::Other(error)
        }
    })
}

/// Opens the file so that nobody else can until it is let go, new or as it is there; whether it is certain that nobody
/// had it open.
#[cfg(not(windows))]
fn open(lock: &Path, is_new: bool) -> Result<(File, bool), OpenFailure> {
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .create_new(is_new)
        .open(lock)
        .map_err(OpenFailure::Other)?;
    match file.try_lock() {
        Ok(()) => Ok((file, true)),
        // Not every shared folder knows of locks: there the process is asked for.
        Err(fs::TryLockError::Error(_)) => Ok((file, false)),
        Err(fs::TryLockError::WouldBlock) => Err(OpenFailure::InUse),
    }
}

/// Whether a process of this computer may still be running, where the system gives no better answer.
fn may_run(process: u32) -> bool {
    let processes = Path::new("/proc");
    !processes.join("self").exists() || processes.join(process.to_string()).exists()
}

/// A name without what would break a line, and no longer than a name is.
fn word(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_control()).take(LONGEST_WORD);
    kept.collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::atomic_file::{self, Backup};

    fn somebody(user: &str, computer: &str) -> Holder {
        Holder {
            user: user.to_owned(),
            computer: computer.to_owned(),
            process: 4,
            since: Some("2026-03-20T17:30:00Z".parse().unwrap()),
        }
    }

    fn project() -> (tempfile::TempDir, PathBuf, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("panel.bellwether");
        let lock = folder.path().join("~$panel.bellwether");
        (folder, path, lock)
    }

    #[test]
    fn one_holds_a_project_and_others_learn_who() {
        let (_folder, path, lock) = project();
        let (anna, ben) = (somebody("anna", "PC-1"), somebody("ben", "PC-2"));
        let Claim::Held(hold) = claim(&path, &anna, false) else {
            panic!("nobody has it open");
        };
        assert!(hold.is_of(&path) && lock.exists());
        for insists in [false, true] {
            match claim(&path, &ben, insists) {
                Claim::InUse(holder) => assert_eq!(holder, anna),
                other => panic!("{other:?}"),
            }
        }
        drop(hold);
        assert!(!lock.exists(), "it is let go");
        assert!(matches!(claim(&path, &ben, false), Claim::Held(_)));
        assert!(!lock.exists());
    }

    #[test]
    fn what_a_crash_here_left_is_taken_over_and_what_another_computer_left_is_asked_about() {
        let (_folder, path, lock) = project();
        let leave = |holder: &Holder| {
            atomic_file::write(&lock, holder.text().as_bytes(), Backup::Discard).unwrap();
        };
        let (here, there) = (somebody("anna", "PC-1"), somebody("ben", "PC-2"));
        leave(&here);
        assert!(matches!(
            claim(&path, &somebody("cleo", "pc-1"), false),
            Claim::Held(_)
        ));
        leave(&there);
        match claim(&path, &here, false) {
            Claim::InUse(holder) => assert_eq!(holder.words(), "ben on PC-2"),
            other => panic!("{other:?}"),
        }
        assert!(matches!(claim(&path, &here, true), Claim::Held(_)));
        for nothing in ["", "Open in Bell", "hello"] {
            atomic_file::write(&lock, nothing.as_bytes(), Backup::Discard).unwrap();
            assert!(matches!(claim(&path, &here, false), Claim::Held(_)));
        }
    }

    #[test]
    fn a_hold_that_was_taken_over_is_not_taken_back() {
        let (_folder, path, lock) = project();
        let Claim::Held(hold) = claim(&path, &somebody("anna", "PC-1"), false) else {
            panic!("nobody has it open");
        };
        let other = somebody("ben", "PC-2").text();
        std::fs::remove_file(&lock).unwrap();
        atomic_file::write(&lock, other.as_bytes(), Backup::Discard).unwrap();
        drop(hold);
        assert_eq!(read(&lock), Some(other));
    }

    #[test]
    fn where_nothing_can_be_written_it_is_said() {
        let path = Path::new("/no such folder/panel.bellwether");
        assert!(matches!(
            claim(path, &somebody("anna", "PC-1"), false),
            Claim::NotWritable(_)
        ));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_beside_a_project_leads_to_no_other_file() {
        let (folder, path, lock) = project();
        let other = folder.path().join("diary.txt");
        atomic_file::write(&other, b"Dear diary", Backup::Discard).unwrap();
        std::os::unix::fs::symlink(&other, &lock).unwrap();
        for insists in [false, true] {
            let claimed = claim(&path, &somebody("anna", "PC-1"), insists);
            assert!(matches!(claimed, Claim::NotWritable(_)), "{claimed:?}");
        }
        assert_eq!(std::fs::read(&other).unwrap(), b"Dear diary");
        assert!(lock.is_symlink(), "it is left to whoever put it there");
    }

    #[test]
    fn names_are_words_on_one_line() {
        let text =
            "Open in Bellwether\nuser: a\u{7}nna\ncomputer: PC\nprocess: x\nsince: soon\nmore: 1";
        let holder = Holder::parse(text).unwrap();
        assert_eq!(holder.user, "anna");
        assert_eq!((holder.process, holder.since), (0, None));
    }
}
