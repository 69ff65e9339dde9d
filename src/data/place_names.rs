//! The other names by which people look for a place: codes, what sources call it, its name in Welsh. They are
//! for finding alone; how sources are read does not depend on them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::area::AreaKind;
use super::gazetteer::Gazetteer;
use crate::base::text::fold;

/// A place with its code, and its names in English and in Welsh.
type WelshName = (String, String, String);

/// Every other name of a place that the program knows; of places of several kinds with one name those of the
/// kind, where that is given.
///
/// ```
/// use bellwether::data::place_names::other_names;
/// assert!(other_names("Cardiff", None).contains(&"Caerdydd"));
/// ```
pub fn other_names(name: &str, kind: Option<AreaKind>) -> Vec<&'static str> {
    let gazetteer = Gazetteer::built_in();
    let places = match kind {
        Some(kind) => gazetteer.find_of_kind(name, kind).into_iter().collect(),
        None => gazetteer.find_all(name),
    };
    let mut names: Vec<&'static str> = Vec::new();
    for place in places {
        names.push(&place.area.name);
        names.extend(place.aliases.iter().map(String::as_str));
        names.extend(place.area.code.as_deref());
    }
    if let Some((code, english, welsh)) = welsh_names().get(&fold(name)) {
        names.extend([english.as_str(), welsh, code]);
    }
    let mut known: Vec<&'static str> = Vec::with_capacity(names.len());
    for other in names {
        if other != name && !known.contains(&other) {
            known.push(other);
        }
    }
    known
}

/// The places of Wales by their folded names in both languages.
fn welsh_names() -> &'static HashMap<String, WelshName> {
    static NAMES: LazyLock<HashMap<String, WelshName>> = LazyLock::new(|| {
        let text = include_str!("../../assets/areas/welsh_names.ron");
        let names: Vec<WelshName> = ron::from_str(text).unwrap_or_else(|error| {
            // The file is part of the program and a test reads it; without it places are found by their names.
            tracing::error!(%error, "the list of Welsh names cannot be read");
            Vec::new()
        });
        let both = names.into_iter().flat_map(|held| {
            let keys = [fold(&held.1), fold(&held.2)];
            keys.map(|key| (key, held.clone()))
        });
        both.collect()
    });
    &NAMES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_codes_aliases_and_welsh_names() {
        for (name, kind, other) in [
            ("Cardiff", Some(AreaKind::District), "Caerdydd"),
            ("Caerdydd", None, "Cardiff"),
            ("Isle of Anglesey", None, "W06000001"),
            (
                "North Wales",
                Some(AreaKind::PoliceForce),
                "Heddlu Gogledd Cymru",
            ),
            ("Ashfield", Some(AreaKind::District), "E07000170"),
        ] {
            let names = other_names(name, kind);
            assert!(names.contains(&other), "{name}: {names:?}");
            assert!(!names.contains(&name));
        }
        assert!(other_names("Nowhere at all", None).is_empty());
    }
}
