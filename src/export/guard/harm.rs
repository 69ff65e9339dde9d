//! Offences by number, by harm and by concern.

use super::{Publishable, withheld_of};
use crate::analysis::HarmAnswer;
use crate::chart::{ChartSize, ChartTheme, HarmModel, MeasureText};
use crate::data::Unit;

impl Publishable {
    /// Lays out the three rankings without the values that may not be shown.
    pub fn harm(
        answer: &HarmAnswer,
        size: ChartSize,
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Self {
        let mut withheld = Vec::new();
        for row in &answer.rows {
            let period = answer.table.period.as_ref();
            withheld.extend(withheld_of(&row.count, Unit::Count, &row.name, period));
            if let Some(concern) = &row.concern {
                let column = answer.concerns.as_ref();
                let period = column.and_then(|column| column.period.as_ref());
                let outcome = &concern.outcome;
                withheld.extend(withheld_of(outcome, Unit::Percent, &row.name, period));
            }
        }
        Self::of(&HarmModel::new(answer), size, theme, measure, withheld)
    }
}
