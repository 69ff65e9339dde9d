//! Reads tables of targets: every row with a measure and a target becomes one. Figures of a known period
//! (the baseline, the years since) are values of the measure as well.

use super::ambition::{self, Ambition, Goal};
use super::target_columns::{TargetColumns, TargetRole};
use super::{List, as_count, surroundings};
use crate::base::text::clean;
use crate::data::measure::Theme;
use crate::data::period_parse::{PeriodContext, find_period};
use crate::data::target::{Aim, Course, Target, TargetFigure};
use crate::data::{
    Area, CellRef, Cohort, Measure, Observation, Period, Polarity, SheetIndex, Status, Unit,
};
use crate::import::account::Mark;
use crate::import::findings::FindingKind;
use crate::import::grid::Stored;
use crate::import::places::Places;
use crate::import::reader::Output;
use crate::import::roles::{Remark, Surroundings};
use crate::import::shorthand::Meaning;
use crate::import::values::percent_of_share;
use crate::import::view::{Kind, TextClass, View};
use crate::import::vocabulary;

/// A cell that should hold a figure.
#[derive(Clone, Debug)]
struct FigureCell {
    /// The column in which it counts; a merged cell counts in each of its columns.
    column: u32,
    cell: CellRef,
    words: String,
    number: Option<Number>,
    status: Option<Status>,
}

/// A number as a cell holds it.
#[derive(Clone, Copy, Debug)]
struct Number {
    value: f64,
    form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Plain,
    /// On 0 to 100.
    Percent,
    Pounds,
}

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
    let mut group = String::new();
    for row in list.top..list.bottom {
        if let Some(heading) = table.section(row) {
            group = heading;
            continue;
        }
        let Some(target) = table.target(row, &group, places, out) else {
            continue;
        };
        if target.unit == Unit::Percent && table.has_unclear_share(row) {
            out.remarks.push(Remark {
                rows: (row, row),
                ..list.remark(FindingKind::PercentScaleUnclear {
                    heading: target.measure.clone(),
                })
            });
        }
        if matches!(target.aim, Aim::ChangeUnclear(_)) {
            unclear.get_or_insert_with(|| (target.words.clone(), 0)).1 += 1;
        }
        targets.push(target);
    }
    table.mark(out);
    let count = targets.len() - first;
    out.remarks.push(list.remark(FindingKind::TargetsRead {
        count: as_count(count),
    }));
    if let Some((text, count)) = unclear {
        out.remarks
            .push(list.remark(FindingKind::TargetUnclear { text, count }));
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

    fn target(
        &self,
        row: u32,
        group: &str,
        places: &mut Places<'_>,
        out: &mut Output<'_>,
    ) -> Option<Target> {
        let own_area = self.text(row, TargetRole::Area);
        let area = if own_area.is_empty() {
            self.area.clone()
        } else {
            Some(places.resolve(&own_area, None, None).area)
        };
        let measure = match (
            self.columns.first(TargetRole::Measure),
            self.text(row, TargetRole::Measure),
        ) {
            (Some(_), measure) => measure,
            // Rows of places: the title says what is measured.
            (None, _) => crate::import::titles::without_places(
                &crate::import::prose::title(&self.title).topic,
                places,
            ),
        };
        if measure.is_empty() {
            return None;
        }
        let is_goal = |role| matches!(role, TargetRole::Goal(_));
        let figures: Vec<(TargetRole, FigureCell)> = self
            .columns
            .with(|role| {
                matches!(
                    role,
                    TargetRole::Baseline(_) | TargetRole::Milestone(_) | TargetRole::Result(_)
                )
            })
            .filter_map(|column| Some((column.role, self.figure(row, column.heading.column)?)))
            .collect();
        // Of several targets ("Target 2024", "Target 2026") the last is the target, the others lead there.
        let mut goals: Vec<(Option<Period>, FigureCell)> = self
            .columns
            .with(is_goal)
            .filter_map(|column| match column.role {
                TargetRole::Goal(period) => {
                    Some((period, self.figure(row, column.heading.column)?))
                }
                _ => None,
            })
            .collect();
        let goal = goals.pop();
        if goal.is_none() && figures.is_empty() {
            return None;
        }
        let unit = self.unit(row, &measure, &figures, goal.as_ref().map(|(_, cell)| cell));
        let is_percent = match unit {
            Unit::Percent => Some(true),
            // What is above 100 is no percentage, whatever it is.
            Unit::Unknown if !figures.iter().any(|(_, cell)| cell.is_above_a_hundred()) => None,
            _ => Some(false),
        };
        let ambition = goal
            .as_ref()
            .map(|(_, cell)| cell.ambition())
            .unwrap_or_default();
        let mut milestones: Vec<TargetFigure> = goals
            .into_iter()
            .map(|(period, cell)| cell.in_words(unit, period))
            .collect();
        let (mut baseline, mut results) = (None, Vec::new());
        let baseline_period = find_period(
            &self.text(row, TargetRole::BaselinePeriod),
            &PeriodContext::default(),
        );
        for (role, cell) in figures {
            match role {
                TargetRole::Baseline(period) => {
                    let period =
                        period.or(baseline_period.as_ref().map(|(reading, _)| reading.period));
                    self.observe(&cell, &measure, unit, area.as_ref(), period, out);
                    baseline = Some(cell.figure(unit, period));
                }
                TargetRole::Milestone(period) => milestones.push(cell.in_words(unit, period)),
                TargetRole::Result(period) => {
                    self.observe(&cell, &measure, unit, area.as_ref(), period, out);
                    results.push(cell.figure(unit, period));
                }
                _ => {}
            }
        }
        let aim = ambition.goal.aim(is_percent);
        let due_text = self.text(row, TargetRole::Due);
        let due =
            find_period(&due_text, &PeriodContext::default()).map(|(reading, _)| reading.period);
        let course = ambition
            .course
            .or_else(|| course_in(&self.text(row, TargetRole::Course)))
            .or_else(|| {
                course_of(
                    aim,
                    baseline.as_ref().and_then(|held| held.value),
                    &measure,
                    unit,
                )
            });
        let own_group = self.text(row, TargetRole::Group);
        Some(Target {
            area,
            unit,
            course,
            aim,
            words: goal
                .as_ref()
                .map(|(_, cell)| cell.words.clone())
                .unwrap_or_default(),
            due: due
                .or(ambition.due)
                .or(goal.as_ref().and_then(|(period, _)| *period)),
            baseline,
            milestones,
            results,
            group: if own_group.is_empty() {
                group.to_owned()
            } else {
                own_group
            },
            owner: self.text(row, TargetRole::Owner),
            source: self.text(row, TargetRole::Source),
            status: self.text(row, TargetRole::Status),
            cell: goal.map_or_else(
                || {
                    CellRef::new(
                        self.sheet,
                        row,
                        self.columns
                            .first(TargetRole::Measure)
                            .unwrap_or(self.list.left),
                    )
                },
                |(_, cell)| cell.cell,
            ),
            measure,
        })
    }

    /// Whether a row of percentages holds a figure that may be a share of 1.
    fn has_unclear_share(&self, row: u32) -> bool {
        self.columns
            .with(|role| {
                matches!(
                    role,
                    TargetRole::Baseline(_)
                        | TargetRole::Milestone(_)
                        | TargetRole::Result(_)
                        | TargetRole::Goal(_)
                )
            })
            .filter_map(|column| self.figure(row, column.heading.column))
            .any(|cell| cell.number.is_some() && cell.value(Unit::Percent).is_none())
    }

    /// What stands in a cell for a figure; a merged cell stands in each of its columns and rows.
    fn figure(&self, row: u32, column: u32) -> Option<FigureCell> {
        let grid = self.view.grid;
        let (at_row, at_column) = match grid.merge_at(row, column) {
            Some(merge) if grid.stored(row, column).is_none() => (merge.top, merge.left),
            _ => (row, column),
        };
        let stored = grid.stored(at_row, at_column)?;
        let style = grid.style(at_row, at_column);
        let words = clean(&self.view.label(at_row, at_column)?);
        let number = match (self.view.kind_of(stored), stored) {
            (Kind::Number(value), Stored::Text(text)) => match self.view.class(text) {
                Some(TextClass::Number(number)) if !number.points => Some(Number {
                    value,
                    form: if number.percent {
                        Form::Percent
                    } else if number.pounds {
                        Form::Pounds
                    } else {
                        Form::Plain
                    },
                }),
                _ => None,
            },
            (Kind::Number(share), _) if style.percent => Some(Number {
                value: percent_of_share(share),
                form: Form::Percent,
            }),
            (Kind::Number(value), _) => Some(Number {
                value,
                form: if style.pounds {
                    Form::Pounds
                } else {
                    Form::Plain
                },
            }),
            _ => None,
        };
        let status = match self.view.kind_of(stored) {
            Kind::Shorthand(Meaning::Status(status)) => Some(status),
            Kind::Error(_) => Some(Status::CellError),
            _ => None,
        };
        let words = match number {
            Some(Number {
                value,
                form: Form::Percent,
            }) if !matches!(stored, Stored::Text(_)) => format!("{value}%"),
            _ => words,
        };
        Some(FigureCell {
            column,
            cell: CellRef::new(self.sheet, at_row, at_column),
            words,
            number,
            status,
        })
    }

    /// The unit of a row: what its own column says, its figures show, or its words count.
    fn unit(
        &self,
        row: u32,
        measure: &str,
        figures: &[(TargetRole, FigureCell)],
        goal: Option<&FigureCell>,
    ) -> Unit {
        let said = self.text(row, TargetRole::Unit);
        let mut numbers: Vec<Number> = figures.iter().filter_map(|(_, cell)| cell.number).collect();
        if numbers.is_empty() {
            numbers.extend(
                goal.and_then(|cell| cell.number)
                    .filter(|number| number.value >= 0.0),
            );
        }
        let of_form = |form: Form| numbers.iter().filter(|number| number.form == form).count();
        let (percent, plain) = (of_form(Form::Percent), of_form(Form::Plain));
        let of_words = vocabulary::unit_of(&said)
            .or_else(|| vocabulary::unit_of(measure))
            .map(|(unit, _)| unit);
        if percent > 0 && plain == 0 {
            return Unit::Percent;
        }
        if percent > 0 {
            let fit = numbers.iter().all(|number| {
                number.form == Form::Percent || number.value > 1.0 && number.value <= 100.0
            });
            return if fit { Unit::Percent } else { Unit::Unknown };
        }
        if of_form(Form::Pounds) > 0 {
            return Unit::Pounds;
        }
        let folded = crate::base::text::fold(measure);
        let says = |words: &[&str]| folded.split(' ').any(|part| words.contains(&part));
        let is_of_cases = matches!(
            Measure::named(measure, Unit::Count).theme,
            Theme::RecordedCrime | Theme::Environment
        );
        let is_worked_out = says(&[
            "rate",
            "rates",
            "average",
            "mean",
            "score",
            "index",
            "ratio",
            "time",
            "days",
            "hours",
            "minutes",
            "proportion",
            "share",
            "per",
            "cost",
            "satisfaction",
            "confidence",
        ]);
        let counts = vocabulary::is_counted(measure)
            || says(&[
                "volume",
                "volumes",
                "number",
                "count",
                "incidents",
                "offences",
            ])
            || is_of_cases && !is_worked_out && !numbers.is_empty();
        match of_words {
            Some(unit) => unit,
            None if counts && numbers.iter().all(|number| number.value.fract() == 0.0) => {
                Unit::Count
            }
            None => Unit::Unknown,
        }
    }

    /// Adds a figure of a known period to the values.
    fn observe(
        &self,
        cell: &FigureCell,
        measure: &str,
        unit: Unit,
        area: Option<&Area>,
        period: Option<Period>,
        out: &mut Output<'_>,
    ) {
        let value = cell.value(unit);
        let is_repeated = value.is_some() && cell.cell.column != cell.column;
        let Some(period) =
            period.filter(|_| (value.is_some() || cell.status.is_some()) && !is_repeated)
        else {
            return;
        };
        let builder = &mut *out.builder;
        let observation = Observation {
            measure: builder.measure(Measure::named(measure, unit)),
            area: area.map(|area| builder.area(area.clone())),
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

impl FigureCell {
    /// The value in a unit; `None` where it may be on another scale.
    fn value(&self, unit: Unit) -> Option<f64> {
        let number = self.number?;
        match (number.form, unit) {
            (Form::Percent, Unit::Percent) => Some(number.value),
            (Form::Percent, _) => None,
            (_, Unit::Percent) if number.value.abs() <= 1.0 && number.value != 0.0 => None,
            _ => Some(number.value),
        }
    }

    fn is_above_a_hundred(&self) -> bool {
        self.number
            .is_some_and(|number| number.form == Form::Plain && number.value > 100.0)
    }

    fn figure(&self, unit: Unit, period: Option<Period>) -> TargetFigure {
        TargetFigure {
            value: self.value(unit),
            words: self.words.clone(),
            period,
            cell: self.cell,
        }
    }

    /// The figure of a milestone, which may be in words: "50% by March 2024".
    fn in_words(&self, unit: Unit, period: Option<Period>) -> TargetFigure {
        let ambition = self.ambition();
        let value = match ambition.goal.aim(Some(unit == Unit::Percent)) {
            Aim::Reach(value) | Aim::AtLeast(value) | Aim::AtMost(value) => Some(value),
            _ => None,
        };
        TargetFigure {
            value,
            words: self.words.clone(),
            period: period.or(ambition.due),
            cell: self.cell,
        }
    }

    /// What the cell wants, be it a number or words.
    fn ambition(&self) -> Ambition {
        let Some(number) = self.number else {
            return ambition::read(&self.words);
        };
        let of = if number.form == Form::Percent {
            ambition::AmountOf::Percent
        } else {
            ambition::AmountOf::Plain
        };
        let amount = ambition::Amount {
            value: number.value,
            of,
        };
        let is_change = number.value < 0.0 || self.words.starts_with('+');
        Ambition {
            goal: if is_change {
                Goal::Change(amount)
            } else {
                Goal::Reach(amount)
            },
            ..Ambition::default()
        }
    }
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
fn course_of(aim: Aim, baseline: Option<f64>, measure: &str, unit: Unit) -> Option<Course> {
    let towards = |value: f64, baseline: f64| {
        if value < baseline {
            Some(Course::Reduce)
        } else if value > baseline {
            Some(Course::Increase)
        } else {
            Some(Course::Maintain)
        }
    };
    match (aim, baseline) {
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
        _ => match Measure::named(measure, unit).polarity {
            Polarity::HigherIsBetter => Some(Course::Increase),
            Polarity::LowerIsBetter => Some(Course::Reduce),
            Polarity::Neutral => None,
        },
    }
}
