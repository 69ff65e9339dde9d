//! What charts draw: a value with its interval, base, status and the cells it came from.

use std::sync::Arc;

use crate::data::{CellRef, Source, Status, Unit};
use crate::stats::base_policy::{BasePolicy, BaseTreatment};
use crate::stats::taylor::DesignEstimate;

/// A confidence interval, in the unit of its estimate (percent on 0 to 100).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower limit.
    pub lower: f64,
    /// The upper limit.
    pub upper: f64,
}

/// Where an estimate's precision comes from (the tiers of statistical specification 0.6).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Precision {
    /// The source gives the effective base.
    EffectiveBaseGiven,
    /// The variance of a share under the strata and clusters that its survey declares; the effective base
    /// follows from it.
    Design(DesignEstimate),
    /// The effective base is the unweighted base over an assumed design effect.
    DesignEffectAssumed(f64),
    /// A count of events; its chance variation is that of a Poisson count.
    Count,
    /// A rate of events among people; its chance variation is that of the count.
    Rate {
        /// How many events there were.
        events: f64,
        /// Among how many people.
        people: f64,
    },
    /// Nothing is known of the base: no interval, no test.
    Unknown,
}

/// The cells of one source behind an estimate.
#[derive(Clone, Debug)]
pub struct Provenance {
    /// The workbook.
    pub source: Arc<Source>,
    /// The cells, in their order.
    pub cells: Vec<CellRef>,
}

impl Provenance {
    /// Where in the workbook: `Table 3 › B5`, or the cell alone where there are no sheets.
    pub fn place(&self) -> String {
        let Some(first) = self.cells.first() else {
            return String::new();
        };
        let more = if self.cells.len() > 1 { " …" } else { "" };
        match self.source.sheet_name(first.sheet) {
            "" => format!("{first}{more}"),
            sheet => format!("{} › {first}{more}", sheet.trim()),
        }
    }

    /// Adds the cells of another one where they are of the same source; cells of others are told in notes.
    pub fn join(&mut self, other: &Self) {
        if self.source.id == other.source.id {
            let new = other.cells.iter().filter(|cell| !self.cells.contains(cell));
            let new: Vec<CellRef> = new.copied().collect();
            self.cells.extend(new);
        }
    }

    /// For reading: `Police return.xlsx › Table 3 › B5`, with the count of further cells.
    pub fn describe(&self) -> String {
        let Some((first, rest)) = self.cells.split_first() else {
            return self.source.file_name.clone();
        };
        let first = self.source.describe_cell(*first);
        match rest.len() {
            0 => first,
            1 => format!("{first} and 1 more cell"),
            more => format!("{first} and {more} more cells"),
        }
    }
}

/// A value that may be drawn.
#[derive(Clone, Debug)]
pub struct Estimate {
    /// The value, in the measure's unit.
    pub value: f64,
    /// Its 95% confidence interval, where one can be given.
    pub interval: Option<Interval>,
    /// The unweighted number of respondents, where known.
    pub unweighted_base: Option<f64>,
    /// The effective base after weighting, where known or assumed.
    pub effective_base: Option<f64>,
    /// On what the interval rests.
    pub precision: Precision,
    /// Which bases it needs to be seen: larger ones where the people are of a kind that the law protects
    /// ([`super::sensitive`]).
    pub base_policy: BasePolicy,
    /// What the source says of the value.
    pub status: Status,
    /// The note that the source attaches to the value.
    pub note: Option<String>,
    /// The cells it came from.
    pub provenance: Provenance,
}

impl Estimate {
    /// What is to be done with it, from the bases on which it rests.
    pub fn treatment(&self, unit: Unit) -> BaseTreatment {
        if unit.rests_on_respondents() {
            self.base_policy
                .treatment(self.unweighted_base, self.effective_base)
        } else {
            BaseTreatment::Ordinary
        }
    }

    /// Whether the value may be seen, and so be tested and ranked.
    pub fn is_showable(&self, unit: Unit) -> bool {
        self.status != Status::Suppressed
            && self.value.is_finite()
            && self.treatment(unit) != BaseTreatment::Withheld
    }
}

/// What a source gives for a point: a value, or the reason why there is none.
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every outcome is a value, which a box would only move away"
)]
#[derive(Clone, Debug)]
pub enum Outcome {
    /// A value.
    Given(Estimate),
    /// A cell without a value, and why.
    Missing {
        /// Why there is no value.
        status: Status,
        /// The cell that says so.
        provenance: Provenance,
    },
}

impl Outcome {
    /// The estimate, where there is one.
    pub const fn estimate(&self) -> Option<&Estimate> {
        match self {
            Self::Given(estimate) => Some(estimate),
            Self::Missing { .. } => None,
        }
    }

    /// The estimate where it may be seen.
    pub fn showable(&self, unit: Unit) -> Option<&Estimate> {
        self.estimate()
            .filter(|estimate| estimate.is_showable(unit))
    }

    /// The status, of a value or of its absence.
    pub const fn status(&self) -> Status {
        match self {
            Self::Given(estimate) => estimate.status,
            Self::Missing { status, .. } => *status,
        }
    }

    /// The cells behind it.
    pub const fn provenance(&self) -> &Provenance {
        match self {
            Self::Given(estimate) => &estimate.provenance,
            Self::Missing { provenance, .. } => provenance,
        }
    }
}
