//! Words in a row, one of which is chosen.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Color32, CornerRadius, CursorIcon, Galley, Response, Sense, Ui, Widget, WidgetInfo, pos2, vec2,
};

use super::{focus, text};
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;

const PADDING: f32 = 12.0;
/// The padding where there are many tabs.
const LEAST_PADDING: f32 = 6.0;

/// Tabs over values of any type. The response says `changed` when another one was chosen.
#[must_use = "tabs are not shown until they are added to a `Ui`"]
pub struct Tabs<'a, T> {
    chosen: &'a mut T,
    tabs: &'a [(T, &'a str)],
}

impl<'a, T: PartialEq + Clone> Tabs<'a, T> {
    /// `tabs` are the values and their words, in order.
    pub fn new(chosen: &'a mut T, tabs: &'a [(T, &'a str)]) -> Self {
        Self { chosen, tabs }
    }
}

impl<T: PartialEq + Clone> Widget for Tabs<'_, T> {
    fn ui(self, ui: &mut Ui) -> Response {
        let mut changed = false;
        let gap = tokens(ui).space.tight;
        // Many tabs stand closer, and are smaller if need be, so that they keep to one row as long as they can.
        let sides = f32::from(u16::try_from(2 * self.tabs.len().max(1)).unwrap_or(u16::MAX));
        let padding_at = |size: f32| {
            let words = self.tabs.iter();
            let words: f32 = words
                .map(|(_, word)| words_of(ui, word, size).size().x + gap)
                .sum();
            ((ui.available_width() - words) / sides).floor()
        };
        let text = &tokens(ui).text;
        let (size, padding) = match padding_at(text.body) {
            padding if padding >= LEAST_PADDING => (text.body, padding),
            _ => (text.small, padding_at(text.small)),
        };
        let padding = padding.clamp(LEAST_PADDING, PADDING);
        let shown = ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(gap, gap);
            for (value, word) in self.tabs {
                let is_chosen = *value == *self.chosen;
                if tab(ui, word, size, padding, is_chosen).clicked() && !is_chosen {
                    *self.chosen = value.clone();
                    changed = true;
                }
            }
        });
        let mut response = shown.response;
        if changed {
            response.mark_changed();
        }
        response
    }
}

fn words_of(ui: &Ui, word: &str, size: f32) -> Arc<Galley> {
    text::line(ui, word, font(Weight::Medium, size), Color32::PLACEHOLDER)
}

fn tab(ui: &mut Ui, word: &str, text_size: f32, padding: f32, is_chosen: bool) -> Response {
    let tokens = tokens(ui);
    let colours = &tokens.colours;
    let galley = words_of(ui, word, text_size);
    let size = vec2(galley.size().x + 2.0 * padding, tokens.size.tab);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), is_chosen, word));
    if ui.is_rect_visible(rect) {
        let (fill, ink) = if is_chosen {
            (colours.accent, colours.on_accent)
        } else if response.hovered() || response.is_pointer_button_down_on() {
            (colours.pressed, colours.ink)
        } else {
            (Color32::TRANSPARENT, colours.ink_secondary)
        };
        let radius = tokens.radius.control;
        ui.painter()
            .rect_filled(rect, CornerRadius::from(radius), fill);
        let at = pos2(rect.left() + padding, text::top(rect, &galley));
        ui.painter().galley(at, galley, ink);
        focus::ring(ui, &response, rect, radius);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}
