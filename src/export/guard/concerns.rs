//! Lists of concerns.

use super::{Publishable, withheld_of};
use crate::analysis::ConcernsAnswer;
use crate::chart::{ChartSize, ChartTheme, ConcernsModel, MeasureText};
use crate::data::Unit;
use crate::project::ConcernsSpec;

impl Publishable {
    /// Lays out a list of concerns without the values that may not be shown.
    pub fn concerns(
        answer: &ConcernsAnswer,
        spec: &ConcernsSpec,
        size: ChartSize,
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Self {
        let mut withheld = Vec::new();
        for row in &answer.rows {
            for outcome in row.outcome.iter().chain(&row.wider) {
                let period = answer.period.as_ref();
                withheld.extend(withheld_of(outcome, Unit::Percent, &row.item.name, period));
            }
        }
        let model = ConcernsModel::new(answer, spec);
        Self::of(&model, size, theme, measure, withheld)
    }
}
