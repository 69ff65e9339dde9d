//! One of several things in order: its name and rank over a bar with its value.

use std::borrow::Cow;

use egui::accesskit::Role;
use egui::{CornerRadius, CursorIcon, Rect, Response, Sense, Ui, Widget, WidgetInfo, pos2, vec2};

use super::{focus, text};
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;
use crate::words::say;

const HEIGHT: f32 = 37.0;
const BAR: f32 = 10.0;
const GAP: f32 = 8.0;

/// A row of a ranking; it can be clicked.
#[must_use = "a row is not shown until it is added to a `Ui`"]
pub struct RankedBar<'a> {
    name: Cow<'a, str>,
    value: Cow<'a, str>,
    rank: Cow<'a, str>,
    share: f32,
    own: bool,
    selected: bool,
}

impl<'a> RankedBar<'a> {
    /// A row; `share` is how long the bar is, 0 to 1.
    pub fn new(name: impl Into<Cow<'a, str>>, value: impl Into<Cow<'a, str>>, share: f32) -> Self {
        Self {
            name: name.into(),
            value: value.into(),
            rank: Cow::Borrowed(""),
            share: share.clamp(0.0, 1.0),
            own: false,
            selected: false,
        }
    }

    /// The rank in words, at the right: "5th to 7th".
    pub fn rank(mut self, words: impl Into<Cow<'a, str>>) -> Self {
        self.rank = words.into();
        self
    }

    /// The user's own: in bold and in the second accent.
    pub fn own(mut self, own: bool) -> Self {
        self.own = own;
        self
    }

    /// Whether it is the one that is selected.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    fn spoken(&self) -> String {
        let parts = [&self.name, &self.value, &self.rank];
        let parts: Vec<&str> = parts
            .into_iter()
            .map(|part| &**part)
            .filter(|part| !part.is_empty())
            .collect();
        let said = parts.join(", ");
        if self.own {
            say::bar_own_area(said)
        } else {
            said
        }
    }
}

impl Widget for RankedBar<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = tokens(ui);
        let colours = &tokens.colours;
        let size = vec2(ui.available_width(), HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let (selected, spoken) = (self.selected, self.spoken());
        response.widget_info(|| {
            WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), selected, &spoken)
        });
        if ui.is_rect_visible(rect) {
            if selected || response.hovered() {
                let fill = if selected {
                    colours.selection
                } else {
                    colours.hover
                };
                let around = rect.expand2(vec2(6.0, 0.0));
                ui.painter()
                    .rect_filled(around, CornerRadius::from(tokens.radius.small), fill);
            }
            let (weight, ink) = if self.own {
                (Weight::Bold, colours.own)
            } else {
                (Weight::Regular, colours.ink)
            };
            let small = font(Weight::Regular, tokens.text.fine);
            let secondary = colours.ink_secondary;
            let rank = text::line(ui, &self.rank, small.clone(), secondary);
            let room = rect.width() - rank.size().x - GAP;
            let name = text::elided(ui, &self.name, font(weight, tokens.text.small), ink, room);
            let is_elided = name.elided;
            let middle = rect.top() + 11.0;
            let right = rect.right() - rank.size().x;
            text::paint_from(ui.painter(), pos2(rect.left(), middle), name);
            text::paint_from(ui.painter(), pos2(right, middle), rank);
            let value = text::line(ui, &self.value, small, secondary);
            let longest = (rect.width() - value.size().x - GAP).max(0.0);
            let bar_middle = rect.top() + 26.0;
            let bar = Rect::from_center_size(
                pos2(rect.left() + self.share * longest / 2.0, bar_middle),
                vec2(self.share * longest, BAR),
            );
            let fill = if self.own { colours.own } else { colours.spark };
            ui.painter().rect_filled(bar, CornerRadius::from(1), fill);
            text::paint_from(ui.painter(), pos2(bar.right() + GAP, bar_middle), value);
            focus::ring(
                ui,
                &response,
                rect.expand2(vec2(6.0, 0.0)),
                tokens.radius.small,
            );
            if is_elided {
                return response
                    .on_hover_cursor(CursorIcon::PointingHand)
                    .on_hover_text(&*self.name);
            }
        }
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}
