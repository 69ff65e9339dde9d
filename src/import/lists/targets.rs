//! Reads tables of targets: every row with a measure and a target becomes one. Figures of a known period
//! (the baseline, the years since) are values of the measure as well.

use super::ambition;
use super::target_columns::{TargetColumns, TargetRole};
use super::target_figures::{self, FigureCell};
use super::{List, as_count, surroundings};
use crate::base::text::clean;
use crate::data::period_parse::{PeriodContext, find_period};
use crate::data::target::{Aim, Course, Target};
use crate::data::{
    Area, CellRef, Cohort, Measure, Observation, Period, Polarity, SheetIndex, Unit,
};
use crate::import::account::Mark;
use crate::import::findings::FindingKind;
use crate::import::list_findings::ListFinding;
use crate::import::places::Places;
use crate::import::reader::Output;
use crate::import::roles::{Remark, Surroundings};
use crate::import::view::{Kind, View};
use crate::import::{prose, titles};

/// What is the same for all rows of a table.
struct Table<'t> {
    view: &'t View<'t>,
    sheet: SheetIndex,
    list: &'t List,
    columns: &'t TargetColumns,
    title: String,
    area: Option<Area>,
}

/// Reads a table of targets.
#[expect(
    clippy::too_many_arguments,
    reason = "a table, what stands around it, and where it goes"
)]
pub(super) fn read(
    view: &View<'_>,
    sheet: SheetIndex,
    list: &List,
    columns: &TargetColumns,
    around: &Surroundings,
    places: &mut Places<'_>,
    targets: &mut Vec<Target>,
    out: &mut Output<'_>,
) {
    let lines = surroundings::lines_above(view, list);
    let table = Table {
        view,
        sheet,
        list,
        columns,
        title: surroundings::title(&lines, around),
        area: surroundings::area(&lines, around, places),
    };
    let first = targets.len();
    let mut unclear: Option<(String, u32)> = None;
    let mut without_unit: Option<(String, u32)> = None;
    let mut unused = 0;
    let mut group = String::new();
    for row in list.top..list.bottom {
        if let Some(heading) = table.section(row) {
            group = heading;
            continue;
        }
        let Some(target) = table.target(row, &group, places, out) else {
            if table.has_number(row) {
                unused += 1;
                out.marks.fill(
                    view.grid,
                    row..row + 1,
                    list.left..list.right,
                    Mark::LeftOut,
                );
            }
            continue;
        };
        match target.unit {
            Unit::Percent if table.has_unclear_figure(row, target.unit) => {
                out.remarks.push(Remark {
                    rows: (row, row),
                    ..list.remark(FindingKind::PercentScaleUnclear {
                        heading: target.measure.clone(),
                    })
                });
            }
            Unit::Unknown if table.has_number(row) => {
                without_unit
                    .get_or_insert_with(|| (target.measure.clone(), 0))
                    .1 += 1;
            }
            _ => {}
        }
        if matches!(target.aim, Aim::ChangeUnclear(_)) {
            unclear.get_or_insert_with(|| (target.words.clone(), 0)).1 += 1;
        }
        targets.push(target);
    }
    table.mark(out);
    let read = targets.iter().skip(first);
    let (with, without): (Vec<&Target>, Vec<&Target>) = read.partition(|target| wants(target));
    out.remarks.push(list.found(ListFinding::TargetsRead {
        count: as_count(with.len()),
        without: as_count(without.len()),
    }));
    if let Some((text, count)) = unclear {
        out.remarks
            .push(list.found(ListFinding::TargetUnclear { text, count }));
    }
    if let Some((measure, count)) = without_unit {
        out.remarks
            .push(list.remark(FindingKind::UnitUnknown { measure, count }));
    }
    if unused > 0 {
        out.remarks
            .push(list.found(ListFinding::RowsUnused { count: unused }));
    }
    for column in columns.with(|role| role == TargetRole::Unused) {
        let filled = view
            .grid
            .positions(column.heading.column, list.top, list.bottom);
        if !filled.is_empty() {
            out.remarks.push(list.remark_column(
                column.heading.column,
                FindingKind::ColumnUnused {
                    heading: column.heading.text.clone(),
                    reason: String::from("its heading does not say what it is to a target"),
                },
            ));
        }
    }
}

impl Table<'_> {
    /// The heading of a group: a text alone in its row, or a merged one over the whole.
    fn section(&self, row: u32) -> Option<String> {
        let mut filled = (self.list.left..self.list.right)
            .filter(|column| self.view.grid.stored(row, *column).is_some());
        let column = filled.next().filter(|_| filled.next().is_none())?;
        let is_part_of_row = (self.list.left..self.list.right).any(|other| {
            other != column
                && self
                    .view
                    .grid
                    .merge_at(row, other)
                    .is_some_and(|merge| merge.top < row)
        });
        self.view
            .grid
            .text(row, column)
            .filter(|_| !is_part_of_row)
            .map(clean)
    }

    /// The text of a cell; a merged cell says the same in all its rows.
    fn text(&self, row: u32, role: TargetRole) -> String {
        self.columns
            .first(role)
            .and_then(|column| self.view.label(row, column))
            .map(|text| clean(&text))
            .unwrap_or_default()
    }

    /// The place and the measure of a row.
    fn subject(&self, row: u32, places: &mut Places<'_>) -> (Option<Area>, String) {
        let own_area = self.text(row, TargetRole::Area);
        let area = if own_area.is_empty() {
            self.area.clone()
        } else {
            Some(places.resolve(&own_area, None, None).area)
        };
        let measure = if self.columns.first(TargetRole::Measure).is_some() {
            self.text(row, TargetRole::Measure)
        } else if own_area.is_empty() {
            String::new()
        } else {
            // Rows of places: the title says what is measured.
            titles::without_places(&prose::title(&self.title).topic, places)
        };
        (area, measure)
    }

    /// The target of a row; `None` where it has no measure, or neither target nor figures.
    fn target(
        &self,
        row: u32,
        group: &str,
        places: &mut Places<'_>,
        out: &mut Output<'_>,
    ) -> Option<Target> {
        let (area, measure) = self.subject(row, places);
        let figure = |column: u32| target_figures::figure(self.view, self.sheet, row, column);
        let mut figures: Vec<(TargetRole, FigureCell)> = self
            .columns
            .with(TargetRole::is_figure)
            .filter_map(|column| Some((column.role, figure(column.heading.column)?)))
            .collect();
        if measure.is_empty() || figures.is_empty() {
            return None;
        }
        // Of several targets ("Target 2024", "Target 2026") the last is the target, the others lead there.
        let last = figures
            .iter()
            .rposition(|(role, _)| matches!(role, TargetRole::Goal(_)));
        let (goal_period, goal) = match last.map(|last| figures.remove(last)) {
            Some((TargetRole::Goal(period), cell)) => (period, Some(cell)),
            _ => (None, None),
        };
        let unit_words = self.text(row, TargetRole::Unit);
        let unit = target_figures::unit(&unit_words, &measure, &figures, goal.as_ref());
        let is_percent = match unit {
            Unit::Percent => Some(true),
            // What is above 100 is no percentage, whatever it is.
            Unit::Unknown if !figures.iter().any(|(_, cell)| cell.is_above_a_hundred()) => None,
            _ => Some(false),
        };
        let ambition = goal.as_ref().map(FigureCell::ambition).unwrap_or_default();
        let own_group = self.text(row, TargetRole::Group);
        let mut target = Target {
            unit,
            course: ambition.course,
            aim: ambition.goal.aim(is_percent),
            words: goal
                .as_ref()
                .map(|cell| cell.words.clone())
                .unwrap_or_default(),
            due: period_in(&self.text(row, TargetRole::Due))
                .or(ambition.due)
                .or(goal_period),
            baseline: None,
            milestones: Vec::new(),
            results: Vec::new(),
            group: if own_group.is_empty() {
                group.to_owned()
            } else {
                own_group
            },
            owner: self.text(row, TargetRole::Owner),
            source: self.text(row, TargetRole::Source),
            status: self.text(row, TargetRole::Status),
            cell: goal.as_ref().map_or_else(
                || {
                    let column = self.columns.first(TargetRole::Measure);
                    CellRef::new(self.sheet, row, column.unwrap_or(self.list.left))
                },
                |cell| cell.cell,
            ),
            area,
            measure,
        };
        let baseline_period = period_in(&self.text(row, TargetRole::BaselinePeriod));
        for (role, cell) in &figures {
            match role {
                TargetRole::Baseline(period) => {
                    let period = period.or(baseline_period);
                    self.observe(cell, &target, period, out);
                    target.baseline = Some(cell.figure(unit, period));
                }
                TargetRole::Result(period) => {
                    self.observe(cell, &target, *period, out);
                    target.results.push(cell.figure(unit, *period));
                }
                TargetRole::Milestone(period) | TargetRole::Goal(period) => {
                    target.milestones.push(cell.in_words(unit, *period));
                }
                _ => {}
            }
        }
        target.course = target
            .course
            .or_else(|| course_in(&self.text(row, TargetRole::Course)))
            .or_else(|| course_of(&target));
        Some(target)
    }

    /// Whether a row holds a number of which the scale is not certain.
    fn has_unclear_figure(&self, row: u32, unit: Unit) -> bool {
        self.columns
            .with(TargetRole::is_figure)
            .filter_map(|column| {
                target_figures::figure(self.view, self.sheet, row, column.heading.column)
            })
            .any(|cell| {
                cell.number.is_some_and(|number| number.value >= 0.0) && cell.value(unit).is_none()
            })
    }

    /// Whether a row holds a number at all.
    fn has_number(&self, row: u32) -> bool {
        (self.list.left..self.list.right)
            .any(|column| matches!(self.view.kind(row, column), Kind::Number(_)))
    }

    /// Adds a figure of a known period to the values.
    fn observe(
        &self,
        cell: &FigureCell,
        target: &Target,
        period: Option<Period>,
        out: &mut Output<'_>,
    ) {
        let value = cell.value(target.unit);
        let is_repeated = value.is_some() && cell.cell.column != cell.column;
        let Some(period) =
            period.filter(|_| (value.is_some() || cell.status.is_some()) && !is_repeated)
        else {
            return;
        };
        let builder = &mut *out.builder;
        let observation = Observation {
            measure: builder.measure(Measure::named(&target.measure, target.unit)),
            area: target.area.as_ref().map(|area| builder.area(area.clone())),
            cohort: builder.cohort(Cohort::everyone()),
            period: Some(builder.period(period)),
            value,
            unweighted_base: None,
            effective_base: None,
            status: cell.status.unwrap_or_default(),
            cell: cell.cell,
            note: None,
        };
        builder.push(observation);
        let mark = if value.is_some() {
            Mark::Value
        } else {
            Mark::Status
        };
        out.marks
            .set(self.view.grid, cell.cell.row, cell.cell.column, mark);
    }

    fn mark(&self, out: &mut Output<'_>) {
        let grid = self.view.grid;
        out.marks.fill(
            grid,
            self.list.heading..self.list.top,
            self.list.left..self.list.right,
            Mark::Label,
        );
        for column in &self.columns.columns {
            let mark = match column.role {
                TargetRole::Note => Mark::Note,
                TargetRole::Unused => Mark::LeftOut,
                _ => Mark::Label,
            };
            out.marks.fill(
                grid,
                self.list.top..self.list.bottom,
                column.heading.column..column.heading.column + 1,
                mark,
            );
        }
        out.marks.fill(
            grid,
            self.list.top..self.list.bottom,
            self.list.left..self.list.right,
            Mark::Label,
        );
    }
}

/// Whether a target says what is to be reached, by itself or on the way; "..", says nothing.
fn wants(target: &Target) -> bool {
    let says = |words: &str| words.chars().any(char::is_alphanumeric);
    says(&target.words) || target.milestones.iter().any(|held| says(&held.words))
}

/// The period in a text.
fn period_in(text: &str) -> Option<Period> {
    find_period(text, &PeriodContext::default()).map(|(reading, _)| reading.period)
}

/// The course that a column of its own gives: "Increase", "Lower is better", "↓".
fn course_in(text: &str) -> Option<Course> {
    match text.trim() {
        "↑" | "⬆" | "▲" | "up" | "Up" => Some(Course::Increase),
        "↓" | "⬇" | "▼" | "down" | "Down" => Some(Course::Reduce),
        text => ambition::read(text).course,
    }
}

/// The course that the figures show, or that the measure's own words mean.
fn course_of(target: &Target) -> Option<Course> {
    let baseline = target.baseline.as_ref().and_then(|held| held.value);
    let towards = |value: f64, baseline: f64| {
        if value < baseline {
            Some(Course::Reduce)
        } else if value > baseline {
            Some(Course::Increase)
        } else {
            Some(Course::Maintain)
        }
    };
    match (target.aim, baseline) {
        (Aim::AtLeast(_), _) => Some(Course::Increase),
        (Aim::AtMost(_), _) => Some(Course::Reduce),
        (Aim::Reach(value), Some(baseline)) => towards(value, baseline),
        (
            Aim::ChangeByPercent(change)
            | Aim::ChangeByPoints(change)
            | Aim::ChangeByNumber(change)
            | Aim::ChangeUnclear(change),
            _,
        ) => towards(change, 0.0),
        _ => match Measure::named(&target.measure, target.unit).polarity {
            Polarity::HigherIsBetter => Some(Course::Increase),
            Polarity::LowerIsBetter => Some(Course::Reduce),
            Polarity::Neutral => None,
        },
    }
}
