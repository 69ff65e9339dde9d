//! The sentence over the three rankings: "Rank … in … for … by number, harm and concern".

use egui::Ui;

use super::change_table_sentence::{area_chip, period_chip, rows_chip};
use crate::analysis::HarmAnswer;
use crate::project::{ChangeTableSpec, Edit};
use crate::ui::action::Actions;
use crate::ui::kit::sentence;
use crate::words::say;

/// Draws the sentence; table, area and period are those of the change table.
pub(super) fn harm_sentence_ui(
    ui: &mut Ui,
    answer: &HarmAnswer,
    spec: &ChangeTableSpec,
    actions: &mut Actions,
) {
    let mut scope = spec.scope.clone();
    sentence(ui, |ui| {
        ui.label(say::harm_rank());
        rows_chip(ui, &answer.table, &mut scope);
        area_chip(ui, &answer.table, &mut scope);
        period_chip(ui, &answer.table, &mut scope);
        ui.label(match answer.concerns {
            Some(_) => say::harm_by_three(),
            None => say::harm_by_two(),
        });
    });
    if scope != spec.scope {
        actions.edit(Edit::SetChangeTable(ChangeTableSpec {
            scope,
            ..spec.clone()
        }));
    }
}
