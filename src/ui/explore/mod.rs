//! The explore screen: the library on the left, the sentence and the chart in the middle, the selected
//! point on the right.

mod chart_view;
mod data_table;
mod districts_panel;
mod districts_sentence;
mod districts_view;
mod drawing;
mod group_panel;
mod group_sentence;
mod group_view;
mod library;
mod library_sources;
mod marked_view;
mod point_tooltip;
mod screen;
mod selected_point;
mod sentence;
mod state;
mod surface;

pub use screen::{Exploring, explore_ui};
pub use state::{ExploreState, ExploreTab, SelectedPoint};
