//! The house widgets: one a file, built on egui, without any knowledge of surveys or crime. Each takes its
//! colours from the tokens, can be worked from the keyboard, and has a name for screen readers.

mod badge;
mod button;
mod card;
mod checkbox;
mod chip;
mod choice;
mod choice_list;
mod dialog;
pub mod focus;
mod fuzzy;
mod icon;
mod key_value_row;
mod library_row;
mod link;
mod list_row;
mod palette;
mod progress;
mod section_heading;
mod sentence;
mod sparkline;
mod tabs;
pub mod text;
mod toast;
mod tone;

pub use badge::Badge;
pub use button::Button;
pub use card::Card;
pub use checkbox::Checkbox;
pub use chip::{Chip, ChipResponse};
pub use choice::Choice;
pub use dialog::{Dialog, DialogAnswer};
pub use icon::Icon;
pub use key_value_row::KeyValueRow;
pub use library_row::LibraryRow;
pub use link::Link;
pub use list_row::ListRow;
pub use palette::Palette;
pub use progress::{Progress, ProgressResponse};
pub use section_heading::SectionHeading;
pub use sentence::sentence;
pub use sparkline::Sparkline;
pub use tabs::Tabs;
pub use toast::{Toast, Toasts};
pub use tone::Tone;
