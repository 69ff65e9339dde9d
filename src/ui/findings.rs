//! What the import did not understand or left out, as a list that can be walked: workbook, cell, words.

use egui::{CentralPanel, Frame, Margin, Panel, RichText, ScrollArea, Sense, Ui, vec2};

use super::action::{Action, Actions};
use super::command::Command;
use super::fonts::font;
use super::kit::{
    Badge, Button, Card, SectionHeading, Tabs, Tone, context_menu, menu_item, row_with_ends,
};
use super::tokens::tokens;
use crate::base::typeface::Weight;

const ROW_HEIGHT: f32 = 30.0;

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
    const fn words(self) -> &'static str {
        match self {
            Self::Question => "to check",
            Self::Caution => "worth a look",
            Self::Note => "note",
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
    Panel::top("findings heading")
        .show_separator_line(false)
        .resizable(false)
        .frame(Frame { inner_margin: Margin { bottom: 0, ..margin }, ..frame })
        .show(ui, |ui| {
            if heading_ui(ui, of, actions) {
                *is_open = false;
            }
            ui.add_space(tokens(ui).space.small);
            let words = "Nothing is dropped in silence: what was not read as a value stands here with its cell.";
            ui.label(RichText::new(words).color(tokens(ui).colours.ink_secondary));
            ui.add_space(tokens(ui).space.medium);
            ui.add(Tabs::new(tab, &[(FindingsTab::ToCheck, "To look at"), (FindingsTab::All, "Everything")]));
        });
    let shown: Vec<&FindingRow> = findings
        .iter()
        .copied()
        .filter(|finding| *tab == FindingsTab::All || finding.weight < FindingWeight::Note)
        .collect();
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let height = ui.available_height() - 28.0;
        Card::new().min_height(height).show(ui, |ui| {
            if shown.is_empty() {
                empty_ui(ui, findings.is_empty(), of, actions);
            } else {
                list_ui(ui, &shown, actions);
            }
        });
    });
}

/// The title with the ways back; whether the list is to be closed.
fn heading_ui(ui: &mut Ui, of: Option<&str>, actions: &mut Actions) -> bool {
    let start = |ui: &mut Ui| {
        let title = of.map_or_else(
            || String::from("What the import found"),
            |of| format!("What the import found in {of}"),
        );
        let title = RichText::new(title).font(font(Weight::Bold, tokens(ui).text.title));
        ui.add(egui::Label::new(title).truncate());
    };
    row_with_ends(ui, "heading", start, |ui| {
        if of.is_some() && ui.add(Button::secondary("All workbooks")).clicked() {
            actions.run(Command::ShowFindings);
        }
        let back = Button::secondary("Back to the chart").shortcut("Esc");
        ui.add(back).clicked()
    })
}

fn empty_ui(ui: &mut Ui, nothing_at_all: bool, of: Option<&str>, actions: &mut Actions) {
    let words = match (nothing_at_all, of) {
        (true, None) => "No workbook has been imported since this project was opened",
        (true, Some(_)) => {
            "Findings are kept until the project is closed; import the workbook again to see them"
        }
        (false, _) => "Nothing needs an eye",
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
    ScrollArea::vertical()
        .auto_shrink(false)
        .show_rows(ui, ROW_HEIGHT, rows.len(), |ui, range| {
            for row in rows.get(range).unwrap_or_default() {
                match row {
                    Err(workbook) => {
                        ui.allocate_ui(vec2(ui.available_width(), ROW_HEIGHT), |ui| {
                            ui.set_height(ROW_HEIGHT);
                            ui.add(SectionHeading::new(*workbook));
                        });
                    }
                    Ok(finding) => finding_ui(ui, finding, actions),
                }
            }
        });
}

fn finding_ui(ui: &mut Ui, finding: &FindingRow, actions: &mut Actions) {
    let size = vec2(ui.available_width(), ROW_HEIGHT);
    let inner = ui.allocate_ui_with_layout(
        size,
        egui::Layout::left_to_right(egui::Align::Center),
        |ui| {
            ui.set_height(ROW_HEIGHT);
            ui.spacing_mut().item_spacing.x = 12.0;
            let badge = Badge::new(finding.weight.words(), finding.weight.tone());
            let (rect, _) = ui.allocate_exact_size(vec2(96.0, ROW_HEIGHT), Sense::hover());
            let at = egui::pos2(rect.left(), rect.center().y - badge.size(ui).y / 2.0);
            badge.paint(ui, at);
            let place =
                RichText::new(&finding.place).font(font(Weight::SemiBold, tokens(ui).text.small));
            let width = (ui.available_width() * 0.25).clamp(80.0, 260.0);
            ui.allocate_ui_with_layout(
                vec2(width, ROW_HEIGHT),
                egui::Layout::left_to_right(egui::Align::Center),
                |ui| {
                    ui.set_width(width);
                    ui.add(egui::Label::new(place).truncate());
                },
            );
            ui.add(egui::Label::new(&finding.words).truncate());
        },
    );
    let response = inner.response.interact(Sense::click());
    context_menu(&response, "Finding", 160.0, |ui| {
        if menu_item(ui, Button::quiet("Copy")).clicked() {
            actions.send(Action::Copy(format!(
                "{}\t{}\t{}",
                finding.workbook, finding.place, finding.words
            )));
        }
    });
}
