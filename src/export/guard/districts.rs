//! Areas side by side.

use super::{Publishable, withheld};
use crate::analysis::DistrictsAnswer;
use crate::chart::{ChartSize, ChartTheme, DistrictsModel, MeasureText, TrendSpec};
use crate::project::DistrictsSpec;

impl Publishable {
    /// Lays out areas side by side without the values that may not be shown.
    pub fn districts(
        answer: &DistrictsAnswer,
        spec: &DistrictsSpec,
        size: ChartSize,
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Self {
        let model = DistrictsModel::new(answer, spec);
        let withheld = withheld(&answer.trend, &TrendSpec::default());
        Self::of(&model, size, theme, measure, withheld)
    }
}
