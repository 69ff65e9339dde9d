//! What the import did not understand or left out, as a list that can be walked: workbook, cell, words.

use egui::accesskit::Role;
use egui::text::TextFormat;
use egui::{
    Frame, Id, Margin, PointerButton, Rect, Response, RichText, ScrollArea, Sense, Ui, WidgetInfo,
    pos2, vec2,
};

use super::action::{Action, Actions};
use super::command::Command;
use super::fonts::font;
use super::help::what_is;
use super::kit::{
    Badge, Button, Card, ListKey, Panes, SectionHeading, Tabs, Tone, context_menu, focus,
    menu_item, row_with_ends, tall, text,
};
use super::tokens::tokens;
use crate::base::typeface::Weight;
use crate::words::say;

const ROW_HEIGHT: f32 = 30.0;
/// The least height of the screen, under which it scrolls.
const LEAST_HEIGHT: f32 = 380.0;
/// The height of a row whose words stand under its place, and the width of a list that has such rows.
const HIGH_ROW: f32 = 96.0;
const NARROW: f32 = 800.0;
/// The room for how much a finding matters.
const WEIGHT: f32 = 108.0;

/// A finding for reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingRow {
    /// The workbook's file name.
    pub workbook: String,
    /// The sheet and the cell; empty where the whole workbook is meant.
    pub place: String,
    /// What was found.
    pub words: String,
    /// How much it matters.
    pub weight: FindingWeight,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingWeight {
    /// Somebody has to say what is meant.
    Question,
    /// Read, and worth a look.
    Caution,
    /// Good to know.
    Note,
}

impl FindingWeight {
    fn words(self) -> &'static str {
        match self {
            Self::Question => say::weight_question(),
            Self::Caution => say::weight_caution(),
            Self::Note => say::weight_note(),
        }
    }

    const fn tone(self) -> Tone {
        match self {
            Self::Question => Tone::Warning,
            Self::Caution => Tone::Accent,
            Self::Note => Tone::Neutral,
        }
    }
}

/// Which findings are on show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FindingsTab {
    /// What somebody should look at.
    #[default]
    ToCheck,
    /// Everything.
    All,
}

/// Draws the list into what the top bar leaves; `of` is the workbook where only one is on show. `is_open`
/// becomes false when it is closed.
pub fn findings_ui(
    ui: &mut Ui,
    findings: &[&FindingRow],
    of: Option<&str>,
    tab: &mut FindingsTab,
    is_open: &mut bool,
    actions: &mut Actions,
) {
    let colours = &tokens(ui).colours;
    let margin = Margin {
        left: 20,
        right: 20,
        top: 16,
        bottom: 16,
    };
    let frame = Frame::new().fill(colours.ground).inner_margin(margin);
    let panes = Panes::new(
        Id::unique("panes of the findings"),
        say::findings_pane(),
        frame,
    );
    panes.ui(ui, |ui, _| {
        tall(ui, LEAST_HEIGHT, |ui| {
            if heading_ui(ui, of, actions) {
                *is_open = false;
            }
            ui.add_space(tokens(ui).space.small);
            let words = say::findings_about();
            ui.label(RichText::new(words).color(tokens(ui).colours.ink_secondary));
            ui.add_space(tokens(ui).space.medium);
            let tabs = [
                (FindingsTab::ToCheck, say::findings_to_check()),
                (FindingsTab::All, say::findings_all()),
            ];
            ui.add(Tabs::new(tab, &tabs));
            ui.add_space(tokens(ui).space.medium);
            let is_shown = |finding: &&&FindingRow| {
                *tab == FindingsTab::All || finding.weight < FindingWeight::Note
            };
            let shown: Vec<&FindingRow> = findings.iter().filter(is_shown).copied().collect();
            let height = ui.available_height() - 34.0;
            Card::new().min_height(height).show(ui, |ui| {
                ui.set_max_height(height);
                if shown.is_empty() {
                    empty_ui(ui, findings.is_empty(), of, actions);
                } else {
                    list_ui(ui, &shown, actions);
                }
            });
        });
    });
}

/// The title with the ways back; whether the list is to be closed.
fn heading_ui(ui: &mut Ui, of: Option<&str>, actions: &mut Actions) -> bool {
    let start = |ui: &mut Ui| {
        let title = of.map_or_else(|| say::findings_title().to_owned(), say::findings_title_of);
        let title = RichText::new(title).font(font(Weight::Bold, tokens(ui).text.title));
        ui.add(egui::Label::new(title).truncate());
        what_is(ui, "Finding");
    };
    row_with_ends(ui, "heading", start, |ui| {
        if of.is_some()
            && ui
                .add(Button::secondary(say::findings_all_workbooks()))
                .clicked()
        {
            actions.run(Command::ShowFindings);
        }
        let back = Button::secondary(say::back_to_chart()).shortcut("Esc");
        ui.add(back).clicked()
    })
}

fn empty_ui(ui: &mut Ui, nothing_at_all: bool, of: Option<&str>, actions: &mut Actions) {
    let words = match (nothing_at_all, of) {
        (true, None) => say::findings_no_workbook(),
        (true, Some(_)) => say::findings_not_kept(),
        (false, _) => say::findings_nothing(),
    };
    ui.label(RichText::new(words).color(tokens(ui).colours.ink_secondary));
    if nothing_at_all {
        ui.add_space(tokens(ui).space.small);
        if ui.add(Button::secondary(Command::Import.text())).clicked() {
            actions.run(Command::Import);
        }
    }
}

fn list_ui(ui: &mut Ui, findings: &[&FindingRow], actions: &mut Actions) {
    ui.spacing_mut().item_spacing.y = 0.0;
    // Headings are rows too, so that only what can be seen is drawn.
    let mut rows: Vec<Result<&FindingRow, &str>> = Vec::with_capacity(findings.len() + 8);
    let mut workbook = None;
    for finding in findings {
        if workbook != Some(finding.workbook.as_str()) {
            workbook = Some(finding.workbook.as_str());
            rows.push(Err(&finding.workbook));
        }
        rows.push(Ok(finding));
    }
    let height = if ui.available_width() < NARROW {
        HIGH_ROW
    } else {
        ROW_HEIGHT
    };
    let is_finding = |row: usize| matches!(rows.get(row), Some(Ok(_)));
    let held = Id::unique("finding that Tab comes to");
    let cursor: Cursor = ui.data(|data| data.get_temp(held)).unwrap_or_default();
    let stop = (cursor.row..rows.len())
        .chain(0..cursor.row)
        .find(|row| is_finding(*row));
    let mut target = None;
    ScrollArea::vertical()
        .auto_shrink(false)
        .show_viewport(ui, |ui, viewport| {
            ui.set_height(float(rows.len()) * height);
            let corner = ui.max_rect().min;
            let width = ui.available_width();
            for (index, row) in rows.iter().enumerate() {
                let top = float(index) * height;
                let is_seen = top + height >= viewport.min.y && top <= viewport.max.y;
                // The row that has the keyboard is there even where it cannot be seen.
                if !is_seen && stop != Some(index) {
                    continue;
                }
                let place = Rect::from_min_size(corner + vec2(0.0, top), vec2(width, height));
                let finding = match row {
                    Ok(finding) => finding,
                    Err(workbook) => {
                        ui.put(place, SectionHeading::new(*workbook));
                        continue;
                    }
                };
                let is_stop = stop == Some(index);
                let row = finding_ui(ui, finding, place, is_stop, actions);
                if !is_stop {
                    continue;
                }
                if cursor.to_focus {
                    row.request_focus();
                    ui.scroll_to_rect(place, None);
                }
                if row.has_focus() {
                    let key = ListKey::pressed(ui, &row);
                    target = key.and_then(|key| key.from(index, rows.len(), is_finding));
                }
            }
        });
    let row = target.or(stop).unwrap_or_default();
    let to_focus = target.is_some();
    ui.data_mut(|data| data.insert_temp(held, Cursor { row, to_focus }));
    if to_focus {
        ui.ctx().request_repaint();
    }
}

/// The row that Tab comes to, and whether it is still to be given the keyboard.
#[derive(Clone, Copy, Debug, Default)]
struct Cursor {
    row: usize,
    to_focus: bool,
}

/// A count of rows as a length; exact for every list that fits in memory.
#[expect(clippy::cast_precision_loss, reason = "exact up to 16 million rows")]
const fn float(rows: usize) -> f32 {
    rows as f32
}

/// A finding: how much it matters and its cell, and its words beside them or, in a high row, under them.
fn finding_ui(
    ui: &mut Ui,
    finding: &FindingRow,
    rect: Rect,
    is_stop: bool,
    actions: &mut Actions,
) -> Response {
    let tokens = tokens(ui);
    let colours = &tokens.colours;
    let sense = if is_stop {
        Sense::click()
    } else {
        Sense::CLICK
    };
    let id = ui.scope_id().with((&finding.place, &finding.words));
    let response = ui.interact(rect, id, sense);
    let weight = finding.weight.words();
    response.widget_info(|| {
        let said = format!("{weight}: {} {}", finding.place, finding.words);
        WidgetInfo::labeled(Role::ListItem, ui.is_enabled(), said)
    });
    if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, colours.hover);
    }
    let is_high = rect.height() > ROW_HEIGHT;
    let line = rect.with_max_y(rect.top() + ROW_HEIGHT);
    let badge = Badge::new(weight, finding.weight.tone());
    badge.paint(
        ui,
        pos2(rect.left(), line.center().y - badge.size(ui).y / 2.0),
    );
    let left = rect.left() + WEIGHT;
    let room = rect.right() - left;
    let place_room = if is_high {
        room
    } else {
        (room * 0.25).clamp(80.0, 260.0)
    };
    let small = font(Weight::SemiBold, tokens.text.small);
    let place = text::elided(ui, &finding.place, small, colours.ink, place_room);
    text::paint_from(ui.painter(), pos2(left, line.center().y), place);
    let format = TextFormat::simple(font(Weight::Regular, tokens.text.body), colours.ink);
    let words = if is_high {
        let words = text::rows(ui, &finding.words, format, rect.width(), 3);
        let at = pos2(rect.left(), line.bottom());
        ui.painter().galley(at, words.clone(), colours.ink);
        words
    } else {
        let at = left + place_room + 12.0;
        let words = text::rows(ui, &finding.words, format, rect.right() - at, 1);
        text::paint_from(ui.painter(), pos2(at, line.center().y), words.clone());
        words
    };
    focus::inner_ring(ui, &response, rect, 2.0);
    let copied = || {
        Action::Copy(format!(
            "{}\t{}\t{}",
            finding.workbook, finding.place, finding.words
        ))
    };
    // Enter copies it, as the menu does.
    if response.clicked() && !response.clicked_by(PointerButton::Primary) {
        actions.send(copied());
    }
    context_menu(&response, say::finding_menu(), 160.0, |ui| {
        if menu_item(ui, Button::quiet(say::copy())).clicked() {
            actions.send(copied());
        }
    });
    if words.elided {
        response.on_hover_text(&finding.words)
    } else {
        response
    }
}
