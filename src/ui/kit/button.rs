//! A button: primary (the one thing to do here), secondary, or quiet (no border).

use std::borrow::Cow;

use egui::accesskit::Role;
use egui::{
    Color32, CornerRadius, CursorIcon, Response, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo,
    pos2, vec2,
};

use super::{Icon, focus, text};
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::{Colours, tokens};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rank {
    Primary,
    Secondary,
    Quiet,
}

/// A button with an optional shortcut in grey after its text.
#[must_use = "a button does nothing until it is added to a `Ui`"]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent switches, each set by its own method"
)]
pub struct Button<'a> {
    rank: Rank,
    text: Cow<'a, str>,
    name: Option<Cow<'a, str>>,
    shortcut: Option<Cow<'a, str>>,
    icon: Option<Icon>,
    icon_only: bool,
    full_width: bool,
    left_aligned: bool,
    small: bool,
    unseen: bool,
}

impl<'a> Button<'a> {
    /// The one thing that most people do here; filled.
    pub fn primary(text: impl Into<Cow<'a, str>>) -> Self {
        Self::new(Rank::Primary, text)
    }

    /// One of several things to do; bordered.
    pub fn secondary(text: impl Into<Cow<'a, str>>) -> Self {
        Self::new(Rank::Secondary, text)
    }

    /// A thing to do that should not draw the eye; no border until the pointer is over it.
    pub fn quiet(text: impl Into<Cow<'a, str>>) -> Self {
        Self::new(Rank::Quiet, text)
    }

    /// A quiet button that shows only a shape; `name` is its tooltip and its accessible name.
    pub fn icon(icon: Icon, name: impl Into<Cow<'a, str>>) -> Self {
        Self {
            icon: Some(icon),
            icon_only: true,
            small: true,
            ..Self::new(Rank::Quiet, name)
        }
    }

    fn new(rank: Rank, text: impl Into<Cow<'a, str>>) -> Self {
        Self {
            rank,
            text: text.into(),
            name: None,
            shortcut: None,
            icon: None,
            icon_only: false,
            full_width: false,
            left_aligned: false,
            small: false,
            unseen: false,
        }
    }

    /// Not drawn until the pointer or the keyboard comes to it: for what can be done with a row.
    pub fn unseen(mut self, unseen: bool) -> Self {
        self.unseen = unseen;
        self
    }

    /// What assistive technology says in place of the text, where that alone does not tell it from others.
    pub fn named(mut self, name: impl Into<Cow<'a, str>>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Shows the keys that do the same, in grey.
    pub fn shortcut(mut self, shortcut: impl Into<Cow<'a, str>>) -> Self {
        self.shortcut = Some(shortcut.into()).filter(|keys: &Cow<'a, str>| !keys.is_empty());
        self
    }

    /// Shows a shape before the text.
    pub fn with_icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Takes the whole width; a text that does not fit is elided.
    pub fn full_width(mut self) -> Self {
        self.full_width = true;
        self
    }

    /// Starts the text at the left instead of centring it; over the full width, the keys stand at the right.
    pub fn left_aligned(mut self) -> Self {
        self.left_aligned = true;
        self
    }

    /// Lower and narrower, for rows and toasts.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }
}

struct Look {
    fill: Color32,
    border: Color32,
    ink: Color32,
    faint: Color32,
}

fn look(rank: Rank, colours: &Colours, response: &Response) -> Look {
    let pressed = response.is_pointer_button_down_on();
    let pick = |rest, hover, press| {
        if pressed {
            press
        } else if response.hovered() {
            hover
        } else {
            rest
        }
    };
    match rank {
        Rank::Primary => Look {
            fill: pick(colours.accent, colours.accent_hover, colours.accent_pressed),
            border: Color32::TRANSPARENT,
            ink: colours.on_accent,
            faint: colours.on_accent_faint,
        },
        Rank::Secondary => Look {
            fill: pick(colours.card, colours.hover, colours.pressed),
            border: pick(colours.rule, colours.neutral_edge, colours.neutral_edge),
            ink: colours.ink,
            faint: colours.ink_faint,
        },
        Rank::Quiet => Look {
            fill: pick(Color32::TRANSPARENT, colours.hover, colours.pressed),
            border: colours.edge,
            ink: colours.ink,
            faint: colours.ink_faint,
        },
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = tokens(ui);
        let colours = &tokens.colours;
        let padding = match (self.icon_only, self.small) {
            (true, _) => 6.0,
            (false, true) => 10.0,
            (false, false) => 13.0,
        };
        let height = if self.small { 28.0 } else { tokens.size.button };

        let after = self.shortcut.as_deref().map(|keys| {
            let font = font(Weight::Medium, tokens.text.fine);
            text::line(ui, keys, font, Color32::PLACEHOLDER)
        });
        let after_width = after.as_ref().map_or(0.0, |g| g.size().x + 6.0);
        let icon_width = match (self.icon, self.icon_only) {
            (None, _) => 0.0,
            (Some(_), true) => tokens.size.icon,
            (Some(_), false) => tokens.size.icon + 6.0,
        };
        let fixed = 2.0 * padding + after_width + icon_width;
        let room = (ui.available_width().max(tokens.size.target) - fixed).max(0.0);
        let shown = if self.icon_only { "" } else { &*self.text };
        let galley = {
            let font = font(Weight::Medium, tokens.text.body);
            // Only a button that fills its panel has a width to keep to; the others are as wide as their text.
            let max_width = if self.full_width { room } else { f32::INFINITY };
            text::elided(ui, shown, font, Color32::PLACEHOLDER, max_width)
        };
        let content = icon_width + galley.size().x + after_width;
        let width = if self.full_width {
            ui.available_width()
        } else {
            content + 2.0 * padding
        };
        let desired = vec2(width.max(tokens.size.target), height);
        let (rect, response) = ui.allocate_exact_size(desired, Sense::click());
        let name = self.name.as_ref().unwrap_or(&self.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));

        let is_seen = !self.unseen || response.hovered() || response.has_focus();
        if is_seen && ui.is_rect_visible(rect) {
            let look = look(self.rank, colours, &response);
            let radius = tokens.radius.control;
            let painter = ui.painter();
            painter.rect(
                rect,
                CornerRadius::from(radius),
                look.fill,
                Stroke::new(1.0, look.border),
                StrokeKind::Inside,
            );
            let mut x = if self.left_aligned {
                rect.left() + padding
            } else {
                rect.center().x - content / 2.0
            };
            let y = rect.center().y;
            if let Some(icon) = self.icon {
                let width = tokens.size.icon;
                icon.paint_at(painter, pos2(x + width / 2.0, y), width, look.ink);
                x += icon_width;
            }
            let end = x + galley.size().x;
            let top = text::top(rect, &galley);
            painter.galley(pos2(x, top), galley, look.ink);
            if let Some(after) = after {
                // In a menu the keys stand below each other at the right.
                let is_menu_row = self.full_width && self.left_aligned;
                let x = if is_menu_row {
                    rect.right() - padding - after.size().x
                } else {
                    end + 6.0
                };
                let at = pos2(x, text::top(rect, &after));
                painter.galley(at, after, look.faint);
            }
            focus::ring(ui, &response, rect, radius);
        }
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if self.icon_only {
            response.on_hover_text(self.text)
        } else {
            response
        }
    }
}
