//! `bellwether refresh`: the figures of today in a presentation that was published before.

use std::io::{self, Write as _};

use super::arguments::Refresh;
use super::failure::Failure;
use super::read::open_project;
use super::under_way;
use crate::export::pptx::{FoundChanges, RefreshNote};
use crate::export::story::{PublishOptions, slides_of_today};

/// Refreshes a presentation and prints what changed, a line for each thing.
pub fn run(task: &Refresh) -> Result<(), Failure> {
    let project = open_project(&task.project)?;
    let options = PublishOptions {
        theme: task.theme.into(),
        ..PublishOptions::default()
    };
    let found = under_way::show(|progress| {
        let catalogue = project.catalogue();
        let today = slides_of_today(
            &project.stories,
            &catalogue,
            &project.brand,
            options,
            progress,
        )?;
        progress.begin_stage("Refreshing the presentation", 0);
        let found = FoundChanges::of(&task.deck, &today).and_then(|found| {
            if !task.dry_run {
                found.write()?;
            }
            Ok(found)
        });
        found.map_err(|error| Failure::Refresh {
            path: task.deck.clone(),
            error,
        })
    })?;
    print(found.notes())?;
    Ok(())
}

fn print(notes: &[RefreshNote]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for note in notes {
        writeln!(out, "{note}")?;
    }
    if notes.is_empty() {
        writeln!(out, "Nothing changed")?;
    }
    Ok(())
}
