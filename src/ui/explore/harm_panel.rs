//! The panel beside the three rankings: the selected offence, which concern it is, and the weights.

use egui::{Label, RichText, ScrollArea, Ui};

use super::screen::Exploring;
use super::selected_point::{from_ui, save_picture_ui};
use super::state::{ExploreState, ExploreTab};
use super::tab_words::tab_words_ui;
use crate::analysis::HarmAnswer;
use crate::analysis::harm::{ConcernKey, HarmRow};
use crate::base::typeface::Weight;
use crate::chart::wording::harm as words;
use crate::data::Unit;
use crate::project::{Edit, HarmEdit};
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::fonts::font;
use crate::ui::kit::{Button, Chip, Choice, KeyValueRow, SectionHeading};
use crate::ui::tokens::tokens;
use crate::words::say;

/// Draws the panel.
pub(super) fn harm_panel_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &HarmAnswer,
    state: &ExploreState,
    actions: &mut Actions,
) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if let Some(row) = state.harm.row(answer) {
            offence_ui(ui, answer, row, actions);
            concern_ui(ui, exploring, answer, row, actions);
        }
        weights_ui(ui, answer, actions);
        tab_words_ui(ui, ExploreTab::Harm, Some(Unit::Count));
        ui.add(SectionHeading::new(say::panel_take()));
        save_picture_ui(ui, actions);
    });
}

/// The selected offence.
fn offence_ui(ui: &mut Ui, answer: &HarmAnswer, row: &HarmRow, actions: &mut Actions) {
    let title = RichText::new(&row.name);
    let title_font = font(Weight::SemiBold, tokens(ui).text.panel);
    ui.label(title.font(title_font));
    let small = tokens(ui).space.small;
    ui.add_space(small);
    for (key, value) in words::panel_rows(answer, row) {
        ui.add(KeyValueRow::new(key, value));
    }
    ui.add_space(small);
    if from_ui(ui, row.count.provenance()) {
        actions.send(Action::ShowMeasure(row.key.clone()));
        actions.send(Action::ShowTab(ExploreTab::Data));
    }
    let secondary = tokens(ui).colours.ink_secondary;
    if let Some(found) = &row.weight {
        let place = answer.weights.place(&found.weight);
        let offence = &found.weight.offence;
        let words = say::HarmWeightFrom { offence, place }.say();
        let words = RichText::new(words).size(tokens(ui).text.small);
        ui.add(Label::new(words.color(secondary)).wrap());
    }
}

/// Which concern the offence is.
fn concern_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &HarmAnswer,
    row: &HarmRow,
    actions: &mut Actions,
) {
    let Some(column) = &answer.concerns else {
        return;
    };
    ui.add(SectionHeading::new(say::harm_which_concern()));
    let chosen = exploring.project.harm.chosen(&row.key);
    let mut choices = vec![
        Choice::new(say::harm_concern_by_name()),
        Choice::new(say::harm_concern_none()),
    ];
    choices.extend(
        column
            .items
            .iter()
            .map(|item| Choice::new(item.name.as_str()).section(say::harm_concerns())),
    );
    let current = match chosen {
        None => Some(0),
        Some(held) => match &held.concern {
            None => Some(1),
            Some(key) => {
                let mut items = column.items.iter();
                let place = items.position(|item| ConcernKey::of(item) == *key);
                place.map(|place| place + 2)
            }
        },
    };
    let word = match (current, &row.concern) {
        (Some(0), Some(concern)) => concern.item.name.clone(),
        (Some(0), None) => say::harm_concern_none_of_name().to_owned(),
        (Some(1), _) => say::harm_concern_none().to_owned(),
        (Some(place), _) => {
            let item = place.checked_sub(2).and_then(|at| column.items.get(at));
            item.map_or_else(String::new, |item| item.name.clone())
        }
        (None, _) => say::harm_concern_gone().to_owned(),
    };
    let chip = Chip::new(say::harm_chip_concern(), word, &choices)
        .current(current)
        .small();
    let Some(taken) = chip.ui(ui).chosen else {
        return;
    };
    let offence = row.key.clone();
    let edit = match taken.checked_sub(2) {
        None if taken == 0 => HarmEdit::ByName(offence),
        None => HarmEdit::Match(offence, None),
        Some(place) => match column.items.get(place) {
            Some(item) => HarmEdit::Match(offence, Some(ConcernKey::of(item))),
            None => return,
        },
    };
    actions.edit(Edit::Harm(edit));
}

/// The weights, and how others are loaded.
fn weights_ui(ui: &mut Ui, answer: &HarmAnswer, actions: &mut Actions) {
    ui.add(SectionHeading::new(say::harm_weights()));
    let weights = &answer.weights;
    ui.add(KeyValueRow::new(say::harm_set(), weights.name.as_str()));
    ui.add(KeyValueRow::new(
        say::harm_column(),
        weights.heading.as_str(),
    ));
    let count = crate::base::number::count(weights.weights.len());
    ui.add(KeyValueRow::new(say::harm_offences(), count));
    let small = tokens(ui).space.small;
    ui.add_space(small);
    let other = ui.add(Button::secondary(say::harm_load_others()).full_width());
    if other
        .on_hover_text(Command::LoadHarmWeights.tooltip())
        .clicked()
    {
        actions.run(Command::LoadHarmWeights);
    }
    ui.add_space(small);
    let out = ui.add(Button::secondary(say::harm_take_out()).full_width());
    if out.on_hover_text(say::harm_take_out_about()).clicked() {
        actions.edit(Edit::Harm(HarmEdit::DropWeights));
        actions.send(Action::ShowTab(ExploreTab::Trend));
    }
}
