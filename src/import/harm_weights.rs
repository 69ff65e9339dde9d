//! Reads a set of harm weights: two columns, known by their headings, one of offences and one of weights. What
//! is not certain is left out, and told with its cell.

use std::path::Path;

use jiff::civil::Date;

use super::apart;
use super::error::ReadError;
use super::grid::{CellValue, Grid, Visibility};
use super::self_description::is_illustrative;
use super::values::parse_number;
use super::workbook::{self, Workbook};
use crate::base::progress::Progress;
use crate::base::text::{clean, fold};
use crate::data::{CellRef, HarmWeight, HarmWeights, SheetIndex};
use crate::words::say;

/// How far down a sheet the headings may stand.
const ROWS_LOOKED_AT: u32 = 40;

/// A set of weights as it was read, and what was not.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightsReading {
    /// The set.
    pub weights: HarmWeights,
    /// What was left out, and why.
    pub left_out: Vec<WeightLeftOut>,
}

/// A row of a set of weights that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeightLeftOut {
    /// The cell.
    pub cell: CellRef,
    /// The offence.
    pub offence: String,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why a row of a set of weights was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyLeftOut {
    /// Nothing stands in the cell of the weight.
    NoWeight,
    /// What stands there is no number of which one can be sure.
    NotANumber(String),
    /// It is less than nought.
    Negative,
    /// The same offence has another weight in another cell.
    AlsoAt(CellRef),
}

impl WeightLeftOut {
    /// What, where and why: "B7, Arson: “tbc” is no number".
    pub fn words(&self) -> String {
        let Self {
            cell, offence, why, ..
        } = self;
        let cell = cell.to_string();
        match why {
            WhyLeftOut::NoWeight => say::WeightLeftOutNone { cell, offence }.say(),
            WhyLeftOut::NotANumber(text) => say::WeightLeftOutText {
                cell,
                offence,
                text,
            }
            .say(),
            WhyLeftOut::Negative => say::WeightLeftOutNegative { cell, offence }.say(),
            WhyLeftOut::AlsoAt(other) => say::WeightLeftOutOther {
                cell,
                offence,
                other: other.to_string(),
            }
            .say(),
        }
    }
}

/// Why a file gives no set of weights.
#[derive(Debug, thiserror::Error)]
pub enum WeightsError {
    /// The file cannot be read at all.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// No sheet has the two headings.
    #[error(
        "{file} has no column headed “Offence” beside one headed “Weight”. Give the two columns these headings, and load it again"
    )]
    NoHeadings {
        /// The file.
        file: String,
    },
    /// Several columns may be the weights.
    #[error(
        "Several columns of {file} may hold the weights: {columns}. Give the one that is meant the heading “Weight”, and load it again"
    )]
    SeveralColumns {
        /// The file.
        file: String,
        /// Their headings.
        columns: String,
    },
    /// Several sheets have the two headings.
    #[error(
        "Several sheets of {file} hold weights: {sheets}. Keep the one that is meant, and load it again"
    )]
    SeveralSheets {
        /// The file.
        file: String,
        /// Their names.
        sheets: String,
    },
    /// No row has a weight of which one can be sure.
    #[error("{file} has the headings of a set of weights, and no weight under them")]
    NoWeights {
        /// The file.
        file: String,
    },
}

/// Reads a set of weights from a file.
///
/// # Errors
/// [`WeightsError`].
pub fn read_harm_weights(
    path: &Path,
    today: Date,
    progress: &Progress,
) -> Result<WeightsReading, WeightsError> {
    let opened = apart::open(path, progress)?;
    weights_in(&opened.file_name, &opened.workbook, today)
}

/// Reads a set of weights from the bytes of a file of a name.
///
/// # Errors
/// [`WeightsError`].
pub fn harm_weights_of(
    file: &str,
    bytes: &[u8],
    today: Date,
    progress: &Progress,
) -> Result<WeightsReading, WeightsError> {
    let workbook = workbook::open(file, bytes, progress)?;
    weights_in(file, &workbook, today)
}

fn weights_in(
    file: &str,
    workbook: &Workbook,
    today: Date,
) -> Result<WeightsReading, WeightsError> {
    let name = || file.to_owned();
    let mut found: Vec<(SheetIndex, &Grid, Headings)> = Vec::new();
    let mut unclear: Option<Vec<String>> = None;
    for (place, sheet) in (0..).zip(&workbook.sheets) {
        let Ok(grid) = &sheet.grid else { continue };
        if sheet.visibility != Visibility::Visible {
            continue;
        }
        match Headings::find(grid) {
            Some(Ok(headings)) => found.push((SheetIndex(place), grid, headings)),
            Some(Err(columns)) => unclear = unclear.or(Some(columns)),
            None => {}
        }
    }
    let (sheet, grid, headings) = match found.as_slice() {
        [one] => one,
        [] => {
            return Err(match unclear {
                Some(columns) => WeightsError::SeveralColumns {
                    file: name(),
                    columns: columns.join(", "),
                },
                None => WeightsError::NoHeadings { file: name() },
            });
        }
        several => {
            let sheets: Vec<&str> = several.iter().map(|(_, grid, _)| grid.name()).collect();
            return Err(WeightsError::SeveralSheets {
                file: name(),
                sheets: sheets.join(", "),
            });
        }
    };
    let (weights, left_out) = rows(*sheet, grid, headings);
    if weights.is_empty() {
        return Err(WeightsError::NoWeights { file: name() });
    }
    let stem = Path::new(file).file_stem();
    let stem = stem.map_or_else(name, |stem| stem.to_string_lossy().into_owned());
    Ok(WeightsReading {
        weights: HarmWeights {
            name: clean(&stem.replace('_', " ")),
            file_name: name(),
            sheet: grid.name().trim().to_owned(),
            imported_on: today,
            is_illustrative: is_illustrative(workbook),
            heading: headings.heading.clone(),
            weights,
        },
        left_out,
    })
}

/// The headings of the two columns.
struct Headings {
    row: u32,
    offence: u32,
    weight: u32,
    heading: String,
}

impl Headings {
    /// The first row with a heading of offences and one of weights; `Err` where several columns may be weights.
    fn find(grid: &Grid) -> Option<Result<Self, Vec<String>>> {
        (0..grid.row_count().min(ROWS_LOOKED_AT)).find_map(|row| {
            let texts: Vec<(u32, String)> = grid
                .row(row)
                .filter_map(|(column, value)| match value {
                    CellValue::Text(text) if text.chars().count() <= 60 => {
                        Some((column, text.to_owned()))
                    }
                    _ => None,
                })
                .collect();
            let offence = offence_column(&texts)?;
            let candidates: Vec<&(u32, String)> = texts
                .iter()
                .filter(|(column, text)| *column != offence && is_of_weights(text))
                .collect();
            let exact: Vec<&&(u32, String)> = candidates
                .iter()
                .filter(|(_, text)| matches!(fold(text).as_str(), "weight" | "weights"))
                .collect();
            let (weight, heading) = match (exact.as_slice(), candidates.as_slice()) {
                ([one], _) => one,
                (_, []) => return None,
                ([], [one]) => one,
                (_, several) => {
                    let names = several.iter().map(|(_, text)| text.clone());
                    return Some(Err(names.collect()));
                }
            };
            Some(Ok(Self {
                row,
                offence,
                weight: *weight,
                heading: heading.clone(),
            }))
        })
    }
}

/// The column of offences: headed just so, else the first whose heading begins so.
fn offence_column(texts: &[(u32, String)]) -> Option<u32> {
    const EXACT: [&str; 7] = [
        "offence",
        "offences",
        "offence name",
        "offence description",
        "offence type",
        "crime type",
        "crime",
    ];
    const CODES: [&str; 3] = ["code", "number", "no"];
    let exact = texts
        .iter()
        .find(|(_, text)| EXACT.contains(&fold(text).as_str()));
    let begins = || {
        texts.iter().find(|(_, text)| {
            let folded = fold(text);
            let mut words = folded.split(' ');
            let is_offence = words
                .next()
                .is_some_and(|word| matches!(word, "offence" | "offences" | "crime"));
            is_offence && !words.any(|word| CODES.contains(&word)) && !is_of_weights(text)
        })
    };
    exact.or_else(begins).map(|(column, _)| *column)
}

/// Whether a heading says that weights stand under it.
fn is_of_weights(heading: &str) -> bool {
    fold(heading).split(' ').any(|word| {
        matches!(
            word,
            "weight" | "weights" | "weighting" | "score" | "severity" | "harm"
        )
    })
}

/// The rows under the headings, each offence once.
fn rows(
    sheet: SheetIndex,
    grid: &Grid,
    headings: &Headings,
) -> (Vec<HarmWeight>, Vec<WeightLeftOut>) {
    let mut weights: Vec<HarmWeight> = Vec::new();
    let mut left_out = Vec::new();
    let filled = grid.column_between(headings.weight, headings.row + 1, grid.row_count());
    let last = filled.map(|(row, _)| row).last().unwrap_or(0);
    for row in headings.row + 1..grid.row_count() {
        let CellValue::Text(offence) = grid.value(row, headings.offence) else {
            continue;
        };
        let offence = clean(offence);
        let cell = CellRef::new(sheet, row, headings.weight);
        let value = grid.value(row, headings.weight);
        let mut leave_out = |why: WhyLeftOut| {
            left_out.push(WeightLeftOut {
                cell,
                offence: offence.clone(),
                why,
            });
        };
        let weight = match value {
            CellValue::Number(number) if !grid.style(row, headings.weight).percent => number,
            CellValue::Text(text) => match parse_number(text, grid.decimal_comma()) {
                Some(number) if number.mark.is_empty() && !text.contains('%') => number.value,
                _ => {
                    leave_out(WhyLeftOut::NotANumber(text.to_owned()));
                    continue;
                }
            },
            // A line of text under the last weight with nothing beside it is a note.
            CellValue::Empty if row > last && grid.row(row).count() == 1 => continue,
            CellValue::Empty => {
                leave_out(WhyLeftOut::NoWeight);
                continue;
            }
            _ => {
                let shown = grid.label(row, headings.weight).unwrap_or_default();
                leave_out(WhyLeftOut::NotANumber(shown));
                continue;
            }
        };
        if !weight.is_finite() || weight < 0.0 {
            leave_out(WhyLeftOut::Negative);
            continue;
        }
        weights.push(HarmWeight {
            offence,
            weight,
            cell,
        });
    }
    (once(&weights, &mut left_out), left_out)
}

/// Leaves out every offence that has several weights; one that is repeated with its weight stays once.
fn once(weights: &[HarmWeight], left_out: &mut Vec<WeightLeftOut>) -> Vec<HarmWeight> {
    let mut kept: Vec<HarmWeight> = Vec::with_capacity(weights.len());
    for held in weights {
        let name = fold(&held.offence);
        let other = weights.iter().find(|other| {
            fold(&other.offence) == name && (other.weight - held.weight).abs() > f64::EPSILON
        });
        if let Some(other) = other {
            left_out.push(WeightLeftOut {
                cell: held.cell,
                offence: held.offence.clone(),
                why: WhyLeftOut::AlsoAt(other.cell),
            });
        } else if !kept.iter().any(|kept| fold(&kept.offence) == name) {
            kept.push(held.clone());
        }
    }
    kept
}
