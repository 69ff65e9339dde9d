//! A field to type in over the choices that fit: what a chip opens, and what the palette is. The field keeps
//! the keyboard; the arrows move a mark through the list, Enter takes what is marked.

use egui::accesskit::Role;
use egui::{
    Color32, Context, CornerRadius, CursorIcon, Id, Key, Modifiers, Rect, Response, ScrollArea,
    Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::{Choice, Icon, SearchField, SectionHeading, fuzzy, text};
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;
use crate::words::say;

const ROW: f32 = 32.0;
const PAGE: usize = 8;

/// What is typed and where the mark stands, kept while the list is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ListState {
    query: String,
    /// Position among the choices that fit.
    mark: usize,
    /// The frame in which the list opened: the key that opened it must not also choose.
    opened: Option<u64>,
    reveal: bool,
}

impl ListState {
    /// A list that opens now, marked at `current`.
    pub(super) fn opened(ctx: &Context, current: Option<usize>) -> Self {
        Self {
            mark: current.unwrap_or(0),
            opened: Some(ctx.cumulative_frame_nr()),
            reveal: true,
            ..Self::default()
        }
    }
}

/// What the list looks like and is called.
pub(super) struct ChoiceList<'a> {
    pub(super) id: Id,
    /// The accessible name of the field.
    pub(super) name: &'a str,
    pub(super) hint: &'a str,
    pub(super) choices: &'a [Choice<'a>],
    pub(super) current: Option<usize>,
    pub(super) max_height: f32,
}

impl ChoiceList<'_> {
    /// The field of the list with this id.
    pub(super) fn field_id(id: Id) -> Id {
        id.with("field")
    }

    /// Shows the list; the index of the choice that was taken.
    pub(super) fn ui(&self, ui: &mut Ui, state: &mut ListState) -> Option<usize> {
        let just_opened = state.opened == Some(ui.ctx().cumulative_frame_nr());
        let fitting = self.fitting(&state.query);
        let entered = !just_opened && move_mark(ui, state, fitting.len());

        let field = self.field_ui(ui, &mut state.query);
        if !field.has_focus() {
            field.request_focus();
        }
        let fitting = if field.changed() {
            state.mark = 0;
            state.reveal = true;
            self.fitting(&state.query)
        } else {
            fitting
        };
        state.mark = state.mark.min(fitting.len().saturating_sub(1));

        ui.add_space(4.0);
        let clicked = self.list_ui(ui, state, &fitting);
        state.reveal = false;
        if entered {
            fitting.get(state.mark).copied()
        } else {
            clicked
        }
    }

    /// The choices that fit what is typed, best first; in their own order while nothing is typed.
    fn fitting(&self, query: &str) -> Vec<usize> {
        let mut scored: Vec<(u32, usize)> = self
            .choices
            .iter()
            .enumerate()
            .filter_map(|(at, choice)| {
                let title = fuzzy::score(query, &choice.title).map(|score| score + 50);
                let all = || fuzzy::score(query, &format!("{} {}", choice.title, choice.detail));
                // Another name counts where it holds what is typed as it stands, each name for itself.
                let other = || {
                    let names = choice.found_by.lines();
                    let best = names.filter_map(|name| fuzzy::score(query, name)).max();
                    best.filter(|score| *score >= fuzzy::FOUND)
                };
                title.or_else(all).max(other()).map(|score| (score, at))
            })
            .collect();
        if !query.trim().is_empty() {
            // Letters strewn over a text are a guess; not needed where the word itself is found.
            if scored.iter().any(|&(score, _)| score >= fuzzy::FOUND) {
                scored.retain(|&(score, _)| score >= fuzzy::FOUND);
            }
            scored.sort_by_key(|&(score, at)| (std::cmp::Reverse(score), at));
        }
        scored.into_iter().map(|(_, at)| at).collect()
    }

    fn field_ui(&self, ui: &mut Ui, query: &mut String) -> Response {
        SearchField::new(Self::field_id(self.id), self.name)
            .hint(self.hint)
            .transient()
            .ui(ui, query)
    }

    fn list_ui(&self, ui: &mut Ui, state: &mut ListState, fitting: &[usize]) -> Option<usize> {
        let tokens = tokens(ui);
        if fitting.is_empty() {
            ui.add_space(6.0);
            let nothing =
                egui::RichText::new(say::list_nothing()).color(tokens.colours.ink_secondary);
            ui.horizontal(|ui| {
                ui.add_space(10.0);
                ui.label(nothing);
            });
            ui.add_space(6.0);
            return None;
        }
        let searching = !state.query.trim().is_empty();
        let mut taken = None;
        ScrollArea::vertical()
            .id_salt(self.id.with("rows"))
            .max_height(self.max_height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let mut section = "";
                for (position, &at) in fitting.iter().enumerate() {
                    let Some(choice) = self.choices.get(at) else {
                        continue;
                    };
                    if !searching && choice.section != section {
                        section = &choice.section;
                        ui.add(SectionHeading::new(section).inset(10.0));
                    }
                    let is_marked = position == state.mark;
                    let size = vec2(ui.available_width(), ROW);
                    let place = Rect::from_min_size(ui.cursor().min, size);
                    let to_reveal = is_marked && state.reveal;
                    if !to_reveal && !ui.is_rect_visible(place) {
                        ui.allocate_space(size);
                        continue;
                    }
                    let row = row_ui(ui, choice, is_marked, self.current == Some(at));
                    if to_reveal {
                        row.scroll_to_me(None);
                    }
                    if row.hovered() && ui.input(|i| i.pointer.is_moving()) {
                        state.mark = position;
                    }
                    if row.clicked() {
                        taken = Some(at);
                    }
                }
            });
        taken
    }
}

/// Moves the mark by the keyboard; true if Enter was pressed.
fn move_mark(ui: &Ui, state: &mut ListState, count: usize) -> bool {
    let last = count.saturating_sub(1);
    let before = state.mark;
    let entered = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        if pressed(Key::ArrowDown) {
            state.mark = if before >= last { 0 } else { before + 1 };
        }
        if pressed(Key::ArrowUp) {
            state.mark = before.checked_sub(1).unwrap_or(last);
        }
        if pressed(Key::PageDown) {
            state.mark = (before + PAGE).min(last);
        }
        if pressed(Key::PageUp) {
            state.mark = before.saturating_sub(PAGE);
        }
        pressed(Key::Enter)
    });
    state.reveal |= state.mark != before;
    entered
}

fn row_ui(ui: &mut Ui, choice: &Choice<'_>, is_marked: bool, is_current: bool) -> Response {
    let tokens = tokens(ui);
    let colours = &tokens.colours;
    let size = vec2(ui.available_width(), ROW);
    // Not focusable: the field keeps the keyboard.
    let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
    response.widget_info(|| {
        WidgetInfo::selected(
            Role::ListBoxOption,
            ui.is_enabled(),
            is_current,
            &choice.title,
        )
    });
    if !choice.detail.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_description(&*choice.detail);
        });
    }
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let painter = ui.painter();
    if is_marked {
        painter.rect_filled(
            rect,
            CornerRadius::from(tokens.radius.control),
            colours.accent_soft,
        );
    }
    let middle = rect.center().y;
    let mut right = rect.right() - 10.0;
    if is_current {
        let width = tokens.size.icon;
        let at = pos2(right - width / 2.0, middle);
        Icon::Check.paint_at(painter, at, width, colours.accent_ink);
        right -= width + 8.0;
    }
    let regular = |size| font(Weight::Regular, size);
    if !choice.shortcut.is_empty() {
        let font = font(Weight::Medium, tokens.text.fine);
        let keys = text::line(ui, &choice.shortcut, font, colours.ink_faint);
        right -= keys.size().x;
        text::paint_from(painter, pos2(right, middle), keys);
        right -= 12.0;
    }
    let (weight, ink) = if is_current || is_marked {
        (Weight::Medium, colours.accent_ink)
    } else {
        (Weight::Regular, colours.ink)
    };
    let left = rect.left() + 10.0;
    let font = font(weight, tokens.text.body);
    let title = text::elided(ui, &choice.title, font, ink, right - left);
    let end = left + title.size().x + 10.0;
    let elided = title.elided;
    text::paint_from(painter, pos2(left, middle), title);
    if !choice.detail.is_empty() && right - end > 24.0 {
        let font = regular(tokens.text.small);
        let detail = text::elided(ui, &choice.detail, font, colours.ink_secondary, right - end);
        painter.galley(
            pos2(end, middle - detail.size().y / 2.0),
            detail,
            Color32::PLACEHOLDER,
        );
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if elided {
        response.on_hover_text(&*choice.title)
    } else {
        response
    }
}
