//! A trend chart before it is laid out: which lines, which values of them may be shown, and every word.

use std::sync::Arc;

use super::cast::{Cast, Member};
use super::emphasis::Emphasis;
use super::point::{self, Caution, GapReason, PointModel, ValuePoint};
use super::scale;
use super::scene::Viewport;
use super::series_breaks;
use super::target_lines::{TargetLine, target_lines};
use super::wording;
use crate::analysis::{SeriesKey, SeriesRole, TrendAnswer, TrendSeries};
use crate::data::{Period, Unit};
use crate::project::trend_spec::TrendSpec;

/// With no line in front, intervals are drawn while there are no more lines than this.
pub const MOST_INTERVALS: usize = 3;

/// A trend chart before it is laid out. It holds nothing that may not be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendModel {
    /// The unit of all values.
    pub unit: Unit,
    /// The message, or the measure's name where nothing is clear, or the user's own words.
    pub title: String,
    /// What is measured, of whom, where and in which periods.
    pub subtitle: String,
    /// Base, interval, cautions, source.
    pub footnote: String,
    /// One or two sentences of plain English.
    pub what_this_shows: String,
    /// The chart in words, for screen readers.
    pub alt_text: String,
    /// The periods, in order.
    pub periods: Vec<PeriodModel>,
    /// The lines: those asked for in their order, then the comparator.
    pub series: Vec<SeriesModel>,
    /// Events, in order.
    pub events: Vec<EventModel>,
    /// The target of a line, its milestones and its baseline.
    pub target_lines: Vec<TargetLine>,
    /// Where lines begin anew, because what stands before is not comparable, in order.
    pub breaks: Vec<BreakModel>,
    /// Whether lines are named at their ends; otherwise in a key over the plot.
    pub label_line_ends: bool,
}

/// A period of a model.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodModel {
    /// Its horizontal place: months since the beginning of the calendar, at the period's end.
    pub x: f64,
    /// Its name on the axis.
    pub axis_label: String,
    /// Its name in sentences.
    pub label: String,
}

/// A line of a model.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesModel {
    /// What it stands for.
    pub key: Arc<SeriesKey>,
    /// Its name.
    pub label: String,
    /// Its latest value for its label, with the period where that is not the chart's latest.
    pub value_label: Option<String>,
    /// Which colours it has.
    pub look: Look,
    /// Whether it is the one in front.
    pub in_front: bool,
    /// Whether its interval is drawn.
    pub has_interval: bool,
    /// Its points, one for each period.
    pub points: Vec<PointModel>,
    /// The places of the periods that get a dot: both ends of the change spoken of, and the latest.
    pub dots: Vec<usize>,
}

/// Which colours a line has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Look {
    /// Those of the category of this place.
    Category(usize),
    /// The comparator's.
    Comparator,
    /// Grey, behind others.
    Muted,
}

/// An event of a model.
#[derive(Clone, Debug, PartialEq)]
pub struct EventModel {
    /// Its place among the events of the spec.
    pub place: usize,
    /// Its horizontal place.
    pub x: f64,
    /// Its words.
    pub text: String,
}

/// A break in series of a model.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakModel {
    /// Its horizontal place: between the last period before it and the first from it on.
    pub x: f64,
    /// Its words.
    pub text: String,
}

impl SeriesModel {
    /// The place of the latest value.
    pub fn last(&self) -> Option<usize> {
        self.points.iter().rposition(|held| held.value().is_some())
    }

    /// The values with the places of their periods.
    pub fn values(&self) -> impl Iterator<Item = (usize, &ValuePoint)> {
        self.points
            .iter()
            .enumerate()
            .filter_map(|(period, held)| Some((period, held.value()?)))
    }
}

impl TrendModel {
    /// The model of an answer as a spec wants it.
    pub fn new(answer: &TrendAnswer, spec: &TrendSpec) -> Self {
        let cast = Cast::new(answer, spec);
        let places: Vec<f64> = answer.periods.iter().map(horizontal_place).collect();
        let latest = cast
            .members
            .iter()
            .filter_map(|member| cast.latest(member.series))
            .map(|(period, _)| period)
            .max();
        let series: Vec<SeriesModel> = cast
            .members
            .iter()
            .map(|member| series_model(&cast, *member, spec, &places, latest))
            .collect();
        let mut model = Self {
            unit: answer.measure.unit,
            title: wording::title::title(&cast, spec),
            subtitle: String::new(),
            footnote: String::new(),
            what_this_shows: wording::sentence::what_this_shows(&cast),
            alt_text: String::new(),
            periods: answer
                .periods
                .iter()
                .zip(&places)
                .map(|(period, x)| PeriodModel {
                    x: *x,
                    axis_label: period.axis_label(),
                    label: period.label(),
                })
                .collect(),
            breaks: series_breaks::break_models(&cast, &places),
            series,
            events: events(spec),
            target_lines: target_lines(&cast, spec),
            label_line_ends: spec.label_line_ends,
        };
        model.subtitle = wording::caption::subtitle(&cast, &model.title);
        model.footnote = wording::footnote::footnote(&cast, &model);
        model.alt_text = wording::alt_text::alt_text(&cast, &model);
        if !model.target_lines.is_empty() {
            let labels = model.target_lines.iter().map(|line| line.label.as_str());
            let labels: Vec<&str> = labels.collect();
            model.alt_text = format!("{} Marked: {}.", model.alt_text, labels.join("; "));
        }
        model
    }

    /// Whether there is no value to draw.
    pub fn is_empty(&self) -> bool {
        self.series.iter().all(|series| series.last().is_none())
    }

    /// The part of the data that shows everything.
    pub fn full_viewport(&self) -> Viewport {
        let (mut lowest, mut highest) = (f64::INFINITY, f64::NEG_INFINITY);
        for series in &self.series {
            for (_, point) in series.values() {
                let interval = point.interval.filter(|_| series.has_interval);
                let (lower, upper) = interval.unwrap_or((point.value, point.value));
                lowest = lowest.min(lower).min(point.value);
                highest = highest.max(upper).max(point.value);
            }
        }
        if lowest <= highest {
            for line in &self.target_lines {
                lowest = lowest.min(line.value);
                highest = highest.max(line.value);
            }
        }
        let y = if lowest <= highest {
            scale::vertical_bounds(self.unit, lowest, highest)
        } else {
            scale::vertical_bounds(self.unit, 0.0, 0.0)
        };
        let first = self.periods.first().map_or(0.0, |period| period.x);
        let last = self.periods.last().map_or(0.0, |period| period.x);
        let x = if last > first {
            (first, last)
        } else {
            (last - 12.0, last)
        };
        Viewport { x, y }
    }

    /// Whether the vertical axis of the full view begins elsewhere than at nought.
    pub fn is_cut(&self) -> bool {
        let (lower, upper) = self.full_viewport().y;
        !self.is_empty() && (lower > 0.0 || upper < 0.0)
    }

    /// The cautions of the points that are drawn hollow, each once.
    pub fn cautions(&self) -> Vec<Caution> {
        let mut cautions: Vec<Caution> = self
            .series
            .iter()
            .flat_map(SeriesModel::values)
            .filter_map(|(_, point)| point.caution)
            .collect();
        cautions.sort_unstable();
        cautions.dedup();
        cautions
    }

    /// The reasons of the gaps, each once.
    pub fn gap_reasons(&self) -> Vec<GapReason> {
        let mut reasons: Vec<GapReason> = self
            .series
            .iter()
            .flat_map(|series| &series.points)
            .filter_map(|held| match held {
                PointModel::Gap(reason) => Some(*reason),
                _ => None,
            })
            .collect();
        reasons.sort_unstable();
        reasons.dedup();
        reasons
    }
}

/// Where a period stands on the time axis: its end, in months since the beginning of the calendar.
pub fn horizontal_place(period: &Period) -> f64 {
    place_of_date(period.end)
}

/// Where a day stands on the time axis, in months since the beginning of the calendar.
pub fn place_of_date(date: jiff::civil::Date) -> f64 {
    let whole = f64::from(date.year()) * 12.0 + f64::from(date.month() - 1);
    whole + f64::from(date.day() - 1) / f64::from(date.days_in_month())
}

fn events(spec: &TrendSpec) -> Vec<EventModel> {
    if !spec.show_events {
        return Vec::new();
    }
    let mut events: Vec<EventModel> = spec
        .events
        .iter()
        .enumerate()
        .map(|(place, event)| EventModel {
            place,
            x: place_of_date(event.date),
            text: event.text.trim().to_owned(),
        })
        .collect();
    events.sort_by(|one, two| one.x.total_cmp(&two.x));
    events
}

fn series_model(
    cast: &Cast<'_>,
    member: Member<'_>,
    spec: &TrendSpec,
    places: &[f64],
    latest: Option<usize>,
) -> SeriesModel {
    let series = member.series;
    let unit = cast.answer.measure.unit;
    let points = join_points(series, unit, &cast.answer.periods, places);
    let last = cast.latest(series);
    let value_label = last.map(|(period, estimate)| {
        let value = unit.format(estimate.value);
        match cast.answer.periods.get(period) {
            Some(held) if Some(period) != latest => format!("{value} ({})", held.axis_label()),
            _ => value,
        }
    });
    let mut dots: Vec<usize> = last.map(|(period, _)| period).into_iter().collect();
    if let Some(change) = cast.change(series) {
        let ends = [change.from, change.to];
        dots.extend(
            ends.iter()
                .filter_map(|end| cast.answer.periods.iter().position(|period| period == end)),
        );
    }
    dots.sort_unstable();
    dots.dedup();
    SeriesModel {
        key: Arc::new(series.key.clone()),
        label: series.label.clone(),
        value_label,
        look: look(cast, member, spec),
        in_front: member.in_front,
        has_interval: spec.show_intervals && has_interval(cast, member),
        points,
        dots,
    }
}

fn look(cast: &Cast<'_>, member: Member<'_>, spec: &TrendSpec) -> Look {
    if member.series.role == SeriesRole::Comparator {
        return Look::Comparator;
    }
    let is_changed = |held: &Member<'_>| cast.clear_change(held.series).is_some();
    // A key tells lines apart by their colours alone.
    let changed = if spec.label_line_ends {
        cast.asked().filter(is_changed).count()
    } else {
        0
    };
    let has_front = cast.asked().any(|held| held.in_front);
    let emphasis = Emphasis::of(cast.asked().count(), changed, has_front);
    let before = cast.asked().take_while(|held| held.place < member.place);
    emphasis.look(
        member.place,
        member.in_front,
        is_changed(&member),
        before.filter(is_changed).count(),
    )
}

fn has_interval(cast: &Cast<'_>, member: Member<'_>) -> bool {
    if cast.asked().any(|asked| asked.in_front) {
        member.in_front || member.series.role == SeriesRole::Comparator
    } else {
        cast.members.len() <= MOST_INTERVALS
    }
}

/// The points of a line. A value is joined to the one before unless something that should be there is
/// missing between them, or a break in the series lies there. Cells that no source has
/// part a line only where the distance is out of the ordinary for it: a yearly line among quarterly
/// ones stays a line.
fn join_points(
    series: &TrendSeries,
    unit: Unit,
    periods: &[Period],
    places: &[f64],
) -> Vec<PointModel> {
    let mut points: Vec<PointModel> = series
        .points
        .iter()
        .map(|held| match held {
            None => PointModel::Absent,
            Some(held) => match point::shown(&held.outcome, unit) {
                Err(reason) => PointModel::Gap(reason),
                Ok(estimate) => PointModel::Value(ValuePoint {
                    value: estimate.value,
                    interval: estimate
                        .interval
                        .map(|interval| (interval.lower, interval.upper)),
                    caution: Caution::of(estimate, unit),
                    joined: true,
                    revised: !point::revised_from(held, unit).is_empty(),
                }),
            },
        })
        .collect();
    let given: Vec<f64> = points
        .iter()
        .zip(places)
        .filter(|(held, _)| held.value().is_some())
        .map(|(_, x)| *x)
        .collect();
    let mut distances: Vec<f64> = given
        .iter()
        .zip(given.iter().skip(1))
        .map(|(one, two)| two - one)
        .collect();
    distances.sort_by(f64::total_cmp);
    let usual = distances
        .get(distances.len() / 2)
        .copied()
        .unwrap_or(f64::INFINITY);
    let mut before: Option<(f64, &Period)> = None;
    for ((held, x), period) in points.iter_mut().zip(places).zip(periods) {
        match held {
            PointModel::Absent => {}
            PointModel::Gap(_) => before = None,
            PointModel::Value(value) => {
                value.joined = before.is_some_and(|(place, earlier)| {
                    x - place <= 1.5 * usual && series.break_between(earlier, period).is_none()
                });
                before = Some((*x, period));
            }
        }
    }
    points
}
