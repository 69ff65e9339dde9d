//! The panel beside a change table: Figure Check, how the selected row's printed change came about, what is
//! shown, and what can be taken along.

use egui::{CornerRadius, Frame, Margin, RichText, ScrollArea, Stroke, Ui};

use super::change_table_view::ChangeTableViewState;
use super::rows_behind::{of_change_row, rows_link_ui};
use super::state::ExploreTab;
use super::tab_words::tab_words_ui;
use crate::analysis::ChangeTableAnswer;
use crate::analysis::change_table::ChangeRow;
use crate::base::typeface::Weight;
use crate::chart::ChangeTableModel;
use crate::chart::wording::{change_table as words, figure_check};
use crate::project::{ChangeTableSpec, Edit};
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::fonts::font;
use crate::ui::kit::{Button, Checkbox, KeyValueRow, SectionHeading};
use crate::ui::tokens::tokens;
use crate::words::say;

/// Draws the panel.
pub(super) fn change_table_panel_ui(
    ui: &mut Ui,
    answer: &ChangeTableAnswer,
    spec: &ChangeTableSpec,
    state: &ChangeTableViewState,
    actions: &mut Actions,
) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let lead = tokens(ui).text.lead;
        let heading = RichText::new(say::check_title()).font(font(Weight::SemiBold, lead));
        ui.label(heading);
        ui.add_space(tokens(ui).space.small);
        verdict_ui(ui, answer);
        if let Some(row) = state.row(answer) {
            row_ui(ui, answer, row);
            rows_link_ui(ui, of_change_row(answer, row), actions);
        }
        show_ui(ui, answer, spec, actions);
        tab_words_ui(ui, ExploreTab::ChangeTable, None);
        ui.add(SectionHeading::new(say::panel_take()));
        if let Some(note) = figure_check::note_to_sender(answer) {
            let button = ui.add(Button::secondary(say::check_note()).full_width());
            if button.on_hover_text(say::check_note_does()).clicked() {
                actions.send(Action::Copy(note));
            }
            ui.add_space(tokens(ui).space.small);
        }
        let copy = ui.add(Button::secondary(say::panel_copy_table()).full_width());
        if copy.on_hover_text(say::values_copy_does()).clicked() {
            let model = ChangeTableModel::new(answer, spec);
            actions.send(Action::Copy(model.cells()));
        }
        ui.add_space(tokens(ui).space.small);
        let shortcut = Command::SavePicture.shortcut_text(ui.ctx());
        let save = Button::secondary(Command::SavePicture.text())
            .shortcut(shortcut)
            .full_width();
        if ui
            .add(save)
            .on_hover_text(Command::SavePicture.tooltip())
            .clicked()
        {
            actions.run(Command::SavePicture);
        }
    });
}

/// How many printed changes are wrong, and why most of them are.
fn verdict_ui(ui: &mut Ui, answer: &ChangeTableAnswer) {
    let tokens = tokens(ui);
    let Some(summary) = figure_check::summary_spoken(&answer.printed) else {
        let words = RichText::new(say::check_none_printed()).color(tokens.colours.ink_secondary);
        ui.label(words);
        return;
    };
    let is_wrong = answer.printed.wrong > 0;
    let edge = if is_wrong {
        tokens.colours.bad
    } else {
        tokens.colours.good
    };
    let frame = Frame::new()
        .fill(tokens.colours.card)
        .stroke(Stroke::new(1.0, tokens.colours.rule))
        .corner_radius(CornerRadius::same(6))
        .inner_margin(Margin {
            left: 16,
            right: 12,
            top: 10,
            bottom: 10,
        });
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let size = tokens.text.body;
        ui.label(RichText::new(summary).font(font(Weight::SemiBold, size)));
        if let Some(cause) = figure_check::main_cause(&answer.printed) {
            ui.label(cause);
        }
    });
    let mut bar = shown.response.rect;
    bar.set_right(bar.left() + 4.0);
    ui.painter().rect_filled(bar, CornerRadius::same(2), edge);
}

/// The selected row: its printed change and how that came about, else its own figures.
fn row_ui(ui: &mut Ui, answer: &ChangeTableAnswer, row: &ChangeRow) {
    let Some(printed) = &row.printed else {
        ui.add(SectionHeading::new(&row.name));
        for line in words::row_lines(answer, row, None).iter().skip(1) {
            ui.label(line);
        }
        return;
    };
    let heading = format!("{} · {}", row.name, printed.figure.cell);
    ui.add(SectionHeading::new(&heading));
    for (name, value) in figure_check::how_it_came_about(printed) {
        ui.add(KeyValueRow::new(&name, &value));
    }
    ui.add_space(tokens(ui).space.small);
    let secondary = tokens(ui).colours.ink_secondary;
    let verdict = match &printed.figure.why {
        None => say::check_agrees().to_owned(),
        Some(why) => crate::base::text::upper_first(&why.words()),
    };
    ui.label(RichText::new(verdict).color(secondary));
    let cell = printed.source.describe_cell(printed.figure.cell);
    ui.label(RichText::new(cell).color(secondary));
}

/// What of the table is shown.
fn show_ui(ui: &mut Ui, answer: &ChangeTableAnswer, spec: &ChangeTableSpec, actions: &mut Actions) {
    let mut changed = spec.clone();
    ui.add(SectionHeading::new(say::panel_show()));
    ui.add(Checkbox::new(
        &mut changed.show_worked_out,
        say::check_worked_out(),
    ));
    if answer.printed.printed > 0 {
        ui.add(Checkbox::new(
            &mut changed.show_printed,
            say::check_printed(),
        ));
    }
    if changed != *spec {
        actions.edit(Edit::SetChangeTable(changed));
    }
}
