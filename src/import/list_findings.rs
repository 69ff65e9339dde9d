//! What the reading of lists found: incidents counted, places learnt, targets and judgements read, and what
//! of them is uncertain.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::findings::{Severity, Times};
use crate::data::AreaKind;

/// What was found in a list of incidents, of codes and names, of targets or of judgements.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum ListFinding {
    /// Rows that are incidents were counted.
    IncidentsCounted {
        /// How many rows were counted.
        rows: u32,
        /// How many kinds of incident.
        kinds: u32,
        /// How many places.
        areas: u32,
        /// How many months.
        months: u32,
        /// The headings by which they were counted.
        by: String,
    },
    /// Incidents that could not be counted.
    IncidentsUncounted {
        /// Rows without a date that can be read.
        undated: u32,
        /// Rows without a place.
        unplaced: u32,
    },
    /// Incidents whose reference stood in a row before.
    IncidentsRepeated {
        /// How many rows.
        count: u32,
    },
    /// Places were learnt from a list of codes and names.
    PlacesRead {
        /// How many of each kind.
        counts: Vec<(AreaKind, u32)>,
    },
    /// Targets were read.
    TargetsRead {
        /// How many.
        count: u32,
        /// How many measures stand beside them that have neither target nor milestone.
        without: u32,
    },
    /// Targets whose words can be taken in two ways.
    TargetUnclear {
        /// The first.
        text: String,
        /// How many.
        count: u32,
    },
    /// A matrix of judgements was read.
    MatrixRead {
        /// How many priorities.
        subjects: u32,
        /// By how many criteria.
        criteria: u32,
    },
    /// Rows that name neither measure nor priority.
    RowsUnused {
        /// How many.
        count: u32,
    },
    /// The judgements of a criterion stand on no scale that is known.
    ScaleUnknown {
        /// The heading.
        criterion: String,
    },
}

impl ListFinding {
    /// A short name that stays the same from version to version.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::IncidentsCounted { .. } => "incidents-counted",
            Self::IncidentsUncounted { .. } => "incidents-uncounted",
            Self::IncidentsRepeated { .. } => "incidents-repeated",
            Self::PlacesRead { .. } => "places-read",
            Self::TargetsRead { .. } => "targets-read",
            Self::TargetUnclear { .. } => "target-unclear",
            Self::MatrixRead { .. } => "matrix-read",
            Self::RowsUnused { .. } => "rows-unused",
            Self::ScaleUnknown { .. } => "scale-unknown",
        }
    }

    /// How much attention it wants.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::IncidentsCounted { .. }
            | Self::PlacesRead { .. }
            | Self::TargetsRead { .. }
            | Self::MatrixRead { .. } => Severity::Note,
            Self::IncidentsUncounted { .. }
            | Self::IncidentsRepeated { .. }
            | Self::TargetUnclear { .. }
            | Self::RowsUnused { .. }
            | Self::ScaleUnknown { .. } => Severity::Caution,
        }
    }
}

/// "1 target", "12 targets", "9 priorities".
struct Count<'w>(u32, &'w str);

impl fmt::Display for Count<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(count, thing) = *self;
        let number = crate::base::number::grouped(f64::from(count), 0);
        match (thing, thing.strip_suffix('y')) {
            _ if count == 1 => write!(f, "1 {thing}"),
            ("criterion", _) => write!(f, "{number} criteria"),
            (_, Some(stem)) => write!(f, "{number} {stem}ies"),
            (thing, None) => write!(f, "{number} {thing}s"),
        }
    }
}

impl fmt::Display for ListFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::IncidentsCounted {
                rows,
                kinds,
                areas,
                months,
                by,
            } => write!(
                f,
                "{} counted by {by}: {}, {}, {}; nothing else of the rows is kept",
                Count(*rows, "incident"),
                Count(*kinds, "type"),
                Count(*areas, "place"),
                Count(*months, "month"),
            ),
            Self::IncidentsUncounted { undated, unplaced } => {
                match (undated, unplaced) {
                    (undated, 0) => write!(f, "{} without a date", Count(*undated, "row"))?,
                    (0, unplaced) => write!(f, "{} without a place", Count(*unplaced, "row"))?,
                    (undated, unplaced) => write!(
                        f,
                        "{} without a date and {} without a place",
                        Count(*undated, "row"),
                        Count(*unplaced, "row")
                    )?,
                }
                f.write_str(": not counted")
            }
            Self::IncidentsRepeated { count } => write!(
                f,
                "{} with a reference that stands in a row before: counted once",
                Count(*count, "row")
            ),
            Self::PlacesRead { counts } => {
                f.write_str("a list of names and codes, by which places are known: ")?;
                for (index, (kind, count)) in counts.iter().enumerate() {
                    let comma = if index == 0 { "" } else { ", " };
                    write!(f, "{comma}{}", Count(*count, kind.words()))?;
                }
                Ok(())
            }
            Self::TargetsRead { count, without } => {
                write!(f, "{} read", Count(*count, "target"))?;
                match without {
                    0 => Ok(()),
                    without => write!(f, ", and {} without one", Count(*without, "measure")),
                }
            }
            Self::TargetUnclear { text, count } => write!(
                f,
                "“{text}” could mean per cent of the baseline or percentage points: kept as words, {}",
                Times(*count)
            ),
            Self::MatrixRead { subjects, criteria } => write!(
                f,
                "{} judged by {}",
                Count(*subjects, "priority"),
                Count(*criteria, "criterion")
            ),
            Self::RowsUnused { count } => write!(
                f,
                "{} not used: nothing says what the figures or judgements are of",
                Count(*count, "row")
            ),
            Self::ScaleUnknown { criterion } => write!(
                f,
                "the judgements under “{criterion}” stand on no scale that is known: kept as words"
            ),
        }
    }
}
