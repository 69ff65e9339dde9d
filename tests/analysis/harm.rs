//! Offences by number, by harm and by concern: which weight is whose, what is ranked, who moves much.

use std::sync::Arc;

use bellwether::analysis::harm::{ConcernKey, ConcernMatch, HarmSpec, MatchedBy, weights_report};
use bellwether::analysis::{
    Catalogue, ChangeTableScope, HarmAnswer, HarmQuestion, MeasureKey, Question,
};
use bellwether::data::{
    AreaKind, CellRef, HarmWeight, HarmWeights, Period, SheetIndex, Source, Status, Unit,
};

use crate::table::{Row, source};

fn weights(list: &[(&str, f64)]) -> HarmSpec {
    let weights = (1..).zip(list).map(|(row, (offence, weight))| HarmWeight {
        offence: (*offence).to_owned(),
        weight: *weight,
        cell: CellRef::new(SheetIndex(0), row, 1),
    });
    HarmSpec {
        weights: Some(Arc::new(HarmWeights {
            name: String::from("Weights"),
            file_name: String::from("weights.csv"),
            sheet: String::new(),
            imported_on: jiff::civil::date(2026, 11, 21),
            is_illustrative: true,
            heading: String::from("Weight"),
            weights: weights.collect(),
        })),
        concerns: Vec::new(),
    }
}

fn key(name: &str, unit: Unit) -> MeasureKey {
    MeasureKey {
        folded_name: bellwether::base::text::fold(name),
        unit,
    }
}

/// Offences of Ashfield in two years.
fn offences(list: &[(&'static str, f64)]) -> Arc<Source> {
    let rows: Vec<Row> = list
        .iter()
        .flat_map(|(name, count)| {
            [
                Row::count(name, "Ashfield", 2020, count * 0.9),
                Row::count(name, "Ashfield", 2021, *count),
            ]
        })
        .collect();
    source("offences", &rows)
}

/// Concerns of Ashfield in the year that ends with that of the offences.
fn concerns(list: &[(&'static str, f64, f64)]) -> Arc<Source> {
    let rows: Vec<Row> = list
        .iter()
        .map(|(name, value, base)| Row {
            area: Some(("Ashfield", AreaKind::District)),
            ..Row::percent(name, 2021, *value, Some(*base))
        })
        .collect();
    source("concerns", &rows)
}

const COUNTS: [(&str, f64); 6] = [
    ("Shoplifting", 1_270.0),
    ("Criminal damage", 1_234.0),
    ("Burglary", 515.0),
    ("Hate crime", 150.0),
    ("Robbery", 86.0),
    ("All crime", 9_000.0),
];

const WEIGHTS: [(&str, f64); 5] = [
    ("Shoplifting", 10.0),
    ("Criminal damage", 20.0),
    ("Burglary", 400.0),
    ("Robbery", 3_000.0),
    ("Arson", 500.0),
];

fn asked(measure: &str) -> HarmQuestion {
    HarmQuestion {
        question: Question::about(key(measure, Unit::Count)),
        scope: ChangeTableScope::default(),
    }
}

fn answer(spec: HarmSpec, sources: &[Arc<Source>]) -> HarmAnswer {
    let catalogue = Catalogue::of(sources).with_harm(&Arc::new(spec));
    asked("Robbery").answer(&catalogue).unwrap()
}

/// An offence with its ranks by number, harm and concern, and its slots in the three rankings.
type Ranks<'a> = (&'a str, [Option<usize>; 3], [usize; 3]);

fn summary(answer: &HarmAnswer) -> Vec<Ranks<'_>> {
    answer
        .rows
        .iter()
        .map(|row| {
            let places = row.ranks.map(|rank| rank.map(|rank| rank.place));
            (row.name.as_str(), places, row.slots)
        })
        .collect()
}

#[test]
fn harm_is_number_by_weight_and_ranks_what_has_one() {
    let answer = answer(weights(&WEIGHTS), &[offences(&COUNTS)]);
    assert_eq!(
        summary(&answer),
        [
            ("Shoplifting", [Some(1), Some(4), None], [0, 4, 4]),
            ("Criminal damage", [Some(2), Some(3), None], [1, 2, 2]),
            ("Burglary", [Some(3), Some(2), None], [2, 1, 1]),
            ("Hate crime", [Some(4), None, None], [3, 3, 3]),
            ("Robbery", [Some(5), Some(1), None], [4, 0, 0]),
        ],
        "the total is not ranked; what has no weight keeps its slot"
    );
    let robbery = &answer.rows[4];
    assert!(robbery.is_own);
    assert_eq!(robbery.harm, Some(86.0 * 3_000.0));
    assert_eq!(robbery.moves, [Some(3), None]);
    assert_eq!(
        answer.much,
        [2, 2],
        "a quarter of four, and two at the least"
    );
    let much: Vec<&str> = answer
        .rows
        .iter()
        .filter(|row| answer.moves_much(row, 0))
        .map(|row| row.name.as_str())
        .collect();
    assert_eq!(much, ["Shoplifting", "Robbery"]);
    assert!(answer.concerns.is_none());
}

#[test]
fn without_weights_there_is_nothing_to_rank() {
    let catalogue = Catalogue::of(&[offences(&COUNTS)]);
    assert!(asked("Robbery").answer(&catalogue).is_none());
}

#[test]
fn weights_are_matched_by_name_and_by_wording_and_never_between_two() {
    let catalogue = Catalogue::of(&[offences(&[
        ("Theft from a Person", 65.0),
        ("Anti-Social Behaviour", 3_575.0),
        ("Robbery", 86.0),
        ("Drugs", 273.0),
    ])]);
    let spec = weights(&[
        ("Theft from the person", 100.0),
        ("ASB", 5.0),
        ("robbery", 700.0),
        ("Piracy", 1.0),
    ]);
    let report = weights_report(&catalogue, spec.weights.as_ref().unwrap());
    assert_eq!(report.matched.len(), 3);
    assert_eq!(
        report.otherwise,
        [
            (
                String::from("Theft from the person"),
                String::from("Theft from a Person")
            ),
            (String::from("ASB"), String::from("Anti-Social Behaviour")),
        ]
    );
    assert_eq!(report.without, ["Drugs"]);
    assert_eq!(report.unused, ["Piracy"]);

    // Two weights that both mean it and differ: neither is taken.
    let spec = weights(&[
        ("Theft from the person", 100.0),
        ("Theft from person", 90.0),
        ("Robbery", 700.0),
    ]);
    let report = weights_report(&catalogue, spec.weights.as_ref().unwrap());
    assert_eq!(report.matched, ["Robbery"]);
    let by: Vec<MatchedBy> = answer(spec, catalogue.sources())
        .rows
        .iter()
        .filter_map(|row| Some(row.weight.as_ref()?.by))
        .collect();
    assert_eq!(by, [MatchedBy::Name]);
}

#[test]
fn concerns_are_matched_by_name_or_by_hand() {
    let sources = [
        offences(&COUNTS),
        concerns(&[
            ("Top concerns: Burglary", 18.6, 587.0),
            ("Top concerns: Vandalism", 22.4, 587.0),
            ("Top concerns: Robbery", 40.0, 12.0),
        ]),
    ];
    let by_name = answer(weights(&WEIGHTS), &sources);
    let column = by_name.concerns.as_ref().unwrap();
    assert_eq!(column.area, "Ashfield");
    assert_eq!(column.period, Period::year_ending(2021, 12));
    let ranks = |answer: &HarmAnswer| -> Vec<Option<usize>> {
        let rows = answer.rows.iter();
        rows.map(|row| row.ranks[2].map(|rank| rank.place))
            .collect()
    };
    assert_eq!(
        ranks(&by_name),
        [None, None, Some(1), None, None],
        "of robbery too few were asked"
    );
    assert!(by_name.rows[4].concern.is_some());
    assert_eq!(by_name.rows[4].shown_concern(), None);

    let vandalism = column.items.iter().find(|item| item.name == "Vandalism");
    let chosen = |concern| ConcernMatch {
        offence: key("Criminal damage", Unit::Count),
        concern,
    };
    let mut spec = weights(&WEIGHTS);
    spec.concerns = vec![chosen(Some(ConcernKey::of(vandalism.unwrap())))];
    let by_hand = answer(spec, &sources);
    assert_eq!(ranks(&by_hand), [None, Some(1), Some(2), None, None]);
    assert!(by_hand.rows[1].concern.as_ref().unwrap().is_chosen);

    let mut spec = weights(&WEIGHTS);
    spec.concerns = vec![ConcernMatch {
        offence: key("Burglary", Unit::Count),
        concern: None,
    }];
    let none = answer(spec, &sources);
    assert_eq!(
        ranks(&none),
        [None; 5],
        "somebody said that it is none of them"
    );
}

#[test]
fn a_group_and_its_parts_are_not_ranked_together() {
    let list = [
        ("Burglary", 600.0),
        ("Burglary › Domestic burglary", 500.0),
        ("Burglary › Business burglary", 100.0),
        ("Robbery", 86.0),
    ];
    let names = |spec: HarmSpec| -> Vec<String> {
        let answer = answer(spec, &[offences(&list)]);
        answer.rows.iter().map(|row| row.name.clone()).collect()
    };
    assert_eq!(
        names(weights(&[("Burglary", 400.0), ("Robbery", 700.0)])),
        ["Burglary", "Robbery"]
    );
    assert_eq!(
        names(weights(&[("Domestic burglary", 400.0), ("Robbery", 700.0)])),
        ["Domestic burglary", "Business burglary", "Robbery"]
    );
}

#[test]
fn equal_harm_is_a_joint_rank_and_what_is_withheld_is_none() {
    let mut rows = vec![
        Row::count("Robbery", "Ashfield", 2021, 10.0),
        Row::count("Arson", "Ashfield", 2021, 20.0),
        Row::count("Burglary", "Ashfield", 2021, 5.0),
    ];
    rows.extend(rows.clone().into_iter().map(|row| Row {
        period: Period::financial_year(2020).unwrap(),
        ..row
    }));
    rows.push(Row {
        value: None,
        status: Status::Suppressed,
        ..Row::count("Murder", "Ashfield", 2021, 0.0)
    });
    let spec = weights(&[
        ("Robbery", 20.0),
        ("Arson", 10.0),
        ("Burglary", 1.0),
        ("Murder", 9_000.0),
    ]);
    let answer = answer(spec, &[source("a", &rows)]);
    assert_eq!(answer.rows.len(), 3);
    assert_eq!(answer.without_number, 1);
    let joint: Vec<bool> = answer
        .rows
        .iter()
        .map(|row| row.ranks[1].unwrap().tied)
        .collect();
    assert_eq!(joint, [true, true, false]);
}
