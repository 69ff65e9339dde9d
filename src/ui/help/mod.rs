//! Help within the window: the words of statistics explained where they stand, the user guide, and the tour. All of it
//! is in the program itself; nothing is fetched from anywhere.

mod blocks;
mod card;
mod dialog;
mod explain;
mod guide;
mod page;
mod pictures;
mod said;
mod spot;
mod terms;
mod tour;

pub use blocks::{Block, Run};
pub use card::{CardAnswer, tour_card_ui};
pub use dialog::{HelpState, help_dialog_ui};
pub use explain::{
    asked_word, explained, open_page, take_wanted_page, terms_explained, what_is, words_ui,
};
pub use guide::{Address, Page, pages, shortcuts_markdown, terms_markdown};
pub use spot::{Spot, note as note_spot, note_under as note_spot_under, rect as spot_rect};
pub use terms::{Term, find as find_term, terms};
pub use tour::{About, Place, Step, Until, steps};
