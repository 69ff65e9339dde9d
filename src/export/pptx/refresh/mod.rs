//! The refresh of a presentation that somebody restyled: new numbers, words and pictures in the shapes that
//! were published from here, in the formats, places and colours that they have now. Everything else stays as
//! it is, to the byte.

mod chart;
mod found;
mod note;
mod opened;
mod reading;
mod shapes;
mod summary;
mod text;
mod today;

use std::collections::{BTreeMap, BTreeSet};

pub use found::FoundChanges;
pub use note::{RefreshError, RefreshNote, Refreshed};
pub use summary::SlideChanges;
pub use today::{LeftSlide, Today, page_id};

use super::check;
use super::deck::{DeckContent, DeckSlide};
use super::marks::Marks;
use super::package::relations_path;
use super::xml::Element;
use opened::Opened;
use today::base_id;

/// A refreshed presentation.
#[derive(Clone, Debug)]
pub struct RefreshedDeck {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// What changed, slide by slide.
    pub notes: Vec<RefreshNote>,
}

/// Puts slides as they are today into a presentation published before.
///
/// # Errors
/// Those of [`RefreshError`].
pub fn refresh(bytes: &[u8], today: &Today) -> Result<RefreshedDeck, RefreshError> {
    let mut package = Opened::new(bytes)?;
    let mut notes = Vec::new();
    let properties = properties_path(&mut package)?;
    let written = match &properties {
        Some(path) => Marks::read(&package.xml(path)?),
        None => Marks::default(),
    };
    let mut marks = written.clone();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    // The last slide on which each slide of the story stands, with its further pages.
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    for (number, path) in (1..).zip(slide_paths(&mut package)?) {
        let on_slide =
            shapes::refresh_slide(&mut package, &path, number, (today, &mut marks), &mut notes)?;
        for id in &on_slide {
            if let Some((what, why)) = today.why_left(id) {
                notes.push(RefreshNote {
                    slide: number,
                    what,
                    name: String::new(),
                    from: String::new(),
                    to: why.to_owned(),
                });
            }
        }
        for id in &on_slide {
            last.insert(base_id(id).to_owned(), number);
        }
        seen.extend(on_slide);
    }
    // Tables that have grown beyond their slides.
    for slide in today
        .slides
        .iter()
        .filter(|slide| !seen.contains(&slide.id))
    {
        let base = base_id(&slide.id);
        if let Some(number) = last.get(base).filter(|_| base != slide.id) {
            notes.push(RefreshNote {
                slide: *number,
                what: Refreshed::NoRoom,
                name: String::new(),
                from: String::new(),
                to: rows_of(slide),
            });
        }
    }
    if seen.is_empty() {
        return Err(RefreshError::NothingOfOurs);
    }
    if seen.iter().all(|id| today.is_foreign(id)) {
        return Err(RefreshError::OtherProject);
    }
    if let Some(path) = properties.filter(|_| marks != written) {
        let mut part = package.xml(&path)?;
        marks.put_into(&mut part);
        package.put(&path, part.document().into_bytes());
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

/// The part with properties of the file's own, where there is one.
fn properties_path(package: &mut Opened<'_>) -> Result<Option<String>, RefreshError> {
    let relations = package.relations("")?;
    let properties = relations.elements().find(|held| {
        held.attribute("Type")
            .is_some_and(|kind| kind.ends_with("/custom-properties"))
    });
    let target = properties.and_then(|held| held.attribute("Target"));
    let path = target.map(|target| check::resolved("", target));
    Ok(path.filter(|path| package.has(path)))
}

/// "3 more rows", those of the table of a slide.
fn rows_of(slide: &DeckSlide) -> String {
    let tables = slide.objects.iter().map(|object| match &object.content {
        DeckContent::Table(table) => table.rows.len(),
        _ => 0,
    });
    match tables.sum::<usize>() {
        1 => String::from("1 more row"),
        rows => format!("{rows} more rows"),
    }
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
