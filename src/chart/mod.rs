//! Charts: what a question's answer looks like and says. An answer and a saved intent make a model; a
//! model laid out for a size makes a [`Scene`] of lines, areas and runs of text at their places. This
//! layer knows no window and no file format: what paints or writes a scene decides nothing.

pub mod answer_scale;
pub mod axis;
mod canvas;
pub mod cast;
pub mod change_table;
pub mod clip;
pub mod colour;
mod colour_steps;
pub mod contents;
pub mod cross_tab;
pub mod districts;
pub mod geometry;
pub mod group_chart;
pub mod heatmap;
pub mod key;
pub mod label_placement;
pub mod layout;
pub mod line_labels;
pub mod marked;
pub mod notes;
pub mod point;
pub mod point_labels;
pub mod priority;
pub mod scale;
pub mod scene;
pub mod scorecard;
pub mod series_marks;
pub mod size;
pub mod target_lines;
pub mod text_block;
pub mod text_metrics;
pub mod theme;
pub mod trend_model;
pub mod wording;

pub use crate::project::trend_spec::{ChartEvent, TrendSpec};
pub use answer_scale::ScaleChart;
pub use change_table::ChangeTableModel;
pub use colour::Rgba;
pub use contents::{ChartContents, ChartWords, Contents};
pub use cross_tab::CrossTabModel;
pub use districts::DistrictsModel;
pub use geometry::{Point, Rect};
pub use group_chart::GroupChart;
pub use heatmap::HeatmapModel;
pub use layout::layout;
pub use marked::MarkedChart;
pub use priority::PriorityModel;
pub use scene::{HitRegion, HitShape, HitTarget, Node, PlotArea, Role, Scene, Viewport};
pub use scorecard::ScorecardModel;
pub use size::ChartSize;
pub use text_metrics::{Font, Inter, MeasureText};
pub use theme::{ChartTheme, ThemeKind};
pub use trend_model::TrendModel;
