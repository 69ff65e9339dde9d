//! What looks the same: merged or kept apart with one click each.

use egui::{Align, Label, Layout, RichText, ScrollArea, Ui, vec2};

use super::screen::Defining;
use super::state::DictionaryTab;
use crate::analysis::dictionary::{Evidence, Proposal, TermEdit};
use crate::base::typeface::Weight;
use crate::project::Edit;
use crate::ui::action::Actions;
use crate::ui::fonts::font;
use crate::ui::kit::{Button, Card, Tone, row_with_ends};
use crate::ui::tokens::tokens;
use crate::words::say;

const HEIGHT: f32 = 36.0;
/// The most height that they take; half a row shows that there are more.
const MOST_HEIGHT: f32 = 4.5 * HEIGHT;

/// Draws the proposals of a tab, where there are any.
pub(super) fn proposals_ui(
    ui: &mut Ui,
    defining: &Defining<'_>,
    tab: DictionaryTab,
    actions: &mut Actions,
) {
    // Until large data have been read through again, what was just decided is still among them.
    let is_open = |proposal: &&Proposal| {
        let dictionary = defining.dictionary;
        DictionaryTab::of(&proposal.one) == tab
            && dictionary.primary(&proposal.one) != dictionary.primary(&proposal.other)
            && !dictionary.is_kept_apart(&proposal.one, &proposal.other)
    };
    let open: Vec<&Proposal> = defining.proposals.iter().filter(is_open).collect();
    if open.is_empty() {
        return;
    }
    Card::new().edge(Tone::Accent).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let title = RichText::new(say::dictionary_alike(open.len()));
        ui.label(title.font(font(Weight::SemiBold, tokens(ui).text.body)));
        ui.add_space(tokens(ui).space.tight);
        ScrollArea::vertical()
            .id_salt(("proposals", tab))
            .max_height(MOST_HEIGHT)
            .auto_shrink([false, true])
            .show_rows(ui, HEIGHT, open.len(), |ui, range| {
                for proposal in open.get(range).unwrap_or_default() {
                    proposal_ui(ui, proposal, actions);
                }
            });
    });
}

fn proposal_ui(ui: &mut Ui, proposal: &Proposal, actions: &mut Actions) {
    let size = vec2(ui.available_width(), HEIGHT);
    let (one, other) = (&proposal.one_name, &proposal.other_name);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_height(HEIGHT);
        ui.spacing_mut().item_spacing.x = tokens(ui).space.medium;
        let start = |ui: &mut Ui| {
            ui.add(Label::new(say::DictionaryPair { one, other }.say()).truncate());
        };
        row_with_ends(ui, (one, other), start, |ui| {
            let evidence = RichText::new(evidence_words(&proposal.evidence))
                .size(tokens(ui).text.small)
                .color(tokens(ui).colours.ink_secondary);
            ui.label(evidence);
            let merge = Button::secondary(say::dictionary_merge()).small();
            if ui
                .add(merge.named(say::DictionaryMergePair { one, other }.say()))
                .clicked()
            {
                actions.edit(Edit::Define(
                    proposal.one.clone(),
                    TermEdit::Merge(proposal.other.clone()),
                ));
            }
            let apart = Button::quiet(say::dictionary_keep_apart()).small();
            let apart = apart.named(say::DictionaryKeepPairApart { one, other }.say());
            if ui.add(apart).clicked() {
                actions.edit(Edit::KeepApart(
                    proposal.one.clone(),
                    proposal.other.clone(),
                ));
            }
        });
    });
}

fn evidence_words(evidence: &Evidence) -> String {
    match evidence {
        Evidence::Names => say::dictionary_written_alike().to_owned(),
        Evidence::Code(code) => say::dictionary_same_code(code),
        Evidence::Values {
            agreeing: 1,
            shared: 1,
        } => say::dictionary_value_agrees().to_owned(),
        Evidence::Values { agreeing, shared } => {
            say::DictionaryValuesAgree { agreeing, shared }.say()
        }
    }
}
