//! The change table in its card: its rows by pointer and keyboard, and as cells for Excel.

use egui::{Event, Ui};

use super::marked_view::{MarkedViewState, marked_view_ui};
use crate::analysis::change_table::ChangeRow;
use crate::analysis::{ChangeTableAnswer, MeasureKey};
use crate::chart::ChangeTableModel;
use crate::chart::wording::change_table::largest_clear;
use crate::project::ChangeTableSpec;
use crate::ui::action::{Action, Actions};

/// The change table as it was drawn last.
#[derive(Debug, Default)]
pub struct ChangeTableViewState {
    marked: MarkedViewState<ChangeTableModel>,
    selected: Option<MeasureKey>,
}

impl ChangeTableViewState {
    /// The selected row; where there is none, the one whose printed change is most wrong, else the one that
    /// changed most.
    pub fn row<'a>(&self, answer: &'a ChangeTableAnswer) -> Option<&'a ChangeRow> {
        let key = self.selected.as_ref();
        let selected = key.and_then(|key| answer.rows.iter().find(|row| row.key == *key));
        selected
            .or_else(|| most_wrong(answer))
            .or_else(|| largest_clear(answer))
            .or_else(|| answer.rows.first())
    }
}

/// The row whose printed change in per cent or points is furthest from what its cells give.
fn most_wrong(answer: &ChangeTableAnswer) -> Option<&ChangeRow> {
    let wrong = answer.rows.iter().filter_map(|row| {
        let figure = &row.printed.as_ref()?.figure;
        (!figure.is_right()).then(|| (row, (figure.value - figure.right).abs()))
    });
    wrong
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
        .map(|(row, _)| row)
}

/// Draws the table's card and under it what it shows in words.
pub(super) fn change_table_view_ui(
    ui: &mut Ui,
    answer: &ChangeTableAnswer,
    spec: &ChangeTableSpec,
    state: &mut ChangeTableViewState,
    actions: &mut Actions,
) {
    let model = ChangeTableModel::new(answer, spec);
    let cells = model.cells();
    let shown = state.row(answer).map(|row| row.key.clone());
    let selected = answer
        .rows
        .iter()
        .position(|row| Some(&row.key) == shown.as_ref());
    let chosen = marked_view_ui(ui, &mut state.marked, model, selected);
    if let Some(chosen) = chosen {
        let row = chosen.and_then(|index| answer.rows.get(index));
        state.selected = row.map(|row| row.key.clone());
    }
    let is_copy = |event: &Event| matches!(event, Event::Copy);
    if state.marked.has_focus() && ui.input(|input| input.events.iter().any(is_copy)) {
        actions.send(Action::Copy(cells));
    }
}
