//! Figures that a sender worked out and printed (changes, shares, totals), and what becomes of them when they
//! are worked out again from the cells that they rest on.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::cell::CellRef;
use crate::words::{in_english, say};

/// A figure that a sender worked out and printed, with the judgement on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PrintedFigure {
    /// Where it stands.
    pub cell: CellRef,
    /// As it is printed: `+53%`, `No change`.
    pub text: String,
    /// Its value; per cent on 0 to 100.
    pub value: f64,
    /// What it says.
    pub says: PrintedSays,
    /// The cells from which it was worked out: of a change the later and then the earlier value, of a share
    /// the part and then the whole, of a total its parts.
    pub rests_on: Vec<CellRef>,
    /// What it would be, unrounded.
    pub right: f64,
    /// What it would be, as it would be printed beside it: `+115.0%`.
    pub worked_out: String,
    /// Why it probably disagrees; `None` where it agrees within its rounding.
    pub why: Option<Why>,
}

/// What a printed figure says of those that it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PrintedSays {
    /// The change in per cent of the earlier value.
    PercentChange,
    /// The change as a difference.
    Difference,
    /// The change of a percentage, in percentage points.
    Points,
    /// The share of a whole, in per cent.
    Share,
    /// The sum of its parts.
    Total,
}

impl PrintedFigure {
    /// Whether it is what its cells give, within its rounding.
    pub const fn is_right(&self) -> bool {
        self.why.is_none()
    }
}

impl PrintedSays {
    /// Whether it is a change from one period to another.
    pub const fn is_change(self) -> bool {
        matches!(self, Self::PercentChange | Self::Difference | Self::Points)
    }
}

/// Why a figure probably disagrees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Why {
    /// The change was divided by the new figure.
    NewYearAsBase,
    /// The old figure was compared with the new one.
    WrongWayRound,
    /// A fall is printed as a rise, or a rise as a fall.
    SignMissing,
    /// The new figure as a percentage of the old one, where the change was meant.
    RatioForChange,
    /// The difference of two percentages, called per cent.
    PointsAsPercent {
        /// The difference, as "+6.5 percentage points".
        points: String,
    },
    /// Ten, a hundred or a thousand times too large or too small.
    DecimalPoint,
    /// The change since another period.
    OtherPeriod {
        /// The period with which it was compared.
        period: String,
    },
    /// The last digit is one off.
    RoundingSlip,
    /// The change is another, and nothing says why.
    ChangeDiffers,
    /// The percentage and the number beside it have different signs.
    SignsDisagree {
        /// The number.
        number: String,
    },
    /// Shares that were rounded so that they add to 100.
    ForcedToAdd,
    /// The share is another, and nothing says why.
    ShareDiffers,
    /// A total that is not the sum of its parts.
    TotalDiffers {
        /// By how much.
        by: String,
    },
    /// Right with one digit changed.
    DigitSlip,
    /// Right with two digits swapped.
    DigitsSwapped,
    /// The rows of another table add to something else.
    OtherTable {
        /// The table's title.
        title: String,
    },
    /// A period that is longer or shorter than those beside it.
    PeriodLength {
        /// Its months.
        months: u32,
        /// The months of the others.
        others: u32,
    },
    /// A label that breaks the sequence of years.
    OutOfSequence,
    /// The same fact, elsewhere in the workbook with another figure.
    StatedTwice {
        /// Where else.
        elsewhere: String,
    },
}

impl Why {
    /// A short name that stays the same from version to version.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NewYearAsBase => "new-year-as-base",
            Self::WrongWayRound => "wrong-way-round",
            Self::SignMissing => "sign",
            Self::RatioForChange => "ratio-for-change",
            Self::PointsAsPercent { .. } => "points-as-percent",
            Self::DecimalPoint => "decimal-point",
            Self::OtherPeriod { .. } => "other-period",
            Self::RoundingSlip => "rounding",
            Self::ChangeDiffers => "change",
            Self::SignsDisagree { .. } => "signs-disagree",
            Self::ForcedToAdd => "forced-to-add",
            Self::ShareDiffers => "share",
            Self::TotalDiffers { .. } => "total",
            Self::DigitSlip => "digit",
            Self::DigitsSwapped => "digits-swapped",
            Self::OtherTable { .. } => "other-table",
            Self::PeriodLength { .. } => "period-length",
            Self::OutOfSequence => "out-of-sequence",
            Self::StatedTwice { .. } => "stated-twice",
        }
    }

    /// Whether the cause explains the printed figure.
    pub const fn explains(&self) -> bool {
        !matches!(
            self,
            Self::ChangeDiffers | Self::ShareDiffers | Self::RoundingSlip | Self::ForcedToAdd
        )
    }
}

impl Why {
    /// The likely cause, as words that go on after a colon, in the language that is spoken.
    pub fn words(&self) -> String {
        match self {
            Self::NewYearAsBase => say::why_new_year_as_base().to_owned(),
            Self::WrongWayRound => say::why_wrong_way_round().to_owned(),
            Self::SignMissing => say::why_sign_missing().to_owned(),
            Self::RatioForChange => say::why_ratio_for_change().to_owned(),
            Self::PointsAsPercent { points } => say::why_points_as_percent(points),
            Self::DecimalPoint => say::why_decimal_point().to_owned(),
            Self::OtherPeriod { period } => say::why_other_period(period),
            Self::RoundingSlip => say::why_rounding_slip().to_owned(),
            Self::ChangeDiffers => say::why_change_differs().to_owned(),
            Self::SignsDisagree { number } => say::why_signs_disagree(number),
            Self::ForcedToAdd => say::why_forced_to_add().to_owned(),
            Self::ShareDiffers => say::why_share_differs().to_owned(),
            Self::TotalDiffers { by } => say::why_total_differs(by),
            Self::DigitSlip => say::why_digit_slip().to_owned(),
            Self::DigitsSwapped => say::why_digits_swapped().to_owned(),
            Self::OtherTable { title } => say::why_other_table(title),
            Self::PeriodLength { months, others } => say::WhyPeriodLength { months, others }.say(),
            Self::OutOfSequence => say::why_out_of_sequence().to_owned(),
            Self::StatedTwice { elsewhere } => say::why_stated_twice(elsewhere),
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_english(|| self.words()))
    }
}
