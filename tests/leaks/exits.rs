//! Every way out of a project with planted small numbers and personal texts: nowhere is there a text of them, nor a
//! number that is withheld.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use bellwether::app::{Files, Preferences, Program};
use bellwether::export::guard::printable;
use bellwether::project::{Project, store};

use crate::files::{bellwether, said, texts};
use crate::planted;

/// A project of the planted workbooks.
fn project(folder: &Path) -> PathBuf {
    let path = folder.join("planted.bellwether");
    let arguments = [
        "import",
        planted::workbook(folder).to_str().unwrap(),
        planted::counts(folder).to_str().unwrap(),
        "--project",
        path.to_str().unwrap(),
    ]
    .map(str::to_owned);
    no_texts("import", &said(&arguments));
    path
}

fn no_texts(name: &str, text: &str) {
    for planted in planted::TEXTS {
        assert!(!text.contains(planted), "{name} tells “{planted}”");
    }
}

/// The values that may not be seen, as far as their digits are like no others.
fn withheld(project: &Project) -> BTreeSet<String> {
    let guarded = printable(&project.catalogue());
    let digits = |value: f64| {
        let text = format!("{value:.12}");
        text.get(..8).map(str::to_owned)
    };
    let mut shown = BTreeSet::new();
    let mut hidden = BTreeSet::new();
    for (source, guarded) in project.sources.iter().zip(&guarded) {
        for (own, guarded) in source.observations.iter().zip(guarded) {
            let Some(value) = own.value.filter(|value| value.fract() != 0.0) else {
                continue;
            };
            let list = if guarded.value.is_some() {
                &mut shown
            } else {
                &mut hidden
            };
            list.extend(digits(value));
        }
    }
    hidden.difference(&shown).cloned().collect()
}

#[test]
fn no_way_out_tells_what_is_withheld() {
    let folder = tempfile::tempdir().unwrap();
    let path = project(folder.path());
    let project = store::open(&path).unwrap().project;
    assert_eq!(
        project.sources[0].surveys.len(),
        1,
        "it is read as a survey"
    );
    let hidden = withheld(&project);
    assert!(
        hidden.len() >= 8,
        "there is something to look for: {hidden:?}"
    );
    let check = |name: &str, text: &str| {
        no_texts(name, text);
        for value in &hidden {
            assert!(!text.contains(value.as_str()), "{name} tells {value}");
        }
    };
    // The project keeps figures for its owner, and nothing personal.
    no_texts("the project", &std::fs::read_to_string(&path).unwrap());
    let file = path.to_str().unwrap();
    let workbook = planted::workbook(folder.path());
    let workbook = workbook.to_str().unwrap();
    for arguments in [
        vec!["read", workbook],
        vec!["read", workbook, "--format", "json"],
        vec!["read", workbook, "--findings"],
        vec!["read", workbook, "--explain"],
        vec!["check", workbook],
        vec!["facts", file],
        vec!["facts", file, "--format", "json"],
        vec!["layouts", "--project", file],
        vec!["stories", file],
        vec![
            "table",
            file,
            "--rows",
            "walking alone",
            "--by",
            "Ethnicity",
            "--by",
            "Age group",
        ],
        vec![
            "table",
            file,
            "--rows",
            "walking alone",
            "--by",
            "Sex × Ethnicity",
        ],
        vec![
            "compare",
            file,
            "--rows",
            "walking alone",
            "--by",
            "Ethnicity",
            "--by",
            "Sex",
            "--pairs",
            "--from",
            "Q1 2023",
            "--to",
            "Q4 2023",
        ],
    ] {
        let output = bellwether(&arguments);
        let text = format!(
            "{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
        assert!(output.status.code() != Some(101), "{arguments:?}: {text}");
        check(&format!("{arguments:?}"), &text);
    }
    let layout = folder.path().join("layout.ron");
    let remembered = [
        "read",
        workbook,
        "--save-layout",
        layout.to_str().unwrap(),
        "--partner",
        "Community panel",
    ];
    check("a remembered layout", &said(&remembered));
    check(
        "a remembered layout",
        &std::fs::read_to_string(&layout).unwrap(),
    );
    charts(folder.path(), file, &check);
    let copy = folder.path().join("to share.bellwether");
    said(&["share", file, "--out", copy.to_str().unwrap()]);
    check(
        "the copy to share",
        &std::fs::read_to_string(&copy).unwrap(),
    );
}

/// Every kind of chart as every kind of file.
fn charts(folder: &Path, project: &str, check: &impl Fn(&str, &str)) {
    let kinds = [
        "trend",
        "breakdown",
        "heatmap",
        "heatmap-against-rest",
        "small-multiples",
        "change",
        "slope",
        "priority-cohorts",
        "cross-tab",
        "answers",
        "districts",
        "ranking",
        "funnel",
        "change-table",
    ];
    let mut written = 0;
    for kind in kinds {
        for ending in ["svg", "pdf", "pptx", "xlsx", "csv"] {
            for by in ["Ethnicity", "District"] {
                let out = folder.join(format!("{kind} {by}.{ending}"));
                let out_name = out.to_str().unwrap();
                let arguments = [
                    "chart",
                    project,
                    "--kind",
                    kind,
                    "--measure",
                    "walking alone",
                    "--by",
                    by,
                    "--out",
                    out_name,
                ];
                // Not every kind is drawn of every grouping.
                let output = bellwether(&arguments);
                check(out_name, &String::from_utf8_lossy(&output.stderr));
                if !output.status.success() {
                    continue;
                }
                written += 1;
                for (name, text) in texts(&out) {
                    check(&name, &text);
                }
            }
        }
    }
    assert!(written > 40, "{written} charts were written");
}

#[test]
fn counts_of_a_few_people_are_printed_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let counts = planted::counts(folder.path());
    let out = said(&["read", counts.to_str().unwrap()]);
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let headings = reader.headers().unwrap().clone();
    let value = headings
        .iter()
        .position(|heading| heading == "value")
        .unwrap();
    let values: Vec<String> = reader
        .records()
        .flatten()
        .filter_map(|record| record.get(value).map(str::to_owned))
        .filter(|value| !value.is_empty())
        .collect();
    for few in ["2", "3", "4"] {
        assert!(
            !values.iter().any(|value| value == few),
            "{few} among {values:?}"
        );
    }
    // With a total, one more has to go with a single small one.
    assert!(values.len() < 7, "{values:?}");
}

#[test]
fn the_preferences_remember_no_content() {
    let kept = bellwether::app::preferences::Kept::default();
    let text = ron::ser::to_string(&kept).unwrap();
    let fields: Vec<&str> = text
        .split(',')
        .filter_map(|part| part.split(':').next())
        .collect();
    for field in fields {
        let field = field.trim_matches(['(', ')']);
        let is_known = [
            "recent",
            "is_dark",
            "zoom",
            "renderer",
            "language",
            "less_motion",
            "high_contrast",
            "workbooks",
        ]
        .contains(&field);
        assert!(
            is_known || field.is_empty(),
            "“{field}”: does it tell what is in a project?"
        );
    }
    let waker: bellwether::jobs::Waker = std::sync::Arc::new(|| {});
    // A program without a display is all that the window is.
    let program = Program::new(
        Preferences::for_this_run(),
        Files::scripted(waker.clone(), Vec::new()),
        waker,
    );
    assert!(program.document().path.is_none());
}
