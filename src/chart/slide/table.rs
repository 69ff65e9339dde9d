//! A table on a slide, and a long or wide one on as many slides as it takes.

use super::sheet::SlideSheet;
use crate::chart::canvas::group;
use crate::chart::contents::DataTable;
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::scene::{FilledRect, Group, Line, Node, Role, Stroke};
use crate::chart::text_block::{elide, wrap};
use crate::chart::text_metrics::Font;

/// A part of a table that fits a slide.
#[derive(Clone, Debug, PartialEq)]
pub struct TablePage {
    /// Its columns and rows.
    pub table: DataTable,
    /// The widths of its columns, those of the whole table, so that all pages look alike.
    widths: Vec<f32>,
}

/// How a table is laid out.
struct Measures {
    font: Font,
    heading: Font,
    /// Between columns.
    gap: f32,
    row_height: f32,
}

/// Where its rows stand.
struct Room {
    /// What each column gets beyond its width.
    extra: f32,
    headings: Vec<Vec<String>>,
    body_top: f32,
    /// The room for rows.
    height: f32,
}

impl Measures {
    fn of(sheet: &SlideSheet<'_>) -> Self {
        let canvas = &sheet.canvas;
        let font = canvas.text.axis;
        Self {
            font,
            heading: canvas.text.label,
            gap: 14.0 * canvas.scale,
            row_height: 1.75 * font.size_pt,
        }
    }

    fn widths(&self, sheet: &SlideSheet<'_>, table: &DataTable) -> Vec<f32> {
        let canvas = &sheet.canvas;
        let width_of = |column: usize| {
            let cells = table.rows.iter().filter_map(|row| row.get(column));
            let widest = cells
                .map(|cell| canvas.measure.width(&cell.printed(), self.font))
                .fold(0.0, f32::max);
            // A heading takes up to three lines.
            let name = table
                .columns
                .get(column)
                .map_or("", |held| held.heading.as_str());
            let heading = canvas.measure.width(name, self.heading) / 2.2;
            widest.max(heading).max(48.0) + self.gap
        };
        (0..table.columns.len()).map(width_of).collect()
    }

    fn room(
        &self,
        sheet: &SlideSheet<'_>,
        table: &DataTable,
        widths: &[f32],
        (top, bottom): (f32, f32),
    ) -> Room {
        let canvas = &sheet.canvas;
        let spare = (canvas.content.width() - widths.iter().sum::<f32>()).max(0.0);
        let extra = spare / count(widths.len().max(1));
        let headings: Vec<Vec<String>> = table
            .columns
            .iter()
            .zip(widths)
            .map(|(column, width)| {
                let width = width + extra - self.gap;
                wrap(&column.heading, self.heading, width, 3, canvas.measure)
            })
            .collect();
        let lines = headings.iter().map(Vec::len).max().unwrap_or(1);
        let head_top = top.max(canvas.content.top) + 14.0 * canvas.scale;
        let size = self.heading.size_pt;
        let body_top = head_top + 1.25 * size * count(lines) + 0.4 * size;
        Room {
            extra,
            headings,
            body_top,
            height: bottom - 12.0 * canvas.scale - body_top,
        }
    }

    fn fits(&self, room: &Room, rows: usize) -> bool {
        count(rows) * self.row_height <= room.height
    }
}

/// Lays the table out between the title and the footnote, whose places are given; whether rows or columns
/// were left out, which the last line says.
pub(super) fn table(
    sheet: &SlideSheet<'_>,
    table: &DataTable,
    between: (f32, f32),
    nodes: &mut Vec<Node>,
) -> bool {
    let measures = Measures::of(sheet);
    let widths = measures.widths(sheet, table);
    let mut used = 0.0;
    let fitting = widths
        .iter()
        .take_while(|width| {
            used += **width;
            used <= sheet.canvas.content.width() + measures.gap
        })
        .count()
        .max(1);
    let widths = widths.get(..fitting).unwrap_or(&widths);
    let room = measures.room(sheet, table, widths, between);
    let all = table.rows.len();
    let is_cut = !measures.fits(&room, all) || fitting < table.columns.len();
    let shown = (0..=all)
        .rev()
        .find(|rows| measures.fits(&room, rows + usize::from(is_cut)))
        .unwrap_or(0);
    draw(sheet, table, (widths, shown), (&measures, &room), nodes);
    if is_cut {
        let canvas = &sheet.canvas;
        let middle = room.body_top + (count(shown) + 0.5) * measures.row_height;
        let baseline = middle + measures.font.cap_height() / 2.0;
        let words = left_out(all - shown, table.columns.len() - fitting);
        let (left, colour) = (canvas.content.left, canvas.theme.secondary);
        let run = canvas.run(&words, left, baseline, measures.font, colour);
        nodes.push(group(Role::Message, None, vec![Node::Text(run)]));
    }
    is_cut
}

/// Lays out a part of a table that fits.
pub(super) fn page(
    sheet: &SlideSheet<'_>,
    page: &TablePage,
    between: (f32, f32),
    nodes: &mut Vec<Node>,
) {
    let measures = Measures::of(sheet);
    let room = measures.room(sheet, &page.table, &page.widths, between);
    let all = (&*page.widths, page.table.rows.len());
    draw(sheet, &page.table, all, (&measures, &room), nodes);
}

/// The parts of a table that fit between the title and the footnote, one after the other: as many rows as fit, and
/// of a wide table as many columns, each part with the columns that say whose the values are.
pub(super) fn pages(
    sheet: &SlideSheet<'_>,
    table: &DataTable,
    between: (f32, f32),
) -> Vec<TablePage> {
    let measures = Measures::of(sheet);
    let widths = measures.widths(sheet, table);
    let width_of = |places: &[usize]| -> f32 {
        let widths = places.iter().filter_map(|place| widths.get(*place));
        widths.sum()
    };
    let most = sheet.canvas.content.width() + measures.gap;
    let mut pages = Vec::new();
    for places in table.bands(|places| width_of(places) <= most) {
        let band = table.with_columns(&places);
        let widths: Vec<f32> = places
            .iter()
            .filter_map(|place| widths.get(*place).copied())
            .collect();
        let room = measures.room(sheet, &band, &widths, between);
        let rows = (1..=band.rows.len().max(1))
            .take_while(|rows| measures.fits(&room, *rows))
            .last()
            .unwrap_or(1);
        pages.extend(band.in_parts(rows).into_iter().map(|table| TablePage {
            table,
            widths: widths.clone(),
        }));
    }
    pages
}

/// Draws the first rows of a table: rules, then what is read row by row.
fn draw(
    sheet: &SlideSheet<'_>,
    table: &DataTable,
    (widths, shown): (&[f32], usize),
    (measures, room): (&Measures, &Room),
    nodes: &mut Vec<Node>,
) {
    let canvas = &sheet.canvas;
    let content = canvas.content;
    let Measures {
        font,
        heading,
        gap,
        row_height,
    } = *measures;
    let body_top = room.body_top;
    let mut rules = vec![Node::Rect(FilledRect {
        rect: Rect::new(content.left, body_top - 1.5, content.right, body_top),
        rounding: 0.0,
        fill: canvas.theme.baseline,
    })];
    for row in 1..=shown {
        let y = body_top + count(row) * row_height;
        rules.push(Node::Line(Line {
            points: vec![Point::new(content.left, y), Point::new(content.right, y)],
            stroke: Stroke::solid(1.0, canvas.theme.grid),
        }));
    }
    nodes.push(group(Role::Grid, None, rules));

    let mut left = content.left;
    let mut columns: Vec<(f32, f32, bool)> = Vec::with_capacity(widths.len());
    for (width, column) in widths.iter().zip(&table.columns) {
        let right = left + width + room.extra - gap;
        columns.push((left, right, column.is_label));
        left = right + gap;
    }
    let run =
        |text: &str, (left, right, is_label): (f32, f32, bool), baseline: f32, is_head: bool| {
            let (font, ink) = if is_head {
                (heading, canvas.theme.secondary)
            } else {
                (font, canvas.theme.ink)
            };
            let text = elide(text, font, right - left, canvas.measure);
            let width = canvas.measure.width(&text, font);
            let x = if is_label { left } else { right - width };
            Node::Text(canvas.run(&text, x, baseline, font, ink))
        };
    let mut all = Vec::with_capacity(shown + 1);
    let heads = columns.iter().zip(&room.headings).enumerate();
    let heads = heads.map(|(at, (column, lines))| {
        let words = lines.iter().enumerate().map(|(line, words)| {
            let below = count(lines.len() - line - 1) * 1.25 * heading.size_pt;
            let baseline = body_top - 0.55 * heading.size_pt - below;
            run(words, *column, baseline, true)
        });
        named(
            Role::ColumnHeader,
            &format!("heading-{}", at + 1),
            words.collect(),
        )
    });
    all.push(named(Role::TableRow, "headings", heads.collect()));
    for (row, cells) in table.rows.iter().take(shown).enumerate() {
        let middle = body_top + (count(row) + 0.5) * row_height;
        let baseline = middle + font.cap_height() / 2.0;
        let cells = columns.iter().zip(cells).enumerate();
        let cells = cells.map(|(at, (column, cell))| {
            let role = if column.2 {
                Role::RowHeader
            } else {
                Role::TableCell
            };
            let words = vec![run(&cell.printed(), *column, baseline, false)];
            named(role, &format!("cell-{}-{}", row + 1, at + 1), words)
        });
        all.push(named(
            Role::TableRow,
            &format!("row-{}", row + 1),
            cells.collect(),
        ));
    }
    nodes.push(group(Role::Table, None, all));
}

fn named(role: Role, id: &str, children: Vec<Node>) -> Node {
    Node::Group(Group {
        role,
        series: None,
        id: id.to_owned(),
        children,
    })
}

fn left_out(rows: usize, columns: usize) -> String {
    let some = |count: usize, one: &str| match count {
        0 => None,
        1 => Some(format!("1 more {one}")),
        several => Some(format!("{several} more {one}s")),
    };
    let parts: Vec<String> = [some(rows, "row"), some(columns, "column")]
        .into_iter()
        .flatten()
        .collect();
    format!("{} than fit here", parts.join(" and "))
}
