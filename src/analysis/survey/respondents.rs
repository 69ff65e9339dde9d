//! The respondents of a survey as columns in memory, and how one pass over them fills the cells of a plan.

use std::borrow::Cow;
use std::collections::BTreeMap;

use indexmap::IndexSet;
use rayon::prelude::*;

use super::cells::{AnswerTable, Cells, ItemTable, NumberTable};
use super::design::{SampleDesign, SampleKind};
use super::pass::{Counter, Counts, Kept, Lane, Pass};
use super::plan::{Axis, CellPlan, FillCells, Item, PlanError};
use super::tables::{KeptTable, kept_tables, part_count, parts_of_cells};
use super::truth::{YES, codes_of, truths};
use crate::data::survey::{Answers, Coded, Survey};

/// Rows are counted in at most so many parts side by side. How many parts there are depends on the survey
/// and the plan alone, never on the machine, so that the sums are the same to the last bit everywhere.
const MOST_PARTS: usize = 16;
/// A part has at least so many rows.
const LEAST_ROWS: usize = 1 << 15;
/// There are at most so many sums at a time, over all parts.
const MOST_SUMS: usize = 1 << 24;

/// A survey's respondents with the weights by which they count.
#[derive(Clone, Debug)]
pub struct Respondents<'s> {
    survey: &'s Survey,
    weights: Option<Cow<'s, [f64]>>,
}

/// The units of a sample.
struct Units {
    kind: SampleKind,
    /// The unit of each respondent.
    of_row: Vec<u32>,
    /// The stratum of each unit.
    strata: Vec<usize>,
}

impl<'s> Respondents<'s> {
    /// The respondents with the survey's own weights.
    pub fn of(survey: &'s Survey) -> Self {
        let weights = survey
            .weight
            .as_ref()
            .map(|weight| weight.values.as_slice());
        Self {
            survey,
            weights: weights.map(Cow::Borrowed),
        }
    }

    /// Everybody counts the same.
    #[must_use]
    pub fn unweighted(mut self) -> Self {
        self.weights = None;
        self
    }

    /// Other weights, one a respondent; who has none counts nowhere.
    #[must_use]
    pub fn weighted_by(mut self, weights: &[Option<f64>]) -> Self {
        let usable = |weight: &Option<f64>| {
            weight
                .filter(|weight| weight.is_finite() && *weight > 0.0)
                .unwrap_or(0.0)
        };
        self.weights = Some(weights.iter().map(usable).collect());
        self
    }

    /// The survey.
    pub const fn survey(&self) -> &'s Survey {
        self.survey
    }

    /// How many respondents count nowhere, since their weight is missing or nought.
    pub fn dropped(&self) -> usize {
        let weights = self.weights.as_deref().unwrap_or(&[]);
        weights.iter().filter(|weight| **weight <= 0.0).count()
    }

    /// The entries of an axis, and how many it has.
    fn lane(&self, axis: &Axis) -> Result<(Lane<'s>, usize), PlanError> {
        match axis {
            Axis::Column(column) => {
                let (codes, size) =
                    codes_of(self.survey, *column).ok_or(PlanError::NoSuchColumn)?;
                Ok((Lane::of(codes), size))
            }
            Axis::Group(condition) => {
                let mut codes = truths(self.survey, condition).ok_or(PlanError::NoSuchColumn)?;
                for code in &mut codes {
                    *code = u8::from(*code != YES);
                }
                Ok((Lane::Made(codes), 1))
            }
        }
    }

    /// For each respondent the slice of time; none at all where everybody is in one.
    fn slices(&self, plan: &CellPlan) -> Result<Option<Lane<'s>>, PlanError> {
        if plan.slices.is_empty() {
            return Ok(None);
        }
        let outside = u16::try_from(plan.slices.len()).map_err(|_wide| PlanError::TooManyCells)?;
        let period = self.survey.period.as_ref().ok_or(PlanError::NoSuchColumn)?;
        let mut slice_of = vec![outside; period.entries.len()];
        for (slice, entries) in (0_u16..).zip(&plan.slices) {
            for entry in entries {
                *slice_of
                    .get_mut(usize::from(*entry))
                    .ok_or(PlanError::NoSuchColumn)? = slice;
            }
        }
        let slice = |code: Option<u16>| {
            code.and_then(|code| slice_of.get(usize::from(code)).copied())
                .unwrap_or(outside)
        };
        Ok(Some(if outside < u16::from(u8::MAX) {
            let narrow = |code| u8::try_from(slice(code)).unwrap_or(u8::MAX);
            Lane::Made(period.codes.iter().map(narrow).collect())
        } else {
            Lane::MadeWide(period.codes.iter().map(slice).collect())
        }))
    }

    /// The units of the design, where any are declared. Clusters are nested in strata: the same number in
    /// another stratum is another cluster.
    fn units(&self) -> Option<Units> {
        let (stratum, cluster) = (&self.survey.stratum, &self.survey.cluster);
        let kind = match (stratum, cluster) {
            (None, None) => return None,
            (Some(_), None) => SampleKind::Strata,
            (_, Some(_)) => SampleKind::Clusters,
        };
        let code = |column: &Option<Coded<String>>, row| {
            column.as_ref().and_then(|column| column.codes.get(row))
        };
        let mut places: BTreeMap<(Option<u16>, Option<u16>), u32> = BTreeMap::new();
        let mut stratum_places: BTreeMap<Option<u16>, usize> = BTreeMap::new();
        let mut strata = Vec::new();
        let mut of_row = Vec::with_capacity(self.survey.respondents);
        for row in 0..self.survey.respondents {
            let key = (code(stratum, row), code(cluster, row));
            let next = u32::try_from(places.len()).unwrap_or(u32::MAX);
            let unit = *places.entry(key).or_insert(next);
            if unit == next {
                let next = stratum_places.len();
                strata.push(*stratum_places.entry(key.0).or_insert(next));
            }
            of_row.push(unit);
        }
        Some(Units {
            kind,
            of_row,
            strata,
        })
    }

    fn counter(&self, item: Item) -> Result<Counter<'s>, PlanError> {
        match item {
            Item::Answers(column) => {
                let (codes, answers) =
                    codes_of(self.survey, column).ok_or(PlanError::NoSuchColumn)?;
                let answers = u32::try_from(answers).map_err(|_wide| PlanError::TooManyCells)?;
                Ok(Counter::Answers(Lane::of(codes), answers))
            }
            Item::Numbers(question) => {
                let question = self.survey.questions.get(question);
                match question.map(|question| &question.answers) {
                    Some(Answers::Number(numbers)) => Ok(Counter::Numbers(&numbers.values)),
                    _ => Err(PlanError::NoSuchColumn),
                }
            }
        }
    }

    /// Counts everybody, in parts side by side that are added up in their order.
    fn counted(&self, pass: &Pass<'_, '_>) -> Result<Counts, PlanError> {
        let cells: usize = pass.tables.iter().map(|table| table.cells).sum();
        let per_cell: usize = pass
            .counters
            .iter()
            .filter_map(|counter| usize::try_from(counter.sums_of_cell()).ok())
            .sum();
        let sums = cells
            .saturating_mul(per_cell)
            .saturating_mul(pass.leading())
            .max(1);
        if sums > MOST_SUMS {
            return Err(PlanError::TooManyCells);
        }
        let rows = self.survey.respondents;
        let parts = (rows / LEAST_ROWS).clamp(1, MOST_PARTS.min(MOST_SUMS / sums).max(1));
        let length = rows.div_ceil(parts).max(1);
        let counts: Vec<Counts> = (0..parts)
            .into_par_iter()
            .map(|part| pass.count(&((part * length).min(rows)..((part + 1) * length).min(rows))))
            .collect();
        counts
            .into_iter()
            .reduce(|all, part| all.absorb(&part))
            .ok_or(PlanError::TooManyCells)
    }
}

impl FillCells for Respondents<'_> {
    fn fill(&self, plan: &CellPlan) -> Result<Cells, PlanError> {
        let distinct: IndexSet<&Axis> = plan.groupings.iter().flatten().collect();
        let axes = distinct
            .iter()
            .map(|axis| self.lane(axis))
            .collect::<Result<Vec<_>, _>>()?;
        let sizes: Vec<usize> = axes.iter().map(|(_, size)| *size).collect();
        let groupings: Vec<Vec<usize>> = plan
            .groupings
            .iter()
            .map(|axes| {
                let place = |axis| distinct.get_index_of(axis);
                axes.iter().filter_map(place).collect()
            })
            .collect();
        let counters = plan
            .items
            .iter()
            .map(|item| self.counter(*item))
            .collect::<Result<Vec<_>, _>>()?;
        let units = if plan.by_design { self.units() } else { None };
        let slice_count = plan.slice_count();
        let most_answers = counters.iter().map(Counter::sums_of_cell).max();
        let sums_of_cell = usize::try_from(most_answers.unwrap_or(1))
            .unwrap_or(usize::MAX)
            .saturating_mul(slice_count + 1);
        let (tables, homes) = kept_tables(&groupings, &sizes, sums_of_cell, units.is_none());
        let filter = match &plan.filter {
            None => None,
            Some(condition) => {
                let mut passes = truths(self.survey, condition).ok_or(PlanError::NoSuchColumn)?;
                for truth in &mut passes {
                    *truth = u8::from(*truth == YES);
                }
                Some(passes)
            }
        };
        let narrow = |size: usize| u32::try_from(size).map_err(|_wide| PlanError::TooManyCells);
        let pass = Pass {
            weights: self.weights.as_deref(),
            units: units.as_ref().map(|units| units.of_row.as_slice()),
            slices: self.slices(plan)?,
            slice_count: narrow(slice_count)?,
            filter,
            axes: axes
                .into_iter()
                .map(|(lane, size)| Ok((lane, narrow(size)?)))
                .collect::<Result<_, _>>()?,
            tables,
            counters,
            unit_count: units.as_ref().map_or(1, |units| units.strata.len().max(1)),
        };
        let counts = self.counted(&pass)?;
        let shape = Shape {
            units: pass.unit_count,
            slices: slice_count,
            sizes: &sizes,
        };
        let tables = counts
            .kept
            .iter()
            .map(|kept| {
                let homes = groupings.iter().zip(&homes);
                homes
                    .filter_map(|(grouping, home)| {
                        let table = pass.tables.get(*home)?;
                        Some(shape.gathered(kept.get(*home)?, table, grouping))
                    })
                    .collect()
            })
            .collect();
        let (kind, strata) = match units {
            Some(units) => (units.kind, units.strata),
            None => (SampleKind::Weights, vec![0]),
        };
        let respondents = counts.respondents.chunks(slice_count + 1);
        Ok(Cells {
            tables,
            design: SampleDesign {
                kind,
                strata,
                slices: slice_count,
                respondents: respondents
                    .flat_map(|unit| unit.iter().take(slice_count).copied())
                    .collect(),
            },
        })
    }
}

/// The shape of the cells of a plan.
struct Shape<'a> {
    units: usize,
    slices: usize,
    sizes: &'a [usize],
}

impl Shape<'_> {
    /// The sums of a grouping from the table that holds it, without those outside.
    fn gathered(&self, kept: &Kept, table: &KeptTable, grouping: &[usize]) -> ItemTable {
        let parts = parts_of_cells(table, grouping, self.sizes);
        let categories = part_count(grouping, self.sizes);
        let (units, slices) = (self.units, self.slices);
        match kept {
            Kept::Answers(sums) => {
                let per_cell = sums.len() / (units * (slices + 1) * table.cells).max(1);
                let answers = per_cell.saturating_sub(1);
                let of_slice = |unit: usize, slice: usize| {
                    let start = (unit * (slices + 1) + slice) * table.cells * per_cell;
                    let cells = sums.get(start..).unwrap_or(&[]).chunks(per_cell.max(1));
                    gather(&parts, cells, categories, answers)
                };
                ItemTable::Answers(AnswerTable {
                    units,
                    slices,
                    categories,
                    answers,
                    sums: each(units, slices, of_slice),
                })
            }
            Kept::Numbers(sums) => {
                let of_slice = |unit: usize, slice: usize| {
                    let start = (unit * (slices + 1) + slice) * table.cells;
                    let cells = sums.get(start..).unwrap_or(&[]).chunks(1);
                    gather(&parts, cells, categories, 1)
                };
                ItemTable::Numbers(NumberTable {
                    units,
                    slices,
                    categories,
                    sums: each(units, slices, of_slice),
                })
            }
        }
    }
}

/// What `of_slice` gives for each unit and slice, one after another.
fn each<S>(units: usize, slices: usize, of_slice: impl Fn(usize, usize) -> Vec<S>) -> Vec<S> {
    let pairs = (0..units).flat_map(|unit| (0..slices).map(move |slice| (unit, slice)));
    pairs
        .flat_map(|(unit, slice)| of_slice(unit, slice))
        .collect()
}

/// Adds the first `answers` sums of each cell to those of the part that the cell belongs to.
fn gather<'k, S: Copy + Default + std::ops::AddAssign + 'k>(
    parts: &[Option<usize>],
    cells: impl Iterator<Item = &'k [S]>,
    categories: usize,
    answers: usize,
) -> Vec<S> {
    let mut gathered = vec![S::default(); categories * answers];
    for (part, cell) in parts.iter().zip(cells) {
        let Some(part) = part else { continue };
        let place = part * answers..(part + 1) * answers;
        if let Some(sums) = gathered.get_mut(place) {
            for (sum, more) in sums.iter_mut().zip(cell) {
                *sum += *more;
            }
        }
    }
    gathered
}
