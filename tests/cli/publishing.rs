//! `publish` and `refresh`: the story of the example as files, and what newer returns change in them.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::process::Command;

use zip::ZipArchive;

use crate::run::{bellwether, sample, text};

fn parts(path: &Path) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(fs::read(path).unwrap())).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut entry = archive.by_index(index).unwrap();
            let mut held = Vec::new();
            entry.read_to_end(&mut held).unwrap();
            let name = entry.name().unwrap().into_owned();
            (name, String::from_utf8_lossy(&held).into_owned())
        })
        .collect()
}

#[test]
fn a_story_becomes_a_presentation_that_newer_returns_refresh() {
    let folder = tempfile::tempdir().unwrap();
    let deck = folder.path().join("panel.pptx");
    let example = sample("Nottinghamshire.bellwether");
    let published = bellwether(&["publish", text(&example), "--out", text(&deck)]);
    assert_eq!((published.code, published.err.as_str()), (0, ""));
    let held = parts(&deck);
    let slide = |number: usize| &held[&format!("ppt/slides/slide{number}.xml")];
    assert!(!held.contains_key("ppt/slides/slide9.xml"));
    assert!(slide(1).contains("Safety update"));
    assert!(slide(2).contains("Feeling safe outside after dark fell 11.1 points"));
    assert!(slide(8).contains("For the panel to decide"));
    assert!(held.keys().any(|name| name.starts_with("ppt/charts/chart")));
    let notes = held.keys().filter(|name| name.contains("notesSlides/"));
    assert!(notes.count() > 0);

    let same = bellwether(&["refresh", text(&deck), "--project", text(&example)]);
    assert_eq!((same.code, same.out.as_str()), (0, "Nothing changed\n"));

    let newer = folder.path().join("newer.bellwether");
    fs::copy(&example, &newer).unwrap();
    for name in ["police_and_crime_survey_tables", "ashfield_police_return"] {
        let next = sample(&format!("next_quarter/{name}.xlsx"));
        let imported = bellwether(&["import", text(&next), "--project", text(&newer)]);
        assert_eq!(imported.code, 0, "{}", imported.err);
    }
    let before = fs::read(&deck).unwrap();
    let refresh = |words: &[&str]| {
        let mut all = vec!["refresh", text(&deck), "--project", text(&newer)];
        all.extend(words);
        bellwether(&all)
    };
    let told = refresh(&["--dry-run"]);
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(
        told.out.contains("Slide 2: 16-24, Mar 24 is new: 49.8%"),
        "{}",
        told.out
    );
    assert_eq!(fs::read(&deck).unwrap(), before);
    let done = refresh(&[]);
    assert_eq!((done.code, &done.out), (0, &told.out));
    assert_eq!(
        fs::read(folder.path().join("panel.pptx.bak")).unwrap(),
        before
    );
    let slide = &parts(&deck)["ppt/slides/slide2.xml"];
    let said = |change: &str| {
        slide.contains(&format!(
            "<a:t>Feeling safe outside after dark fell {change}"
        ))
    };
    assert!(said("11.3 points") && !said("11.1 points"));
}

#[test]
fn a_story_becomes_pages_a_report_and_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let example = sample("Nottinghamshire.bellwether");
    let to = |name: &str, more: &[&str]| {
        let path = folder.path().join(name);
        let mut words = vec!["publish", text(&example), "--out", text(&path)];
        words.extend(more);
        let published = bellwether(&words);
        assert_eq!((published.code, published.err.as_str()), (0, ""), "{name}");
        path
    };
    let pages = to("pages.pdf", &[]);
    let report = to("report.pdf", &["--as", "report", "--theme", "print"]);
    for (path, wanted) in [
        (&pages, "For the panel to decide"),
        (&report, "Data tables"),
    ] {
        assert!(fs::read(path).unwrap().starts_with(b"%PDF"));
        // Read back where a program for it is installed.
        if let Ok(read) = Command::new("pdftotext").arg(path).arg("-").output() {
            let words = String::from_utf8_lossy(&read.stdout).into_owned();
            assert!(words.contains(wanted), "{words}");
            assert!(
                words.contains("Feeling safe outside after dark fell 11.1"),
                "{words}"
            );
        }
    }
    let held = to("folder", &[]);
    let index = fs::read_to_string(held.join("index.html")).unwrap();
    assert_eq!(index.matches("<img src=\"").count(), 8);
    let files = fs::read_dir(&held)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let files: Vec<_> = files.collect();
    let of = |ending: &str| {
        files
            .iter()
            .filter(|path| path.extension().unwrap() == ending)
            .count()
    };
    assert_eq!((of("png"), of("csv")), (8, 6));
}

#[test]
fn what_is_not_understood_or_not_true_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let example = sample("Nottinghamshire.bellwether");
    let out = folder.path().join("panel.pptx");
    let unknown = bellwether(&[
        "publish",
        text(&example),
        "--story",
        "None",
        "--out",
        text(&out),
    ]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("Safety update"), "{}", unknown.err);
    let word = folder.path().join("panel.docx");
    assert_eq!(
        bellwether(&["publish", text(&example), "--out", text(&word)]).code,
        2
    );
    let saved = fs::read_to_string(&example).unwrap();
    let untrue = folder.path().join("untrue.bellwether");
    fs::write(&untrue, saved.replace("have fallen\"", "have risen\"")).unwrap();
    let published = bellwether(&["publish", text(&untrue), "--out", text(&out)]);
    assert_eq!(published.code, 0, "{}", published.err);
    assert!(
        published.err.contains(
            "Slide 4: “Young people’s feelings of safety after dark have risen” is no longer true"
        ),
        "{}",
        published.err
    );
    assert!(!parts(&out)["ppt/slides/slide4.xml"].contains("have risen"));
    let foreign = bellwether(&["refresh", text(&untrue), "--project", text(&example)]);
    assert_eq!(foreign.code, 1);
}

#[test]
fn a_chart_becomes_a_slide() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("chart.pptx");
    let example = sample("Nottinghamshire.bellwether");
    let drawn = bellwether(&[
        "chart",
        text(&example),
        "--measure",
        "Shoplifting",
        "--out",
        text(&out),
    ]);
    assert_eq!(drawn.code, 0, "{}", drawn.err);
    assert!(parts(&out).contains_key("ppt/charts/chart1.xml"));
}

/// What `LibreOffice` saves has no tags, no names of placeholders and no workbooks any more.
#[test]
fn a_presentation_that_libreoffice_saved_is_refreshed() {
    let folder = tempfile::tempdir().unwrap();
    let deck = folder.path().join("panel.pptx");
    let example = sample("Nottinghamshire.bellwether");
    let published = bellwether(&["publish", text(&example), "--out", text(&deck)]);
    assert_eq!((published.code, published.err.as_str()), (0, ""));
    let elsewhere = folder.path().join("saved");
    let profile = format!(
        "-env:UserInstallation=file://{}",
        text(&folder.path().join("profile"))
    );
    let saved = Command::new("timeout")
        .args(["200", "soffice", &profile, "--headless", "--convert-to"])
        .arg("pptx:Impress MS PowerPoint 2007 XML")
        .args(["--outdir", text(&elsewhere), text(&deck)])
        .output();
    let deck = elsewhere.join("panel.pptx");
    if saved.is_err() || !deck.exists() {
        // LibreOffice is not installed.
        return;
    }
    let same = bellwether(&["refresh", text(&deck), "--project", text(&example)]);
    assert_eq!((same.code, same.out.as_str()), (0, "Nothing changed\n"));
    let newer = folder.path().join("newer.bellwether");
    fs::copy(&example, &newer).unwrap();
    let next = sample("next_quarter/police_and_crime_survey_tables.xlsx");
    let imported = bellwether(&["import", text(&next), "--project", text(&newer)]);
    assert_eq!(imported.code, 0, "{}", imported.err);
    let done = bellwether(&["refresh", text(&deck), "--project", text(&newer)]);
    assert_eq!(done.code, 0, "{}", done.err);
    for told in [
        "Slide 2: The title said “Feeling safe outside after dark fell 11.1 points",
        "Slide 2: 16-24, Mar 24 is new: 49.8%",
        "Slide 2: The footnote said",
        "Slide 3: The subtitle said",
    ] {
        assert!(done.out.contains(told), "{told} in {}", done.out);
    }
    let held = parts(&deck);
    assert!(held["ppt/slides/slide2.xml"].contains("fell 11.3 points"));
    assert!(held.keys().any(|name| name.starts_with("ppt/embeddings/")));
}
