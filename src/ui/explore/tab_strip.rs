//! The tabs over the chart: which of them have something to show, and the buttons at their right.

use egui::Ui;

use super::screen::Exploring;
use super::state::{ExploreState, ExploreTab};
use crate::analysis::targets::has_offers;
use crate::analysis::{Catalogue, MeasureKey, districts, survey_view};
use crate::data::Unit;
use crate::ui::action::{Action, Actions};
use crate::ui::chart_look::is_black_and_white;
use crate::ui::command::Command;
use crate::ui::kit::{Button, Tabs, at_right};
use crate::words::say;

/// Room for each button at the right of the tabs.
const BUTTON_ROOM: f32 = 124.0;

impl ExploreTab {
    /// All of them, in the order in which they stand.
    pub const ALL: [Self; 13] = [
        Self::Trend,
        Self::Breakdown,
        Self::Change,
        Self::PriorityCohorts,
        Self::CrossTab,
        Self::Answers,
        Self::Districts,
        Self::Concerns,
        Self::Harm,
        Self::ChangeTable,
        Self::Scorecard,
        Self::Matrix,
        Self::Data,
    ];

    /// Whether there is anything to be seen on it of the project, or of the measure of its question.
    pub fn has_something_to_show(
        self,
        catalogue: &Catalogue,
        measure: Option<&MeasureKey>,
    ) -> bool {
        if self == Self::Matrix {
            return catalogue.has_reviews();
        }
        if self == Self::Scorecard {
            return !catalogue.targets().is_empty() || has_offers(catalogue);
        }
        let Some((measure, entry)) = measure.zip(measure.and_then(|key| catalogue.entry(key)))
        else {
            // A measure that is not among the workbooks any more says so.
            return measure.is_some() && matches!(self, Self::Trend | Self::Data);
        };
        let has_groups = !entry.dimensions.is_empty() || entry.areas.len() > 1;
        let has_change = !entry.has_one_period();
        match self {
            Self::Trend | Self::Data | Self::Scorecard | Self::Matrix => true,
            Self::Breakdown => has_groups,
            Self::Change => has_groups && has_change,
            Self::PriorityCohorts => {
                has_groups && has_change && entry.measure.unit == Unit::Percent
            }
            Self::CrossTab => survey_view::is_surveyed(catalogue, measure),
            Self::Answers => survey_view::has_answer_scale(catalogue, measure),
            Self::Districts => !districts::kinds_of(entry).is_empty(),
            Self::Concerns => catalogue.concern_set(measure).is_some(),
            Self::Harm => catalogue.harm().weights.is_some() && entry.measure.unit == Unit::Count,
            Self::ChangeTable => has_change,
        }
    }
}

/// The tabs that have something to show, and at their right the way back from a part of the chart to all of
/// it. The tab on show stands among them whatever it has to show.
pub(super) fn tab_strip_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    let mut tab = state.tab;
    let question = exploring.project.view.question.as_ref();
    let measure = question.map(|question| &question.measure);
    let tabs: Vec<(ExploreTab, &str)> = ExploreTab::ALL
        .into_iter()
        .filter(|held| *held == tab || held.has_something_to_show(exploring.catalogue, measure))
        .map(|held| (held, held.words()))
        .collect();
    let is_trend = tab == ExploreTab::Trend;
    let brushed = question.filter(|_| is_trend);
    let brushed = brushed.and_then(|held| Some((held, state.chart.brushed(held)?)));
    let is_zoomed = is_trend && state.chart.is_zoomed();
    let is_part = is_zoomed || brushed.is_some();
    let is_in_print = tab != ExploreTab::Data && is_black_and_white(ui.ctx());
    let kept_free: f32 = [is_part, is_in_print]
        .map(|is_shown| if is_shown { BUTTON_ROOM } else { 0.0 })
        .into_iter()
        .sum();
    ui.horizontal(|ui| {
        if ui
            .add(Tabs::new(&mut tab, &tabs).keeping_free(kept_free))
            .changed()
        {
            actions.send(Action::ShowTab(tab));
        }
        if !is_part && !is_in_print {
            return;
        }
        at_right(ui, "buttons", |ui| {
            if is_part {
                let show_all = ui.add(Button::secondary(say::tabs_show_all()).small());
                let hint = if is_zoomed {
                    say::tabs_show_all_does()
                } else {
                    say::tabs_show_before()
                };
                if show_all.on_hover_text(hint).clicked() {
                    state.chart.show_all();
                    if let Some((question, brushed)) = brushed {
                        brushed.show_before(question, actions);
                    }
                }
            }
            if is_in_print {
                let in_colour = ui.add(Button::secondary(say::tabs_in_colour()).small());
                if in_colour.clicked() {
                    actions.run(Command::PreviewBlackAndWhite);
                }
            }
        });
    });
}
