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
use crate::words::{self, say};

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
    ui.add(SectionHeading::new(say::asked_title()));
    for (place, held) in story.follow_ups.iter().enumerate() {
        Card::new().show(ui, |ui| {
            follow_up_ui(ui, story, (place, held), state, actions);
        });
        ui.add_space(tokens(ui).space.small);
    }
    ui.horizontal_wrapped(|ui| {
        if ui
            .add(Button::secondary(say::asked_copy()).small())
            .clicked()
        {
            actions.send(Action::Copy(story.follow_up_lines()));
        }
        if ui.add(Button::quiet(say::asked_clear()).small()).clicked() {
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
    let day = words::date(held.date);
    let when = match number {
        Some(number) => say::AskedOnSlide { day, number }.say(),
        None => day,
    };
    ui.label(RichText::new(when).size(small).color(secondary));
    ui.label(RichText::new(&held.asked).strong());
    ui.label(&held.answer);
    ui.horizontal_wrapped(|ui| {
        let name = say::asked_make_slide_of(&held.asked);
        let make = Button::quiet(say::asked_make_slide()).named(name).small();
        if ui.add(make).clicked() {
            make_slide(story, (place, held), state, actions);
        }
        let name = say::asked_take_off_of(&held.asked);
        let drop = Button::quiet(say::asked_take_off()).named(name).small();
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
        say::asked_step().to_owned(),
        edits.map(Edit::Stories).to_vec(),
    ));
}
