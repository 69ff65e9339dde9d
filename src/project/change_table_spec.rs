//! What the user wants of a change table; saved in projects, while everything worked out for it is not.

use serde::{Deserialize, Serialize};

use crate::analysis::ChangeTableScope;

/// What the user wants of a change table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChangeTableSpec {
    /// Which measures, where, when and against what.
    pub scope: ChangeTableScope,
    /// Whether the changes in per cent and their bars are shown.
    pub show_worked_out: bool,
    /// Whether the changes that senders printed are shown beside them, wrong ones marked.
    pub show_printed: bool,
}

impl Default for ChangeTableSpec {
    fn default() -> Self {
        Self {
            scope: ChangeTableScope::default(),
            show_worked_out: true,
            show_printed: true,
        }
    }
}

impl ChangeTableSpec {
    /// Whether it is as it was before anybody said anything.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::change_table::{Against, RowsOf};
    use crate::data::measure::Theme;
    use crate::data::{Period, SheetIndex, SourceId};

    #[test]
    fn a_spec_reads_back_and_old_ones_open() {
        for rows in [
            RowsOf::Theme(Theme::RecordedCrime),
            RowsOf::Table {
                source: SourceId("0a".into()),
                sheet: SheetIndex(1),
            },
        ] {
            let spec = ChangeTableSpec {
                scope: ChangeTableScope {
                    rows: Some(rows),
                    area: Some(String::from("Ashfield")),
                    period: Period::year_ending(2022, 9),
                    against: Against::Baseline(Period::financial_year(2019).unwrap()),
                    ..ChangeTableScope::default()
                },
                show_printed: false,
                ..ChangeTableSpec::default()
            };
            let saved = ron::to_string(&spec).unwrap();
            assert_eq!(ron::from_str::<ChangeTableSpec>(&saved).unwrap(), spec);
        }
        assert!(ron::from_str::<ChangeTableSpec>("()").unwrap().is_default());
    }
}
