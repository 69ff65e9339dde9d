//! Every cell of every real workbook is accounted for, and what was read is what was read before.

use std::fmt::Write as _;

use bellwether::base::progress::Progress;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::import::read_file;

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
    }
    if !counts.is_empty() {
        insta::assert_snapshot!("what_is_read", counts);
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
