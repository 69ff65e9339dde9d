//! Laying out a trend chart: from the model and a size to a scene. Nothing is decided after this.

use super::axis;
use super::geometry::{Point, Rect, count};
use super::key;
use super::line_labels::LabelColumn;
use super::notes;
use super::scene::{
    Group, HitRegion, HitShape, HitTarget, Line, Node, PlotArea, Role, Scene, Stroke, TextRun,
    Viewport,
};
use super::series_marks;
use super::size::ChartSize;
use super::text_block::{wrap, wrap_evenly};
use super::text_metrics::{Font, MeasureText};
use super::theme::{ChartTheme, TextStyles};
use super::trend_model::TrendModel;
use crate::chart::colour::Rgba;

/// What stands where there is nothing to draw.
const NO_VALUES: &str = "No values for this choice";

/// What every part of the layout needs.
pub(super) struct Frame<'a> {
    pub model: &'a TrendModel,
    pub theme: &'a ChartTheme,
    /// The fonts at the size of this chart.
    pub text: TextStyles,
    /// What lengths of the house style are multiplied by.
    pub scale: f32,
    /// The chart without its margins.
    pub content: Rect,
    pub measure: &'a dyn MeasureText,
}

impl Frame<'_> {
    /// A run of text that begins at `left`.
    pub fn run(&self, text: &str, left: f32, baseline: f32, font: Font, colour: Rgba) -> TextRun {
        TextRun {
            text: text.to_owned(),
            origin: Point::new(left, baseline),
            width: self.measure.width(text, font),
            font,
            colour,
        }
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
    let scale = size.text_scale;
    let margin = (22.0 * scale)
        .min(0.05 * size.width_pt)
        .min(0.06 * size.height_pt);
    let frame = Frame {
        model,
        theme,
        text: theme.text.scaled(scale),
        scale,
        content: Rect::new(
            margin,
            margin,
            size.width_pt - margin,
            size.height_pt - margin,
        ),
        measure,
    };
    let viewport = viewport
        .filter(is_usable)
        .unwrap_or_else(|| model.full_viewport());
    let mut nodes = Vec::new();
    let mut hits = Vec::new();
    let header_bottom = header(&frame, &mut nodes, &mut hits);
    let footer_top = footer(&frame, &mut nodes, &mut hits);

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
        nodes.push(message(&frame, plot.rect));
    } else {
        grid_and_axes(&frame, &plot, &values, &mut nodes);
        let lines = series_marks::lines(model, &plot);
        notes::events(&frame, &plot, &lines, &mut nodes, &mut hits);
        series_marks::nodes(&frame, &plot, &lines, &mut nodes, &mut hits);
        nodes.extend(notes::gaps(&frame, &plot));
        nodes.extend(labels.nodes(&frame, &plot, &mut hits));
    }
    Scene {
        width: size.width_pt,
        height: size.height_pt,
        ground: theme.ground,
        nodes,
        hit_regions: hits,
        plot,
        title: model.title.clone(),
        description: model.alt_text.clone(),
    }
}

fn is_usable(viewport: &Viewport) -> bool {
    let is_span = |(from, to): (f64, f64)| from.is_finite() && to.is_finite() && from < to;
    is_span(viewport.x) && is_span(viewport.y)
}

/// Whether there is hardly room for words over and under the plot.
fn is_low(frame: &Frame<'_>) -> bool {
    frame.content.height() < 300.0 * frame.scale
}

/// Title, subtitle and key; returns the bottom of the last.
fn header(frame: &Frame<'_>, nodes: &mut Vec<Node>, hits: &mut Vec<HitRegion>) -> f32 {
    let content = frame.content;
    let title = Block {
        text: &frame.model.title,
        font: frame.text.title,
        colour: frame.theme.ink,
        line_height: 1.2 * frame.text.title.size_pt,
        most_lines: 2,
    };
    let subtitle = Block {
        text: &frame.model.subtitle,
        font: frame.text.subtitle,
        colour: frame.theme.secondary,
        line_height: frame.text.subtitle.line_height(),
        most_lines: if is_low(frame) { 1 } else { 2 },
    };
    let mut bottom = content.top;
    for (block, role, target, gap) in [
        (title, Role::Title, HitTarget::Title, 0.0),
        (subtitle, Role::Subtitle, HitTarget::Subtitle, 8.0),
    ] {
        let lines = wrap_evenly(
            block.text,
            block.font,
            content.width(),
            block.most_lines,
            frame.measure,
        );
        if lines.is_empty() {
            continue;
        }
        let top = bottom + gap * frame.scale;
        bottom = block.push(frame, &lines, top, role, nodes);
        hits.push(HitRegion {
            target,
            shape: HitShape::Rect(Rect::new(content.left, top, content.right, bottom)),
        });
    }
    if !frame.model.label_line_ends {
        bottom = key::key(frame, bottom + 12.0 * frame.scale, nodes, hits);
    }
    bottom
}

/// The footnote; returns its top.
fn footer(frame: &Frame<'_>, nodes: &mut Vec<Node>, hits: &mut Vec<HitRegion>) -> f32 {
    let content = frame.content;
    let font = frame.text.footnote;
    let line_height = 1.4 * font.size_pt;
    let most_lines = (1..=7_u8)
        .rev()
        .find(|lines| {
            let part = if is_low(frame) { 0.18 } else { 0.26 };
            f32::from(*lines) * line_height <= part * content.height()
        })
        .unwrap_or(1);
    let lines = wrap(
        &frame.model.footnote,
        font,
        content.width(),
        usize::from(most_lines),
        frame.measure,
    );
    if lines.is_empty() {
        return content.bottom;
    }
    let height = font.cap_height() + line_height * (count(lines.len()) - 1.0) + font.descent();
    let top = content.bottom - height;
    let block = Block {
        text: &frame.model.footnote,
        font,
        colour: frame.theme.secondary,
        line_height,
        most_lines: usize::from(most_lines),
    };
    block.push(frame, &lines, top, Role::Footnote, nodes);
    hits.push(HitRegion {
        target: HitTarget::Footnote,
        shape: HitShape::Rect(Rect::new(content.left, top, content.right, content.bottom)),
    });
    top
}

/// Lines of running text.
struct Block<'a> {
    text: &'a str,
    font: Font,
    colour: Rgba,
    line_height: f32,
    most_lines: usize,
}

impl Block<'_> {
    /// Adds the lines with the tops of their capitals at `top`; returns the bottom of the last.
    fn push(
        &self,
        frame: &Frame<'_>,
        lines: &[String],
        top: f32,
        role: Role,
        nodes: &mut Vec<Node>,
    ) -> f32 {
        let mut baseline = top + self.font.cap_height();
        let mut children = Vec::with_capacity(lines.len());
        for line in lines {
            let run = frame.run(line, frame.content.left, baseline, self.font, self.colour);
            children.push(Node::Text(run));
            baseline += self.line_height;
        }
        nodes.push(group(role, None, children));
        baseline - self.line_height + self.font.descent()
    }
}

/// A group whose name is its role, with the place of its series.
pub(super) fn group(role: Role, series: Option<usize>, children: Vec<Node>) -> Node {
    let id = match series {
        Some(place) => format!("{}-{place}", role.name()),
        None => role.name().to_owned(),
    };
    Node::Group(Group {
        role,
        series,
        id,
        children,
    })
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

fn message(frame: &Frame<'_>, room: Rect) -> Node {
    let font = frame.text.subtitle;
    let width = frame.measure.width(NO_VALUES, font);
    let content = frame.content;
    let left = content.left + (content.width() - width).max(0.0) / 2.0;
    let middle = f32::midpoint(room.top, room.bottom);
    let baseline = middle + font.cap_height() / 2.0;
    let run = frame.run(NO_VALUES, left, baseline, font, frame.theme.secondary);
    group(Role::Message, None, vec![Node::Text(run)])
}
