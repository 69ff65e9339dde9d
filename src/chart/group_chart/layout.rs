//! Laying out a chart of groups side by side: names at the left, dots in the middle, words at the right.

use super::marks::{self, MarkSizes};
use super::model::{GroupChart, GroupRow, RowMarks};
use crate::chart::canvas::{Canvas, NO_VALUES, RowPlace, group};
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::scale;
use crate::chart::scene::{
    HitRegion, HitShape, HitTarget, Line, Node, PlotArea, Role, Scene, Stroke, Viewport,
};
use crate::chart::size::ChartSize;
use crate::chart::text_block::elide;
use crate::chart::text_metrics::{Font, MeasureText};
use crate::chart::theme::{ChartTheme, Dash};

/// The height of a row where there is room, in sizes of its text.
const ROOMY: f32 = 2.3;
/// The least height of a row, in sizes of its text.
const TIGHT: f32 = 1.32;
/// What a heading takes of a row's height, with the distance above it.
const HEADING: f32 = 1.35;
/// The most of the width that names take.
const MOST_FOR_NAMES: f32 = 0.34;
/// What title, subtitle, key, axis and footnote take on the screen.
const AROUND: f32 = 235.0;
/// The height of a row on the screen where they scroll.
const SCREEN_ROW: f32 = 20.0;

/// The least height in which every row can be read on the screen.
pub(super) fn least_height(chart: &GroupChart) -> f32 {
    AROUND + SCREEN_ROW * units(&chart.rows)
}

/// The heights of all rows and headings together, in rows.
fn units(rows: &[GroupRow]) -> f32 {
    count(rows.len()) + HEADING * count(headings(rows))
}

fn headings(rows: &[GroupRow]) -> usize {
    let mut section = "";
    let begins = rows.iter().filter(|row| {
        let is_new = row.section != section;
        section = &row.section;
        is_new
    });
    begins.count()
}

/// Where things stand across the chart.
struct Columns {
    names: f32,
    plot: (f32, f32),
    words: f32,
    right: f32,
}

/// A row or a heading with its place down the chart.
enum Placed<'a> {
    Heading(&'a str, f32),
    Row(usize, &'a GroupRow, f32),
}

/// Lays out a chart for a size.
pub(super) fn layout(
    chart: &GroupChart,
    size: ChartSize,
    theme: &ChartTheme,
    measure: &dyn MeasureText,
) -> Scene {
    let canvas = Canvas::new(size, theme, measure);
    let scale = canvas.scale;
    let (mut nodes, mut hits) = (Vec::new(), Vec::new());
    let header = canvas.header(&chart.title, &chart.subtitle, &mut nodes, &mut hits);
    let header = marks::key(&canvas, &chart.key, header + 12.0 * scale, &mut nodes);
    let footer = canvas.footer(&chart.footnote, &mut nodes, &mut hits);
    let axis_font = canvas.text.axis;
    let reference_room = if chart.reference.is_some() {
        1.6 * canvas.text.label.size_pt
    } else {
        0.0
    };
    let top = header + 10.0 * scale + reference_room;
    let axis_room = axis_font.cap_height() + 9.0 * scale + 18.0 * scale;
    let room = canvas.room(top, footer - axis_room);
    let (lower, upper) = chart.bounds();
    if chart.is_empty() && chart.rows.is_empty() {
        nodes.push(canvas.message(NO_VALUES, room));
        let plot = PlotArea {
            rect: room,
            viewport: Viewport {
                x: (lower, upper),
                y: (0.0, 1.0),
            },
        };
        return scene(chart, size, theme, plot, nodes, hits);
    }
    let (text_scale, row_height, fitting) = row_sizes(chart, &canvas, room.height());
    let font = canvas.text.axis.scaled(text_scale);
    let columns = columns(chart, &canvas, font, room);
    let placed = place_rows(&chart.rows, fitting, room.top, row_height);
    let bottom = placed
        .iter()
        .map(|placed| match placed {
            Placed::Heading(_, middle) | Placed::Row(_, _, middle) => middle + row_height / 2.0,
        })
        .fold(room.top, f32::max);
    let plot = PlotArea {
        rect: Rect::new(
            columns.plot.0,
            room.top,
            columns.plot.1,
            bottom.min(room.bottom),
        ),
        viewport: Viewport {
            x: (lower, upper),
            y: (0.0, 1.0),
        },
    };
    axis(&canvas, chart, &plot, &mut nodes);
    marks::reference(&canvas, chart, &plot, &mut nodes);
    let drawing = Drawing {
        canvas: &canvas,
        chart,
        columns: &columns,
        plot: &plot,
        font,
        sizes: MarkSizes::of(scale, row_height),
        row_height,
    };
    drawing.rows(&placed, &mut nodes, &mut hits);
    let left_out = chart.rows.len() - fitting;
    if left_out > 0 {
        let baseline = plot.rect.bottom + axis_room - 1.0 * scale;
        nodes.push(canvas.rows_left_out(left_out, baseline));
    }
    scene(chart, size, theme, plot, nodes, hits)
}

fn scene(
    chart: &GroupChart,
    size: ChartSize,
    theme: &ChartTheme,
    plot: PlotArea,
    nodes: Vec<Node>,
    hit_regions: Vec<HitRegion>,
) -> Scene {
    Scene::new(
        (size, theme.ground),
        (&chart.title, &chart.alt_text),
        plot,
        nodes,
        hit_regions,
    )
}

/// The size of text in rows, the height of a row, and how many rows fit.
fn row_sizes(chart: &GroupChart, canvas: &Canvas<'_>, height: f32) -> (f32, f32, usize) {
    let size = canvas.text.axis.size_pt;
    let row_height = height / units(&chart.rows).max(1.0);
    let text_scale = (row_height / (TIGHT * size)).min(1.0);
    let least_scale = canvas.least_row_scale();
    if text_scale >= least_scale {
        return (text_scale, row_height.min(ROOMY * size), chart.rows.len());
    }
    let row_height = TIGHT * least_scale * size;
    let fits = |rows: &usize| {
        let some = chart.rows.get(..*rows).unwrap_or_default();
        // Room for the words about the rest.
        (units(some) + 1.0) * row_height <= height
    };
    let fitting = (1..chart.rows.len()).rev().find(fits).unwrap_or(1);
    (least_scale, row_height, fitting)
}

fn columns(chart: &GroupChart, canvas: &Canvas<'_>, font: Font, room: Rect) -> Columns {
    let widest = |texts: &mut dyn Iterator<Item = f32>| texts.fold(0.0, f32::max);
    let gap = 12.0 * canvas.scale;
    let names = widest(
        &mut chart
            .rows
            .iter()
            .map(|row| canvas.measure.width(&row.label, font)),
    )
    .min(MOST_FOR_NAMES * room.width());
    let has_value = |row: &&GroupRow| !matches!(row.marks, RowMarks::Missing(_));
    let words_font = Font::new(canvas.text.label.weight, font.size_pt);
    let words = widest(
        &mut chart
            .rows
            .iter()
            .filter(has_value)
            .map(|row| canvas.measure.width(&row.value_text, words_font)),
    );
    let words = words + marks::verdict_room(canvas, chart, font);
    let plot_left = room.left + names + gap;
    let plot_right = (room.right - words - gap).max(plot_left + 40.0);
    Columns {
        names: room.left,
        plot: (plot_left, plot_right),
        words: plot_right + gap,
        right: room.right,
    }
}

fn place_rows(rows: &[GroupRow], fitting: usize, top: f32, row_height: f32) -> Vec<Placed<'_>> {
    let mut placed = Vec::with_capacity(rows.len());
    let mut at = top;
    let mut section = "";
    for (index, row) in rows.iter().take(fitting).enumerate() {
        if row.section != section {
            section = &row.section;
            // The distance stands above the heading.
            at += HEADING * row_height;
            placed.push(Placed::Heading(section, at - row_height / 2.0));
        }
        at += row_height;
        placed.push(Placed::Row(index, row, at - row_height / 2.0));
    }
    placed
}

/// The numbers under the plot, and the lines at them.
fn axis(canvas: &Canvas<'_>, chart: &GroupChart, plot: &PlotArea, nodes: &mut Vec<Node>) {
    let (theme, font, rect) = (canvas.theme, canvas.text.axis, plot.rect);
    let (lower, upper) = plot.viewport.x;
    let width_of = |value: f64| {
        canvas
            .measure
            .width(&chart.unit.format_with(value, 0), font)
    };
    let widest = width_of(lower).max(width_of(upper)) + 1.6 * font.size_pt;
    let most = (1..=8_u8)
        .rev()
        .find(|parts| rect.width() / f32::from(*parts) >= widest)
        .unwrap_or(1);
    let least = scale::least_step(chart.unit);
    let (ticks, step) = scale::ticks(lower, upper, u32::from(most), least);
    let decimals = scale::decimals_of_step(step);
    let (mut rules, mut numbers) = (Vec::new(), Vec::new());
    let baseline = rect.bottom + 9.0 * canvas.scale + font.cap_height();
    for tick in ticks {
        let x = plot.x_to_pt(tick);
        let colour = if tick == 0.0 {
            theme.baseline
        } else {
            theme.grid
        };
        rules.push(Node::Line(Line {
            points: vec![Point::new(x, rect.top), Point::new(x, rect.bottom)],
            stroke: Stroke::solid(canvas.scale, colour),
        }));
        let text = if tick == 0.0 {
            chart.unit.format_with(tick, decimals).replace('+', "")
        } else {
            chart.unit.format_with(tick, decimals)
        };
        let width = canvas.measure.width(&text, font);
        let left = (x - width / 2.0).min(canvas.content.right - width);
        let run = canvas.run(&text, left, baseline, font, theme.secondary);
        numbers.push(Node::Text(run));
    }
    nodes.push(group(Role::Grid, None, rules));
    nodes.push(group(Role::HorizontalAxis, None, numbers));
}

/// What the drawing of rows needs.
struct Drawing<'a> {
    canvas: &'a Canvas<'a>,
    chart: &'a GroupChart,
    columns: &'a Columns,
    plot: &'a PlotArea,
    font: Font,
    sizes: MarkSizes,
    row_height: f32,
}

impl Drawing<'_> {
    fn rows(&self, placed: &[Placed<'_>], nodes: &mut Vec<Node>, hits: &mut Vec<HitRegion>) {
        let (mut names, mut words) = (Vec::new(), Vec::new());
        for placed in placed {
            match placed {
                Placed::Heading(text, middle) => names.push(self.heading(text, *middle)),
                Placed::Row(index, row, middle) => {
                    names.extend(self.name(row, *middle));
                    words.extend(self.words(row, *middle));
                    self.dots(*index, row, *middle, nodes, hits);
                }
            }
        }
        nodes.push(group(Role::VerticalAxis, None, names));
        nodes.push(group(Role::LineLabels, None, words));
    }

    fn heading(&self, text: &str, middle: f32) -> Node {
        let font = Font::new(self.canvas.text.label.weight, self.font.size_pt);
        let width = self.columns.right - self.columns.names;
        let text = elide(text, font, width, self.canvas.measure);
        let baseline = baseline_of(middle, font);
        let colour = self.canvas.theme.secondary;
        Node::Text(
            self.canvas
                .run(&text, self.columns.names, baseline, font, colour),
        )
    }

    fn name(&self, row: &GroupRow, middle: f32) -> Vec<Node> {
        let place = RowPlace {
            left: self.columns.names,
            width: self.columns.plot.0 - self.columns.names - 8.0 * self.canvas.scale,
            middle,
            height: self.row_height,
        };
        let colour = match row.marks {
            RowMarks::Missing(_) => self.canvas.theme.secondary,
            _ => self.canvas.theme.ink,
        };
        self.canvas.row_name(&row.label, place, self.font, colour)
    }

    /// The words at the right; why there is no value stands in the plot, where there is room.
    fn words(&self, row: &GroupRow, middle: f32) -> Vec<Node> {
        let theme = self.canvas.theme;
        if let RowMarks::Missing(_) = row.marks {
            let left = self.columns.plot.0 + 2.0 * self.canvas.scale;
            let width = self.columns.right - left;
            let text = elide(&row.value_text, self.font, width, self.canvas.measure);
            let baseline = baseline_of(middle, self.font);
            let run = self
                .canvas
                .run(&text, left, baseline, self.font, theme.secondary);
            return vec![Node::Text(run)];
        }
        let verdict = marks::verdict_of(row);
        let is_clear = verdict.is_clear();
        let weight = if is_clear {
            self.canvas.text.label.weight
        } else {
            self.font.weight
        };
        let font = Font::new(weight, self.font.size_pt);
        let colour = if is_clear {
            marks::colours(theme, self.chart, verdict).text
        } else {
            theme.secondary
        };
        let mut nodes = marks::arrow(
            self.canvas,
            self.chart,
            verdict,
            Point::new(self.columns.words, middle),
            self.font,
        );
        let left = self.columns.words + marks::verdict_room(self.canvas, self.chart, self.font);
        // The column is as wide as the widest of its texts; rounding must not shorten that.
        let width = self.canvas.content.right - left + 0.5;
        let text = elide(&row.value_text, font, width.max(1.0), self.canvas.measure);
        let baseline = baseline_of(middle, font);
        nodes.push(Node::Text(
            self.canvas.run(&text, left, baseline, font, colour),
        ));
        nodes
    }

    fn dots(
        &self,
        index: usize,
        row: &GroupRow,
        middle: f32,
        nodes: &mut Vec<Node>,
        hits: &mut Vec<HitRegion>,
    ) {
        let half = self.row_height / 2.0;
        hits.push(HitRegion {
            target: HitTarget::Mark(index),
            shape: HitShape::Rect(Rect::new(
                self.columns.names,
                middle - half,
                self.columns.right,
                middle + half,
            )),
        });
        // A fine line leads from the name to the dots.
        let guide = Line {
            points: vec![
                Point::new(self.plot.rect.left, middle),
                Point::new(self.plot.rect.right, middle),
            ],
            stroke: Stroke {
                width: 0.8 * self.canvas.scale,
                colour: self.canvas.theme.grid,
                dash: Dash::Dotted,
            },
        };
        let (children, place) = marks::row(
            self.canvas.theme,
            self.chart,
            row,
            self.plot,
            middle,
            &self.sizes,
        );
        if let Some(centre) = place {
            let mut all = vec![Node::Line(guide)];
            all.extend(children);
            nodes.push(group(Role::Series, Some(index), all));
            hits.push(HitRegion {
                target: HitTarget::Mark(index),
                shape: HitShape::Disc {
                    centre,
                    radius: self.sizes.reach,
                },
            });
        }
    }
}

/// The baseline of text whose capitals stand around a height.
fn baseline_of(middle: f32, font: Font) -> f32 {
    middle + font.cap_height() / 2.0
}
