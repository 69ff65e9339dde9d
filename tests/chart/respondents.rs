//! A survey of 600 respondents, made for tests: safety by sex, by age and by religion, of which three
//! respondents have one that nobody else has.

use std::sync::Arc;

use bellwether::data::survey::{
    Answer, Answers, Coded, Dimension, Net, Origin, Question, Scale, Single, Survey, Weight,
};
use bellwether::data::{CellRef, Period, SheetIndex, Source, SourceBuilder, SourceId};
use bellwether::project::Project;

/// The folded name of the measure that is made of the survey's question.
pub const MEASURE: &str = "Feel safe after dark – Safe";

fn origin(column: u32, heading: &str) -> Origin {
    Origin {
        cell: CellRef::new(SheetIndex(0), 0, column),
        heading: heading.to_owned(),
    }
}

fn dimension(column: u32, name: &str, entries: &[&str], code: impl Fn(u16) -> u16) -> Dimension {
    Dimension {
        name: name.to_owned(),
        groups: Coded {
            origin: origin(column, name),
            entries: entries.iter().map(|entry| (*entry).to_owned()).collect(),
            codes: (0..600).map(|row| Some(code(row))).collect(),
        },
    }
}

/// The survey as an imported workbook.
pub fn source() -> Arc<Source> {
    let answer = |label: &str| Answer {
        label: label.to_owned(),
        is_in_base: true,
    };
    // Of ten men, five feel very safe; of ten women, two.
    let safety = |row: u16| match (row % 2, (row / 2) % 10) {
        (0, 0..2) | (1, 0..5) => 0,
        (0, 2..4) | (1, 5..8) => 1,
        (0, 4..8) | (1, 8) => 2,
        _ => 3,
    };
    let survey = Survey {
        sheet: SheetIndex(0),
        name: String::from("Panel"),
        respondents: 600,
        weight: Some(Weight {
            origin: origin(0, "Weight"),
            values: (0..600_u16)
                .map(|row| if row % 3 == 0 { 1.5 } else { 0.75 })
                .collect(),
        }),
        stratum: None,
        cluster: None,
        period: None,
        partial_periods: Vec::new(),
        whole_period: Some(Period::calendar_year(2021).unwrap()),
        area: None,
        whole_area: None,
        dimensions: vec![
            dimension(1, "Sex", &["Female", "Male"], |row| row % 2),
            dimension(2, "Age", &["16–34", "35–64", "65+"], |row| match row {
                0..40 => 2,
                _ => row % 7 % 2,
            }),
            dimension(
                3,
                "Religion",
                &["None", "Christian", "Sikh"],
                |row| match row {
                    0..3 => 2,
                    _ => row % 2,
                },
            ),
        ],
        questions: vec![Question {
            name: String::from("Feel safe after dark"),
            wording: None,
            answers: Answers::Single(Single {
                origin: origin(4, "Q1"),
                scale: Some(Scale::Safety),
                answers: ["Very safe", "Fairly safe", "A bit unsafe", "Very unsafe"]
                    .map(answer)
                    .to_vec(),
                net: Some(Net {
                    label: String::from("Safe"),
                    members: vec![0, 1],
                }),
                codes: (0..600).map(|row| Some(safety(row))).collect(),
            }),
        }],
    };
    let mut builder = SourceBuilder::new();
    builder.survey(survey);
    let mut source = builder.build(
        SourceId::of_bytes(b"respondents"),
        String::from("respondents.xlsx"),
        jiff::civil::date(2024, 1, 9),
        vec![String::from("Data")],
    );
    source.is_illustrative = true;
    Arc::new(source)
}

/// A project that holds nothing else.
pub fn project() -> Project {
    Project {
        name: String::from("Respondents"),
        sources: vec![source()],
        ..Project::default()
    }
}
