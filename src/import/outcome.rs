//! What is left when a table has been read: its values without those that are said twice, and what is
//! worth saying about the rest.

use std::collections::HashMap;

use super::account::Mark;
use super::decisions::Keep;
use super::findings::FindingKind;
use super::reader::{Output, Reader};
use super::roles::Remark;
use crate::data::{Observation, Status};

/// What happened in a table besides values, counted until its end.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) shorthand: Vec<(String, Status, u32, (u32, u32))>,
    pub(super) dashes: (u32, Option<(u32, u32)>),
    pub(super) zeros: Vec<(String, u32, (u32, u32))>,
    pub(super) errors: (u32, Option<(&'static str, u32, u32)>),
    pub(super) odd_texts: HashMap<u32, (String, u32, u32)>,
    pub(super) not_periods: Vec<(String, u32, u32)>,
    pub(super) cautions: Vec<(String, String, u32)>,
    pub(super) ambiguous: Vec<(String, String, u32)>,
    pub(super) unknown_units: Vec<(String, u32, u32)>,
}

impl Tally {
    /// Adds what happened further down in the same table.
    pub(super) fn absorb(&mut self, below: Self) {
        for (text, status, count, place) in below.shorthand {
            let same =
                |held: &&mut (String, Status, u32, (u32, u32))| held.0 == text && held.1 == status;
            match self.shorthand.iter_mut().find(same) {
                Some(held) => held.2 += count,
                None => self.shorthand.push((text, status, count, place)),
            }
        }
        for (text, count, place) in below.zeros {
            match self.zeros.iter_mut().find(|held| held.0 == text) {
                Some(held) => held.1 += count,
                None => self.zeros.push((text, count, place)),
            }
        }
        self.dashes.0 += below.dashes.0;
        self.dashes.1 = self.dashes.1.or(below.dashes.1);
        self.errors.0 += below.errors.0;
        self.errors.1 = self.errors.1.or(below.errors.1);
        let mut odd: Vec<_> = below.odd_texts.into_iter().collect();
        odd.sort_unstable();
        for (column, (text, row, count)) in odd {
            self.odd_texts.entry(column).or_insert((text, row, 0)).2 += count;
        }
        for (text, count, row) in below.not_periods {
            match self.not_periods.iter_mut().find(|held| held.0 == text) {
                Some(held) => held.1 += count,
                None => self.not_periods.push((text, count, row)),
            }
        }
        for caution in below.cautions {
            if !self.cautions.iter().any(|held| held.0 == caution.0) {
                self.cautions.push(caution);
            }
        }
        for ambiguous in below.ambiguous {
            if !self.ambiguous.iter().any(|held| held.0 == ambiguous.0) {
                self.ambiguous.push(ambiguous);
            }
        }
        for unknown in below.unknown_units {
            if !self.unknown_units.iter().any(|held| held.0 == unknown.0) {
                self.unknown_units.push(unknown);
            }
        }
    }
}

impl Reader<'_> {
    /// Drops what is said twice, hands over the rest, and says what happened.
    pub(crate) fn finish(
        mut self,
        mut observations: Vec<Observation>,
        out: &mut Output<'_>,
    ) -> usize {
        if self.may_double {
            self.drop_doubles(&mut observations, out);
        }
        let mut at = |rows: (u32, u32), columns: (u32, u32), kind: FindingKind| {
            out.remarks.push(Remark {
                rows,
                columns,
                kind,
            });
        };
        let cell = |(row, column): (u32, u32)| ((row, row), (column, column));
        for (text, status, count, place) in std::mem::take(&mut self.tally.shorthand) {
            let (rows, columns) = cell(place);
            at(
                rows,
                columns,
                FindingKind::Shorthand {
                    text,
                    status,
                    count,
                },
            );
        }
        if let (count, Some(place)) = self.tally.dashes {
            let (rows, columns) = cell(place);
            at(rows, columns, FindingKind::DashUnexplained { count });
        }
        for (text, count, place) in std::mem::take(&mut self.tally.zeros) {
            let (rows, columns) = cell(place);
            at(rows, columns, FindingKind::ZeroByKey { text, count });
        }
        if let (count, Some((error, row, column))) = self.tally.errors {
            at(
                (row, row),
                (column, column),
                FindingKind::ExcelErrors {
                    error: error.to_owned(),
                    count,
                },
            );
        }
        let mut odd: Vec<(u32, (String, u32, u32))> = std::mem::take(&mut self.tally.odd_texts)
            .into_iter()
            .collect();
        odd.sort_by_key(|(column, _)| *column);
        // One question for a text, in however many columns it stands.
        let mut asked: Vec<(u32, (String, u32, u32))> = Vec::new();
        for (column, (text, row, count)) in odd {
            match asked.iter_mut().find(|(_, (known, ..))| *known == text) {
                Some((_, (_, _, times))) => *times += count,
                None => asked.push((column, (text, row, count))),
            }
        }
        for (column, (text, row, count)) in asked {
            at(
                (row, row),
                (column, column),
                FindingKind::NotUnderstood { text, count },
            );
        }
        let labels = (self.table.left, self.table.left);
        for (text, count, row) in std::mem::take(&mut self.tally.not_periods) {
            at((row, row), labels, FindingKind::NotAPeriod { text, count });
        }
        for (text, words, row) in std::mem::take(&mut self.tally.cautions) {
            at(
                (row, row),
                labels,
                FindingKind::PeriodCaution { text, words },
            );
        }
        for (name, read_as, row) in std::mem::take(&mut self.tally.ambiguous) {
            at(
                (row, row),
                labels,
                FindingKind::AreaAmbiguous { name, read_as },
            );
        }
        let unknown = std::mem::take(&mut self.tally.unknown_units);
        if let Some((measure, row, column)) = unknown.first().cloned() {
            let count = u32::try_from(unknown.len()).unwrap_or(u32::MAX);
            at(
                (row, row),
                (column, column),
                FindingKind::UnitUnknown { measure, count },
            );
        }
        let count = observations.len();
        out.builder.append(observations);
        count
    }

    /// The same thing said twice: once is enough where both agree; where they do not, neither is taken.
    fn drop_doubles(&self, observations: &mut Vec<Observation>, out: &mut Output<'_>) {
        type Key = (u32, Option<u32>, u32, Option<u32>);
        let mut first: HashMap<Key, usize> = HashMap::with_capacity(observations.len());
        let mut drop = vec![false; observations.len()];
        let mut repeated: HashMap<u32, (u32, u32)> = HashMap::new();
        let mut conflict: Option<(usize, usize)> = None;
        let mut conflicts = 0;
        let (mut settled, mut settled_at) = (0, None);
        for (index, observation) in observations.iter().enumerate() {
            let key = (
                observation.measure,
                observation.area,
                observation.cohort,
                observation.period,
            );
            let Some(known) = first.get(&key).copied() else {
                first.insert(key, index);
                continue;
            };
            let Some(earlier) = observations.get(known) else {
                continue;
            };
            let agree = earlier.value == observation.value && earlier.status == observation.status;
            if let Some(flag) = drop.get_mut(index) {
                *flag = true;
            }
            if !agree && let Some(keep) = self.table.conflicts {
                settled += 1;
                settled_at.get_or_insert(observation.cell);
                if keep != Keep::First
                    && let Some(flag) = drop.get_mut(known)
                {
                    *flag = true;
                }
                if keep == Keep::Last {
                    if let Some(flag) = drop.get_mut(index) {
                        *flag = false;
                    }
                    first.insert(key, index);
                }
                continue;
            }
            conflicts += u32::from(!agree);
            if agree {
                let entry = repeated
                    .entry(observation.cell.column)
                    .or_insert((0, observation.cell.row));
                entry.0 += 1;
                continue;
            }
            conflict.get_or_insert((known, index));
            if let Some(flag) = drop.get_mut(known)
                && !*flag
            {
                *flag = true;
                conflicts += 1;
            }
        }
        let mut repeated: Vec<(u32, (u32, u32))> = repeated.into_iter().collect();
        repeated.sort_unstable();
        for (column, (count, row)) in repeated {
            let heading = self
                .columns
                .iter()
                .find(|held| held.column == column)
                .map(|held| held.heading.clone())
                .unwrap_or_default();
            out.remarks.push(Remark {
                rows: (row, row),
                columns: (column, column),
                kind: FindingKind::Repeated { heading, count },
            });
        }
        if let Some(cell) = settled_at {
            out.remarks.push(Remark {
                rows: (cell.row, cell.row),
                columns: (cell.column, cell.column),
                kind: FindingKind::ConflictSettled { count: settled },
            });
        }
        if let Some((earlier, later)) = conflict
            && let (Some(earlier), Some(later)) =
                (observations.get(earlier), observations.get(later))
        {
            let name = self
                .columns
                .iter()
                .find(|held| held.column == later.cell.column);
            out.remarks.push(Remark {
                rows: (later.cell.row, later.cell.row),
                columns: (later.cell.column, later.cell.column),
                kind: FindingKind::Conflict {
                    what: name.map(|held| held.heading.clone()).unwrap_or_default(),
                    first: earlier.cell,
                    count: conflicts,
                },
            });
        }
        let mut flags = drop.into_iter();
        let (marks, grid) = (&mut *out.marks, self.view.grid);
        observations.retain(|observation| {
            let dropped = flags.next().unwrap_or(false);
            if dropped {
                marks.set(
                    grid,
                    observation.cell.row,
                    observation.cell.column,
                    Mark::LeftOut,
                );
            }
            !dropped
        });
    }
}
