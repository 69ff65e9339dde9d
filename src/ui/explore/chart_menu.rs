//! The menu of every chart, under the pointer's other button, Shift+F10 and the menu key: the commands that
//! are about the chart, and the way to the cells behind it.

use egui::{Id, Popup, Pos2, Rect, Ui, vec2};

use super::brush::show_all_periods;
use super::priority_view::{has_trend, open_trend};
use super::rows_behind::rows_item_ui;
use super::screen::Exploring;
use super::selected_point::point_in_front;
use super::state::{ExploreState, ExploreTab, SelectedPoint};
use crate::analysis::{Answer, MeasureKey, PeriodRange, Question, SeriesKey, Split, TrendAnswer};
use crate::data::Period;
use crate::project::Edit;
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::kit::{Button, MENU_KEYS, menu_at, menu_item};
use crate::words::say;

const WIDTH: f32 = 260.0;
/// Where the keyboard opens the menu, from the top left of the chart.
const INSET: f32 = 48.0;
/// What can be done with a chart, in the order of the menu.
const COMMANDS: [Command; 6] = [
    Command::ShowValues,
    Command::CopyPicture,
    Command::CopyData,
    Command::SavePicture,
    Command::AddToStory,
    Command::PreviewBlackAndWhite,
];

/// The menu of the chart in `room`, where it is asked for or open.
pub(super) fn chart_menu_ui(
    ui: &Ui,
    room: Rect,
    exploring: &Exploring<'_>,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    if state.tab == ExploreTab::Data || exploring.on_show.is_none() {
        return;
    }
    let id = Id::unique("menu of the chart");
    menu_at(ui, id, asked_at(ui, room), say::pane_chart(), WIDTH, |ui| {
        for command in COMMANDS {
            let item = Button::quiet(command.text()).shortcut(command.shortcut_text(ui.ctx()));
            if menu_item(ui, item)
                .on_hover_text(command.tooltip())
                .clicked()
            {
                actions.run(command);
            }
        }
        ui.separator();
        if let Some(Answer::Trend(answer)) = exploring.on_show {
            period_items(ui, exploring, answer, state, actions);
        }
        let from = menu_item(ui, Button::quiet(say::chart_from()));
        if from.on_hover_text(say::chart_from_does()).clicked() {
            show_cells(exploring, state, actions);
        }
        rows_item_ui(ui, exploring, state, actions);
    });
}

/// Choosing a period of the trend, and the way back to all of them.
fn period_items(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &TrendAnswer,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    let view = &exploring.project.view;
    let choose =
        Button::quiet(say::chart_choose_period()).shortcut(say::chart_choose_period_keys());
    if menu_item(ui, choose)
        .on_hover_text(say::chart_choose_period_does())
        .clicked()
    {
        let own = state.selected.clone();
        let own = own.filter(|selected| selected.find(answer).is_some());
        if let Some(from) = own.or_else(|| point_in_front(answer, &view.trend)) {
            state.chart.choose_period(answer, &from);
        }
    }
    let question = view.question.as_ref();
    if let Some(question) = question.filter(|held| held.periods != PeriodRange::default())
        && menu_item(ui, Button::quiet(say::chart_all_periods())).clicked()
    {
        show_all_periods(question, actions);
    }
}

/// Where the menu is asked for in this frame.
fn asked_at(ui: &Ui, room: Rect) -> Option<Pos2> {
    let ctx = ui.ctx();
    let is_bare = |at: &Pos2| room.contains(*at) && ctx.layer_id_at(*at) == Some(ui.layer_id());
    let pointed = ui.input(|input| {
        let pointer = &input.pointer;
        let is_clicked = pointer.secondary_clicked();
        is_clicked.then(|| pointer.interact_pos()).flatten()
    });
    if let Some(at) = pointed.filter(is_bare) {
        return Some(at);
    }
    if Popup::is_any_open(ctx) || ui.memory(egui::Memory::top_modal_layer).is_some() {
        return None;
    }
    // The keys are the chart's where the keyboard is on it, or nowhere.
    let focused = ui.memory(egui::Memory::focused);
    let is_here = focused.is_none_or(|id| {
        let response = ctx.read_response(id);
        response.is_some_and(|held| room.contains(held.rect.center()))
    });
    let is_pressed = is_here && MENU_KEYS.pressed(ui).is_some();
    is_pressed.then(|| room.min + vec2(INSET, INSET))
}

/// Goes to the data behind what is selected on the chart, whose rows name their cells.
fn show_cells(exploring: &Exploring<'_>, state: &ExploreState, actions: &mut Actions) {
    match exploring.on_show {
        Some(Answer::Trend(answer)) => {
            let own = state.selected.clone();
            let own = own.filter(|selected| selected.find(answer).is_some());
            let shown = own.or_else(|| point_in_front(answer, &exploring.project.view.trend));
            actions.send(Action::Select(shown));
        }
        Some(Answer::Breakdown(_) | Answer::Change(_)) => {
            if let Some(key) = &state.selected_group {
                ask_for(exploring, key, None, &[], actions);
            }
        }
        Some(Answer::GroupsOverTime(_)) => {
            if let Some((key, period)) = &state.over_time.selected {
                ask_for(exploring, key, Some(*period), &[], actions);
            }
        }
        Some(Answer::Districts(answer)) => {
            let selected = state.districts.selected.as_ref();
            let mut lines = answer.lines();
            let line = lines.find(|line| selected.is_none_or(|area| *area == line.key.area));
            if let Some(line) = line {
                let areas: Vec<String> = answer.lines().map(|held| held.key.area.clone()).collect();
                ask_for(exploring, &line.key, None, &areas, actions);
            }
        }
        Some(Answer::Concerns(answer)) => {
            if let Some(row) = state.concerns.row(answer) {
                show_measure(exploring, &row.item.measure, actions);
            }
        }
        Some(Answer::Harm(answer)) => {
            if let Some(row) = state.harm.row(answer) {
                show_measure(exploring, &row.key, actions);
            }
        }
        Some(Answer::PriorityCohorts(answer)) => {
            let selected = state.priority.selected.as_ref();
            if let Some(key) = selected.filter(|key| has_trend(answer, key)) {
                open_trend(exploring, answer, key, actions);
            }
        }
        Some(Answer::ChangeTable(answer)) => {
            // The sum of several measures is none of them.
            let row = state.change_table.row(answer);
            if let Some(row) = row.filter(|row| row.sum_of.is_none()) {
                show_measure(exploring, &row.key, actions);
            }
        }
        Some(Answer::Scorecard(card)) => {
            let selected = state.selected_target;
            let mut rows = card.rows.iter();
            let row = rows.find(|row| selected.is_none_or(|id| id == row.target.id));
            if let Some(row) = row {
                show_measure(exploring, &row.target.measure, actions);
            }
        }
        Some(Answer::Matrix(answer)) => {
            let source = answer.review.source.id.clone();
            actions.send(Action::ShowFindingsOf(source));
            return;
        }
        Some(Answer::CrossTab(_) | Answer::Answers(_)) | None => {}
    }
    actions.send(Action::ShowTab(ExploreTab::Data));
}

fn show_measure(exploring: &Exploring<'_>, key: &MeasureKey, actions: &mut Actions) {
    let asked = exploring.project.view.question.as_ref();
    if asked.is_none_or(|question| question.measure != *key) {
        actions.send(Action::ShowMeasure(key.clone()));
    }
}

/// Asks for the lines among which a group or an area is, where it is not among those on show, and selects it
/// in a period, or else in the latest.
fn ask_for(
    exploring: &Exploring<'_>,
    key: &SeriesKey,
    period: Option<Period>,
    areas: &[String],
    actions: &mut Actions,
) {
    let (Some(answer), Some(question)) = (exploring.answer, &exploring.project.view.question)
    else {
        return;
    };
    let line = answer.series.iter().find(|line| line.key == *key);
    if line.is_none() {
        let mut own = key.cohort.traits().iter();
        let by = own.rfind(|held| question.cohort.category(&held.dimension).is_none());
        let asked = match by {
            Some(held) => Some(Question {
                split: Split::Dimensions(vec![held.dimension.clone()]),
                ..question.clone()
            }),
            None => (!areas.is_empty()).then(|| Question {
                split: Split::Areas,
                areas: areas.to_vec(),
                ..question.clone()
            }),
        };
        if let Some(asked) = asked {
            actions.edit(Edit::Ask(asked));
        }
    }
    let latest = line.and_then(|line| SelectedPoint::latest_of(answer, line));
    let period = period
        .or_else(|| latest.map(|latest| latest.period))
        .or_else(|| answer.periods.last().copied());
    actions.send(Action::Select(period.map(|period| SelectedPoint {
        series: key.clone(),
        period,
    })));
}
