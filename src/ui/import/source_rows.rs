//! The rows behind a value: the workbook as it was imported, with the cells that the value came from marked.
//! To be looked at; nothing can be said of it here.

use std::collections::BTreeSet;

use egui::{Frame, Id, Label, Margin, Panel, RichText, Ui, vec2};

use super::draft::ImportDraft;
use super::shown::Shown;
use super::state::ImportState;
use super::{grid_view, sheets};
use crate::analysis::Provenance;
use crate::base::typeface::Weight;
use crate::data::{CellRef, SourceId};
use crate::ui::action::{Action, Actions};
use crate::ui::fonts::font;
use crate::ui::kit::{Button, Card, Pane, Panes, Wordmark, begin_pane, row_with_ends, tall};
use crate::ui::tokens::tokens;
use crate::words::{self, say};

const BAR: f32 = 51.0;
const LEFT: (f32, f32) = (264.0, 220.0);
const NARROW: f32 = 1200.0;
/// The least height of the value and its sheet, under which they scroll.
const LEAST_HEIGHT: f32 = 320.0;
/// The height of what the selected cell was read as, under the sheet.
const CELL_BAR: f32 = 34.0;

/// Cells of a workbook that are to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowsWanted {
    /// The workbook.
    pub source: SourceId,
    /// Its name.
    pub file_name: String,
    /// The day it was imported.
    pub imported_on: jiff::civil::Date,
    /// The cells, of which the first is shown first.
    pub cells: Vec<CellRef>,
    /// The value that came from them: "Women · 2021 · 54.0%".
    pub value: String,
}

impl RowsWanted {
    /// The cells that a value came from; `None` where it came from none.
    pub fn behind(provenance: &Provenance, value: impl Into<String>) -> Option<Self> {
        let source = &provenance.source;
        (!provenance.cells.is_empty()).then(|| Self {
            source: source.id.clone(),
            file_name: source.file_name.clone(),
            imported_on: source.imported_on,
            cells: provenance.cells.clone(),
            value: value.into(),
        })
    }
}

/// A workbook whose cells are on show.
#[derive(Debug)]
pub struct RowsOnShow {
    wanted: RowsWanted,
    draft: ImportDraft,
    /// Whether what was said of it at the import is no longer known, so that it reads otherwise now.
    reads_otherwise: bool,
    state: ImportState,
    /// Which of the cells is shown.
    place: usize,
}

impl RowsOnShow {
    /// A workbook with its first cell in view.
    pub fn new(wanted: RowsWanted, draft: ImportDraft, reads_otherwise: bool) -> Self {
        let mut rows = Self {
            wanted,
            draft,
            reads_otherwise,
            state: ImportState::default(),
            place: 0,
        };
        rows.show(0);
        rows
    }

    /// Shows one of the cells.
    fn show(&mut self, place: usize) {
        if let Some(cell) = self.wanted.cells.get(place) {
            self.place = place;
            let sheet = usize::from(cell.sheet.0);
            self.state.show_cell(0, sheet, cell.row, cell.column);
        }
    }

    /// The marked cells of the sheet on show.
    fn marked(&self) -> BTreeSet<(u32, u32)> {
        let cells = self.wanted.cells.iter();
        cells
            .filter(|cell| usize::from(cell.sheet.0) == self.state.sheet)
            .map(|cell| (cell.row, cell.column))
            .collect()
    }
}

/// Draws the rows over the whole window.
pub fn source_rows_ui(ui: &mut Ui, rows: &mut RowsOnShow, actions: &mut Actions) {
    let colours = &tokens(ui).colours;
    bar_ui(ui, rows, actions);
    let is_narrow = ui.available_width() < NARROW;
    let width = if is_narrow { LEFT.1 } else { LEFT.0 };
    let side = Frame::new().fill(colours.card);
    let margin = Margin::symmetric(20, 16);
    let middle = Frame::new().fill(colours.ground).inner_margin(margin);
    let panes = Panes::new(Id::unique("panes of the rows"), say::pane_sheet(), middle);
    panes
        .left(say::pane_sheets(), width, side)
        .ui(ui, |ui, pane| {
            if pane == Pane::Left {
                sheets::sheets_ui(ui, std::slice::from_ref(&rows.draft), &mut rows.state);
                return;
            }
            tall(ui, LEAST_HEIGHT, |ui| {
                ui.spacing_mut().item_spacing.y = 12.0;
                value_ui(ui, rows);
                sheet_ui(ui, rows);
            });
        });
}

/// The workbook, and the way back.
fn bar_ui(ui: &mut Ui, rows: &RowsOnShow, actions: &mut Actions) {
    let frame = Frame::new()
        .fill(tokens(ui).colours.card)
        .inner_margin(Margin::symmetric(16, 0));
    Panel::top("bar of the rows")
        .exact_size(BAR)
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            begin_pane(ui, Id::unique("bar of the rows"), ui.max_rect());
            ui.horizontal_centered(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                ui.add(Wordmark::sign());
                let start = |ui: &mut Ui| {
                    let wanted = &rows.wanted;
                    let day = words::date(wanted.imported_on);
                    let words = say::RowsImportedOn {
                        file: &wanted.file_name,
                        day,
                    }
                    .say();
                    let words = RichText::new(words).color(tokens(ui).colours.ink_secondary);
                    ui.add(Label::new(words).truncate());
                };
                row_with_ends(ui, "way back", start, |ui| {
                    let back = Button::primary(say::back_to_chart()).shortcut("Esc");
                    if ui.add(back).clicked() {
                        actions.send(Action::LeaveRows);
                    }
                });
            });
        });
}

/// Which value it is, and from which of its cells to the next.
fn value_ui(ui: &mut Ui, rows: &mut RowsOnShow) {
    let count = rows.wanted.cells.len();
    let last = count.saturating_sub(1);
    let mut place = rows.place;
    Card::new().show(ui, |ui| {
        let start = |ui: &mut Ui| {
            let lead = tokens(ui).text.lead;
            let words = RichText::new(&rows.wanted.value);
            let words = words.font(font(Weight::SemiBold, lead));
            ui.add(Label::new(words).truncate());
        };
        row_with_ends(ui, "cells of the value", start, |ui| {
            if count > 1 {
                ui.spacing_mut().item_spacing.x = 8.0;
                ui.label(
                    say::RowsCellOf {
                        place: rows.place + 1,
                        count,
                    }
                    .say(),
                );
                let previous = Button::secondary(say::rows_previous()).small();
                if ui.add_enabled(place > 0, previous).clicked() {
                    place = place.saturating_sub(1);
                }
                let next = Button::secondary(say::rows_next()).small();
                if ui.add_enabled(place < last, next).clicked() {
                    place += 1;
                }
            }
        });
        if rows.reads_otherwise {
            let words = say::rows_read_otherwise();
            let words = RichText::new(words).size(tokens(ui).text.small);
            ui.add(Label::new(words.color(tokens(ui).colours.ink_secondary)).wrap());
        }
    });
    if place != rows.place {
        rows.show(place);
    }
}

fn sheet_ui(ui: &mut Ui, rows: &mut RowsOnShow) {
    rows.state.view.marked = rows.marked();
    let Some(shown) = Shown::of(&rows.draft, 0, rows.state.sheet) else {
        Card::new().show(ui, |ui| ui.label(say::rows_no_cells()));
        return;
    };
    let view = &mut rows.state.view;
    let room = ui.available_height() - CELL_BAR - 4.0;
    Card::new().padding(vec2(1.0, 1.0)).show(ui, |ui| {
        let size = vec2(ui.available_width(), room.max(120.0));
        ui.allocate_ui(size, |ui| {
            ui.set_min_size(size);
            grid_view::grid_ui(ui, &shown, view);
        });
        let padding = Margin::symmetric(12, 4);
        Frame::new().inner_margin(padding).show(ui, |ui| {
            ui.set_height(CELL_BAR - 8.0);
            let Some(selected) = view.selection else {
                return;
            };
            let (row, column) = selected.cursor;
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                let cell = RichText::new(shown.cell(row, column).to_string());
                ui.label(cell.font(font(Weight::Bold, tokens(ui).text.body)));
                let words = RichText::new(shown.explained(row, column));
                ui.add(Label::new(words.color(tokens(ui).colours.ink_secondary)).truncate());
            });
        });
    });
}
