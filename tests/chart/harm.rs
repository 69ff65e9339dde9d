//! The three rankings by number, harm and concern: their words and their layout, on the sample's own figures.

use std::path::Path;
use std::sync::Arc;

use bellwether::analysis::harm::{ConcernKey, ConcernMatch, HarmSpec};
use bellwether::analysis::{ChangeTableScope, HarmAnswer, HarmQuestion, MeasureKey, Question};
use bellwether::base::progress::Progress;
use bellwether::chart::contents::DataCell;
use bellwether::chart::{ChartSize, ChartTheme, Contents as _, HarmModel, Inter, MarkedChart as _};
use bellwether::data::{HarmWeights, Unit};
use bellwether::export::{Publishable, svg};
use bellwether::import::harm_weights::read_harm_weights;
use bellwether::project::store;

fn sample(file: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data")
        .join(file)
}

/// The weights of the sample.
pub fn weights() -> HarmWeights {
    let path = sample("harm_weights_illustrative.xlsx");
    let today = jiff::civil::date(2026, 11, 21);
    let reading = read_harm_weights(&path, today, &Progress::new());
    reading.unwrap().weights
}

fn key(name: &str, unit: Unit) -> MeasureKey {
    MeasureKey {
        folded_name: bellwether::base::text::fold(name),
        unit,
    }
}

/// Offences of Ashfield, with vehicle crime taken for the concern about cars.
fn answer() -> HarmAnswer {
    let project = store::open(&sample("Nottinghamshire.bellwether"))
        .unwrap()
        .project;
    let harm = HarmSpec {
        weights: Some(Arc::new(weights())),
        concerns: vec![ConcernMatch {
            offence: key("Vehicle crime", Unit::Count),
            concern: Some(ConcernKey {
                measure: key("Car crime", Unit::Percent),
                category: None,
            }),
        }],
    };
    let catalogue = project.catalogue().with_harm(&Arc::new(harm));
    HarmQuestion {
        question: Question {
            areas: vec![String::from("Ashfield")],
            ..Question::about(key("Robbery", Unit::Count))
        },
        scope: ChangeTableScope::default(),
    }
    .answer(&catalogue)
    .unwrap()
}

#[test]
fn the_sample() {
    let answer = answer();
    for (name, size, theme) in [
        ("card", ChartSize::CARD, ChartTheme::light()),
        ("slide_dark", ChartSize::SLIDE, ChartTheme::dark()),
        ("a4_print", ChartSize::A4, ChartTheme::print()),
    ] {
        let chart = Publishable::harm(&answer, size, &theme, Inter::bundled());
        insta::assert_snapshot!(format!("harm_{name}"), svg::write(&chart));
    }
}

#[test]
fn its_words() {
    let model = HarmModel::new(&answer());
    assert_eq!(
        model.title,
        "Three offences rank higher by harm than by number"
    );
    assert_eq!(
        model.subtitle,
        "Harm = number × weight, Ashfield, year to Sep 2022, weights: harm weights illustrative"
    );
    for words in [
        "Coloured: up or down 4 places or more",
        "Ranks may be chance: they are not tested.",
        "Weights: harm_weights_illustrative.xlsx › Weights.",
        "No weight: ",
        "Concern: % naming it, Ashfield, year to Sep 2022.",
        "Vehicle Crime with “Car crime”",
        "Theft from a Person with “Theft from the person”",
        "Illustrative figures.",
    ] {
        assert!(
            model.footnote.contains(words),
            "{words}: {}",
            model.footnote
        );
    }
    assert!(
        model
            .what_this_shows
            .starts_with("Most frequent: violence against the Person (4,138)."),
        "{}",
        model.what_this_shows
    );
    assert!(
        model
            .alt_text
            .contains(" Robbery: 14 by number, 3 by harm, no rank by concern."),
        "{}",
        model.alt_text
    );
    let robbery = model.rows.iter().position(|row| row.is_own).unwrap();
    let lines = model.mark_lines(robbery);
    assert!(
        lines.contains(&String::from("Number to harm: up 8 places")),
        "{lines:?}"
    );
    assert!(
        lines.contains(&String::from(
            "Weight from harm_weights_illustrative.xlsx › Weights › B6"
        )),
        "{lines:?}"
    );
}

#[test]
fn what_is_missing_is_a_mark_in_the_table() {
    let model = HarmModel::new(&answer());
    let contents = model.contents(&ChartTheme::light());
    let headings: Vec<&str> = contents
        .table
        .columns
        .iter()
        .map(|column| column.heading.as_str())
        .collect();
    assert_eq!(
        headings,
        [
            "Offence",
            "Number",
            "Rank by number",
            "Weight",
            "Harm (number × weight)",
            "Rank by harm",
            "Concerned (%)",
            "Rank by concern",
            "Places up (+) or down, number to harm",
        ]
    );
    let row = |name: &str| -> Vec<String> {
        let mut rows = contents.table.rows.iter();
        let row = rows.find(|row| row[0] == DataCell::text(name)).unwrap();
        row.iter().map(DataCell::printed).collect()
    };
    assert_eq!(
        row("Anti-Social Behaviour"),
        [
            "Anti-Social Behaviour",
            "3,575",
            "2",
            "[x]",
            "[x]",
            "",
            "[x]",
            "",
            ""
        ]
    );
    let robbery = row("Robbery");
    assert_eq!(&robbery[..6], ["Robbery", "86", "14", "760", "65,360", "3"]);
    assert!(
        contents.native.is_none(),
        "office programs draw no such chart"
    );
}

#[test]
fn no_offence_that_moves_much_is_left_out_for_want_of_room() {
    let model = HarmModel::new(&answer());
    let scene = model.layout(ChartSize::SLIDE, &ChartTheme::light(), Inter::bundled());
    let texts: Vec<String> = scene
        .text_runs()
        .iter()
        .map(|run| run.text.clone())
        .collect();
    for row in model.rows.iter().filter(|row| row.moves_much()) {
        assert!(texts.contains(&row.name), "{} is not drawn", row.name);
    }
}
