//! The values behind the chart as a table, with their bases and cells: the twin of the chart for those
//! who read numbers, and for screen readers.

use egui::{Align, Layout, RichText, Ui};
use egui_extras::{Column, TableBuilder, TableRow};

use super::state::{ExploreState, SelectedPoint};
use crate::analysis::{TrendAnswer, TrendPoint, TrendSeries};
use crate::base::number;
use crate::base::typeface::Weight;
use crate::chart::point;
use crate::data::Period;
use crate::ui::action::{Action, Actions};
use crate::ui::fonts::font;
use crate::ui::kit::{Button, Card};
use crate::ui::tokens::tokens;

const ROW_HEIGHT: f32 = 28.0;
const COLUMN_GAP: f32 = 16.0;
const HEADINGS: [&str; 6] = ["Line", "Period", "Value", "95% interval", "Base", "Cell"];

/// A row of the table.
struct Row<'a> {
    series: &'a TrendSeries,
    period: &'a Period,
    point: &'a TrendPoint,
}

/// Draws the table in a card that fills what is left.
pub fn data_table_ui(
    ui: &mut Ui,
    answer: &TrendAnswer,
    state: &ExploreState,
    actions: &mut Actions,
) {
    let rows: Vec<Row<'_>> = answer
        .series
        .iter()
        .flat_map(|series| {
            let points = series.points.iter().zip(&answer.periods);
            points.filter_map(move |(point, period)| {
                Some(Row {
                    series,
                    period,
                    point: point.as_ref()?,
                })
            })
        })
        .collect();
    // The card's padding and border.
    let height = (ui.available_height() - 30.0).max(120.0);
    Card::new().min_height(height).show(ui, |ui| {
        ui.set_max_height(height);
        ui.horizontal(|ui| {
            let unit = answer.measure.unit.words();
            let title = RichText::new(&answer.measure.name)
                .font(font(Weight::SemiBold, tokens(ui).text.lead));
            ui.label(title);
            let about = format!("{unit} · {} values", number::grouped(count(rows.len()), 0));
            ui.label(RichText::new(about).color(tokens(ui).colours.ink_secondary));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let copy = ui.add(Button::secondary("Copy as cells").small());
                if copy.on_hover_text("For pasting into Excel").clicked() {
                    actions.send(Action::Copy(as_cells(answer, &rows)));
                }
            });
        });
        ui.add_space(tokens(ui).space.small);
        table_ui(ui, answer, &rows, state, actions);
    });
}

fn table_ui(
    ui: &mut Ui,
    answer: &TrendAnswer,
    rows: &[Row<'_>],
    state: &ExploreState,
    actions: &mut Actions,
) {
    let scroll_to = state
        .selected
        .as_ref()
        .and_then(|selected| rows.iter().position(|row| is_at(row, selected)));
    let is_new = ui.data_mut(|data| {
        let shown = data.get_temp_mut_or_default::<Option<usize>>(egui::Id::unique("row shown"));
        std::mem::replace(shown, scroll_to) != scroll_to
    });
    ui.spacing_mut().item_spacing = egui::vec2(COLUMN_GAP, 0.0);
    let mut table = TableBuilder::new(ui)
        .id_salt("values")
        .striped(false)
        .auto_shrink([false, false])
        .sense(egui::Sense::click())
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::initial(132.0).at_least(90.0).clip(true))
        .column(Column::initial(166.0).at_least(90.0).clip(true))
        .column(Column::exact(84.0))
        .column(Column::exact(112.0))
        .column(Column::exact(60.0))
        .column(Column::remainder().clip(true));
    if let (Some(row), true) = (scroll_to, is_new) {
        table = table.scroll_to_row(row, Some(Align::Center));
    }
    table
        .header(ROW_HEIGHT, |mut header| {
            for (index, heading) in HEADINGS.into_iter().enumerate() {
                header.col(|ui| {
                    let heading = RichText::new(heading)
                        .size(12.0)
                        .color(tokens(ui).colours.ink_secondary);
                    if is_number(index) {
                        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                            ui.label(heading)
                        });
                    } else {
                        ui.label(heading);
                    }
                });
            }
        })
        .body(|body| {
            body.rows(ROW_HEIGHT, rows.len(), |mut table_row| {
                let Some(row) = rows.get(table_row.index()) else {
                    return;
                };
                let is_selected = state
                    .selected
                    .as_ref()
                    .is_some_and(|selected| is_at(row, selected));
                table_row.set_selected(is_selected);
                row_ui(&mut table_row, answer, row);
                if table_row.response().clicked() {
                    let selected = SelectedPoint {
                        series: row.series.key.clone(),
                        period: *row.period,
                    };
                    actions.send(Action::Select(Some(selected)));
                }
            });
        });
}

fn row_ui(table_row: &mut TableRow<'_, '_>, answer: &TrendAnswer, row: &Row<'_>) {
    for (index, text) in cells(answer, row).into_iter().enumerate() {
        table_row.col(|ui| {
            ui.style_mut().interaction.selectable_labels = false;
            if is_number(index) {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(text));
            } else {
                ui.add(egui::Label::new(text).truncate());
            }
        });
    }
}

/// Whether a column holds numbers, which stand at the right.
const fn is_number(column: usize) -> bool {
    matches!(column, 2..=4)
}

fn is_at(row: &Row<'_>, selected: &SelectedPoint) -> bool {
    row.series.key == selected.series && row.period.covers_same_days(&selected.period)
}

/// A row's words, in the order of the headings.
fn cells(answer: &TrendAnswer, row: &Row<'_>) -> [String; 6] {
    let unit = answer.measure.unit;
    let shown = point::shown(&row.point.outcome, unit);
    let value = match shown {
        Ok(estimate) => unit.format(estimate.value),
        Err(reason) => reason.words().to_owned(),
    };
    let estimate = shown.ok();
    let interval = estimate
        .and_then(|estimate| estimate.interval)
        .map(|interval| {
            format!(
                "{} – {}",
                unit.format(interval.lower),
                unit.format(interval.upper)
            )
        })
        .unwrap_or_default();
    let base = estimate
        .and_then(|estimate| estimate.unweighted_base)
        .map(|base| number::grouped(base, 0))
        .unwrap_or_default();
    let from = row.point.outcome.provenance().place();
    [
        row.series.label.clone(),
        row.period.label(),
        value,
        interval,
        base,
        from,
    ]
}

/// The table as text that Excel takes as cells.
fn as_cells(answer: &TrendAnswer, rows: &[Row<'_>]) -> String {
    let mut text = HEADINGS.join("\t");
    for row in rows {
        text.push('\n');
        text.push_str(&cells(answer, row).join("\t"));
    }
    text
}

/// A count of things in memory as a number to print.
fn count(len: usize) -> f64 {
    u32::try_from(len).map_or(f64::INFINITY, f64::from)
}
