//! The places that the program knows, with their codes, other names, and which lies in which. The facts
//! are in `assets/areas`; what a source adds is merged with them.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::area::{Area, AreaKind, is_gss_code};
use crate::base::text::{clean, fold};

/// A place of the gazetteer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its name, code and kind.
    pub area: Area,
    /// The code of the place it lies in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Other names that sources give it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The code of a place of another kind with the same boundary: the district of a partnership.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coterminous_with: Option<String>,
    /// The codes of the places that together are this one, where they are not its children: the
    /// districts of a partnership, the county and the city of a police force.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
}

/// A place as a file of places writes it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    #[serde(default)]
    code: Option<String>,
    kind: AreaKind,
    #[serde(default)]
    parent: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    coterminous_with: Option<String>,
    #[serde(default)]
    members: Vec<String>,
}

/// Why a file of places cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum GazetteerError {
    /// It is not written as such files are.
    #[error("The list of places cannot be read: {0}")]
    Syntax(#[from] ron::error::SpannedError),
    /// A code that is none.
    #[error("{place} has “{code}” for a code, which is not an ONS code")]
    Code {
        /// The name of the place.
        place: String,
        /// What stands for its code.
        code: String,
    },
    /// A code of a place that is not in the list.
    #[error("{place} refers to {code}, which is not in the list")]
    Reference {
        /// The name of the place that refers.
        place: String,
        /// The code it refers to.
        code: String,
    },
}

/// Places by code and by name.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    places: Vec<Place>,
    by_code: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
}

impl Gazetteer {
    /// The places that come with the program: Nottinghamshire in full; the countries, regions and police
    /// forces of England and Wales.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Gazetteer> = LazyLock::new(|| {
            let england = Gazetteer::from_ron(include_str!("../../assets/areas/england.ron"));
            let local = Gazetteer::from_ron(include_str!("../../assets/areas/nottinghamshire.ron"));
            // The files are part of the program and a test reads them; without one the rest still works.
            match (england, local) {
                (Ok(england), Ok(local)) => england.merged_with(&local),
                (england, local) => {
                    tracing::error!("a built-in list of places cannot be read");
                    england.or(local).unwrap_or_default()
                }
            }
        });
        &BUILT_IN
    }

    /// Reads a list of places.
    ///
    /// # Errors
    /// Where it is not such a list, or has a code that is none.
    pub fn from_ron(text: &str) -> Result<Self, GazetteerError> {
        let entries: Vec<Entry> = ron::from_str(text)?;
        let mut gazetteer = Self::default();
        for entry in entries {
            let codes = [&entry.code, &entry.parent, &entry.coterminous_with];
            let codes = codes.into_iter().flatten().chain(&entry.members);
            for code in codes {
                if !is_gss_code(code) {
                    return Err(GazetteerError::Code {
                        place: entry.name.clone(),
                        code: code.clone(),
                    });
                }
            }
            gazetteer.add(Place {
                area: Area {
                    name: entry.name,
                    code: entry.code,
                    kind: entry.kind,
                },
                parent: entry.parent,
                aliases: entry.aliases,
                coterminous_with: entry.coterminous_with,
                members: entry.members,
            });
        }
        Ok(gazetteer)
    }

    /// Checks that every code that a place refers to is in the list.
    ///
    /// # Errors
    /// The first that is not.
    pub fn check_references(&self) -> Result<(), GazetteerError> {
        for place in &self.places {
            let codes = [&place.parent, &place.coterminous_with];
            for code in codes.into_iter().flatten().chain(&place.members) {
                if self.place(code).is_none() {
                    return Err(GazetteerError::Reference {
                        place: place.area.name.clone(),
                        code: code.clone(),
                    });
                }
            }
        }
        Ok(())
    }

    /// These places and those of another list; where both have a code, the other list's place.
    #[must_use]
    pub fn merged_with(&self, other: &Self) -> Self {
        let mut merged = Self::default();
        let is_replaced = |place: &Place| {
            let code = place.area.code.as_deref();
            code.is_some_and(|code| other.place(code).is_some())
        };
        let kept = self.places.iter().filter(|place| !is_replaced(place));
        for place in kept.chain(&other.places) {
            merged.add(place.clone());
        }
        merged
    }

    /// These places, and of others those whose code is not among them.
    #[must_use]
    pub fn extended_with<'p>(&self, others: impl IntoIterator<Item = &'p Place>) -> Self {
        let mut extended = self.clone();
        for place in others {
            let code = place.area.code.as_deref();
            if code.is_some_and(|code| extended.place(code).is_none()) {
                extended.add(place.clone());
            }
        }
        extended
    }

    /// These places and others after them, in their order.
    #[must_use]
    pub fn with(mut self, others: impl IntoIterator<Item = Place>) -> Self {
        for place in others {
            self.add(place);
        }
        self
    }

    /// Adds a place, or replaces the one with its code.
    fn add(&mut self, place: Place) {
        let index = self.places.len();
        if let Some(code) = &place.area.code {
            self.by_code.insert(code.clone(), index);
        }
        for name in std::iter::once(&place.area.name).chain(&place.aliases) {
            let places = self.by_name.entry(folded_name(name)).or_default();
            if !places.contains(&index) {
                places.push(index);
            }
        }
        self.places.push(place);
    }

    /// Every place, in the order of the lists.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The place that a row names: by its code where it has one that is known, else by its name, first
    /// the place whose own name it is, then one with such an alias. A name that several places share
    /// ("Nottinghamshire") gives the first in the lists' order: see [`find_all`](Self::find_all).
    pub fn find(&self, code: Option<&str>, name: &str) -> Option<&Place> {
        code.and_then(|code| self.place(code))
            .or_else(|| self.by_name(name))
    }

    /// The place with a name or alias; the first where several have it.
    pub fn by_name(&self, name: &str) -> Option<&Place> {
        self.find_all(name).into_iter().next()
    }

    /// Every place with a name or alias, those whose own name it is first.
    pub fn find_all(&self, name: &str) -> Vec<&Place> {
        let folded = folded_name(name);
        let indices = self.by_name.get(&folded).map_or(&[][..], Vec::as_slice);
        let mut places: Vec<&Place> = indices
            .iter()
            .filter_map(|index| self.places.get(*index))
            .collect();
        places.sort_by_key(|place| folded_name(&place.area.name) != folded);
        places
    }

    /// The place of a kind with a name or alias.
    pub fn find_of_kind(&self, name: &str, kind: AreaKind) -> Option<&Place> {
        self.find_all(name)
            .into_iter()
            .find(|place| place.area.kind == kind)
    }

    /// The place with a code.
    pub fn place(&self, code: &str) -> Option<&Place> {
        let index = self.by_code.get(code.trim())?;
        self.places.get(*index)
    }

    /// The place in which a place lies.
    pub fn parent(&self, place: &Place) -> Option<&Place> {
        self.place(place.parent.as_deref()?)
    }

    /// The places that lie directly in a place.
    pub fn children(&self, place: &Place) -> Vec<&Place> {
        let Some(code) = place.area.code.as_deref() else {
            return Vec::new();
        };
        self.places
            .iter()
            .filter(|child| child.parent.as_deref() == Some(code))
            .collect()
    }

    /// The places that together are a place: its members, else its children.
    pub fn members(&self, place: &Place) -> Vec<&Place> {
        if place.members.is_empty() {
            return self.children(place);
        }
        place
            .members
            .iter()
            .filter_map(|code| self.place(code))
            .collect()
    }
}

/// A name for comparison: folded, without "the" before it.
fn folded_name(name: &str) -> String {
    let folded = fold(&clean(name));
    match folded.strip_prefix("the ") {
        Some(rest) => String::from(rest),
        None => folded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(place: Option<&Place>) -> Option<&str> {
        place.and_then(|place| place.area.code.as_deref())
    }

    #[test]
    fn the_built_in_lists_are_whole() {
        let england = Gazetteer::from_ron(include_str!("../../assets/areas/england.ron")).unwrap();
        england.check_references().unwrap();
        let all = Gazetteer::built_in();
        all.check_references().unwrap();
        assert!(all.places().len() > england.places().len());
        for place in all.places() {
            let code = place.area.code.as_deref().unwrap();
            assert_eq!(AreaKind::of_code(code), Some(place.area.kind), "{code}");
            assert_eq!(all.place(code), Some(place), "{code} stands twice");
        }
        let forces = all.places().iter();
        let forces = forces.filter(|place| place.area.kind == AreaKind::PoliceForce);
        assert_eq!(forces.count(), 43);
    }

    #[test]
    fn the_code_decides_and_names_are_forgiving() {
        let all = Gazetteer::built_in();
        assert_eq!(
            code(all.find(Some("E07000170"), "Anything")),
            Some("E07000170")
        );
        assert_eq!(
            code(all.find(Some("E22000251"), "Ashfield")),
            Some("E22000251")
        );
        for (name, expected) in [
            ("Ashfield ", "E07000170"),
            ("Newark & Sherwood", "E07000175"),
            ("NEWARK AND\nSHERWOOD", "E07000175"),
            ("City", "E06000018"),
            ("Nottingham City", "E06000018"),
            ("nottingham", "E06000018"),
            ("South Nottinghamshire", "E22000366"),
            ("Broxtowe", "E07000172"),
            ("ENGLAND AND WALES", "K04000001"),
            ("England & Wales", "K04000001"),
            ("East ", "E12000006"),
            ("Yorkshire and the Humber", "E12000003"),
            ("London, City of", "E23000034"),
            ("Devon & Cornwall", "E23000035"),
            ("Dyfed-Powys", "W15000004"),
            ("Derbyshire", "E23000018"),
            ("Nottinghamshire", "E23000019"),
        ] {
            assert_eq!(code(all.find(None, name)), Some(expected), "{name}");
        }
        for name in [
            "",
            "Unassigned Nottinghamshire",
            "*Total",
            "Hucknall",
            "British Transport Police",
        ] {
            assert_eq!(all.find(Some("E99999999"), name), None, "{name}");
        }
    }

    #[test]
    fn a_shared_name_gives_every_place_that_has_it() {
        let all = Gazetteer::built_in();
        let kinds = |name| -> Vec<AreaKind> {
            let places = all.find_all(name);
            places.iter().map(|place| place.area.kind).collect()
        };
        assert_eq!(
            kinds("Nottinghamshire"),
            [AreaKind::PoliceForce, AreaKind::County]
        );
        assert_eq!(
            kinds("Mansfield"),
            [AreaKind::District, AreaKind::CommunitySafetyPartnership]
        );
        let county = all.find_of_kind("Nottinghamshire", AreaKind::County);
        assert_eq!(code(county), Some("E10000024"));
        let force = all.find_of_kind("West Midlands", AreaKind::PoliceForce);
        assert_eq!(code(force), Some("E23000014"));
    }

    #[test]
    fn places_lie_in_places() {
        let all = Gazetteer::built_in();
        let county = all.place("E10000024").unwrap();
        assert_eq!(all.children(county).len(), 7);
        let force = all.parent(county).unwrap();
        assert_eq!(code(Some(force)), Some("E23000019"));
        assert_eq!(all.parent(force).unwrap().area.name, "East Midlands");
        let names: Vec<_> = all
            .members(force)
            .iter()
            .map(|place| &place.area.name)
            .collect();
        assert_eq!(names, ["Nottinghamshire", "Nottingham"]);
        let south = all.place("E22000366").unwrap();
        let names: Vec<_> = all
            .members(south)
            .iter()
            .map(|place| &place.area.name)
            .collect();
        assert_eq!(names, ["Broxtowe", "Gedling", "Rushcliffe"]);
        assert_eq!(south.coterminous_with, None);
        let ashfield = all.place("E07000170").unwrap();
        assert_eq!(ashfield.coterminous_with.as_deref(), Some("E22000251"));
    }

    #[test]
    fn another_list_adds_places_and_replaces_those_with_its_codes() {
        let list = r#"[
            (name: "Ashfield and Hucknall", code: Some("E07000170"), kind: District, parent: Some("E10000024")),
            (name: "Hucknall", kind: Other, parent: Some("E07000170"), aliases: ["Hucknall town"]),
        ]"#;
        let merged = Gazetteer::built_in().merged_with(&Gazetteer::from_ron(list).unwrap());
        assert_eq!(
            merged.place("E07000170").unwrap().area.name,
            "Ashfield and Hucknall"
        );
        assert_eq!(
            merged.find(None, "hucknall TOWN").unwrap().area.name,
            "Hucknall"
        );
        assert_eq!(code(merged.find(None, "Gedling")), Some("E07000173"));
        assert_eq!(
            merged.places().len(),
            Gazetteer::built_in().places().len() + 1
        );
    }

    #[test]
    fn a_list_that_is_wrong_says_what_is() {
        let error = |text: &str| Gazetteer::from_ron(text).unwrap_err().to_string();
        assert!(error("[(name: 1)]").starts_with("The list of places cannot be read: 1:"));
        assert_eq!(
            error(r#"[(name: "Ashfield", code: Some("Ashfield"), kind: District)]"#),
            "Ashfield has “Ashfield” for a code, which is not an ONS code"
        );
        let lost = r#"[(name: "Ashfield", code: Some("E07000170"), kind: District, parent: Some("E10000024"))]"#;
        let error = Gazetteer::from_ron(lost)
            .unwrap()
            .check_references()
            .unwrap_err();
        assert_eq!(
            error.to_string(),
            "Ashfield refers to E10000024, which is not in the list"
        );
    }
}
