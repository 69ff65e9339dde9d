//! Which numbers of a table are withheld.

use super::attacker::{Attacker, Direction, ends, flags};
use super::table::{CountTable, Place};

/// Which counts are too small to be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrimaryRule {
    /// The smallest count that may be printed.
    pub threshold: u64,
    /// Whether nought is too small as well.
    pub withholds_zero: bool,
}

impl PrimaryRule {
    /// Counts of 1 to 4 are withheld.
    pub const UNDER_5: Self = Self {
        threshold: 5,
        withholds_zero: false,
    };
    /// Counts of 1 to 9 are withheld, as is usual for health.
    pub const UNDER_10: Self = Self {
        threshold: 10,
        withholds_zero: false,
    };

    /// Whether a count is too small to be printed.
    pub fn is_small(self, count: u64) -> bool {
        count < self.threshold && (count > 0 || self.withholds_zero)
    }
}

/// What is withheld of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suppression {
    /// The numbers that are too small themselves, in the table's order.
    pub primary: Vec<Place>,
    /// The numbers that are withheld so that the small ones cannot be worked out, and those withheld in
    /// another table before, in the table's order.
    pub secondary: Vec<Place>,
}

impl Suppression {
    /// Whether the cells alone could not protect the small counts, so that totals are withheld, too. It is
    /// better then to merge categories and ask again.
    pub fn withholds_totals(&self) -> bool {
        self.all().any(Place::is_total)
    }

    /// Everything that is withheld.
    pub fn all(&self) -> impl Iterator<Item = Place> {
        self.primary.iter().chain(&self.secondary).copied()
    }
}

/// Withholds the small counts of a table and as few others as are found to be needed (specification 4.3).
///
/// Afterwards the pattern passes the audit ([`passes_audit`]). Totals are withheld only where no choice
/// of cells does. `withheld_before` are places withheld in a table linked with this one: they stay so.
///
/// Source: complementary suppression along cycles of the bipartite graph of withheld cells (Gusfield 1988,
/// *SIAM Journal on Computing* 17:552), cheapest cycles by Dijkstra, then an audit and a pruning.
///
/// ```
/// use bellwether::stats::suppression::{CountTable, Place, PrimaryRule, suppress};
/// let table = CountTable::new(&[vec![4, 21, 15], vec![13, 2, 30]]).unwrap();
/// let suppression = suppress(&table, PrimaryRule::UNDER_5, &[]);
/// // The two small counts and the two others of the square that they span.
/// assert_eq!(suppression.primary.len(), 2);
/// assert_eq!(
///     suppression.secondary,
///     [Place::Cell { row: 0, column: 1 }, Place::Cell { row: 1, column: 0 }]
/// );
/// ```
pub fn suppress(table: &CountTable, rule: PrimaryRule, withheld_before: &[Place]) -> Suppression {
    let task = Task::new(table, rule, withheld_before);
    let withheld = task
        .best_pattern(Pool::Cells)
        .or_else(|| task.best_pattern(Pool::Totals))
        .unwrap_or_else(|| vec![true; table.arcs().len()]);
    let mut suppression = Suppression::default();
    for (place, _) in table.places().zip(&withheld).filter(|(_, is)| **is) {
        let small = table.count(place).is_some_and(|count| rule.is_small(count));
        let list = if small {
            &mut suppression.primary
        } else {
            &mut suppression.secondary
        };
        list.push(place);
    }
    suppression
}

/// Whether withholding these places protects them: of a small count, a reader cannot say that it is not
/// less, nor that it is under the threshold, and no other withheld number is known exactly.
pub fn passes_audit(table: &CountTable, rule: PrimaryRule, withheld: &[Place]) -> bool {
    let task = Task::new(table, rule, &[]);
    task.failing(&flags(table, withheld)).is_none()
}

/// Which places may be withheld for the sake of others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pool {
    Cells,
    Totals,
}

/// In which order small counts are seen to.
#[derive(Clone, Copy)]
enum Order {
    LargestFirst,
    SmallestFirst,
    InTable,
}

/// Which cells are dear.
#[derive(Clone, Copy)]
enum Price {
    /// As few as can be, small counts before large ones.
    Few,
    /// Small counts even where they are more.
    Small,
}

struct Task<'a> {
    table: &'a CountTable,
    rule: PrimaryRule,
    seeds: Vec<bool>,
    at_node: Vec<Vec<usize>>,
}

impl<'a> Task<'a> {
    fn new(table: &'a CountTable, rule: PrimaryRule, withheld_before: &[Place]) -> Self {
        let mut seeds = flags(table, withheld_before);
        for (seed, arc) in seeds.iter_mut().zip(table.arcs()) {
            *seed |= rule.is_small(arc.count);
        }
        let mut at_node = vec![Vec::new(); table.nodes()];
        for (index, arc) in table.arcs().iter().enumerate() {
            for node in [arc.tail, arc.head] {
                if let Some(list) = at_node.get_mut(node) {
                    list.push(index);
                }
            }
        }
        Self {
            table,
            rule,
            seeds,
            at_node,
        }
    }

    /// The best of some ways to go about it: fewest totals, then fewest numbers, then smallest counts.
    fn best_pattern(&self, pool: Pool) -> Option<Vec<bool>> {
        let all = [
            (Order::LargestFirst, Price::Few),
            (Order::SmallestFirst, Price::Few),
            (Order::InTable, Price::Few),
            (Order::LargestFirst, Price::Small),
            (Order::SmallestFirst, Price::Small),
        ];
        let tried = all
            .iter()
            .take(if self.table.arcs().len() <= 200 { 5 } else { 1 });
        tried
            .filter_map(|(order, price)| self.pattern(pool, *order, *price))
            .min_by_key(|pattern| self.burden(pattern))
    }

    fn burden(&self, pattern: &[bool]) -> (usize, usize, u64) {
        let withheld = self.table.arcs().iter().zip(pattern).filter(|(_, is)| **is);
        withheld.fold((0, 0, 0), |(totals, numbers, counts), (arc, _)| {
            let total = usize::from(arc.place.is_total());
            (totals + total, numbers + 1, counts + arc.count)
        })
    }

    /// Adds the cheapest way around whatever is not protected yet, then takes out what is not needed.
    fn pattern(&self, pool: Pool, order: Order, price: Price) -> Option<Vec<bool>> {
        let mut withheld = self.seeds.clone();
        while let Some(index) = self.next_unprotected(&withheld, order) {
            let added = self.cheapest_protection(&withheld, index, pool, price)?;
            for index in added {
                *withheld.get_mut(index)? = true;
            }
        }
        self.prune(&mut withheld);
        Some(withheld)
    }

    /// What has to be protected next: what follows by algebra before what only the audit finds, small
    /// counts before others.
    fn next_unprotected(&self, withheld: &[bool], order: Order) -> Option<usize> {
        let attacker = Attacker::new(self.table, withheld);
        let mut indices: Vec<usize> = indices(withheld).collect();
        let count = |index: usize| self.table.arc(index).map_or(0, |arc| arc.count);
        let other = |index: usize| !self.rule.is_small(count(index));
        match order {
            Order::LargestFirst => {
                indices.sort_by_key(|index| (other(*index), u64::MAX - count(*index)));
            }
            Order::SmallestFirst => indices.sort_by_key(|index| (other(*index), count(*index))),
            Order::InTable => indices.sort_by_key(|index| other(*index)),
        }
        let bridge = indices.iter().find(|index| attacker.is_bridge(**index));
        let unprotected = || {
            indices
                .iter()
                .find(|index| !self.is_protected(&attacker, **index))
        };
        bridge.or_else(unprotected).copied()
    }

    /// A withheld number that does not pass the audit.
    fn failing(&self, withheld: &[bool]) -> Option<usize> {
        let attacker = Attacker::new(self.table, withheld);
        indices(withheld).find(|index| !self.is_protected(&attacker, *index))
    }

    fn is_protected(&self, attacker: &Attacker<'_>, index: usize) -> bool {
        let Some(count) = self.table.arc(index).map(|arc| arc.count) else {
            return true;
        };
        if !self.rule.is_small(count) {
            return attacker.moves(index, Direction::Up) || attacker.moves(index, Direction::Down);
        }
        let needed = self.rule.threshold.saturating_sub(count);
        let risen = attacker.flow(index, Direction::Up, needed).amount;
        risen.is_none_or(|risen| risen >= needed)
            && (count == 0 || attacker.moves(index, Direction::Down))
    }

    /// The places that have to be withheld for a number to be protected, the cheapest found.
    fn cheapest_protection(
        &self,
        withheld: &[bool],
        index: usize,
        pool: Pool,
        price: Price,
    ) -> Option<Vec<usize>> {
        let attacker = Attacker::new(self.table, withheld);
        let count = self.table.arc(index)?.count;
        let search = |direction, needed: u64| {
            let flow = attacker.flow(index, direction, needed);
            let lacking = needed.checked_sub(flow.amount?).filter(|lack| *lack > 0)?;
            let from_all_at_once = Search {
                task: self,
                withheld,
                counts: &flow.counts,
                pool,
                price,
                least: lacking,
            };
            let in_parts = Search {
                least: 1,
                ..from_all_at_once
            };
            let (from, to) = ends(self.table, index, direction)?;
            from_all_at_once
                .cheapest(index, from, to)
                .or_else(|| in_parts.cheapest(index, from, to))
        };
        let found = if self.rule.is_small(count) {
            search(Direction::Up, self.rule.threshold.saturating_sub(count))
                .or_else(|| search(Direction::Down, 1))
        } else {
            let (up, down) = (search(Direction::Up, 1), search(Direction::Down, 1));
            let both = up.into_iter().chain(down);
            both.min_by(|(one, _), (other, _)| one.total_cmp(other))
        };
        let added = found?.1;
        (!added.is_empty()).then_some(added)
    }

    /// Prints again what need not be withheld: totals first, then large counts.
    fn prune(&self, withheld: &mut [bool]) {
        let arcs = self.table.arcs().iter().zip(&self.seeds).enumerate();
        let mut added: Vec<(bool, u64, usize)> = arcs
            .zip(&*withheld)
            .filter(|((_, (_, seed)), withheld)| **withheld && !**seed)
            .map(|((index, (arc, _)), _)| (arc.place.is_total(), arc.count, index))
            .collect();
        added.sort_unstable();
        for (_, _, index) in added.into_iter().rev() {
            set(withheld, index, false);
            if self.failing(withheld).is_some() {
                set(withheld, index, true);
            }
        }
    }
}

fn indices(flags: &[bool]) -> impl Iterator<Item = usize> {
    let numbered = flags.iter().enumerate();
    numbered.filter_map(|(index, flag)| flag.then_some(index))
}

fn set(flags: &mut [bool], index: usize, value: bool) {
    if let Some(flag) = flags.get_mut(index) {
        *flag = value;
    }
}

/// A search for the cheapest way around a number.
#[derive(Clone, Copy)]
struct Search<'a> {
    task: &'a Task<'a>,
    withheld: &'a [bool],
    /// What the numbers are once the withheld ones have moved as far as they can.
    counts: &'a [u64],
    pool: Pool,
    price: Price,
    /// By how much every falling number on the way can fall.
    least: u64,
}

impl Search<'_> {
    /// The price of the way and what has to be withheld for it (Dijkstra).
    fn cheapest(&self, without: usize, from: usize, to: usize) -> Option<(f64, Vec<usize>)> {
        let table = self.task.table;
        let mut cost = vec![f64::INFINITY; table.nodes()];
        let mut reached: Vec<Option<(usize, usize)>> = vec![None; table.nodes()];
        let mut done = vec![false; table.nodes()];
        *cost.get_mut(from)? = 0.0;
        loop {
            let open = cost.iter().zip(&done).enumerate();
            let (node, (&so_far, _)) = open
                .filter(|(_, (cost, done))| !**done && cost.is_finite())
                .min_by(|(_, (one, _)), (_, (other, _))| one.total_cmp(other))?;
            if node == to {
                break;
            }
            *done.get_mut(node)? = true;
            for &index in self.task.at_node.get(node)? {
                let arc = table.arc(index)?;
                let rises = arc.tail == node;
                let other = if rises { arc.head } else { arc.tail };
                let can_fall = self.counts.get(index).is_some_and(|it| *it >= self.least);
                let price = self.price(index).filter(|_| rises || can_fall);
                let Some(price) = price.filter(|_| index != without) else {
                    continue;
                };
                let known = cost.get_mut(other)?;
                if so_far + price < *known {
                    *known = so_far + price;
                    *reached.get_mut(other)? = Some((index, node));
                }
            }
        }
        let mut added = Vec::new();
        let mut node = to;
        while node != from {
            let (index, before) = (*reached.get(node)?)?;
            if self.withheld.get(index) == Some(&false) {
                added.push(index);
            }
            node = before;
        }
        Some((*cost.get(to)?, added))
    }

    /// What withholding a place costs; `None` where it must not be.
    fn price(&self, index: usize) -> Option<f64> {
        const ZERO: f64 = 1e4;
        const TOTAL: f64 = 1e7;
        const GRAND_TOTAL: f64 = 1e10;
        if self.withheld.get(index) == Some(&true) {
            return Some(0.0);
        }
        let arc = self.task.table.arc(index)?;
        let totals_may_go = self.pool == Pool::Totals;
        match arc.place {
            Place::Cell { .. } if arc.count == 0 => Some(ZERO),
            Place::Cell { .. } => {
                let share = as_float(arc.count) / as_float(self.task.table.grand_total());
                Some(match self.price {
                    Price::Few => 1.0 + share,
                    Price::Small => 0.05 + share,
                })
            }
            Place::GrandTotal => totals_may_go.then_some(GRAND_TOTAL),
            Place::RowTotal(_) | Place::ColumnTotal(_) => totals_may_go.then_some(TOTAL),
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a table's total is at most 2 to the 53rd"
)]
fn as_float(count: u64) -> f64 {
    count as f64
}
