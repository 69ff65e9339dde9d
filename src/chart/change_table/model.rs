//! A change table before it is laid out: which rows, and every word of them. It holds nothing that may not be
//! shown.

use crate::analysis::change::Tone;
use crate::analysis::change_table::{AsPrinted, ChangeRow};
use crate::analysis::{ChangeTableAnswer, Direction, Outcome};
use crate::base::number;
use crate::chart::contents::{DataCell, Shorthand};
use crate::chart::marked::MarkedChart;
use crate::chart::point;
use crate::chart::scene::Scene;
use crate::chart::size::ChartSize;
use crate::chart::text_metrics::MeasureText;
use crate::chart::theme::ChartTheme;
use crate::chart::wording::change_table as words;
use crate::data::{Polarity, Unit};
use crate::project::ChangeTableSpec;

/// A change table before it is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeTableModel {
    /// The message, or what the table shows where nothing is clear.
    pub title: String,
    /// What is measured, and which periods are compared.
    pub subtitle: String,
    /// The test, cautions, sources.
    pub footnote: String,
    /// One or two sentences of plain English.
    pub what_this_shows: String,
    /// The table in words, for screen readers.
    pub alt_text: String,
    /// What the rows are.
    pub heading: String,
    /// The unit of all values.
    pub unit: Unit,
    /// The later and the earlier period, as headings.
    pub periods: (String, String),
    /// Whether the changes in per cent are a column; those of percentages are in points.
    pub has_percent: bool,
    /// Whether the changes are drawn as bars.
    pub has_bars: bool,
    /// Whether what senders printed is a column.
    pub has_printed: bool,
    /// The rows, the total first.
    pub rows: Vec<ChangeRowModel>,
}

/// A row of a model.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRowModel {
    /// What is measured.
    pub name: String,
    /// Whether it is part of a row before it.
    pub is_part: bool,
    /// Whether it is the total of the others.
    pub is_total: bool,
    /// The earlier value, or the mark of why there is none.
    pub earlier: String,
    /// The later value, or the mark of why there is none.
    pub later: String,
    /// The change as a difference; empty where there is none.
    pub change: String,
    /// The change in per cent; the two counts where none may be printed; empty where there is no change.
    pub percent: String,
    /// The length of the bar: per cent, or percentage points.
    pub bar: Option<f64>,
    /// Which colour the bar has.
    pub look: BarLook,
    /// Whether chance may explain it.
    pub chance: &'static str,
    /// What a sender printed.
    pub printed: Option<PrintedModel>,
    /// What stands beside the row where it is pointed at.
    pub lines: Vec<String>,
    /// The values and the change as figures.
    pub figures: ChangeFigures,
}

/// The values and the change of a row as figures, or what stands in their place.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeFigures {
    /// The earlier value.
    pub earlier: DataCell,
    /// The later value.
    pub later: DataCell,
    /// The change as a difference.
    pub change: DataCell,
    /// The change in per cent.
    pub percent: DataCell,
}

/// What a sender printed, in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedModel {
    /// As it is printed.
    pub text: String,
    /// Whether it is not what its cells give.
    pub is_wrong: bool,
}

/// Which colour a bar has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BarLook {
    /// A clear change for the better.
    Good,
    /// A clear change for the worse.
    Bad,
    /// A clear change that is neither.
    Clear,
    /// Not clear.
    Unclear,
}

impl ChangeTableModel {
    /// The model of an answer as a spec wants it.
    pub fn new(answer: &ChangeTableAnswer, spec: &ChangeTableSpec) -> Self {
        let has_printed = spec.show_printed && answer.printed.printed > 0;
        let rows: Vec<ChangeRowModel> = answer
            .rows
            .iter()
            .map(|row| row_model(answer, row, has_printed))
            .collect();
        let label = |period: Option<crate::data::Period>| {
            period.map_or_else(String::new, |period| words::column_heading(&period))
        };
        let title = words::title(answer);
        let subtitle = words::subtitle(answer);
        let footnote = words::footnote(answer, has_printed);
        let what_this_shows = words::what_this_shows(answer, has_printed);
        Self {
            alt_text: words::alt_text(&title, &subtitle, rows.len(), &what_this_shows, &footnote),
            title,
            subtitle,
            footnote,
            what_this_shows,
            heading: words::row_heading(answer),
            unit: answer.unit,
            periods: (label(answer.period), label(answer.earlier)),
            has_percent: spec.show_worked_out && !is_points(answer.unit),
            has_bars: spec.show_worked_out && rows.iter().any(|row| row.bar.is_some()),
            has_printed,
            rows,
        }
    }

    /// The table as text that Excel takes as cells.
    pub fn cells(&self) -> String {
        let (later, earlier) = (self.periods.0.as_str(), self.periods.1.as_str());
        let mut headings = vec![self.heading.as_str(), earlier, later, "Change"];
        if self.has_percent {
            headings.push("%");
        }
        headings.push("Chance?");
        if self.has_printed {
            headings.extend(["As printed", "Right?"]);
        }
        let mut text = headings.join("\t");
        for row in &self.rows {
            let mut cells = vec![
                row.name.as_str(),
                &row.earlier,
                &row.later,
                row.change.as_str(),
            ];
            if self.has_percent {
                cells.push(&row.percent);
            }
            cells.push(row.chance);
            if self.has_printed {
                let printed = row.printed.as_ref();
                cells.push(printed.map_or("", |printed| &printed.text));
                cells.push(match printed {
                    Some(printed) if printed.is_wrong => "wrong",
                    Some(_) => "right",
                    None => "",
                });
            }
            text.push('\n');
            text.push_str(&cells.join("\t"));
        }
        text
    }

    /// The least height in points at which every row is read with ease.
    pub fn comfortable_height(&self) -> f32 {
        const ROUND_THE_TABLE: f32 = 210.0;
        const ROW: f32 = 22.0;
        let rows = u16::try_from(self.rows.len()).unwrap_or(u16::MAX);
        ROUND_THE_TABLE + ROW * f32::from(rows)
    }
}

impl MarkedChart for ChangeTableModel {
    fn layout(&self, size: ChartSize, theme: &ChartTheme, measure: &dyn MeasureText) -> Scene {
        super::layout::layout(self, size, theme, measure)
    }

    fn what_this_shows(&self) -> &str {
        &self.what_this_shows
    }

    fn mark_count(&self) -> usize {
        self.rows.len()
    }

    fn mark_lines(&self, mark: usize) -> Vec<String> {
        self.rows
            .get(mark)
            .map(|row| row.lines.clone())
            .unwrap_or_default()
    }

    fn least_height_pt(&self, _width_pt: f32) -> f32 {
        self.comfortable_height()
    }

    fn is_table(&self) -> bool {
        true
    }
}

/// Whether changes are in percentage points.
pub(crate) const fn is_points(unit: Unit) -> bool {
    matches!(unit, Unit::Percent | Unit::PercentagePoints)
}

fn row_model(answer: &ChangeTableAnswer, row: &ChangeRow, has_printed: bool) -> ChangeRowModel {
    let unit = row.measure.unit;
    let value = |outcome: &Option<Outcome>| match outcome {
        None => String::from("–"),
        Some(outcome) => match point::shown(outcome, unit) {
            Ok(estimate) => unit.format(estimate.value),
            Err(reason) => reason.mark().to_owned(),
        },
    };
    let (change, percent, bar) = match &row.change {
        None if row.not_comparable.is_some() => {
            (String::from("not comparable"), String::new(), None)
        }
        None => (String::new(), String::new(), None),
        Some(change) => {
            let points = is_points(unit);
            let same_length = words::are_same_length(answer);
            let difference = if points {
                format!("{} pp", with_sign(change.difference, 1))
            } else if same_length || unit != Unit::Count {
                with_sign(change.difference, unit.decimals())
            } else {
                String::new()
            };
            let percent = match row.percent {
                Some(percent) => format!("{}%", with_sign(percent, 1)),
                None if unit == Unit::Count => {
                    let (from, to) = (change.from.value, change.to.value);
                    format!("from {} to {}", unit.format(from), unit.format(to))
                }
                None => String::new(),
            };
            let bar = if points {
                Some(change.difference)
            } else {
                row.percent
            };
            (difference, percent, bar)
        }
    };
    let printed = row.printed.as_ref().filter(|_| has_printed);
    let figures = figures(answer, row);
    ChangeRowModel {
        name: row.name.clone(),
        is_part: row.is_part,
        is_total: row.is_total,
        earlier: value(&row.from),
        later: value(&row.to),
        change,
        percent,
        bar,
        look: look(row),
        chance: words::chance(row),
        printed: printed.map(printed_model),
        lines: words::row_lines(answer, row, printed),
        figures,
    }
}

/// The figures of a row. A change that is not printed, since the periods differ in length or the counts are
/// few, does not apply.
fn figures(answer: &ChangeTableAnswer, row: &ChangeRow) -> ChangeFigures {
    let unit = row.measure.unit;
    let (earlier, later) = (
        DataCell::of(row.from.as_ref(), unit),
        DataCell::of(row.to.as_ref(), unit),
    );
    let withheld = [&later, &earlier]
        .into_iter()
        .find(|cell| matches!(cell, DataCell::Shorthand(_)));
    let missing = withheld
        .cloned()
        .unwrap_or(DataCell::Shorthand(Shorthand::NotApplicable));
    let number = |value: Option<f64>, decimals: usize| match value {
        Some(value) => DataCell::Number { value, decimals },
        None => missing.clone(),
    };
    let is_printed = is_points(unit) || unit != Unit::Count || words::are_same_length(answer);
    let difference = row.change.as_ref().map(|change| change.difference);
    let percent = row.change.as_ref().and(row.percent);
    ChangeFigures {
        change: number(difference.filter(|_| is_printed), unit.decimals()),
        percent: number(percent, 1),
        earlier,
        later,
    }
}

/// A change with its sign; nought has none.
fn with_sign(change: f64, decimals: usize) -> String {
    if change == 0.0 {
        number::grouped(0.0, decimals)
    } else {
        number::signed(change, decimals)
    }
}

fn printed_model(printed: &AsPrinted) -> PrintedModel {
    PrintedModel {
        text: words::minus_signs(&printed.figure.text),
        is_wrong: !printed.figure.is_right(),
    }
}

fn look(row: &ChangeRow) -> BarLook {
    let polarity: Polarity = row.measure.polarity;
    let tone = row
        .change
        .as_ref()
        .map_or(Tone::Neutral, |change| change.tone(polarity));
    match (row.direction(), tone) {
        (Direction::Up | Direction::Down, Tone::Good) => BarLook::Good,
        (Direction::Up | Direction::Down, Tone::Bad) => BarLook::Bad,
        (Direction::Up | Direction::Down, Tone::Neutral) => BarLook::Clear,
        _ => BarLook::Unclear,
    }
}
