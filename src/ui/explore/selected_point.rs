//! The panel on the right: the selected point's value, interval, base, comparisons and cells, and how
//! the chart is drawn.

use egui::{RichText, ScrollArea, Ui};

use super::library::change_words;
use super::screen::Exploring;
use super::state::{ExploreState, SelectedPoint};
use crate::analysis::estimate::Precision;
use crate::analysis::{Change, Estimate, SeriesRole, TrendAnswer, TrendSeries};
use crate::base::number;
use crate::base::typeface::Weight;
use crate::chart::point;
use crate::data::{Measure, Period};
use crate::project::{Edit, TrendSpec};
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::fonts::font;
use crate::ui::kit::{Button, Checkbox, Chip, Choice, KeyValueRow, Link, SectionHeading};
use crate::ui::tokens::tokens;

/// Draws the panel.
pub fn selected_point_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    state: &ExploreState,
    actions: &mut Actions,
) {
    let Some(answer) = exploring.answer else {
        return;
    };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let trend = &exploring.project.view.trend;
        let selected = state
            .selected
            .clone()
            .filter(|selected| selected.find(answer).is_some());
        if let Some(selected) = selected.or_else(|| point_in_front(answer, trend)) {
            point_ui(ui, answer, &selected, actions);
        }
        ui.add(SectionHeading::new("Show"));
        drawing_ui(ui, answer, trend, actions);
        if answer.series.len() > 1 {
            ui.add(SectionHeading::new("Highlight"));
            highlight_ui(ui, answer, trend, actions);
            ui.add(SectionHeading::new("Lines"));
            lines_ui(ui, answer, trend, actions);
        }
        ui.add(SectionHeading::new("Take it with you"));
        let shortcut = Command::SavePicture.shortcut_text(ui.ctx());
        let save = Button::secondary(Command::SavePicture.text())
            .shortcut(shortcut)
            .full_width();
        if ui
            .add(save)
            .on_hover_text(Command::SavePicture.tooltip())
            .clicked()
        {
            actions.run(Command::SavePicture);
        }
    });
}

/// The latest point of the highlighted line, or of the first.
pub(super) fn point_in_front(answer: &TrendAnswer, trend: &TrendSpec) -> Option<SelectedPoint> {
    let visible = |series: &&TrendSeries| !trend.hidden.contains(&series.key);
    let in_front = answer
        .series
        .iter()
        .filter(visible)
        .find(|series| trend.highlight.as_ref() == Some(&series.key))
        .or_else(|| answer.series.iter().find(visible))?;
    SelectedPoint::latest_of(answer, in_front)
}

fn point_ui(ui: &mut Ui, answer: &TrendAnswer, selected: &SelectedPoint, actions: &mut Actions) {
    let Some((series, index, point)) = selected.find(answer) else {
        return;
    };
    let text = &tokens(ui).text;
    let title = format!("{} · {}", series.label, selected.period.label());
    ui.label(RichText::new(title).font(font(Weight::SemiBold, text.lead - 1.0)));
    ui.add(SectionHeading::new("Selected point"));
    let unit = answer.measure.unit;
    match point::shown(&point.outcome, unit) {
        Ok(estimate) => {
            estimate_ui(ui, &answer.measure, estimate);
            comparisons_ui(ui, answer, series, index, estimate);
        }
        Err(reason) => {
            ui.add(KeyValueRow::new("Value", reason.words()));
        }
    }
    ui.add_space(tokens(ui).space.small);
    let provenance = point.outcome.provenance();
    let cells = provenance.describe();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.label(
            RichText::new("From")
                .size(text.small)
                .color(tokens(ui).colours.ink_secondary),
        );
        let link = ui.add(Link::new(&cells).size(text.small));
        if link.on_hover_text("Show it among the data").clicked() {
            actions.send(Action::ShowTab(super::ExploreTab::Data));
            actions.send(Action::Select(Some(selected.clone())));
        }
    });
    if let Some(note) = point
        .outcome
        .estimate()
        .and_then(|estimate| estimate.note.as_deref())
    {
        ui.add_space(tokens(ui).space.tight);
        ui.label(
            RichText::new(note)
                .size(text.small)
                .color(tokens(ui).colours.ink_secondary),
        );
    }
}

fn estimate_ui(ui: &mut Ui, measure: &Measure, estimate: &Estimate) {
    let unit = measure.unit;
    let name = if unit == crate::data::Unit::Unknown {
        "Value"
    } else {
        unit.words()
    };
    let name = if unit == crate::data::Unit::Percent {
        "Value"
    } else {
        name
    };
    ui.add(KeyValueRow::new(
        capitalised(name),
        unit.format(estimate.value),
    ));
    if let Some(interval) = estimate.interval {
        let words = format!(
            "{} – {}",
            unit.format(interval.lower),
            unit.format(interval.upper)
        );
        ui.add(KeyValueRow::new("95% interval", words));
    }
    if let Some(base) = estimate.unweighted_base {
        ui.add(KeyValueRow::new(
            "Respondents (base)",
            number::grouped(base, 0),
        ));
    }
    match (estimate.precision, estimate.effective_base) {
        (Precision::EffectiveBaseGiven, Some(base)) => {
            ui.add(KeyValueRow::new("Effective base", number::grouped(base, 0)));
        }
        (Precision::DesignEffectAssumed(effect), Some(base)) => {
            let row = KeyValueRow::new(
                "Effective base",
                format!("about {}", number::grouped(base, 0)),
            );
            let why = format!(
                "The source gives no effective base; a design effect of {} is assumed",
                number::rounded(effect, 1)
            );
            ui.add(row).on_hover_text(why);
        }
        (Precision::Unknown, _) if unit == crate::data::Unit::Percent => {
            ui.add(KeyValueRow::new("Base", "unknown"))
                .on_hover_text("The source gives no base: no interval and no test can be made");
        }
        _ => {}
    }
    if estimate.status != crate::data::Status::Ordinary {
        ui.add(KeyValueRow::new("Status", estimate.status.words()));
    }
}

/// Against a year earlier, and against the comparator in the same period.
fn comparisons_ui(
    ui: &mut Ui,
    answer: &TrendAnswer,
    series: &TrendSeries,
    index: usize,
    estimate: &Estimate,
) {
    let unit = answer.measure.unit;
    let days = |period: &Period| f64::from(period.days());
    let Some(period) = answer.periods.get(index) else {
        return;
    };
    let earlier = period.previous_year().and_then(|before| {
        let index = answer
            .periods
            .iter()
            .position(|period| period.covers_same_days(&before))?;
        let earlier = point::shown(&series.points.get(index)?.as_ref()?.outcome, unit).ok()?;
        Some((before, earlier))
    });
    if let Some((before, earlier)) = earlier {
        let change = Change::between(unit, earlier, estimate, (days(&before), days(period)));
        change_row_ui(
            ui,
            &format!("vs {}", before.axis_label()),
            &change,
            &answer.measure,
        );
    }
    if series.role == SeriesRole::Comparator {
        return;
    }
    let comparator = answer
        .series
        .iter()
        .find(|other| other.role == SeriesRole::Comparator);
    let compared = comparator.and_then(|other| {
        let point = other.points.get(index)?.as_ref()?;
        Some((other, point::shown(&point.outcome, unit).ok()?))
    });
    if let Some((other, compared)) = compared
        && matches!(
            unit,
            crate::data::Unit::Percent | crate::data::Unit::Per1000
        )
    {
        // The comparator usually holds the cohort within it, so that a test of two independent samples
        // would be wrong: only the difference is shown.
        let difference = estimate.value - compared.value;
        let unit = if unit == crate::data::Unit::Percent {
            crate::data::Unit::PercentagePoints.format(difference)
        } else {
            number::signed(difference, unit.decimals())
        };
        let row = KeyValueRow::new(format!("vs {}", lower_first(&other.label)), unit);
        ui.add(row).on_hover_text(
            "The plain difference; it is not tested, since the one is part of the other",
        );
    }
}

fn change_row_ui(ui: &mut Ui, key: &str, change: &Change, measure: &Measure) {
    let (mark, words, tone) = change_words(change, measure);
    let is_clear = mark.is_some();
    let row = ui.add(
        KeyValueRow::new(key, words)
            .change(mark, tone)
            .significant(is_clear),
    );
    let why = match (is_clear, change.p_value) {
        (true, Some(p)) => format!(
            "Statistically significant at the 5% level (p {})",
            p_words(p)
        ),
        (false, Some(p)) => format!("Within what chance alone may bring (p {})", p_words(p)),
        (_, None) => String::from("No test can be made: the source gives no base"),
    };
    row.on_hover_text(why);
}

fn p_words(p: f64) -> String {
    if p < 0.001 {
        String::from("< 0.001")
    } else {
        format!("= {}", number::rounded(p, 3))
    }
}

fn drawing_ui(ui: &mut Ui, answer: &TrendAnswer, trend: &TrendSpec, actions: &mut Actions) {
    let has_intervals = answer
        .series
        .iter()
        .flat_map(|series| series.points.iter().flatten())
        .any(|point| {
            point
                .outcome
                .estimate()
                .is_some_and(|estimate| estimate.interval.is_some())
        });
    let mut changed = trend.clone();
    if has_intervals {
        ui.add(Checkbox::new(
            &mut changed.show_intervals,
            "Confidence intervals",
        ));
    }
    ui.add(Checkbox::new(
        &mut changed.label_line_ends,
        "Label line ends",
    ));
    if !trend.events.is_empty() {
        ui.add(Checkbox::new(&mut changed.show_events, "Events and notes"));
    }
    if changed != *trend {
        actions.edit(Edit::SetTrend(changed));
    }
}

fn highlight_ui(ui: &mut Ui, answer: &TrendAnswer, trend: &TrendSpec, actions: &mut Actions) {
    let choices: Vec<Choice<'_>> = std::iter::once(Choice::new("no line"))
        .chain(
            answer
                .series
                .iter()
                .map(|series| Choice::new(&*series.label)),
        )
        .collect();
    let current = trend
        .highlight
        .as_ref()
        .and_then(|key| answer.series.iter().position(|series| series.key == *key))
        .map_or(0, |index| index + 1);
    ui.add_space(tokens(ui).space.tight);
    if let Some(chosen) = Chip::of("Highlight", &choices, current)
        .strong()
        .ui(ui)
        .chosen
    {
        let highlight = chosen
            .checked_sub(1)
            .and_then(|index| answer.series.get(index));
        let highlight = highlight.map(|series| series.key.clone());
        actions.edit(Edit::SetTrend(TrendSpec {
            highlight,
            ..trend.clone()
        }));
    }
}

/// A box for each line, to hide it and show it again.
fn lines_ui(ui: &mut Ui, answer: &TrendAnswer, trend: &TrendSpec, actions: &mut Actions) {
    for series in &answer.series {
        let mut shown = !trend.hidden.contains(&series.key);
        if ui.add(Checkbox::new(&mut shown, &*series.label)).changed() {
            let mut changed = trend.clone();
            if shown {
                changed.hidden.remove(&series.key);
            } else {
                changed.hidden.insert(series.key.clone());
            }
            actions.edit(Edit::SetTrend(changed));
        }
    }
}

fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// "All respondents" within a sentence; names of places stay as they are.
fn lower_first(words: &str) -> String {
    words
        .strip_prefix("All ")
        .map_or_else(|| words.to_owned(), |rest| format!("all {rest}"))
}
