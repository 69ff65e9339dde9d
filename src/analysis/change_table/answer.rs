//! Works a change table out: its rows, their values in two periods, and which of them changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;

use super::as_printed::{self, AsPrinted, PrintedCount};
use super::by_areas::{kinds_of, measures_of, rows_of_areas, wider_area};
use super::groups::{self, Group};
use super::options::{self, Options, RowsOption};
use super::scope::{Against, ChangeTableScope, RowsBy, RowsOf};
use super::values::{ValueOf, Values};
use crate::analysis::breaks::SeriesBreak;
use crate::analysis::catalogue::{Catalogue, MeasureEntry, MeasureKey};
use crate::analysis::change::{Change, adjust_family};
use crate::analysis::estimate::Outcome;
use crate::analysis::monthly_counts;
use crate::analysis::question::Question;
use crate::analysis::{Cadence, Direction};
use crate::base::text::fold;
use crate::data::measure::Theme;
use crate::data::{Measure, Period, Source, Unit};
use crate::stats::counts::LEAST_BASE_FOR_PERCENT;

/// Several measures of one area against an earlier period.
#[derive(Clone, Debug)]
pub struct ChangeTableAnswer {
    /// Where the measures were taken from.
    pub rows_of: RowsOf,
    /// What each row is, with the measure where rows are areas.
    pub by: RowsBy,
    /// The name of the table or theme; of the measure where rows are areas.
    pub name: String,
    /// The theme of most of the measures.
    pub theme: Theme,
    /// The unit of all values.
    pub unit: Unit,
    /// The area, by name; empty where the sources name none. Where rows are areas, the wider one, if any.
    pub area: String,
    /// The later period; `None` where there is no value at all.
    pub period: Option<Period>,
    /// The earlier period; `None` where there is none such.
    pub earlier: Option<Period>,
    /// With what it is compared.
    pub against: Against,
    /// The rows: their total first, then as their table gives them, parts after what they are part of.
    pub rows: Vec<ChangeRow>,
    /// How many changes were tested, and judged together.
    pub tested: usize,
    /// The measures that are no rows.
    pub left_out: LeftOut,
    /// How many printed changes are wrong.
    pub printed: PrintedCount,
    /// What else can be asked for.
    pub options: Options,
}

/// A row of a change table: a measure in an area.
#[derive(Clone, Debug)]
pub struct ChangeRow {
    /// The measure's key in the catalogue.
    pub key: MeasureKey,
    /// The measure.
    pub measure: Measure,
    /// The area, by name.
    pub area: String,
    /// What tells it from the other rows.
    pub name: String,
    /// Whether it is part of the row before it that is none: a sub-offence of its group.
    pub is_part: bool,
    /// Whether it is the total of the others.
    pub is_total: bool,
    /// The earlier value; `None` where no source has a cell for it.
    pub from: Option<Outcome>,
    /// The later value; `None` where no source has a cell for it.
    pub to: Option<Outcome>,
    /// Whether a value is the sum of monthly counts.
    pub is_summed: bool,
    /// Of how many measures the values are the sum, where the sources give no figure for the group; the row's
    /// measure is the first of them.
    pub sum_of: Option<usize>,
    /// The change, where both values may be seen.
    pub change: Option<Change>,
    /// Why there is none, where a break in the series is the reason.
    pub not_comparable: Option<SeriesBreak>,
    /// The change in per cent, where that may be printed; of counts a day where the periods differ in length.
    pub percent: Option<f64>,
    /// How the change was tested.
    pub test: Test,
    /// The workbook of the monthly counts on which the test rests.
    pub months_from: Option<Arc<Source>>,
    /// The change as a sender printed it.
    pub printed: Option<AsPrinted>,
}

/// How a change was tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Test {
    /// Two years of monthly counts, which vary more than chance does (statistical specification 5.2, method 1).
    MonthlyCounts,
    /// Two counts by the exact test (method 2).
    TwoCounts,
    /// Two percentages on their bases (2.1).
    Percentages,
    /// Not at all.
    None,
}

/// The measures that are no rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Those in another unit.
    pub other_unit: usize,
    /// Those without a value in either period.
    pub without_value: usize,
}

impl ChangeRow {
    /// What may be said of its change.
    pub fn direction(&self) -> Direction {
        self.change
            .as_ref()
            .map_or(Direction::NotTested, |change| change.direction)
    }
}

/// A measure with its values, before the periods are chosen.
struct Candidate<'a> {
    key: &'a MeasureKey,
    entry: &'a MeasureEntry,
    area: String,
    /// Whether it is the wider area of the others.
    is_wider: bool,
    /// What is measured: for the sum of several measures by the name of their group.
    measure: Measure,
    /// The name of the group of measures.
    group: Option<String>,
    /// Of how many measures the values are the sum.
    sum_of: Option<usize>,
    values: Values,
}

impl<'a> Candidate<'a> {
    /// A measure without its values.
    fn of((key, entry): Entry<'a>) -> Self {
        Self {
            key,
            measure: entry.measure.clone(),
            entry,
            area: String::new(),
            is_wider: false,
            group: None,
            sum_of: None,
            values: Values::sum_of(&[]),
        }
    }
}

/// The change table of a question; `None` where no source holds the measure.
pub fn change_table(
    catalogue: &Catalogue,
    question: &Question,
    scope: &ChangeTableScope,
) -> Option<ChangeTableAnswer> {
    let rows = options::row_options(catalogue);
    let asked = scope.rows.as_ref();
    let chosen = rows
        .iter()
        .find(|option| Some(&option.rows) == asked)
        .or_else(|| options::of_measure(catalogue, &rows, &question.measure))?
        .clone();
    let (unit, entries, other_unit) = entries_of(catalogue, &chosen, &question.measure)?;
    let areas = areas_of(&entries);
    let kinds = kinds_of(&entries);
    let measures = measures_of(&entries);
    let about = rows_of_areas(catalogue, scope, question, &entries);
    let groups = groups::groups_of(&entries);
    let has_groups = !groups.is_empty();
    let (area, name, by) = if let Some((kind, (key, entry))) = about {
        let wider = wider_area(entry, kind).unwrap_or_default();
        let by = RowsBy::Areas {
            kind,
            measure: Some(key.clone()),
        };
        (wider, entry.measure.name.clone(), by)
    } else {
        let area = area_of(catalogue, scope, question, &chosen, &entries, &areas);
        let by = match scope.by {
            RowsBy::Groups if has_groups => RowsBy::Groups,
            _ => RowsBy::Measures,
        };
        (area, chosen.name.clone(), by)
    };
    let of_entry = |(key, entry): Entry<'_>, area: &str| Values::of(catalogue, key, entry, area);
    let candidates: Vec<Candidate<'_>> = if let Some((kind, of)) = about {
        let wider = (!area.is_empty()).then(|| (area.clone(), true));
        let parts = of.1.areas_of(kind).map(|area| (area.name.clone(), false));
        let areas = wider.into_iter().chain(parts);
        areas
            .map(|(area, is_wider)| Candidate {
                values: of_entry(of, &area),
                is_wider,
                area,
                ..Candidate::of(of)
            })
            .collect()
    } else if by == RowsBy::Groups {
        let rows = groups.into_iter();
        let rows = rows.filter_map(|group| of_group(catalogue, group, &area));
        rows.collect()
    } else {
        let rows = entries.iter().map(|entry| Candidate {
            values: of_entry(*entry, &area),
            area: area.clone(),
            ..Candidate::of(*entry)
        });
        rows.collect()
    };
    let periods = periods_of(&candidates);
    let (period, earlier, against) = spans(&candidates, &periods, scope);
    let mut answer = ChangeTableAnswer {
        theme: main_theme(&candidates),
        unit,
        period,
        earlier,
        against,
        rows: Vec::with_capacity(candidates.len()),
        tested: 0,
        left_out: LeftOut {
            other_unit,
            without_value: 0,
        },
        printed: PrintedCount::default(),
        options: Options {
            has_groups,
            kinds,
            measures,
            areas,
            baselines: period
                .map(|period| apart_from(&period, &periods))
                .unwrap_or_default(),
            has_year_before: period
                .is_some_and(|period| year_before(&period, &candidates).is_some()),
            period_before: period.and_then(|period| period_before(&period, &periods)),
            periods: periods.into_values().collect(),
            rows,
        },
        rows_of: chosen.rows.clone(),
        name,
        by,
        area,
    };
    for candidate in &candidates {
        match row_of(catalogue, candidate, &answer) {
            Some(row) => answer.rows.push(row),
            None => answer.left_out.without_value += 1,
        }
    }
    answer.tested = adjust_family(answer.rows.iter_mut().filter_map(|row| row.change.as_mut()));
    for row in &mut answer.rows {
        if row
            .change
            .as_ref()
            .is_none_or(|change| change.p_value.is_none())
        {
            row.test = Test::None;
        }
    }
    if answer.by == RowsBy::Measures {
        name_rows(&mut answer.rows);
        groups::parts_after_their_group(&mut answer.rows);
    }
    answer.rows.sort_by_key(|row| !row.is_total);
    answer.printed = PrintedCount::of(&answer.rows);
    Some(answer)
}

/// A group of measures in an area: its own values, else the sums of its parts.
fn of_group<'a>(catalogue: &Catalogue, group: Group<'a>, area: &str) -> Option<Candidate<'a>> {
    let values = group.parts.iter();
    let values = values.map(|(key, entry)| Values::of(catalogue, key, entry, area));
    let mut values: Vec<Values> = values.collect();
    let sum_of = (values.len() > 1).then_some(values.len());
    Some(Candidate {
        measure: group.measure()?,
        values: match sum_of {
            Some(_) => Values::sum_of(&values),
            None => values.pop()?,
        },
        area: area.to_owned(),
        sum_of,
        group: Some(group.name),
        ..Candidate::of(*group.parts.first()?)
    })
}

/// A measure of the catalogue with its key.
pub(super) type Entry<'a> = (&'a MeasureKey, &'a MeasureEntry);

/// The measures in the unit of the one that was asked about, else in that of most of them, and how many are in
/// another.
fn entries_of<'a>(
    catalogue: &'a Catalogue,
    chosen: &'a RowsOption,
    asked: &MeasureKey,
) -> Option<(Unit, Vec<Entry<'a>>, usize)> {
    let all: Vec<_> = chosen
        .keys
        .iter()
        .filter_map(|key| Some((key, catalogue.entry(key)?)))
        .collect();
    let asked = catalogue.key_of(asked);
    let own = all.iter().find(|(key, _)| *key == asked);
    let of_unit = |unit: Unit| all.iter().filter(|(key, _)| key.unit == unit).count();
    let unit = if let Some((key, _)) = own {
        key.unit
    } else {
        // Of equally many, the unit of the first.
        let units = all.iter().rev().map(|(key, _)| key.unit);
        units.max_by_key(|unit| of_unit(*unit))?
    };
    let total = all.len();
    let kept: Vec<_> = all
        .into_iter()
        .filter(|(key, _)| key.unit == unit)
        .collect();
    let others = total - kept.len();
    Some((unit, kept, others))
}

/// The areas of the measures by name, as first met, each with its other names.
fn areas_of(entries: &[Entry<'_>]) -> Vec<(String, String)> {
    let mut areas: IndexMap<&str, String> = IndexMap::new();
    for area in entries.iter().flat_map(|(_, entry)| &entry.areas) {
        areas.entry(&area.name).or_insert_with(|| area.found_by());
    }
    let owned = areas.into_iter();
    owned
        .map(|(name, others)| (name.to_owned(), others))
        .collect()
}

/// The area asked for; else the only one of the table; else that of the question; else the widest.
fn area_of(
    catalogue: &Catalogue,
    scope: &ChangeTableScope,
    question: &Question,
    chosen: &RowsOption,
    entries: &[Entry<'_>],
    areas: &[(String, String)],
) -> String {
    let known = |name: &str| {
        let named = entries.iter().find_map(|(_, entry)| entry.area_named(name));
        named.map(|area| area.name.clone())
    };
    let asked = scope.area.as_deref().and_then(known);
    let of_question = || match question.areas.as_slice() {
        [one] => known(one),
        _ => None,
    };
    let widest = || {
        let (_, entry) = entries.first()?;
        Some(entry.widest_area()?.name.clone())
    };
    asked
        .or_else(|| only_area_of_table(catalogue, chosen, entries))
        .or_else(of_question)
        .or_else(widest)
        .or_else(|| areas.first().map(|(name, _)| name.clone()))
        .unwrap_or_default()
}

/// The area of a table in which all values are of one.
fn only_area_of_table(
    catalogue: &Catalogue,
    chosen: &RowsOption,
    entries: &[Entry<'_>],
) -> Option<String> {
    let RowsOf::Table { source, sheet } = &chosen.rows else {
        return None;
    };
    let mut only: Option<&str> = None;
    for (_, entry) in entries {
        for found in catalogue.observations(entry) {
            if found.source.id != *source || found.observation.cell.sheet != *sheet {
                continue;
            }
            if only.is_some_and(|only| only != found.area) {
                return None;
            }
            only = Some(found.area);
        }
    }
    only.map(str::to_owned)
}

/// Periods by their last and then their first day.
type Periods = BTreeMap<(jiff::civil::Date, jiff::civil::Date), Period>;

/// The periods for which any measure has a value.
fn periods_of(candidates: &[Candidate<'_>]) -> Periods {
    let mut periods = Periods::new();
    for period in candidates.iter().flat_map(|held| held.values.periods()) {
        // A period of a source's own words comes before the same days put together of months.
        periods.entry((period.end, period.start)).or_insert(period);
    }
    periods
}

/// The later and the earlier period, and with what is compared in the end.
fn spans(
    candidates: &[Candidate<'_>],
    periods: &Periods,
    scope: &ChangeTableScope,
) -> (Option<Period>, Option<Period>, Against) {
    let asked = scope
        .period
        .and_then(|asked| periods.get(&(asked.end, asked.start)).copied());
    if let Some(asked) = asked {
        let (earlier, against) = earlier_of(&asked, candidates, periods, scope.against);
        return (Some(asked), earlier, against);
    }
    let both = |period: &Period| {
        let (earlier, _) = earlier_of(period, candidates, periods, scope.against);
        earlier.map_or(0, |earlier| {
            let has = |held: &&Candidate<'_>, period: &Period| {
                held.values
                    .at(period)
                    .is_some_and(|value| value.outcome.estimate().is_some())
            };
            candidates
                .iter()
                .filter(|held| has(held, period) && has(held, &earlier))
                .count()
        })
    };
    let counted: Vec<(Period, usize)> = periods
        .values()
        .map(|period| (*period, both(period)))
        .collect();
    let is_year = |period: &Period| Cadence::of(period) == Cadence::Months(12);
    let years = counted
        .iter()
        .any(|(period, rows)| *rows > 0 && is_year(period));
    let fitting = || {
        counted
            .iter()
            .filter(move |(period, rows)| *rows > 0 && (!years || is_year(period)))
    };
    let most = fitting().map(|(_, rows)| *rows).max().unwrap_or(0);
    // The latest with at least half as many rows as the fullest; periods are in order.
    let latest = fitting().rfind(|(_, rows)| rows * 2 >= most);
    let period = latest
        .map(|(period, _)| *period)
        .or_else(|| periods.values().last().copied());
    match period {
        Some(period) => {
            let (earlier, against) = earlier_of(&period, candidates, periods, scope.against);
            (Some(period), earlier, against)
        }
        None => (None, None, scope.against),
    }
}

/// The period with which one is compared, and in which way; where there is nothing a year before, the one
/// before.
fn earlier_of(
    period: &Period,
    candidates: &[Candidate<'_>],
    periods: &Periods,
    against: Against,
) -> (Option<Period>, Against) {
    match against {
        Against::Baseline(baseline) => {
            let apart = apart_from(period, periods);
            let found = apart
                .into_iter()
                .find(|held| held.covers_same_days(&baseline));
            (found, against)
        }
        Against::YearBefore => match year_before(period, candidates) {
            Some(earlier) => (Some(earlier), against),
            None => match period_before(period, periods) {
                Some(earlier) => (Some(earlier), Against::PeriodBefore),
                None => (None, against),
            },
        },
        Against::PeriodBefore => (period_before(period, periods), against),
    }
}

fn year_before(period: &Period, candidates: &[Candidate<'_>]) -> Option<Period> {
    let before = period.previous_year()?;
    candidates
        .iter()
        .any(|held| held.values.at(&before).is_some())
        .then_some(before)
}

fn period_before(period: &Period, periods: &Periods) -> Option<Period> {
    let cadence = Cadence::of(period);
    periods
        .values()
        .rfind(|held| held.end <= period.start && Cadence::of(held) == cadence)
        .copied()
}

/// The periods that share no day with one, of its length.
fn apart_from(period: &Period, periods: &Periods) -> Vec<Period> {
    let cadence = Cadence::of(period);
    periods
        .values()
        .filter(|held| held.end <= period.start && Cadence::of(held) == cadence)
        .copied()
        .collect()
}

fn main_theme(candidates: &[Candidate<'_>]) -> Theme {
    let of = |theme: Theme| {
        candidates
            .iter()
            .filter(|held| held.entry.measure.theme == theme)
            .count()
    };
    // Of equally many, the first.
    Theme::ALL
        .into_iter()
        .rev()
        .max_by_key(|theme| of(*theme))
        .unwrap_or_default()
}

/// The row of a measure; `None` where it has no cell in either period.
fn row_of(
    catalogue: &Catalogue,
    candidate: &Candidate<'_>,
    table: &ChangeTableAnswer,
) -> Option<ChangeRow> {
    let period = table.period?;
    let to = candidate.values.at(&period);
    let from = table
        .earlier
        .as_ref()
        .and_then(|earlier| candidate.values.at(earlier));
    if to.is_none() && from.is_none() {
        return None;
    }
    let measure = &candidate.measure;
    let unit = measure.unit;
    let is_summed = [&from, &to]
        .into_iter()
        .flatten()
        .any(|value| value.is_summed);
    let mut row = ChangeRow {
        key: candidate.key.clone(),
        measure: measure.clone(),
        area: candidate.area.clone(),
        is_total: match (&table.by, &candidate.group) {
            (RowsBy::Areas { .. }, _) => candidate.is_wider,
            (_, Some(group)) => is_total(group),
            (_, None) => is_total(&measure.name),
        },
        name: match (&table.by, &candidate.group) {
            (RowsBy::Areas { .. }, _) => candidate.area.clone(),
            (_, Some(group)) => group.clone(),
            (_, None) => measure.name.clone(),
        },
        is_part: false,
        is_summed,
        sum_of: candidate.sum_of,
        change: None,
        not_comparable: None,
        percent: None,
        test: Test::None,
        months_from: None,
        printed: None,
        from: from.map(|value: ValueOf| value.outcome),
        to: to.map(|value: ValueOf| value.outcome),
    };
    let showable = |outcome: &Option<Outcome>| {
        let estimate = outcome.as_ref()?.showable(unit)?;
        Some(estimate.clone())
    };
    let (Some(earlier), Some(before), Some(now)) =
        (table.earlier, showable(&row.from), showable(&row.to))
    else {
        return Some(row);
    };
    let days = (f64::from(earlier.days()), f64::from(period.days()));
    let printed = || {
        let (entry, periods) = (candidate.entry, (&earlier, &period));
        as_printed::find(catalogue, entry, &candidate.area, periods, &table.rows_of)
    };
    row.printed = candidate.sum_of.is_none().then(printed).flatten();
    if let Some(why) = candidate.values.break_between(&earlier, &period) {
        row.not_comparable = Some(why.clone());
        return Some(row);
    }
    let mut change = Change::between(unit, &before, &now, days);
    row.percent = percent_of(&change, unit, (&earlier, &period));
    row.test = match unit {
        Unit::Percent => Test::Percentages,
        Unit::Count => Test::TwoCounts,
        _ => Test::None,
    };
    if let Some((p_value, source)) = monthly_test(&candidate.values, &change, (&earlier, &period)) {
        change.judge_by_months(p_value);
        row.test = Test::MonthlyCounts;
        row.months_from = Some(source);
    }
    row.change = Some(change);
    Some(row)
}

/// The p-value of two years of monthly counts, where the months add up to what is compared, and their workbook.
fn monthly_test(
    values: &Values,
    change: &Change,
    (earlier, later): (&Period, &Period),
) -> Option<(f64, Arc<Source>)> {
    let ((before, _), (now, source)) = (values.months(earlier)?, values.months(later)?);
    let p_value = monthly_counts::p_value(change, (earlier, later), (&before, &now))?;
    Some((p_value, source))
}

/// The change in per cent, where that may be printed: of the figures as they are where both periods have the
/// same number of months, else of what they are a day.
fn percent_of(change: &Change, unit: Unit, (earlier, later): (&Period, &Period)) -> Option<f64> {
    let same_length = earlier.whole_months().is_some()
        && earlier.whole_months() == later.whole_months()
        || earlier.days() == later.days();
    if unit != Unit::Count || same_length {
        return change.relative_percent;
    }
    if change.from.value < LEAST_BASE_FOR_PERCENT {
        return None;
    }
    let before = change.from.value / f64::from(earlier.days());
    let now = change.to.value / f64::from(later.days());
    Some(100.0 * (now / before - 1.0))
}

/// Takes off what stands before every name: the title of the table.
fn name_rows(rows: &mut [ChangeRow]) {
    let names = groups::without_title(rows.iter().map(|row| row.name.clone()).collect());
    for (row, name) in rows.iter_mut().zip(names) {
        row.is_total |= is_total(&name);
        row.name = name;
    }
}

/// Whether a measure is the total of others by its name.
pub(super) fn is_total(name: &str) -> bool {
    const TOTALS: [&str; 16] = [
        "all",
        "all crime",
        "all crimes",
        "all recorded crime",
        "all crime and incidents",
        "all offences",
        "all notifiable offences",
        "grand total",
        "overall total",
        "total",
        "total crime",
        "total recorded crime",
        "total notifiable offences",
        "total offences",
        "total crimes",
        "crime total",
    ];
    TOTALS.contains(&fold(name).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_total_of_some_offences_is_not_the_total() {
        for name in ["All Crime", "Total recorded crime", "TOTAL"] {
            assert!(is_total(name), "{name}");
        }
        for name in ["All theft offences", "Total theft", "Burglary"] {
            assert!(!is_total(name), "{name}");
        }
    }
}
