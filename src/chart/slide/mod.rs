//! A slide laid out once, for the list of slides, the screen, the projector and files: its title, what is on
//! it, and its number. Charts on it are laid out by their own layouts in the room that the title leaves.

mod imprint;
mod place;
mod sheet;
mod table;
mod words;

pub use place::scaled;
pub use sheet::{SlideBody, SlideScene, SlideSheet};
pub use words::with_paragraphs;
