//! Why a file could not be read at all. What is odd *inside* a file that can be read is a
//! [finding](super::findings), never one of these.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A file could not be read. The words say what is wrong and what to do, and go to the screen as they are.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[non_exhaustive]
pub enum ReadError {
    /// Another program holds the file.
    #[error(
        "“{file}” is open in another program, probably Excel, which has locked it: close it there, or save a copy, and try again"
    )]
    Locked {
        /// The file's name.
        file: String,
    },
    /// No such file.
    #[error("“{file}” is not there any more: it may have been moved or renamed")]
    Missing {
        /// The file's name.
        file: String,
    },
    /// The file system says no.
    #[error(
        "“{file}” could not be opened: {reason}. Check that you may read it, or save a copy on this computer"
    )]
    Unreadable {
        /// The file's name.
        file: String,
        /// What the system said.
        reason: String,
    },
    /// The workbook is encrypted.
    #[error(
        "“{file}” is protected by a password: open it in Excel, remove the password under File › Info, and save it"
    )]
    PasswordProtected {
        /// The file's name.
        file: String,
    },
    /// The bytes are of another kind than a workbook.
    #[error("“{file}” is not a workbook but {found}: ask for the Excel, OpenDocument or CSV file")]
    NotAWorkbook {
        /// The file's name.
        file: String,
        /// What the bytes look like ("a PDF document").
        found: String,
    },
    /// The file breaks off or is damaged.
    #[error(
        "“{file}” is damaged or was not copied completely ({reason}): ask for it again, or open it in Excel and save it anew"
    )]
    Damaged {
        /// The file's name.
        file: String,
        /// Where reading failed.
        reason: String,
    },
    /// More than any return holds; perhaps made to exhaust the computer.
    #[error("“{file}” is too large to read: {reason}")]
    TooLarge {
        /// The file's name.
        file: String,
        /// What is too large, with numbers.
        reason: String,
    },
    /// There is nothing in it.
    #[error("“{file}” is empty")]
    Empty {
        /// The file's name.
        file: String,
    },
    /// What read it came to a sudden end.
    #[error(
        "“{file}” brought its reading to a sudden end ({stage}). Nothing was imported, and what is open is as it \
         was. Open the workbook in Excel, copy the tables that you need into a new one, and import that"
    )]
    Crashed {
        /// The file's name.
        file: String,
        /// What was being done.
        stage: String,
    },
    /// Reading it takes more memory than it is given.
    #[error(
        "“{file}” takes more than {gigabytes} GB of memory to read ({stage}). Nothing was imported, and what is open is as \
         it was: copy the tables that you need into a new workbook, and import that"
    )]
    OutOfMemory {
        /// The file's name.
        file: String,
        /// How much it was given, in gigabytes.
        gigabytes: u64,
        /// What was being done.
        stage: String,
    },
    /// Reading it got no further for a long time.
    #[error(
        "“{file}” could not be read: for {minutes} minutes the reading got no further ({stage}), and was stopped. Nothing \
         was imported: copy the file to this computer and try again, or copy the tables that you need into a new workbook"
    )]
    Stuck {
        /// The file's name.
        file: String,
        /// For how many minutes it got no further.
        minutes: u64,
        /// What was being done.
        stage: String,
    },
    /// Somebody stopped the reading.
    #[error("reading “{file}” was stopped")]
    Cancelled {
        /// The file's name.
        file: String,
    },
}
