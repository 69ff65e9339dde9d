//! Counts of events: the exact comparison of two counts (statistical specification 5.2, method 2).

use statrs::distribution::{Beta, Binomial, ContinuousCDF, Discrete, DiscreteCDF};

/// The smallest earlier count of which a change in per cent is printed.
pub const LEAST_BASE_FOR_PERCENT: f64 = 50.0;

/// The two-sided p-value of two Poisson counts over exposures (days, or people), by the conditional
/// binomial distribution, twice the smaller tail.
///
/// `None` where both are 0, where a count is negative or not whole, or an exposure is not positive.
///
/// ```
/// use bellwether::stats::counts::exact_two_counts;
/// // 94 and 108 possessions of weapons in two years: chance may well explain it.
/// let p = exact_two_counts(94.0, 108.0, 365.0, 365.0).unwrap();
/// assert!((p - 0.36).abs() < 0.005);
/// ```
pub fn exact_two_counts(
    earlier: f64,
    later: f64,
    earlier_exposure: f64,
    later_exposure: f64,
) -> Option<f64> {
    let pair = Pair::new(earlier, later, earlier_exposure, later_exposure)?;
    pair.p_central()
}

/// How two Poisson counts over exposures compare, if chance is all that sets years apart: it probably
/// overstates how sure the change is, so the months are to be preferred where they are known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TwoCounts {
    /// The later rate over the earlier; `None` where the earlier count is 0.
    pub rate_ratio: Option<f64>,
    /// The lower end of the ratio's 95% interval.
    pub lower: f64,
    /// The upper end; `None` where there is no limit, since the earlier count is 0.
    pub upper: Option<f64>,
    /// The p-value that agrees with the interval, twice the smaller tail: the one to use.
    pub p_central: f64,
    /// The p-value of all outcomes that are no likelier, as R's `poisson.test` gives it.
    pub p_minlike: f64,
}

/// Compares two Poisson counts over exposures (days, or people) exactly, by the conditional binomial
/// distribution and the interval of Clopper and Pearson (1934), *Biometrika* 26:404.
///
/// `None` where both are 0, where a count is negative or not whole, or an exposure is not positive.
///
/// ```
/// use bellwether::stats::counts::compare_counts;
/// let change = compare_counts(50.0, 80.0, 128_337.0, 129_441.0).unwrap();
/// assert!((change.rate_ratio.unwrap() - 1.586).abs() < 0.001);
/// assert!(change.lower > 1.0 && change.p_central < 0.05);
/// assert_eq!(compare_counts(0.0, 5.0, 1.0, 1.0).unwrap().upper, None);
/// ```
pub fn compare_counts(
    earlier: f64,
    later: f64,
    earlier_exposure: f64,
    later_exposure: f64,
) -> Option<TwoCounts> {
    let pair = Pair::new(earlier, later, earlier_exposure, later_exposure)?;
    let exposure_ratio = earlier_exposure / later_exposure;
    let ratio = |share: f64| share / (1.0 - share) * exposure_ratio;
    let lower = if later > 0.0 {
        ratio(Beta::new(later, earlier + 1.0).ok()?.inverse_cdf(0.025))
    } else {
        0.0
    };
    let upper_share = || Some(Beta::new(later + 1.0, earlier).ok()?.inverse_cdf(0.975));
    let upper = if earlier > 0.0 {
        Some(ratio(upper_share()?))
    } else {
        None
    };
    Some(TwoCounts {
        rate_ratio: (earlier > 0.0).then(|| later / earlier * exposure_ratio),
        lower,
        upper,
        p_central: pair.p_central()?,
        p_minlike: pair.p_minlike(),
    })
}

/// The later count among both, which is binomial where the rates are the same.
struct Pair {
    total: u64,
    later: u64,
    distribution: Binomial,
}

impl Pair {
    fn new(earlier: f64, later: f64, earlier_exposure: f64, later_exposure: f64) -> Option<Self> {
        let (first, second) = (whole_count(earlier)?, whole_count(later)?);
        let total = first.checked_add(second)?;
        if total == 0 || !(earlier_exposure > 0.0 && later_exposure > 0.0) {
            return None;
        }
        let share = later_exposure / (earlier_exposure + later_exposure);
        Some(Self {
            total,
            later: second,
            distribution: Binomial::new(share, total).ok()?,
        })
    }

    fn at_least(&self, count: u64) -> f64 {
        let below = count.checked_sub(1);
        below.map_or(1.0, |below| self.distribution.sf(below))
    }

    fn p_central(&self) -> Option<f64> {
        let at_most = self.distribution.cdf(self.later);
        let p_value = (2.0 * at_most.min(self.at_least(self.later))).min(1.0);
        p_value.is_finite().then_some(p_value)
    }

    fn p_minlike(&self) -> f64 {
        // What differs by the rounding of the computation alone is as likely.
        const SLACK: f64 = 1e-7;
        let own = self.distribution.ln_pmf(self.later) + SLACK;
        let unlikelier = |count: u64| self.distribution.ln_pmf(count) <= own;
        if unlikelier(self.mode()) {
            return 1.0;
        }
        // The likelihood falls on both sides of the mode, so that each tail is found by halving.
        let (mut low, mut high) = (self.mode(), self.total + 1);
        while high - low > 1 {
            let middle = u64::midpoint(low, high);
            if unlikelier(middle) {
                high = middle;
            } else {
                low = middle;
            }
        }
        let above = if high > self.total {
            0.0
        } else {
            self.at_least(high)
        };
        // Below, one more than the greatest unlikelier count is looked for.
        let (mut low, mut high) = (0, self.mode());
        while low < high {
            let middle = u64::midpoint(low, high);
            if unlikelier(middle) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let below = low
            .checked_sub(1)
            .map_or(0.0, |last| self.distribution.cdf(last));
        (below + above).min(1.0)
    }

    /// The likeliest count.
    fn mode(&self) -> u64 {
        statrs::statistics::Mode::mode(&self.distribution).unwrap_or_default()
    }
}

/// A count held as `f64`, where it is one.
pub(super) fn whole_count(value: f64) -> Option<u64> {
    const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;
    if !(0.0..=LARGEST_EXACT).contains(&value) || value.fract() != 0.0 {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be a whole number that both types hold"
    )]
    Some(value as u64)
}
