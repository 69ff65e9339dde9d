//! Whether something changed: the one rule that arrows, adjectives, titles and alt text all follow.

use super::estimate::{Estimate, Precision};
use super::survey::Difference;
use crate::data::{Polarity, Unit};
use crate::stats::comparisons::minimum_detectable_change;
use crate::stats::multiplicity::{Adjustment, adjusted};
use crate::stats::{counts, proportions};

/// The significance level of every test (two-sided).
pub const ALPHA: f64 = 0.05;

/// What may be said of the difference between two estimates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Clearly higher.
    Up,
    /// Clearly lower.
    Down,
    /// A test was made and finds no clear difference.
    NoClearChange,
    /// No test can be made: no base is known, or the unit has none.
    NotTested,
}

/// Whether a change is welcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// A change for the better.
    Good,
    /// A change for the worse.
    Bad,
    /// Neither, or not clear.
    Neutral,
}

/// The difference between two estimates of the same measure.
#[derive(Clone, Debug)]
pub struct Change {
    /// The earlier estimate, or the one compared with.
    pub from: Estimate,
    /// The later estimate.
    pub to: Estimate,
    /// `to` minus `from`, in the unit (percentage points for percentages).
    pub difference: f64,
    /// The difference in per cent of `from`, where that may be printed (never for percentages; not for
    /// counts under 50: statistical specification 5.2).
    pub relative_percent: Option<f64>,
    /// What may be said of it.
    pub direction: Direction,
    /// The two-sided p-value, where a test was made.
    pub p_value: Option<f64>,
    /// The p-value that decides: that of the test, or, where the comparison is one of a family, the one
    /// adjusted for the others ([`adjust_family`]).
    pub adjusted_p_value: Option<f64>,
    /// The 95% interval of the difference, for percentages with bases, in percentage points.
    pub interval: Option<super::estimate::Interval>,
    /// Whether the test is that of monthly counts, which allows for more than chance alone.
    pub by_months: bool,
    /// What the test compared, `to` less `from`: of counts a day, where the periods differ in length.
    tested_difference: f64,
}

impl Change {
    /// Compares two independent estimates in `unit`. `days` are the lengths of their periods, by which
    /// counts are compared as rates.
    pub fn between(unit: Unit, from: &Estimate, to: &Estimate, days: (f64, f64)) -> Self {
        let difference = to.value - from.value;
        let relative_percent = match unit {
            Unit::Count if from.value >= counts::LEAST_BASE_FOR_PERCENT => {
                Some(100.0 * difference / from.value)
            }
            Unit::Per1000 | Unit::Per100000 | Unit::Pounds if from.value > 0.0 => {
                Some(100.0 * difference / from.value)
            }
            _ => None,
        };
        let mut change = Self {
            from: from.clone(),
            to: to.clone(),
            difference,
            relative_percent,
            direction: Direction::NotTested,
            p_value: None,
            adjusted_p_value: None,
            interval: None,
            by_months: false,
            tested_difference: difference,
        };
        match unit {
            Unit::Percent => change.test_proportions(),
            Unit::Count | Unit::Per1000 | Unit::Per100000 => change.test_counts(days),
            _ => {}
        }
        change.decide(change.p_value);
        change
    }

    /// Judges two years of counts by the p-value of their months in place of that of their totals.
    pub(super) fn judge_by_months(&mut self, p_value: f64) {
        self.p_value = Some(p_value);
        self.by_months = true;
        self.decide(self.p_value);
    }

    /// The one rule (statistical specification 2.1 and 2.7): clear is what the adjusted p-value finds and
    /// what the interval of the difference, where there is one, does not contradict.
    fn decide(&mut self, adjusted_p_value: Option<f64>) {
        self.adjusted_p_value = adjusted_p_value;
        let excludes_nought = self
            .interval
            .is_none_or(|interval| interval.lower > 0.0 || interval.upper < 0.0);
        self.direction = match adjusted_p_value {
            Some(p) if p < ALPHA && excludes_nought && self.tested_difference > 0.0 => {
                Direction::Up
            }
            Some(p) if p < ALPHA && excludes_nought && self.tested_difference < 0.0 => {
                Direction::Down
            }
            Some(_) => Direction::NoClearChange,
            // Percentages of which both are 0 or 100 leave nothing to test, and do not differ.
            None if self.interval.is_some() => Direction::NoClearChange,
            None => Direction::NotTested,
        };
    }

    /// The smallest difference that such a comparison finds four times in five, in percentage points;
    /// `None` where the bases are not known.
    pub fn smallest_detectable(&self) -> Option<f64> {
        self.interval?;
        let (earlier, later) = (sample_of(&self.from)?, sample_of(&self.to)?);
        minimum_detectable_change(earlier, later).map(|share| 100.0 * share)
    }

    /// By the designs of their surveys, else pooled z and Newcombe's interval on the effective bases
    /// (statistical specification 2.1).
    fn test_proportions(&mut self) {
        let (Some(earlier), Some(later)) = (sample_of(&self.from), sample_of(&self.to)) else {
            return;
        };
        let design = |estimate: &Estimate| match estimate.precision {
            Precision::Design(design) => Some(design),
            _ => None,
        };
        let found =
            Difference::of_samples((earlier, design(&self.from)), (later, design(&self.to)));
        if found.interval.is_some() {
            self.take_test(&found);
        }
    }

    /// Takes the test of a difference of shares; what follows from it has yet to be decided.
    pub(super) fn take_test(&mut self, test: &Difference) {
        self.p_value = test.p_value;
        self.interval = test
            .interval
            .map(|(lower, upper)| super::estimate::Interval {
                lower: 100.0 * lower,
                upper: 100.0 * upper,
            });
    }

    /// Judges two percentages that share respondents by the test that takes those into account.
    pub(super) fn judge_overlapping(&mut self, test: &Difference) {
        self.take_test(test);
        self.decide(self.p_value);
    }

    /// The exact conditional test of two counts (statistical specification 5.2, method 2).
    fn test_counts(&mut self, days: (f64, f64)) {
        let events = |estimate: &Estimate, days: f64| match estimate.precision {
            Precision::Count => Some((estimate.value, days)),
            Precision::Rate { events, people } => Some((events, people * days)),
            _ => None,
        };
        let (Some(from), Some(to)) = (events(&self.from, days.0), events(&self.to, days.1)) else {
            return;
        };
        if let Some(p_value) = counts::exact_two_counts(from.0, to.0, from.1, to.1) {
            self.p_value = Some(p_value);
            self.tested_difference = to.0 / to.1 - from.0 / from.1;
        }
    }

    /// Whether the change is welcome.
    pub const fn tone(&self, polarity: Polarity) -> Tone {
        match (self.direction, polarity) {
            (Direction::Up, Polarity::HigherIsBetter)
            | (Direction::Down, Polarity::LowerIsBetter) => Tone::Good,
            (Direction::Up, Polarity::LowerIsBetter)
            | (Direction::Down, Polarity::HigherIsBetter) => Tone::Bad,
            _ => Tone::Neutral,
        }
    }

    /// The size of the change for reading, without a sign: `6.3 pp`, `19.5%`, or the plain difference
    /// where no per cent may be printed.
    pub fn magnitude(&self, unit: Unit) -> String {
        match (unit, self.relative_percent) {
            (Unit::Percent | Unit::PercentagePoints, _) => {
                format!(
                    "{} pp",
                    crate::base::number::grouped(self.difference.abs(), 1)
                )
            }
            (_, Some(percent)) => format!("{}%", crate::base::number::grouped(percent.abs(), 1)),
            _ => unit.format(self.difference.abs()),
        }
    }
}

/// A percentage with its effective base, where that is known.
fn sample_of(estimate: &Estimate) -> Option<proportions::Sample> {
    Some(proportions::Sample {
        share: estimate.value / 100.0,
        effective_base: estimate.effective_base?,
    })
}

/// Adjusts the changes of one family (one measure, one comparison, all that is shown of it) for one another:
/// the false discovery rate of 5% (statistical specification 2.7). Returns how many were tested; one alone
/// stays as it is.
pub fn adjust_family<'a>(family: impl IntoIterator<Item = &'a mut Change>) -> usize {
    let mut family: Vec<&mut Change> = family.into_iter().collect();
    let p_values: Vec<Option<f64>> = family.iter().map(|change| change.p_value).collect();
    let by_rate = adjusted(&p_values, Adjustment::BenjaminiHochberg);
    for (change, p_value) in family.iter_mut().zip(by_rate) {
        change.decide(p_value);
    }
    p_values.iter().flatten().count()
}
