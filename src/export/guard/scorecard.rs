//! The scorecard.

use super::{Publishable, Withheld};
use crate::analysis::targets::Scorecard;
use crate::chart::{ChartSize, ChartTheme, MeasureText, ScorecardModel, point};
use crate::project::ScorecardSpec;

impl Publishable {
    /// Lays out the scorecard without the values that may not be shown.
    pub fn scorecard(
        answer: &Scorecard,
        spec: &ScorecardSpec,
        size: ChartSize,
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Self {
        let model = ScorecardModel::new(answer, spec);
        let rows = answer.rows.iter();
        let rows = rows.filter(|row| model.rows.iter().any(|shown| shown.id == row.target.id));
        let withheld = rows.flat_map(|row| {
            row.points.iter().filter_map(|(period, held)| {
                let reason = point::shown(&held.outcome, row.measure.unit).err()?;
                reason.hides_a_value().then(|| Withheld {
                    series: row.measure.name.clone(),
                    period: period.label(),
                    reason,
                })
            })
        });
        Self::of(&model, size, theme, measure, withheld.collect())
    }
}
