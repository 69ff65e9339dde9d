//! The commands of the screen in the top bar: the story, a slide more, the way back.

use egui::Ui;

use super::pages::Telling;
use super::state::{ChartAs, StoryAction, StoryState};
use crate::project::Edit;
use crate::project::story::{
    Slide, SlideContent, SlideEdit, SlideId, SlideShape, Story, StoryEdit,
};
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::help::{Spot, note_spot};
use crate::ui::kit::{Button, Squeeze, menu, menu_heading, menu_item};
use crate::words::say;

const MENU_WIDTH: f32 = 290.0;

/// Draws the commands; of them as much as there is room for.
pub fn story_commands_ui(
    ui: &mut Ui,
    telling: &Telling<'_>,
    squeeze: Squeeze,
    state: &mut StoryState,
    actions: &mut Actions,
) {
    let keys = |words: String| {
        if squeeze == Squeeze::Nothing {
            words
        } else {
            String::new()
        }
    };
    let back = Button::secondary(if squeeze == Squeeze::AllButTheMost {
        say::back()
    } else {
        say::back_to_chart()
    });
    if ui.add(back.shortcut(keys(String::from("Esc")))).clicked() {
        actions.send(Action::Story(StoryAction::Leave));
    }
    let button = ui.add(Button::secondary(say::story()));
    menu(&button, say::story(), MENU_WIDTH, |ui| {
        story_menu_ui(ui, telling, state, actions);
    });
    let Some(story) = telling.story else {
        return;
    };
    let add = ui.add(Button::secondary(say::story_add()));
    menu(&add, say::story_add(), MENU_WIDTH, |ui| {
        add_ui(ui, telling, story, state, actions);
    });
    // What is left out is in the menu of the story.
    if squeeze == Squeeze::AllButTheMost {
        return;
    }
    if !story.slides.is_empty() {
        let command = Command::Publish;
        let publish = Button::secondary(command.text());
        let publish = publish.shortcut(keys(String::from("PowerPoint, PDF")));
        let hint = format!(
            "{} ({})",
            command.tooltip(),
            command.shortcut_text(ui.ctx())
        );
        let publish = ui.add(publish).on_hover_text(hint);
        note_spot(ui.ctx(), Spot::Publish, publish.rect);
        if publish.clicked() {
            actions.run(command);
        }
    }
    if story.slides.iter().any(|slide| !slide.is_hidden) {
        let command = Command::Present;
        let present = Button::primary(command.text());
        let present = present.shortcut(keys(command.shortcut_text(ui.ctx())));
        if ui.add(present).on_hover_text(command.tooltip()).clicked() {
            actions.run(command);
        }
    }
}

fn add_ui(
    ui: &mut Ui,
    telling: &Telling<'_>,
    story: &Story,
    state: &mut StoryState,
    actions: &mut Actions,
) {
    if telling.has_chart {
        menu_heading(ui, say::story_from_chart());
        let beside = state
            .selected
            .and_then(|id| story.slide(id))
            .filter(|slide| matches!(slide.content, SlideContent::Chart { .. }));
        let mut ways = vec![
            (say::story_chart(), ChartAs::Chart),
            (say::story_table(), ChartAs::Table),
            (say::story_message_about(), ChartAs::Message),
        ];
        ways.extend(beside.map(|slide| (say::story_beside(), ChartAs::Beside(slide.id))));
        for (words, way) in ways {
            if menu_item(ui, Button::quiet(words)).clicked() {
                actions.send(Action::Story(StoryAction::AddChart(Some(story.id), way)));
            }
        }
    }
    menu_heading(ui, say::story_own_words());
    let new = [
        (
            say::story_message(),
            SlideContent::Message {
                text: say::story_message_text().to_owned(),
                about: None,
            },
        ),
        (
            say::story_text(),
            SlideContent::Text {
                heading: say::story_heading().to_owned(),
                paragraphs: Vec::new(),
            },
        ),
        (
            say::story_section(),
            SlideContent::Section {
                title: say::story_section_title().to_owned(),
                subtitle: String::new(),
            },
        ),
    ];
    for (words, content) in new {
        if menu_item(ui, Button::quiet(words)).clicked() {
            let edit = SlideEdit::Add {
                slide: Box::new(Slide::of(content)),
                after: state.selected,
            };
            state.select(SlideId(story.next_slide));
            actions.edit(Edit::Stories(StoryEdit::Slides(story.id, edit)));
        }
    }
}

fn story_menu_ui(
    ui: &mut Ui,
    telling: &Telling<'_>,
    state: &mut StoryState,
    actions: &mut Actions,
) {
    if menu_item(ui, Button::quiet(say::story_new())).clicked() {
        actions.send(Action::Story(StoryAction::New));
    }
    let others = telling.project.stories.iter();
    let others: Vec<&Story> = others
        .filter(|held| telling.story.is_none_or(|story| story.id != held.id))
        .collect();
    if !others.is_empty() {
        menu_heading(ui, say::story_others());
    }
    for held in others {
        if menu_item(ui, Button::quiet(&*held.name)).clicked() {
            actions.send(Action::Story(StoryAction::Open(held.id)));
        }
    }
    let Some(story) = telling.story else {
        return;
    };
    menu_heading(ui, say::story_this());
    for command in [
        Command::Present,
        Command::PresentFromSlide,
        Command::Publish,
        Command::RefreshDeck,
    ] {
        let item = Button::quiet(command.text()).shortcut(command.shortcut_text(ui.ctx()));
        if menu_item(ui, item).clicked() {
            actions.run(command);
        }
    }
    if menu_item(ui, Button::quiet(say::rename())).clicked() {
        state.renaming = Some((story.id, story.name.clone()));
    }
    let mut edit = |ui: &mut Ui, words: &str, edit: StoryEdit| {
        if menu_item(ui, Button::quiet(words)).clicked() {
            actions.edit(Edit::Stories(edit));
        }
    };
    for shape in SlideShape::ALL {
        if shape != story.shape {
            edit(ui, shape.words(), StoryEdit::SetShape(story.id, shape));
        }
    }
    edit(ui, say::copy(), StoryEdit::Duplicate(story.id));
    edit(ui, say::delete(), StoryEdit::Delete(story.id));
}
