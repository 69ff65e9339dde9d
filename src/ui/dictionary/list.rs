//! The list of names: only the rows that can be seen are drawn; Tab comes to one, the arrows go on from it.

use egui::{Rect, Response, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::state::DictionaryState;
use crate::analysis::dictionary::{Term, TermRow};
use crate::import::area_kind_words;
use crate::ui::data_words::unit_words;
use crate::ui::kit::{Badge, ListKey, ListRow, Tone};
use crate::words::say;

const HEIGHT: f32 = ListRow::LINE_HEIGHT;

/// Draws the rows.
pub(super) fn rows_ui(
    ui: &mut Ui,
    rows: &[&TermRow],
    chosen: Option<&TermRow>,
    state: &mut DictionaryState,
) {
    let is_chosen = |row: &TermRow| chosen.is_some_and(|chosen| chosen.term == row.term);
    let stop = rows.iter().position(|row| is_chosen(row)).unwrap_or(0);
    let mut target = None;
    ScrollArea::vertical()
        .id_salt(("names", state.tab))
        .auto_shrink(false)
        .show_viewport(ui, |ui, viewport| {
            ui.set_height(float(rows.len()) * HEIGHT);
            let (left, top, width) = (
                ui.max_rect().left(),
                ui.max_rect().top(),
                ui.available_width(),
            );
            let place = |index: usize| {
                let at = pos2(left, top + float(index) * HEIGHT);
                Rect::from_min_size(at, vec2(width, HEIGHT))
            };
            if std::mem::take(&mut state.to_reveal) {
                ui.scroll_to_rect(place(stop), None);
            }
            let is_seen = |index: usize| {
                let row_top = float(index) * HEIGHT;
                row_top + HEIGHT >= viewport.min.y && row_top <= viewport.max.y
            };
            // The row that has the keyboard is there even where it cannot be seen.
            let drawn = (0..rows.len()).filter(|index| is_seen(*index) || *index == stop);
            for index in drawn {
                let Some(row) = rows.get(index) else { continue };
                // The same row keeps its identity, and with it the keyboard, wherever it is scrolled to.
                let id = egui::Id::unique(("name", &row.term));
                let builder = UiBuilder::new().scope_id(id).max_rect(place(index));
                let response = row_ui(
                    &mut ui.new_child(builder),
                    row,
                    is_chosen(row),
                    index == stop,
                );
                if response.clicked() {
                    state.chosen = Some(row.term.clone());
                }
                if index != stop {
                    continue;
                }
                if std::mem::take(&mut state.to_focus) {
                    response.request_focus();
                }
                if response.gained_focus() {
                    ui.scroll_to_rect(place(index), None);
                }
                if response.has_focus() {
                    let key = ListKey::pressed(ui, &response);
                    target = key.and_then(|key| key.from(index, rows.len(), |_| true));
                }
            }
        });
    if let Some(row) = target.and_then(|index| rows.get(index)) {
        state.chosen = Some(row.term.clone());
        state.to_focus = true;
        state.to_reveal = true;
        ui.ctx().request_repaint();
    }
}

/// A count of rows as a length; exact for every list that fits in memory.
#[expect(clippy::cast_precision_loss, reason = "exact up to 16 million rows")]
const fn float(rows: usize) -> f32 {
    rows as f32
}

fn row_ui(ui: &mut Ui, row: &TermRow, selected: bool, is_stop: bool) -> Response {
    let mut shown = ListRow::new(&row.name)
        .one_line()
        .selected(selected)
        .tab_stop(is_stop);
    if matches!(row.term, Term::Category(_)) {
        shown = shown.indented(18.0);
    }
    let words = match &row.term {
        Term::Measure(_) | Term::Area(_) => detail(row),
        Term::Dimension(_) => String::new(),
        Term::Category(_) => say::count_values(row.values),
    };
    let members = row.members.len();
    shown = if row.is_hidden() {
        shown
            .muted()
            .badge(Badge::new(say::dictionary_hidden(), Tone::Neutral))
    } else if members > 1 {
        shown.badge(Badge::new(
            say::dictionary_names_in_one(members),
            Tone::Accent,
        ))
    } else if row.definition.is_some() {
        shown.badge(Badge::new(say::dictionary_changed(), Tone::Accent))
    } else {
        shown
    };
    if !words.is_empty() {
        shown = shown.trailing(words);
    }
    ui.add(shown)
}

/// A few words that tell a row from others of its name: its unit, kind or dimension.
pub(super) fn detail(row: &TermRow) -> String {
    match &row.term {
        Term::Measure(key) => {
            let unit = row.measure.as_ref().map_or(key.unit, |held| held.unit);
            unit_words(unit).to_owned()
        }
        Term::Area(key) => area_kind_words(key.kind).to_owned(),
        Term::Dimension(_) => say::dictionary_kind_of_group().to_owned(),
        Term::Category(key) => key.dimension.clone(),
    }
}
