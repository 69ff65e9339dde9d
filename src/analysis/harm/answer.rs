//! Ranks the offences of one table by number, by harm and by concern.

use super::matching::{KnownWeights, WeightMatch, is_same, names_of};
use super::spec::{ConcernKey, HarmSpec};
use crate::analysis::catalogue::{Catalogue, MeasureEntry, MeasureKey};
use crate::analysis::change_table::{ChangeRow, ChangeTableAnswer, ChangeTableScope, change_table};
use crate::analysis::concerns::{ConcernItem, ConcernRow, ConcernsAnswer, ConcernsQuestion};
use crate::analysis::estimate::Outcome;
use crate::analysis::question::{PeriodRange, Question};
use crate::data::{HarmWeights, Period, Unit};
use crate::stats::ranks::{Rank, RankFrom, competition_ranks};

/// An offence moves much where it goes up or down by a quarter of those ranked in both columns, and by this
/// many places at the least.
pub const LEAST_MOVE: usize = 2;

/// What is asked of harm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HarmQuestion {
    /// The question, whose measure is the user's own offence.
    pub question: Question,
    /// Which table, where, and when.
    pub scope: ChangeTableScope,
}

/// Offences by number, by harm and by concern.
#[derive(Clone, Debug)]
pub struct HarmAnswer {
    /// The table of the offences: its name, area and period, and what else can be asked for.
    pub table: ChangeTableAnswer,
    /// The weights.
    pub weights: std::sync::Arc<HarmWeights>,
    /// The offences, from the most frequent.
    pub rows: Vec<HarmRow>,
    /// Where the concerns come from; `None` where the project has none.
    pub concerns: Option<ConcernColumn>,
    /// By how many places an offence goes up or down that moves much: from number to harm, from harm to concern.
    pub much: [usize; 2],
    /// How many groups, or parts of groups, of offences were left out so that none counts twice.
    pub overlapping: usize,
    /// How many offences have no number to be shown.
    pub without_number: usize,
}

/// Where the concerns come from.
#[derive(Clone, Debug)]
pub struct ConcernColumn {
    /// The area in which people were asked.
    pub area: String,
    /// The period.
    pub period: Option<Period>,
    /// The issues that can be chosen for an offence.
    pub items: Vec<ConcernItem>,
}

/// An offence.
#[derive(Clone, Debug)]
pub struct HarmRow {
    /// The measure.
    pub key: MeasureKey,
    /// Its name in the table.
    pub name: String,
    /// Whether it is the measure of the question.
    pub is_own: bool,
    /// Its number.
    pub count: Outcome,
    /// Its weight.
    pub weight: Option<WeightMatch>,
    /// Its number by its weight.
    pub harm: Option<f64>,
    /// The concern about it.
    pub concern: Option<HarmConcern>,
    /// Its ranks by number, harm and concern, the highest first; `None` where it has none.
    pub ranks: [Option<Rank>; 3],
    /// Its slots in the three columns, from 0 at the top: every column holds every offence once, so that a level
    /// line is one that keeps its place among those that both columns rank.
    pub slots: [usize; 3],
    /// By how many places it goes up (negative: down) from number to harm and from harm to concern, among those
    /// that both rank.
    pub moves: [Option<isize>; 2],
}

/// A concern about an offence.
#[derive(Clone, Debug)]
pub struct HarmConcern {
    /// The issue.
    pub item: ConcernItem,
    /// The share of those who name it.
    pub outcome: Outcome,
    /// Whether somebody chose it for the offence.
    pub is_chosen: bool,
}

impl HarmRow {
    /// Its number, where it may be seen.
    pub fn shown_count(&self) -> Option<f64> {
        Some(self.count.showable(Unit::Count)?.value)
    }

    /// The share of those concerned about it, where it may be seen.
    pub fn shown_concern(&self) -> Option<f64> {
        let concern = self.concern.as_ref()?;
        Some(concern.outcome.showable(Unit::Percent)?.value)
    }
}

impl HarmAnswer {
    /// Whether an offence moves much from one column to the next: from number to harm, or from harm to concern.
    pub fn moves_much(&self, row: &HarmRow, step: usize) -> bool {
        let moved = row.moves.get(step).copied().flatten();
        let much = self.much.get(step).copied().unwrap_or(usize::MAX);
        moved.is_some_and(|moved| moved.unsigned_abs() >= much)
    }
}

impl HarmQuestion {
    /// The answer; `None` where the project has no weights, or no table of counted offences.
    pub fn answer(&self, catalogue: &Catalogue) -> Option<HarmAnswer> {
        let spec = catalogue.harm();
        let weights = spec.weights.clone()?;
        let known = KnownWeights::of(&weights);
        let table = self.table(catalogue, &known)?;
        let own = catalogue.key_of(&self.question.measure).clone();
        let mut rows: Vec<HarmRow> = Vec::new();
        let mut without_number = 0;
        let (kept, overlapping) = without_overlaps(catalogue, &table.rows, &known);
        for row in kept {
            let Some(entry) = catalogue.entry(&row.key) else {
                continue;
            };
            match &row.to {
                Some(count) if count.showable(Unit::Count).is_some() => {
                    rows.push(harm_row(row, entry, count, &known, &own));
                }
                _ => without_number += 1,
            }
        }
        if rows.is_empty() {
            return None;
        }
        let concerns = concerns(catalogue, &self.question, &table);
        if let Some(concerns) = &concerns {
            for row in &mut rows {
                row.concern = concern_of(spec, row, concerns);
            }
        }
        rank(&mut rows);
        let much = [0, 1].map(|step| {
            let both = rows
                .iter()
                .filter(|row| row.moves.get(step).copied().flatten().is_some());
            both.count().div_ceil(4).max(LEAST_MOVE)
        });
        Some(HarmAnswer {
            table,
            weights,
            rows,
            concerns: concerns.map(|answer| ConcernColumn {
                items: answer.rows.iter().map(|row| row.item.clone()).collect(),
                area: answer.area,
                period: answer.period,
            }),
            much,
            overlapping,
            without_number,
        })
    }

    /// The table of the question's offence; where that is no count, that of the first offence with a weight.
    fn table(
        &self,
        catalogue: &Catalogue,
        weights: &KnownWeights<'_>,
    ) -> Option<ChangeTableAnswer> {
        let asked = catalogue.key_of(&self.question.measure);
        let is_counted =
            |table: &ChangeTableAnswer| table.unit == Unit::Count && !table.rows.is_empty();
        if asked.unit == Unit::Count || self.scope.rows.is_some() {
            let table = change_table(catalogue, &self.question, &self.scope);
            if let Some(table) = table.filter(is_counted) {
                return Some(table);
            }
        }
        let mut counted = catalogue.measures().filter(|(key, entry)| {
            let names = names_of(entry, &entry.measure.name);
            key.unit == Unit::Count && weights.weight_of(&names).is_some()
        });
        let (key, _) = counted.next()?;
        let question = Question {
            areas: self.question.areas.clone(),
            ..Question::about(key.clone())
        };
        change_table(catalogue, &question, &ChangeTableScope::default()).filter(is_counted)
    }
}

/// The offences without totals, and of each group either the group or its parts: the parts where any of them has
/// a weight. With how many were left out for that.
fn without_overlaps<'a>(
    catalogue: &Catalogue,
    rows: &'a [ChangeRow],
    weights: &KnownWeights<'_>,
) -> (Vec<&'a ChangeRow>, usize) {
    let has_weight = |row: &ChangeRow| {
        let entry = catalogue.entry(&row.key);
        entry.is_some_and(|entry| weights.weight_of(&names_of(entry, &row.name)).is_some())
    };
    let rows: Vec<&ChangeRow> = rows.iter().filter(|row| !row.is_total).collect();
    let mut kept = Vec::with_capacity(rows.len());
    let mut left_out = 0;
    let mut place = 0;
    while let Some(row) = rows.get(place) {
        let parts = rows.iter().skip(place + 1);
        let parts: Vec<&ChangeRow> = parts.take_while(|part| part.is_part).copied().collect();
        place += 1 + parts.len();
        if parts.is_empty() {
            kept.push(*row);
        } else if parts.iter().any(|part| has_weight(part)) {
            left_out += 1;
            kept.extend(parts);
        } else {
            left_out += parts.len();
            kept.push(*row);
        }
    }
    (kept, left_out)
}

fn harm_row(
    row: &ChangeRow,
    entry: &MeasureEntry,
    count: &Outcome,
    weights: &KnownWeights<'_>,
    own: &MeasureKey,
) -> HarmRow {
    let weight = weights.weight_of(&names_of(entry, &row.name));
    let number = count.showable(Unit::Count).map(|estimate| estimate.value);
    let harm = number
        .zip(weight.as_ref())
        .map(|(number, found)| number * found.weight.weight);
    HarmRow {
        key: row.key.clone(),
        name: row.name.clone(),
        is_own: row.key == *own,
        count: count.clone(),
        weight,
        harm: harm.filter(|harm| harm.is_finite()),
        concern: None,
        ranks: [None; 3],
        slots: [0; 3],
        moves: [None; 2],
    }
}

/// The longest list of concerns, in the area of the table where people were asked there, for the latest period
/// that does not begin after the table's ends; else for the latest.
fn concerns(
    catalogue: &Catalogue,
    question: &Question,
    table: &ChangeTableAnswer,
) -> Option<ConcernsAnswer> {
    let sets = catalogue.concern_sets();
    let set = catalogue
        .concern_set(&question.measure)
        .or_else(|| sets.iter().rev().max_by_key(|set| set.items.len()))?;
    let of = |to: Option<Period>| {
        let asked = ConcernsQuestion {
            question: Question {
                periods: PeriodRange { from: None, to },
                ..Question::about(set.items.first()?.measure.clone())
            },
            area: Some(table.area.clone()),
            with_wider: false,
        };
        let answer = asked.answer(catalogue)?;
        answer
            .rows
            .iter()
            .any(|row| row.shown().is_some())
            .then_some(answer)
    };
    of(table.period).or_else(|| of(None))
}

/// The concern about an offence: the one that somebody chose, else the only one of the same name.
fn concern_of(spec: &HarmSpec, row: &HarmRow, concerns: &ConcernsAnswer) -> Option<HarmConcern> {
    let chosen = spec.chosen(&row.key);
    let found = if let Some(held) = chosen {
        let wanted = held.concern.as_ref()?;
        let mut rows = concerns.rows.iter();
        rows.find(|concern| ConcernKey::of(&concern.item) == *wanted)?
    } else {
        let is_of_name = |concern: &&ConcernRow| is_same(&concern.item.name, &row.name);
        let mut rows = concerns.rows.iter().filter(is_of_name);
        rows.next().filter(|_| rows.next().is_none())?
    };
    Some(HarmConcern {
        item: found.item.clone(),
        outcome: found.outcome.clone()?,
        is_chosen: chosen.is_some(),
    })
}

/// Gives every offence its ranks, its slots and how far it moves, and puts them in the order of their number.
fn rank(rows: &mut [HarmRow]) {
    rows.sort_by(|one, other| {
        let value = |row: &HarmRow| row.shown_count().unwrap_or(f64::NEG_INFINITY);
        value(other).total_cmp(&value(one))
    });
    let columns: [Vec<Option<f64>>; 3] = [
        rows.iter().map(HarmRow::shown_count).collect(),
        rows.iter().map(|row| row.harm).collect(),
        rows.iter().map(HarmRow::shown_concern).collect(),
    ];
    let mut slots: Vec<usize> = (0..rows.len()).collect();
    for (column, values) in columns.iter().enumerate() {
        for (row, rank) in rows.iter_mut().zip(ranks_of(values)) {
            if let Some(slot) = row.ranks.get_mut(column) {
                *slot = rank;
            }
        }
        if column > 0 {
            slots = slots_of(values, &slots);
        }
        for (row, place) in rows.iter_mut().zip(&slots) {
            if let Some(slot) = row.slots.get_mut(column) {
                *slot = *place;
            }
        }
    }
    let [counts, harms, concerns] = &columns;
    for (step, (from, to)) in [(counts, harms), (harms, concerns)].into_iter().enumerate() {
        let in_both = |values: &[Option<f64>], other: &[Option<f64>]| -> Vec<Option<f64>> {
            let pairs = values.iter().zip(other);
            pairs.map(|(value, other)| other.and(*value)).collect()
        };
        let (before, after) = (ranks_of(&in_both(from, to)), ranks_of(&in_both(to, from)));
        for ((row, before), after) in rows.iter_mut().zip(before).zip(after) {
            let moved = before.zip(after).and_then(|(before, after)| {
                let place = |rank: Rank| isize::try_from(rank.place).ok();
                Some(place(before)? - place(after)?)
            });
            if let Some(slot) = row.moves.get_mut(step) {
                *slot = moved;
            }
        }
    }
}

/// The ranks of those that have a value, the highest first.
fn ranks_of(values: &[Option<f64>]) -> Vec<Option<Rank>> {
    let held: Vec<f64> = values.iter().flatten().copied().collect();
    let mut ranks = competition_ranks(&held, RankFrom::Highest)
        .unwrap_or_default()
        .into_iter();
    values
        .iter()
        .map(|value| value.and_then(|_| ranks.next()))
        .collect()
}

/// The slots of a column from those of the column before: those without a value stay where they are, the others
/// share theirs out in the order of their values. Equal values keep the order in which they stood.
fn slots_of(values: &[Option<f64>], before: &[usize]) -> Vec<usize> {
    let mut held: Vec<(usize, f64, usize)> = values
        .iter()
        .zip(before)
        .enumerate()
        .filter_map(|(row, (value, slot))| Some((row, (*value)?, *slot)))
        .collect();
    let mut free: Vec<usize> = held.iter().map(|(.., slot)| *slot).collect();
    free.sort_unstable();
    held.sort_by(|one, other| other.1.total_cmp(&one.1).then_with(|| one.2.cmp(&other.2)));
    let mut slots = before.to_vec();
    for ((row, ..), slot) in held.iter().zip(free) {
        if let Some(own) = slots.get_mut(*row) {
            *own = slot;
        }
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_shared_out_among_those_that_have_a_value() {
        let values = [Some(1.0), None, Some(3.0), Some(2.0)];
        assert_eq!(slots_of(&values, &[0, 1, 2, 3]), [3, 1, 0, 2]);
        let equal = [Some(2.0), Some(2.0), Some(2.0)];
        assert_eq!(slots_of(&equal, &[0, 1, 2]), [0, 1, 2]);
        assert_eq!(slots_of(&[None, None], &[1, 0]), [1, 0]);
    }
}
