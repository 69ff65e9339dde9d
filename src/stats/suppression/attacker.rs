//! What a reader who knows every printed number, and that no count is negative, can say of the withheld.

use std::collections::VecDeque;

use super::table::{CountTable, Place};

/// The least and the greatest value that a withheld number can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttackerInterval {
    /// Which number.
    pub place: Place,
    /// What it is.
    pub count: u64,
    /// The least that it can be.
    pub lower: u64,
    /// The greatest that it can be; `None` where there is no limit, which needs withheld totals.
    pub upper: Option<u64>,
}

/// The interval of every withheld number, in the order given; places outside the table are left out.
///
/// Source: the range of a cell of a transportation polytope, by augmenting paths (Ford and Fulkerson 1956;
/// Cox 1980, *Journal of the American Statistical Association* 75:377).
///
/// ```
/// use bellwether::stats::suppression::{CountTable, Place, attacker_intervals};
/// let table = CountTable::new(&[vec![4, 21, 15], vec![13, 2, 30]]).unwrap();
/// let alone = [Place::Cell { row: 0, column: 0 }];
/// let interval = attacker_intervals(&table, &alone)[0];
/// assert_eq!((interval.lower, interval.upper), (4, Some(4)));
/// ```
pub fn attacker_intervals(table: &CountTable, withheld: &[Place]) -> Vec<AttackerInterval> {
    let attacker = Attacker::new(table, &flags(table, withheld));
    let indices = withheld.iter().filter_map(|place| table.index(*place));
    let interval = |index| {
        let arc = table.arc(index)?;
        let down = attacker.flow(index, Direction::Down, arc.count);
        let up = attacker.flow(index, Direction::Up, u64::MAX);
        Some(AttackerInterval {
            place: arc.place,
            count: arc.count,
            lower: arc.count.saturating_sub(down.amount.unwrap_or(arc.count)),
            upper: up.amount.map(|amount| arc.count.saturating_add(amount)),
        })
    };
    indices.filter_map(interval).collect()
}

/// The withheld numbers that follow from the others by adding and subtracting alone: the bridges of the
/// graph whose edges are the withheld numbers. In the order given.
pub fn determined_by_algebra(table: &CountTable, withheld: &[Place]) -> Vec<Place> {
    let attacker = Attacker::new(table, &flags(table, withheld));
    let is_bridge = |place: &Place| table.index(*place).is_some_and(|at| attacker.is_bridge(at));
    withheld.iter().copied().filter(is_bridge).collect()
}

/// Which of all places are in a list.
pub(super) fn flags(table: &CountTable, places: &[Place]) -> Vec<bool> {
    let mut flags = vec![false; table.arcs().len()];
    for index in places.iter().filter_map(|place| table.index(*place)) {
        if let Some(flag) = flags.get_mut(index) {
            *flag = true;
        }
    }
    flags
}

/// Which way a number is pushed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
}

/// How far a number can be moved, and the others with it.
pub(super) struct Flow {
    /// By how much; `None` where there is no limit.
    pub amount: Option<u64>,
    /// What every number would then be.
    pub counts: Vec<u64>,
}

/// One number on a path, and whether it rises there.
#[derive(Clone, Copy)]
struct Step {
    index: usize,
    rises: bool,
    from: usize,
}

/// The graph of the withheld numbers.
pub(super) struct Attacker<'a> {
    table: &'a CountTable,
    at_node: Vec<Vec<usize>>,
}

impl<'a> Attacker<'a> {
    pub fn new(table: &'a CountTable, withheld: &[bool]) -> Self {
        let mut at_node = vec![Vec::new(); table.nodes()];
        let arcs = table.arcs().iter().zip(withheld).enumerate();
        for (index, (arc, _)) in arcs.filter(|(_, (_, withheld))| **withheld) {
            for node in [arc.tail, arc.head] {
                if let Some(list) = at_node.get_mut(node) {
                    list.push(index);
                }
            }
        }
        Self { table, at_node }
    }

    /// Moves a number as far as the others let it, at most by `most`.
    pub fn flow(&self, index: usize, direction: Direction, most: u64) -> Flow {
        let mut counts: Vec<u64> = self.table.arcs().iter().map(|arc| arc.count).collect();
        let mut amount = 0;
        while amount < most {
            let Some(path) = self.path(&counts, index, direction) else {
                break;
            };
            let falling = path.iter().filter(|step| !step.rises);
            let room = falling.filter_map(|step| counts.get(step.index)).min();
            let Some(step_amount) = room.map(|room| (*room).min(most - amount)) else {
                return Flow {
                    amount: None,
                    counts,
                };
            };
            for step in &path {
                if let Some(count) = counts.get_mut(step.index) {
                    *count = if step.rises {
                        count.saturating_add(step_amount)
                    } else {
                        count.saturating_sub(step_amount)
                    };
                }
            }
            amount += step_amount;
        }
        Flow {
            amount: Some(amount),
            counts,
        }
    }

    /// Whether a number can be moved by one.
    pub fn moves(&self, index: usize, direction: Direction) -> bool {
        self.flow(index, direction, 1).amount != Some(0)
    }

    /// Whether no way leads around a number, whichever way the others move.
    pub fn is_bridge(&self, index: usize) -> bool {
        let anything = vec![1; self.table.arcs().len()];
        self.path(&anything, index, Direction::Up).is_none()
    }

    /// The shortest way around a number along numbers that may still rise or fall.
    fn path(&self, counts: &[u64], index: usize, direction: Direction) -> Option<Vec<Step>> {
        let (from, to) = ends(self.table, index, direction)?;
        let mut reached: Vec<Option<Step>> = vec![None; self.at_node.len()];
        let mut queue = VecDeque::from([from]);
        while let Some(node) = queue.pop_front() {
            for &next in self.at_node.get(node)? {
                let arc = self.table.arc(next)?;
                let rises = arc.tail == node;
                let other = if rises { arc.head } else { arc.tail };
                let blocked = next == index || (!rises && counts.get(next) == Some(&0));
                let place = reached.get_mut(other)?;
                if blocked || other == from || place.is_some() {
                    continue;
                }
                *place = Some(Step {
                    index: next,
                    rises,
                    from: node,
                });
                if other == to {
                    return walk_back(&reached, from, to);
                }
                queue.push_back(other);
            }
        }
        None
    }
}

/// The nodes between which the others have to move, for a number to move.
pub(super) fn ends(
    table: &CountTable,
    index: usize,
    direction: Direction,
) -> Option<(usize, usize)> {
    let arc = table.arc(index)?;
    Some(match direction {
        Direction::Up => (arc.head, arc.tail),
        Direction::Down => (arc.tail, arc.head),
    })
}

fn walk_back(reached: &[Option<Step>], from: usize, to: usize) -> Option<Vec<Step>> {
    let mut path = Vec::new();
    let mut node = to;
    while node != from {
        let step = (*reached.get(node)?)?;
        path.push(step);
        node = step.from;
    }
    Some(path)
}
