//! What a workbook brings since the last return, as rows of CSV.

use serde::Serialize;

use super::arguments::Format;
use super::failure::Failure;
use super::output::{self, plain};
use crate::analysis::refresh::{At, Comparison, Pair};

/// One thing of a comparison as it is printed. The names of the fields are the columns.
#[derive(Debug, Default, Serialize)]
struct ComparedRow<'a> {
    /// `revised`, `withdrawn`, `rounded`, `base`, `status`, `vanished`, `new` or `unchanged`.
    what: &'static str,
    measure: &'a str,
    area: &'a str,
    /// `dimension=category`, several joined by `;`.
    cohort: String,
    period_start: String,
    /// The last day, inclusive.
    period_end: String,
    #[serde(serialize_with = "plain")]
    old: Option<f64>,
    #[serde(serialize_with = "plain")]
    new: Option<f64>,
    /// New minus old; percentage points for percentages.
    #[serde(serialize_with = "plain")]
    difference: Option<f64>,
    old_cell: String,
    new_cell: String,
    /// Empty when ordinary.
    old_status: &'static str,
    new_status: &'static str,
}

/// The columns.
const HEADINGS: [&str; 13] = [
    "what",
    "measure",
    "area",
    "cohort",
    "period_start",
    "period_end",
    "old",
    "new",
    "difference",
    "old_cell",
    "new_cell",
    "old_status",
    "new_status",
];

/// Prints comparisons to standard output: what was revised, what vanished, what is new, what is unchanged.
pub fn print(comparisons: &[Comparison]) -> Result<(), Failure> {
    let rows = comparisons.iter().flat_map(|comparison| {
        let revised = comparison
            .revised
            .iter()
            .map(|revised| of_pair(comparison, revised.pair, revised.kind.name()));
        let vanished = comparison
            .vanished
            .iter()
            .map(|at| of_one(comparison, Some(*at), None, "vanished"));
        let new = comparison
            .new
            .iter()
            .map(|at| of_one(comparison, None, Some(*at), "new"));
        let unchanged = comparison
            .unchanged
            .iter()
            .map(|pair| of_pair(comparison, *pair, "unchanged"));
        revised.chain(vanished).chain(new).chain(unchanged)
    });
    output::print(rows, &HEADINGS, Format::Csv)
}

fn of_pair<'a>(comparison: &'a Comparison, pair: Pair, what: &'static str) -> ComparedRow<'a> {
    let row = of_one(comparison, Some(pair.old), Some(pair.new), what);
    ComparedRow {
        difference: comparison
            .difference(pair)
            .map(|difference| without_noise(difference.absolute)),
        ..row
    }
}

fn of_one<'a>(
    comparison: &'a Comparison,
    old: Option<At>,
    new: Option<At>,
    what: &'static str,
) -> ComparedRow<'a> {
    let old = old.and_then(|at| comparison.find(at));
    let new = new.and_then(|at| comparison.find(at));
    let Some((source, observation)) = new.or(old) else {
        return ComparedRow::default();
    };
    let period = source.period(observation);
    let day = |date: jiff::civil::Date| date.to_string();
    ComparedRow {
        what,
        measure: source
            .measure(observation)
            .map_or("", |measure| &measure.name),
        area: source.area(observation).map_or("", |area| &area.name),
        cohort: source
            .cohort(observation)
            .map(ToString::to_string)
            .unwrap_or_default(),
        period_start: period.map(|period| day(period.start)).unwrap_or_default(),
        period_end: period
            .map(|period| day(period.last_day()))
            .unwrap_or_default(),
        old: old.and_then(|(_, held)| held.value),
        new: new.and_then(|(_, given)| given.value),
        difference: None,
        old_cell: old
            .map(|(source, held)| source.describe_cell(held.cell))
            .unwrap_or_default(),
        new_cell: new
            .map(|(source, given)| source.describe_cell(given.cell))
            .unwrap_or_default(),
        old_status: old.map_or("", |(_, held)| held.status.words()),
        new_status: new.map_or("", |(_, given)| given.status.words()),
    }
}

/// A difference of decimals without the last bits that binary numbers add: 0.7, not 0.6999999999999957.
fn without_noise(difference: f64) -> f64 {
    const PRECISION: f64 = 1e9;
    (difference * PRECISION).round() / PRECISION
}
