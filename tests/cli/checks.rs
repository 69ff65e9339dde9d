//! `check`.

use crate::run::{bellwether, sample, text};

#[test]
fn what_disagrees_is_printed_as_rows() {
    let run = bellwether(&["check", text(&sample("ashfield_police_return.xlsx"))]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let mut lines = run.out.lines();
    assert_eq!(lines.next(), Some("sheet,cell,printed,worked_out,why"));
    assert_eq!(
        lines.next(),
        Some("Ashfield,E8,+31%,+44.4%,divided by the new year instead of the old")
    );
    assert_eq!(
        lines.count(),
        12,
        "eleven changes in all, one more, a period"
    );
}

#[test]
fn where_all_is_well_there_are_headings_alone() {
    let run = bellwether(&[
        "check",
        text(&sample("neighbourhood_concerns_ashfield.xlsx")),
    ]);
    assert_eq!(run.code, 0);
    assert_eq!(run.out, "sheet,cell,printed,worked_out,why\n");
}

#[test]
fn json_is_an_array() {
    let deaths = sample("violence_deaths_by_area.xlsx");
    let run = bellwether(&["check", text(&deaths), "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(found.as_array().map(Vec::len), Some(4));
    assert_eq!(found[0]["cell"], "C7");
    assert_eq!(found[0]["worked_out"], "9.0%");
}

#[test]
fn a_missing_file_is_named() {
    let run = bellwether(&["check", "nowhere.xlsx"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("nowhere.xlsx"), "{}", run.err);
}
