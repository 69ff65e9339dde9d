//! What is on the screen, as assistive technology and the eye have it.

use egui::accesskit::{Action, NodeId, Role};
use egui::epaint::ClippedShape;
use egui::{Rect, Shape};
use egui_kittest::kittest::NodeT as _;

use crate::window::Window;

/// A node of the accessibility tree.
#[derive(Clone, Debug)]
pub struct Seen {
    pub id: NodeId,
    pub role: Role,
    pub name: String,
    pub description: String,
    pub rect: Rect,
    pub takes_focus: bool,
    pub takes_clicks: bool,
    pub is_disabled: bool,
    /// The names of what it is part of, from the innermost.
    pub within: Vec<String>,
}

impl Seen {
    /// Whether something can be done with it.
    pub fn is_interactive(&self) -> bool {
        !self.is_disabled && (self.takes_focus || self.takes_clicks)
    }

    pub fn describe(&self) -> String {
        let rect = self.rect;
        format!(
            "{:?} “{}” at {:.0},{:.0} ({:.1} × {:.1})",
            self.role,
            self.name,
            rect.left(),
            rect.top(),
            rect.width(),
            rect.height()
        )
    }
}

/// Every node with a place.
pub fn nodes(window: &Window) -> Vec<Seen> {
    let root = window.root();
    root.children_recursive()
        .filter(|node| node.accesskit_node().has_bounds())
        .map(|node| {
            let held = node.accesskit_node();
            let mut within = Vec::new();
            let mut above = held.parent();
            while let Some(parent) = above {
                within.extend(parent.label());
                above = parent.parent();
            }
            let has = |action| held.data().supports_action(action);
            Seen {
                id: held.locate().0,
                role: held.role(),
                name: held.label().or_else(|| held.value()).unwrap_or_default(),
                description: held.description().unwrap_or_default(),
                rect: node.rect(),
                takes_focus: has(Action::Focus),
                takes_clicks: has(Action::Click),
                is_disabled: held.is_disabled(),
                within,
            }
        })
        .collect()
}

/// What has the keyboard.
pub fn focused(window: &Window) -> Option<Seen> {
    let id = window.ctx.memory(egui::Memory::focused)?.accesskit_id();
    nodes(window).into_iter().find(|node| node.id == id)
}

/// A line or block of text as it is painted.
#[derive(Clone, Debug)]
pub struct Words {
    pub text: String,
    pub rect: Rect,
    pub clip: Rect,
    pub is_elided: bool,
}

/// All text that is painted in some part of the window.
pub fn words(window: &Window) -> Vec<Words> {
    let mut found = Vec::new();
    for ClippedShape {
        clip_rect, shape, ..
    } in &window.output().shapes
    {
        collect(shape, *clip_rect, &mut found);
    }
    found
}

fn collect(shape: &Shape, clip: Rect, found: &mut Vec<Words>) {
    match shape {
        Shape::Vec(shapes) => {
            for shape in shapes {
                collect(shape, clip, found);
            }
        }
        Shape::Text(text) if !text.galley.is_empty() && text.angle == 0.0 => {
            // By its letters: a galley of words that wrap is as wide as its room.
            let mut rect = Rect::NOTHING;
            for row in &text.galley.rows {
                let at = text.pos + row.pos.to_vec2();
                for glyph in row
                    .row
                    .glyphs
                    .iter()
                    .filter(|held| !held.chr.is_whitespace())
                {
                    let left = at.x + glyph.pos.x;
                    rect = rect.union(Rect::from_x_y_ranges(
                        left..=left + glyph.advance_width,
                        at.y..=at.y + row.row.size.y,
                    ));
                }
            }
            if rect.is_positive() {
                found.push(Words {
                    text: text.galley.text().to_owned(),
                    rect,
                    clip,
                    is_elided: text.galley.elided,
                });
            }
        }
        _ => {}
    }
}

/// The rings that are painted round what has the keyboard.
pub fn rings(window: &Window) -> Vec<Rect> {
    let tokens = bellwether::ui::tokens::tokens_of(&window.ctx);
    let mut found = Vec::new();
    for ClippedShape {
        clip_rect, shape, ..
    } in &window.output().shapes
    {
        rings_of(shape, *clip_rect, tokens, &mut found);
    }
    found
}

fn rings_of(
    shape: &Shape,
    clip: Rect,
    tokens: &bellwether::ui::DesignTokens,
    found: &mut Vec<Rect>,
) {
    match shape {
        Shape::Vec(shapes) => {
            for shape in shapes {
                rings_of(shape, clip, tokens, found);
            }
        }
        Shape::Rect(rect)
            if rect.stroke.color == tokens.colours.focus
                && rect.stroke.width >= tokens.size.focus_ring =>
        {
            // Some of it can be seen.
            let seen = rect.rect.expand(1.0).intersect(clip);
            if seen.is_positive() {
                found.push(rect.rect);
            }
        }
        _ => {}
    }
}
