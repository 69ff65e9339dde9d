//! Presentations of PowerPoint: slides whose charts PowerPoint draws by itself from numbers that can be
//! edited, tables that are tables, and notes; and the refresh of a presentation that somebody restyled. It
//! writes what it is given and decides nothing about charts.

mod chart;
mod check;
mod deck;
mod drawing;
mod fit;
mod marks;
mod master;
mod package;
mod picture;
mod place;
mod refresh;
mod shape;
mod slide;
mod table;
mod tags;
mod theme;
mod workbook;
mod write;
mod xml;

pub use check::problems;
pub use deck::{
    Deck, DeckChart, DeckContent, DeckError, DeckLook, DeckPicture, DeckSize, DeckSlide, Paragraph,
    Place, Placed, Run, SlideLayout,
};
pub use place::{Frame, Slot};
pub use refresh::{
    FoundChanges, LeftSlide, RefreshError, RefreshNote, Refreshed, RefreshedDeck, SlideChanges,
    Today, page_id, refresh,
};
pub use write::write;
