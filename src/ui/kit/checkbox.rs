//! A box that is ticked or not, with its words beside it.

use std::borrow::Cow;

use egui::accesskit::Role;
use egui::text::TextFormat;
use egui::{
    Color32, CornerRadius, CursorIcon, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, Widget,
    WidgetInfo, pos2, vec2,
};

use super::{Icon, focus, text};
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;

/// A checkbox. The whole line can be clicked; the response says `changed`.
#[must_use = "a checkbox is not shown until it is added to a `Ui`"]
pub struct Checkbox<'a> {
    checked: &'a mut bool,
    text: Cow<'a, str>,
}

impl<'a> Checkbox<'a> {
    /// A box for `checked` with its words.
    pub fn new(checked: &'a mut bool, text: impl Into<Cow<'a, str>>) -> Self {
        Self {
            checked,
            text: text.into(),
        }
    }
}

impl Widget for Checkbox<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = tokens(ui);
        let colours = &tokens.colours;
        let side = tokens.size.checkbox;
        let indent = side + 8.0;
        let format = TextFormat::simple(font(Weight::Regular, tokens.text.body), colours.ink);
        let room = ui.available_width() - indent;
        let galley = text::rows(ui, &self.text, format, room, 3);
        let first_row = galley.rows.first().map_or(0.0, |row| row.row.size.y);
        let desired = vec2(
            indent + galley.size().x,
            (galley.size().y + 6.0).max(tokens.size.target),
        );
        let (rect, mut response) = ui.allocate_exact_size(desired, Sense::click());
        if response.clicked() {
            *self.checked = !*self.checked;
            response.mark_changed();
        }
        let checked = *self.checked;
        response.widget_info(|| {
            WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), checked, &self.text)
        });

        if ui.is_rect_visible(rect) {
            let painter = ui.painter();
            let top = rect.top() + (rect.height() - galley.size().y) / 2.0;
            let middle = top + first_row / 2.0;
            let square =
                Rect::from_center_size(pos2(rect.left() + side / 2.0, middle), Vec2::splat(side));
            let radius = tokens.radius.small;
            let (fill, border) = match (checked, response.hovered()) {
                (true, false) => (colours.accent, Color32::TRANSPARENT),
                (true, true) => (colours.accent_hover, Color32::TRANSPARENT),
                (false, false) => (colours.card, colours.accent_ink),
                (false, true) => (colours.accent_soft, colours.accent_ink),
            };
            painter.rect(
                square,
                CornerRadius::from(radius),
                fill,
                Stroke::new(1.25, border),
                StrokeKind::Inside,
            );
            if checked {
                Icon::Check.paint(painter, square.shrink(3.5), colours.on_accent);
            }
            painter.galley(pos2(rect.left() + indent, top), galley, colours.ink);
            focus::ring(ui, &response, square, radius);
        }
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}
