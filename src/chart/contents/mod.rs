//! What a chart holds as words and numbers: for files whose program draws the chart itself (PowerPoint,
//! Excel), for tables beside a chart, and for cells to paste. It is made from the chart's model, which holds
//! nothing that may not be shown, so that it holds no more than what is drawn.

mod answer_scale;
mod change_table;
mod concerns;
mod cross_tab;
mod data_table;
mod district_ranking;
mod districts;
mod group_chart;
mod harm;
mod heatmap;
mod native;
mod priority;
mod scorecard;
mod table_parts;
mod trend;
mod words;

pub use data_table::{DataCell, DataColumn, DataTable, Shorthand};
pub use native::{NativeAxis, NativeChart, NativeKind, NativeMark, NativeSeries};

pub use words::{ChartWords, without_sentence};

use super::theme::ChartTheme;

/// What a chart holds as words and numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartContents {
    /// Its words.
    pub words: ChartWords,
    /// Every value that is drawn, and what stands where none may be shown.
    pub table: DataTable,
    /// The chart as an office program draws it by itself; `None` for kinds that those programs lack.
    pub native: Option<NativeChart>,
}

/// A chart whose words and numbers can be told without its picture.
pub trait Contents {
    /// Its words and numbers; the theme gives the colours of the native chart.
    fn contents(&self, theme: &ChartTheme) -> ChartContents;
}
