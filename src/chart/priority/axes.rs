//! The axes: levels in per cent across, changes in percentage points up and down, each with a fine grid.

use super::layout::{plot_area, rule};
use super::model::PriorityModel;
use crate::chart::axis::{self, ValueLabel};
use crate::chart::canvas::{Canvas, group};
use crate::chart::geometry::count;
use crate::chart::scene::{Node, PlotArea, Role, Stroke};
use crate::chart::text_block::elide;
use crate::chart::{Point, Rect};
use crate::data::Unit;

/// With less room the title of the levels is left out: the subtitle says it, too.
const LEAST_HEIGHT: f32 = 240.0;

/// The plot with the numbers of its axes.
pub(super) struct Axes {
    pub plot: PlotArea,
    levels: Vec<ValueLabel>,
    changes: Vec<ValueLabel>,
    has_title: bool,
}

impl Axes {
    /// The axes in a room: the plot is what the numbers and the title of the levels leave of it.
    pub fn new(model: &PriorityModel, canvas: &Canvas<'_>, room: Rect) -> Self {
        let font = canvas.text.axis;
        let has_title = room.height() > LEAST_HEIGHT * canvas.scale;
        let lines = if has_title { 2.0 } else { 1.0 };
        let below = lines * font.line_height() + 14.0 * canvas.scale;
        let bottom = (room.bottom - below).max(room.top + 8.0);
        let top = room.top + font.cap_height() / 2.0;
        let (unit, bounds) = (Unit::PercentagePoints, model.change_bounds);
        let changes = axis::value_labels(unit, bounds, bottom - top, font);
        let widest = |labels: &[ValueLabel]| {
            let widths = labels
                .iter()
                .map(|label| canvas.measure.width(&label.text, font));
            widths.fold(0.0, f32::max)
        };
        let left = room.left + widest(&changes) + 8.0 * canvas.scale;
        let widest_level = canvas.measure.width("100%", font);
        let right = (room.right - widest_level / 2.0).max(left + 8.0);
        let levels = levels_that_fit(model.level_bounds, right - left, widest_level, canvas);
        Self {
            plot: plot_area(model, Rect::new(left, top, right, bottom)),
            levels,
            changes,
            has_title,
        }
    }

    /// Adds grid, numbers and the title of the levels.
    pub fn push(&self, canvas: &Canvas<'_>, level_title: &str, nodes: &mut Vec<Node>) {
        let (rect, font) = (self.plot.rect, canvas.text.axis);
        let grid = Stroke::solid(canvas.scale, canvas.theme.grid);
        let nought = Stroke::solid(canvas.scale, canvas.theme.baseline);
        let secondary = canvas.theme.secondary;
        let mut rules = Vec::new();
        let mut numbers = Vec::new();
        for label in &self.changes {
            let y = self.plot.y_to_pt(label.value);
            let stroke = if label.value == 0.0 { nought } else { grid };
            let (from, to) = (Point::new(rect.left, y), Point::new(rect.right, y));
            rules.push(rule(from, to, stroke));
            let width = canvas.measure.width(&label.text, font);
            let left = rect.left - 8.0 * canvas.scale - width;
            let baseline = y + font.cap_height() / 2.0;
            let run = canvas.run(&label.text, left, baseline, font, secondary);
            numbers.push(Node::Text(run));
        }
        let mut level_numbers = Vec::new();
        let baseline = rect.bottom + 10.0 * canvas.scale + font.cap_height();
        for label in &self.levels {
            let x = self.plot.x_to_pt(label.value);
            let (from, to) = (Point::new(x, rect.top), Point::new(x, rect.bottom));
            rules.push(rule(from, to, grid));
            let left = x - canvas.measure.width(&label.text, font) / 2.0;
            let run = canvas.run(&label.text, left, baseline, font, secondary);
            level_numbers.push(Node::Text(run));
        }
        if self.has_title {
            level_numbers.push(self.title(canvas, level_title, baseline));
        }
        nodes.push(group(Role::Grid, None, rules));
        nodes.push(group(Role::VerticalAxis, None, numbers));
        nodes.push(group(Role::HorizontalAxis, None, level_numbers));
    }

    fn title(&self, canvas: &Canvas<'_>, level_title: &str, baseline: f32) -> Node {
        let (rect, font) = (self.plot.rect, canvas.text.axis);
        let title = elide(level_title, font, canvas.content.width(), canvas.measure);
        let middle = f32::midpoint(rect.left, rect.right);
        let half = canvas.measure.width(&title, font) / 2.0;
        let left = (middle - half).min(canvas.content.right - 2.0 * half);
        let left = left.max(canvas.content.left);
        let below = baseline + font.line_height() + 2.0 * canvas.scale;
        Node::Text(canvas.run(&title, left, below, font, canvas.theme.secondary))
    }
}

/// As many levels as stand side by side with room between them.
fn levels_that_fit(
    bounds: (f64, f64),
    width: f32,
    widest: f32,
    canvas: &Canvas<'_>,
) -> Vec<ValueLabel> {
    let each = widest + 14.0 * canvas.scale;
    let most = (1..=10_u16)
        .rev()
        .find(|parts| width / f32::from(*parts) >= each)
        .unwrap_or(1);
    // The labels of an axis are chosen by its length in lines; here each takes `each` of the width.
    let font = canvas.text.axis;
    let length = 2.2 * font.size_pt * count(usize::from(most));
    axis::value_labels(Unit::Percent, bounds, length, font)
}
