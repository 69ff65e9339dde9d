//! The chart on show becomes a slide: at once where there is one story at most, else of the story chosen.

use egui::Ui;

use super::state::{ChartAs, StoryAction};
use crate::project::Story;
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::help::{Spot, note_spot};
use crate::ui::kit::{Button, menu, menu_item};
use crate::words::say;

const MENU_WIDTH: f32 = 260.0;

/// Draws the button.
pub fn add_to_story_ui(ui: &mut Ui, stories: &[Story], actions: &mut Actions) {
    let shortcut = Command::AddToStory.shortcut_text(ui.ctx());
    let button = ui.add(Button::secondary(say::add_to_story()));
    let hint = format!("{} ({shortcut})", Command::AddToStory.tooltip());
    let button = button.on_hover_text(hint);
    note_spot(ui.ctx(), Spot::AddToStory, button.rect);
    if stories.len() < 2 {
        if button.clicked() {
            actions.run(Command::AddToStory);
        }
        return;
    }
    menu(&button, say::add_to_story(), MENU_WIDTH, |ui| {
        for story in stories {
            if menu_item(ui, Button::quiet(&*story.name)).clicked() {
                let add = StoryAction::AddChart(Some(story.id), ChartAs::Chart);
                actions.send(Action::Story(add));
            }
        }
    });
}
