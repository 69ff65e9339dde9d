//! A table of values as a table of PowerPoint.

use super::deck::DeckLook;
use super::drawing::{LANGUAGE, hundredths, run};
use super::fit;
use super::place::{Frame, emu};
use super::xml::Element;
use crate::chart::contents::{DataCell, DataTable};

/// The sizes of text that are tried, in points: the first with which all rows fit is taken.
const SIZES: [f32; 7] = [14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0];
/// The height of a row in sizes of its text.
const ROW: f32 = 1.75;
/// Left and right of a cell's text, in points.
const PADDING: f32 = 6.0;

/// The address of tables in the standard of office files.
pub const TABLE: &str = "http://schemas.openxmlformats.org/drawingml/2006/table";

/// The texts of a table, headings first.
pub fn texts(table: &DataTable) -> Vec<Vec<String>> {
    let headings = table.columns.iter().map(|column| column.heading.clone());
    let rows = table
        .rows
        .iter()
        .map(|row| row.iter().map(DataCell::printed).collect());
    std::iter::once(headings.collect()).chain(rows).collect()
}

/// Widths of columns in points, the height of a row, and the size of text.
struct Measures {
    widths: Vec<f32>,
    row_pt: f32,
    heading_pt: f32,
    text_pt: f32,
}

fn measures(texts: &[Vec<String>], frame: Frame) -> Measures {
    let columns = texts.first().map_or(0, Vec::len);
    let at_size = |size: f32| -> Measures {
        let wanted: Vec<f32> = (0..columns)
            .map(|column| {
                let cells = texts.iter().enumerate();
                let widths = cells.filter_map(|(row, held)| {
                    let text = held.get(column)?;
                    // Headings may take several lines: their longest word has to fit.
                    let text = if row == 0 {
                        text.split_whitespace()
                            .max_by(|one, two| one.len().cmp(&two.len()))?
                    } else {
                        text
                    };
                    Some(fit::width(text, size, row == 0))
                });
                widths.fold(20.0, f32::max) + 2.0 * PADDING
            })
            .collect();
        let total: f32 = wanted.iter().sum();
        let widths: Vec<f32> = wanted
            .iter()
            .map(|width| width * frame.width_pt / total.max(1.0))
            .collect();
        let lines = |text: &str, width: f32| {
            let room = (width - 2.0 * PADDING).max(1.0);
            (1..12_u8)
                .find(|lines| fit::width(text, size, true) <= 0.85 * room * f32::from(*lines))
                .unwrap_or(12)
        };
        let headings = texts.first().into_iter().flatten().zip(&widths);
        let most = headings
            .map(|(text, width)| lines(text, *width))
            .fold(1, u8::max);
        Measures {
            widths,
            row_pt: ROW * size,
            heading_pt: (1.2 * f32::from(most) + 0.55) * size,
            text_pt: size,
        }
    };
    let rows = texts.iter().skip(1).fold(0.0, |rows: f32, _| rows + 1.0);
    let fits = |held: &Measures| held.heading_pt + rows * held.row_pt <= frame.height_pt;
    let [.., smallest] = SIZES;
    SIZES
        .into_iter()
        .map(at_size)
        .find(fits)
        .unwrap_or_else(|| at_size(smallest))
}

/// The table, and the height that it takes in points.
pub fn table(table: &DataTable, frame: Frame, look: &DeckLook) -> (Element, f32) {
    let texts = texts(table);
    let held = measures(&texts, frame);
    let is_label = |column: usize| {
        table
            .columns
            .get(column)
            .is_some_and(|column| column.is_label)
    };
    let grid = held
        .widths
        .iter()
        .map(|width| Element::new("a:gridCol").with("w", emu(*width)));
    let rows = texts.iter().enumerate().map(|(row, cells)| {
        let is_heading = row == 0;
        let height = if is_heading {
            held.heading_pt
        } else {
            held.row_pt
        };
        let cells = cells.iter().enumerate().map(|(column, text)| {
            let words = table.rows.get(row.wrapping_sub(1));
            let is_words = words
                .and_then(|cells| cells.get(column))
                .is_some_and(|cell| matches!(cell, DataCell::Text(_)));
            let heads_words = is_heading && all_words(table, column);
            let side = if is_label(column) || (is_words && !is_heading) || heads_words {
                "l"
            } else {
                "r"
            };
            cell(text, held.text_pt, is_heading, side, look)
        });
        Element::new("a:tr").with("h", emu(height)).holding(cells)
    });
    let rows: Vec<Element> = rows.collect();
    let height = texts
        .iter()
        .skip(1)
        .fold(held.heading_pt, |sum, _| sum + held.row_pt);
    let element = Element::new("a:tbl")
        .holding([
            Element::new("a:tblPr").with("firstRow", 1),
            Element::new("a:tblGrid").holding(grid),
        ])
        .holding(rows);
    (element, height)
}

/// Whether a column has words and no number.
fn all_words(table: &DataTable, column: usize) -> bool {
    let mut cells = table
        .rows
        .iter()
        .filter_map(|row| row.get(column))
        .peekable();
    let is_word = |cell: &DataCell| matches!(cell, DataCell::Text(_) | DataCell::Empty);
    cells.peek().is_some() && cells.all(is_word)
}

fn cell(text: &str, size_pt: f32, is_heading: bool, side: &str, look: &DeckLook) -> Element {
    let mut held = run(text, is_heading);
    if let Some(properties) = held.find_mut("rPr") {
        properties.set("sz", hundredths(size_pt));
        let colour = super::drawing::colour(look, look.ink);
        *properties = properties
            .clone()
            .holding([Element::new("a:solidFill").holding([colour])]);
    }
    let runs = (!text.is_empty()).then_some(held);
    let end = Element::new("a:endParaRPr")
        .with("lang", LANGUAGE)
        .with("sz", hundredths(size_pt));
    let paragraph = Element::new("a:p")
        .holding([Element::new("a:pPr").with("algn", side)])
        .holding(runs)
        .holding([end]);
    let (colour, width) = if is_heading {
        (look.secondary, 1.5)
    } else {
        (look.rule, 0.75)
    };
    let none = |name: &str| {
        Element::new(name)
            .with("w", 0)
            .holding([Element::new("a:noFill")])
    };
    let below = Element::new("a:lnB")
        .with("w", emu(width))
        .holding([super::drawing::fill(look, colour)]);
    Element::new("a:tc").holding([
        Element::new("a:txBody").holding([
            Element::new("a:bodyPr"),
            Element::new("a:lstStyle"),
            paragraph,
        ]),
        Element::new("a:tcPr")
            .with("marL", emu(PADDING))
            .with("marR", emu(PADDING))
            .with("marT", emu(0.2 * size_pt))
            .with("marB", emu(0.2 * size_pt))
            .with("anchor", if is_heading { "b" } else { "ctr" })
            .holding([
                none("a:lnL"),
                none("a:lnR"),
                none("a:lnT"),
                below,
                Element::new("a:noFill"),
            ]),
    ])
}
