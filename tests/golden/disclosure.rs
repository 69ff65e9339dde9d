//! Small counts withheld, and what can still be said of them.

use std::num::NonZeroU64;

use bellwether::stats::rounding::nearest_multiple;
use bellwether::stats::suppression::{
    CountTable, Place, PrimaryRule, attacker_intervals, determined_by_algebra, passes_audit,
    suppress,
};
use serde_json::{Value, json};

use crate::cases::{self, Case, Check};
use crate::every_case;

/// What is run of the file here; `policy` is run in `proportions`.
pub const KINDS: &[(&str, Check)] = &[
    ("complementary_suppression", complementary_suppression),
    ("audit_intervals", audit_intervals),
    ("rounding", rounding),
];

#[test]
fn small_counts_are_withheld_as_published() {
    cases::run(KINDS);
}

/// `GaussSuppression` protects against adding and subtracting alone and still withholds no fewer.
#[test]
fn no_more_is_withheld_than_the_reference_withholds() {
    let mut compared = 0;
    for case in every_case::of_file("04b_gauss_reference.json").unwrap() {
        let rows: Vec<Vec<u64>> = serde_json::from_value(case["table"].clone()).unwrap();
        let rule = PrimaryRule {
            threshold: case["threshold"].as_u64().unwrap(),
            withholds_zero: false,
        };
        let suppression = suppress(&CountTable::new(&rows).unwrap(), rule, &[]);
        let expected = &case["expected"];
        let id = &case["id"];
        assert_eq!(
            json!(suppression.primary.len()),
            expected["n_primary"],
            "{id}"
        );
        let reference = expected["n_suppressed_inner"].as_u64().unwrap();
        assert!(suppression.all().count() as u64 <= reference, "{id}");
        assert!(!suppression.withholds_totals(), "{id}");
        compared += 1;
    }
    assert_eq!(compared, 8);
}

fn rounding(case: &Case<'_>) -> Result<(), String> {
    let base = case.at("/base")?.as_u64().and_then(NonZeroU64::new);
    let base = base.ok_or("no base")?;
    let values = case.at("/values")?.as_array().ok_or("no values")?;
    let rounded = |value: &Value| nearest_multiple(value.as_u64()?, base);
    let rounded: Option<Vec<u64>> = values.iter().map(rounded).collect();
    case.same("/expected", rounded)
}

fn complementary_suppression(case: &Case<'_>) -> Result<(), String> {
    let table = table(case)?;
    let threshold = case.at("/threshold")?.as_u64().ok_or("no threshold")?;
    let rule = PrimaryRule {
        threshold,
        withholds_zero: false,
    };
    case.same("/expected/row_totals", totals(&table, Place::RowTotal))?;
    case.same("/expected/col_totals", totals(&table, Place::ColumnTotal))?;
    case.same("/expected/grand_total", table.count(Place::GrandTotal))?;

    let suppression = suppress(&table, rule, &[]);
    let primary = suppression.primary.as_slice();
    case.same("/expected/primary", cells(primary))?;
    let all: Vec<Place> = suppression.all().collect();
    if !passes_audit(&table, rule, &all) {
        return Err(format!("{all:?} does not pass the audit"));
    }
    if primary.is_empty() {
        return if all.is_empty() {
            Ok(())
        } else {
            Err("something is withheld for nothing".into())
        };
    }
    intervals(case, "/expected/primary_only_intervals", &table, primary)?;
    let determined = cells(&determined_by_algebra(&table, primary));
    case.same("/expected/bridge_cells_if_primary_only", determined)?;
    case.same(
        "/expected/exactly_disclosed_if_primary_only",
        exactly(&table, primary),
    )?;

    let optimum = places(case, "/expected/optimal/one_optimal_secondary_set")?;
    let mut of_optimum = [primary, &optimum].concat();
    of_optimum.sort_unstable();
    intervals(case, "/expected/optimal/intervals", &table, &of_optimum)?;
    if !passes_audit(&table, rule, &of_optimum) {
        return Err("the best pattern does not pass the audit".into());
    }
    let fewest = case.at("/expected/optimal/min_secondary_cells")?.as_u64();
    let fewest = usize::try_from(fewest.ok_or("no number")?).map_err(|error| error.to_string())?;
    let found = suppression.secondary.len();
    if suppression.withholds_totals() || found > fewest + 2 {
        return Err(format!(
            "{:?}, where {fewest} suffice",
            suppression.secondary
        ));
    }
    Ok(())
}

fn audit_intervals(case: &Case<'_>) -> Result<(), String> {
    let table = table(case)?;
    let withheld = places(case, "/suppressed")?;
    intervals(case, "/expected/intervals", &table, &withheld)?;
    case.same("/expected/exactly_determined", exactly(&table, &withheld))?;
    let determined = determined_by_algebra(&table, &withheld);
    case.same("/expected/bridge_cells", cells(&determined))
}

fn table(case: &Case<'_>) -> Result<CountTable, String> {
    let rows: Vec<Vec<u64>> =
        serde_json::from_value(case.at("/table")?.clone()).map_err(|error| error.to_string())?;
    CountTable::new(&rows).ok_or_else(|| "no table".into())
}

fn places(case: &Case<'_>, at: &str) -> Result<Vec<Place>, String> {
    let cells: Vec<(usize, usize)> =
        serde_json::from_value(case.at(at)?.clone()).map_err(|error| error.to_string())?;
    let place = |(row, column)| Place::Cell { row, column };
    Ok(cells.into_iter().map(place).collect())
}

fn cells(places: &[Place]) -> Value {
    places.iter().map(cell).collect()
}

fn cell(place: &Place) -> Value {
    match place {
        Place::Cell { row, column } => json!([row, column]),
        total => json!(format!("{total:?}")),
    }
}

fn totals(table: &CountTable, place: fn(usize) -> Place) -> Vec<u64> {
    let counts = (0..).map_while(|index| table.count(place(index)));
    counts.collect()
}

fn exactly(table: &CountTable, withheld: &[Place]) -> Value {
    let known = attacker_intervals(table, withheld)
        .into_iter()
        .filter(|interval| interval.upper == Some(interval.lower));
    cells(&known.map(|interval| interval.place).collect::<Vec<_>>())
}

fn intervals(
    case: &Case<'_>,
    at: &str,
    table: &CountTable,
    withheld: &[Place],
) -> Result<(), String> {
    let found = attacker_intervals(table, withheld);
    let expected = case.at(at)?.as_array().ok_or("no intervals")?;
    if found.len() != expected.len() {
        return Err(format!("{} intervals, not {}", found.len(), expected.len()));
    }
    for (index, interval) in found.iter().enumerate() {
        let at = format!("{at}/{index}");
        case.same(&format!("{at}/cell"), cell(&interval.place))?;
        case.same(&format!("{at}/lower"), interval.lower)?;
        case.same(&format!("{at}/upper"), interval.upper)?;
        if case.at(&format!("{at}/true")).is_ok() {
            case.same(&format!("{at}/true"), interval.count)?;
        }
    }
    Ok(())
}
