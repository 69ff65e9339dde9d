//! The package of a presentation: parts, what refers to what, and the zip file around them. The same parts
//! are always the same bytes.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::deck::DeckError;
use super::xml::Element;

/// What an address in the standard of office files begins with.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What a part is to the one that refers to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The presentation itself.
    Document,
    /// The properties of the file.
    CoreProperties,
    /// What the program says of the file.
    AppProperties,
    /// Properties that are no others'.
    CustomProperties,
    /// A master of slides.
    Master,
    /// A layout of slides.
    Layout,
    /// A slide.
    Slide,
    /// A theme.
    Theme,
    /// The master of notes.
    NotesMaster,
    /// The notes of a slide.
    Notes,
    /// A chart.
    Chart,
    /// A picture.
    Image,
    /// The workbook of a chart.
    Workbook,
    /// Tags of an object.
    Tags,
    /// Properties of the presentation.
    PresentationProperties,
    /// How the presentation is looked at.
    ViewProperties,
    /// Styles of tables.
    TableStyles,
}

impl Relation {
    /// Its address.
    pub fn address(self) -> String {
        let name = match self {
            Self::CoreProperties => {
                return String::from(
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                );
            }
            Self::Document => "officeDocument",
            Self::AppProperties => "extended-properties",
            Self::CustomProperties => "custom-properties",
            Self::Master => "slideMaster",
            Self::Layout => "slideLayout",
            Self::Slide => "slide",
            Self::Theme => "theme",
            Self::NotesMaster => "notesMaster",
            Self::Notes => "notesSlide",
            Self::Chart => "chart",
            Self::Image => "image",
            Self::Workbook => "package",
            Self::Tags => "tags",
            Self::PresentationProperties => "presProps",
            Self::ViewProperties => "viewProps",
            Self::TableStyles => "tableStyles",
        };
        format!("{OFFICE}/{name}")
    }
}

/// The parts that one part refers to.
#[derive(Clone, Debug, Default)]
pub struct Relations {
    held: Vec<(Relation, String)>,
}

impl Relations {
    /// Refers to a part and gives the name of the reference; the same part is referred to once.
    pub fn to(&mut self, relation: Relation, path: &str) -> String {
        let place = self.held.iter().position(|(_, held)| held == path);
        let place = place.unwrap_or_else(|| {
            self.held.push((relation, path.to_owned()));
            self.held.len() - 1
        });
        format!("rId{}", place + 1)
    }

    fn document(&self, from: &str) -> String {
        let held = self.held.iter().enumerate().map(|(place, (kind, path))| {
            Element::new("Relationship")
                .with("Id", format!("rId{}", place + 1))
                .with("Type", kind.address())
                .with("Target", relative(from, path))
        });
        Element::new("Relationships")
            .with("xmlns", RELATIONSHIPS)
            .holding(held)
            .document()
    }
}

/// The namespace of references between parts.
pub const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
/// The namespace of the list of kinds of parts.
pub const CONTENT_TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
/// The kind of an Excel workbook.
pub const WORKBOOK_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The path of a part as another one names it.
pub fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let folders = from.len().saturating_sub(1);
    let shared = from
        .iter()
        .take(folders)
        .zip(&to)
        .take_while(|(one, two)| one == two)
        .count();
    let up = std::iter::repeat_n("..", folders - shared);
    let down = to.iter().skip(shared).copied();
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// Whether the name of a part ends in an ending, given without its dot.
pub fn has_ending(path: &str, ending: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, held)| held.eq_ignore_ascii_case(ending))
}

/// Where the references of a part are held.
pub fn relations_path(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let parent = if folder.is_empty() {
        String::new()
    } else {
        format!("{folder}/")
    };
    format!("{parent}_rels/{name}.rels")
}

/// A package being put together.
#[derive(Debug, Default)]
pub struct Package {
    /// Path and contents, in the order in which they are written.
    parts: Vec<(String, Vec<u8>)>,
    /// Path and kind of the parts whose ending does not tell.
    types: Vec<(String, String)>,
}

impl Package {
    /// Adds a part of XML of a kind of `application/vnd.openxmlformats-officedocument.…+xml`, with what it
    /// refers to.
    pub fn xml(&mut self, path: &str, kind: &str, root: &Element, relations: &Relations) {
        self.types.push((path.to_owned(), kind.to_owned()));
        self.parts
            .push((path.to_owned(), root.document().into_bytes()));
        if !relations.held.is_empty() {
            self.parts
                .push((relations_path(path), relations.document(path).into_bytes()));
        }
    }

    /// Adds a part whose ending tells what it is, where it is not there yet.
    pub fn file(&mut self, path: &str, bytes: Vec<u8>) {
        self.parts.push((path.to_owned(), bytes));
    }

    /// The bytes of the file; `relations` are those of the package itself.
    ///
    /// # Errors
    /// [`DeckError::Packing`] where the file cannot be put together.
    pub fn bytes(self, relations: &Relations) -> Result<Vec<u8>, DeckError> {
        let defaults = [
            (
                "rels",
                "application/vnd.openxmlformats-package.relationships+xml",
            ),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("svg", "image/svg+xml"),
            ("xlsx", WORKBOOK_TYPE),
        ];
        let defaults = defaults.map(|(ending, kind)| {
            Element::new("Default")
                .with("Extension", ending)
                .with("ContentType", kind)
        });
        let overrides = self.types.iter().map(|(path, kind)| {
            Element::new("Override")
                .with("PartName", format!("/{path}"))
                .with("ContentType", kind)
        });
        let types = Element::new("Types")
            .with("xmlns", CONTENT_TYPES)
            .holding(defaults)
            .holding(overrides);
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let first = [
            ("[Content_Types].xml".to_owned(), types.document()),
            ("_rels/.rels".to_owned(), relations.document("")),
        ];
        let first = first.map(|(path, text)| (path, text.into_bytes()));
        for (path, bytes) in first.iter().chain(&self.parts) {
            add(&mut writer, path, bytes)?;
        }
        Ok(writer.finish()?.into_inner())
    }
}

/// Writes a part into a zip file, always with the same date.
///
/// # Errors
/// [`DeckError::Packing`] where it cannot be written.
pub fn add(
    writer: &mut ZipWriter<Cursor<Vec<u8>>>,
    path: &str,
    bytes: &[u8],
) -> Result<(), DeckError> {
    let is_packed = ["png", "xlsx"]
        .iter()
        .any(|ending| has_ending(path, ending));
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .compression_method(if is_packed {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        });
    writer.start_file(path, options)?;
    writer
        .write_all(bytes)
        .map_err(|error| DeckError::Packing(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_name_each_other_from_where_they_are() {
        assert_eq!(
            relative("ppt/slides/slide1.xml", "ppt/charts/chart1.xml"),
            "../charts/chart1.xml"
        );
        assert_eq!(
            relative("ppt/presentation.xml", "ppt/slides/a.xml"),
            "slides/a.xml"
        );
        assert_eq!(relative("", "ppt/presentation.xml"), "ppt/presentation.xml");
        assert_eq!(relations_path("ppt/a.xml"), "ppt/_rels/a.xml.rels");
        assert_eq!(relations_path("a.xml"), "_rels/a.xml.rels");
    }
}
