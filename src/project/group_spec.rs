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
}

/// The order of groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum GroupOrder {
    /// Dimension by dimension, each in its natural order.
    ByDimension,
    /// By value or by change, all in one row.
    BySize,
}

impl Default for GroupSpec {
    fn default() -> Self {
        Self {
            every_dimension: true,
            breakdown_order: GroupOrder::ByDimension,
            change_order: GroupOrder::BySize,
            show_intervals: true,
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
