//! The program's mark and name, which open its menu.

use egui::accesskit::Role;
use egui::emath::GuiRounding as _;
use egui::{
    Color32, ColorImage, CursorIcon, Id, Painter, Pos2, Rect, Response, Sense, TextureHandle,
    TextureOptions, Ui, Vec2, Widget, WidgetInfo, pos2, vec2,
};

use super::{Icon, focus, text};
use crate::base::typeface::Weight;
use crate::export::program_mark;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;
use crate::words::say;

const NAME: &str = "Bellwether";
const MARK: f32 = 20.0;
/// Between the mark and the name.
const BESIDE: f32 = 7.0;
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
        let width = MARK + BESIDE + galley.size().x + GAP + more;
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
            mark(painter, pos2(rect.left(), middle - MARK / 2.0));
            let left = rect.left() + MARK + BESIDE;
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

/// The mark as the graphics card has it, with its side in pixels.
type HeldMark = (u16, Option<TextureHandle>);

/// Paints the mark with its corner at a place; drawn anew where the scale has changed.
fn mark(painter: &Painter, at: Pos2) {
    let ctx = painter.ctx();
    let id = Id::unique("mark of the program");
    let side = pixels(MARK * painter.pixels_per_point());
    let kept: Option<HeldMark> = ctx.data(|data| data.get_temp(id));
    let kept = kept.filter(|(held, _)| *held == side);
    let (_, texture) = kept.unwrap_or_else(|| {
        let texture = program_mark::pixels(side).map(|held| {
            let image = ColorImage::from_rgba_unmultiplied(held.size, &held.rgba);
            ctx.load_texture("mark", image, TextureOptions::LINEAR)
        });
        let held: HeldMark = (side, texture);
        ctx.data_mut(|data| data.insert_temp(id, held.clone()));
        held
    });
    if let Some(texture) = texture {
        let scale = painter.pixels_per_point();
        let extent = Vec2::splat(f32::from(side) / scale);
        let place = Rect::from_min_size(at.round_to_pixels(scale), extent);
        let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
        painter.image(texture.id(), place, whole, Color32::WHITE);
    }
}

/// The whole number next to a length in pixels.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held between 1 and 1,000"
)]
fn pixels(length: f32) -> u16 {
    length.round().clamp(1.0, 1_000.0) as u16
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
