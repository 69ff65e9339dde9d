//! The three tests of a cohort, and the class that follows from them (statistical specification 9.1).

use super::answer::Testing;
use super::input::CohortInput;
use crate::analysis::change::{ALPHA, adjust_family};
use crate::analysis::survey::Difference;
use crate::analysis::{Change, Direction, Estimate, Interval};
use crate::data::{Polarity, Unit};
use crate::stats::comparisons::difference_in_differences_of_samples;
use crate::stats::multiplicity::{Adjustment, adjusted};
use crate::stats::proportions::Sample;

/// What the tests of a cohort found.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The cohort against everybody else now: `from` is the rest, `to` the cohort.
    pub level: Option<Change>,
    /// The cohort now against the cohort then.
    pub change: Change,
    /// How much more the cohort changed than the rest.
    pub relative: Option<Relative>,
    /// The class; `None` where none fits, and where the measure has no better side.
    pub class: Option<EvidenceClass>,
    /// Whether it clearly got worse faster than the others.
    pub is_faster: bool,
}

/// The classes of evidence, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EvidenceClass {
    /// The level is clearly worse than that of the rest, and clearly got worse.
    Confirmed,
    /// The level is clearly worse; the change is not clear.
    Low,
    /// It clearly got worse; the level is not clearly worse.
    Falling,
    /// Both point the wrong way and neither is clear.
    Watch,
}

/// How much more a cohort changed than the rest: a difference of differences.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Relative {
    /// The cohort's change less that of the rest, in percentage points.
    pub difference: f64,
    /// Its 95% interval.
    pub interval: Interval,
    /// The two-sided p-value.
    pub p_value: f64,
    /// The p-value adjusted for the other cohorts, which decides.
    pub adjusted_p_value: f64,
    /// What may be said of it.
    pub direction: Direction,
}

/// The evidence for each input in its order, with how many cohorts were tested. The tests of those that are
/// not to be tested are left out.
pub(super) fn evidence(
    inputs: &[CohortInput],
    testing: &[Testing],
    polarity: Polarity,
    days: (f64, f64),
) -> (Vec<Option<Evidence>>, usize) {
    let mut found: Vec<Option<Evidence>> = inputs
        .iter()
        .zip(testing)
        .map(|(input, testing)| {
            (*testing == Testing::Tested)
                .then(|| untested(input, days))
                .flatten()
        })
        .collect();
    let levels = found.iter_mut().flatten();
    adjust_family(levels.filter_map(|evidence| evidence.level.as_mut()));
    let comparisons = adjust_family(
        found
            .iter_mut()
            .flatten()
            .map(|evidence| &mut evidence.change),
    );
    adjust_relative(&mut found);
    for evidence in found.iter_mut().flatten() {
        evidence.class = class_of(evidence, polarity);
        let adverse = adverse_direction(polarity);
        evidence.is_faster = evidence
            .relative
            .is_some_and(|relative| Some(relative.direction) == adverse);
    }
    (found, comparisons)
}

/// The direction that is a turn for the worse.
pub(super) const fn adverse_direction(polarity: Polarity) -> Option<Direction> {
    match polarity {
        Polarity::HigherIsBetter => Some(Direction::Down),
        Polarity::LowerIsBetter => Some(Direction::Up),
        Polarity::Neutral => None,
    }
}

/// The tests of a cohort, each by itself.
fn untested(input: &CohortInput, days: (f64, f64)) -> Option<Evidence> {
    let now = input.now.as_ref()?.estimate()?;
    let then = input.then.as_ref()?.estimate()?;
    let between = |from: &Estimate, to: &Estimate, days, test: Option<Difference>| {
        let mut change = Change::between(Unit::Percent, from, to, days);
        if let Some(test) = test {
            change.take_test(&test);
        }
        change
    };
    let tests = input.tests.as_ref();
    // The rest is told by the difference from it, and must be seen, too.
    let rest_now = input.rest_now.as_ref();
    let level = rest_now
        .filter(|rest| rest.is_showable(Unit::Percent))
        .map(|rest| {
            let test = tests.and_then(|tests| tests.level);
            between(rest, now, (days.1, days.1), test)
        });
    Some(Evidence {
        level,
        change: between(then, now, days, tests.and_then(|tests| tests.change)),
        relative: relative(input, then, now),
        class: None,
        is_faster: false,
    })
}

fn in_points((lower, upper): (f64, f64)) -> Interval {
    Interval {
        lower: 100.0 * lower,
        upper: 100.0 * upper,
    }
}

/// The difference of differences: by the respondents themselves, else from four effective bases (statistical
/// specification 2.4).
fn relative(input: &CohortInput, then: &Estimate, now: &Estimate) -> Option<Relative> {
    let (difference, interval, p_value) = if let Some(tests) = &input.tests {
        let test = tests.relative?;
        (test.difference, test.interval?, test.p_value?)
    } else {
        let (rest_then, rest_now) = (input.rest_then.as_ref()?, input.rest_now.as_ref()?);
        let test = difference_in_differences_of_samples(
            (sample(rest_then)?, sample(then)?),
            (sample(rest_now)?, sample(now)?),
        )?;
        (test.difference, test.interval(0.95)?, test.p_value)
    };
    Some(Relative {
        difference: 100.0 * difference,
        interval: in_points(interval),
        p_value,
        adjusted_p_value: p_value,
        direction: Direction::NotTested,
    })
}

fn sample(estimate: &Estimate) -> Option<Sample> {
    Some(Sample {
        share: estimate.value / 100.0,
        effective_base: estimate.effective_base?,
    })
}

/// Adjusts the differences of differences for one another and says which of them are clear.
fn adjust_relative(found: &mut [Option<Evidence>]) {
    let p_values: Vec<Option<f64>> = found
        .iter()
        .map(|evidence| Some(evidence.as_ref()?.relative?.p_value))
        .collect();
    let by_rate = adjusted(&p_values, Adjustment::BenjaminiHochberg);
    for (evidence, p_value) in found.iter_mut().zip(by_rate) {
        let relative = evidence
            .as_mut()
            .and_then(|evidence| evidence.relative.as_mut());
        if let (Some(relative), Some(p_value)) = (relative, p_value) {
            relative.adjusted_p_value = p_value;
            relative.direction = if p_value >= ALPHA {
                Direction::NoClearChange
            } else if relative.interval.lower > 0.0 {
                Direction::Up
            } else if relative.interval.upper < 0.0 {
                Direction::Down
            } else {
                Direction::NoClearChange
            };
        }
    }
}

fn class_of(evidence: &Evidence, polarity: Polarity) -> Option<EvidenceClass> {
    let adverse = adverse_direction(polarity)?;
    let level = evidence.level.as_ref()?;
    let is_worse = |difference: f64| match adverse {
        Direction::Down => difference < 0.0,
        _ => difference > 0.0,
    };
    let is_clear = |direction: Direction| matches!(direction, Direction::Up | Direction::Down);
    let change = &evidence.change;
    if level.direction == adverse {
        if change.direction == adverse {
            Some(EvidenceClass::Confirmed)
        } else {
            // Low and clearly recovering is none of the classes.
            (!is_clear(change.direction)).then_some(EvidenceClass::Low)
        }
    } else if change.direction == adverse {
        Some(EvidenceClass::Falling)
    } else {
        let both = is_worse(level.difference) && is_worse(change.difference);
        let neither = !is_clear(level.direction) && !is_clear(change.direction);
        (both && neither).then_some(EvidenceClass::Watch)
    }
}
