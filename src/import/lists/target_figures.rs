//! The cells of a table of targets that hold figures, or words in their place; and the unit of a row.

use super::ambition::{self, Ambition, Goal};
use super::target_columns::TargetRole;
use crate::base::text::clean;
use crate::data::measure::Theme;
use crate::data::target::{Aim, TargetFigure};
use crate::data::{CellRef, Measure, Period, SheetIndex, Status, Unit};
use crate::import::grid::Stored;
use crate::import::shorthand::Meaning;
use crate::import::values::percent_of_share;
use crate::import::view::{Kind, TextClass, View};
use crate::import::vocabulary;

/// A cell that should hold a figure.
#[derive(Clone, Debug)]
pub(super) struct FigureCell {
    /// The column in which it counts; a merged cell counts in each of its columns.
    pub column: u32,
    pub cell: CellRef,
    pub words: String,
    pub number: Option<Number>,
    pub status: Option<Status>,
}

/// A number as a cell holds it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub value: f64,
    pub form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Plain,
    /// On 0 to 100.
    Percent,
    Pounds,
}

impl FigureCell {
    /// The value in a unit; `None` where it may be on another scale.
    pub(super) fn value(&self, unit: Unit) -> Option<f64> {
        let number = self.number?;
        match (number.form, unit) {
            (Form::Percent, Unit::Percent) => Some(number.value),
            (Form::Percent, _) => None,
            (_, Unit::Percent) if number.value.abs() <= 1.0 && number.value != 0.0 => None,
            _ => Some(number.value),
        }
    }

    pub(super) fn is_above_a_hundred(&self) -> bool {
        self.number
            .is_some_and(|number| number.form == Form::Plain && number.value > 100.0)
    }

    pub(super) fn figure(&self, unit: Unit, period: Option<Period>) -> TargetFigure {
        TargetFigure {
            value: self.value(unit),
            words: self.words.clone(),
            period,
            cell: self.cell,
        }
    }

    /// The figure of a milestone, which may be in words: "50% by March 2024".
    pub(super) fn in_words(&self, unit: Unit, period: Option<Period>) -> TargetFigure {
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
    pub(super) fn ambition(&self) -> Ambition {
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

/// What stands in a cell for a figure; a merged cell stands in each of its columns and rows.
pub(super) fn figure(
    view: &View<'_>,
    sheet: SheetIndex,
    row: u32,
    column: u32,
) -> Option<FigureCell> {
    let grid = view.grid;
    let (at_row, at_column) = match grid.merge_at(row, column) {
        Some(merge) if grid.stored(row, column).is_none() => (merge.top, merge.left),
        _ => (row, column),
    };
    let stored = grid.stored(at_row, at_column)?;
    let style = grid.style(at_row, at_column);
    let words = clean(&view.label(at_row, at_column)?);
    let number = match (view.kind_of(stored), stored) {
        (Kind::Number(value), Stored::Text(text)) => match view.class(text) {
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
    let status = match view.kind_of(stored) {
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
        cell: CellRef::new(sheet, at_row, at_column),
        words,
        number,
        status,
    })
}

/// The unit of a row: what its own column says, its figures show, or its words count.
pub(super) fn unit(
    said: &str,
    measure: &str,
    figures: &[(TargetRole, FigureCell)],
    goal: Option<&FigureCell>,
) -> Unit {
    let mut numbers: Vec<Number> = figures.iter().filter_map(|(_, cell)| cell.number).collect();
    if numbers.is_empty() {
        numbers.extend(
            goal.and_then(|cell| cell.number)
                .filter(|number| number.value >= 0.0),
        );
    }
    let of_form = |form: Form| numbers.iter().filter(|number| number.form == form).count();
    let (percent, plain) = (of_form(Form::Percent), of_form(Form::Plain));
    let of_words = vocabulary::unit_of(said)
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
        None if counts && numbers.iter().all(|number| number.value.fract() == 0.0) => Unit::Count,
        None => Unit::Unknown,
    }
}
