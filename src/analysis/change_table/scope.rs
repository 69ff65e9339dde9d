//! What a change table is asked for.

use serde::{Deserialize, Serialize};

use crate::analysis::catalogue::MeasureKey;
use crate::data::measure::Theme;
use crate::data::{AreaKind, Period, SheetIndex, SourceId};

/// What a change table is asked for; whatever is left open follows from the measure of the question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChangeTableScope {
    /// Which measures are its rows; `None` is those that stand in one table with the measure of the question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<RowsOf>,
    /// What each row is.
    #[serde(skip_serializing_if = "RowsBy::is_measures")]
    pub by: RowsBy,
    /// The area, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// The later period; `None` is the latest year, or the latest period where there are no years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The earlier period.
    pub against: Against,
}

/// What each row of a change table is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowsBy {
    /// A measure, all of them in one area.
    #[default]
    Measures,
    /// A group of measures by their names, such as the offences of a group.
    Groups,
    /// An area, all of them of one measure.
    Areas {
        /// What kind of areas they are.
        kind: AreaKind,
        /// The measure; `None` is that of the question, else the total of the table.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        measure: Option<MeasureKey>,
    },
}

impl RowsBy {
    const fn is_measures(&self) -> bool {
        matches!(self, Self::Measures)
    }
}

/// Where the measures of a change table are taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowsOf {
    /// Those that stand on one sheet of a workbook, in its order.
    Table {
        /// The workbook.
        source: SourceId,
        /// The sheet.
        sheet: SheetIndex,
    },
    /// Those of a theme.
    Theme(Theme),
}

/// The period with which the later one is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Against {
    /// The same days a year before.
    #[default]
    YearBefore,
    /// The period of the same length that ended last before it began.
    PeriodBefore,
    /// A period that somebody chose.
    Baseline(Period),
}
