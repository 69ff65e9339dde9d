//! The earlier versions of a project: a list by time, and of the one that is chosen what it holds and what differs.

use egui::{Align, Context, Id, Layout, RichText, ScrollArea, Ui, vec2};

use super::differences::differences_ui;
use crate::base::typeface::Weight;
use crate::project::differences::Differences;
use crate::ui::fonts::font;
use crate::ui::kit::{Button, ListRow, at_right, modal, modal_title};
use crate::ui::tokens::tokens;
use crate::words::say;

const WIDTH: f32 = 760.0;
const LIST_WIDTH: f32 = 250.0;
const GAP: f32 = 20.0;
/// The title, the words and the buttons of the dialog, and what keeps it from the window's edges.
const AROUND: f32 = 300.0;

/// What the dialog says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VersionsReview {
    /// The name of the project's file.
    pub file: String,
    /// Which versions are kept, as a sentence.
    pub rule: String,
    /// The versions, latest first.
    pub rows: Vec<VersionRow>,
    /// The one that is chosen.
    pub selected: usize,
    /// What it holds, once it is read, or why it cannot be.
    pub details: Option<Result<VersionDetails, String>>,
}

/// A version in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionRow {
    /// When it was saved: "today, 14:20".
    pub when: String,
    /// Its size: "2 MB".
    pub size: String,
}

/// What a version holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionDetails {
    /// The project's name in it.
    pub name: String,
    /// What is in it, a line each.
    pub contents: Vec<String>,
    /// What changed from it to what is open now.
    pub since: Differences,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionsAnswer {
    /// Show another version.
    Select(usize),
    /// Put the version that is chosen in the place of what is open.
    Restore,
    /// Open it beside the project, as a copy.
    OpenCopy,
    /// Nothing.
    Close,
}

/// Draws the dialog; what is to be done, once that is known.
pub fn versions_ui(ctx: &Context, review: &VersionsReview) -> Option<VersionsAnswer> {
    let title = say::versions_title(&review.file);
    let id = Id::unique("earlier versions");
    let (answer, should_close) = modal(ctx, id, &title, WIDTH, |ui| {
        modal_title(ui, &title);
        let secondary = tokens(ui).colours.ink_secondary;
        ui.label(RichText::new(&review.rule).color(secondary));
        ui.add_space(tokens(ui).space.small);
        let chosen = if review.rows.is_empty() {
            ui.label(say::versions_none());
            None
        } else {
            columns_ui(ui, review)
        };
        ui.add_space(tokens(ui).space.large);
        buttons_ui(ui, review).or(chosen)
    });
    answer.or(should_close.then_some(VersionsAnswer::Close))
}

fn columns_ui(ui: &mut Ui, review: &VersionsReview) -> Option<VersionsAnswer> {
    let height = (ui.ctx().content_rect().height() - AROUND).clamp(160.0, 420.0);
    let mut chosen = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let list = vec2(LIST_WIDTH, height);
        ui.allocate_ui_with_layout(list, Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let scroll = ScrollArea::vertical()
                .id_salt("versions")
                .auto_shrink(false);
            scroll.max_height(height).show(ui, |ui| {
                for (at, row) in review.rows.iter().enumerate() {
                    let shown = ListRow::new(&*row.when)
                        .trailing(&*row.size)
                        .one_line()
                        .selected(at == review.selected);
                    if ui.add(shown).clicked() && at != review.selected {
                        chosen = Some(VersionsAnswer::Select(at));
                    }
                }
            });
        });
        let details = vec2(ui.available_width(), height);
        ui.allocate_ui_with_layout(details, Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = tokens(ui).space.small;
            let scroll = ScrollArea::vertical().id_salt("version").auto_shrink(false);
            scroll
                .max_height(height)
                .show(ui, |ui| details_ui(ui, review));
        });
    });
    chosen
}

fn details_ui(ui: &mut Ui, review: &VersionsReview) {
    let secondary = tokens(ui).colours.ink_secondary;
    match &review.details {
        None => {
            ui.label(RichText::new(say::versions_reading()).color(secondary));
        }
        Some(Err(why)) => {
            ui.label(why);
        }
        Some(Ok(details)) => {
            let bold = font(Weight::SemiBold, tokens(ui).text.body);
            ui.label(RichText::new(&details.name).font(bold.clone()));
            for line in &details.contents {
                ui.label(RichText::new(line).color(secondary));
            }
            ui.add_space(tokens(ui).space.small);
            ui.label(RichText::new(say::versions_changed()).font(bold));
            differences_ui(ui, &details.since, say::versions_same());
        }
    }
}

fn buttons_ui(ui: &mut Ui, review: &VersionsReview) -> Option<VersionsAnswer> {
    let mut answer = None;
    let is_read = matches!(review.details, Some(Ok(_)));
    at_right(ui, "buttons", |ui| {
        let words = if is_read { say::cancel() } else { say::close() };
        let mut first = ui.add(Button::secondary(words));
        if first.clicked() {
            answer = Some(VersionsAnswer::Close);
        }
        if is_read {
            if ui.add(Button::secondary(say::versions_open())).clicked() {
                answer = Some(VersionsAnswer::OpenCopy);
            }
            first = ui.add(Button::primary(say::versions_restore()));
            if first.clicked() {
                answer = Some(VersionsAnswer::Restore);
            }
        }
        // What is restored is not written, and undo takes it back.
        if ui.memory(|memory| memory.focused().is_none()) {
            first.request_focus();
        }
    });
    answer
}
