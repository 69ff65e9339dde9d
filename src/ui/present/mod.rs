//! A story on the screen: one slide at a time, worked by keys, a clicker or the pointer; questions that are
//! asked of a slide while it stands there; and the presenter's own window with notes, clock and what comes next.

mod grid;
mod keys;
mod live;
mod presenter;
mod screen;
mod screens;
mod show;
mod stage;

pub use keys::{SHOW_KEYS, ShowKey};
pub use presenter::presenter_ui;
pub use screen::present_ui;
pub use screens::{LookForScreens, Screens};
pub use show::Show;
