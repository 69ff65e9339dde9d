//! What a point of a chart may show of its outcome: the value, or why there is none. The rule on small
//! bases is applied here, once, before anything is drawn or said.

use super::canvas::NO_VALUES;
use crate::analysis::{Change, Estimate, Outcome, TrendPoint};
use crate::data::{Status, Unit};
use crate::stats::base_policy::{BasePolicy, BaseTreatment};
use crate::words::{in_english, say};

/// Why a point has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GapReason {
    /// The source gives a value, on a base too small to be shown.
    BaseTooSmall,
    /// The same, of people of a kind of whom larger bases are needed.
    SensitiveBaseTooSmall,
    /// The source withholds it, or marks what it gives as not to be shown.
    Suppressed,
    /// The source calls it too unreliable.
    LowReliability,
    /// It is still to come.
    AwaitingData,
    /// The source has none.
    NotAvailable,
    /// There can be none.
    NotApplicable,
    /// It would put together what is not comparable.
    Break,
}

impl GapReason {
    /// The mark on the chart, as official statistics write it.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::BaseTooSmall | Self::SensitiveBaseTooSmall | Self::LowReliability => "[u]",
            Self::Suppressed => "[c]",
            Self::AwaitingData | Self::NotAvailable => "[x]",
            Self::NotApplicable | Self::Break => "[z]",
        }
    }

    /// The reason in words, for footnotes and hover texts.
    pub fn words(self) -> &'static str {
        in_english(|| self.spoken())
    }

    /// The reason in words, in the language that is spoken.
    pub fn spoken(self) -> &'static str {
        match self {
            Self::BaseTooSmall => say::gap_small_base(),
            Self::SensitiveBaseTooSmall => say::gap_small_sensitive_base(),
            Self::Suppressed => say::status_suppressed(),
            Self::LowReliability => say::gap_unreliable(),
            Self::AwaitingData => say::status_awaiting_data(),
            Self::NotAvailable => say::status_not_available(),
            Self::NotApplicable => say::status_not_applicable(),
            Self::Break => say::gap_break(),
        }
    }

    /// Why there is nothing to draw, by the reasons for which the values are not there.
    pub fn why_nothing(reasons: &[Self]) -> &'static str {
        if reasons.contains(&Self::Suppressed) {
            "Every value is withheld: so few people are behind it that somebody could be told"
        } else if reasons.contains(&Self::SensitiveBaseTooSmall) {
            "Every value is on a base under 50, too small to be shown"
        } else if reasons.contains(&Self::BaseTooSmall) {
            "Every value is on a base under 30, too small to be shown"
        } else {
            NO_VALUES
        }
    }

    /// Whether there is a value that must not be seen.
    pub const fn hides_a_value(self) -> bool {
        matches!(
            self,
            Self::BaseTooSmall | Self::SensitiveBaseTooSmall | Self::Suppressed
        )
    }

    const fn of_status(status: Status) -> Self {
        match status {
            Status::Suppressed => Self::Suppressed,
            Status::LowReliability => Self::LowReliability,
            Status::AwaitingData => Self::AwaitingData,
            Status::NotApplicable => Self::NotApplicable,
            Status::Break => Self::Break,
            _ => Self::NotAvailable,
        }
    }
}

/// The estimate of an outcome where it may be shown, else why it may not.
///
/// # Errors
/// The reason for which the point is a gap.
pub fn shown(outcome: &Outcome, unit: Unit) -> Result<&Estimate, GapReason> {
    match outcome {
        Outcome::Given(estimate) => match gap_of(estimate, unit) {
            None => Ok(estimate),
            Some(reason) => Err(reason),
        },
        Outcome::Missing { status, .. } => Err(GapReason::of_status(*status)),
    }
}

fn gap_of(estimate: &Estimate, unit: Unit) -> Option<GapReason> {
    if estimate.status == Status::Suppressed {
        return Some(GapReason::Suppressed);
    }
    if !estimate.value.is_finite() {
        return Some(GapReason::NotAvailable);
    }
    if estimate.treatment(unit) != BaseTreatment::Withheld {
        return None;
    }
    // On a base that would do for others, it is the kind of people that asks for more.
    let by_default = Estimate {
        base_policy: BasePolicy::DEFAULT,
        ..estimate.clone()
    };
    Some(match by_default.treatment(unit) {
        BaseTreatment::Withheld => GapReason::BaseTooSmall,
        _ => GapReason::SensitiveBaseTooSmall,
    })
}

/// Why an estimate that is shown is drawn hollow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Caution {
    /// Few respondents.
    LowBase,
    /// The source calls it unreliable.
    LowReliability,
    /// To be confirmed.
    Provisional,
    /// An estimate of the source's own.
    Estimated,
}

impl Caution {
    /// The caution in words, for footnotes and hover texts.
    pub const fn words(self) -> &'static str {
        match self {
            Self::LowBase => "low base, treat with caution",
            Self::LowReliability => "low reliability",
            Self::Provisional => "provisional",
            Self::Estimated => "estimated",
        }
    }

    /// The caution that an estimate needs.
    pub fn of(estimate: &Estimate, unit: Unit) -> Option<Self> {
        if estimate.treatment(unit) == BaseTreatment::LowBase {
            return Some(Self::LowBase);
        }
        match estimate.status {
            Status::LowBase => Some(Self::LowBase),
            Status::LowReliability => Some(Self::LowReliability),
            Status::Provisional => Some(Self::Provisional),
            Status::Estimated => Some(Self::Estimated),
            _ => None,
        }
    }
}

/// Whether a change may be spoken of: both of its values may be shown.
pub fn change_is_shown(change: &Change, unit: Unit) -> bool {
    gap_of(&change.from, unit).is_none() && gap_of(&change.to, unit).is_none()
}

/// The values from which a point was revised, the first published first, as far as they may be shown. None
/// where the value itself may not.
pub fn revised_from(point: &TrendPoint, unit: Unit) -> Vec<&Estimate> {
    if shown(&point.outcome, unit).is_err() {
        return Vec::new();
    }
    point
        .revised_from()
        .iter()
        .filter(|estimate| gap_of(estimate, unit).is_none())
        .collect()
}

/// What a point of a model shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PointModel {
    /// No source has a cell for it.
    Absent,
    /// There is a cell, and no value that may be shown.
    Gap(GapReason),
    /// A value.
    Value(ValuePoint),
}

/// A value of a model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ValuePoint {
    /// The value, in the measure's unit.
    pub value: f64,
    /// The 95% interval, where one is known.
    pub interval: Option<(f64, f64)>,
    /// Why the point is drawn hollow, if it is.
    pub caution: Option<Caution>,
    /// Whether a line joins it to the value before.
    pub joined: bool,
    /// Whether it was revised since it was first published, and a value before may be told.
    pub revised: bool,
}

impl PointModel {
    /// The value, where there is one.
    pub const fn value(&self) -> Option<&ValuePoint> {
        match self {
            Self::Value(point) => Some(point),
            _ => None,
        }
    }
}
