//! The keys by which a sheet is walked and its cells are selected.

use egui::{Key, Modifiers};

use crate::ui::kit::{KeyRow, KeyTable};
use crate::words::say;

/// Where a key leads on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridKey {
    /// The first cell.
    Start,
    /// The last cell.
    End,
    /// A column to the left.
    Left,
    /// A column to the right.
    Right,
    /// A row up.
    Up,
    /// A row down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// The first cell of the row.
    RowStart,
    /// The last cell of the row.
    RowEnd,
    /// The whole row.
    WholeRow,
    /// The whole column.
    WholeColumn,
}

const NONE: Modifiers = Modifiers::NONE;
const COMMAND: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;
const COMMAND_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// The keys of a sheet, each with whether it selects all cells on the way.
pub const GRID_KEYS: KeyTable<(GridKey, bool)> = KeyTable {
    place: say::keys_on_sheet,
    rows: &[
        KeyRow {
            keys: &[(SHIFT, Key::Space)],
            does: (GridKey::WholeRow, true),
            words: Some(say::key_whole_row),
        },
        KeyRow {
            keys: &[(COMMAND, Key::Space)],
            does: (GridKey::WholeColumn, true),
            words: None,
        },
        KeyRow {
            keys: &[(COMMAND_SHIFT, Key::Home)],
            does: (GridKey::Start, true),
            words: Some(say::key_select_cells),
        },
        KeyRow {
            keys: &[(COMMAND_SHIFT, Key::End)],
            does: (GridKey::End, true),
            words: None,
        },
        KeyRow {
            keys: &[(COMMAND, Key::Home)],
            does: (GridKey::Start, false),
            words: Some(say::key_sheet_ends),
        },
        KeyRow {
            keys: &[(COMMAND, Key::End)],
            does: (GridKey::End, false),
            words: None,
        },
        KeyRow {
            keys: &[(SHIFT, Key::ArrowLeft)],
            does: (GridKey::Left, true),
            words: Some(say::key_select_cells),
        },
        KeyRow {
            keys: &[(SHIFT, Key::ArrowRight)],
            does: (GridKey::Right, true),
            words: None,
        },
        KeyRow {
            keys: &[(SHIFT, Key::ArrowUp)],
            does: (GridKey::Up, true),
            words: None,
        },
        KeyRow {
            keys: &[(SHIFT, Key::ArrowDown)],
            does: (GridKey::Down, true),
            words: None,
        },
        KeyRow {
            keys: &[(SHIFT, Key::PageUp)],
            does: (GridKey::PageUp, true),
            words: None,
        },
        KeyRow {
            keys: &[(SHIFT, Key::PageDown)],
            does: (GridKey::PageDown, true),
            words: None,
        },
        KeyRow {
            keys: &[(SHIFT, Key::Home)],
            does: (GridKey::RowStart, true),
            words: None,
        },
        KeyRow {
            keys: &[(SHIFT, Key::End)],
            does: (GridKey::RowEnd, true),
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::ArrowLeft)],
            does: (GridKey::Left, false),
            words: Some(say::key_cell_to_cell),
        },
        KeyRow {
            keys: &[(NONE, Key::ArrowRight)],
            does: (GridKey::Right, false),
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::ArrowUp)],
            does: (GridKey::Up, false),
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::ArrowDown)],
            does: (GridKey::Down, false),
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::PageUp)],
            does: (GridKey::PageUp, false),
            words: Some(say::key_page),
        },
        KeyRow {
            keys: &[(NONE, Key::PageDown)],
            does: (GridKey::PageDown, false),
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::Home)],
            does: (GridKey::RowStart, false),
            words: Some(say::key_row_ends),
        },
        KeyRow {
            keys: &[(NONE, Key::End)],
            does: (GridKey::RowEnd, false),
            words: None,
        },
    ],
};

/// The keys that take over what was read.
pub const FINISH_KEYS: KeyTable<()> = KeyTable {
    place: say::keys_on_sheet,
    rows: &[KeyRow {
        keys: &[(COMMAND, Key::Enter)],
        does: (),
        words: Some(say::key_import),
    }],
};
