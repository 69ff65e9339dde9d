//! `bellwether refresh`: the figures of today in a presentation that was published before.

use std::fs;
use std::io::{self, Write as _};

use super::arguments::Refresh;
use super::failure::Failure;
use super::read::open_project;
use super::under_way;
use crate::export::pptx::{self, RefreshError, RefreshNote};
use crate::export::story::{PublishOptions, story_slides};

/// Refreshes a presentation and prints what changed, a line for each thing.
pub fn run(task: &Refresh) -> Result<(), Failure> {
    let project = open_project(&task.project)?;
    let options = PublishOptions {
        theme: task.theme.into(),
        ..PublishOptions::default()
    };
    let notes = under_way::show(|progress| {
        let catalogue = project.catalogue();
        let now = story_slides(
            &project.stories,
            &catalogue,
            &project.brand,
            options,
            progress,
        )?;
        progress.begin_stage("Refreshing the presentation", 0);
        let refreshed = if task.dry_run {
            fs::read(&task.deck)
                .map_err(|error| RefreshError::File {
                    path: task.deck.clone(),
                    error,
                })
                .and_then(|bytes| pptx::refresh(&bytes, &now.slides, &now.look))
                .map(|refreshed| refreshed.notes)
        } else {
            pptx::refresh_file(&task.deck, &now.slides, &now.look)
        };
        refreshed.map_err(|error| Failure::Refresh {
            path: task.deck.clone(),
            error,
        })
    })?;
    print(&notes)?;
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
