//! What areas of a file are called: the property that holds their ONS codes (`LAD23CD` and its like) and the one
//! that holds their names, chosen for the whole file.

use std::collections::{BTreeMap, BTreeSet};

use geojson::JsonValue;

use super::error::BoundaryNote;
use super::feature::{Place, Shape};
use crate::base::text::{clean, fold};
use crate::data::area::is_gss_code;

/// An area with its name and its edges in metres.
pub(super) struct NamedShape {
    pub name: String,
    pub code: Option<String>,
    pub polygons: Vec<Vec<Vec<Place>>>,
}

/// The areas by name; features of one code, or without codes of one name, are one area.
pub(super) fn named(shapes: &mut Vec<Shape>, notes: &mut Vec<BoundaryNote>) -> Vec<NamedShape> {
    let keys: BTreeSet<String> = shapes
        .iter()
        .flat_map(|shape| shape.properties.keys().cloned())
        .collect();
    let code_key = code_key(shapes, &keys);
    let name_key = name_key(shapes, &keys, code_key.as_deref());
    let mut areas: Vec<NamedShape> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut unnamed = 0;
    for shape in shapes.drain(..) {
        let text = |key: &Option<String>| {
            let value = shape.properties.get(key.as_deref()?)?;
            text_of(value)
        };
        let code = text(&code_key).filter(|code| is_gss_code(code));
        let name = text(&name_key).unwrap_or_default();
        if code.is_none() && name.is_empty() {
            unnamed += 1;
        }
        let identity = code.clone().or_else(|| {
            // Without codes two places of one name may be two; only where the file has none at all are they one.
            (code_key.is_none() && !name.is_empty()).then(|| fold(&name))
        });
        let held = identity
            .as_ref()
            .and_then(|identity| known.get(identity))
            .and_then(|place| areas.get_mut(*place));
        if let Some(area) = held {
            area.polygons.extend(shape.polygons);
            continue;
        }
        known.extend(identity.map(|identity| (identity, areas.len())));
        areas.push(NamedShape {
            name,
            code,
            polygons: shape.polygons,
        });
    }
    if unnamed > 0 {
        notes.push(BoundaryNote::Unnamed { count: unnamed });
    }
    areas
}

fn text_of(value: &JsonValue) -> Option<String> {
    let text = match value {
        JsonValue::String(text) => clean(text),
        JsonValue::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// The different texts of a property.
fn distinct<'s>(shapes: &'s [Shape], key: &'s str) -> BTreeSet<&'s str> {
    let values = shapes
        .iter()
        .filter_map(|shape| shape.properties.get(key)?.as_str());
    values.filter(|text| !text.trim().is_empty()).collect()
}

/// The property with most different ONS codes: of a file of wards that names their districts, too, the wards'.
fn code_key(shapes: &[Shape], keys: &BTreeSet<String>) -> Option<String> {
    let codes = |key: &String| {
        let held = distinct(shapes, key);
        held.iter().filter(|text| is_gss_code(text.trim())).count()
    };
    let best = keys
        .iter()
        .map(|key| (codes(key), key))
        .filter(|(count, _)| *count > 0)
        .max_by_key(|(count, key)| (*count, key.to_lowercase().ends_with("cd")))?;
    Some(best.1.clone())
}

/// The property of the names: that which goes with the codes (`LAD23NM` with `LAD23CD`), else one that is called
/// so, else the text with most different values.
fn name_key(shapes: &[Shape], keys: &BTreeSet<String>, code_key: Option<&str>) -> Option<String> {
    let rank = |key: &str| {
        let folded = key.to_lowercase();
        let stem = code_key.map(|code| {
            let code = code.to_lowercase();
            code.trim_end_matches("cd")
                .trim_end_matches("code")
                .to_owned()
        });
        let is_of_code =
            stem.is_some_and(|stem| [format!("{stem}nm"), format!("{stem}name")].contains(&folded));
        match folded.as_str() {
            _ if is_of_code => 4,
            "name" => 3,
            _ if folded.ends_with("nm") => 2,
            _ if folded.contains("name") => 1,
            _ => 0,
        }
    };
    let best = keys
        .iter()
        .filter(|key| Some(key.as_str()) != code_key)
        .map(|key| (rank(key), distinct(shapes, key).len(), key))
        .filter(|(_, count, _)| *count > 0)
        .max_by_key(|(rank, count, _)| (*rank, *count))?;
    Some(best.2.clone())
}
