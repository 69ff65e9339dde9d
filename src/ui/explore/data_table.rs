//! The values behind the chart as a table, with their bases and cells: the twin of the chart for those
//! who read numbers, and for screen readers.

use egui::accesskit::Role;
use egui::{
    Align, Id, Label, Layout, Rect, RichText, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};
use egui_extras::{Column as Width, TableBuilder, TableRow};

use super::rows_behind::of_trend;
use super::state::{ExploreState, SelectedPoint};
use crate::analysis::{Estimate, TrendAnswer, TrendPoint, TrendSeries, refresh};
use crate::base::number;
use crate::base::typeface::Weight;
use crate::chart::point;
use crate::data::Period;
use crate::ui::action::{Action, Actions};
use crate::ui::data_words::unit_words;
use crate::ui::fonts::font;
use crate::ui::help::asked_word;
use crate::ui::kit::{Button, Card, ListKey, focus, row_with_ends, text};
use crate::ui::tokens::tokens;
use crate::words::{self, say};

const ROW_HEIGHT: f32 = 29.0;
const COLUMN_GAP: f32 = 16.0;
/// The least width of the table, under which it scrolls sideways.
const LEAST_TABLE: f32 = 700.0;

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Line,
    Period,
    Value,
    FirstPublished,
    Interval,
    Base,
    Cell,
}

impl Column {
    const ALL: [Self; 7] = [
        Self::Line,
        Self::Period,
        Self::Value,
        Self::FirstPublished,
        Self::Interval,
        Self::Base,
        Self::Cell,
    ];

    fn heading(self) -> &'static str {
        match self {
            Self::Line => say::data_line(),
            Self::Period => say::role_period(),
            Self::Value => say::role_value(),
            Self::FirstPublished => say::data_first_published(),
            Self::Interval => say::point_interval(),
            Self::Base => say::preview_base(),
            Self::Cell => say::preview_cell(),
        }
    }

    /// The term that says what it holds.
    const fn term(self) -> Option<&'static str> {
        match self {
            Self::FirstPublished => Some("Revised"),
            Self::Interval => Some("95% interval"),
            Self::Base => Some("Base"),
            Self::Line | Self::Period | Self::Value | Self::Cell => None,
        }
    }

    /// Whether it holds numbers, which stand at the right.
    const fn is_number(self) -> bool {
        matches!(
            self,
            Self::Value | Self::FirstPublished | Self::Interval | Self::Base
        )
    }

    /// Its width, if it does not depend on the room.
    const fn width(self) -> Option<f32> {
        match self {
            Self::Period => Some(172.0),
            Self::Value => Some(88.0),
            Self::FirstPublished | Self::Interval => Some(120.0),
            Self::Base => Some(60.0),
            Self::Line | Self::Cell => None,
        }
    }
}

/// A row of the table.
struct Row<'a> {
    series: &'a TrendSeries,
    period: &'a Period,
    point: &'a TrendPoint,
}

impl Row<'_> {
    fn selected(&self) -> SelectedPoint {
        SelectedPoint {
            series: self.series.key.clone(),
            period: *self.period,
        }
    }
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
        let unit = unit_words(answer.measure.unit);
        let start = |ui: &mut Ui| {
            let title = RichText::new(&answer.measure.name)
                .font(font(Weight::SemiBold, tokens(ui).text.lead));
            ui.add(Label::new(title).selectable(false).truncate());
        };
        row_with_ends(ui, "head", start, |ui| {
            let about = format!("{unit} · {}", say::count_values(rows.len()));
            ui.label(RichText::new(about).color(tokens(ui).colours.ink_secondary));
            let selected = state.selected.as_ref();
            let wanted = selected.and_then(|selected| of_trend(answer, selected));
            if wanted.is_some() {
                let show = ui.add(Button::secondary(say::rows_show()).small());
                let show = show.on_hover_text(say::rows_show_does());
                if let (true, Some(wanted)) = (show.clicked(), wanted) {
                    actions.send(Action::ShowRows(wanted));
                }
            }
            let copy = ui.add(Button::secondary(say::values_copy()).small());
            if copy.on_hover_text(say::values_copy_does()).clicked() {
                actions.send(Action::Copy(words::in_english(|| as_cells(answer, &rows))));
            }
        });
        ui.add_space(tokens(ui).space.small);
        if ui.available_width() >= LEAST_TABLE {
            table_ui(ui, answer, &rows, state, actions);
            return;
        }
        ScrollArea::horizontal().auto_shrink(false).show(ui, |ui| {
            ui.set_width(LEAST_TABLE);
            table_ui(ui, answer, &rows, state, actions);
        });
    });
}

/// The columns that say something of any row.
fn columns(answer: &TrendAnswer, rows: &[Row<'_>]) -> Vec<Column> {
    let unit = answer.measure.unit;
    let any = |says: fn(&Estimate) -> bool| {
        rows.iter()
            .any(|row| point::shown(&row.point.outcome, unit).is_ok_and(says))
    };
    let has_interval = any(|estimate| estimate.interval.is_some());
    let has_base = any(|estimate| estimate.unweighted_base.is_some());
    Column::ALL
        .into_iter()
        .filter(|column| match column {
            Column::Interval => has_interval,
            Column::Base => has_base,
            Column::FirstPublished => is_revised(answer, rows),
            _ => true,
        })
        .collect()
}

/// Whether any value was revised.
fn is_revised(answer: &TrendAnswer, rows: &[Row<'_>]) -> bool {
    let unit = answer.measure.unit;
    rows.iter()
        .any(|row| !point::revised_from(row.point, unit).is_empty())
}

fn table_ui(
    ui: &mut Ui,
    answer: &TrendAnswer,
    rows: &[Row<'_>],
    state: &ExploreState,
    actions: &mut Actions,
) {
    let selected = state
        .selected
        .as_ref()
        .and_then(|selected| rows.iter().position(|row| is_at(row, selected)));
    keys_ui(ui, rows, selected, actions);
    let is_new = ui.data_mut(|data| {
        let shown = data.get_temp_mut_or_default::<Option<usize>>(Id::unique("row shown"));
        std::mem::replace(shown, selected) != selected
    });
    let columns = columns(answer, rows);
    ui.spacing_mut().item_spacing = vec2(COLUMN_GAP, 0.0);
    let colours = &tokens(ui).colours;
    let selection = &mut ui.visuals_mut().selection;
    selection.bg_fill = colours.selection;
    selection.stroke = Stroke::new(1.0, colours.ink);
    ui.visuals_mut().widgets.hovered.bg_fill = colours.hover;

    let gaps: f32 = columns.iter().map(|_| COLUMN_GAP).sum();
    let room = ui.available_width() - gaps;
    let taken: f32 = columns.iter().filter_map(|column| column.width()).sum();
    let line_width = ((room - taken) * 0.42).max(96.0);
    let mut table = TableBuilder::new(ui)
        .id_salt("values")
        .striped(false)
        .auto_shrink([false, false])
        // The keyboard comes to the table as a whole.
        .sense(Sense::CLICK)
        .cell_layout(Layout::left_to_right(Align::Center));
    for column in &columns {
        table = table.column(match (column, column.width()) {
            (_, Some(width)) => Width::exact(width),
            (Column::Line, None) => Width::exact(line_width).clip(true),
            (_, None) => Width::remainder().at_least(96.0).clip(true),
        });
    }
    if let (Some(row), true) = (selected, is_new) {
        table = table.scroll_to_row(row, Some(Align::Center));
    }
    table
        .header(ROW_HEIGHT, |mut header| {
            for column in &columns {
                header.col(|ui| heading_ui(ui, *column));
            }
        })
        .body(|body| {
            body.rows(ROW_HEIGHT, rows.len(), |mut table_row| {
                let index = table_row.index();
                let Some(row) = rows.get(index) else {
                    return;
                };
                table_row.set_selected(selected == Some(index));
                row_ui(&mut table_row, answer, row, &columns);
                let response = table_row.response();
                response.widget_info(|| {
                    let said = columns.iter().map(|column| cell(answer, row, *column));
                    let said: Vec<String> = said.filter(|words| !words.is_empty()).collect();
                    let is_selected = selected == Some(index);
                    WidgetInfo::selected(Role::Row, true, is_selected, said.join(", "))
                });
                if response.clicked() {
                    actions.send(Action::Select(Some(row.selected())));
                }
            });
        });
}

/// Tab comes to the table as a whole; the arrows go from row to row.
fn keys_ui(ui: &Ui, rows: &[Row<'_>], selected: Option<usize>, actions: &mut Actions) {
    let place = ui.available_rect_before_wrap();
    let response = ui.interact(
        place,
        Id::unique("table of values"),
        Sense::focusable_noninteractive(),
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Table, true, say::data_table()));
    if !response.has_focus() {
        return;
    }
    focus::ring(ui, &response, place.expand(4.0), 4.0);
    let Some(key) = ListKey::pressed(ui, &response) else {
        return;
    };
    // The first key comes to the first row.
    let target = match (key, selected) {
        (ListKey::First | ListKey::Last, _) | (_, Some(_)) => {
            key.from(selected.unwrap_or(0), rows.len(), |_| true)
        }
        (_, None) => Some(0),
    };
    if let Some(row) = target.and_then(|target| rows.get(target)) {
        actions.send(Action::Select(Some(row.selected())));
    }
}

fn heading_ui(ui: &mut Ui, column: Column) {
    let tokens = tokens(ui);
    rule_ui(ui, tokens.colours.rule);
    if let Some(term) = column.term() {
        let across = if column.is_number() {
            Layout::right_to_left(Align::Center)
        } else {
            Layout::left_to_right(Align::Center)
        };
        ui.with_layout(across, |ui| asked_word(ui, column.heading(), term));
        return;
    }
    let heading = RichText::new(column.heading())
        .font(font(Weight::SemiBold, tokens.text.fine))
        .color(tokens.colours.ink_secondary);
    if column.is_number() {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(heading));
    } else {
        ui.label(heading);
    }
}

fn row_ui(
    table_row: &mut TableRow<'_, '_>,
    answer: &TrendAnswer,
    row: &Row<'_>,
    columns: &[Column],
) {
    for column in columns {
        table_row.col(|ui| {
            rule_ui(ui, tokens(ui).colours.rule_soft);
            let words = cell(answer, row, *column);
            if *column == Column::Cell {
                place_ui(ui, &words, row);
            } else if column.is_number() {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.add(Label::new(words).selectable(false).truncate());
                });
            } else {
                ui.add(Label::new(words).selectable(false).truncate());
            }
        });
    }
}

/// A thin rule under the cell, reaching half way to its neighbours.
fn rule_ui(ui: &Ui, colour: egui::Color32) {
    let clip = ui.clip_rect().expand2(vec2(COLUMN_GAP, 0.0));
    let cell = ui.max_rect().expand2(vec2(COLUMN_GAP / 2.0, 0.0));
    let mut painter = ui.painter().clone();
    painter.set_clip_rect(clip);
    painter.hline(
        cell.x_range(),
        cell.bottom() - 0.5,
        Stroke::new(1.0, colour),
    );
}

/// The sheet, elided where it is too long, and the cell, which never is.
fn place_ui(ui: &mut Ui, place: &str, row: &Row<'_>) {
    let tokens = tokens(ui);
    let (sheet, cell) = place
        .rsplit_once(" › ")
        .map_or((place, String::new()), |(sheet, cell)| {
            (sheet, format!(" › {cell}"))
        });
    let font = || font(Weight::Regular, tokens.text.body);
    let ink = tokens.colours.ink;
    let cell = text::line(ui, &cell, font(), ink);
    let room = ui.available_width();
    let sheet = text::elided(ui, sheet, font(), ink, room - cell.size().x);
    let size = vec2((sheet.size().x + cell.size().x).min(room), sheet.size().y);
    let (rect, response): (Rect, _) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, place));
    let after = rect.left() + sheet.size().x;
    let middle = rect.center().y;
    text::paint_from(ui.painter(), pos2(rect.left(), middle), sheet);
    text::paint_from(ui.painter(), pos2(after, middle), cell);
    response.on_hover_ui(|ui| {
        ui.label(row.point.outcome.provenance().describe());
    });
}

fn is_at(row: &Row<'_>, selected: &SelectedPoint) -> bool {
    row.series.key == selected.series && row.period.covers_same_days(&selected.period)
}

/// What a column says of a row.
fn cell(answer: &TrendAnswer, row: &Row<'_>, column: Column) -> String {
    let unit = answer.measure.unit;
    let shown = point::shown(&row.point.outcome, unit);
    match (column, shown) {
        (Column::Line, _) => row.series.label.clone(),
        (Column::Period, _) => row.period.label(),
        (Column::Cell, _) => row.point.outcome.provenance().place(),
        (Column::Value, Ok(estimate)) => unit.format(estimate.value),
        (Column::Value, Err(reason)) => reason.spoken().to_owned(),
        (Column::FirstPublished, Ok(estimate)) => {
            let before = point::revised_from(row.point, unit);
            before.first().map_or_else(String::new, |before| {
                refresh::told_apart(unit, before.value, estimate.value).0
            })
        }
        (Column::Interval, Ok(estimate)) => estimate
            .interval
            .map(|interval| {
                format!(
                    "{} – {}",
                    unit.format(interval.lower),
                    unit.format(interval.upper)
                )
            })
            .unwrap_or_default(),
        (Column::Base, Ok(estimate)) => estimate
            .unweighted_base
            .map(|base| number::grouped(base, 0))
            .unwrap_or_default(),
        (Column::FirstPublished | Column::Interval | Column::Base, Err(_)) => String::new(),
    }
}

/// The table as text that Excel takes as cells, with all columns; that of values before a revision only
/// where there are some.
fn as_cells(answer: &TrendAnswer, rows: &[Row<'_>]) -> String {
    let line = |words: Vec<String>| words.join("\t");
    let is_revised = is_revised(answer, rows);
    let columns: Vec<Column> = Column::ALL
        .into_iter()
        .filter(|column| *column != Column::FirstPublished || is_revised)
        .collect();
    let headings = columns.iter().map(|column| column.heading().to_owned());
    let mut text = line(headings.collect());
    for row in rows {
        text.push('\n');
        let words = columns.iter().map(|column| cell(answer, row, *column));
        text.push_str(&line(words.collect()));
    }
    text
}
