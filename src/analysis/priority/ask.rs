//! Answers who is to be looked at first.

use super::answer::{CohortScope, Gap, PriorityAnswer, PriorityCohort, PriorityTotal, Testing};
use super::evidence::evidence;
use super::input::CohortInput;
use super::observed::{Asking, Window};
use super::plotted::plotted;
use super::rank::rank;
use super::respondents::survey_groups;
use crate::analysis::breaks::NotComparable;
use crate::analysis::catalogue::{Catalogue, MeasureEntry};
use crate::analysis::{Cadence, Change, PeriodRange, Question, TrendSeries};
use crate::data::{Period, Unit};

/// Who is to be looked at first: by the respondents of a survey where they are known, else by
/// the catalogue's observations; `None` where no source holds the measure.
pub fn priority(
    catalogue: &Catalogue,
    question: &Question,
    scope: CohortScope,
) -> Option<PriorityAnswer> {
    let entry = catalogue.entry(&question.measure)?;
    let question = catalogue.resolve(question);
    let asking = Asking::new(catalogue, entry, &question);
    let mut found = PriorityAnswer {
        key: question.measure.clone(),
        measure: entry.measure.clone(),
        place: asking.place.clone(),
        people: (!question.cohort.is_everyone()).then(|| question.cohort.label()),
        cadence: None,
        periods: Vec::new(),
        now: None,
        then: None,
        total: None,
        cohorts: Vec::new(),
        singles: 0,
        pairs: 0,
        comparisons: 0,
        is_rest_approximate: true,
        gap: None,
        not_comparable: None,
    };
    if entry.measure.unit != Unit::Percent {
        found.gap = Some(Gap::NotOfRespondents);
        return Some(found);
    }
    // Longer periods rest on more respondents.
    let longest = || asking.lines(longest_cadence(entry), asking.by_groups(&question.cohort));
    let groups = match question.cadence {
        None => Some(longest()).filter(|groups| !groups.series.is_empty()),
        Some(_) => None,
    };
    let groups = groups
        .unwrap_or_else(|| asking.lines(question.cadence, asking.by_groups(&question.cohort)));
    found.cadence = question.cadence.or(groups.cadence);
    let total = asking.lines(found.cadence, Some(asking.of_everybody()));
    found.cadence = found.cadence.or(total.cadence);
    found.periods.clone_from(&total.periods);
    let Some(everybody) = total.series.first() else {
        found.gap = Some(Gap::NoTotal);
        return Some(found);
    };
    let Some((now, then)) = compared(&total.periods, everybody, question.periods) else {
        found.gap = Some(Gap::NoTotal);
        return Some(found);
    };
    found.now = total.periods.get(now).copied();
    found.then = then.and_then(|then| total.periods.get(then)).copied();
    let (Some(later), Some(then), Some(earlier)) = (found.now, then, found.then) else {
        found.gap = Some(Gap::NoEarlierPeriod);
        return Some(found);
    };
    let days = (f64::from(earlier.days()), f64::from(later.days()));
    let window = Window {
        periods: &total.periods,
        everybody,
        now,
        then,
    };
    let (Some(total_now), Some(total_then)) = (window.total(now), window.total(then)) else {
        found.gap = Some(Gap::NoTotal);
        return Some(found);
    };
    // Where everybody's figures break, nobody can be held against them.
    if let Some(why) = window.break_of(everybody) {
        found.gap = Some(Gap::NotComparable);
        found.not_comparable = Some(NotComparable {
            from: earlier,
            to: later,
            why: why.clone(),
        });
        return Some(found);
    }
    let observed = asking.cohorts(found.cadence, groups, &window);
    let by_respondents = survey_groups(&asking, (earlier, later), (total_then, total_now));
    let (total, inputs) = match by_respondents {
        Some(mut held) => {
            for input in &mut held.cohorts {
                let own = observed.iter().find(|own| own.key == input.key);
                input.has_trend = own.is_some();
                input.is_broken = own.is_some_and(|own| own.is_broken);
            }
            // Groups that the survey does not know stand among the observations alone.
            let is_own = |input: &CohortInput| {
                !input.is_pair && held.cohorts.iter().all(|known| known.key != input.key)
            };
            let own: Vec<CohortInput> = observed.into_iter().filter(is_own).collect();
            found.is_rest_approximate = !own.is_empty();
            held.cohorts.extend(own);
            ((held.then, held.now), held.cohorts)
        }
        None => ((total_then.clone(), total_now.clone()), observed),
    };
    found.total = Some(PriorityTotal {
        change: Change::between(Unit::Percent, &total.0, &total.1, days),
        then: total.0,
        now: total.1,
    });
    found.pairs = inputs.iter().filter(|input| input.is_pair).count();
    found.singles = inputs.len() - found.pairs;
    if inputs.is_empty() {
        found.gap = Some(Gap::NoCohorts);
        return Some(found);
    }
    let is_wanted = |input: &CohortInput| {
        if input.is_pair {
            scope.pairs
        } else {
            scope.singles
        }
    };
    let inputs = inputs.into_iter().filter(is_wanted).collect();
    judge(&mut found, inputs, days);
    Some(found)
}

/// Tests, classes, places and order of the cohorts.
fn judge(found: &mut PriorityAnswer, inputs: Vec<CohortInput>, days: (f64, f64)) {
    let testing: Vec<Testing> = inputs
        .iter()
        .map(|input| Testing::of(input.now.as_ref(), input.then.as_ref(), input.is_broken))
        .collect();
    let polarity = found.measure.polarity;
    let (evidence, comparisons) = evidence(&inputs, &testing, polarity, days);
    let places = plotted(&inputs, &testing);
    found.comparisons = comparisons;
    found.cohorts = inputs
        .into_iter()
        .zip(testing)
        .zip(evidence.into_iter().zip(places))
        .map(|((input, testing), (evidence, plotted))| PriorityCohort {
            key: input.key,
            label: input.label,
            is_pair: input.is_pair,
            has_trend: input.has_trend,
            now: input.now,
            then: input.then,
            testing,
            evidence,
            plotted,
            rank: None,
        })
        .collect();
    rank(&mut found.cohorts, polarity);
}

/// The length of the longest periods of which one lies a year before another.
fn longest_cadence(entry: &MeasureEntry) -> Option<Cadence> {
    let is_compared = |cadence: &Cadence| {
        let periods: Vec<Period> = entry.periods_of(*cadence).collect();
        let before = |period: &Period| period.previous_year();
        periods.iter().filter_map(before).any(|wanted| {
            periods
                .iter()
                .any(|period| period.covers_same_days(&wanted))
        })
    };
    entry.periods.keys().copied().filter(is_compared).max()
}

/// The places of the later and the earlier period: the later is the last asked for in which everybody has a
/// value; the earlier begins the range asked for, or lies a year before, or is the latest that does not
/// overlap with the later.
fn compared(
    periods: &[Period],
    everybody: &TrendSeries,
    range: PeriodRange,
) -> Option<(usize, Option<usize>)> {
    let has_value = |index: usize| {
        let point = everybody.points.get(index).and_then(Option::as_ref);
        point.is_some_and(|point| point.outcome.showable(Unit::Percent).is_some())
    };
    let mut places = periods.iter().enumerate().rev();
    let (now, later) = places.find(|(index, period)| {
        range.to.is_none_or(|to| period.end <= to.end) && has_value(*index)
    })?;
    let before: Vec<(usize, &Period)> = periods
        .iter()
        .enumerate()
        .take(now)
        .filter(|(index, period)| period.end <= later.start && has_value(*index))
        .collect();
    let begun = range
        .from
        .and_then(|from| before.iter().find(|(_, period)| period.end >= from.end));
    let year_before = || {
        let wanted = later.previous_year()?;
        before
            .iter()
            .find(|(_, period)| period.covers_same_days(&wanted))
    };
    let then = begun.or_else(year_before).or(before.last());
    Some((now, then.map(|(index, _)| *index)))
}
