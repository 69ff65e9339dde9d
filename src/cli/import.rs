//! `bellwether import`.

use std::sync::Arc;

use super::arguments::Import;
use super::failure::Failure;
use super::layouts;
use super::read::{Workbook, open_project, read_workbook};
use crate::base::number;
use crate::project::{Edit, Project, store};

/// Adds workbooks to a project. Nothing is written unless all of them were read.
pub fn run(task: &Import) -> Result<(), Failure> {
    let project = if task.project.exists() {
        open_project(&task.project)?
    } else {
        let name = task
            .project
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        Project {
            name,
            ..Project::default()
        }
    };
    let known = layouts::known(&project);
    let mut sources = Vec::with_capacity(task.workbooks.len());
    for path in &task.workbooks {
        let Workbook {
            reading,
            recognised,
            ..
        } = read_workbook(path, &known)?;
        let source = reading.source;
        eprintln!(
            "{}: {} values, {} to check",
            source.file_name,
            number::count(source.observations.len()),
            source.open_findings
        );
        if let Some(recognised) = &recognised {
            eprintln!("  read with the layout “{}”", recognised.partner);
            layouts::tell_drift(recognised);
        }
        sources.push(Arc::new(source));
    }
    let project = project
        .apply(Edit::AddSources(sources))
        .map_err(|error| Failure::Usage(error.to_string()))?;
    store::save(&task.project, &project).map_err(|error| Failure::Save {
        path: task.project.clone(),
        error,
    })
}
