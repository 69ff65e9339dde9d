//! How the chart is drawn: what is shown, which line is in front, which lines are hidden.

use egui::Ui;

use crate::analysis::TrendAnswer;
use crate::chart::target_lines::box_words;
use crate::project::{Edit, TrendSpec};
use crate::ui::action::Actions;
use crate::ui::kit::{Checkbox, Chip, Choice};
use crate::ui::tokens::tokens;
use crate::words::say;

/// What is drawn with the lines.
pub(super) fn drawing_ui(
    ui: &mut Ui,
    answer: &TrendAnswer,
    trend: &TrendSpec,
    actions: &mut Actions,
) {
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
            say::panel_intervals(),
        ));
    }
    ui.add(Checkbox::new(
        &mut changed.label_line_ends,
        say::panel_label_ends(),
    ));
    if !trend.events.is_empty() {
        ui.add(Checkbox::new(&mut changed.show_events, say::panel_events()));
    }
    if let Some(words) = box_words(answer, trend) {
        ui.add(Checkbox::new(&mut changed.show_targets, words));
    }
    if changed != *trend {
        actions.edit(Edit::SetTrend(changed));
    }
}

/// The line in front.
pub(super) fn highlight_ui(
    ui: &mut Ui,
    answer: &TrendAnswer,
    trend: &TrendSpec,
    actions: &mut Actions,
) {
    let choices: Vec<Choice<'_>> = std::iter::once(Choice::new(say::panel_no_line()))
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
    if let Some(chosen) = Chip::of(say::panel_highlight(), &choices, current)
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
pub(super) fn lines_ui(
    ui: &mut Ui,
    answer: &TrendAnswer,
    trend: &TrendSpec,
    actions: &mut Actions,
) {
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
