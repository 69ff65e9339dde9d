//! The dialog in which the user says what became of which priorities from one review to another.

use egui::accesskit::Role;
use egui::{Context, Id, Label, RichText, Ui, UiBuilder};

use super::state::ExploreState;
use crate::analysis::assessments::{LineageLink, Review, ReviewKey};
use crate::base::text::fold;
use crate::chart::wording::assessments::became_spoken;
use crate::project::{Edit, LineageEdit};
use crate::ui::action::Actions;
use crate::ui::kit::{
    Button, Checkbox, SectionHeading, at_right, modal, modal_fields, modal_title,
};
use crate::ui::tokens::tokens;
use crate::words::say;

const WIDTH: f32 = 720.0;
/// The title, the sentence and the buttons of the dialog, and what keeps it from the window's edges.
const AROUND: f32 = 290.0;

/// A link that is being declared.
#[derive(Debug)]
pub struct LineageDraft {
    earlier: Side,
    later: Side,
}

/// The priorities of a review, with those that are ticked.
#[derive(Debug)]
struct Side {
    key: ReviewKey,
    label: String,
    names: Vec<(String, bool)>,
}

impl Side {
    fn new(review: &Review, ticked: &[String]) -> Self {
        let is_ticked = |name: &str| ticked.iter().any(|held| fold(held) == fold(name));
        let subjects = review.subjects.iter();
        Self {
            key: review.key.clone(),
            label: review.label.clone(),
            names: subjects
                .map(|subject| (subject.name.clone(), is_ticked(&subject.name)))
                .collect(),
        }
    }

    fn ticked(&self) -> Vec<String> {
        let names = self.names.iter().filter(|(_, is_ticked)| *is_ticked);
        names.map(|(name, _)| name.clone()).collect()
    }

    /// A list under the name of the review, by which the same priority of two reviews is told apart.
    fn ui(&mut self, ui: &mut Ui) {
        ui.add(SectionHeading::new(&*self.label));
        let builder = UiBuilder::new()
            .scope_id(ui.scope_id().with(&self.label))
            .accessibility_role(Role::Group)
            .accessibility_label(&*self.label);
        ui.scope_builder(builder, |ui| {
            for (name, is_ticked) in &mut self.names {
                ui.add(Checkbox::new(is_ticked, &**name));
            }
        });
    }
}

impl LineageDraft {
    /// A link between two reviews, with what is ticked at first.
    pub(super) fn new(earlier: &Review, later: &Review, link: &LineageLink) -> Self {
        Self {
            earlier: Side::new(earlier, &link.from),
            later: Side::new(later, &link.to),
        }
    }

    fn link(&self) -> LineageLink {
        LineageLink {
            from: self.earlier.ticked(),
            to: self.later.ticked(),
        }
    }

    /// What is declared, in a sentence, or what is missing.
    fn words(&self) -> String {
        let link = self.link();
        if link.from.is_empty() && link.to.is_empty() {
            say::lineage_missing().to_owned()
        } else if link.is_sound() {
            let (earlier, later) = (&self.earlier.label, &self.later.label);
            became_spoken(&link.from, &link.to, earlier, later)
        } else {
            say::lineage_unsound().to_owned()
        }
    }
}

/// Draws the dialog while a link is being declared.
pub(super) fn lineage_dialog_ui(ctx: &Context, state: &mut ExploreState, actions: &mut Actions) {
    let Some(mut draft) = state.lineage_draft.take() else {
        return;
    };
    let id = Id::unique("lineage dialog");
    let (ended, should_close) = modal(ctx, id, say::lineage_title(), WIDTH, |ui| {
        modal_title(ui, say::lineage_title());
        modal_fields(ui, AROUND, |ui| {
            ui.columns(2, |columns| {
                if let [left, right] = columns {
                    draft.earlier.ui(left);
                    draft.later.ui(right);
                }
            });
        });
        end_ui(ui, &draft, actions)
    });
    if !ended && !should_close {
        state.lineage_draft = Some(draft);
    }
}

/// The sentence that would be declared, and the buttons; whether the dialog is done with.
fn end_ui(ui: &mut Ui, draft: &LineageDraft, actions: &mut Actions) -> bool {
    let words = RichText::new(draft.words()).color(tokens(ui).colours.ink_secondary);
    ui.add(Label::new(words).wrap());
    ui.add_space(tokens(ui).space.medium);
    let link = draft.link();
    let mut ended = false;
    at_right(ui, "buttons", |ui| {
        ended |= ui.add(Button::secondary(say::cancel())).clicked();
        let declare = ui.add_enabled(link.is_sound(), Button::primary(say::lineage_declare()));
        if declare.clicked() {
            actions.edit(Edit::Lineages(LineageEdit::Declare {
                earlier: draft.earlier.key.clone(),
                later: draft.later.key.clone(),
                link,
            }));
            ended = true;
        }
    });
    ended
}
