//! Reads a table by its layout: every cell becomes an observation, a label, or is left out with a finding.

use std::collections::HashMap;

use super::account::{Mark, Marks};
use super::findings::FindingKind;
use super::layout::{Role, Scale, TableLayout, ValueLayout};
use super::naming::{self, Parts};
use super::places::Places;
use super::roles::Remark;
use super::rows::{Labels, RowKind, RowLabels, Section};
use super::shorthand::{self, Meaning};
use super::view::{Kind, TextClass, View};
use super::vocabulary::{self, Special};
use super::{grid::Stored, values};
use crate::base::progress::{Cancelled, Progress};
use crate::base::text::fold;
use crate::data::{
    Area, CellRef, Cohort, Measure, Observation, SheetIndex, SourceBuilder, Status, Unit,
};

/// Where what is read goes.
pub(crate) struct Output<'o> {
    pub builder: &'o mut SourceBuilder,
    pub marks: &'o mut Marks,
    pub remarks: &'o mut Vec<Remark>,
}

/// What happened in a table besides values, counted until its end.
#[derive(Default)]
struct Tally {
    shorthand: Vec<(String, Status, u32, (u32, u32))>,
    dashes: (u32, Option<(u32, u32)>),
    zeros: Vec<(String, u32, (u32, u32))>,
    errors: (u32, Option<(&'static str, u32, u32)>),
    odd_texts: HashMap<u32, (String, u32, u32)>,
    not_periods: Vec<(String, u32, u32)>,
    cautions: Vec<(String, String, u32)>,
    ambiguous: Vec<(String, String, u32)>,
    unknown_units: Vec<(String, u32, u32)>,
}

/// One row as it is to be read.
struct ReadRow {
    labels: RowLabels,
    section: Option<usize>,
    base_row: Option<u32>,
    effective_row: Option<u32>,
}

/// Reads a table; gives the number of values.
pub(crate) fn apply(
    view: &View<'_>,
    sheet: SheetIndex,
    table: &TableLayout,
    places: &mut Places<'_>,
    out: &mut Output<'_>,
    progress: &Progress,
) -> Result<usize, Cancelled> {
    let grid = view.grid;
    let first_heading = table.headings.first().copied().unwrap_or(table.top);
    if let Some(kind) = &table.left_out {
        let mark = if matches!(kind, FindingKind::Lookup) {
            Mark::Label
        } else {
            Mark::LeftOut
        };
        out.marks.fill(
            grid,
            first_heading..table.top,
            table.left..table.right,
            Mark::Label,
        );
        out.marks
            .fill(grid, table.top..table.bottom, table.left..table.right, mark);
        out.remarks.push(Remark {
            rows: (first_heading, table.bottom.saturating_sub(1)),
            columns: (table.left, table.right.saturating_sub(1)),
            kind: kind.clone(),
        });
        return Ok(0);
    }
    for heading in &table.headings {
        out.marks.fill(
            grid,
            *heading..heading + 1,
            table.left..table.right,
            Mark::Label,
        );
    }
    let mut labels = Labels::new(view, table);
    let kinds: Vec<RowKind> = (table.top..table.bottom)
        .map(|row| labels.kind(view, row))
        .collect();
    remark_rows(table, &kinds, out.remarks);
    let repeated = repeated_names(view, table, &mut labels, &kinds);
    let mut reader = Reader::new(view, sheet, table, repeated);
    let mut sections: Vec<Section> = vec![Section::default()];
    let names_people = table
        .with_role(|role| matches!(role, Role::Cohort(_)))
        .next()
        .is_some();
    for (index, (row, kind)) in (table.top..).zip(&kinds).enumerate() {
        if index.is_multiple_of(2_048) {
            progress.check()?;
        }
        match kind {
            RowKind::Section(text) => {
                let mut section = Section::of(text, places, names_people);
                // A heading of another kind under the one before stands within it.
                if let Some(RowKind::Section(_)) =
                    index.checked_sub(1).and_then(|before| kinds.get(before))
                    && let Some(outer) = sections.last()
                {
                    section.period = section.period.or(outer.period);
                    section.area = section.area.or_else(|| outer.area.clone());
                    section.text = section.text.or_else(|| outer.text.clone());
                }
                sections.push(section);
            }
            RowKind::Values => {
                let section = sections.last().cloned().unwrap_or_default();
                let read = ReadRow {
                    labels: labels.read(view, row, &section, places),
                    section: Some(sections.len() - 1),
                    base_row: base_row(&kinds, index, table.top, &RowKind::Base),
                    effective_row: base_row(&kinds, index, table.top, &RowKind::EffectiveBase),
                };
                reader.row(row, &read, &sections, places, out);
            }
            _ => {}
        }
    }
    mark_labels(view, table, &kinds, out.marks);
    Ok(reader.finish(out))
}

/// The row of bases that belongs to a row: the next below, or the last above where bases come first.
fn base_row(kinds: &[RowKind], index: usize, top: u32, wanted: &RowKind) -> Option<u32> {
    let first = kinds.iter().position(|kind| kind == wanted)?;
    let leads = !kinds
        .iter()
        .take(first)
        .any(|kind| *kind == RowKind::Values);
    let at = if leads {
        kinds.iter().take(index).rposition(|kind| kind == wanted)
    } else {
        kinds
            .iter()
            .skip(index)
            .position(|kind| kind == wanted)
            .map(|offset| index + offset)
    }?;
    u32::try_from(at).ok().map(|at| top + at)
}

fn remark_rows(table: &TableLayout, kinds: &[RowKind], remarks: &mut Vec<Remark>) {
    for (row, kind) in (table.top..).zip(kinds) {
        let kind = match kind {
            RowKind::LeftOut(heading, Special::Change) => FindingKind::PrintedChange {
                heading: heading.clone(),
            },
            RowKind::LeftOut(heading, Special::Share) => FindingKind::PrintedShare {
                heading: heading.clone(),
            },
            RowKind::LeftOut(heading, _) => FindingKind::AboutValues {
                heading: heading.clone(),
            },
            RowKind::AddsToAll(label) => FindingKind::AddsToAll {
                label: label.clone(),
            },
            _ => continue,
        };
        // One finding for all rows of a name.
        let same = |remark: &&mut Remark| {
            remark.kind == kind && remark.rows.0 >= table.top && remark.rows.1 < table.bottom
        };
        if let Some(known) = remarks.iter_mut().find(same) {
            known.rows.1 = row;
            continue;
        }
        remarks.push(Remark {
            rows: (row, row),
            columns: (table.left, table.right.saturating_sub(1)),
            kind,
        });
    }
}

/// The labels that stand in several rows of values, so that the heading above them must tell them apart.
fn repeated_names(
    view: &View<'_>,
    table: &TableLayout,
    labels: &mut Labels<'_>,
    kinds: &[RowKind],
) -> bool {
    if !kinds.iter().any(|kind| matches!(kind, RowKind::Section(_))) {
        return false;
    }
    let mut seen = std::collections::HashSet::new();
    (table.top..)
        .zip(kinds)
        .filter(|(_, kind)| **kind == RowKind::Values)
        .any(|(row, _)| !seen.insert(labels.names_of(view, row)))
}

fn mark_labels(view: &View<'_>, table: &TableLayout, kinds: &[RowKind], marks: &mut Marks) {
    for (row, kind) in (table.top..).zip(kinds) {
        let mark = match kind {
            RowKind::Base | RowKind::EffectiveBase | RowKind::Section(_) | RowKind::Repeated => {
                Mark::Label
            }
            RowKind::LeftOut(..) | RowKind::AddsToAll(_) => Mark::LeftOut,
            _ => continue,
        };
        marks.fill(view.grid, row..row + 1, table.left..table.right, mark);
    }
    for column in &table.columns {
        let mark = match column.role {
            Role::Note => Mark::Note,
            Role::PrintedChange | Role::PrintedShare | Role::AboutValues | Role::Unused(_) => {
                Mark::LeftOut
            }
            Role::Value(_) => continue,
            _ => Mark::Label,
        };
        marks.fill(
            view.grid,
            table.top..table.bottom,
            column.column..column.column + 1,
            mark,
        );
    }
    marks.fill(
        view.grid,
        table.top..table.bottom,
        table.left..table.right,
        Mark::LeftOut,
    );
}

/// Gathers the observations of a table.
struct Reader<'r> {
    view: &'r View<'r>,
    sheet: SheetIndex,
    table: &'r TableLayout,
    columns: Vec<(u32, String, &'r ValueLayout, bool)>,
    sections_tell: bool,
    measures: HashMap<(Vec<String>, Option<usize>, Option<String>, u32, Unit), u32>,
    cohorts: HashMap<(Vec<(String, String)>, u32), u32>,
    areas: HashMap<u32, Option<u32>>,
    row_area: HashMap<Area, u32>,
    observations: Vec<Observation>,
    tally: Tally,
    styles_tell: bool,
}

impl<'r> Reader<'r> {
    fn new(
        view: &'r View<'r>,
        sheet: SheetIndex,
        table: &'r TableLayout,
        sections_tell: bool,
    ) -> Self {
        let leaf = |value: &ValueLayout| {
            value
                .measure
                .iter()
                .rev()
                .find(|piece| !vocabulary::unit_of(piece).is_some_and(|(_, only)| only))
                .map(|leaf| fold(leaf))
                .unwrap_or_default()
        };
        let columns = table
            .values()
            .map(|(column, value)| {
                let needs_band = value.measure.len() > 1
                    && table.values().any(|(other, layout)| {
                        other.column != column.column
                            && leaf(layout) == leaf(value)
                            && layout.measure != value.measure
                    });
                (column.column, column.heading.clone(), value, needs_band)
            })
            .collect();
        let cells = u64::from(table.bottom - table.top) * u64::from(table.right - table.left);
        Self {
            view,
            sheet,
            table,
            columns,
            sections_tell,
            measures: HashMap::new(),
            cohorts: HashMap::new(),
            areas: HashMap::new(),
            row_area: HashMap::new(),
            observations: Vec::new(),
            tally: Tally::default(),
            styles_tell: view.grid.has_formats() && cells < 300_000,
        }
    }

    fn row(
        &mut self,
        row: u32,
        read: &ReadRow,
        sections: &[Section],
        places: &mut Places<'_>,
        out: &mut Output<'_>,
    ) {
        let labels = &read.labels;
        if let Some(text) = &labels.not_a_period {
            match self
                .tally
                .not_periods
                .iter_mut()
                .find(|(known, ..)| known == text)
            {
                Some((_, count, _)) => *count += 1,
                None => self.tally.not_periods.push((text.clone(), 1, row)),
            }
            return;
        }
        if let Some((text, words)) = &labels.caution
            && !self.tally.cautions.iter().any(|(known, ..)| known == text)
        {
            self.tally.cautions.push((text.clone(), words.clone(), row));
        }
        if let Some(resolved) = &labels.area
            && resolved.is_ambiguous
            && !self
                .tally
                .ambiguous
                .iter()
                .any(|(known, ..)| *known == resolved.area.name)
        {
            let kind = resolved.area.kind.words().to_owned();
            self.tally
                .ambiguous
                .push((resolved.area.name.clone(), kind, row));
        }
        let row_area =
            labels
                .area
                .as_ref()
                .map(|resolved| match self.row_area.get(&resolved.area) {
                    Some(index) => *index,
                    None => {
                        let index = out.builder.area(resolved.area.clone());
                        self.row_area.insert(resolved.area.clone(), index);
                        index
                    }
                });
        let note = labels
            .note
            .as_ref()
            .map(|note| out.builder.note(note.clone()));
        let columns = std::mem::take(&mut self.columns);
        for (column, heading, value, needs_band) in &columns {
            let Some(found) = self.value(row, *column, value, labels, out.marks) else {
                continue;
            };
            let unit = found.unit;
            let section = read
                .section
                .filter(|_| self.sections_tell || labels.measure.is_empty());
            let qualifier = labels
                .area
                .as_ref()
                .and_then(|resolved| resolved.qualifier.clone());
            let key = (
                labels.measure.clone(),
                section,
                qualifier.clone(),
                *column,
                unit,
            );
            let measure = match self.measures.get(&key) {
                Some(index) => *index,
                None => {
                    let name = naming::name(&Parts {
                        row: &labels.measure,
                        column: &value.measure,
                        section: section
                            .and_then(|section| sections.get(section))
                            .and_then(|section| section.text.as_deref()),
                        qualifier: qualifier.as_deref(),
                        topic: &self.table.topic,
                        unit,
                        needs_band: *needs_band,
                        needs_topic: self.table.needs_topic,
                        fallback: if heading.is_empty() { "Value" } else { heading },
                    });
                    if unit == Unit::Unknown
                        && !self
                            .tally
                            .unknown_units
                            .iter()
                            .any(|(known, ..)| *known == name)
                    {
                        self.tally.unknown_units.push((name.clone(), row, *column));
                    }
                    let index = out.builder.measure(Measure::named(name, unit));
                    self.measures.insert(key, index);
                    index
                }
            };
            let cohort_key = (labels.cohort.clone(), *column);
            let cohort = match self.cohorts.get(&cohort_key) {
                Some(index) => *index,
                None => {
                    let mut cohort = Cohort::everyone();
                    for (dimension, category) in labels.cohort.iter().chain(&value.cohort) {
                        cohort = cohort.and(dimension.clone(), category.clone());
                    }
                    let index = out.builder.cohort(cohort);
                    self.cohorts.insert(cohort_key, index);
                    index
                }
            };
            let area = self
                .column_area(*column, value, places, out.builder)
                .or(row_area);
            let period = value.period.or(labels.period).or(self.table.period);
            let base = |of: Option<u32>, row_of: Option<u32>| {
                let beside = of.map(|base| self.view.kind(row, base));
                let below = row_of.map(|base| self.view.kind(base, *column));
                [beside, below]
                    .into_iter()
                    .flatten()
                    .find_map(|kind| match kind {
                        Kind::Number(number) => Some(number),
                        _ => None,
                    })
            };
            self.observations.push(Observation {
                measure,
                area,
                cohort,
                period: period.map(|period| out.builder.period(period)),
                value: found.value,
                unweighted_base: base(value.base, read.base_row).or(self.table.base),
                effective_base: base(value.effective_base, read.effective_row),
                status: found.status,
                cell: CellRef::new(self.sheet, row, *column),
                note,
            });
        }
        self.columns = columns;
    }

    /// The place that a column's headings name, or the table's own.
    fn column_area(
        &mut self,
        column: u32,
        value: &ValueLayout,
        places: &mut Places<'_>,
        builder: &mut SourceBuilder,
    ) -> Option<u32> {
        if let Some(known) = self.areas.get(&column) {
            return *known;
        }
        let name = value.area.as_deref().or_else(|| {
            let placed = self
                .table
                .with_role(|role| matches!(role, Role::AreaName(_) | Role::AreaCode(_)))
                .next()
                .is_some();
            self.table
                .area
                .as_deref()
                .filter(|_| !placed && value.area_code.is_none())
        });
        let area = (name.is_some() || value.area_code.is_some()).then(|| {
            let resolved = places.resolve(
                name.unwrap_or_default(),
                value.area_code.as_deref(),
                self.table.level,
            );
            builder.area(resolved.area)
        });
        self.areas.insert(column, area);
        area
    }

    /// The value of a cell, marked in the account; `None` where it gives no observation.
    fn value(
        &mut self,
        row: u32,
        column: u32,
        layout: &ValueLayout,
        labels: &RowLabels,
        marks: &mut Marks,
    ) -> Option<Found> {
        let grid = self.view.grid;
        let row_status = labels.status;
        let mut unit = match (layout.unit, labels.unit) {
            (None | Some(Unit::Count), Some(unit)) => unit,
            (Some(unit), _) => unit,
            (None, None) => self.table.unit.unwrap_or_default(),
        };
        let status_of_row = row_status.unwrap_or(layout.status);
        let Some(stored) = grid.stored(row, column) else {
            // A blank whose row says why it is blank.
            return row_status
                .filter(|status| {
                    matches!(
                        status,
                        Status::Suppressed
                            | Status::NotAvailable
                            | Status::NotApplicable
                            | Status::AwaitingData
                            | Status::LowReliability
                    )
                })
                .map(|status| Found {
                    value: None,
                    status,
                    unit,
                });
        };
        let kind = self.view.kind_of(stored);
        match kind {
            Kind::Number(number) => {
                let mut status = status_of_row;
                let mut percent_sign = false;
                if let Stored::Text(text) = stored
                    && let Some(TextClass::Number(read)) = self.view.class(text)
                {
                    percent_sign = read.percent;
                    if read.points {
                        unit = Unit::PercentagePoints;
                    }
                    if read.pounds && unit == Unit::Unknown {
                        unit = Unit::Pounds;
                    }
                    if !read.mark.is_empty()
                        && let Some(marked) = shorthand::of_mark(&read.mark, &self.view.key)
                    {
                        status = marked;
                    }
                }
                let formatted = (self.styles_tell || unit == Unit::Percent)
                    && matches!(stored, Stored::Number(_))
                    && grid.style(row, column).percent;
                if (formatted || percent_sign) && matches!(unit, Unit::Unknown | Unit::Count) {
                    unit = Unit::Percent;
                }
                let is_share = !percent_sign
                    && (formatted || layout.scale == Scale::Share && unit == Unit::Percent);
                if layout.scale == Scale::Unclear
                    && unit == Unit::Percent
                    && !formatted
                    && !percent_sign
                {
                    marks.set(grid, row, column, Mark::LeftOut);
                    return None;
                }
                marks.set(grid, row, column, Mark::Value);
                Some(Found {
                    value: Some(if is_share {
                        values::percent_of_share(number)
                    } else {
                        number
                    }),
                    status,
                    unit,
                })
            }
            Kind::Shorthand(meaning) => {
                let text = self.view.label(row, column).unwrap_or_default();
                match meaning {
                    Meaning::Status(status) => {
                        marks.set(grid, row, column, Mark::Status);
                        self.count_shorthand(text, status, row, column);
                        Some(Found {
                            value: None,
                            status,
                            unit,
                        })
                    }
                    Meaning::Zero => {
                        marks.set(grid, row, column, Mark::Value);
                        match self
                            .tally
                            .zeros
                            .iter_mut()
                            .find(|(known, ..)| *known == text)
                        {
                            Some((_, count, _)) => *count += 1,
                            None => self.tally.zeros.push((text, 1, (row, column))),
                        }
                        Some(Found {
                            value: Some(0.0),
                            status: status_of_row,
                            unit,
                        })
                    }
                    Meaning::Significance => {
                        marks.set(grid, row, column, Mark::LeftOut);
                        None
                    }
                }
            }
            Kind::Error(error) => {
                marks.set(grid, row, column, Mark::Status);
                self.tally.errors.0 += 1;
                self.tally.errors.1.get_or_insert((error, row, column));
                Some(Found {
                    value: None,
                    status: Status::CellError,
                    unit,
                })
            }
            _ => {
                marks.set(grid, row, column, Mark::LeftOut);
                let text = self.view.label(row, column).unwrap_or_default();
                self.tally
                    .odd_texts
                    .entry(column)
                    .and_modify(|(_, _, count)| *count += 1)
                    .or_insert((text, row, 1));
                None
            }
        }
    }

    fn count_shorthand(&mut self, text: String, status: Status, row: u32, column: u32) {
        if shorthand::is_dash(&text) && self.view.key.meaning(&text).is_none() {
            self.tally.dashes.0 += 1;
            self.tally.dashes.1.get_or_insert((row, column));
            return;
        }
        match self
            .tally
            .shorthand
            .iter_mut()
            .find(|(known, as_status, ..)| *known == text && *as_status == status)
        {
            Some((_, _, count, _)) => *count += 1,
            None => self.tally.shorthand.push((text, status, 1, (row, column))),
        }
    }

    /// Drops what is said twice, hands over the rest, and says what happened.
    fn finish(mut self, out: &mut Output<'_>) -> usize {
        self.drop_doubles(out);
        let mut at = |rows: (u32, u32), columns: (u32, u32), kind: FindingKind| {
            out.remarks.push(Remark {
                rows,
                columns,
                kind,
            });
        };
        let cell = |(row, column): (u32, u32)| ((row, row), (column, column));
        for (text, status, count, place) in std::mem::take(&mut self.tally.shorthand) {
            let (rows, columns) = cell(place);
            at(
                rows,
                columns,
                FindingKind::Shorthand {
                    text,
                    status,
                    count,
                },
            );
        }
        if let (count, Some(place)) = self.tally.dashes {
            let (rows, columns) = cell(place);
            at(rows, columns, FindingKind::DashUnexplained { count });
        }
        for (text, count, place) in std::mem::take(&mut self.tally.zeros) {
            let (rows, columns) = cell(place);
            at(rows, columns, FindingKind::ZeroByKey { text, count });
        }
        if let (count, Some((error, row, column))) = self.tally.errors {
            at(
                (row, row),
                (column, column),
                FindingKind::ExcelErrors {
                    error: error.to_owned(),
                    count,
                },
            );
        }
        let mut odd: Vec<(u32, (String, u32, u32))> = std::mem::take(&mut self.tally.odd_texts)
            .into_iter()
            .collect();
        odd.sort_by_key(|(column, _)| *column);
        for (column, (text, row, count)) in odd {
            at(
                (row, row),
                (column, column),
                FindingKind::NotUnderstood { text, count },
            );
        }
        let labels = (self.table.left, self.table.left);
        for (text, count, row) in std::mem::take(&mut self.tally.not_periods) {
            at((row, row), labels, FindingKind::NotAPeriod { text, count });
        }
        for (text, words, row) in std::mem::take(&mut self.tally.cautions) {
            at(
                (row, row),
                labels,
                FindingKind::PeriodCaution { text, words },
            );
        }
        for (name, read_as, row) in std::mem::take(&mut self.tally.ambiguous) {
            at(
                (row, row),
                labels,
                FindingKind::AreaAmbiguous { name, read_as },
            );
        }
        let unknown = std::mem::take(&mut self.tally.unknown_units);
        if let Some((measure, row, column)) = unknown.first().cloned() {
            let count = u32::try_from(unknown.len()).unwrap_or(u32::MAX);
            at(
                (row, row),
                (column, column),
                FindingKind::UnitUnknown { measure, count },
            );
        }
        let count = self.observations.len();
        for observation in self.observations {
            out.builder.push(observation);
        }
        count
    }

    /// The same thing said twice: once is enough where both agree; where they do not, neither is taken.
    fn drop_doubles(&mut self, out: &mut Output<'_>) {
        type Key = (u32, Option<u32>, u32, Option<u32>);
        let mut first: HashMap<Key, usize> = HashMap::with_capacity(self.observations.len());
        let mut drop = vec![false; self.observations.len()];
        let mut repeated: HashMap<u32, (u32, u32)> = HashMap::new();
        let mut conflict: Option<(usize, usize)> = None;
        let mut conflicts = 0;
        for (index, observation) in self.observations.iter().enumerate() {
            let key = (
                observation.measure,
                observation.area,
                observation.cohort,
                observation.period,
            );
            let Some(known) = first.get(&key).copied() else {
                first.insert(key, index);
                continue;
            };
            let Some(earlier) = self.observations.get(known) else {
                continue;
            };
            let agree = earlier.value == observation.value && earlier.status == observation.status;
            if let Some(flag) = drop.get_mut(index) {
                *flag = true;
            }
            conflicts += u32::from(!agree);
            if agree {
                let entry = repeated
                    .entry(observation.cell.column)
                    .or_insert((0, observation.cell.row));
                entry.0 += 1;
                continue;
            }
            conflict.get_or_insert((known, index));
            if let Some(flag) = drop.get_mut(known)
                && !*flag
            {
                *flag = true;
                conflicts += 1;
            }
        }
        let mut repeated: Vec<(u32, (u32, u32))> = repeated.into_iter().collect();
        repeated.sort_unstable();
        for (column, (count, row)) in repeated {
            let heading = self
                .columns
                .iter()
                .find(|(at, ..)| *at == column)
                .map(|(_, heading, ..)| heading.clone())
                .unwrap_or_default();
            out.remarks.push(Remark {
                rows: (row, row),
                columns: (column, column),
                kind: FindingKind::Repeated { heading, count },
            });
        }
        if let Some((earlier, later)) = conflict
            && let (Some(earlier), Some(later)) =
                (self.observations.get(earlier), self.observations.get(later))
        {
            let name = self
                .columns
                .iter()
                .find(|(at, ..)| *at == later.cell.column);
            out.remarks.push(Remark {
                rows: (later.cell.row, later.cell.row),
                columns: (later.cell.column, later.cell.column),
                kind: FindingKind::Conflict {
                    what: name
                        .map(|(_, heading, ..)| heading.clone())
                        .unwrap_or_default(),
                    first: earlier.cell,
                    count: conflicts,
                },
            });
        }
        let mut flags = drop.into_iter();
        let (marks, grid) = (&mut *out.marks, self.view.grid);
        self.observations.retain(|observation| {
            let dropped = flags.next().unwrap_or(false);
            if dropped {
                marks.set(
                    grid,
                    observation.cell.row,
                    observation.cell.column,
                    Mark::LeftOut,
                );
            }
            !dropped
        });
    }
}

/// What a cell gives.
#[derive(Clone, Copy)]
struct Found {
    value: Option<f64>,
    status: Status,
    unit: Unit,
}
