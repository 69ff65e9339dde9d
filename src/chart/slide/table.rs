//! A table on a slide.

use super::sheet::SlideSheet;
use crate::chart::canvas::group;
use crate::chart::contents::DataTable;
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::scene::{FilledRect, Line, Node, Role, Stroke};
use crate::chart::text_block::{elide, wrap};
use crate::chart::text_metrics::Font;

/// Lays the table out between the title and the footnote, whose places are given; whether rows or columns
/// were left out, which the last line says.
pub(super) fn table(
    sheet: &SlideSheet<'_>,
    table: &DataTable,
    (top, bottom): (f32, f32),
    nodes: &mut Vec<Node>,
) -> bool {
    let canvas = &sheet.canvas;
    let content = canvas.content;
    let (font, heading) = (canvas.text.axis, canvas.text.label);
    let gap = 14.0 * canvas.scale;
    let widths: Vec<f32> = (0..table.columns.len())
        .map(|column| {
            let cells = table.rows.iter().filter_map(|row| row.get(column));
            let widest = cells
                .map(|cell| canvas.measure.width(&cell.printed(), font))
                .fold(0.0, f32::max);
            // A heading takes up to three lines.
            let name = table
                .columns
                .get(column)
                .map_or("", |held| held.heading.as_str());
            widest
                .max(canvas.measure.width(name, heading) / 2.2)
                .max(48.0)
                + gap
        })
        .collect();
    let mut used = 0.0;
    let fitting = widths
        .iter()
        .take_while(|width| {
            used += **width;
            used <= content.width() + gap
        })
        .count()
        .max(1);
    let spare = (content.width() - widths.iter().take(fitting).sum::<f32>()).max(0.0);
    let extra = spare / count(fitting);
    let row_height = 1.75 * font.size_pt;
    let head_top = top.max(content.top) + 14.0 * canvas.scale;
    let headings: Vec<Vec<String>> = table
        .columns
        .iter()
        .zip(&widths)
        .take(fitting)
        .map(|(column, width)| {
            wrap(
                &column.heading,
                heading,
                width + extra - gap,
                3,
                canvas.measure,
            )
        })
        .collect();
    let lines = headings.iter().map(Vec::len).max().unwrap_or(1);
    let body_top = head_top + 1.25 * heading.size_pt * count(lines) + 0.4 * heading.size_pt;
    let room = bottom - 12.0 * canvas.scale - body_top;
    let fits = |rows: usize| count(rows) * row_height <= room;
    let all = table.rows.len();
    let is_cut = !fits(all) || fitting < table.columns.len();
    let shown = (0..=all)
        .rev()
        .find(|rows| fits(rows + usize::from(is_cut)))
        .unwrap_or(0);

    let mut children = Vec::new();
    let mut left = content.left;
    for (at, width) in widths.iter().take(fitting).enumerate() {
        let right = left + width + extra - gap;
        let is_label = table.columns.get(at).is_some_and(|column| column.is_label);
        let mut put = |text: &str, baseline: f32, font: Font, is_head: bool| {
            let text = elide(text, font, right - left, canvas.measure);
            let width = canvas.measure.width(&text, font);
            let x = if is_label { left } else { right - width };
            let ink = if is_head {
                canvas.theme.secondary
            } else {
                canvas.theme.ink
            };
            children.push(Node::Text(canvas.run(&text, x, baseline, font, ink)));
        };
        let names = headings.get(at).map_or(&[][..], Vec::as_slice);
        for (line, name) in names.iter().enumerate() {
            let below = count(names.len() - line - 1) * 1.25 * heading.size_pt;
            put(
                name,
                body_top - 0.55 * heading.size_pt - below,
                heading,
                true,
            );
        }
        for (row, cells) in table.rows.iter().take(shown).enumerate() {
            if let Some(cell) = cells.get(at) {
                let middle = body_top + (count(row) + 0.5) * row_height;
                put(
                    &cell.printed(),
                    middle + font.cap_height() / 2.0,
                    font,
                    false,
                );
            }
        }
        left = right + gap;
    }
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
    if is_cut {
        let baseline = body_top + (count(shown) + 0.5) * row_height + font.cap_height() / 2.0;
        let words = left_out(all - shown, table.columns.len() - fitting);
        let run = canvas.run(&words, content.left, baseline, font, canvas.theme.secondary);
        children.push(Node::Text(run));
    }
    nodes.push(group(Role::Series, None, children));
    is_cut
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
