//! Small shapes that Inter lacks, painted as lines and polygons so that they are sharp at every zoom.

use egui::{Color32, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, pos2, vec2};

use crate::ui::tokens::tokens;
use crate::words::say;

/// A small shape. In an accessible name the word beside it says what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Icon {
    /// ▾: a menu opens here.
    Dropdown,
    /// ›: more lies to the right.
    ChevronRight,
    /// ⌄: opened, or more lies below.
    ChevronDown,
    /// ▲: rose.
    Up,
    /// ▼: fell.
    Down,
    /// ✓: done, true, chosen.
    Check,
    /// ✕: wrong, close, remove.
    Cross,
    /// ◆: cannot be told.
    Diamond,
    /// ●: on track.
    Dot,
    /// ○: awaited.
    Ring,
    /// ✱: statistically significant.
    Asterisk,
    /// A magnifying glass: find.
    Search,
    /// !: needs an eye.
    Exclamation,
    /// ⋮: more to do here.
    More,
}

impl Icon {
    /// Paints the shape in the largest square in the middle of `rect`.
    pub fn paint(self, painter: &Painter, rect: Rect, colour: Color32) {
        let side = rect.width().min(rect.height());
        let square = Rect::from_center_size(rect.center(), Vec2::splat(side));
        // Fractions of the square, from its top left corner.
        let at = |x: f32, y: f32| pos2(square.left() + x * side, square.top() + y * side);
        let line = Stroke::new((side * 0.13).max(1.25), colour);
        let polygon = |points: Vec<Pos2>| Shape::convex_polygon(points, colour, Stroke::NONE);
        let diamond = |r: f32| {
            vec![
                at(0.5, 0.5 - r),
                at(0.5 + r, 0.5),
                at(0.5, 0.5 + r),
                at(0.5 - r, 0.5),
            ]
        };
        match self {
            Self::Dropdown => {
                painter.add(polygon(vec![at(0.05, 0.12), at(0.95, 0.12), at(0.5, 0.92)]));
            }
            Self::Up => {
                painter.add(polygon(vec![at(0.5, 0.08), at(1.0, 0.92), at(0.0, 0.92)]));
            }
            Self::Down => {
                painter.add(polygon(vec![at(0.0, 0.08), at(1.0, 0.08), at(0.5, 0.92)]));
            }
            Self::ChevronRight => {
                painter.line(vec![at(0.35, 0.2), at(0.65, 0.5), at(0.35, 0.8)], line);
            }
            Self::ChevronDown => {
                painter.line(vec![at(0.2, 0.35), at(0.5, 0.65), at(0.8, 0.35)], line);
            }
            Self::Check => {
                painter.line(vec![at(0.12, 0.52), at(0.4, 0.78), at(0.88, 0.24)], line);
            }
            Self::Cross => {
                painter.line_segment([at(0.2, 0.2), at(0.8, 0.8)], line);
                painter.line_segment([at(0.8, 0.2), at(0.2, 0.8)], line);
            }
            Self::Diamond => {
                painter.add(polygon(diamond(0.5)));
            }
            Self::Dot => {
                painter.circle_filled(square.center(), side * 0.4, colour);
            }
            Self::Ring => {
                painter.circle_stroke(square.center(), side * 0.34, line);
            }
            Self::Asterisk => {
                let arm = Stroke::new(side * 0.25, colour);
                for (x, y) in [(0.0, 0.5), (0.433, 0.25), (0.433, -0.25)] {
                    painter.line_segment([at(0.5 - x, 0.5 - y), at(0.5 + x, 0.5 + y)], arm);
                }
            }
            Self::Search => {
                painter.circle_stroke(at(0.43, 0.43), side * 0.3, line);
                painter.line_segment([at(0.65, 0.65), at(0.92, 0.92)], line);
            }
            Self::More => {
                for y in [0.14, 0.5, 0.86] {
                    painter.circle_filled(at(0.5, y), side * 0.1, colour);
                }
            }
            Self::Exclamation => {
                painter.line_segment([at(0.5, 0.12), at(0.5, 0.62)], line);
                painter.circle_filled(at(0.5, 0.84), line.width * 0.6, colour);
            }
        }
    }

    /// Paints the shape with its middle at `centre`, `side` points wide.
    pub fn paint_at(self, painter: &Painter, centre: Pos2, side: f32, colour: Color32) {
        self.paint(
            painter,
            Rect::from_center_size(centre, Vec2::splat(side)),
            colour,
        );
    }

    /// The shape in the flow of the layout, in the colour given and as high as a line of body text.
    pub fn ui(self, ui: &mut Ui, colour: Color32) -> Response {
        let side = tokens(ui).size.icon;
        let height = ui.text_style_height(&egui::TextStyle::Body);
        let (rect, response) = ui.allocate_exact_size(vec2(side, height), Sense::hover());
        self.paint_at(ui.painter(), rect.center(), side, colour);
        response
    }

    /// What a screen reader says of a direction; nothing for the other shapes.
    pub fn word(self) -> &'static str {
        match self {
            Self::Up => say::direction_up(),
            Self::Down => say::direction_down(),
            _ => "",
        }
    }
}
