//! What tables of all answers to a question withhold for the sake of charts, and of tables of other periods.

use super::{Counting, in_base, sums_of};
use crate::analysis::disclosure::{Family, told, withheld};
use crate::analysis::survey::Column;
use crate::data::survey::{Answers, Grouping, Question, Single, Survey};

/// Of the table of a question by a column, in some periods: what is withheld for the sake of other tables and charts.
pub fn withheld_elsewhere(
    survey: &Survey,
    question: usize,
    column: Column,
    periods: &[u16],
) -> Elsewhere {
    let mut elsewhere = Elsewhere::default();
    let counting = Counting::of(survey);
    let groupings = survey.groupings();
    let place = match column {
        Column::Dimension(place) => place,
        Column::Area => survey.dimensions.len(),
        _ => return elsewhere,
    };
    let units: Vec<usize> = if periods.is_empty() {
        (0..counting.shortest()).collect()
    } else {
        periods.iter().map(|entry| usize::from(*entry)).collect()
    };
    let mut windows = counting.windows.iter();
    let window = windows.position(|(_, held)| *held == units);
    let (Some(question), Some(grouping)) = (survey.questions.get(question), groupings.get(place))
    else {
        return elsewhere;
    };
    elsewhere.columns = vec![false; grouping.parts.len()];
    let Some(window) = window else {
        return elsewhere;
    };
    let in_charts = counting.only_in_charts(question, place, grouping);
    if let Answers::Single(single) = &question.answers {
        let mut columns = vec![vec![false; counting.windows.len()]; grouping.parts.len()];
        for flags in &in_charts {
            for (own, flags) in columns.iter_mut().zip(flags) {
                own.iter_mut()
                    .zip(flags)
                    .for_each(|(own, flag)| *own |= flag);
            }
        }
        let tables = Tables::of(&counting, single, grouping);
        let columns = tables.protected(columns);
        elsewhere.columns = columns
            .iter()
            .map(|flags| flags.get(window) == Some(&true))
            .collect();
        return elsewhere;
    }
    for (option, flags) in in_charts.iter().enumerate() {
        let groups = flags.iter().enumerate();
        let withheld = groups.filter(|(_, flags)| flags.get(window) == Some(&true));
        elsewhere
            .options
            .extend(withheld.map(|(group, _)| (option, group)));
    }
    elsewhere
}

/// What of a table is withheld for the sake of others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Elsewhere {
    /// Whole columns, by group; empty where nothing is.
    pub columns: Vec<bool>,
    /// Of a list of options, the option and the group.
    pub options: Vec<(usize, usize)>,
}

impl Counting<'_> {
    /// What charts withhold and tables by themselves would not, by part of the question, group and window.
    fn only_in_charts(
        &self,
        question: &Question,
        place: usize,
        grouping: &Grouping<'_>,
    ) -> Vec<Vec<Vec<bool>>> {
        let of_part = |part| {
            let none = || vec![vec![false; self.windows.len()]; grouping.parts.len()];
            let found = self.protected(question, part).and_then(|seen| {
                let (flags, known) = (seen.groups.get(place)?, seen.in_tables.get(place)?);
                let groups = flags.iter().zip(&known.groups);
                let only = |(flags, known): (&Vec<bool>, &Vec<bool>)| {
                    let both = flags.iter().zip(known);
                    both.map(|(flag, known)| *flag && !known).collect()
                };
                Some(groups.map(only).collect())
            });
            found.unwrap_or_else(none)
        };
        question.indicator_parts().iter().map(of_part).collect()
    }
}

/// The tables of one question by one grouping, one for each window.
struct Tables<'a> {
    counting: &'a Counting<'a>,
    grouping: &'a Grouping<'a>,
    answers: usize,
    /// Respondents by group, shortest period and answer.
    by_unit: Vec<Vec<Vec<u64>>>,
    net: Option<Vec<bool>>,
}

/// What the tables withhold of one answer.
struct OfAnswer {
    /// By group and window.
    groups: Vec<Vec<bool>>,
    /// Likewise, what is withheld though its base is large enough: it may cover what is small.
    covers: Vec<Vec<bool>>,
    /// Of everybody, by window.
    everybody: Vec<bool>,
}

impl<'a> Tables<'a> {
    fn of(counting: &'a Counting<'a>, single: &Single, grouping: &'a Grouping<'a>) -> Self {
        let in_base = in_base(single);
        let net = single.net.as_ref().map(|net| {
            let places = in_base.iter();
            places.map(|place| net.members.contains(place)).collect()
        });
        Self {
            by_unit: counting.answers(single, &in_base, grouping),
            answers: in_base.len(),
            counting,
            grouping,
            net,
        }
    }

    /// The columns that are withheld, by group and window, with those that are withheld anyway: until nobody who has
    /// all tables works out what one of them withholds. Of a group that could be told the tables of the shortest
    /// periods go first, with one group more at each step, the smallest first; then its longer periods likewise.
    fn protected(&self, mut columns: Vec<Vec<bool>>) -> Vec<Vec<bool>> {
        let windows = &self.counting.windows;
        let groups = self.by_unit.len();
        if windows.iter().all(|(_, units)| units.len() < 2) {
            return columns;
        }
        let mut steps: Vec<usize> = vec![0; groups];
        loop {
            let told = self.told(&columns);
            if told.is_empty()
                || told
                    .iter()
                    .any(|group| steps.get(*group) >= Some(&(2 * groups)))
            {
                return columns;
            }
            for group in told {
                let Some(step) = steps.get_mut(group) else {
                    continue;
                };
                let with_longer = *step >= groups;
                let partners = *step % groups;
                *step += 1;
                for place in self.beside(group).into_iter().take(partners + 1) {
                    let flags = columns.get_mut(place).into_iter().flatten();
                    for (flag, (_, units)) in flags.zip(windows) {
                        *flag |= units.len() < 2 || with_longer;
                    }
                }
            }
        }
    }

    /// A group, then the others, the smallest first.
    fn beside(&self, group: usize) -> Vec<usize> {
        let base = |place: &usize| -> u64 {
            let units = self.by_unit.get(*place).into_iter().flatten();
            units.flatten().sum()
        };
        let mut others: Vec<usize> = (0..self.by_unit.len())
            .filter(|place| *place != group)
            .collect();
        others.sort_by_key(base);
        others.insert(0, group);
        others
    }

    /// The groups of which a number that is withheld can be worked out.
    fn told(&self, columns: &[Vec<bool>]) -> Vec<usize> {
        let mut found = Vec::new();
        for (answer, hidden) in self.hidden(columns).iter().enumerate() {
            let of_group = |units: &Vec<Vec<u64>>| {
                let units = units.iter();
                let counts = units.map(|unit| unit.get(answer).copied().unwrap_or(0));
                counts.map(|count| [count, 0]).collect()
            };
            let family = Family {
                groups: self.by_unit.iter().map(of_group).collect(),
                windows: self.counting.units(),
                least_bases: Vec::new(),
                everybody: hidden.everybody.iter().map(|held| !held).collect(),
                before: Vec::new(),
            };
            for group in told(&family, &hidden.groups, &hidden.covers) {
                if !found.contains(&group) {
                    found.push(group);
                }
            }
        }
        found
    }

    /// What each table withholds, by answer.
    fn hidden(&self, columns: &[Vec<bool>]) -> Vec<OfAnswer> {
        let windows = self.counting.windows.len();
        let mut hidden: Vec<OfAnswer> = (0..self.answers)
            .map(|_| OfAnswer {
                groups: vec![vec![true; windows]; self.by_unit.len()],
                covers: vec![vec![false; windows]; self.by_unit.len()],
                everybody: vec![true; windows],
            })
            .collect();
        for (window, (_, units)) in self.counting.windows.iter().enumerate() {
            let counts = sums_of(&self.by_unit, units, self.answers);
            let small_bases = self.grouping.unprinted(&counts);
            let mut unprinted = small_bases.clone();
            for (flag, own) in unprinted.iter_mut().zip(columns) {
                *flag |= own.get(window) == Some(&true);
            }
            let none = vec![false; self.answers];
            let pattern = withheld(&[counts], &unprinted, self.net.as_deref(), &none);
            for (answer, hidden) in hidden.iter_mut().enumerate() {
                let is_seen =
                    |cells: &[bool]| !pattern.everything && cells.get(answer) == Some(&false);
                let of_groups = pattern.columns.iter().zip(&pattern.cells).zip(&unprinted);
                for (flags, ((whole, cells), unprinted)) in hidden.groups.iter_mut().zip(of_groups)
                {
                    if let Some(flag) = flags.get_mut(window) {
                        *flag = *whole || *unprinted || !is_seen(cells);
                    }
                }
                let of_groups = hidden.groups.iter().zip(&small_bases);
                for (covers, (flags, is_small)) in hidden.covers.iter_mut().zip(of_groups) {
                    if let (Some(cover), Some(flag)) = (covers.get_mut(window), flags.get(window)) {
                        *cover = *flag && !is_small;
                    }
                }
                if let Some(flag) = hidden.everybody.get_mut(window) {
                    *flag = !is_seen(&pattern.all);
                }
            }
        }
        hidden
    }
}
