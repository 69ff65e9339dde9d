//! What was asked while the story was presented: to be copied, made slides of, or taken off the list.

use egui::{RichText, Ui};

use super::pages::Telling;
use super::state::StoryState;
use crate::project::Edit;
use crate::project::story::{
    FollowUp, FollowUpEdit, Slide, SlideContent, SlideEdit, SlideId, Story, StoryEdit,
};
use crate::ui::action::{Action, Actions};
use crate::ui::kit::{Button, Card, SectionHeading};
use crate::ui::tokens::tokens;

/// Draws the list, where there is one.
pub(super) fn follow_ups_ui(
    ui: &mut Ui,
    telling: &Telling<'_>,
    state: &mut StoryState,
    actions: &mut Actions,
) {
    let Some(story) = telling.story.filter(|story| !story.follow_ups.is_empty()) else {
        return;
    };
    ui.add(SectionHeading::new("Asked while presenting"));
    for (place, held) in story.follow_ups.iter().enumerate() {
        Card::new().show(ui, |ui| {
            follow_up_ui(ui, story, (place, held), state, actions);
        });
        ui.add_space(tokens(ui).space.small);
    }
    ui.horizontal_wrapped(|ui| {
        if ui.add(Button::secondary("Copy list").small()).clicked() {
            actions.send(Action::Copy(story.follow_up_lines()));
        }
        if ui.add(Button::quiet("Clear list").small()).clicked() {
            send(story, FollowUpEdit::Clear, actions);
        }
    });
}

fn follow_up_ui(
    ui: &mut Ui,
    story: &Story,
    (place, held): (usize, &FollowUp),
    state: &mut StoryState,
    actions: &mut Actions,
) {
    let small = tokens(ui).text.small;
    let secondary = tokens(ui).colours.ink_secondary;
    let number = story.place_of(held.slide).map(|at| at + 1);
    let of = number.map_or_else(String::new, |number| format!(", slide {number}"));
    let when = format!("{}{of}", held.date.strftime("%-d %b %Y"));
    ui.label(RichText::new(when).size(small).color(secondary));
    ui.label(RichText::new(&held.asked).strong());
    ui.label(&held.answer);
    ui.horizontal_wrapped(|ui| {
        let name = format!("Make it a slide: {}", held.asked);
        let make = Button::quiet("Make it a slide").named(name).small();
        if ui.add(make).clicked() {
            make_slide(story, (place, held), state, actions);
        }
        let name = format!("Take off the list: {}", held.asked);
        let drop = Button::quiet("Take off the list").named(name).small();
        if ui.add(drop).clicked() {
            send(story, FollowUpEdit::Drop(place), actions);
        }
    });
}

fn send(story: &Story, edit: FollowUpEdit, actions: &mut Actions) {
    actions.edit(Edit::Stories(StoryEdit::FollowUps(story.id, edit)));
}

/// The chart that answered becomes a slide after the one of which it was asked, and leaves the list.
fn make_slide(
    story: &Story,
    (place, held): (usize, &FollowUp),
    state: &mut StoryState,
    actions: &mut Actions,
) {
    let slide = Slide::of(SlideContent::Chart {
        chart: Box::new(held.chart.clone()),
        title: None,
    });
    let add = SlideEdit::Add {
        slide: Box::new(slide),
        after: story.slide(held.slide).map(|slide| slide.id),
    };
    state.select(SlideId(story.next_slide));
    let edits = [
        StoryEdit::Slides(story.id, add),
        StoryEdit::FollowUps(story.id, FollowUpEdit::Drop(place)),
    ];
    actions.send(Action::EditTogether(
        String::from("Make a slide of a question"),
        edits.map(Edit::Stories).to_vec(),
    ));
}
