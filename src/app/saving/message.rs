//! What the jobs about the project's file send back.

use std::io;
use std::path::PathBuf;

use jiff::Timestamp;

use crate::project::differences::Differences;
use crate::project::saving::{Claim, Fingerprint, Hold, Saved, SavingError, Version, WholeCopy};
use crate::project::store::{OpenError, Opened};

/// The end of a job about the project's file.
#[derive(Debug)]
pub enum SavingMessage {
    /// It is known who has a project open that is about to be read.
    Claimed(Box<Claimed>),
    /// It is known who has the file of a recovered project open.
    HeldLate {
        /// The document that was recovered.
        document: u64,
        /// Who has it open; `None` where there is no file.
        claim: Option<Claim>,
    },
    /// A copy was looked for of a file that is missing or damaged; with what there is to say of that.
    WholeLookedFor {
        /// The file.
        path: PathBuf,
        /// What happened, as a title.
        title: String,
        /// The same in full.
        text: String,
        /// The copy.
        found: Option<Box<WholeCopy>>,
    },
    /// The file was looked at: what it held when it was read, and what it holds now where that is something else.
    Looked {
        /// When it was read or saved.
        known: Fingerprint,
        /// Now.
        changed: Option<Fingerprint>,
    },
    /// What somebody else changed was compared with what was changed here.
    Compared(Box<Compared>),
    /// The versions were listed.
    VersionsListed(io::Result<Vec<Version>>),
    /// A version was read, with what changed since.
    VersionRead {
        /// Its file.
        path: PathBuf,
        /// What it holds.
        read: Box<Result<(Opened, Differences), OpenError>>,
    },
    /// What is open was kept among the versions, before the file is opened again.
    KeptBefore {
        /// The file.
        path: PathBuf,
        /// Why not.
        result: Result<(), String>,
    },
}

/// A project that is about to be read.
#[derive(Debug)]
pub struct Claimed {
    /// Its file.
    pub path: PathBuf,
    /// Who has it open; `None` where that is not asked.
    pub claim: Option<Claim>,
    /// What it holds.
    pub fingerprint: Option<Fingerprint>,
    /// Whether it is to be opened as a copy.
    pub is_copy: bool,
    /// Whether it is to be opened whoever has it open.
    pub insists: bool,
}

/// The file as somebody else left it.
#[derive(Debug)]
pub struct Compared {
    /// The document that was compared.
    pub document: u64,
    /// The file.
    pub path: PathBuf,
    /// What it holds; `None` where it is gone meanwhile.
    pub fingerprint: Option<Fingerprint>,
    /// When it was saved.
    pub saved: Option<Timestamp>,
    /// What they changed, or why it cannot be read.
    pub theirs: Result<Differences, OpenError>,
    /// What was changed here.
    pub ours: Differences,
}

/// The end of a save.
#[derive(Debug)]
pub struct SaveEnd {
    /// The document that was saved.
    pub document: u64,
    /// To this file.
    pub path: PathBuf,
    /// In the state of this revision.
    pub revision: u64,
    /// With this success; the hold of a file that was not held before.
    pub result: Result<(Saved, Option<Hold>), SavingError>,
}
