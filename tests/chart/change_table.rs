//! The change table: its words and its layout, on the published table of crime in Ashfield.

use std::path::Path;

use bellwether::analysis::change_table::{Against, ChangeTableAnswer, change_table};
use bellwether::analysis::{Catalogue, ChangeTableScope, MeasureKey, Question};
use bellwether::base::progress::Progress;
use bellwether::chart::wording::{change_table as words, figure_check};
use bellwether::chart::{ChangeTableModel, ChartSize, ChartTheme, Inter, MarkedChart as _, Scene};
use bellwether::check::check_and_keep;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::data::{Period, Unit};
use bellwether::export::{Publishable, svg};
use bellwether::import::OpenedFile;
use bellwether::import::decisions::Decisions;
use bellwether::project::ChangeTableSpec;

fn published(scope: &ChangeTableScope) -> ChangeTableAnswer {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/ashfield_police_return.xlsx");
    let progress = Progress::new();
    let file = OpenedFile::open(&path, &progress).unwrap();
    let mut reading = file
        .read(Gazetteer::built_in(), &Decisions::default(), &progress)
        .unwrap();
    check_and_keep(&file.workbook, &mut reading);
    let catalogue = Catalogue::of(&[reading.source]);
    let question = Question::about(MeasureKey {
        folded_name: String::from("all crime"),
        unit: Unit::Count,
    });
    change_table(&catalogue, &question, scope).unwrap()
}

fn scene(answer: &ChangeTableAnswer, size: ChartSize) -> Scene {
    let model = ChangeTableModel::new(answer, &ChangeTableSpec::default());
    model.layout(size, &ChartTheme::light(), Inter::bundled())
}

#[test]
fn the_published_table() {
    let answer = published(&ChangeTableScope::default());
    for (name, size, theme) in [
        ("card", ChartSize::CARD, ChartTheme::light()),
        ("slide_dark", ChartSize::SLIDE, ChartTheme::dark()),
        ("a4_print", ChartSize::A4_LANDSCAPE, ChartTheme::print()),
    ] {
        let spec = ChangeTableSpec::default();
        let chart = Publishable::change_table(&answer, &spec, size, &theme, Inter::bundled());
        insta::assert_snapshot!(format!("change_table_{name}"), svg::write(&chart));
    }
}

#[test]
fn its_words() {
    let answer = published(&ChangeTableScope::default());
    assert_eq!(
        words::title(&answer),
        "Crime in Ashfield rose 11.3%; bicycle theft more than doubled"
    );
    assert_eq!(
        words::subtitle(&answer),
        "Recorded crime in Ashfield, Oct 2021 to Sep 2022 against Oct 2020 to Sep 2021"
    );
    assert_eq!(
        words::what_this_shows(&answer, true),
        "Of 16 offences, six rose and two fell by more than chance; eight changed no more than chance may explain. 11 of 17 printed changes are wrong."
    );
    assert_eq!(
        words::footnote(&answer, true),
        "Chance: exact test on two counts, 5% false discovery rate over 17 offences; monthly counts would judge better. No % of fewer than 50. ✗ is not what the sender’s own figures give. Source: ashfield_police_return.xlsx."
    );
    assert_eq!(
        figure_check::main_cause(&answer.printed).as_deref(),
        Some("10 were divided by the new year instead of the old one")
    );
    let row = |name: &str| answer.rows.iter().find(|row| row.name == name).unwrap();
    let how = |name: &str| figure_check::how_it_came_about(row(name).printed.as_ref().unwrap());
    let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    assert_eq!(
        how("Bicycle Theft"),
        [
            pair("Printed", "+53%"),
            pair("129 against 60", "+115.0%"),
            pair("69 ÷ 129", "53%: new year as base"),
        ]
    );
    assert_eq!(
        how("Public order"),
        [
            pair("Printed", "+2%"),
            pair("883 against 873", "+1.1%"),
            pair("10 ÷ 873", "last digit rounded wrongly"),
        ]
    );
    assert_eq!(
        how("Burglary").len(),
        2,
        "what is right needs no explanation"
    );
}

#[test]
fn rows_say_what_may_be_said() {
    let answer = published(&ChangeTableScope::default());
    let model = ChangeTableModel::new(&answer, &ChangeTableSpec::default());
    let cells = model.cells();
    let lines: Vec<&str> = cells.lines().collect();
    for wanted in [
        "Offence\tYear to Sep 2021\tYear to Sep 2022\tChange\t%\tChance?\tAs printed\tRight?",
        "All Crime\t9,755\t10,860\t+1,105\t+11.3%\tclear change\t+11.33%\tright",
        "Theft from a Person\t45\t65\t+20\tfrom 45 to 65\twithin chance\t+31%\twrong",
        "Robbery\t86\t86\t0\t0.0%\twithin chance\tNo change\tright",
        "Anti-Social Behaviour\t4,439\t3,575\t−864\t−19.5%\tclear change\t−24%\twrong",
        "Knife Crime\t83\t68\t−15\t−18.1%\twithin chance\t−22%\twrong",
    ] {
        assert!(lines.contains(&wanted), "{wanted} is not in\n{cells}");
    }
    assert!(lines[1].starts_with("All Crime"), "the total comes first");
}

#[test]
fn nothing_is_printed_of_another_comparison() {
    let baseline = Period::year_ending(2020, 9).unwrap();
    let answer = published(&ChangeTableScope {
        against: Against::Baseline(baseline),
        ..ChangeTableScope::default()
    });
    assert_eq!(answer.earlier.map(|period| period.end), Some(baseline.end));
    assert_eq!(answer.printed.printed, 0);
    let model = ChangeTableModel::new(&answer, &ChangeTableSpec::default());
    assert!(!model.has_printed);
    assert!(words::title(&answer).starts_with("Crime in Ashfield rose 5.3%"));
}

#[test]
fn columns_keep_apart_and_rows_that_do_not_fit_are_counted() {
    let answer = published(&ChangeTableScope::default());
    for size in [
        ChartSize::CARD,
        ChartSize::SLIDE,
        ChartSize::A4,
        ChartSize::SQUARE,
        ChartSize::new(500.0, 640.0),
        ChartSize::new(320.0, 200.0),
    ] {
        let scene = scene(&answer, size);
        let runs = scene.text_runs();
        for run in &runs {
            let bounds = run.bounds();
            assert!(
                bounds.left >= -0.5 && bounds.right <= scene.width + 0.5,
                "“{}” leaves the sheet of {size:?}",
                run.text
            );
        }
        for (place, one) in runs.iter().enumerate() {
            for other in runs.iter().skip(place + 1) {
                let (a, b) = (one.bounds(), other.bounds());
                let apart = a.right <= b.left + 0.5
                    || b.right <= a.left + 0.5
                    || a.bottom <= b.top + 0.5
                    || b.bottom <= a.top + 0.5;
                assert!(
                    apart,
                    "“{}” and “{}” overlap in {size:?}",
                    one.text, other.text
                );
            }
        }
    }
    let small = scene(&answer, ChartSize::new(320.0, 200.0));
    let says_more = |text: &str| text.starts_with("and ") && text.contains(" more");
    assert!(small.text_runs().iter().any(|run| says_more(&run.text)));
}
