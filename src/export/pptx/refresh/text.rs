//! Other words in the place of those that are there, in their formats.

use crate::export::pptx::deck::Paragraph;
use crate::export::pptx::drawing::LANGUAGE;
use crate::export::pptx::xml::{Child, Element};

/// The words of the text of a shape or cell, its paragraphs one under another.
pub fn words(body: &Element) -> String {
    let paragraphs = body.elements().filter(|held| held.local() == "p");
    let texts = paragraphs.map(|paragraph| {
        let mut text = String::new();
        for part in paragraph.elements() {
            match part.local() {
                "r" | "fld" => {
                    text.push_str(&part.find("t").map(Element::whole_text).unwrap_or_default());
                }
                "br" => text.push(' '),
                _ => {}
            }
        }
        text
    });
    texts.collect::<Vec<_>>().join("\n")
}

/// Puts paragraphs in the place of those that are there: each takes the format of the one in its place, or of
/// the last, and its words that of the first words there.
pub fn replace(body: &mut Element, paragraphs: &[Paragraph]) {
    let old: Vec<Element> = body
        .elements()
        .filter(|held| held.local() == "p")
        .cloned()
        .collect();
    let empty = Element::new("a:p");
    let last = old.last().unwrap_or(&empty);
    let new: Vec<Element> = paragraphs
        .iter()
        .enumerate()
        .map(|(place, paragraph)| rewritten(old.get(place).unwrap_or(last), paragraph))
        .collect();
    body.remove("p");
    body.children.extend(new.into_iter().map(Child::Element));
}

fn rewritten(old: &Element, paragraph: &Paragraph) -> Element {
    let mut new = Element::new(&old.name);
    new.attributes.clone_from(&old.attributes);
    new = new.holding(old.find("pPr").cloned());
    let of_run = old
        .elements()
        .find(|held| matches!(held.local(), "r" | "fld"))
        .and_then(|run| run.find("rPr"));
    let of_end = old.find("endParaRPr");
    let format = of_run.or(of_end).cloned().map_or_else(
        || Element::new("a:rPr").with("lang", LANGUAGE),
        |mut format| {
            format.name = String::from("a:rPr");
            format
        },
    );
    let has_several = paragraph.runs.len() > 1;
    for run in paragraph.runs.iter().filter(|run| !run.text.is_empty()) {
        let mut format = format.clone();
        if has_several {
            format.set("b", u8::from(run.is_bold));
        }
        new = new
            .holding([Element::new("a:r").holding([format, Element::new("a:t").text(&run.text)])]);
    }
    new.holding(of_end.cloned())
}

/// Puts the texts of a table in the place of those that are there; rows and columns are added in the format of
/// the last, or taken away.
pub fn replace_table(table: &mut Element, texts: &[Vec<String>]) {
    let columns = texts.first().map_or(0, Vec::len);
    if let Some(grid) = table.find_mut("tblGrid") {
        resize(grid, "gridCol", columns);
    }
    resize(table, "tr", texts.len());
    let rows = table.elements_mut().filter(|held| held.local() == "tr");
    for (row, texts) in rows.zip(texts) {
        resize(row, "tc", columns);
        let cells = row.elements_mut().filter(|held| held.local() == "tc");
        for (cell, text) in cells.zip(texts) {
            if let Some(body) = cell.find_mut("txBody")
                && words(body) != *text
            {
                replace(body, &[Paragraph::plain(text)]);
            }
        }
    }
}

/// The texts of a table.
pub fn table_words(table: &Element) -> Vec<Vec<String>> {
    let rows = table.elements().filter(|held| held.local() == "tr");
    rows.map(|row| {
        let cells = row.elements().filter(|held| held.local() == "tc");
        cells
            .map(|cell| cell.find("txBody").map(words).unwrap_or_default())
            .collect()
    })
    .collect()
}

/// Makes as many elements of a name as are wanted, more of them like the last. Widths of columns keep their
/// sum.
fn resize(parent: &mut Element, local: &str, wanted: usize) {
    let is_one = |child: &Child| matches!(child, Child::Element(held) if held.local() == local);
    let width = |child: &Child| match child {
        Child::Element(held) => held.attribute("w").and_then(|width| width.parse().ok()),
        _ => None::<i64>,
    };
    let sum = |parent: &Element| -> i64 { parent.children.iter().filter_map(width).sum() };
    let held = parent.children.iter().filter(|child| is_one(child)).count();
    if held == wanted || held == 0 {
        return;
    }
    let before = sum(parent);
    let Some(last) = parent.children.iter().rposition(is_one) else {
        return;
    };
    if let Some(model) = parent.children.get(last).cloned() {
        for _ in held..wanted {
            let mut added = model.clone();
            if let Child::Element(added) = &mut added {
                // The numbers by which PowerPoint knows rows and columns are given once.
                added.remove("extLst");
            }
            parent.children.insert(last + 1, added);
        }
    }
    let mut seen = 0;
    parent.children.retain(|child| {
        seen += usize::from(is_one(child));
        !is_one(child) || seen <= wanted
    });
    let after = sum(parent);
    if after > 0 {
        for column in parent.elements_mut() {
            if let Some(width) = column
                .attribute("w")
                .and_then(|width| width.parse::<i64>().ok())
            {
                column.set("w", width.saturating_mul(before) / after);
            }
        }
    }
}
