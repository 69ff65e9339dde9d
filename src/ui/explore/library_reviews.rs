//! The reviews of priorities, below the project's measures.

use egui::Ui;

use super::screen::Exploring;
use super::state::{ExploreState, ExploreTab};
use crate::analysis::Answer;
use crate::analysis::assessments::reviews;
use crate::project::{Edit, MatrixSpec};
use crate::ui::action::{Action, Actions};
use crate::ui::kit::{ListRow, SectionHeading};
use crate::words::say;

/// The reviews, the latest first, each of which opens its matrix; nothing where there is none.
pub(super) fn reviews_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    state: &ExploreState,
    actions: &mut Actions,
) {
    if !exploring.catalogue.has_reviews() {
        return;
    }
    let shown = match exploring.on_show {
        Some(Answer::Matrix(answer)) if state.tab == ExploreTab::Matrix => Some(&answer.review.key),
        _ => None,
    };
    ui.add(SectionHeading::new(say::library_reviews()).inset(16.0));
    for review in reviews(exploring.catalogue.sources()).into_iter().rev() {
        let row = ListRow::new(&*review.title)
            .trailing(review.subjects.len().to_string())
            .selected(shown == Some(&review.key));
        let about = say::ReviewAbout {
            priorities: say::count_priorities(review.subjects.len()),
            criteria: say::count_criteria(review.criteria.len()),
            file: &review.source.file_name,
        }
        .say();
        if ui.add(row).on_hover_text(about).clicked() {
            actions.edit(Edit::SetMatrix(MatrixSpec {
                review: Some(review.key),
                earlier: None,
                ..exploring.project.view.matrix.clone()
            }));
            actions.send(Action::ShowTab(ExploreTab::Matrix));
        }
    }
}
