//! The dictionary as part of the document: its edits, their labels, its place in the file.

use bellwether::analysis::dictionary::{AreaKey, CategoryKey, Term, TermEdit};
use bellwether::analysis::{Catalogue, MeasureKey, Question, SeriesKey};
use bellwether::data::{AreaKind, Cohort, Polarity, Unit};
use bellwether::project::{Edit, EditError, History, Project, TrendSpec, store};

use crate::sample;

fn measure(number: u32) -> Term {
    Term::Measure(MeasureKey {
        folded_name: format!("feel safe after dark {number}"),
        unit: Unit::Percent,
    })
}

fn area(name: &str) -> Term {
    Term::Area(AreaKey {
        name: name.to_owned(),
        kind: AreaKind::District,
    })
}

fn rename(name: &str) -> TermEdit {
    TermEdit::Rename(Some(name.to_owned()))
}

fn edits() -> Vec<Edit> {
    let female = Term::Category(CategoryKey::new("Sex", "Female"));
    vec![
        Edit::Define(measure(0), TermEdit::Merge(measure(1))),
        Edit::Define(measure(0), rename("Feel safe \\ “after dark”")),
        Edit::Define(measure(0), TermEdit::SetPolarity(Some(Polarity::Neutral))),
        Edit::Define(measure(2), TermEdit::SetHidden(true)),
        Edit::Define(
            measure(1),
            TermEdit::SetAliases(vec![String::from("safe"), String::from(" Safe ")]),
        ),
        Edit::Define(area("Area 1"), TermEdit::Merge(area("Area 2"))),
        Edit::Define(Term::Dimension(String::from("Sex")), rename("Gender")),
        Edit::Define(female, rename("Women")),
        Edit::KeepApart(area("Area 5"), area("Area 4")),
    ]
}

#[test]
fn the_dictionary_is_saved_and_undone_step_by_step() {
    let start = sample::project();
    let mut history = History::new(start.clone());
    let mut texts = vec![store::to_text(&start).unwrap()];
    for edit in edits() {
        history.apply(edit).unwrap();
        let text = store::to_text(history.project()).unwrap();
        let opened = store::parse(&text).unwrap();
        assert!(
            opened.unknown_parts.is_empty(),
            "{:?}",
            opened.unknown_parts
        );
        assert_eq!(&opened.project, history.project().as_ref());
        assert_eq!(store::to_text(&opened.project).unwrap(), text);
        texts.push(text);
    }
    assert!(history.has_work_to_lose());
    let aliases = &history.project().dictionary.definitions()[0].aliases;
    assert_eq!(aliases, &["safe"], "the same name once");
    assert!(
        !texts[0].contains("dictionary"),
        "nothing said, nothing saved"
    );
    while history.undo().is_some() {
        texts.pop();
        let text = store::to_text(history.project()).unwrap();
        assert_eq!(Some(&text), texts.last());
    }
    assert_eq!(history.project().as_ref(), &start);
}

#[test]
fn undo_calls_each_edit_by_its_names() {
    let mut project = sample::project();
    let mut labels = Vec::new();
    for edit in edits() {
        labels.push(edit.label(&project));
        project = project.apply(edit).unwrap();
    }
    assert_eq!(
        labels,
        [
            "Merge “Feel safe \"after dark\" 0” and “Feel safe \"after dark\" 1”",
            "Call “Feel safe \"after dark\" 0” “Feel safe \\ “after dark””",
            "Neither is better for “Feel safe \\ “after dark””",
            "Hide “Feel safe \"after dark\" 2”",
            "Change the other names of “Feel safe \\ “after dark””",
            "Merge “Area 1” and “Area 2”",
            "Call “Sex” “Gender”",
            "Call “Female” “Women”",
            "Keep “Area 5” and “Area 4” apart",
        ]
    );
}

#[test]
fn saying_nothing_any_more_leaves_nothing() {
    let start = sample::project();
    let edits = [
        Edit::Define(measure(0), TermEdit::Merge(measure(1))),
        Edit::Define(measure(0), TermEdit::SetUnit(Some(Unit::Count))),
        Edit::Define(measure(0), TermEdit::TakeOut(measure(1))),
        Edit::Define(measure(0), TermEdit::SetUnit(None)),
        Edit::Define(area("Area 1"), rename("First")),
        Edit::Define(area("Area 1"), TermEdit::Reset),
        // What it is called in its workbook is no other name.
        Edit::Define(area("Area 2"), rename(" Area 2 ")),
    ];
    let mut project = start.clone();
    for edit in edits {
        project = project.apply(edit).unwrap();
    }
    assert_eq!(project, start);
}

#[test]
fn a_name_that_another_bears_is_refused() {
    let project = sample::project();
    let refused = |term: Term, name: &str| project.apply(Edit::Define(term, rename(name)));
    let taken = |name: &str| Err(EditError::NameTaken(name.to_owned()));
    assert_eq!(refused(area("Area 1"), "AREA 2"), taken("AREA 2"));
    let other = "Feel safe “after dark” 1";
    assert_eq!(refused(measure(0), other), taken(other));
    assert_eq!(refused(measure(0), " "), Err(EditError::EmptyTerm));
    let female = Term::Category(CategoryKey::new("Sex", "Female"));
    assert_eq!(refused(female, "All"), taken("All"));
    let unit = Edit::Define(area("Area 1"), TermEdit::SetUnit(Some(Unit::Count)));
    assert_eq!(project.apply(unit), Err(EditError::NotAMeasure));
}

#[test]
fn what_was_saved_under_a_name_from_before_finds_it() {
    let series = |name: &str| SeriesKey {
        area: name.to_owned(),
        cohort: Cohort::everyone(),
    };
    let Term::Measure(key) = measure(1) else {
        unreachable!()
    };
    let mut question = Question::about(key);
    question.areas = vec![String::from("Area 4"), String::from("Area 10")];
    let trend = TrendSpec {
        highlight: Some(series("Area 4")),
        hidden: [series("Area 10")].into(),
        ..TrendSpec::default()
    };
    let mut project = sample::project();
    for edit in [
        Edit::Ask(question),
        Edit::SetTrend(trend),
        Edit::Define(area("Area 4"), rename("Fourth")),
        Edit::Define(area("Area 4"), rename("The fourth")),
        Edit::Define(measure(0), TermEdit::Merge(measure(1))),
    ] {
        project = project.apply(edit).unwrap();
    }
    let text = store::to_text(&project).unwrap();
    let project = store::parse(&text).unwrap().project;
    let catalogue = Catalogue::in_words(&project.sources, &project.dictionary);
    let view = project.view.resolved(&catalogue);
    let asked = view.question.unwrap();
    assert_eq!(Term::Measure(asked.measure.clone()), measure(0));
    assert_eq!(asked.areas, ["The fourth", "Area 10"]);
    assert_eq!(view.trend.highlight, Some(series("The fourth")));
    assert_eq!(view.trend.hidden, [series("Area 10")].into());
    // A question saved elsewhere while the place was called "Fourth" finds it too.
    let mut between = asked;
    between.areas = vec![String::from("Fourth")];
    assert_eq!(catalogue.resolve(&between).areas, ["The fourth"]);
}

#[test]
fn the_sample_is_the_same_file_when_it_is_saved_again() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data/Nottinghamshire.bellwether");
    let text = std::fs::read_to_string(path).unwrap();
    let opened: Project = store::parse(&text).unwrap().project;
    if std::env::var_os("WRITE_SAMPLE").is_some() {
        std::fs::write(
            "sample_data/Nottinghamshire.bellwether",
            store::to_text(&opened).unwrap(),
        )
        .unwrap();
    }
    assert!(store::to_text(&opened).unwrap() == text, "the bytes differ");
}
