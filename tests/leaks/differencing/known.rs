//! What somebody works out who has every figure that is shown: all sums that they tell, taken together.

use std::collections::BTreeMap;

use bellwether::data::survey::{Codes, Single, Survey};

/// A known sum of unknown numbers.
#[derive(Clone)]
struct Sum {
    of: Vec<f64>,
    value: f64,
}

/// The answers to a question by the groups of a column and by quarter.
pub struct Truth {
    pub groups: usize,
    pub units: usize,
    pub answers: usize,
    counts: Vec<f64>,
}

impl Truth {
    pub fn of(survey: &Survey, single: &Single, column: &Codes, groups: usize) -> Self {
        let in_base = in_base(single);
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
    pub fn places(&self, groups: &[usize], units: &[usize], answers: &[usize]) -> Vec<usize> {
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

    pub fn sum(&self, places: &[usize]) -> f64 {
        places.iter().map(|place| self.counts[*place]).sum()
    }
}

/// The answers that are in the base.
pub fn in_base(single: &Single) -> Vec<u16> {
    let answers = (0_u16..).zip(&single.answers);
    let in_base = answers.filter(|(_, answer)| answer.is_in_base);
    in_base.map(|(place, _)| place).collect()
}

/// What somebody learned.
#[derive(Default)]
pub struct Known {
    sums: Vec<Vec<usize>>,
}

impl Known {
    pub fn learn(&mut self, places: Vec<usize>) {
        if !places.is_empty() {
            self.sums.push(places);
        }
    }

    /// Whether a sum is told: exactly, or as one of 1 to 4.
    pub fn attack(&self, truth: &Truth, targets: &[Vec<usize>]) -> Vec<String> {
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
        let before = bounds.clone();
        for (of, value) in &sparse {
            tighten(&mut bounds, of, *value);
        }
        if bounds == before {
            break;
        }
    }
    bounds
}

/// What one sum says of each of its numbers, by the least and the most of the others.
fn tighten(bounds: &mut [(f64, f64)], of: &[(usize, f64)], value: f64) {
    let span = |bounds: &[(f64, f64)], place: usize, by: f64| {
        let (one, two) = (by * bounds[place].0, by * bounds[place].1);
        (one.min(two), one.max(two))
    };
    let is_open = |held: f64| held.is_infinite();
    // Ends without a bound are counted apart, so that one can be taken out of the others.
    let (mut least, mut most, mut open) = (0.0, 0.0, (0_u32, 0_u32));
    for (place, by) in of {
        let (low, high) = span(bounds, *place, *by);
        if is_open(low) {
            open.0 += 1;
        } else {
            least += low;
        }
        if is_open(high) {
            open.1 += 1;
        } else {
            most += high;
        }
    }
    for (place, by) in of {
        let (low, high) = span(bounds, *place, *by);
        let others_least = match (open.0, is_open(low)) {
            (0, _) => least - low,
            (1, true) => least,
            _ => f64::NEG_INFINITY,
        };
        let others_most = match (open.1, is_open(high)) {
            (0, _) => most - high,
            (1, true) => most,
            _ => f64::INFINITY,
        };
        let (one, two) = ((value - others_most) / by, (value - others_least) / by);
        let held = &mut bounds[*place];
        held.0 = held.0.max(one.min(two));
        held.1 = held.1.min(one.max(two));
    }
}
