//! Notes that tell of a break in series: "question wording changed in 2019/20", "data prior to April 2017 are
//! not comparable". Only words that are clear about the period and the measures become a break; any other such
//! note is a finding.

use std::collections::BTreeSet;
use std::ops::Range;

use super::break_words::{Told, told};
use super::findings::{CellSpan, Finding, FindingKind};
use super::grid::{CellValue, Grid};
use super::layout::SheetLayout;
use super::workbook::Workbook;
use crate::base::text::{clean, fold};
use crate::data::{AreaKind, CellRef, NotedBreak, Period, SheetIndex, Source};

/// With fewer letters than this, a cell is no note.
const LEAST_LETTERS: usize = 18;
/// With more findings of this kind on a sheet, the rest says nothing new.
const MOST_UNCLEAR: usize = 5;

/// What the notes of a workbook tell: the breaks in clear words, and a finding for every note of one.
pub(super) fn find(
    workbook: &Workbook,
    layouts: &[SheetLayout],
    source: &Source,
) -> (Vec<NotedBreak>, Vec<Finding>) {
    let (mut breaks, mut findings) = (Vec::new(), Vec::new());
    let sheets = (0_u16..).zip(&workbook.sheets).zip(layouts);
    for ((index, sheet), layout) in sheets {
        let Ok(grid) = &sheet.grid else { continue };
        // Most sheets have no such words at all.
        if !grid.texts().any(may_tell) {
            continue;
        }
        let sheet = Sheet {
            index: SheetIndex(index),
            grid,
            layout,
            source,
        };
        sheet.read(&mut breaks, &mut findings);
    }
    (breaks, findings)
}

fn may_tell(text: &str) -> bool {
    text.len() >= LEAST_LETTERS && text.contains(' ') && told(text).is_some()
}

struct Sheet<'a> {
    index: SheetIndex,
    grid: &'a Grid,
    layout: &'a SheetLayout,
    source: &'a Source,
}

impl Sheet<'_> {
    fn read(&self, breaks: &mut Vec<NotedBreak>, findings: &mut Vec<Finding>) {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut unclear = 0;
        for row in 0..self.grid.row_count() {
            for (column, value) in self.grid.row(row) {
                let CellValue::Text(text) = value else {
                    continue;
                };
                if !may_tell(text) || self.is_of_a_list(row) || !seen.insert(fold(text)) {
                    continue;
                }
                let Some(told) = told(text) else { continue };
                let cell = CellRef::new(self.index, row, column);
                let words = clean(text);
                let kind = match self.noted(&told, cell, &words) {
                    Some(noted) => {
                        let kind = FindingKind::BreakNoted {
                            words: words.clone(),
                            from: noted.from.label(),
                            count: u32::try_from(noted.measures.len()).unwrap_or(u32::MAX),
                        };
                        breaks.push(noted);
                        kind
                    }
                    None if unclear < MOST_UNCLEAR => {
                        unclear += 1;
                        FindingKind::BreakUnclear { words }
                    }
                    None => continue,
                };
                findings.push(Finding {
                    sheet: self.grid.name().to_owned(),
                    at: Some(CellSpan::cell(cell)),
                    kind,
                });
            }
        }
    }

    /// Whether a row is one of a list of people or incidents, where words are nobody's note on the series.
    fn is_of_a_list(&self, row: u32) -> bool {
        let tables = self.layout.tables.iter();
        tables
            .filter(|table| table.left_out.is_some())
            .any(|table| rows_of(table.top, table.bottom).contains(&row))
    }

    /// The break that a note tells of; `None` where its words leave open from when on or of what.
    fn noted(&self, told: &Told, cell: CellRef, words: &str) -> Option<NotedBreak> {
        let from = told.from?;
        let is_within_a_table = self.layout.tables.iter().any(|table| {
            rows_of(table.top, table.bottom).contains(&cell.row)
                && (table.left..table.right).contains(&cell.column)
        });
        if is_within_a_table || self.names_a_place(&told.sentence) {
            return None;
        }
        let measures = self.measures_of(told, words)?;
        if !told.is_a_beginning && !self.is_a_period_of(&measures, &from) {
            return None;
        }
        Some(NotedBreak {
            measures,
            from,
            reason: told.reason,
            words: words.to_owned(),
            cell,
        })
    }

    /// Whether the words are about one of several places alone.
    fn names_a_place(&self, sentence: &str) -> bool {
        let said = format!(" {} ", fold(sentence));
        let areas = self.source.areas.iter();
        self.source.areas.len() > 1
            && areas
                .filter(|area| area.kind > AreaKind::Region)
                .map(|area| fold(&area.name))
                .any(|name| name.len() > 3 && said.contains(&format!(" {name} ")))
    }

    /// The measures that a note is about: those that it names; else those of its sheet, or of the workbook where
    /// the sheet has none. `None` where it may be about some of them only.
    fn measures_of(&self, told: &Told, words: &str) -> Option<Vec<u32>> {
        let of_sheet = |wanted: Option<SheetIndex>| -> Vec<u32> {
            let observations = self.source.observations.iter();
            let measures: BTreeSet<u32> = observations
                .filter(|held| wanted.is_none_or(|sheet| held.cell.sheet == sheet))
                .map(|held| held.measure)
                .collect();
            measures.into_iter().collect()
        };
        let mut own = of_sheet(Some(self.index));
        if own.is_empty() {
            own = of_sheet(None);
        }
        let said = format!(" {} ", fold(words));
        let named: Vec<u32> = own
            .iter()
            .copied()
            .filter(|index| self.is_named(*index, &said))
            .collect();
        if !named.is_empty() {
            return Some(named);
        }
        // A numbered note hangs on a mark in some heading; "the question" is one of several.
        let is_of_all = own.len() == 1 || !(is_numbered(words) || told.is_about_one_question());
        (is_of_all && !own.is_empty()).then_some(own)
    }

    /// Whether words name a measure: a part of its name that is more than a word.
    fn is_named(&self, index: u32, said: &str) -> bool {
        let place = usize::try_from(index).ok();
        let Some(measure) = place.and_then(|place| self.source.measures.get(place)) else {
            return false;
        };
        let mut parts = measure.name.split([':', '›']).map(fold);
        parts.any(|part| part.contains(' ') && said.contains(&format!(" {part} ")))
    }

    /// Whether a period is one of those for which some measures have values.
    fn is_a_period_of(&self, measures: &[u32], wanted: &Period) -> bool {
        self.source.observations.iter().any(|held| {
            measures.contains(&held.measure)
                && self
                    .source
                    .period(held)
                    .is_some_and(|period| period.covers_same_days(wanted))
        })
    }
}

const fn rows_of(top: u32, bottom: u32) -> Range<u32> {
    top..bottom
}

/// "6. Following …", "Note 3: …", "[note 2] …".
fn is_numbered(words: &str) -> bool {
    let start = words.trim_start_matches(['[', '(', ' ']);
    let folded = fold(start);
    start.starts_with(|c: char| c.is_ascii_digit()) || folded.starts_with("note ")
}
