//! The breaks in the series of the selected line, in the panel on the right: each with its reason and where it
//! is told, and the ways to declare another, to change one and to set a workbook's note aside.

use egui::{Label, RichText, Ui};

use super::break_draft::{BreakDraft, note_of};
use super::screen::Exploring;
use super::state::{ExploreState, SelectedPoint};
use crate::analysis::TrendAnswer;
use crate::analysis::breaks::{BreakOrigin, BreakScope, SeriesBreak, SetAside};
use crate::chart::wording::phrase;
use crate::project::{BreakEdit, Edit};
use crate::ui::action::Actions;
use crate::ui::kit::{Button, SectionHeading};
use crate::ui::tokens::tokens;
use crate::words::say;

/// Draws them under the selected point.
pub(super) fn breaks_panel_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &TrendAnswer,
    selected: &SelectedPoint,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    let space = tokens(ui).space.tight;
    ui.add_space(space);
    if ui
        .add(Button::secondary(say::breaks_begin()).small())
        .on_hover_text(say::breaks_begin_about())
        .clicked()
    {
        let period = Some(selected.period);
        state.break_draft = BreakDraft::new(exploring.catalogue, &answer.key, period);
    }
    let series = answer
        .series
        .iter()
        .find(|held| held.key == selected.series);
    let breaks = series.map_or(&[][..], |series| &series.breaks);
    let aside = set_aside(exploring, answer);
    if breaks.is_empty() && aside.is_empty() {
        return;
    }
    ui.add(SectionHeading::new(say::breaks_title()));
    for held in breaks {
        break_ui(ui, exploring, answer, held, state, actions);
    }
    if !aside.is_empty() {
        words_ui(ui, say::breaks_set_aside());
        if ui
            .add(Button::secondary(say::breaks_heed()).small())
            .clicked()
        {
            let name = answer.measure.name.clone();
            actions.edit(Edit::Breaks(BreakEdit::HeedNotes(aside, name)));
        }
    }
}

/// The notes on the measure that were set aside, and in whose place nothing was declared.
fn set_aside(exploring: &Exploring<'_>, answer: &TrendAnswer) -> Vec<SetAside> {
    let catalogue = exploring.catalogue;
    let key = catalogue.key_of(&answer.key);
    let breaks = catalogue.breaks();
    let is_replaced = breaks
        .declared
        .iter()
        .any(|spec| matches!(&spec.of, BreakScope::Measure { key: own, .. } if catalogue.key_of(own) == key));
    if is_replaced {
        return Vec::new();
    }
    let notes = breaks.set_aside.iter();
    notes
        .filter(|held| catalogue.key_of(&held.measure) == key)
        .cloned()
        .collect()
}

fn words_ui(ui: &mut Ui, words: &str) {
    let words = RichText::new(words).size(tokens(ui).text.small);
    ui.add(Label::new(words.color(tokens(ui).colours.ink_secondary)).wrap());
}

fn break_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &TrendAnswer,
    held: &SeriesBreak,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    words_ui(ui, &phrase::capital(&held.why_in_full()));
    if matches!(held.origin, BreakOrigin::Marked) {
        return;
    }
    if matches!(held.origin, BreakOrigin::Noted(_)) && !held.words.is_empty() {
        words_ui(ui, &say::breaks_quoted(&held.words));
    }
    let since = held.since();
    ui.add_space(tokens(ui).space.tight);
    ui.horizontal_wrapped(|ui| {
        let change = Button::secondary(say::breaks_change())
            .small()
            .named(say::breaks_change_named(&since));
        if ui.add(change).clicked() {
            state.break_draft = BreakDraft::of(exploring.catalogue, &answer.key, held);
        }
        let (words, named, edit) = if let BreakOrigin::Declared(id) = &held.origin {
            let named = say::breaks_remove_named(&since);
            (say::breaks_remove(), named, Some(BreakEdit::Remove(*id)))
        } else {
            let key = exploring.catalogue.key_of(&answer.key);
            let note = note_of(key, held);
            let name = answer.measure.name.clone();
            let edit = note.map(|note| BreakEdit::SetAside(note, name));
            let named = say::breaks_comparable_named(&since);
            (say::break_comparable(), named, edit)
        };
        let remove = Button::secondary(words).small().named(named);
        if let Some(edit) = edit
            && ui.add(remove).clicked()
        {
            actions.edit(Edit::Breaks(edit));
        }
    });
    ui.add_space(tokens(ui).space.tight);
}
