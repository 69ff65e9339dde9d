//! The groups that respondents are in, and where they live.

use std::collections::HashMap;

use indexmap::IndexMap;

use super::column::{Column, Rows, code, code_by, key, label, numbers};
use super::findings::SurveyFinding;
use super::labels::Labels;
use super::roles::Candidate;
use super::scales::is_outside_base;
use crate::base::text::clean;
use crate::data::survey::{Coded, Codes, Dimension};
use crate::data::{Area, AreaKind};
use crate::import::grid::Grid;
use crate::import::places::Places;
use crate::import::vocabulary::is_unassigned;

/// Bands of ages in years, each with its first year; the last is open.
const BANDS: [(u16, &str); 8] = [
    (0, "Under 16"),
    (16, "16-24"),
    (25, "25-34"),
    (35, "35-44"),
    (45, "45-54"),
    (55, "55-64"),
    (65, "65-74"),
    (75, "75+"),
];

/// A dimension from a column of labels; refusals are in no group.
pub(super) fn dimension(
    grid: &Grid,
    candidate: &Candidate<'_>,
    labels: &Labels,
    rows: Rows,
    name: String,
) -> Dimension {
    let (entries, places) = Labels::ordered(labels.valid());
    Dimension {
        name,
        groups: Coded {
            origin: candidate.column.origin.clone(),
            codes: code_by(grid, candidate.column.index, rows, &places),
            entries,
        },
    }
}

/// The strata or clusters of a sample, of which there may be thousands: nobody reads their names, so that they
/// stand as they are first met. `None` where there are more than can be told apart.
pub(super) fn sample_units(grid: &Grid, column: &Column, rows: Rows) -> Option<Coded<String>> {
    let mut units: IndexMap<String, String> = IndexMap::new();
    let codes = code(grid, column.index, rows, |entry| {
        let label = label(entry)?;
        if is_outside_base(&label) {
            return None;
        }
        let unit = units.entry(key(&label));
        let place = unit.index();
        unit.or_insert_with(|| clean(&label));
        u16::try_from(place).ok()
    });
    let are_told_apart = units.len() < usize::from(Codes::MOST);
    are_told_apart.then(|| Coded {
        origin: column.origin.clone(),
        entries: units.into_values().collect(),
        codes,
    })
}

/// Ages in bands of ten years.
pub(super) fn ages(
    grid: &Grid,
    column: &Column,
    rows: Rows,
    found: &mut Vec<SurveyFinding>,
) -> Dimension {
    let mut odd: Option<(f64, u32)> = None;
    let bands: Vec<Option<u16>> = numbers(grid, column.index, rows)
        .into_iter()
        .map(|age| {
            let age = age?;
            if !(0.0..=115.0).contains(&age) {
                odd = Some(odd.map_or((age, 1), |(first, count)| (first, count + 1)));
                return None;
            }
            let band = BANDS
                .iter()
                .rposition(|(first, _)| age >= f64::from(*first))?;
            u16::try_from(band).ok()
        })
        .collect();
    if let Some((age, count)) = odd {
        found.push(SurveyFinding::EntryUnknown {
            heading: column.origin.heading.clone(),
            entry: age.to_string(),
            count,
            reason: String::from("can be nobody's age"),
        });
    }
    found.push(SurveyFinding::AgesBanded {
        heading: column.origin.heading.clone(),
    });
    // Bands in which nobody is are no groups.
    let used: Vec<u16> = (0..)
        .zip(BANDS)
        .map(|(band, _)| band)
        .filter(|band| bands.contains(&Some(*band)))
        .collect();
    let place = |band: u16| {
        used.iter()
            .position(|held| *held == band)
            .and_then(|place| u16::try_from(place).ok())
    };
    Dimension {
        name: String::from("Age"),
        groups: Coded {
            origin: column.origin.clone(),
            entries: used
                .iter()
                .filter_map(|band| BANDS.get(usize::from(*band)))
                .map(|(_, label)| (*label).to_owned())
                .collect(),
            codes: bands
                .into_iter()
                .map(|band| place(band?))
                .collect::<Codes>(),
        },
    }
}

/// The column of places to use, among those that hold some: districts before forces before wards.
pub(super) fn choose_area<'c>(
    candidates: &[(&'c Candidate<'c>, AreaKind, bool)],
) -> Option<(&'c Candidate<'c>, AreaKind, bool)> {
    let rank = |kind: AreaKind| match kind {
        AreaKind::District => 0,
        AreaKind::CommunitySafetyPartnership => 1,
        AreaKind::Other => 2,
        AreaKind::PoliceForce => 3,
        AreaKind::County => 4,
        AreaKind::Ward => 5,
        _ => 6,
    };
    candidates
        .iter()
        .min_by_key(|(_, kind, is_code)| (rank(*kind), *is_code))
        .copied()
}

/// Where each respondent lives.
pub(super) fn area(
    grid: &Grid,
    candidate: &Candidate<'_>,
    labels: &Labels,
    (kind, is_code): (AreaKind, bool),
    rows: Rows,
    places: &mut Places<'_>,
) -> Coded<Area> {
    let level = Some(kind).filter(|kind| *kind != AreaKind::Other);
    let mut entries: Vec<Area> = Vec::new();
    let mut by_key: HashMap<String, u16> = HashMap::new();
    for label in &labels.list {
        if is_outside_base(&label.shown) || is_unassigned(&label.shown) {
            continue;
        }
        let code = is_code.then_some(label.shown.as_str());
        let mut area = places.resolve(&label.shown, code, level).area;
        if area.kind == AreaKind::Other {
            area.kind = kind;
        }
        let place = entries.iter().position(|held| *held == area);
        let place = place.unwrap_or_else(|| {
            entries.push(area);
            entries.len() - 1
        });
        by_key.insert(key(&label.raw), u16::try_from(place).unwrap_or(u16::MAX));
    }
    Coded {
        origin: candidate.column.origin.clone(),
        codes: code_by(grid, candidate.column.index, rows, &by_key),
        entries,
    }
}
