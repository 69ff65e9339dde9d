//! Rates of counted events in a population, and how far chance may carry them (statistical specification
//! 5.1).

use statrs::distribution::{ChiSquared, ContinuousCDF};

/// Counts of this size and more have Byar's interval, smaller ones the exact one.
pub const LEAST_COUNT_FOR_BYAR: f64 = 10.0;

/// How sure an interval is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// 95%.
    Of95,
    /// 99.8%.
    Of998,
}

impl Level {
    /// The quantile of the normal distribution at the upper end.
    pub fn quantile(self) -> f64 {
        match self {
            Self::Of95 => super::proportions::Z_95,
            Self::Of998 => 3.090_232_306_167_813,
        }
    }

    /// The probability outside the interval at each end.
    pub fn tail(self) -> f64 {
        match self {
            Self::Of95 => 0.025,
            Self::Of998 => 0.001,
        }
    }
}

/// How an interval was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Byar's approximation.
    Byar,
    /// The exact one, from the χ² distribution.
    Exact,
}

/// Why there is no rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoRate {
    /// The population is not known.
    #[error("the population is not known")]
    PopulationUnknown,
    /// The population is nought, negative or no number.
    #[error("the population is not above nought")]
    PopulationNotPositive,
    /// The count is negative or no number.
    #[error("the count is not a count")]
    NotACount,
    /// There are too few events for the rate to be standardised.
    #[error("there are fewer than 10 events")]
    TooFewEvents,
    /// There is no age group.
    #[error("there are no age groups")]
    NoAgeGroups,
}

/// A rate with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// Events for every so many people.
    pub rate: f64,
    /// The lower end of the interval.
    pub lower: f64,
    /// The upper end of the interval.
    pub upper: f64,
    /// How the interval was made.
    pub method: Method,
}

/// The rate of a count for every `per` people (1,000, or 100,000 of what is rare) of the population at the
/// middle of the period, for the period as it is. The interval says what chance alone might do, no more:
/// recorded crimes are not a sample.
///
/// Source: Byar, in Breslow and Day (1987); the exact interval below 10 as OHID's Fingertips does.
///
/// ```
/// use bellwether::stats::rates::{Level, NoRate, crude_rate};
/// // 237 robberies among 323,632 people.
/// let rate = crude_rate(237.0, Some(323_632.0), 1000.0, Level::Of95).unwrap();
/// assert!((rate.rate - 0.732).abs() < 0.001);
/// assert!(rate.lower < rate.rate && rate.rate < rate.upper);
/// assert_eq!(
///     crude_rate(237.0, None, 1000.0, Level::Of95),
///     Err(NoRate::PopulationUnknown)
/// );
/// ```
pub fn crude_rate(
    count: f64,
    population: Option<f64>,
    per: f64,
    level: Level,
) -> Result<Rate, NoRate> {
    let method = if count < LEAST_COUNT_FOR_BYAR {
        Method::Exact
    } else {
        Method::Byar
    };
    rate_by(method, count, population, per, level)
}

/// [`crude_rate`] with the exact interval, however large the count.
pub fn exact_rate(
    count: f64,
    population: Option<f64>,
    per: f64,
    level: Level,
) -> Result<Rate, NoRate> {
    rate_by(Method::Exact, count, population, per, level)
}

fn rate_by(
    method: Method,
    count: f64,
    population: Option<f64>,
    per: f64,
    level: Level,
) -> Result<Rate, NoRate> {
    let population = population.ok_or(NoRate::PopulationUnknown)?;
    if !(population > 0.0 && population.is_finite()) {
        return Err(NoRate::PopulationNotPositive);
    }
    let limits = match method {
        Method::Byar => byar_limits(count, level),
        Method::Exact => exact_limits(count, level),
    };
    let (lower, upper) = limits.ok_or(NoRate::NotACount)?;
    let scale = per / population;
    Ok(Rate {
        rate: count * scale,
        lower: lower * scale,
        upper: upper * scale,
        method,
    })
}

/// Byar's limits of a count of at least 1.
///
/// Formula: x(1 − 1/9x − z/3√x)³ and (x+1)(1 − 1/9(x+1) + z/3√(x+1))³.
pub fn byar_limits(count: f64, level: Level) -> Option<(f64, f64)> {
    if !(count >= 1.0 && count.is_finite()) {
        return None;
    }
    let z = level.quantile();
    let limit = |count: f64, z: f64| {
        let root = 1.0 - 1.0 / (9.0 * count) + z / (3.0 * count.sqrt());
        count * root.max(0.0).powi(3)
    };
    Some((limit(count, -z), limit(count + 1.0, z)))
}

/// The exact limits of a Poisson count, half the quantiles of χ² on 2x and 2x + 2 degrees of freedom
/// (Garwood 1936, *Biometrika* 28:437). The count need not be whole; `None` where it is negative or not
/// finite.
pub fn exact_limits(count: f64, level: Level) -> Option<(f64, f64)> {
    if !(count >= 0.0 && count.is_finite()) {
        return None;
    }
    let half_quantile = |degrees: f64, share: f64| {
        let distribution = ChiSquared::new(degrees).ok()?;
        Some(distribution.inverse_cdf(share) / 2.0)
    };
    let lower = if count == 0.0 {
        0.0
    } else {
        half_quantile(2.0 * count, level.tail())?
    };
    Some((lower, half_quantile(2.0 * count + 2.0, 1.0 - level.tail())?))
}

/// What a value for part of a year would be for the whole, at the same pace; only ever on request.
/// `None` where the days are not above 0.
///
/// ```
/// use bellwether::stats::rates::annualised;
/// assert_eq!(annualised(18.0, 90.0), Some(73.0));
/// ```
pub fn annualised(value: f64, days: f64) -> Option<f64> {
    (days > 0.0).then(|| value * 365.0 / days)
}
