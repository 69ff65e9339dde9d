//! A short word or number on a coloured pill: "4,412", "2 to check", "● On track".

use std::borrow::Cow;

use egui::accesskit::Role;
use egui::{
    CornerRadius, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo,
    pos2, vec2,
};

use super::{Icon, Tone, text};
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;

const PADDING: f32 = 8.0;
const MARK: f32 = 9.0;
const MARK_GAP: f32 = 5.0;

/// A pill with a word, and a shape before it where colour alone would say too much.
#[must_use = "a badge is not shown until it is added to a `Ui`"]
#[derive(Clone, Debug)]
pub struct Badge<'a> {
    text: Cow<'a, str>,
    tone: Tone,
    mark: Option<Icon>,
}

impl<'a> Badge<'a> {
    /// A badge in a tone.
    pub fn new(text: impl Into<Cow<'a, str>>, tone: Tone) -> Self {
        Self {
            text: text.into(),
            tone,
            mark: None,
        }
    }

    /// Puts a shape before the word.
    pub fn mark(mut self, mark: Icon) -> Self {
        self.mark = Some(mark);
        self
    }

    /// The word, for accessible names.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// How much room it takes, in points.
    pub fn size(&self, ui: &Ui) -> Vec2 {
        let galley = self.galley(ui);
        let mark = self.mark.map_or(0.0, |_| MARK + MARK_GAP);
        vec2(
            galley.size().x + mark + 2.0 * PADDING,
            tokens(ui).size.badge,
        )
    }

    /// Paints it with its top left corner at `at`.
    pub fn paint(&self, ui: &Ui, at: Pos2) {
        let tokens = tokens(ui);
        let rect = Rect::from_min_size(at, self.size(ui));
        let ink = self.tone.ink(&tokens.colours);
        let painter = ui.painter();
        painter.rect(
            rect,
            CornerRadius::from(rect.height() / 2.0),
            self.tone.soft(&tokens.colours),
            Stroke::new(1.0, tokens.colours.edge),
            StrokeKind::Inside,
        );
        let mut x = rect.left() + PADDING;
        if let Some(mark) = self.mark {
            mark.paint_at(painter, pos2(x + MARK / 2.0, rect.center().y), MARK, ink);
            x += MARK + MARK_GAP;
        }
        text::paint_from(painter, pos2(x, rect.center().y), self.galley(ui));
    }

    fn galley(&self, ui: &Ui) -> std::sync::Arc<egui::Galley> {
        let tokens = tokens(ui);
        let font = font(Weight::SemiBold, tokens.text.fine);
        text::line(ui, &self.text, font, self.tone.ink(&tokens.colours))
    }
}

impl Widget for Badge<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let (rect, response) = ui.allocate_exact_size(self.size(ui), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), &self.text));
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect.min);
        }
        response
    }
}
