//! The explore screen: the library on the left, the sentence and the chart in the middle, the selected
//! point on the right.

mod banner_chips;
mod change_table_panel;
mod change_table_sentence;
mod change_table_view;
mod chart_view;
mod cross_tab_view;
mod data_table;
mod district_peers;
mod districts_panel;
mod districts_sentence;
mod districts_view;
mod drawing;
mod group_panel;
mod group_sentence;
mod group_view;
mod library;
mod library_groups;
mod library_sources;
mod marked_view;
mod own_group_dialog;
mod own_group_draft;
mod point_tooltip;
mod priority_panel;
mod priority_sentence;
mod priority_view;
mod scale_view;
mod scorecard_panel;
mod scorecard_sentence;
mod scorecard_view;
mod screen;
mod selected_point;
mod sentence;
mod state;
mod surface;
mod survey_panel;
mod survey_sentence;
mod target_dialog;
mod target_draft;

pub use own_group_draft::OwnGroupDraft;
pub use screen::{Exploring, explore_ui};
pub use state::{ExploreState, ExploreTab, SelectedPoint};
pub use target_draft::{AimKindAtFirst, TargetDraft};
