//! The funnel: a dot for each area by its base, the average, and the limits within which chance keeps samples
//! of that base. Only the own area and those outside are named.

use super::funnel_model::{FunnelDot, FunnelModel};
use super::model::{DistrictModel, DistrictsModel};
use crate::chart::axis;
use crate::chart::canvas::{Canvas, NO_VALUES, group};
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::point_labels::{Dot, Name, Surroundings, place};
use crate::chart::scene::{
    Circle, HitRegion, HitShape, HitTarget, Line, Node, PlotArea, Role, Scene, Stroke, Viewport,
};
use crate::chart::size::ChartSize;
use crate::chart::text_block::elide;
use crate::chart::text_metrics::MeasureText;
use crate::chart::theme::{ChartTheme, Dash, SeriesColours};
use crate::chart::wording::district_ranking as words;
use crate::data::Unit;
use crate::stats::funnel::FunnelPlace;

/// The radius of a dot.
const RADIUS: f32 = 5.0;
/// The least radius within which a pointer finds a dot.
const LEAST_REACH: f32 = 9.0;
/// The names of the limits, at their right ends.
const LIMITS: [&str; 2] = ["95%", "99.8%"];
/// Names are not wider than this part of the plot.
const WIDEST_NAME: f32 = 0.4;

/// Lays out a funnel for a size.
pub(super) fn layout(
    model: &DistrictsModel,
    funnel: &FunnelModel,
    size: ChartSize,
    theme: &ChartTheme,
    measure: &dyn MeasureText,
) -> Scene {
    let canvas = Canvas::new(size, theme, measure);
    let mut nodes = Vec::new();
    let mut hits = Vec::new();
    let header = canvas.header(&model.title, &model.subtitle, &mut nodes, &mut hits);
    let footer = canvas.footer(&model.footnote, &mut nodes, &mut hits);
    let room = canvas.room(header + 16.0 * canvas.scale, footer - 14.0 * canvas.scale);
    let drawing = Drawing::new(&canvas, model, funnel, room);
    if funnel.dots.is_empty() {
        nodes.push(canvas.message(NO_VALUES, room));
    } else {
        drawing.axes(&mut nodes);
        drawing.limits(&mut nodes);
        drawing.dots(&mut nodes, &mut hits);
    }
    Scene::new(
        (size, theme.ground),
        (&model.title, &model.alt_text),
        drawing.plot,
        nodes,
        hits,
    )
}

struct Drawing<'a> {
    canvas: &'a Canvas<'a>,
    model: &'a DistrictsModel,
    funnel: &'a FunnelModel,
    plot: PlotArea,
    levels: Vec<axis::ValueLabel>,
}

impl<'a> Drawing<'a> {
    fn new(
        canvas: &'a Canvas<'a>,
        model: &'a DistrictsModel,
        funnel: &'a FunnelModel,
        room: Rect,
    ) -> Self {
        let font = canvas.text.axis;
        let below = 2.0 * font.line_height() + 14.0 * canvas.scale;
        let bottom = (room.bottom - below).max(room.top + 8.0);
        let top = room.top + font.cap_height() / 2.0;
        let levels = axis::value_labels(Unit::Percent, funnel.shares, bottom - top, font);
        let widest = levels
            .iter()
            .map(|label| canvas.measure.width(&label.text, font))
            .fold(0.0, f32::max);
        let left = room.left + widest + 8.0 * canvas.scale;
        let named = canvas.measure.width(LIMITS[1], canvas.text.note);
        let right = (room.right - named - 8.0 * canvas.scale).max(left + 8.0);
        Self {
            canvas,
            model,
            funnel,
            plot: PlotArea {
                rect: Rect::new(left, top, right, bottom),
                viewport: Viewport {
                    x: funnel.bases,
                    y: funnel.shares,
                },
            },
            levels,
        }
    }

    /// Grid, shares up and down, bases across.
    fn axes(&self, nodes: &mut Vec<Node>) {
        let (canvas, rect) = (self.canvas, self.plot.rect);
        let (font, secondary) = (canvas.text.axis, canvas.theme.secondary);
        let grid = Stroke::solid(canvas.scale, canvas.theme.grid);
        let mut rules = Vec::new();
        let mut shares = Vec::new();
        for label in &self.levels {
            let y = self.plot.y_to_pt(label.value);
            let points = vec![Point::new(rect.left, y), Point::new(rect.right, y)];
            rules.push(Node::Line(Line {
                points,
                stroke: grid,
            }));
            let width = canvas.measure.width(&label.text, font);
            let left = rect.left - 8.0 * canvas.scale - width;
            let baseline = y + font.cap_height() / 2.0;
            let run = canvas.run(&label.text, left, baseline, font, secondary);
            shares.push(Node::Text(run));
        }
        let mut bases = Vec::new();
        let baseline = rect.bottom + 8.0 * canvas.scale + font.cap_height();
        let widest = canvas.measure.width("10,000", font) + 14.0 * canvas.scale;
        let most = (1..=8_u16)
            .rev()
            .find(|parts| rect.width() / f32::from(*parts) >= widest)
            .unwrap_or(1);
        // The labels of an axis are chosen by its length in lines; here each takes `widest` of the width.
        let length = 2.2 * font.size_pt * count(usize::from(most));
        for label in axis::value_labels(Unit::Count, self.funnel.bases, length, font) {
            let width = canvas.measure.width(&label.text, font);
            let x = self.plot.x_to_pt(label.value);
            let left = (x - width / 2.0).min(canvas.content.right - width);
            let run = canvas.run(&label.text, left, baseline, font, secondary);
            bases.push(Node::Text(run));
        }
        let title = elide(
            words::BASE_AXIS,
            font,
            canvas.content.width(),
            canvas.measure,
        );
        let half = canvas.measure.width(&title, font) / 2.0;
        let middle = f32::midpoint(rect.left, rect.right);
        let left = (middle - half).max(canvas.content.left);
        let below = baseline + font.line_height() + 2.0 * canvas.scale;
        bases.push(Node::Text(canvas.run(&title, left, below, font, secondary)));
        nodes.push(group(Role::Grid, None, rules));
        nodes.push(group(Role::VerticalAxis, None, shares));
        nodes.push(group(Role::HorizontalAxis, None, bases));
    }

    /// The average and the two pairs of limits, as far as they lie on the plot.
    fn limits(&self, nodes: &mut Vec<Node>) {
        let (canvas, rect) = (self.canvas, self.plot.rect);
        let colour = canvas.theme.comparator.line;
        let line = |points: Vec<Point>, dash: Dash| {
            Node::Line(Line {
                points,
                stroke: Stroke {
                    width: 1.3 * canvas.scale,
                    colour,
                    dash,
                },
            })
        };
        let y = self.plot.y_to_pt(self.funnel.average);
        let ends = vec![Point::new(rect.left, y), Point::new(rect.right, y)];
        let mut children = vec![line(ends, Dash::Solid)];
        let font = canvas.text.note;
        for (index, points) in self.limit_lines().into_iter().enumerate() {
            let dash = if index < 2 {
                Dash::Dashed
            } else {
                Dash::Dotted
            };
            if let (Some(end), Some(name)) = (points.last(), LIMITS.get(index / 2)) {
                let left = rect.right + 6.0 * canvas.scale;
                let baseline = end.y + font.cap_height() / 2.0;
                let run = canvas.run(name, left, baseline, font, canvas.theme.secondary);
                children.push(Node::Text(run));
            }
            children.push(line(points, dash));
        }
        nodes.push(group(Role::Reference, None, children));
    }

    /// The lower and the upper 95% limit, then those of 99.8%, as far as they lie on the plot.
    fn limit_lines(&self) -> Vec<Vec<Point>> {
        let (lowest, highest) = self.funnel.shares;
        let of = |limits: &[(f64, f64, f64)], is_upper: bool| -> Vec<Point> {
            limits
                .iter()
                .map(|(base, lower, upper)| (*base, if is_upper { *upper } else { *lower }))
                .filter(|(_, share)| (lowest..=highest).contains(share))
                .map(|(base, share)| self.plot.to_point(base, share))
                .collect()
        };
        [&self.funnel.limits_95, &self.funnel.limits_998]
            .into_iter()
            .flat_map(|limits| [of(limits, false), of(limits, true)])
            .collect()
    }

    fn colours(&self, dot: &FunnelDot) -> SeriesColours {
        let is_own = self.district(dot).is_some_and(|district| district.is_own);
        match dot.place {
            _ if is_own => self.canvas.theme.category(2),
            FunnelPlace::Within => self.canvas.theme.muted,
            _ => self.canvas.theme.category(0),
        }
    }

    fn district(&self, dot: &FunnelDot) -> Option<&DistrictModel> {
        self.model.districts.get(dot.district)
    }

    /// The dots, the names of those outside the limits and of the own, and where a pointer finds them.
    fn dots(&self, nodes: &mut Vec<Node>, hits: &mut Vec<HitRegion>) {
        let canvas = self.canvas;
        let radius = RADIUS * canvas.scale;
        let dots: Vec<Dot> = self
            .funnel
            .dots
            .iter()
            .map(|dot| Dot {
                centre: self.plot.to_point(dot.base, dot.share),
                radius,
            })
            .collect();
        nodes.extend(self.names(&dots));
        for (dot, at) in self.funnel.dots.iter().zip(&dots) {
            let colours = self.colours(dot);
            let width = 1.6 * canvas.scale;
            // Filled is different from the average, hollow possibly so or within the limits.
            let fill = match dot.place {
                FunnelPlace::Lower | FunnelPlace::Higher => colours.line,
                _ => canvas.theme.ground,
            };
            let circle = Circle {
                centre: at.centre,
                radius: (radius - width / 2.0).max(0.5),
                fill,
                stroke: Some(Stroke::solid(width, colours.line)),
            };
            let children = vec![Node::Circle(circle)];
            nodes.push(group(Role::Series, Some(dot.district), children));
            hits.push(HitRegion {
                target: HitTarget::Mark(dot.district),
                shape: HitShape::Disc {
                    centre: at.centre,
                    radius: (radius + 3.0 * canvas.scale).max(LEAST_REACH * canvas.scale),
                },
            });
        }
    }

    fn names(&self, dots: &[Dot]) -> Vec<Node> {
        let canvas = self.canvas;
        let widest = WIDEST_NAME * self.plot.rect.width();
        let named: Vec<(usize, &FunnelDot, &DistrictModel)> = self
            .funnel
            .dots
            .iter()
            .enumerate()
            .filter_map(|(index, dot)| Some((index, dot, self.district(dot)?)))
            .filter(|(_, dot, district)| district.is_own || dot.place != FunnelPlace::Within)
            .collect();
        let texts: Vec<_> = named
            .iter()
            .map(|(index, dot, district)| {
                let font = if district.is_own {
                    canvas.text.label_highlighted
                } else {
                    canvas.text.label
                };
                let text = elide(&district.name, font, widest, canvas.measure);
                (*index, font, text, self.colours(dot).text)
            })
            .collect();
        let wanted: Vec<Name> = texts
            .iter()
            .map(|(index, font, text, _)| Name {
                dot: *index,
                width: canvas.measure.width(text, *font),
                height: font.cap_height() + 0.8 * font.descent(),
            })
            .collect();
        let average = self.plot.y_to_pt(self.funnel.average);
        let rect = self.plot.rect;
        let mut lines = vec![(
            Point::new(rect.left, average),
            Point::new(rect.right, average),
        )];
        for points in self.limit_lines() {
            let pieces = points.iter().zip(points.iter().skip(1));
            lines.extend(pieces.map(|(from, to)| (*from, *to)));
        }
        let placed = place(
            &wanted,
            &Surroundings {
                dots,
                taken: &[],
                lines: &lines,
                bounds: Rect::new(rect.left + 2.0, rect.top, rect.right, rect.bottom - 2.0),
                gap: 4.0 * canvas.scale,
            },
        );
        let mut nodes = Vec::new();
        for ((index, font, text, colour), placed) in texts.iter().zip(placed) {
            let (Some(placed), Some(dot)) = (placed, self.funnel.dots.get(*index)) else {
                continue;
            };
            let mut children = Vec::new();
            if let Some((from, to)) = placed.leader {
                children.push(Node::Line(Line {
                    points: vec![from, to],
                    stroke: Stroke::solid(canvas.scale, canvas.theme.baseline),
                }));
            }
            let baseline = placed.rect.top + font.cap_height();
            let run = canvas.run(text, placed.rect.left, baseline, *font, *colour);
            children.push(Node::Text(run));
            nodes.push(group(Role::LineLabels, Some(dot.district), children));
        }
        nodes
    }
}
