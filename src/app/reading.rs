//! What is only read, over whatever screen it was asked for on: the list of shortcuts, and the values of the chart.

use egui::Context;

use super::picture::{self, Look};
use super::program::Program;
use crate::export;
use crate::ui::action::Actions;
use crate::ui::kit::Tone;
use crate::ui::shortcuts::{ShortcutsState, shortcuts_dialog_ui};
use crate::ui::values::{ValuesOnShow, values_dialog_ui};
use crate::words::say;

/// What is on show to be read.
#[derive(Debug, Default)]
pub(super) struct Reading {
    shortcuts: Option<ShortcutsState>,
    values: Option<ValuesOnShow>,
}

impl Program {
    /// Shows the list of shortcuts.
    pub(super) fn show_shortcuts(&mut self) {
        self.reading.shortcuts = Some(ShortcutsState::default());
    }

    /// Shows the values of the chart on show, as they may leave the program.
    pub(super) fn show_values(&mut self) {
        let Some((answer, view, brand)) = self.chart_on_show() else {
            self.note(Tone::Neutral, say::nothing_to_show_values());
            return;
        };
        match picture::publishable(&answer, (&view, &brand), Look::default()) {
            Ok(chart) => {
                let contents = chart.contents();
                let title = contents.words.title.clone();
                let cells = export::cells(&chart);
                let values = ValuesOnShow::new(title, contents.table.clone(), cells);
                self.reading.values = Some(values);
            }
            Err(error) => self.problem(say::values_not_shown(), &error.to_string()),
        }
    }

    /// Draws what is on show.
    pub(super) fn reading_ui(&mut self, ctx: &Context, actions: &mut Actions) {
        values_dialog_ui(ctx, &mut self.reading.values, actions);
        shortcuts_dialog_ui(ctx, &mut self.reading.shortcuts);
    }
}
