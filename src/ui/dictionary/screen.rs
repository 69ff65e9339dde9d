//! The screen as a whole: heading, proposals, tabs and list, and the words of the chosen one at the right.

use egui::{Frame, Id, Margin, RichText, ScrollArea, Ui};

use super::state::{DictionaryState, DictionaryTab};
use super::{editor, list, proposed};
use crate::analysis::dictionary::{Dictionary, Listing, Proposal, TermRow};
use crate::base::text;
use crate::base::typeface::Weight;
use crate::ui::action::Actions;
use crate::ui::fonts::font;
use crate::ui::kit::{Button, Card, Pane, Panes, SearchField, Tabs, row_with_ends, tall};
use crate::ui::tokens::tokens;
use crate::words::say;

/// Width of the panel at the right, in a roomy and in a narrow window.
const EDITOR_WIDTHS: (f32, f32) = (340.0, 290.0);
/// A window is narrow below this width.
const NARROW: f32 = 1200.0;

/// The least width of the list beside the panel.
const LEAST_LIST: f32 = 480.0;
/// The least height of the heading and the list, under which they scroll.
const LEAST_HEIGHT: f32 = 400.0;

/// What the screen shows; all of it is only read.
#[derive(Clone, Copy)]
pub struct Defining<'a> {
    /// What the project says by now.
    pub dictionary: &'a Dictionary,
    /// Everything that can be named.
    pub listing: &'a Listing,
    /// What looks the same.
    pub proposals: &'a [Proposal],
}

impl<'a> Defining<'a> {
    /// The rows of a tab.
    fn rows(&self, tab: DictionaryTab) -> &'a [TermRow] {
        match tab {
            DictionaryTab::Measures => &self.listing.measures,
            DictionaryTab::Places => &self.listing.areas,
            DictionaryTab::Groups => &self.listing.cohorts,
        }
    }
}

/// Draws the screen into what the top bar leaves; whether it is to be closed.
pub fn dictionary_ui(
    ui: &mut Ui,
    defining: &Defining<'_>,
    state: &mut DictionaryState,
    actions: &mut Actions,
) -> bool {
    let colours = &tokens(ui).colours;
    let rows = fitting(defining.rows(state.tab), &state.filter);
    let chosen = state
        .chosen
        .as_ref()
        .and_then(|term| defining.listing.row(term));
    let chosen = chosen
        .filter(|row| DictionaryTab::of(&row.term) == state.tab)
        .or_else(|| rows.first().copied());
    let is_narrow = ui.available_width() < NARROW;
    let width = if is_narrow {
        EDITOR_WIDTHS.1
    } else {
        EDITOR_WIDTHS.0
    };
    let mut is_closed = false;
    let margin = Margin {
        left: 20,
        right: 20,
        top: 16,
        bottom: 16,
    };
    let middle = Frame::new().fill(colours.ground).inner_margin(margin);
    let id = Id::unique("panes of the dictionary");
    let panes = Panes::new(id, say::dictionary_names(), middle).least_middle(LEAST_LIST);
    let panes = panes.right(
        say::dictionary_chosen(),
        width,
        Frame::new().fill(colours.card),
    );
    panes.ui(ui, |ui, pane| {
        if pane == Pane::Right {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                Frame::new()
                    .inner_margin(Margin::symmetric(16, 16))
                    .show(ui, |ui| match chosen {
                        Some(row) => editor::editor_ui(ui, defining, row, state, actions),
                        None => nothing_ui(ui, say::dictionary_nothing_chosen()),
                    });
            });
            return;
        }
        tall(ui, LEAST_HEIGHT, |ui| {
            ui.spacing_mut().item_spacing.y = tokens(ui).space.medium;
            is_closed = heading_ui(ui);
            let tabs = [
                (DictionaryTab::Measures, say::dictionary_measures()),
                (DictionaryTab::Places, say::dictionary_places()),
                (DictionaryTab::Groups, say::dictionary_groups()),
            ];
            if ui.add(Tabs::new(&mut state.tab, &tabs)).changed() {
                state.filter.clear();
                state.chosen = None;
            }
            proposed::proposals_ui(ui, defining, state.tab, actions);
            list_ui(ui, &rows, chosen, state);
        });
    });
    if is_closed {
        state.keep_draft(actions);
    }
    is_closed
}

/// The title with the way back; whether that was taken.
fn heading_ui(ui: &mut Ui) -> bool {
    let start = |ui: &mut Ui| {
        let title =
            RichText::new(say::dictionary_title()).font(font(Weight::Bold, tokens(ui).text.title));
        ui.add(egui::Label::new(title).truncate());
    };
    let is_closed = row_with_ends(ui, "heading", start, |ui| {
        let back = Button::secondary(say::back_to_chart()).shortcut("Esc");
        ui.add(back).clicked()
    });
    ui.label(RichText::new(say::dictionary_about()).color(tokens(ui).colours.ink_secondary));
    is_closed
}

fn list_ui(ui: &mut Ui, rows: &[&TermRow], chosen: Option<&TermRow>, state: &mut DictionaryState) {
    let height = ui.available_height() - 2.0;
    Card::new()
        .padding([0.0, 12.0])
        .min_height(height - 24.0)
        .show(ui, |ui| {
            Frame::new()
                .inner_margin(Margin::symmetric(14, 0))
                .show(ui, |ui| {
                    let id = egui::Id::unique("find a name");
                    let name = match state.tab {
                        DictionaryTab::Measures => say::library_find(),
                        DictionaryTab::Places => say::dictionary_find_place(),
                        DictionaryTab::Groups => say::dictionary_find_group(),
                    };
                    SearchField::new(id, name).ui(ui, &mut state.filter);
                });
            if rows.is_empty() {
                let words = if state.filter.trim().is_empty() {
                    say::dictionary_empty()
                } else {
                    say::dictionary_none_found()
                };
                nothing_ui(ui, words);
                return;
            }
            list::rows_ui(ui, rows, chosen, state);
        });
}

fn nothing_ui(ui: &mut Ui, words: &str) {
    Frame::new()
        .inner_margin(Margin::symmetric(16, 4))
        .show(ui, |ui| {
            ui.label(RichText::new(words).color(tokens(ui).colours.ink_secondary));
        });
}

/// The rows that bear all words of the filter in one of their names.
fn fitting<'a>(rows: &'a [TermRow], filter: &str) -> Vec<&'a TermRow> {
    let wanted = text::fold(filter);
    let wanted: Vec<&str> = wanted.split_ascii_whitespace().collect();
    rows.iter()
        .filter(|row| wanted.iter().all(|word| row.search.contains(word)))
        .collect()
}
