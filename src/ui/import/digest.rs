//! What the program can say of a reading without being asked: how many periods of which length, which rows
//! are totals, what was left out because it is worked out again. Goes through all values, so it is made once.

use std::collections::{BTreeMap, BTreeSet};

use super::shown::place_of;
use crate::data::{AreaKind, Period, Status};
use crate::import::{FindingKind, Reading, Severity, status_words};
use crate::words::say;

/// A reading at a glance.
#[derive(Debug)]
pub(super) struct Digest {
    /// What was checked, the most telling first.
    pub(super) lines: Vec<Checked>,
    /// What is for the record, each once by the place of the first among the findings, with all its places; what the
    /// lines say is left out.
    pub(super) notes: Vec<(usize, Vec<String>)>,
    /// What each sheet brings.
    pub(super) sheets: Vec<SheetDigest>,
}

/// Something that was checked.
#[derive(Debug)]
pub(super) enum Checked {
    /// There are no values.
    NoValues,
    /// How many values of how many measures.
    Values { values: usize, measures: usize },
    /// The one period.
    Period(Period),
    /// The periods, with the months of each where all have as many.
    Periods {
        count: usize,
        months: Option<u32>,
        first: Period,
        last: Period,
    },
    /// How many places, and how many of them are known by their code.
    Places { count: usize, known: usize },
    /// A total that stands beside what it is of.
    Total(String),
    /// How many values have their number of respondents.
    Bases(usize),
    /// Changes and shares of the sender's.
    WorkedOutAgain,
    /// What a sign was read as.
    Shorthand { text: String, status: Status },
    /// How many cells there are, of each of which it is known what became of it.
    Accounted(usize),
}

impl Checked {
    /// The same for reading.
    pub(super) fn words(&self) -> String {
        match self {
            Self::NoValues => say::checked_no_values().to_owned(),
            Self::Values { values, measures } => say::CheckedValues {
                values: say::count_values(*values),
                measures: say::count_measures(*measures),
            }
            .say(),
            Self::Period(period) => say::checked_period(period.label()),
            Self::Periods {
                count,
                months,
                first,
                last,
            } => {
                let count = say::count_periods(*count);
                match months {
                    Some(1) => say::CheckedPeriodsMonth {
                        periods: count,
                        first: first.label(),
                        last: last.label(),
                    }
                    .say(),
                    Some(months) => say::CheckedPeriodsMonths {
                        periods: count,
                        months: *months,
                        first: first.label(),
                        last: last.label(),
                    }
                    .say(),
                    None => say::CheckedPeriods {
                        periods: count,
                        first: first.label(),
                        last: last.label(),
                    }
                    .say(),
                }
            }
            Self::Places { count, known } => {
                let places = say::count_places(*count);
                match *known {
                    0 => places,
                    known if known == *count => say::checked_places_known(places),
                    known => say::CheckedPlacesSomeKnown { known, places }.say(),
                }
            }
            Self::Total(name) => say::checked_total(name),
            Self::Bases(values) => say::checked_bases(say::count_values(*values)),
            Self::WorkedOutAgain => say::checked_worked_out().to_owned(),
            Self::Shorthand { text, status } => say::CheckedShorthand {
                text,
                status: status_words(*status),
            }
            .say(),
            Self::Accounted(cells) => say::checked_cells(say::count_filled_cells(*cells)),
        }
    }
}

/// What a sheet brings.
#[derive(Debug)]
pub(super) struct SheetDigest {
    values: usize,
    measures: usize,
    periods: usize,
    areas: usize,
}

impl SheetDigest {
    /// "30 values, 10 measures, 3 periods".
    pub(super) fn words(&self) -> String {
        let parts = [
            (self.values > 0).then(|| say::count_values(self.values)),
            (self.measures > 0).then(|| say::count_measures(self.measures)),
            (self.periods > 0).then(|| say::count_periods(self.periods)),
            (self.areas > 0).then(|| say::count_places(self.areas)),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        parts.join(", ")
    }
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

fn sheets(reading: &Reading) -> Vec<SheetDigest> {
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
        .map(|sheet| SheetDigest {
            values: sheet.values,
            measures: sheet.measures.len(),
            periods: sheet.periods.len(),
            areas: sheet.areas.len(),
        })
        .collect()
}

fn notes(reading: &Reading) -> Vec<(usize, Vec<String>)> {
    let mut notes: Vec<(usize, Vec<String>)> = Vec::new();
    let mut held: BTreeMap<String, usize> = BTreeMap::new();
    for (index, finding) in reading.findings.iter().enumerate() {
        let is_said = matches!(
            finding.kind,
            FindingKind::PrintedChange { .. }
                | FindingKind::PrintedShare { .. }
                | FindingKind::Shorthand { .. }
        );
        if finding.severity() != Severity::Note || is_said {
            continue;
        }
        let at = *held.entry(finding.kind.to_string()).or_insert(notes.len());
        match notes.get_mut(at) {
            Some((_, places)) => places.push(place_of(finding)),
            None => notes.push((index, vec![place_of(finding)])),
        }
    }
    notes
}

fn lines(reading: &Reading) -> Vec<Checked> {
    let mut lines = Vec::new();
    let source = &reading.source;
    lines.push(if source.observations.is_empty() {
        Checked::NoValues
    } else {
        Checked::Values {
            values: source.observations.len(),
            measures: source.measures.len(),
        }
    });
    lines.extend(periods(&source.periods));
    lines.extend(areas(reading));
    let bases = source
        .observations
        .iter()
        .filter(|observation| observation.unweighted_base.is_some())
        .count();
    if bases > 0 {
        lines.push(Checked::Bases(bases));
    }
    let mut printed = 0;
    let mut shorthand: BTreeMap<&str, Status> = BTreeMap::new();
    for finding in &reading.findings {
        match &finding.kind {
            FindingKind::PrintedChange { .. } | FindingKind::PrintedShare { .. } => printed += 1,
            FindingKind::Shorthand { text, status, .. } => {
                shorthand.insert(text, *status);
            }
            _ => {}
        }
    }
    if printed > 0 {
        lines.push(Checked::WorkedOutAgain);
    }
    lines.extend(shorthand.into_iter().map(|(text, status)| {
        let text = text.to_owned();
        Checked::Shorthand { text, status }
    }));
    let cells = reading.sheets.iter().map(|sheet| sheet.account.cells).sum();
    lines.push(Checked::Accounted(cells));
    lines
}

/// "3 periods of 12 months, from Oct 2019 to Sept 2022".
fn periods(periods: &[Period]) -> Option<Checked> {
    let first = periods.iter().min_by_key(|period| period.start)?;
    let last = periods.iter().max_by_key(|period| period.end)?;
    let months = first.whole_months();
    let alike = periods.iter().all(|period| period.whole_months() == months);
    Some(if periods.len() == 1 {
        Checked::Period(*first)
    } else {
        Checked::Periods {
            count: periods.len(),
            months: months.filter(|_| alike),
            first: *first,
            last: *last,
        }
    })
}

/// Places, and totals that are kept beside them.
fn areas(reading: &Reading) -> Vec<Checked> {
    let areas = &reading.source.areas;
    let is_total = |kind: AreaKind| matches!(kind, AreaKind::Total | AreaKind::Unassigned);
    let count = areas.iter().filter(|area| !is_total(area.kind)).count();
    let known = areas.iter().filter(|area| area.code.is_some()).count();
    let places = (count > 0).then_some(Checked::Places { count, known });
    let totals = areas.iter().filter(|area| is_total(area.kind)).take(2);
    let totals = totals.map(|area| Checked::Total(area.name.clone()));
    places.into_iter().chain(totals).collect()
}
