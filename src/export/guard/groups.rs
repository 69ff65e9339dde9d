//! Groups side by side, of one period or then and now.

use super::{Publishable, withheld_of};
use crate::analysis::{BreakdownAnswer, GroupChangesAnswer};
use crate::chart::{ChartSize, ChartTheme, GroupChart, MeasureText};
use crate::project::GroupSpec;

impl Publishable {
    /// Lays out the chart of groups in one period without the values that may not be shown.
    pub fn breakdown(
        answer: &BreakdownAnswer,
        spec: &GroupSpec,
        size: ChartSize,
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Self {
        let unit = answer.measure.unit;
        let rows = answer.rows.iter();
        let period = answer.period.as_ref();
        let withheld =
            rows.filter_map(|row| withheld_of(row.outcome.as_ref()?, unit, &row.label, period));
        let model = GroupChart::of_breakdown(answer, spec);
        Self::of(&model, size, theme, measure, withheld.collect())
    }

    /// Lays out the chart of groups then and now without the values that may not be shown.
    pub fn group_changes(
        answer: &GroupChangesAnswer,
        spec: &GroupSpec,
        size: ChartSize,
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Self {
        let unit = answer.measure.unit;
        let mut withheld = Vec::new();
        for row in &answer.rows {
            let periods = answer.periods.as_ref();
            let ends = [
                (&row.from, periods.map(|(from, _)| from)),
                (&row.to, periods.map(|(_, to)| to)),
            ];
            let of_ends = ends.into_iter().filter_map(|(outcome, period)| {
                withheld_of(outcome.as_ref()?, unit, &row.label, period)
            });
            withheld.extend(of_ends);
        }
        let model = GroupChart::of_changes(answer, spec);
        Self::of(&model, size, theme, measure, withheld)
    }
}
