//! What will be imported from the sheet on show, as the tidy table that it becomes.

use egui::accesskit::Role;
use egui::{Label, RichText, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::digest::SheetDigest;
use super::shown::Shown;
use super::state::{ImportState, Selection};
use crate::base::number;
use crate::base::typeface::Weight;
use crate::data::{CellRef, Observation, Period, SheetIndex};
use crate::import::status_words;
use crate::ui::fonts::font;
use crate::ui::kit::text;
use crate::ui::tokens::tokens;
use crate::words::say;

const ROW: f32 = 24.0;
/// The shares of the width that the columns take, and whether they hold numbers: measure, place, group, period, value,
/// base and cell.
const COLUMNS: [(f32, bool); 7] = [
    (0.26, false),
    (0.14, false),
    (0.13, false),
    (0.20, false),
    (0.13, true),
    (0.07, true),
    (0.07, false),
];

/// Draws the heading and the rows of the sheet on show.
pub(super) fn preview_ui(ui: &mut Ui, shown: &Shown<'_>, state: &mut ImportState) {
    let observations = of_sheet(shown);
    let tokens = tokens(ui);
    let small = |weight| font(weight, tokens.text.small);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let title = say::preview_title();
        ui.label(RichText::new(title).font(small(Weight::SemiBold)));
        let words = if observations.is_empty() {
            say::preview_nothing().to_owned()
        } else {
            let digest = shown.draft.read.digest.sheets.get(shown.sheet);
            let words = digest.map(SheetDigest::words).unwrap_or_default();
            if shown.draft.is_behind() {
                say::preview_behind(words)
            } else {
                words
            }
        };
        let words = RichText::new(format!("— {words}")).color(tokens.colours.ink_secondary);
        ui.add(Label::new(words.font(small(Weight::Regular))).truncate());
    });
    if observations.is_empty() {
        return;
    }
    let width = ui.available_width() - 12.0;
    let headings = [
        say::role_measure(),
        say::role_place(),
        say::preview_group(),
        say::role_period(),
        say::role_value(),
        say::preview_base(),
        say::preview_cell(),
    ];
    row_ui(ui, width, &headings.map(str::to_owned), true);
    let current = state.view.selection.map(|selection| selection.cursor);
    ScrollArea::vertical()
        .id_salt("preview")
        .auto_shrink(false)
        .show_rows(ui, ROW, observations.len(), |ui, range| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for observation in observations.get(range).unwrap_or_default() {
                let at = (observation.cell.row, observation.cell.column);
                let response = row_ui(ui, width, &words(shown, observation), false);
                if current == Some(at) {
                    let fill = tokens.colours.accent_ink.gamma_multiply(0.12);
                    ui.painter().rect_filled(response.rect, 0.0, fill);
                }
                if response.clicked() {
                    state.view.select(Selection::cell(at.0, at.1));
                }
            }
        });
}

/// The values of the sheet on show: those of a source stand in the order of their cells.
fn of_sheet<'a>(shown: &Shown<'a>) -> &'a [Observation] {
    let sheet = u16::try_from(shown.sheet).unwrap_or(u16::MAX);
    let all = &shown.source().observations;
    let first = |sheet: u16| {
        let cell = CellRef::new(SheetIndex(sheet), 0, 0);
        all.partition_point(|observation| observation.cell < cell)
    };
    all.get(first(sheet)..first(sheet.saturating_add(1)))
        .unwrap_or_default()
}

fn words(shown: &Shown<'_>, observation: &Observation) -> [String; 7] {
    let source = shown.source();
    let measure = source.measure(observation);
    let unit = measure.map(|measure| measure.unit).unwrap_or_default();
    let cohort = source
        .cohort(observation)
        .filter(|cohort| !cohort.is_everyone());
    [
        measure.map_or_else(String::new, |measure| measure.name.clone()),
        source
            .area(observation)
            .map_or_else(String::new, |area| area.name.clone()),
        cohort.map_or_else(String::new, ToString::to_string),
        source
            .period(observation)
            .map_or_else(String::new, Period::label),
        match observation.value {
            Some(value) => unit.format(value),
            None => status_words(observation.status).to_owned(),
        },
        observation
            .unweighted_base
            .map_or_else(String::new, |base| number::grouped(base, 0)),
        observation.cell.to_string(),
    ]
}

fn row_ui(ui: &mut Ui, width: f32, words: &[String; 7], is_heading: bool) -> egui::Response {
    let tokens = tokens(ui);
    let sense = if is_heading {
        Sense::hover()
    } else {
        Sense::CLICK
    };
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), sense);
    response.widget_info(|| {
        let said: Vec<&str> = words
            .iter()
            .map(String::as_str)
            .filter(|word| !word.is_empty())
            .collect();
        WidgetInfo::labeled(Role::Row, ui.is_enabled(), said.join(", "))
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if response.hovered() && !is_heading {
        ui.painter().rect_filled(rect, 0.0, tokens.colours.hover);
    }
    let (weight, ink) = if is_heading {
        (Weight::Medium, tokens.colours.ink_secondary)
    } else {
        (Weight::Regular, tokens.colours.ink)
    };
    let mut left = rect.left();
    for ((share, is_number), word) in COLUMNS.iter().zip(words) {
        let column = share * width;
        let font = font(weight, tokens.text.small);
        let galley = text::elided(ui, word, font, ink, column - 10.0);
        let x = if *is_number {
            left + column - 10.0 - galley.size().x
        } else {
            left
        };
        text::paint_from(ui.painter(), egui::pos2(x, rect.center().y), galley);
        left += column;
    }
    let rule = egui::Stroke::new(1.0, tokens.colours.rule_soft);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, rule);
    response
}
