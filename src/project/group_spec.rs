//! What the user wants of the charts that show groups side by side; saved in projects.

use serde::{Deserialize, Serialize};

/// What the user wants of the charts of one period and of then and now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GroupSpec {
    /// Whether the categories of every dimension are shown, not only of those that the question names.
    pub every_dimension: bool,
    /// The order of the groups of one period.
    pub breakdown_order: GroupOrder,
    /// The order of changes.
    pub change_order: GroupOrder,
    /// Whether 95% confidence intervals are drawn.
    pub show_intervals: bool,
    /// How the groups of a breakdown are drawn.
    pub breakdown_drawing: BreakdownDrawing,
    /// What the cells of a heatmap show.
    pub heatmap_cells: HeatmapCells,
    /// How the groups then and now are drawn.
    pub change_drawing: ChangeDrawing,
}

/// The order of groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum GroupOrder {
    /// Dimension by dimension, each in its natural order.
    ByDimension,
    /// By value or by change, all in one row.
    BySize,
}

/// How the groups of a breakdown are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BreakdownDrawing {
    /// Those of one period as dots with their intervals.
    #[default]
    Dots,
    /// Those of every period as cells of a table, coloured by what stands in them.
    Heatmap,
    /// Those of every period as small line charts on the same axes.
    SmallMultiples,
}

/// What the cells of a heatmap show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HeatmapCells {
    /// The values.
    #[default]
    Values,
    /// How far each is from the rest of its period.
    AgainstRest,
    /// How far each is from a year before.
    OverYear,
}

/// How the groups then and now are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ChangeDrawing {
    /// A row for each, with a dot for then and one for now.
    #[default]
    Dumbbell,
    /// A line for each, from then at the left to now at the right.
    Slope,
}

impl Default for GroupSpec {
    fn default() -> Self {
        Self {
            every_dimension: true,
            breakdown_order: GroupOrder::ByDimension,
            change_order: GroupOrder::BySize,
            show_intervals: true,
            breakdown_drawing: BreakdownDrawing::default(),
            heatmap_cells: HeatmapCells::default(),
            change_drawing: ChangeDrawing::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spec_reads_back_and_old_ones_open() {
        let spec = GroupSpec {
            every_dimension: false,
            breakdown_order: GroupOrder::BySize,
            breakdown_drawing: BreakdownDrawing::Heatmap,
            heatmap_cells: HeatmapCells::OverYear,
            change_drawing: ChangeDrawing::Slope,
            ..GroupSpec::default()
        };
        let saved = ron::to_string(&spec).unwrap();
        assert_eq!(ron::from_str::<GroupSpec>(&saved).unwrap(), spec);
        assert_eq!(
            ron::from_str::<GroupSpec>("()").unwrap(),
            GroupSpec::default()
        );
    }
}
