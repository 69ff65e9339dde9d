//! The panel on the right of the charts of groups: the selected group's value, interval, bases, comparisons
//! and cells, and how the chart is drawn.

use egui::{RichText, ScrollArea, Ui};

use super::group_view::group_in_front;
use super::library_groups;
use super::own_group_draft::OwnGroupDraft;
use super::rows_behind::{of_outcome, of_two, rows_link_ui};
use super::screen::Exploring;
use super::selected_point::{
    change_row_ui, estimate_ui, from_ui, gap_row_ui, not_comparable_ui, save_picture_ui, title_ui,
};
use super::state::{ExploreState, ExploreTab, SelectedPoint};
use super::tab_words::{tab_words_ui, unit_asked};
use crate::analysis::against_rest::AgainstRest;
use crate::analysis::breakdown::{BreakdownAnswer, BreakdownRow};
use crate::analysis::group_changes::{GroupChangeRow, GroupChangesAnswer};
use crate::analysis::{Answer, Direction, Outcome, Question, Split};
use crate::base::number;
use crate::chart::{GroupChart, point};
use crate::data::{Measure, Period, Unit};
use crate::project::{BreakdownDrawing, ChangeDrawing, Edit, GroupOrder, GroupSpec};
use crate::ui::action::{Action, Actions};
use crate::ui::help::explained;
use crate::ui::kit::{Button, Checkbox, Chip, Choice, KeyValueRow, SectionHeading};
use crate::ui::tokens::tokens;
use crate::words::say;

/// Draws the panel.
pub(super) fn group_panel_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    let Some(answer) = exploring.on_show else {
        return;
    };
    let spec = &exploring.project.view.groups;
    let selected = state.selected_group.clone();
    let Some(chart) = state.groups.chart(answer, spec).cloned() else {
        return;
    };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if let Some(key) = group_in_front(&chart, selected.as_ref()) {
            match answer {
                Answer::Breakdown(answer) => {
                    if let Some(row) = answer.rows.iter().find(|row| row.key == *key) {
                        breakdown_row_ui(ui, exploring, answer, row, actions);
                    }
                }
                Answer::Change(answer) => {
                    if let Some(row) = answer.rows.iter().find(|row| row.key == *key) {
                        change_ui(ui, exploring, answer, row, actions);
                    }
                }
                _ => {}
            }
        }
        ui.add(SectionHeading::new(say::panel_show()));
        options_ui(ui, answer, spec, actions);
        if OwnGroupDraft::is_offered(exploring.project) {
            ui.add_space(tokens(ui).space.tight);
            library_groups::new_group_ui(ui, exploring, state);
        }
        tab_words_ui(ui, state.tab, unit_asked(exploring));
        ui.add(SectionHeading::new(say::panel_take()));
        save_picture_ui(ui, actions);
        ui.add_space(tokens(ui).space.small);
        copy_ui(ui, &chart, actions);
    });
}

fn copy_ui(ui: &mut Ui, chart: &GroupChart, actions: &mut Actions) {
    let copy = Button::secondary(say::panel_copy_as_table()).full_width();
    let copy = ui.add(copy);
    if copy
        .on_hover_text(say::panel_copy_as_table_does())
        .clicked()
    {
        actions.send(Action::Copy(chart.as_cells()));
    }
}

/// What is drawn, and in which order.
fn options_ui(ui: &mut Ui, answer: &Answer, spec: &GroupSpec, actions: &mut Actions) {
    let mut changed = spec.clone();
    let order = if let Answer::Breakdown(answer) = answer {
        drawing_ui(ui, &mut changed);
        let has_intervals = answer.rows.iter().any(|row| {
            let estimate = row.outcome.as_ref().and_then(Outcome::estimate);
            estimate.is_some_and(|estimate| estimate.interval.is_some())
        });
        if has_intervals {
            ui.add(Checkbox::new(
                &mut changed.show_intervals,
                say::panel_intervals(),
            ));
        }
        &mut changed.breakdown_order
    } else {
        change_drawing_ui(ui, &mut changed);
        &mut changed.change_order
    };
    order_ui(ui, order);
    if changed != *spec {
        actions.edit(Edit::SetGroups(changed));
    }
}

/// As what the groups of a breakdown are drawn.
pub(super) fn drawing_ui(ui: &mut Ui, spec: &mut GroupSpec) {
    let drawings = [
        (BreakdownDrawing::Dots, say::group_dots()),
        (BreakdownDrawing::Heatmap, say::group_heatmap()),
        (BreakdownDrawing::SmallMultiples, say::group_small_charts()),
    ];
    one_of_ui(
        ui,
        (say::group_drawn(), say::group_drawn_as()),
        &drawings,
        &mut spec.breakdown_drawing,
    );
}

/// As what groups then and now are drawn.
fn change_drawing_ui(ui: &mut Ui, spec: &mut GroupSpec) {
    let drawings = [
        (ChangeDrawing::Dumbbell, say::group_dumbbell()),
        (ChangeDrawing::Slope, say::group_slope()),
    ];
    let words = (say::group_drawn(), say::group_drawn_as());
    one_of_ui(ui, words, &drawings, &mut spec.change_drawing);
}

/// A word and a chip with the choices of an option; `words` are the word and what the chip is called.
pub(super) fn one_of_ui<T: PartialEq + Copy>(
    ui: &mut Ui,
    (word, name): (&str, &str),
    options: &[(T, &str)],
    chosen: &mut T,
) {
    let choices: Vec<Choice<'_>> = options
        .iter()
        .map(|(_, words)| Choice::new(*words))
        .collect();
    let current = options.iter().position(|(held, _)| held == chosen);
    ui.add_space(tokens(ui).space.tight);
    ui.horizontal(|ui| {
        ui.label(word);
        let chip = Chip::of(name, &choices, current.unwrap_or(0)).small();
        if let Some((option, _)) = chip.ui(ui).chosen.and_then(|index| options.get(index)) {
            *chosen = *option;
        }
    });
}

/// In which order groups stand.
pub(super) fn order_ui(ui: &mut Ui, order: &mut GroupOrder) {
    let orders = [
        (GroupOrder::ByDimension, say::group_usual_order()),
        (GroupOrder::BySize, say::group_by_size()),
    ];
    let words = (say::group_sorted(), say::group_order());
    one_of_ui(ui, words, &orders, order);
}

fn breakdown_row_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &BreakdownAnswer,
    row: &BreakdownRow,
    actions: &mut Actions,
) {
    let (Some(outcome), Some(period)) = (&row.outcome, answer.period) else {
        return;
    };
    title_ui(ui, &row.label, &period.label());
    ui.add(SectionHeading::new(say::group_selected()));
    let measure = &answer.measure;
    match point::shown(outcome, measure.unit) {
        Ok(estimate) => {
            estimate_ui(ui, measure, estimate);
            against_rest_ui(ui, measure, row.against_rest.as_ref());
            if let Some(share) = row.share_of_whole {
                let share = format!("{}%", number::grouped(share, 1));
                ui.add(KeyValueRow::new(say::group_of_total(), share));
            }
            if let Some(held) = &row.over_year {
                let key = say::point_versus(held.from.axis_label());
                change_row_ui(ui, &key, &held.change, measure);
            } else if let Some(held) = &row.not_comparable {
                not_comparable_ui(ui, &held.from, &held.why);
            }
        }
        Err(reason) => {
            gap_row_ui(ui, reason);
        }
    }
    cells_ui(
        ui,
        exploring,
        &row.key,
        &row.dimension,
        &period,
        outcome,
        actions,
    );
    rows_link_ui(
        ui,
        of_outcome(measure, &row.label, &period, outcome),
        actions,
    );
}

/// The rest, and the group against it.
pub(super) fn against_rest_ui(ui: &mut Ui, measure: &Measure, held: Option<&AgainstRest>) {
    let Some(held) = held else {
        if measure.unit == Unit::Percent {
            let row = KeyValueRow::new(say::group_versus_rest(), say::group_not_compared());
            explained(ui, row, "Not tested").on_hover_text(say::group_not_compared_why());
        }
        return;
    };
    let comparison = &held.comparison;
    let rest = measure.unit.format(comparison.from.value);
    let (rest, why) = if held.basis.is_approximate() {
        (say::group_rest_about(rest), say::group_rest_why_about())
    } else {
        (rest, say::group_rest_why())
    };
    let row = KeyValueRow::new(say::group_rest(), rest);
    explained(ui, row, "The rest").on_hover_text(why);
    if comparison.direction == Direction::NoClearChange {
        let row = KeyValueRow::new(say::group_versus_rest(), say::group_no_clear_difference());
        explained(ui, row, "Clear change")
            .on_hover_text(super::selected_point::test_words(comparison));
    } else {
        change_row_ui(ui, say::group_versus_rest(), comparison, measure);
    }
}

fn change_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &GroupChangesAnswer,
    row: &GroupChangeRow,
    actions: &mut Actions,
) {
    let Some((from, to)) = answer.periods else {
        return;
    };
    let measure = &answer.measure;
    let unit = measure.unit;
    title_ui(ui, &row.label, &to.label());
    ui.add(SectionHeading::new(say::group_selected()));
    for (period, outcome) in [(from, &row.from), (to, &row.to)] {
        let key = period.axis_label();
        let words = match outcome.as_ref().map(|outcome| point::shown(outcome, unit)) {
            Some(Ok(estimate)) => unit.format(estimate.value),
            Some(Err(reason)) => reason.spoken().to_owned(),
            None => say::group_no_figure().to_owned(),
        };
        ui.add(KeyValueRow::new(key, words));
    }
    if let Some(held) = &row.change {
        let change = &held.change;
        change_row_ui(ui, say::group_change(), change, measure);
        if let Some(interval) = change.interval {
            let points = |value: f64| number::signed(value, 1);
            let words = say::GroupIntervalPoints {
                lower: points(interval.lower),
                upper: points(interval.upper),
            };
            let row = KeyValueRow::new(say::point_interval(), words.say());
            explained(ui, row, "95% interval");
        }
        let bases = (change.from.unweighted_base, change.to.unweighted_base);
        if let (Some(from), Some(to)) = bases {
            let row = KeyValueRow::new(say::group_bases(), then_and_now(from, to));
            explained(ui, row, "Base");
        }
        let effective = (change.from.effective_base, change.to.effective_base);
        if let (Some(from), Some(to)) = effective {
            let row = KeyValueRow::new(say::group_effective_bases(), then_and_now(from, to));
            explained(ui, row, "Effective base");
        }
        if let Some(points) = change.smallest_detectable() {
            let points = say::points_short(number::grouped(points, 1));
            let row = KeyValueRow::new(say::group_seen_from(), points);
            explained(ui, row, "Could be seen from").on_hover_text(say::group_seen_from_why());
        }
    }
    if let Some(outcome) = row.to.as_ref().or(row.from.as_ref()) {
        cells_ui(
            ui,
            exploring,
            &row.key,
            &row.dimension,
            &to,
            outcome,
            actions,
        );
        let (then, now) = ((from, row.from.as_ref()), (to, row.to.as_ref()));
        rows_link_ui(ui, of_two(measure, &row.label, then, now), actions);
    }
}

/// Two bases, the earlier first.
fn then_and_now(then: f64, now: f64) -> String {
    say::GroupBasesTwo {
        then: number::grouped(then, 0),
        now: number::grouped(now, 0),
    }
    .say()
}

/// "From" with the cells, which lead to the group among the data.
pub(super) fn cells_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    key: &crate::analysis::SeriesKey,
    dimension: &str,
    period: &Period,
    outcome: &Outcome,
    actions: &mut Actions,
) {
    ui.add_space(tokens(ui).space.small);
    if from_ui(ui, outcome.provenance()) {
        let is_among_lines = exploring
            .answer
            .is_some_and(|answer| answer.series.iter().any(|line| line.key == *key));
        if let (false, Some(question)) = (is_among_lines, &exploring.project.view.question) {
            actions.edit(Edit::Ask(Question {
                split: Split::Dimensions(vec![dimension.to_owned()]),
                ..question.clone()
            }));
        }
        actions.send(Action::ShowTab(ExploreTab::Data));
        actions.send(Action::Select(Some(SelectedPoint {
            series: key.clone(),
            period: *period,
        })));
    }
    let note = outcome
        .estimate()
        .and_then(|estimate| estimate.note.as_deref());
    if let Some(note) = note {
        ui.add_space(tokens(ui).space.tight);
        let note = RichText::new(note).size(tokens(ui).text.small);
        ui.label(note.color(tokens(ui).colours.ink_secondary));
    }
}
