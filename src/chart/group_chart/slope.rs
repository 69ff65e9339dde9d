//! Laying out groups then and now as a slope chart: a line for each from then at the left to now at the
//! right, with its name and value at both ends.

use super::marks;
use super::model::{GroupChart, GroupRow, RowMarks};
use crate::chart::canvas::{Canvas, NO_VALUES, group};
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::label_placement::{Wanted, place};
use crate::chart::scene::{
    Circle, HitRegion, HitShape, HitTarget, Line, Node, PlotArea, Role, Scene, Stroke, Viewport,
};
use crate::chart::size::ChartSize;
use crate::chart::text_block::elide;
use crate::chart::text_metrics::{Font, MeasureText};
use crate::chart::theme::ChartTheme;

/// The height of a label, in sizes of its text.
const LABEL: f32 = 1.3;
/// The most of the width that the labels of a side take.
const MOST_FOR_LABELS: (f32, f32) = (0.36, 0.3);
/// What title, subtitle, key, periods and footnote take on the screen, and a label where they scroll.
const AROUND: f32 = 225.0;
const SCREEN_LABEL: f32 = 17.0;

/// The least height in which every label can be read on the screen.
pub(super) fn least_height(chart: &GroupChart) -> f32 {
    AROUND + SCREEN_LABEL * count(ends(chart).len())
}

/// A row with values of both periods.
struct End<'a> {
    mark: usize,
    row: &'a GroupRow,
    from: f64,
    to: f64,
    is_clear: bool,
}

fn ends(chart: &GroupChart) -> Vec<End<'_>> {
    let rows = chart.rows.iter().enumerate();
    rows.filter_map(|(mark, row)| match row.marks {
        RowMarks::ThenAndNow { from, to, verdict } => Some(End {
            mark,
            row,
            from,
            to,
            is_clear: verdict.is_clear(),
        }),
        RowMarks::Missing(_) | RowMarks::Now { .. } => None,
    })
    .collect()
}

/// What stands at the right of a line: the later value, the change and, where it is clear, once more whose.
fn right_words(chart: &GroupChart, end: &End<'_>, is_named: bool) -> String {
    let words = format!("{}  {}", chart.unit.format(end.to), end.row.value_text);
    if is_named {
        format!("{words}  {}", end.row.label)
    } else {
        words
    }
}

/// Lays out a slope chart for a size.
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
    let heading = canvas.text.label;
    let room = canvas.room(
        header + 12.0 * scale + 1.5 * heading.size_pt,
        footer - 12.0 * scale,
    );
    let ends = ends(chart);
    let mut plot = PlotArea {
        rect: room,
        viewport: Viewport {
            x: (0.0, 1.0),
            y: bounds(&ends),
        },
    };
    if ends.is_empty() {
        nodes.push(canvas.message(NO_VALUES, room));
    } else {
        let drawing = Drawing::new(&canvas, chart, &ends, room);
        plot.rect = drawing.plot;
        drawing.draw(&plot, &mut nodes, &mut hits);
    }
    Scene::new(
        (size, theme.ground),
        (&chart.title, &chart.alt_text),
        plot,
        nodes,
        hits,
    )
}

/// From the lowest to the highest value; there is no axis, since every value is printed.
fn bounds(ends: &[End<'_>]) -> (f64, f64) {
    let values = || ends.iter().flat_map(|end| [end.from, end.to]);
    let lowest = values().fold(f64::INFINITY, f64::min);
    let highest = values().fold(f64::NEG_INFINITY, f64::max);
    if lowest < highest {
        (lowest, highest)
    } else {
        (lowest - 1.0, lowest + 1.0)
    }
}

struct Drawing<'a> {
    canvas: &'a Canvas<'a>,
    chart: &'a GroupChart,
    ends: &'a [End<'a>],
    font: Font,
    plot: Rect,
    room: Rect,
    /// Which ends have labels: the clear ones first where there is no room for all.
    labelled: Vec<usize>,
}

impl<'a> Drawing<'a> {
    fn new(canvas: &'a Canvas<'a>, chart: &'a GroupChart, ends: &'a [End<'a>], room: Rect) -> Self {
        let size = canvas.text.axis.size_pt;
        let least = canvas.least_row_scale();
        let fitting = room.height() / (LABEL * size * count(ends.len()));
        let font = canvas.text.axis.scaled(fitting.clamp(least, 1.0));
        let height = LABEL * font.size_pt;
        let mut labelled: Vec<usize> = (0..ends.len()).collect();
        if height * count(ends.len()) > room.height() + 0.1 {
            // A line of words below says how many have none.
            let most = (1..=ends.len())
                .rev()
                .find(|most| height * (count(*most) + 1.2) <= room.height())
                .unwrap_or(1);
            labelled.sort_by_key(|place| ends.get(*place).is_none_or(|end| !end.is_clear));
            labelled.truncate(most);
            labelled.sort_unstable();
        }
        let widest = |text: &dyn Fn(&End<'_>) -> String| {
            labelled
                .iter()
                .filter_map(|place| ends.get(*place))
                .map(|end| {
                    canvas
                        .measure
                        .width(&text(end), Self::font_of(canvas, font, end))
                })
                .fold(0.0, f32::max)
        };
        let unit = chart.unit;
        let left = widest(&|end| format!("{}  {}", end.row.label, unit.format(end.from)));
        let most_right = MOST_FOR_LABELS.1 * room.width() - 1.0 * font.size_pt;
        let named = widest(&|end| right_words(chart, end, end.is_clear));
        let right = if named <= most_right {
            named
        } else {
            widest(&|end| right_words(chart, end, false))
        };
        let dot = 10.0 * canvas.scale;
        let left = left.min(MOST_FOR_LABELS.0 * room.width());
        let right = (right + 1.0 * font.size_pt).min(MOST_FOR_LABELS.1 * room.width());
        let lacking = ends.len() - labelled.len();
        let below = if lacking > 0 { height } else { 0.0 };
        // Half a label has room over and under the dots.
        let inset = (0.5 * height).min(0.2 * room.height());
        let plot = Rect::new(
            room.left + left + 2.0 * dot,
            room.top + inset,
            room.right - right - 2.0 * dot,
            (room.bottom - inset - below).max(room.top + inset + 4.0),
        );
        Self {
            canvas,
            chart,
            ends,
            font,
            plot,
            room: Rect::new(room.left, room.top, room.right, room.bottom - below),
            labelled,
        }
    }

    fn font_of(canvas: &Canvas<'_>, font: Font, end: &End<'_>) -> Font {
        if end.is_clear {
            Font::new(canvas.text.label.weight, font.size_pt)
        } else {
            font
        }
    }

    fn draw(&self, plot: &PlotArea, nodes: &mut Vec<Node>, hits: &mut Vec<HitRegion>) {
        self.periods(nodes);
        // Clear changes lie in front.
        let mut order: Vec<&End<'_>> = self.ends.iter().collect();
        order.sort_by_key(|end| end.is_clear);
        for end in order {
            self.line(end, plot, nodes, hits);
        }
        let mut labels = Vec::new();
        let mut leaders = Vec::new();
        for is_left in [true, false] {
            self.labels(is_left, plot, &mut labels, &mut leaders, hits);
        }
        nodes.push(group(Role::Grid, None, leaders));
        nodes.push(group(Role::LineLabels, None, labels));
        let lacking = self.ends.len() - self.labelled.len();
        if lacking > 0 {
            let (noun, verb) = if lacking == 1 {
                ("line", "has")
            } else {
                ("lines", "have")
            };
            let words = format!("{lacking} {noun} {verb} no name at this size");
            let baseline = self.room.bottom + self.font.size_pt;
            let colour = self.canvas.theme.secondary;
            let left = self.canvas.content.left;
            let run = self.canvas.run(&words, left, baseline, self.font, colour);
            nodes.push(group(Role::Message, None, vec![Node::Text(run)]));
        }
    }

    /// The two periods over their dots, with a line down from each.
    fn periods(&self, nodes: &mut Vec<Node>) {
        let canvas = self.canvas;
        let font = canvas.text.label;
        let periods = (&self.chart.earlier_period, &self.chart.later_period);
        let (Some(from), Some(to)) = periods else {
            return;
        };
        let content = canvas.content;
        let middle = f32::midpoint(self.plot.left, self.plot.right);
        let gap = 0.5 * font.size_pt;
        let baseline = self.room.top - 0.55 * font.size_pt;
        let mut names = Vec::new();
        let mut rules = Vec::new();
        for (text, x, is_left) in [(from, self.plot.left, true), (to, self.plot.right, false)] {
            let half = if is_left {
                middle - content.left
            } else {
                content.right - middle
            };
            let text = elide(text, font, half - gap, canvas.measure);
            let width = canvas.measure.width(&text, font);
            let left = if is_left {
                (x - width / 2.0).clamp(content.left, (middle - gap - width).max(content.left))
            } else {
                (x - width / 2.0).clamp(middle + gap, (content.right - width).max(middle + gap))
            };
            let run = canvas.run(&text, left, baseline, font, canvas.theme.secondary);
            names.push(Node::Text(run));
            rules.push(Node::Line(Line {
                points: vec![
                    Point::new(x, self.room.top),
                    Point::new(x, self.room.bottom),
                ],
                stroke: Stroke::solid(canvas.scale, canvas.theme.grid),
            }));
        }
        nodes.push(group(Role::Reference, None, rules));
        nodes.push(group(Role::HorizontalAxis, None, names));
    }

    fn line(
        &self,
        end: &End<'_>,
        plot: &PlotArea,
        nodes: &mut Vec<Node>,
        hits: &mut Vec<HitRegion>,
    ) {
        let canvas = self.canvas;
        let scale = canvas.scale;
        let look = marks::colours(canvas.theme, self.chart, marks::verdict_of(end.row));
        let from = Point::new(self.plot.left, plot.y_to_pt(end.from));
        let to = Point::new(self.plot.right, plot.y_to_pt(end.to));
        let width = if end.is_clear { 2.4 } else { 1.3 };
        let radius = if end.is_clear { 4.2 } else { 3.2 } * scale;
        let edge = Stroke::solid(1.5 * scale, look.line);
        let is_filled = end.is_clear || look != canvas.theme.muted;
        let dot = |centre: Point, is_filled: bool| {
            Node::Circle(Circle {
                centre,
                radius,
                fill: if is_filled {
                    look.line
                } else {
                    canvas.theme.ground
                },
                stroke: Some(edge),
            })
        };
        nodes.push(group(
            Role::Series,
            Some(end.mark),
            vec![
                Node::Line(Line {
                    points: vec![from, to],
                    stroke: Stroke::solid(width * scale, look.line),
                }),
                dot(from, false),
                dot(to, is_filled),
            ],
        ));
        hits.push(HitRegion {
            target: HitTarget::Mark(end.mark),
            shape: HitShape::Disc {
                centre: to,
                radius: 8.0 * scale,
            },
        });
        hits.push(HitRegion {
            target: HitTarget::Mark(end.mark),
            shape: HitShape::Disc {
                centre: from,
                radius: 8.0 * scale,
            },
        });
    }

    /// The labels of a side, none over another, each as near to its dot as can be; a fine line leads to it.
    fn labels(
        &self,
        is_left: bool,
        plot: &PlotArea,
        labels: &mut Vec<Node>,
        leaders: &mut Vec<Node>,
        hits: &mut Vec<HitRegion>,
    ) {
        let value = |end: &End<'_>| if is_left { end.from } else { end.to };
        let mut shown: Vec<&End<'_>> = self
            .labelled
            .iter()
            .filter_map(|place| self.ends.get(*place))
            .collect();
        shown.sort_by(|one, other| value(other).total_cmp(&value(one)));
        let height = LABEL * self.font.size_pt;
        let wanted: Vec<Wanted> = shown
            .iter()
            .map(|end| Wanted {
                centre: plot.y_to_pt(value(end)),
                height,
            })
            .collect();
        let Some(middles) = place(&wanted, self.room.top, self.room.bottom) else {
            return;
        };
        for ((end, middle), wanted) in shown.into_iter().zip(middles).zip(&wanted) {
            let bounds = self.label(end, is_left, middle, labels);
            hits.push(HitRegion {
                target: HitTarget::Mark(end.mark),
                shape: HitShape::Rect(bounds),
            });
            if (middle - wanted.centre).abs() > 0.4 * height {
                leaders.push(self.leader(is_left, middle, wanted.centre));
            }
        }
    }

    fn leader(&self, is_left: bool, middle: f32, centre: f32) -> Node {
        let scale = self.canvas.scale;
        let (dot, label) = if is_left {
            (self.plot.left - 5.0 * scale, self.plot.left - 16.0 * scale)
        } else {
            (
                self.plot.right + 5.0 * scale,
                self.plot.right + 16.0 * scale,
            )
        };
        Node::Line(Line {
            points: vec![Point::new(dot, centre), Point::new(label, middle)],
            stroke: Stroke::solid(0.8 * scale, self.canvas.theme.event),
        })
    }

    /// Name and value at the left; value, change and, of a clear one, the name at the right; returns where the label stands.
    fn label(&self, end: &End<'_>, is_left: bool, middle: f32, labels: &mut Vec<Node>) -> Rect {
        let canvas = self.canvas;
        let font = Self::font_of(canvas, self.font, end);
        let theme = canvas.theme;
        let verdict = marks::verdict_of(end.row);
        let colour = if end.is_clear {
            marks::colours(theme, self.chart, verdict).text
        } else {
            theme.secondary
        };
        let baseline = middle + font.cap_height() / 2.0;
        let gap = 18.0 * canvas.scale;
        let unit = self.chart.unit;
        let run = if is_left {
            let value = format!("  {}", unit.format(end.from));
            let edge = self.plot.left - gap;
            let room = edge - self.room.left - canvas.measure.width(&value, font);
            let name = elide(&end.row.label, font, room.max(1.0), canvas.measure);
            let text = format!("{name}{value}");
            let width = canvas.measure.width(&text, font);
            canvas.run(&text, edge - width, baseline, font, colour)
        } else {
            let mut left = self.plot.right + gap;
            if end.is_clear {
                let at = Point::new(left, middle);
                labels.extend(marks::arrow(canvas, self.chart, verdict, at, font));
                left += 1.0 * font.size_pt;
            }
            let room = (self.room.right - left + 0.5).max(1.0);
            let named = right_words(self.chart, end, true);
            let text = if end.is_clear && canvas.measure.width(&named, font) <= room {
                named
            } else {
                elide(
                    &right_words(self.chart, end, false),
                    font,
                    room,
                    canvas.measure,
                )
            };
            canvas.run(&text, left, baseline, font, colour)
        };
        let bounds = run.bounds();
        labels.push(Node::Text(run));
        bounds
    }
}
