//! Where the real workbooks are, and how one is read.

use std::path::{Path, PathBuf};

use bellwether::base::progress::Progress;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::import::{Reading, read_file};

/// The folder of real workbooks, which is no part of the project: beside it, or beside a folder above it.
pub fn workbooks() -> Option<PathBuf> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = manifest
        .ancestors()
        .skip(1)
        .map(|folder| folder.join("shared/workbooks"))
        .find(|folder| folder.is_dir());
    if found.is_none() {
        println!("skipped: there is no ../shared/workbooks beside the project");
    }
    found
}

/// Reads one file.
pub fn read(path: &Path) -> Reading {
    read_file(path, Gazetteer::built_in(), &Progress::new())
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
