//! Priority cohorts: groups by level and change.

use super::{Publishable, withheld_of};
use crate::analysis::PriorityAnswer;
use crate::chart::{ChartSize, ChartTheme, MeasureText, PriorityModel};
use crate::data::Unit;
use crate::project::PrioritySpec;

impl Publishable {
    /// Lays out the chart of priority cohorts without those of whom a value may not be shown.
    pub fn priority(
        answer: &PriorityAnswer,
        spec: &PrioritySpec,
        size: ChartSize,
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Self {
        let mut withheld = Vec::new();
        for cohort in &answer.cohorts {
            let ends = [(&cohort.then, &answer.then), (&cohort.now, &answer.now)];
            let of_ends = ends.into_iter().filter_map(|(outcome, period)| {
                let outcome = outcome.as_ref()?;
                withheld_of(outcome, Unit::Percent, &cohort.label, period.as_ref())
            });
            withheld.extend(of_ends);
        }
        let model = PriorityModel::new(answer, spec, None);
        Self::of(&model, size, theme, measure, withheld)
    }
}
