//! `import` of a newer return: what it says, and what a dry run prints.

use std::path::{Path, PathBuf};

use rust_xlsxwriter::Workbook;

use crate::run::{bellwether, sample, text};

const HEADINGS: &str = "what,measure,area,cohort,period_start,period_end,old,new,difference,\
                        old_cell,new_cell,old_status,new_status";

/// A police return on one sheet: offences down, months across.
fn police_return(folder: &Path, name: &str, months: &[&str], rows: &[(&str, &[&str])]) -> PathBuf {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Return").unwrap();
    sheet.write(0, 0, "Recorded crime in Ashfield").unwrap();
    sheet.write(2, 0, "Offence").unwrap();
    for (column, month) in (1..).zip(months) {
        sheet.write(2, column, *month).unwrap();
    }
    for (row, (offence, values)) in (3..).zip(rows) {
        sheet.write(row, 0, *offence).unwrap();
        for (column, value) in (1..).zip(*values) {
            match value.parse::<f64>() {
                Ok(number) => sheet.write(row, column, number).unwrap(),
                Err(_) => sheet.write(row, column, *value).unwrap(),
            };
        }
    }
    let path = folder.join(name);
    book.save(&path).unwrap();
    path
}

fn june(folder: &Path) -> PathBuf {
    police_return(
        folder,
        "Police return Jun 22.xlsx",
        &["Apr 2022", "May 2022", "Jun 2022"],
        &[
            ("Burglary", &["41", "38", "44"]),
            ("Robbery", &["9", "7", "8"]),
            ("Shoplifting", &["101", "97", "110"]),
        ],
    )
}

/// One month more; June's burglaries and April's shoplifting revised, May's robberies withheld, June's
/// robberies left empty.
fn july(folder: &Path) -> PathBuf {
    police_return(
        folder,
        "Police return Jul 22.xlsx",
        &["Apr 2022", "May 2022", "Jun 2022", "Jul 2022"],
        &[
            ("Burglary", &["41", "38", "47", "39"]),
            ("Robbery", &["9", "[c]", "", "6"]),
            ("Shoplifting", &["98", "97", "110", "108"]),
        ],
    )
}

#[test]
fn a_dry_run_prints_the_comparison_and_takes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("ashfield.bellwether");
    let run = bellwether(&[
        "import",
        text(&june(folder.path())),
        "--project",
        text(&project),
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.is_empty(), "{}", run.out);
    assert!(
        run.err
            .contains("Police return Jun 22.xlsx: 9 new, the first return of its kind"),
        "{}",
        run.err
    );
    let before = std::fs::read(&project).unwrap();
    let july = july(folder.path());
    let arguments = [
        "import",
        text(&july),
        "--project",
        text(&project),
        "--dry-run",
    ];
    let run = bellwether(&arguments);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(std::fs::read(&project).unwrap(), before, "nothing is taken");
    let summary = "Police return Jul 22.xlsx: 3 new, 5 unchanged, 3 revised, 1 vanished \
                   since Police return Jun 22.xlsx";
    assert!(run.err.contains(summary), "{}", run.err);

    let mut lines = run.out.lines();
    assert_eq!(lines.next(), Some(HEADINGS));
    let at = |file: &str, cell: &str| format!("Police return {file} 22.xlsx › Return › {cell}");
    let (jun, jul) = (|cell| at("Jun", cell), |cell| at("Jul", cell));
    let wanted = [
        format!(
            "revised,Burglary,Ashfield,,2022-06-01,2022-06-30,44,47,3,{},{},,",
            jun("D4"),
            jul("D4")
        ),
        format!(
            "withdrawn,Robbery,Ashfield,,2022-05-01,2022-05-31,7,,,{},{},,suppressed",
            jun("C5"),
            jul("C5")
        ),
        format!(
            "revised,Shoplifting,Ashfield,,2022-04-01,2022-04-30,101,98,-3,{},{},,",
            jun("B6"),
            jul("B6")
        ),
        format!(
            "vanished,Robbery,Ashfield,,2022-06-01,2022-06-30,8,,,{},,,",
            jun("D5")
        ),
        format!(
            "new,Burglary,Ashfield,,2022-07-01,2022-07-31,,39,,,{},,",
            jul("E4")
        ),
    ];
    for wanted in wanted {
        assert_eq!(lines.next(), Some(wanted.as_str()));
    }
    let of = |what: &str| {
        run.out
            .lines()
            .filter(|line| line.starts_with(what))
            .count()
    };
    assert_eq!((of("new,"), of("unchanged,")), (3, 5));
}

#[test]
fn charts_of_an_import_show_the_latest_and_mark_what_was_revised() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("ashfield.bellwether");
    // The newer first: the earlier does not count over it.
    for workbook in [july(folder.path()), june(folder.path())] {
        let run = bellwether(&["import", text(&workbook), "--project", text(&project)]);
        assert_eq!(run.code, 0, "{}", run.err);
    }
    let chart = folder.path().join("chart.svg");
    let draw = |measure: &str| {
        let arguments = [
            "chart",
            text(&project),
            "--measure",
            measure,
            "--area",
            "Ashfield",
            "--out",
            text(&chart),
        ];
        let run = bellwether(&arguments);
        assert_eq!(run.code, 0, "{}", run.err);
        std::fs::read_to_string(&chart).unwrap()
    };
    let burglary = draw("Burglary");
    assert!(
        burglary.contains("Diamonds: revised since first published (Police return Jun 22.xlsx).")
    );
    assert!(burglary.contains("between 38 and 47"), "{burglary}");
    let robbery = draw("Robbery");
    assert!(!robbery.contains("Diamonds"));
    assert!(
        robbery.contains("suppressed"),
        "what is withheld now is not shown from before"
    );
}

#[test]
fn no_sample_is_taken_for_a_newer_return_of_another() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("all.bellwether");
    let mut arguments = vec![String::from("import")];
    for entry in std::fs::read_dir(sample("")).unwrap() {
        let path = entry.unwrap().path();
        let ending = path.extension().and_then(|ending| ending.to_str());
        if ending.is_some_and(|ending| ["xlsx", "csv", "ods", "xls"].contains(&ending)) {
            arguments.push(text(&path).to_owned());
        }
    }
    assert!(arguments.len() > 4, "{arguments:?}");
    arguments.extend([String::from("--project"), text(&project).to_owned()]);
    let run = bellwether(&arguments);
    assert_eq!(run.code, 0, "{}", run.err);
    let firsts = run.err.matches("the first return of its kind").count();
    assert_eq!(firsts, arguments.len() - 3, "{}", run.err);
}
