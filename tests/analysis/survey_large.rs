//! Many respondents, counted in parts side by side, against counting them one by one.

use bellwether::analysis::survey::{
    Axis, CellPlan, Column, Condition, FillCells, Item, Respondents,
};
use bellwether::data::survey::{
    Answers, Coded, Codes, Dimension, Numbers, Origin, Question, Survey, Tick, Weight,
};
use bellwether::data::{CellRef, Period, SheetIndex};

const RESPONDENTS: usize = 100_000;

fn origin(heading: &str) -> Origin {
    Origin {
        cell: CellRef {
            sheet: SheetIndex(0),
            row: 0,
            column: 0,
        },
        heading: heading.to_owned(),
    }
}

/// An entry for a row: scattered, the same each time, now and then none.
fn code(row: usize, entries: usize, salt: usize) -> Option<u16> {
    let scattered = (row * 2_654_435_761 + salt * 40_503) >> 7;
    (!scattered.is_multiple_of(17)).then(|| u16::try_from(scattered % entries).unwrap())
}

fn codes(entries: usize, salt: usize) -> Codes {
    (0..RESPONDENTS)
        .map(|row| code(row, entries, salt))
        .collect()
}

fn weight(row: usize) -> f64 {
    // One in eleven has none; the others are sums of powers of two, whose sums have no rounding.
    if row.is_multiple_of(11) {
        0.0
    } else {
        [0.5, 0.75, 1.25, 2.0][row % 4]
    }
}

fn survey() -> Survey {
    let dimension = |name: &str, entries: usize, salt: usize| Dimension {
        name: name.to_owned(),
        groups: Coded {
            origin: origin(name),
            entries: (0..entries).map(|entry| entry.to_string()).collect(),
            codes: codes(entries, salt),
        },
    };
    Survey {
        sheet: SheetIndex(0),
        name: String::new(),
        respondents: RESPONDENTS,
        weight: Some(Weight {
            origin: origin("Weight"),
            values: (0..RESPONDENTS).map(weight).collect(),
        }),
        stratum: None,
        cluster: None,
        period: Some(Coded {
            origin: origin("Year"),
            entries: (2020..2023)
                .map(|year| Period::calendar_year(year).unwrap())
                .collect(),
            codes: codes(3, 1),
        }),
        partial_periods: Vec::new(),
        whole_period: None,
        area: None,
        whole_area: None,
        // The second has more entries than a byte tells apart.
        dimensions: vec![dimension("Few", 4, 2), dimension("Many", 300, 3)],
        questions: vec![
            Question {
                name: String::from("Box"),
                wording: None,
                answers: Answers::Several(vec![Tick {
                    origin: origin("Box"),
                    option: String::from("Box"),
                    name: String::from("Box"),
                    ticked: codes(2, 4),
                }]),
            },
            Question {
                name: String::from("Number"),
                wording: None,
                answers: Answers::Number(Numbers {
                    origin: origin("Number"),
                    values: (0..RESPONDENTS)
                        .map(|row| code(row, 8, 5).map(f64::from))
                        .collect(),
                }),
            },
        ],
    }
}

#[test]
fn sums_are_those_of_counting_one_by_one() {
    let survey = survey();
    let axis = |place| Axis::Column(Column::Dimension(place));
    let plan = CellPlan {
        items: vec![
            Item::Answers(Column::Option {
                question: 0,
                option: 0,
            }),
            Item::Numbers(1),
        ],
        groupings: vec![vec![], vec![axis(0)], vec![axis(1)], vec![axis(1), axis(0)]],
        slices: vec![vec![2], vec![0]],
        filter: Some(Condition::Not(Box::new(Condition::Is {
            column: Column::Dimension(0),
            entries: vec![3],
        }))),
        by_design: true,
    };
    let cells = Respondents::of(&survey).fill(&plan).unwrap();
    let again = Respondents::of(&survey).fill(&plan).unwrap();
    let slice_of = [Some(1), None, Some(0)];
    // By grouping and part: respondents and weights of those who ticked, and of numbers Σwy.
    for (grouping, parts) in [(0, 1), (1, 4), (2, 300), (3, 1200)] {
        let mut ticked = vec![[(0_usize, 0.0); 2]; parts];
        let mut numbers = vec![[0.0; 2]; parts];
        for row in 0..RESPONDENTS {
            let (Some(few), Some(year)) = (code(row, 4, 2), code(row, 3, 1)) else {
                continue;
            };
            let many = code(row, 300, 3).map(usize::from);
            let few = usize::from(few);
            let part = match grouping {
                0 => Some(0),
                1 => Some(few),
                2 => many,
                _ => many.map(|many| many * 4 + few),
            };
            let (Some(part), Some(slice)) = (part, slice_of[usize::from(year)]) else {
                continue;
            };
            if few == 3 || weight(row) == 0.0 {
                continue;
            }
            if code(row, 2, 4) == Some(1) {
                ticked[part][slice].0 += 1;
                ticked[part][slice].1 += weight(row);
            }
            if let Some(number) = code(row, 8, 5) {
                numbers[part][slice] += weight(row) * f64::from(number);
            }
        }
        let table = cells.answers(0, grouping).unwrap();
        assert_eq!((table.categories(), table.answers()), (parts, 2));
        let means = cells.numbers(1, grouping).unwrap();
        for part in 0..parts {
            for slice in [0, 1] {
                let sums = table.by_answer(&[slice], part)[1];
                assert_eq!(
                    (sums.unweighted_base, sums.weight),
                    ticked[part][slice],
                    "part {part} of grouping {grouping}"
                );
                let mean = means.mean(&[slice], part).whole;
                assert_eq!(mean.weighted, numbers[part][slice]);
                let same = again
                    .answers(0, grouping)
                    .unwrap()
                    .by_answer(&[slice], part);
                assert_eq!(table.by_answer(&[slice], part), same);
            }
        }
    }
    // The wave's respondents are all with a weight, whatever the filter.
    let of_wave = |year: u16| {
        let rows = (0..RESPONDENTS).filter(|row| code(*row, 3, 1) == Some(year));
        rows.filter(|row| weight(*row) > 0.0).count()
    };
    assert_eq!(cells.design.respondents(&[0]), of_wave(2));
    assert_eq!(cells.design.respondents(&[0, 1]), of_wave(2) + of_wave(0));
}

#[test]
fn nothing_said_is_no_entry_of_a_long_list_of_which_few_are_used() {
    let mut survey = survey();
    // Kept in a byte each, as no later entry is used; the last byte says nothing.
    survey.dimensions[1].groups.codes = codes(200, 3);
    let groups = Item::Answers(Column::Option {
        question: 0,
        option: 0,
    });
    let in_long = |entries: Vec<u16>| Condition::Is {
        column: Column::Dimension(1),
        entries,
    };
    let plan = CellPlan {
        items: vec![groups],
        groupings: vec![
            vec![Axis::Column(Column::Dimension(1))],
            vec![Axis::Group(in_long(vec![255]))],
            vec![Axis::Group(Condition::Not(Box::new(in_long(vec![0]))))],
        ],
        ..CellPlan::default()
    };
    let cells = Respondents::of(&survey).fill(&plan).unwrap();
    let base = |grouping: usize, part: usize| -> usize {
        let sums = cells.answers(0, grouping).unwrap().by_answer(&[0], part);
        sums.iter().map(|sums| sums.unweighted_base).sum()
    };
    assert_eq!((base(0, 255), base(1, 0)), (0, 0));
    let counts = |row: &usize| weight(*row) > 0.0 && code(*row, 2, 4).is_some();
    let known = (0..RESPONDENTS).filter(counts);
    let known = known.filter(|row| code(*row, 200, 3).is_some_and(|code| code > 0));
    assert_eq!(base(2, 0), known.count());
}
