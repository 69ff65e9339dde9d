//! Room for the values of a large table, made once: the threads that read its rows fill stretches of it side by side, in
//! the order of the rows. What is then left free between them is closed.

use rayon::prelude::*;

use crate::data::{CellRef, Observation, SheetIndex, Status};

/// The values of some rows, in their order: in a stretch of the room as long as there is room, then beyond it.
#[derive(Debug)]
pub(super) struct Stretch<'r> {
    room: &'r mut [Observation],
    filled: usize,
    pub(super) beyond: Vec<Observation>,
}

/// How far a stretch was filled.
#[derive(Debug)]
pub(super) struct Filled {
    /// How long it is.
    room: usize,
    /// How many values stand in it.
    within: usize,
    beyond: Vec<Observation>,
}

impl<'r> Stretch<'r> {
    /// A stretch of the room.
    pub(super) const fn of(room: &'r mut [Observation]) -> Self {
        Self {
            room,
            filled: 0,
            beyond: Vec::new(),
        }
    }

    /// Values of which nobody else writes any: all of them stand beyond.
    pub(super) fn alone(likely: usize) -> Self {
        Self {
            room: &mut [],
            filled: 0,
            beyond: Vec::with_capacity(likely),
        }
    }

    /// How many values it holds.
    pub(super) const fn len(&self) -> usize {
        self.filled + self.beyond.len()
    }

    /// Adds a value.
    pub(super) fn push(&mut self, observation: Observation) {
        match self.room.get_mut(self.filled) {
            Some(free) => {
                *free = observation;
                self.filled += 1;
            }
            None => self.beyond.push(observation),
        }
    }

    /// The values from one on, by its number.
    pub(super) fn since(&self, first: usize) -> impl Iterator<Item = &Observation> {
        let within = self.room.get(..self.filled).unwrap_or_default();
        within.iter().chain(&self.beyond).skip(first)
    }

    /// How far it was filled.
    pub(super) fn filled(self) -> Filled {
        Filled {
            room: self.room.len(),
            within: self.filled,
            beyond: self.beyond,
        }
    }
}

/// Room for so many values.
pub(super) fn room(values: usize) -> Vec<Observation> {
    let mut room = Vec::new();
    room.par_extend(rayon::iter::repeat_n(FREE, values));
    room
}

/// What stands where no value was written yet.
const FREE: Observation = Observation {
    measure: 0,
    area: None,
    cohort: 0,
    period: None,
    value: None,
    unweighted_base: None,
    effective_base: None,
    status: Status::Ordinary,
    cell: CellRef::new(SheetIndex(0), 0, 0),
    note: None,
};

/// Changes all values of the stretches that some room is dealt out to.
pub(super) fn change(
    mut room: &mut [Observation],
    stretches: &mut [Filled],
    change: impl Fn(&mut Observation) + Sync,
) {
    for stretch in stretches {
        let Some((own, behind)) = std::mem::take(&mut room).split_at_mut_checked(stretch.room)
        else {
            return;
        };
        room = behind;
        let filled = own.get_mut(..stretch.within).unwrap_or_default();
        filled.par_iter_mut().for_each(&change);
        stretch.beyond.par_iter_mut().for_each(&change);
    }
}

/// The values of all stretches that the room was dealt out to.
pub(super) fn joined(mut room: Vec<Observation>, stretches: Vec<Filled>) -> Vec<Observation> {
    let starts = stretches.iter().scan(0, |next, stretch| {
        let start = *next;
        *next += stretch.room;
        Some(start)
    });
    let ranges: Vec<_> = starts
        .zip(&stretches)
        .map(|(start, stretch)| start..start + stretch.within)
        .collect();
    if stretches.iter().all(|stretch| stretch.beyond.is_empty()) {
        let mut end = 0;
        for range in ranges {
            let filled = range.len();
            if range.start != end {
                room.copy_within(range, end);
            }
            end += filled;
        }
        room.truncate(end);
        return room;
    }
    let mut joined = Vec::with_capacity(room.len());
    for (range, stretch) in ranges.into_iter().zip(stretches) {
        joined.extend_from_slice(room.get(range).unwrap_or_default());
        joined.extend(stretch.beyond);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(row: u32) -> Observation {
        Observation {
            cell: CellRef::new(SheetIndex(0), row, 0),
            ..FREE
        }
    }

    /// The rows of what is joined, where so many values go into stretches of so much room.
    fn rows(stretches: &[(usize, u32)]) -> Vec<u32> {
        let mut whole = room(stretches.iter().map(|(room, _)| room).sum());
        let mut rest = whole.as_mut_slice();
        let mut row = 0;
        let mut filled = Vec::new();
        for (room, values) in stretches {
            let (own, behind) = rest.split_at_mut(*room);
            rest = behind;
            let mut stretch = Stretch::of(own);
            for _ in 0..*values {
                stretch.push(value(row));
                row += 1;
            }
            let last = stretch.since(stretch.len().saturating_sub(1)).next();
            assert_eq!(
                last.map(|held| held.cell.row),
                (*values > 0).then(|| row - 1)
            );
            filled.push(stretch.filled());
        }
        change(&mut whole, &mut filled, |observation| {
            observation.cohort += 1;
        });
        let joined = joined(whole, filled);
        assert!(joined.iter().all(|observation| observation.cohort == 1));
        joined.iter().map(|held| held.cell.row).collect()
    }

    #[test]
    fn values_stay_in_order_whether_they_find_room_or_not() {
        for stretches in [
            vec![(3, 3), (4, 4)],
            vec![(3, 1), (4, 0), (2, 2), (5, 3)],
            vec![(3, 5), (4, 2), (0, 2)],
            vec![(2, 0), (2, 9)],
            vec![],
        ] {
            let count: u32 = stretches.iter().map(|(_, values)| values).sum();
            assert_eq!(
                rows(&stretches),
                (0..count).collect::<Vec<_>>(),
                "{stretches:?}"
            );
        }
    }
}
