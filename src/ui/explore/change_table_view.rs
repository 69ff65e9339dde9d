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
    /// The measure and the area of the selected row.
    selected: Option<(MeasureKey, String)>,
}

impl ChangeTableViewState {
    fn place(&self, answer: &ChangeTableAnswer) -> Option<usize> {
        let (key, area) = self.selected.as_ref()?;
        let mut rows = answer.rows.iter();
        rows.position(|row| row.key == *key && row.area == *area)
    }

    /// The selected row; where there is none, the one whose printed change is most wrong, else the one that
    /// changed most.
    pub fn row<'a>(&self, answer: &'a ChangeTableAnswer) -> Option<&'a ChangeRow> {
        let place = self.place(answer);
        let selected = place.and_then(|place| answer.rows.get(place));
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
    let shown = state.row(answer).map(|row| (&row.key, &row.area));
    let selected = answer
        .rows
        .iter()
        .position(|row| Some((&row.key, &row.area)) == shown);
    let chosen = marked_view_ui(ui, &mut state.marked, model, selected);
    if let Some(chosen) = chosen {
        let row = chosen.and_then(|index| answer.rows.get(index));
        state.selected = row.map(|row| (row.key.clone(), row.area.clone()));
    }
    let is_copy = |event: &Event| matches!(event, Event::Copy);
    if state.marked.has_focus() && ui.input(|input| input.events.iter().any(is_copy)) {
        actions.send(Action::Copy(cells));
    }
}
