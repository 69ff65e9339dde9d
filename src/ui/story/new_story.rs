//! The dialogs of the screen: a new story, another name.

use egui::{Context, Id, RichText, Ui};

use super::pages::Telling;
use super::state::{NewStoryDraft, StoryAction, StoryState};
use crate::project::Edit;
use crate::project::story::{StoryEdit, StoryTemplate};
use crate::ui::action::{Action, Actions};
use crate::ui::kit::{Button, Chip, Choice, TextField, at_right, modal, modal_title};
use crate::ui::tokens::tokens;
use crate::words::say;

const WIDTH: f32 = 460.0;

/// What became of a dialog in this frame.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ended {
    No,
    Done,
    Left,
}

/// Draws the dialog that is open.
pub(super) fn dialogs_ui(
    ctx: &Context,
    telling: &Telling<'_>,
    state: &mut StoryState,
    actions: &mut Actions,
) {
    if let Some(mut draft) = state.new_story.take() {
        let id = Id::unique("new story");
        let (ended, should_close) = modal(ctx, id, say::story_new_title(), WIDTH, |ui| {
            modal_title(ui, say::story_new_title());
            new_story_ui(ui, telling, &mut draft)
        });
        match ended {
            Ended::Done => {
                let NewStoryDraft {
                    name,
                    template,
                    place,
                } = draft;
                actions.send(Action::Story(StoryAction::Make(template, name, place)));
            }
            Ended::No if !should_close => state.new_story = Some(draft),
            Ended::No | Ended::Left => {}
        }
    }
    if let Some((story, mut name)) = state.renaming.take() {
        let id = Id::unique("rename story");
        let (ended, should_close) = modal(ctx, id, say::story_rename_title(), WIDTH, |ui| {
            modal_title(ui, say::story_rename_title());
            ui.add_space(tokens(ui).space.small);
            name_ui(ui, &mut name);
            end_ui(ui, say::story_rename(), !name.trim().is_empty())
        });
        match ended {
            Ended::Done => actions.edit(Edit::Stories(StoryEdit::Rename(story, name))),
            Ended::No if !should_close => state.renaming = Some((story, name)),
            Ended::No | Ended::Left => {}
        }
    }
}

fn new_story_ui(ui: &mut Ui, telling: &Telling<'_>, draft: &mut NewStoryDraft) -> Ended {
    let space = tokens(ui).space.small;
    ui.add_space(space);
    name_ui(ui, &mut draft.name);
    ui.add_space(space);
    let choices: Vec<Choice<'_>> = StoryTemplate::ALL
        .iter()
        .map(|template| Choice::new(template.words()).detail(template.detail()))
        .collect();
    let current = StoryTemplate::ALL
        .iter()
        .position(|template| *template == draft.template)
        .unwrap_or_default();
    let chosen = Chip::of(say::story_begin_with(), &choices, current)
        .small()
        .ui(ui)
        .chosen;
    if let Some(template) = chosen.and_then(|at| StoryTemplate::ALL.get(at)) {
        draft.template = *template;
        draft.place = None;
    }
    let secondary = tokens(ui).colours.ink_secondary;
    ui.label(RichText::new(draft.template.detail()).color(secondary));
    let places = draft.template.places(telling.catalogue);
    if draft.template.kind_of_place().is_some() {
        ui.add_space(space);
        if places.is_empty() {
            let words = say::story_no_places();
            ui.label(RichText::new(words).color(secondary));
        }
        let held = draft.place.as_ref();
        let at = held.and_then(|place| places.iter().position(|held| held == place));
        let at = at.unwrap_or_default();
        let choices: Vec<Choice<'_>> = places.iter().map(|place| Choice::new(&**place)).collect();
        if !choices.is_empty() {
            let chosen = Chip::of(say::story_about(), &choices, at)
                .small()
                .ui(ui)
                .chosen;
            draft.place = places.get(chosen.unwrap_or(at)).cloned();
        }
    }
    end_ui(ui, say::story_make(), !draft.name.trim().is_empty())
}

fn name_ui(ui: &mut Ui, name: &mut String) {
    let field = TextField::new(Id::unique("name of a story"), say::story_name());
    field.hint(say::story_name_hint()).ui(ui, name);
}

fn end_ui(ui: &mut Ui, words: &str, can_end: bool) -> Ended {
    let mut ended = Ended::No;
    ui.add_space(tokens(ui).space.large);
    at_right(ui, "buttons", |ui| {
        if ui.add(Button::secondary(say::cancel())).clicked() {
            ended = Ended::Left;
        }
        let done = ui.add_enabled(can_end, Button::primary(words));
        if done.clicked() {
            ended = Ended::Done;
        }
    });
    ended
}
