//! The chart on show becomes a slide: at once where there is one story at most, else of the story chosen.

use egui::Ui;

use crate::project::Project;
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::kit::{Button, menu, menu_item};
use crate::ui::story::{ChartAs, StoryAction};

const WORDS: &str = "Add to story";
const MENU_WIDTH: f32 = 260.0;
/// Without this much room the command stands in the menu alone.
const LEAST_ROOM: f32 = 124.0;

/// Draws the button where there is room for it.
pub(super) fn add_to_story_ui(ui: &mut Ui, project: &Project, actions: &mut Actions) {
    if ui.available_width() < LEAST_ROOM {
        return;
    }
    let shortcut = Command::AddToStory.shortcut_text(ui.ctx());
    let button = ui.add(Button::secondary(WORDS).small());
    let hint = format!("{} ({shortcut})", Command::AddToStory.tooltip());
    let button = button.on_hover_text(hint);
    if project.stories.len() < 2 {
        if button.clicked() {
            actions.run(Command::AddToStory);
        }
        return;
    }
    menu(&button, WORDS, MENU_WIDTH, |ui| {
        for story in project.stories.iter() {
            if menu_item(ui, Button::quiet(&*story.name)).clicked() {
                let add = StoryAction::AddChart(Some(story.id), ChartAs::Chart);
                actions.send(Action::Story(add));
            }
        }
    });
}
