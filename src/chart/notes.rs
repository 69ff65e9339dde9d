//! What stands in the plot beside the data: events, breaks in series, marks where values are missing.

use super::canvas::group;
use super::clip::clip_line;
use super::geometry::{Point, Rect, count};
use super::layout::Frame;
use super::point::PointModel;
use super::scene::{
    FilledRect, HitRegion, HitShape, HitTarget, Line, Node, PlotArea, Role, Stroke, TextRun,
};
use super::text_block::wrap;
use super::theme::Dash;

/// Adds the events and breaks that are seen: a dotted line, and words where they cover neither each other
/// nor, as far as can be, the data.
pub(super) fn events(
    frame: &Frame<'_>,
    plot: &PlotArea,
    lines: &[Vec<Vec<Point>>],
    nodes: &mut Vec<Node>,
    hits: &mut Vec<HitRegion>,
) {
    let events = frame
        .model
        .events
        .iter()
        .enumerate()
        .map(|(index, event)| (Some(index), event.x, event.text.as_str()));
    let breaks = frame.model.breaks.iter();
    let breaks = breaks.map(|held| (None, held.x, held.text.as_str()));
    let (from, to) = plot.viewport.x;
    let mut children = Vec::new();
    let mut taken: Vec<Rect> = Vec::new();
    // What must be known to read the lines has its words first.
    let shown: Vec<(Option<usize>, f32, &str)> = breaks
        .chain(events)
        .filter(|(_, x, _)| (from..=to).contains(x))
        .map(|(event, x, text)| (event, plot.x_to_pt(x), text))
        .collect();
    let verticals: Vec<f32> = shown.iter().map(|(_, x, _)| *x).collect();
    for (event, x, text) in shown {
        children.push(Node::Line(Line {
            points: vec![
                Point::new(x, plot.rect.top),
                Point::new(x, plot.rect.bottom),
            ],
            stroke: Stroke {
                width: frame.scale,
                colour: frame.theme.event,
                dash: Dash::Dotted,
            },
        }));
        let Some((runs, rect)) = note(frame, plot, x, text, (lines, &verticals), &taken) else {
            continue;
        };
        children.extend(runs.into_iter().map(Node::Text));
        taken.push(rect);
        if let Some(index) = event {
            hits.push(HitRegion {
                target: HitTarget::Event(index),
                shape: HitShape::Rect(rect),
            });
        }
    }
    if !children.is_empty() {
        nodes.push(group(Role::Events, None, children));
    }
}

/// The words of an event at the best of some places along its line, if any is free of other words.
fn note(
    frame: &Frame<'_>,
    plot: &PlotArea,
    x: f32,
    text: &str,
    (lines, verticals): (&[Vec<Vec<Point>>], &[f32]),
    taken: &[Rect],
) -> Option<(Vec<TextRun>, Rect)> {
    let font = frame.text.note;
    let line_height = 1.28 * font.size_pt;
    let gap = 6.0 * frame.scale;
    if plot.rect.height() < 9.0 * font.size_pt {
        return None;
    }
    let mut best: Option<(f32, Rect, Vec<String>)> = None;
    for (ems, most_lines) in [(14.0, 2), (20.0, 2), (10.0, 3), (30.0, 1)] {
        let broken = wrap(text, font, ems * font.size_pt, most_lines, frame.measure);
        // Words cut short are worse than words in a less usual shape, or a line covered.
        let is_cut = broken.last().is_some_and(|line| line.ends_with('…'));
        let shape_cost = if is_cut {
            150.0
        } else {
            count(usize::from(most_lines != 2))
        };
        let width = broken
            .iter()
            .map(|line| frame.measure.width(line, font))
            .fold(0.0, f32::max);
        let height = font.cap_height() + (count(broken.len()) - 1.0) * line_height + font.descent();
        let lowest = plot.rect.bottom - 1.6 * font.size_pt - height;
        for row in 0..40_u8 {
            let top = plot.rect.top + 6.0 * frame.scale + f32::from(row) * line_height / 2.0;
            for (left, aside) in [(x + gap, 0.0), (x - gap - width, 3.0)] {
                let rect = Rect::new(left, top, left + width, top + height);
                let is_inside =
                    left >= plot.rect.left && rect.right <= plot.rect.right && top <= lowest;
                let is_free = taken.iter().all(|other| !other.grown(3.0).overlaps(&rect));
                let most = best.as_ref().map_or(f32::INFINITY, |(cost, ..)| *cost);
                let place_cost = aside + 0.5 * f32::from(row) + shape_cost;
                if !is_inside || !is_free || place_cost >= most {
                    continue;
                }
                let covered = covered_lines(lines, rect.grown(3.0 * frame.scale));
                let around = rect.left - 2.0..rect.right + 2.0;
                let crossed = verticals.iter().filter(|x| around.contains(*x)).count();
                let cost = place_cost + 100.0 * count(covered) + 70.0 * count(crossed);
                if cost < most {
                    best = Some((cost, rect, broken.clone()));
                }
            }
        }
    }
    let (_, rect, broken) = best?;
    let mut baseline = rect.top + font.cap_height();
    let mut runs = Vec::with_capacity(broken.len());
    for line in &broken {
        runs.push(frame.run(line, rect.left, baseline, font, frame.theme.secondary));
        baseline += line_height;
    }
    Some((runs, rect))
}

/// How many lines of the data run through a rectangle.
fn covered_lines(lines: &[Vec<Vec<Point>>], rect: Rect) -> usize {
    lines
        .iter()
        .flatten()
        .filter(|part| !clip_line(part, rect).is_empty())
        .count()
}

/// The marks of missing values, on the bottom of the plot: `[c]`, `[u]`, `[x]`. The footnote says what
/// they mean and whose they are. Where periods stand too close, some are left out.
pub(super) fn gaps(frame: &Frame<'_>, plot: &PlotArea) -> Option<Node> {
    let font = frame.text.note.scaled(0.85);
    let (from, to) = plot.viewport.x;
    let mut children = Vec::new();
    let mut free_from = plot.rect.left;
    for (index, period) in frame.model.periods.iter().enumerate() {
        if period.x < from || period.x > to {
            continue;
        }
        let mut marks: Vec<&str> = frame
            .model
            .series
            .iter()
            .filter_map(|series| match series.points.get(index) {
                Some(PointModel::Gap(reason)) => Some(reason.mark()),
                _ => None,
            })
            .collect();
        marks.sort_unstable();
        marks.dedup();
        if marks.is_empty() {
            continue;
        }
        let text = marks.concat();
        let width = frame.measure.width(&text, font);
        let left = (plot.x_to_pt(period.x) - width / 2.0)
            .min(plot.rect.right - width)
            .max(plot.rect.left);
        if left < free_from {
            continue;
        }
        free_from = left + width + 0.4 * font.size_pt;
        let baseline = plot.rect.bottom - 5.0 * frame.scale;
        let run = frame.run(&text, left, baseline, font, frame.theme.secondary);
        children.push(Node::Rect(FilledRect {
            rect: run.bounds().grown(1.5 * frame.scale),
            rounding: 2.0 * frame.scale,
            fill: frame.theme.ground.with_alpha(225),
        }));
        children.push(Node::Text(run));
    }
    (!children.is_empty()).then(|| group(Role::Gaps, None, children))
}
