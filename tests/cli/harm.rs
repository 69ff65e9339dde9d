//! Concerns and harm without a window.

use crate::run::{bellwether, sample, text};

#[test]
fn concerns_are_a_kind_of_chart() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("chart.svg");
    let example = sample("Nottinghamshire.bellwether");
    let run = bellwether(&[
        "chart",
        text(&example),
        "--measure",
        "Car crime",
        "--kind",
        "concerns",
        "--area",
        "ashfield",
        "--out",
        text(&out),
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    let svg = std::fs::read_to_string(&out).unwrap();
    for words in [
        "Ashfield",
        "Nottinghams",
        "Car crime",
        "Speeding",
        "% naming each issue",
    ] {
        assert!(svg.contains(words), "{words}");
    }
    let no_list = bellwether(&[
        "chart",
        text(&example),
        "--measure",
        "Robbery",
        "--kind",
        "concerns",
        "--out",
        text(&out),
    ]);
    assert_eq!(no_list.code, 2, "robbery is no concern of a list");
}

#[test]
fn weights_are_loaded_and_told_of_and_rank_offences() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("project.bellwether");
    std::fs::copy(sample("Nottinghamshire.bellwether"), &project).unwrap();
    let out = folder.path().join("chart.csv");
    let chart = [
        "chart",
        text(&project),
        "--measure",
        "Robbery",
        "--kind",
        "harm",
        "--area",
        "ashfield",
        "--out",
        text(&out),
    ];
    assert_eq!(bellwether(&chart).code, 2, "there are no weights yet");
    let weights = sample("harm_weights_illustrative.xlsx");
    let run = bellwether(&["weights", text(&weights), "--project", text(&project)]);
    assert_eq!(run.code, 0, "{}", run.err);
    for words in [
        "14 weights; 13 of ",
        "“Theft from the person” is taken for Theft from a Person",
        "left out: B19, Hate crime: “to be agreed” is no number",
        "no such offence: Arson",
    ] {
        assert!(run.err.contains(words), "{words}: {}", run.err);
    }
    let run = bellwether(&chart);
    assert_eq!(run.code, 0, "{}", run.err);
    let csv = std::fs::read_to_string(&out).unwrap();
    assert!(csv.contains("Robbery,86,14,760,65360,3"), "{csv}");

    let other = sample("morile_2022.xlsx");
    let run = bellwether(&["weights", text(&other), "--project", text(&project)]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("headed “Weight”"), "{}", run.err);
}
