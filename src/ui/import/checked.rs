//! What the program can say of a reading without being asked: how many periods of which length, which rows
//! are totals, what was left out because it is worked out again.

use std::collections::BTreeMap;

use crate::base::number;
use crate::data::{AreaKind, Period};
use crate::import::{FindingKind, Reading};

/// The lines, the most telling first.
pub(super) fn lines(reading: &Reading) -> Vec<String> {
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
