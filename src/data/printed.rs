//! Figures that a sender worked out and printed (changes, shares, totals), and what becomes of them when they
//! are worked out again from the cells that they rest on.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::cell::CellRef;

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

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NewYearAsBase => f.write_str("divided by the new year instead of the old"),
            Self::WrongWayRound => f.write_str(
                "the old figure was compared with the new one, not the new with the old",
            ),
            Self::SignMissing => f.write_str("the sign is the wrong one or missing"),
            Self::RatioForChange => {
                f.write_str("this is the new figure as a percentage of the old one, not the change")
            }
            Self::PointsAsPercent { points } => {
                write!(f, "this is the difference, {points}, and not per cent")
            }
            Self::DecimalPoint => f.write_str("the decimal point stands in the wrong place"),
            Self::OtherPeriod { period } => {
                write!(f, "this looks like the change since {period}")
            }
            Self::RoundingSlip => f.write_str("rounded to the wrong last digit"),
            Self::ChangeDiffers => f.write_str("the figures beside it give another change"),
            Self::SignsDisagree { number } => write!(
                f,
                "the percentage and the number beside it, {number}, have different signs"
            ),
            Self::ForcedToAdd => f.write_str("probably adjusted so that the shares add to 100"),
            Self::ShareDiffers => f.write_str("the figures beside it give another share"),
            Self::TotalDiffers { by } => {
                write!(f, "the parts do not add to it, the difference is {by}")
            }
            Self::DigitSlip => f.write_str("one digit is another"),
            Self::DigitsSwapped => f.write_str("two digits are swapped"),
            Self::OtherTable { title } => write!(f, "the rows under “{title}” add to that"),
            Self::PeriodLength { months, others } => write!(
                f,
                "covers {months} months where the periods beside it cover {others}"
            ),
            Self::OutOfSequence => f.write_str("breaks the sequence of the periods around it"),
            Self::StatedTwice { elsewhere } => {
                write!(f, "the same is given differently in {elsewhere}")
            }
        }
    }
}
