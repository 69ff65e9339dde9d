//! Quantiles and tails of the distributions that tests and intervals rest on (statistical specification
//! 0.5). `None` where a parameter is not between 10⁻⁶ and 10⁹, where a quantile is asked for with a tail
//! under 10⁻¹⁵, and of what is no number; no result is NaN or infinite.

use statrs::distribution::{
    Beta, Binomial, ChiSquared, Continuous, ContinuousCDF, DiscreteCDF, FisherSnedecor, Normal,
    Poisson, StudentsT,
};
use statrs::function::beta::checked_beta_reg;

/// Degrees of freedom above which Student's quantiles come from an expansion, since `statrs` loses digits.
const MOST_DEGREES_OF_T: f64 = 5_000.0;

/// With more degrees of freedom than this the expansion is as good within [`USUAL_QUANTILE`] of the middle: what it
/// leaves out is under 10⁻¹⁰ of the quantile. It takes a hundredth of the time.
const MANY_DEGREES_OF_T: f64 = 300.0;
const USUAL_QUANTILE: f64 = 4.0;

/// No parameter is smaller or larger: `statrs` would be at it for seconds, overflow or never end, and no
/// survey comes near.
const SMALLEST: f64 = 1e-6;
const LARGEST: f64 = 1e9;

/// The quantile of the standard normal distribution, for `p` between 0 and 1.
///
/// ```
/// use bellwether::stats::distributions::normal_quantile;
/// assert!((normal_quantile(0.975).unwrap() - 1.959_963_984_540_054).abs() < 1e-12);
/// assert_eq!(normal_quantile(1.0), None);
/// ```
pub fn normal_quantile(p: f64) -> Option<f64> {
    finite(Normal::standard().inverse_cdf(inside(p).then_some(p)?))
}

/// The distribution function of the standard normal distribution.
pub fn normal_cdf(x: f64) -> Option<f64> {
    finite(Normal::standard().cdf(finite(x)?))
}

/// The probability of a standard normal value at least as far from nought as `z`: a two-sided p-value.
pub fn normal_two_sided(z: f64) -> Option<f64> {
    finite(2.0 * Normal::standard().cdf(-finite(z)?.abs()))
}

/// The quantile of Student's t distribution with `degrees_of_freedom` above nought, for `p` between 0 and 1.
///
/// Source of the expansion for many degrees: Abramowitz and Stegun (1964), 26.7.5.
///
/// ```
/// use bellwether::stats::distributions::t_quantile;
/// assert!((t_quantile(0.975, 10.0).unwrap() - 2.228_138_851_986_274).abs() < 1e-9);
/// ```
pub fn t_quantile(p: f64, degrees_of_freedom: f64) -> Option<f64> {
    let df = degrees_of_freedom;
    let normal = normal_quantile(p)?;
    let is_usual = df > MANY_DEGREES_OF_T && normal.abs() <= USUAL_QUANTILE;
    if df.is_finite() && (is_usual || df > MOST_DEGREES_OF_T) {
        let (z, z2) = (normal, normal * normal);
        let first = (z2 + 1.0) / 4.0;
        let second = ((5.0 * z2 + 16.0) * z2 + 3.0) / 96.0;
        let third = (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) / 384.0;
        let fourth = ((((79.0 * z2 + 776.0) * z2 + 1482.0) * z2 - 1920.0) * z2 - 945.0) / 92_160.0;
        let terms = (first + (second + (third + fourth / df) / df) / df) / df;
        return finite(z + z * terms);
    }
    let t = StudentsT::new(0.0, 1.0, parameter(df)?).ok()?;
    let (tail, sign) = if p > 0.5 { (1.0 - p, -1.0) } else { (p, 1.0) };
    let step = |x: f64| (t_cdf(x, df).unwrap_or(tail) - tail) / t.pdf(x);
    finite(sign * polished(finite(t.inverse_cdf(tail))?, step))
}

/// The distribution function of Student's t distribution.
///
/// Within one of nought the mass is taken from the middle outwards, I(t²/(ν+t²); ½, ν/2): from the tail inwards, as
/// `statrs` takes it, the argument ν/(ν+t²) is so near to one that it has lost the digits of t.
pub fn t_cdf(x: f64, degrees_of_freedom: f64) -> Option<f64> {
    let df = parameter(degrees_of_freedom)?;
    let t = StudentsT::new(0.0, 1.0, df).ok()?;
    let square = finite(x)? * x;
    if square >= 1.0 {
        return finite(t.cdf(x));
    }
    let within = checked_beta_reg(0.5, df / 2.0, square / (df + square)).ok()?;
    finite(0.5 + x.signum() * within / 2.0)
}

/// The probability of a value of Student's t at least as far from nought: a two-sided p-value.
pub fn t_two_sided(t: f64, degrees_of_freedom: f64) -> Option<f64> {
    Some((2.0 * t_cdf(-t.abs(), degrees_of_freedom)?).min(1.0))
}

/// The quantile of the χ² distribution, for `p` between 0 and 1.
pub fn chi_squared_quantile(p: f64, degrees_of_freedom: f64) -> Option<f64> {
    let chi = ChiSquared::new(parameter(degrees_of_freedom)?).ok()?;
    let first = inside(p).then(|| chi.inverse_cdf(p))?;
    // From the smaller tail, which keeps its digits.
    let step = |x: f64| {
        let excess = if p > 0.5 {
            (1.0 - p) - chi.sf(x)
        } else {
            chi.cdf(x) - p
        };
        excess / chi.pdf(x)
    };
    finite(polished(finite(first)?, step))
}

/// The upper tail of the χ² distribution: the p-value of a statistic.
pub fn chi_squared_upper_tail(x: f64, degrees_of_freedom: f64) -> Option<f64> {
    let chi = ChiSquared::new(parameter(degrees_of_freedom)?).ok()?;
    finite(chi.sf(finite(x)?.max(0.0)))
}

/// The quantile of the β distribution, for `p` between 0 and 1.
pub fn beta_quantile(p: f64, a: f64, b: f64) -> Option<f64> {
    if !inside(p) {
        return None;
    }
    let beta = Beta::new(parameter(a)?, parameter(b)?).ok()?;
    // From the smaller tail, which keeps its digits.
    let reached = |x: f64| {
        if p > 0.5 {
            beta.sf(x) <= 1.0 - p
        } else {
            beta.cdf(x) >= p
        }
    };
    // Halving the numbers between 0 and 1 as they are written, since the quantile of `statrs` need not end.
    let (mut below, mut at_least) = (0.0_f64.to_bits(), 1.0_f64.to_bits());
    while at_least - below > 1 {
        let middle = below.midpoint(at_least);
        if reached(f64::from_bits(middle)) {
            at_least = middle;
        } else {
            below = middle;
        }
    }
    finite(f64::from_bits(at_least))
}

/// The distribution function of the β distribution.
pub fn beta_cdf(x: f64, a: f64, b: f64) -> Option<f64> {
    let beta = Beta::new(parameter(a)?, parameter(b)?).ok()?;
    finite(beta.cdf(finite(x)?))
}

/// The upper tail of the F distribution, whose degrees of freedom need not be whole: the p-value of a
/// statistic.
pub fn f_upper_tail(x: f64, first_degrees: f64, second_degrees: f64) -> Option<f64> {
    let (first, second) = (parameter(first_degrees)?, parameter(second_degrees)?);
    let f = FisherSnedecor::new(first, second).ok()?;
    finite(f.sf(finite(x)?.max(0.0)))
}

/// The probability of at most `most` events where `mean` are expected.
pub fn poisson_cdf(most: u64, mean: f64) -> Option<f64> {
    finite(Poisson::new(parameter(mean)?).ok()?.cdf(most))
}

/// The probability of at most `most` successes in `trials`, each with probability `p`.
pub fn binomial_cdf(most: u64, trials: u64, p: f64) -> Option<f64> {
    finite(Binomial::new(p, trials).ok()?.cdf(most))
}

/// A quantile made exact to the last digits by Newton's steps, as long as they are small; a quantile that
/// cannot be made better stays as it is.
fn polished(first: f64, step: impl Fn(f64) -> f64) -> f64 {
    const MOST_RELATIVE_STEP: f64 = 1e-3;
    let mut x = first;
    for _ in 0..3 {
        let change = step(x);
        if !change.is_finite() || change.abs() > MOST_RELATIVE_STEP * x.abs() {
            break;
        }
        x -= change;
    }
    x
}

/// Whether a probability has a quantile that can be told from the ends.
fn inside(p: f64) -> bool {
    const SMALLEST_TAIL: f64 = 1e-15;
    (SMALLEST_TAIL..=1.0 - SMALLEST_TAIL).contains(&p)
}

/// A parameter, where it is above nought by enough and not too large.
fn parameter(value: f64) -> Option<f64> {
    (SMALLEST..=LARGEST).contains(&value).then_some(value)
}

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_expansion_of_students_quantiles_meets_its_distribution() {
        for df in [300.5, 317.0, 500.0, 1_234.0, 4_999.0] {
            for p in [0.0001, 0.001, 0.025, 0.3, 0.5, 0.9, 0.975, 0.999, 0.9999] {
                let tail = |p: f64| if p > 0.5 { 1.0 - p } else { p };
                let t = t_quantile(p, df).unwrap();
                let back = t_cdf(-t.abs(), df).unwrap();
                let off = (back - tail(p)).abs() / tail(p);
                assert!(off < 2e-9, "{p} of {df}: {off:e}");
            }
        }
    }
}
