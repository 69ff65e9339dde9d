//! What the reading of lists found: incidents counted, places learnt, targets and judgements read, and what
//! of them is uncertain.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::findings::Severity;
use crate::data::AreaKind;
use crate::words::in_english;

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

impl fmt::Display for ListFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_english(|| self.words()))
    }
}
