//! What the program can say of a reading without being asked: how many periods of which length, which rows
//! are totals, what was left out because it is worked out again. Goes through all values, so it is made once.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::shown::place_of;
use crate::base::number;
use crate::base::text::upper_first;
use crate::data::{AreaKind, Period};
use crate::import::{FindingKind, Reading, Severity};

/// A reading at a glance.
#[derive(Debug)]
pub(super) struct Digest {
    /// What was checked, the most telling first.
    pub(super) lines: Vec<String>,
    /// What is for the record, each once with its places; what the lines say is left out.
    pub(super) notes: Vec<(String, Vec<String>)>,
    /// What each sheet brings: "30 values in 10 measures, 3 periods".
    pub(super) sheets: Vec<String>,
}

impl Digest {
    pub(super) fn of(reading: &Reading) -> Self {
        Self {
            lines: lines(reading),
            notes: notes(reading),
            sheets: sheets(reading),
        }
    }
}

fn sheets(reading: &Reading) -> Vec<String> {
    #[derive(Default)]
    struct Sheet {
        values: usize,
        measures: BTreeSet<u32>,
        periods: BTreeSet<u32>,
        areas: BTreeSet<u32>,
    }
    let mut sheets: Vec<Sheet> = Vec::new();
    sheets.resize_with(reading.sheets.len(), Sheet::default);
    for observation in &reading.source.observations {
        if let Some(sheet) = sheets.get_mut(usize::from(observation.cell.sheet.0)) {
            sheet.values += 1;
            sheet.measures.insert(observation.measure);
            sheet.periods.extend(observation.period);
            sheet.areas.extend(observation.area);
        }
    }
    sheets
        .into_iter()
        .map(|sheet| {
            let parts = [
                (sheet.values, "value"),
                (sheet.measures.len(), "measure"),
                (sheet.periods.len(), "period"),
                (sheet.areas.len(), "place"),
            ];
            let parts = parts.into_iter().filter(|(count, _)| *count > 0);
            let parts: Vec<String> = parts.map(|(count, word)| counted(count, word)).collect();
            parts.join(", ")
        })
        .collect()
}

fn notes(reading: &Reading) -> Vec<(String, Vec<String>)> {
    let mut notes: IndexMap<String, Vec<String>> = IndexMap::new();
    for finding in &reading.findings {
        let is_said = matches!(
            finding.kind,
            FindingKind::PrintedChange { .. }
                | FindingKind::PrintedShare { .. }
                | FindingKind::Shorthand { .. }
        );
        if finding.severity() == Severity::Note && !is_said {
            let words = upper_first(&finding.kind.to_string());
            notes.entry(words).or_default().push(place_of(finding));
        }
    }
    notes.into_iter().collect()
}

fn lines(reading: &Reading) -> Vec<String> {
    let mut lines = Vec::new();
    let source = &reading.source;
    if source.observations.is_empty() {
        lines.push(String::from("Nothing was read as a value"));
    } else {
        lines.push(format!(
            "{} in {}",
            counted(source.observations.len(), "value"),
            counted(source.measures.len(), "measure")
        ));
    }
    lines.extend(periods(&source.periods));
    lines.extend(areas(reading));
    let bases = source
        .observations
        .iter()
        .filter(|observation| observation.unweighted_base.is_some())
        .count();
    if bases > 0 {
        lines.push(format!(
            "{} with the number of respondents behind it",
            counted(bases, "value")
        ));
    }
    let mut printed = 0;
    let mut shorthand: BTreeMap<String, u32> = BTreeMap::new();
    for finding in &reading.findings {
        match &finding.kind {
            FindingKind::PrintedChange { .. } | FindingKind::PrintedShare { .. } => printed += 1,
            FindingKind::Shorthand {
                text,
                status,
                count,
            } => {
                let words = format!("“{text}” kept as {}, never as zero", status.words());
                *shorthand.entry(words).or_default() += count;
            }
            _ => {}
        }
    }
    if printed > 0 {
        lines.push(String::from(
            "Changes and shares that the sender worked out are left out; they are worked out again from the values",
        ));
    }
    lines.extend(shorthand.into_keys());
    let account: usize = reading.sheets.iter().map(|sheet| sheet.account.cells).sum();
    lines.push(format!(
        "Every one of {} is accounted for",
        counted(account, "filled cell")
    ));
    lines
}

/// "3 periods of 12 months, from Oct 2019 to Sept 2022".
fn periods(periods: &[Period]) -> Option<String> {
    let first = periods.iter().min_by_key(|period| period.start)?;
    let last = periods.iter().max_by_key(|period| period.end)?;
    let months = first.whole_months();
    let alike = periods.iter().all(|period| period.whole_months() == months);
    let length = match months {
        Some(1) if alike => String::from(" of a month"),
        Some(months) if alike => format!(" of {months} months"),
        _ => String::new(),
    };
    Some(if periods.len() == 1 {
        format!("One period, {}", first.label())
    } else {
        format!(
            "{} periods{length}, from {} to {}",
            number::count(periods.len()),
            first.label(),
            last.label()
        )
    })
}

/// Places, and totals that are kept beside them.
fn areas(reading: &Reading) -> Vec<String> {
    let mut lines = Vec::new();
    let areas = &reading.source.areas;
    let is_total = |kind: AreaKind| matches!(kind, AreaKind::Total | AreaKind::Unassigned);
    let places = areas.iter().filter(|area| !is_total(area.kind)).count();
    if places > 0 {
        let known = areas.iter().filter(|area| area.code.is_some()).count();
        lines.push(match known {
            0 => counted(places, "place"),
            known if known == places => {
                format!("{}, all known by their code", counted(places, "place"))
            }
            known => format!(
                "{}, {known} of them known by their code",
                counted(places, "place")
            ),
        });
    }
    for area in areas.iter().filter(|area| is_total(area.kind)).take(2) {
        lines.push(format!("“{}” kept as a total, not added up", area.name));
    }
    lines
}

/// "1 value", "10,860 values".
fn counted(count: usize, word: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {word}{plural}", number::count(count))
}
