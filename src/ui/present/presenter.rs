//! What the presenter alone sees: the slide, the next one, the notes, the clock.

use std::time::Duration;

use egui::{
    Align, CentralPanel, Frame, Layout, Margin, Panel, Rect, RichText, ScrollArea, Ui, vec2,
};
use jiff::Zoned;

use super::keys::ShowKey;
use super::show::{Cover, Show};
use super::stage::picture_ui;
use crate::base::typeface::Weight;
use crate::project::story::{SlideId, Story};
use crate::ui::fonts::font;
use crate::ui::kit::{Button, SectionHeading};
use crate::ui::story::Pages;
use crate::ui::tokens::tokens;
use crate::words::say;

/// The share of the width that the slide on the screen has.
const SLIDE_SHARE: f32 = 0.58;
/// Notes are read while standing.
const NOTES_SIZE: f32 = 22.0;

/// Draws it; what was asked for by its buttons.
pub fn presenter_ui(ui: &mut Ui, story: &Story, show: &mut Show) -> Vec<PresenterKey> {
    let mut pressed = Vec::new();
    let tokens = tokens(ui);
    let bar = Frame::new()
        .fill(tokens.colours.card)
        .inner_margin(Margin::symmetric(20, 10));
    Panel::top("clock").frame(bar).show(ui, |ui| {
        ui.horizontal(|ui| clock_ui(ui, story, show));
    });
    Panel::bottom("keys of the show").frame(bar).show(ui, |ui| {
        buttons_ui(ui, show, &mut pressed);
    });
    let desk = Frame::new()
        .fill(tokens.colours.desk)
        .inner_margin(Margin::same(20));
    CentralPanel::default().frame(desk).show(ui, |ui| {
        let room = ui.available_rect_before_wrap();
        let middle = room.left() + SLIDE_SHARE * room.width();
        let left = Rect::from_min_max(room.min, egui::pos2(middle - 10.0, room.bottom()));
        let right = Rect::from_min_max(egui::pos2(middle + 10.0, room.top()), room.max);
        ui.scope_builder(egui::UiBuilder::new().max_rect(left), |ui| {
            now_ui(ui, story, show);
        });
        ui.scope_builder(egui::UiBuilder::new().max_rect(right), |ui| {
            next_ui(ui, story, show);
            notes_ui(ui, story, show);
        });
    });
    ui.ctx().request_repaint_after(Duration::from_millis(500));
    pressed
}

/// A button of the presenter's window, which does what a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PresenterKey(pub(super) ShowKey);

/// The clock, the time since the beginning, and how far the story is told.
fn clock_ui(ui: &mut Ui, story: &Story, show: &Show) {
    let text = &tokens(ui).text;
    let secondary = tokens(ui).colours.ink_secondary;
    let large = |words: String| RichText::new(words).font(font(Weight::SemiBold, text.title));
    ui.label(large(Zoned::now().strftime("%H:%M").to_string()));
    ui.add_space(tokens(ui).space.medium);
    let since = RichText::new(say::present_since(elapsed(show.began.elapsed())));
    ui.label(since.size(text.lead).color(secondary));
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let at = show.slide.and_then(|slide| story.place_of(slide));
        let words = match at {
            Some(at) => say::PresentSlideOf {
                number: at + 1,
                count: story.slides.len(),
            }
            .say(),
            None => say::present_end_of_story().to_owned(),
        };
        ui.label(large(words));
    });
}

/// Minutes and seconds, with hours where there are any.
fn elapsed(since: Duration) -> String {
    let seconds = since.as_secs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// What the audience sees.
fn now_ui(ui: &mut Ui, story: &Story, show: &mut Show) {
    let heading = match (show.cover, &show.live) {
        (Some(Cover::Black), _) => say::present_on_screen_black(),
        (Some(Cover::White), _) => say::present_on_screen_white(),
        (None, Some(_)) => say::present_on_screen_question(),
        (None, None) => say::present_on_screen(),
    };
    ui.add(SectionHeading::new(heading));
    let room = ui.available_rect_before_wrap();
    let Some(slide) = show.current(story) else {
        ui.label(RichText::new(say::present_end_of_story()).size(tokens(ui).text.title));
        return;
    };
    let step = (show.steps(slide) > 0 && show.live.is_none()).then_some(show.step);
    let pages = show
        .live
        .as_mut()
        .map_or(&mut show.pages, |live| &mut live.pages);
    top_picture_ui(ui, room, (story, slide.id), step, pages);
}

/// What comes when the show goes on.
fn next_ui(ui: &mut Ui, story: &Story, show: &mut Show) {
    let is_stepping = show
        .current(story)
        .is_some_and(|slide| show.step < show.steps(slide));
    ui.add(SectionHeading::new(if is_stepping {
        say::present_next_line()
    } else {
        say::present_next_slide()
    }));
    let (slide, step) = if is_stepping {
        (show.current(story), Some(show.step + 1))
    } else {
        let following = show.following(story);
        let step = following.filter(|slide| show.steps(slide) > 0).map(|_| 0);
        (following, step)
    };
    let mut room = ui.available_rect_before_wrap();
    room.max.y = room.top() + 0.42 * room.height();
    match slide {
        Some(slide) => {
            let used = top_picture_ui(ui, room, (story, slide.id), step, &mut show.pages);
            ui.add_space(used + tokens(ui).space.medium);
        }
        None => {
            ui.label(say::present_end_of_story());
        }
    }
}

/// Paints a slide at the top of a room; the height that it takes.
fn top_picture_ui(
    ui: &Ui,
    room: Rect,
    (story, slide): (&Story, SlideId),
    step: Option<usize>,
    pages: &mut Pages,
) -> f32 {
    let Some(page) = pages.laid_out(slide) else {
        return 0.0;
    };
    let scene = page.scene();
    let scale = (room.width() / scene.width).min(room.height() / scene.height);
    let size = vec2(scale * scene.width, scale * scene.height);
    let rect = Rect::from_min_size(room.min, size);
    if let Some(slide) = story.slide(slide) {
        picture_ui(ui, rect, slide, step, pages);
    }
    size.y
}

/// What the presenter wants to say.
fn notes_ui(ui: &mut Ui, story: &Story, show: &Show) {
    ui.add(SectionHeading::new(say::present_notes()));
    let notes = show.current(story).map_or("", |slide| slide.notes.as_str());
    let secondary = tokens(ui).colours.ink_secondary;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        if notes.is_empty() {
            ui.label(RichText::new(say::present_no_notes()).color(secondary));
        } else {
            ui.label(RichText::new(notes).size(NOTES_SIZE));
        }
    });
}

fn buttons_ui(ui: &mut Ui, show: &Show, pressed: &mut Vec<PresenterKey>) {
    let black = if show.cover == Some(Cover::Black) {
        say::present_show_slide()
    } else {
        say::present_black()
    };
    let swap = if show.is_swapped {
        say::present_slides_in_first()
    } else {
        say::present_slides_here()
    };
    let keys = [
        (say::back(), "Page Up", ShowKey::Back),
        (say::present_next(), "Page Down", ShowKey::Next),
        (black, "B", ShowKey::Black),
        (say::present_all_slides(), "G", ShowKey::Grid),
        (say::present_ask(), "Q", ShowKey::Ask),
        (swap, "S", ShowKey::Swap),
        (say::present_slides_to_next(), "M", ShowKey::NextScreen),
        (say::present_end(), "Esc", ShowKey::Escape),
    ];
    ui.horizontal_wrapped(|ui| {
        for (words, shortcut, key) in keys {
            let button = if key == ShowKey::Next {
                Button::primary(words)
            } else {
                Button::secondary(words)
            };
            if ui.add(button.shortcut(shortcut)).clicked() {
                pressed.push(PresenterKey(key));
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_since_the_beginning_is_told_as_on_a_watch() {
        let told = |seconds| elapsed(Duration::from_secs(seconds));
        assert_eq!(told(0), "0:00");
        assert_eq!(told(754), "12:34");
        assert_eq!(told(3_725), "1:02:05");
    }
}
