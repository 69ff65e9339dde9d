//! The chart of groups then and now.

use super::figures::ChangeFigures;
use super::model::{GroupChart, GroupRow, KeyEntry, KeyMark, RowMarks, Verdict};
use crate::analysis::group_changes::{GroupChangeRow, GroupChangesAnswer};
use crate::analysis::{Estimate, Outcome};
use crate::chart::point::{self, Caution, GapReason};
use crate::chart::wording::{self, group_changes::size_with_sign};
use crate::data::Measure;
use crate::project::{ChangeDrawing, GroupOrder, GroupSpec};

impl GroupChart {
    /// The groups of two periods as a spec wants them. Groups that have a cell in neither are left out.
    pub fn of_changes(answer: &GroupChangesAnswer, spec: &GroupSpec) -> Self {
        let mut shown: Vec<&GroupChangeRow> = answer
            .rows
            .iter()
            .filter(|row| row.from.is_some() || row.to.is_some())
            .collect();
        if spec.change_order == GroupOrder::BySize {
            // The largest fall first; what has no change last.
            let size = |row: &GroupChangeRow| row.size().unwrap_or(f64::INFINITY);
            shown.sort_by(|one, other| size(one).total_cmp(&size(other)));
        }
        let figures = ChangeFigures::new(answer);
        let rows: Vec<GroupRow> = shown
            .into_iter()
            .map(|row| GroupRow {
                figures: figures.of_row(row),
                ..group_row(row, answer, spec)
            })
            .collect();
        let title = wording::group_changes::title(answer);
        let mut chart = Self {
            unit: answer.measure.unit,
            subtitle: wording::group_changes::subtitle(answer, &title),
            title,
            footnote: String::new(),
            what_this_shows: wording::group_changes::what_this_shows(answer),
            alt_text: String::new(),
            key: key(answer, &rows),
            rows,
            reference: None,
            words_heading: String::from("Change"),
            earlier_period: answer.periods.as_ref().map(|(from, _)| from.label()),
            is_slope: spec.change_drawing == ChangeDrawing::Slope,
            later_period: answer.periods.as_ref().map(|(_, to)| to.label()),
            columns: figures.columns(),
            reference_figures: Vec::new(),
        };
        let kind = if chart.is_slope {
            "Slope chart"
        } else {
            "Chart of then and now"
        };
        chart.footnote = wording::group_changes::footnote(answer, chart.is_cut());
        chart.alt_text = super::table::alt_text(kind, &chart);
        chart
    }
}

fn group_row(row: &GroupChangeRow, answer: &GroupChangesAnswer, spec: &GroupSpec) -> GroupRow {
    let measure = &answer.measure;
    let is_in_sections = spec.change_order == GroupOrder::ByDimension;
    let mut label = if is_in_sections {
        row.label.clone()
    } else {
        row.name().full()
    };
    if is_low_base(row, measure) {
        label.push_str(" (low base)");
    }
    let (marks, value_text) = match (&row.change, missing(row, measure)) {
        (Some(held), _) => {
            let marks = RowMarks::ThenAndNow {
                from: held.change.from.value,
                to: held.change.to.value,
                verdict: Verdict::of(&held.change, measure.polarity),
            };
            (marks, size_with_sign(&held.change, measure.unit))
        }
        (None, Some((reason, is_earlier))) => {
            let period = answer
                .periods
                .map(|(from, to)| if is_earlier { from } else { to });
            let when = period.map_or_else(String::new, |period| format!(", {}", period.label()));
            let text = format!("{}\u{a0}{}{when}", reason.mark(), reason.words());
            (RowMarks::Missing(Some(reason)), text)
        }
        (None, None) => {
            let words = match &row.not_comparable {
                Some(held) => format!("not comparable: {}", held.why.why()),
                None if row.from.is_some() => String::from("no later figure"),
                None => String::from("no earlier figure"),
            };
            (RowMarks::Missing(None), words)
        }
    };
    GroupRow {
        key: row.key.clone(),
        section: if is_in_sections {
            row.dimension.clone()
        } else {
            String::new()
        },
        label,
        marks,
        value_text,
        lines: super::table::change_lines(row, measure, answer.periods.as_ref()),
        figures: Vec::new(),
    }
}

/// Why one of the values may not be shown, and whether it is the earlier one.
pub(super) fn missing(row: &GroupChangeRow, measure: &Measure) -> Option<(GapReason, bool)> {
    let reason_of = |outcome: &Option<Outcome>| point::shown(outcome.as_ref()?, measure.unit).err();
    let earlier = reason_of(&row.from).map(|reason| (reason, true));
    reason_of(&row.to).map(|reason| (reason, false)).or(earlier)
}

fn is_low_base(row: &GroupChangeRow, measure: &Measure) -> bool {
    let is_low =
        |estimate: &Estimate| Caution::of(estimate, measure.unit) == Some(Caution::LowBase);
    let change = row.change.as_ref().map(|held| &held.change);
    change.is_some_and(|change| is_low(&change.from) || is_low(&change.to))
}

fn key(answer: &GroupChangesAnswer, rows: &[GroupRow]) -> Vec<KeyEntry> {
    let Some((from, to)) = &answer.periods else {
        return Vec::new();
    };
    let verdicts = || {
        rows.iter().filter_map(|row| match row.marks {
            RowMarks::ThenAndNow { verdict, .. } => Some(verdict),
            _ => None,
        })
    };
    let mut key = vec![KeyEntry {
        mark: KeyMark::Then,
        words: from.label(),
    }];
    let clear = verdicts().find(|verdict| verdict.is_clear());
    let unclear = verdicts().find(|verdict| !verdict.is_clear());
    key.extend(clear.map(|verdict| KeyEntry {
        mark: KeyMark::Verdict(verdict),
        words: format!("{}, clear change", to.label()),
    }));
    key.extend(unclear.map(|verdict| KeyEntry {
        mark: KeyMark::Verdict(verdict),
        words: match (verdict, clear) {
            (Verdict::NotTested, None) => to.label(),
            (Verdict::NotTested, Some(_)) => format!("{}, not tested", to.label()),
            _ => format!("{}, no clear change", to.label()),
        },
    }));
    key
}
