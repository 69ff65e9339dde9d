//! The import screen as a whole: what a partner sent, as it is and as it is understood, before anything of
//! it enters the project.

use egui::{Frame, Id, Label, Margin, Panel, RichText, Ui, vec2};

use super::action::ImportAction;
use super::contents::contents;
use super::draft::ImportDraft;
use super::grid_keys::FINISH_KEYS;
use super::shown::Shown;
use super::state::ImportState;
use super::{grid_view, preview, questions, remember, selection, sentence, sheets};
use crate::import::workbook::SheetFault;
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::kit::{
    Button, Card, Pane, Panes, Squeeze, Wordmark, bar_with_ends, begin_pane, tall,
};
use crate::ui::tokens::tokens;
use crate::words::say;

const BAR: f32 = 51.0;
/// The room that the name of the workbook has at the least.
const LEAST_NAME: f32 = 64.0;
/// The least height of the sentence, the sheet and the preview, under which they scroll.
const LEAST_HEIGHT: f32 = 480.0;
const LEFT: (f32, f32) = (264.0, 220.0);
const RIGHT: (f32, f32) = (300.0, 260.0);
const NARROW: f32 = 1200.0;
/// The height of the preview, in a tall and in a low window.
const PREVIEW: (f32, f32) = (184.0, 136.0);
const LOW: f32 = 800.0;

/// Draws the screen over the whole window.
pub fn import_ui(
    ui: &mut Ui,
    drafts: &[ImportDraft],
    this_year: i16,
    state: &mut ImportState,
    actions: &mut Actions,
) {
    let colours = &tokens(ui).colours;
    bar_ui(ui, drafts, state, actions);
    let is_narrow = ui.available_width() < NARROW;
    let pick = |(roomy, narrow): (f32, f32)| if is_narrow { narrow } else { roomy };
    let side = Frame::new().fill(colours.card);
    let margin = Margin::symmetric(20, 16);
    let middle = Frame::new().fill(colours.ground).inner_margin(margin);
    let id = Id::unique("panes of the import");
    let mut panes =
        Panes::new(id, say::pane_sheet(), middle).left(say::pane_sheets(), pick(LEFT), side);
    if drafts.get(state.workbook).is_some() {
        let margin = Margin {
            left: 16,
            right: 12,
            top: 16,
            bottom: 12,
        };
        panes = panes.right(say::pane_to_check(), pick(RIGHT), side.inner_margin(margin));
    }
    let place = |state: &ImportState| (state.workbook, state.sheet, state.view.selection);
    let before = place(state);
    panes.ui(ui, |ui, pane| {
        if pane == Pane::Left {
            sheets::sheets_ui(ui, drafts, state);
            return;
        }
        let Some(draft) = drafts.get(state.workbook) else {
            return;
        };
        if pane == Pane::Right {
            questions::questions_ui(ui, draft, state, actions);
            return;
        }
        tall(ui, LEAST_HEIGHT, |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            match Shown::of(draft, state.workbook, state.sheet) {
                Some(shown) => sheet_ui(ui, &shown, this_year, state, actions),
                None => no_cells_ui(ui, draft, state),
            }
        });
    });
    // A sheet or cell that was gone to is shown, where there is room for one pane alone.
    if place(state) != before {
        Panes::choose(ui.ctx(), id, Pane::Middle);
    }
}

/// What is being imported, and the two ways out.
fn bar_ui(ui: &mut Ui, drafts: &[ImportDraft], state: &ImportState, actions: &mut Actions) {
    let card = tokens(ui).colours.card;
    let frame = Frame::new()
        .fill(card)
        .inner_margin(Margin::symmetric(16, 0));
    Panel::top("import bar")
        .exact_size(BAR)
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            begin_pane(ui, Id::unique("import bar"), ui.max_rect());
            ui.horizontal_centered(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                ui.add(Wordmark::sign());
                let what = match drafts {
                    [one] => say::import_one(&one.file.file_name),
                    several => say::import_several(several.len()),
                };
                let what = RichText::new(what).color(tokens(ui).colours.ink_secondary);
                let start = |ui: &mut Ui| {
                    ui.add(Label::new(what).truncate());
                };
                bar_with_ends(ui, "ways out", LEAST_NAME, start, |ui, squeeze| {
                    ways_out_ui(ui, drafts, state, squeeze, actions);
                });
            });
        });
}

/// Undo, leaving, and taking it all over.
fn ways_out_ui(
    ui: &mut Ui,
    drafts: &[ImportDraft],
    state: &ImportState,
    squeeze: Squeeze,
    actions: &mut Actions,
) {
    let has_keys = squeeze == Squeeze::Nothing;
    let keys = |words: &'static str| if has_keys { words } else { "" };
    let draft = drafts.get(state.workbook);
    let undo = Button::quiet(say::command_undo()).shortcut(keys("Ctrl+Z"));
    if draft.is_some_and(|draft| draft.undo_label().is_some()) && ui.add(undo).clicked() {
        actions.run(Command::Undo);
    }
    if draft.is_some_and(|draft| draft.redo_label().is_some())
        && ui.add(Button::quiet(say::command_redo())).clicked()
    {
        actions.run(Command::Redo);
    }
    if ui
        .add(Button::secondary(say::cancel()).shortcut(keys("Esc")))
        .clicked()
    {
        actions.send(Action::Import(ImportAction::Cancel));
    }
    let sources: Vec<_> = drafts
        .iter()
        .map(|draft| draft.read.reading.source.clone())
        .collect();
    let brought = contents(&sources);
    let words = if brought.is_empty() {
        say::import_nothing().to_owned()
    } else {
        say::import_contents(brought.join(", "))
    };
    let import = if squeeze == Squeeze::AllButTheMost {
        Button::primary(say::import_short()).named(words)
    } else {
        Button::primary(words)
    };
    let import = import.shortcut(keys("Ctrl+Enter"));
    let behind = drafts.iter().any(ImportDraft::is_behind);
    let is_ready = !brought.is_empty() && !behind;
    let pressed = is_ready && FINISH_KEYS.pressed(ui).is_some();
    if ui.add_enabled(is_ready, import).clicked() || pressed {
        actions.send(Action::Import(ImportAction::Finish));
    }
}

/// The sentence, the sheet and the preview.
fn sheet_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    this_year: i16,
    state: &mut ImportState,
    actions: &mut Actions,
) {
    let at = state.view.selection.map(|selection| selection.cursor);
    let table = shown.table_near(at);
    Card::new().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        sentence::sentence_ui(ui, shown, table, this_year, actions);
        remember::remember_ui(ui, shown.draft, shown.workbook, actions);
    });
    let (tall, low) = PREVIEW;
    let preview = if ui.ctx().content_rect().height() < LOW {
        low
    } else {
        tall
    };
    let bar = 34.0;
    let room = ui.available_height() - preview - bar - 24.0;
    Card::new().padding(vec2(1.0, 1.0)).show(ui, |ui| {
        let size = vec2(ui.available_width(), room.max(120.0));
        let cells = ui
            .allocate_ui(size, |ui| {
                ui.set_min_size(size);
                grid_view::grid_ui(ui, shown, &mut state.view)
            })
            .inner;
        selection::menu_ui(&cells, shown, state.view.selection, actions);
        let padding = Margin::symmetric(12, 4);
        Frame::new().inner_margin(padding).show(ui, |ui| {
            ui.set_height(bar - 8.0);
            if let Some(selected) = state.view.selection {
                selection::bar_ui(ui, shown, selected, actions);
            } else {
                let words =
                    RichText::new(say::import_hint()).color(tokens(ui).colours.ink_secondary);
                ui.add(Label::new(words).truncate());
            }
        });
    });
    Card::new().padding(vec2(14.0, 8.0)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.set_height(ui.available_height() - 12.0);
        preview::preview_ui(ui, shown, state);
    });
}

fn no_cells_ui(ui: &mut Ui, draft: &ImportDraft, state: &ImportState) {
    let sheet = draft.file.workbook.sheets.get(state.sheet);
    let words = match sheet.map(|sheet| &sheet.grid) {
        Some(Err(SheetFault::Damaged(reason))) => say::sheet_damaged_help(reason),
        _ => say::sheet_chart().to_owned(),
    };
    Card::new().show(ui, |ui| {
        ui.label(words);
    });
}
