//! The names of lines at their ends: a column right of the plot, in which labels move apart where lines
//! end close together.

use super::canvas::group;
use super::emphasis::MOST_COLOURED;
use super::geometry::{Point, Rect, count};
use super::label_placement::{Wanted, place};
use super::layout::Frame;
use super::point::PointModel;
use super::scene::{HitRegion, HitShape, HitTarget, Line, Node, PlotArea, Role, Stroke};
use super::series_marks::colours;
use super::text_block::{elide, wrap};
use super::text_metrics::Font;
use super::theme::Dash;
use super::trend_model::{Look, SeriesModel};

/// The most of the chart's width that names may take.
const WIDEST: f32 = 0.32;

/// The rank of the names of grey lines of many, of which only those with room beside them are named.
const ONE_OF_MANY: u8 = 4;

/// The labels of a chart and the room that they need.
pub(super) struct LabelColumn {
    width: f32,
    gap: f32,
    right_without_labels: f32,
}

/// A label that has its text and wants a place.
struct Label {
    series: Option<usize>,
    lines: Vec<String>,
    font: Font,
    centre: f32,
    end: Point,
    rank: (u8, usize),
}

impl Label {
    fn height(&self) -> f32 {
        count(self.lines.len()) * 1.22 * self.font.size_pt
    }
}

impl LabelColumn {
    /// Measures the labels of a chart.
    pub fn new(frame: &Frame<'_>) -> Self {
        let widest = WIDEST * frame.content.width();
        let width = if frame.model.label_line_ends && !frame.model.is_empty() {
            frame
                .model
                .series
                .iter()
                .filter(|series| series.last().is_some())
                .map(|series| {
                    let font = font(frame, series);
                    label_lines(frame, series, true, 2, widest)
                        .iter()
                        .map(|line| frame.measure.width(line, font))
                        .fold(0.0, f32::max)
                })
                .fold(0.0, f32::max)
                .min(widest)
        } else {
            0.0
        };
        Self {
            width,
            gap: 12.0 * frame.scale,
            right_without_labels: 8.0 * frame.scale,
        }
    }

    /// The width between the plot and the right margin.
    pub fn room(&self) -> f32 {
        if self.width > 0.0 {
            self.width + self.gap
        } else {
            self.right_without_labels
        }
    }

    /// The labels at their places.
    pub fn nodes(
        &self,
        frame: &Frame<'_>,
        plot: &PlotArea,
        hits: &mut Vec<HitRegion>,
    ) -> Option<Node> {
        if self.width <= 0.0 {
            return None;
        }
        let top = plot.rect.top - 0.6 * frame.text.label.size_pt;
        let bottom = plot.rect.bottom + 0.25 * frame.text.label.size_pt;
        // A hair more than measured, so that what was measured fits.
        let labels = fitting(frame, plot, bottom - top, self.width + 0.01);
        let wanted: Vec<Wanted> = labels
            .iter()
            .map(|label| Wanted {
                centre: label.centre,
                height: label.height(),
            })
            .collect();
        let placed = place(&wanted, top, bottom)?;
        let left = plot.rect.right + self.gap;
        let mut children = Vec::new();
        for (label, middle) in labels.iter().zip(placed) {
            children.extend(leader(frame, label, left, middle));
            let line_height = 1.22 * label.font.size_pt;
            let mut baseline =
                middle - label.height() / 2.0 + line_height / 2.0 + label.font.cap_height() / 2.0;
            let mut widest = 0.0_f32;
            for line in &label.lines {
                let colour = label
                    .series
                    .and_then(|place| frame.model.series.get(place))
                    .map_or(frame.theme.secondary, |series| {
                        colours(frame.theme, series).text
                    });
                let run = frame.run(line, left, baseline, label.font, colour);
                widest = widest.max(run.width);
                children.push(Node::Text(run));
                baseline += line_height;
            }
            if let Some(place) = label.series {
                let half = label.height() / 2.0;
                hits.push(HitRegion {
                    target: HitTarget::Series(place),
                    shape: HitShape::Rect(Rect::new(
                        left,
                        middle - half,
                        left + widest,
                        middle + half,
                    )),
                });
            }
        }
        Some(group(Role::LineLabels, None, children))
    }
}

fn font(frame: &Frame<'_>, series: &SeriesModel) -> Font {
    if series.in_front {
        frame.text.label_highlighted
    } else {
        frame.text.label
    }
}

/// The labels that fit above one another, by where they want to be: with two lines for long names where
/// there is room, else with one; where still too many, those in front first, and a count of the others.
/// Grey lines of many are named only where their names can stand beside them.
fn fitting(frame: &Frame<'_>, plot: &PlotArea, room: f32, widest: f32) -> Vec<Label> {
    let total = |labels: &[Label]| labels.iter().map(Label::height).sum::<f32>();
    let mut labels = wanted_labels(frame, plot, 2, widest);
    if total(&labels) > room {
        labels = wanted_labels(frame, plot, 1, widest);
    }
    keep_grey_where_free(&mut labels);
    if total(&labels) > room {
        labels.sort_by_key(|label| label.rank);
        let font = frame.text.note.scaled(0.92);
        let room = room - 1.22 * font.size_pt;
        let mut used = 0.0;
        let fit = labels
            .iter()
            .take_while(|label| {
                used += label.height();
                used <= room
            })
            .count();
        let others = labels.len() - fit;
        labels.truncate(fit);
        let more = [format!("and {others} more"), format!("+{others}")]
            .into_iter()
            .find(|more| frame.measure.width(more, font) <= widest);
        labels.extend(more.map(|more| Label {
            series: None,
            lines: vec![more],
            font,
            centre: f32::MAX,
            end: Point::new(plot.rect.right, f32::MAX),
            rank: (u8::MAX, 0),
        }));
    }
    labels.sort_by(|one, two| one.centre.total_cmp(&two.centre));
    for label in &mut labels {
        label.centre = label.centre.min(plot.rect.bottom + room);
    }
    labels
}

fn keep_grey_where_free(labels: &mut Vec<Label>) {
    labels.sort_by_key(|label| label.rank);
    let mut kept: Vec<(f32, f32)> = Vec::new();
    labels.retain(|label| {
        let half = label.height() / 2.0;
        let (top, bottom) = (label.centre - half, label.centre + half);
        let is_free = kept.iter().all(|held| bottom <= held.0 || top >= held.1);
        let is_kept = label.rank.0 < ONE_OF_MANY || is_free;
        if is_kept {
            kept.push((top, bottom));
        }
        is_kept
    });
}

fn wanted_labels(frame: &Frame<'_>, plot: &PlotArea, most_lines: usize, widest: f32) -> Vec<Label> {
    let mut labels = Vec::new();
    for (index, series) in frame.model.series.iter().enumerate() {
        let Some((end, is_latest)) = end_of_line(frame, plot, series) else {
            continue;
        };
        let rank = match series.look {
            _ if series.in_front => 0,
            Look::Comparator => 1,
            Look::Category(_) => 2,
            Look::Muted if frame.model.series.len() > MOST_COLOURED + 1 => ONE_OF_MANY,
            Look::Muted => 3,
        };
        labels.push(Label {
            series: Some(index),
            lines: label_lines(frame, series, is_latest, most_lines, widest),
            font: font(frame, series),
            centre: end.y,
            end,
            rank: (rank, index),
        });
    }
    labels
}

/// Where a line ends within the plot, and whether with its latest value.
fn end_of_line(frame: &Frame<'_>, plot: &PlotArea, series: &SeriesModel) -> Option<(Point, bool)> {
    let (from, to) = plot.viewport.x;
    let tolerance = (to - from) * 1e-6;
    let at = |period: usize| {
        let x = frame.model.periods.get(period)?.x;
        let value = series.points.get(period).and_then(PointModel::value)?;
        Some((x, value))
    };
    let (mut end, mut is_latest) = (None, false);
    for (period, _) in series.values() {
        let (x, point) = at(period)?;
        if x <= to + tolerance {
            end = Some((x, point.value));
            is_latest = series.last() == Some(period);
        } else {
            if let Some((x0, y0)) = end.filter(|_| point.joined) {
                let share = (to - x0) / (x - x0);
                end = Some((to, y0 + share * (point.value - y0)));
            }
            break;
        }
    }
    let (x, y) = end.filter(|(x, _)| *x >= from - tolerance)?;
    let point = plot.to_point(x, y);
    plot.rect.contains(point, 0.5).then_some((point, is_latest))
}

/// The label of a line: its name and latest value. A name too long loses its end, never its value.
fn label_lines(
    frame: &Frame<'_>,
    series: &SeriesModel,
    with_value: bool,
    most_lines: usize,
    widest: f32,
) -> Vec<String> {
    let font = font(frame, series);
    let value = series
        .value_label
        .as_ref()
        .filter(|_| with_value)
        .map(|value| format!(" {value}"))
        .unwrap_or_default();
    let whole = format!("{}{value}", series.label);
    if frame.measure.width(&whole, font) <= widest {
        return vec![whole];
    }
    if most_lines > 1 {
        let lines = wrap(&whole, font, widest, most_lines, frame.measure);
        if !lines.last().is_some_and(|line| line.ends_with('…')) {
            return lines;
        }
    }
    let value_width = frame.measure.width(&value, font);
    let shortened = |name: &str| {
        let name = elide(name, font, (widest - value_width).max(0.0), frame.measure);
        format!("{name}{value}")
    };
    let first = wrap(&series.label, font, widest, 2, frame.measure)
        .into_iter()
        .next()
        .filter(|_| most_lines > 1);
    match first.and_then(|first| Some((series.label.strip_prefix(&first)?.trim(), first.clone()))) {
        Some((rest, first)) if !rest.is_empty() => vec![first, shortened(rest)],
        _ => vec![shortened(&series.label)],
    }
}

/// A thin line from the end of a line to its label, where the label stands elsewhere.
fn leader(frame: &Frame<'_>, label: &Label, left: f32, middle: f32) -> Option<Node> {
    let is_moved = (middle - label.end.y).abs() > 0.75 * label.font.size_pt;
    let is_far = left - label.end.x > 30.0 * frame.scale;
    if label.series.is_none() || !(is_moved || is_far) {
        return None;
    }
    Some(Node::Line(Line {
        points: vec![
            Point::new(label.end.x + 5.0 * frame.scale, label.end.y),
            Point::new(left - 3.0 * frame.scale, middle),
        ],
        stroke: Stroke {
            width: 0.8 * frame.scale,
            colour: frame.theme.event,
            dash: if is_far { Dash::Dotted } else { Dash::Solid },
        },
    }))
}
