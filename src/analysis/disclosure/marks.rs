//! What is to be taken out of a table, and the table without it.

use super::apart::{Withheld, flag};
use super::table::{AnswerSet, Disclosed, count};
use super::treatment::CellTreatment;
use crate::analysis::survey::{CrossTab, RowKind};
use crate::stats::base_policy;

/// What is to be taken out of a table.
pub(super) struct Marks {
    /// By base.
    by_base: Vec<CellTreatment>,
    /// Columns taken out whole.
    pub columns: Vec<bool>,
    /// By row and column.
    cells: Vec<Vec<bool>>,
}

impl Marks {
    pub fn of(figures: &CrossTab) -> Self {
        let columns = figures.columns.iter();
        let by_base = columns.map(|column| {
            let (base, effective) = (column.unweighted_base, column.effective_base);
            CellTreatment::by_bases(base, effective, column.base_policy)
        });
        Self {
            by_base: by_base.collect(),
            columns: vec![false; figures.columns.len()],
            cells: vec![vec![false; figures.columns.len()]; figures.rows.len()],
        }
    }

    /// Those of one column.
    pub fn only(&self, column: usize) -> Self {
        let of = |flags: &[bool]| flags.get(column).copied().into_iter().collect();
        Self {
            by_base: self.by_base.get(column).copied().into_iter().collect(),
            columns: of(&self.columns),
            cells: self.cells.iter().map(|cells| of(cells)).collect(),
        }
    }

    /// Takes out a cell.
    pub fn hide(&mut self, row: usize, column: usize) {
        if let Some(cells) = self.cells.get_mut(row) {
            flag(cells, column);
        }
    }

    /// Takes out an answer of a set, or what it leaves of the base.
    pub fn hide_answer(&mut self, set: &AnswerSet, answer: usize, column: usize) {
        if let Some(row) = set.row_of(answer) {
            self.hide(row, column);
        }
    }

    /// What is taken out of a column, by the numbers of a set.
    pub fn of_column(&self, column: usize, set: &AnswerSet) -> Vec<bool> {
        let is_whole = self.columns.get(column) == Some(&true);
        let is_hidden = |answer: usize| {
            let cells = set.row_of(answer).and_then(|row| self.cells.get(row));
            is_whole || cells.and_then(|cells| cells.get(column)) == Some(&true)
        };
        set.numbers().map(is_hidden).collect()
    }

    /// Takes out of a column what another table takes out of one of its own.
    pub fn take_column(&mut self, other: &Self, from: usize, column: usize) {
        if other.columns.get(from) == Some(&true) {
            flag(&mut self.columns, column);
        }
        for (cells, held) in self.cells.iter_mut().zip(&other.cells) {
            if held.get(from) == Some(&true) {
                flag(cells, column);
            }
        }
    }

    /// How many things are taken out.
    pub fn hidden(&self) -> usize {
        let all = self.cells.iter().flatten().chain(&self.columns);
        all.filter(|held| **held).count()
    }

    pub fn unprinted(&self, columns: &[usize]) -> Vec<bool> {
        let hides = |column: &usize| {
            self.columns.get(*column) == Some(&true)
                || self
                    .by_base
                    .get(*column)
                    .is_some_and(|held| !held.is_shown())
        };
        columns.iter().map(hides).collect()
    }

    /// The answers of everybody that are taken out.
    pub fn all_of(&self, set: &AnswerSet) -> Vec<bool> {
        let is_hidden =
            |row: &usize| self.cells.get(*row).and_then(|row| row.first()) == Some(&true);
        let flags: Vec<bool> = set.rows.iter().map(is_hidden).collect();
        match flags.first() {
            Some(first) if !set.is_whole_scale => vec![*first; 2],
            None => vec![false],
            Some(_) => flags,
        }
    }

    pub fn take(&mut self, found: &Withheld, set: &AnswerSet, columns: &[usize]) {
        if found.everything {
            self.columns.fill(true);
        }
        for (column, is_hidden) in columns.iter().zip(&found.columns) {
            if *is_hidden {
                flag(&mut self.columns, *column);
            }
        }
        let all = std::iter::once((&0, &found.all));
        for (column, cells) in all.chain(columns.iter().zip(&found.cells)) {
            for (answer, _) in cells.iter().enumerate().filter(|(_, held)| **held) {
                self.hide_answer(set, answer, *column);
            }
        }
    }

    /// The table without what is not to be seen.
    pub fn taken_out(
        mut self,
        mut figures: CrossTab,
        nets: &[Vec<bool>],
        letters_on_low_bases: bool,
    ) -> Disclosed {
        self.hide_sums(&figures, nets);
        let columns = self.columns_of(&figures);
        let cells: Vec<Vec<CellTreatment>> = figures
            .rows
            .iter()
            .zip(&self.cells)
            .map(|(row, hidden)| {
                let held = row
                    .cells
                    .iter()
                    .zip(&columns)
                    .zip(&figures.columns)
                    .zip(hidden);
                held.map(|(((cell, treatment), column), is_hidden)| {
                    if !treatment.is_shown() {
                        return *treatment;
                    }
                    if *is_hidden {
                        return CellTreatment::Confidential;
                    }
                    let bases = match (&cell.share, &cell.mean) {
                        (Some(share), _) => Some((share.unweighted_base, share.effective_base)),
                        (None, Some(mean)) => Some((mean.unweighted_base, mean.effective_base)),
                        (None, None) => None,
                    };
                    bases.map_or(CellTreatment::TooFew, |(base, effective)| {
                        CellTreatment::by_bases(base, Some(effective), column.base_policy)
                    })
                })
                .collect()
            })
            .collect();
        let is_seen = |row: usize, column: usize| {
            let held = cells.get(row).and_then(|row| row.get(column));
            held.is_some_and(|held| held.is_shown())
        };
        figures.compare_columns(letters_on_low_bases, is_seen);
        for part in &mut figures.parts {
            let mut places = part.columns.clone();
            // A test of all the figures under a heading would tell of those that are not seen.
            let is_all_seen = places.all(|column| {
                let rows = cells.iter();
                rows.filter_map(|row| row.get(column))
                    .all(|held| held.is_shown())
            });
            part.association = part.association.filter(|_| is_all_seen);
        }
        for (place, row) in figures.rows.iter_mut().enumerate() {
            for (column, cell) in row.cells.iter_mut().enumerate() {
                if !is_seen(place, column) {
                    (cell.share, cell.mean, cell.row_share) = (None, None, None);
                }
            }
        }
        for (column, treatment) in figures.columns.iter_mut().zip(&columns) {
            let base = f64::from(u32::try_from(column.unweighted_base).unwrap_or(u32::MAX));
            if !treatment.is_shown() {
                (column.weighted_base, column.effective_base) = (0.0, None);
                let is_told =
                    *treatment == CellTreatment::TooFew && base >= column.base_policy.least_base;
                if !is_told {
                    column.unweighted_base = 0;
                }
            }
        }
        Disclosed {
            figures,
            columns,
            cells,
            asks_for_longer: false,
        }
    }

    /// Of answers taken together only what follows from answers that are seen, and no mean of a column with
    /// answers that are not.
    fn hide_sums(&mut self, figures: &CrossTab, nets: &[Vec<bool>]) {
        let rows = figures.rows.iter().enumerate();
        let answers = rows.clone().filter(|(_, row)| row.kind == RowKind::Answer);
        let answers: Vec<usize> = answers.map(|(row, _)| row).collect();
        let mut nets = nets.iter();
        for (row, held) in rows {
            let net = match held.kind {
                RowKind::Answer => continue,
                RowKind::Net => nets.next(),
                RowKind::Mean => None,
            };
            for column in 0..figures.columns.len() {
                let hidden: Vec<bool> = answers
                    .iter()
                    .map(|answer| {
                        let cells = self.cells.get(*answer);
                        cells.and_then(|cells| cells.get(column)) == Some(&true)
                    })
                    .collect();
                let hides = |side: bool| match net {
                    Some(net) => hidden
                        .iter()
                        .zip(net)
                        .any(|(hidden, of_net)| *hidden && *of_net == side),
                    None => hidden.contains(&true),
                };
                if hides(true)
                    && hides(false)
                    && let Some(cells) = self.cells.get_mut(row)
                {
                    flag(cells, column);
                }
            }
        }
    }

    /// What is done with the columns. One that is too small is marked as one that is withheld where another
    /// had to go with it, so that nobody sees which of them is small.
    fn columns_of(&self, figures: &CrossTab) -> Vec<CellTreatment> {
        let is_covered = |place: usize| {
            let part = figures
                .parts
                .iter()
                .find(|part| part.columns.contains(&place));
            part.is_some_and(|part| {
                let mut columns = part.columns.clone();
                columns.any(|held| self.columns.get(held) == Some(&true))
            })
        };
        let small = |place: usize| {
            let column = figures.columns.get(place);
            column
                .is_some_and(|held| base_policy::numerator_is_withheld(count(held.unweighted_base)))
        };
        let columns = self.by_base.iter().zip(&self.columns).enumerate();
        columns
            .map(|(place, (by_base, is_hidden))| {
                let is_withheld = *is_hidden && by_base.is_shown();
                if is_withheld || (small(place) && is_covered(place)) {
                    CellTreatment::Confidential
                } else {
                    *by_base
                }
            })
            .collect()
    }
}
