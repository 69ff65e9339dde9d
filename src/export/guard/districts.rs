//! Areas side by side.

use super::{Publishable, withheld};
use crate::analysis::DistrictsAnswer;
use crate::chart::{
    ChartSize, ChartTheme, DistrictsModel, MarkedChart as _, MeasureText, TrendSpec,
};
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
        Self {
            scene: model.layout(size, theme, measure),
            withheld: withheld(&answer.trend, &TrendSpec::default()),
        }
    }
}
