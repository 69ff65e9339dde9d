//! Weighted shares and means from sums that can be added up: of rows, of cells, of strata (statistical
//! specification 1.1).

use std::iter::Sum;
use std::ops::{Add, AddAssign};

use super::proportions::Sample;

/// What is known of a group of respondents from their weights alone.
///
/// A weight of nought counts nowhere, not even in the base. A weight that is negative or not finite spoils
/// the sums: nothing is estimated from them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WeightSums {
    /// The unweighted base: respondents with a weight above nought.
    pub unweighted_base: usize,
    /// The weighted base, Σw.
    pub weight: f64,
    /// Σw².
    pub weight_squares: f64,
}

impl WeightSums {
    /// Takes a respondent in.
    pub fn include(&mut self, weight: f64) {
        if weight > 0.0 && weight.is_finite() {
            self.unweighted_base += 1;
            self.weight += weight;
            self.weight_squares += weight * weight;
        } else if weight != 0.0 {
            self.weight = f64::NAN;
        }
    }

    /// The sums of some respondents' weights.
    pub fn of_weights(weights: impl IntoIterator<Item = f64>) -> Self {
        let mut sums = Self::default();
        weights.into_iter().for_each(|weight| sums.include(weight));
        sums
    }

    /// Whether anything can be estimated: there is a respondent, and no weight was spoilt.
    pub fn are_usable(&self) -> bool {
        self.unweighted_base > 0
            && self.weight > 0.0
            && self.weight.is_finite()
            && self.weight_squares > 0.0
            && self.weight_squares.is_finite()
    }

    /// Kish's effective base, (Σw)² / Σw²: the number of respondents of a simple random sample of the same
    /// precision. Scaling every weight changes nothing. `None` without respondents.
    ///
    /// Source: Kish (1965), *Survey Sampling*; Kish (1992), *Journal of Official Statistics* 8:183.
    ///
    /// ```
    /// use bellwether::stats::weighted::WeightSums;
    /// let equal = WeightSums::of_weights([2.0; 10]);
    /// assert_eq!(equal.effective_base(), Some(10.0));
    /// let one_counts_thrice = WeightSums::of_weights([3.0, 1.0, 1.0, 1.0]);
    /// assert_eq!(one_counts_thrice.effective_base(), Some(3.0));
    /// ```
    pub fn effective_base(&self) -> Option<f64> {
        let usable = self.are_usable();
        usable.then(|| self.weight * self.weight / self.weight_squares)
    }

    /// Kish's design effect of the weights: the unweighted base by the effective base, 1 or more.
    pub fn design_effect(&self) -> Option<f64> {
        Some(count(self.unweighted_base) / self.effective_base()?)
    }
}

impl AddAssign for WeightSums {
    fn add_assign(&mut self, other: Self) {
        self.unweighted_base += other.unweighted_base;
        self.weight += other.weight;
        self.weight_squares += other.weight_squares;
    }
}

/// The sufficient statistics of a group of respondents and an answer y: 0 or 1 for a share, a score for a
/// mean. Sums of groups that share nobody are added to those of the groups together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    /// The sums of the weights alone.
    pub weights: WeightSums,
    /// Σwy.
    pub weighted: f64,
    /// Σwy², which is Σwy for a share.
    pub weighted_squares: f64,
    /// Σw²y.
    pub squares_weighted: f64,
    /// Σw²y², which is Σw²y for a share.
    pub squares_weighted_squares: f64,
}

impl Sums {
    /// The sums for a share from its weights and those of the respondents who gave the answer.
    pub fn of_share(weights: WeightSums, success: WeightSums) -> Self {
        Self {
            weights,
            weighted: success.weight,
            weighted_squares: success.weight,
            squares_weighted: success.weight_squares,
            squares_weighted_squares: success.weight_squares,
        }
    }

    /// The sums of respondents, each a weight and an answer.
    ///
    /// ```
    /// use bellwether::stats::weighted::Sums;
    /// let sums = Sums::of_rows([(1.0, 1.0), (1.5, 0.0), (0.7, 1.0), (0.0, 0.0)]);
    /// assert_eq!(sums.weights.unweighted_base, 3);
    /// assert!((sums.mean().unwrap() - 1.7 / 3.2).abs() < 1e-12);
    /// ```
    pub fn of_rows(rows: impl IntoIterator<Item = (f64, f64)>) -> Self {
        let mut sums = Self::default();
        for (weight, answer) in rows {
            sums.include(weight, answer);
        }
        sums
    }

    /// Takes a respondent in.
    pub fn include(&mut self, weight: f64, answer: f64) {
        self.weights.include(weight);
        if weight > 0.0 {
            let square = weight * weight;
            self.weighted += weight * answer;
            self.weighted_squares += weight * answer * answer;
            self.squares_weighted += square * answer;
            self.squares_weighted_squares += square * answer * answer;
        }
    }

    /// The weighted mean, Σwy / Σw: of answers 0 and 1 the share, 0 to 1. `None` without respondents.
    pub fn mean(&self) -> Option<f64> {
        let mean = self.weighted / self.weights.weight;
        (self.weights.are_usable() && mean.is_finite()).then_some(mean)
    }

    /// The share and its effective base by Kish; `None` without respondents, or where the mean is no share.
    pub fn sample(&self) -> Option<Sample> {
        // Weights that are added in another order may leave a share of everybody an ulp above 1.
        let share = self.mean()?;
        let share = if (1.0..1.0 + 1e-12).contains(&share) {
            1.0
        } else {
            share
        };
        (0.0..=1.0).contains(&share).then_some(Sample {
            share,
            effective_base: self.weights.effective_base()?,
        })
    }

    /// The weighted variance of the answers among respondents, n/(n−1) · Σw(y−ȳ)² / Σw. `None` with fewer
    /// than two respondents.
    pub fn variance_of_answers(&self) -> Option<f64> {
        let mean = self.mean()?;
        let n = count(self.weights.unweighted_base);
        let squares = self.weighted_squares / self.weights.weight - mean * mean;
        let variance = n / (n - 1.0) * squares.max(0.0);
        (n > 1.0 && variance.is_finite()).then_some(variance)
    }

    /// The design effect of an estimate whose variance is known, against a simple random sample with
    /// replacement of as many respondents. `None` where all gave the same answer.
    pub fn design_effect_of(&self, variance: f64) -> Option<f64> {
        let simple = self.variance_of_answers()? / count(self.weights.unweighted_base);
        let effect = variance / simple;
        effect.is_finite().then_some(effect)
    }
}

impl AddAssign for Sums {
    fn add_assign(&mut self, other: Self) {
        self.weights += other.weights;
        self.weighted += other.weighted;
        self.weighted_squares += other.weighted_squares;
        self.squares_weighted += other.squares_weighted;
        self.squares_weighted_squares += other.squares_weighted_squares;
    }
}

impl Add for Sums {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        self += other;
        self
    }
}

impl Sum for Sums {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), Self::add)
    }
}

/// A number of things as `f64`.
#[expect(
    clippy::cast_precision_loss,
    reason = "no workbook has the 2⁵³ respondents from which this would round"
)]
pub(super) fn count(number: usize) -> f64 {
    number as f64
}
