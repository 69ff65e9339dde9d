//! Under whose name the layout of a workbook is to be remembered, and how it differs from what was.

use egui::{Frame, Id, Label, Margin, RichText, Stroke, TextEdit, Ui, vec2};

use super::action::ImportAction;
use super::draft::ImportDraft;
use crate::base::text::upper_first;
use crate::ui::action::{Action, Actions};
use crate::ui::kit::{Checkbox, SectionHeading};
use crate::ui::tokens::tokens;
use crate::words::say;

const FIELD: f32 = 260.0;
/// How many differences are listed before they are counted.
const MOST_DRIFT: usize = 12;

/// A box to tick and a name to type.
pub(super) fn remember_ui(
    ui: &mut Ui,
    draft: &ImportDraft,
    workbook: usize,
    actions: &mut Actions,
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let mut is_on = !draft.partner.is_empty();
        let mut partner = draft.partner.clone();
        let mut is_changed = false;
        if ui
            .add(Checkbox::new(&mut is_on, say::remember_as()))
            .changed()
        {
            is_changed = true;
            partner = match (is_on, draft.recognised()) {
                (false, _) => String::new(),
                (true, Some((name, _))) => name.to_owned(),
                (true, None) => say::remember_partner().to_owned(),
            };
        }
        let tokens = tokens(ui);
        let id = Id::unique(("partner", workbook));
        let stroke = if ui.memory(|memory| memory.has_focus(id)) {
            Stroke::new(tokens.size.focus_ring, tokens.colours.focus)
        } else {
            Stroke::new(1.0, tokens.colours.rule)
        };
        let frame = Frame::new()
            .fill(tokens.colours.card)
            .stroke(stroke)
            .corner_radius(tokens.radius.control)
            .inner_margin(Margin::symmetric(8, 3));
        frame.show(ui, |ui| {
            let field = TextEdit::singleline(&mut partner)
                .id(id)
                .hint_text(RichText::new(say::remember_not()).color(tokens.colours.ink_faint))
                .frame(Frame::NONE)
                .margin(Margin::ZERO)
                .min_size(vec2(FIELD, tokens.size.target))
                .desired_width(FIELD);
            is_changed |= ui
                .add(field)
                .accessible_name(say::remember_name())
                .changed();
        });
        if is_changed {
            actions.send(Action::Import(ImportAction::RememberAs {
                workbook,
                partner,
            }));
        }
    });
}

/// What differs from the layout that was remembered; nothing where none was.
pub(super) fn drift_ui(ui: &mut Ui, draft: &ImportDraft) {
    let Some((name, differences)) = draft.recognised() else {
        return;
    };
    ui.add(SectionHeading::new(say::drift_title()));
    ui.label(
        say::DriftKnownAgain {
            name,
            count: differences.len(),
        }
        .say(),
    );
    let secondary = tokens(ui).colours.ink_secondary;
    for difference in differences.iter().take(MOST_DRIFT) {
        let words = RichText::new(upper_first(&difference.words())).color(secondary);
        ui.add(Label::new(words).wrap());
    }
    if differences.len() > MOST_DRIFT {
        let more = say::and_more(differences.len() - MOST_DRIFT);
        ui.label(RichText::new(more).color(secondary));
    }
    ui.add_space(8.0);
}
