//! The tabs that show groups side by side: those of one period, and then and now.

use egui::Ui;

use super::marked_view::{MarkedViewState, marked_view_ui};
use super::state::ExploreState;
use crate::analysis::{Answer, SeriesKey};
use crate::chart::GroupChart;
use crate::project::{GroupSpec, Project};
use crate::ui::action::{Action, Actions};

/// The chart as it was drawn last.
#[derive(Debug, Default)]
pub struct GroupViewState {
    modelled: Option<Modelled>,
    view: MarkedViewState<GroupChart>,
}

/// A chart, with everything that it depends on.
#[derive(Debug)]
struct Modelled {
    answer: Answer,
    spec: GroupSpec,
    chart: GroupChart,
}

impl GroupViewState {
    /// The chart of what is on show: the last one where nothing changed; `None` where the answer is of
    /// another kind.
    pub(super) fn chart(&mut self, answer: &Answer, spec: &GroupSpec) -> Option<&GroupChart> {
        let kept = self
            .modelled
            .take()
            .filter(|kept| kept.answer.is_same(answer) && kept.spec == *spec);
        let modelled = match kept {
            Some(kept) => kept,
            None => Modelled {
                answer: answer.clone(),
                spec: spec.clone(),
                chart: chart_of(answer, spec)?,
            },
        };
        Some(&self.modelled.insert(modelled).chart)
    }

    /// The chart as it was drawn last.
    pub(super) fn drawn(&self) -> Option<&GroupChart> {
        self.modelled.as_ref().map(|kept| &kept.chart)
    }
}

fn chart_of(answer: &Answer, spec: &GroupSpec) -> Option<GroupChart> {
    match answer {
        Answer::Breakdown(answer) => Some(GroupChart::of_breakdown(answer, spec)),
        Answer::Change(answer) => Some(GroupChart::of_changes(answer, spec)),
        _ => None,
    }
}

/// The group that the panel speaks of: the selected one, else the first with a clear difference, else the
/// first with a value.
pub(super) fn group_in_front<'a>(
    chart: &'a GroupChart,
    selected: Option<&SeriesKey>,
) -> Option<&'a SeriesKey> {
    let selected = selected.and_then(|key| chart.row_of(key));
    let place = selected.or_else(|| chart.first_telling_row())?;
    chart.rows.get(place).map(|row| &row.key)
}

/// Draws the chart's card and under it what the chart shows in words.
pub(super) fn group_view_ui(
    ui: &mut Ui,
    project: &Project,
    answer: &Answer,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    let Some(chart) = state.groups.chart(answer, &project.view.groups).cloned() else {
        return;
    };
    let keys: Vec<SeriesKey> = chart.rows.iter().map(|row| row.key.clone()).collect();
    let selected = group_in_front(&chart, state.selected_group.as_ref());
    let selected = selected.and_then(|key| chart.row_of(key));
    let chosen = marked_view_ui(ui, &mut state.groups.view, chart, selected);
    if let Some(chosen) = chosen {
        let key = chosen.and_then(|row| keys.get(row)).cloned();
        actions.send(Action::SelectGroup(key));
    }
}
