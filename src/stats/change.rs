//! Differences between two values, and how they are written (statistical specification 10.5): survey
//! percentages change by percentage points, counts by their number and, where the earlier one is large
//! enough, by a percentage of it.

use std::fmt;

use super::counts::LEAST_BASE_FOR_PERCENT;
use crate::base::number::signed;

/// The difference of two percentages in percentage points: later less earlier. Ten decimals are kept, so
/// that 63.1 to 56.8 is −6.3 and not −6.300000000000004.
///
/// ```
/// use bellwether::stats::change::percentage_points;
/// assert_eq!(percentage_points(63.1, 56.8), -6.3);
/// ```
pub fn percentage_points(earlier: f64, later: f64) -> f64 {
    const SCALE: f64 = 1e10;
    ((later - earlier) * SCALE).round() / SCALE
}

/// The change relative to the earlier value, in percent; `None` where that is zero.
///
/// ```
/// use bellwether::stats::change::relative_change_percent;
/// assert_eq!(relative_change_percent(50.0, 61.0), Some(22.0));
/// assert_eq!(relative_change_percent(0.0, 12.0), None);
/// ```
pub fn relative_change_percent(earlier: f64, later: f64) -> Option<f64> {
    let change = (later - earlier) / earlier.abs() * 100.0;
    change.is_finite().then_some(change)
}

/// How a count changed. Its display is that of the house: `−13% (−4,850)`, or the number alone where the
/// earlier count is too small for a percentage.
///
/// ```
/// use bellwether::stats::change::CountChange;
/// assert_eq!(CountChange::between(37_486.0, 32_636.0).to_string(), "−13% (−4,850)");
/// assert_eq!(CountChange::between(16.0, 9.0).to_string(), "−7");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CountChange {
    /// Later less earlier.
    pub change: f64,
    /// The change in percent of the earlier count; `None` where that is zero.
    pub percent: Option<f64>,
    /// Whether the earlier count is large enough for the percentage to be shown.
    pub shows_percent: bool,
}

impl CountChange {
    /// The change from one count to another.
    pub fn between(earlier: f64, later: f64) -> Self {
        Self {
            change: later - earlier,
            percent: relative_change_percent(earlier, later),
            shows_percent: earlier >= LEAST_BASE_FOR_PERCENT,
        }
    }
}

impl fmt::Display for CountChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = signed(self.change, 0);
        match self.percent.filter(|_| self.shows_percent) {
            Some(percent) => write!(f, "{}% ({number})", signed(percent, 0)),
            None => f.write_str(&number),
        }
    }
}
