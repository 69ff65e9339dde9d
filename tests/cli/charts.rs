//! `chart`, `snapshot`, and the window where there is no display.

use crate::run::{bellwether, sample, text};

fn png_size(bytes: &[u8]) -> (u32, u32) {
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
    let number =
        |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    (number(16), number(20))
}

#[test]
fn a_chart_is_written_as_svg_and_png() {
    let folder = tempfile::tempdir().unwrap();
    let example = sample("Nottinghamshire.bellwether");
    for (name, size) in [("chart.svg", "a4"), ("chart.png", "640x360")] {
        let out = folder.path().join(name);
        let run = bellwether(&[
            "chart",
            text(&example),
            "--measure",
            "feel safe after dark",
            "--by",
            "sex",
            "--compare",
            "all",
            "--size",
            size,
            "--out",
            text(&out),
        ]);
        assert_eq!(run.code, 0, "{}", run.err);
        let bytes = std::fs::read(&out).unwrap();
        if name == "chart.svg" {
            let svg = String::from_utf8(bytes).unwrap();
            for words in [
                "<title",
                "Female",
                "Male",
                "All respondents",
                "Source: police_and_crime_survey_tables.xlsx",
            ] {
                assert!(svg.contains(words), "{words} is missing");
            }
        } else {
            assert_eq!(png_size(&bytes), (1280, 720), "two pixels to the point");
        }
    }
}

#[test]
fn groups_side_by_side_are_a_kind_of_chart() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("chart.svg");
    let example = sample("Nottinghamshire.bellwether");
    for (kind, wanted) in [
        ("breakdown", "clearly different from the rest"),
        ("change", "a clear change"),
    ] {
        let run = bellwether(&[
            "chart",
            text(&example),
            "--measure",
            "feel safe outside after dark",
            "--kind",
            kind,
            "--by",
            "age",
            "--out",
            text(&out),
        ]);
        assert_eq!(run.code, 0, "{}", run.err);
        let svg = std::fs::read_to_string(&out).unwrap();
        assert!(svg.contains(wanted) && svg.contains("16-24"), "{kind}");
        assert!(!svg.contains("Sex"), "one dimension alone was asked for");
    }
}

#[test]
fn areas_are_the_lines_where_they_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("chart.svg");
    let example = sample("Nottinghamshire.bellwether");
    let run = bellwether(&[
        "chart",
        text(&example),
        "--measure",
        "Shoplifting",
        "--area",
        "mansfield",
        "--area",
        "Ashfield",
        "--out",
        text(&out),
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    let svg = std::fs::read_to_string(&out).unwrap();
    assert!(svg.contains("Mansfield") && svg.contains("Ashfield") && !svg.contains("Gedling"));
}

#[test]
fn words_that_fit_nothing_are_usage_errors_that_say_what_there_is() {
    let example = sample("Nottinghamshire.bellwether");
    let chart = |rest: &[&str]| {
        let mut arguments = vec!["chart", text(&example), "--out", "never.svg"];
        arguments.extend(rest);
        bellwether(&arguments)
    };
    for (rest, words) in [
        (&["--measure", "unicorns"][..], "Shoplifting"),
        (
            &["--measure", "Shoplifting", "--area", "Atlantis"],
            "Mansfield",
        ),
        (
            &[
                "--measure",
                "Feel safe outside after dark",
                "--by",
                "shoe size",
            ],
            "Age",
        ),
        (&["--measure", "Shoplifting", "--size", "huge"], "--size"),
        (&[], "--measure"),
    ] {
        let run = chart(rest);
        assert_eq!(run.code, 2, "{rest:?}: {}", run.err);
        assert!(run.err.contains(words), "{rest:?}: {}", run.err);
    }
    assert!(!std::path::Path::new("never.svg").exists());
    let run = bellwether(&[
        "chart",
        text(&example),
        "--measure",
        "Shoplifting",
        "--out",
        "chart.bmp",
    ]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.err.contains(".svg"), "{}", run.err);
}

#[test]
fn the_window_is_drawn_without_a_display() {
    let folder = tempfile::tempdir().unwrap();
    for (screen, size, scale, pixels) in [
        ("explore", "1440x900", "1", (1440, 900)),
        ("data", "960x600", "1.5", (1440, 900)),
        ("welcome", "1440x900", "1", (1440, 900)),
        ("palette", "1440x900", "1", (1440, 900)),
        ("findings", "1440x900", "1", (1440, 900)),
    ] {
        let out = folder.path().join(format!("{screen}.png"));
        let run = bellwether(&[
            "snapshot",
            "--screen",
            screen,
            "--size",
            size,
            "--scale",
            scale,
            "--out",
            text(&out),
        ]);
        assert_eq!(run.code, 0, "{}", run.err);
        let bytes = std::fs::read(&out).unwrap();
        assert_eq!(png_size(&bytes), pixels);
        assert!(
            bytes.len() > 10_000,
            "{screen} is all but empty: {} bytes",
            bytes.len()
        );
    }
}

#[test]
fn two_snapshots_are_the_same_to_the_byte() {
    let folder = tempfile::tempdir().unwrap();
    let pictures: Vec<Vec<u8>> = ["a.png", "b.png"]
        .into_iter()
        .map(|name| {
            let out = folder.path().join(name);
            assert_eq!(bellwether(&["snapshot", "--out", text(&out)]).code, 0);
            std::fs::read(&out).unwrap()
        })
        .collect();
    assert_eq!(pictures[0], pictures[1]);
}

#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn without_a_display_the_window_names_the_other_commands() {
    let run = bellwether::<&str>(&[]);
    assert_eq!(run.code, 1);
    for command in ["read", "import", "facts", "chart", "snapshot"] {
        assert!(run.err.contains(command), "{}", run.err);
    }
}

#[test]
fn help_is_for_reading() {
    let run = bellwether(&["--help"]);
    assert_eq!(run.code, 0);
    for command in ["read", "import", "facts", "chart", "snapshot"] {
        assert!(run.out.contains(command));
    }
    assert_eq!(
        bellwether(&["fly"]).code,
        1,
        "a file that is not there, to be opened in the window"
    );
    assert_eq!(bellwether(&["read"]).code, 2);
    assert_eq!(bellwether(&["--nonsense"]).code, 2);
}

#[test]
fn the_scorecard_needs_no_measure() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("scorecard.svg");
    let example = sample("Nottinghamshire.bellwether");
    let run = bellwether(&[
        "chart",
        text(&example),
        "--kind",
        "scorecard",
        "--out",
        text(&out),
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    let svg = std::fs::read_to_string(&out).unwrap();
    for words in [
        "ASB incidents",
        "≤ 11,130",
        "Off track",
        "Cannot tell",
        "Data due",
        "Part of these figures is illustrative.",
    ] {
        assert!(svg.contains(words), "{words} is missing");
    }
    // Where there is room, the target says how much less that is.
    let run = bellwether(&[
        "chart",
        text(&example),
        "--kind",
        "scorecard",
        "--size",
        "1200x700",
        "--out",
        text(&out),
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    let svg = std::fs::read_to_string(&out).unwrap();
    assert!(svg.contains("≤ 11,130 (−25%)"), "in a wide picture");
}

#[test]
fn a_change_table_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("table.svg");
    let example = sample("Nottinghamshire.bellwether");
    let run = bellwether(&[
        "chart",
        text(&example),
        "--kind",
        "change-table",
        "--measure",
        "All Crime",
        "--out",
        text(&out),
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    let svg = std::fs::read_to_string(&out).unwrap();
    for words in [
        "Crime in Ashfield rose 11.3%",
        "Bicycle Theft",
        "+53% ✗",
        "within chance",
    ] {
        assert!(svg.contains(words), "{words} is missing");
    }
}

#[test]
fn a_chart_is_written_as_every_kind_of_file_in_every_theme() {
    let folder = tempfile::tempdir().unwrap();
    let example = sample("Nottinghamshire.bellwether");
    let beginnings: [(&str, &str, &str, &[u8]); 5] = [
        ("chart.pdf", "print", "a4-landscape", b"%PDF-1.7"),
        ("chart.xlsx", "light", "card", b"PK"),
        (
            "chart.csv",
            "light",
            "square",
            b"\xEF\xBB\xBFPeriod,Female (%)",
        ),
        ("chart.svg", "dark", "a4-half", b"<svg"),
        ("chart.png", "high-contrast", "a4-half", b"\x89PNG"),
    ];
    for (name, theme, size, beginning) in beginnings {
        let out = folder.path().join(name);
        let run = bellwether(&[
            "chart",
            text(&example),
            "--measure",
            "feel safe outside after dark",
            "--by",
            "sex",
            "--theme",
            theme,
            "--size",
            size,
            "--dpi",
            "300",
            "--out",
            text(&out),
        ]);
        assert_eq!(run.code, 0, "{name}: {}", run.err);
        let bytes = std::fs::read(&out).unwrap();
        assert!(bytes.starts_with(beginning), "{name}");
        if name == "chart.png" {
            assert_eq!(png_size(&bytes), (2008, 1417), "300 pixels to the inch");
        }
    }
}
