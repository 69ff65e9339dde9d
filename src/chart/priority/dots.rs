//! The dots with their names, and the error bars of the one that is selected.

use super::layout::{Words, cross_lines};
use super::model::{DotModel, Fill, PriorityModel};
use crate::chart::canvas::{Canvas, group};
use crate::chart::geometry::pt;
use crate::chart::point_labels::{Dot, Name, Surroundings, place};
use crate::chart::scene::{
    Circle, HitRegion, HitShape, HitTarget, Line, Node, PlotArea, Role, Stroke,
};
use crate::chart::text_block::elide;
use crate::chart::theme::{ChartTheme, SeriesColours};
use crate::chart::{Font, Point, Rect};

/// The radius of the dot of the largest base, and the least radius of any.
const RADII: (f32, f32) = (13.0, 2.6);
/// The height of a plot, in points, under which its dots are smaller.
const LEAST_HEIGHT: f32 = 260.0;
/// The least radius within which a pointer finds a dot.
const LEAST_REACH: f32 = 8.0;
/// Names are not wider than this part of the plot.
const WIDEST_NAME: f32 = 0.32;
/// With more dots than this, only so many are named: those to look at first.
const MOST_NAMES: usize = 60;

/// The colours of those to look at first.
pub(super) fn priority_colours(theme: &ChartTheme) -> SeriesColours {
    theme.bad
}

pub(in crate::chart) fn colours(dot: &DotModel, theme: &ChartTheme) -> SeriesColours {
    match (dot.is_priority, dot.fill) {
        (true, _) => priority_colours(theme),
        (false, Fill::NotTested) => theme.muted,
        (false, _) => theme.category(0),
    }
}

/// The dots in the order of the model.
pub(super) fn dots(model: &PriorityModel, canvas: &Canvas<'_>, plot: &PlotArea) -> Vec<Dot> {
    let bases = model.dots.iter().filter_map(|dot| dot.base);
    let largest = bases.fold(1.0, f64::max);
    // On a low plot large dots would leave no room for names.
    let scale = canvas.scale.min(plot.rect.height() / LEAST_HEIGHT);
    model
        .dots
        .iter()
        .map(|dot| Dot {
            centre: plot.to_point(dot.level, dot.change),
            radius: (radius(dot, largest) + 0.8) * scale,
        })
        .collect()
}

/// Adds the dots, their names and the places where a pointer finds them.
pub(super) fn push(
    model: &PriorityModel,
    canvas: &Canvas<'_>,
    plot: &PlotArea,
    words: &[Words],
    nodes: &mut Vec<Node>,
    hits: &mut Vec<HitRegion>,
) {
    let dots = dots(model, canvas, plot);
    if let Some((place, dot)) = model
        .selected
        .and_then(|place| Some((place, model.dots.get(place)?)))
    {
        nodes.push(error_bars(place, dot, canvas, plot));
    }
    nodes.extend(names(model, canvas, plot, words, &dots));
    // Large dots lie behind small ones.
    let mut order: Vec<usize> = (0..dots.len()).collect();
    let radius_of = |place: &usize| dots.get(*place).map_or(0.0, |dot| dot.radius);
    order.sort_by(|one, other| radius_of(other).total_cmp(&radius_of(one)));
    for place in order {
        let (Some(dot), Some(at)) = (model.dots.get(place), dots.get(place)) else {
            continue;
        };
        nodes.push(circle(place, dot, *at, canvas));
        hits.push(HitRegion {
            target: HitTarget::Mark(place),
            shape: HitShape::Disc {
                centre: at.centre,
                radius: (at.radius + 3.0 * canvas.scale).max(LEAST_REACH * canvas.scale),
            },
        });
    }
}

/// The area of a dot is in proportion to its base.
fn radius(dot: &DotModel, largest: f64) -> f32 {
    let share = dot.base.map_or(0.0, |base| (base / largest).max(0.0));
    (RADII.0 * pt(share.sqrt())).max(RADII.1)
}

fn circle(place: usize, dot: &DotModel, at: Dot, canvas: &Canvas<'_>) -> Node {
    let colours = colours(dot, canvas.theme);
    let width = 1.6 * canvas.scale;
    let fill = match dot.fill {
        Fill::Clear => colours.line.with_alpha(214),
        Fill::NotClear | Fill::NotTested => canvas.theme.ground.with_alpha(190),
    };
    let circle = Circle {
        centre: at.centre,
        radius: (at.radius - width / 2.0).max(0.5),
        fill,
        stroke: Some(Stroke::solid(width, colours.line)),
    };
    group(Role::Series, Some(place), vec![Node::Circle(circle)])
}

/// The 95% intervals of level and change, as far as they lie on the plot.
fn error_bars(place: usize, dot: &DotModel, canvas: &Canvas<'_>, plot: &PlotArea) -> Node {
    let colours = colours(dot, canvas.theme);
    let stroke = Stroke::solid(1.6 * canvas.scale, colours.line);
    let cap = 4.0 * canvas.scale;
    let rect = plot.rect;
    let at = plot.to_point(dot.level, dot.change);
    let mut bars = Vec::new();
    let mut bar = |from: Point, to: Point| {
        bars.push(Node::Line(Line {
            points: vec![from, to],
            stroke,
        }));
    };
    if let Some((lower, upper)) = dot.level_interval {
        let ends = [lower, upper].map(|level| plot.x_to_pt(level));
        let [from, to] = ends.map(|x| x.clamp(rect.left, rect.right));
        bar(Point::new(from, at.y), Point::new(to, at.y));
        for x in ends
            .into_iter()
            .filter(|x| (rect.left..=rect.right).contains(x))
        {
            bar(Point::new(x, at.y - cap), Point::new(x, at.y + cap));
        }
    }
    if let Some((lower, upper)) = dot.change_interval {
        let ends = [lower, upper].map(|change| plot.y_to_pt(change));
        let [from, to] = ends.map(|y| y.clamp(rect.top, rect.bottom));
        bar(Point::new(at.x, from), Point::new(at.x, to));
        for y in ends
            .into_iter()
            .filter(|y| (rect.top..=rect.bottom).contains(y))
        {
            bar(Point::new(at.x - cap, y), Point::new(at.x + cap, y));
        }
    }
    group(Role::Interval, Some(place), bars)
}

/// The names beside the dots, and the lines to those that stand away from theirs.
fn names(
    model: &PriorityModel,
    canvas: &Canvas<'_>,
    plot: &PlotArea,
    words: &[Words],
    dots: &[Dot],
) -> Vec<Node> {
    let widest = WIDEST_NAME * plot.rect.width();
    let taken: Vec<Rect> = words.iter().map(|words| words.rect).collect();
    let lines = cross_lines(model, plot);
    let texts: Vec<(usize, Font, String)> = order_of_names(model)
        .into_iter()
        .filter_map(|place| {
            let dot = model.dots.get(place)?;
            let font = font_of(dot, canvas);
            Some((place, font, elide(&dot.label, font, widest, canvas.measure)))
        })
        .collect();
    let wanted: Vec<Name> = texts
        .iter()
        .map(|(dot, font, text)| Name {
            dot: *dot,
            width: canvas.measure.width(text, *font),
            height: font.cap_height() + 0.8 * font.descent(),
        })
        .collect();
    let placed = place(
        &wanted,
        &Surroundings {
            dots,
            taken: &taken,
            lines: lines.as_ref().map_or(&[], |lines| lines.as_slice()),
            bounds: Rect::new(
                plot.rect.left + 2.0 * canvas.scale,
                plot.rect.top,
                canvas.content.right,
                plot.rect.bottom - 2.0 * canvas.scale,
            ),
            gap: 4.0 * canvas.scale,
        },
    );
    let mut nodes = Vec::new();
    for ((dot, font, text), placed) in texts.iter().zip(placed) {
        let (Some(model), Some(placed)) = (model.dots.get(*dot), placed) else {
            continue;
        };
        let colour = colours(model, canvas.theme).text;
        let mut children = Vec::with_capacity(2);
        if let Some((from, to)) = placed.leader {
            children.push(Node::Line(Line {
                points: vec![from, to],
                stroke: Stroke::solid(0.8 * canvas.scale, canvas.theme.event),
            }));
        }
        let baseline = placed.rect.top + font.cap_height();
        let run = canvas.run(text, placed.rect.left, baseline, *font, colour);
        children.push(Node::Text(run));
        nodes.push(group(Role::LineLabels, Some(*dot), children));
    }
    nodes
}

/// The order in which names get a place: those to look at first, then the others, and those that were not
/// tested last. Selecting one moves no name.
fn order_of_names(model: &PriorityModel) -> Vec<usize> {
    let mut order: Vec<usize> = (0..model.dots.len()).collect();
    order.sort_by_key(|place| {
        let dot = model.dots.get(*place);
        (
            dot.is_none_or(|dot| !dot.is_priority),
            dot.is_none_or(|dot| dot.fill == Fill::NotTested),
            *place,
        )
    });
    order.truncate(MOST_NAMES);
    order
}

fn font_of(dot: &DotModel, canvas: &Canvas<'_>) -> Font {
    if dot.is_priority {
        canvas.text.label_highlighted
    } else {
        canvas.text.note
    }
}
