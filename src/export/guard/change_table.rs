//! Several measures against an earlier period.

use super::{Publishable, Withheld};
use crate::analysis::ChangeTableAnswer;
use crate::chart::{ChangeTableModel, ChartSize, ChartTheme, MeasureText, point};
use crate::project::ChangeTableSpec;

impl Publishable {
    /// Lays out a change table without the values that may not be shown; its words are all written by rules.
    pub fn change_table(
        answer: &ChangeTableAnswer,
        spec: &ChangeTableSpec,
        size: ChartSize,
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Self {
        let mut withheld = Vec::new();
        for row in &answer.rows {
            let ends = [(&row.from, answer.earlier), (&row.to, answer.period)];
            for (outcome, period) in ends {
                let reason = outcome
                    .as_ref()
                    .and_then(|outcome| point::shown(outcome, row.measure.unit).err())
                    .filter(|reason| reason.hides_a_value());
                if let (Some(reason), Some(period)) = (reason, period) {
                    withheld.push(Withheld {
                        series: row.name.clone(),
                        period: period.label(),
                        reason,
                    });
                }
            }
        }
        let model = ChangeTableModel::new(answer, spec);
        Self::of(&model, size, theme, measure, withheld)
    }
}
