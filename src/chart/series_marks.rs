//! The marks of the data: lines, intervals and dots.

use super::canvas::group;
use super::clip::{clip_band, clip_line};
use super::colour::Rgba;
use super::geometry::{Point, Rect};
use super::layout::Frame;
use super::point::ValuePoint;
use super::scene::{
    Area, Circle, HitRegion, HitShape, HitTarget, Line, Node, PlotArea, Role, Stroke,
};
use super::theme::{ChartTheme, SeriesColours, ThemeKind};
use super::trend_model::{Look, SeriesModel, TrendModel};

/// With more lines than this, grey ones are finer.
const MANY: usize = 12;

/// How near to a point a pointer finds it, at the size of the house style.
const REACH: f32 = 10.0;

/// From the middle to the corners of the mark of a revised value, at the size of the house style.
const DIAMOND: f32 = 7.5;
/// The same on the line in front, whose dots are larger.
const DIAMOND_IN_FRONT: f32 = 9.5;

/// The colours of a line of a model.
pub(in crate::chart) fn colours(theme: &ChartTheme, series: &SeriesModel) -> SeriesColours {
    match series.look {
        // In print, the strongest look there is says which line is in front.
        Look::Category(_) if series.in_front && theme.kind == ThemeKind::Print => theme.category(0),
        Look::Category(place) => theme.category(place),
        Look::Comparator => theme.comparator,
        Look::Muted => theme.muted,
    }
}

/// The lines of every series as they are drawn: the parts inside the plot.
pub(super) fn lines(model: &TrendModel, plot: &PlotArea) -> Vec<Vec<Vec<Point>>> {
    model
        .series
        .iter()
        .map(|series| {
            joined_runs(model, series)
                .iter()
                .map(|run| {
                    run.iter()
                        .map(|(x, point)| plot.to_point(*x, point.value))
                        .collect::<Vec<Point>>()
                })
                .flat_map(|run| clip_line(&run, plot.rect))
                .collect()
        })
        .collect()
}

/// The values of a series in runs that a line joins, with their horizontal places.
fn joined_runs<'a>(model: &TrendModel, series: &'a SeriesModel) -> Vec<Vec<(f64, &'a ValuePoint)>> {
    let mut runs: Vec<Vec<(f64, &ValuePoint)>> = Vec::new();
    for (period, point) in series.values() {
        let Some(held) = model.periods.get(period) else {
            continue;
        };
        match runs.last_mut() {
            Some(run) if point.joined => run.push((held.x, point)),
            _ => runs.push(vec![(held.x, point)]),
        }
    }
    runs
}

/// Intervals, then lines and dots, those in front last.
pub(super) fn nodes(
    frame: &Frame<'_>,
    plot: &PlotArea,
    lines: &[Vec<Vec<Point>>],
    nodes: &mut Vec<Node>,
    hits: &mut Vec<HitRegion>,
) {
    let mut order: Vec<(usize, &SeriesModel, &Vec<Vec<Point>>)> = frame
        .model
        .series
        .iter()
        .zip(lines)
        .enumerate()
        .map(|(place, (series, parts))| (place, series, parts))
        .collect();
    // Behind the first: of equal depth, the first asked for lies on top.
    order.sort_by_key(|(place, series, _)| (depth(series), std::cmp::Reverse(*place)));
    for (place, series, _) in &order {
        if series.has_interval {
            let areas = interval(frame, plot, series);
            if !areas.is_empty() {
                nodes.push(group(Role::Interval, Some(*place), areas));
            }
        }
    }
    for (place, series, parts) in &order {
        let children = series_nodes(frame, plot, series, parts);
        nodes.push(group(Role::Series, Some(*place), children));
        push_hits(frame, plot, *place, series, parts, hits);
    }
}

fn depth(series: &SeriesModel) -> u8 {
    match series.look {
        _ if series.in_front => 3,
        Look::Muted => 0,
        Look::Comparator => 1,
        Look::Category(_) => 2,
    }
}

fn interval(frame: &Frame<'_>, plot: &PlotArea, series: &SeriesModel) -> Vec<Node> {
    let fill = colours(frame.theme, series).band;
    let mut areas = Vec::new();
    for run in joined_runs(frame.model, series) {
        let mut band: Vec<(f32, f32, f32)> = Vec::new();
        let mut push = |band: &mut Vec<(f32, f32, f32)>| {
            let (upper, lower) = clip_band(band, plot.rect);
            if let [only] = band.as_slice() {
                areas.extend(lone_interval(frame, plot, *only, fill));
            } else if upper.len() > 1 {
                areas.push(Node::Area(Area { upper, lower, fill }));
            }
            band.clear();
        };
        for (x, point) in run {
            match point.interval {
                Some((lower, upper)) => {
                    band.push((plot.x_to_pt(x), plot.y_to_pt(upper), plot.y_to_pt(lower)));
                }
                None => push(&mut band),
            }
        }
        push(&mut band);
    }
    areas
}

/// The interval of a value that no line joins to another: a narrow bar.
fn lone_interval(
    frame: &Frame<'_>,
    plot: &PlotArea,
    (x, upper, lower): (f32, f32, f32),
    fill: Rgba,
) -> Option<Node> {
    // At the edges of the plot the bar may reach over, as a dot does.
    let half = 3.5 * frame.scale;
    let rect = Rect::new(
        plot.rect.left - half,
        plot.rect.top,
        plot.rect.right + half,
        plot.rect.bottom,
    );
    let bar = [(x - half, upper, lower), (x + half, upper, lower)];
    let (upper, lower) = clip_band(&bar, rect);
    (upper.len() > 1).then_some(Node::Area(Area { upper, lower, fill }))
}

/// The width of a series' line, at the size of the house style.
pub(in crate::chart) fn line_width(model: &TrendModel, series: &SeriesModel) -> f32 {
    let asked = model
        .series
        .iter()
        .filter(|held| held.look != Look::Comparator)
        .count();
    match series.look {
        _ if series.in_front => 3.2,
        // Fine enough, where they are many, to leave those in front in sight.
        Look::Muted if asked > MANY => 0.7,
        Look::Muted => 1.1,
        Look::Comparator => 1.8,
        Look::Category(_) if asked == 1 => 2.8,
        Look::Category(_) => 2.0,
    }
}

fn series_nodes(
    frame: &Frame<'_>,
    plot: &PlotArea,
    series: &SeriesModel,
    parts: &[Vec<Point>],
) -> Vec<Node> {
    let colours = colours(frame.theme, series);
    let stroke = Stroke {
        width: line_width(frame.model, series) * frame.scale,
        colour: colours.line,
        dash: colours.dash,
    };
    let mut children: Vec<Node> = parts
        .iter()
        .map(|points| {
            Node::Line(Line {
                points: points.clone(),
                stroke,
            })
        })
        .collect();
    let radius = if series.in_front { 4.5 } else { 2.8 } * frame.scale;
    let ring = Stroke::solid(1.5 * frame.scale, frame.theme.ground);
    let edge = Stroke::solid(1.8 * frame.scale, colours.line);
    let values: Vec<(usize, &ValuePoint)> = series.values().collect();
    for (index, (period, point)) in values.iter().enumerate() {
        let is_alone = !point.joined && values.get(index + 1).is_none_or(|(_, next)| !next.joined);
        let is_dot = is_alone || series.dots.contains(period);
        let Some(centre) = place_in_plot(frame, plot, *period, point.value) else {
            continue;
        };
        if point.revised && series.look != Look::Muted {
            let half = if series.in_front {
                DIAMOND_IN_FRONT
            } else {
                DIAMOND
            };
            children.extend(diamond(frame, centre, half * frame.scale, edge));
        }
        if point.caution.is_some() {
            children.push(Node::Circle(Circle {
                centre,
                radius: radius.max(3.2 * frame.scale) * 0.95,
                fill: frame.theme.ground,
                stroke: Some(edge),
            }));
        } else if is_dot && series.look != Look::Muted {
            children.push(Node::Circle(Circle {
                centre,
                radius: radius + ring.width / 2.0,
                fill: colours.line,
                stroke: Some(ring),
            }));
        } else if is_alone {
            children.push(Node::Circle(Circle {
                centre,
                radius: 2.0 * frame.scale,
                fill: colours.line,
                stroke: None,
            }));
        }
    }
    children
}

/// The mark of a value that was revised: a diamond around its place, wide enough that a dot stands within.
fn diamond(frame: &Frame<'_>, centre: Point, half: f32, edge: Stroke) -> [Node; 2] {
    let (left, right) = (
        Point::new(centre.x - half, centre.y),
        Point::new(centre.x + half, centre.y),
    );
    let (top, bottom) = (
        Point::new(centre.x, centre.y - half),
        Point::new(centre.x, centre.y + half),
    );
    [
        Node::Area(Area {
            upper: vec![left, top, right],
            lower: vec![left, bottom, right],
            fill: frame.theme.ground,
        }),
        Node::Line(Line {
            points: vec![left, top, right, bottom, left],
            stroke: Stroke::solid(0.8 * edge.width, edge.colour),
        }),
    ]
}

/// Where a value is drawn, if it is seen.
fn place_in_plot(frame: &Frame<'_>, plot: &PlotArea, period: usize, value: f64) -> Option<Point> {
    let held = frame.model.periods.get(period)?;
    let point = plot.to_point(held.x, value);
    plot.rect.contains(point, 0.01).then_some(point)
}

fn push_hits(
    frame: &Frame<'_>,
    plot: &PlotArea,
    place: usize,
    series: &SeriesModel,
    parts: &[Vec<Point>],
    hits: &mut Vec<HitRegion>,
) {
    for points in parts {
        hits.push(HitRegion {
            target: HitTarget::Series(place),
            shape: HitShape::Near {
                points: points.clone(),
                distance: 6.0 * frame.scale,
            },
        });
    }
    for (period, point) in series.values() {
        if let Some(centre) = place_in_plot(frame, plot, period, point.value) {
            hits.push(HitRegion {
                target: HitTarget::Point {
                    series: place,
                    period,
                },
                shape: HitShape::Disc {
                    centre,
                    radius: REACH * frame.scale,
                },
            });
        }
    }
}
