//! Tables and scales of a survey's answers.

use super::{Publishable, Withheld};
use crate::analysis::answer_scale::ScaleAnswer;
use crate::analysis::cross_tab::CrossTabAnswer;
use crate::analysis::disclosure::CellTreatment;
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
                let figures = &table.figures;
                let columns = figures.columns.iter().zip(&table.columns);
                let mut named: Vec<(String, CellTreatment)> = columns
                    .map(|(column, held)| (column.label.clone(), *held))
                    .collect();
                // Of a column that is shown, the answers that are not.
                for (row, cells) in figures.rows.iter().zip(&table.cells) {
                    let cells = cells.iter().zip(figures.columns.iter().zip(&table.columns));
                    let cells = cells.filter(|(_, (_, column))| column.is_shown());
                    named.extend(cells.map(|(held, (column, _))| {
                        (format!("{}, {}", column.label, row.label), *held)
                    }));
                }
                withheld(named.into_iter(), table.period)
            },
        );
        let model = CrossTabModel::new(answer, spec);
        Self {
            scene: model.layout(size, theme, measure),
            contents: model.contents(theme),
            look: theme.clone(),
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
                let named = bars.map(|bar| {
                    let treatment = if bar.withholds_answers && bar.treatment.is_shown() {
                        CellTreatment::Confidential
                    } else {
                        bar.treatment
                    };
                    (bar.label.clone(), treatment)
                });
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

fn withheld(
    named: impl Iterator<Item = (String, CellTreatment)>,
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
                series: label,
                period: period.clone(),
                reason,
            })
        })
        .collect()
}
