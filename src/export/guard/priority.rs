//! Priority cohorts.

use super::{Publishable, Withheld};
use crate::analysis::PriorityAnswer;
use crate::chart::{ChartSize, ChartTheme, MarkedChart as _, MeasureText, PriorityModel, point};
use crate::data::{Period, Unit};
use crate::project::PrioritySpec;

impl Publishable {
    /// Lays out the chart of priority cohorts without those whose values may not be shown.
    pub fn priority(
        answer: &PriorityAnswer,
        spec: &PrioritySpec,
        size: ChartSize,
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Self {
        Self {
            scene: PriorityModel::new(answer, spec, None).layout(size, theme, measure),
            withheld: withheld_cohorts(answer),
        }
    }
}

/// The cohorts of which a value is withheld in one of the two periods.
fn withheld_cohorts(answer: &PriorityAnswer) -> Vec<Withheld> {
    let mut withheld = Vec::new();
    for cohort in &answer.cohorts {
        for (outcome, period) in [(&cohort.then, answer.then), (&cohort.now, answer.now)] {
            let reason = outcome
                .as_ref()
                .and_then(|outcome| point::shown(outcome, Unit::Percent).err());
            if let Some(reason) = reason.filter(|reason| reason.hides_a_value()) {
                withheld.push(Withheld {
                    series: cohort.label.clone(),
                    period: period.as_ref().map(Period::label).unwrap_or_default(),
                    reason,
                });
            }
        }
    }
    withheld
}
