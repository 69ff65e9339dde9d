//! The dots, bars and arrows of a chart of groups, its key and everybody's line.

use super::model::{GroupChart, GroupRow, KeyEntry, KeyMark, RowMarks, Verdict};
use crate::analysis::change::Tone;
use crate::chart::canvas::{Canvas, group};
use crate::chart::colour::Rgba;
use crate::chart::geometry::{Point, Rect};
use crate::chart::scene::{Area, Circle, FilledRect, Line, Node, PlotArea, Role, Stroke};
use crate::chart::text_block::elide;
use crate::chart::text_metrics::Font;
use crate::chart::theme::{ChartTheme, SeriesColours, ThemeKind};

/// The sizes of dots and bars.
pub(super) struct MarkSizes {
    radius: f32,
    bar: f32,
    scale: f32,
    /// How near to a dot a pointer finds it.
    pub reach: f32,
}

impl MarkSizes {
    /// The sizes for rows of a height.
    pub fn of(scale: f32, row_height: f32) -> Self {
        Self {
            radius: (4.8 * scale).min(0.3 * row_height),
            bar: (2.4 * scale).min(0.2 * row_height),
            scale,
            reach: (9.0 * scale).min(0.55 * row_height),
        }
    }
}

/// The verdict of a row.
pub(super) const fn verdict_of(row: &GroupRow) -> Verdict {
    match row.marks {
        RowMarks::Now { verdict, .. } | RowMarks::ThenAndNow { verdict, .. } => verdict,
        RowMarks::Missing(_) => Verdict::NotTested,
    }
}

/// The colours of a dot. Where nothing could be tested, all dots are alike and none is grey.
pub(in crate::chart) fn colours(
    theme: &ChartTheme,
    chart: &GroupChart,
    verdict: Verdict,
) -> SeriesColours {
    let is_tested = |row: &GroupRow| verdict_of(row) != Verdict::NotTested;
    match verdict {
        Verdict::Up(tone) | Verdict::Down(tone) => tone_colours(theme, tone),
        Verdict::NotTested if !chart.rows.iter().any(is_tested) => theme.category(0),
        Verdict::NotTested | Verdict::NotClear => theme.muted,
    }
}

/// The colours of what is better or worse; on paper all are alike.
fn tone_colours(theme: &ChartTheme, tone: Tone) -> SeriesColours {
    match tone {
        _ if theme.kind == ThemeKind::Print => theme.category(0),
        Tone::Good => theme.good,
        Tone::Bad => theme.bad,
        Tone::Neutral => theme.category(0),
    }
}

/// The dots of a row with their bar or line, and where the dot is that stands for it.
pub(super) fn row(
    theme: &ChartTheme,
    chart: &GroupChart,
    row: &GroupRow,
    plot: &PlotArea,
    middle: f32,
    sizes: &MarkSizes,
) -> (Vec<Node>, Option<Point>) {
    let at = |value: f64| Point::new(plot.x_to_pt(value), middle);
    let look = colours(theme, chart, verdict_of(row));
    let edge = Stroke::solid(1.7 * sizes.scale, look.line);
    let mut nodes = Vec::new();
    let centre = match row.marks {
        RowMarks::Missing(_) => return (nodes, None),
        RowMarks::Now {
            value,
            interval,
            caution,
            ..
        } => {
            if let Some((lower, upper)) = interval {
                let rect = Rect::new(
                    at(lower).x,
                    middle - sizes.bar,
                    at(upper).x,
                    middle + sizes.bar,
                );
                nodes.push(Node::Rect(FilledRect {
                    rect,
                    rounding: sizes.bar,
                    fill: look.band.with_alpha(look.band.alpha.saturating_mul(2)),
                }));
            }
            nodes.push(dot(theme, at(value), sizes.radius, edge, caution.is_none()));
            at(value)
        }
        RowMarks::ThenAndNow { from, to, verdict } => {
            let is_filled = verdict.is_clear() || look != theme.muted;
            let width = if verdict.is_clear() { 2.4 } else { 1.4 };
            nodes.push(Node::Line(Line {
                points: vec![at(from), at(to)],
                stroke: Stroke::solid(width * sizes.scale, look.line),
            }));
            let small = 0.7 * sizes.radius;
            let fine = Stroke::solid(1.3 * sizes.scale, look.line);
            nodes.push(dot(theme, at(from), small, fine, false));
            nodes.push(dot(theme, at(to), sizes.radius, edge, is_filled));
            at(to)
        }
    };
    (nodes, Some(centre))
}

fn dot(theme: &ChartTheme, centre: Point, radius: f32, edge: Stroke, is_filled: bool) -> Node {
    Node::Circle(Circle {
        centre,
        radius,
        fill: if is_filled { edge.colour } else { theme.ground },
        stroke: Some(edge),
    })
}

/// The width that arrows take before the words at the right.
pub(super) fn verdict_room(canvas: &Canvas<'_>, chart: &GroupChart, font: Font) -> f32 {
    let has_arrows = chart.rows.iter().any(|row| verdict_of(row).is_clear());
    if has_arrows {
        0.75 * font.size_pt + 4.0 * canvas.scale
    } else {
        0.0
    }
}

/// ▲ or ▼ where the difference is clear; its left edge and its middle at `at`.
pub(super) fn arrow(
    canvas: &Canvas<'_>,
    chart: &GroupChart,
    verdict: Verdict,
    at: Point,
    font: Font,
) -> Vec<Node> {
    let is_up = match verdict {
        Verdict::Up(_) => true,
        Verdict::Down(_) => false,
        Verdict::NotClear | Verdict::NotTested => return Vec::new(),
    };
    let fill = colours(canvas.theme, chart, verdict).line;
    vec![triangle(is_up, at, font, fill)]
}

/// ▲ or ▼ beside words in a font, its left edge and its middle at `at`.
pub(in crate::chart) fn triangle(is_up: bool, at: Point, font: Font, fill: Rgba) -> Node {
    let (width, half) = (0.72 * font.size_pt, 0.3 * font.size_pt);
    let (left, tip, right) = (at.x, at.x + width / 2.0, at.x + width);
    let (top, bottom) = (at.y - half, at.y + half);
    let xs = [left, tip, right];
    let points = |ys: [f32; 3]| {
        xs.into_iter()
            .zip(ys)
            .map(|(x, y)| Point::new(x, y))
            .collect()
    };
    let (upper, lower) = if is_up {
        (points([bottom, top, bottom]), points([bottom; 3]))
    } else {
        (points([top; 3]), points([top, bottom, top]))
    };
    Node::Area(Area { upper, lower, fill })
}

/// The key in one row, as far as it fits; returns its bottom.
pub(super) fn key(
    canvas: &Canvas<'_>,
    entries: &[KeyEntry],
    top: f32,
    nodes: &mut Vec<Node>,
) -> f32 {
    let font = canvas.text.note;
    let radius = 4.4 * canvas.scale;
    let gap = 6.0 * canvas.scale;
    let baseline = top + font.cap_height();
    let middle = baseline - font.cap_height() / 2.0;
    let mut left = canvas.content.left;
    let mut children = Vec::new();
    for entry in entries {
        let width = canvas.measure.width(&entry.words, font);
        if left + 2.0 * radius + gap + width > canvas.content.right {
            break;
        }
        let centre = Point::new(left + radius, middle);
        let muted = Stroke::solid(1.7 * canvas.scale, canvas.theme.muted.line);
        let has_then = entries.iter().any(|other| other.mark == KeyMark::Then);
        let at = Point::new(left, middle);
        children.push(match entry.mark {
            // The arrow beside the values, since colour alone tells nothing on paper.
            KeyMark::Verdict(Verdict::Up(tone)) if !has_then => {
                triangle(true, at, font, tone_colours(canvas.theme, tone).line)
            }
            KeyMark::Verdict(Verdict::Down(tone)) if !has_then => {
                triangle(false, at, font, tone_colours(canvas.theme, tone).line)
            }
            KeyMark::Verdict(verdict) => {
                let look = key_colours(canvas.theme, verdict, entries);
                let edge = Stroke::solid(1.7 * canvas.scale, look.line);
                let is_filled = !has_then || look != canvas.theme.muted;
                dot(canvas.theme, centre, radius, edge, is_filled)
            }
            KeyMark::Caution => dot(canvas.theme, centre, radius, muted, false),
            KeyMark::Then => dot(canvas.theme, centre, 0.7 * radius, muted, false),
        });
        left += 2.0 * radius + gap;
        let run = canvas.run(&entry.words, left, baseline, font, canvas.theme.secondary);
        children.push(Node::Text(run));
        left += width + 16.0 * canvas.scale;
    }
    if children.is_empty() {
        return top - 12.0 * canvas.scale;
    }
    nodes.push(group(Role::Key, None, children));
    baseline + font.descent()
}

/// The colours of a dot in the key: those of the rows.
fn key_colours(theme: &ChartTheme, verdict: Verdict, entries: &[KeyEntry]) -> SeriesColours {
    let is_alone = !entries
        .iter()
        .any(|entry| matches!(entry.mark, KeyMark::Verdict(other) if other != Verdict::NotTested));
    match verdict {
        Verdict::Up(tone) | Verdict::Down(tone) => tone_colours(theme, tone),
        Verdict::NotTested if is_alone => theme.category(0),
        Verdict::NotTested | Verdict::NotClear => theme.muted,
    }
}

/// Everybody's line across the rows, named over the plot.
pub(super) fn reference(
    canvas: &Canvas<'_>,
    chart: &GroupChart,
    plot: &PlotArea,
    nodes: &mut Vec<Node>,
) {
    let Some(reference) = &chart.reference else {
        return;
    };
    let look = canvas.theme.comparator;
    let x = plot.x_to_pt(reference.value);
    let font = canvas.text.label;
    let text = elide(
        &reference.label,
        font,
        canvas.content.width(),
        canvas.measure,
    );
    let width = canvas.measure.width(&text, font);
    let content = canvas.content;
    let left = (x - width / 2.0)
        .min(content.right - width)
        .max(content.left);
    let baseline = plot.rect.top - 5.0 * canvas.scale - font.descent();
    nodes.push(group(
        Role::Reference,
        None,
        vec![
            Node::Line(Line {
                points: vec![
                    Point::new(x, plot.rect.top - 2.0 * canvas.scale),
                    Point::new(x, plot.rect.bottom),
                ],
                stroke: Stroke {
                    width: 1.6 * canvas.scale,
                    colour: look.line,
                    dash: look.dash,
                },
            }),
            Node::Text(canvas.run(&text, left, baseline, font, look.text)),
        ],
    ));
}
