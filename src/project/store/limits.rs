//! What a file may cost: a few bytes may not claim more memory than a project of their size can need.

use super::error::OpenError;
use super::outline;

/// The largest file that is opened, in bytes; a project of ten million values is smaller.
pub(super) const LARGEST_FILE: u64 = 512 << 20;

/// How deep structs and lists may lie in one another, those that may be there or not counted twice. The deepest rule
/// on a group of people, in the view of a slide, needs about a hundred.
pub(super) const MOST_DEPTH: usize = 128;

/// How many things any file may hold, however short they are …
const MANY_THINGS: usize = 200_000;
/// … and how many bytes each further one has at least.
const BYTES_PER_THING: usize = 6;
/// How many things a file may hold at most.
const MOST_THINGS: usize = 16_000_000;

/// Looks through a text before any of it is read.
///
/// # Errors
/// [`OpenError::TooMuch`] where it holds more things than a project of its size.
pub(super) fn look_through(text: &str) -> Result<(), OpenError> {
    let allowed = MOST_THINGS.min(MANY_THINGS + text.len() / BYTES_PER_THING);
    let things = outline::count(text);
    if things > allowed {
        return Err(OpenError::TooMuch { things });
    }
    Ok(())
}

/// The memory that a file may still claim, in bytes.
#[derive(Clone, Debug)]
pub(super) struct Room {
    left: usize,
}

impl Room {
    /// What any file may claim.
    const LEAST: usize = 128 << 20;
    /// What each byte of the file may claim besides.
    const PER_BYTE: usize = 64;
    /// What no file may claim.
    const MOST: usize = 3 << 30;

    /// The room for what stands in a text of so many bytes.
    pub(super) fn for_text(bytes: usize) -> Self {
        let left = bytes.saturating_mul(Self::PER_BYTE);
        Self {
            left: left.saturating_add(Self::LEAST).min(Self::MOST),
        }
    }

    /// Takes the room of things of so many bytes each, before there are any.
    ///
    /// # Errors
    /// What is claimed, where there is no such room.
    pub(super) fn take(&mut self, things: usize, bytes: usize) -> Result<(), String> {
        let wanted = things.saturating_mul(bytes);
        match self.left.checked_sub(wanted) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(format!(
                "it claims to hold {things} values, which a file of its size cannot"
            )),
        }
    }
}
