//! Tables in which groups of two groupings stand at once: crossed, or by one among a group of the other. What they
//! withhold is decided for both groupings together ([`ByTwo`]), so that no table tells what another withholds.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::apart::flag;
use super::by_two::{ByTwo, Joint, WithheldByTwo};
use super::marks::Marks;
use super::table::{AnswerSet, Task};
use super::treatment::CellTreatment;
use crate::analysis::survey::{
    Axis, BannerGroups, BannerPart, Column, Condition, CrossTab, CrossTabAsked, CrossTabPart,
    PlanError, crosstab,
};
use crate::data::survey::Survey;

/// Those of one group of a grouping, among whom a table is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    pub column: Column,
    /// The group's place among those of the grouping that have a label.
    place: usize,
}

impl Chosen {
    /// The group that a filter chooses; `None` where it chooses otherwise.
    pub fn of(survey: &Survey, filter: Option<&Condition>) -> Option<Self> {
        let Some(Condition::Is { column, entries }) = filter else {
            return None;
        };
        let [entry] = entries.as_slice() else {
            return None;
        };
        let BannerGroups::Apart(_, labels) = BannerPart::of(survey, *column)?.groups else {
            return None;
        };
        let entry = usize::from(*entry);
        labels.get(entry)?.as_ref()?;
        let before = labels.iter().take(entry).filter(|label| label.is_some());
        Some(Self {
            column: *column,
            place: before.count(),
        })
    }
}

/// The table of everybody by one grouping, with what is taken out of it.
pub(super) struct Alone {
    figures: CrossTab,
    marks: Marks,
}

impl Alone {
    /// That of some periods, of the question that a task is about.
    fn of(task: &Task<'_>, column: Column, periods: &[u16]) -> Result<Self, PlanError> {
        let banner = BannerPart::of(task.respondents.survey(), column);
        let asked = of_everybody(task, banner.ok_or(PlanError::NoSuchColumn)?, periods);
        let (both, marks) = Task::new(task.respondents, &asked).marked()?;
        Ok(Self {
            figures: both.figures,
            marks,
        })
    }

    /// What is withheld of a group's answers.
    fn hidden(&self, group: usize, set: &AnswerSet) -> Vec<bool> {
        self.marks.of_column(group + 1, set)
    }

    /// Takes out of the columns of a table, which are of one group, what is withheld of the group.
    pub fn take_out(&self, chosen: Chosen, marks: &mut Marks, column: usize) {
        marks.take_column(&self.marks, chosen.place + 1, column);
    }
}

/// A table of everybody in some periods, of the question that a task is about.
fn of_everybody(task: &Task<'_>, banner: BannerPart, periods: &[u16]) -> CrossTabAsked {
    CrossTabAsked {
        banner: vec![banner],
        filter: None,
        periods: periods.to_vec(),
        ..task.asked.clone()
    }
}

/// A group among whom a table is made, with the table of everybody by its grouping.
pub(super) type ChosenOf = (Chosen, Rc<Alone>);

/// Groups of two groupings in a table.
pub(super) struct Narrowed {
    /// A table of both groupings crossed, as it stands in the survey's order.
    joint: CrossTab,
    /// The columns of the table that is asked for: of which group of the first and of the second grouping each is.
    columns: Vec<(usize, [usize; 2])>,
    alone: [Rc<Alone>; 2],
    /// The same of the periods that make up what is asked for, where it is several.
    parts: Vec<Narrowed>,
}

/// In which order groupings are crossed.
fn rank(column: Column) -> (u8, usize, usize) {
    match column {
        Column::Dimension(place) => (0, place, 0),
        Column::Area => (1, 0, 0),
        Column::Answers(place) => (2, place, 0),
        Column::Option { question, option } => (3, question, option),
    }
}

/// How the time that is asked for stands to the periods for which figures are given.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// No other holds it.
    Longest,
    /// It is the sum of some of these, each of which no other holds.
    Together(Vec<Vec<u16>>),
    /// Figures of others overlap with it, and would tell what they leave of it.
    Part,
}

impl Span {
    pub fn of(survey: &Survey, periods: &[u16]) -> Self {
        let shortest = survey.period.as_ref().map_or(1, |held| held.entries.len());
        let mut units: Vec<usize> = match periods {
            [] => (0..shortest).collect(),
            chosen => chosen.iter().map(|entry| usize::from(*entry)).collect(),
        };
        units.sort_unstable();
        let windows = survey.window_units().into_iter().map(|(_, mut units)| {
            units.sort_unstable();
            units
        });
        Self::among(&windows.collect::<Vec<_>>(), &units)
    }

    fn among(windows: &[Vec<usize>], units: &[usize]) -> Self {
        let holds = |held: &[usize], units: &[usize]| {
            held.len() > units.len() && units.iter().all(|unit| held.contains(unit))
        };
        let is_longest =
            |own: &&Vec<usize>| !windows.iter().any(|other| holds(other, own.as_slice()));
        let longest: Vec<&Vec<usize>> = windows.iter().filter(is_longest).collect();
        if longest.iter().any(|held| held.as_slice() == units) {
            return Self::Longest;
        }
        let within = longest
            .into_iter()
            .filter(|held| holds(units, held.as_slice()));
        let within: Vec<&Vec<usize>> = within.collect();
        // Taken one after the other they leave nothing of it, so that all of it tells nothing more than they do.
        let mut left: BTreeSet<usize> = units.iter().copied().collect();
        while let Some(first) = left.first().copied() {
            let next = within
                .iter()
                .find(|held| held.contains(&first) && held.iter().all(|unit| left.contains(unit)));
            let Some(next) = next else { return Self::Part };
            left.retain(|unit| !next.contains(unit));
        }
        let entries = within.into_iter().map(|held| {
            let entries = held.iter().filter_map(|unit| u16::try_from(*unit).ok());
            entries.collect()
        });
        Self::Together(entries.collect())
    }
}

impl Narrowed {
    /// The groups under a heading, where they are of two groupings at once; `chosen` is the group among whom the table
    /// is made.
    pub fn of(
        task: &Task<'_>,
        banner: &BannerPart,
        part: &CrossTabPart,
        chosen: Option<&ChosenOf>,
    ) -> Result<Option<Self>, PlanError> {
        let BannerGroups::Apart(axes, _) = &banner.groups else {
            return Ok(None);
        };
        let (pair, own) = match (axes.as_slice(), &task.asked.filter) {
            ([Axis::Column(first), Axis::Column(second)], None) => ([*first, *second], None),
            ([Axis::Column(own)], Some(_)) => match chosen {
                Some((chosen, _)) if chosen.column != *own => {
                    ([*own, chosen.column], Some(chosen.place))
                }
                _ => return Ok(None),
            },
            _ => return Ok(None),
        };
        let [first, second] = pair;
        let is_turned = rank(second) < rank(first);
        let turned = |places: [usize; 2]| {
            if is_turned {
                [places[1], places[0]]
            } else {
                places
            }
        };
        let groups = part.columns.clone().enumerate();
        let inner = banner
            .crossed
            .as_ref()
            .map_or(1, |(_, inner)| labelled(inner));
        let places = |group: usize| match own {
            Some(chosen) => [group, chosen],
            None => [group / inner.max(1), group % inner.max(1)],
        };
        let columns = groups
            .map(|(group, column)| (column, turned(places(group))))
            .collect();
        let pair = if is_turned { [second, first] } else { pair };
        let known = chosen.map(|(chosen, alone)| (chosen.column, alone));
        Self::crossed(task, pair, columns, (&task.asked.periods, known))
    }

    fn crossed(
        task: &Task<'_>,
        pair: [Column; 2],
        columns: Vec<(usize, [usize; 2])>,
        (periods, known): (&[u16], Option<(Column, &Rc<Alone>)>),
    ) -> Result<Option<Self>, PlanError> {
        let survey = task.respondents.survey();
        let Some(banner) = BannerPart::crossed(survey, pair[0], pair[1]) else {
            return Ok(None);
        };
        let mut parts = Vec::new();
        if let Span::Together(within) = Span::of(survey, periods) {
            for periods in within {
                parts.extend(Self::crossed(task, pair, Vec::new(), (&periods, None))?);
            }
        }
        let alone = |column: Column| match known {
            Some((own, alone)) if own == column => Ok(Rc::clone(alone)),
            _ => Alone::of(task, column, periods).map(Rc::new),
        };
        Ok(Some(Self {
            joint: crosstab(task.respondents, &of_everybody(task, banner, periods))?,
            columns,
            alone: [alone(pair[0])?, alone(pair[1])?],
            parts,
        }))
    }

    /// Takes out what is withheld of a set of answers.
    pub fn see_to(&self, set: &AnswerSet, net: Option<&[bool]>, marks: &mut Marks) {
        let found = self.withheld(set, net);
        for (column, [first, second]) in &self.columns {
            let spot = |answer: usize| [*first, *second, answer];
            if found.is_whole(spot(0)) {
                flag(&mut marks.columns, *column);
            }
            for answer in set.numbers() {
                if found.hides(spot(answer)) {
                    marks.hide_answer(set, answer, *column);
                }
            }
        }
    }

    fn withheld(&self, set: &AnswerSet, net: Option<&[bool]>) -> WithheldByTwo {
        let mut joint = self.by_two(set);
        // What one part withholds is not told by all of them together.
        for part in &self.parts {
            joint.before.take(&part.withheld(set, net));
        }
        joint.withheld(net)
    }

    fn by_two(&self, set: &AnswerSet) -> ByTwo {
        let groups = self
            .alone
            .each_ref()
            .map(|alone| alone.figures.columns.len().saturating_sub(1));
        let column = |first: usize, second: usize| 1 + first * groups[1] + second;
        let of = |first: usize| -> Vec<Vec<u64>> {
            (0..groups[1])
                .map(|second| set.counts(&self.joint, column(first, second)))
                .collect()
        };
        let counts: Joint = (0..groups[0]).map(of).collect();
        let is_small = |first: usize, second: usize| {
            let held = self.joint.columns.get(column(first, second));
            held.is_none_or(|held| {
                !CellTreatment::by_bases(held.unweighted_base, None, held.base_policy).is_shown()
            })
        };
        let unprinted = (0..groups[0])
            .map(|first| {
                (0..groups[1])
                    .map(|second| is_small(first, second))
                    .collect()
            })
            .collect();
        let alone = [0, 1].map(|side: usize| {
            let of = self.alone.get(side);
            let groups = 0..groups.get(side).copied().unwrap_or(0);
            groups
                .map(|group| of.map_or_else(Vec::new, |of| of.hidden(group, set)))
                .collect()
        });
        ByTwo {
            counts,
            unprinted,
            alone,
            before: WithheldByTwo::default(),
        }
    }
}

fn labelled(labels: &[Option<String>]) -> usize {
    labels.iter().filter(|label| label.is_some()).count()
}

impl Task<'_> {
    /// The group among whom the table is made, and the table of everybody by its grouping.
    pub(super) fn chosen(&self) -> Result<Option<ChosenOf>, PlanError> {
        let survey = self.respondents.survey();
        let Some(chosen) = Chosen::of(survey, self.asked.filter.as_ref()) else {
            return Ok(None);
        };
        let alone = Alone::of(self, chosen.column, &self.asked.periods)?;
        Ok(Some((chosen, Rc::new(alone))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Quarters, and twelve months to each.
    fn windows(quarters: usize) -> Vec<Vec<usize>> {
        let years = (0..=quarters.saturating_sub(4)).map(|first| (first..first + 4).collect());
        (0..quarters)
            .map(|quarter| vec![quarter])
            .chain(years)
            .collect()
    }

    #[test]
    fn twelve_months_are_told_and_what_they_make_up() {
        let of = |quarters: usize, units: &[usize]| Span::among(&windows(quarters), units);
        assert_eq!(of(8, &[2, 3, 4, 5]), Span::Longest);
        assert_eq!(of(8, &[2]), Span::Part);
        assert_eq!(of(8, &[2, 3, 4, 5, 6]), Span::Part);
        let Span::Together(within) = of(8, &[0, 1, 2, 3, 4, 5, 6, 7]) else {
            panic!("two years are told together");
        };
        assert_eq!(within.len(), 5);
        let nine: Vec<usize> = (0..9).collect();
        assert_eq!(of(9, &nine), Span::Part, "a quarter would be left");
    }

    #[test]
    fn waves_are_told_by_themselves_and_together() {
        let waves = vec![vec![0], vec![1], vec![2]];
        assert_eq!(Span::among(&waves, &[1]), Span::Longest);
        let all = Span::among(&waves, &[0, 1, 2]);
        assert_eq!(all, Span::Together(vec![vec![0], vec![1], vec![2]]));
        assert_eq!(Span::among(&[vec![0]], &[0]), Span::Longest);
    }
}
