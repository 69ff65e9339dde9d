//! A package that is being changed: parts that nobody touches are copied as they are, byte by byte.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use zip::{ZipArchive, ZipWriter};

use super::RefreshError;
use crate::export::pptx::check::resolved;
use crate::export::pptx::package::{
    CONTENT_TYPES, RELATIONSHIPS, Relation, add, has_ending, relations_path, relative,
};
use crate::export::pptx::xml::Element;

/// The most parts of a presentation.
const MOST_PARTS: usize = 20_000;
/// The largest part that is read, in bytes.
const LARGEST_PART: u64 = 256 << 20;
const TYPES: &str = "[Content_Types].xml";

/// A package that is being changed.
pub struct Opened<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
    changed: BTreeMap<String, Vec<u8>>,
    /// How often each part is referred to; counted once.
    references: BTreeMap<String, usize>,
}

fn damaged(error: &dyn std::fmt::Display) -> RefreshError {
    RefreshError::Damaged(error.to_string())
}

impl<'a> Opened<'a> {
    /// Opens the bytes of a file.
    ///
    /// # Errors
    /// Where it is no package that can be read.
    pub fn new(bytes: &'a [u8]) -> Result<Self, RefreshError> {
        // What a compound file begins with: presentations of before 2007, and those under a password.
        if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return Err(RefreshError::Locked);
        }
        let mut archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|_other| RefreshError::NoPresentation)?;
        if archive.len() > MOST_PARTS {
            return Err(RefreshError::Damaged("it has too many parts".to_owned()));
        }
        let mut names = Vec::with_capacity(archive.len());
        for index in 0..archive.len() {
            let entry = archive
                .by_index_raw(index)
                .map_err(|error| damaged(&error))?;
            names.push(entry.name().map_err(|error| damaged(&error))?.into_owned());
        }
        let mut opened = Self {
            archive,
            names,
            changed: BTreeMap::new(),
            references: BTreeMap::new(),
        };
        opened.count_references()?;
        Ok(opened)
    }

    fn count_references(&mut self) -> Result<(), RefreshError> {
        let lists: Vec<String> = self
            .names
            .iter()
            .filter(|name| has_ending(name, "rels"))
            .cloned()
            .collect();
        for list in lists {
            let folder = list.rsplit_once("_rels/").map_or("", |(folder, _)| folder);
            for relation in self.xml(&list)?.elements() {
                if relation.attribute("TargetMode") != Some("External") {
                    let target = relation.attribute("Target").unwrap_or("");
                    *self.references.entry(resolved(folder, target)).or_default() += 1;
                }
            }
        }
        Ok(())
    }

    /// Whether there is a part.
    pub fn has(&self, path: &str) -> bool {
        self.changed.contains_key(path) || self.names.iter().any(|name| name == path)
    }

    /// The bytes of a part.
    ///
    /// # Errors
    /// Where it is not there or not whole.
    pub fn part(&mut self, path: &str) -> Result<Vec<u8>, RefreshError> {
        if let Some(bytes) = self.changed.get(path) {
            return Ok(bytes.clone());
        }
        let entry = self
            .archive
            .by_name(path)
            .map_err(|error| damaged(&error))?;
        let mut bytes = Vec::new();
        entry
            .take(LARGEST_PART)
            .read_to_end(&mut bytes)
            .map_err(|error| damaged(&error))?;
        Ok(bytes)
    }

    /// The root of a part.
    ///
    /// # Errors
    /// Where it is not there or not whole.
    pub fn xml(&mut self, path: &str) -> Result<Element, RefreshError> {
        let bytes = self.part(path)?;
        Element::parse(&bytes).map_err(|error| RefreshError::Damaged(format!("{path}: {error}")))
    }

    /// Gives a part other bytes, or adds it.
    pub fn put(&mut self, path: &str, bytes: Vec<u8>) {
        self.changed.insert(path.to_owned(), bytes);
    }

    /// What a part refers to.
    ///
    /// # Errors
    /// Where the list cannot be read.
    pub fn relations(&mut self, part: &str) -> Result<Element, RefreshError> {
        let path = relations_path(part);
        if self.has(&path) {
            self.xml(&path)
        } else {
            Ok(Element::new("Relationships").with("xmlns", RELATIONSHIPS))
        }
    }

    /// The path of the part that a reference of another one leads to.
    ///
    /// # Errors
    /// Where the list of references cannot be read.
    pub fn target(&mut self, part: &str, id: &str) -> Result<Option<String>, RefreshError> {
        let relations = self.relations(part)?;
        let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
        let found = relations.elements().find(|relation| {
            relation.attribute("Id") == Some(id)
                && relation.attribute("TargetMode") != Some("External")
        });
        let target = found.and_then(|relation| relation.attribute("Target"));
        Ok(target
            .map(|target| resolved(&format!("{folder}/"), target))
            .filter(|path| self.has(path)))
    }

    /// Whether a part is referred to once only, so that changing it changes nothing else.
    pub fn is_own(&self, path: &str) -> bool {
        self.references.get(path).copied().unwrap_or(0) <= 1
    }

    /// Puts bytes in the place of the part that `id` of another one leads to, or where others use that part
    /// too or it is of another kind, beside it. Gives the reference to use.
    ///
    /// # Errors
    /// Where the list of references cannot be read.
    pub fn replace(
        &mut self,
        part: &str,
        id: Option<&str>,
        new: NewPart,
    ) -> Result<String, RefreshError> {
        if let Some(id) = id
            && let Some(path) = self.target(part, id)?
            && has_ending(&path, new.ending)
            && self.is_own(&path)
        {
            self.put(&path, new.bytes);
            return Ok(id.to_owned());
        }
        let path = (1..=u32::MAX)
            .map(|number| format!("{}/bellwether{number}.{}", new.folder, new.ending))
            .find(|path| !self.has(path))
            .unwrap_or_default();
        self.put(&path, new.bytes);
        self.declare(new.ending, new.kind)?;
        let mut relations = self.relations(part)?;
        let fresh = (1..=u32::MAX)
            .map(|number| format!("rIdB{number}"))
            .find(|fresh| {
                !relations
                    .elements()
                    .any(|held| held.attribute("Id") == Some(fresh))
            })
            .unwrap_or_default();
        // A reference to a file elsewhere goes: its numbers would come back with "Update links".
        let is_elsewhere = |held: &Element| {
            held.attribute("Id") == id && held.attribute("TargetMode") == Some("External")
        };
        relations.children.retain(|child| {
            !matches!(child, crate::export::pptx::xml::Child::Element(held) if is_elsewhere(held))
        });
        let relation = Element::new("Relationship")
            .with("Id", &fresh)
            .with("Type", new.relation.address())
            .with("Target", relative(part, &path));
        let relations = relations.holding([relation]);
        self.put(&relations_path(part), relations.document().into_bytes());
        Ok(fresh)
    }

    /// Says what parts of an ending are, where the package does not.
    fn declare(&mut self, ending: &str, kind: &str) -> Result<(), RefreshError> {
        let mut types = self.xml(TYPES)?;
        let is_known = types.elements().any(|held| {
            held.attribute("Extension")
                .is_some_and(|held| held.eq_ignore_ascii_case(ending))
        });
        if !is_known {
            let mut element = Element::new("Default")
                .with("Extension", ending)
                .with("ContentType", kind);
            // Where the list names its elements with a prefix, so does this.
            if let Some((prefix, _)) = types.name.split_once(':') {
                element.name = format!("{prefix}:Default");
            }
            if types.attribute("xmlns").is_none() && element.name == "Default" {
                types.set("xmlns", CONTENT_TYPES);
            }
            types
                .children
                .insert(0, crate::export::pptx::xml::Child::Element(element));
            self.put(TYPES, types.document().into_bytes());
        }
        Ok(())
    }

    /// The bytes of the changed package.
    ///
    /// # Errors
    /// Where it cannot be put together.
    pub fn bytes(mut self) -> Result<Vec<u8>, RefreshError> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (index, name) in self.names.iter().enumerate() {
            if let Some(bytes) = self.changed.remove(name) {
                add(&mut writer, name, &bytes)?;
            } else {
                let entry = self
                    .archive
                    .by_index_raw(index)
                    .map_err(|error| damaged(&error))?;
                writer
                    .raw_copy_file(entry)
                    .map_err(|error| damaged(&error))?;
            }
        }
        for (name, bytes) in &self.changed {
            add(&mut writer, name, bytes)?;
        }
        let cursor = writer.finish().map_err(|error| damaged(&error))?;
        Ok(cursor.into_inner())
    }
}

/// A part to be put in the place of another one.
pub struct NewPart {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Where it stands if it is added.
    pub folder: &'static str,
    /// The ending of its name.
    pub ending: &'static str,
    /// Its kind.
    pub kind: &'static str,
    /// What it is to the part that refers to it.
    pub relation: Relation,
}
