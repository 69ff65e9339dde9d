//! Laying out a trend chart: from the model and a size to a scene. Nothing is decided after this.

use std::ops::Deref;

use super::axis;
use super::canvas::{Canvas, group};
use super::colour::Rgba;
use super::geometry::{Point, Rect};
use super::key;
use super::line_labels::LabelColumn;
use super::notes;
use super::point::GapReason;
use super::scene::{Line, Node, PlotArea, Role, Scene, Stroke, Viewport};
use super::series_marks;
use super::size::ChartSize;
use super::target_lines;
use super::text_metrics::MeasureText;
use super::theme::ChartTheme;
use super::trend_model::TrendModel;

/// What every part of the layout of a trend needs.
pub(super) struct Frame<'a> {
    pub model: &'a TrendModel,
    pub canvas: Canvas<'a>,
}

impl<'a> Deref for Frame<'a> {
    type Target = Canvas<'a>;

    fn deref(&self) -> &Canvas<'a> {
        &self.canvas
    }
}

/// Lays out a chart for a size. With a `viewport`, that part of the data is shown instead of all of it.
pub fn layout(
    model: &TrendModel,
    size: ChartSize,
    theme: &ChartTheme,
    viewport: Option<Viewport>,
    measure: &dyn MeasureText,
) -> Scene {
    let frame = Frame {
        model,
        canvas: Canvas::new(size, theme, measure),
    };
    let scale = frame.scale;
    let viewport = viewport
        .filter(is_usable)
        .unwrap_or_else(|| model.full_viewport());
    let mut nodes = Vec::new();
    let mut hits = Vec::new();
    let mut header_bottom = frame.header(&model.title, &model.subtitle, &mut nodes, &mut hits);
    if !model.label_line_ends {
        header_bottom = key::key(&frame, header_bottom + 12.0 * scale, &mut nodes, &mut hits);
    }
    let footer_top = frame.footer(&model.footnote, &mut nodes, &mut hits);

    let axis_font = frame.text.axis;
    let top = header_bottom + axis_font.cap_height() / 2.0 + 14.0 * scale;
    let axis_height = axis_font.cap_height() + 13.0 * scale;
    let bottom = (footer_top - 20.0 * scale - axis_height).max(top + 8.0);
    let (left, values) = vertical_axis_place(&frame, viewport, bottom - top);
    let labels = LabelColumn::new(&frame);
    let right = (frame.content.right - labels.room()).max(left + 8.0);
    let plot = PlotArea {
        rect: Rect::new(left, top, right, bottom),
        viewport,
    };

    if model.is_empty() {
        nodes.push(frame.message(GapReason::why_nothing(&model.gap_reasons()), plot.rect));
    } else {
        grid_and_axes(&frame, &plot, &values, &mut nodes);
        let lines = series_marks::lines(model, &plot);
        notes::events(&frame, &plot, &lines, &mut nodes, &mut hits);
        target_lines::nodes(&frame, &plot, &lines, &mut nodes);
        series_marks::nodes(&frame, &plot, &lines, &mut nodes, &mut hits);
        nodes.extend(notes::gaps(&frame, &plot));
        nodes.extend(labels.nodes(&frame, &plot, &mut hits));
    }
    Scene::new(
        (size, theme.ground),
        (&model.title, &model.alt_text),
        plot,
        nodes,
        hits,
    )
}

fn is_usable(viewport: &Viewport) -> bool {
    let is_span = |(from, to): (f64, f64)| from.is_finite() && to.is_finite() && from < to;
    is_span(viewport.x) && is_span(viewport.y)
}

/// The left edge of the plot, and the labels that stand left of it.
fn vertical_axis_place(
    frame: &Frame<'_>,
    viewport: Viewport,
    height: f32,
) -> (f32, Vec<axis::ValueLabel>) {
    let font = frame.text.axis;
    let values = axis::value_labels(frame.model.unit, viewport.y, height, font);
    let widest = values
        .iter()
        .map(|label| frame.measure.width(&label.text, font))
        .fold(0.0, f32::max);
    // The first period's name stands under the corner of the plot.
    let first = frame.model.periods.first().map_or(0.0, |period| {
        frame.measure.width(&period.axis_label, font) / 2.0
    });
    let room = (widest + 8.0 * frame.scale).max(first.min(0.2 * frame.content.width()));
    (frame.content.left + room, values)
}

fn grid_and_axes(
    frame: &Frame<'_>,
    plot: &PlotArea,
    values: &[axis::ValueLabel],
    nodes: &mut Vec<Node>,
) {
    let (theme, font, rect) = (frame.theme, frame.text.axis, plot.rect);
    let across = |y: f32, colour: Rgba, width: f32| {
        Node::Line(Line {
            points: vec![Point::new(rect.left, y), Point::new(rect.right, y)],
            stroke: Stroke::solid(width, colour),
        })
    };
    let mut rules = Vec::new();
    let mut numbers = Vec::new();
    let mut nought = None;
    for label in values {
        let y = plot.y_to_pt(label.value);
        let is_bottom = (y - rect.bottom).abs() < 0.5;
        if label.value == 0.0 && !is_bottom {
            nought = Some(across(y, theme.baseline, frame.scale));
        } else if !is_bottom {
            rules.push(across(y, theme.grid, frame.scale));
        }
        let width = frame.measure.width(&label.text, font);
        let left = rect.left - 8.0 * frame.scale - width;
        let baseline = y + font.cap_height() / 2.0;
        let run = frame.run(&label.text, left, baseline, font, theme.secondary);
        numbers.push(Node::Text(run));
    }
    rules.extend(nought);
    rules.push(across(rect.bottom, theme.baseline, 1.5 * frame.scale));
    nodes.push(group(Role::Grid, None, rules));
    nodes.push(group(Role::VerticalAxis, None, numbers));

    let baseline = rect.bottom + 13.0 * frame.scale + font.cap_height();
    let periods = axis::period_labels(frame.model, plot, frame.content, font, frame.measure);
    // Where not every period has a label, a tick says which one has.
    let has_ticks = periods.windows(2).any(|pair| {
        let [later, earlier] = pair else { return false };
        later.period > earlier.period + 1
    });
    let mut names = Vec::new();
    for label in periods.iter().rev() {
        if has_ticks {
            let tick_end = Point::new(label.tick_x, rect.bottom + 4.0 * frame.scale);
            names.push(Node::Line(Line {
                points: vec![Point::new(label.tick_x, rect.bottom), tick_end],
                stroke: Stroke::solid(frame.scale, theme.baseline),
            }));
        }
        if let Some(period) = frame.model.periods.get(label.period) {
            let text = &period.axis_label;
            let run = frame.run(text, label.left, baseline, font, theme.secondary);
            names.push(Node::Text(run));
        }
    }
    nodes.push(group(Role::HorizontalAxis, None, names));
}
