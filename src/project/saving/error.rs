//! Why a project was not saved, as the user is told: what happened, where, and what to do.

use std::io;
use std::path::{Path, PathBuf};

use super::Holder;
use crate::base::atomic_file::{self, MarkedReadOnly};
use crate::base::file_system::folder_of;
use crate::base::number;
use crate::base::text::file_name;
use crate::project::store::SaveError;

/// Why a project was not saved. The file on the disk is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SavingError {
    /// A value has no form in the file.
    #[error(transparent)]
    Encode(#[from] SaveError),
    /// The file holds something else than what was opened.
    #[error(
        "{} was changed by somebody else since it was opened here. Nothing was written. Open it again, or save under \
         another name.",
        path.display()
    )]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// Somebody else has the file open.
    #[error(
        "{} is in use by {}. Nothing was written. Ask them to close it, or save under another name. If nobody has \
         it open any more, remove the file {} beside it.",
        path.display(), holder.words(), super::hold::lock_name(path)
    )]
    InUse {
        /// The file.
        path: PathBuf,
        /// Who has it open.
        holder: Box<Holder>,
    },
    /// The file system refuses.
    #[error("{words}")]
    Write {
        /// What happened, where, and what to do.
        words: String,
        /// The file system's own words.
        #[source]
        error: io::Error,
    },
}

impl SavingError {
    /// That `length` bytes could not be written to `path`.
    pub(super) fn writing(path: &Path, length: usize, error: io::Error) -> Self {
        Self::Write {
            words: save_failure_words(path, length, &error),
            error,
        }
    }
}

/// What a failure of the file system comes from, as far as that can be told.
enum Cause {
    Full,
    MarkedReadOnly,
    ReadOnlyDrive,
    NotAllowed,
    Unreachable,
    InUse,
    Other,
}

fn cause(error: &io::Error) -> Cause {
    use io::ErrorKind as Kind;
    if error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<MarkedReadOnly>())
        .is_some()
    {
        return Cause::MarkedReadOnly;
    }
    if atomic_file::is_in_use(error) {
        return Cause::InUse;
    }
    // What Windows says of network drives that are gone, where that has no kind.
    let is_network_of_windows = cfg!(windows)
        && matches!(
            error.raw_os_error(),
            Some(21 | 51 | 53 | 54 | 55 | 59 | 64 | 67 | 121 | 1222 | 1225 | 1231 | 1232 | 1236)
        );
    match error.kind() {
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Cause::Full,
        Kind::ReadOnlyFilesystem => Cause::ReadOnlyDrive,
        Kind::PermissionDenied => Cause::NotAllowed,
        Kind::NotFound
        | Kind::NotADirectory
        | Kind::StaleNetworkFileHandle
        | Kind::NetworkDown
        | Kind::NetworkUnreachable
        | Kind::HostUnreachable
        | Kind::TimedOut
        | Kind::ConnectionAborted
        | Kind::ConnectionReset
        | Kind::NotConnected
        | Kind::BrokenPipe => Cause::Unreachable,
        _ if is_network_of_windows => Cause::Unreachable,
        _ => Cause::Other,
    }
}

/// What happened, where and what to do, where `length` bytes could not be written to `path`.
pub fn save_failure_words(path: &Path, length: usize, error: &io::Error) -> String {
    let name = file_name(path);
    let folder = folder_of(path).display();
    let happened = match cause(error) {
        Cause::Full => format!(
            "There is no room left on the drive of {folder}, and the project needs {}. Free some room there and save \
             again, or save elsewhere.",
            megabytes(length)
        ),
        Cause::MarkedReadOnly => format!(
            "The file {name} in {folder} is marked read-only. Save under another name, or take that mark off in the \
             file’s properties."
        ),
        Cause::ReadOnlyDrive => {
            format!("{folder} can only be read. Save elsewhere.")
        }
        Cause::NotAllowed => format!(
            "You are not allowed to write to {folder}, or to replace {name} there. Ask whoever looks after that folder, \
             or save elsewhere."
        ),
        Cause::Unreachable => format!(
            "{folder} cannot be reached: the drive or the network may be gone, or the folder was moved. Connect it and \
             save again, or save elsewhere."
        ),
        Cause::InUse => format!(
            "Another program keeps {name} in {folder} from being replaced. Close what may have it open, such as a \
             preview or a backup, and save again, or save elsewhere."
        ),
        Cause::Other => format!(
            "{name} could not be written to {folder}: {error}. Save again, or save elsewhere."
        ),
    };
    format!("{happened} The file on the drive is as it was.")
}

/// What happened and what to do, where the file at `path` could not be read.
pub fn open_failure_words(path: &Path, error: &io::Error) -> String {
    let folder = folder_of(path).display();
    match cause(error) {
        Cause::NotAllowed => format!(
            "You are not allowed to read it. Ask whoever looks after {folder} for the right to."
        ),
        Cause::Unreachable => format!(
            "{folder} cannot be reached: the drive or the network may be gone, or the folder was moved. Connect it and \
             try again."
        ),
        Cause::InUse => {
            String::from("Another program keeps it from being read. Close that, and try again.")
        }
        Cause::Full | Cause::MarkedReadOnly | Cause::ReadOnlyDrive | Cause::Other => {
            format!("It could not be read: {error}.")
        }
    }
}

/// "1 MB", "12 MB"; never nought.
fn megabytes(length: usize) -> String {
    format!("{} MB", number::count(length.div_ceil(1 << 20).max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failure_says_what_where_and_what_to_do() {
        let path = Path::new("/share/Community Safety/panel.bellwether");
        let of = |kind: io::ErrorKind| save_failure_words(path, 3 << 20, &io::Error::from(kind));
        for (kind, happened) in [
            (io::ErrorKind::StorageFull, "no room left"),
            (io::ErrorKind::QuotaExceeded, "no room left"),
            (io::ErrorKind::ReadOnlyFilesystem, "can only be read"),
            (io::ErrorKind::PermissionDenied, "not allowed to write"),
            (io::ErrorKind::NotFound, "cannot be reached"),
            (io::ErrorKind::StaleNetworkFileHandle, "cannot be reached"),
            (io::ErrorKind::ResourceBusy, "Another program keeps"),
            (io::ErrorKind::InvalidData, "could not be written"),
        ] {
            let words = of(kind);
            assert!(words.contains(happened), "{kind:?}: {words}");
            assert!(words.contains("/share/Community Safety"), "{words}");
            assert!(words.to_lowercase().contains("save elsewhere"), "{words}");
            assert!(words.contains("is as it was"), "{words}");
        }
        assert!(of(io::ErrorKind::StorageFull).contains("needs 3 MB"));
        let marked = io::Error::new(io::ErrorKind::PermissionDenied, MarkedReadOnly);
        assert!(save_failure_words(path, 1, &marked).contains("marked read-only"));
    }
}
