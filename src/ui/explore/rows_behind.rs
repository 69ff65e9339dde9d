//! The way from a value on show to the cells of the workbook that it came from.

use egui::Ui;

use super::group_view::group_in_front;
use super::screen::Exploring;
use super::selected_point::point_in_front;
use super::state::{ExploreState, ExploreTab, SelectedPoint};
use crate::analysis::answer_scale::AnswerScale;
use crate::analysis::change_table::ChangeRow;
use crate::analysis::cross_tab::SurveyTable;
use crate::analysis::districts::DistrictsAnswer;
use crate::analysis::priority::{PriorityAnswer, PriorityCohort};
use crate::analysis::targets::ScorecardRow;
use crate::analysis::{Answer, ChangeTableAnswer, Outcome, Provenance, TrendAnswer};
use crate::chart::point;
use crate::data::{Measure, Period};
use crate::ui::action::{Action, Actions};
use crate::ui::import::RowsWanted;
use crate::ui::kit::{Button, Link, menu_item};
use crate::ui::tokens::tokens;
use crate::words::say;

/// A link to the cells behind a value.
pub(super) fn rows_link_ui(ui: &mut Ui, wanted: Option<RowsWanted>, actions: &mut Actions) {
    let Some(wanted) = wanted else {
        return;
    };
    ui.add_space(tokens(ui).space.tight);
    let link = ui.add(Link::new(say::rows_show()).size(tokens(ui).text.small));
    if link.on_hover_text(say::rows_show_does()).clicked() {
        actions.send(Action::ShowRows(wanted));
    }
    ui.add_space(tokens(ui).space.tight);
}

/// A button that leads to the cells behind what is selected on the chart; none where nothing leads there.
pub(super) fn rows_button_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    state: &ExploreState,
    actions: &mut Actions,
) {
    let Some(wanted) = rows_behind(exploring, state) else {
        return;
    };
    let button = ui.add(Button::secondary(say::rows_show()).full_width());
    if button.on_hover_text(say::rows_show_does()).clicked() {
        actions.send(Action::ShowRows(wanted));
    }
    ui.add_space(tokens(ui).space.small);
}

/// A line of the chart's menu that leads there.
pub(super) fn rows_item_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    state: &ExploreState,
    actions: &mut Actions,
) {
    let Some(wanted) = rows_behind(exploring, state) else {
        return;
    };
    let item = menu_item(ui, Button::quiet(say::rows_show())).on_hover_text(say::rows_show_does());
    if item.clicked() {
        actions.send(Action::ShowRows(wanted));
    }
}

/// The cells behind what is selected on the chart on show, or behind what stands in for it.
pub(super) fn rows_behind(exploring: &Exploring<'_>, state: &ExploreState) -> Option<RowsWanted> {
    if state.tab == ExploreTab::Data {
        return of_trend(exploring.answer?, state.selected.as_ref()?);
    }
    match exploring.on_show? {
        Answer::Trend(answer) => {
            let own = state.selected.clone();
            let own = own.filter(|selected| selected.find(answer).is_some());
            let shown = own.or_else(|| point_in_front(answer, &exploring.project.view.trend))?;
            of_trend(answer, &shown)
        }
        Answer::Breakdown(answer) => {
            let key = group_in_front(state.groups.drawn()?, state.selected_group.as_ref())?;
            let row = answer.rows.iter().find(|row| row.key == *key)?;
            let (outcome, period) = (row.outcome.as_ref()?, answer.period?);
            of_outcome(&answer.measure, &row.label, &period, outcome)
        }
        Answer::Change(answer) => {
            let key = group_in_front(state.groups.drawn()?, state.selected_group.as_ref())?;
            let row = answer.rows.iter().find(|row| row.key == *key)?;
            let (from, to) = answer.periods?;
            of_two(
                &answer.measure,
                &row.label,
                (from, row.from.as_ref()),
                (to, row.to.as_ref()),
            )
        }
        Answer::GroupsOverTime(answer) => {
            let (group, point, period) = super::over_time_panel::in_front(answer, state)?;
            of_outcome(answer.measure(), &group.label, &period, &point.outcome)
        }
        Answer::Districts(answer) => of_district(answer, state.districts.selected.as_deref()),
        Answer::PriorityCohorts(answer) => {
            let selected = state.priority.selected.as_ref();
            let mut cohorts = answer.cohorts.iter();
            let cohort = cohorts.find(|cohort| match selected {
                Some(key) => cohort.key == *key,
                None => cohort.rank == Some(1),
            })?;
            of_cohort(answer, cohort)
        }
        Answer::Concerns(answer) => {
            let row = state.concerns.row(answer)?;
            let measure = &exploring.catalogue.entry(&row.item.measure)?.measure;
            of_outcome(
                measure,
                &answer.area,
                &answer.period?,
                row.outcome.as_ref()?,
            )
        }
        Answer::Harm(answer) => {
            let row = state.harm.row(answer)?;
            let measure = &exploring.catalogue.entry(&row.key)?.measure;
            let period = answer.table.period?;
            of_outcome(measure, &answer.table.area, &period, &row.count)
        }
        Answer::ChangeTable(answer) => of_change_row(answer, state.change_table.row(answer)?),
        Answer::Scorecard(card) => {
            let selected = state.selected_target;
            let mut rows = card.rows.iter();
            of_target(rows.find(|row| selected.is_none_or(|id| id == row.target.id))?)
        }
        Answer::Matrix(answer) => {
            let (provenance, words) = state.matrix.cells(answer)?;
            RowsWanted::behind(&provenance, words)
        }
        Answer::CrossTab(answer) => of_question(answer.table.as_ref().ok()?),
        Answer::Answers(answer) => of_scale(answer.scale.as_ref().ok()?),
    }
}

/// The cells of a point of a trend.
pub(super) fn of_trend(answer: &TrendAnswer, selected: &SelectedPoint) -> Option<RowsWanted> {
    let (series, _, point) = selected.find(answer)?;
    of_outcome(
        &answer.measure,
        &series.label,
        &selected.period,
        &point.outcome,
    )
}

/// The cells of a value; the words are those of the chart, with the value where it may be seen.
pub(super) fn of_outcome(
    measure: &Measure,
    label: &str,
    period: &Period,
    outcome: &Outcome,
) -> Option<RowsWanted> {
    let value = printed(measure, outcome);
    let words = format!("{} · {label} · {} · {value}", measure.name, period.label());
    RowsWanted::behind(outcome.provenance(), words)
}

/// The cells of two values that are compared, those of the later first; of the earlier only where they are in the
/// same workbook.
pub(super) fn of_two(
    measure: &Measure,
    label: &str,
    (from, earlier): (Period, Option<&Outcome>),
    (to, later): (Period, Option<&Outcome>),
) -> Option<RowsWanted> {
    let (earlier, later) = match (earlier, later) {
        (Some(earlier), Some(later)) => (earlier, later),
        (Some(only), None) => return of_outcome(measure, label, &from, only),
        (None, Some(only)) => return of_outcome(measure, label, &to, only),
        (None, None) => return None,
    };
    let mut cells: Provenance = later.provenance().clone();
    cells.join(earlier.provenance());
    let words = say::RowsCompared {
        earlier: printed(measure, earlier),
        later: printed(measure, later),
        line: label,
        measure: &measure.name,
        period: from.label(),
    };
    RowsWanted::behind(&cells, words.say())
}

/// The cells of the levels of a cohort in both periods.
pub(super) fn of_cohort(answer: &PriorityAnswer, cohort: &PriorityCohort) -> Option<RowsWanted> {
    let then = (answer.then?, cohort.then.as_ref());
    let now = (answer.now?, cohort.now.as_ref());
    of_two(&answer.measure, &cohort.label, then, now)
}

/// The cells of both values of a row of a change table.
pub(super) fn of_change_row(answer: &ChangeTableAnswer, row: &ChangeRow) -> Option<RowsWanted> {
    let later = answer.period?;
    let from = (answer.earlier.unwrap_or(later), row.from.as_ref());
    of_two(&row.measure, &row.name, from, (later, row.to.as_ref()))
}

/// The cells of the latest figure of a target.
pub(super) fn of_target(row: &ScorecardRow) -> Option<RowsWanted> {
    let (period, point) = row.latest()?;
    let place = if row.area.is_empty() {
        say::areas_everywhere()
    } else {
        &row.area
    };
    of_outcome(&row.measure, place, period, &point.outcome)
}

/// The headings of the columns that hold the answers to the question of a table.
pub(super) fn of_question(table: &SurveyTable) -> Option<RowsWanted> {
    RowsWanted::behind(&table.provenance, &*table.figures.question)
}

/// The heading of the column that holds the answers of a scale.
pub(super) fn of_scale(scale: &AnswerScale) -> Option<RowsWanted> {
    RowsWanted::behind(&scale.provenance, &*scale.question)
}

fn of_district(answer: &DistrictsAnswer, selected: Option<&str>) -> Option<RowsWanted> {
    let mut lines = answer.lines();
    let line = lines.find(|line| selected.is_none_or(|area| area == line.key.area))?;
    let point = SelectedPoint::latest_of(&answer.trend, line)?;
    of_trend(&answer.trend, &point)
}

fn printed(measure: &Measure, outcome: &Outcome) -> String {
    match point::shown(outcome, measure.unit) {
        Ok(estimate) => measure.unit.format(estimate.value),
        Err(reason) => reason.spoken().to_owned(),
    }
}
