//! `bellwether import`.

use super::arguments::Import;
use super::compared;
use super::failure::Failure;
use super::keeping::ToChange;
use super::layouts;
use super::read::{open_project, read_workbook};
use crate::analysis::refresh::Comparison;
use crate::base::number;
use crate::check;
use crate::import::apart::ReadWorkbook;
use crate::project::{Edit, Project};

/// Adds workbooks to a project, and says what each brings since the last return. Nothing is written unless
/// all of them were read, nor in a dry run.
pub fn run(task: &Import) -> Result<(), Failure> {
    let kept = if task.dry_run {
        None
    } else {
        Some(ToChange::claim(&task.project)?)
    };
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
    let mut project = project;
    let mut comparisons = Vec::with_capacity(task.workbooks.len());
    let mut gazetteer = project.gazetteer();
    for path in &task.workbooks {
        let ReadWorkbook {
            file,
            mut reading,
            recognised,
        } = read_workbook(path, &gazetteer, &known)?;
        // What is wrong is told by `bellwether check`; here it is kept with the source.
        check::check_and_keep(&file.workbook, &mut reading);
        let source = reading.source;
        gazetteer = gazetteer.extended_with(&source.places);
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
        let comparison = Comparison::of(&source, &project.sources, &project.successions);
        eprintln!("{}: {}", source.file_name, comparison.summary());
        for renaming in &comparison.renamed {
            eprintln!("{}: {}", source.file_name, renaming.words());
        }
        if task.dry_run {
            comparisons.push(comparison);
        }
        project = project
            .apply(Edit::AddSources(vec![source]))
            .map_err(|error| Failure::Usage(error.to_string()))?;
    }
    if task.dry_run {
        return compared::print(&comparisons);
    }
    kept.map_or(Ok(()), |kept| kept.save(&project))
}
