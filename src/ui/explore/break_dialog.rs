//! The dialog in which a break in series is declared: of whose values, from when on, and why.

use egui::{Context, Id, Label, RichText, Ui};

use super::break_draft::{BegunFrom, BreakDraft};
use super::state::ExploreState;
use super::target_dialog::line_ui;
use crate::analysis::breaks::BreakScope;
use crate::analysis::{Cadence, Catalogue};
use crate::data::BreakReason;
use crate::import::area_kind_words;
use crate::ui::action::Actions;
use crate::ui::data_words::cadence_words;
use crate::ui::kit::{Button, Choice, TextField, at_right, modal, modal_fields, modal_title};
use crate::ui::tokens::tokens;
use crate::words::say;

const WIDTH: f32 = 540.0;
/// The title and the buttons of the dialog, and what keeps it from the window's edges.
const AROUND: f32 = 240.0;

/// Draws the dialog while a break is being declared.
pub(super) fn break_dialog_ui(
    ctx: &Context,
    catalogue: &Catalogue,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    let Some(mut draft) = state.break_draft.take() else {
        return;
    };
    let title = match draft.begun_from {
        BegunFrom::Nothing => say::break_declare_title(),
        _ => say::break_change_title(),
    };
    let id = Id::unique("break dialog");
    let (ended, should_close) = modal(ctx, id, title, WIDTH, |ui| {
        modal_title(ui, title);
        let words = RichText::new(say::break_about()).color(tokens(ui).colours.ink_secondary);
        ui.add(Label::new(words).wrap());
        modal_fields(ui, AROUND, |ui| fields_ui(ui, catalogue, &mut draft));
        end_ui(ui, &draft, actions)
    });
    if !ended && !should_close {
        state.break_draft = Some(draft);
    }
}

fn fields_ui(ui: &mut Ui, catalogue: &Catalogue, draft: &mut BreakDraft) {
    of_ui(ui, catalogue, draft);
    if let Some(entry) = catalogue.entry(&draft.measure) {
        if entry.areas.len() > 1 {
            let mut choices = vec![Choice::new(say::break_every_area())];
            choices.extend(
                entry
                    .areas
                    .iter()
                    .map(|area| Choice::new(&*area.name).detail(area_kind_words(area.kind))),
            );
            let place = entry.areas.iter().position(|area| area.name == draft.area);
            let word = match draft.area.as_str() {
                "" => say::break_every_area(),
                area => area,
            };
            let current = place.map_or(0, |place| place + 1);
            if let Some(chosen) = line_ui(ui, say::break_where(), word, &choices, Some(current)) {
                let area = chosen.checked_sub(1);
                let area = area.and_then(|place| entry.areas.get(place));
                draft.area = area.map_or_else(String::new, |area| area.name.clone());
            }
        }
        let periods = BreakDraft::periods(entry);
        let choices: Vec<Choice<'_>> = periods
            .iter()
            .map(|period| Choice::new(period.label()).section(cadence_words(Cadence::of(period))))
            .collect();
        let word = draft.from.map_or_else(
            || say::break_choose_period().to_owned(),
            |period| period.label(),
        );
        let current = draft.from.and_then(|held| {
            periods
                .iter()
                .position(|period| period.covers_same_days(&held))
        });
        let chosen = line_ui(ui, say::break_from(), &word, &choices, current);
        if let Some(period) = chosen.and_then(|place| periods.get(place)) {
            draft.from = Some(*period);
        }
    }
    let choices = BreakReason::ALL.map(|reason| Choice::new(words_of(reason)));
    let current = BreakReason::ALL
        .iter()
        .position(|reason| *reason == draft.reason);
    let (caption, word) = (say::break_because(), words_of(draft.reason));
    let chosen = line_ui(ui, caption, word, &choices, current);
    if let Some(reason) = chosen.and_then(|place| BreakReason::ALL.get(place)) {
        draft.reason = *reason;
    }
    let id = Id::unique("break words");
    let response = TextField::new(id, say::break_words())
        .hint(say::break_words_hint())
        .ui(ui, &mut draft.words);
    if !draft.has_begun {
        draft.has_begun = true;
        response.request_focus();
    }
}

/// A reason as the menu names it.
fn words_of(reason: BreakReason) -> &'static str {
    match reason {
        BreakReason::Wording => say::break_wording(),
        BreakReason::Mode => say::break_mode(),
        BreakReason::Definition => say::break_definition(),
        BreakReason::CountingRules => say::break_counting(),
        BreakReason::Boundary => say::break_boundary(),
        BreakReason::Other => say::break_other(),
    }
}

/// The measure, or everything of one of its workbooks.
fn of_ui(ui: &mut Ui, catalogue: &Catalogue, draft: &mut BreakDraft) {
    let sources = draft.sources(catalogue);
    let mut scopes = vec![BreakScope::Measure {
        key: draft.measure.clone(),
        name: draft.measure_name.clone(),
    }];
    scopes.extend(sources.iter().map(|source| BreakScope::Source {
        id: source.id.clone(),
        name: source.file_name.clone(),
    }));
    let words = |scope: &BreakScope| match scope {
        BreakScope::Measure { name, .. } => name.clone(),
        BreakScope::Source { name, .. } => say::break_everything_in(name),
    };
    let choices: Vec<Choice<'_>> = scopes
        .iter()
        .map(|scope| Choice::new(words(scope)))
        .collect();
    let is_held = |scope: &BreakScope| match (scope, &draft.of) {
        (BreakScope::Source { id, .. }, BreakScope::Source { id: held, .. }) => id == held,
        (BreakScope::Measure { .. }, BreakScope::Measure { .. }) => true,
        _ => false,
    };
    let current = scopes.iter().position(is_held);
    let chosen = line_ui(ui, say::break_of(), &words(&draft.of), &choices, current);
    if let Some(scope) = chosen.and_then(|place| scopes.get(place)) {
        draft.of = scope.clone();
    }
}

/// What is missing, and the buttons; whether the dialog is done with.
fn end_ui(ui: &mut Ui, draft: &BreakDraft, actions: &mut Actions) -> bool {
    let finished = draft.finished();
    if let Err(missing) = &finished {
        let words = RichText::new(*missing).color(tokens(ui).colours.ink_secondary);
        ui.add(Label::new(words).wrap());
    }
    ui.add_space(tokens(ui).space.medium);
    let mut ended = false;
    at_right(ui, "buttons", |ui| {
        let (save, remove) = match draft.begun_from {
            BegunFrom::Nothing => (say::break_declare(), ""),
            BegunFrom::Declared(_) => (say::keep_changes(), say::break_remove()),
            BegunFrom::Note(_) => (say::keep_changes(), say::break_comparable()),
        };
        if let Some(edit) = draft.removed()
            && ui.add(Button::secondary(remove)).clicked()
        {
            actions.edit(edit);
            ended = true;
        }
        ended |= ui.add(Button::secondary(say::cancel())).clicked();
        let save = ui.add_enabled(finished.is_ok(), Button::primary(save));
        if save.clicked()
            && let Ok(edit) = finished
        {
            actions.edit(edit);
            ended = true;
        }
    });
    ended
}
