//! Why a project's file could not be opened or saved, as the user is told.

use std::io;
use std::path::PathBuf;

/// Why a project was not opened. Whatever was open before is untouched.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file system gives no answer.
    #[error(
        "The file could not be read: {0}. Check that it is still there and that you may read it."
    )]
    Read(#[source] io::Error),
    /// Not text at all.
    #[error(
        "This is not a Bellwether project: it is not text. If it is a workbook, import it instead."
    )]
    NotText,
    /// Text, but of another kind.
    #[error("This is not a Bellwether project. If it is a workbook, import it instead.")]
    NotAProject,
    /// Made by a later program.
    #[error(
        "This project was saved by a newer Bellwether (file version {version}; this one reads up to {newest}). \
         Ask for the newer program; the file has not been changed."
    )]
    Newer {
        /// The file's version.
        version: u32,
        /// The newest version that this program reads.
        newest: u32,
    },
    /// Locked with a passphrase that was not given.
    #[error("This project is locked with a passphrase.")]
    Locked,
    /// Locked with another passphrase.
    #[error(
        "That is not the passphrase of this project. Check capital letters and spaces, and try again."
    )]
    WrongPassphrase,
    /// Locked, and not as a project is.
    #[error(
        "This file is not locked as Bellwether locks projects: not with one passphrase, or with one that would take far too long to try. Open it with the program that locked it."
    )]
    LockedOtherwise,
    /// Locked, and not whole.
    #[error(
        "The locked project is damaged, and cannot be opened even with its passphrase. The version before it is kept beside it, with .bak at the end of its name."
    )]
    DamagedLock,
    /// Broken text, all of which would be wanted or nothing of which can be recovered.
    #[error(
        "The project is damaged at line {line}: {problem}. The version before it is kept beside it, with .bak at the end of its name."
    )]
    Damaged {
        /// The line, from 1.
        line: usize,
        /// What is wrong there.
        problem: String,
    },
    /// Larger than any project.
    #[error("The file has {megabytes} MB, more than a project can have.")]
    TooLarge {
        /// Its size.
        megabytes: u64,
    },
    /// More things than a file of its size can hold, as no program writes them.
    #[error(
        "This is not a project as Bellwether writes them: it holds {things} parts, more than a file of its size can have."
    )]
    TooMuch {
        /// How many.
        things: usize,
    },
}

/// Why a project was not saved. The file on the disk is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The cipher refuses.
    #[error("The project could not be locked ({0}), and was not written.")]
    Lock(String),
    /// The project is locked; an older file beside it that is not could not be removed.
    #[error(
        "The project is saved and locked, but an older version beside it is not locked and could not be removed: {} ({error}). Delete it yourself.",
        path.display()
    )]
    Unlocked {
        /// The older version.
        path: PathBuf,
        /// What the file system says.
        error: io::Error,
    },
    /// A value has no form in the file.
    #[error("The project could not be written as text: {0}")]
    Encode(#[from] ron::Error),
    /// The file system refuses.
    #[error(
        "The file could not be written: {0}. Check that the drive is there, has space, and that you may write to it; or save elsewhere."
    )]
    Write(#[source] io::Error),
}
