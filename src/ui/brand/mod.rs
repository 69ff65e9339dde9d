//! The dialog in which a project gets the name, the colours, the logo and the font of its organisation.

mod colours;
mod dialog;
mod draft;
mod preview;

pub use dialog::brand_dialog_ui;
pub use draft::BrandDraft;
pub use preview::Previewed;
