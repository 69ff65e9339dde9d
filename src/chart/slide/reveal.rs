//! A slide that appears bit by bit while it is presented: its paragraphs, or the lines of its chart. What has not
//! appeared keeps its place.

use super::words::with_paragraphs;
use crate::chart::contents::DataTable;
use crate::chart::geometry::{Point, Rect};
use crate::chart::scene::{Group, HitShape, HitTarget, Node, Role, Scene};
use crate::project::ChartKind;
use crate::project::story::{Slide, SlideContent};

/// The most times that one goes on until all lines are there: of more lines, the first appear together.
const MOST_STEPS: usize = 8;

/// How many times one goes on until all of a slide is there; none where it appears as a whole.
pub fn steps(slide: &Slide, scene: &Scene) -> usize {
    if has_lines(slide) {
        lines_by_step(scene).len().saturating_sub(1)
    } else {
        slide.steps()
    }
}

/// A slide as it is after so many steps.
pub fn at_step(slide: &Slide, scene: &Scene, step: usize) -> Scene {
    if has_lines(slide) {
        with_lines(scene, step)
    } else {
        with_paragraphs(scene, step)
    }
}

/// Whether the lines of a slide's chart appear one by one.
fn has_lines(slide: &Slide) -> bool {
    slide.step_by_step && can_have_lines(slide)
}

/// Whether a slide has a chart whose lines could appear one by one.
pub fn can_have_lines(slide: &Slide) -> bool {
    matches!(&slide.content, SlideContent::Chart { chart, .. } if chart.kind == ChartKind::Trend)
}

/// The places of the lines of a chart, those together that appear together: what is compared with first, what is
/// highlighted last, as they lie over one another.
pub fn lines_by_step(scene: &Scene) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = Vec::new();
    for node in &scene.nodes {
        if let Node::Group(group) = node
            && group.role == Role::Series
            && let Some(place) = group.series
            && !order.contains(&place)
        {
            order.push(place);
        }
    }
    let together = order.len().saturating_sub(MOST_STEPS) + 1;
    let (first, others) = order.split_at(together.min(order.len()));
    let mut steps = vec![first.to_vec()];
    steps.extend(others.iter().map(|place| vec![*place]));
    steps.retain(|step| !step.is_empty());
    steps
}

/// The names of the lines of a chart by their places, from its values.
pub fn line_names(table: &DataTable) -> Vec<String> {
    let values = table.columns.iter().filter(|column| !column.is_label);
    let values = values.filter(|column| !column.heading.contains(", 95% interval, "));
    values
        .map(|column| match column.heading.rsplit_once(" (") {
            Some((name, _)) => name.to_owned(),
            None => column.heading.clone(),
        })
        .collect()
}

fn with_lines(scene: &Scene, step: usize) -> Scene {
    let all = lines_by_step(scene);
    let hidden: Vec<usize> = all.iter().skip(step + 1).flatten().copied().collect();
    if hidden.is_empty() {
        return scene.clone();
    }
    let is_of_hidden = |target: HitTarget| match target {
        HitTarget::Series(place) | HitTarget::Point { series: place, .. } => {
            hidden.contains(&place)
        }
        _ => false,
    };
    let names: Vec<Rect> = scene
        .hit_regions
        .iter()
        .filter(|region| is_of_hidden(region.target))
        .filter_map(|region| match region.shape {
            HitShape::Rect(rect) => Some(rect),
            _ => None,
        })
        .collect();
    let kept = scene.nodes.iter().filter_map(|node| match node {
        Node::Group(group) if group.series.is_some_and(|place| hidden.contains(&place)) => None,
        Node::Group(group) if matches!(group.role, Role::LineLabels | Role::Key) => {
            let children = group.children.iter();
            let children = children.filter(|child| !is_named(child, &names));
            Some(Node::Group(Group {
                children: children.cloned().collect(),
                ..group.clone()
            }))
        }
        // A mark of a missing value does not say whose it is.
        Node::Group(group) if group.role == Role::Gaps => None,
        node => Some(node.clone()),
    });
    Scene {
        nodes: kept.collect(),
        hit_regions: scene
            .hit_regions
            .iter()
            .filter(|region| !is_of_hidden(region.target))
            .cloned()
            .collect(),
        ..scene.clone()
    }
}

/// Whether words, or a line that leads to them, stand where one of some names stands.
fn is_named(node: &Node, names: &[Rect]) -> bool {
    // A line ends a little before its name, at the height of its middle.
    let is_at = |point: Point, reach: f32| {
        names.iter().any(|rect| {
            let from = rect.left - reach * rect.height();
            (from..=rect.right).contains(&point.x) && (rect.top..=rect.bottom).contains(&point.y)
        })
    };
    match node {
        Node::Text(run) => {
            let bounds = run.bounds();
            let middle = Point::new(
                f32::midpoint(bounds.left, bounds.right),
                f32::midpoint(bounds.top, bounds.bottom),
            );
            is_at(middle, 0.0)
        }
        Node::Line(line) => {
            let end = line.points.last().copied();
            end.is_some_and(|end| is_at(end, 1.0))
        }
        _ => false,
    }
}
