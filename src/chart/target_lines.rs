//! The target of a line, its milestones and its baseline, as lines across the plot of a trend.

use super::canvas::group;
use super::cast::Cast;
use super::clip::clip_line;
use super::geometry::{Point, Rect};
use super::layout::Frame;
use super::scene::{Line, Node, PlotArea, Role, Stroke};
use super::theme::Dash;
use super::wording::scorecard as wording;
use crate::analysis::TrendAnswer;
use crate::analysis::targets::{Rule, ScorecardRow, Wanted};
use crate::analysis::trend::LineTarget;
use crate::data::Unit;
use crate::project::trend_spec::TrendSpec;
use crate::words::say;

/// A line across the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetLine {
    /// What it is of.
    pub kind: TargetLineKind,
    /// Where it lies, in the measure's unit.
    pub value: f64,
    /// Its words.
    pub label: String,
}

/// What a line across the plot is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TargetLineKind {
    /// What is to be reached.
    Target,
    /// What is to be reached on the way.
    Milestone,
    /// What it is measured from.
    Baseline,
}

impl TargetLineKind {
    const fn dash(self) -> Dash {
        match self {
            Self::Target => Dash::LongDashed,
            Self::Milestone => Dash::DashDot,
            Self::Baseline => Dash::Dotted,
        }
    }
}

/// The target that a chart shows: that of the line in front, else of the comparator, else of the only line
/// that has one. With several lines of which none is in front, nobody could tell whose it is.
fn shown<'a>(cast: &Cast<'a>) -> Option<&'a LineTarget> {
    let of = |member: &super::cast::Member<'a>| {
        let mut targets = cast.answer.targets.iter();
        targets.find(|target| target.series == member.series.key)
    };
    let in_front = cast.asked().find(|member| member.in_front);
    let found = in_front.as_ref().and_then(of).or_else(|| {
        let comparator = cast.comparator();
        comparator.as_ref().and_then(of)
    });
    found.or_else(|| {
        let mut having = cast.members.iter().filter_map(of);
        match (having.next(), having.next()) {
            (only, None) => only,
            _ => None,
        }
    })
}

/// The lines of a chart, where the spec wants them.
pub(super) fn target_lines(cast: &Cast<'_>, spec: &TrendSpec) -> Vec<TargetLine> {
    match shown(cast).filter(|_| spec.show_targets) {
        Some(target) => lines_of(cast, target),
        None => Vec::new(),
    }
}

/// What the window’s box that shows the lines is called, in the language that is spoken: "Target line (milestone
/// 63.0%)"; `None` where the chart has none.
pub fn box_words(answer: &TrendAnswer, spec: &TrendSpec) -> Option<String> {
    let cast = Cast::new(answer, spec);
    let target = shown(&cast)?;
    let lines = lines_of(&cast, target);
    let unit = answer.measure.unit;
    let of = |kind: TargetLineKind| lines.iter().find(|line| line.kind == kind);
    let value = |line: &TargetLine| unit.format(line.value);
    if let Some(milestone) = of(TargetLineKind::Milestone) {
        return Some(say::panel_target_milestone(value(milestone)));
    }
    if let Some(target) = of(TargetLineKind::Target) {
        return Some(say::panel_target_line(value(target)));
    }
    of(TargetLineKind::Baseline).map(|baseline| say::panel_target_baseline(value(baseline)))
}

fn lines_of(cast: &Cast<'_>, target: &LineTarget) -> Vec<TargetLine> {
    let row = &target.row;
    let unit = row.measure.unit;
    let member = cast
        .members
        .iter()
        .find(|member| member.series.key == target.series);
    let whose = match member {
        // With one line there is nothing to tell it from.
        Some(member) if cast.members.len() > 1 => format!("{}: ", member.series.label),
        _ => String::new(),
    };
    let mut lines = marks(row, unit);
    for line in &mut lines {
        line.label = if whose.is_empty() {
            super::wording::phrase::capital(&line.label)
        } else {
            format!("{whose}{}", line.label)
        };
    }
    lines
}

fn marks(row: &ScorecardRow, unit: Unit) -> Vec<TargetLine> {
    let mut lines = Vec::new();
    let target = &row.target;
    let baseline = row.baseline.as_ref().map(|baseline| baseline.value);
    let mut add = |kind, value, label| lines.push(TargetLine { kind, value, label });
    let with_due = |rule: Rule, due: Option<&crate::data::Period>| match due {
        Some(due) => format!("{} {}", rule.words(unit), wording::by(due)),
        None => rule.words(unit),
    };
    match (target.aim.rule(baseline), row.wanted) {
        (Some(rule), _) => add(
            TargetLineKind::Target,
            rule.value,
            format!("target {}", with_due(rule, target.due.as_ref())),
        ),
        (None, Wanted::EitherOf { per_cent, points }) => {
            for (rule, reading) in [(per_cent, "per cent"), (points, "points")] {
                let label = format!("target {}, if in {reading}", rule.words(unit));
                add(TargetLineKind::Target, rule.value, label);
            }
        }
        _ => {}
    }
    for milestone in &target.milestones {
        let value = unit.format(milestone.value);
        let label = format!("milestone {value} {}", wording::by(&milestone.due));
        add(TargetLineKind::Milestone, milestone.value, label);
    }
    if let Some(held) = &row.baseline {
        let period = held.period.as_ref().map(wording::when);
        let period = period.map_or_else(String::new, |period| format!(" ({period})"));
        let label = format!("baseline {}{period}", unit.format(held.value));
        add(TargetLineKind::Baseline, held.value, label);
    }
    lines
}

/// Adds the lines that are seen, with words where they cover neither each other nor, as far as can be, the
/// data.
pub(super) fn nodes(
    frame: &Frame<'_>,
    plot: &PlotArea,
    data: &[Vec<Vec<Point>>],
    nodes: &mut Vec<Node>,
) {
    let (from, to) = plot.viewport.y;
    let rect = plot.rect;
    let mut taken = words_so_far(nodes);
    let mut children = Vec::new();
    let seen = || {
        let lines = frame.model.target_lines.iter();
        lines.filter(|line| (from..=to).contains(&line.value))
    };
    let heights: Vec<f32> = seen().map(|line| plot.y_to_pt(line.value)).collect();
    for line in seen() {
        let y = plot.y_to_pt(line.value);
        children.push(Node::Line(Line {
            points: vec![Point::new(rect.left, y), Point::new(rect.right, y)],
            stroke: Stroke {
                width: 1.3 * frame.scale,
                colour: frame.theme.secondary,
                dash: line.kind.dash(),
            },
        }));
        if let Some(place) = place(frame, plot, line, &heights, data, &taken) {
            let font = frame.text.note;
            let baseline = place.top + font.cap_height();
            let colour = frame.theme.secondary;
            let run = frame.run(&line.label, place.left, baseline, font, colour);
            children.push(Node::Text(run));
            taken.push(place);
        }
    }
    if !children.is_empty() {
        nodes.push(group(Role::Targets, None, children));
    }
}

/// The rectangles of the words of events.
fn words_so_far(nodes: &[Node]) -> Vec<Rect> {
    let mut rects = Vec::new();
    for node in nodes {
        if let Node::Group(group) = node
            && group.role == Role::Events
        {
            rects.extend(group.children.iter().filter_map(|child| match child {
                Node::Text(run) => Some(run.bounds()),
                _ => None,
            }));
        }
    }
    rects
}

/// The best of some places along a line for its words, over it or under it, if any is free of other words.
fn place(
    frame: &Frame<'_>,
    plot: &PlotArea,
    line: &TargetLine,
    heights: &[f32],
    data: &[Vec<Vec<Point>>],
    taken: &[Rect],
) -> Option<Rect> {
    const STEPS: u8 = 24;
    let font = frame.text.note;
    let gap = 4.0 * frame.scale;
    let width = frame.measure.width(&line.label, font);
    let height = font.cap_height() + 0.8 * font.descent();
    let y = plot.y_to_pt(line.value);
    let room = plot.rect.width() - width - 2.0 * gap;
    if room < 0.0 {
        return None;
    }
    let mut best: Option<(f32, Rect)> = None;
    for step in 0..=STEPS {
        let left = plot.rect.left + gap + room * f32::from(step) / f32::from(STEPS);
        for (top, aside) in [(y - gap - height, 0.0), (y + gap, 2.5)] {
            let rect = Rect::new(left, top, left + width, top + height);
            let is_inside = top >= plot.rect.top && rect.bottom <= plot.rect.bottom - gap;
            let is_free = taken.iter().all(|other| !other.grown(3.0).overlaps(&rect));
            if !is_inside || !is_free {
                continue;
            }
            let around = rect.grown(2.0 * frame.scale);
            let mut covered = 0.0_f32;
            for part in data.iter().flatten() {
                if !clip_line(part, around).is_empty() {
                    covered += 100.0;
                }
            }
            for other in heights {
                if (rect.top..=rect.bottom).contains(other) {
                    covered += 60.0;
                }
            }
            let cost = aside + f32::from(step) + covered;
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, rect));
            }
        }
    }
    best.map(|(_, rect)| rect)
}
