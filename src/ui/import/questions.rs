//! The right of the import screen: what waits for an answer, what is worth a look, and what was checked.

use egui::text::TextFormat;
use egui::{RichText, ScrollArea, Ui};

use super::action::ImportAction;
use super::draft::ImportDraft;
use super::remember;
use super::shown::place_of;
use super::state::ImportState;
use crate::analysis::refresh::Standing;
use crate::base::text::upper_first;
use crate::base::typeface::Weight;
use crate::check::Discrepancy;
use crate::import::answers::{Answer, answers};
use crate::import::{Finding, Severity};
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::fonts::font;
use crate::ui::kit::{Button, Card, Icon, Link, SectionHeading, Tone};
use crate::ui::refresh::since_last_return_ui;
use crate::ui::tokens::tokens;
use crate::words::say;

/// How many findings of a kind are shown before they are counted.
const MOST_CARDS: usize = 40;
const MOST_LINES: usize = 60;
const MOST_NOTES: usize = 12;

/// Draws the column for the workbook on show.
pub(super) fn questions_ui(
    ui: &mut Ui,
    draft: &ImportDraft,
    state: &mut ImportState,
    actions: &mut Actions,
) {
    let reading = &draft.read.reading;
    let open = |severity: Severity| {
        reading
            .findings
            .iter()
            .enumerate()
            .filter(move |(index, finding)| {
                finding.severity() == severity && !reading.is_accepted(*index)
            })
            .map(|(_, finding)| finding)
    };
    let questions: Vec<&Finding> = open(Severity::Question).collect();
    let cautions: Vec<&Finding> = open(Severity::Caution).collect();
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.set_width(ui.available_width() - 4.0);
        let title = say::questions_title(questions.len());
        let size = tokens(ui).text.panel;
        let heading = ui.label(RichText::new(&title).font(font(Weight::SemiBold, size)));
        heading.widget_info(|| {
            egui::WidgetInfo::labeled(egui::accesskit::Role::Heading, true, &title)
        });
        ui.add_space(8.0);
        for finding in questions.iter().take(MOST_CARDS) {
            card_ui(ui, draft, finding, Tone::Warning, state, actions);
        }
        if questions.len() > MOST_CARDS {
            let more = questions.len() - MOST_CARDS;
            ui.label(say::questions_more(more));
        }
        said_ui(ui, draft, actions);
        remember::drift_ui(ui, draft);
        checked_ui(ui, draft, &draft.read.discrepancies, state);
        let comparison = &draft.read.comparison;
        if comparison.standing != Standing::FirstOfItsKind {
            ui.scope(|ui| since_last_return_ui(ui, comparison, &mut state.compared));
            ui.add_space(8.0);
        }
        if !cautions.is_empty() {
            ui.add(SectionHeading::new(say::questions_cautions()));
            for finding in cautions.iter().take(MOST_CARDS) {
                card_ui(ui, draft, finding, Tone::Accent, state, actions);
            }
            if cautions.len() > MOST_CARDS {
                let more = cautions.len() - MOST_CARDS;
                ui.label(say::questions_more(more));
            }
        }
    });
}

/// A finding with its place, its words and the answers that can be given with one click.
fn card_ui(
    ui: &mut Ui,
    draft: &ImportDraft,
    finding: &Finding,
    tone: Tone,
    state: &mut ImportState,
    actions: &mut Actions,
) {
    let place = place_of(finding);
    Card::new().edge(tone).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        if place.is_empty() {
            ui.label(
                RichText::new(say::questions_sheet())
                    .font(font(Weight::SemiBold, tokens(ui).text.body)),
            );
        } else if ui.add(Link::new(&place).strong()).clicked() {
            go_to(state, finding);
        }
        ui.label(upper_first(&finding.kind.words()));
        let offered = answers(finding, &draft.read.reading);
        // A longer list reads better from above to below, two short words side by side.
        let is_short = offered.len() <= 2 && offered.iter().all(|answer| answer.words.len() < 16);
        let mut show = |ui: &mut Ui| {
            for answer in &offered {
                let button = Button::secondary(&*answer.words).small();
                let response = ui.add(button);
                response.widget_info(|| {
                    let name = format!("{}: {place}", answer.words);
                    egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, name)
                });
                if response.clicked() {
                    decide(state, answer, &place, actions);
                }
            }
        };
        if offered.is_empty() {
            return;
        }
        ui.add_space(2.0);
        if is_short {
            ui.horizontal_wrapped(show);
        } else {
            ui.vertical(|ui| show(ui));
        }
    });
    ui.add_space(8.0);
}

fn decide(state: &ImportState, answer: &Answer, place: &str, actions: &mut Actions) {
    actions.send(Action::Import(ImportAction::Decide {
        workbook: state.workbook,
        label: format!("{place}: {}", answer.words),
        decisions: vec![answer.decision.clone()],
    }));
}

fn go_to(state: &mut ImportState, finding: &Finding) {
    if let Some(at) = finding.at {
        let sheet = usize::from(at.first.sheet.0);
        let workbook = state.workbook;
        state.show_cell(workbook, sheet, at.first.row, at.first.column);
    }
}

/// What was said so far, with the way back.
fn said_ui(ui: &mut Ui, draft: &ImportDraft, actions: &mut Actions) {
    if draft.undo_label().is_none() {
        return;
    }
    ui.add(SectionHeading::new(say::questions_said()));
    for label in draft.said().rev().take(8) {
        line_ui(ui, Some(Icon::Check), Tone::Neutral, label);
    }
    if ui.add(Link::new(say::questions_take_back())).clicked() {
        actions.run(Command::Undo);
    }
    ui.add_space(4.0);
}

/// What the program made sure of by itself, and the sender's figures that disagree with their cells.
fn checked_ui(
    ui: &mut Ui,
    draft: &ImportDraft,
    discrepancies: &[Discrepancy],
    state: &mut ImportState,
) {
    ui.add(SectionHeading::new(say::questions_checked()));
    for line in &draft.read.digest.lines {
        line_ui(ui, Some(Icon::Check), Tone::Neutral, &line.words());
    }
    let count = discrepancies.len();
    if count > 0 {
        let words = say::questions_disagree(count);
        line_ui(ui, None, Tone::Warning, &words);
        for found in discrepancies.iter().take(MOST_LINES) {
            discrepancy_ui(ui, found, state);
        }
        if count > MOST_LINES {
            line_ui(ui, None, Tone::Warning, &say::and_more(count - MOST_LINES));
        }
    }
    let notes = &draft.read.digest.notes;
    let findings = &draft.read.reading.findings;
    for (finding, places) in notes.iter().take(MOST_NOTES) {
        let Some(finding) = findings.get(*finding) else {
            continue;
        };
        let words = upper_first(&finding.kind.words());
        let place = match places.as_slice() {
            [] => continue,
            [one] => one.clone(),
            [first, more @ ..] => say::PlacesAndMore {
                place: first,
                count: more.len(),
            }
            .say(),
        };
        line_ui(
            ui,
            Some(Icon::Check),
            Tone::Neutral,
            &format!("{words} ({place})"),
        );
    }
    if notes.len() > MOST_NOTES {
        let more = say::questions_notes_more(notes.len() - MOST_NOTES);
        line_ui(ui, None, Tone::Neutral, &more);
    }
}

/// "Ashfield › F7  −24%, the figures give −19.5%".
fn discrepancy_ui(ui: &mut Ui, found: &Discrepancy, state: &mut ImportState) {
    let place = match found.sheet.as_str() {
        "" => found.cell.to_string(),
        sheet => format!("{sheet} › {}", found.cell),
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(5.0, 2.0);
        let link = ui.add(Link::new(&place));
        if link.on_hover_text(found.words()).clicked() {
            let sheet = usize::from(found.cell.sheet.0);
            let workbook = state.workbook;
            state.show_cell(workbook, sheet, found.cell.row, found.cell.column);
        }
        let warning = tokens(ui).colours.warning;
        let words = say::QuestionsShouldBe {
            printed: &found.printed,
            worked_out: &found.worked_out,
        }
        .say();
        ui.label(RichText::new(words).color(warning));
    });
}

/// A line with a mark before it, wrapped beside the mark.
fn line_ui(ui: &mut Ui, mark: Option<Icon>, tone: Tone, words: &str) {
    let tokens = tokens(ui);
    let ink = match tone {
        Tone::Neutral => tokens.colours.ink,
        tone => tone.ink(&tokens.colours),
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if let Some(mark) = mark {
            let size = egui::vec2(tokens.size.icon, 20.0);
            let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
            mark.paint_at(
                ui.painter(),
                rect.center(),
                tokens.size.icon,
                tokens.colours.good,
            );
        }
        let format = TextFormat::simple(font(Weight::Regular, tokens.text.body), ink);
        let mut job = egui::text::LayoutJob::single_section(words.to_owned(), format);
        job.wrap.max_width = ui.available_width();
        ui.add(egui::Label::new(job).wrap());
    });
}
