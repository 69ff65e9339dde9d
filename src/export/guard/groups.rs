//! Groups side by side, of one period or then and now.

use super::{Publishable, withheld, withheld_of};
use crate::analysis::{BreakdownAnswer, GroupChangesAnswer, GroupsOverTime};
use crate::chart::{
    ChartSize, ChartTheme, DistrictsModel, GroupChart, HeatmapModel, MarkedChart as _, MeasureText,
    TrendSpec,
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
        Self {
            scene: GroupChart::of_breakdown(answer, spec).layout(size, theme, measure),
            withheld: rows
                .filter_map(|row| withheld_of(row.outcome.as_ref()?, unit, &row.label, period))
                .collect(),
        }
    }

    /// Lays out the chart of groups in every period without the values that may not be shown.
    pub fn groups_over_time(
        answer: &GroupsOverTime,
        spec: &GroupSpec,
        size: ChartSize,
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Self {
        let scene = match spec.breakdown_drawing {
            BreakdownDrawing::SmallMultiples => {
                DistrictsModel::of_groups(answer).layout(size, theme, measure)
            }
            BreakdownDrawing::Dots | BreakdownDrawing::Heatmap => {
                HeatmapModel::new(answer, spec).layout(size, theme, measure)
            }
        };
        Self {
            scene,
            withheld: withheld(&answer.trend, &TrendSpec::default()),
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
        Self {
            scene: GroupChart::of_changes(answer, spec).layout(size, theme, measure),
            withheld,
        }
    }
}
