//! What the labels of a row say: period, place, group of people, measure, unit, status; and which rows are
//! no rows of values: bases, changes, 100%, headings within the body.

use std::collections::HashMap;

use jiff::civil::Date;

use super::layout::{Role, RowRole, RowRun, TableLayout};
use super::places::Resolved;
use super::text_marks;
use super::view::{Kind, View};
use super::vocabulary::{self, Special};
use crate::base::text::fold;
use crate::data::period_parse::{PeriodContext, PeriodReading};
use crate::data::{Period, Status, Unit};

use super::slots::{Slot, says_twice, siblings, slots};

/// What a row is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum RowKind {
    Blank,
    Values,
    /// Numbers of respondents of the rows above (or below, where it is the first).
    Base,
    EffectiveBase,
    /// Left out: the label, and as what.
    LeftOut(String, Special),
    /// A person left it out.
    LeftOutAsSaid,
    /// 100% by definition.
    AddsToAll(String),
    /// A heading within the body.
    Section(String),
    /// The headings of the table once more.
    Repeated,
}

impl RowKind {
    const fn role(&self) -> RowRole {
        match self {
            Self::Blank => RowRole::Blank,
            Self::Values => RowRole::Values,
            Self::Base => RowRole::Base,
            Self::EffectiveBase => RowRole::EffectiveBase,
            Self::LeftOut(_, Special::Change) => RowRole::PrintedChange,
            Self::LeftOut(_, Special::Share) => RowRole::PrintedShare,
            Self::LeftOut(..) => RowRole::AboutValues,
            Self::LeftOutAsSaid => RowRole::LeftOut,
            Self::AddsToAll(_) => RowRole::AddsToAll,
            Self::Section(_) => RowRole::Section,
            Self::Repeated => RowRole::RepeatedHeadings,
        }
    }
}

/// Rows from `top` on, those that are the same one below the other taken together.
pub(super) fn runs(top: u32, kinds: &[RowKind]) -> Vec<RowRun> {
    let mut runs: Vec<RowRun> = Vec::new();
    for (row, kind) in (top..).zip(kinds) {
        let role = kind.role();
        match runs.last_mut() {
            Some(run) if run.role == role => run.last = row,
            _ => runs.push(RowRun {
                first: row,
                last: row,
                role,
            }),
        }
    }
    runs
}

/// What the labels of a row of values say.
#[derive(Clone, Debug, Default)]
pub(crate) struct RowLabels {
    pub period: Option<Period>,
    pub caution: Option<(String, String)>,
    /// A period label that could not be read.
    pub not_a_period: Option<String>,
    pub area: Option<Resolved>,
    pub cohort: Vec<(String, String)>,
    pub measure: Vec<String>,
    pub unit: Option<Unit>,
    pub status: Option<Status>,
    pub note: Option<String>,
}

/// A label without its marks, and what its words say.
#[derive(Clone, Debug)]
pub(super) struct Bare {
    pub(super) text: String,
    pub(super) special: Option<Special>,
    pub(super) unit: Option<Unit>,
}

/// Reads the labels of the rows of one table.
#[derive(Clone)]
pub(crate) struct Labels<'t> {
    pub(super) table: &'t TableLayout,
    pub(super) periods: Vec<(u32, PeriodContext, Vec<Date>, String)>,
    pub(super) slots: Vec<Slot>,
    pub(super) names: Vec<(u32, bool)>,
    pub(super) cohorts: Vec<(u32, String)>,
    pub(super) dimensions: Vec<u32>,
    pub(super) units: Vec<u32>,
    pub(super) statuses: Vec<u32>,
    pub(super) notes: Vec<u32>,
    pub(super) filled_down: Vec<u32>,
    /// The level of a place that shares its name with one inside it, by row.
    pub(super) wider: HashMap<u32, bool>,
    pub(super) last: HashMap<u32, String>,
    pub(super) parsed: HashMap<String, Option<PeriodReading>>,
    /// Labels without their marks, and what is special about them; each distinct one is looked at once.
    pub(super) stripped: HashMap<String, Bare>,
}

impl<'t> Labels<'t> {
    pub(crate) fn new(view: &View<'_>, table: &'t TableLayout) -> Self {
        let of = |test: &dyn Fn(&Role) -> bool| -> Vec<u32> {
            table
                .with_role(|role| test(role))
                .map(|column| column.column)
                .collect()
        };
        let periods = table
            .with_role(|role| matches!(role, Role::Period))
            .map(|column| {
                let (context, dates) = siblings(view, table, column.column);
                (column.column, context, dates, fold(&column.heading))
            })
            .collect();
        let answers = table
            .with_role(|role| matches!(role, Role::Answer))
            .map(|column| (column.column, true));
        let names = table
            .names
            .iter()
            .map(|column| (*column, false))
            .chain(answers)
            .collect();
        let cohorts = table
            .columns
            .iter()
            .filter_map(|column| match &column.role {
                Role::Cohort(dimension) => Some((column.column, dimension.clone())),
                _ => None,
            })
            .collect();
        let mut labels = Self {
            table,
            periods,
            slots: slots(table),
            names,
            cohorts,
            dimensions: of(&|role| matches!(role, Role::Dimension)),
            units: of(&|role| matches!(role, Role::Unit)),
            statuses: of(&|role| matches!(role, Role::Status)),
            notes: of(&|role| matches!(role, Role::Note)),
            filled_down: Vec::new(),
            wider: HashMap::new(),
            last: HashMap::new(),
            parsed: HashMap::new(),
            stripped: HashMap::new(),
        };
        labels.filled_down = labels.columns_to_fill(view);
        // Blanks that mean everybody, filled from above, say what other rows say.
        if !labels.filled_down.is_empty()
            && !labels.cohorts.is_empty()
            && says_twice(view, table, &labels.label_columns(), &labels.filled_down)
            && !says_twice(view, table, &labels.label_columns(), &[])
        {
            labels.filled_down.clear();
        }
        labels.wider = labels.shared_names(view);
        labels
    }

    /// Rows whose place has the name of another row's: "West Midlands", the region and the force. The one
    /// with the greater figure is the wider.
    fn shared_names(&self, view: &View<'_>) -> HashMap<u32, bool> {
        let mut wider = HashMap::new();
        let [
            Slot {
                name: Some(column),
                code: None,
                ..
            },
        ] = self.slots.as_slice()
        else {
            return wider;
        };
        let others: Vec<u32> = self
            .label_columns()
            .into_iter()
            .filter(|other| other != column)
            .collect();
        // Each distinct label is folded once: there may be a million rows and a hundred places.
        let mut folded: HashMap<String, String> = HashMap::new();
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut number_of = |label: String| {
            let next = numbers.len();
            *numbers.entry(label).or_insert(next)
        };
        let mut rows: HashMap<Vec<usize>, Vec<u32>> = HashMap::new();
        for (row, _) in view
            .grid
            .stored_between(*column, self.table.top, self.table.bottom)
        {
            if let Some(label) = view.label(row, *column) {
                let name = folded
                    .entry(label)
                    .or_insert_with_key(|label| fold(&text_marks::strip(label).text));
                let mut key = vec![number_of(name.clone())];
                let labels = others.iter().map(|other| view.label(row, *other));
                key.extend(labels.map(|label| number_of(label.unwrap_or_default())));
                rows.entry(key).or_default().push(row);
            }
        }
        let mut pairs: Vec<Vec<u32>> = rows.into_values().filter(|rows| rows.len() == 2).collect();
        pairs.sort_unstable();
        for pair in pairs {
            let [first, second] = pair.as_slice() else {
                continue;
            };
            let greater = self.table.values().find_map(|(value, _)| {
                match (
                    view.kind(*first, value.column),
                    view.kind(*second, value.column),
                ) {
                    (Kind::Number(a), Kind::Number(b)) if (a - b).abs() > f64::EPSILON => {
                        Some(a > b)
                    }
                    _ => None,
                }
            });
            // Without figures to compare, the wider place heads the places in it.
            let first_is_wider = greater.unwrap_or(true);
            wider.insert(*first, first_is_wider);
            wider.insert(*second, !first_is_wider);
        }
        wider
    }

    /// The columns whose labels say what a row is.
    fn label_columns(&self) -> Vec<u32> {
        let mut columns: Vec<u32> = self
            .periods
            .iter()
            .map(|(column, ..)| *column)
            .chain(self.slots.iter().filter_map(|slot| slot.name))
            .chain(self.names.iter().map(|(column, _)| *column))
            .chain(self.cohorts.iter().map(|(column, _)| *column))
            .chain(self.dimensions.iter().copied())
            .collect();
        columns.sort_unstable();
        columns
    }

    /// Labels that stand once for several rows: the leftmost columns, where the next column to the right
    /// goes on while they are blank.
    fn columns_to_fill(&self, view: &View<'_>) -> Vec<u32> {
        let columns = self.label_columns();
        let mut fill = Vec::new();
        for (index, column) in columns.iter().enumerate() {
            let Some(next) = columns.get(index + 1) else {
                break;
            };
            if self.slots.iter().filter(|slot| slot.name.is_some()).count() > 1
                && self.slots.iter().any(|slot| slot.name == Some(*column))
            {
                break;
            }
            let (mut blanks, mut alone, mut first_blank) = (0, 0, None);
            let mut runs_repeat = false;
            let mut seen: Vec<String> = Vec::new();
            for row in self.table.top..self.table.bottom.min(self.table.top + 2_000) {
                let own = view.grid.filled(row, *column) != super::grid::CellValue::Empty;
                let other = view.kind(row, *next) != Kind::Empty;
                if own {
                    if let Some(text) = view.label(row, *column) {
                        if view.kind(row, *column) != Kind::Empty
                            && seen.contains(&text)
                            && index == 0
                        {
                            runs_repeat = true;
                        }
                        seen.push(text);
                    }
                    first_blank.get_or_insert(false);
                } else if other {
                    first_blank.get_or_insert(true);
                    blanks += 1;
                } else {
                    // Figures with neither label: the blanks mean everybody, not what stands above.
                    let has_figure = seen.is_empty()
                        && self
                            .table
                            .values()
                            .any(|(column, _)| view.kind(row, column.column).is_value());
                    if has_figure {
                        first_blank.get_or_insert(true);
                    }
                    alone += 1;
                }
            }
            if blanks > 0
                && first_blank == Some(false)
                && !runs_repeat
                && alone <= blanks
                && seen.len() > 1
                || blanks > 0 && seen.len() == 1 && first_blank == Some(false)
            {
                fill.push(*column);
            } else if blanks > 0 {
                break;
            }
        }
        fill
    }

    /// The label of a row in a column, with what was filled down.
    pub(super) fn label(&mut self, view: &View<'_>, row: u32, column: u32) -> Option<String> {
        match view.label(row, column) {
            Some(label) => {
                if self.filled_down.contains(&column) {
                    self.last.insert(column, label.clone());
                }
                Some(label)
            }
            None => self.last.get(&column).cloned(),
        }
    }

    /// Goes on at a row: what is filled down comes from the rows above it.
    pub(crate) fn resume_at(&mut self, view: &View<'_>, row: u32) {
        self.last.clear();
        for column in &self.filled_down {
            let above = (self.table.top..row).rev();
            let label = above.into_iter().find_map(|row| view.label(row, *column));
            if let Some(label) = label {
                self.last.insert(*column, label);
            }
        }
    }

    /// A label without its marks, and what is special about it.
    pub(super) fn bare(&mut self, label: &str) -> Bare {
        if let Some(known) = self.stripped.get(label) {
            return known.clone();
        }
        let text = text_marks::strip(label).text;
        let bare = Bare {
            special: vocabulary::special(&text),
            unit: vocabulary::unit_of(&text)
                .filter(|_| !matches!(fold(&text).as_str(), "total" | "no"))
                .map(|(unit, _)| unit),
            text,
        };
        self.stripped.insert(label.to_owned(), bare.clone());
        bare
    }

    /// What a row is.
    pub(crate) fn kind(&mut self, view: &View<'_>, row: u32) -> RowKind {
        if self.table.rows_left_out.binary_search(&row).is_ok() {
            return RowKind::LeftOutAsSaid;
        }
        let (mut values, mut texts, mut hundreds) = (0_usize, 0_usize, 0_usize);
        for (column, _) in self.table.values() {
            match view.kind(row, column.column) {
                Kind::Empty => {}
                Kind::Number(number) => {
                    values += 1;
                    hundreds +=
                        usize::from((number - 1.0).abs() < 1e-9 || (number - 100.0).abs() < 1e-9);
                }
                kind if kind.is_value() => values += 1,
                _ => texts += 1,
            }
        }
        let mut labels: Vec<(u32, String, Option<Special>)> = Vec::new();
        for column in self.label_columns() {
            if matches!(
                view.kind(row, column),
                Kind::Empty | Kind::Number(_) | Kind::Date(_)
            ) {
                continue;
            }
            if let Some(label) = view.label(row, column) {
                let bare = self.bare(&label);
                labels.push((column, bare.text, bare.special));
            }
        }
        if values == 0 && texts == 0 {
            let other =
                (self.table.left..self.table.right).any(|column| view.kind(row, column).is_value());
            if !other {
                return match super::roles::is_section_row(view, self.table, row) {
                    Some((_, text)) => RowKind::Section(text_marks::strip(&text).text),
                    None if labels.is_empty() => RowKind::Blank,
                    None => RowKind::Values,
                };
            }
        }
        for (column, label, special) in &labels {
            match *special {
                Some(Special::Base) => return RowKind::Base,
                Some(Special::EffectiveBase) => return RowKind::EffectiveBase,
                Some(special) => return RowKind::LeftOut(label.clone(), special),
                None => {}
            }
            let is_name = self.names.iter().any(|(name, _)| name == column);
            if is_name
                && self.table.needs_topic
                && vocabulary::is_everyone(label)
                && hundreds > 0
                && hundreds + 1 >= values.saturating_sub(shorthands(view, self.table, row))
            {
                return RowKind::AddsToAll(label.clone());
            }
        }
        if texts > 0 && values == 0 && self.repeats_headings(view, row) {
            return RowKind::Repeated;
        }
        RowKind::Values
    }

    fn repeats_headings(&self, view: &View<'_>, row: u32) -> bool {
        let Some(last) = self.table.headings.last() else {
            return false;
        };
        self.table
            .values()
            .filter(|(column, _)| view.kind(row, column.column) != Kind::Empty)
            .all(|(column, _)| view.label(row, column.column) == view.label(*last, column.column))
    }

    /// The label of a row that stands in the measure columns, for finding repeated ones.
    pub(crate) fn names_of(&mut self, view: &View<'_>, row: u32) -> String {
        let columns = self.label_columns();
        let labels: Vec<String> = columns
            .into_iter()
            .filter_map(|column| self.label(view, row, column))
            .collect();
        labels.join("\u{1f}")
    }
}

fn shorthands(view: &View<'_>, table: &TableLayout, row: u32) -> usize {
    table
        .values()
        .filter(|(column, _)| matches!(view.kind(row, column.column), Kind::Shorthand(_)))
        .count()
}
