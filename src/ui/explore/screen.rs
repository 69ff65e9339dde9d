//! The explore screen as a whole.

use std::sync::Arc;

use egui::{Frame, Id, Margin, RichText, Ui};

use super::change_table_panel::change_table_panel_ui;
use super::change_table_sentence::change_table_sentence_ui;
use super::change_table_view::change_table_view_ui;
use super::folded_question::folded_question_ui;
use super::state::{ExploreState, ExploreTab};
use super::tab_strip;
use super::{
    break_dialog, chart_menu, chart_view, data_table, event_dialog, group_panel, group_sentence,
    group_view, library, own_group_dialog, selected_point, sentence, target_dialog,
};
use super::{concerns_panel, concerns_sentence, concerns_view};
use super::{cross_tab_view, scale_view, survey_panel, survey_sentence};
use super::{districts_panel, districts_sentence, districts_view};
use super::{harm_dialog, harm_panel, harm_sentence, harm_view};
use super::{lineage_dialog, matrix_panel, matrix_sentence, matrix_view};
use super::{over_time_panel, over_time_view};
use super::{priority_panel, priority_sentence, priority_view};
use super::{scorecard_panel, scorecard_sentence, scorecard_view};
use crate::analysis::overview::Headline;
use crate::analysis::{Answer, Catalogue, TrendAnswer};
use crate::base::typeface::Weight;
use crate::project::Project;
use crate::ui::action::Actions;
use crate::ui::command::Command;
use crate::ui::fonts::font;
use crate::ui::help::{Spot, note_spot, note_spot_under};
use crate::ui::kit::{Button, Card, Pane, Panes, tall};
use crate::ui::tokens::tokens;
use crate::words::say;

/// Widths of the panels in a narrow, an ordinary and a wide window.
const LIBRARY_WIDTHS: [f32; 3] = [224.0, 264.0, 336.0];
const DETAILS_WIDTHS: [f32; 3] = [248.0, 288.0, 320.0];
/// A window is narrow below this width: a screen of 1920 pixels at 150% is.
const NARROW: f32 = 1360.0;
/// A window is wide from this width on.
const WIDE: f32 = 1680.0;

/// The least height of the sentence and the chart, under which they scroll.
const LEAST_HEIGHT: f32 = 560.0;

/// What the screen shows; all of it is only read.
#[derive(Clone, Copy)]
pub struct Exploring<'a> {
    /// The project.
    pub project: &'a Project,
    /// What its sources hold.
    pub catalogue: &'a Catalogue,
    /// Its measures at a glance.
    pub headlines: &'a [Headline],
    /// The answer to the project's question over periods; `None` while it is worked out, or without a
    /// question.
    pub answer: Option<&'a Arc<TrendAnswer>>,
    /// What the tab on show draws.
    pub on_show: Option<&'a Answer>,
    /// Whether something is being worked out at this moment.
    pub is_working: bool,
}

impl Exploring<'_> {
    /// Whether anything was asked that a tab is about.
    fn has_something_on(&self, tab: ExploreTab) -> bool {
        let is_of_reviews = tab == ExploreTab::Matrix && self.catalogue.has_reviews();
        is_of_reviews || self.project.view.question.is_some()
    }
}

/// Draws the screen into what the top bar leaves.
pub fn explore_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    let colours = &tokens(ui).colours;
    let side = Frame::new().fill(colours.card);
    let window = ui.available_width();
    let pick = |[narrow, ordinary, wide]: [f32; 3]| match window {
        width if width < NARROW => narrow,
        width if width < WIDE => ordinary,
        _ => wide,
    };
    let middle = Frame::new().fill(colours.ground).inner_margin(Margin {
        left: 20,
        right: 20,
        top: 16,
        bottom: 16,
    });
    let id = Id::unique("panes of the chart's screen");
    let mut panes = Panes::new(id, say::pane_chart(), middle).left(
        say::palette_measures(),
        pick(LIBRARY_WIDTHS),
        side,
    );
    if exploring.has_something_on(state.tab) {
        let margin = Margin::symmetric(16, 16);
        panes = panes.right(
            say::pane_details(),
            pick(DETAILS_WIDTHS),
            side.inner_margin(margin),
        );
    }
    let question = exploring.project.view.question.as_ref();
    let asked = question.map(|question| &question.measure);
    if state.shown_measure.as_ref() != asked {
        state.shown_measure = asked.cloned();
        // The measure that was chosen is shown, where there is room for one pane alone.
        Panes::choose(ui.ctx(), id, Pane::Middle);
    }
    panes.ui(ui, |ui, pane| match pane {
        Pane::Left => {
            note_spot(ui.ctx(), Spot::Library, ui.max_rect());
            library::library_ui(ui, exploring, state, actions);
        }
        Pane::Middle => tall(ui, LEAST_HEIGHT, |ui| {
            middle_ui(ui, exploring, state, actions);
        }),
        Pane::Right => {
            note_spot(ui.ctx(), Spot::Details, ui.max_rect());
            details_ui(ui, exploring, state, actions);
        }
    });
    target_dialog::target_dialog_ui(ui.ctx(), exploring.catalogue, state, actions);
    break_dialog::break_dialog_ui(ui.ctx(), exploring.catalogue, state, actions);
    let trend = &exploring.project.view.trend;
    event_dialog::event_dialog_ui(ui.ctx(), trend, state, actions);
    harm_dialog::harm_dialog_ui(ui.ctx(), state, actions);
    own_group_dialog::own_group_dialog_ui(ui.ctx(), exploring, state, actions);
    lineage_dialog::lineage_dialog_ui(ui.ctx(), state, actions);
}

/// What stands beside the chart of the tab on show.
fn details_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    match (state.tab, exploring.on_show) {
        (ExploreTab::Districts, Some(Answer::Districts(answer))) => {
            districts_panel::districts_panel_ui(ui, exploring, answer, state, actions);
        }
        (ExploreTab::Concerns, Some(Answer::Concerns(answer))) => {
            concerns_panel::concerns_panel_ui(ui, exploring, answer, state, actions);
        }
        (ExploreTab::Harm, Some(Answer::Harm(answer))) => {
            harm_panel::harm_panel_ui(ui, exploring, answer, state, actions);
        }
        (ExploreTab::ChangeTable, Some(Answer::ChangeTable(answer))) => {
            let spec = &exploring.project.view.change_table;
            change_table_panel_ui(ui, answer, spec, &state.change_table, actions);
        }
        (ExploreTab::Scorecard, Some(Answer::Scorecard(answer))) => {
            scorecard_panel::scorecard_panel_ui(ui, exploring, answer, state, actions);
        }
        (ExploreTab::PriorityCohorts, Some(Answer::PriorityCohorts(answer))) => {
            let state = &mut state.priority;
            priority_panel::priority_panel_ui(ui, exploring, answer, state, actions);
        }
        (ExploreTab::CrossTab, Some(Answer::CrossTab(answer))) => {
            survey_panel::cross_tab_panel_ui(ui, exploring, answer, actions);
        }
        (ExploreTab::Answers, Some(Answer::Answers(answer))) => {
            survey_panel::scale_panel_ui(ui, exploring, answer, actions);
        }
        (ExploreTab::Matrix, Some(Answer::Matrix(answer))) => {
            matrix_panel::matrix_panel_ui(ui, exploring, answer, state, actions);
        }
        (
            ExploreTab::PriorityCohorts
            | ExploreTab::Matrix
            | ExploreTab::CrossTab
            | ExploreTab::Answers
            | ExploreTab::Districts
            | ExploreTab::Concerns
            | ExploreTab::Harm
            | ExploreTab::ChangeTable
            | ExploreTab::Scorecard,
            _,
        ) => {}
        (ExploreTab::Breakdown, Some(Answer::GroupsOverTime(answer))) => {
            over_time_panel::over_time_panel_ui(ui, exploring, answer, state, actions);
        }
        (ExploreTab::Breakdown | ExploreTab::Change, _) => {
            group_panel::group_panel_ui(ui, exploring, state, actions);
        }
        _ => selected_point::selected_point_ui(ui, exploring, state, actions),
    }
}

fn middle_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    if !exploring.has_something_on(state.tab) {
        no_question_ui(ui, exploring, actions);
        return;
    }
    let space = &tokens(ui).space;
    ui.spacing_mut().item_spacing.y = space.medium;
    note_spot_under(ui, Spot::Sentence, |ui| {
        folded_question_ui(ui, |ui| question_ui(ui, exploring, state.tab, actions));
    });
    note_spot_under(ui, Spot::Tabs, |ui| {
        tab_strip::tab_strip_ui(ui, exploring, state, actions);
    });
    let Some(on_show) = exploring.on_show else {
        waiting_ui(ui, exploring.is_working);
        return;
    };
    let room = ui.available_rect_before_wrap();
    note_spot(ui.ctx(), Spot::Chart, room);
    chart_tab_ui(ui, exploring, on_show, state, actions);
    chart_menu::chart_menu_ui(ui, room, exploring, state, actions);
}

/// The chart of the tab on show, or its table.
fn chart_tab_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    on_show: &Answer,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    match (on_show, state.tab) {
        (Answer::ChangeTable(answer), _) => {
            let spec = &exploring.project.view.change_table;
            change_table_view_ui(ui, answer, spec, &mut state.change_table, actions);
        }
        (Answer::Trend(answer), ExploreTab::Data) => {
            data_table::data_table_ui(ui, answer, state, actions);
        }
        (Answer::CrossTab(answer), _) => {
            let spec = &exploring.project.view.cross_tab;
            let state = &mut state.cross_tab;
            cross_tab_view::cross_tab_view_ui(ui, spec, answer, state, actions);
        }
        (Answer::Answers(answer), _) => {
            let view = &exploring.project.view;
            scale_view::scale_view_ui(ui, view, answer, &mut state.scale, actions);
        }
        (Answer::Districts(answer), _) => {
            let spec = &exploring.project.view.districts;
            districts_view::districts_view_ui(ui, spec, answer, state);
        }
        (Answer::Concerns(answer), _) => {
            let state = &mut state.concerns;
            concerns_view::concerns_view_ui(ui, exploring, answer, state, actions);
        }
        (Answer::Harm(answer), _) => {
            harm_view::harm_view_ui(ui, answer, &mut state.harm, actions);
        }
        (Answer::PriorityCohorts(answer), _) => {
            let state = &mut state.priority;
            priority_view::priority_view_ui(ui, exploring, answer, state, actions);
        }
        (Answer::Trend(answer), _) => {
            chart_view::chart_view_ui(ui, exploring.project, answer, state, actions);
        }
        (Answer::Breakdown(_) | Answer::Change(_), _) => {
            group_view::group_view_ui(ui, exploring.project, on_show, state, actions);
        }
        (Answer::GroupsOverTime(answer), _) => {
            let spec = &exploring.project.view.groups;
            over_time_view::over_time_view_ui(ui, spec, answer, &mut state.over_time);
        }
        (Answer::Matrix(answer), _) => {
            let spec = &exploring.project.view.matrix;
            matrix_view::matrix_view_ui(ui, spec, answer, &mut state.matrix);
        }
        (Answer::Scorecard(answer), _) => {
            scorecard_view::scorecard_view_ui(ui, exploring, answer, state, actions);
        }
    }
}

/// The sentence of a tab, whose words say what is asked.
pub fn question_ui(ui: &mut Ui, exploring: &Exploring<'_>, tab: ExploreTab, actions: &mut Actions) {
    if tab == ExploreTab::Matrix {
        matrix_sentence::matrix_sentence_ui(ui, exploring, actions);
        return;
    }
    let Some(question) = &exploring.project.view.question else {
        return;
    };
    match tab {
        ExploreTab::Breakdown | ExploreTab::Change => {
            group_sentence::group_sentence_ui(ui, exploring, question, tab, actions);
        }
        ExploreTab::CrossTab => {
            survey_sentence::cross_tab_sentence_ui(ui, exploring, question, actions);
        }
        ExploreTab::Answers => {
            survey_sentence::scale_sentence_ui(ui, exploring, question, actions);
        }
        ExploreTab::Districts => {
            districts_sentence::districts_sentence_ui(ui, exploring, question, actions);
        }
        ExploreTab::Concerns => {
            concerns_sentence::concerns_sentence_ui(ui, exploring, question, actions);
        }
        ExploreTab::Harm => {
            if let Some(Answer::Harm(answer)) = exploring.on_show {
                let spec = &exploring.project.view.change_table;
                harm_sentence::harm_sentence_ui(ui, answer, spec, actions);
            } else {
                sentence::sentence_ui(ui, exploring, question, actions);
            }
        }
        ExploreTab::Scorecard => {
            scorecard_sentence::scorecard_sentence_ui(ui, exploring, actions);
        }
        ExploreTab::ChangeTable => {
            if let Some(Answer::ChangeTable(answer)) = exploring.on_show {
                let spec = &exploring.project.view.change_table;
                change_table_sentence_ui(ui, answer, spec, actions);
            } else {
                sentence::sentence_ui(ui, exploring, question, actions);
            }
        }
        ExploreTab::PriorityCohorts => {
            priority_sentence::priority_sentence_ui(ui, exploring, question, actions);
        }
        _ => sentence::sentence_ui(ui, exploring, question, actions),
    }
}

/// A project in which nothing has been asked yet.
fn no_question_ui(ui: &mut Ui, exploring: &Exploring<'_>, actions: &mut Actions) {
    let text = &tokens(ui).text;
    let secondary = tokens(ui).colours.ink_secondary;
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.3);
        if exploring.is_working && !exploring.project.sources.is_empty() {
            let title = RichText::new(say::explore_reading());
            ui.label(title.font(font(Weight::SemiBold, text.title)));
            let words = RichText::new(say::explore_reading_note());
            ui.label(words.size(text.lead).color(secondary));
            return;
        }
        let (title, words) = if exploring.project.sources.is_empty() {
            (say::explore_empty(), say::explore_empty_note())
        } else if exploring.catalogue.is_empty() {
            (say::explore_no_charts(), say::explore_no_charts_note())
        } else {
            (say::explore_choose(), say::explore_choose_note())
        };
        ui.label(RichText::new(title).font(font(Weight::SemiBold, text.title)));
        ui.label(RichText::new(words).size(text.lead).color(secondary));
        ui.add_space(tokens(ui).space.medium);
        let command = if exploring.project.sources.is_empty() || !exploring.catalogue.is_empty() {
            Command::Import
        } else {
            Command::ShowFindings
        };
        let shortcut = command.shortcut_text(ui.ctx());
        if ui
            .add(Button::primary(command.text()).shortcut(shortcut))
            .clicked()
        {
            actions.run(command);
        }
    });
}

fn waiting_ui(ui: &mut Ui, is_working: bool) {
    let words = if is_working {
        say::explore_working()
    } else {
        say::explore_no_values()
    };
    Card::new().show(ui, |ui| {
        ui.label(RichText::new(words).color(tokens(ui).colours.ink_secondary));
    });
}
