//! The facts of `expected_facts.csv`: what reading a real file must give, cell by cell.

use std::collections::BTreeMap;

use bellwether::base::text::fold;
use bellwether::data::{Observation, Source, cell::parse_a1};
use bellwether::import::Reading;

use crate::shared::{read, workbooks};

/// Files of later parts of the import, whose facts are not yet asked of it.
const LATER: &[&str] = &[];

#[test]
fn every_fact_is_reproduced() {
    let Some(folder) = workbooks() else { return };
    let mut facts = csv::Reader::from_path(folder.join("expected_facts.csv")).unwrap();
    let mut readings: BTreeMap<String, Reading> = BTreeMap::new();
    let mut failures = Vec::new();
    let mut passed: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for record in facts.records() {
        let record = record.unwrap();
        let file = record[0].to_owned();
        if LATER.contains(&file.as_str()) {
            continue;
        }
        let reading = readings
            .entry(file.clone())
            .or_insert_with(|| read(&folder.join(&file)));
        let tally = passed.entry(file.clone()).or_default();
        match check(&reading.source, &record) {
            Ok(()) => tally.0 += 1,
            Err(why) => {
                tally.1 += 1;
                failures.push(format!("{file} {} {}: {why}", &record[1], &record[2]));
            }
        }
    }
    for (file, (right, wrong)) in &passed {
        println!("{file}: {right} right, {wrong} wrong");
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn check(source: &Source, fact: &csv::StringRecord) -> Result<(), String> {
    let (row, column) = parse_a1(&fact[2]).ok_or("no cell")?;
    let observation = source
        .observations
        .iter()
        .find(|held| {
            (held.cell.row, held.cell.column) == (row, column)
                && source.sheet_name(held.cell.sheet) == &fact[1]
        })
        .ok_or("no observation at the cell")?;
    let said = describe(source, observation);
    let wrong = |what: &str| Err(format!("{what}, in {said}"));
    let measure = source.measure(observation).ok_or("no measure")?;
    let cohort = source.cohort(observation).ok_or("no cohort")?;
    let words = fold(&fact[3]);
    if !fold(&measure.name).contains(&words) && !fold(&cohort.to_string()).contains(&words) {
        return wrong("measure");
    }
    let area = source
        .area(observation)
        .map_or("", |area| area.name.as_str());
    if !fact[4].is_empty() && area.to_lowercase() != fact[4].to_lowercase() {
        return wrong("area");
    }
    let groups = format!("{cohort} {}", cohort.label());
    if !fact[5].is_empty() && !fold(&groups).contains(&fold(&fact[5])) {
        return wrong("cohort");
    }
    let period = source
        .period(observation)
        .ok_or(format!("no period, in {said}"))?;
    if period.start.to_string() != fact[6] || period.last_day().to_string() != fact[7] {
        return wrong("period");
    }
    if !fact[8].is_empty() && measure.unit.name() != &fact[8] {
        return wrong("unit");
    }
    match fact[9].parse::<f64>() {
        Ok(expected) => {
            let value = observation.value.ok_or(format!("no value, in {said}"))?;
            if (value - expected).abs() > 1e-9 * expected.abs().max(1e-9) {
                return wrong("value");
            }
        }
        Err(_) if observation.value.is_some() => return wrong("a value"),
        Err(_) => {}
    }
    if !fact[10].is_empty() && observation.status.words() != &fact[10] {
        return wrong("status");
    }
    Ok(())
}

/// An observation in one line.
pub fn describe(source: &Source, observation: &Observation) -> String {
    let measure = source.measure(observation).unwrap();
    format!(
        "{} {}: {} [{}] | {} | {} | {} | {:?} {} base {:?}/{:?}",
        source.sheet_name(observation.cell.sheet),
        observation.cell,
        measure.name,
        measure.unit.name(),
        source
            .area(observation)
            .map_or("–", |area| area.name.as_str()),
        source.cohort(observation).unwrap().label(),
        source.period(observation).map_or_else(
            || String::from("–"),
            |period| format!("{} to {}", period.start, period.last_day())
        ),
        observation.value,
        observation.status.words(),
        observation.unweighted_base,
        observation.effective_base,
    )
}
