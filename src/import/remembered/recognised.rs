//! A layout made from a workbook, and a workbook known to be of a layout.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::acceptances::{accepted, carried_acceptances, carried_meaning, meanings};
use super::carried::{Carried, carry, carry_marked_out, remember};
use super::drift::{Drift, DriftKind};
use super::drift_list::{self, within};
use super::layout::{RememberedColumn, RememberedLayout, RememberedSheet, RememberedTable};
use super::matching::{LEAST_CONFIDENCE, Matching};
use super::seen::{Seen, headings};
use crate::base::progress::Progress;
use crate::base::text::{clean, fold};
use crate::data::gazetteer::Gazetteer;
use crate::data::{Period, Source};
use crate::import::decisions::{Decisions, TableDecisions};
use crate::import::report::{OpenedFile, Reading};

/// A workbook that is of a layout.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Recognised {
    /// Under whose name the layout is kept.
    pub partner: String,
    /// Which of the layouts it is, from 0.
    pub layout: usize,
    /// How sure that is, 0 to 1.
    pub confidence: f64,
    /// What was said of the layout, for this workbook.
    pub decisions: Decisions,
    /// What differs, sheet by sheet in the order of the workbook; what is gone comes last.
    pub drift: Vec<Drift>,
}

impl RememberedLayout {
    /// The layout of a workbook, with what was said of it. Where something was said, the workbook is read
    /// once more as the program concludes, since that is how the next return is first seen.
    pub fn of(partner: &str, file: &OpenedFile, reading: &Reading, decisions: &Decisions) -> Self {
        let again = (!decisions.is_empty())
            .then(|| {
                let nothing = Decisions::default();
                file.read(Gazetteer::built_in(), &nothing, &Progress::new())
                    .ok()
            })
            .flatten();
        let concluded = again.as_ref().unwrap_or(reading);
        let seen = Seen::of(file, concluded);
        let sheets = seen
            .sheets
            .iter()
            .enumerate()
            .map(|(index, sheet)| {
                let said = decisions.of_sheet(sheet.name);
                let mut tables: Vec<RememberedTable> = seen
                    .of_sheet(index)
                    .map(|table| {
                        let of_table = said.of_table(table.layout.anchor);
                        RememberedTable {
                            said: remember(table.grid, Some(table), &of_table),
                            ..table.table.clone()
                        }
                    })
                    .collect();
                // Tables where the program finds none.
                for of_table in &said.tables {
                    let is_found = seen
                        .of_sheet(index)
                        .any(|table| table.layout.anchor == of_table.anchor);
                    if let (false, Some(rows), Some(grid)) =
                        (is_found, &of_table.headings, sheet.grid)
                    {
                        let texts = headings(grid, rows, 0, grid.column_count());
                        tables.push(RememberedTable {
                            columns: texts
                                .into_iter()
                                .filter(|text| !text.text.is_empty())
                                .map(|text| RememberedColumn {
                                    heading: text.text,
                                    role: String::new(),
                                    times: 1,
                                })
                                .collect(),
                            marked_out: true,
                            said: remember(grid, None, of_table),
                            ..RememberedTable::default()
                        });
                    }
                }
                RememberedSheet {
                    name: sheet.name.to_owned(),
                    leave_out: said.leave_out,
                    accepted: accepted(reading, sheet.name, decisions),
                    tables,
                }
            })
            .collect();
        let source = &reading.source;
        Self {
            partner: clean(partner),
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            figures_to: periods(source).iter().map(Period::last_day).max(),
            meanings: meanings(concluded, decisions),
            sheets,
        }
    }

    /// Whether it is kept under a name; capitals, spaces and signs make no difference.
    pub fn is_of(&self, partner: &str) -> bool {
        fold(&self.partner) == fold(partner)
    }

    /// How many tables it knows.
    pub fn table_count(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.tables.len()).sum()
    }

    /// Whether nothing was said of it.
    fn is_silent(&self) -> bool {
        self.meanings.is_empty()
            && self.sheets.iter().all(|sheet| {
                !sheet.leave_out
                    && sheet.accepted.is_empty()
                    && sheet.tables.iter().all(|table| table.said.is_empty())
            })
    }
}

/// Finds the layout of which a workbook is, if it is of one. `concluded` is the workbook read without
/// decisions. Where two partners' layouts fit equally well and say something, neither is taken.
pub fn recognise(
    file: &OpenedFile,
    concluded: &Reading,
    layouts: &[RememberedLayout],
) -> Option<Recognised> {
    if layouts.is_empty() {
        return None;
    }
    let seen = Seen::of(file, concluded);
    let source = &concluded.source;
    let mut matchings: Vec<(usize, &RememberedLayout, Matching)> = layouts
        .iter()
        .enumerate()
        .map(|(index, layout)| {
            let matching = Matching::of(layout, &seen, &source.title, source.publisher.as_deref());
            (index, layout, matching)
        })
        .filter(|(_, _, matching)| matching.confidence >= LEAST_CONFIDENCE)
        .collect();
    matchings.sort_by(|a, b| b.2.confidence.total_cmp(&a.2.confidence));
    let mut surest = matchings.into_iter();
    let (index, layout, matching) = surest.next()?;
    if let Some((_, other, next)) = surest.next() {
        let as_sure = matching.confidence - next.confidence < 1e-9;
        if as_sure && !(layout.is_silent() && other.is_silent()) {
            return None;
        }
    }
    let mut drift = drift_list::list(layout, &seen, &matching);
    let decisions = decisions(layout, &seen, &matching, concluded, &mut drift);
    drift.sort_by_key(|drift| {
        let place = seen
            .sheets
            .iter()
            .position(|sheet| sheet.name == drift.sheet);
        place.unwrap_or(usize::MAX)
    });
    let later = layout
        .figures_to
        .map_or(0, |known| periods_after(source, known));
    if later > 0 {
        drift.push(Drift {
            sheet: String::new(),
            table: String::new(),
            at: None,
            kind: DriftKind::NewPeriods { count: later },
        });
    }
    Some(Recognised {
        partner: layout.partner.clone(),
        layout: index,
        confidence: matching.confidence,
        decisions,
        drift,
    })
}

/// The periods of which a source has figures.
fn periods(source: &Source) -> BTreeSet<Period> {
    let observations = source.observations.iter();
    observations
        .filter_map(|observation| source.period(observation).copied())
        .collect()
}

/// How many of them end after a day.
fn periods_after(source: &Source, day: Date) -> usize {
    let periods = periods(source);
    let later = periods.iter().filter(|period| period.last_day() > day);
    later.count()
}

/// What was said of a layout, for a workbook.
fn decisions(
    layout: &RememberedLayout,
    seen: &Seen<'_>,
    matching: &Matching,
    concluded: &Reading,
    drift: &mut Vec<Drift>,
) -> Decisions {
    let mut decisions = Decisions::default();
    for remembered in &layout.meanings {
        match carried_meaning(concluded, remembered) {
            Some(meaning) => decisions.meanings.push(meaning),
            None => drift.push(not_carried("", format!("“{}”", remembered.text))),
        }
    }
    for pair in &matching.pairs {
        let remembered = layout
            .sheets
            .get(pair.sheet)
            .and_then(|sheet| sheet.tables.get(pair.table));
        let (Some(remembered), Some(table)) = (remembered, seen.tables.get(pair.seen)) else {
            continue;
        };
        if remembered.said.is_empty() {
            continue;
        }
        let carried = carry(remembered, table);
        drift.extend(carried.not_carried.iter().map(|what| {
            let kind = DriftKind::NotCarriedOver { what: what.clone() };
            within(seen, table, Some(table.span()), kind)
        }));
        if let Some(sheet) = seen.sheets.get(table.sheet) {
            take(&mut decisions, sheet.name, carried);
        }
    }
    for (old, sheet) in layout.sheets.iter().enumerate() {
        if let Some(new) = matching.sheets.get(old).copied().flatten() {
            let pair = (old, new);
            sheet_decisions(
                sheet,
                pair,
                seen,
                matching,
                concluded,
                &mut decisions,
                drift,
            );
        }
    }
    decisions
}

/// Something that could not be carried over to a sheet.
fn not_carried(sheet: &str, what: String) -> Drift {
    Drift {
        sheet: sheet.to_owned(),
        table: String::new(),
        at: None,
        kind: DriftKind::NotCarriedOver { what },
    }
}

/// What was said of a sheet as a whole, and of tables in it that the program does not find. The pair is the
/// sheet of the layout and that of the workbook.
fn sheet_decisions(
    sheet: &RememberedSheet,
    (old, new): (usize, usize),
    seen: &Seen<'_>,
    matching: &Matching,
    concluded: &Reading,
    decisions: &mut Decisions,
    drift: &mut Vec<Drift>,
) {
    let Some(now) = seen.sheets.get(new) else {
        return;
    };
    let is_on_it = |seen: &Seen<'_>, at: usize| {
        let table = seen.tables.get(at);
        table.is_some_and(|table| table.sheet == new)
    };
    let shares_tables = matching
        .pairs
        .iter()
        .any(|pair| pair.sheet == old && is_on_it(seen, pair.seen));
    let had_tables = sheet.tables.iter().any(|table| !table.marked_out);
    let is_known = shares_tables || !had_tables && seen.of_sheet(new).next().is_none();
    if sheet.leave_out {
        // All of a sheet is left out where all of it is known.
        let all_known = (0..seen.tables.len()).all(|at| !is_on_it(seen, at) || matching.knows(at));
        if is_known && all_known {
            let of_sheet = decisions.sheets.entry(now.name.to_owned()).or_default();
            of_sheet.leave_out = true;
        } else {
            drift.push(not_carried(now.name, String::from("the sheet")));
        }
    }
    for table in sheet.tables.iter().filter(|table| table.marked_out) {
        let Some(carried) = now.grid.and_then(|grid| carry_marked_out(table, grid)) else {
            let name = drift_list::name_of(table);
            drift.push(not_carried(now.name, format!("the table “{name}”")));
            continue;
        };
        for what in &carried.not_carried {
            drift.push(not_carried(now.name, what.clone()));
        }
        take(decisions, now.name, carried);
    }
    if is_known {
        let accepted = carried_acceptances(&concluded.findings, now.name, &sheet.accepted);
        decisions.accepted.extend(accepted);
    }
}

fn take(decisions: &mut Decisions, sheet: &str, carried: Carried) {
    let nothing = TableDecisions {
        anchor: carried.said.anchor,
        ..TableDecisions::default()
    };
    if carried.said != nothing {
        let of_sheet = decisions.sheets.entry(sheet.to_owned()).or_default();
        of_sheet.tables.push(carried.said);
    }
}
