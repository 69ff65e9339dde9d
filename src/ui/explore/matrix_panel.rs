//! The panel beside a review of priorities: the selected judgement with its cell, and what became of which
//! priorities.

use std::sync::Arc;

use egui::{Label, RichText, ScrollArea, Ui};

use super::lineage_dialog::LineageDraft;
use super::rows_behind::{rows_behind, rows_link_ui};
use super::screen::Exploring;
use super::selected_point::save_picture_ui;
use super::state::{ExploreState, ExploreTab};
use super::tab_words::tab_words_ui;
use crate::analysis::AssessmentsAnswer;
use crate::analysis::assessments::{LineageLink, Movement, Review, Thread, ThreadKind};
use crate::chart::wording::assessments::became_spoken;
use crate::project::{Edit, LineageEdit};
use crate::ui::action::{Action, Actions};
use crate::ui::kit::{Button, KeyValueRow, SectionHeading, text};
use crate::ui::tokens::tokens;
use crate::words::say;

/// Draws the panel.
pub(super) fn matrix_panel_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &Arc<AssessmentsAnswer>,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let spec = &exploring.project.view.matrix;
        let lines = state.matrix.lines(answer, spec);
        selected_ui(ui, &lines);
        rows_link_ui(ui, rows_behind(exploring, state), actions);
        if let Some((earlier, movement)) = &answer.since {
            ui.add(SectionHeading::new(say::lineage_title()));
            ui.spacing_mut().item_spacing.y = tokens(ui).space.small;
            became_ui(ui, answer, (earlier, movement), state, actions);
            differences_ui(ui, answer, movement);
            ui.spacing_mut().item_spacing.y = 0.0;
        }
        tab_words_ui(ui, ExploreTab::Matrix, None);
        ui.add(SectionHeading::new(say::panel_take()));
        save_picture_ui(ui, actions);
    });
}

/// What is selected: its name, what is said of it, its cells.
fn selected_ui(ui: &mut Ui, lines: &[String]) {
    let Some((title, rest)) = lines.split_first() else {
        return;
    };
    ui.add(Label::new(text::headline(title, tokens(ui).text.panel)).wrap());
    ui.add_space(tokens(ui).space.small);
    for line in rest {
        match line.split_once(": ") {
            Some((key, value)) if !line.contains(" › ") => {
                ui.add(KeyValueRow::new(key, value));
            }
            _ => {
                ui.add_space(tokens(ui).space.tight);
                small_ui(ui, line);
            }
        }
    }
}

/// What is not linked yet, what was declared, and the way to a link of one's own.
fn became_ui(
    ui: &mut Ui,
    answer: &AssessmentsAnswer,
    (earlier, movement): (&Review, &Movement),
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    let later = &answer.review;
    let declare = |link: LineageLink| {
        Edit::Lineages(LineageEdit::Declare {
            earlier: earlier.key.clone(),
            later: later.key.clone(),
            link,
        })
    };
    for thread in &movement.threads {
        let link = link_of(thread, earlier, later);
        let words = became_spoken(&link.from, &link.to, &earlier.label, &later.label);
        if thread.kind == ThreadKind::Open {
            small_ui(ui, &say::lineage_asked(&words));
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = tokens(ui).space.tight;
                let yes = Button::primary(say::lineage_yes())
                    .small()
                    .named(say::lineage_yes_named(&words));
                if link.is_sound() && ui.add(yes).clicked() {
                    actions.edit(declare(link.clone()));
                }
                let no = Button::secondary(say::lineage_no())
                    .small()
                    .named(say::lineage_no_named(&words));
                let no = ui.add(no).on_hover_text(say::lineage_no_about());
                if no.clicked() {
                    let edits = apart(&link).into_iter().map(declare).collect();
                    let label = String::from("Keep priorities apart");
                    actions.send(Action::EditTogether(label, edits));
                }
                let other = Button::secondary(say::lineage_otherwise())
                    .small()
                    .named(say::lineage_otherwise_named(&words));
                if ui.add(other).clicked() {
                    let draft = LineageDraft::new(earlier, later, &link);
                    state.lineage_draft = Some(draft);
                }
            });
        } else if thread.is_declared {
            small_ui(ui, &say::lineage_declared(&words));
            let undo = Button::secondary(say::lineage_unlink())
                .small()
                .named(say::lineage_unlink_named(&words));
            if ui.add(undo).clicked() {
                actions.edit(Edit::Lineages(LineageEdit::Withdraw {
                    earlier: earlier.key.clone(),
                    later: later.key.clone(),
                    link,
                }));
            }
        }
    }
    let button = Button::secondary(say::lineage_link()).full_width();
    let button = ui.add(button).on_hover_text(say::lineage_link_about());
    if button.clicked() {
        let draft = LineageDraft::new(earlier, later, &LineageLink::default());
        state.lineage_draft = Some(draft);
    }
}

/// The judgements that differ between the two reviews.
fn differences_ui(ui: &mut Ui, answer: &AssessmentsAnswer, movement: &Movement) {
    if movement.differences.is_empty() {
        return;
    }
    ui.add(SectionHeading::new(say::matrix_differences()));
    for difference in &movement.differences {
        let subject = answer.review.subjects.get(difference.later_subject);
        let name = subject.map_or("", |subject| subject.name.as_str());
        let (then, now) = (&difference.earlier.words, &difference.later.words);
        let words = say::MatrixDifference {
            priority: name,
            criterion: &difference.criterion,
            then,
            now,
        };
        small_ui(ui, &words.say());
    }
}

/// The priorities of a thread by name.
fn link_of(thread: &Thread, earlier: &Review, later: &Review) -> LineageLink {
    let names = |review: &Review, places: &[usize]| {
        let subjects = places
            .iter()
            .filter_map(|place| review.subjects.get(*place));
        subjects.map(|subject| subject.name.clone()).collect()
    };
    LineageLink {
        from: names(earlier, &thread.earlier),
        to: names(later, &thread.later),
    }
}

/// Each priority by itself: the earlier ones dropped, the later ones new.
fn apart(link: &LineageLink) -> Vec<LineageLink> {
    let dropped = link.from.iter().map(|name| LineageLink {
        from: vec![name.clone()],
        to: Vec::new(),
    });
    let new = link.to.iter().map(|name| LineageLink {
        from: Vec::new(),
        to: vec![name.clone()],
    });
    dropped.chain(new).collect()
}

fn small_ui(ui: &mut Ui, words: &str) {
    let words = RichText::new(words).size(tokens(ui).text.small);
    ui.add(Label::new(words.color(tokens(ui).colours.ink_secondary)).wrap());
}
