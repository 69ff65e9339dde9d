//! The project's own sample workbooks, which are as untidy as partners' returns.

use std::path::Path;

use bellwether::import::Reading;

use crate::facts::describe;
use crate::shared::read;

fn sample(name: &str) -> Option<Reading> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data")
        .join(name);
    if !path.is_file() {
        println!("skipped: {} is not there", path.display());
        return None;
    }
    Some(read(&path))
}

fn at(reading: &Reading, sheet: &str, cell: &str) -> String {
    let source = &reading.source;
    let held = source
        .observations
        .iter()
        .find(|held| held.cell.to_string() == cell && source.sheet_name(held.cell.sheet) == sheet)
        .unwrap_or_else(|| panic!("nothing at {sheet} {cell}"));
    describe(source, held)
}

#[test]
fn a_police_return() {
    let Some(reading) = sample("ashfield_police_return.xlsx") else {
        return;
    };
    assert_eq!(reading.source.open_findings, 0);
    assert_eq!(
        at(&reading, "Ashfield", "D17"),
        "Ashfield D17: Anti-Social Behaviour [count] | Ashfield | All respondents | 2019-10-01 to 2020-09-30 | Some(4318.0)  base None/None"
    );
    assert_eq!(
        at(&reading, "Volume change", "C8"),
        "Volume change C8: Hate crime [count] | Ashfield | All respondents | 2020-09-01 to 2021-10-31 | Some(138.0)  base None/None"
    );
    assert!(
        reading
            .findings
            .iter()
            .any(|finding| finding.to_string().contains("covers 14 months"))
    );
}

#[test]
fn deaths_with_a_subtotal_and_a_share() {
    let Some(reading) = sample("violence_deaths_by_area.xlsx") else {
        return;
    };
    assert_eq!(reading.source.observations.len(), 10);
    assert_eq!(reading.source.open_findings, 0);
    let kinds: Vec<&str> = reading
        .source
        .areas
        .iter()
        .map(|area| area.kind.words())
        .collect();
    assert_eq!(
        kinds.iter().filter(|kind| **kind == "district").count(),
        8,
        "{kinds:?}"
    );
    assert!(
        kinds.contains(&"county") && kinds.contains(&"total"),
        "{kinds:?}"
    );
}

#[test]
fn concerns_with_the_base_in_a_line_above() {
    let Some(reading) = sample("neighbourhood_concerns_ashfield.xlsx") else {
        return;
    };
    assert_eq!(
        at(&reading, "Ashfield ", "C8"),
        "Ashfield  C8: Speeding [percent] | Ashfield | All respondents | 2021-07-01 to 2022-06-30 | Some(36.1)  base Some(587.0)/None"
    );
}

#[test]
fn survey_tables_and_monthly_crime() {
    let Some(reading) = sample("police_and_crime_survey_tables.xlsx") else {
        return;
    };
    assert_eq!(reading.source.open_findings, 0);
    assert!(reading.source.is_illustrative);
    let source = &reading.source;
    let young = source
        .observations
        .iter()
        .find(|held| {
            source.measure(held).unwrap().name.contains("after dark")
                && source.cohort(held).unwrap().category("Age") == Some("16-24")
                && source.period(held).unwrap().last_day() == jiff::civil::date(2021, 12, 31)
        })
        .unwrap();
    assert_eq!(young.value, Some(46.33));
    assert_eq!(young.unweighted_base, Some(458.0));
    assert!(
        young
            .effective_base
            .is_some_and(|base| (369.0..370.0).contains(&base))
    );
    let Some(reading) = sample("police_recorded_crime_monthly.xlsx") else {
        return;
    };
    assert_eq!(reading.source.open_findings, 0);
    assert_eq!(
        at(&reading, "Monthly", "D22"),
        "Monthly D22: All Crime [count] | Bassetlaw | All respondents | 2019-11-01 to 2019-11-30 | Some(865.0)  base None/None"
    );
}

#[test]
fn what_is_no_table_of_figures_is_left_out() {
    for name in ["morile_2022.xlsx", "partnership_targets.xlsx"] {
        let Some(reading) = sample(name) else { return };
        assert!(reading.source.observations.is_empty(), "{name}");
        assert!(
            reading
                .findings
                .iter()
                .any(|finding| finding.to_string().contains("left out")),
            "{name}"
        );
    }
}
