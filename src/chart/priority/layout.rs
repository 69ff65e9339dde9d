//! Laying out the chart of priority cohorts: from the model and a size to a scene.

use super::axes::Axes;
use super::dots;
use super::model::{PriorityModel, TotalModel};
use crate::chart::canvas::{Canvas, group};
use crate::chart::scene::{
    FilledRect, Line, Node, PlotArea, Role, Scene, Stroke, TextRun, Viewport,
};
use crate::chart::theme::{ChartTheme, Dash};
use crate::chart::{ChartSize, MeasureText, Point, Rect};

/// Lays out the chart for a size.
pub(super) fn layout(
    model: &PriorityModel,
    size: ChartSize,
    theme: &ChartTheme,
    measure: &dyn MeasureText,
) -> Scene {
    let canvas = Canvas::new(size, theme, measure);
    let mut nodes = Vec::new();
    let mut hits = Vec::new();
    let header_bottom = canvas.header(&model.title, &model.subtitle, &mut nodes, &mut hits);
    let footer_top = canvas.footer(&model.footnote, &mut nodes, &mut hits);
    let room = Rect::new(
        canvas.content.left,
        header_bottom + 16.0 * canvas.scale,
        canvas.content.right,
        (footer_top - 16.0 * canvas.scale).max(header_bottom + 24.0 * canvas.scale),
    );
    let axes = Axes::new(model, &canvas, room);
    let plot = axes.plot;
    if let Some(message) = &model.message {
        nodes.push(canvas.message(message, room));
    } else {
        nodes.extend(corner_ground(model, &canvas, &plot));
        axes.push(&canvas, &model.level_title, &mut nodes);
        nodes.extend(cross(model, &canvas, &plot));
        let words = words(model, &canvas, &plot);
        dots::push(model, &canvas, &plot, &words, &mut nodes, &mut hits);
        let runs = words.into_iter().map(|words| words.node).collect();
        nodes.push(group(Role::Events, None, runs));
    }
    Scene::new(
        (size, theme.ground),
        (&model.title, &model.alt_text),
        plot,
        nodes,
        hits,
    )
}

/// The part of the plot that the model shows.
pub(super) const fn viewport(model: &PriorityModel) -> Viewport {
    Viewport {
        x: model.level_bounds,
        y: model.change_bounds,
    }
}

fn corner_rect(model: &PriorityModel, plot: &PlotArea) -> Option<Rect> {
    let corner = model.corner.as_ref()?;
    let at = plot.to_point(corner.level, corner.change);
    let rect = plot.rect;
    Some(if corner.is_upper_right {
        Rect::new(at.x, rect.top, rect.right, at.y)
    } else {
        Rect::new(rect.left, at.y, at.x, rect.bottom)
    })
}

fn corner_ground(model: &PriorityModel, canvas: &Canvas<'_>, plot: &PlotArea) -> Option<Node> {
    let rect = corner_rect(model, plot)?;
    let fill = dots::priority_colours(canvas.theme).line.with_alpha(16);
    let ground = FilledRect {
        rect,
        rounding: 0.0,
        fill,
    };
    Some(group(Role::Events, Some(0), vec![Node::Rect(ground)]))
}

/// The dashed cross at everybody's level and change.
fn cross(model: &PriorityModel, canvas: &Canvas<'_>, plot: &PlotArea) -> Option<Node> {
    let lines = cross_lines(model, plot)?;
    let stroke = Stroke {
        width: 1.2 * canvas.scale,
        colour: canvas.theme.comparator.line,
        dash: Dash::Dashed,
    };
    let lines = lines.map(|(from, to)| {
        Node::Line(Line {
            points: vec![from, to],
            stroke,
        })
    });
    Some(group(Role::Events, Some(1), lines.into()))
}

/// The two lines of the cross.
pub(super) fn cross_lines(model: &PriorityModel, plot: &PlotArea) -> Option<[(Point, Point); 2]> {
    let total = model.total.as_ref()?;
    let (at, rect) = (plot.to_point(total.level, total.change), plot.rect);
    Some([
        (Point::new(at.x, rect.top), Point::new(at.x, rect.bottom)),
        (Point::new(rect.left, at.y), Point::new(rect.right, at.y)),
    ])
}

/// Words on the plot that are no dot's name, with the rectangle that they take.
pub(super) struct Words {
    pub node: Node,
    pub rect: Rect,
}

/// The names of the corner and of the cross, as far as they fit.
fn words(model: &PriorityModel, canvas: &Canvas<'_>, plot: &PlotArea) -> Vec<Words> {
    let gap = 8.0 * canvas.scale;
    let mut words: Vec<Words> = Vec::new();
    if let (Some(corner), Some(rect)) = (&model.corner, corner_rect(model, plot)) {
        let font = canvas.text.label_highlighted;
        let width = canvas.measure.width(&corner.label, font);
        let (left, right) = (rect.left + gap, rect.right - gap - width);
        let (top, bottom) = (rect.top + gap + font.cap_height(), rect.bottom - gap);
        // In the far corner, unless a dot lies there.
        let places = if corner.is_upper_right {
            [(right, top), (left, top), (right, bottom), (left, bottom)]
        } else {
            [(left, bottom), (right, bottom), (left, top), (right, top)]
        };
        let colour = dots::priority_colours(canvas.theme).text;
        let runs =
            places.map(|(left, baseline)| canvas.run(&corner.label, left, baseline, font, colour));
        let fits =
            width + 2.0 * gap <= rect.width() && font.cap_height() + 2.0 * gap <= rect.height();
        let dots = dots::dots(model, canvas, plot);
        let is_free = |run: &&TextRun| {
            let bounds = run.bounds();
            !dots.iter().any(|dot| dot.is_within(&bounds, gap / 4.0))
        };
        let run = runs.iter().find(is_free).or_else(|| runs.first());
        if let Some(run) = run.filter(|_| fits) {
            words.push(Words {
                rect: run.bounds(),
                node: Node::Text(run.clone()),
            });
        }
    }
    if let Some(total) = &model.total {
        words.extend(name_of_cross(model, total, canvas, plot, &words));
    }
    words
}

/// The name of the cross, along its horizontal line where no dot lies; else along its vertical one.
fn name_of_cross(
    model: &PriorityModel,
    total: &TotalModel,
    canvas: &Canvas<'_>,
    plot: &PlotArea,
    taken: &[Words],
) -> Option<Words> {
    let font = canvas.text.note;
    let gap = 5.0 * canvas.scale;
    let (width, cap) = (canvas.measure.width(&total.label, font), font.cap_height());
    let (at, rect) = (plot.to_point(total.level, total.change), plot.rect);
    let dots = dots::dots(model, canvas, plot);
    let (right, left) = (rect.right - width, rect.left + gap);
    let beside = (at.x - gap - width, at.x + gap);
    let (over, under) = (at.y - gap, at.y + gap + cap);
    let top = rect.top + gap + cap;
    let bottom = rect.bottom - gap;
    let places = [
        (right, over),
        (right, under),
        (left, over),
        (left, under),
        (beside.1, top),
        (beside.0, top),
        (beside.1, bottom),
        (beside.0, bottom),
    ];
    let runs = places.map(|(left, baseline)| {
        canvas.run(&total.label, left, baseline, font, canvas.theme.secondary)
    });
    runs.into_iter()
        .find(|run| {
            let bounds = run.bounds();
            let is_inside = bounds.left >= rect.left
                && bounds.right <= rect.right + 1.0
                && bounds.top >= rect.top
                && bounds.bottom <= rect.bottom;
            is_inside
                && !taken.iter().any(|held| held.rect.overlaps(&bounds))
                && !dots.iter().any(|dot| dot.is_within(&bounds, gap / 2.0))
        })
        .map(|run| Words {
            rect: run.bounds(),
            node: Node::Text(run),
        })
}

/// Where the data lie, for a rectangle.
pub(super) const fn plot_area(model: &PriorityModel, rect: Rect) -> PlotArea {
    PlotArea {
        rect,
        viewport: viewport(model),
    }
}

/// A straight line of the grid or of an axis.
pub(super) fn rule(from: Point, to: Point, stroke: Stroke) -> Node {
    Node::Line(Line {
        points: vec![from, to],
        stroke,
    })
}
