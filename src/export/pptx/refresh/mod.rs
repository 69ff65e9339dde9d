//! The refresh of a presentation that somebody restyled: new numbers, words and pictures in the shapes that
//! were published from here, in the formats, places and colours that they have now. Everything else stays as
//! it is, to the byte.

mod chart;
mod note;
mod opened;
mod reading;
mod shapes;
mod text;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

pub use note::{RefreshError, RefreshNote, Refreshed};

use super::check;
use super::deck::{DeckLook, DeckSlide};
use super::package::relations_path;
use super::xml::Element;
use crate::base::atomic_file::{self, Backup};
use opened::Opened;

/// A refreshed presentation.
#[derive(Clone, Debug)]
pub struct RefreshedDeck {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// What changed, slide by slide.
    pub notes: Vec<RefreshNote>,
}

/// Puts slides as they are now into a presentation published before. `look` is that of what is added.
///
/// # Errors
/// Those of [`RefreshError`].
pub fn refresh(
    bytes: &[u8],
    slides: &[DeckSlide],
    look: &DeckLook,
) -> Result<RefreshedDeck, RefreshError> {
    let mut package = Opened::new(bytes)?;
    let mut notes = Vec::new();
    let mut is_ours = false;
    for (number, path) in (1..).zip(slide_paths(&mut package)?) {
        let seen = shapes::refresh_slide(&mut package, &path, number, slides, look, &mut notes)?;
        is_ours |= seen.found;
        if seen.is_absent {
            notes.push(RefreshNote {
                slide: number,
                what: Refreshed::NotInStory,
                name: String::new(),
                from: String::new(),
                to: String::new(),
            });
        }
    }
    if !is_ours {
        return Err(RefreshError::NothingOfOurs);
    }
    let refreshed = package.bytes()?;
    // What was wrong before is not made right here; what would be wrong now is not written.
    let before: BTreeSet<String> = check::problems(bytes).into_iter().collect();
    let problems = check::problems(&refreshed);
    if let Some(problem) = problems.into_iter().find(|held| !before.contains(held)) {
        return Err(RefreshError::NotWhole(problem));
    }
    Ok(RefreshedDeck {
        bytes: refreshed,
        notes,
    })
}

/// Refreshes a file and keeps the previous one beside it as `….pptx.bak`. Gives what changed.
///
/// # Errors
/// Those of [`RefreshError`]; the file is then as it was.
pub fn refresh_file(
    path: &Path,
    slides: &[DeckSlide],
    look: &DeckLook,
) -> Result<Vec<RefreshNote>, RefreshError> {
    if lock_path(path).is_some_and(|lock| lock.exists()) {
        return Err(RefreshError::Open(path.to_owned()));
    }
    let failed = |error| RefreshError::File {
        path: path.to_owned(),
        error,
    };
    let bytes = fs::read(path).map_err(failed)?;
    let refreshed = refresh(&bytes, slides, look)?;
    if refreshed.bytes != bytes {
        atomic_file::write(path, &refreshed.bytes, Backup::Keep).map_err(failed)?;
    }
    Ok(refreshed.notes)
}

/// The file by which PowerPoint says that it has a presentation open.
fn lock_path(path: &Path) -> Option<PathBuf> {
    let mut name = OsString::from("~$");
    name.push(path.file_name()?);
    Some(path.with_file_name(name))
}

/// The slides of a presentation, in the order in which they are shown.
fn slide_paths(package: &mut Opened<'_>) -> Result<Vec<String>, RefreshError> {
    if !package.has(&relations_path("")) {
        return Err(RefreshError::NoPresentation);
    }
    let relations = package.relations("")?;
    let document = relations.elements().find(|held| {
        held.attribute("Type")
            .is_some_and(|kind| kind.ends_with("/officeDocument"))
    });
    let target = document.and_then(|held| held.attribute("Target"));
    let path = check::resolved("", target.ok_or(RefreshError::NoPresentation)?);
    let root = package.xml(&path)?;
    if root.local() != "presentation" {
        return Err(RefreshError::NoPresentation);
    }
    let ids: Vec<String> = root
        .find("sldIdLst")
        .into_iter()
        .flat_map(Element::elements)
        .filter_map(|held| held.attribute("r:id").map(str::to_owned))
        .collect();
    let mut paths = Vec::with_capacity(ids.len());
    for id in ids {
        paths.extend(package.target(&path, &id)?);
    }
    Ok(paths)
}
