//! What may be shown on a small base (statistical specification 4.1).

use super::suppression::PrimaryRule;

/// Estimates on fewer unweighted respondents are not shown.
pub const LEAST_BASE: f64 = 30.0;
/// Estimates on fewer unweighted respondents are shown with a caution.
pub const LEAST_BASE_WITHOUT_CAUTION: f64 = 100.0;
/// Estimates on a smaller effective base are not shown, whatever the unweighted base.
pub const LEAST_EFFECTIVE_BASE: f64 = 20.0;

/// What is done with an estimate from a survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BaseTreatment {
    /// It is shown as it is.
    Ordinary,
    /// It is shown hollow, with its interval and the words "low base".
    LowBase,
    /// It is not shown, and the base only as "under 30".
    Withheld,
}

/// The bases from which estimates are shown, and without caution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BasePolicy {
    /// Estimates on fewer unweighted respondents are not shown.
    pub least_base: f64,
    /// Estimates on fewer unweighted respondents are shown with a caution.
    pub least_base_without_caution: f64,
    /// Estimates on a smaller effective base are not shown, whatever the unweighted base.
    pub least_effective_base: f64,
}

impl BasePolicy {
    /// What holds unless the user says otherwise.
    pub const DEFAULT: Self = Self {
        least_base: LEAST_BASE,
        least_base_without_caution: LEAST_BASE_WITHOUT_CAUTION,
        least_effective_base: LEAST_EFFECTIVE_BASE,
    };
    /// The bases of the tables of the Crime Survey for England and Wales.
    pub const STRICT: Self = Self {
        least_base: 50.0,
        ..Self::DEFAULT
    };

    /// The treatment of an estimate on the given bases, each where it is known.
    ///
    /// ```
    /// use bellwether::stats::base_policy::{BasePolicy, BaseTreatment};
    /// let on_40 = |policy: BasePolicy| policy.treatment(Some(40.0), None);
    /// assert_eq!(on_40(BasePolicy::DEFAULT), BaseTreatment::LowBase);
    /// assert_eq!(on_40(BasePolicy::STRICT), BaseTreatment::Withheld);
    /// ```
    pub fn treatment(
        &self,
        unweighted_base: Option<f64>,
        effective_base: Option<f64>,
    ) -> BaseTreatment {
        let under = |base: Option<f64>, least: f64| base.is_some_and(|base| base < least);
        if under(unweighted_base, self.least_base)
            || under(effective_base, self.least_effective_base)
        {
            BaseTreatment::Withheld
        } else if under(unweighted_base, self.least_base_without_caution) {
            BaseTreatment::LowBase
        } else {
            BaseTreatment::Ordinary
        }
    }
}

/// Whether so few respondents gave an answer that their number is not given out, even where the
/// percentage is: 1 to 4.
///
/// ```
/// use bellwether::stats::base_policy::numerator_is_withheld;
/// assert_eq!([0, 1, 4, 5].map(numerator_is_withheld), [false, true, true, false]);
/// ```
pub fn numerator_is_withheld(respondents: u64) -> bool {
    PrimaryRule::UNDER_5.is_small(respondents)
}

/// With how many decimals a percentage of so many respondents is printed: one, or none on a base that
/// calls for caution (specification 10.5).
///
/// ```
/// use bellwether::stats::base_policy::percentage_decimals;
/// assert_eq!([Some(99.0), Some(100.0), None].map(percentage_decimals), [0, 1, 1]);
/// ```
pub fn percentage_decimals(unweighted_base: Option<f64>) -> usize {
    let is_low = unweighted_base.is_some_and(|base| base < LEAST_BASE_WITHOUT_CAUTION);
    usize::from(!is_low)
}

/// The treatment by [`BasePolicy::DEFAULT`] of an estimate on the given bases, each where it is known. An estimate whose base is
/// not known is shown (it has no interval and no test).
///
/// ```
/// use bellwether::stats::base_policy::{BaseTreatment, treatment};
/// assert_eq!(treatment(Some(29.0), None), BaseTreatment::Withheld);
/// assert_eq!(treatment(Some(30.0), Some(19.9)), BaseTreatment::Withheld);
/// assert_eq!(treatment(Some(99.0), None), BaseTreatment::LowBase);
/// assert_eq!(treatment(Some(100.0), None), BaseTreatment::Ordinary);
/// ```
pub fn treatment(unweighted_base: Option<f64>, effective_base: Option<f64>) -> BaseTreatment {
    BasePolicy::DEFAULT.treatment(unweighted_base, effective_base)
}
