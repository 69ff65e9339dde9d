//! Measures, places and groups of people in the project's words.

use std::sync::Arc;

use bellwether::analysis::dictionary::{
    AreaKey, CategoryKey, DictionaryError, Evidence, Listing, Term, TermEdit, Words, proposals,
};
use bellwether::analysis::{
    Catalogue, Comparator, Dictionary, MeasureKey, Question, Split, TrendAnswer, answer,
};
use bellwether::data::measure::Theme;
use bellwether::data::{AreaKind, Period, Polarity, Source, Status, Unit};

use crate::table::{Row, source};

fn measure(name: &str) -> Term {
    Term::Measure(key(name))
}

fn key(name: &str) -> MeasureKey {
    MeasureKey {
        folded_name: bellwether::base::text::fold(name),
        unit: Unit::Count,
    }
}

fn area(name: &str) -> Term {
    Term::Area(AreaKey {
        name: name.to_owned(),
        kind: AreaKind::District,
    })
}

fn category(dimension: &str, category: &str) -> Term {
    Term::Category(CategoryKey::new(dimension, category))
}

/// A dictionary after edits.
fn said(edits: &[(Term, TermEdit)]) -> Arc<Dictionary> {
    let mut dictionary = Dictionary::default();
    for (term, edit) in edits {
        let named = |term: &Term| term.imported_name().to_owned();
        dictionary.edit(term, edit.clone(), named).unwrap();
    }
    dictionary.into()
}

fn in_words(sources: &[Arc<Source>], edits: &[(Term, TermEdit)]) -> Catalogue {
    Catalogue::in_words(sources, &said(edits))
}

fn ask(catalogue: &Catalogue, question: &Question) -> TrendAnswer {
    answer(catalogue, question).unwrap()
}

fn values(answer: &TrendAnswer, line: usize) -> Vec<Option<f64>> {
    let points = answer.series[line].points.iter();
    points
        .map(|point| Some(point.as_ref()?.outcome.estimate()?.value))
        .collect()
}

fn note(answer: &TrendAnswer, line: usize, point: usize) -> Option<&str> {
    let point = answer.series[line].points[point].as_ref()?;
    point.outcome.estimate()?.note.as_deref()
}

fn two_names() -> [Arc<Source>; 2] {
    [
        source(
            "first",
            &[
                Row::count("All Crime", "Ashfield", 2019, 10.0),
                Row::count("All Crime", "Ashfield", 2020, 12.0),
            ],
        ),
        source(
            "second",
            &[
                Row::count("Total recorded crime", "Ashfield", 2020, 13.0),
                Row::count("Total recorded crime", "Ashfield", 2021, 14.0),
            ],
        ),
    ]
}

fn merge(one: &str, other: &str) -> (Term, TermEdit) {
    (measure(one), TermEdit::Merge(measure(other)))
}

#[test]
fn merged_measures_are_one_line_and_the_first_holds_where_they_differ() {
    let catalogue = in_words(&two_names(), &[merge("All Crime", "Total recorded crime")]);
    assert_eq!(catalogue.measures().len(), 1);
    for asked in ["All Crime", "Total recorded crime"] {
        let answer = ask(&catalogue, &Question::about(key(asked)));
        assert_eq!(answer.measure.name, "All Crime");
        assert_eq!(values(&answer, 0), [Some(10.0), Some(12.0), Some(14.0)]);
        assert_eq!(
            note(&answer, 0, 1),
            Some("second › Sheet1 › B1 gives 13 for the same point, under “Total recorded crime”")
        );
        assert_eq!((note(&answer, 0, 0), note(&answer, 0, 2)), (None, None));
    }
    // The order of import decides nothing here: who stands first among the members does.
    let [first, second] = two_names();
    let catalogue = in_words(
        &[second, first],
        &[merge("All Crime", "Total recorded crime")],
    );
    let answer = ask(&catalogue, &Question::about(key("All Crime")));
    assert_eq!(values(&answer, 0), [Some(10.0), Some(12.0), Some(14.0)]);
    assert_eq!(answer.measure.name, "All Crime");
}

#[test]
fn a_later_revision_of_the_first_still_counts_and_keeps_the_note() {
    let [first, second] = two_names();
    let revised = source("third", &[Row::count("All crime", "Ashfield", 2020, 12.5)]);
    let catalogue = in_words(
        &[first, second, revised],
        &[merge("All Crime", "Total recorded crime")],
    );
    let answer = ask(&catalogue, &Question::about(key("All Crime")));
    assert_eq!(values(&answer, 0)[1], Some(12.5));
    assert!(note(&answer, 0, 1).unwrap().contains("second › Sheet1"));
}

#[test]
fn what_the_first_withholds_is_not_let_out_under_another_name() {
    for (status, shown) in [
        (Status::Suppressed, None),
        (Status::NotAvailable, Some(13.0)),
    ] {
        let first = Row {
            value: None,
            status,
            ..Row::count("All Crime", "Ashfield", 2020, 0.0)
        };
        let second = Row::count("Total crime", "Ashfield", 2020, 13.0);
        let catalogue = in_words(
            &[source("a", &[first]), source("b", &[second])],
            &[merge("All Crime", "Total crime")],
        );
        let answer = ask(&catalogue, &Question::about(key("All Crime")));
        assert_eq!(values(&answer, 0), [shown], "{status:?}");
        if shown.is_some() {
            assert_eq!(
                note(&answer, 0, 0),
                Some("a › Sheet1 › B1 has no value; this one stands under “Total crime”")
            );
        }
    }
}

#[test]
fn units_must_be_the_same_to_merge() {
    let mut dictionary = Dictionary::default();
    let named = |term: &Term| term.imported_name().to_owned();
    let rate = Term::Measure(MeasureKey {
        folded_name: String::from("crime rate"),
        unit: Unit::Per1000,
    });
    let merge = TermEdit::Merge(rate.clone());
    let error = dictionary
        .edit(&measure("Crime"), merge.clone(), named)
        .unwrap_err();
    assert!(
        error
            .to_string()
            .contains("different units (number, per 1,000 people)"),
        "{error}"
    );
    assert!(dictionary.is_empty(), "nothing has changed");
    let correct = TermEdit::SetUnit(Some(Unit::Count));
    dictionary.edit(&rate, correct, named).unwrap();
    dictionary.edit(&measure("Crime"), merge, named).unwrap();
    // Now the one is a count only because the user says so: that cannot be taken back under the merge.
    assert_eq!(
        dictionary.edit(&measure("Crime"), TermEdit::SetUnit(None), named),
        Err(DictionaryError::StillMerged(String::from("crime")))
    );
    assert_eq!(
        dictionary.edit(&measure("Crime"), TermEdit::Merge(area("Ashfield")), named),
        Err(DictionaryError::NotAlike)
    );
}

#[test]
fn a_measure_is_found_by_every_name_it_has() {
    let edits = [
        merge("All Crime", "Total recorded crime"),
        (
            measure("All Crime"),
            TermEdit::Rename(Some(String::from("Recorded offending"))),
        ),
        (
            measure("All Crime"),
            TermEdit::SetAliases(vec![String::from("TNO")]),
        ),
        (measure("All Crime"), TermEdit::SetTheme(Some(Theme::Other))),
        (
            measure("All Crime"),
            TermEdit::SetPolarity(Some(Polarity::Neutral)),
        ),
        (measure("All Crime"), TermEdit::SetUnit(Some(Unit::Per1000))),
    ];
    let catalogue = in_words(&two_names(), &edits);
    for words in [
        "recorded offending",
        "tno",
        "all crime",
        "total recorded crime",
    ] {
        let found = catalogue.find_measures(words);
        assert_eq!(found.len(), 1, "{words}");
        let held = &found[0].1.measure;
        assert_eq!(held.name, "Recorded offending");
        assert_eq!(
            (held.theme, held.polarity),
            (Theme::Other, Polarity::Neutral)
        );
        assert_eq!(held.unit, Unit::Per1000);
    }
}

#[test]
fn a_hidden_measure_is_listed_nowhere_and_still_answers() {
    let catalogue = in_words(
        &two_names(),
        &[(measure("All Crime"), TermEdit::SetHidden(true))],
    );
    let names: Vec<&str> = catalogue
        .measures()
        .map(|(_, entry)| entry.measure.name.as_str())
        .collect();
    assert_eq!(names, ["Total recorded crime"]);
    assert_eq!(catalogue.hidden_measures().len(), 1);
    let answer = ask(&catalogue, &Question::about(key("All Crime")));
    assert_eq!(values(&answer, 0), [Some(10.0), Some(12.0)]);
}

#[test]
fn a_question_from_before_finds_places_and_groups_under_their_new_names() {
    let rows = [
        Row::count("Theft", "Ashfield", 2020, 5.0).of("Gender", "Female"),
        Row::count("Theft", "Ashfield", 2020, 7.0).of("Gender", "Male"),
        Row::count("Theft", "Ashfield DC", 2021, 6.0).of("Sex", "Women"),
        Row::count("Theft", "Ashfield", 2021, 8.0).of("Sex", "Male"),
        Row::count("Theft", "Ashfield", 2020, 12.0),
    ];
    let edits = [
        (area("Ashfield"), TermEdit::Merge(area("Ashfield DC"))),
        (
            area("Ashfield"),
            TermEdit::Rename(Some(String::from("Ashfield district"))),
        ),
        (
            Term::Dimension(String::from("Sex")),
            TermEdit::Merge(Term::Dimension(String::from("Gender"))),
        ),
        (
            category("Gender", "Female"),
            TermEdit::Merge(category("Sex", "Women")),
        ),
        (
            category("Gender", "Female"),
            TermEdit::Rename(Some(String::from("Women and girls"))),
        ),
    ];
    let catalogue = in_words(&[source("a", &rows)], &edits);
    let mut question = Question::about(key("theft"));
    question.areas = vec![String::from("Ashfield DC"), String::from("Ashfield")];
    question.split = Split::Dimensions(vec![String::from("Gender")]);
    question.comparator = Comparator::Everyone;
    let answer = ask(&catalogue, &question);
    let labels: Vec<&str> = answer.series.iter().map(|line| &*line.label).collect();
    assert_eq!(labels, ["Women and girls", "Male", "All respondents"]);
    assert_eq!(answer.place, "Ashfield district");
    assert_eq!(values(&answer, 0), [Some(5.0), Some(6.0)]);
    assert_eq!(values(&answer, 1), [Some(7.0), Some(8.0)]);
    let resolved = catalogue.resolve(&question);
    assert_eq!(resolved.areas, ["Ashfield district"]);
    assert_eq!(resolved.split, Split::Dimensions(vec![String::from("Sex")]));
    assert_eq!(catalogue.resolve(&resolved), resolved);
    question.cohort = bellwether::data::Cohort::of("Sex", "Women");
    let resolved = catalogue.resolve(&question);
    assert_eq!(resolved.cohort.to_string(), "Sex=Women and girls");
}

#[test]
fn places_that_only_share_a_name_stay_two() {
    let at = |kind, value| Row {
        area: Some(("Nottinghamshire", kind)),
        ..Row::count("Theft", "", 2020, value)
    };
    let rows = [
        at(AreaKind::PoliceForce, 210.0),
        at(AreaKind::County, 125.0),
    ];
    let force = Term::Area(AreaKey {
        name: String::from("Nottinghamshire"),
        kind: AreaKind::PoliceForce,
    });
    let rename = TermEdit::Rename(Some(String::from("Force area")));
    let catalogue = in_words(&[source("a", &rows)], &[(force, rename)]);
    for (asked, value) in [
        ("Nottinghamshire", 125.0),
        ("Nottinghamshire (county)", 125.0),
        ("Nottinghamshire (police force area)", 210.0),
        ("Force area", 210.0),
    ] {
        let mut question = Question::about(key("theft"));
        question.areas = vec![asked.to_owned()];
        assert_eq!(
            values(&ask(&catalogue, &question), 0),
            [Some(value)],
            "{asked}"
        );
    }
    let plain = Catalogue::of(&[source("a", &rows)]);
    let mut question = Question::about(key("theft"));
    question.areas = vec![String::from("Nottinghamshire")];
    assert!(
        ask(&plain, &question).series.is_empty(),
        "which of the two is not guessed"
    );
}

#[test]
fn a_name_given_before_another_place_came_with_it_joins_nothing() {
    let rows = [
        Row::count("Theft", "Notts", 2020, 1.0),
        Row::count("Theft", "Nottinghamshire", 2020, 2.0),
    ];
    let rename = TermEdit::Rename(Some(String::from("Nottinghamshire")));
    let catalogue = in_words(&[source("a", &rows)], &[(area("Notts"), rename)]);
    let (_, entry) = catalogue.find_measures("theft")[0];
    let names: Vec<&str> = entry.areas.iter().map(|area| &*area.name).collect();
    assert_eq!(names, ["Nottinghamshire (“Notts”)", "Nottinghamshire"]);
    let rows = [
        Row::count("Theft", "Ashfield", 2020, 1.0).of("Sex", "F"),
        Row::count("Theft", "Ashfield", 2020, 2.0).of("Sex", "Female"),
    ];
    let rename = TermEdit::Rename(Some(String::from("Female")));
    let catalogue = in_words(&[source("a", &rows)], &[(category("Sex", "F"), rename)]);
    let (_, entry) = catalogue.find_measures("theft")[0];
    let names: Vec<&String> = entry.dimensions["Sex"].iter().collect();
    assert_eq!(names, ["Female (F)", "Female"]);
}

#[test]
fn people_whom_two_merged_dimensions_split_stay_split_by_both() {
    let sources = [source(
        "a",
        &[Row {
            cohort: bellwether::data::Cohort::of("Sex", "Female").and("Gender", "Man"),
            ..Row::count("Theft", "Ashfield", 2020, 1.0)
        }],
    )];
    let merge = TermEdit::Merge(Term::Dimension(String::from("Gender")));
    let dictionary = said(&[(Term::Dimension(String::from("Sex")), merge)]);
    let words = Words::of(&sources, &dictionary);
    let cohort = &words.sources[0].cohorts[0].cohort;
    assert_eq!(cohort.traits().len(), 2, "{cohort}");
}

/// The pairs proposed for measures of these names, each with one value of its own.
fn proposed(names: &[&'static str]) -> Vec<(String, String)> {
    let sources: Vec<Arc<Source>> = (2000..)
        .zip(names)
        .map(|(year, name)| {
            source(
                &year.to_string(),
                &[Row::count(name, "Ashfield", year, f64::from(year))],
            )
        })
        .collect();
    found(&sources, &Arc::default())
}

fn found(sources: &[Arc<Source>], dictionary: &Arc<Dictionary>) -> Vec<(String, String)> {
    let catalogue = Catalogue::in_words(sources, dictionary);
    let listing = Listing::of(sources, dictionary);
    proposals(&catalogue, &listing)
        .into_iter()
        .map(|proposal| (proposal.one_name, proposal.other_name))
        .collect()
}

#[test]
fn near_names_are_proposed_and_those_that_say_otherwise_are_not() {
    for names in [
        ["All Crime", "Total recorded crime"],
        ["ASB", "Anti-social behaviour"],
        ["Criminal damage & arson", "Arson and criminal damage"],
        ["Shoplifting", "Shop theft"],
        ["Violence against the person", "VAP"],
    ] {
        assert_eq!(proposed(&names).len(), 1, "{names:?}");
    }
    for names in [
        ["Violence with injury", "Violence without injury"],
        ["Crime excluding fraud", "Crime including fraud"],
        ["Victims aged 16 to 24", "Victims aged 16 to 34"],
        ["Wave 1", "Wave 2"],
        ["Theft from a vehicle", "Theft of a vehicle"],
        ["Theft", "Other theft"],
        ["Crime", "Total crime"],
    ] {
        assert_eq!(proposed(&names), [], "{names:?}");
    }
}

#[test]
fn equal_values_speak_for_a_merge_and_different_ones_against() {
    let years = |name, factor: f64| -> Vec<Row> {
        (2016..2021)
            .map(|year| Row::count(name, "Ashfield", year, factor * f64::from(year)))
            .collect()
    };
    let sources = |one, other, factor| {
        [
            source("a", &years(one, 1.0)),
            source("b", &years(other, factor)),
        ]
    };
    let none = Arc::default();
    // Part of the name alone is not enough …
    assert_eq!(found(&sources("Crime", "Table 2: Crime", 1.5), &none), []);
    // … with the same values it is; and the same name with other values is another thing.
    let same = sources("Crime", "Table 2: Crime", 1.0);
    let catalogue = Catalogue::of(&same);
    let proposal = proposals(&catalogue, &Listing::of(&same, &none)).remove(0);
    let evidence = Evidence::Values {
        agreeing: 5,
        shared: 5,
    };
    assert_eq!(proposal.evidence, evidence);
    assert_eq!(found(&sources("All crime", "Total crime", 3.0), &none), []);
    assert_eq!(
        found(&sources("All crime", "Total crime", 1.0), &none).len(),
        1
    );
}

#[test]
fn what_was_declined_or_done_is_not_proposed_again() {
    let sources = two_names();
    assert_eq!(found(&sources, &Arc::default()).len(), 1);
    let mut declined = Dictionary::default();
    declined.keep_apart(measure("Total recorded crime"), measure("All crime"));
    assert_eq!(found(&sources, &declined.into()), []);
    let done = said(&[merge("All Crime", "Total recorded crime")]);
    assert_eq!(found(&sources, &done), []);
}

#[test]
fn places_and_groups_are_proposed_within_their_kind() {
    let rows = [
        Row::count("Theft", "Newark & Sherwood", 2019, 1.0).of("Age", "16-24"),
        Row::count("Theft", "NEWARK AND SHERWOOD", 2020, 1.0).of("Age", "16 to 24"),
        Row::count("Theft", "Ashfield", 2020, 1.0).of("Age", "25-34"),
        Row::count("Theft", "Ashfield", 2020, 1.0).of("Age of offender", "16 to 24"),
        Row {
            area: Some(("Ashfield", AreaKind::Ward)),
            ..Row::count("Theft", "", 2020, 1.0)
        }
        .of("Age", "65+"),
        Row::count("Theft", "Ashfield", 2020, 1.0).of("Age", "Over 65"),
    ];
    let pairs = found(&[source("a", &rows)], &Arc::default());
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(a, b)| (&**a, &**b)).collect();
    assert_eq!(
        pairs,
        [
            ("Newark & Sherwood", "NEWARK AND SHERWOOD"),
            ("16-24", "16 to 24")
        ]
    );
}

#[test]
fn two_thousand_measures_are_looked_through_in_one_pass() {
    let rows: Vec<Row> = (0..2000)
        .map(|number| {
            let name: &'static str = format!("Indicator {number} of the outcomes framework").leak();
            Row::count(name, "Ashfield", 2020, f64::from(number))
                .at(Period::financial_year(2020).unwrap())
        })
        .collect();
    let sources = [source("a", &rows)];
    let catalogue = Catalogue::of(&sources);
    let listing = Listing::of(&sources, &Dictionary::default());
    let begun = std::time::Instant::now();
    assert_eq!(proposals(&catalogue, &listing), []);
    // Two million pairs would take minutes in this build.
    assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
}
