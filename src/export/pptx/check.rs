//! Whether a package of an office program is whole: every reference leads somewhere, every part says what it
//! is, every part of XML can be read, no number of a shape is given twice. Nothing that has a problem is
//! written over a file that somebody needs.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::package::{has_ending, relations_path};
use super::xml::Element;

/// The problems of a package, in words; none where it is whole.
pub fn problems(bytes: &[u8]) -> Vec<String> {
    match parts(bytes) {
        Ok(parts) => problems_of(&parts),
        Err(problem) => vec![problem],
    }
}

fn parts(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|error| error.to_string())?;
        let name = entry
            .name()
            .map_err(|error| error.to_string())?
            .into_owned();
        let mut held = Vec::new();
        entry
            .read_to_end(&mut held)
            .map_err(|error| format!("{name}: {error}"))?;
        if parts.insert(name.clone(), held).is_some() {
            return Err(format!("{name} is there twice"));
        }
    }
    Ok(parts)
}

fn problems_of(parts: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut problems = Vec::new();
    let mut roots: BTreeMap<&str, Element> = BTreeMap::new();
    for (name, bytes) in parts {
        if has_ending(name, "xml") || has_ending(name, "rels") {
            match Element::parse(bytes) {
                Ok(root) => {
                    roots.insert(name, root);
                }
                Err(error) => problems.push(format!("{name}: {error}")),
            }
        }
    }
    problems.extend(untyped(parts, roots.get("[Content_Types].xml")));
    for (name, root) in &roots {
        if has_ending(name, "rels") {
            problems.extend(dead_ends(name, root, parts));
        } else {
            let relations = roots.get(relations_path(name).as_str());
            problems.extend(unknown_references(name, root, relations));
        }
        if root.find("cSld").is_some() {
            problems.extend(shared_numbers(name, root));
        }
    }
    problems
}

/// The parts that do not say what they are, and the kinds of parts that are not there.
fn untyped(parts: &BTreeMap<String, Vec<u8>>, types: Option<&Element>) -> Vec<String> {
    let Some(types) = types else {
        return vec![String::from("the list of kinds of parts is missing")];
    };
    let listed = |element: &str, attribute: &str| -> BTreeSet<String> {
        types
            .elements()
            .filter(|held| held.local() == element)
            .filter_map(|held| held.attribute(attribute))
            .map(str::to_lowercase)
            .collect()
    };
    let endings = listed("Default", "Extension");
    let overridden = listed("Override", "PartName");
    let present: BTreeSet<String> = parts
        .keys()
        .map(|name| format!("/{}", name.to_lowercase()))
        .collect();
    let silent = present.iter().filter(|name| {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        *name != "/[content_types].xml"
            && !name.ends_with('/')
            && !overridden.contains(*name)
            && !endings.contains(ending)
    });
    let absent = overridden.iter().filter(|name| !present.contains(*name));
    silent
        .map(|name| format!("{name} does not say what it is"))
        .chain(absent.map(|name| format!("{name} is listed and not there")))
        .collect()
}

/// The references of a part that lead nowhere.
fn dead_ends(name: &str, relations: &Element, parts: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let folder = name.rsplit_once("_rels/").map_or("", |(folder, _)| folder);
    let mut seen = BTreeSet::new();
    let mut problems = Vec::new();
    for relation in relations.elements() {
        let id = relation.attribute("Id").unwrap_or("");
        if !seen.insert(id) {
            problems.push(format!("{name}: {id} is there twice"));
        }
        if relation.attribute("TargetMode") == Some("External") {
            continue;
        }
        let target = relation.attribute("Target").unwrap_or("");
        if !parts.contains_key(&resolved(folder, target)) {
            problems.push(format!("{name}: {target} is not there"));
        }
    }
    problems
}

/// The path that a part's reference leads to; `folder` is that of the part, with a slash at its end.
pub fn resolved(folder: &str, target: &str) -> String {
    let path = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}{target}"),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn unknown_references(name: &str, root: &Element, relations: Option<&Element>) -> Vec<String> {
    let known: BTreeSet<&str> = relations
        .iter()
        .flat_map(|relations| relations.elements())
        .filter_map(|relation| relation.attribute("Id"))
        .collect();
    let mut problems = Vec::new();
    let mut open = vec![root];
    while let Some(element) = open.pop() {
        for attribute in ["r:id", "r:embed", "r:link"] {
            if let Some(id) = element.attribute(attribute)
                && !id.is_empty()
                && !known.contains(id)
            {
                problems.push(format!("{name}: {id} refers to nothing"));
            }
        }
        open.extend(element.elements());
    }
    problems
}

fn shared_numbers(name: &str, root: &Element) -> Vec<String> {
    let mut seen = BTreeSet::new();
    root.all("cNvPr")
        .into_iter()
        .filter_map(|shape| shape.attribute("id"))
        .filter(|id| !seen.insert(*id))
        .map(|id| format!("{name}: two shapes have the number {id}"))
        .collect()
}
