//! The slides in small, in their order: chosen, moved by drag and by keys, hidden, copied, taken out.

use egui::accesskit::Role;
use egui::{
    CursorIcon, EventFilter, Key, Modifiers, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind,
    Ui, WidgetInfo, pos2, vec2,
};

use super::pages::Telling;
use super::state::StoryState;
use crate::base::typeface::Weight;
use crate::chart::message::MessageCheck;
use crate::project::Edit;
use crate::project::story::{Slide, SlideEdit, SlideId, SlideShape, Story, StoryEdit};
use crate::ui::action::Actions;
use crate::ui::fonts::font;
use crate::ui::kit::{
    Button, Icon, KeyRow, KeyTable, LIST_KEYS, SectionHeading, Tone, context_menu, focus,
    menu_item, text,
};
use crate::ui::scene_painter as painter;
use crate::ui::tokens::tokens;
use crate::words::say;

/// Left of a small slide stands its number.
const NUMBER: f32 = 34.0;
const RIGHT: f32 = 20.0;
const PADDING: f32 = 7.0;
const MENU_WIDTH: f32 = 210.0;

/// What can be done with a slide by keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlideKey {
    /// To the place before.
    MoveUp,
    /// To the next place.
    MoveDown,
    /// Another like it.
    Copy,
    /// Out of the story.
    Delete,
    /// Left out of the show, or in again.
    Hide,
}

/// The keys of a slide in the list.
pub const SLIDE_KEYS: KeyTable<SlideKey> = KeyTable {
    place: say::keys_on_slide,
    rows: &[
        KeyRow {
            keys: &[(Modifiers::ALT, Key::ArrowUp)],
            does: SlideKey::MoveUp,
            words: Some(say::key_move),
        },
        KeyRow {
            keys: &[(Modifiers::ALT, Key::ArrowDown)],
            does: SlideKey::MoveDown,
            words: None,
        },
        KeyRow {
            keys: &[(Modifiers::COMMAND, Key::D)],
            does: SlideKey::Copy,
            words: Some(say::key_copy),
        },
        KeyRow {
            keys: &[(Modifiers::NONE, Key::H)],
            does: SlideKey::Hide,
            words: Some(say::key_hide),
        },
        KeyRow {
            keys: &[(Modifiers::NONE, Key::Delete)],
            does: SlideKey::Delete,
            words: Some(say::key_delete),
        },
    ],
};

/// Draws the list.
pub(super) fn list_ui(
    ui: &mut Ui,
    telling: &Telling<'_>,
    state: &mut StoryState,
    actions: &mut Actions,
) {
    let Some(story) = telling.story else {
        return;
    };
    let heading = say::count_slides(story.slides.len());
    ui.add_space(6.0);
    ui.add(SectionHeading::new(heading).inset(16.0));
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut rows = Vec::with_capacity(story.slides.len());
        let mut dropped = None;
        for (at, slide) in story.slides.iter().enumerate() {
            let response = row_ui(ui, story, slide, at, state);
            rows.push(response.rect);
            if response.clicked() {
                state.select(slide.id);
            }
            if response.drag_started() {
                state.dragging = Some(slide.id);
                state.selected = Some(slide.id);
            }
            if response.drag_stopped() {
                dropped = state.dragging.take();
            }
            keys(ui, &response, story, at, state, actions);
            context_menu(&response, say::pane_slide(), MENU_WIDTH, |ui| {
                menu_ui(ui, story, slide, state, actions);
            });
        }
        if state.dragging.is_some() || dropped.is_some() {
            drag_ui(ui, story, &rows, dropped, state, actions);
        }
        ui.add_space(tokens(ui).space.large);
    });
}

/// A slide in small with its number.
fn row_ui(
    ui: &mut Ui,
    story: &Story,
    slide: &Slide,
    at: usize,
    state: &mut StoryState,
) -> Response {
    let tokens = tokens(ui);
    let colours = &tokens.colours;
    let width = ui.available_width() - NUMBER - RIGHT;
    let aspect = match story.shape {
        SlideShape::Wide => 9.0 / 16.0,
        SlideShape::Standard => 3.0 / 4.0,
    };
    let small = vec2(width, (width * aspect).round());
    let size = vec2(ui.available_width(), small.y + 2.0 * PADDING);
    let is_selected = state.selected == Some(slide.id);
    let (_, rect) = ui.allocate_space(size);
    let sense = if is_selected {
        Sense::click_and_drag()
    } else {
        Sense::CLICK | Sense::DRAG
    };
    let response = ui.interact(
        rect,
        ui.scope_id().with(("slide", story.id.0, slide.id.0)),
        sense,
    );
    let laid_out = state.pages.laid_out(slide.id);
    let title = laid_out
        .as_ref()
        .map_or("", |laid_out| laid_out.scene().title.as_str());
    let is_changed = laid_out
        .as_ref()
        .is_some_and(|laid_out| matches!(laid_out.check(), MessageCheck::Changed { .. }));
    response.widget_info(|| {
        let number = at + 1;
        let name = match (slide.is_hidden, is_changed) {
            (false, false) => say::SlideName { number, title }.say(),
            (true, false) => say::SlideNameHidden { number, title }.say(),
            (false, true) => say::SlideNameUntrue { number, title }.say(),
            (true, true) => say::SlideNameHiddenUntrue { number, title }.say(),
        };
        WidgetInfo::selected(Role::ListBoxOption, true, is_selected, name)
    });
    if state.to_focus == Some(slide.id) {
        state.to_focus = None;
        response.request_focus();
        ui.scroll_to_rect(rect, None);
    }
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        if is_selected {
            painter.rect_filled(rect, 0.0, colours.selection);
        } else if response.hovered() {
            painter.rect_filled(rect, 0.0, colours.hover);
        }
        let number = font(Weight::Medium, tokens.text.small);
        let galley = text::line(ui, &(at + 1).to_string(), number, colours.ink_secondary);
        let place = pos2(rect.left() + 12.0, rect.top() + PADDING + 8.0);
        text::paint_from(painter, place, galley);
        let sheet = Rect::from_min_size(rect.min + vec2(NUMBER, PADDING), small);
        let stroke = if is_selected {
            Stroke::new(2.0, colours.accent)
        } else {
            Stroke::new(1.0, colours.rule)
        };
        let ground = laid_out.as_ref().map_or(colours.card, |laid_out| {
            painter::colour(laid_out.scene().ground)
        });
        painter.rect(sheet, 3.0, ground, stroke, StrokeKind::Outside);
        let scale = laid_out.map_or(1.0, |laid_out| small.x / laid_out.scene().width);
        if let Some(scene) = state.pages.scene(slide.id, scale) {
            painter::paint(&ui.painter_at(sheet), sheet.min, &scene.nodes);
        }
        if slide.is_hidden {
            let veil = colours.card.gamma_multiply(0.72);
            painter.rect_filled(sheet, 3.0, veil);
            let words = font(Weight::SemiBold, tokens.text.fine);
            let galley = text::line(ui, say::slide_is_hidden(), words, colours.ink_secondary);
            let at = sheet.left_bottom() + vec2(6.0, -10.0);
            text::paint_from(painter, at, galley);
        }
        if is_changed {
            let edge = Tone::Warning.edge(colours);
            let at = pos2(rect.left() + 16.0, rect.top() + PADDING + 28.0);
            Icon::Exclamation.paint_at(painter, at, 12.0, edge);
        }
        focus::inner_ring(ui, &response, rect, 2.0);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The keys of the slide that has the keyboard.
fn keys(
    ui: &Ui,
    response: &Response,
    story: &Story,
    at: usize,
    state: &mut StoryState,
    actions: &mut Actions,
) {
    if !response.has_focus() {
        return;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let Some(slide) = story.slides.get(at) else {
        return;
    };
    match SLIDE_KEYS.pressed(ui) {
        Some(SlideKey::MoveUp) => move_to(story, slide.id, at.saturating_sub(1), state, actions),
        Some(SlideKey::MoveDown) => move_to(story, slide.id, at + 1, state, actions),
        Some(SlideKey::Copy) => duplicate(story, slide.id, state, actions),
        Some(SlideKey::Delete) => delete(story, slide.id, state, actions),
        Some(SlideKey::Hide) => hide(story, slide, state, actions),
        None => {
            let to = LIST_KEYS.pressed(ui);
            let to = to.and_then(|key| key.from(at, story.slides.len(), |_| true));
            if to.is_some() {
                select_at(story, to, state);
            }
        }
    }
}

fn select_at(story: &Story, at: Option<usize>, state: &mut StoryState) {
    if let Some(slide) = at.and_then(|at| story.slides.get(at)) {
        state.select(slide.id);
    }
}

/// What can be done with a slide, with the keys that do the same.
fn menu_ui(
    ui: &mut Ui,
    story: &Story,
    slide: &Slide,
    state: &mut StoryState,
    actions: &mut Actions,
) {
    let at = story.place_of(slide.id).unwrap_or_default();
    let hide_words = if slide.is_hidden {
        say::slide_show()
    } else {
        say::slide_hide()
    };
    let keys = |key| SLIDE_KEYS.keys_of(ui.ctx(), |does| does == key);
    let up = Button::quiet(say::slide_move_up()).shortcut(keys(SlideKey::MoveUp));
    let down = Button::quiet(say::slide_move_down()).shortcut(keys(SlideKey::MoveDown));
    let copy = Button::quiet(say::copy()).shortcut(keys(SlideKey::Copy));
    let hidden = Button::quiet(hide_words).shortcut(keys(SlideKey::Hide));
    let away = Button::quiet(say::delete()).shortcut(keys(SlideKey::Delete));
    if menu_item(ui, up).clicked() {
        move_to(story, slide.id, at.saturating_sub(1), state, actions);
    }
    if menu_item(ui, down).clicked() {
        move_to(story, slide.id, at + 1, state, actions);
    }
    if menu_item(ui, copy).clicked() {
        duplicate(story, slide.id, state, actions);
    }
    if menu_item(ui, hidden).clicked() {
        hide(story, slide, state, actions);
    }
    if menu_item(ui, away).clicked() {
        delete(story, slide.id, state, actions);
    }
}

fn send(story: &Story, edit: SlideEdit, actions: &mut Actions) {
    actions.edit(Edit::Stories(StoryEdit::Slides(story.id, edit)));
}

fn move_to(
    story: &Story,
    slide: SlideId,
    to: usize,
    state: &mut StoryState,
    actions: &mut Actions,
) {
    let last = story.slides.len().saturating_sub(1);
    let to = to.min(last);
    if story.place_of(slide) == Some(to) {
        return;
    }
    state.announced = say::SlideMoved {
        place: to + 1,
        count: last + 1,
    }
    .say();
    state.select(slide);
    send(story, SlideEdit::Move(slide, to), actions);
}

fn duplicate(story: &Story, slide: SlideId, state: &mut StoryState, actions: &mut Actions) {
    state.announced = String::from(say::slide_copied());
    state.select(SlideId(story.next_slide));
    send(story, SlideEdit::Duplicate(slide), actions);
}

fn hide(story: &Story, slide: &Slide, state: &mut StoryState, actions: &mut Actions) {
    let words = if slide.is_hidden {
        say::slide_shown()
    } else {
        say::slide_hidden()
    };
    state.announced = String::from(words);
    send(story, SlideEdit::Hide(slide.id, !slide.is_hidden), actions);
}

fn delete(story: &Story, slide: SlideId, state: &mut StoryState, actions: &mut Actions) {
    let at = story.place_of(slide).unwrap_or_default();
    let next = story.slides.get(at + 1);
    let neighbour = next.or_else(|| story.slides.get(at.checked_sub(1)?));
    state.announced = say::slide_deleted(at + 1);
    if let Some(neighbour) = neighbour {
        state.select(neighbour.id);
    }
    send(story, SlideEdit::Delete(slide), actions);
}

/// Shows where a slide that is dragged would come, and puts it there.
fn drag_ui(
    ui: &Ui,
    story: &Story,
    rows: &[Rect],
    dropped: Option<SlideId>,
    state: &mut StoryState,
    actions: &mut Actions,
) {
    let Some(pointer) = ui.input(|input| input.pointer.latest_pos()) else {
        return;
    };
    let gap = rows
        .iter()
        .take_while(|row| row.center().y < pointer.y)
        .count();
    let Some(slide) = dropped.or(state.dragging) else {
        return;
    };
    if dropped.is_some() {
        let from = story.place_of(slide).unwrap_or_default();
        let to = if gap > from { gap - 1 } else { gap };
        move_to(story, slide, to, state, actions);
        return;
    }
    let y = rows
        .get(gap)
        .map(Rect::top)
        .or_else(|| rows.last().map(Rect::bottom));
    if let (Some(y), Some(row)) = (y, rows.first()) {
        let stroke = Stroke::new(3.0, tokens(ui).colours.accent);
        let range = row.left() + NUMBER..=row.right() - RIGHT;
        ui.painter().hline(range, y, stroke);
    }
    ui.set_cursor_icon(CursorIcon::Grabbing);
}
