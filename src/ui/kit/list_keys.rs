//! The keys by which a list is walked: Tab comes to one of its rows, the arrows go on from there.

use egui::{EventFilter, Key, Modifiers, Response, Ui};

use super::{KeyRow, KeyTable};
use crate::words::say;

/// How far the page keys go.
const PAGE: usize = 15;

/// A step through a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKey {
    /// To the next row.
    Next,
    /// To the row before.
    Before,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

/// The keys of lists and tables.
pub const LIST_KEYS: KeyTable<ListKey> = {
    const NONE: Modifiers = Modifiers::NONE;
    KeyTable {
        place: say::keys_in_list,
        rows: &[
            KeyRow {
                keys: &[(NONE, Key::ArrowUp)],
                does: ListKey::Before,
                words: Some(say::key_row),
            },
            KeyRow {
                keys: &[(NONE, Key::ArrowDown)],
                does: ListKey::Next,
                words: None,
            },
            KeyRow {
                keys: &[(NONE, Key::PageUp)],
                does: ListKey::PageUp,
                words: Some(say::key_page),
            },
            KeyRow {
                keys: &[(NONE, Key::PageDown)],
                does: ListKey::PageDown,
                words: None,
            },
            KeyRow {
                keys: &[(NONE, Key::Home)],
                does: ListKey::First,
                words: Some(say::key_first_row),
            },
            KeyRow {
                keys: &[(NONE, Key::End)],
                does: ListKey::Last,
                words: None,
            },
        ],
    }
};

impl ListKey {
    /// The row to which it leads from one of `count` rows; rows for which `is_stop` is false are passed over.
    pub fn from(self, at: usize, count: usize, is_stop: impl Fn(usize) -> bool) -> Option<usize> {
        let last = count.checked_sub(1)?;
        let down = |from: usize| (from..count).find(|row| is_stop(*row));
        let up = |from: usize| (0..=from.min(last)).rev().find(|row| is_stop(*row));
        match self {
            Self::Next => down(at + 1),
            Self::Before => up(at.checked_sub(1)?),
            Self::PageDown => {
                let to = at.saturating_add(PAGE).min(last);
                up(to).filter(|row| *row > at).or_else(|| down(to))
            }
            Self::PageUp => {
                let to = at.saturating_sub(PAGE);
                down(to).filter(|row| *row < at).or_else(|| up(to))
            }
            Self::First => down(0),
            Self::Last => up(last),
        }
    }

    /// What was pressed on a row that has the keyboard; the arrows stay within the list.
    pub fn pressed(ui: &Ui, row: &Response) -> Option<Self> {
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(row.id, filter));
        LIST_KEYS.pressed(ui)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_passed_over_and_the_ends_are_ends() {
        // Rows 0 and 20 are headings.
        let to = |key: ListKey, at| key.from(at, 40, |row| row % 20 != 0);
        assert_eq!(to(ListKey::Next, 19), Some(21));
        assert_eq!(to(ListKey::Before, 21), Some(19));
        assert_eq!(to(ListKey::Before, 1), None);
        assert_eq!(to(ListKey::Next, 39), None);
        assert_eq!(to(ListKey::PageDown, 5), Some(19));
        assert_eq!(to(ListKey::PageUp, 5), Some(1));
        assert_eq!(to(ListKey::First, 30), Some(1));
        assert_eq!(to(ListKey::Last, 3), Some(39));
        assert_eq!(ListKey::Last.from(0, 0, |_| true), None);
    }
}
