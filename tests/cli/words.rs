//! The command line speaks the project's words.

use bellwether::analysis::MeasureKey;
use bellwether::analysis::dictionary::{AreaKey, CategoryKey, Term, TermEdit};
use bellwether::data::{AreaKind, Unit};
use bellwether::project::{Edit, Project, store};

use crate::run::{bellwether, text};

fn measure(name: &str) -> Term {
    Term::Measure(MeasureKey {
        folded_name: name.to_owned(),
        unit: Unit::Count,
    })
}

fn rename(name: &str) -> TermEdit {
    TermEdit::Rename(Some(name.to_owned()))
}

#[test]
fn facts_and_charts_are_in_the_words_of_the_dictionary() {
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("p.bellwether");
    let mut workbooks = Vec::new();
    for (file, crime, years) in [
        ("old.csv", "All Crime", "2017/18,2018/19"),
        ("new.csv", "Total recorded crime", "2019/20,2020/21"),
    ] {
        let path = folder.path().join(file);
        let rows = format!(
            "Area,Sex,Offence,{years}\nAshfield,Female,{crime},100,110\nAshfield,Male,{crime},200,210\n"
        );
        std::fs::write(&path, rows).unwrap();
        workbooks.push(path);
    }
    let run = bellwether(&[
        "import",
        "--project",
        text(&project),
        text(&workbooks[0]),
        text(&workbooks[1]),
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    let mut held: Project = store::open(&project).unwrap().project;
    let ashfield = Term::Area(AreaKey {
        name: String::from("Ashfield"),
        kind: AreaKind::District,
    });
    let female = Term::Category(CategoryKey::new("Sex", "Female"));
    for (term, edit) in [
        (
            measure("all crime"),
            TermEdit::Merge(measure("total recorded crime")),
        ),
        (measure("all crime"), rename("Offences")),
        (ashfield, rename("Ashfield district")),
        (female, rename("Women")),
    ] {
        held = held.apply(Edit::Define(term, edit)).unwrap();
    }
    store::save(&project, &held).unwrap();

    let facts = bellwether(&["facts", text(&project)]);
    assert_eq!(facts.code, 0, "{}", facts.err);
    let lines: Vec<&str> = facts.out.lines().skip(1).collect();
    assert_eq!(lines.len(), 8);
    for line in &lines {
        assert!(line.contains(",Offences,Ashfield district,"), "{line}");
    }
    assert_eq!(facts.out.matches("Sex=Women,").count(), 4);

    // The words of today, those of the workbook, and part of either find it.
    for (words, area) in [
        ("offences", "ashfield district"),
        ("total recorded crime", "Ashfield"),
    ] {
        let out = folder.path().join("chart.svg");
        let run = bellwether(&[
            "chart",
            text(&project),
            "--measure",
            words,
            "--by",
            "sex",
            "--area",
            area,
            "--out",
            text(&out),
        ]);
        assert_eq!(run.code, 0, "{words}: {}", run.err);
        let svg = std::fs::read_to_string(&out).unwrap();
        for shown in ["Women", "Ashfield district", "2017/18", "2020/21"] {
            assert!(svg.contains(shown), "{words}: {shown} is missing");
        }
        assert!(!svg.contains("All Crime"));
    }
}
