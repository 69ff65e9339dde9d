//! The footnote: base, interval, cautions, source. In this order, so that what a reader needs to judge
//! the figures comes first.

use super::design_effect;
use super::phrase;
use super::source_note::{is_illustrative, source_note};
use crate::analysis::breaks::BreakOrigin;
use crate::analysis::{Estimate, Provenance, SeriesRole, ShownAs, TrendSeries};
use crate::base::number;
use crate::chart::cast::Cast;
use crate::chart::point::{self, Caution, GapReason, PointModel};
use crate::chart::series_breaks::shown_breaks;
use crate::chart::trend_model::{Look, SeriesModel, TrendModel};
use crate::data::Unit;

/// How many names a caution gives before it counts the rest.
const MOST_NAMES: usize = 3;

/// The footnote of a chart; the model's lines are those of the cast, in the same order.
pub fn footnote(cast: &Cast<'_>, model: &TrendModel) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(base(cast));
    parts.extend(after_base(cast, model, true));
    parts.join(" ")
}

/// What follows the base: interval, cautions, source; `has_axis` says whether values stand along an axis.
pub(super) fn after_base(cast: &Cast<'_>, model: &TrendModel, has_axis: bool) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(cast.answer.notes.iter().cloned());
    if model.series.iter().any(has_drawn_interval) {
        parts.push(String::from("Shaded: 95% confidence interval."));
    }
    parts.extend(design_effect(cast));
    parts.extend(hollow(model));
    parts.extend(revised(cast, model));
    for reason in model.gap_reasons() {
        parts.push(gap(cast, model, reason));
    }
    parts.extend(breaks(cast));
    if has_axis && model.is_cut() {
        parts.push(String::from("The vertical axis does not start at 0."));
    }
    parts.extend(grey(cast, model));
    parts.extend(comparisons(cast));
    parts.extend(chance(cast));
    let shown = provenances(cast);
    parts.extend(source_note(&shown));
    if is_illustrative(&shown) {
        parts.push(String::from("Illustrative figures."));
    }
    parts
}

fn has_drawn_interval(series: &SeriesModel) -> bool {
    series.has_interval && series.values().any(|(_, point)| point.interval.is_some())
}

/// "Base: all respondents (n = 4,412 in the 12 months to Dec 2021; 16–24 n = 503)."
fn base(cast: &Cast<'_>) -> Option<String> {
    let is_share = cast.answer.shown_as == ShownAs::ShareOfTotal;
    if is_share || !cast.answer.measure.unit.rests_on_respondents() {
        return None;
    }
    let latest_base = |series| {
        let (period, estimate): (usize, &Estimate) = cast.latest(series)?;
        Some((period, estimate.unweighted_base?))
    };
    let printed = |base: f64| number::grouped(base, 0);
    let when = |period: usize| {
        cast.answer
            .periods
            .get(period)
            .map_or_else(String::new, |period| {
                let label = period.label();
                match label.strip_prefix("12 months to ") {
                    Some(month) => format!(" in the year to {month}"),
                    None => format!(" in {label}"),
                }
            })
    };
    let in_front = cast.asked().find(|member| member.in_front);
    let everyone = cast.comparator().or_else(|| cast.lead());
    if let Some((period, base)) = everyone.and_then(|member| latest_base(member.series)) {
        let whole = everyone?;
        let people = if whole.series.role == SeriesRole::Comparator {
            phrase::group(&whole.series.label)
        } else {
            String::from("respondents")
        };
        let front = in_front
            .filter(|front| front.series.key != whole.series.key)
            .and_then(|front| Some((front, latest_base(front.series)?.1)))
            .map(|(front, base)| format!("; {} n = {}", front.series.label, printed(base)))
            .unwrap_or_default();
        return Some(format!(
            "Base: {people} (n = {}{}{front}).",
            printed(base),
            when(period)
        ));
    }
    let bases: Vec<(usize, f64)> = cast
        .asked()
        .filter_map(|member| latest_base(member.series))
        .collect();
    let least = bases.iter().map(|(_, base)| *base).reduce(f64::min);
    let most = bases.iter().map(|(_, base)| *base).reduce(f64::max);
    match (least, most, bases.iter().map(|(period, _)| *period).max()) {
        (Some(least), Some(most), Some(period)) => Some(format!(
            "Base: {} {}{}.",
            range_of(&printed(least), &printed(most)),
            if phrase::is_by_area(cast.answer) {
                "an area"
            } else {
                "a group"
            },
            when(period)
        )),
        _ if cast
            .members
            .iter()
            .any(|member| cast.latest(member.series).is_some()) =>
        {
            Some(String::from(
                "Base not given: no interval, no test of change.",
            ))
        }
        _ => None,
    }
}

/// "128 to 921 respondents".
fn range_of(least: &str, most: &str) -> String {
    if least == most {
        format!("{least} respondents")
    } else {
        format!("{least} to {most} respondents")
    }
}

/// "Hollow points: base of 30 to 99, treat with caution; provisional."
fn hollow(model: &TrendModel) -> Option<String> {
    let cautions: Vec<&str> = model
        .cautions()
        .into_iter()
        .map(|caution| match caution {
            Caution::LowBase => "base of 30 to 99, treat with caution",
            other => other.words(),
        })
        .collect();
    (!cautions.is_empty()).then(|| format!("Hollow points: {}.", cautions.join("; ")))
}

/// "Diamonds: revised since first published (Police return Jun 22.xlsx)."
fn revised(cast: &Cast<'_>, model: &TrendModel) -> Option<String> {
    let is_marked = |series: &&SeriesModel| {
        series.look != Look::Muted && series.values().any(|(_, point)| point.revised)
    };
    model.series.iter().find(is_marked)?;
    let unit = cast.answer.measure.unit;
    let mut files: Vec<&str> = Vec::new();
    let points = cast.members.iter().zip(&model.series);
    for (member, _) in points.filter(|(_, series)| is_marked(series)) {
        for point in member.series.points.iter().flatten() {
            if point::revised_from(point, unit).is_empty() {
                continue;
            }
            let first = point.revised_from().first();
            let file = first.map(|first| first.provenance.source.file_name.as_str());
            files.extend(file.filter(|file| !files.contains(file)));
        }
    }
    Some(format!(
        "Diamonds: revised since first published ({}).",
        phrase::list(&files, 2)
    ))
}

/// "Grey: the other 23 areas."
fn grey(cast: &Cast<'_>, model: &TrendModel) -> Option<String> {
    let grey = model
        .series
        .iter()
        .filter(|series| series.look == Look::Muted);
    let (count, kind) = (grey.count(), phrase::is_by_area(cast.answer));
    let kind = if kind { "areas" } else { "groups" };
    (count > 0 && model.series.iter().any(|series| series.in_front))
        .then(|| format!("Grey: the other {count} {kind}."))
}

/// What a test of two counts does not know (statistical specification 5.2, method 2).
fn chance(cast: &Cast<'_>) -> Option<String> {
    let is_count = cast.answer.measure.unit == Unit::Count;
    let is_told = cast
        .members
        .iter()
        .filter_map(|member| cast.clear_change(member.series))
        .any(|held| !held.change.by_months);
    (is_count && is_told).then(|| {
        String::from(
            "Rises and falls are tested against chance alone, which may overstate certainty.",
        )
    })
}

fn design_effect(cast: &Cast<'_>) -> Option<String> {
    design_effect::assumed(shown_estimates(cast).map(|(_, estimate)| estimate.precision))
}

fn shown_estimates<'a>(cast: &Cast<'a>) -> impl Iterator<Item = (&'a TrendSeries, &'a Estimate)> {
    cast.members.iter().flat_map(|member| {
        cast.estimates(member.series)
            .map(|(_, estimate)| (member.series, estimate))
    })
}

/// "[u] base under 30, not shown: 16–24 (Mar 20, Jun 20)."
fn gap(cast: &Cast<'_>, model: &TrendModel, reason: GapReason) -> String {
    let mut whose = Vec::new();
    for series in &model.series {
        let periods: Vec<&str> = series
            .points
            .iter()
            .zip(&model.periods)
            .filter(|(held, _)| **held == PointModel::Gap(reason))
            .map(|(_, period)| period.axis_label.as_str())
            .collect();
        if periods.is_empty() {
            continue;
        }
        let when = if periods.len() == model.periods.len() {
            String::from("all periods")
        } else {
            phrase::list(&periods, MOST_NAMES)
        };
        whose.push(if cast.members.len() > 1 {
            format!("{} ({when})", series.label)
        } else {
            when
        });
    }
    let whose: Vec<&str> = whose.iter().map(String::as_str).collect();
    format!(
        "{}\u{a0}{}: {}.",
        reason.mark(),
        reason.words(),
        phrase::list(&whose, MOST_NAMES)
    )
}

/// "Break in series at Mar 21: not comparable with earlier figures." and "Not comparable with before 2019/20:
/// question wording changed (new contractor)."
fn breaks(cast: &Cast<'_>) -> Vec<String> {
    let mut marked: Vec<String> = Vec::new();
    let mut told: Vec<String> = Vec::new();
    for shown in shown_breaks(cast) {
        let held = shown.held;
        if matches!(held.origin, BreakOrigin::Marked) {
            let period = held.period().axis_label();
            if !marked.contains(&period) {
                marked.push(period);
            }
            continue;
        }
        let whose = match shown.labels.as_slice() {
            [] => String::new(),
            labels => format!("{}: ", phrase::list(labels, MOST_NAMES)),
        };
        let because = match (&held.origin, held.words.as_str()) {
            (BreakOrigin::Noted(note), _) => format!(" ({})", note.describe()),
            (_, "") => String::new(),
            (_, words) => format!(" ({words})"),
        };
        let since = held.since();
        let reason = held.reason.words();
        let text = format!("{whose}not comparable with before {since}: {reason}{because}.");
        let text = phrase::capital(&text);
        if !told.contains(&text) {
            told.push(text);
        }
    }
    let marked: Vec<&str> = marked.iter().map(String::as_str).collect();
    if !marked.is_empty() {
        told.push(format!(
            "Break in series at {}: not comparable with earlier figures.",
            phrase::list(&marked, MOST_NAMES)
        ));
    }
    told
}

/// The cells of all that the lines hold, those without a value too.
fn provenances<'a>(cast: &Cast<'a>) -> Vec<&'a Provenance> {
    let lines = cast.members.iter().map(|member| member.series);
    let points = lines.flat_map(|series| series.points.iter().flatten());
    points.map(|held| held.outcome.provenance()).collect()
}

/// "Changes: 8 comparisons, false discovery rate 5%."
fn comparisons(cast: &Cast<'_>) -> Option<String> {
    let tested = cast
        .asked()
        .filter_map(|member| cast.change(member.series))
        .filter(|held| held.change.p_value.is_some())
        .count();
    (tested > 1).then(|| {
        let tested = number::count(tested);
        format!("Changes: {tested} comparisons, false discovery rate 5%.")
    })
}
