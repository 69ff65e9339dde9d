//! What can be said of the cells that are selected: in a bar under the sheet, and in the menu of the
//! pointer's other button.

use egui::{Label, Response, RichText, Ui};

use super::action::ImportAction;
use super::choices;
use super::sentence::role_word;
use super::shown::Shown;
use super::state::{Extent, Selection};
use crate::base::typeface::Weight;
use crate::data::cell::column_letters;
use crate::import::decisions::{ColumnRole, Decision, RowChoice, TableAnchor, TableChange};
use crate::import::layout::TableLayout;
use crate::ui::action::{Action, Actions};
use crate::ui::fonts::font;
use crate::ui::kit::{Button, Chip, context_menu, menu_heading, menu_item, row_with_ends};
use crate::ui::tokens::tokens;
use crate::words::say;

/// A thing that can be said of a selection: its words, and the step that it is.
struct Saying {
    words: String,
    decisions: Vec<Decision>,
}

/// The bar: the current cell with what it was read as, and what can be said of it.
pub(super) fn bar_ui(ui: &mut Ui, shown: &Shown<'_>, selection: Selection, actions: &mut Actions) {
    let (row, column) = selection.cursor;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let start = |ui: &mut Ui| {
            let cell = shown.cell(row, column).to_string();
            ui.label(RichText::new(cell).font(font(Weight::Bold, tokens(ui).text.body)));
            let words = RichText::new(shown.explained(row, column));
            ui.add(Label::new(words.color(tokens(ui).colours.ink_secondary)).truncate());
        };
        row_with_ends(ui, "what can be said", start, |ui| {
            if let Some(saying) = column_chip(ui, shown, column) {
                say(shown, saying, actions);
            }
            for saying in sayings(shown, selection) {
                let button = Button::secondary(saying.words.clone()).small();
                if ui.add(button).clicked() {
                    say(shown, saying, actions);
                }
            }
        });
    });
}

/// "Column B is Values ▾".
fn column_chip(ui: &mut Ui, shown: &Shown<'_>, column: u32) -> Option<Saying> {
    let (table, layout) = shown
        .tables()
        .iter()
        .find_map(|table| Some((table, table.column(column)?)))
        .filter(|(table, _)| table.left_out.is_none())?;
    let mut roles = choices::column_roles();
    let current = ColumnRole::of(&layout.role);
    let (list, at) = choices::column_role_choices(&mut roles, current.as_ref());
    let letters = column_letters(column);
    let chip = Chip::new(say::column_is(&letters), role_word(&layout.role), &list);
    let chosen = chip.current(at).small().ui(ui).chosen;
    let (words, role) = roles.get(chosen?)?;
    let change = TableChange::Column(column, role.clone());
    Some(Saying {
        words: say::ColumnSaid {
            column: &letters,
            role: *words,
        }
        .say(),
        decisions: vec![shown.about(table.anchor, change)],
    })
}

/// The menu of the pointer's other button.
pub(super) fn menu_ui(
    cells: &Response,
    shown: &Shown<'_>,
    selection: Option<Selection>,
    actions: &mut Actions,
) {
    let Some(selection) = selection else {
        return;
    };
    context_menu(cells, say::cells_menu(), 250.0, |ui| {
        for saying in sayings(shown, selection) {
            if menu_item(ui, Button::quiet(saying.words.clone())).clicked() {
                say(shown, saying, actions);
            }
        }
        let (row, column) = selection.cursor;
        if menu_item(ui, Button::quiet(say::copy())).clicked() {
            actions.send(Action::Copy(copied(shown, selection)));
        }
        let table = shown.table_near(Some((row, column)));
        let Some(table) = table.filter(|table| table.column(column).is_some()) else {
            return;
        };
        let letters = column_letters(column);
        menu_heading(ui, &say::column_is_what(&letters));
        for (words, role) in choices::column_roles() {
            // The rest is in the list of the bar under the sheet.
            if matches!(
                role,
                ColumnRole::LeaveOut
                    | ColumnRole::Cohort(_)
                    | ColumnRole::Status
                    | ColumnRole::AreaCode(_)
            ) {
                continue;
            }
            if menu_item(ui, Button::quiet(words)).clicked() {
                let change = TableChange::Column(column, role);
                let saying = Saying {
                    words: say::ColumnSaid {
                        column: &letters,
                        role: words,
                    }
                    .say(),
                    decisions: vec![shown.about(table.anchor, change)],
                };
                say(shown, saying, actions);
            }
        }
    });
}

fn say(shown: &Shown<'_>, saying: Saying, actions: &mut Actions) {
    actions.send(Action::Import(ImportAction::Decide {
        workbook: shown.workbook,
        label: saying.words,
        decisions: saying.decisions,
    }));
}

/// What can be said of a selection besides what its column is.
fn sayings(shown: &Shown<'_>, selection: Selection) -> Vec<Saying> {
    let (row, column) = selection.cursor;
    let rows: Vec<u32> = selection.rows().collect();
    let table = shown.tables().iter().find(|table| table.holds(row, column));
    let mut sayings = Vec::new();
    if selection.extent != Extent::Columns && rows.len() <= 5 {
        sayings.extend(heading_saying(shown, table, &rows, column));
    }
    let Some(table) = table else {
        return sayings;
    };
    let said = |words: String, change: TableChange| Saying {
        words,
        decisions: vec![shown.about(table.anchor, change)],
    };
    let body: Vec<u32> = rows
        .iter()
        .copied()
        .filter(|row| (table.top..table.bottom).contains(row))
        .collect();
    if selection.extent != Extent::Columns && !body.is_empty() {
        let are_out = body.iter().all(|row| table.rows_left_out.contains(row));
        let row = |row: &u32| (u64::from(*row) + 1).to_string();
        let (words, choice) = match (body.as_slice(), are_out) {
            ([one], true) => (say::take_in_row(row(one)), RowChoice::TakeIn),
            (several, true) => (say::take_in_rows(several.len()), RowChoice::TakeIn),
            ([one], false) => (say::leave_out_row(row(one)), RowChoice::LeaveOut),
            (several, false) => (say::leave_out_rows(several.len()), RowChoice::LeaveOut),
        };
        sayings.push(said(words, TableChange::Rows(body, choice)));
    }
    if selection.extent != Extent::Rows {
        let columns: Vec<u32> = selection
            .columns()
            .filter(|column| table.column(*column).is_some())
            .collect();
        let changes = columns.iter().map(|column| {
            shown.about(
                table.anchor,
                TableChange::Column(*column, ColumnRole::LeaveOut),
            )
        });
        let words = match columns.as_slice() {
            [] => return sayings,
            [one] => say::leave_out_column(column_letters(*one)),
            several => say::leave_out_columns(several.len()),
        };
        sayings.push(Saying {
            words,
            decisions: changes.collect(),
        });
    }
    sayings
}

/// "Heading row": of the table at or below the rows, or of one that was not found.
fn heading_saying(
    shown: &Shown<'_>,
    table: Option<&TableLayout>,
    rows: &[u32],
    column: u32,
) -> Option<Saying> {
    let last = rows.last().copied()?;
    let below = || {
        shown.tables().iter().find(|table| {
            table.top > last && table.top <= last + 3 && (table.left..table.right).contains(&column)
        })
    };
    let table = table.or_else(below);
    if table.is_some_and(|table| table.headings == rows) {
        return None;
    }
    let anchor = table.map_or(
        TableAnchor {
            row: last + 1,
            column,
        },
        |table| table.anchor,
    );
    let words = match rows {
        [_] => say::heading_row(),
        _ => say::heading_rows(),
    };
    let mut decisions = vec![shown.about(anchor, TableChange::Headings(rows.to_vec()))];
    // Where somebody points at the headings, there are figures below them.
    if table.is_none_or(|table| table.left_out.is_some()) {
        decisions.push(shown.about(anchor, TableChange::Take(true)));
    }
    Some(Saying {
        words: words.to_owned(),
        decisions,
    })
}

/// The selected cells as text that Excel takes as cells; at most as many as fit the clipboard.
fn copied(shown: &Shown<'_>, selection: Selection) -> String {
    const MOST_ROWS: usize = 10_000;
    let columns = match selection.extent {
        Extent::Rows => 0..=shown.grid.column_count().saturating_sub(1),
        _ => selection.columns(),
    };
    let rows = match selection.extent {
        Extent::Columns => 0..=shown.grid.row_count().saturating_sub(1),
        _ => selection.rows(),
    };
    let lines: Vec<String> = rows
        .take(MOST_ROWS)
        .map(|row| {
            let cells: Vec<String> = columns
                .clone()
                .map(|column| shown.text(row, column))
                .collect();
            cells.join("\t")
        })
        .collect();
    lines.join("\n")
}
