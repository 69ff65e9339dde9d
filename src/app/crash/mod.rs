//! What is written when the program comes to grief: a report without anything of a project, for whoever mends it, and
//! the work that was not saved. Nothing is sent anywhere.

mod hook;
mod message;
mod report;
mod trail;

pub use hook::{forget_work, hold_work, install, note_renderer};
pub use report::{ENDED, REPORT, Report, ended_without_a_word, report_path};
pub use trail::note;
