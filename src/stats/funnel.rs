//! Funnels: between which limits the value of an area of its size would lie if it were like the average
//! (statistical specification 9.4; Spiegelhalter 2005, *Statistics in Medicine* 24:1185).
//!
//! The target is that of all areas together. Recorded crime rates have no funnel against the average of a
//! force: its districts differ in kind, so that all would be outside.

use statrs::distribution::{Binomial, DiscreteCDF, Poisson};

use super::quantiles::{float, quantile};
use super::rates::Level;

/// Fewer areas say nothing of how much more than chance sets areas apart.
pub const LEAST_AREAS_FOR_OVERDISPERSION: usize = 10;

/// The share of all areas together, from pairs of numerator and base. `None` where there is no base.
pub fn target(areas: &[(f64, f64)]) -> Option<f64> {
    let bases: f64 = areas.iter().map(|(_, base)| base).sum();
    let numerators: f64 = areas.iter().map(|(numerator, _)| numerator).sum();
    (bases > 0.0).then(|| numerators / bases)
}

/// The limits for a share on an effective base, by the score: the usual ones, within 0 to 1.
///
/// Formula: θ ± z√(θ(1−θ)/N). `None` where the target is not within 0 to 1 or the base not above 0.
///
/// ```
/// use bellwether::stats::funnel::score_limits;
/// let (lower, upper) = score_limits(0.623, 99.0, 1.96).unwrap();
/// assert!((lower - 0.5275).abs() < 0.0005 && (upper - 0.7185).abs() < 0.0005);
/// ```
pub fn score_limits(target: f64, effective_base: f64, quantile: f64) -> Option<(f64, f64)> {
    let usable = effective_base > 0.0 && (0.0..=1.0).contains(&target);
    if !usable {
        return None;
    }
    let half = quantile * (target * (1.0 - target) / effective_base).sqrt();
    Some(((target - half).max(0.0), (target + half).min(1.0)))
}

/// The exact limits for the share of a whole number of respondents without weights, by the binomial
/// distribution, interpolated between whole numbers (Spiegelhalter 2005, A.1.1).
pub fn exact_share_limits(target: f64, base: u64, level: Level) -> Option<(f64, f64)> {
    let distribution = Binomial::new(target, base).ok().filter(|_| base > 0)?;
    let base = whole(base);
    let deviation = (base * target * (1.0 - target)).sqrt();
    let limit = |share: f64, z: f64| {
        let numerator = interpolated(&distribution, share, base * target + z * deviation)?;
        Some(numerator / base)
    };
    both_ends(level, limit)
}

/// The exact limits for a rate, by the Poisson distribution, interpolated between whole numbers. The
/// target is in events for each person and so are the limits.
pub fn exact_rate_limits(target: f64, population: f64, level: Level) -> Option<(f64, f64)> {
    let expected = target * population;
    let distribution = Poisson::new(expected).ok().filter(|_| population > 0.0)?;
    let limit = |share: f64, z: f64| {
        let count = interpolated(&distribution, share, expected + z * expected.sqrt())?;
        Some(count / population)
    };
    both_ends(level, limit)
}

fn both_ends(level: Level, limit: impl Fn(f64, f64) -> Option<f64>) -> Option<(f64, f64)> {
    let (z, tail) = (level.quantile(), level.tail());
    Some((limit(tail, -z)?, limit(1.0 - tail, z)?))
}

/// r − (F(r) − p)/(F(r) − F(r−1)), where r is the smallest whole number with F(r) ≥ p; looked for from a
/// near number on.
fn interpolated(distribution: &impl DiscreteCDF<u64, f64>, share: f64, near: f64) -> Option<f64> {
    let mut r = super::counts::whole_count(near.max(0.0).floor())?;
    while r > 0 && distribution.cdf(r - 1) >= share {
        r -= 1;
    }
    while distribution.cdf(r) < share {
        r += 1;
    }
    let at = distribution.cdf(r);
    let below = r.checked_sub(1).map_or(0.0, |r| distribution.cdf(r));
    Some((whole(r) - (at - share) / (at - below)).max(0.0))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of people are far under 2 to the 53rd"
)]
fn whole(count: u64) -> f64 {
    count as f64
}

/// Where an area lies in its funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FunnelPlace {
    /// Within the 95% limits.
    Within,
    /// Between the 95% and the 99.8% limits: possibly below the average.
    PossiblyLower,
    /// Between the 95% and the 99.8% limits: possibly above the average.
    PossiblyHigher,
    /// Outside the 99.8% limits, below.
    Lower,
    /// Outside the 99.8% limits, above.
    Higher,
}

/// Where a value lies between the 95% and the 99.8% limits, each as (lower, upper).
pub fn place(value: f64, limits_95: (f64, f64), limits_998: (f64, f64)) -> FunnelPlace {
    if value < limits_998.0 {
        FunnelPlace::Lower
    } else if value > limits_998.1 {
        FunnelPlace::Higher
    } else if value < limits_95.0 {
        FunnelPlace::PossiblyLower
    } else if value > limits_95.1 {
        FunnelPlace::PossiblyHigher
    } else {
        FunnelPlace::Within
    }
}

/// How many of so many areas are outside the 95% limits by chance alone.
pub fn expected_outside_95(areas: usize) -> f64 {
    0.05 * float(areas)
}

/// Areas on a scale on which chance is equally wide for the same base whatever the value, and how much
/// more than chance sets them apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Overdispersion {
    scale: Scale,
    /// The distance of every area from the target in standard errors.
    pub z: Vec<f64>,
    /// The same, the lowest and the highest tenth drawn in to the 10% and 90% quantiles.
    pub winsorised_z: Vec<f64>,
    /// The mean of the squares of the latter: 1 where chance is all.
    pub dispersion: f64,
    /// The variance between areas beyond chance, on the transformed scale.
    pub between_variance: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Scale {
    /// The arcsine of the root of a share; the target, transformed.
    Arcsine(f64),
    /// Observed over expected, limits drawn around 1.
    Ratio,
}

impl Overdispersion {
    /// The overdispersion of shares, from pairs of numerator and base. `None` for fewer than
    /// [`LEAST_AREAS_FOR_OVERDISPERSION`] areas, or where a share is not within 0 to 1.
    pub fn of_shares(areas: &[(f64, f64)]) -> Option<Self> {
        let centre = target(areas)?.sqrt().asin();
        let z = |(numerator, base): &(f64, f64)| {
            let share = numerator / base;
            let usable = *base > 0.0 && (0.0..=1.0).contains(&share);
            usable.then(|| (share.sqrt().asin() - centre) * 2.0 * base.sqrt())
        };
        Self::new(Scale::Arcsine(centre), areas, z)
    }

    /// The overdispersion of ratios, from pairs of observed and expected. `None` for fewer than
    /// [`LEAST_AREAS_FOR_OVERDISPERSION`] areas, or where nothing was expected.
    pub fn of_ratios(areas: &[(f64, f64)]) -> Option<Self> {
        let z = |(observed, expected): &(f64, f64)| {
            let usable = *expected > 0.0 && *observed >= 0.0;
            usable.then(|| ((observed / expected).sqrt() - 1.0) * 2.0 * expected.sqrt())
        };
        Self::new(Scale::Ratio, areas, z)
    }

    fn new(
        scale: Scale,
        areas: &[(f64, f64)],
        z: impl Fn(&(f64, f64)) -> Option<f64>,
    ) -> Option<Self> {
        const DRAWN_IN: f64 = 0.1;
        if areas.len() < LEAST_AREAS_FOR_OVERDISPERSION {
            return None;
        }
        let z: Vec<f64> = areas.iter().map(z).collect::<Option<_>>()?;
        let (low, high) = (quantile(&z, DRAWN_IN)?, quantile(&z, 1.0 - DRAWN_IN)?);
        let winsorised_z: Vec<f64> = z.iter().map(|z| z.clamp(low, high)).collect();
        let count = float(areas.len());
        let dispersion = winsorised_z.iter().map(|z| z * z).sum::<f64>() / count;
        // A weight is one over the square of the standard error, 1/(2√N).
        let weights: f64 = areas.iter().map(|(_, base)| 4.0 * base).sum();
        let squares: f64 = areas.iter().map(|(_, base)| (4.0 * base).powi(2)).sum();
        let excess = count * dispersion - (count - 1.0);
        Some(Self {
            scale,
            z,
            winsorised_z,
            dispersion,
            between_variance: (excess / (weights - squares / weights)).max(0.0),
        })
    }

    /// The limits for an area on a base (or with an expected count) that allow for the variance between
    /// areas. `None` where the base is not above 0.
    pub fn limits(&self, base: f64, quantile: f64) -> Option<(f64, f64)> {
        self.limits_with(self.between_variance, base, quantile)
    }

    /// The limits on the same scale that allow for chance alone.
    pub fn limits_of_chance(&self, base: f64, quantile: f64) -> Option<(f64, f64)> {
        self.limits_with(0.0, base, quantile)
    }

    fn limits_with(&self, between: f64, base: f64, quantile: f64) -> Option<(f64, f64)> {
        let has_base = base > 0.0 && base.is_finite();
        if !has_base {
            return None;
        }
        let half = quantile * (1.0 / (4.0 * base) + between).sqrt();
        Some(match self.scale {
            Scale::Arcsine(centre) => {
                let share =
                    |angle: f64| angle.clamp(0.0, std::f64::consts::FRAC_PI_2).sin().powi(2);
                (share(centre - half), share(centre + half))
            }
            Scale::Ratio => (1.0 - half, 1.0 + half),
        })
    }
}
