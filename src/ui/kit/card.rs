//! A white card on the ground: plain, with a coloured left edge, or dashed (a place to drop things).

use egui::epaint::{CornerRadiusF32, RoundedRect, tessellator::path};
use egui::{
    Color32, CornerRadius, Frame, InnerResponse, Margin, Rect, Shape, Stroke, StrokeKind, Ui, Vec2,
    pos2, vec2,
};

use super::Tone;
use crate::ui::tokens::{DesignTokens, tokens};

/// A card. Cards do not nest.
#[must_use = "a card is not shown until `show` is called"]
#[derive(Clone, Debug)]
pub struct Card {
    edge: Option<Tone>,
    dashed: bool,
    highlighted: bool,
    padding: Vec2,
    full_width: bool,
    min_height: f32,
}

impl Default for Card {
    fn default() -> Self {
        Self::new()
    }
}

impl Card {
    /// A plain card that takes the whole width.
    pub fn new() -> Self {
        Self {
            edge: None,
            dashed: false,
            highlighted: false,
            padding: vec2(17.0, 16.0),
            full_width: true,
            min_height: 0.0,
        }
    }

    /// Gives it a coloured left edge: "What this shows", a warning, a finding.
    pub fn edge(mut self, tone: Tone) -> Self {
        self.edge = Some(tone);
        self.padding = vec2(14.0, 10.0);
        self
    }

    /// Gives it a dashed border: things can be dropped here.
    pub fn dashed(mut self) -> Self {
        self.dashed = true;
        self.padding = vec2(24.0, 24.0);
        self
    }

    /// Shows that something is being dragged over it.
    pub fn highlighted(mut self, highlighted: bool) -> Self {
        self.highlighted = highlighted;
        self
    }

    /// The distance from the border to the content, in points.
    pub fn padding(mut self, padding: impl Into<Vec2>) -> Self {
        self.padding = padding.into();
        self
    }

    /// As wide as its content instead of the whole width.
    pub fn fit_width(mut self) -> Self {
        self.full_width = false;
        self
    }

    /// The least height of the content, in points.
    pub fn min_height(mut self, points: f32) -> Self {
        self.min_height = points;
        self
    }

    /// Shows the card with its content.
    pub fn show<R>(self, ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        let tokens = tokens(ui);
        let border = ui.painter().add(Shape::Noop);
        let mut margin = Margin::from(self.padding);
        if self.edge.is_some() {
            margin.left = margin.left.saturating_add(4);
        }
        let shown = Frame::new().inner_margin(margin).show(ui, |ui| {
            if self.full_width {
                ui.set_width(ui.available_width());
            }
            if self.min_height > 0.0 {
                ui.set_min_height(self.min_height);
            }
            content(ui)
        });
        let shapes = self.shapes(shown.response.rect, tokens);
        ui.painter().set(border, Shape::Vec(shapes));
        shown
    }

    fn shapes(&self, rect: Rect, tokens: &DesignTokens) -> Vec<Shape> {
        let colours = &tokens.colours;
        let fill = if self.highlighted {
            colours.accent_soft
        } else {
            colours.card
        };
        let rule = Stroke::new(1.0, colours.rule);
        let radius = CornerRadius::from(tokens.radius.card);
        if self.dashed {
            let line = if self.highlighted {
                colours.accent_ink
            } else {
                colours.dashes
            };
            return dashed(rect, tokens.radius.card + 2.0, fill, line);
        }
        if let Some(tone) = self.edge {
            return edged(rect, tokens, fill, tone.edge(colours));
        }
        vec![Shape::Rect(egui::epaint::RectShape::new(
            rect,
            radius,
            fill,
            rule,
            StrokeKind::Inside,
        ))]
    }
}

/// The edge is what shows of a coloured card under a white one that begins further right.
fn edged(rect: Rect, tokens: &DesignTokens, fill: Color32, edge: Color32) -> Vec<Shape> {
    let width = tokens.size.edge;
    let outer = CornerRadius::from(tokens.radius.card - 2.0);
    let right = CornerRadius {
        nw: 0,
        sw: 0,
        ..outer
    };
    // Past the rounded part of the left corners, the border is a plain rule.
    let bend = rect.left() + tokens.radius.card - 3.0;
    let ruled = Rect::from_min_max(pos2(bend, rect.top()), rect.max);
    // Wide enough for its corners to be round; the rest of it is covered.
    let coloured = rect.with_max_x((rect.left() + 3.0 * tokens.radius.card).min(rect.center().x));
    let left = CornerRadius {
        ne: 0,
        se: 0,
        ..outer
    };
    let inner = Rect::from_min_max(
        pos2(rect.left() + width, rect.top() + 1.0),
        rect.max - Vec2::splat(1.0),
    );
    let inner_radius = CornerRadius {
        nw: 5,
        sw: 5,
        ne: outer.ne.saturating_sub(1),
        se: outer.se.saturating_sub(1),
    };
    vec![
        Shape::rect_filled(coloured, left, edge),
        Shape::rect_filled(ruled, right, tokens.colours.rule),
        Shape::rect_filled(inner, inner_radius, fill),
    ]
}

fn dashed(rect: Rect, radius: f32, fill: Color32, line: Color32) -> Vec<Shape> {
    let mut shapes = vec![Shape::rect_filled(rect, CornerRadius::from(radius), fill)];
    let mut outline = Vec::new();
    let rounded = RoundedRect::new(rect.shrink(1.0), CornerRadiusF32::same(radius - 1.0));
    path::rounded_rectangle(&mut outline, rounded);
    outline.extend(outline.first().copied());
    shapes.extend(Shape::dashed_line(
        &outline,
        Stroke::new(2.0, line),
        6.0,
        4.0,
    ));
    shapes
}
