//! Tables and scales of a survey's answers.

use super::{Publishable, Withheld};
use crate::analysis::answer_scale::ScaleAnswer;
use crate::analysis::cross_tab::{CellTreatment, CrossTabAnswer};
use crate::chart::point::GapReason;
use crate::chart::{ChartSize, ChartTheme, Contents as _, CrossTabModel, MeasureText, ScaleChart};
use crate::data::Period;
use crate::project::{CrossTabSpec, View};

impl Publishable {
    /// Lays out a cross-tab without the figures that may not be shown.
    pub fn cross_tab(
        answer: &CrossTabAnswer,
        spec: &CrossTabSpec,
        size: ChartSize,
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Self {
        let withheld = answer.table.as_ref().map_or_else(
            |_| Vec::new(),
            |table| {
                let columns = table.figures.columns.iter().zip(&table.columns);
                let named = columns.map(|(column, held)| (column.label.as_str(), *held));
                withheld(named, table.period)
            },
        );
        let model = CrossTabModel::new(answer, spec);
        Self {
            scene: model.layout(size, theme, measure),
            contents: model.contents(theme),
            withheld,
        }
    }

    /// Lays out a scale of answers without the groups that may not be shown.
    pub fn scale(
        answer: &ScaleAnswer,
        view: &View,
        size: ChartSize,
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Self {
        let withheld = answer.scale.as_ref().map_or_else(
            |_| Vec::new(),
            |scale| {
                let bars = scale.bars.iter();
                let named = bars.map(|bar| (bar.label.as_str(), bar.treatment));
                withheld(named, scale.period)
            },
        );
        let model = ScaleChart::among(answer, &view.scale, &view.cross_tab.setting.among);
        Self::of(&model, size, theme, measure, withheld)
    }
}

/// The cells of a table that may leave the program, for pasting into Excel.
pub fn cross_tab_cells(answer: &CrossTabAnswer, spec: &CrossTabSpec) -> String {
    CrossTabModel::new(answer, spec).as_cells()
}

fn withheld<'a>(
    named: impl Iterator<Item = (&'a str, CellTreatment)>,
    period: Option<Period>,
) -> Vec<Withheld> {
    let period = period.map_or_else(String::new, |period| period.label());
    named
        .filter_map(|(label, treatment)| {
            let reason = match treatment {
                CellTreatment::Shown | CellTreatment::LowBase => return None,
                CellTreatment::TooFew => GapReason::BaseTooSmall,
                CellTreatment::Confidential => GapReason::Suppressed,
            };
            Some(Withheld {
                series: label.to_owned(),
                period: period.clone(),
                reason,
            })
        })
        .collect()
}
