//! The column of survey weights.

use super::column::{Column, Rows, numbers};
use super::findings::SurveyFinding;
use crate::base::text::fold;
use crate::data::survey::Weight;
use crate::import::grid::Grid;
use crate::import::vocabulary::split_words;

/// A weight so many times the middle one wants a look.
const EXTREME: f64 = 20.0;

/// Whether a heading is that of weights.
pub(super) fn is_weight(column: &Column) -> bool {
    let heading = fold(&split_words(&column.origin.heading));
    let last = heading.split(' ').next_back().unwrap_or_default();
    let named = matches!(
        last,
        "weight" | "weights" | "weighting" | "wt" | "wgt" | "wght"
    ) || heading.starts_with("weight")
        || heading.starts_with("wt ")
        || (last.ends_with("wt") || last.ends_with("wgt") || last.ends_with("weight"))
            && last.len() <= 12;
    named && heading.len() <= 40 && column.numbers * 2 > column.filled && column.dates == 0
}

/// The column to weight by, among those with such headings.
///
/// # Errors
/// Why nobody can tell.
pub(super) fn choose<'c>(columns: &[&'c Column]) -> Result<Option<&'c Column>, SurveyFinding> {
    match columns {
        [] => Ok(None),
        [one] => Ok(Some(one)),
        several => {
            let told = |words: &[&str]| -> Vec<&'c Column> {
                several
                    .iter()
                    .copied()
                    .filter(|column| {
                        let heading = fold(&split_words(&column.origin.heading));
                        words.iter().any(|word| heading.contains(word))
                    })
                    .collect()
            };
            for words in [
                &["final"][..],
                &["indiv", "person", "adult", "respondent", "ind wt"][..],
            ] {
                if let [one] = told(words).as_slice() {
                    return Ok(Some(*one));
                }
            }
            let headings: Vec<String> = several
                .iter()
                .map(|column| format!("“{}”", column.origin.heading))
                .collect();
            Err(SurveyFinding::WeightUnclear {
                reason: format!(
                    "several columns look like weights ({})",
                    headings.join(", ")
                ),
            })
        }
    }
}

/// Reads the weights; says which cannot be used.
///
/// # Errors
/// Where so many cannot be used that the column can hardly be meant.
pub(super) fn read(
    grid: &Grid,
    column: &Column,
    rows: Rows,
    found: &mut Vec<SurveyFinding>,
) -> Result<Weight, SurveyFinding> {
    let heading = &column.origin.heading;
    let raw = numbers(grid, column.index, rows);
    let count = |test: &dyn Fn(f64) -> bool| {
        let counted = raw.iter().flatten().filter(|weight| test(**weight)).count();
        u32::try_from(counted).unwrap_or(u32::MAX)
    };
    let (zero, negative) = (
        count(&|weight| weight == 0.0),
        count(&|weight| weight < 0.0),
    );
    let text = u32::try_from(column.filled - column.numbers).unwrap_or(u32::MAX);
    let blank = u32::try_from(rows.len().saturating_sub(column.filled)).unwrap_or(u32::MAX);
    let unusable = blank
        .saturating_add(zero)
        .saturating_add(negative)
        .saturating_add(text);
    if usize::try_from(unusable).unwrap_or(usize::MAX) * 5 > rows.len() {
        return Err(SurveyFinding::WeightUnclear {
            reason: format!("{unusable} of the weights in “{heading}” cannot be used"),
        });
    }
    if unusable > 0 {
        found.push(SurveyFinding::WeightsUnusable {
            heading: heading.clone(),
            blank,
            zero,
            negative,
            text,
        });
    }
    let mut sorted: Vec<f64> = raw
        .iter()
        .flatten()
        .copied()
        .filter(|weight| *weight > 0.0)
        .collect();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.get(sorted.len() / 2).copied().unwrap_or(1.0);
    let largest = sorted.last().copied().unwrap_or(1.0);
    if largest > EXTREME * middle {
        found.push(SurveyFinding::WeightsExtreme {
            heading: heading.clone(),
            times: format!("{:.0}", largest / middle)
                .parse()
                .unwrap_or(u32::MAX),
        });
    }
    Ok(Weight {
        origin: column.origin.clone(),
        values: raw
            .into_iter()
            .map(|weight| weight.filter(|weight| *weight > 0.0).unwrap_or(0.0))
            .collect(),
    })
}
