//! The dialog after a set of harm weights was read: what matches the project's offences, what does not, what was
//! left out and why, before it is taken in.

use std::sync::Arc;

use egui::{Context, Id, Label, RichText, Ui};

use super::state::{ExploreState, ExploreTab};
use crate::analysis::Catalogue;
use crate::analysis::harm::{WeightsReport, weights_report};
use crate::data::HarmWeights;
use crate::import::harm_weights::{WeightLeftOut, WeightsReading};
use crate::project::{Edit, HarmEdit};
use crate::ui::action::{Action, Actions};
use crate::ui::kit::{Button, SectionHeading, at_right, modal, modal_fields, modal_title};
use crate::ui::tokens::tokens;
use crate::words::say;

const WIDTH: f32 = 560.0;
/// The title and the buttons of the dialog, and what keeps it from the window's edges.
const AROUND: f32 = 240.0;
/// How many names a list gives before it counts the rest.
const MOST_NAMES: usize = 12;

/// A set of weights that was read and is not yet taken in.
#[derive(Debug)]
pub struct HarmDraft {
    weights: Arc<HarmWeights>,
    left_out: Vec<String>,
    report: WeightsReport,
}

impl HarmDraft {
    /// What was read, held against the offences of a project.
    pub fn new(reading: WeightsReading, catalogue: &Catalogue) -> Self {
        Self {
            report: weights_report(catalogue, &reading.weights),
            left_out: reading.left_out.iter().map(WeightLeftOut::words).collect(),
            weights: Arc::new(reading.weights),
        }
    }
}

/// Draws the dialog while weights wait to be taken in.
pub(super) fn harm_dialog_ui(ctx: &Context, state: &mut ExploreState, actions: &mut Actions) {
    let Some(draft) = state.harm_draft.take() else {
        return;
    };
    let title = say::harm_load_title();
    let id = Id::unique("harm dialog");
    let (ended, should_close) = modal(ctx, id, title, WIDTH, |ui| {
        modal_title(ui, title);
        let secondary = tokens(ui).colours.ink_secondary;
        let words = RichText::new(summary(&draft)).color(secondary);
        ui.add(Label::new(words).wrap());
        modal_fields(ui, AROUND, |ui| report_ui(ui, &draft));
        end_ui(ui, &draft, actions)
    });
    if !ended && !should_close {
        state.harm_draft = Some(draft);
    }
}

/// "24 weights under “Weight” in `harm_weights.xlsx`; 14 of the project's offences have one."
fn summary(draft: &HarmDraft) -> String {
    let HarmDraft {
        weights, report, ..
    } = draft;
    let counted = report.matched.len() + report.without.len();
    say::HarmSummary {
        count: weights.weights.len(),
        heading: &weights.heading,
        file: &weights.file_name,
        matched: report.matched.len(),
        offences: counted,
    }
    .say()
}

fn report_ui(ui: &mut Ui, draft: &HarmDraft) {
    let report = &draft.report;
    let otherwise: Vec<String> = report
        .otherwise
        .iter()
        .map(|(there, here)| say::HarmTakenFor { here, there }.say())
        .collect();
    list_ui(ui, say::harm_otherwise(), &otherwise);
    list_ui(ui, say::harm_left_out(), &draft.left_out);
    list_ui(ui, say::harm_without(), &report.without);
    list_ui(ui, say::harm_unused(), &report.unused);
    ui.add(SectionHeading::new(say::harm_where()));
    ui.add(Label::new(say::harm_where_about()).wrap());
}

fn list_ui(ui: &mut Ui, heading: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    ui.add(SectionHeading::new(heading));
    for line in lines.iter().take(MOST_NAMES) {
        ui.add(Label::new(line).wrap());
    }
    let more = lines.len().saturating_sub(MOST_NAMES);
    if more > 0 {
        ui.label(say::and_more(more));
    }
}

/// The buttons; whether the dialog is done with.
fn end_ui(ui: &mut Ui, draft: &HarmDraft, actions: &mut Actions) -> bool {
    ui.add_space(tokens(ui).space.medium);
    let mut ended = false;
    at_right(ui, "buttons", |ui| {
        ended |= ui.add(Button::secondary(say::cancel())).clicked();
        if ui.add(Button::primary(say::harm_use())).clicked() {
            let weights = draft.weights.clone();
            actions.edit(Edit::Harm(HarmEdit::SetWeights(weights)));
            if !draft.report.matched.is_empty() {
                actions.send(Action::ShowTab(ExploreTab::Harm));
            }
            ended = true;
        }
    });
    ended
}
