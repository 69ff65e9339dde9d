//! What may be shown on a small base (statistical specification 4.1).

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

/// The treatment of an estimate on the given bases, each where it is known. An estimate whose base is
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
    let under = |base: Option<f64>, least: f64| base.is_some_and(|base| base < least);
    if under(unweighted_base, LEAST_BASE) || under(effective_base, LEAST_EFFECTIVE_BASE) {
        BaseTreatment::Withheld
    } else if under(unweighted_base, LEAST_BASE_WITHOUT_CAUTION) {
        BaseTreatment::LowBase
    } else {
        BaseTreatment::Ordinary
    }
}
