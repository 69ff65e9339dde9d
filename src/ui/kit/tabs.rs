//! Words in a row, one of which is chosen; what does not fit is in a menu at the end.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Color32, CornerRadius, CursorIcon, Galley, Response, Sense, Stroke, StrokeKind, Ui, Widget,
    WidgetInfo, pos2, vec2,
};

use super::{Button, Icon, focus, menu, menu_item, text};
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;
use crate::words::say;

const PADDING: f32 = 12.0;
/// The padding where there are many tabs.
const LEAST_PADDING: f32 = 6.0;
/// What opens the menu of those that do not fit.
const MENU_WIDTH: f32 = 200.0;
/// The shape that says so, and the room that it takes.
const ICON: f32 = 10.0;
const ICON_ROOM: f32 = 14.0;

/// Tabs over values of any type. The response says `changed` when another one was chosen.
///
/// They keep to one row: those that do not fit are in a menu at its end, but never the one that is chosen.
#[must_use = "tabs are not shown until they are added to a `Ui`"]
pub struct Tabs<'a, T> {
    chosen: &'a mut T,
    words: &'a [(T, &'a str)],
    kept_free: f32,
}

impl<'a, T: PartialEq + Clone> Tabs<'a, T> {
    /// `tabs` are the values and their words, in order.
    pub fn new(chosen: &'a mut T, tabs: &'a [(T, &'a str)]) -> Self {
        Self {
            chosen,
            words: tabs,
            kept_free: 0.0,
        }
    }

    /// Leaves so much of the width to what stands at the right of them.
    pub fn keeping_free(mut self, width: f32) -> Self {
        self.kept_free = width;
        self
    }
}

impl<T: PartialEq + Clone> Widget for Tabs<'_, T> {
    fn ui(self, ui: &mut Ui) -> Response {
        let gap = tokens(ui).space.tight;
        let widths: Vec<f32> = self
            .words
            .iter()
            .map(|(_, word)| words_of(ui, word).size().x + gap)
            .collect();
        let more = words_of(ui, say::tabs_more()).size().x + ICON_ROOM + gap;
        let room = ui.available_width() - self.kept_free;
        let chosen = self
            .words
            .iter()
            .position(|(value, _)| value == self.chosen);
        let Row { places, padding } = Row::of(&widths, more, room, chosen);
        let mut wanted = None;
        let shown = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = vec2(gap, gap);
            for place in &places {
                if let Some((_, word)) = self.words.get(*place)
                    && tab(ui, word, padding, chosen == Some(*place)).clicked()
                {
                    wanted = Some(*place);
                }
            }
            let others = self.words.iter().enumerate();
            let others = others.filter(|(place, _)| !places.contains(place));
            let others: Vec<(usize, &str)> =
                others.map(|(place, (_, word))| (place, *word)).collect();
            if !others.is_empty() {
                wanted = more_ui(ui, padding, &others).or(wanted);
            }
        });
        let mut response = shown.response;
        if let Some((value, _)) = wanted.and_then(|place| self.words.get(place))
            && *value != *self.chosen
        {
            *self.chosen = value.clone();
            response.mark_changed();
        }
        response
    }
}

/// The tabs that stand in the row, and how close.
struct Row {
    places: Vec<usize>,
    padding: f32,
}

impl Row {
    /// `widths` are those of the words with the gaps after them; `more` is that of the words of the menu.
    fn of(widths: &[f32], more: f32, room: f32, chosen: Option<usize>) -> Self {
        let sides = f32::from(u16::try_from(2 * widths.len().max(1)).unwrap_or(u16::MAX));
        let words: f32 = widths.iter().sum();
        // Many tabs stand closer before any of them leaves the row.
        let padding = ((room - words) / sides).floor();
        if padding >= LEAST_PADDING {
            return Self {
                places: (0..widths.len()).collect(),
                padding: padding.min(PADDING),
            };
        }
        let padding = LEAST_PADDING;
        let width_of = |place: usize| widths.get(place).map(|width| width + 2.0 * padding);
        // The menu and the chosen tab have their room before the others.
        let mut taken = more + 2.0 * padding + chosen.and_then(width_of).unwrap_or_default();
        let others = (0..widths.len()).filter(|place| Some(*place) != chosen);
        let fitting = others.take_while(|place| {
            taken += width_of(*place).unwrap_or_default();
            taken <= room
        });
        let mut places: Vec<usize> = fitting.chain(chosen).collect();
        places.sort_unstable();
        Self { places, padding }
    }
}

/// The menu of the tabs that do not fit; the place of the one that was chosen there.
fn more_ui(ui: &mut Ui, padding: f32, others: &[(usize, &str)]) -> Option<usize> {
    let tokens = tokens(ui);
    let galley = words_of(ui, say::tabs_more());
    let width = galley.size().x + ICON_ROOM;
    let size = vec2(width + 2.0 * padding, tokens.size.tab);
    let (rect, opener) = ui.allocate_exact_size(size, Sense::click());
    let name = match others {
        [(_, word)] => say::tabs_more_one(*word),
        several => say::tabs_more_others(several.len()),
    };
    opener.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    let (fill, ink) = ink_of(ui, &opener, false);
    let radius = tokens.radius.control;
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::from(radius), fill);
    let at = pos2(rect.left() + padding, text::top(rect, &galley));
    painter.galley(at, galley, ink);
    let icon = pos2(rect.right() - padding - ICON / 2.0, rect.center().y);
    Icon::Dropdown.paint_at(painter, icon, ICON, ink);
    focus::ring(ui, &opener, rect, radius);
    let opener = opener.on_hover_cursor(CursorIcon::PointingHand);
    let mut wanted = None;
    menu(&opener, say::tabs_more(), MENU_WIDTH, |ui| {
        for (place, word) in others {
            if menu_item(ui, Button::quiet(*word)).clicked() {
                wanted = Some(*place);
            }
        }
    });
    wanted
}

fn words_of(ui: &Ui, word: &str) -> Arc<Galley> {
    let size = tokens(ui).text.body;
    text::line(ui, word, font(Weight::Medium, size), Color32::PLACEHOLDER)
}

fn tab(ui: &mut Ui, word: &str, padding: f32, is_chosen: bool) -> Response {
    let tokens = tokens(ui);
    let galley = words_of(ui, word);
    let size = vec2(galley.size().x + 2.0 * padding, tokens.size.tab);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), is_chosen, word));
    if ui.is_rect_visible(rect) {
        let (fill, ink) = ink_of(ui, &response, is_chosen);
        let radius = tokens.radius.control;
        let edge = Stroke::new(1.0, tokens.colours.edge);
        ui.painter().rect(
            rect,
            CornerRadius::from(radius),
            fill,
            edge,
            StrokeKind::Inside,
        );
        let at = pos2(rect.left() + padding, text::top(rect, &galley));
        ui.painter().galley(at, galley, ink);
        focus::ring(ui, &response, rect, radius);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The fill and the ink of a tab.
fn ink_of(ui: &Ui, response: &Response, is_chosen: bool) -> (Color32, Color32) {
    let colours = &tokens(ui).colours;
    if is_chosen {
        (colours.accent, colours.on_accent)
    } else if response.hovered() || response.is_pointer_button_down_on() {
        (colours.pressed, colours.ink)
    } else {
        (Color32::TRANSPARENT, colours.ink_secondary)
    }
}

#[cfg(test)]
mod tests {
    use super::Row;

    fn row(room: f32, chosen: usize) -> (Vec<usize>, f32) {
        let row = Row::of(&[50.0, 50.0, 50.0, 90.0], 40.0, room, Some(chosen));
        (row.places, row.padding)
    }

    #[test]
    fn tabs_stand_closer_before_they_leave_the_row() {
        assert_eq!(row(400.0, 0), (vec![0, 1, 2, 3], 12.0));
        assert_eq!(row(304.0, 0), (vec![0, 1, 2, 3], 8.0));
        assert_eq!(row(288.0, 0), (vec![0, 1, 2, 3], 6.0));
        let closest = (vec![0, 1, 2], 6.0);
        assert_eq!(row(287.0, 0), closest, "the menu takes room too");
    }

    #[test]
    fn the_chosen_tab_is_never_in_the_menu() {
        assert_eq!(row(240.0, 0).0, [0, 1, 2]);
        assert_eq!(row(240.0, 3).0, [0, 3], "it takes the room that it needs");
        assert_eq!(row(20.0, 2).0, [2], "however narrow it is");
    }
}
