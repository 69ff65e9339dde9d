//! Groups side by side, of one period or then and now.

use super::{Publishable, withheld, withheld_of};
use crate::analysis::{BreakdownAnswer, GroupChangesAnswer, GroupsOverTime};
use crate::chart::{
    ChartSize, ChartTheme, DistrictsModel, GroupChart, HeatmapModel, MeasureText, TrendSpec,
};
use crate::project::{BreakdownDrawing, GroupSpec};

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

    /// Lays out the chart of groups in every period without the values that may not be shown.
    pub fn groups_over_time(
        answer: &GroupsOverTime,
        spec: &GroupSpec,
        size: ChartSize,
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Self {
        let withheld = withheld(&answer.trend, &TrendSpec::default());
        match spec.breakdown_drawing {
            BreakdownDrawing::SmallMultiples => {
                let model = DistrictsModel::of_groups(answer);
                Self::of(&model, size, theme, measure, withheld)
            }
            BreakdownDrawing::Dots | BreakdownDrawing::Heatmap => {
                let model = HeatmapModel::new(answer, spec);
                Self::of(&model, size, theme, measure, withheld)
            }
        }
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
