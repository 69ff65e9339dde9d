//! `bellwether share`.

use super::failure::Failure;
use super::read::open_project;
use super::safeguard_arguments::Share;
use crate::base::file_system::is_same_file;
use crate::export::guard::SharedCopy;
use crate::export::share;

/// Writes a copy of a project to share, and says what is in it and what is not.
pub fn run(task: &Share) -> Result<(), Failure> {
    let project = open_project(&task.project)?;
    let copy = SharedCopy::of(&project, jiff::Zoned::now().date());
    eprintln!("The copy holds:");
    for line in &copy.note().holds {
        eprintln!("  {line}");
    }
    eprintln!("It leaves out:");
    for line in &copy.note().leaves_out {
        eprintln!("  {line}");
    }
    let Some(path) = task.out.as_ref().filter(|_| !task.dry_run) else {
        return Ok(());
    };
    if is_same_file(path, &task.project) {
        return Err(Failure::Usage(String::from(
            "the copy would take the place of the project: give --out another name",
        )));
    }
    share::save(path, &copy).map_err(|error| Failure::Save(error.into()))
}
