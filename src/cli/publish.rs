//! `bellwether publish`: a story as files.

use std::path::Path;

use super::arguments::{DocumentName, Publish};
use super::failure::Failure;
use super::read::open_project;
use super::under_way;
use crate::base::text;
use crate::export::story::{Publication, PublishOptions, PublishableStory};
use crate::project::Project;
use crate::project::story::Story;

/// Writes a story; what is to be known of its slides is said on standard error.
pub fn run(task: &Publish) -> Result<(), Failure> {
    let publication = publication(&task.out, task.document)?;
    let project = open_project(&task.project)?;
    let story = story(&project, task.story.as_deref())?;
    let options = PublishOptions {
        publication,
        theme: task.theme.into(),
        shape: task.shape.map(Into::into),
        has_hidden: task.hidden,
        has_notes: !task.no_notes,
    };
    let laid_out = under_way::show(|progress| {
        let catalogue = project.catalogue();
        let laid_out =
            PublishableStory::new(story, &catalogue, &project.brand, options, progress)?.whole()?;
        laid_out.write(&task.out, progress)?;
        Ok::<_, Failure>(laid_out)
    })?;
    for notice in laid_out.notices() {
        eprintln!("bellwether: {notice}");
    }
    Ok(())
}

/// What the name of the file asks for.
fn publication(out: &Path, document: DocumentName) -> Result<Publication, Failure> {
    let ending = out.extension().and_then(|ending| ending.to_str());
    let ending = ending.map(str::to_ascii_lowercase);
    match (ending.as_deref(), document) {
        (Some("pptx"), DocumentName::Slides) => Ok(Publication::Presentation),
        (Some("pdf"), DocumentName::Slides) => Ok(Publication::Slides),
        (Some("pdf"), DocumentName::Report) => Ok(Publication::Report),
        (_, DocumentName::Report) => Err(Failure::Usage(String::from(
            "a report is a PDF: give --out a name that ends in .pdf",
        ))),
        _ if out.is_dir() => Ok(Publication::Folder),
        (None, _) => Ok(Publication::Folder),
        (Some(other), _) => Err(Failure::Usage(format!(
            "a story cannot be published as .{other}: give --out a name that ends in .pptx or .pdf, or a folder"
        ))),
    }
}

/// The one story that is meant.
fn story<'a>(project: &'a Project, wanted: Option<&str>) -> Result<&'a Story, Failure> {
    let names = || {
        let names: Vec<&str> = project.stories.iter().map(|held| &*held.name).collect();
        names.join("; ")
    };
    match (wanted, &*project.stories) {
        (_, []) => Err(Failure::Usage(String::from("the project has no story"))),
        (None, [one]) => Ok(one),
        (None, _) => Err(Failure::Usage(format!(
            "say which story with --story; there are: {}",
            names()
        ))),
        (Some(wanted), stories) => {
            let is_meant = |held: &&Story| text::fold(&held.name) == text::fold(wanted);
            stories.iter().find(is_meant).ok_or_else(|| {
                Failure::Usage(format!(
                    "there is no story “{wanted}”; there are: {}",
                    names()
                ))
            })
        }
    }
}
