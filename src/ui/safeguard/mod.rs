//! The dialogs that keep a project to those for whom it is: locking it with a passphrase, opening a locked one, and
//! what a copy to share holds and leaves out.

mod lock_dialog;
mod share_dialog;
mod unlock_dialog;

pub use lock_dialog::{LockDraft, lock_dialog_ui};
pub use share_dialog::{SharedSide, share_dialog_ui};
pub use unlock_dialog::{UnlockDraft, unlock_dialog_ui};

/// How a dialog ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Ended<T> {
    /// With this.
    Done(T),
    /// Without anything.
    Cancelled,
}

/// Room for a passphrase while it is typed, so that no part of it stays behind when it grows.
const ROOM: usize = 256;

fn room() -> String {
    String::with_capacity(ROOM)
}
