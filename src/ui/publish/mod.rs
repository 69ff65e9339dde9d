//! The dialogs of what leaves the program: a story as files, the refresh of a presentation, a chart as a file. They
//! only ask; `app::publishing` does it.

mod chart_dialog;
mod form;
mod refresh_dialog;
mod story_dialog;

pub use chart_dialog::{ChartFileDraft, chart_file_ui};
pub use form::Ended;
pub use refresh_dialog::{RefreshReview, refresh_review_ui};
pub use story_dialog::{PublishDraft, PublishReview, publish_ui};
