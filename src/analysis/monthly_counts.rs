//! Years of counts whose months are known are compared by their months: recorded crime varies more from month
//! to month than chance alone does, and two totals cannot show it (statistical specification 5.2, method 1).

use std::collections::HashMap;

use jiff::civil::Date;

use super::cadence::Cadence;
use super::catalogue::{Catalogue, MeasureEntry};
use super::change::Change;
use super::estimate::{Estimate, Interval, Precision};
use super::trend::{PeriodChange, SeriesKey, TrendAnswer};
use crate::data::{Period, Status, Unit};
use crate::stats::quasi_poisson::year_on_year;

/// The p-value of two years of counts by their months, as (earlier, later), each in the order of its year.
/// `None` where the months do not add up to what is compared, or the years do not begin in the same month.
pub(super) fn p_value(
    change: &Change,
    (earlier, later): (&Period, &Period),
    (before, now): (&[f64], &[f64]),
) -> Option<f64> {
    const MONTHS: u32 = 12;
    if change.from.precision != Precision::Count || change.to.precision != Precision::Count {
        return None;
    }
    if earlier.whole_months()? != MONTHS || later.whole_months()? != MONTHS {
        return None;
    }
    let adds_up = |months: &[f64], year: f64| {
        let sum: f64 = months.iter().sum();
        (sum - year).abs() < 0.5
    };
    // The same month of the year stands in the same place only where both begin in it.
    if earlier.start.month() != later.start.month()
        || before.len() != now.len()
        || !adds_up(before, change.from.value)
        || !adds_up(now, change.to.value)
    {
        return None;
    }
    let months: Vec<(f64, f64)> = before.iter().copied().zip(now.iter().copied()).collect();
    year_on_year(&months).map(|test| test.p_value)
}

/// Tests the changes of an answer's lines by their months, where those are known.
pub(super) fn retest(catalogue: &Catalogue, entry: &MeasureEntry, answer: &mut TrendAnswer) {
    let is_of_years = |held: &PeriodChange| held.to.whole_months() == Some(12);
    let wanted = answer.series.iter().filter_map(|line| line.change.as_ref());
    if answer.measure.unit != Unit::Count
        || !Months::are_held(entry)
        || !wanted.clone().any(is_of_years)
    {
        return;
    }
    let months = Months::of(catalogue, entry);
    for line in &mut answer.series {
        if let Some(held) = &mut line.change {
            months.retest(&line.key, held);
        }
    }
}

/// The monthly counts of a measure, by line and first day.
pub(super) struct Months(HashMap<SeriesKey, HashMap<Date, f64>>);

impl Months {
    /// Whether a measure has values of months.
    pub fn are_held(entry: &MeasureEntry) -> bool {
        entry.periods.contains_key(&Cadence::Months(1))
    }

    /// Those of a measure.
    pub fn of(catalogue: &Catalogue, entry: &MeasureEntry) -> Self {
        let mut months: HashMap<SeriesKey, HashMap<Date, f64>> = HashMap::new();
        for found in catalogue.observations(entry) {
            let is_month = Cadence::of(&found.period) == Cadence::Months(1);
            let is_usable = !matches!(found.observation.status, Status::Suppressed | Status::Break);
            let Some(value) = found.observation.value.filter(|_| is_month && is_usable) else {
                continue;
            };
            let key = SeriesKey {
                area: found.area.to_owned(),
                cohort: found.cohort.clone(),
            };
            // Of several workbooks the later counts, as on the lines.
            months
                .entry(key)
                .or_default()
                .insert(found.period.start, value);
        }
        Self(months)
    }

    /// Tests the change between two years of a line by their months, where those are known.
    pub fn retest(&self, key: &SeriesKey, held: &mut PeriodChange) {
        let (before, now) = (self.of_year(key, &held.from), self.of_year(key, &held.to));
        let (Some(before), Some(now)) = (before, now) else {
            return;
        };
        if let Some(p) = p_value(&held.change, (&held.from, &held.to), (&before, &now)) {
            held.change.judge_by_months(p);
        }
    }

    /// The 95% interval of a year's count, which allows for how much its months and those of the year before
    /// vary beyond chance. `None` where these are not known, do not add up to the count, or vary no more than
    /// chance does.
    pub fn interval(
        &self,
        key: &SeriesKey,
        (before, now): (&Period, &Period),
        count: &Estimate,
    ) -> Option<Interval> {
        const MONTHS: u32 = 12;
        let is_year = |period: &Period| period.whole_months() == Some(MONTHS);
        let is_counted = count.precision == Precision::Count;
        (is_counted && is_year(before) && is_year(now)).then_some(())?;
        let (earlier, later) = (self.of_year(key, before)?, self.of_year(key, now)?);
        let total: f64 = later.iter().sum();
        ((total - count.value).abs() < 0.5).then_some(())?;
        let months: Vec<(f64, f64)> = earlier.into_iter().zip(later).collect();
        let (lower, upper) = year_on_year(&months)?.interval_of_count(count.value)?;
        Some(Interval { lower, upper })
    }

    /// The counts of the months of a period; `None` where one is not known.
    fn of_year(&self, key: &SeriesKey, year: &Period) -> Option<Vec<f64>> {
        let known = self.0.get(key)?;
        let months = year.months();
        months
            .iter()
            .map(|month| known.get(&month.start).copied())
            .collect()
    }
}
