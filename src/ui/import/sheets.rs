//! The left of the import screen: the sheets with what became of them, and the key to the colours.

use egui::{CornerRadius, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::draft::ImportDraft;
use super::grid_view::{fill_of, stripes};
use super::shown::{Shown, role_words};
use super::state::ImportState;
use crate::base::typeface::Weight;
use crate::import::CellRole;
use crate::import::layout::{Role, ValueLayout};
use crate::import::workbook::SheetFault;
use crate::ui::fonts::font;
use crate::ui::kit::{Badge, ListRow, SectionHeading, Tone, text};
use crate::ui::tokens::tokens;
use crate::words::say;

const INSET: f32 = 16.0;
const KEY_ROW: f32 = 26.0;

/// Draws the list and the key.
pub(super) fn sheets_ui(ui: &mut Ui, drafts: &[ImportDraft], state: &mut ImportState) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.add_space(8.0);
        for (workbook, draft) in drafts.iter().enumerate() {
            let heading = if drafts.len() == 1 {
                say::pane_sheets()
            } else {
                &draft.file.file_name
            };
            ui.add(SectionHeading::new(heading).inset(INSET));
            ui.push_id(workbook, |ui| {
                for sheet in 0..draft.file.workbook.sheets.len() {
                    sheet_ui(ui, draft, workbook, sheet, state);
                }
            });
            ui.add_space(8.0);
        }
        ui.add(SectionHeading::new(say::key_title()).inset(INSET));
        key_ui(ui, drafts, state);
    });
}

fn sheet_ui(
    ui: &mut Ui,
    draft: &ImportDraft,
    workbook: usize,
    sheet: usize,
    state: &mut ImportState,
) {
    let Some(held) = draft.file.workbook.sheets.get(sheet) else {
        return;
    };
    let name = match held.name.as_str() {
        "" => draft.file.file_name.as_str(),
        name => name,
    };
    let is_on = (state.workbook, state.sheet) == (workbook, sheet);
    let row = ListRow::new(name).selected(is_on);
    let row = match (&held.grid, Shown::of(draft, workbook, sheet)) {
        (Err(SheetFault::NoCells), _) => row.muted().trailing(say::sheet_no_cells()),
        (Err(SheetFault::Damaged(_)), _) | (_, None) => {
            row.badge(Badge::new(say::sheet_damaged(), Tone::Warning))
        }
        (Ok(_), Some(shown)) => described(row, &shown),
    };
    if ui.add(row).clicked() {
        state.show_sheet(workbook, sheet);
    }
}

fn described<'a>(row: ListRow<'a>, shown: &Shown<'_>) -> ListRow<'a> {
    let reading = &shown.draft.read.reading;
    let questions = shown.questions().count();
    let said = shown.draft.decisions().sheets.get(shown.grid.name());
    let Some(summary) = reading.sheets.get(shown.sheet) else {
        return row.muted();
    };
    if questions > 0 {
        return row.badge(Badge::new(say::sheet_to_check(questions), Tone::Warning));
    }
    match summary.values_read {
        _ if said.is_some_and(|said| said.leave_out) => row.muted().trailing(say::sheet_left_out()),
        0 if summary.account.cells == 0 => row.muted().trailing(say::sheet_empty()),
        0 if summary.account.notes > 0 && summary.tables == 0 => {
            row.muted().trailing(say::sheet_notes())
        }
        0 => row.muted().trailing(say::sheet_nothing()),
        values => row.badge(Badge::new(say::count_values(values), Tone::Good)),
    }
}

/// The colours of the sheet on show.
fn key_ui(ui: &mut Ui, drafts: &[ImportDraft], state: &ImportState) {
    let draft = drafts.get(state.workbook);
    let Some(shown) = draft.and_then(|draft| Shown::of(draft, state.workbook, state.sheet)) else {
        return;
    };
    let across = shown
        .table_near(None)
        .is_some_and(|table| table.values().any(|(_, value)| value.period.is_some()));
    for role in roles_of(&shown) {
        let words = match role {
            CellRole::Period if across => say::role_period_across(),
            CellRole::Period => say::role_period_down(),
            role => role_words(role),
        };
        key_row_ui(ui, Some(role), words);
    }
    key_row_ui(ui, None, say::role_eye());
    key_row_ui(ui, Some(CellRole::Note), role_words(CellRole::Note));
    key_row_ui(ui, Some(CellRole::LeftOut), say::role_left_out());
}

/// The roles that cells of the sheet have, without those that any sheet may have.
fn roles_of(shown: &Shown<'_>) -> Vec<CellRole> {
    let mut roles = vec![CellRole::Title];
    let tables = || {
        shown
            .tables()
            .iter()
            .filter(|table| table.left_out.is_none())
    };
    let has = |test: &dyn Fn(&Role) -> bool| {
        tables().any(|table| table.with_role(|role| test(role)).next().is_some())
    };
    let heads = |test: &dyn Fn(&ValueLayout) -> bool| {
        tables().any(|table| table.values().any(|(_, value)| test(value)))
    };
    if has(&|role| matches!(role, Role::Period)) || heads(&|value| value.period.is_some()) {
        roles.push(CellRole::Period);
    }
    if has(&|role| matches!(role, Role::AreaName(_) | Role::AreaCode(_)))
        || heads(&|value| value.area.is_some() || value.area_code.is_some())
    {
        roles.push(CellRole::Area);
    }
    if has(&|role| matches!(role, Role::Cohort(_) | Role::Dimension))
        || heads(&|value| !value.cohort.is_empty())
    {
        roles.push(CellRole::Cohort);
    }
    roles.push(CellRole::Measure);
    if has(&|role| matches!(role, Role::Base | Role::EffectiveBase)) {
        roles.push(CellRole::Base);
    }
    roles.push(CellRole::Value);
    let summary = shown.draft.read.reading.sheets.get(shown.sheet);
    if summary.is_some_and(|summary| summary.account.statuses > 0) {
        roles.push(CellRole::Marked);
    }
    roles
}

/// One colour and its words; no role is what needs an eye.
fn key_row_ui(ui: &mut Ui, role: Option<CellRole>, words: &str) {
    let tokens = tokens(ui);
    let colours = &tokens.colours;
    let size = vec2(ui.available_width(), KEY_ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response
        .widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Label, ui.is_enabled(), words));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let middle = rect.center().y;
    let swatch = Rect::from_center_size(pos2(rect.left() + INSET + 6.0, middle), vec2(13.0, 13.0));
    let fill = role.map_or(colours.role_eye, |role| fill_of(role, colours));
    let radius = CornerRadius::same(3);
    ui.painter().rect_filled(swatch, radius, fill);
    if role == Some(CellRole::LeftOut) {
        stripes(ui.painter(), swatch, colours.neutral_edge);
    }
    let border = if role.is_none() {
        colours.warning_edge
    } else {
        colours.neutral_edge
    };
    ui.painter()
        .rect_stroke(swatch, radius, Stroke::new(1.0, border), StrokeKind::Inside);
    let room = rect.width() - 2.0 * INSET - 22.0;
    let galley = text::elided(
        ui,
        words,
        font(Weight::Regular, tokens.text.body),
        colours.ink,
        room,
    );
    text::paint_from(ui.painter(), pos2(swatch.right() + 9.0, middle), galley);
}
