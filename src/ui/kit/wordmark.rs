//! The program's mark and name, which open its menu.

use egui::accesskit::Role;
use egui::{Color32, CursorIcon, Response, Sense, Ui, Widget, WidgetInfo, pos2, vec2};

use super::{Icon, focus, text};
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;
use crate::words::say;

const NAME: &str = "Bellwether";
const MARK: f32 = 13.0;
const GAP: f32 = 3.5;
const MENU_MARK: f32 = 8.0;

/// The mark and name: as a button that opens the menu, or as a sign alone.
#[must_use = "a wordmark is not shown until it is added to a `Ui`"]
pub struct Wordmark {
    opens_menu: bool,
}

impl Wordmark {
    /// The button that opens the menu.
    pub const fn menu() -> Self {
        Self { opens_menu: true }
    }

    /// The sign, where there is no menu.
    pub const fn sign() -> Self {
        Self { opens_menu: false }
    }
}

impl Widget for Wordmark {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = tokens(ui);
        let galley = text::line(
            ui,
            NAME,
            font(Weight::Bold, tokens.text.lead),
            Color32::PLACEHOLDER,
        );
        let more = if self.opens_menu {
            GAP + MENU_MARK
        } else {
            0.0
        };
        let width = MARK + GAP + galley.size().x + GAP + more;
        let (rect, response) =
            ui.allocate_exact_size(vec2(width, tokens.size.button), self.sense());
        response.widget_info(|| {
            let (role, name) = if self.opens_menu {
                (Role::MenuItem, say::menu_opener())
            } else {
                (Role::Label, NAME)
            };
            WidgetInfo::labeled(role, ui.is_enabled(), name)
        });
        if ui.is_rect_visible(rect) {
            let ink = if self.opens_menu && response.hovered() {
                tokens.colours.accent_hover
            } else {
                tokens.colours.accent_ink
            };
            let painter = ui.painter();
            let middle = rect.center().y;
            Icon::Logo.paint_at(painter, pos2(rect.left() + MARK / 2.0, middle), MARK, ink);
            let left = rect.left() + MARK + GAP;
            let end = left + galley.size().x;
            let top = (middle - galley.size().y / 2.0).floor();
            painter.galley(pos2(left, top), galley, ink);
            if self.opens_menu {
                let mark = pos2(end + GAP + MENU_MARK / 2.0, middle + 0.5);
                Icon::Dropdown.paint_at(painter, mark, MENU_MARK, tokens.colours.accent_mark);
            }
            focus::ring(ui, &response, rect.expand(4.0), tokens.radius.control);
        }
        if self.opens_menu {
            response.on_hover_cursor(CursorIcon::PointingHand)
        } else {
            response
        }
    }
}

impl Wordmark {
    fn sense(&self) -> Sense {
        if self.opens_menu {
            Sense::click()
        } else {
            Sense::hover()
        }
    }
}
