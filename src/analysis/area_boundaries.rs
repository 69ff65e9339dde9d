//! Which boundary is which area's: by ONS code, else by name, and never by a name that two share.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::catalogue::MeasureEntry;
use super::districts::DistrictsAnswer;
use crate::base::text::fold;
use crate::data::{AreaKind, Boundaries, Boundary, Gazetteer};

/// A map of fewer areas shows nothing.
const FEWEST: usize = 2;

/// Boundaries with the areas of an answer that they bound.
#[derive(Clone, Debug)]
pub struct AreaBoundaries {
    /// The boundaries.
    pub boundaries: Arc<Boundaries>,
    /// For each boundary, the place of its area in the answer.
    pub districts: Vec<Option<usize>>,
}

impl AreaBoundaries {
    /// Whether enough of the areas are bounded for a map.
    pub fn is_enough(&self) -> bool {
        self.districts.iter().flatten().nth(FEWEST - 1).is_some()
    }

    /// The places of the areas that have no boundary, of so many.
    pub fn without(&self, count: usize) -> Vec<usize> {
        let has_boundary = |place: &usize| self.districts.contains(&Some(*place));
        (0..count).filter(|place| !has_boundary(place)).collect()
    }
}

/// An area as boundaries are looked for.
struct Wanted {
    code: Option<String>,
    /// The code of the place of another kind with the same boundary.
    other_code: Option<String>,
    names: Vec<String>,
}

impl DistrictsAnswer {
    /// Finds the boundaries of its areas: those of the file that has most of them, of several the one loaded last.
    pub(super) fn find_boundaries(&mut self, loaded: &[Arc<Boundaries>], entry: &MeasureEntry) {
        if loaded.is_empty() {
            return;
        }
        let kind = self.kind;
        let wanted: Vec<Wanted> = self
            .lines()
            .zip(&self.districts)
            .map(|(line, district)| {
                let area = entry.area_named(&line.key.area);
                let also = area.map(|area| area.also.as_slice()).unwrap_or_default();
                let place = district
                    .code
                    .as_deref()
                    .and_then(|code| Gazetteer::built_in().place(code));
                let aliases = place.map(|place| place.aliases.as_slice());
                let mut names: Vec<String> = [&line.key.area, &line.label]
                    .into_iter()
                    .chain(also)
                    .chain(aliases.unwrap_or_default())
                    .map(|name| fold(name))
                    .collect();
                names.sort();
                names.dedup();
                Wanted {
                    code: district.code.clone(),
                    other_code: district.code.as_deref().and_then(same_boundary),
                    names,
                }
            })
            .collect();
        let found = loaded.iter().map(|boundaries| AreaBoundaries {
            districts: matched(&boundaries.areas, &wanted, kind),
            boundaries: boundaries.clone(),
        });
        let count = |held: &AreaBoundaries| held.districts.iter().flatten().count();
        self.boundaries = found.max_by_key(count);
    }
}

/// The code of the place of another kind with the same boundary: the district of a partnership.
fn same_boundary(code: &str) -> Option<String> {
    let gazetteer = Gazetteer::built_in();
    let own = gazetteer.place(code)?;
    let other = gazetteer
        .places()
        .iter()
        .find(|place| place.coterminous_with.as_deref() == Some(code));
    own.coterminous_with
        .clone()
        .or_else(|| other.and_then(|place| place.area.code.clone()))
}

/// For each boundary the area that it bounds.
fn matched(boundaries: &[Boundary], wanted: &[Wanted], kind: AreaKind) -> Vec<Option<usize>> {
    let mut by_code: BTreeMap<&str, usize> = BTreeMap::new();
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, area) in wanted.iter().enumerate() {
        for code in area.other_code.iter().chain(&area.code) {
            by_code.insert(code, place);
        }
        for name in &area.names {
            by_name.entry(name).or_default().push(place);
        }
    }
    let of_code = |boundary: &Boundary| by_code.get(boundary.code.as_deref()?).copied();
    let mut found: Vec<Option<usize>> = boundaries.iter().map(of_code).collect();
    let named: Vec<Option<usize>> = boundaries
        .iter()
        .map(|boundary| {
            if !may_go_by_name(boundary, kind) {
                return None;
            }
            let name = fold(&boundary.name);
            let own = by_name.get(name.as_str()).map(Vec::as_slice);
            match own {
                Some([only]) => Some(*only),
                Some(_) => None,
                None => {
                    // Another name of the same place, as the gazetteer knows it.
                    let place = Gazetteer::built_in().find_of_kind(&boundary.name, kind)?;
                    by_code.get(place.area.code.as_deref()?).copied()
                }
            }
        })
        .collect();
    for place in 0..wanted.len() {
        if found.contains(&Some(place)) {
            continue;
        }
        let of_name = || {
            let all = named.iter().enumerate();
            all.filter(|(_, named)| **named == Some(place))
        };
        // Two boundaries of one name, such as of wards in two districts, are of nobody knows whom.
        if let (Some((boundary, _)), None) = (of_name().next(), of_name().nth(1))
            && let Some(slot) = found.get_mut(boundary)
            && slot.is_none()
        {
            *slot = Some(place);
        }
    }
    found
}

/// Whether a boundary may be known by its name: where its code says that it is of another kind, the county of
/// Nottinghamshire would be taken for the police force of that name, which has the city, too.
fn may_go_by_name(boundary: &Boundary, kind: AreaKind) -> bool {
    let held = boundary.code.as_deref().and_then(AreaKind::of_code);
    !boundary.name.is_empty() && held.is_none_or(|held| held == kind || kind == AreaKind::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boundary(name: &str, code: Option<&str>) -> Boundary {
        Boundary {
            name: name.to_owned(),
            code: code.map(str::to_owned),
            polygons: Vec::new(),
        }
    }

    fn wanted(name: &str, code: Option<&str>) -> Wanted {
        Wanted {
            code: code.map(str::to_owned),
            other_code: None,
            names: vec![fold(name)],
        }
    }

    #[test]
    fn codes_come_before_names() {
        let held = [
            boundary("Gedling", Some("E07000170")),
            boundary("Ashfield", Some("E07000173")),
        ];
        let areas = [
            wanted("Ashfield", Some("E07000170")),
            wanted("Gedling", Some("E07000173")),
        ];
        assert_eq!(
            matched(&held, &areas, AreaKind::District),
            [Some(0), Some(1)]
        );
    }

    #[test]
    fn names_are_forgiving_and_never_shared() {
        let held = [
            boundary("NEWARK & SHERWOOD", None),
            boundary("Central", None),
            boundary("Central", None),
            boundary("City of Nottingham", None),
        ];
        let areas = [
            wanted("Newark and Sherwood", Some("E07000175")),
            wanted("Central", None),
            wanted("Nottingham", Some("E06000018")),
        ];
        let found = matched(&held, &areas, AreaKind::District);
        assert_eq!(found.first(), Some(&Some(0)), "another spelling");
        assert_eq!(found.get(1..3), Some(&[None, None][..]), "two of one name");
    }

    #[test]
    fn a_code_of_another_kind_is_no_match_by_name() {
        let held = [boundary("Nottinghamshire", Some("E10000024"))];
        let areas = [wanted("Nottinghamshire", Some("E23000019"))];
        assert_eq!(matched(&held, &areas, AreaKind::PoliceForce), [None]);
    }
}
