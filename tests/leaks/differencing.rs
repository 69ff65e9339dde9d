//! An attack on everything that the sample project lets out, taken together: charts of every period and group, and
//! tables of quarters and of years. Somebody who has all of them, and knows that no number is negative, works out no
//! number of 1 to 4 respondents that is withheld: neither exactly, nor as one of 1 to 4, nor to within fewer than five
//! numbers (statistical specification 4.3).

use std::collections::BTreeMap;
use std::sync::Arc;

use bellwether::analysis::disclosure::disclosed;
use bellwether::analysis::survey::{
    BannerPart, Column, CrossTabAsked, Respondents, RowKind, Subject, entries_of,
};
use bellwether::analysis::{Catalogue, MeasureKey};
use bellwether::data::survey::{Answers, Codes, Single, Survey};
use bellwether::data::{Area, Cohort, Measure, Source, Unit};
use bellwether::project::store;
use bellwether::stats::multiplicity::Adjustment;

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::files::sample;

/// A known sum of unknown numbers.
#[derive(Clone)]
struct Sum {
    of: Vec<f64>,
    value: f64,
}

/// The answers to a question by the groups of a column and by quarter.
struct Truth {
    groups: usize,
    units: usize,
    answers: usize,
    counts: Vec<f64>,
}

impl Truth {
    fn of(survey: &Survey, single: &Single, column: &Codes, groups: usize) -> Self {
        let in_base: Vec<u16> = (0_u16..)
            .zip(&single.answers)
            .filter(|(_, answer)| answer.is_in_base)
            .map(|(place, _)| place)
            .collect();
        let period = survey.period.as_ref().unwrap();
        let mut truth = Self {
            groups,
            units: period.entries.len(),
            answers: in_base.len(),
            counts: Vec::new(),
        };
        truth.counts = vec![0.0; truth.groups * truth.units * truth.answers];
        for row in 0..survey.respondents {
            let code = single.codes.get(row);
            let answer = code.and_then(|code| in_base.iter().position(|held| *held == code));
            let (Some(answer), Some(group), Some(unit), Some(_)) = (
                answer,
                column.get(row),
                period.codes.get(row),
                survey.weight_of(row),
            ) else {
                continue;
            };
            let place = truth.place(group.into(), unit.into(), answer);
            truth.counts[place] += 1.0;
        }
        truth
    }

    fn place(&self, group: usize, unit: usize, answer: usize) -> usize {
        (group * self.units + unit) * self.answers + answer
    }

    /// The places of some numbers together.
    fn places(&self, groups: &[usize], units: &[usize], answers: &[usize]) -> Vec<usize> {
        let mut places = Vec::new();
        for group in groups {
            for unit in units {
                places.extend(
                    answers
                        .iter()
                        .map(|answer| self.place(*group, *unit, *answer)),
                );
            }
        }
        places
    }

    fn sum(&self, places: &[usize]) -> f64 {
        places.iter().map(|place| self.counts[*place]).sum()
    }
}

/// What somebody learned.
#[derive(Default)]
struct Known {
    sums: Vec<Vec<usize>>,
}

impl Known {
    fn learn(&mut self, places: Vec<usize>) {
        if !places.is_empty() {
            self.sums.push(places);
        }
    }

    /// Whether a sum is told: exactly, or as one of 1 to 4.
    fn attack(&self, truth: &Truth, targets: &[Vec<usize>]) -> Vec<String> {
        // What is told by itself is no unknown any more; neither is what is in no known sum beside such.
        let mut is_known = vec![false; truth.counts.len()];
        loop {
            let before = is_known.iter().filter(|held| **held).count();
            for places in &self.sums {
                let unknown: Vec<usize> = places
                    .iter()
                    .copied()
                    .filter(|place| !is_known[*place])
                    .collect();
                // Nobody has a number below nought.
                if unknown.len() == 1 || truth.sum(&unknown) == 0.0 {
                    for place in unknown {
                        is_known[place] = true;
                    }
                }
            }
            if is_known.iter().filter(|held| **held).count() == before {
                break;
            }
        }
        let places: BTreeMap<usize, usize> = (0..truth.counts.len())
            .filter(|place| !is_known[*place])
            .enumerate()
            .map(|(new, place)| (place, new))
            .collect();
        let row = |of: &[usize]| {
            let mut sum = Sum {
                of: vec![0.0; places.len()],
                value: 0.0,
            };
            for place in of {
                if let Some(new) = places.get(place) {
                    sum.of[*new] += 1.0;
                    sum.value += truth.counts[*place];
                }
            }
            sum
        };
        let mut sums: Vec<Sum> = self.sums.iter().map(|of| row(of)).collect();
        sums.retain(|sum| sum.of.iter().any(|held| *held != 0.0));
        sums.sort_by(|one, other| one.of.partial_cmp(&other.of).unwrap());
        sums.dedup_by(|one, other| one.of == other.of);
        let reduced = reduced(&sums);
        let bounds = bounds(&sums, &reduced, places.len());
        let mut told = Vec::new();
        for target in targets {
            let wanted = row(target);
            let known: f64 = truth.sum(target) - wanted.value;
            let mut left = wanted.of.clone();
            for sum in &reduced {
                take_out(&mut left, sum);
            }
            let (mut least, mut most) = (known, known);
            for (held, bounds) in wanted.of.iter().zip(&bounds) {
                if *held != 0.0 {
                    least += bounds.0;
                    most += bounds.1;
                }
            }
            let is_exact = left.iter().all(|held| held.abs() < 1e-6);
            let count = truth.sum(target);
            if is_exact || most < 5.0 - 1e-6 || most - least < 5.0 - 1e-6 {
                told.push(format!(
                    "{target:?} is {count}: known to be {least} to {most}"
                ));
            }
        }
        told
    }
}

fn pivot(row: &[f64]) -> Option<usize> {
    row.iter().position(|held| held.abs() > 1e-7)
}

fn take_out(row: &mut [f64], sum: &Sum) {
    let Some(pivot) = pivot(&sum.of) else { return };
    let by = row[pivot];
    if by != 0.0 {
        for (own, other) in row.iter_mut().zip(&sum.of) {
            *own -= by * other;
        }
    }
}

fn reduced(sums: &[Sum]) -> Vec<Sum> {
    let mut reduced: Vec<Sum> = Vec::new();
    let subtract = |from: &mut Sum, other: &Sum, by: f64| {
        for (own, held) in from.of.iter_mut().zip(&other.of) {
            *own -= by * held;
            if own.abs() < 1e-7 {
                *own = 0.0;
            }
        }
        from.value -= by * other.value;
    };
    for sum in sums {
        let mut row = sum.clone();
        for other in &reduced {
            let by = row.of[pivot(&other.of).unwrap()];
            if by != 0.0 {
                subtract(&mut row, other, by);
            }
        }
        let Some(at) = pivot(&row.of) else { continue };
        let by = row.of[at];
        row.of.iter_mut().for_each(|held| *held /= by);
        row.value /= by;
        for other in &mut reduced {
            let by = other.of[at];
            if by != 0.0 {
                subtract(other, &row, by);
            }
        }
        reduced.push(row);
    }
    reduced
}

fn bounds(sums: &[Sum], reduced: &[Sum], numbers: usize) -> Vec<(f64, f64)> {
    let mut bounds = vec![(0.0, f64::INFINITY); numbers];
    let sparse: Vec<(Vec<(usize, f64)>, f64)> = sums
        .iter()
        .chain(reduced)
        .map(|sum| {
            let of = sum.of.iter().copied().enumerate();
            (of.filter(|(_, held)| *held != 0.0).collect(), sum.value)
        })
        .collect();
    for _ in 0..25 {
        for (of, value) in &sparse {
            for (place, by) in of {
                let (mut least, mut most) = (0.0, 0.0);
                for (other, by) in of.iter().filter(|(other, _)| other != place) {
                    let (one, two) = (by * bounds[*other].0, by * bounds[*other].1);
                    least += one.min(two);
                    most += one.max(two);
                }
                let (one, two) = ((value - most) / by, (value - least) / by);
                let held = &mut bounds[*place];
                held.0 = held.0.max(one.min(two));
                held.1 = held.1.min(one.max(two));
            }
        }
    }
    bounds
}

/// The groups of a column, and where each stands.
fn groups_of(survey: &Survey, column: Column) -> (Codes, Vec<(Cohort, Option<Area>)>) {
    if let Column::Dimension(place) = column {
        let dimension = &survey.dimensions[place];
        let groups = dimension.groups.entries.iter();
        let groups = groups.map(|group| {
            let cohort = Cohort::of(dimension.name.as_str(), group.as_str());
            (cohort, survey.whole_area.clone())
        });
        return (dimension.groups.codes.clone(), groups.collect());
    }
    let area = survey.area.as_ref().unwrap();
    let groups = area.entries.iter();
    let groups = groups.map(|area| (Cohort::everyone(), Some(area.clone())));
    (area.codes.clone(), groups.collect())
}

/// What the charts of a question show: who is counted, and the base.
fn learn_charts(
    known: &mut Known,
    (catalogue, source, survey): (&Catalogue, &Arc<Source>, &Survey),
    question: usize,
    single: &Single,
    truth: &Truth,
    groups: &[(Cohort, Option<Area>)],
) -> usize {
    let mut shown = 0;
    let in_base: Vec<u16> = (0_u16..)
        .zip(&single.answers)
        .filter(|(_, answer)| answer.is_in_base)
        .map(|(place, _)| place)
        .collect();
    let all: Vec<usize> = (0..truth.answers).collect();
    for subject in Subject::all(survey) {
        if subject.column != Column::Answers(question) {
            continue;
        }
        let key = MeasureKey::of(&Measure::named(subject.name.clone(), Unit::Percent));
        let Some(entry) = catalogue.entry(&key) else {
            continue;
        };
        let part = survey.questions[question]
            .indicator_parts()
            .into_iter()
            .find(|part| part.name == subject.name)
            .unwrap();
        let bellwether::data::survey::Counts::Answers(members) = &part.counts else {
            continue;
        };
        let counted: Vec<usize> = (0..truth.answers)
            .filter(|answer| members.contains(&in_base[*answer]))
            .collect();
        for (found, outcome) in catalogue.outcomes(entry) {
            if found.source.id != source.id || outcome.showable(Unit::Percent).is_none() {
                continue;
            }
            let Ok(entries) = entries_of(survey, &found.period) else {
                continue;
            };
            let units: Vec<usize> = entries.into_iter().map(usize::from).collect();
            let place = (
                source.cohort(found.observation).unwrap().clone(),
                source.area(found.observation).cloned(),
            );
            let of = if place == (Cohort::everyone(), survey.whole_area.clone()) {
                (0..truth.groups).collect()
            } else if let Some(group) = groups.iter().position(|held| *held == place) {
                vec![group]
            } else {
                continue;
            };
            known.learn(truth.places(&of, &units, &counted));
            known.learn(truth.places(&of, &units, &all));
            shown += 1;
        }
    }
    shown
}

/// What the table of a question by a column shows of some quarters.
fn learn_table(
    known: &mut Known,
    survey: &Survey,
    (question, column): (usize, Column),
    single: &Single,
    truth: &Truth,
    units: &[usize],
) -> usize {
    let mut shown = 0;
    let respondents = Respondents::of(survey);
    let asked = CrossTabAsked {
        question,
        banner: vec![BannerPart::of(survey, column).unwrap()],
        periods: units.iter().map(|unit| *unit as u16).collect(),
        filter: None,
        nets: Vec::new(),
        adjustment: Adjustment::BenjaminiHochberg,
        letters_on_low_bases: false,
    };
    let Ok(seen) = disclosed(&respondents, &asked) else {
        return shown;
    };
    let in_base: Vec<u16> = (0_u16..)
        .zip(&single.answers)
        .filter(|(_, answer)| answer.is_in_base)
        .map(|(place, _)| place)
        .collect();
    let all: Vec<usize> = (0..truth.answers).collect();
    let of_net: Vec<u16> = single
        .net
        .iter()
        .flat_map(|net| net.members.clone())
        .collect();
    let is_of_net = |answer: &usize| of_net.contains(&in_base[*answer]);
    let net: Vec<usize> = (0..in_base.len()).filter(is_of_net).collect();
    for (place, held) in seen.columns.iter().enumerate() {
        let groups: Vec<usize> = match place {
            0 => (0..truth.groups).collect(),
            own => vec![own - 1],
        };
        if held.is_shown() || seen.figures.columns[place].unweighted_base > 0 {
            known.learn(truth.places(&groups, units, &all));
        }
        let mut answer = 0;
        for (row, cells) in seen.figures.rows.iter().zip(&seen.cells) {
            let of: &[usize] = match row.kind {
                RowKind::Answer => {
                    answer += 1;
                    &all[answer - 1..answer]
                }
                RowKind::Net => &net,
                RowKind::Mean => continue,
            };
            if cells[place].is_shown() {
                known.learn(truth.places(&groups, units, of));
                shown += 1;
            }
        }
    }
    shown
}

#[test]
fn nothing_small_follows_from_all_that_the_sample_lets_out() {
    let file = sample("Nottinghamshire.bellwether");
    let project = store::open(&file).unwrap().project;
    let catalogue = project.catalogue();
    let respondents: Vec<(&Arc<Source>, &Survey)> = project
        .sources
        .iter()
        .flat_map(|source| source.surveys.iter().map(move |survey| (source, &**survey)))
        .collect();
    let mut attacks = Vec::new();
    for (source, survey) in respondents {
        let columns: Vec<Column> = (0..survey.dimensions.len())
            .map(Column::Dimension)
            .chain([Column::Area])
            .collect();
        for question in 0..survey.questions.len() {
            let of = |column: &Column| (source, survey, question, *column);
            attacks.extend(columns.iter().map(of));
        }
    }
    let attacked = attacks
        .into_par_iter()
        .filter_map(|of| attack(&catalogue, of));
    let attacked: Vec<Attacked> = attacked.collect();
    let sum = |of: fn(&Attacked) -> usize| attacked.iter().map(of).sum::<usize>();
    let (targets, figures) = (sum(|held| held.targets), sum(|held| held.figures));
    let cells = sum(|held| held.cells);
    println!("{targets} attacked, {figures} figures and {cells} cells of tables shown");
    assert!(targets > 100 && figures > 1000 && cells > 1000);
    let told: Vec<&str> = attacked
        .iter()
        .filter_map(|held| held.told.as_deref())
        .collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

/// What came of an attack on one question by one grouping.
struct Attacked {
    targets: usize,
    figures: usize,
    cells: usize,
    /// How many numbers it tells, and the first.
    told: Option<String>,
}

/// Somebody has all charts of a question by a grouping, and the tables of the two latest years and their quarters.
fn attack(
    catalogue: &Catalogue,
    (source, survey, place, column): (&Arc<Source>, &Survey, usize, Column),
) -> Option<Attacked> {
    let question = &survey.questions[place];
    let Answers::Single(single) = &question.answers else {
        return None;
    };
    let windows: Vec<Vec<usize>> = survey
        .window_units()
        .into_iter()
        .map(|(_, units)| units)
        .collect();
    let (codes, groups) = groups_of(survey, column);
    let truth = Truth::of(survey, single, &codes, groups.len());
    let mut known = Known::default();
    let figures = learn_charts(
        &mut known,
        (catalogue, source, survey),
        place,
        single,
        &truth,
        &groups,
    );
    // The year before the latest shares three of its quarters.
    let years: Vec<&Vec<usize>> = windows.iter().filter(|units| units.len() > 1).collect();
    let last: Vec<&Vec<usize>> = years.iter().rev().take(2).copied().collect();
    let near =
        |units: &&Vec<usize>| units.len() == 1 && last.iter().any(|year| year.contains(&units[0]));
    let tables = windows.iter().filter(near).chain(last.iter().copied());
    let learn = |units: &Vec<usize>| {
        learn_table(&mut known, survey, (place, column), single, &truth, units)
    };
    let cells = tables.map(learn).sum();
    let mut targets = Vec::new();
    for group in 0..truth.groups {
        for units in &windows {
            for answer in 0..truth.answers {
                let places = truth.places(&[group], units, &[answer]);
                if (1.0..5.0).contains(&truth.sum(&places)) {
                    targets.push(places);
                }
            }
        }
    }
    let found = known.attack(&truth, &targets);
    let told = found.first().map(|first| {
        let (told, of) = (found.len(), targets.len());
        format!("{} by {column:?}: {told} of {of}: {first}", question.name)
    });
    Some(Attacked {
        targets: targets.len(),
        figures,
        cells,
        told,
    })
}
