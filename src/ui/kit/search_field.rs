//! A field to type in what is to be found: a magnifying glass, the words, and a way to empty it.

use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, EventFilter, Frame, Id, Key, Margin, Modifiers, Response, RichText,
    Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use super::Icon;
use crate::ui::tokens::tokens;
use crate::words::say;

const HEIGHT: f32 = 34.0;
const PADDING: f32 = 10.0;
/// Side of the place where the field is emptied.
const CLEAR: f32 = 20.0;

/// The field. Esc empties it, as does the cross at its right.
#[must_use = "a field is not shown until `ui` is called"]
pub struct SearchField<'a> {
    id: Id,
    name: &'a str,
    hint: &'a str,
    can_clear: bool,
}

impl<'a> SearchField<'a> {
    /// A field with its accessible name.
    pub fn new(id: Id, name: &'a str) -> Self {
        Self {
            id,
            name,
            hint: name,
            can_clear: true,
        }
    }

    /// What stands there while nothing is typed; the name unless said otherwise.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Leaves Esc to what lies around the field, and the cross out.
    pub fn transient(mut self) -> Self {
        self.can_clear = false;
        self
    }

    /// Shows it over the whole width; the response is that of the text.
    pub fn ui(self, ui: &mut Ui, query: &mut String) -> Response {
        let tokens = tokens(ui);
        let colours = &tokens.colours;
        let size = vec2(ui.available_width(), HEIGHT);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let has_focus = ui.memory(|memory| memory.has_focus(self.id));
        if self.can_clear
            && has_focus
            && !query.is_empty()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        {
            query.clear();
        }
        let middle = rect.center().y;
        let stroke = if has_focus {
            Stroke::new(tokens.size.focus_ring, colours.focus)
        } else {
            Stroke::new(1.0, colours.rule)
        };
        let radius = CornerRadius::from(tokens.radius.control);
        let painter = ui.painter();
        painter.rect(rect, radius, colours.card, stroke, StrokeKind::Inside);
        let icon = tokens.size.icon;
        let at = pos2(rect.left() + PADDING + icon / 2.0, middle);
        Icon::Search.paint_at(painter, at, icon, colours.ink_faint);

        let shows_clear = self.can_clear && !query.is_empty();
        let mut inner = rect.shrink2(vec2(PADDING, 0.0));
        inner.min.x += icon + 8.0;
        if shows_clear {
            inner.max.x -= CLEAR;
        }
        let edit = TextEdit::singleline(query)
            .id(self.id)
            .hint_text(RichText::new(self.hint).color(colours.ink_faint))
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .min_size(vec2(0.0, HEIGHT))
            .align(Align2::LEFT_CENTER)
            .desired_width(inner.width());
        let response = ui.put(inner, edit).accessible_name(self.name);
        if self.can_clear && response.has_focus() {
            // The first Esc empties the field, the next one leaves it.
            let filter = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: !query.is_empty(),
                ..EventFilter::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
        }
        if shows_clear {
            let at = pos2(rect.right() - PADDING - CLEAR / 2.0 + 4.0, middle);
            let place = egui::Rect::from_center_size(at, vec2(CLEAR + 4.0, CLEAR + 4.0));
            let clear = ui.interact(place, self.id.with("clear"), Sense::CLICK);
            clear.widget_info(|| WidgetInfo::labeled(Role::Button, true, say::field_empty()));
            let ink = if clear.hovered() {
                colours.ink
            } else {
                colours.ink_faint
            };
            Icon::Cross.paint_at(ui.painter(), at, 11.0, ink);
            if clear.on_hover_text(say::field_empty()).clicked() {
                query.clear();
                response.request_focus();
            }
        }
        response
    }
}
