//! A measure in the library: its name, its latest value, which way it went, and its shape.

use std::borrow::Cow;

use egui::{CursorIcon, Rect, Response, Sense, Ui, Widget, pos2, vec2};

use super::{Icon, Sparkline, Tone, focus, list_option, text};
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;

const NAME_MIDDLE: f32 = 17.0;
const VALUE_MIDDLE: f32 = 38.0;
const INSET: f32 = 16.0;
/// A panel narrower than this has a smaller shape.
const ROOMY: f32 = 240.0;

/// A row that fills its panel from edge to edge.
#[must_use = "a row is not shown until it is added to a `Ui`"]
pub struct LibraryRow<'a> {
    name: Cow<'a, str>,
    value: Cow<'a, str>,
    change: Option<(Option<Icon>, Cow<'a, str>, Tone)>,
    values: &'a [Option<f64>],
    selected: bool,
    is_tab_stop: bool,
}

impl<'a> LibraryRow<'a> {
    /// How high a row is, in points.
    pub const HEIGHT: f32 = 55.0;

    /// A measure's name and its latest value as text.
    pub fn new(name: impl Into<Cow<'a, str>>, value: impl Into<Cow<'a, str>>) -> Self {
        Self {
            name: name.into(),
            value: value.into(),
            change: None,
            values: &[],
            selected: false,
            is_tab_stop: true,
        }
    }

    /// What became of it: a shape where it clearly rose or fell, the words, and whether that is good.
    pub fn change(
        mut self,
        mark: Option<Icon>,
        words: impl Into<Cow<'a, str>>,
        tone: Tone,
    ) -> Self {
        self.change = Some((mark, words.into(), tone));
        self
    }

    /// The series behind the sparkline, oldest first.
    pub fn values(mut self, values: &'a [Option<f64>]) -> Self {
        self.values = values;
        self
    }

    /// Whether this measure is the one on show.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// Whether Tab comes here; in a list that is walked with the arrows it comes to one row alone.
    pub fn tab_stop(mut self, is_tab_stop: bool) -> Self {
        self.is_tab_stop = is_tab_stop;
        self
    }

    fn description(&self) -> String {
        match &self.change {
            None => self.value.to_string(),
            Some((mark, words, _)) => {
                let direction = mark.map_or("", Icon::word);
                format!("{}, {direction} {words}", self.value)
            }
        }
    }
}

impl Widget for LibraryRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = tokens(ui);
        let colours = &tokens.colours;
        let width = ui.available_width();
        let sense = if self.is_tab_stop {
            Sense::click()
        } else {
            Sense::CLICK
        };
        let (rect, response) = ui.allocate_exact_size(vec2(width, Self::HEIGHT), sense);
        let description = Some(self.description());
        list_option::announce(ui, &response, &self.name, self.selected, description);
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let painter = ui.painter();
        list_option::paint_ground(ui, rect, self.selected, response.hovered());

        let left = rect.left() + INSET;
        let mut right = rect.right() - INSET;
        // One value has no shape; its words get the room.
        if self.values.iter().flatten().count() > 1 {
            // In a narrow panel the words need the room more.
            let share = if width < ROOMY { 0.6 } else { 1.0 };
            let size = vec2(tokens.size.spark_width * share, tokens.size.spark_height);
            let spark =
                Rect::from_min_size(pos2(right - size.x, rect.center().y - size.y / 2.0), size);
            let colour = if self.selected {
                colours.accent_ink
            } else {
                colours.spark
            };
            Sparkline::new(self.values).colour(colour).paint(ui, spark);
            right = spark.left() - 10.0;
        }
        let room = right - left;
        let name = text::elided(
            ui,
            &self.name,
            font(Weight::Medium, tokens.text.body),
            colours.ink,
            room,
        );
        text::paint_from(painter, pos2(left, rect.top() + NAME_MIDDLE), name);

        let middle = rect.top() + VALUE_MIDDLE;
        let value = text::elided(
            ui,
            &self.value,
            font(Weight::SemiBold, tokens.text.body),
            colours.ink,
            room,
        );
        let mut x = left + value.size().x + 5.0;
        text::paint_from(painter, pos2(left, middle), value);
        if let Some((mark, words, tone)) = &self.change {
            let ink = tone.ink(colours);
            if let Some(mark) = mark {
                mark.paint_at(painter, pos2(x + 5.5, middle), 10.0, ink);
                x += 15.0;
            }
            let small = font(Weight::Regular, tokens.text.fine);
            let words = text::elided(ui, words, small, ink, right - x);
            text::paint_from(painter, pos2(x, middle), words);
        }
        focus::inner_ring(ui, &response, rect, 0.0);
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}
