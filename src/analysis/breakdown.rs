//! A measure of one period by groups of people or by areas, each against the rest.

use super::against_rest::{AgainstRest, against_rest};
use super::breaks::NotComparable;
use super::cadence::Cadence;
use super::catalogue::{Catalogue, MeasureKey};
use super::change::{Change, adjust_family};
use super::estimate::{Estimate, Outcome};
use super::groups::{GroupQuestion, Groups};
use super::respondent_figures::Rests;
use super::trend::{PeriodChange, SeriesKey, TrendAnswer, TrendSeries};
use crate::data::{Measure, Period, Unit};

/// The answer to a question about groups in one period.
#[derive(Clone, Debug)]
pub struct BreakdownAnswer {
    /// The measure's key in the catalogue.
    pub key: MeasureKey,
    /// The measure.
    pub measure: Measure,
    /// The place asked about, for the subtitle; empty where the groups are areas.
    pub place: String,
    /// The people asked about, for the subtitle; `None` for everybody.
    pub people: Option<String>,
    /// How long the period is.
    pub cadence: Option<Cadence>,
    /// The period; `None` where there is no cell at all.
    pub period: Option<Period>,
    /// Whether the groups are areas.
    pub is_by_area: bool,
    /// The groups, by dimension, in natural order.
    pub rows: Vec<BreakdownRow>,
    /// Everybody to whom all of the groups belong, where the sources give them.
    pub whole: Option<Whole>,
    /// How many groups were compared with the rest; they are one family.
    pub comparisons: usize,
    /// What has to be said of the values: how they were made, what was withheld.
    pub notes: Vec<String>,
}

/// One group.
#[derive(Clone, Debug)]
pub struct BreakdownRow {
    /// What it stands for.
    pub key: SeriesKey,
    /// Its name.
    pub label: String,
    /// The dimension of which it is a category; empty for an area.
    pub dimension: String,
    /// Its value, or why there is none; `None` where no source has a cell for it.
    pub outcome: Option<Outcome>,
    /// The group against the rest, where that can be tested.
    pub against_rest: Option<AgainstRest>,
    /// Its part of the whole in per cent, for counts.
    pub share_of_whole: Option<f64>,
    /// The change from a year earlier.
    pub over_year: Option<PeriodChange>,
    /// Why it is not compared with a year before, where a break in the series is the reason.
    pub not_comparable: Option<NotComparable>,
}

/// Everybody to whom the groups belong.
#[derive(Clone, Debug)]
pub struct Whole {
    /// What it stands for.
    pub key: SeriesKey,
    /// Its name.
    pub label: String,
    /// Its value, or why there is none.
    pub outcome: Outcome,
}

/// The answer; `None` where no source holds the measure.
pub fn breakdown(catalogue: &Catalogue, asked: &GroupQuestion) -> Option<BreakdownAnswer> {
    let groups = Groups::of(catalogue, asked)?;
    let index = groups.latest();
    let period = index.and_then(|index| groups.trend.periods.get(index));
    let entry = catalogue.entry(&asked.question.measure)?;
    let rests = period.map(|period| Rests::of(catalogue, entry, period));
    let mut rows: Vec<BreakdownRow> = groups
        .trend
        .series
        .iter()
        .zip(&groups.dimensions)
        .map(|(line, dimension)| row(&groups, line, dimension, index, rests.as_ref()))
        .collect();
    let comparisons = adjust_family(
        rows.iter_mut()
            .filter_map(|row| Some(&mut row.against_rest.as_mut()?.comparison)),
    );
    adjust_family(
        rows.iter_mut()
            .filter_map(|row| Some(&mut row.over_year.as_mut()?.change)),
    );
    let whole = groups
        .one_whole()
        .and_then(|line| whole(&groups, line, index?));
    let is_by_area = groups.is_by_area();
    let TrendAnswer {
        key,
        measure,
        people,
        place,
        cadence,
        periods,
        notes,
        ..
    } = groups.trend;
    Some(BreakdownAnswer {
        key,
        measure,
        place: if is_by_area { String::new() } else { place },
        people,
        cadence,
        period: index.and_then(|index| periods.get(index).copied()),
        is_by_area,
        rows,
        whole,
        comparisons,
        notes,
    })
}

/// What everybody to whom the groups belong is called, and what they have in a period.
pub(super) fn whole(groups: &Groups, line: &TrendSeries, index: usize) -> Option<Whole> {
    Some(Whole {
        key: line.key.clone(),
        label: whole_label(groups, line),
        outcome: line.points.get(index)?.as_ref()?.outcome.clone(),
    })
}

pub(super) fn whole_label(groups: &Groups, line: &TrendSeries) -> String {
    if groups.is_by_area() {
        return line.key.area.clone();
    }
    let unit = groups.trend.measure.unit;
    if line.key.cohort.is_everyone() && !unit.rests_on_respondents() {
        return String::from("Everyone");
    }
    line.key.cohort.label()
}

fn row(
    groups: &Groups,
    line: &TrendSeries,
    dimension: &str,
    index: Option<usize>,
    rests: Option<&Rests>,
) -> BreakdownRow {
    let unit = groups.trend.measure.unit;
    let point = index.and_then(|index| line.points.get(index)?.as_ref());
    let own = index.and_then(|index| groups.showable(line, index));
    let whole = index.and_then(|index| groups.showable(groups.whole_of(line)?, index));
    BreakdownRow {
        key: line.key.clone(),
        label: line.label.clone(),
        dimension: dimension.to_owned(),
        outcome: point.map(|point| point.outcome.clone()),
        against_rest: own.and_then(|own| {
            let exact = rests.and_then(|rests| rests.beside(&line.key, own));
            let others = others(groups, line, dimension, index?);
            against_rest(unit, own, exact, whole, &others)
        }),
        share_of_whole: own
            .zip(whole)
            .and_then(|(own, whole)| share_of_whole(unit, own, whole)),
        not_comparable: index
            .and_then(|to| not_comparable(groups, line, groups.year_before(to)?, to)),
        over_year: index.and_then(|to| change(groups, line, groups.year_before(to)?, to)),
    }
}

/// The change of a line between two periods, where both values may be seen and the source calls them
/// comparable.
pub(super) fn change(
    groups: &Groups,
    line: &TrendSeries,
    from: usize,
    to: usize,
) -> Option<PeriodChange> {
    let (earlier, later) = (groups.showable(line, from)?, groups.showable(line, to)?);
    let (from, to) = (
        groups.trend.periods.get(from)?,
        groups.trend.periods.get(to)?,
    );
    if line.break_between(from, to).is_some() {
        return None;
    }
    let days = (f64::from(from.days()), f64::from(to.days()));
    Some(PeriodChange {
        from: *from,
        to: *to,
        change: Change::between(groups.trend.measure.unit, earlier, later, days),
    })
}

/// The break in the series for which a line is not compared between two periods of which both values may be
/// seen.
pub(super) fn not_comparable(
    groups: &Groups,
    line: &TrendSeries,
    from: usize,
    to: usize,
) -> Option<NotComparable> {
    groups.showable(line, from)?;
    groups.showable(line, to)?;
    let (from, to) = (
        groups.trend.periods.get(from)?,
        groups.trend.periods.get(to)?,
    );
    let why = line.break_between(from, to)?.clone();
    Some(NotComparable {
        from: *from,
        to: *to,
        why,
    })
}

/// The other categories of a line's dimension in its area; none where one of them is missing or may not be
/// seen.
pub(super) fn others<'a>(
    groups: &'a Groups,
    line: &TrendSeries,
    dimension: &str,
    index: usize,
) -> Vec<&'a Estimate> {
    let others =
        groups
            .trend
            .series
            .iter()
            .zip(&groups.dimensions)
            .filter(|(other, other_dimension)| {
                other.key != line.key
                    && *other_dimension == dimension
                    && (groups.is_by_area() || other.key.area == line.key.area)
            });
    let all: Option<Vec<&Estimate>> = others
        .map(|(other, _)| groups.showable(other, index))
        .collect();
    all.unwrap_or_default()
}

/// A count as a part of that of everybody, in per cent.
fn share_of_whole(unit: Unit, own: &Estimate, whole: &Estimate) -> Option<f64> {
    let is_part = unit == Unit::Count
        && own.provenance.source.id == whole.provenance.source.id
        && (0.0..=whole.value).contains(&own.value)
        && whole.value > 0.0;
    is_part.then(|| 100.0 * own.value / whole.value)
}
