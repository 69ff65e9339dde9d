//! The words of the command line that lock projects, copy them to share, bring back earlier versions, and read for another process.

use std::path::PathBuf;

use clap::Args;

use super::arguments::Format;

/// `bellwether lock`.
#[derive(Debug, Args)]
pub struct LockTask {
    /// The project
    pub project: PathBuf,
    /// Take the lock away
    #[arg(long, conflicts_with = "new_passphrase_file")]
    pub remove: bool,
    /// A file with the new passphrase, which is asked for otherwise
    #[arg(long, value_name = "FILE")]
    pub new_passphrase_file: Option<PathBuf>,
}

/// `bellwether share`.
#[derive(Debug, Args)]
pub struct Share {
    /// The project
    pub project: PathBuf,
    /// Where to write the copy
    #[arg(long, value_name = "FILE", required_unless_present = "dry_run")]
    pub out: Option<PathBuf>,
    /// Print what the copy would hold and leave out, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// `bellwether read-workbook`.
#[derive(Debug, Args)]
pub struct ReadWorkbook {
    /// The workbook
    pub workbook: PathBuf,
}

/// `bellwether versions`.
#[derive(Debug, Args)]
pub struct Versions {
    /// The project
    pub project: PathBuf,
    /// Put a version in the place of the project, by its number in the list; the project as it is becomes a version
    #[arg(long, value_name = "NUMBER")]
    pub restore: Option<usize>,
    /// Print what changed from a version to the project as it is, by its number in the list
    #[arg(long, value_name = "NUMBER", conflicts_with = "restore")]
    pub compare: Option<usize>,
    /// How to print the list
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}
