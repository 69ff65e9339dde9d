//! The chart of groups in one period.

use super::figures::BreakdownFigures;
use super::model::{GroupChart, GroupRow, KeyEntry, KeyMark, Reference, RowMarks, Verdict};
use crate::analysis::BreakdownAnswer;
use crate::analysis::breakdown::BreakdownRow;
use crate::analysis::change::Tone;
use crate::base::number;
use crate::chart::point::{self, Caution};
use crate::chart::wording;
use crate::data::Measure;
use crate::project::{GroupOrder, GroupSpec};

impl GroupChart {
    /// The groups of one period as a spec wants them. Groups of which no source has a cell are left out.
    pub fn of_breakdown(answer: &BreakdownAnswer, spec: &GroupSpec) -> Self {
        let figures = BreakdownFigures::new(answer, spec);
        let mut rows: Vec<GroupRow> = answer
            .rows
            .iter()
            .filter(|row| row.outcome.is_some())
            .map(|row| GroupRow {
                figures: figures.of_row(row),
                ..group_row(row, &answer.measure, spec)
            })
            .collect();
        if spec.breakdown_order == GroupOrder::BySize {
            // The highest first; what has no value last.
            rows.sort_by(|one, other| value(other).total_cmp(&value(one)));
        }
        let unit = answer.measure.unit;
        let reference = answer.whole.as_ref().and_then(|whole| {
            let estimate = point::shown(&whole.outcome, unit).ok()?;
            let is_apart = unit.is_level();
            is_apart.then(|| Reference {
                name: whole.label.clone(),
                label: format!("{} {}", whole.label, unit.format(estimate.value)),
                value: estimate.value,
            })
        });
        let has_reference = reference.is_some();
        let title = wording::breakdown::title(answer);
        let mut chart = Self {
            unit,
            subtitle: wording::breakdown::subtitle(answer, &title),
            title,
            footnote: String::new(),
            what_this_shows: wording::breakdown::what_this_shows(answer),
            alt_text: String::new(),
            key: key(&rows),
            rows,
            reference,
            words_heading: String::from("Against the rest"),
            earlier_period: None,
            is_slope: false,
            later_period: None,
            columns: figures.columns(),
            reference_figures: match (&answer.whole, has_reference) {
                (Some(whole), true) => figures.of_whole(whole),
                _ => Vec::new(),
            },
        };
        let drawn = wording::breakdown::Drawn {
            intervals: chart.rows.iter().any(
                |row| matches!(row.marks, RowMarks::Now { interval, .. } if interval.is_some()),
            ),
            is_cut: chart.is_cut(),
        };
        chart.footnote = wording::breakdown::footnote(answer, drawn);
        chart.alt_text = super::table::alt_text("Dot chart", &chart);
        chart
    }
}

fn value(row: &GroupRow) -> f64 {
    match row.marks {
        RowMarks::Now { value, .. } => value,
        _ => f64::NEG_INFINITY,
    }
}

fn group_row(row: &BreakdownRow, measure: &Measure, spec: &GroupSpec) -> GroupRow {
    let unit = measure.unit;
    let is_in_sections = spec.breakdown_order == GroupOrder::ByDimension;
    let shown = row
        .outcome
        .as_ref()
        .map(|outcome| point::shown(outcome, unit));
    let verdict = row
        .against_rest
        .as_ref()
        .map_or(Verdict::NotTested, |held| {
            Verdict::of(&held.comparison, measure.polarity)
        });
    let (marks, value_text) = match shown {
        Some(Ok(estimate)) => {
            let value = unit.format(estimate.value);
            let text = row.share_of_whole.map_or_else(
                || value.clone(),
                |share| format!("{value} ({}%)", number::grouped(share, 1)),
            );
            let interval = estimate.interval.filter(|_| spec.show_intervals);
            let marks = RowMarks::Now {
                value: estimate.value,
                interval: interval.map(|interval| (interval.lower, interval.upper)),
                caution: Caution::of(estimate, unit),
                verdict,
            };
            (marks, text)
        }
        Some(Err(reason)) => (
            RowMarks::Missing(Some(reason)),
            format!("{}\u{a0}{}", reason.mark(), reason.words()),
        ),
        None => (RowMarks::Missing(None), String::new()),
    };
    GroupRow {
        key: row.key.clone(),
        section: if is_in_sections {
            row.dimension.clone()
        } else {
            String::new()
        },
        label: if is_in_sections {
            row.label.clone()
        } else {
            row.name().full()
        },
        marks,
        value_text,
        lines: super::table::breakdown_lines(row, measure),
        figures: Vec::new(),
    }
}

/// What the dots mean, as far as there are such.
fn key(rows: &[GroupRow]) -> Vec<KeyEntry> {
    let has = |wanted: &dyn Fn(Verdict, Option<Caution>) -> bool| {
        rows.iter().any(|row| match row.marks {
            RowMarks::Now {
                verdict, caution, ..
            } => wanted(verdict, caution),
            _ => false,
        })
    };
    let is_tested = has(&|verdict, _| verdict != Verdict::NotTested);
    let tone_of = |wanted: fn(Tone) -> Verdict| {
        rows.iter().find_map(|row| match row.marks {
            RowMarks::Now { verdict, .. } => [Tone::Bad, Tone::Good, Tone::Neutral]
                .into_iter()
                .map(wanted)
                .find(|held| *held == verdict),
            _ => None,
        })
    };
    let entry = |mark: KeyMark, words: &str| KeyEntry {
        mark,
        words: words.to_owned(),
    };
    let mut key = Vec::new();
    key.extend(
        tone_of(Verdict::Down)
            .map(|verdict| entry(KeyMark::Verdict(verdict), "clearly lower than the rest")),
    );
    key.extend(
        tone_of(Verdict::Up)
            .map(|verdict| entry(KeyMark::Verdict(verdict), "clearly higher than the rest")),
    );
    if is_tested && has(&|verdict, _| verdict == Verdict::NotClear) {
        key.push(entry(
            KeyMark::Verdict(Verdict::NotClear),
            "not clearly different",
        ));
    }
    if has(&|_, caution| caution == Some(Caution::LowBase)) {
        key.push(entry(KeyMark::Caution, "low base, not compared"));
    }
    key
}
