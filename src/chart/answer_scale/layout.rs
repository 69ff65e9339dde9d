//! Lays out a scale of answers.

use super::model::{ScaleChart, ScaleRow};
use crate::analysis::answer_scale::ScaleSide;
use crate::chart::canvas::{Canvas, NO_VALUES, group};
use crate::chart::colour::Rgba;
use crate::chart::geometry::{Point, Rect, count, pt};
use crate::chart::marked::MarkedChart;
use crate::chart::scene::{
    FilledRect, HitRegion, HitShape, HitTarget, Line, Node, PlotArea, Role, Scene, Stroke, Viewport,
};
use crate::chart::size::ChartSize;
use crate::chart::text_block::elide;
use crate::chart::text_metrics::MeasureText;
use crate::chart::theme::{ChartTheme, TEXT_CONTRAST};

/// The least height of a bar with its gap, unscaled.
const LEAST_ROW: f32 = 26.0;
/// The greatest, unscaled.
const MOST_ROW: f32 = 46.0;

impl MarkedChart for ScaleChart {
    fn layout(&self, size: ChartSize, theme: &ChartTheme, measure: &dyn MeasureText) -> Scene {
        let canvas = Canvas::new(size, theme, measure);
        let (mut nodes, mut hits) = (Vec::new(), Vec::new());
        let header = canvas.header(&self.title, &self.subtitle, &mut nodes, &mut hits);
        let footer = canvas.footer(&self.footnote, &mut nodes, &mut hits);
        let top = header + 14.0 * canvas.scale;
        let room = canvas.room(top, footer - 12.0 * canvas.scale);
        if self.rows.is_empty() {
            let words = self.instead.as_deref().unwrap_or(NO_VALUES);
            nodes.push(canvas.message(words, room));
        } else {
            let bars = Bars::new(&canvas, self, room);
            nodes.push(group(Role::Key, None, bars.key));
            for (place, row) in self.rows.iter().take(bars.fitting).enumerate() {
                let (own, around) = bars.frame.row(row, place, self);
                nodes.push(group(Role::Series, Some(place), own));
                hits.push(HitRegion {
                    target: HitTarget::Mark(place),
                    shape: HitShape::Rect(around),
                });
            }
            nodes.push(group(
                Role::Reference,
                None,
                bars.frame.middle_line(bars.fitting),
            ));
            let left_out = self.rows.len() - bars.fitting;
            if left_out > 0 {
                nodes.push(canvas.rows_left_out(left_out, room.bottom));
            }
        }
        Scene::new(
            (size, theme.ground),
            (&self.title, &self.alt_text()),
            PlotArea {
                rect: room,
                viewport: Viewport {
                    x: (-1.0, 1.0),
                    y: (0.0, 1.0),
                },
            },
            nodes,
            hits,
        )
    }

    fn what_this_shows(&self) -> &str {
        &self.what_this_shows
    }

    fn least_height_pt(&self, _width_pt: f32) -> f32 {
        if self.rows.len() < 8 {
            0.0
        } else {
            230.0 + LEAST_ROW * count(self.rows.len())
        }
    }

    fn mark_count(&self) -> usize {
        self.rows.len()
    }

    fn mark_lines(&self, mark: usize) -> Vec<String> {
        self.rows
            .get(mark)
            .map_or_else(Vec::new, |row| row.lines.clone())
    }
}

struct Bars<'a> {
    frame: Frame<'a>,
    key: Vec<Node>,
    /// How many rows there is room for.
    fitting: usize,
}

/// Where bars are drawn.
struct Frame<'a> {
    canvas: &'a Canvas<'a>,
    room: Rect,
    top: f32,
    row_height: f32,
    /// Where the labels end.
    labels: f32,
    /// Where the middle of the scale is.
    middle: f32,
    /// How wide 100% is.
    whole: f32,
    /// Where those of no side begin.
    aside: f32,
    colours: Vec<Rgba>,
}

impl<'a> Bars<'a> {
    fn new(canvas: &'a Canvas<'a>, chart: &ScaleChart, room: Rect) -> Self {
        let colours = colours(canvas.theme, chart);
        let (key, top) = key(canvas, chart, &colours, room);
        let font = canvas.text.axis;
        let label = |row: &ScaleRow| {
            canvas.measure.width(&row.label, canvas.text.label)
                + canvas.measure.width(&row.base, font)
                + 6.0 * canvas.scale
        };
        let widest = chart.rows.iter().map(label).fold(0.0, f32::max);
        let labels = room.left + widest.min(0.34 * room.width()) + 18.0 * canvas.scale;
        let nets = chart
            .rows
            .iter()
            .map(|row| canvas.measure.width(&row.net, canvas.text.label));
        let net_width = nets.fold(0.0, f32::max) + 12.0 * canvas.scale;
        // The furthest that any bar reaches to either side, and of no side.
        let (mut left, mut right, mut aside) = (0.0_f64, 0.0_f64, 0.0_f64);
        for row in &chart.rows {
            let reach = reach(row, chart);
            left = left.max(reach.0);
            right = right.max(reach.1);
            aside = aside.max(reach.2);
        }
        let gap = if aside > 0.0 {
            14.0 * canvas.scale
        } else {
            0.0
        };
        let width = (room.right - net_width - labels - gap).max(10.0);
        let all = (left + right + aside).max(0.01);
        let whole = width / pt(all);
        let height = room.bottom - top;
        let least = 1.3 * canvas.text.label.size_pt;
        let fits = |rows: usize| {
            // Where some are left out, a line says so.
            let said = usize::from(rows < chart.rows.len());
            least * count(rows + said) <= height
        };
        let fitting = (1..=chart.rows.len()).rev().find(|rows| fits(*rows));
        let fitting = fitting.unwrap_or(1);
        let said = usize::from(fitting < chart.rows.len());
        let row_height = (height / count(fitting + said).max(1.0)).min(MOST_ROW * canvas.scale);
        Self {
            frame: Frame {
                canvas,
                room,
                top,
                row_height,
                labels,
                middle: labels + whole * pt(left),
                whole,
                aside: labels + whole * pt(left + right) + gap,
                colours,
            },
            key,
            fitting,
        }
    }
}

/// How far a bar reaches to the left, to the right, and apart: 0 to 1.
fn reach(row: &ScaleRow, chart: &ScaleChart) -> (f64, f64, f64) {
    let Ok(segments) = &row.segments else {
        return (0.0, 0.0, 0.0);
    };
    let (mut left, mut right, mut aside) = (0.0, 0.0, 0.0);
    for (segment, step) in segments.iter().zip(&chart.steps) {
        match step.side {
            ScaleSide::Negative => left += segment.share,
            ScaleSide::Neutral if chart.has_sides() => {
                left += segment.share / 2.0;
                right += segment.share / 2.0;
            }
            ScaleSide::Positive | ScaleSide::Neutral => right += segment.share,
            ScaleSide::Aside => aside += segment.share,
        }
    }
    (left, right, aside)
}

/// The colour of each answer: strongest at the ends.
pub(in crate::chart) fn colours(theme: &ChartTheme, chart: &ScaleChart) -> Vec<Rgba> {
    let of_side = |side| {
        chart
            .steps
            .iter()
            .filter(|step| step.side == side)
            .count()
            .max(1)
    };
    let ramp = |colour: Rgba, place: usize, of: usize| {
        let share = 0.35 + 0.65 * f64::from(count(place + 1)) / f64::from(count(of));
        theme.ground.mixed(colour, share)
    };
    let (positives, negatives, neutrals) = (
        of_side(ScaleSide::Positive),
        of_side(ScaleSide::Negative),
        of_side(ScaleSide::Neutral),
    );
    let (mut positive, mut negative, mut neutral) = (0, 0, 0);
    let steps = chart.steps.iter();
    steps
        .map(|step| match step.side {
            ScaleSide::Positive => {
                positive += 1;
                ramp(theme.category(0).line, positives - positive, positives)
            }
            ScaleSide::Negative => {
                negative += 1;
                ramp(theme.category(3).line, negative - 1, negatives)
            }
            ScaleSide::Neutral if chart.has_sides() => theme.ground.mixed(theme.secondary, 0.35),
            ScaleSide::Neutral => {
                neutral += 1;
                ramp(theme.category(0).line, neutrals - neutral, neutrals)
            }
            ScaleSide::Aside => theme.ground.mixed(theme.secondary, 0.2),
        })
        .collect()
}

/// The places of the steps from left to right: the furthest negative first, those of no side last.
pub(in crate::chart) fn from_left(chart: &ScaleChart) -> Vec<usize> {
    let of = |side| {
        let steps = chart.steps.iter().enumerate();
        steps
            .filter(move |(_, step)| step.side == side)
            .map(|(place, _)| place)
    };
    let mut places: Vec<usize> = of(ScaleSide::Negative).collect();
    places.reverse();
    places.extend(of(ScaleSide::Neutral));
    let mut positive: Vec<usize> = of(ScaleSide::Positive).collect();
    positive.reverse();
    places.extend(positive);
    places.extend(of(ScaleSide::Aside));
    places
}

/// The names of the answers beside their colours, in the order of the bars; and where it ends.
fn key(canvas: &Canvas<'_>, chart: &ScaleChart, colours: &[Rgba], room: Rect) -> (Vec<Node>, f32) {
    let font = canvas.text.axis;
    let (square, gap) = (0.8 * font.size_pt, 14.0 * canvas.scale);
    let line = 1.5 * font.size_pt;
    let (mut left, mut top) = (room.left, room.top);
    let mut nodes = Vec::new();
    for place in from_left(chart) {
        let (Some(step), Some(colour)) = (chart.steps.get(place), colours.get(place)) else {
            continue;
        };
        let label = elide(&step.label, font, 0.5 * room.width(), canvas.measure);
        let width = square + 5.0 * canvas.scale + canvas.measure.width(&label, font);
        if left + width > room.right && left > room.left {
            left = room.left;
            top += line;
        }
        nodes.push(Node::Rect(FilledRect {
            rect: Rect::new(left, top, left + square, top + square),
            rounding: 2.0,
            fill: *colour,
        }));
        let baseline = top + square / 2.0 + font.cap_height() / 2.0;
        let at = left + square + 5.0 * canvas.scale;
        nodes.push(Node::Text(canvas.run(
            &label,
            at,
            baseline,
            font,
            canvas.theme.secondary,
        )));
        left += width + gap;
    }
    (nodes, top + line + 6.0 * canvas.scale)
}

impl Frame<'_> {
    /// What is drawn of a bar, and the rectangle around all of it.
    fn row(&self, row: &ScaleRow, place: usize, chart: &ScaleChart) -> (Vec<Node>, Rect) {
        let canvas = self.canvas;
        let top = self.top + self.row_height * count(place);
        let around = Rect::new(self.room.left, top, self.room.right, top + self.row_height);
        let middle = f32::midpoint(around.top, around.bottom);
        let height = (0.68 * self.row_height).min(28.0 * canvas.scale);
        let (upper, lower) = (middle - height / 2.0, middle + height / 2.0);
        let mut nodes = self.label(row, middle);
        match &row.segments {
            Err(mark) => {
                let font = canvas.text.note;
                let baseline = middle + font.cap_height() / 2.0;
                let left = self.labels + 2.0 * canvas.scale;
                nodes.push(Node::Text(canvas.run(
                    mark,
                    left,
                    baseline,
                    font,
                    canvas.theme.secondary,
                )));
            }
            Ok(segments) => {
                let (reach_left, ..) = reach(row, chart);
                let mut left = self.middle - self.whole * pt(reach_left);
                let mut aside = self.aside;
                for step in from_left(chart) {
                    let (Some(segment), Some(held), Some(fill)) = (
                        segments.get(step),
                        chart.steps.get(step),
                        self.colours.get(step),
                    ) else {
                        continue;
                    };
                    let width = self.whole * pt(segment.share);
                    let at = if held.side == ScaleSide::Aside {
                        &mut aside
                    } else {
                        &mut left
                    };
                    let rect = Rect::new(*at, upper, *at + width, lower);
                    *at += width;
                    let fill = if row.is_low {
                        canvas.theme.ground.mixed(*fill, 0.55)
                    } else {
                        *fill
                    };
                    nodes.extend(self.segment(rect, fill, &segment.text));
                }
            }
        }
        (nodes, around)
    }

    /// A part of a bar, with its share where there is room.
    fn segment(&self, rect: Rect, fill: Rgba, text: &str) -> Vec<Node> {
        let canvas = self.canvas;
        let mut nodes = vec![Node::Rect(FilledRect {
            rect,
            rounding: 0.0,
            fill,
        })];
        let font = canvas.text.footnote;
        let width = canvas.measure.width(text, font);
        if width + 6.0 * canvas.scale <= rect.width() && font.size_pt <= rect.height() {
            let left = rect.left + (rect.width() - width) / 2.0;
            let baseline = f32::midpoint(rect.top, rect.bottom) + font.cap_height() / 2.0;
            let (dark, light) = (canvas.theme.ink, canvas.theme.ground);
            let ink = if dark.contrast(fill) >= light.contrast(fill) {
                dark
            } else {
                light
            };
            let ink = ink.readable_on(fill, TEXT_CONTRAST);
            nodes.push(Node::Text(canvas.run(text, left, baseline, font, ink)));
        }
        nodes
    }

    /// The label with its base at the left, the answers taken together at the right.
    fn label(&self, row: &ScaleRow, middle: f32) -> Vec<Node> {
        let canvas = self.canvas;
        let theme = canvas.theme;
        let font = if row.is_whole {
            canvas.text.label_highlighted
        } else {
            canvas.text.label
        };
        let base_font = canvas.text.axis;
        let baseline = middle + font.cap_height() / 2.0;
        let base_width = canvas.measure.width(&row.base, base_font);
        let room = self.labels - self.room.left - base_width - 16.0 * canvas.scale;
        let label = elide(&row.label, font, room.max(1.0), canvas.measure);
        let ink = if row.is_low {
            theme.secondary
        } else {
            theme.ink
        };
        let run = canvas.run(&label, self.room.left, baseline, font, ink);
        let base_left = self.room.left + run.width + 6.0 * canvas.scale;
        let base = canvas.run(&row.base, base_left, baseline, base_font, theme.secondary);
        let net_left = self.room.right - canvas.measure.width(&row.net, font);
        let net = canvas.run(&row.net, net_left, baseline, font, ink);
        vec![Node::Text(run), Node::Text(base), Node::Text(net)]
    }

    /// The line between the two sides.
    fn middle_line(&self, rows: usize) -> Vec<Node> {
        let bottom = self.top + self.row_height * count(rows);
        vec![Node::Line(Line {
            points: vec![
                Point::new(self.middle, self.top),
                Point::new(self.middle, bottom),
            ],
            stroke: Stroke::solid(1.0, self.canvas.theme.baseline),
        })]
    }
}
