//! The passphrase of a locked project: from a file, else typed where nobody reads along.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::failure::Failure;
use super::keeping::ToChange;
use super::read::open_project;
use super::safeguard_arguments::LockTask;
use crate::project::lock::{self, Lock, Passphrase};

/// The file that the command line names; set once, before anything is opened.
static FILE: OnceLock<PathBuf> = OnceLock::new();

/// Notes the file that holds the passphrase.
pub fn use_file(path: Option<PathBuf>) {
    if let Some(path) = path {
        // Only the first command line of a process counts.
        FILE.get_or_init(|| path);
    }
}

/// The passphrase of a locked project.
///
/// # Errors
/// [`Failure::Usage`] where there is neither a file nor a terminal to ask on.
pub fn ask(project: &Path) -> Result<Passphrase, Failure> {
    given(&format!("Passphrase of {}: ", project.display()))
}

fn given(prompt: &str) -> Result<Passphrase, Failure> {
    if let Some(path) = FILE.get() {
        let mut text = fs::read_to_string(path)
            .map_err(|error| Failure::Usage(format!("{}: {error}", path.display())))?;
        // The end of the line is none of the passphrase.
        text.truncate(text.trim_end_matches(['\r', '\n']).len());
        return Ok(Passphrase::new(text));
    }
    rpassword::prompt_password(prompt)
        .map(Passphrase::new)
        .map_err(|error| {
            Failure::Usage(format!(
                "the project is locked, and there is no terminal to ask for its passphrase ({error}): give it with --passphrase-file"
            ))
        })
}

/// `bellwether lock`: locks a project's file, or takes its lock away.
pub fn run(task: &LockTask) -> Result<(), Failure> {
    let held = ToChange::claim(&task.project)?;
    let mut project = open_project(&task.project)?;
    project.lock = if task.remove {
        Lock::open()
    } else {
        let passphrase = match &task.new_passphrase_file {
            Some(path) => {
                let text = fs::read_to_string(path)
                    .map_err(|error| Failure::Usage(format!("{}: {error}", path.display())))?;
                Passphrase::new(text.trim_end_matches(['\r', '\n']).to_owned())
            }
            None => typed_twice()?,
        };
        if !passphrase.is_long_enough() {
            return Err(Failure::Usage(format!(
                "a passphrase has at least {} characters; three or four unrelated words are best",
                lock::LEAST_CHARACTERS
            )));
        }
        Lock::with(passphrase)
    };
    held.save(&project)?;
    if task.remove {
        eprintln!("{} is not locked any more", task.project.display());
    } else {
        eprintln!("{}", lock::LOST_WORDS);
    }
    Ok(())
}

fn typed_twice() -> Result<Passphrase, Failure> {
    let ask = |prompt: &str| {
        rpassword::prompt_password(prompt)
            .map(Passphrase::new)
            .map_err(|error| {
                Failure::Usage(format!(
                    "there is no terminal to ask for a passphrase ({error}): give it with --new-passphrase-file"
                ))
            })
    };
    let passphrase = ask("New passphrase: ")?;
    if ask("The same again: ")? == passphrase {
        Ok(passphrase)
    } else {
        Err(Failure::Usage(String::from(
            "the two passphrases differ; nothing was changed",
        )))
    }
}
