//! An attack on everything that cross-tabs show: somebody who knows every printed number, that no number is
//! negative, and who did not say to which group they belong, works out no number of 1 to 4 respondents that is
//! withheld.

use std::sync::Arc;

use bellwether::analysis::Question;
use bellwether::analysis::cohort_rule::{CohortRule, NamedCohort};
use bellwether::analysis::disclosure::{
    CellTreatment, Counts, Disclosed, NotDisclosed, disclosed, disclosed_periods, withheld,
};
use bellwether::analysis::survey::{
    BannerPart, Column, CrossTab, CrossTabAsked, Respondents, RowKind, crosstab,
};
use bellwether::data::survey::{Answers, Survey};
use bellwether::project::CrossTabSpec;
use bellwether::stats::multiplicity::Adjustment;
use proptest::prelude::*;

use crate::respondents;

/// What somebody knows: sums of unknown numbers.
#[derive(Default)]
struct Attack {
    truth: Vec<f64>,
    known: Vec<(Vec<usize>, f64)>,
}

impl Attack {
    fn unknown(&mut self, truth: usize) -> usize {
        self.truth.push(f64::from(u32::try_from(truth).unwrap()));
        self.truth.len() - 1
    }

    fn sum(&self, of: &[usize]) -> f64 {
        of.iter().map(|place| self.truth[*place]).sum()
    }

    fn learn(&mut self, of: &[usize]) {
        let sum = self.sum(of);
        self.known.push((of.to_vec(), sum));
    }

    /// The known sums by elimination: each with a place of its own.
    fn reduced(&self) -> Vec<(usize, Vec<f64>)> {
        let mut reduced: Vec<(usize, Vec<f64>)> = Vec::new();
        for (of, _) in &self.known {
            let mut row = vec![0.0; self.truth.len()];
            for place in of {
                row[*place] += 1.0;
            }
            take_out(&mut row, &reduced);
            let Some(pivot) = row.iter().position(|held| held.abs() > 1e-7) else {
                continue;
            };
            let by = row[pivot];
            for held in &mut row {
                *held /= by;
            }
            for (_, other) in &mut reduced {
                let by = other[pivot];
                if by != 0.0 {
                    for (held, own) in other.iter_mut().zip(&row) {
                        *held -= by * own;
                    }
                }
            }
            reduced.push((pivot, row));
        }
        reduced
    }

    /// Which of some sums follow by adding and subtracting what is known.
    fn determined<'a>(&self, targets: &'a [Vec<usize>]) -> Vec<&'a Vec<usize>> {
        let reduced = self.reduced();
        let follows = |target: &&Vec<usize>| {
            let mut row = vec![0.0; self.truth.len()];
            for place in *target {
                row[*place] += 1.0;
            }
            take_out(&mut row, &reduced);
            row.iter().all(|held| held.abs() < 1e-6)
        };
        targets.iter().filter(follows).collect()
    }

    /// The least and the most that each number can be, as far as going from sum to sum tells.
    fn bounds(&self) -> Vec<(f64, f64)> {
        let mut bounds: Vec<(f64, f64)> = vec![(0.0, f64::INFINITY); self.truth.len()];
        for _ in 0..40 {
            for (of, sum) in &self.known {
                for place in of {
                    let others = of.iter().filter(|other| *other != place);
                    let (least, most) = others.fold((0.0, 0.0), |(least, most), other| {
                        (least + bounds[*other].0, most + bounds[*other].1)
                    });
                    let held = &mut bounds[*place];
                    held.0 = held.0.max(sum - most);
                    held.1 = held.1.min(sum - least);
                }
            }
        }
        bounds
    }

    /// Finds no small number among some.
    fn fails(&self, targets: &[usize], name: &str) {
        let small: Vec<usize> = targets
            .iter()
            .copied()
            .filter(|place| (1.0..5.0).contains(&self.truth[*place]))
            .collect();
        let each: Vec<Vec<usize>> = small.iter().map(|place| vec![*place]).collect();
        let found = self.determined(&each);
        assert!(found.is_empty(), "{name}: {found:?} can be worked out");
        let bounds = self.bounds();
        for place in small {
            let (least, most) = bounds[place];
            let truth = self.truth[place];
            assert!(
                least < truth && most >= 5.0,
                "{name}: {truth} is known to be {least} to {most}"
            );
        }
    }
}

fn take_out(row: &mut [f64], reduced: &[(usize, Vec<f64>)]) {
    for (pivot, held) in reduced {
        let by = row[*pivot];
        if by != 0.0 {
            for (own, other) in row.iter_mut().zip(held) {
                *own -= by * other;
            }
        }
    }
}

fn count(figures: &CrossTab, row: usize, column: usize) -> usize {
    figures.rows[row].cells[column]
        .share
        .map_or(0, |share| share.unweighted_count)
}

fn answers(figures: &CrossTab) -> Vec<usize> {
    let rows = figures.rows.iter().enumerate();
    rows.filter(|(_, row)| row.kind == RowKind::Answer)
        .map(|(place, _)| place)
        .collect()
}

fn is_base_told(seen: &Disclosed, column: usize) -> bool {
    seen.columns[column].is_shown() || seen.figures.columns[column].unweighted_base > 0
}

/// What a column shows, of the numbers behind its answers; each answer may be several numbers together.
fn learn_column(
    attack: &mut Attack,
    seen: &Disclosed,
    column: usize,
    of_answer: &[Vec<usize>],
    net: &[bool],
) {
    let rows = answers(&seen.figures);
    for (row, of) in rows.iter().zip(of_answer) {
        if seen.cells[*row][column].is_shown() {
            attack.learn(of);
        }
    }
    if is_base_told(seen, column) {
        attack.learn(&of_answer.concat());
    }
    let nets = seen.figures.rows.iter().zip(&seen.cells);
    for (_, cells) in nets.filter(|(row, _)| row.kind == RowKind::Net) {
        if cells[column].is_shown() {
            let of_net = of_answer.iter().zip(net).filter(|(_, is_of)| **is_of);
            attack.learn(&of_net.flat_map(|(of, _)| of.clone()).collect::<Vec<_>>());
        }
    }
    // A mean is a sum of its own kind: it is shown only where every answer is.
    for (row, cells) in seen.figures.rows.iter().zip(&seen.cells) {
        if row.kind == RowKind::Mean && cells[column].is_shown() {
            assert!(
                rows.iter()
                    .all(|answer| seen.cells[*answer][column] != CellTreatment::Confidential)
            );
        }
    }
}

/// Nothing that is withheld is still in the table, and no letter stands for it.
fn holds_nothing_withheld(seen: &Disclosed) {
    for (row, cells) in seen.figures.rows.iter().zip(&seen.cells) {
        for (cell, treatment) in row.cells.iter().zip(cells) {
            if !treatment.is_shown() {
                assert!(cell.share.is_none() && cell.mean.is_none() && cell.row_share.is_none());
                assert!(cell.letters.is_empty() && cell.lower.is_empty());
            }
            assert!(cell.lower.iter().all(|lower| cells[*lower].is_shown()));
            let shown = cell.share.map_or(0, |share| share.unweighted_count);
            assert!(!(1..=4).contains(&shown), "{} of {}", shown, row.label);
        }
    }
    for (column, treatment) in seen.figures.columns.iter().zip(&seen.columns) {
        let base = column.unweighted_base;
        assert!(
            treatment.is_shown() || base == 0 || base >= 30,
            "{}",
            column.label
        );
    }
}

fn asked(question: usize, banner: Vec<BannerPart>, periods: Vec<u16>) -> CrossTabAsked {
    CrossTabAsked {
        question,
        banner,
        periods,
        filter: None,
        nets: Vec::new(),
        adjustment: Adjustment::BenjaminiHochberg,
        letters_on_low_bases: false,
    }
}

fn net_of(survey: &Survey, question: usize) -> Vec<bool> {
    let Answers::Single(single) = &survey.questions[question].answers else {
        return Vec::new();
    };
    let in_base = (0_u16..)
        .zip(&single.answers)
        .filter(|(_, answer)| answer.is_in_base);
    let net = single.net.iter().flat_map(|net| net.members.clone());
    let net: Vec<u16> = net.collect();
    in_base.map(|(place, _)| net.contains(&place)).collect()
}

/// Attacks the table of a question with one answer by one grouping.
fn attack_grouping(survey: &Survey, question: usize, by: Column, periods: &[u16]) -> usize {
    let respondents = Respondents::of(survey);
    let asked = asked(
        question,
        vec![BannerPart::of(survey, by).unwrap()],
        periods.to_vec(),
    );
    let figures = crosstab(&respondents, &asked).unwrap();
    let seen = match disclosed(&respondents, &asked) {
        Ok(seen) => seen,
        Err(NotDisclosed::Nobody) => return 0,
        Err(error) => panic!("{error}"),
    };
    holds_nothing_withheld(&seen);
    let mut attack = Attack::default();
    let rows = answers(&figures);
    let columns = 1..figures.columns.len();
    let places: Vec<Vec<Vec<usize>>> = columns
        .clone()
        .map(|column| {
            let of_row = |row: &usize| vec![attack.unknown(count(&figures, *row, column))];
            rows.iter().map(of_row).collect()
        })
        .collect();
    let net = net_of(survey, question);
    for (column, of_answer) in columns.zip(&places) {
        learn_column(&mut attack, &seen, column, of_answer, &net);
    }
    let all: Vec<Vec<usize>> = (0..rows.len())
        .map(|row| {
            places
                .iter()
                .flat_map(|column| column[row].clone())
                .collect()
        })
        .collect();
    learn_column(&mut attack, &seen, 0, &all, &net);
    let targets: Vec<usize> = (0..attack.truth.len()).collect();
    attack.fails(
        &targets,
        &format!("{} by {by:?} in {periods:?}", figures.question),
    );
    seen.cells
        .iter()
        .flatten()
        .filter(|held| **held == CellTreatment::Confidential)
        .count()
}

/// Attacks a question by two groupings crossed, knowing the tables by each of them too.
fn attack_crossing(
    survey: &Survey,
    question: usize,
    (first, second): (Column, Column),
    periods: &[u16],
) {
    let respondents = Respondents::of(survey);
    let part = BannerPart::crossed(survey, first, second).unwrap();
    let asked_for = |part: BannerPart| asked(question, vec![part], periods.to_vec());
    let crossed = asked_for(part.clone());
    let figures = crosstab(&respondents, &crossed).unwrap();
    let Ok(seen) = disclosed(&respondents, &crossed) else {
        return;
    };
    holds_nothing_withheld(&seen);
    let net = net_of(survey, question);
    let rows = answers(&figures);
    let mut attack = Attack::default();
    let mut places: Vec<Vec<Vec<usize>>> = Vec::new();
    for column in 1..figures.columns.len() {
        let own = rows
            .iter()
            .map(|row| vec![attack.unknown(count(&figures, *row, column))]);
        places.push(own.collect());
        learn_column(&mut attack, &seen, column, places.last().unwrap(), &net);
    }
    let nesting = |column: usize| figures.columns[column + 1].nesting.clone().unwrap();
    for (side, part) in part.sides().unwrap().into_iter().enumerate() {
        let seen = disclosed(&respondents, &asked_for(part)).unwrap();
        for column in 1..seen.figures.columns.len() {
            let is_of = |held: &usize| {
                let nesting = nesting(*held);
                [nesting.outer.0, nesting.inner.0][side] == column - 1
            };
            let of_answer: Vec<Vec<usize>> = (0..rows.len())
                .map(|row| {
                    let columns = (0..places.len()).filter(is_of);
                    columns.flat_map(|held| places[held][row].clone()).collect()
                })
                .collect();
            learn_column(&mut attack, &seen, column, &of_answer, &net);
        }
    }
    let small = |place: &usize| (1.0..5.0).contains(&attack.truth[*place]);
    let targets: Vec<Vec<usize>> = (0..attack.truth.len())
        .filter(small)
        .map(|place| vec![place])
        .collect();
    let found = attack.determined(&targets);
    assert!(
        found.is_empty(),
        "{} by {}: {found:?}",
        figures.question,
        part.heading
    );
}

fn sample() -> Vec<Arc<Survey>> {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data/Nottinghamshire.bellwether");
    let opened = bellwether::project::store::open(&file).unwrap();
    let sources = opened.project.sources.iter();
    sources.flat_map(|source| source.surveys.clone()).collect()
}

#[test]
fn nothing_small_follows_from_the_tables_of_the_sample() {
    let mut withheld = 0;
    for survey in sample() {
        let periods = survey
            .period
            .as_ref()
            .map_or(0, |period| period.entries.len());
        let last = u16::try_from(periods).unwrap();
        let times: [Vec<u16>; 3] = [
            Vec::new(),
            (last.saturating_sub(4)..last).collect(),
            vec![last.saturating_sub(1)],
        ];
        for (place, question) in survey.questions.iter().enumerate() {
            if !matches!(question.answers, Answers::Single(_)) {
                continue;
            }
            let dimensions: Vec<Column> = (0..survey.dimensions.len())
                .map(Column::Dimension)
                .chain([Column::Area])
                .collect();
            for time in &times {
                for by in &dimensions {
                    withheld += attack_grouping(&survey, place, *by, time);
                }
            }
            for pair in dimensions.windows(2) {
                attack_crossing(&survey, place, (pair[0], pair[1]), &times[1]);
            }
        }
    }
    assert!(withheld > 0, "there is something to attack");
}

#[test]
fn periods_side_by_side_tell_nothing_small_of_one_another() {
    for survey in sample() {
        let Some(period) = &survey.period else {
            continue;
        };
        let entries: Vec<u16> = (0..u16::try_from(period.entries.len()).unwrap()).collect();
        let rule: CohortRule = "Age=16-24 & Area=Ashfield".parse().unwrap();
        let young = rule
            .condition(&survey, &bellwether::analysis::Dictionary::default())
            .unwrap();
        for (place, question) in survey.questions.iter().enumerate() {
            if !matches!(question.answers, Answers::Single(_)) {
                continue;
            }
            let respondents = Respondents::of(&survey);
            let asked = CrossTabAsked {
                filter: Some(young.clone()),
                ..asked(place, Vec::new(), Vec::new())
            };
            let Ok(tables) = disclosed_periods(&respondents, &asked, &entries) else {
                continue;
            };
            assert_eq!(tables.len(), entries.len() + 1);
            let net = net_of(&survey, place);
            let mut attack = Attack::default();
            let mut all: Vec<Vec<usize>> = Vec::new();
            for (seen, entry) in tables[1..].iter().zip(&entries) {
                holds_nothing_withheld(seen);
                let own = CrossTabAsked {
                    periods: vec![*entry],
                    ..asked.clone()
                };
                let figures = crosstab(&respondents, &own).unwrap();
                let of_answer: Vec<Vec<usize>> = answers(&figures)
                    .iter()
                    .map(|row| vec![attack.unknown(count(&figures, *row, 0))])
                    .collect();
                learn_column(&mut attack, seen, 0, &of_answer, &net);
                all.resize(of_answer.len(), Vec::new());
                for (all, own) in all.iter_mut().zip(&of_answer) {
                    all.extend(own);
                }
            }
            learn_column(&mut attack, &tables[0], 0, &all, &net);
            let targets: Vec<usize> = (0..attack.truth.len()).collect();
            attack.fails(&targets, &question.name);
        }
    }
}

#[test]
fn groups_of_ones_own_do_not_tell_a_few_by_their_difference() {
    let project = respondents::project();
    let survey = &project.sources[0].surveys[0];
    let dictionary = bellwether::analysis::Dictionary::default();
    let respondents = Respondents::of(survey);
    let table = |rules: &[&str]| {
        let group = |rule: &&str| {
            let held: CohortRule = rule.parse().unwrap();
            (
                (*rule).to_owned(),
                held.condition(survey, &dictionary).unwrap(),
            )
        };
        let part = BannerPart::own("Own groups", rules.iter().map(group).collect());
        let seen = disclosed(&respondents, &asked(0, vec![part], Vec::new())).unwrap();
        holds_nothing_withheld(&seen);
        seen.columns[1..]
            .iter()
            .map(|held| held.is_shown())
            .collect::<Vec<_>>()
    };
    assert_eq!(table(&["Sex=Female", "Sex=Male"]), [true, true]);
    assert_eq!(table(&["Sex=Female", "Age=35–64"]), [true, true]);
    // Two of three Sikhs are women: women less the others tell them.
    let seen = table(&["Sex=Female", "Sex=Female & !Religion=Sikh"]);
    assert_eq!(seen, [false, false]);
    // Everybody less the others does as well.
    assert_eq!(table(&["Religion=None | Religion=Christian"]), [false]);
}

#[test]
fn groupings_are_crossed_and_own_groups_stand_across() {
    let mut project = respondents::project();
    project.groups = vec![NamedCohort {
        name: String::from("Young women"),
        rule: "Sex=Female & Age=16–34".parse().unwrap(),
    }]
    .into();
    let catalogue = project.catalogue();
    let (key, _) = catalogue.find_measures(respondents::MEASURE)[0];
    let spec = CrossTabSpec {
        across: Some(
            ["Sex × Age", "own groups", "Sex × Sex", "Shoe size"]
                .map(String::from)
                .to_vec(),
        ),
        ..CrossTabSpec::default()
    };
    let answer = spec.asked(Question::about(key.clone())).answer(&catalogue);
    assert!(answer.has_own_groups);
    assert_eq!(answer.across, ["Sex × Age", "Own groups"]);
    let table = answer.table.unwrap();
    let columns = &table.figures.columns;
    let labels: Vec<&str> = columns.iter().map(|column| column.label.as_str()).collect();
    assert_eq!(labels[1], "Female, 16–34");
    assert_eq!(labels.last(), Some(&"Young women"));
    let nesting = columns[4].nesting.as_ref().unwrap();
    assert_eq!(nesting.outer, (1, String::from("Male")));
    assert_eq!(nesting.inner, (0, String::from("16–34")));
    assert_eq!(columns[1].unweighted_base, columns[7].unweighted_base);
    // Forty of 65 and over, half of each sex: too few to be shown.
    assert_eq!(table.columns[3], CellTreatment::TooFew);
}

fn any_counts() -> impl Strategy<Value = (Vec<Counts>, Vec<bool>, Option<Vec<bool>>)> {
    let number = || prop_oneof![2 => 0_u64..6, 5 => 5_u64..200];
    (2_usize..6, 1_usize..7, 1_usize..3).prop_flat_map(move |(answers, columns, tables)| {
        let column = prop::collection::vec(number(), answers);
        let table = prop::collection::vec(column, columns);
        (
            prop::collection::vec(table, tables),
            prop::collection::vec(prop::bool::weighted(0.2), columns),
            prop::option::of(prop::collection::vec(any::<bool>(), answers)),
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nothing_small_follows_from_any_table((tables, unprinted, net) in any_counts()) {
        let answers = tables[0][0].len();
        let found = withheld(&tables, &unprinted, net.as_deref(), &vec![false; answers]);
        for table in &tables {
            let mut attack = Attack::default();
            let mut all = vec![Vec::new(); answers];
            let net = net.clone().unwrap_or_else(|| vec![false; answers]);
            let is_net_told = |hidden: &dyn Fn(usize) -> bool| {
                let tells = |side: bool| (0..answers).any(|answer| net[answer] == side && hidden(answer));
                !(tells(true) && tells(false))
            };
            let learn = |attack: &mut Attack, of: &[Vec<usize>], hidden: &dyn Fn(usize) -> bool| {
                for (answer, of) in of.iter().enumerate() {
                    if !hidden(answer) {
                        attack.learn(of);
                    }
                }
                attack.learn(&of.concat());
                if is_net_told(hidden) {
                    let of_net = of.iter().zip(&net).filter(|(_, is_of)| **is_of);
                    attack.learn(&of_net.flat_map(|(of, _)| of.clone()).collect::<Vec<_>>());
                }
            };
            for (place, column) in table.iter().enumerate() {
                let own: Vec<Vec<usize>> = column
                    .iter()
                    .map(|count| vec![attack.unknown(usize::try_from(*count).unwrap())])
                    .collect();
                for (all, own) in all.iter_mut().zip(&own) {
                    all.extend(own.clone());
                }
                if !unprinted[place] && !found.columns[place] && !found.everything {
                    learn(&mut attack, &own, &|answer| found.cells[place][answer]);
                }
            }
            if !found.everything {
                learn(&mut attack, &all, &|answer| found.all[answer]);
            }
            let targets: Vec<usize> = (0..attack.truth.len()).collect();
            attack.fails(&targets, "a table");
        }
    }
}
