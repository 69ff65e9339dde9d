//! The sums from which a weighted percentage and its bases follow.

/// Sufficient statistics of a weighted proportion; sums of parts that share no respondent add up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    /// Respondents in the base: n.
    pub unweighted_base: u32,
    /// Their weights: Σw.
    pub weight: f64,
    /// The squares of their weights: Σw².
    pub squared_weight: f64,
    /// The weights of those who are counted: Σwy.
    pub counted_weight: f64,
}

impl Sums {
    /// Adds a respondent of the base, counted or not.
    pub fn add(&mut self, weight: f64, is_counted: bool) {
        self.unweighted_base = self.unweighted_base.saturating_add(1);
        self.weight += weight;
        self.squared_weight += weight * weight;
        if is_counted {
            self.counted_weight += weight;
        }
    }

    /// Adds other respondents.
    pub fn absorb(&mut self, other: &Self) {
        self.unweighted_base = self.unweighted_base.saturating_add(other.unweighted_base);
        self.weight += other.weight;
        self.squared_weight += other.squared_weight;
        self.counted_weight += other.counted_weight;
    }

    /// The weighted share of those counted, 0 to 1; `None` without a respondent.
    pub fn share(&self) -> Option<f64> {
        (self.weight > 0.0).then(|| (self.counted_weight / self.weight).clamp(0.0, 1.0))
    }

    /// The base that a simple random sample of the same precision would have: (Σw)² / Σw².
    ///
    /// Source: Kish (1965), *Survey Sampling*, section 11.7.
    ///
    /// ```
    /// use bellwether::data::survey::Sums;
    /// let mut sums = Sums::default();
    /// for weight in [1.0, 1.0, 2.0] {
    ///     sums.add(weight, weight > 1.0);
    /// }
    /// assert_eq!(sums.share(), Some(0.5));
    /// assert!((sums.effective_base().unwrap() - 16.0 / 6.0).abs() < 1e-12);
    /// ```
    pub fn effective_base(&self) -> Option<f64> {
        (self.squared_weight > 0.0).then(|| self.weight * self.weight / self.squared_weight)
    }
}
