//! What somebody works out who has every figure of a family: all sums that they tell, taken together.

use super::apart::RULE;
use super::figures::Family;

/// Sums are told apart from rounding by this.
const NEARLY: f64 = 1e-6;
/// How often bounds go from sum to sum.
const ROUNDS: usize = 30;

/// A known sum of unknown numbers: its coefficients and its value.
#[derive(Clone, Debug)]
struct Sum {
    of: Vec<f64>,
    value: f64,
}

/// A figure that is not shown.
struct Target {
    group: usize,
    count: u64,
    /// Its unknown parts, as coefficients.
    of: Vec<f64>,
}

/// The numbers that are not shown, and the sums that are.
pub(super) struct Linked<'a> {
    family: &'a Family,
    hidden: &'a [Vec<bool>],
    /// The group and the shortest period of each unknown number.
    unknown: Vec<(usize, usize)>,
}

/// The groups of a family of which a number that is withheld follows from those that are not: one of a few, or, by group
/// and window, one that covers such.
pub fn told(family: &Family, hidden: &[Vec<bool>], covers: &[Vec<bool>]) -> Vec<usize> {
    Linked::of(family, hidden).told_or_uncovered(covers)
}

impl<'a> Linked<'a> {
    pub fn of(family: &'a Family, hidden: &'a [Vec<bool>]) -> Self {
        let is_seen = |group: usize, unit: usize| {
            let window = family.window_of(unit);
            window.is_some_and(|window| {
                hidden.get(group).and_then(|held| held.get(window)) == Some(&false)
            })
        };
        let mut unknown = Vec::new();
        for (group, units) in family.groups.iter().enumerate() {
            let unseen = (0..units.len()).filter(|unit| !is_seen(group, *unit));
            unknown.extend(unseen.map(|unit| (group, unit)));
        }
        Self {
            family,
            hidden,
            unknown,
        }
    }

    /// The groups of which a number of a few can be told.
    pub fn told(&self) -> Vec<usize> {
        let mut told = Vec::new();
        for side in 0..2 {
            let targets = self.targets(side, |_, _, count| RULE.is_small(count));
            self.told_of(side, targets, &mut told, |_, of, sums, bounds| {
                is_told(of, sums, bounds)
            });
        }
        told
    }

    /// The groups of which a number of a few can be told, or exactly one that covers such.
    fn told_or_uncovered(&self, covers: &[Vec<bool>]) -> Vec<usize> {
        let mut told = Vec::new();
        let targets = self.targets(0, |group, window, count| {
            let is_cover = covers.get(group).and_then(|held| held.get(window)) == Some(&true);
            RULE.is_small(count) || (is_cover && count > 0)
        });
        self.told_of(0, targets, &mut told, |count, of, sums, bounds| {
            is_exact(of, sums) || (RULE.is_small(count) && is_told(of, sums, bounds))
        });
        told
    }

    /// Adds the groups of which one of some numbers is told, by the number, its unknown parts and what is known.
    fn told_of(
        &self,
        side: usize,
        targets: Vec<Target>,
        told: &mut Vec<usize>,
        is_told: impl Fn(u64, &[f64], &[Sum], &[(f64, f64)]) -> bool,
    ) {
        if targets.is_empty() {
            return;
        }
        let (sums, bounds) = self.worked_out(side);
        for target in targets {
            let is_new = !told.contains(&target.group);
            if is_new && is_told(target.count, &target.of, &sums, &bounds) {
                told.push(target.group);
            }
        }
    }

    fn count(&self, group: usize, unit: usize, side: usize) -> f64 {
        let held = self
            .family
            .groups
            .get(group)
            .and_then(|units| units.get(unit));
        number(held.and_then(|pair| pair.get(side)).copied().unwrap_or(0))
    }

    /// The unknown parts of some periods of some groups as coefficients, and the sum of them.
    fn sum(&self, groups: &[usize], units: &[usize], side: usize) -> Sum {
        let mut sum = Sum {
            of: vec![0.0; self.unknown.len()],
            value: 0.0,
        };
        for (place, (group, unit)) in self.unknown.iter().enumerate() {
            if groups.contains(group)
                && units.contains(unit)
                && let Some(held) = sum.of.get_mut(place)
            {
                *held = 1.0;
                sum.value += self.count(*group, *unit, side);
            }
        }
        sum
    }

    /// The figures that are not shown, of those that are asked for.
    fn targets(&self, side: usize, is_asked: impl Fn(usize, usize, u64) -> bool) -> Vec<Target> {
        let mut targets = Vec::new();
        for (group, held) in self.hidden.iter().enumerate() {
            for (window, is_hidden) in held.iter().enumerate() {
                let pair = self.family.pair(group, window);
                let count = pair.get(side).copied().unwrap_or(0);
                let units = self.family.windows.get(window);
                if let (true, true, Some(units)) =
                    (*is_hidden, is_asked(group, window, count), units)
                {
                    let sum = self.sum(&[group], units, side);
                    // The rest of it is shown in its parts.
                    let of = sum.of;
                    targets.push(Target { group, count, of });
                }
            }
        }
        targets
    }

    /// Every sum that is known, and the least and the most that each number can be.
    fn worked_out(&self, side: usize) -> (Vec<Sum>, Vec<(f64, f64)>) {
        let mut sums = Vec::new();
        let all: Vec<usize> = (0..self.family.groups.len()).collect();
        for (window, units) in self.family.windows.iter().enumerate() {
            for (group, held) in self.hidden.iter().enumerate() {
                if held.get(window) == Some(&false) {
                    sums.push(self.sum(&[group], units, side));
                }
            }
            if self.family.everybody.get(window) == Some(&true) {
                sums.push(self.sum(&all, units, side));
            }
        }
        sums.retain(|sum| sum.of.iter().any(|held| *held != 0.0));
        let reduced = reduced(&sums);
        let bounds = bounds(&sums.iter().chain(&reduced), self.unknown.len());
        (reduced, bounds)
    }
}

fn number(count: u64) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

/// Whether a sum of unknown numbers is told: exactly, as that of a few, or to within fewer than the numbers that the
/// rule protects.
fn is_told(of: &[f64], sums: &[Sum], bounds: &[(f64, f64)]) -> bool {
    if is_exact(of, sums) {
        return true;
    }
    let held = of.iter().zip(bounds).filter(|(held, _)| **held != 0.0);
    let (least, most) = held.fold((0.0, 0.0), |(least, most), (_, bounds)| {
        (least + bounds.0, most + bounds.1)
    });
    let protected = number(RULE.threshold) - NEARLY;
    most < protected || most - least < protected
}

/// Whether a sum of unknown numbers follows from those that are known.
fn is_exact(of: &[f64], sums: &[Sum]) -> bool {
    let mut left = of.to_vec();
    for sum in sums {
        take_out(&mut left, sum);
    }
    left.iter().all(|held| held.abs() < NEARLY)
}

/// Takes out of a row what a sum with a place of its own says of that place.
fn take_out(row: &mut [f64], sum: &Sum) {
    let Some(pivot) = pivot(&sum.of) else { return };
    let by = row.get(pivot).copied().unwrap_or(0.0);
    if by != 0.0 {
        for (own, other) in row.iter_mut().zip(&sum.of) {
            *own -= by * other;
        }
    }
}

fn pivot(row: &[f64]) -> Option<usize> {
    row.iter().position(|held| held.abs() > NEARLY)
}

/// The sums by elimination: each with a place of its own, where it has 1 and the others nothing.
fn reduced(sums: &[Sum]) -> Vec<Sum> {
    let mut reduced: Vec<Sum> = Vec::new();
    for sum in sums {
        let mut row = sum.clone();
        for other in &reduced {
            let Some(pivot) = pivot(&other.of) else {
                continue;
            };
            let by = row.of.get(pivot).copied().unwrap_or(0.0);
            if by != 0.0 {
                subtract(&mut row, other, by);
            }
        }
        let Some(pivot) = pivot(&row.of) else {
            continue;
        };
        let by = row.of.get(pivot).copied().unwrap_or(1.0);
        row.of.iter_mut().for_each(|held| *held /= by);
        row.value /= by;
        for other in &mut reduced {
            let by = other.of.get(pivot).copied().unwrap_or(0.0);
            if by != 0.0 {
                subtract(other, &row, by);
            }
        }
        reduced.push(row);
    }
    reduced
}

fn subtract(from: &mut Sum, other: &Sum, by: f64) {
    for (own, held) in from.of.iter_mut().zip(&other.of) {
        *own -= by * held;
        if own.abs() < NEARLY {
            *own = 0.0;
        }
    }
    from.value -= by * other.value;
}

/// The least and the most that each number can be, none being negative, as far as going from sum to sum tells.
fn bounds<'s>(sums: &(impl Iterator<Item = &'s Sum> + Clone), numbers: usize) -> Vec<(f64, f64)> {
    let mut bounds = vec![(0.0, f64::INFINITY); numbers];
    for _ in 0..ROUNDS {
        let before = bounds.clone();
        for sum in sums.clone() {
            tighten(&mut bounds, sum);
        }
        if bounds == before {
            break;
        }
    }
    bounds
}

fn tighten(bounds: &mut [(f64, f64)], sum: &Sum) {
    let places: Vec<(usize, f64)> = sum
        .of
        .iter()
        .enumerate()
        .filter(|(_, held)| held.abs() > NEARLY)
        .map(|(place, held)| (place, *held))
        .collect();
    for (place, by) in &places {
        let others = places.iter().filter(|(other, _)| other != place);
        let (least, most) = others.fold((0.0, 0.0), |(least, most), (other, by)| {
            let (low, high) = bounds.get(*other).copied().unwrap_or((0.0, f64::INFINITY));
            let (one, two) = (by * low, by * high);
            (least + one.min(two), most + one.max(two))
        });
        let (one, two) = ((sum.value - most) / by, (sum.value - least) / by);
        if let Some(held) = bounds.get_mut(*place) {
            held.0 = held.0.max(one.min(two));
            held.1 = held.1.min(one.max(two));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(of: &[f64], value: f64) -> Sum {
        Sum {
            of: of.to_vec(),
            value,
        }
    }

    #[test]
    fn what_two_years_leave_of_one_another_is_worked_out() {
        // The first year, and the year that shares the second number with it.
        let sums = [sum(&[1.0, 1.0, 0.0], 10.0), sum(&[0.0, 1.0, 1.0], 3.0)];
        let reduced = reduced(&sums);
        let bounds = bounds(&sums.iter().chain(&reduced), 3);
        assert_eq!(bounds, [(7.0, 10.0), (0.0, 3.0), (0.0, 3.0)]);
        assert!(is_told(&[0.0, 0.0, 1.0], &reduced, &bounds));
        assert!(is_told(&[1.0, 0.0, -1.0], &reduced, &bounds));
    }
}
