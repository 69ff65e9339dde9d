//! The pass over respondents, block by block: where each stands in each table, then what they add there.

use std::ops::Range;

use super::tables::KeptTable;
use crate::data::survey::{CodeSlice, Codes};
use crate::stats::weighted::{Sums, WeightSums};

/// So many respondents at a time, so that what is worked out for them stays in the fastest memory.
const BLOCK: usize = 1024;

/// One entry of a short list for each respondent; entries past the list are outside of it.
#[derive(Clone, Debug)]
pub enum Lane<'s> {
    /// As the survey has it.
    Narrow(&'s [u8]),
    /// As the survey has it, of a long list.
    Wide(&'s [u16]),
    /// Worked out.
    Made(Vec<u8>),
    /// Worked out, of a long list.
    MadeWide(Vec<u16>),
}

impl<'s> Lane<'s> {
    /// The lane of a column.
    pub fn of(codes: &'s Codes) -> Self {
        match codes.as_slice() {
            CodeSlice::Narrow(codes) => Self::Narrow(codes),
            CodeSlice::Wide(codes) => Self::Wide(codes),
        }
    }

    /// Goes one axis further: each place becomes that of its entry on an axis of `size` entries and one for
    /// those outside.
    fn extend<P: Place>(&self, places: &mut [P], rows: &Range<usize>, size: u32) {
        match self {
            // A byte that says nothing is an entry's number in a longer list.
            Self::Narrow(codes) if size > u32::from(u8::MAX) => {
                for (place, code) in places
                    .iter_mut()
                    .zip(codes.get(rows.clone()).unwrap_or(&[]))
                {
                    let size = u16::try_from(size).unwrap_or(u16::MAX);
                    let entry = if *code == u8::MAX {
                        size
                    } else {
                        u16::from(*code)
                    };
                    *place = place.further(size.saturating_add(1), entry);
                }
            }
            Self::Narrow(codes) => extend(places, codes.get(rows.clone()), size),
            Self::Made(codes) => extend(places, codes.get(rows.clone()), size),
            Self::Wide(codes) => extend(places, codes.get(rows.clone()), size),
            Self::MadeWide(codes) => extend(places, codes.get(rows.clone()), size),
        }
    }
}

fn extend<P: Place, C: Code>(places: &mut [P], codes: Option<&[C]>, size: u32) {
    let size = u16::try_from(size).unwrap_or(u16::MAX);
    let outside = C::outside(size);
    for (place, code) in places.iter_mut().zip(codes.unwrap_or(&[])) {
        *place = place.further(size.saturating_add(1), (*code).min(outside).into());
    }
}

/// An entry of a list, in the width in which it is kept, so that as many as possible are taken in one step.
trait Code: Copy + Ord + Into<u16> {
    /// What stands for those outside a list of so many entries.
    fn outside(size: u16) -> Self;
}

impl Code for u8 {
    fn outside(size: u16) -> Self {
        Self::try_from(size).unwrap_or(Self::MAX)
    }
}

impl Code for u16 {
    fn outside(size: u16) -> Self {
        size
    }
}

/// Where a respondent stands in a table: two bytes where the table is that small, which halves the work.
trait Place: Copy + Default {
    /// One axis further: `width` places for each, of which it is `entry`.
    fn further(self, width: u16, entry: u16) -> Self;
    /// The place of this number, which fits.
    fn of(place: u32) -> Self;
    /// The number of the place.
    fn index(self) -> usize;
}

impl Place for u16 {
    fn further(self, width: u16, entry: u16) -> Self {
        self.wrapping_mul(width).wrapping_add(entry)
    }
    fn of(place: u32) -> Self {
        Self::try_from(place).unwrap_or(Self::MAX)
    }
    fn index(self) -> usize {
        usize::from(self)
    }
}

impl Place for u32 {
    fn further(self, width: u16, entry: u16) -> Self {
        self * Self::from(width) + Self::from(entry)
    }
    fn of(place: u32) -> Self {
        place
    }
    fn index(self) -> usize {
        usize::try_from(self).unwrap_or(usize::MAX)
    }
}

/// What is counted or added up.
#[derive(Debug)]
pub enum Counter<'s> {
    /// Answers of a list of so many.
    Answers(Lane<'s>, u32),
    /// Numbers.
    Numbers(&'s [Option<f64>]),
}

impl Counter<'_> {
    /// How many sums each cell has: one for each answer and one for those without.
    pub const fn sums_of_cell(&self) -> u32 {
        match self {
            Self::Answers(_, answers) => *answers + 1,
            Self::Numbers(_) => 1,
        }
    }
}

/// The sums of one item in one table, those outside included.
#[derive(Clone, Debug)]
pub enum Kept {
    /// By answer.
    Answers(Vec<WeightSums>),
    /// Of numbers.
    Numbers(Vec<Sums>),
}

impl Kept {
    fn of(counter: &Counter<'_>, cells: usize) -> Self {
        let per_cell = usize::try_from(counter.sums_of_cell()).unwrap_or(usize::MAX);
        match counter {
            Counter::Answers(..) => Self::Answers(vec![WeightSums::default(); cells * per_cell]),
            Counter::Numbers(_) => Self::Numbers(vec![Sums::default(); cells]),
        }
    }

    /// Adds the sums of other respondents.
    pub fn absorb(&mut self, other: &Self) {
        match (self, other) {
            (Self::Answers(held), Self::Answers(more)) => add_up(held, more),
            (Self::Numbers(held), Self::Numbers(more)) => add_up(held, more),
            _ => {}
        }
    }
}

fn add_up<S: Copy + std::ops::AddAssign>(held: &mut [S], more: &[S]) {
    for (held, more) in held.iter_mut().zip(more) {
        *held += *more;
    }
}

/// Everything that the pass reads.
#[derive(Debug)]
pub struct Pass<'s, 'p> {
    /// The weights; everybody counts the same where there are none.
    pub weights: Option<&'p [f64]>,
    /// For each respondent the unit of the design.
    pub units: Option<&'p [u32]>,
    /// For each respondent the slice of time, of so many.
    pub slices: Option<Lane<'s>>,
    /// How many slices there are.
    pub slice_count: u32,
    /// 1 for those who pass the filter, 0 for others.
    pub filter: Option<Vec<u8>>,
    /// The axes with their numbers of entries.
    pub axes: Vec<(Lane<'s>, u32)>,
    /// The tables; cells are counted without units and slices.
    pub tables: Vec<KeptTable>,
    /// What is counted.
    pub counters: Vec<Counter<'s>>,
    /// How many units there are.
    pub unit_count: usize,
}

/// Some respondents of which everything fits in the fastest memory.
struct Block<'b> {
    rows: &'b Range<usize>,
    /// For each the unit and the slice.
    lead: &'b [u32],
    weights: &'b [f64],
    /// Whether every weight is above nought.
    all_count: bool,
}

/// What a part of the respondents comes to.
#[derive(Debug)]
pub struct Counts {
    /// For each item the sums of each table.
    pub kept: Vec<Vec<Kept>>,
    /// Respondents with a weight, by unit and slice (those in no slice last), whatever the filter.
    pub respondents: Vec<usize>,
}

impl Counts {
    /// Adds another part.
    pub fn absorb(mut self, other: &Self) -> Self {
        for (held, more) in self.kept.iter_mut().zip(&other.kept) {
            for (held, more) in held.iter_mut().zip(more) {
                held.absorb(more);
            }
        }
        add_up(&mut self.respondents, &other.respondents);
        self
    }
}

impl Pass<'_, '_> {
    /// How many cells stand for each combination of axes: units by slices and those in none.
    pub fn leading(&self) -> usize {
        let slices = usize::try_from(self.slice_count).unwrap_or(usize::MAX);
        self.unit_count.saturating_mul(slices.saturating_add(1))
    }

    /// Counts the respondents of some rows.
    pub fn count(&self, rows: &Range<usize>) -> Counts {
        let mut counts = Counts {
            kept: self
                .counters
                .iter()
                .map(|counter| {
                    let kept = |table: &KeptTable| Kept::of(counter, self.leading() * table.cells);
                    self.tables.iter().map(kept).collect()
                })
                .collect(),
            respondents: vec![0; self.leading()],
        };
        let mut start = rows.start;
        while start < rows.end {
            let block = start..rows.end.min(start + BLOCK);
            self.count_block(&block, &mut counts);
            start = block.end;
        }
        counts
    }

    fn count_block(&self, rows: &Range<usize>, counts: &mut Counts) {
        const ONES: [f64; BLOCK] = [1.0; BLOCK];
        let weights = match self.weights {
            Some(weights) => weights.get(rows.clone()).unwrap_or(&[]),
            None => ONES.get(..rows.len()).unwrap_or(&[]),
        };
        let mut lead = [0_u32; BLOCK];
        let Some(lead) = lead.get_mut(..rows.len()) else {
            return;
        };
        if let Some(units) = self.units {
            lead.copy_from_slice(units.get(rows.clone()).unwrap_or(&[]));
        }
        match &self.slices {
            Some(slices) => slices.extend(lead, rows, self.slice_count),
            // All stand at nought.
            None if self.units.is_none() => {}
            None => lead
                .iter_mut()
                .for_each(|place| *place *= self.slice_count + 1),
        }
        let weighted = weights.iter().filter(|weight| **weight > 0.0).count();
        let all_count = weighted == weights.len();
        match (&self.units, &self.slices, counts.respondents.first_mut()) {
            // All stand in one place.
            (None, None, Some(count)) => *count += weighted,
            _ => {
                for (place, weight) in lead.iter().zip(weights) {
                    if let Some(count) = counts.respondents.get_mut(index(*place)) {
                        *count += usize::from(*weight > 0.0);
                    }
                }
            }
        }
        if let Some(filter) = &self.filter {
            let outside = self.slice_count + 1;
            for (place, passes) in lead.iter_mut().zip(filter.get(rows.clone()).unwrap_or(&[])) {
                // Who does not pass stands where those in no slice do.
                if *passes == 0 {
                    *place = *place / outside * outside + self.slice_count;
                }
            }
        }
        let block = Block {
            rows,
            lead,
            weights,
            all_count,
        };
        for (number, table) in self.tables.iter().enumerate() {
            let most = self.counters.iter().map(Counter::sums_of_cell).max();
            let sums = self
                .leading()
                .saturating_mul(table.cells)
                .saturating_mul(usize::try_from(most.unwrap_or(1)).unwrap_or(usize::MAX));
            if u16::try_from(sums).is_ok() {
                self.count_table::<u16>(number, table, &block, counts);
            } else {
                self.count_table::<u32>(number, table, &block, counts);
            }
        }
    }

    fn count_table<P: Place>(
        &self,
        number: usize,
        table: &KeptTable,
        block: &Block<'_>,
        counts: &mut Counts,
    ) {
        let Block {
            rows,
            lead,
            weights,
            ..
        } = *block;
        let (mut cell, mut place) = ([P::default(); BLOCK], [P::default(); BLOCK]);
        let (Some(cell), Some(place)) = (cell.get_mut(..rows.len()), place.get_mut(..rows.len()))
        else {
            return;
        };
        for (cell, lead) in cell.iter_mut().zip(lead) {
            *cell = P::of(*lead);
        }
        for axis in &table.axes {
            if let Some((lane, size)) = self.axes.get(*axis) {
                lane.extend(cell, rows, *size);
            }
        }
        for (counter, kept) in self.counters.iter().zip(&mut counts.kept) {
            match (counter, kept.get_mut(number)) {
                (Counter::Answers(lane, answers), Some(Kept::Answers(sums))) => {
                    place.copy_from_slice(cell);
                    lane.extend(place, rows, *answers);
                    if block.all_count {
                        add_weights::<P, true>(sums, place, weights);
                    } else {
                        add_weights::<P, false>(sums, place, weights);
                    }
                }
                (Counter::Numbers(numbers), Some(Kept::Numbers(sums))) => {
                    let numbers = numbers.get(rows.clone()).unwrap_or(&[]);
                    add_numbers(sums, cell, weights, numbers);
                }
                _ => {}
            }
        }
    }
}

/// Adds each respondent's weight where they stand. Nobody has a weight below nought here; where `ALL` count,
/// nobody has one of nought.
fn add_weights<P: Place, const ALL: bool>(sums: &mut [WeightSums], places: &[P], weights: &[f64]) {
    for (place, weight) in places.iter().zip(weights) {
        if let Some(sum) = sums.get_mut(place.index()) {
            sum.unweighted_base += usize::from(ALL || *weight > 0.0);
            sum.weight += weight;
            sum.weight_squares += weight * weight;
        }
    }
}

/// Adds each respondent's number where they stand; who gave none adds nothing.
fn add_numbers<P: Place>(
    sums: &mut [Sums],
    places: &[P],
    weights: &[f64],
    numbers: &[Option<f64>],
) {
    for ((place, weight), number) in places.iter().zip(weights).zip(numbers) {
        if let (Some(number), Some(sum)) = (number, sums.get_mut(place.index())) {
            sum.include(*weight, *number);
        }
    }
}

/// A place as an index: the tables are far smaller than `u32` counts.
fn index(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}
