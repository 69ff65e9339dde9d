//! The sentence over a review of priorities: "Show the matrix of … since …".

use egui::Ui;

use super::screen::Exploring;
use crate::analysis::assessments::{ReviewKey, ReviewLabel};
use crate::analysis::{Answer, AssessmentsAnswer};
use crate::chart::matrix::grid_criteria;
use crate::project::{Edit, MatrixDrawing, MatrixSpec};
use crate::ui::action::Actions;
use crate::ui::kit::{Chip, Choice, sentence};
use crate::words::say;

/// Draws the sentence.
pub(super) fn matrix_sentence_ui(ui: &mut Ui, exploring: &Exploring<'_>, actions: &mut Actions) {
    let spec = &exploring.project.view.matrix;
    let Some(Answer::Matrix(answer)) = exploring.on_show else {
        return;
    };
    let mut changed = spec.clone();
    sentence(ui, |ui| {
        ui.label(say::matrix_show());
        let choices = MatrixDrawing::ALL.map(|drawing| Choice::new(drawing_words(drawing)));
        let current = MatrixDrawing::ALL
            .iter()
            .position(|drawing| *drawing == spec.drawing);
        let chip = Chip::new(
            say::matrix_chip_drawing(),
            drawing_words(spec.drawing),
            &choices,
        )
        .current(current);
        let chosen = chip.ui(ui).chosen;
        if let Some(drawing) = chosen.and_then(|place| MatrixDrawing::ALL.get(place)) {
            changed.drawing = *drawing;
        }
        ui.label(say::matrix_of_review());
        let all: Vec<&ReviewLabel> = answer.reviews.iter().rev().collect();
        let key = &answer.review.key;
        if let Some(chosen) = review_chip(ui, say::matrix_chip_review(), &all, Some(key)) {
            changed.review = Some(chosen);
            changed.earlier = None;
        }
        if spec.drawing == MatrixDrawing::Grid {
            criteria_chips(ui, answer, &mut changed);
        } else if let Some((earlier, _)) = &answer.since {
            ui.label(say::matrix_since());
            let before = all
                .into_iter()
                .skip_while(|label| label.key != *key)
                .skip(1);
            let before: Vec<&ReviewLabel> = before.collect();
            let chosen = review_chip(ui, say::matrix_chip_since(), &before, Some(&earlier.key));
            if let Some(chosen) = chosen {
                changed.earlier = Some(chosen);
            }
        }
    });
    if changed != *spec {
        actions.edit(Edit::SetMatrix(changed));
    }
}

/// A review among others; the one that was chosen just now.
fn review_chip(
    ui: &mut Ui,
    name: &'static str,
    reviews: &[&ReviewLabel],
    current: Option<&ReviewKey>,
) -> Option<ReviewKey> {
    let place = reviews
        .iter()
        .position(|review| Some(&review.key) == current);
    let word = place
        .and_then(|place| reviews.get(place))
        .map_or("…", |review| review.label.as_str());
    let choices: Vec<Choice<'_>> = reviews
        .iter()
        .map(|review| Choice::new(&*review.label))
        .collect();
    let chosen = Chip::new(name, word, &choices).current(place).ui(ui).chosen;
    chosen
        .and_then(|place| reviews.get(place))
        .map(|review| review.key.clone())
}

/// The two criteria of the grid.
fn criteria_chips(ui: &mut Ui, answer: &AssessmentsAnswer, changed: &mut MatrixSpec) {
    let review = &answer.review;
    let Some((across, up)) = grid_criteria(review, changed) else {
        return;
    };
    let names: Vec<&str> = review
        .criteria
        .iter()
        .filter(|criterion| criterion.is_ordinal())
        .map(|criterion| criterion.name.as_str())
        .collect();
    let choices: Vec<Choice<'_>> = names.iter().map(|name| Choice::new(*name)).collect();
    let name_of = |place: usize| review.criteria.get(place).map_or("", |held| &held.name);
    let (across, up) = (name_of(across), name_of(up));
    let chip = |ui: &mut Ui, name: &'static str, held: &str| {
        let current = names.iter().position(|name| *name == held);
        let chosen = Chip::new(name, held, &choices)
            .current(current)
            .ui(ui)
            .chosen;
        let chosen = chosen.and_then(|place| names.get(place))?;
        (*chosen != held).then(|| (*chosen).to_owned())
    };
    ui.label(say::matrix_by());
    let new_up = chip(ui, say::matrix_chip_up(), up);
    ui.label(say::matrix_and());
    let new_across = chip(ui, say::matrix_chip_across(), across);
    // The two change places where one is chosen for the other.
    if let Some(chosen) = new_up {
        changed.across = Some(if chosen == across { up } else { across }.to_owned());
        changed.up = Some(chosen);
    } else if let Some(chosen) = new_across {
        changed.up = Some(if chosen == up { across } else { up }.to_owned());
        changed.across = Some(chosen);
    }
}

/// A drawing as the menu names it.
fn drawing_words(drawing: MatrixDrawing) -> &'static str {
    match drawing {
        MatrixDrawing::Matrix => say::matrix_as_matrix(),
        MatrixDrawing::Movement => say::matrix_as_movement(),
        MatrixDrawing::Grid => say::matrix_as_grid(),
    }
}
