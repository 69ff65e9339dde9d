//! `read`, `import` and `facts`.

use crate::run::{bellwether, sample, text};

const HEADINGS: &str =
    "sheet,cell,measure,area,area_code,cohort,period_start,period_end,unit,value,base,status,note";

#[test]
fn a_workbook_is_printed_as_rows() {
    let run = bellwether(&["read", text(&sample("ashfield_police_return.xlsx"))]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let mut lines = run.out.lines();
    assert_eq!(lines.next(), Some(HEADINGS));
    assert_eq!(
        lines.next(),
        Some("Ashfield,B5,All Crime,Ashfield,E07000170,,2021-10-01,2022-09-30,count,10860,,,")
    );
    assert!(run.out.contains(
        "Ashfield,D20,Knife Crime,Ashfield,E07000170,,2019-10-01,2020-09-30,count,62,,,"
    ));
}

#[test]
fn survey_tables_have_cohorts_bases_and_statuses() {
    let run = bellwether(&["read", text(&sample("police_and_crime_survey_tables.xlsx"))]);
    let rows: Vec<&str> = run
        .out
        .lines()
        .filter(|line| line.starts_with("Feel safe outside after dark,"))
        .collect();
    assert_eq!(rows.len(), 36 * 13, "thirty-six groups by thirteen periods");
    assert!(
        rows.iter()
            .any(|row| row.contains(",Age=16-24,2021-01-01,2021-12-31,percent,")),
        "{}",
        rows[0]
    );
    assert!(
        run.out
            .lines()
            .any(|line| line.contains(",low reliability,")),
        "[u] is a status, never a nought"
    );
}

#[test]
fn findings_name_their_cells() {
    let run = bellwether(&[
        "read",
        text(&sample("ashfield_police_return.xlsx")),
        "--findings",
    ]);
    assert_eq!(run.code, 0);
    assert!(run.out.starts_with("severity,sheet,cell,code,finding\n"));
    let typo = run
        .out
        .lines()
        .find(|line| line.contains("14 months"))
        .expect("the period that covers 14 months");
    assert!(typo.starts_with("caution,Volume change,C7,"), "{typo}");
}

#[test]
fn json_holds_both() {
    let run = bellwether(&[
        "read",
        text(&sample("violence_deaths_by_area.xlsx")),
        "--format",
        "json",
    ]);
    let read: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let observations = read["observations"].as_array().unwrap();
    assert_eq!(observations.len(), 10);
    assert_eq!(observations[0]["area"], "Ashfield");
    assert_eq!(observations[0]["value"], 22);
    assert!(read["findings"].is_array());
}

#[test]
fn workbooks_become_a_project_and_come_out_again() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("new.bellwether");
    let deaths = sample("violence_deaths_by_area.xlsx");
    let concerns = sample("neighbourhood_concerns_ashfield.xlsx");
    let run = bellwether(&["import", text(&deaths), "--project", text(&project)]);
    assert_eq!(run.code, 0, "{}", run.err);
    let run = bellwether(&[
        "import",
        text(&concerns),
        text(&deaths),
        "--project",
        text(&project),
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    let facts = bellwether(&["facts", text(&project)]);
    let mut lines = facts.out.lines();
    assert_eq!(lines.next(), Some(format!("source,{HEADINGS}").as_str()));
    let of = |name: &str| {
        facts
            .out
            .lines()
            .filter(|line| line.starts_with(name))
            .count()
    };
    assert_eq!(
        of("violence_deaths_by_area.xlsx,"),
        10,
        "the same workbook again takes the place of the first"
    );
    assert_eq!(of("neighbourhood_concerns_ashfield.xlsx,"), 8);
}

#[test]
fn what_cannot_be_read_fails_with_a_reason_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("kept.bellwether");
    let good = sample("violence_deaths_by_area.xlsx");
    assert_eq!(
        bellwether(&["import", text(&good), "--project", text(&project)]).code,
        0
    );
    let before = std::fs::read(&project).unwrap();
    let bad = folder.path().join("bad.xlsx");
    std::fs::write(&bad, "%PDF-1.7 not a workbook").unwrap();
    let run = bellwether(&[
        "import",
        text(&good),
        text(&bad),
        "--project",
        text(&project),
    ]);
    assert_eq!(run.code, 1);
    assert!(
        run.err.contains("bad.xlsx") && run.err.contains("PDF"),
        "{}",
        run.err
    );
    assert_eq!(std::fs::read(&project).unwrap(), before);
    let run = bellwether(&["read", text(&folder.path().join("gone.xlsx"))]);
    assert_eq!(run.code, 1);
    assert!(
        run.err.contains("gone.xlsx") && run.out.is_empty(),
        "{}",
        run.err
    );
    let run = bellwether(&["facts", text(&bad)]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("not a Bellwether project"), "{}", run.err);
}

#[test]
fn targets_and_judgements_are_printed_as_json_and_never_as_rows() {
    let targets = text(&sample("partnership_targets.xlsx")).to_owned();
    let run = bellwether(&["read", &targets, "--format", "json"]);
    let read: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let target = &read["targets"][2];
    assert_eq!(target["measure"], "Volume of police recorded incidents");
    assert_eq!(target["value"], 11_130);
    assert_eq!(target["course"], "reduce");
    assert_eq!(target["baseline"]["cell"], "C7");
    assert_eq!(read["assessments"], serde_json::json!([]));
    let run = bellwether(&["read", &targets]);
    assert!(run.out.starts_with(HEADINGS), "{}", run.out);
    assert!(!run.out.contains("reduce"), "{}", run.out);
    let review = text(&sample("morile_2023.xlsx")).to_owned();
    let run = bellwether(&["read", &review, "--format", "json"]);
    let read: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let judged = &read["assessments"][9];
    assert_eq!(judged["subject"], "Stalking and harassment");
    assert_eq!(
        (&judged["rank"], &judged["mark"]),
        (&10.into(), &"⬆".into())
    );
    assert_eq!(judged["judgements"][2]["step"], 4);
    assert_eq!(judged["judgements"][2]["steps"], 5);
    let run = bellwether(&["read", &review, "--findings"]);
    assert!(run.out.contains("12 priorities judged by 7 criteria"));
}
