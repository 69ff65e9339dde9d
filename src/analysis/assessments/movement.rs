//! What moved from one review to a later one: ranks and judgements, along threads from priority to priority.

use std::cmp::Ordering;

use super::lineage::LineageLink;
use super::proposals;
use super::review::Review;
use crate::base::text::fold;
use crate::data::Judgement;

/// What moved between two reviews.
#[derive(Clone, Debug, Default)]
pub struct Movement {
    /// Every priority of both reviews, each in one thread, those with a later priority in its order first.
    pub threads: Vec<Thread>,
    /// Judgements that differ, of priorities that are one in both reviews.
    pub differences: Vec<CellDifference>,
    /// How many judgements of such priorities could be compared.
    pub compared: usize,
    /// The criteria that one of the reviews alone has.
    pub not_shared: Vec<String>,
}

/// Priorities of two reviews that belong together, by their places in each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// Those of the earlier review.
    pub earlier: Vec<usize>,
    /// Those of the later one.
    pub later: Vec<usize>,
    /// What became of them.
    pub kind: ThreadKind,
    /// Whether the user said so; else their names do.
    pub is_declared: bool,
}

/// What became of priorities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ThreadKind {
    /// One became one.
    Same,
    /// One became several.
    Split,
    /// Several became one.
    Merged,
    /// The later review has one that the earlier has not.
    New,
    /// The earlier review has one that the later has not.
    Dropped,
    /// Their names are alike, and nobody has said yet whether they belong together.
    Open,
}

/// How a rank changed; rank 1 is at the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shift {
    /// Up by so many places.
    Up(u32),
    /// Down by so many places.
    Down(u32),
    /// Not at all.
    Kept,
}

impl Shift {
    /// From one rank to another.
    pub const fn between(earlier: u32, later: u32) -> Self {
        if later < earlier {
            Self::Up(earlier - later)
        } else if later > earlier {
            Self::Down(later - earlier)
        } else {
            Self::Kept
        }
    }
}

/// A judgement that differs from that of the earlier review.
#[derive(Clone, Debug, PartialEq)]
pub struct CellDifference {
    /// The place of the priority in the earlier review.
    pub earlier_subject: usize,
    /// Its place in the later one.
    pub later_subject: usize,
    /// The criterion, as the later review calls it.
    pub criterion: String,
    /// What was judged.
    pub earlier: Judgement,
    /// What is judged.
    pub later: Judgement,
    /// Whether that is a higher or a lower step; `None` where the scales do not tell.
    pub order: Option<Ordering>,
}

impl Thread {
    fn new(earlier: Vec<usize>, later: Vec<usize>, is_declared: bool) -> Self {
        let kind = match (earlier.len(), later.len()) {
            (0, _) => ThreadKind::New,
            (_, 0) => ThreadKind::Dropped,
            (1, 1) => ThreadKind::Same,
            (1, _) => ThreadKind::Split,
            _ => ThreadKind::Merged,
        };
        Self {
            earlier,
            later,
            kind,
            is_declared,
        }
    }
}

impl Movement {
    /// What moved between two reviews, by what is declared and, where nothing is, by equal names.
    pub fn between(earlier: &Review, later: &Review, links: &[LineageLink]) -> Self {
        let mut threads: Vec<Thread> = Vec::new();
        let is_free = |threads: &[Thread], from: &[usize], to: &[usize]| {
            threads.iter().all(|thread| {
                from.iter().all(|place| !thread.earlier.contains(place))
                    && to.iter().all(|place| !thread.later.contains(place))
            })
        };
        for link in links.iter().filter(|link| link.is_sound()) {
            if let Some((from, to)) = link.places(earlier, later)
                && is_free(&threads, &from, &to)
            {
                threads.push(Thread::new(from, to, true));
            }
        }
        for (to, subject) in later.subjects.iter().enumerate() {
            if let Some(from) = earlier.subject_named(&subject.name)
                && is_free(&threads, &[from], &[to])
            {
                threads.push(Thread::new(vec![from], vec![to], false));
            }
        }
        let gone: Vec<usize> = (0..earlier.subjects.len())
            .filter(|place| is_free(&threads, &[*place], &[]))
            .collect();
        let come: Vec<usize> = (0..later.subjects.len())
            .filter(|place| is_free(&threads, &[], &[*place]))
            .collect();
        threads.extend(proposals::threads(earlier, later, &gone, &come));
        threads.sort_by_key(|thread| {
            let first = thread.later.first().copied();
            (first.is_none(), first, thread.earlier.first().copied())
        });
        let mut movement = Self {
            threads,
            ..Self::default()
        };
        movement.compare(earlier, later);
        movement
    }

    /// Compares the judgements of priorities that are one in both reviews.
    fn compare(&mut self, earlier: &Review, later: &Review) {
        let shared: Vec<(usize, usize)> = later
            .criteria
            .iter()
            .enumerate()
            .filter_map(|(place, criterion)| {
                Some((earlier.criterion_named(&criterion.name)?, place))
            })
            .collect();
        let lacks = |of: &Review, other: &Review| -> Vec<String> {
            let criteria = of.criteria.iter().map(|criterion| &criterion.name);
            criteria
                .filter(|name| other.criterion_named(name).is_none())
                .cloned()
                .collect()
        };
        self.not_shared = lacks(earlier, later);
        self.not_shared.extend(lacks(later, earlier));
        let pairs = self.threads.iter().filter_map(|thread| {
            match (
                thread.kind,
                thread.earlier.as_slice(),
                thread.later.as_slice(),
            ) {
                (ThreadKind::Same, [from], [to]) => Some((*from, *to)),
                _ => None,
            }
        });
        for (from, to) in pairs {
            let subjects = (earlier.subjects.get(from), later.subjects.get(to));
            let (Some(was), Some(is)) = subjects else {
                continue;
            };
            for (then, now) in &shared {
                let judged = (was.judgements.get(*then), is.judgements.get(*now));
                let (Some(Some(then)), Some(Some(now))) = judged else {
                    continue;
                };
                self.compared += 1;
                let order = match (then.step, now.step) {
                    (Some(then), Some(now)) if then.of == now.of => {
                        Some(now.place.cmp(&then.place))
                    }
                    _ => None,
                };
                let is_same = match order {
                    Some(order) => order == Ordering::Equal,
                    None => fold(&then.words) == fold(&now.words),
                };
                if !is_same {
                    self.differences.push(CellDifference {
                        earlier_subject: from,
                        later_subject: to,
                        criterion: now.criterion.clone(),
                        earlier: then.clone(),
                        later: now.clone(),
                        order,
                    });
                }
            }
        }
    }

    /// How many threads are of a kind.
    pub fn count(&self, kind: ThreadKind) -> usize {
        let threads = self.threads.iter();
        threads.filter(|thread| thread.kind == kind).count()
    }

    /// How many priorities of the later review are in threads of a kind.
    pub fn later_in(&self, kind: ThreadKind) -> usize {
        let threads = self.threads.iter().filter(|thread| thread.kind == kind);
        threads.map(|thread| thread.later.len()).sum()
    }

    /// How many priorities of the earlier review are in threads of a kind.
    pub fn earlier_in(&self, kind: ThreadKind) -> usize {
        let threads = self.threads.iter().filter(|thread| thread.kind == kind);
        threads.map(|thread| thread.earlier.len()).sum()
    }

    /// The thread of a priority of the later review.
    pub fn of_later(&self, place: usize) -> Option<&Thread> {
        self.threads
            .iter()
            .find(|thread| thread.later.contains(&place))
    }

    /// The thread of a priority of the earlier review.
    pub fn of_earlier(&self, place: usize) -> Option<&Thread> {
        self.threads
            .iter()
            .find(|thread| thread.earlier.contains(&place))
    }
}
