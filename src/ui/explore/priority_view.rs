//! The chart of priority cohorts in its card, and where a cohort leads when it is opened: to its trend.

use std::sync::Arc;

use egui::Ui;

use super::marked_view::{MarkedViewState, marked_view_ui};
use super::screen::Exploring;
use super::state::ExploreTab;
use crate::analysis::priority::PriorityAnswer;
use crate::analysis::{Comparator, Question, SeriesKey, Split};
use crate::chart::PriorityModel;
use crate::project::{Edit, PrioritySpec, Project, TrendSpec};
use crate::ui::action::{Action, Actions};

/// The chart of priority cohorts as it was drawn last, and who is selected.
#[derive(Debug, Default)]
pub struct PriorityViewState {
    /// The selected cohort.
    pub selected: Option<SeriesKey>,
    /// Whether the row that the arrows came to has yet to be given the keyboard.
    pub(super) is_row_awaited: bool,
    modelled: Option<Modelled>,
    view: MarkedViewState<Arc<PriorityModel>>,
}

/// A model, with everything that it depends on.
#[derive(Debug)]
struct Modelled {
    answer: Arc<PriorityAnswer>,
    spec: PrioritySpec,
    selected: Option<SeriesKey>,
    model: Arc<PriorityModel>,
}

impl PriorityViewState {
    /// The model of what is on show: the last one where nothing changed.
    fn model(&mut self, answer: &Arc<PriorityAnswer>, spec: PrioritySpec) -> Arc<PriorityModel> {
        let selected = &self.selected;
        let kept = self.modelled.take().filter(|kept| {
            Arc::ptr_eq(&kept.answer, answer) && kept.spec == spec && kept.selected == *selected
        });
        let modelled = kept.unwrap_or_else(|| Modelled {
            answer: answer.clone(),
            spec,
            selected: selected.clone(),
            model: Arc::new(PriorityModel::new(answer, &spec, selected.as_ref())),
        });
        self.modelled.insert(modelled).model.clone()
    }
}

/// Draws the chart.
pub(super) fn priority_view_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &Arc<PriorityAnswer>,
    state: &mut PriorityViewState,
    actions: &mut Actions,
) {
    let model = state.model(answer, exploring.project.view.priority);
    let key_of = |mark: usize| Some(model.dots.get(mark)?.key.as_ref().clone());
    let chosen = marked_view_ui(ui, &mut state.view, model.clone(), model.selected);
    if let Some(mark) = chosen {
        state.selected = mark.and_then(key_of);
    }
    if let Some(key) = state.view.take_opened().and_then(key_of) {
        open_trend(exploring, answer, &key, actions);
    }
}

/// Whether there are figures of a cohort period by period.
pub(super) fn has_trend(answer: &PriorityAnswer, key: &SeriesKey) -> bool {
    let mut cohorts = answer.cohorts.iter();
    cohorts.any(|cohort| cohort.key == *key && cohort.has_trend)
}

/// Shows the trend of a cohort, where there is one, in front of those of its grouping.
pub(super) fn open_trend(
    exploring: &Exploring<'_>,
    answer: &PriorityAnswer,
    key: &SeriesKey,
    actions: &mut Actions,
) {
    let Project { view, .. } = exploring.project;
    let Some(question) = view.question.as_ref().filter(|_| has_trend(answer, key)) else {
        return;
    };
    actions.edit(Edit::Ask(trend_question(question, answer, key)));
    let mut trend = TrendSpec {
        highlight: Some(key.clone()),
        ..view.trend.clone()
    };
    trend.hidden.remove(key);
    actions.edit(Edit::SetTrend(trend));
    actions.send(Action::Select(None));
    actions.send(Action::ShowTab(ExploreTab::Trend));
}

/// The question of a trend that shows a cohort among those of its grouping: an area among the areas, a group
/// among those of its dimension, a pair among those who share its first group.
fn trend_question(question: &Question, answer: &PriorityAnswer, key: &SeriesKey) -> Question {
    let own = key.cohort.traits().iter();
    let own: Vec<_> = own
        .filter(|held| question.cohort.category(&held.dimension).is_none())
        .collect();
    let place: Vec<String> = Some(answer.place.clone())
        .filter(|place| !place.is_empty())
        .into_iter()
        .collect();
    let Some((last, first)) = own.split_last() else {
        let areas = answer
            .cohorts
            .iter()
            .filter(|cohort| cohort.key.cohort == key.cohort)
            .map(|cohort| cohort.key.area.clone())
            .collect();
        return Question {
            split: Split::Areas,
            areas,
            comparator: Comparator::Area(answer.place.clone()),
            ..question.clone()
        };
    };
    let people = first.iter().fold(question.cohort.clone(), |people, held| {
        people.and(held.dimension.as_str(), held.category.as_str())
    });
    Question {
        split: Split::Dimensions(vec![last.dimension.clone()]),
        areas: place,
        cohort: people,
        comparator: Comparator::Everyone,
        ..question.clone()
    }
}
