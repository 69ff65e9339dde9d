//! Lists of codes and names, targets, and matrices of judgements.

use bellwether::base::progress::Progress;
use bellwether::data::assessment::Step;
use bellwether::data::target::{Aim, Course};
use bellwether::data::{AreaKind, Unit};
use bellwether::import::read_bytes;
use bellwether::project::{Edit, Project, store};
use rust_xlsxwriter::{Format, Workbook};

use crate::incidents::{lines_of, saved, words};
use crate::synthetic::{codes, lines, read, rows, sheet};

const LOOKUP: [&str; 4] = [
    "LAD23CD|LAD23NM|CSP23CD|CSP23NM|PFA23CD|PFA23NM|ObjectId",
    "E06000001|Hartlepool|E22000027|Hartlepool|E23000013|Cleveland|1",
    "E07000172|Broxtowe|E22000366|South Nottinghamshire|E23000019|Nottinghamshire|2",
    "E07000173|Gedling|E22000366|South Nottinghamshire|E23000019|Nottinghamshire|3",
];

#[test]
fn a_list_of_codes_makes_places_known_to_the_workbook() {
    let mut book = Workbook::new();
    let figures = book.add_worksheet().set_name("Figures").unwrap();
    rows(
        figures,
        0,
        &[
            "Recorded crime",
            "",
            "District|2021/22|2022/23",
            "Hartlepool|11|12",
            "Gedling|13|14",
        ],
    );
    let lookup = book.add_worksheet().set_name("Lookup").unwrap();
    rows(lookup, 0, &LOOKUP);
    rows(lookup, 5, &["Source: a lookup of districts"]);
    let reading = read(&book.save_to_buffer().unwrap());
    let hartlepool = reading
        .source
        .areas
        .iter()
        .find(|area| area.name == "Hartlepool")
        .unwrap();
    assert_eq!(
        (hartlepool.code.as_deref(), hartlepool.kind),
        (Some("E06000001"), AreaKind::District)
    );
    let place = |code: &str| {
        reading
            .source
            .places
            .iter()
            .find(|place| place.area.code.as_deref() == Some(code))
            .unwrap()
    };
    assert_eq!(reading.source.places.len(), 7);
    assert_eq!(place("E06000001").parent.as_deref(), Some("E23000013"));
    assert_eq!(
        place("E06000001").coterminous_with.as_deref(),
        Some("E22000027")
    );
    assert_eq!(place("E22000366").members, ["E07000172", "E07000173"]);
    assert_eq!(place("E22000366").coterminous_with, None);
    assert!(
        words(&reading).iter().any(|words| words.ends_with(
            "known: 2 police force areas, 2 community safety partnerships, 3 districts"
        )),
        "{:?}",
        words(&reading)
    );
}

#[test]
fn a_list_of_codes_makes_places_known_to_the_project() {
    let mut book = Workbook::new();
    rows(book.add_worksheet(), 0, &LOOKUP);
    let lookup = read(&book.save_to_buffer().unwrap());
    let project = Project::default()
        .apply(Edit::AddSources(vec![lookup.source]))
        .unwrap();
    let mut book = Workbook::new();
    rows(
        book.add_worksheet(),
        0,
        &[
            "Recorded crime",
            "",
            "District|2021/22|2022/23",
            "Hartlepool|11|12",
            "Gedling|13|14",
        ],
    );
    let bytes = book.save_to_buffer().unwrap();
    let reading = read_bytes(
        "figures.xlsx",
        &bytes,
        &project.gazetteer(),
        &Progress::new(),
    )
    .unwrap();
    assert_eq!(reading.source.areas[0].code.as_deref(), Some("E06000001"));
    assert!(reading.source.places.is_empty());
}

#[test]
fn codes_beside_figures_are_figures() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Population estimates",
                "",
                "Code|District|2019|2020",
                "E07000170|Ashfield|127918|128337",
                "E07000173|Gedling|117896|118240",
            ],
        );
    });
    assert_eq!(
        lines(&reading),
        [
            "C4 Population [count] | Ashfield | 2019-01-01 to 2019-12-31 | 127918",
            "D4 Population [count] | Ashfield | 2020-01-01 to 2020-12-31 | 128337",
            "C5 Population [count] | Gedling | 2019-01-01 to 2019-12-31 | 117896",
            "D5 Population [count] | Gedling | 2020-01-01 to 2020-12-31 | 118240",
        ]
    );
    assert!(reading.source.places.is_empty());
}

#[test]
fn targets_in_every_form() {
    let reading = sheet(|sheet| {
        let percent = Format::new().set_num_format("0.0%");
        rows(
            sheet,
            0,
            &[
                "Ashfield community safety plan: targets",
                "",
                "Ref|Measure|Baseline 2021/22|Target 2024/25|Milestone Mar 2024|Latest|Owner|Data source|RAG status|Comments|Sponsor",
                "Priority 1: Safety",
                "1.1|Feel safe after dark||≥ 60%|57.5% by March 2024|56.1%|Chief Inspector|Survey|Amber|Rising|Cllr A",
                "1.2|Recorded burglaries|400|Reduce by 10%|380|371||Police|Green||",
                "Priority 2: Trust",
                "2.1|% of victims satisfied|0.7|Below the national average|||Police|Survey|||",
                "2.2|Number of referrals|50|<40||45||NHS|Red||",
            ],
        );
        sheet
            .write_number_with_format(4, 2, 0.552, &percent)
            .unwrap();
        sheet
            .merge_range(4, 6, 5, 6, "Chief Inspector", &Format::new())
            .unwrap();
    });
    let targets = &reading.source.targets;
    assert_eq!(targets.len(), 4, "{:?}", words(&reading));
    let safe = &targets[0];
    assert_eq!(
        (safe.measure.as_str(), safe.group.as_str()),
        ("Feel safe after dark", "Priority 1: Safety")
    );
    assert_eq!(
        (safe.unit, safe.aim, safe.course),
        (Unit::Percent, Aim::AtLeast(60.0), Some(Course::Increase))
    );
    let baseline = safe.baseline.as_ref().unwrap();
    assert_eq!(
        (baseline.value, baseline.cell.to_string()),
        (Some(55.2), String::from("C5"))
    );
    assert_eq!(baseline.period.unwrap().label(), "2021/22");
    assert_eq!(safe.due.unwrap().label(), "2024/25");
    assert_eq!(safe.milestones[0].value, Some(57.5));
    assert_eq!(safe.milestones[0].period.unwrap().label(), "March 2024");
    assert_eq!(
        (safe.results[0].value, safe.results[0].period),
        (Some(56.1), None)
    );
    assert_eq!(
        (
            safe.owner.as_str(),
            safe.source.as_str(),
            safe.status.as_str()
        ),
        ("Chief Inspector", "Survey", "Amber")
    );
    assert_eq!(safe.area.as_ref().unwrap().name, "Ashfield");
    assert_eq!(safe.cell.to_string(), "D5");
    let burglaries = &targets[1];
    assert_eq!(
        (burglaries.aim, burglaries.value()),
        (Aim::ChangeByPercent(-10.0), Some(360.0))
    );
    assert_eq!(
        burglaries.owner, "Chief Inspector",
        "a merged owner answers for each row"
    );
    let satisfied = &targets[2];
    assert_eq!(satisfied.group, "Priority 2: Trust");
    assert_eq!((satisfied.aim, satisfied.value()), (Aim::Words, None));
    assert_eq!(satisfied.words, "Below the national average");
    assert_eq!(
        satisfied.baseline.as_ref().unwrap().value,
        None,
        "0.7 may be 70% or 0.7%"
    );
    assert_eq!(targets[3].aim, Aim::AtMost(40.0));
    assert_eq!(
        lines(&reading),
        [
            "C5 Feel safe after dark [percent] | Ashfield | 2021-04-01 to 2022-03-31 | 55.2",
            "C6 Recorded burglaries [count] | Ashfield | 2021-04-01 to 2022-03-31 | 400",
            "C9 Number of referrals [count] | Ashfield | 2021-04-01 to 2022-03-31 | 50",
        ]
    );
    assert!(
        codes(&reading).contains(&"percent-scale"),
        "{:?}",
        words(&reading)
    );
    assert!(
        words(&reading)
            .iter()
            .any(|words| words.contains("“Sponsor” not used"))
    );
    assert!(
        words(&reading)
            .iter()
            .any(|words| words.ends_with("4 targets read"))
    );
}

#[test]
fn targets_of_places_take_their_measure_from_the_title() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Satisfaction with police",
                "",
                "District|Baseline 2022|Target 2025|Status",
                "Ashfield|61%|65%|On track",
                "Mansfield|58%|60%|Off track",
            ],
        );
    });
    let targets = &reading.source.targets;
    assert_eq!(targets.len(), 2, "{:?}", words(&reading));
    assert_eq!(targets[1].measure, "Satisfaction with police");
    assert_eq!(targets[1].area.as_ref().unwrap().name, "Mansfield");
    assert_eq!(
        (targets[1].value(), targets[1].status.as_str()),
        (Some(60.0), "Off track")
    );
}

#[test]
fn figures_with_a_column_named_target_stay_figures() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Feel safe after dark, per cent",
                "",
                "District|2021/22|2022/23|Target",
                "Ashfield|55.1|56.8|60",
                "Mansfield|51.0|52.3|60",
            ],
        );
    });
    assert!(reading.source.targets.is_empty());
    assert!(
        lines(&reading).iter().any(|line| line.contains("56.8")),
        "{:?}",
        lines_of(&reading)
    );
}

#[test]
fn a_matrix_of_numbers_and_one_of_words() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "MoRiLE assessment 2024",
                "",
                "Rank|Theme|Physical harm|Likelihood|Confidence|Overall score|Comments",
                "1|Knife crime|5|4|3|60.5|Rising",
                "2|Fraud|3|5|2|30|",
                "3|Arson|2|1|4|8|Rare",
            ],
        );
    });
    let held = &reading.source.assessments;
    assert_eq!(held.len(), 3, "{:?}", words(&reading));
    assert!(reading.source.observations.is_empty());
    assert_eq!(
        (held[0].subject.as_str(), held[0].rank),
        ("Knife crime", Some(1))
    );
    assert_eq!(held[0].period.unwrap().label(), "2024");
    let scores: Vec<_> = held[0]
        .judgements
        .iter()
        .map(|held| (held.criterion.as_str(), held.score))
        .collect();
    assert_eq!(
        scores,
        [
            ("Physical harm", Some(5.0)),
            ("Likelihood", Some(4.0)),
            ("Confidence", Some(3.0)),
            ("Overall score", Some(60.5))
        ]
    );
    assert_eq!(held[0].judgements[3].cell.to_string(), "F4");
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "|Harm|Likelihood|Volume",
                "A|High|4 – High|Low",
                "Burglary|Medium|2 – Low|High",
                "Robbery|Low|3 – Medium|Huge",
                "Arson|Low|3 – Medium|Low",
                "Fraud|Low|3 – Medium|Low",
                "Hate|Low|3 – Medium|Low",
            ],
        );
    });
    let burglary = reading
        .source
        .assessments
        .iter()
        .find(|held| held.subject == "Burglary")
        .unwrap();
    assert_eq!(burglary.judgements[0].step, Some(Step { place: 2, of: 3 }));
    assert_eq!(
        (burglary.judgements[1].step, burglary.judgements[1].score),
        (Some(Step { place: 1, of: 3 }), Some(2.0))
    );
    assert_eq!(
        (
            burglary.judgements[2].step,
            burglary.judgements[2].words.as_str()
        ),
        (None, "High"),
        "“Huge” is on no scale"
    );
    assert!(codes(&reading).contains(&"scale-unknown"));
}

#[test]
fn counts_under_words_of_a_matrix_stay_figures() {
    let reading = sheet(|sheet| {
        rows(
            sheet,
            0,
            &[
                "Recorded crime 2022/23",
                "",
                "Offence|Volume|Harm score|Trend %",
                "Burglary|1200|4.5|3",
                "Robbery|86|9.1|-2",
            ],
        );
    });
    assert!(reading.source.assessments.is_empty());
    assert!(
        !reading.source.observations.is_empty(),
        "{:?}",
        words(&reading)
    );
}

#[test]
fn targets_and_judgements_are_saved_byte_for_byte() {
    let mut book = Workbook::new();
    rows(
        book.add_worksheet(),
        0,
        &[
            "KPI|Baseline 2021/22|Target|Owner",
            "Burglaries \"domestic\"|400.1|≤ 0.3|A \\ B",
            "Volume of thefts|10|Reduce by 10%|",
        ],
    );
    rows(
        book.add_worksheet(),
        0,
        &[
            "Theme|Harm|Likelihood|Impact",
            "Fraud|Very high|Low|High",
            "Arson|Low|High|Low",
        ],
    );
    rows(book.add_worksheet(), 0, &LOOKUP);
    let reading = read(&book.save_to_buffer().unwrap());
    let source = &reading.source;
    assert_eq!(
        (
            source.targets.len(),
            source.assessments.len(),
            source.places.len()
        ),
        (2, 2, 7),
        "{:?}",
        words(&reading)
    );
    let text = saved(source);
    let opened = store::parse(&text).unwrap();
    assert!(
        opened.unknown_parts.is_empty(),
        "{:?}",
        opened.unknown_parts
    );
    assert_eq!(&opened.project.sources[0], source);
    assert_eq!(store::to_text(&opened.project).unwrap(), text);
}
