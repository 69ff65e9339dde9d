//! Empirical-Bayes shrinkage of values within one dimension of groups that exclude each other (statistical
//! specification 9.2): for ordering and plotting, never for testing.

use statrs::distribution::{ChiSquared, ContinuousCDF};

use super::quantiles::float;

/// Fewer groups are not shrunk.
pub const LEAST_GROUPS: usize = 5;

/// A group's own value and the variance of its estimate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupValue {
    /// The value: a share, or a change.
    pub value: f64,
    /// The variance of the value's estimate, above 0.
    pub variance: f64,
}

impl GroupValue {
    /// A share of 0 to 1 on an effective base. Where nobody or everybody agrees, the variance is that of
    /// the share nearer to the middle, (x + 2)/(n + 4). `None` without a base, or outside 0 to 1.
    pub fn of_share(share: f64, effective_base: f64) -> Option<Self> {
        let has_base = effective_base > 0.0 && effective_base.is_finite();
        if !has_base || !(0.0..=1.0).contains(&share) {
            return None;
        }
        let spread = if share <= 0.0 || share >= 1.0 {
            (share * effective_base + 2.0) / (effective_base + 4.0)
        } else {
            share
        };
        Some(Self {
            value: share,
            variance: spread * (1.0 - spread) / effective_base,
        })
    }
}

/// How the variance between groups is estimated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BetweenVariance {
    /// Paule and Mandel (1982), *Journal of Research of the National Bureau of Standards* 87:377: what is
    /// left over is as large as it should be. The one to use.
    PauleMandel,
    /// `DerSimonian` and Laird (1986), *Controlled Clinical Trials* 7:177, in closed form.
    DerSimonianLaird,
}

/// A group's value drawn towards the mean of all, as far as it is uncertain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shrunken {
    /// Between the group's own value and the mean.
    pub value: f64,
    /// Its standard error, that of the mean taken into account.
    pub standard_error: f64,
}

/// The values of all groups, shrunken.
#[derive(Clone, Debug, PartialEq)]
pub struct Shrinkage {
    /// The variance between groups; 0 means that there is no evidence that they differ.
    pub between_variance: f64,
    /// The mean of the groups, weighted.
    pub mean: f64,
    /// Its standard error.
    pub mean_standard_error: f64,
    /// Cochran's Q, the weighted squares around the mean.
    pub q: f64,
    /// The p-value of Q: the test of whether the groups differ at all.
    pub q_p_value: f64,
    /// The groups in their order.
    pub groups: Vec<Shrunken>,
}

/// Shrinks the values of at least [`LEAST_GROUPS`] groups towards their mean.
///
/// `None` where there are fewer groups or a variance is not above 0.
///
/// ```
/// use bellwether::stats::shrinkage::{BetweenVariance, GroupValue, shrink};
/// let shares = [0.56, 0.57, 0.66, 0.53, 0.45];
/// let groups = shares.map(|share| GroupValue::of_share(share, 220.0).unwrap());
/// let shrinkage = shrink(&groups, BetweenVariance::PauleMandel).unwrap();
/// let last = shrinkage.groups[4].value;
/// assert!(0.45 < last && last < shrinkage.mean);
/// ```
pub fn shrink(groups: &[GroupValue], method: BetweenVariance) -> Option<Shrinkage> {
    let usable = |group: &GroupValue| {
        group.value.is_finite() && group.variance > 0.0 && group.variance.is_finite()
    };
    if groups.len() < LEAST_GROUPS || !groups.iter().all(usable) {
        return None;
    }
    let degrees = float(groups.len() - 1);
    let (q, _, _) = spread(groups, 0.0);
    let between = match method {
        BetweenVariance::DerSimonianLaird => dersimonian_laird(groups, degrees),
        BetweenVariance::PauleMandel => {
            paule_mandel(groups, degrees).unwrap_or_else(|| dersimonian_laird(groups, degrees))
        }
    };
    let (_, mean, weight) = spread(groups, between);
    let of_group = |group: &GroupValue| {
        let own = between / (between + group.variance);
        let variance = own * group.variance + (1.0 - own).powi(2) / weight;
        Shrunken {
            value: own * group.value + (1.0 - own) * mean,
            standard_error: variance.sqrt(),
        }
    };
    Some(Shrinkage {
        between_variance: between,
        mean,
        mean_standard_error: (1.0 / weight).sqrt(),
        q,
        q_p_value: ChiSquared::new(degrees).ok()?.sf(q),
        groups: groups.iter().map(of_group).collect(),
    })
}

/// The weighted squares around the mean, the mean, and the sum of the weights.
fn spread(groups: &[GroupValue], between: f64) -> (f64, f64, f64) {
    let weight = |group: &GroupValue| 1.0 / (group.variance + between);
    let weights: f64 = groups.iter().map(weight).sum();
    let weighted = groups.iter().map(|group| weight(group) * group.value);
    let mean = weighted.sum::<f64>() / weights;
    let squares = groups
        .iter()
        .map(|group| weight(group) * (group.value - mean).powi(2));
    (squares.sum(), mean, weights)
}

fn dersimonian_laird(groups: &[GroupValue], degrees: f64) -> f64 {
    let (q, _, weights) = spread(groups, 0.0);
    let squares: f64 = groups.iter().map(|group| group.variance.powi(-2)).sum();
    ((q - degrees) / (weights - squares / weights)).max(0.0)
}

/// By bisection; `None` where no variance is large enough, which finite values do not do.
fn paule_mandel(groups: &[GroupValue], degrees: f64) -> Option<f64> {
    const DOUBLINGS: usize = 200;
    const HALVINGS: usize = 200;
    let too_small = |between: f64| spread(groups, between).0 > degrees;
    if !too_small(0.0) {
        return Some(0.0);
    }
    let smallest = groups
        .iter()
        .map(|group| group.variance)
        .fold(f64::INFINITY, f64::min);
    let mut high = std::iter::successors(Some(smallest), |high| Some(high * 2.0))
        .take(DOUBLINGS)
        .find(|high| !too_small(*high))?;
    let mut low = 0.0;
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if too_small(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(f64::midpoint(low, high))
}
