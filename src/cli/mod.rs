//! The command line: the same work as the window's, without one. Errors go to standard error; the exit
//! code is 0 when all was done, 1 when something failed, 2 when the words were not understood.

mod arguments;
mod chart;
mod check;
mod compare;
mod compared;
mod explain;
mod failure;
mod import;
mod keeping;
mod layouts;
mod output;
mod passphrase;
mod publish;
mod read;
mod records;
mod refresh;
mod safeguard_arguments;
mod share;
mod snapshot;
mod snapshot_arguments;
mod stories;
mod survey;
mod table;
mod under_way;
mod versions;
mod weights;

use std::process::ExitCode;

use clap::Parser;

use crate::app::starting::Wanted;
use crate::import::apart;
use arguments::{Arguments, Task};
pub use failure::Failure;

/// Runs the program with the words of the command line.
pub fn main() -> ExitCode {
    // What is read for another process is for it alone.
    if std::env::args_os()
        .nth(1)
        .is_none_or(|word| word != apart::TASK)
    {
        crate::app::desktop::join_console();
    }
    // clap prints what it did not understand and leaves with 2 by itself.
    let arguments = Arguments::parse();
    if let Some(Task::ReadWorkbook(task)) = &arguments.task {
        return apart::serve(&task.workbook);
    }
    if let Ok(program) = std::env::current_exe() {
        apart::read_by(program);
    }
    match run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) if failure.is_closed_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("bellwether: {failure}");
            failure.exit_code()
        }
    }
}

fn run(arguments: Arguments) -> Result<(), Failure> {
    passphrase::use_file(arguments.passphrase_file);
    match arguments.task {
        // Answered by `main`, whose exit code is the answer’s.
        Some(Task::ReadWorkbook(_)) => Ok(()),
        None => {
            crate::app::desktop::leave_console();
            Ok(crate::app::window::run(Wanted {
                files: arguments.files,
                renderer: arguments.renderer.map(Into::into),
                is_measured: arguments.measure_start,
            })?)
        }
        Some(Task::Read(task)) => read::run(&task),
        Some(Task::Versions(task)) => versions::run(&task),
        Some(Task::Check(task)) => check::run(&task),
        Some(Task::Import(task)) => import::run(&task),
        Some(Task::Facts(task)) => read::facts(&task),
        Some(Task::Layouts(task)) => layouts::run(&task),
        Some(Task::Chart(task)) => chart::run(&task),
        Some(Task::Stories(task)) => stories::run(&task),
        Some(Task::Publish(task)) => publish::run(&task),
        Some(Task::Refresh(task)) => refresh::run(&task),
        Some(Task::Table(task)) => table::run(&task),
        Some(Task::Compare(task)) => compare::run(&task),
        Some(Task::Weights(task)) => weights::run(&task),
        Some(Task::Snapshot(task)) => snapshot::run(&task),
        Some(Task::Lock(task)) => passphrase::run(&task),
        Some(Task::Share(task)) => share::run(&task),
    }
}
