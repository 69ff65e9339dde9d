//! What disagrees, and in which words it is said.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::data::CellRef;

/// A figure that disagrees with the cells that it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Discrepancy {
    /// The sheet's name; empty for a CSV file.
    pub sheet: String,
    /// Where the figure stands.
    pub cell: CellRef,
    /// As it is printed.
    pub printed: String,
    /// What it would be.
    pub worked_out: String,
    /// The likely cause.
    pub why: Why,
    /// The cells from which it was worked out.
    pub from: Vec<CellRef>,
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
    pub(super) const fn explains(&self) -> bool {
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

impl fmt::Display for Discrepancy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "“{}” is printed, {} worked out: {}",
            self.printed, self.worked_out, self.why
        )
    }
}
