//! Which place a label means: by code, by name, by what its column says of the level. What the gazetteer
//! does not know keeps the source's own name.

use std::collections::HashMap;

use super::{text_marks, vocabulary};
use crate::base::text::{clean, fold};
use crate::data::area::is_gss_code;
use crate::data::gazetteer::Gazetteer;
use crate::data::{Area, AreaKind};

/// A place as a label gave it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Resolved {
    pub area: Area,
    /// Words in brackets that tell two rows of one place apart: `inc. BTP`.
    pub qualifier: Option<String>,
    /// Several places share the name, and nothing said which.
    pub is_ambiguous: bool,
    /// The gazetteer knows it.
    pub is_known: bool,
}

/// Resolves labels, each distinct one once.
pub(crate) struct Places<'a> {
    gazetteer: &'a Gazetteer,
    cache: HashMap<(String, Option<String>, Option<AreaKind>), Resolved>,
}

impl<'a> Places<'a> {
    pub(crate) fn new(gazetteer: &'a Gazetteer) -> Self {
        Self {
            gazetteer,
            cache: HashMap::new(),
        }
    }

    pub(crate) const fn gazetteer(&self) -> &'a Gazetteer {
        self.gazetteer
    }

    /// The place of a label, with the code beside it and the level that its column names.
    pub(crate) fn resolve(
        &mut self,
        name: &str,
        code: Option<&str>,
        level: Option<AreaKind>,
    ) -> Resolved {
        let key = (name.to_owned(), code.map(ToOwned::to_owned), level);
        if let Some(resolved) = self.cache.get(&key) {
            return resolved.clone();
        }
        let resolved = resolve(self.gazetteer, name, code, level);
        self.cache.insert(key, resolved.clone());
        resolved
    }

    /// The place of a label whose name two rows share: the wider or the narrower of those that bear it.
    pub(crate) fn resolve_shared(
        &mut self,
        name: &str,
        wider: bool,
        level: Option<AreaKind>,
    ) -> Resolved {
        let stripped = text_marks::strip(name).text;
        let mut all = self.gazetteer.find_all(&stripped);
        // A partnership and its district are one place under two names, not one inside the other.
        all.retain(|place| {
            matches!(
                place.area.kind,
                AreaKind::Country | AreaKind::Region | AreaKind::PoliceForce | AreaKind::County
            )
        });
        all.sort_by_key(|place| place.area.kind);
        let found = if wider { all.first() } else { all.last() };
        match found {
            Some(place) if all.len() > 1 => Resolved {
                area: place.area.clone(),
                qualifier: None,
                is_ambiguous: false,
                is_known: true,
            },
            _ => self.resolve(name, None, level),
        }
    }

    /// Whether a name is a known place with "police force area" or the like after it.
    pub(crate) fn knows_body(&self, name: &str) -> bool {
        spellings(name)
            .iter()
            .skip(1)
            .any(|short| self.gazetteer.by_name(short).is_some())
    }

    /// Whether the gazetteer knows a name.
    pub(crate) fn knows(&self, name: &str) -> bool {
        let stripped = text_marks::strip(name).text;
        !stripped.is_empty()
            && (find(self.gazetteer, &stripped, None).is_some()
                || find(self.gazetteer, &split_qualifier(&stripped).0, None).is_some())
    }
}

fn find<'g>(gazetteer: &'g Gazetteer, name: &str, level: Option<AreaKind>) -> Option<&'g Area> {
    let by_level = level
        .filter(|level| *level != AreaKind::Other)
        .and_then(|level| gazetteer.find_of_kind(name, level));
    by_level
        .or_else(|| gazetteer.by_name(name))
        .map(|place| &place.area)
}

fn resolve(
    gazetteer: &Gazetteer,
    name: &str,
    code: Option<&str>,
    level: Option<AreaKind>,
) -> Resolved {
    let stripped = text_marks::strip(name).text;
    let code = code.map(str::trim).filter(|code| is_gss_code(code));
    let (bare, qualifier) = split_qualifier(&stripped);
    let tells_apart = qualifier.filter(|words| is_telling(words));
    if let Some(code) = code {
        let area = gazetteer.place(code).map_or_else(
            || Area {
                name: if bare.is_empty() {
                    code.to_owned()
                } else {
                    sentence_case(&bare)
                },
                code: Some(code.to_owned()),
                kind: AreaKind::of_code(code).unwrap_or_default(),
            },
            |place| place.area.clone(),
        );
        return Resolved {
            is_known: gazetteer.place(code).is_some(),
            area,
            qualifier: tells_apart,
            is_ambiguous: false,
        };
    }
    if vocabulary::is_unassigned(&stripped) {
        let area = Area {
            name: stripped,
            code: None,
            kind: AreaKind::Unassigned,
        };
        return Resolved {
            area,
            qualifier: None,
            is_ambiguous: false,
            is_known: false,
        };
    }
    // "*Total England", "Total Nottinghamshire": the sum is the place's own figure.
    let without_total = without_total(&bare);
    let candidates = [stripped.as_str(), bare.as_str(), without_total.as_str()];
    for candidate in candidates {
        for spelling in spellings(candidate) {
            let is_total = candidate == without_total && without_total != bare;
            let region = gazetteer
                .find_all(&spelling)
                .into_iter()
                .find(|place| place.area.kind == AreaKind::Region)
                .filter(|_| is_total && level == Some(AreaKind::PoliceForce));
            // "Total West Midlands" among forces is the region, not the force of that name.
            let found = region.map(|place| &place.area);
            if let Some(area) = found.or_else(|| find(gazetteer, &spelling, level)) {
                let all = gazetteer.find_all(&spelling);
                let at_level =
                    level.is_some_and(|level| all.iter().any(|place| place.area.kind == level));
                return Resolved {
                    area: area.clone(),
                    qualifier: if candidate == stripped {
                        None
                    } else {
                        tells_apart
                    },
                    is_ambiguous: all.len() > 1
                        && !at_level
                        && !shares_name_by_design(gazetteer, &all),
                    is_known: true,
                };
            }
        }
    }
    if vocabulary::is_area_total(&bare) {
        let area = Area {
            name: stripped.trim_start_matches('*').trim().to_owned(),
            code: None,
            kind: AreaKind::Total,
        };
        return Resolved {
            area,
            qualifier: None,
            is_ambiguous: false,
            is_known: false,
        };
    }
    Resolved {
        area: Area {
            name: if tells_apart.is_some() {
                bare
            } else {
                stripped
            },
            code: None,
            kind: level.unwrap_or_default(),
        },
        qualifier: tells_apart,
        is_ambiguous: false,
        is_known: false,
    }
}

/// Whether places of one name cover the same ground, as a partnership and its district.
fn shares_name_by_design(gazetteer: &Gazetteer, places: &[&crate::data::gazetteer::Place]) -> bool {
    places.iter().skip(1).all(|place| {
        let first = places.first().and_then(|place| place.area.code.as_deref());
        place.coterminous_with.as_deref() == first
            || places
                .first()
                .is_some_and(|head| head.coterminous_with.as_deref() == place.area.code.as_deref())
            || place.coterminous_with.as_deref().is_some_and(|code| {
                gazetteer.place(code).is_some_and(|other| {
                    places
                        .iter()
                        .any(|known| known.area.code == other.area.code)
                })
            })
    })
}

/// `ENGLAND AND WALES (inc. BTP)` into the name and what stands in brackets.
pub(crate) fn split_qualifier(name: &str) -> (String, Option<String>) {
    if let Some((before, rest)) = name.split_once('(')
        && let Some((inside, after)) = rest.split_once(')')
        && !before.trim().is_empty()
    {
        return (clean(&format!("{before} {after}")), Some(clean(inside)));
    }
    (name.to_owned(), None)
}

/// Whether words in brackets tell rows apart, rather than the kind of place.
fn is_telling(words: &str) -> bool {
    let folded = fold(words);
    folded.split(' ').any(|word| {
        matches!(
            word,
            "inc"
                | "incl"
                | "including"
                | "includes"
                | "exc"
                | "excl"
                | "excluding"
                | "excludes"
                | "original"
                | "comparable"
                | "revised"
                | "old"
                | "new"
                | "adjusted"
                | "unadjusted"
                | "with"
                | "without"
                | "less"
                | "minus"
                | "plus"
                | "rest"
        )
    })
}

fn without_total(name: &str) -> String {
    let bare = name.trim_start_matches('*').trim();
    let lower = bare.to_lowercase();
    if lower.starts_with("total ") {
        bare.get(6..).unwrap_or(bare).trim().to_owned()
    } else if lower.ends_with(" total") {
        bare.get(..bare.len() - 6).unwrap_or(bare).trim().to_owned()
    } else {
        bare.to_owned()
    }
}

/// A name and the same without "Police", "Council" and the like.
fn spellings(name: &str) -> Vec<String> {
    let mut all = vec![name.to_owned()];
    let lower = name.to_lowercase();
    for tail in [
        " police force area",
        " police force",
        " police",
        " constabulary",
        " district council",
        " borough council",
        " city council",
        " county council",
        " council",
        " community safety partnership",
        " csp",
        " district",
        " borough",
        " region",
        " pfa",
        " bcu",
    ] {
        if lower.ends_with(tail)
            && let Some(short) = name.get(..name.len() - tail.len())
            && !short.trim().is_empty()
        {
            all.push(short.trim().to_owned());
        }
    }
    all
}

/// `WALES` as `Wales`; names with small letters stay.
fn sentence_case(name: &str) -> String {
    if name.chars().any(char::is_lowercase) || name.len() <= 4 {
        return name.to_owned();
    }
    name.split(' ')
        .map(|word| {
            let lower = word.to_lowercase();
            if matches!(
                lower.as_str(),
                "and" | "of" | "the" | "upon" | "on" | "in" | "with"
            ) {
                return lower;
            }
            let mut chars = lower.chars();
            chars.next().map_or_else(String::new, |first| {
                first.to_uppercase().chain(chars).collect()
            })
        })
        .collect::<Vec<String>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(name: &str, code: Option<&str>, level: Option<AreaKind>) -> Resolved {
        resolve(Gazetteer::built_in(), name, code, level)
    }

    #[test]
    fn labels_become_places() {
        let place = resolved("ENGLAND AND WALES (inc. BTP)7", Some("K04000001"), None);
        assert_eq!(place.area.name, "England and Wales");
        assert_eq!(place.qualifier.as_deref(), Some("inc. BTP"));
        let place = resolved("Newark & Sherwood ", None, Some(AreaKind::District));
        assert_eq!(place.area.name, "Newark and Sherwood");
        assert_eq!(resolved("*Total", None, None).area.kind, AreaKind::Total);
        assert_eq!(
            resolved("*Total England", None, None).area.kind,
            AreaKind::Country
        );
        let place = resolved(
            "Unassigned Nottinghamshire",
            None,
            Some(AreaKind::CommunitySafetyPartnership),
        );
        assert_eq!(
            (place.area.kind, place.area.name.as_str()),
            (AreaKind::Unassigned, "Unassigned Nottinghamshire")
        );
        let place = resolved("BARNSLEY", Some("E08000016"), None);
        assert_eq!(place.area.name, "Barnsley");
        assert_eq!(
            resolved("Nottinghamshire", None, Some(AreaKind::PoliceForce))
                .area
                .kind,
            AreaKind::PoliceForce
        );
        assert_eq!(
            resolved("Camden", None, Some(AreaKind::District)).area.kind,
            AreaKind::District
        );
    }
}
