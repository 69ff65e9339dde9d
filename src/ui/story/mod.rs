//! The screen of stories: the slides in small at the left, one of them large in the middle, what can be said
//! of it at the right.

mod add_to_story;
mod commands;
mod follow_ups;
mod list;
mod message_panel;
mod new_story;
mod pages;
mod panel;
mod screen;
mod state;

pub use add_to_story::add_to_story_ui;
pub use commands::story_commands_ui;
pub use list::{SLIDE_KEYS, SlideKey};
pub use pages::{Pages, Telling};
pub use screen::story_ui;
pub use state::{ChartAs, NewStoryDraft, StoryAction, StoryState};
