//! Every cell of every real workbook is accounted for, and what was read is what was read before.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use bellwether::base::progress::Progress;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::import::{Finding, Reading, read_file};

use crate::facts::describe;
use crate::shared::workbooks;

fn files() -> Vec<std::path::PathBuf> {
    let Some(folder) = workbooks() else {
        return Vec::new();
    };
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            !name.starts_with("expected_facts") && !name.contains(".md")
        })
        .collect();
    files.sort();
    files
}

#[test]
fn the_cells_of_every_workbook_add_up() {
    let mut counts = String::new();
    for path in files() {
        let reading = read_file(&path, Gazetteer::built_in(), &Progress::new())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for sheet in &reading.sheets {
            assert!(
                sheet.account.adds_up(),
                "{} {}: {:?}",
                path.display(),
                sheet.name,
                sheet.account
            );
        }
        // Counts of incidents have no cells of their own.
        let is_counted = reading
            .findings
            .iter()
            .any(|finding| finding.code() == "incidents-counted");
        let with_value = reading
            .source
            .observations
            .iter()
            .filter(|held| held.value.is_some() && !is_counted)
            // Percentages worked out from a survey rest on many cells; its answers are counted below.
            .filter(|held| {
                let surveys = &reading.source.surveys;
                !surveys.iter().any(|survey| survey.sheet == held.cell.sheet)
            })
            .count();
        let values: usize = reading
            .sheets
            .iter()
            .map(|sheet| sheet.account.values)
            .sum();
        assert_eq!(with_value, values, "{}", path.display());
        let answers: usize = reading
            .sheets
            .iter()
            .map(|sheet| sheet.account.answers)
            .sum();
        assert_eq!(
            answers > 0,
            !reading.source.surveys.is_empty(),
            "{}",
            path.display()
        );
        writeln!(
            counts,
            "{}: {} values, {} measures, {} areas, {} cohorts, {} periods, {} questions",
            reading.source.file_name,
            reading.source.observations.len(),
            reading.source.measures.len(),
            reading.source.areas.len(),
            reading.source.cohorts.len(),
            reading.source.periods.len(),
            reading.source.open_findings,
        )
        .unwrap();
        left_out(&reading, &mut counts);
    }
    if !counts.is_empty() {
        insta::assert_snapshot!("what_is_read", counts);
    }
}

/// What leaves no cell out: it says how one was read, or what is odd about what was read.
const NOTHING_LEFT_OUT: [&str; 11] = [
    "area-ambiguous",
    "conflict-settled",
    "hidden-sheet",
    "no-cells",
    "period-caution",
    "period-from",
    "shares-as-percent",
    "shorthand",
    "stated-twice",
    "unit-unknown",
    "zero-by-key",
];

/// The most places that are named of one reason on one sheet.
const MOST_PLACES: usize = 3;

/// What was left out of each sheet: how many cells, and by reason how often, where first, and in which words.
fn left_out(reading: &Reading, text: &mut String) {
    for sheet in reading
        .sheets
        .iter()
        .filter(|sheet| sheet.account.left_out > 0)
    {
        let account = &sheet.account;
        writeln!(
            text,
            "  {}: {} of {} cells left out",
            sheet.name.trim(),
            account.left_out,
            account.cells
        )
        .unwrap();
        let mut reasons: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        let of_sheet = reading
            .findings
            .iter()
            .filter(|finding| finding.sheet == sheet.name);
        for finding in of_sheet.filter(|finding| !NOTHING_LEFT_OUT.contains(&finding.code())) {
            reasons.entry(finding.code()).or_default().push(finding);
        }
        for (code, findings) in reasons {
            let places: Vec<String> = findings
                .iter()
                .filter_map(|finding| finding.at)
                .take(MOST_PLACES)
                .map(|at| at.to_string())
                .collect();
            let more = if findings.len() > MOST_PLACES {
                " …"
            } else {
                ""
            };
            let words: String = findings
                .first()
                .map_or_else(String::new, |finding| finding.kind.to_string())
                .chars()
                .take(90)
                .collect();
            let places = places.join(" ");
            writeln!(
                text,
                "    {code} ×{} {places}{more} | {words}",
                findings.len()
            )
            .unwrap();
        }
    }
}

/// Prints what was read, for a person to judge: `READ_FILE=… cargo test --test import show -- --ignored --nocapture`.
#[test]
#[ignore = "prints, judges nothing"]
fn show() {
    let wanted = std::env::var("READ_FILE").unwrap_or_default();
    let every: usize = std::env::var("EVERY")
        .ok()
        .and_then(|every| every.parse().ok())
        .unwrap_or(1);
    let paths = if std::path::Path::new(&wanted).is_file() {
        vec![std::path::PathBuf::from(&wanted)]
    } else {
        files()
            .into_iter()
            .filter(|path| path.to_string_lossy().contains(&wanted))
            .collect()
    };
    for path in paths {
        let started = std::time::Instant::now();
        let reading = match read_file(&path, Gazetteer::built_in(), &Progress::new()) {
            Ok(reading) => reading,
            Err(error) => {
                println!("{}: {error}", path.display());
                continue;
            }
        };
        let source = &reading.source;
        let mut text = String::new();
        writeln!(
            text,
            "== {} in {:?}: {} values, {} measures, {} areas, {} cohorts, {} periods, {} questions; title “{}” by {:?}",
            source.file_name,
            started.elapsed(),
            source.observations.len(),
            source.measures.len(),
            source.areas.len(),
            source.cohorts.len(),
            source.periods.len(),
            source.open_findings,
            source.title,
            source.publisher
        )
        .unwrap();
        for sheet in &reading.sheets {
            writeln!(
                text,
                "  {} {} tables {:?}",
                sheet.name, sheet.tables, sheet.account
            )
            .unwrap();
        }
        for finding in &reading.findings {
            writeln!(text, "  {:?} {finding}", finding.severity()).unwrap();
        }
        for observation in source.observations.iter().step_by(every) {
            writeln!(text, "    {}", describe(source, observation)).unwrap();
        }
        println!("{text}");
    }
}
