//! Directly age-standardised rates (statistical specification 5.4).

use statrs::distribution::{ChiSquared, ContinuousCDF};

use super::rates::{LEAST_COUNT_FOR_BYAR, Level, NoRate, byar_limits};

/// One age group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AgeGroup {
    /// Events.
    pub count: f64,
    /// The people among whom they were counted.
    pub population: f64,
    /// The people of this age in the standard population.
    pub standard: f64,
}

/// A standardised rate with both of its usual 95% intervals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StandardisedRate {
    /// What the rate would be if the population had the ages of the standard.
    pub rate: f64,
    /// The rate without regard to age.
    pub crude: f64,
    /// The interval of Dobson and others with Byar's limits, which is the one to print.
    pub dobson: (f64, f64),
    /// The interval of Fay and Feuer by the gamma distribution, a little wider.
    pub fay_feuer: (f64, f64),
}

/// The directly standardised rate for every `per` people.
///
/// Source: Dobson, Kuulasmaa, Eberle and Scherer (1991), *Statistics in Medicine* 10:457; Fay and Feuer
/// (1997), *Statistics in Medicine* 16:791.
///
/// # Errors
/// Where there are fewer than 10 events in all, no age groups, or no people in one.
///
/// ```
/// use bellwether::stats::standardised_rates::{AgeGroup, standardised_rate};
/// let young = AgeGroup { count: 45.0, population: 15_400.0, standard: 9_000.0 };
/// let old = AgeGroup { count: 6.0, population: 9_900.0, standard: 10_000.0 };
/// let rate = standardised_rate(&[young, old], 1000.0).unwrap();
/// // The standard has more old people, who are hit less.
/// assert!(rate.rate < rate.crude);
/// ```
pub fn standardised_rate(groups: &[AgeGroup], per: f64) -> Result<StandardisedRate, NoRate> {
    let standard: f64 = groups.iter().map(|group| group.standard).sum();
    let usable = |group: &AgeGroup| group.population > 0.0 && group.standard >= 0.0;
    if groups.is_empty() {
        return Err(NoRate::NoAgeGroups);
    }
    let has_standard = standard > 0.0 && standard.is_finite();
    if !has_standard || !groups.iter().all(usable) {
        return Err(NoRate::PopulationNotPositive);
    }
    if !groups.iter().all(|group| group.count >= 0.0) {
        return Err(NoRate::NotACount);
    }
    let events: f64 = groups.iter().map(|group| group.count).sum();
    if events < LEAST_COUNT_FOR_BYAR {
        return Err(NoRate::TooFewEvents);
    }
    let people: f64 = groups.iter().map(|group| group.population).sum();
    let weight = |group: &AgeGroup| group.standard / standard / group.population;
    let rate: f64 = groups.iter().map(|group| weight(group) * group.count).sum();
    let variances = groups
        .iter()
        .map(|group| weight(group).powi(2) * group.count);
    let variance: f64 = variances.sum();
    let heaviest = groups.iter().map(weight).fold(0.0, f64::max);

    let (lower, upper) = byar_limits(events, Level::Of95).ok_or(NoRate::NotACount)?;
    let scale = (variance / events).sqrt();
    let gamma = fay_feuer(rate, variance, heaviest).ok_or(NoRate::NotACount)?;
    Ok(StandardisedRate {
        rate: rate * per,
        crude: events / people * per,
        dobson: (
            (rate + scale * (lower - events)) * per,
            (rate + scale * (upper - events)) * per,
        ),
        fay_feuer: (gamma.0 * per, gamma.1 * per),
    })
}

fn fay_feuer(rate: f64, variance: f64, heaviest: f64) -> Option<(f64, f64)> {
    let limit = |rate: f64, variance: f64, share: f64| {
        let distribution = ChiSquared::new(2.0 * rate * rate / variance).ok()?;
        Some(variance / (2.0 * rate) * distribution.inverse_cdf(share))
    };
    let tail = Level::Of95.tail();
    let lower = limit(rate, variance, tail)?;
    let widened = variance + heaviest * heaviest;
    Some((lower, limit(rate + heaviest, widened, 1.0 - tail)?))
}
