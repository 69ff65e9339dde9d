//! A measure then and now, by groups of people or by areas.

use super::breakdown::{Whole, change, not_comparable, whole};
use super::breaks::NotComparable;
use super::catalogue::{Catalogue, MeasureKey};
use super::change::adjust_family;
use super::estimate::Outcome;
use super::groups::{GroupQuestion, Groups};
use super::trend::{PeriodChange, SeriesKey, TrendAnswer};
use crate::data::{Measure, Period};

/// The answer to a question about groups in two periods.
#[derive(Clone, Debug)]
pub struct GroupChangesAnswer {
    /// The measure's key in the catalogue.
    pub key: MeasureKey,
    /// The measure.
    pub measure: Measure,
    /// The place asked about, for the subtitle; empty where the groups are areas.
    pub place: String,
    /// The people asked about, for the subtitle; `None` for everybody.
    pub people: Option<String>,
    /// The two periods; `None` where no two can be compared.
    pub periods: Option<(Period, Period)>,
    /// Whether the groups are areas.
    pub is_by_area: bool,
    /// The groups, by dimension, in natural order.
    pub rows: Vec<GroupChangeRow>,
    /// The change of everybody to whom all of the groups belong: one headline, tested by itself.
    pub whole: Option<(Whole, PeriodChange)>,
    /// How many changes were tested; they are one family.
    pub comparisons: usize,
    /// What has to be said of the values: how they were made, what was withheld.
    pub notes: Vec<String>,
}

/// One group.
#[derive(Clone, Debug)]
pub struct GroupChangeRow {
    /// What it stands for.
    pub key: SeriesKey,
    /// Its name.
    pub label: String,
    /// The dimension of which it is a category; empty for an area.
    pub dimension: String,
    /// Its earlier value, or why there is none; `None` where no source has a cell for it.
    pub from: Option<Outcome>,
    /// Its later value, likewise.
    pub to: Option<Outcome>,
    /// The change, where both values may be seen.
    pub change: Option<PeriodChange>,
    /// Why there is none, where a break in the series is the reason.
    pub not_comparable: Option<NotComparable>,
}

/// The answer; `None` where no source holds the measure.
///
/// Where the question says from when, that is the earlier period; else it is a year before the later one, or
/// the first that does not overlap it (statistical specification 2.6).
pub fn group_changes(catalogue: &Catalogue, asked: &GroupQuestion) -> Option<GroupChangesAnswer> {
    let groups = Groups::of(catalogue, asked)?;
    let to = groups.latest();
    let from = to.and_then(|to| earlier(&groups, asked, to));
    let mut rows: Vec<GroupChangeRow> = groups
        .trend
        .series
        .iter()
        .zip(&groups.dimensions)
        .map(|(line, dimension)| {
            let outcome = |index: Option<usize>| {
                let point = line.points.get(index?)?.as_ref()?;
                Some(point.outcome.clone())
            };
            GroupChangeRow {
                key: line.key.clone(),
                label: line.label.clone(),
                dimension: dimension.clone(),
                from: outcome(from),
                to: outcome(to),
                change: from
                    .zip(to)
                    .and_then(|(from, to)| change(&groups, line, from, to)),
                not_comparable: from
                    .zip(to)
                    .and_then(|(from, to)| not_comparable(&groups, line, from, to)),
            }
        })
        .collect();
    let comparisons = adjust_family(
        rows.iter_mut()
            .filter_map(|row| Some(&mut row.change.as_mut()?.change)),
    );
    let whole = groups.one_whole().and_then(|line| {
        Some((
            whole(&groups, line, to?)?,
            change(&groups, line, from?, to?)?,
        ))
    });
    let is_by_area = groups.is_by_area();
    let TrendAnswer {
        key,
        measure,
        place,
        people,
        periods,
        notes,
        ..
    } = groups.trend;
    Some(GroupChangesAnswer {
        key,
        measure,
        place: if is_by_area { String::new() } else { place },
        people,
        periods: from
            .zip(to)
            .and_then(|(from, to)| Some((*periods.get(from)?, *periods.get(to)?))),
        is_by_area,
        rows,
        whole,
        comparisons,
        notes,
    })
}

/// The place of the earlier period.
fn earlier(groups: &Groups, asked: &GroupQuestion, to: usize) -> Option<usize> {
    let later = groups.trend.periods.get(to)?;
    let is_before = |period: &Period| period.end <= later.start;
    let first = || groups.trend.periods.iter().position(is_before);
    if asked.question.periods.from.is_some() {
        return first();
    }
    groups.year_before(to).or_else(first)
}
