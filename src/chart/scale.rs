//! Ticks at round numbers, and where a scale begins.

use crate::data::Unit;

/// The multiples of powers of ten at which ticks may stand.
const NICE_STEPS: [f64; 5] = [1.0, 2.0, 2.5, 5.0, 10.0];

/// The smallest round step that divides `span` into at most `most` parts.
///
/// ```
/// use bellwether::chart::scale::nice_step;
/// assert_eq!(nice_step(29.0, 7), 5.0);
/// assert_eq!(nice_step(0.8, 4), 0.2);
/// ```
pub fn nice_step(span: f64, most: u32) -> f64 {
    let rough = span / f64::from(most.max(1));
    if !rough.is_finite() || rough <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf(rough.log10().floor());
    // Dividing keeps the decimals exact where the power is below one: 2 / 10, not 2 × 0.1.
    let scaled = |step: f64| {
        if power < 1.0 {
            step / (1.0 / power).round()
        } else {
            step * power
        }
    };
    NICE_STEPS
        .into_iter()
        // A step of 2.5 or 0.25 would give every second tick another decimal.
        .filter(|step| step.fract() == 0.0 || power >= 10.0)
        .map(scaled)
        .find(|step| *step >= rough * (1.0 - 1e-9))
        .unwrap_or(10.0 * power)
}

/// The multiples of a round step within bounds, at most `most + 1` of them, with the step.
pub fn ticks(lower: f64, upper: f64, most: u32, least_step: f64) -> (Vec<f64>, f64) {
    let step = nice_step(upper - lower, most).max(least_step);
    let tolerance = 1e-6 * step;
    let first = ((lower - tolerance) / step).ceil();
    let ticks = (0..=most)
        .map(|index| (first + f64::from(index)) * step)
        .take_while(|tick| *tick <= upper + tolerance)
        // Never a minus before nought.
        .map(|tick| if tick.abs() < tolerance { 0.0 } else { tick })
        .collect();
    (ticks, step)
}

/// The decimals that tell multiples of a step apart.
pub fn decimals_of_step(step: f64) -> usize {
    (0_u8..4)
        .find(|decimals| {
            let scaled = step * 10_f64.powi(i32::from(*decimals));
            (scaled - scaled.round()).abs() < 1e-6 * scaled.max(1.0)
        })
        .map_or(4, usize::from)
}

/// The smallest step that a unit's ticks may have: whole numbers for counts.
pub const fn least_step(unit: Unit) -> f64 {
    match unit {
        Unit::Count | Unit::Pounds => 1.0,
        _ => 0.0,
    }
}

/// The bounds of the vertical axis for values between `lowest` and `highest`, at round numbers.
///
/// Counts, rates and money begin at nought. Percentages and scores begin at nought too, unless the
/// values keep so far from it that more than half of the plot would be empty. Percentages stay within 0
/// to 100.
pub fn vertical_bounds(unit: Unit, lowest: f64, highest: f64) -> (f64, f64) {
    let (mut lower, mut upper) = (lowest.min(highest), highest.max(lowest));
    let span = upper - lower;
    let from_nought = match unit {
        Unit::Count
        | Unit::Per1000
        | Unit::Per100000
        | Unit::Pounds
        | Unit::PercentagePoints
        | Unit::PercentChange => true,
        Unit::Percent | Unit::MeanScore | Unit::Index | Unit::Unknown => {
            lower >= 0.0 && lower <= span
        }
    };
    if from_nought {
        lower = lower.min(0.0);
        upper = upper.max(0.0);
    }
    if upper - lower < smallest_span(unit, upper) {
        // All values alike: some room on both sides, or over a floor of nought.
        let room = smallest_span(unit, upper);
        if !from_nought {
            lower -= room / 2.0;
        }
        upper = lower + room.max(upper - lower);
        if unit == Unit::Percent && upper > 100.0 {
            (lower, upper) = (100.0 - room, 100.0);
        }
    }
    let step = nice_step(upper - lower, 7).max(least_step(unit));
    let highest = upper;
    lower = ((lower / step) + 1e-9).floor() * step;
    upper = ((upper / step) - 1e-9).ceil() * step;
    if from_nought && upper - highest > 0.6 * step && step / 2.0 >= least_step(unit) {
        // Half a step over the last grid line is room enough.
        upper -= step / 2.0;
    }
    if unit == Unit::Percent {
        lower = lower.max(0.0);
        upper = upper.min(100.0).max(lower + step);
    }
    (lower, upper)
}

/// The least difference between the bounds, so that noise does not look like change.
fn smallest_span(unit: Unit, highest: f64) -> f64 {
    match unit {
        Unit::Percent | Unit::PercentagePoints | Unit::PercentChange => 10.0,
        Unit::Count => 5.0,
        Unit::MeanScore => 0.5,
        _ if highest.abs() > 0.0 => highest.abs() / 5.0,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mockups_axis() {
        let (lower, upper) = vertical_bounds(Unit::Percent, 42.0, 71.2);
        assert_eq!((lower, upper), (40.0, 75.0));
        let (ticks, step) = ticks(lower, upper, 7, 0.0);
        assert_eq!(ticks, [40.0, 45.0, 50.0, 55.0, 60.0, 65.0, 70.0, 75.0]);
        assert_eq!(decimals_of_step(step), 0);
    }

    #[test]
    fn counts_begin_at_nought_and_step_in_whole_numbers() {
        assert_eq!(
            vertical_bounds(Unit::Count, 9755.0, 10860.0),
            (0.0, 12_000.0)
        );
        assert_eq!(vertical_bounds(Unit::Count, 0.0, 0.0), (0.0, 5.0));
        let (ticks, _) = ticks(0.0, 3.0, 7, least_step(Unit::Count));
        assert_eq!(ticks, [0.0, 1.0, 2.0, 3.0]);
    }

    #[test]
    fn percentages_stay_within_their_range() {
        assert_eq!(vertical_bounds(Unit::Percent, 99.0, 100.0), (90.0, 100.0));
        assert_eq!(vertical_bounds(Unit::Percent, 0.0, 0.0), (0.0, 10.0));
        assert_eq!(vertical_bounds(Unit::Percent, 4.0, 30.0), (0.0, 30.0));
        let (lower, upper) = vertical_bounds(Unit::Percent, 50.0, 50.0);
        assert!(lower < 50.0 && upper > 50.0 && upper - lower >= 10.0);
    }

    #[test]
    fn steps_below_one_are_exact() {
        let (ticks, step) = ticks(3.0, 4.0, 5, 0.0);
        assert_eq!(decimals_of_step(step), 1);
        assert_eq!(ticks.len(), 6);
        assert_eq!(decimals_of_step(2.5), 1);
        assert_eq!(decimals_of_step(0.25), 2);
    }
}
