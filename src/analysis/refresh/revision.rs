//! How two values that should be the same differ.

use crate::data::{Observation, Unit};

/// Values that differ by less than this share of their size are the same, read twice.
const SAME: f64 = 1e-9;

/// With more decimals than this, a value is not taken for a rounded one.
const MOST_DECIMALS: i32 = 6;

/// What became of a value in a newer return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RevisionKind {
    /// Another value.
    Value,
    /// No value any more, but a reason why there is none.
    Withdrawn,
    /// The same value, given with more or fewer decimals.
    Rounding,
    /// The same value on another base.
    Base,
    /// The same value, or none as before, with another status: provisional became final.
    Status,
}

impl RevisionKind {
    /// The kind in one word, as the command line prints it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Value => "revised",
            Self::Withdrawn => "withdrawn",
            Self::Rounding => "rounded",
            Self::Base => "base",
            Self::Status => "status",
        }
    }

    /// What became of `old` in `new`; `None` where nothing that matters did. A value where there was none is
    /// new rather than revised, and is not asked about here.
    pub fn between(old: &Observation, new: &Observation) -> Option<Self> {
        match (old.value, new.value) {
            (Some(_), None) => return Some(Self::Withdrawn),
            (Some(old), Some(new)) if !is_same(old, new) => {
                return Some(if is_rounding(old, new) {
                    Self::Rounding
                } else {
                    Self::Value
                });
            }
            _ => {}
        }
        let is_same_base = |old: Option<f64>, new: Option<f64>| match (old, new) {
            (Some(old), Some(new)) => is_same(old, new),
            (old, new) => old.is_none() == new.is_none(),
        };
        if !is_same_base(old.unweighted_base, new.unweighted_base)
            || !is_same_base(old.effective_base, new.effective_base)
        {
            return Some(Self::Base);
        }
        (old.status != new.status).then_some(Self::Status)
    }
}

/// Whether two values are the same figure, or the same but for the decimals with which they are given.
pub fn agree(one: f64, other: f64) -> bool {
    is_same(one, other) || is_rounding(one, other)
}

/// Whether two values are the same but for the last bits.
fn is_same(one: f64, other: f64) -> bool {
    let distance = (one - other).abs();
    one.to_bits() == other.to_bits() || distance <= SAME * one.abs().max(other.abs())
}

/// Whether one value is the other with fewer decimals.
fn is_rounding(one: f64, other: f64) -> bool {
    is_rounded_from(one, other) || is_rounded_from(other, one)
}

/// Whether `coarse` has a few decimals and is `fine` rounded to so many. Whole numbers are no rounded ones:
/// counts are whole, and a percentage may have become whole.
fn is_rounded_from(coarse: f64, fine: f64) -> bool {
    (1..=MOST_DECIMALS).any(|decimals| {
        let factor = 10_f64.powi(decimals);
        let is_so_coarse = is_same((coarse * factor).round(), coarse * factor);
        let is_finer = !is_same((fine * factor).round(), fine * factor);
        is_so_coarse && is_finer && (coarse - fine).abs() * factor <= 0.5 + 1e-6
    })
}

/// By how much a value was revised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// New minus old, in the unit (percentage points for percentages).
    pub absolute: f64,
    /// In per cent of the old value, where per cent may be said: never of percentages, nor of nought.
    pub percent: Option<f64>,
}

impl Difference {
    /// The difference of two values in a unit.
    pub fn between(unit: Unit, old: f64, new: f64) -> Self {
        let absolute = new - old;
        let is_share = matches!(
            unit,
            Unit::Percent | Unit::PercentagePoints | Unit::PercentChange
        );
        Self {
            absolute,
            percent: (!is_share && old != 0.0).then(|| 100.0 * absolute / old.abs()),
        }
    }
}

/// Two values for reading, with as many decimals more than usual as tell them apart.
///
/// ```
/// use bellwether::analysis::refresh::told_apart;
/// use bellwether::data::Unit;
/// assert_eq!(told_apart(Unit::Percent, 56.84, 56.81), ("56.84%".into(), "56.81%".into()));
/// assert_eq!(told_apart(Unit::Count, 515.0, 521.0), ("515".into(), "521".into()));
/// ```
pub fn told_apart(unit: Unit, old: f64, new: f64) -> (String, String) {
    let with = |decimals: usize| {
        let format = |value| unit.format_with(value, decimals);
        (format(old), format(new))
    };
    let usual = unit.decimals();
    (usual..usual + 5)
        .map(with)
        .find(|(old, new)| old != new)
        .unwrap_or_else(|| with(usual))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_decimals_are_no_other_figure() {
        for (one, other, agrees) in [
            (56.8, 56.75, true),
            (41.0, 41.023_900_923_970_3, true),
            (41.02, 41.023_900_923_970_3, true),
            (0.1 + 0.2, 0.3, true),
            (56.8, 56.7, false),
            (56.8, 56.85, true),
            (56.8, 56.86, false),
            (104.0, 100.0, false),
            (0.0, 0.0, true),
            (0.0, 0.4, false),
            (515.0, 521.0, false),
        ] {
            assert_eq!(agree(one, other), agrees, "{one} and {other}");
        }
    }

    #[test]
    fn per_cent_is_said_of_counts_alone() {
        let count = Difference::between(Unit::Count, 50.0, 45.0);
        assert_eq!((count.absolute, count.percent), (-5.0, Some(-10.0)));
        let share = Difference::between(Unit::Percent, 50.0, 45.0);
        assert_eq!((share.absolute, share.percent), (-5.0, None));
        assert_eq!(Difference::between(Unit::Count, 0.0, 3.0).percent, None);
    }
}
