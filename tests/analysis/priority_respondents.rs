//! Priority cohorts by the respondents of a survey: any area, all pairs, and everybody else exactly.

use std::sync::Arc;

use bellwether::analysis::priority::{PriorityAnswer, PriorityCohort, priority};
use bellwether::analysis::{Catalogue, CohortScope, Question};
use bellwether::data::survey::{
    Answer, Answers, Coded, Dimension, Origin, Question as Asked, Single, Survey,
};
use bellwether::data::{Area, AreaKind, CellRef, Period, SheetIndex, SourceBuilder, SourceId};

/// So many respondents in each year, area, sex and age.
const EACH: usize = 150;

/// Year, area, sex, age and whether they feel safe.
type Row = (u16, u16, u16, u16, bool);

/// Young women in the second area fall from two in three to one in three; everybody else stays at two in three.
fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for year in 0..2 {
        for area in 0..2 {
            for sex in 0..2 {
                for age in 0..2 {
                    let fell = (year, area, sex, age) == (1, 1, 0, 0);
                    let safe = if fell { 1 } else { 2 };
                    rows.extend((0..EACH).map(|row| (year, area, sex, age, row % 3 < safe)));
                }
            }
        }
    }
    rows
}

fn survey() -> Survey {
    let rows = rows();
    let origin = |column: u32| Origin {
        cell: CellRef::new(SheetIndex(0), 0, column),
        heading: format!("Column {column}"),
    };
    let texts = |entries: [&str; 2]| entries.map(str::to_owned).to_vec();
    let area = |name: &str| Area {
        name: name.to_owned(),
        code: None,
        kind: AreaKind::District,
    };
    Survey {
        sheet: SheetIndex(0),
        name: String::from("Survey"),
        respondents: rows.len(),
        weight: None,
        stratum: None,
        cluster: None,
        period: Some(Coded {
            origin: origin(0),
            entries: [2020, 2021]
                .map(|year| Period::calendar_year(year).unwrap())
                .to_vec(),
            codes: rows.iter().map(|row| Some(row.0)).collect(),
        }),
        partial_periods: Vec::new(),
        whole_period: None,
        area: Some(Coded {
            origin: origin(1),
            entries: vec![area("Ashfield"), area("Nottingham")],
            codes: rows.iter().map(|row| Some(row.1)).collect(),
        }),
        whole_area: Some(Area {
            name: String::from("Nottinghamshire"),
            code: None,
            kind: AreaKind::PoliceForce,
        }),
        dimensions: vec![
            Dimension {
                name: String::from("Sex"),
                groups: Coded {
                    origin: origin(2),
                    entries: texts(["Female", "Male"]),
                    codes: rows.iter().map(|row| Some(row.2)).collect(),
                },
            },
            Dimension {
                name: String::from("Age"),
                groups: Coded {
                    origin: origin(3),
                    entries: texts(["16-24", "25+"]),
                    codes: rows.iter().map(|row| Some(row.3)).collect(),
                },
            },
        ],
        questions: vec![Asked {
            name: String::from("Feel safe after dark"),
            wording: None,
            answers: Answers::Single(Single {
                origin: origin(4),
                scale: None,
                answers: ["Safe", "Unsafe"]
                    .map(|label| Answer {
                        label: label.to_owned(),
                        is_in_base: true,
                    })
                    .to_vec(),
                net: None,
                codes: rows.iter().map(|row| Some(u16::from(!row.4))).collect(),
            }),
        }],
    }
}

fn asked(place: &str, pairs: bool) -> PriorityAnswer {
    let mut builder = SourceBuilder::new();
    let survey = survey();
    survey.tabulate(&mut builder);
    builder.survey(survey);
    let source = builder.build(
        SourceId::of_bytes(b"respondents"),
        String::from("respondents.xlsx"),
        jiff::civil::date(2022, 2, 1),
        vec![String::from("Data")],
    );
    let catalogue = Catalogue::of(&[Arc::new(source)]);
    let (key, _) = catalogue.find_measures("Feel safe after dark – Safe")[0];
    let question = Question {
        areas: vec![place.to_owned()],
        ..Question::about(key.clone())
    };
    let scope = CohortScope {
        singles: true,
        pairs,
    };
    priority(&catalogue, &question, scope).unwrap()
}

fn cohort<'a>(answer: &'a PriorityAnswer, label: &str) -> &'a PriorityCohort {
    let mut cohorts = answer.cohorts.iter();
    cohorts.find(|cohort| cohort.label == label).unwrap()
}

#[test]
fn the_rest_is_counted_and_not_worked_out() {
    let answer = asked("Nottinghamshire", false);
    assert!(!answer.is_rest_approximate);
    assert_eq!(
        (answer.singles, answer.pairs),
        (6, 4),
        "two areas, two sexes, two ages"
    );
    let women = cohort(&answer, "Female").evidence.as_ref().unwrap();
    let level = women.level.as_ref().unwrap();
    assert_eq!(level.from.unweighted_base, Some(600.0));
    assert!((level.from.value - 200.0 / 3.0).abs() < 1e-9, "the men");
    assert!(
        (level.to.value - 350.0 / 6.0).abs() < 1e-9,
        "350 of 600 women"
    );
    let relative = women.relative.unwrap();
    assert!((relative.difference + 50.0 / 6.0).abs() < 1e-9);
}

#[test]
fn a_place_is_asked_about_though_no_table_is_of_it() {
    let answer = asked("Nottingham", true);
    assert_eq!((answer.singles, answer.pairs), (4, 4));
    let total = answer.total.as_ref().unwrap();
    assert_eq!(total.now.unweighted_base, Some(600.0));
    let first = &answer.cohorts[0];
    assert_eq!(first.label, "16-24, Female");
    assert!((first.level().unwrap().value - 100.0 / 3.0).abs() < 1e-9);
    assert!(first.evidence.as_ref().unwrap().is_faster);
    assert!(!first.has_trend, "no table is of them");
    let cells = &first.level().unwrap().provenance.cells;
    assert_eq!(cells.len(), 3, "the question and both groups");
    let elsewhere = asked("Ashfield", true);
    assert!(elsewhere.cohorts.iter().all(|cohort| cohort.rank.is_none()));
}
