//! A million respondents, cross-tabulated and compared, against reading the same columns once.

use std::hint::black_box;
use std::path::Path;
use std::process::Command;

use bellwether::analysis::survey::{
    BannerPart, Column, CrossTabAsked, GroupsAsked, Respondents, Subject, all_groups, crosstab,
};
use bellwether::data::survey::{
    Answer, Answers, CodeSlice, Coded, Codes, Dimension, Net, Origin, Question, Scale, Single,
    Survey, Weight,
};
use bellwether::data::{CellRef, Period, SheetIndex};
use bellwether::stats::multiplicity::Adjustment;
use criterion::Criterion;

use crate::{ratio, survey_variances};

const RESPONDENTS: usize = 1_000_000;
/// R takes a minute and more for a million.
const RESPONDENTS_OF_PEER: usize = 100_000;

/// Numbers that look like chance and are always the same.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
}

fn origin() -> Origin {
    Origin {
        cell: CellRef {
            sheet: SheetIndex(0),
            row: 0,
            column: 0,
        },
        heading: String::from("Column"),
    }
}

fn codes(chance: &mut Chance, entries: u64, respondents: usize) -> Codes {
    (0..respondents)
        .map(|_| {
            let code = chance.below(entries * 20);
            // One in twenty did not say.
            (code < entries * 19).then(|| u16::try_from(code % entries).unwrap())
        })
        .collect()
}

fn coded<T>(chance: &mut Chance, entries: Vec<T>, respondents: usize) -> Coded<T> {
    let count = u64::try_from(entries.len()).unwrap();
    let codes = codes(chance, count, respondents);
    Coded {
        origin: origin(),
        entries,
        codes,
    }
}

/// Ten dimensions of two to eleven groups, two waves, a scale of five answers and don't know.
fn survey(respondents: usize) -> Survey {
    let mut chance = Chance(42);
    let labels = |entries: usize| (0..entries).map(|entry| entry.to_string()).collect();
    let dimensions = (0..10)
        .map(|dimension| Dimension {
            name: format!("Dimension {dimension}"),
            groups: coded(&mut chance, labels(2 + dimension), respondents),
        })
        .collect();
    let answers = (0..6)
        .map(|answer| Answer {
            label: answer.to_string(),
            is_in_base: answer < 5,
        })
        .collect();
    Survey {
        sheet: SheetIndex(0),
        name: String::new(),
        respondents,
        weight: Some(Weight {
            origin: origin(),
            values: (0..respondents)
                .map(|_| 0.25 + f64::from(u32::try_from(chance.below(1500)).unwrap()) / 1000.0)
                .collect(),
        }),
        stratum: None,
        cluster: None,
        period: Some(coded(
            &mut chance,
            [2021, 2022]
                .map(|year| Period::calendar_year(year).unwrap())
                .to_vec(),
            respondents,
        )),
        partial_periods: Vec::new(),
        whole_period: None,
        area: None,
        whole_area: None,
        dimensions,
        questions: vec![Question {
            name: String::from("Safe"),
            wording: None,
            answers: Answers::Single(Single {
                origin: origin(),
                scale: Some(Scale::Safety),
                answers,
                net: Some(Net {
                    label: String::from("Safe"),
                    members: vec![0, 1],
                }),
                codes: codes(&mut chance, 6, respondents),
            }),
        }],
    }
}

/// Adds up the columns that a cross-tab by eight dimensions reads, one after another.
fn read_columns(survey: &Survey) -> (u64, f64) {
    let Answers::Single(question) = &survey.questions[0].answers else {
        return (0, 0.0);
    };
    let dimensions = survey.dimensions.iter().take(8);
    let columns = dimensions.map(|dimension| &dimension.groups.codes);
    let sum = columns
        .chain([&question.codes])
        .map(|codes| match codes.as_slice() {
            CodeSlice::Narrow(codes) => codes.iter().map(|code| u64::from(*code)).sum::<u64>(),
            CodeSlice::Wide(codes) => codes.iter().map(|code| u64::from(*code)).sum::<u64>(),
        })
        .sum();
    let weights = survey.weight.as_ref().unwrap();
    (sum, weights.values.iter().sum())
}

pub fn bench(criterion: &mut Criterion) {
    let survey = survey(RESPONDENTS);
    let banner: Vec<BannerPart> = (0..8)
        .map(|dimension| BannerPart::of(&survey, Column::Dimension(dimension)).unwrap())
        .collect();
    let asked = CrossTabAsked {
        question: 0,
        banner,
        periods: Vec::new(),
        filter: None,
        nets: Vec::new(),
        adjustment: Adjustment::BenjaminiHochberg,
        letters_on_low_bases: false,
    };
    let tabulate = || crosstab(&Respondents::of(&survey), &asked).unwrap();
    assert_eq!(tabulate().columns.len(), 1 + (2..10).sum::<usize>());
    let subject = &Subject::all(&survey)[0];
    let pairs = || {
        let asked = GroupsAsked {
            subject,
            then: vec![0],
            now: vec![1],
            filter: None,
            dimensions: (0..10).collect(),
            with_pairs: true,
            own: Vec::new(),
        };
        all_groups(&Respondents::of(&survey), &asked).unwrap()
    };
    assert!(pairs().groups.len() > 1500);
    let mut group = criterion.benchmark_group("survey");
    group.sample_size(20);
    group.bench_function("a million respondents by eight dimensions", |bencher| {
        bencher.iter(tabulate);
    });
    group.bench_function("all pairs of ten dimensions in two waves", |bencher| {
        bencher.iter(pairs);
    });
    group.bench_function("read the columns once", |bencher| {
        bencher.iter(|| black_box(read_columns(&survey)));
    });
    group.finish();
    ratio::print("cross-tab / read its columns once", 61, tabulate, || {
        read_columns(&survey)
    });
    print_peer();
    survey_variances::print_peer(&stratified(RESPONDENTS_OF_PEER));
}

/// The same with twenty strata, of which everybody is in one.
fn stratified(respondents: usize) -> Survey {
    let mut chance = Chance(7);
    let strata = (0..respondents).map(|_| Some(u16::try_from(chance.below(20)).unwrap()));
    Survey {
        stratum: Some(Coded {
            origin: origin(),
            entries: (0..20).map(|stratum| stratum.to_string()).collect(),
            codes: strata.collect(),
        }),
        ..survey(respondents)
    }
}

/// The bare sums by polars, where Python has it.
fn print_peer() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/speed/peers/polars_sums.py");
    let python = std::env::var("PYTHON").unwrap_or_else(|_| String::from("python3"));
    let run = Command::new(python)
        .arg(script)
        .arg(RESPONDENTS.to_string())
        .output();
    match run {
        Ok(run) if run.status.success() => {
            let said = String::from_utf8_lossy(&run.stdout);
            println!("peer: the bare sums by polars: {}", said.trim());
        }
        _ => println!("peer: skipped, since python3 (or PYTHON) has no polars"),
    }
}
