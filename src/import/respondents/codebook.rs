//! The sheet in which a workbook explains its columns: the question behind each, and what codes stand for.

use crate::base::text::{clean, fold};
use crate::import::grid::{CellValue, Grid};
use crate::import::workbook::Workbook;

use super::column::{key, number};

/// How many columns a codebook must explain that another sheet has.
const FEWEST_SHARED: usize = 2;

/// What a workbook says of its columns.
#[derive(Clone, Debug, Default)]
pub(crate) struct Codebook {
    /// The sheet it stands in.
    pub(crate) sheet: Option<String>,
    entries: Vec<Variable>,
}

/// What a codebook says of one column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Variable {
    /// The column, as the codebook names it.
    pub(crate) name: String,
    /// The question, or what the column holds.
    pub(crate) text: Option<String>,
    /// Codes (or answers) and what stands beside them; empty where nothing does.
    pub(crate) codes: Vec<(String, String)>,
}

impl Variable {
    /// What a code stands for; `None` where the codebook says nothing about it, or gives answers in words.
    pub(crate) fn label_of(&self, code: &str) -> Option<&str> {
        let is_code = number(code.trim(), false).is_some() || code.trim().chars().count() == 1;
        if !is_code {
            return None;
        }
        let wanted = key(code);
        self.codes
            .iter()
            .find(|(held, label)| {
                !label.is_empty()
                    && (key(held) == wanted
                        || matches!((number(held, false), number(&wanted, false)), (Some(a), Some(b)) if a.to_bits() == b.to_bits()))
            })
            .map(|(_, label)| label.as_str())
    }

    /// The place of an answer in the codebook, by its code or by its words.
    pub(crate) fn place_of(&self, label: &str) -> Option<usize> {
        let wanted = key(label);
        self.codes
            .iter()
            .position(|(code, label)| key(label) == wanted || key(code) == wanted)
    }
}

impl Codebook {
    /// Finds the codebook of a workbook: a sheet with a column of names that head the columns of another.
    pub(crate) fn find(workbook: &Workbook) -> Self {
        let grids: Vec<&Grid> = workbook
            .sheets
            .iter()
            .filter_map(|sheet| sheet.grid.as_ref().ok())
            .collect();
        for grid in &grids {
            let Some(entries) = read(grid) else { continue };
            let shared = |other: &&Grid| {
                // In one row: names down a column are no headings.
                (0..other.row_count().min(12))
                    .map(|row| explained(&entries, other, row))
                    .max()
                    .unwrap_or(0)
            };
            let explains = grids
                .iter()
                .filter(|other| other.name() != grid.name() && other.row_count() >= 20)
                .map(shared)
                .max()
                .unwrap_or(0);
            // A list of names that happen to head a few columns elsewhere is none.
            if explains >= FEWEST_SHARED && explains * 3 >= entries.len() {
                return Self {
                    sheet: Some(grid.name().to_owned()),
                    entries,
                };
            }
        }
        Self::default()
    }

    /// What it says of a column.
    pub(crate) fn variable(&self, heading: &str) -> Option<&Variable> {
        let heading = fold(heading);
        self.entries
            .iter()
            .find(|entry| fold(&entry.name) == heading)
            .or_else(|| {
                self.entries
                    .iter()
                    .find(|entry| names(&fold(&entry.name), &heading))
            })
    }

    /// How many columns it explains.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }
}

/// How many of the headings in a row of another sheet the entries explain.
fn explained(entries: &[Variable], other: &Grid, row: u32) -> usize {
    let headings: Vec<String> = other
        .row(row)
        .filter_map(|(_, value)| match value {
            CellValue::Text(text) => Some(fold(text)),
            _ => None,
        })
        .collect();
    if headings.len() < FEWEST_SHARED {
        return 0;
    }
    let is_named = |heading: &&String| {
        entries
            .iter()
            .any(|entry| names(&fold(&entry.name), heading))
    };
    headings.iter().filter(is_named).count()
}

/// Whether a codebook's name, folded, is that of a heading: the same, or the number before its words.
fn names(name: &str, heading: &str) -> bool {
    if name == heading {
        return true;
    }
    let is_number = !name.contains(' ')
        && name.starts_with(|c: char| c.is_alphabetic())
        && name.ends_with(|c: char| c.is_alphanumeric())
        && name.bytes().any(|byte| byte.is_ascii_digit());
    is_number
        && heading
            .strip_prefix(name)
            .is_some_and(|rest| rest.starts_with(' '))
}

/// The columns of a codebook.
struct Headings {
    row: u32,
    name: u32,
    text: Option<u32>,
    code: Option<u32>,
    label: Option<u32>,
}

fn headings(grid: &Grid) -> Option<Headings> {
    const NAMES: &[&str] = &[
        "variable",
        "variable name",
        "variables",
        "column",
        "column name",
        "column heading",
        "field",
        "field name",
        "name",
        "question number",
        "question no",
        "question id",
        "q",
        "q no",
        "heading",
    ];
    const TEXTS: &[&str] = &[
        "question",
        "question text",
        "question wording",
        "wording",
        "variable label",
        "variable description",
        "label",
        "description",
        "full question",
        "title",
    ];
    const CODES: &[&str] = &[
        "code",
        "codes",
        "value",
        "values",
        "answer code",
        "response code",
        "option code",
        "numeric code",
        "coding",
        "answer",
        "answers",
        "response options",
        "answer options",
        "categories",
    ];
    const LABELS: &[&str] = &[
        "meaning",
        "value label",
        "value labels",
        "answer label",
        "answer text",
        "answer",
        "response",
        "response text",
        "label",
        "code label",
        "category",
        "description",
        "option",
    ];
    for row in 0..grid.row_count().min(15) {
        let cells: Vec<(u32, String)> = grid
            .row(row)
            .filter_map(|(column, value)| match value {
                CellValue::Text(text) => Some((column, fold(text))),
                _ => None,
            })
            .collect();
        let mut taken: Vec<u32> = Vec::new();
        let mut find = |words: &[&str]| {
            let found = words.iter().find_map(|word| {
                cells
                    .iter()
                    .find(|(column, text)| text == word && !taken.contains(column))
            });
            let found = found.map(|(column, _)| *column);
            taken.extend(found);
            found
        };
        let Some(name) = find(NAMES) else { continue };
        let code = find(CODES);
        // The label of a column stands before its codes, that of a code after them.
        let (text, label) = match code {
            Some(code) => {
                let before: Vec<&str> = TEXTS
                    .iter()
                    .copied()
                    .filter(|word| {
                        cells
                            .iter()
                            .any(|(column, text)| text == word && *column < code)
                    })
                    .collect();
                (find(&before), find(LABELS))
            }
            None => (find(TEXTS), None),
        };
        if text.is_some() || code.is_some() {
            return Some(Headings {
                row,
                name,
                text,
                code,
                label,
            });
        }
    }
    None
}

/// The entries of a sheet that looks like a codebook.
fn read(grid: &Grid) -> Option<Vec<Variable>> {
    let headings = headings(grid)?;
    let cell = |row: u32, column: Option<u32>| -> String {
        match column.map(|column| grid.filled(row, column)) {
            Some(CellValue::Text(text)) => clean_lines(text),
            Some(CellValue::Number(number)) => super::column::number_label(number),
            _ => String::new(),
        }
    };
    let mut entries: Vec<Variable> = Vec::new();
    for row in headings.row + 1..grid.row_count() {
        let name = clean(&cell(row, Some(headings.name)));
        let is_new = !name.is_empty()
            && entries
                .last()
                .is_none_or(|last| fold(&last.name) != fold(&name));
        if is_new {
            entries.push(Variable {
                name,
                ..Variable::default()
            });
        }
        let Some(variable) = entries.last_mut() else {
            continue;
        };
        let text = clean(&cell(row, headings.text));
        if variable.text.is_none() && !text.is_empty() {
            variable.text = Some(text);
        }
        let (code, label) = (cell(row, headings.code), cell(row, headings.label));
        let inline = pairs(&code);
        if inline.len() >= 2 {
            variable.codes.extend(inline);
        } else if let inline = pairs(&label)
            && inline.len() >= 2
        {
            variable.codes.extend(inline);
        } else if !code.is_empty() {
            variable.codes.push((clean(&code), clean(&label)));
        }
    }
    (!entries.is_empty()).then_some(entries)
}

/// The text with its line breaks, which part codes from each other.
fn clean_lines(text: &str) -> String {
    text.lines().map(clean).collect::<Vec<_>>().join("\n")
}

/// `1=Very safe; 2=Fairly safe`, `1 - Yes, 2 - No`, one a line or in one: codes and labels.
fn pairs(text: &str) -> Vec<(String, String)> {
    let separator = if text.contains('\n') {
        '\n'
    } else if text.contains(';') {
        ';'
    } else if text.contains('|') {
        '|'
    } else {
        ','
    };
    let mut pairs: Vec<(String, String)> = Vec::new();
    for part in text.split(separator) {
        let part = part.trim();
        let digits = part
            .char_indices()
            .take_while(|(at, c)| c.is_ascii_digit() || *at == 0 && *c == '-')
            .count();
        let split = part
            .split_at_checked(digits)
            .filter(|(code, _)| number(code, false).is_some());
        let label = split.and_then(|(code, rest)| {
            let rest = rest.trim_start();
            let rest = rest
                .strip_prefix(['=', ':', '-', '–', '.', ')'])
                .map(str::trim)?;
            Some((code.to_owned(), clean(rest)))
        });
        match (label, pairs.last_mut()) {
            (Some(pair), _) => pairs.push(pair),
            // "1=Yes, always, 2=No": a comma within a label.
            (None, Some((_, label))) if separator == ',' && !part.is_empty() => {
                label.push_str(", ");
                label.push_str(part);
            }
            (None, _) if part.is_empty() => {}
            (None, _) => return Vec::new(),
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_in_one_cell() {
        let pair = |code: &str, label: &str| (String::from(code), String::from(label));
        assert_eq!(
            pairs("1=Very safe; 2=Fairly safe;-9=Refused"),
            [
                pair("1", "Very safe"),
                pair("2", "Fairly safe"),
                pair("-9", "Refused")
            ]
        );
        assert_eq!(
            pairs("1 - Yes, always\n2 - No"),
            [pair("1", "Yes, always"), pair("2", "No")]
        );
        assert_eq!(
            pairs("1: Yes, always, 2: No"),
            [pair("1", "Yes, always"), pair("2", "No")]
        );
        assert!(pairs("Very safe").is_empty());
        assert!(pairs("Asked of people aged 16, 17, 18").is_empty());
    }
}
