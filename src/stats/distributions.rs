//! Quantiles and tails of the distributions that tests and intervals rest on (statistical specification
//! 0.5). `None` where an argument is out of range; no result is NaN or infinite.

use statrs::distribution::{
    Beta, Binomial, ChiSquared, Continuous, ContinuousCDF, DiscreteCDF, FisherSnedecor, Normal,
    Poisson, StudentsT,
};

/// Degrees of freedom above which Student's quantiles come from an expansion, since `statrs` loses digits.
const MOST_DEGREES_OF_T: f64 = 5_000.0;

/// The quantile of the standard normal distribution, for `p` between 0 and 1, both excluded.
///
/// ```
/// use bellwether::stats::distributions::normal_quantile;
/// assert!((normal_quantile(0.975).unwrap() - 1.959_963_984_540_054).abs() < 1e-12);
/// assert_eq!(normal_quantile(1.0), None);
/// ```
pub fn normal_quantile(p: f64) -> Option<f64> {
    let normal = Normal::standard();
    let first = inside(p).then(|| normal.inverse_cdf(p))?;
    // In the upper half by symmetry: there 1 − p keeps more digits than the distribution function.
    let (tail, sign) = if p > 0.5 { (1.0 - p, -1.0) } else { (p, 1.0) };
    let step = |x: f64| (normal.cdf(x) - tail) / normal.pdf(x);
    finite(sign * polished(sign * first, step))
}

/// The distribution function of the standard normal distribution.
pub fn normal_cdf(x: f64) -> Option<f64> {
    finite(Normal::standard().cdf(finite(x)?))
}

/// The probability of a standard normal value at least as far from nought as `z`: a two-sided p-value.
pub fn normal_two_sided(z: f64) -> Option<f64> {
    finite(2.0 * Normal::standard().cdf(-finite(z)?.abs()))
}

/// The quantile of Student's t distribution with `degrees_of_freedom` above nought, for `p` between 0 and 1,
/// both excluded.
///
/// Source of the expansion above 5,000 degrees: Abramowitz and Stegun (1964), 26.7.5.
///
/// ```
/// use bellwether::stats::distributions::t_quantile;
/// assert!((t_quantile(0.975, 10.0).unwrap() - 2.228_138_851_986_274).abs() < 1e-9);
/// ```
pub fn t_quantile(p: f64, degrees_of_freedom: f64) -> Option<f64> {
    let df = degrees_of_freedom;
    let normal = normal_quantile(p)?;
    if !positive(df) {
        return None;
    }
    if df > MOST_DEGREES_OF_T {
        let (z, z2) = (normal, normal * normal);
        let first = z * (z2 + 1.0) / (4.0 * df);
        let second = z * ((5.0 * z2 + 16.0) * z2 + 3.0) / (96.0 * df * df);
        return finite(z + first + second);
    }
    let t = StudentsT::new(0.0, 1.0, df).ok()?;
    let (tail, sign) = if p > 0.5 { (1.0 - p, -1.0) } else { (p, 1.0) };
    let step = |x: f64| (t.cdf(x) - tail) / t.pdf(x);
    finite(sign * polished(t.inverse_cdf(tail), step))
}

/// The distribution function of Student's t distribution.
pub fn t_cdf(x: f64, degrees_of_freedom: f64) -> Option<f64> {
    let t = StudentsT::new(0.0, 1.0, degrees_of_freedom).ok()?;
    finite(t.cdf(finite(x)?))
}

/// The probability of a value of Student's t at least as far from nought: a two-sided p-value.
pub fn t_two_sided(t: f64, degrees_of_freedom: f64) -> Option<f64> {
    Some((2.0 * t_cdf(-t.abs(), degrees_of_freedom)?).min(1.0))
}

/// The quantile of the χ² distribution, for `p` between 0 and 1, both excluded.
pub fn chi_squared_quantile(p: f64, degrees_of_freedom: f64) -> Option<f64> {
    let chi = ChiSquared::new(degrees_of_freedom).ok()?;
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
    finite(polished(first, step))
}

/// The upper tail of the χ² distribution: the p-value of a statistic.
pub fn chi_squared_upper_tail(x: f64, degrees_of_freedom: f64) -> Option<f64> {
    let chi = ChiSquared::new(degrees_of_freedom).ok()?;
    finite(chi.sf(finite(x)?.max(0.0)))
}

/// The quantile of the β distribution, for `p` between 0 and 1, both excluded.
pub fn beta_quantile(p: f64, a: f64, b: f64) -> Option<f64> {
    if !(inside(p) && positive(a) && positive(b)) {
        return None;
    }
    let beta = Beta::new(a, b).ok()?;
    let first = beta.inverse_cdf(p);
    let step = |x: f64| {
        let excess = if p > 0.5 {
            (1.0 - p) - beta.sf(x)
        } else {
            beta.cdf(x) - p
        };
        excess / beta.pdf(x)
    };
    finite(polished(first, step)).map(|x| x.clamp(0.0, 1.0))
}

/// The distribution function of the β distribution.
pub fn beta_cdf(x: f64, a: f64, b: f64) -> Option<f64> {
    if !(positive(a) && positive(b)) {
        return None;
    }
    finite(Beta::new(a, b).ok()?.cdf(finite(x)?))
}

/// The upper tail of the F distribution, whose degrees of freedom need not be whole: the p-value of a
/// statistic.
pub fn f_upper_tail(x: f64, first_degrees: f64, second_degrees: f64) -> Option<f64> {
    let f = FisherSnedecor::new(first_degrees, second_degrees).ok()?;
    finite(f.sf(finite(x)?.max(0.0)))
}

/// The probability of at most `most` events where `mean` are expected.
pub fn poisson_cdf(most: u64, mean: f64) -> Option<f64> {
    finite(Poisson::new(mean).ok()?.cdf(most))
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

fn inside(p: f64) -> bool {
    p > 0.0 && p < 1.0
}

fn positive(value: f64) -> bool {
    value > 0.0 && value.is_finite()
}

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}
