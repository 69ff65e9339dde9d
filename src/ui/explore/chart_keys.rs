//! The keys of a chart that has the keyboard, and of what stands on it.

use egui::{Context, Key, Modifiers};

use crate::ui::kit::{KeyLine, KeyRow, KeyTable};
use crate::words::say;

/// A step on a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChartKey {
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Up.
    Up,
    /// Down.
    Down,
    /// Nothing is to be selected any more.
    Escape,
}

/// What can be done with periods while they are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BrushKey {
    /// One period less, or one more to the left.
    Left,
    /// One period more to the right.
    Right,
    /// Show those chosen.
    Enter,
    /// Choose none.
    Escape,
}

/// What can be done with an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EventKey {
    /// A month earlier.
    Earlier,
    /// A month later.
    Later,
    /// Away with it.
    Remove,
}

/// A step in a table of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellKey {
    /// Within the table.
    To(ChartKey),
    /// To the first of the row.
    RowStart,
    /// To the last of the row.
    RowEnd,
    /// To the first row.
    Top,
    /// To the last row.
    Bottom,
}

const NONE: Modifiers = Modifiers::NONE;

/// The keys of every chart.
pub(super) const CHART_KEYS: KeyTable<ChartKey> = KeyTable {
    place: say::keys_on_chart,
    rows: &[
        KeyRow {
            keys: &[(NONE, Key::ArrowLeft)],
            does: ChartKey::Left,
            words: Some(say::key_value_to_value),
        },
        KeyRow {
            keys: &[(NONE, Key::ArrowRight)],
            does: ChartKey::Right,
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::ArrowUp)],
            does: ChartKey::Up,
            words: Some(say::key_line_to_line),
        },
        KeyRow {
            keys: &[(NONE, Key::ArrowDown)],
            does: ChartKey::Down,
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::Escape)],
            does: ChartKey::Escape,
            words: Some(say::key_select_nothing),
        },
    ],
};

/// The keys by which periods are chosen on a chart of periods.
pub(super) const BRUSH_KEYS: KeyTable<BrushKey> = KeyTable {
    place: say::keys_on_chart,
    rows: &[
        KeyRow {
            keys: &[(Modifiers::SHIFT, Key::ArrowLeft)],
            does: BrushKey::Left,
            words: Some(say::key_choose_periods),
        },
        KeyRow {
            keys: &[(Modifiers::SHIFT, Key::ArrowRight)],
            does: BrushKey::Right,
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::Enter)],
            does: BrushKey::Enter,
            words: Some(say::key_show_periods),
        },
        KeyRow {
            keys: &[(NONE, Key::Escape)],
            does: BrushKey::Escape,
            words: Some(say::key_choose_none),
        },
    ],
};

/// The keys of an event on the time axis.
pub(super) const EVENT_KEYS: KeyTable<EventKey> = KeyTable {
    place: say::keys_on_event,
    rows: &[
        KeyRow {
            keys: &[(NONE, Key::ArrowLeft)],
            does: EventKey::Earlier,
            words: Some(say::key_month),
        },
        KeyRow {
            keys: &[(NONE, Key::ArrowRight)],
            does: EventKey::Later,
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::Delete), (NONE, Key::Backspace)],
            does: EventKey::Remove,
            words: Some(say::key_take_off),
        },
    ],
};

/// The keys of a table of cells.
pub(super) const CELL_KEYS: KeyTable<CellKey> = KeyTable {
    place: say::keys_in_cross_tab,
    rows: &[
        KeyRow {
            keys: &[(NONE, Key::ArrowLeft)],
            does: CellKey::To(ChartKey::Left),
            words: Some(say::key_cell_to_cell),
        },
        KeyRow {
            keys: &[(NONE, Key::ArrowRight)],
            does: CellKey::To(ChartKey::Right),
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::ArrowUp)],
            does: CellKey::To(ChartKey::Up),
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::ArrowDown)],
            does: CellKey::To(ChartKey::Down),
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::Home)],
            does: CellKey::RowStart,
            words: Some(say::key_first_of_row),
        },
        KeyRow {
            keys: &[(NONE, Key::End)],
            does: CellKey::RowEnd,
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::PageUp)],
            does: CellKey::Top,
            words: Some(say::key_first_row),
        },
        KeyRow {
            keys: &[(NONE, Key::PageDown)],
            does: CellKey::Bottom,
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::Escape)],
            does: CellKey::To(ChartKey::Escape),
            words: Some(say::key_select_nothing),
        },
    ],
};

/// All of them as lines of the list of shortcuts.
pub fn chart_key_lines(ctx: &Context) -> Vec<KeyLine> {
    [
        CHART_KEYS.lines(ctx),
        BRUSH_KEYS.lines(ctx),
        EVENT_KEYS.lines(ctx),
        CELL_KEYS.lines(ctx),
    ]
    .concat()
}
