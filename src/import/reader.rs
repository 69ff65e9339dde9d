//! Turns rows of labels and cells of values into observations. Everything that many cells share (names,
//! groups, periods, places) is looked up once.

use std::collections::HashMap;

use super::account::{Mark, Marks};
use super::grid::Stored;
use super::layout::{Role, Scale, TableLayout, ValueLayout};
use super::naming::{self, Parts};
use super::outcome::Tally;
use super::places::Places;
use super::roles::Remark;
use super::rows::RowLabels;
use super::sections::Section;
use super::shorthand::{self, Meaning};
use super::stretches::Stretch;
use super::view::{Kind, TextClass, View};
use super::{values, vocabulary};
use crate::base::text::fold;
use crate::data::{
    Area, CellRef, Cohort, Measure, Moved, Observation, SheetIndex, SourceBuilder, Status, Unit,
};

/// Where what is read goes.
pub(crate) struct Output<'o> {
    pub builder: &'o mut SourceBuilder,
    pub marks: &'o mut Marks,
    pub remarks: &'o mut Vec<Remark>,
}

/// One row as it is to be read.
pub(crate) struct ReadRow {
    pub labels: RowLabels,
    pub section: Option<usize>,
    pub base_row: Option<u32>,
    pub effective_row: Option<u32>,
}

/// A column of values with what all its cells share.
#[expect(clippy::struct_field_names, reason = "a column is known by its number")]
pub(super) struct Column<'r> {
    pub(super) column: u32,
    pub(super) heading: String,
    pub(super) value: &'r ValueLayout,
    pub(super) is_only: bool,
    pub(super) needs_band: bool,
    pub(super) area: Option<u32>,
    pub(super) period: Option<u32>,
}

/// What names the measures of a row: its labels, the heading above it, what tells its place apart.
pub(super) type NameKey = (Vec<String>, Option<usize>, Option<String>);

/// Gathers the observations of a table.
pub(crate) struct Reader<'r> {
    pub(super) view: &'r View<'r>,
    pub(super) sheet: SheetIndex,
    pub(super) table: &'r TableLayout,
    pub(super) columns: Vec<Column<'r>>,
    pub(super) sections_tell: bool,
    pub(super) names: HashMap<NameKey, usize>,
    /// For each name and column, the measures by unit.
    pub(super) measures: Vec<Vec<Vec<(Unit, u32)>>>,
    pub(super) groups: HashMap<Vec<(String, String)>, usize>,
    /// For each group of rows and column, the cohort.
    pub(super) cohorts: Vec<Vec<Option<u32>>>,
    pub(super) areas: HashMap<Area, u32>,
    /// The place of what neither rows nor columns place.
    pub(super) area: Option<u32>,
    /// How often each combination of labels stands in a row, and whether one row says a thing twice.
    pub(super) rows_seen: std::collections::HashSet<(usize, usize, Option<u32>, Option<u32>)>,
    pub(super) may_double: bool,
    pub(super) tally: Tally,
    pub(super) styles_tell: bool,
}

impl<'r> Reader<'r> {
    pub(crate) fn new(
        view: &'r View<'r>,
        sheet: SheetIndex,
        table: &'r TableLayout,
        sections_tell: bool,
        places: &mut Places<'_>,
        builder: &mut SourceBuilder,
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
        let leaves: Vec<String> = table.values().map(|(_, value)| leaf(value)).collect();
        let mut columns = Vec::new();
        for ((column, value), own) in table.values().zip(&leaves) {
            let needs_band = value.measure.len() > 1 && table.tells_apart
                || value.measure.len() > 1
                    && table.values().zip(&leaves).any(|((other, layout), leaf)| {
                        other.column != column.column
                            && leaf == own
                            && layout.measure != value.measure
                    });
            columns.push(Column {
                column: column.column,
                heading: column.heading.clone(),
                value,
                is_only: table
                    .values()
                    .all(|(_, layout)| layout.measure == value.measure),
                needs_band,
                area: column_area(table, value, places, builder),
                period: value.period.map(|period| builder.period(period)),
            });
        }
        // What a column says in place of its rows, it says in every row: a benchmark beside the places.
        let rows_name =
            |test: &dyn Fn(&Role) -> bool| table.with_role(|role| test(role)).next().is_some();
        let overrides = columns.iter().any(|column: &Column<'_>| {
            column.area.is_some()
                && rows_name(&|role| matches!(role, Role::AreaName(_) | Role::AreaCode(_)))
                || column.period.is_some() && rows_name(&|role| matches!(role, Role::Period))
        });
        let cells = u64::from(table.bottom - table.top) * u64::from(table.right - table.left);
        Self {
            view,
            sheet,
            table,
            columns,
            sections_tell,
            names: HashMap::new(),
            measures: Vec::new(),
            groups: HashMap::new(),
            cohorts: Vec::new(),
            areas: HashMap::new(),
            area: table.area.as_deref().map(|name| {
                let resolved = places.resolve(name, None, table.level);
                builder.area(resolved.area)
            }),
            rows_seen: std::collections::HashSet::new(),
            may_double: overrides,
            tally: Tally::default(),
            styles_tell: view.grid.has_formats() && cells < 300_000,
        }
    }

    /// Adds what was read from rows further down of the same table, whose indices are those of `below`; says where
    /// these went.
    pub(super) fn absorb(
        &mut self,
        other: Self,
        below: SourceBuilder,
        builder: &mut SourceBuilder,
    ) -> Moved {
        let moved = builder.absorb(below);
        let names = indices_in(&mut self.names, other.names);
        let groups = indices_in(&mut self.groups, other.groups);
        let own = |table: &[usize], index: usize| table.get(index).copied().unwrap_or(usize::MAX);
        let rows = other
            .rows_seen
            .into_iter()
            .map(|(name, group, area, period)| {
                let area = area.map(|area| moved.area(area));
                let period = period.map(|period| moved.period(period));
                (own(&names, name), own(&groups, group), area, period)
            });
        let before = self.rows_seen.len();
        let count = rows.len();
        self.rows_seen.extend(rows);
        self.may_double |= other.may_double || self.rows_seen.len() < before + count;
        self.tally.absorb(other.tally);
        moved
    }

    /// Reads the values of a row.
    pub(super) fn row(
        &mut self,
        row: u32,
        read: &ReadRow,
        sections: &[Section],
        observations: &mut Stretch<'_>,
        out: &mut Output<'_>,
    ) {
        let labels = &read.labels;
        if !self.tally_labels(row, labels, out) {
            return;
        }
        let row_area = labels.area.as_ref().map(|resolved| {
            if let Some(index) = self.areas.get(&resolved.area) {
                return *index;
            }
            let index = out.builder.area(resolved.area.clone());
            self.areas.insert(resolved.area.clone(), index);
            index
        });
        let note = labels
            .note
            .as_ref()
            .map(|note| out.builder.note(note.clone()));
        let row_period = labels
            .period
            .or(self.table.period)
            .map(|period| out.builder.period(period));
        let name = self.name_of(labels, read.section);
        let group = self.group_of(&labels.cohort);
        let is_new = self.rows_seen.insert((name, group, row_area, row_period));
        self.may_double |= !is_new;
        let first = observations.len();
        let columns = std::mem::take(&mut self.columns);
        for (index, column) in columns.iter().enumerate() {
            let Some(found) = self.value(row, column.column, column.value, labels, out.marks)
            else {
                continue;
            };
            let measure = self.measure(name, index, column, found.unit, row, labels, sections, out);
            let cohort = self.cohort(group, index, column, labels, out.builder);
            observations.push(Observation {
                measure,
                area: column.area.or(row_area).or(self.area),
                cohort,
                period: column.period.or(row_period),
                value: found.value,
                unweighted_base: self
                    .base(row, column.column, column.value.base, read.base_row)
                    .or(self.table.base),
                effective_base: self.base(
                    row,
                    column.column,
                    column.value.effective_base,
                    read.effective_row,
                ),
                status: found.status,
                cell: CellRef::new(self.sheet, row, column.column),
                note,
            });
        }
        self.columns = columns;
        if !self.may_double
            && observations.len() - first > 1
            && (row < self.table.top + 16 || row % 64 == self.table.top % 64)
        {
            self.may_double = says_twice(observations.since(first));
        }
    }

    /// Counts what the labels of a row give cause to say; whether its values can be read.
    fn tally_labels(&mut self, row: u32, labels: &RowLabels, out: &mut Output<'_>) -> bool {
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
            let columns = self.table.left..self.table.right;
            out.marks
                .fill(self.view.grid, row..row + 1, columns, Mark::LeftOut);
            return false;
        }
        if let Some((text, words)) = &labels.caution
            && !self.tally.cautions.iter().any(|(known, ..)| known == text)
        {
            self.tally.cautions.push((text.clone(), words.clone(), row));
        }
        if let Some(resolved) = labels
            .area
            .as_ref()
            .filter(|resolved| resolved.is_ambiguous)
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
        true
    }

    fn name_of(&mut self, labels: &RowLabels, section: Option<usize>) -> usize {
        let key = (
            labels.measure.clone(),
            section.filter(|_| self.sections_tell || labels.measure.is_empty()),
            labels
                .area
                .as_ref()
                .and_then(|resolved| resolved.qualifier.clone()),
        );
        if let Some(index) = self.names.get(&key) {
            return *index;
        }
        let index = self.names.len();
        self.names.insert(key, index);
        self.measures.push(vec![Vec::new(); self.columns.len()]);
        index
    }

    fn group_of(&mut self, cohort: &[(String, String)]) -> usize {
        if let Some(index) = self.groups.get(cohort) {
            return *index;
        }
        let index = self.groups.len();
        self.groups.insert(cohort.to_vec(), index);
        self.cohorts.push(vec![None; self.columns.len()]);
        index
    }

    #[expect(clippy::too_many_arguments, reason = "all that a name is made of")]
    fn measure(
        &mut self,
        name: usize,
        index: usize,
        column: &Column<'_>,
        unit: Unit,
        row: u32,
        labels: &RowLabels,
        sections: &[Section],
        out: &mut Output<'_>,
    ) -> u32 {
        let known = self
            .measures
            .get(name)
            .and_then(|columns| columns.get(index))
            .and_then(|units| units.iter().find(|(held, _)| *held == unit));
        if let Some((_, measure)) = known {
            return *measure;
        }
        let section = self
            .names
            .iter()
            .find(|(_, held)| **held == name)
            .and_then(|((_, section, _), _)| *section);
        let words = naming::name(&Parts {
            row: &labels.measure,
            column: &column.value.measure,
            section: section
                .and_then(|section| sections.get(section))
                .and_then(|section| section.text.as_deref()),
            qualifier: labels
                .area
                .as_ref()
                .and_then(|resolved| resolved.qualifier.as_deref()),
            topic: &self.table.topic,
            unit,
            is_only: column.is_only,
            needs_band: column.needs_band,
            needs_topic: self.table.needs_topic || self.table.tells_apart,
            fallback: if column.heading.is_empty() || column.value.measure.is_empty() {
                "Value"
            } else {
                &column.heading
            },
        });
        if unit == Unit::Unknown
            && !self
                .tally
                .unknown_units
                .iter()
                .any(|(known, ..)| *known == words)
        {
            self.tally
                .unknown_units
                .push((words.clone(), row, column.column));
        }
        let words = naming::population(&words, unit).unwrap_or(words);
        let measure = out.builder.measure(Measure::named(words, unit));
        if let Some(units) = self
            .measures
            .get_mut(name)
            .and_then(|columns| columns.get_mut(index))
        {
            units.push((unit, measure));
        }
        measure
    }

    fn cohort(
        &mut self,
        group: usize,
        index: usize,
        column: &Column<'_>,
        labels: &RowLabels,
        builder: &mut SourceBuilder,
    ) -> u32 {
        let slot = self
            .cohorts
            .get_mut(group)
            .and_then(|columns| columns.get_mut(index));
        if let Some(Some(known)) = slot {
            return *known;
        }
        let mut cohort = Cohort::everyone();
        for (dimension, category) in labels.cohort.iter().chain(&column.value.cohort) {
            cohort = cohort.and(dimension.clone(), category.clone());
        }
        let made = builder.cohort(cohort);
        if let Some(slot) = slot {
            *slot = Some(made);
        }
        made
    }

    /// The base beside a value, else that in its column's row of bases.
    fn base(&self, row: u32, column: u32, beside: Option<u32>, below: Option<u32>) -> Option<f64> {
        let number = |kind: Kind| match kind {
            Kind::Number(number) => Some(number),
            _ => None,
        };
        beside
            .and_then(|base| number(self.view.kind(row, base)))
            .or_else(|| below.and_then(|base| number(self.view.kind(base, column))))
    }

    /// The value of a cell, marked in the account; `None` where it gives no observation.
    #[expect(
        clippy::too_many_lines,
        reason = "one case after the other, the surest first"
    )]
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
            (None | Some(Unit::Count), Some(unit)) | (Some(unit), _) => unit,
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
                // A population among shares: the format of its neighbours is not its own.
                if unit == Unit::Percent
                    && self.styles_tell
                    && matches!(stored, Stored::Number(_))
                    && !formatted
                    && number > 1_000.0
                {
                    unit = Unit::Unknown;
                }
                if (formatted || percent_sign) && matches!(unit, Unit::Unknown | Unit::Count) {
                    unit = Unit::Percent;
                }
                // A rate or a cost that is formatted as a percentage is what it is, not a hundred times that.
                let is_percentage = matches!(
                    unit,
                    Unit::Percent | Unit::PercentChange | Unit::PercentagePoints
                );
                let is_share = !percent_sign
                    && (formatted && is_percentage
                        || layout.scale == Scale::Share && unit == Unit::Percent);
                if layout.scale == Scale::Unclear
                    && unit == Unit::Percent
                    && !formatted
                    && !percent_sign
                {
                    marks.set(grid, row, column, Mark::LeftOut);
                    return None;
                }
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
                    Meaning::Significance | Meaning::Remark => {
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
}

/// The indices that the entries of a part have in the whole, where new ones are added.
fn indices_in<K: std::hash::Hash + Eq>(
    whole: &mut HashMap<K, usize>,
    part: HashMap<K, usize>,
) -> Vec<usize> {
    let mut entries: Vec<(K, usize)> = part.into_iter().collect();
    entries.sort_unstable_by_key(|(_, index)| *index);
    let place = |(key, _)| {
        let next = whole.len();
        *whole.entry(key).or_insert(next)
    };
    entries.into_iter().map(place).collect()
}

/// Whether two values say the same thing.
fn says_twice<'o>(mut observations: impl Iterator<Item = &'o Observation>) -> bool {
    let mut seen = std::collections::HashSet::new();
    observations.any(|held| !seen.insert((held.measure, held.area, held.cohort, held.period)))
}

/// The place that the headings of a column name.
fn column_area(
    table: &TableLayout,
    value: &ValueLayout,
    places: &mut Places<'_>,
    builder: &mut SourceBuilder,
) -> Option<u32> {
    let name = value.area.as_deref();
    (name.is_some() || value.area_code.is_some()).then(|| {
        let code = value.area_code.as_deref();
        let resolved = places.resolve(name.unwrap_or_default(), code, table.level);
        builder.area(resolved.area)
    })
}

/// What a cell gives.
#[derive(Clone, Copy)]
struct Found {
    value: Option<f64>,
    status: Status,
    unit: Unit,
}
