//! Makes yes-or-no answers whose weighted percentages hit given figures.
//!
//! Three steps. The latent scores are shifted, group by group, until the expected percentages are right. Each person's
//! answer is then drawn. Last, the fewest answers are turned over, those nearest to the threshold first, until the
//! weighted percentages of the drawn answers are right too.

use crate::split_mix::{SplitMix, squash, squash_slope};

/// How often the latent scores are shifted over all the groups.
const SHIFT_ROUNDS: u32 = 40;
/// How often all answers are looked at one by one.
const SINGLE_ROUNDS: u32 = 6;
/// How many pairs of opposite answers are tried for an exchange.
const PAIR_TRIALS: u32 = 600_000;

/// One person with a valid answer, and the groups that the person counts in.
pub struct Unit {
    /// Survey weight.
    pub weight: f64,
    /// Leaning towards a positive answer before calibration.
    pub latent: f64,
    /// Positions in the list of groups.
    pub groups: Vec<usize>,
    /// False for people who cannot have answered yes, such as non-victims asked about the crime they suffered.
    pub may_be_positive: bool,
}

/// Some people in some quarters, and the percentage that they must show.
pub struct Group {
    /// Wanted weighted percentage, 0 to 100.
    pub percent: f64,
    /// Deviation in percentage points that is as good as none.
    pub tolerance: f64,
}

/// Where a group stands while answers are turned over.
#[derive(Clone, Copy, Default)]
struct Tally {
    weight: f64,
    positive: f64,
    percent: f64,
    tolerance: f64,
}

impl Tally {
    /// Percentage points above the wanted figure.
    fn deviation(&self) -> f64 {
        100.0 * self.positive / self.weight - self.percent
    }

    /// The squared deviation in tolerances once `step` is added to the positive weight.
    fn cost_after(&self, step: f64) -> f64 {
        let scaled = (100.0 * (self.positive + step) / self.weight - self.percent) / self.tolerance;
        scaled * scaled
    }
}

/// The answers under way: everything that a turned-over answer changes.
struct Ledger<'a> {
    units: &'a [Unit],
    tallies: Vec<Tally>,
    answers: Vec<bool>,
}

impl Ledger<'_> {
    /// The change in the positive weight if this person's answer is turned over.
    fn step(&self, person: usize) -> f64 {
        let weight = self.units.get(person).map_or(0.0, |unit| unit.weight);
        if self.answers.get(person).copied().unwrap_or(false) {
            -weight
        } else {
            weight
        }
    }

    /// How much worse (above 0) or better (below 0) everything fits if this person's answer is turned over.
    fn cost_of_turning(&self, person: usize) -> f64 {
        let step = self.step(person);
        let Some(unit) = self.units.get(person) else {
            return 0.0;
        };
        unit.groups
            .iter()
            .filter_map(|&group| self.tallies.get(group))
            .map(|tally| tally.cost_after(step) - tally.cost_after(0.0))
            .sum()
    }

    fn turn_over(&mut self, person: usize) {
        let step = self.step(person);
        if let Some(unit) = self.units.get(person) {
            for &group in &unit.groups {
                if let Some(tally) = self.tallies.get_mut(group) {
                    tally.positive += step;
                }
            }
        }
        if let Some(answer) = self.answers.get_mut(person) {
            *answer = !*answer;
        }
    }

    fn within_tolerance(&self) -> bool {
        self.tallies
            .iter()
            .all(|tally| tally.weight <= 0.0 || tally.deviation().abs() <= tally.tolerance)
    }
}

/// One answer a person, in order, such that every group shows its percentage as nearly as it can.
///
/// `units` are the people with a valid answer only.
pub fn calibrated_answers(
    units: &mut [Unit],
    groups: &[Group],
    random: &mut SplitMix,
) -> Vec<bool> {
    shift_latent_scores(units, groups);
    let draws: Vec<f64> = units.iter().map(|_| random.uniform()).collect();
    let margins: Vec<f64> = units
        .iter()
        .zip(&draws)
        .map(|(unit, draw)| {
            if unit.may_be_positive {
                squash(unit.latent) - draw
            } else {
                -1.0
            }
        })
        .collect();
    let mut ledger = Ledger {
        units,
        tallies: groups
            .iter()
            .map(|group| Tally {
                percent: group.percent,
                tolerance: group.tolerance,
                ..Tally::default()
            })
            .collect(),
        answers: margins.iter().map(|margin| *margin > 0.0).collect(),
    };
    for (unit, answer) in ledger.units.iter().zip(&ledger.answers) {
        for &group in &unit.groups {
            if let Some(tally) = ledger.tallies.get_mut(group) {
                tally.weight += unit.weight;
                tally.positive += if *answer { unit.weight } else { 0.0 };
            }
        }
    }
    let mut nearest_first: Vec<(usize, f64)> = margins
        .iter()
        .map(|margin| margin.abs())
        .enumerate()
        .collect();
    nearest_first.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    let order: Vec<usize> = nearest_first
        .into_iter()
        .filter_map(|(person, _)| {
            ledger
                .units
                .get(person)
                .filter(|unit| unit.may_be_positive)
                .map(|_| person)
        })
        .collect();
    turn_over_singles(&mut ledger, &order);
    turn_over_pairs(&mut ledger, &order, random);
    ledger.answers
}

/// Adds to each group's latent scores until the expected percentage is the wanted one (Newton steps, in turn).
fn shift_latent_scores(units: &mut [Unit], groups: &[Group]) {
    let mut members: Vec<Vec<usize>> = groups.iter().map(|_| Vec::new()).collect();
    for (person, unit) in units.iter().enumerate() {
        for &group in &unit.groups {
            if let Some(list) = members.get_mut(group) {
                list.push(person);
            }
        }
    }
    for _ in 0..SHIFT_ROUNDS {
        for (group, list) in groups.iter().zip(&members) {
            let (mut expected, mut slope, mut weight) = (0.0, 0.0, 0.0);
            for unit in list.iter().filter_map(|&person| units.get(person)) {
                weight += unit.weight;
                if unit.may_be_positive {
                    expected += unit.weight * squash(unit.latent);
                    slope += unit.weight * squash_slope(unit.latent);
                }
            }
            if slope <= 0.0 {
                continue;
            }
            let shift = ((group.percent / 100.0 * weight - expected) / slope).clamp(-0.5, 0.5);
            for &person in list {
                if let Some(unit) = units.get_mut(person) {
                    unit.latent += shift;
                }
            }
        }
    }
}

fn turn_over_singles(ledger: &mut Ledger<'_>, order: &[usize]) {
    for _ in 0..SINGLE_ROUNDS {
        for &person in order {
            if ledger.cost_of_turning(person) < -1e-9 {
                ledger.turn_over(person);
            }
        }
        if ledger.within_tolerance() {
            return;
        }
    }
}

/// Exchanges two opposite answers: with unequal weights that moves a figure by less than one answer does.
fn turn_over_pairs(ledger: &mut Ledger<'_>, order: &[usize], random: &mut SplitMix) {
    for _ in 0..PAIR_TRIALS {
        if ledger.within_tolerance() {
            return;
        }
        let pick = |random: &mut SplitMix| {
            order
                .get(random.position(order.len()))
                .copied()
                .unwrap_or(0)
        };
        let (one, other) = (pick(random), pick(random));
        if one == other {
            continue;
        }
        let first = ledger.cost_of_turning(one);
        ledger.turn_over(one);
        if first + ledger.cost_of_turning(other) < -1e-9 {
            ledger.turn_over(other);
        } else {
            ledger.turn_over(one);
        }
    }
}
