//! Layouts that are remembered: `read --layout`, `--save-layout`, `--explain`, `layouts`, and `import`.

use std::fs;

use crate::run::{bellwether, bellwether_with_layouts, sample, text};

const RETURN: &str = "ashfield_police_return.xlsx";

#[test]
fn a_layout_is_saved_and_the_next_return_is_read_by_it() {
    let folder = tempfile::tempdir().unwrap();
    let layout = folder.path().join("police.ron");
    let saved = bellwether(&[
        "read",
        text(&sample(RETURN)),
        "--save-layout",
        text(&layout),
        "--partner",
        "Nottinghamshire Police",
    ]);
    assert_eq!((saved.code, saved.err.as_str()), (0, ""));
    let written = fs::read_to_string(&layout).unwrap();
    assert!(written.contains("partner: \"Nottinghamshire Police\""));
    let next = sample("next_quarter").join(RETURN);
    let read = bellwether(&["read", text(&next), "--layout", text(&layout)]);
    assert_eq!(read.code, 0, "{}", read.err);
    assert!(
        read.err
            .starts_with("  Recorded crime: the sheet “Ashfield” is now called “Recorded crime”\n"),
        "{}",
        read.err
    );
    assert!(read.out.contains("Recorded crime,C5,All Crime,Ashfield,"));
    // The layout of the next return takes the place of the old one, under the same name.
    let again = bellwether(&[
        "read",
        text(&next),
        "--layout",
        text(&layout),
        "--save-layout",
        text(&layout),
    ]);
    assert_eq!(again.code, 0, "{}", again.err);
    let unchanged = bellwether(&["read", text(&next), "--layout", text(&layout)]);
    assert_eq!((unchanged.code, unchanged.err.as_str()), (0, ""));
}

#[test]
fn a_layout_that_does_not_fit_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let layout = folder.path().join("deaths.ron");
    let deaths = sample("violence_deaths_by_area.xlsx");
    bellwether(&[
        "read",
        text(&deaths),
        "--save-layout",
        text(&layout),
        "--partner",
        "Deaths",
    ]);
    let other = bellwether(&["read", text(&sample(RETURN)), "--layout", text(&layout)]);
    assert_eq!(other.code, 1);
    assert!(other.out.is_empty());
    assert!(
        other.err.contains("does not look like “Deaths”"),
        "{}",
        other.err
    );
    let no_layout = bellwether(&["read", text(&deaths), "--layout", text(&deaths)]);
    assert_eq!(no_layout.code, 1);
    assert!(no_layout.err.contains("not a layout"), "{}", no_layout.err);
    let nameless = bellwether(&["read", text(&deaths), "--save-layout", text(&layout)]);
    assert_eq!(nameless.code, 2);
    assert!(nameless.err.contains("--partner"), "{}", nameless.err);
}

#[test]
fn import_knows_the_layouts_of_the_folder_and_lists_them() {
    let folder = tempfile::tempdir().unwrap();
    let layouts = folder.path().join("layouts");
    fs::create_dir(&layouts).unwrap();
    bellwether(&[
        "read",
        text(&sample(RETURN)),
        "--save-layout",
        text(&layouts.join("police.ron")),
        "--partner",
        "Nottinghamshire Police",
    ]);
    fs::write(layouts.join("broken.ron"), "(format: \"bellwether-layout\"").unwrap();
    let project = folder.path().join("p.bellwether");
    let next = sample("next_quarter").join(RETURN);
    let run = bellwether_with_layouts(
        &["import", text(&next), "--project", text(&project)],
        &layouts,
    );
    assert_eq!(run.code, 0, "{}", run.err);
    for words in [
        "broken.ron is passed over",
        "read with the layout “Nottinghamshire Police”",
        "the row “Stalking” is new",
    ] {
        assert!(run.err.contains(words), "{words}: {}", run.err);
    }
    let listed = bellwether_with_layouts(&["layouts"], &layouts);
    assert_eq!(listed.code, 0);
    let mut lines = listed.out.lines();
    assert_eq!(lines.next(), Some("partner,kept,sheets,tables,file"));
    let line = lines.next().unwrap();
    assert!(
        line.starts_with("Nottinghamshire Police,folder,4,4,"),
        "{line}"
    );
    assert!(line.ends_with("police.ron"), "{line}");
    let json = bellwether_with_layouts(&["layouts", "--format", "json"], &layouts);
    let rows: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(rows[0]["partner"], "Nottinghamshire Police");
    let none = bellwether(&["layouts", "--project", text(&project)]);
    assert_eq!(none.out, "partner,kept,sheets,tables,file\n");
}

#[test]
fn each_row_and_column_is_explained() {
    let run = bellwether(&["read", text(&sample(RETURN)), "--explain"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(
        lines[0],
        "sheet,table,kind,at,heading_or_label,role,confidence,reason"
    );
    for line in [
        "Ashfield,1,table,A4:E21,Table 3: Recorded crime in Ashfield,read,,figures under headings",
        "Ashfield,1,column,E4:E21,% change for past year,printed change,0.90,its heading",
        "Ashfield,1,row,A4:E4,Oct 2021 to Sept 2022,heading,,it stands above the figures and says what they are",
        "Ashfield,1,row,A6:E6,Drugs,values,,\"its labels, with figures beside them\"",
    ] {
        assert!(lines.contains(&line), "{line}\nnot in\n{}", run.out);
    }
    let survey = sample("police_and_crime_survey_tables.xlsx");
    let run = bellwether(&["read", text(&survey), "--explain"]);
    assert!(run.out.contains(",base,"), "a column of bases");
    let run = bellwether(&["read", text(&sample(RETURN)), "--explain", "--findings"]);
    assert_eq!(run.code, 2);
}
