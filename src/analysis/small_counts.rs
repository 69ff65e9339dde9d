//! Counts of so few people that they might be known are withheld, with as many others as keep them from being
//! worked out (statistical specification 4.2 and 4.3). Recorded crimes of a place are published and stay as
//! they are; the rule is for counts of people by what they are, and of victims, offenders and hate crimes.

use super::estimate::{Estimate, Outcome};
use super::trend::{SeriesRole, TrendAnswer};
use crate::base::text::fold;
use crate::data::{Measure, Status, Unit};
use crate::stats::suppression::{CountTable, Place, PrimaryRule, suppress};

/// The rule: 1 to 4 are not printed.
const RULE: PrimaryRule = PrimaryRule::UNDER_5;

/// Words in names of measures that count people, or what was done to them for what they are.
const WORDS_OF_PEOPLE: [&str; 5] = ["victim", "offender", "suspect", "hate", "perpetrator"];

/// What a chart says of it.
const NOTE: &str =
    "[c]: counts of 1 to 4 are withheld, and others by which they could be worked out.";

/// Whether small counts of a measure are withheld for a group of people; `by_trait` where they are counted by
/// what they are.
pub fn are_withheld(measure: &Measure, by_trait: bool) -> bool {
    let name = fold(&measure.name);
    let is_of_people = || WORDS_OF_PEOPLE.iter().any(|word| name.contains(word));
    measure.unit == Unit::Count && (by_trait || is_of_people())
}

/// The places of a row of counts with a published total that are withheld: the small ones, and the smallest
/// others until nobody can tell a small one from the total. `None` is a cell without a count, which nobody knows.
pub fn withheld_of_row(counts: &[Option<u64>]) -> Vec<usize> {
    let is_small = |count: u64| RULE.is_small(count);
    let mut withheld: Vec<usize> = (0..)
        .zip(counts)
        .filter(|(_, count)| count.is_some_and(is_small))
        .map(|(place, _)| place)
        .collect();
    if withheld.is_empty() {
        return withheld;
    }
    let of = |place: &usize| counts.get(*place).copied().flatten().unwrap_or(0);
    let mut others: Vec<usize> = (0..counts.len())
        .filter(|place| !withheld.contains(place) && of(place) > 0)
        .collect();
    others.sort_by_key(|place| std::cmp::Reverse(of(place)));
    // A cell that the source itself withholds hides as well, but nobody knows how much.
    let is_enough = |withheld: &[usize]| {
        let sum: u64 = withheld.iter().map(of).sum();
        withheld.len() > 1 && sum >= RULE.threshold
    };
    while !is_enough(&withheld) {
        let Some(next) = others.pop() else { break };
        withheld.push(next);
    }
    withheld.sort_unstable();
    withheld
}

/// Withholds the small counts of an answer, period by period: of its lines in a row, or of areas by groups.
pub(super) fn withhold(answer: &mut TrendAnswer) {
    let by_trait = answer
        .series
        .iter()
        .any(|line| !line.key.cohort.is_everyone());
    if !are_withheld(&answer.measure, by_trait) {
        return;
    }
    let mut withheld_any = false;
    for period in 0..answer.periods.len() {
        let places = Table::of(answer, period).withheld();
        withheld_any |= !places.is_empty();
        for line in places {
            let point = answer
                .series
                .get_mut(line)
                .and_then(|line| line.points.get_mut(period));
            if let Some(Some(point)) = point
                && let Outcome::Given(estimate) = &mut point.outcome
            {
                estimate.status = Status::Suppressed;
            }
        }
    }
    if withheld_any {
        answer.notes.push(NOTE.to_owned());
    }
}

/// The counts of one period: rows are areas, columns are groups of people.
struct Table {
    /// The line of each cell.
    lines: Vec<Vec<Option<usize>>>,
    counts: Vec<Vec<Option<u64>>>,
}

impl Table {
    fn of(answer: &TrendAnswer, period: usize) -> Self {
        let (mut areas, mut cohorts) = (Vec::new(), Vec::new());
        let asked = || {
            (0..)
                .zip(&answer.series)
                .filter(|(_, line)| line.role == SeriesRole::Asked)
        };
        for (_, line) in asked() {
            if !areas.contains(&&line.key.area) {
                areas.push(&line.key.area);
            }
            if !cohorts.contains(&&line.key.cohort) {
                cohorts.push(&line.key.cohort);
            }
        }
        let mut table = Self {
            lines: vec![vec![None; cohorts.len()]; areas.len()],
            counts: vec![vec![None; cohorts.len()]; areas.len()],
        };
        for (index, line) in asked() {
            let row = areas.iter().position(|area| **area == line.key.area);
            let column = cohorts
                .iter()
                .position(|cohort| **cohort == line.key.cohort);
            let (Some(row), Some(column)) = (row, column) else {
                continue;
            };
            let point = line.points.get(period).and_then(Option::as_ref);
            let count = point.and_then(|point| whole(point.outcome.estimate()?));
            if let Some(cell) = table.lines.get_mut(row).and_then(|row| row.get_mut(column)) {
                *cell = Some(index);
            }
            if let Some(cell) = table
                .counts
                .get_mut(row)
                .and_then(|row| row.get_mut(column))
            {
                *cell = count;
            }
        }
        table
    }

    /// The lines whose count is withheld.
    fn withheld(&self) -> Vec<usize> {
        let width = self.lines.first().map_or(0, Vec::len);
        let lines: Vec<usize> = self.lines.iter().flatten().copied().flatten().collect();
        if self.lines.len() < 2 || width < 2 {
            let counts: Vec<Option<u64>> = self.counts.iter().flatten().copied().collect();
            let places = withheld_of_row(&counts);
            return places
                .iter()
                .filter_map(|place| lines.get(*place).copied())
                .collect();
        }
        let known: Option<Vec<Vec<u64>>> = self
            .counts
            .iter()
            .map(|row| row.iter().copied().collect())
            .collect();
        let Some(table) = known.and_then(|counts| CountTable::new(&counts)) else {
            // With cells unknown the totals tell less: each row is looked at by itself, and each column.
            return self.withheld_line_by_line();
        };
        let suppression = suppress(&table, RULE, &[]);
        let cells = suppression.all().filter_map(|place| match place {
            Place::Cell { row, column } => *self.lines.get(row)?.get(column)?,
            _ => None,
        });
        cells.collect()
    }

    fn withheld_line_by_line(&self) -> Vec<usize> {
        let mut withheld = Vec::new();
        for (counts, lines) in self.counts.iter().zip(&self.lines) {
            let places = withheld_of_row(counts);
            withheld.extend(places.iter().filter_map(|place| *lines.get(*place)?));
        }
        let width = self.lines.first().map_or(0, Vec::len);
        for column in 0..width {
            let cell = |row: &Vec<Option<u64>>| row.get(column).copied().flatten();
            let counts: Vec<Option<u64>> = self.counts.iter().map(cell).collect();
            for place in withheld_of_row(&counts) {
                let line = self.lines.get(place).and_then(|row| *row.get(column)?);
                withheld.extend(line);
            }
        }
        withheld.sort_unstable();
        withheld.dedup();
        withheld
    }
}

/// A count that is one.
fn whole(estimate: &Estimate) -> Option<u64> {
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    let is_count = (0.0..=LARGEST).contains(&estimate.value) && estimate.value.fract() == 0.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be a whole number that both types hold"
    )]
    is_count.then_some(estimate.value as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_count_never_stands_alone_behind_a_total() {
        let row = |counts: &[u64]| {
            let counts: Vec<Option<u64>> = counts.iter().copied().map(Some).collect();
            withheld_of_row(&counts)
        };
        assert_eq!(row(&[20, 30, 40]), [] as [usize; 0]);
        assert_eq!(row(&[20, 3, 40]), [0, 1]);
        // 1 and 2 together are 3: whoever knows the total knows that both are small.
        assert_eq!(row(&[1, 2, 9, 40]), [0, 1, 2]);
        assert_eq!(row(&[3, 4, 9, 40]), [0, 1]);
        assert_eq!(row(&[3]), [0]);
        assert_eq!(row(&[0, 12, 7]), [] as [usize; 0]);
    }

    #[test]
    fn recorded_crime_of_a_place_is_published_and_people_are_not() {
        let measure = |name: &str, unit| Measure::named(name, unit);
        assert!(!are_withheld(&measure("Burglary", Unit::Count), false));
        assert!(are_withheld(&measure("Burglary", Unit::Count), true));
        assert!(are_withheld(
            &measure("Repeat victims of hate crime", Unit::Count),
            false
        ));
        assert!(!are_withheld(
            &measure("Victim satisfaction", Unit::Percent),
            true
        ));
    }
}
