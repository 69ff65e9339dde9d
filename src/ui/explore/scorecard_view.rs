//! The scorecard in its card, and what stands there while there is no target yet.

use egui::{RichText, Ui};

use super::marked_view::marked_view_ui;
use super::screen::Exploring;
use super::state::ExploreState;
use super::target_draft::{AimKindAtFirst, TargetDraft};
use crate::analysis::Catalogue;
use crate::analysis::MeasureKey;
use crate::analysis::targets::{Offered, Scorecard, TargetSpec, offered};
use crate::base::typeface::Weight;
use crate::chart::ScorecardModel;
use crate::data::Polarity;
use crate::project::{Edit, TargetEdit};
use crate::ui::action::Actions;
use crate::ui::fonts::font;
use crate::ui::kit::{Button, Card};
use crate::ui::tokens::tokens;
use crate::words::say;

/// Draws the scorecard.
pub(super) fn scorecard_view_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    scorecard: &Scorecard,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    if scorecard.rows.is_empty() {
        no_targets_ui(ui, exploring, state, actions);
        return;
    }
    let model = ScorecardModel::new(scorecard, &exploring.project.view.scorecard);
    let ids: Vec<_> = model.rows.iter().map(|row| row.id).collect();
    let selected = ids.iter().position(|id| Some(*id) == state.selected_target);
    if let Some(chosen) = marked_view_ui(ui, &mut state.scorecard, model, selected) {
        state.selected_target = chosen.and_then(|mark| ids.get(mark).copied());
    }
}

/// What a scorecard is, and the two ways to one.
fn no_targets_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    let height = (ui.available_height() - 34.0).max(220.0);
    Card::new().min_height(height).show(ui, |ui| {
        ui.vertical_centered(|ui| {
            ui.add_space(height * 0.28);
            let secondary = tokens(ui).colours.ink_secondary;
            let title = font(Weight::SemiBold, tokens(ui).text.title);
            ui.label(RichText::new(say::scorecard_none()).font(title));
            let words = RichText::new(say::scorecard_none_about());
            ui.label(words.size(tokens(ui).text.lead).color(secondary));
            ui.add_space(tokens(ui).space.medium);
            if ui.add(Button::primary(say::panel_target())).clicked() {
                state.target_draft = new_target(exploring);
            }
            for offered in offered(exploring.catalogue) {
                ui.add_space(tokens(ui).space.tight);
                if ui.add(Button::secondary(offer_words(&offered))).clicked() {
                    actions.edit(take_over(offered));
                }
            }
        });
    });
}

/// "Take over 5 targets from plan.xlsx".
pub(super) fn offer_words(offered: &Offered) -> String {
    say::ScorecardTakeOverFrom {
        count: offered.targets.len(),
        file: &offered.source.file_name,
    }
    .say()
}

/// The edit that takes over what a workbook offers.
pub(super) fn take_over(offered: Offered) -> Edit {
    let file = offered.source.file_name.clone();
    Edit::Targets(TargetEdit::TakeOver(offered.targets, file))
}

/// A target to be set for the measure on show.
pub(super) fn new_target(exploring: &Exploring<'_>) -> Option<TargetDraft> {
    let question = exploring.project.view.question.as_ref()?;
    let area = match question.areas.as_slice() {
        [only] => only.clone(),
        _ => String::new(),
    };
    draft_for(exploring.catalogue, &question.measure, area)
}

/// A target to be set for a measure in an area, measured from the first period that there is.
fn draft_for(catalogue: &Catalogue, measure: &MeasureKey, area: String) -> Option<TargetDraft> {
    let entry = catalogue.entry(measure)?;
    let kind = match entry.measure.polarity {
        Polarity::LowerIsBetter => AimKindAtFirst::Fall,
        Polarity::HigherIsBetter | Polarity::Neutral => AimKindAtFirst::Rise,
    };
    let target = TargetSpec {
        area,
        ..TargetSpec::about(measure.clone(), entry.measure.name.clone())
    };
    Some(TargetDraft::new(&target, kind))
}
