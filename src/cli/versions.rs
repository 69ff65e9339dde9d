//! `bellwether versions`: the earlier versions of a project.

use std::fs;
use std::io::{self, Write as _};

use serde::Serialize;

use super::failure::Failure;
use super::keeping::ToChange;
use super::output;
use super::read::open_project;
use super::safeguard_arguments::Versions as Task;
use crate::base::file_system::Disk;
use crate::project::differences::differences;
use crate::project::saving::{Version, Versions};
use crate::project::store::OpenError;

/// A version as it is listed. The names of the fields are the columns.
#[derive(Debug, Serialize)]
struct VersionRow {
    number: usize,
    saved: String,
    bytes: u64,
    file: String,
}

/// The columns of versions.
const HEADINGS: [&str; 4] = ["number", "saved", "bytes", "file"];

/// Lists the versions, restores one, or says what changed since.
pub fn run(task: &Task) -> Result<(), Failure> {
    let listed = Versions::of(&task.project).list(&Disk);
    let versions = listed.map_err(|error| Failure::Open {
        path: task.project.clone(),
        error: OpenError::Read(error),
    })?;
    if let Some(number) = task.restore {
        let version = chosen(&versions, number)?;
        return restore(task, version);
    }
    if let Some(number) = task.compare {
        let then = open_project(&chosen(&versions, number)?.path)?;
        let now = open_project(&task.project)?;
        let changed = differences(&then, &now);
        let mut out = io::stdout().lock();
        for line in changed.lines() {
            writeln!(out, "{line}")?;
        }
        if changed.is_empty() {
            writeln!(out, "Nothing changed")?;
        }
        return Ok(());
    }
    let rows = versions.iter().enumerate().map(|(at, version)| VersionRow {
        number: at + 1,
        saved: version.saved.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        bytes: version.length,
        file: version.path.display().to_string(),
    });
    output::print(rows, &HEADINGS, task.format)
}

fn chosen(versions: &[Version], number: usize) -> Result<&Version, Failure> {
    let version = number.checked_sub(1).and_then(|at| versions.get(at));
    version.ok_or_else(|| {
        Failure::Usage(format!(
            "there is no version {number}: the list has {}",
            versions.len()
        ))
    })
}

/// Puts a version in the place of the project, byte by byte, once it is known to be whole.
fn restore(task: &Task, version: &Version) -> Result<(), Failure> {
    let kept = ToChange::claim(&task.project)?;
    let project = open_project(&version.path)?;
    let bytes = fs::read(&version.path).map_err(|error| Failure::Open {
        path: version.path.clone(),
        error: OpenError::Read(error),
    })?;
    kept.save_bytes(&bytes)?;
    eprintln!(
        "“{}” is as it was saved at {}; what was there before is the latest of the versions",
        project.name,
        version.saved.strftime("%Y-%m-%d %H:%M:%S UTC")
    );
    Ok(())
}
