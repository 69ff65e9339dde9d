//! `bellwether layouts`, and what other commands do with remembered layouts.

use std::path::Path;

use serde::Serialize;

use super::arguments::Layouts;
use super::failure::Failure;
use super::output;
use super::read::open_project;
use crate::import::remembered::{Recognised, RememberedLayout};
use crate::project::Project;
use crate::project::layout_file;
use crate::project::layout_folder::{self, Kept, KnownLayout, LayoutFolder};

/// A layout as it is listed. The names of the fields are the columns.
#[derive(Debug, Serialize)]
struct LayoutRow<'a> {
    partner: &'a str,
    kept: &'static str,
    sheets: usize,
    tables: usize,
    file: String,
}

/// The columns of layouts.
const HEADINGS: [&str; 5] = ["partner", "kept", "sheets", "tables", "file"];

/// Lists the layouts that are remembered.
pub fn run(task: &Layouts) -> Result<(), Failure> {
    let project = task.project.as_deref().map(open_project).transpose()?;
    let known = known_with_places(&project.unwrap_or_default());
    let rows = known.iter().map(|known| LayoutRow {
        partner: &known.layout.partner,
        kept: match known.kept {
            Kept::Project => "project",
            Kept::File(_) => "folder",
        },
        sheets: known.layout.sheets.len(),
        tables: known.layout.table_count(),
        file: match (&known.kept, &task.project) {
            (Kept::File(path), _) | (Kept::Project, Some(path)) => path.display().to_string(),
            (Kept::Project, None) => String::new(),
        },
    });
    output::print(rows, &HEADINGS, task.format)
}

/// The layouts of a project and of the user's own folder.
pub fn known(project: &Project) -> Vec<RememberedLayout> {
    let known = known_with_places(project);
    known.into_iter().map(|known| known.layout).collect()
}

/// The same, with where they are kept; files that cannot be read are named on standard error.
fn known_with_places(project: &Project) -> Vec<KnownLayout> {
    let folder = LayoutFolder::of_user();
    let (of_folder, skipped) = folder.map(|folder| folder.load_all()).unwrap_or_default();
    for skipped in skipped {
        eprintln!(
            "bellwether: {} is passed over: {}",
            skipped.path.display(),
            skipped.error
        );
    }
    layout_folder::known_layouts(&project.layouts, of_folder)
}

/// Opens a layout's file.
pub fn open(path: &Path) -> Result<RememberedLayout, Failure> {
    layout_file::open(path).map_err(|error| Failure::Layout {
        path: path.to_owned(),
        error,
    })
}

/// Writes a layout's file.
pub fn save(path: &Path, layout: &RememberedLayout) -> Result<(), Failure> {
    layout_file::save(path, layout).map_err(|error| Failure::Layout {
        path: path.to_owned(),
        error,
    })
}

/// Says on standard error what differs from a layout.
pub fn tell_drift(recognised: &Recognised) {
    for drift in &recognised.drift {
        eprintln!("  {drift}");
    }
}
