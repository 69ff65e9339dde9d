//! An observation of a source as an estimate, with the interval that its base or its survey's design allows.

use super::catalogue::{Catalogue, Found, MeasureEntry};
use super::estimate::{Estimate, Interval, Outcome, Precision, Provenance};
use super::sensitive;
use crate::data::measure::Theme;
use crate::data::{Measure, Status, Unit};
use crate::stats::proportions::{self, Sample};

/// The design effect assumed where a survey's table gives a base and nothing else (statistical
/// specification 0.6, tier C).
pub const ASSUMED_DESIGN_EFFECT: f64 = 1.5;

impl Catalogue {
    /// Every observation of a measure that has a period, with what may be made of it.
    pub fn outcomes<'a>(
        &'a self,
        entry: &'a MeasureEntry,
    ) -> impl Iterator<Item = (Found<'a>, Outcome)> {
        self.observations(entry).map(|found| {
            let outcome = outcome_of(self, &entry.measure, &found);
            (found, outcome)
        })
    }
}

/// An observation as an estimate, withheld where it would give away a few respondents.
pub(super) fn outcome_of(catalogue: &Catalogue, measure: &Measure, found: &Found<'_>) -> Outcome {
    let mut outcome = estimated(catalogue, measure, found);
    if let Outcome::Given(estimate) = &mut outcome
        && catalogue.respondent_figures().is_withheld(found)
    {
        estimate.status = Status::Suppressed;
    }
    outcome
}

/// An observation as an estimate, with the interval that its base allows.
fn estimated(catalogue: &Catalogue, measure: &Measure, found: &Found<'_>) -> Outcome {
    let observation = found.observation;
    let provenance = Provenance {
        source: found.source.clone(),
        cells: vec![observation.cell],
    };
    let Some(value) = observation.value else {
        return Outcome::Missing {
            status: observation.status,
            provenance,
        };
    };
    if measure.unit == Unit::Percent
        && let Some(share) = catalogue.respondent_figures().by_design(found)
    {
        return Outcome::Given(Estimate {
            value,
            base_policy: sensitive::base_policy(found.cohort),
            status: observation.status,
            note: found.source.note(observation).map(str::to_owned),
            ..share.as_estimate(provenance)
        });
    }
    let (precision, effective_base) = precision(measure, found, value);
    let interval = effective_base
        .filter(|_| measure.unit == Unit::Percent)
        .and_then(|effective_base| {
            proportions::wilson_interval(
                Sample {
                    share: value / 100.0,
                    effective_base,
                },
                proportions::Z_95,
            )
        })
        .map(|(lower, upper)| Interval {
            lower: 100.0 * lower,
            upper: 100.0 * upper,
        });
    Outcome::Given(Estimate {
        value,
        interval,
        unweighted_base: observation.unweighted_base,
        effective_base,
        precision,
        base_policy: sensitive::base_policy(found.cohort),
        status: observation.status,
        note: found.source.note(observation).map(str::to_owned),
        provenance,
    })
}

/// On what the precision of a value rests, and its effective base.
fn precision(measure: &Measure, found: &Found<'_>, value: f64) -> (Precision, Option<f64>) {
    let observation = found.observation;
    match (
        measure.unit,
        observation.effective_base,
        observation.unweighted_base,
    ) {
        (Unit::Percent, Some(effective), _) if effective > 0.0 => {
            (Precision::EffectiveBaseGiven, Some(effective))
        }
        (Unit::Percent, _, Some(base)) if base > 0.0 => (
            Precision::DesignEffectAssumed(ASSUMED_DESIGN_EFFECT),
            Some(base / ASSUMED_DESIGN_EFFECT),
        ),
        (Unit::Count, ..)
            if measure.theme != Theme::Other && value >= 0.0 && value.fract() == 0.0 =>
        {
            (Precision::Count, None)
        }
        _ => (Precision::Unknown, None),
    }
}
