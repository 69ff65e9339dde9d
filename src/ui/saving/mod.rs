//! The dialogs about a project's file: what somebody else changed, and its earlier versions. They only ask;
//! `app::saving` does it.

mod changed_dialog;
mod differences;
mod versions_dialog;

pub use changed_dialog::{ChangedAnswer, ChangedReview, changed_ui};
pub(super) use differences::differences_ui;
pub use versions_dialog::{
    VersionDetails, VersionRow, VersionsAnswer, VersionsReview, versions_ui,
};
