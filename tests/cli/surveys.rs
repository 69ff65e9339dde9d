//! `table` and `compare`.

use bellwether::analysis::breaks::{BreakId, BreakScope, BreakSpec};
use bellwether::data::{BreakReason, Period};
use bellwether::project::{BreakEdit, Edit, Project, store};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crate::run::{bellwether, sample, text};

fn rows(out: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

/// The folder of real workbooks, which is no part of the project.
fn workbooks() -> Option<std::path::PathBuf> {
    let found = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .skip(1)
        .map(|folder| folder.join("shared/workbooks"))
        .find(|folder| folder.is_dir());
    if found.is_none() {
        println!("skipped: there is no ../shared/workbooks beside the project");
    }
    found
}

#[test]
fn a_published_survey_gives_its_published_figures() {
    let Some(folder) = workbooks() else { return };
    let file = folder.join("bcs_2007-08_labelled.xlsx");
    let run = bellwether(&[
        "table",
        text(&file),
        "--rows",
        "walkdark",
        "--by",
        "sex",
        "--by",
        "rural2",
        "--weight",
        "tcindwt",
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    let rows = rows(&run.out);
    let cell = |row: &str, column: &str| {
        let found = rows
            .iter()
            .find(|cell| cell["row"] == row && cell["column"] == column);
        found.unwrap_or_else(|| panic!("no {row} by {column}"))
    };
    for (row, column, expected, base) in [
        ("very safe", "female", 13.73, "6321"),
        ("fairly safe", "female", 40.05, "6321"),
        ("a bit unsafe", "female", 29.01, "6321"),
        ("very unsafe", "female", 17.21, "6321"),
        ("very safe", "male", 37.47, "5288"),
        ("fairly safe", "male", 43.45, "5288"),
        ("a bit unsafe", "male", 15.17, "5288"),
        ("very unsafe", "male", 3.90, "5288"),
        ("very unsafe", "urban", 12.31, "8654"),
        ("very unsafe", "rural", 5.04, "2955"),
    ] {
        let found = cell(row, column);
        let value: f64 = found["value"].parse().unwrap();
        assert!((value - expected).abs() < 0.01, "{row} {column}: {value}");
        assert_eq!(found["unweighted_base"], base);
    }
    // Women are clearly more often very unsafe: the letter of men.
    let (female, male) = (cell("very unsafe", "female"), cell("very unsafe", "male"));
    assert_eq!(female["clearly_higher_than"], male["letter"]);
    assert_eq!(male["clearly_higher_than"], "");
    assert!(female["test_p"].parse::<f64>().unwrap() < 1e-9);
    assert!(
        run.err.contains("16 respondents have no weight"),
        "{}",
        run.err
    );
}

/// A project with the sample survey, imported once for all tests.
fn survey() -> String {
    static PROJECT: LazyLock<(tempfile::TempDir, PathBuf)> = LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        let project = folder.path().join("survey.bellwether");
        let workbook = sample("police_and_crime_survey.xlsx");
        let run = bellwether(&["import", text(&workbook), "--project", text(&project)]);
        assert_eq!(run.code, 0, "{}", run.err);
        (folder, project)
    });
    text(&PROJECT.1).to_owned()
}

/// What a table shows of two groupings at once: of a row and a column what is said of it.
fn by_two(arguments: &[&str], period: &str) -> (Vec<(String, String, String)>, String) {
    let file = survey();
    let start = [
        "table",
        &file,
        "--rows",
        "Safe outside after dark",
        "--period",
        period,
    ];
    let run = bellwether(&[&start, arguments].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    let cells = rows(&run.out)
        .into_iter()
        .filter(|cell| cell["kind"] == "answer");
    let cells = cells.map(|cell| {
        let shown = [cell["value"].as_str(), cell["status"].as_str()].join(" ");
        (cell["row"].clone(), cell["column"].clone(), shown)
    });
    (cells.collect(), run.err)
}

#[test]
fn two_groupings_at_once_withhold_the_same_in_every_table() {
    let crossed = by_two(&["--by", "Sex*Ethnicity"], "2021").0;
    let women = by_two(&["--by", "Ethnicity", "--where", "Sex=Female"], "2021").0;
    let asian = by_two(
        &["--by", "Sex", "--where", "Ethnicity=Asian / Asian British"],
        "2021",
    )
    .0;
    let is_withheld = |shown: &String| shown.contains("[c]");
    let mut withheld = 0;
    let women = women
        .into_iter()
        .map(|(row, column, shown)| (row, format!("Female, {column}"), shown));
    let asian = asian
        .into_iter()
        .map(|(row, column, shown)| (row, format!("{column}, Asian / Asian British"), shown));
    // Everybody's column is none of both.
    for (row, beside, shown) in women.chain(asian) {
        if let Some(other) = crossed
            .iter()
            .find(|held| held.0 == row && held.1 == beside)
        {
            assert_eq!(
                is_withheld(&shown),
                is_withheld(&other.2),
                "{row}, {beside}"
            );
            withheld += usize::from(is_withheld(&shown));
        }
    }
    assert!(
        withheld > 0,
        "some answers of women are withheld by ethnicity"
    );
}

#[test]
fn two_groupings_at_once_are_told_for_twelve_months() {
    for arguments in [
        &["--by", "Sex*Age"][..],
        &["--by", "Age", "--where", "Sex=Female"],
    ] {
        let (quarter, said) = by_two(arguments, "Q4 2021");
        assert!(said.contains("for twelve months at a time"), "{said}");
        for (row, column, shown) in quarter {
            let is_shown = !shown.contains('[');
            assert_eq!(is_shown, column == "All", "{row}, {column}: {shown}");
        }
        let (year, said) = by_two(arguments, "2021");
        assert!(!said.contains("twelve months at a time"), "{said}");
        let shown = year
            .iter()
            .filter(|held| held.1 != "All" && !held.2.contains('['));
        assert!(shown.count() > 10, "{year:?}");
    }
}

#[test]
fn a_table_is_the_same_each_time_and_in_both_forms() {
    let file = survey();
    let arguments = [
        "table",
        &file,
        "--rows",
        "Safe outside after dark",
        "--by",
        "Sex*Age",
    ];
    let (first, second) = (bellwether(&arguments), bellwether(&arguments));
    assert_eq!(first.code, 0, "{}", first.err);
    assert_eq!(first.out, second.out);
    let rows = rows(&first.out);
    assert!(rows.iter().any(|row| row["column"] == "Female, 16-24"));
    let json = bellwether(&[&arguments[..], &["--format", "json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json.as_array().unwrap().len(), rows.len());
    let value: f64 = rows[1]["value"].parse().unwrap();
    assert_eq!(json[1]["value"].as_f64(), Some(value));
}

#[test]
fn small_bases_and_small_numbers_stay_inside() {
    let file = survey();
    let run = bellwether(&[
        "table",
        &file,
        "--rows",
        "Safe outside after dark",
        "--by",
        "Area",
        "--by",
        "Sex",
        "--period",
        "year to Dec 2021",
        "--where",
        "Age=16-24 & !Sex=Male",
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    let rows = rows(&run.out);
    let withheld: Vec<_> = rows.iter().filter(|row| row["status"] == "[u]").collect();
    assert!(!withheld.is_empty());
    for row in withheld {
        for field in [
            "value",
            "lower",
            "upper",
            "row_percent",
            "weighted_count",
            "unweighted_count",
        ] {
            assert_eq!(row[field], "", "{field} of {}", row["column"]);
        }
        assert_eq!(row["clearly_higher_than"], "");
    }
    for row in rows.iter().filter(|row| row["kind"] == "answer") {
        if let Ok(count) = row["unweighted_count"].parse::<u32>() {
            assert!(
                !(1..=4).contains(&count),
                "{} {}",
                row["row"],
                row["column"]
            );
        } else {
            assert_eq!(row["weighted_count"], "");
        }
        if let Ok(base) = row["unweighted_base"].parse::<u32>() {
            assert!(base >= 30);
        } else {
            assert_eq!(row["unweighted_base"], "<30");
        }
    }
    assert!(rows.iter().any(|row| row["unweighted_count"] == "[c]"));
}

#[test]
fn of_sensitive_groups_larger_bases_are_needed() {
    let file = survey();
    let table = |rule: &str| {
        let run = bellwether(&[
            "table",
            &file,
            "--rows",
            "Safe outside after dark",
            "--by",
            "Area",
            "--period",
            "year to Dec 2021",
            "--where",
            rule,
        ]);
        assert_eq!(run.code, 0, "{}", run.err);
        rows(&run.out)
    };
    let bases = |rows: &[std::collections::BTreeMap<String, String>]| -> Vec<u32> {
        let bases = rows.iter().map(|row| row["unweighted_base"].parse());
        bases.filter_map(Result::ok).collect()
    };
    let young = table("Age=16-24");
    assert!(bases(&young).iter().any(|base| (30..50).contains(base)));
    let able = table("Age=16-24 & Disability or long-term illness=No");
    assert!(!bases(&able).is_empty());
    assert!(bases(&able).iter().all(|base| *base >= 50));
    assert!(able.iter().any(|row| row["unweighted_base"] == "<50"));
}

#[test]
fn what_is_not_known_is_said_with_what_there_is() {
    let file = survey();
    let said = |arguments: &[&str]| {
        let run = bellwether(&[&["table", &file], arguments].concat());
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        run.err
    };
    let dark = ["--rows", "Safe outside after dark"];
    assert!(said(&["--rows", "colour"]).contains("there is no “colour”; there are:"));
    assert!(said(&["--rows", "Safe outside"]).contains("may be one of several"));
    let by = said(&[&dark[..], &["--by", "Colour"]].concat());
    assert!(
        by.contains("there is no “Colour”; there are: ") && by.contains("Sex"),
        "{by}"
    );
    let rule = said(&[&dark[..], &["--where", "Sex=Other"]].concat());
    assert!(
        rule.contains("there is no “Other” in Sex; there are: Female; Male"),
        "{rule}"
    );
    let rule = said(&[&dark[..], &["--where", "(Sex=Female"]].concat());
    assert!(rule.contains("“(” is opened and never closed"), "{rule}");
    let period = said(&[&dark[..], &["--period", "2031/32"]].concat());
    assert!(period.contains("there are: "), "{period}");
    let weight = said(&[&dark[..], &["--weight", "Size"]].concat());
    assert!(
        weight.contains("there is no column of weights “Size”; there are: "),
        "{weight}"
    );
    let tables = sample("ashfield_police_return.xlsx");
    let run = bellwether(&["table", text(&tables), "--rows", "x"]);
    assert!(
        run.err.contains("no survey with a row for each respondent"),
        "{}",
        run.err
    );
}

#[test]
fn two_periods_are_compared_for_everybody_and_each_group() {
    let file = survey();
    let compare = |to: &str| {
        bellwether(&[
            "compare",
            &file,
            "--rows",
            "Safe outside after dark",
            "--from",
            "year to Dec 2020",
            "--to",
            to,
            "--by",
            "Sex",
            "--by",
            "Age",
        ])
    };
    let run = compare("year to Dec 2021");
    assert_eq!(run.code, 0, "{}", run.err);
    let rows = rows(&run.out);
    let safe = |cohort: &str| {
        let found = rows
            .iter()
            .find(|row| row["row"] == "Very/Fairly safe" && row["cohort"] == cohort);
        found.unwrap_or_else(|| panic!("no {cohort}"))
    };
    // The published figures: 63.1% falling to 56.8%.
    let everybody = safe("");
    let number = |text: &str| text.parse::<f64>().unwrap();
    assert!((number(&everybody["from_percent"]) - 63.1).abs() < 0.05);
    assert!((number(&everybody["to_percent"]) - 56.8).abs() < 0.05);
    assert!((number(&everybody["change"]) + 6.3).abs() < 0.1);
    assert_eq!(everybody["change_is"], "lower");
    assert_eq!(everybody["against_rest"], "");
    // The rest of women are men but for very few, so that the one is the other with its sign turned.
    let (women, men) = (safe("Sex=Female"), safe("Sex=Male"));
    for field in ["against_rest", "change_against_rest"] {
        let sum = number(&women[field]) + number(&men[field]);
        assert!(sum.abs() < 0.2, "{field}: {sum}");
    }
    assert_eq!(women["against_rest_is"], "lower");
    assert_eq!(men["against_rest_is"], "higher");
    // Windows that share three quarters: a change, and none against the rest.
    let overlapping = compare("year to Mar 2021");
    let overlapping: Vec<_> = self::rows(&overlapping.out);
    let women = overlapping
        .iter()
        .find(|row| row["row"] == "Very/Fairly safe" && row["cohort"] == "Sex=Female")
        .unwrap();
    assert!(women["change_p"].parse::<f64>().is_ok());
    assert_eq!(women["change_against_rest"], "");
    assert_eq!(compare("year to Dec 2020").code, 2);
}

#[test]
fn means_of_two_periods_are_compared_with_interval_and_test() {
    let file = survey();
    let run = bellwether(&[
        "compare",
        &file,
        "--rows",
        "Safe outside after dark",
        "--from",
        "year to Dec 2020",
        "--to",
        "year to Dec 2021",
        "--by",
        "Sex",
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    let rows = rows(&run.out);
    let means: Vec<_> = rows
        .iter()
        .filter(|row| row["row"].starts_with("Mean ("))
        .collect();
    assert_eq!(means.len(), 3);
    let number = |text: &str| text.parse::<f64>().unwrap();
    for row in &means {
        assert_eq!((&*row["from_percent"], &*row["to_percent"]), ("", ""));
        let (from, to) = (number(&row["from_mean"]), number(&row["to_mean"]));
        assert!((1.0..=5.0).contains(&from) && (1.0..=5.0).contains(&to));
        assert!((to - from - number(&row["change"])).abs() < 1e-9);
        assert!(number(&row["change_lower"]) < number(&row["change"]));
        assert!(number(&row["change"]) < number(&row["change_upper"]));
        assert!((0.0..=1.0).contains(&number(&row["change_p"])));
        assert_eq!(row["method"], "Taylor");
    }
    // Fewer are safe, and so the mean of everybody falls.
    assert_eq!(means[0]["change_is"], "lower");
    assert_eq!(means[1]["cohort"], "Sex=Female");
    assert_eq!(means[1]["against_rest_is"], "lower");
    for row in rows.iter().filter(|row| !row["row"].starts_with("Mean (")) {
        assert_eq!((&*row["from_mean"], &*row["to_mean"]), ("", ""));
    }
}

#[test]
fn nothing_is_compared_across_a_break_in_the_series() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("broken.bellwether");
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/police_and_crime_survey.xlsx");
    let reading = bellwether::import::read_file(
        &file,
        bellwether::data::gazetteer::Gazetteer::built_in(),
        &bellwether::base::progress::Progress::new(),
    )
    .unwrap();
    let of = BreakScope::Source {
        id: reading.source.id.clone(),
        name: reading.source.file_name.clone(),
    };
    let spec = BreakSpec {
        id: BreakId::default(),
        of,
        area: String::new(),
        from: Period::month(2021, 1).unwrap(),
        reason: BreakReason::Mode,
        words: String::new(),
    };
    let project = Project::default()
        .apply(Edit::AddSources(vec![reading.source]))
        .unwrap()
        .apply(Edit::Breaks(BreakEdit::Declare(spec)))
        .unwrap();
    store::save(&path, &project).unwrap();
    let run = bellwether(&[
        "compare",
        path.to_str().unwrap(),
        "--rows",
        "Safe outside after dark",
        "--from",
        "year to Dec 2020",
        "--to",
        "year to Dec 2021",
        "--by",
        "Sex",
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    for row in rows(&run.out) {
        assert!(
            row["change_is"].starts_with("not comparable: mode of collection changed"),
            "{}",
            row["change_is"]
        );
        for field in ["change", "change_p", "change_against_rest"] {
            assert_eq!(row[field], "", "{field}");
        }
    }
}
