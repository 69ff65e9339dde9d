//! A cross-tab of which everything is taken out that may not be seen.

use std::ops::Range;

use super::apart::{Counts, Withheld, flag, withheld};
use super::crossed::{Crossing, withheld_columns};
use super::marks::Marks;
use super::narrowed::{Narrowed, Span};
use super::own_groups::{Overlap, and_the_rest, telling};
use super::treatment::CellTreatment;
use crate::analysis::figure_marks::withheld_elsewhere;
use crate::analysis::survey::{
    Axis, BannerGroups, BannerPart, Condition, CrossTab, CrossTabAsked, CrossTabPart, PlanError,
    Respondents, RowKind, crosstab, members,
};
use crate::data::survey::{Answers, Survey};
use crate::stats::base_policy;

/// A cross-tab that may be seen.
#[derive(Clone, Debug)]
pub struct Disclosed {
    /// The figures; those that may not be seen are not in it. A base that may not be told is nought.
    pub figures: CrossTab,
    /// What was done with each column.
    pub columns: Vec<CellTreatment>,
    /// What was done with each cell, by row and column.
    pub cells: Vec<Vec<CellTreatment>>,
    /// Whether groups of two groupings at once are withheld because figures of longer periods, of which these are a
    /// part, are told. They can be asked for the longer ones.
    pub asks_for_longer: bool,
}

/// Why nothing of a table may be seen, or there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotDisclosed {
    /// The survey has not what is asked for.
    #[error(transparent)]
    NotPlanned(#[from] PlanError),
    /// The choice of people leaves out so few that they could be told.
    #[error(
        "the choice of people leaves out fewer than five respondents, who could be told by comparing tables"
    )]
    LeavesOutFew,
    /// Nobody answers to the description.
    #[error("no respondents answer to this choice")]
    Nobody,
}

/// Works out a cross-tab and takes out of it what may not be seen.
///
/// # Errors
/// [`NotDisclosed`] where there is no table, or nothing of it may be seen.
pub fn disclosed(
    respondents: &Respondents<'_>,
    asked: &CrossTabAsked,
) -> Result<Disclosed, NotDisclosed> {
    Task::new(respondents, asked).disclosed()
}

/// Works out a table of everybody, whenever they were asked, and one for each of some periods, which share
/// nobody; and takes out of them what may not be seen, by itself or by the others.
///
/// # Errors
/// [`NotDisclosed`] where there is no table, or nothing of it may be seen.
pub fn disclosed_periods(
    respondents: &Respondents<'_>,
    asked: &CrossTabAsked,
    periods: &[u16],
) -> Result<Vec<Disclosed>, NotDisclosed> {
    let whole = Task::new(respondents, asked);
    let mut all = whole.both(&[])?;
    whole.check(&all)?;
    let mut chosen = vec![whole.chosen()?];
    let mut tables: Vec<Both> = Vec::with_capacity(periods.len());
    for period in periods {
        let asked = CrossTabAsked {
            periods: vec![*period],
            ..asked.clone()
        };
        let task = Task::new(respondents, &asked);
        chosen.push(task.chosen()?);
        tables.push(task.both(&[])?);
    }
    // Periods are columns: everybody of each stands beside everybody.
    let beside = |all: &mut CrossTab, table: &CrossTab| {
        all.columns.extend(table.columns.first().cloned());
        for (row, held) in all.rows.iter_mut().zip(&table.rows) {
            row.cells.extend(held.cells.first().cloned());
        }
    };
    for table in &tables {
        beside(&mut all.figures, &table.figures);
        if let (Some(everyone), Some(own)) = (&mut all.everyone, &table.everyone) {
            beside(everyone, own);
        }
    }
    let columns: Vec<usize> = (1..all.figures.columns.len()).collect();
    let mut marks = Marks::of(&all.figures);
    for (column, chosen) in chosen.iter().enumerate() {
        if let Some((chosen, alone)) = chosen {
            alone.take_out(*chosen, &mut marks, column);
        }
    }
    for set in all.sets(whole.is_single) {
        let net = whole.net_of(&set);
        let found = all.withheld(&set, &columns, &marks, net.as_deref());
        marks.take(&found, &set, &columns);
    }
    let each = std::iter::once(0).chain(columns);
    let nets = whole.nets();
    let places = each.map(|place| (place, marks.only(place)));
    let mut seen = Vec::new();
    for (place, marks) in places {
        let mut figures = all.figures.clone();
        figures.columns = figures.columns.get(place).cloned().into_iter().collect();
        for row in &mut figures.rows {
            row.cells = row.cells.get(place).cloned().into_iter().collect();
        }
        seen.push(marks.taken_out(figures, &nets, false));
    }
    Ok(seen)
}

/// Whether a filter leaves out so few of the period's respondents that they must not be told.
fn leaves_out_few(survey: &Survey, asked: &CrossTabAsked) -> bool {
    let kept = asked
        .filter
        .as_ref()
        .and_then(|filter| members(survey, filter));
    let Some(kept) = kept else { return false };
    let is_of_period = |row: usize| match &survey.period {
        Some(period) if !asked.periods.is_empty() => {
            let code = period.codes.get(row);
            code.is_some_and(|code| asked.periods.contains(&code))
        }
        _ => true,
    };
    let of_period = (0..survey.respondents).filter(|row| is_of_period(*row));
    let left_out = of_period.filter(|row| kept.get(*row).is_none()).count();
    base_policy::numerator_is_withheld(count(left_out))
}

pub(super) fn count(respondents: usize) -> u64 {
    u64::try_from(respondents).unwrap_or(u64::MAX)
}

/// A table that is asked for.
pub(super) struct Task<'a> {
    pub respondents: &'a Respondents<'a>,
    pub asked: &'a CrossTabAsked,
    /// Whether each respondent gave one answer, so that the answers of a column add up to its base.
    is_single: bool,
}

/// A table with those whom its filter leaves out, where it has one.
pub(super) struct Both {
    pub figures: CrossTab,
    everyone: Option<CrossTab>,
}

/// What is known besides the figures under a heading.
enum Beside {
    /// Nothing: its groups share nobody.
    Nothing,
    /// Whatever there is: it was seen to before.
    Settled,
    /// The groupings that are crossed, each by itself.
    Sides(Box<[Both; 2]>),
    /// Who is in two columns at once: the group's place among the groups, the place of the other column.
    Shared(Vec<(usize, usize)>, CrossTab),
}

impl<'a> Task<'a> {
    pub fn new(respondents: &'a Respondents<'a>, asked: &'a CrossTabAsked) -> Self {
        let question = respondents.survey().questions.get(asked.question);
        Self {
            respondents,
            asked,
            is_single: question.is_some_and(|held| matches!(held.answers, Answers::Single(_))),
        }
    }

    /// Refuses a table of nobody, and one among people that leaves out so few that they could be told.
    fn check(&self, both: &Both) -> Result<(), NotDisclosed> {
        let base = |table: &CrossTab| table.columns.first().map_or(0, |all| all.unweighted_base);
        let own = base(&both.figures);
        let left_out = both
            .everyone
            .as_ref()
            .map_or(0, |all| base(all).saturating_sub(own));
        if own == 0 {
            return Err(NotDisclosed::Nobody);
        }
        if base_policy::numerator_is_withheld(count(left_out))
            || leaves_out_few(self.respondents.survey(), self.asked)
        {
            return Err(NotDisclosed::LeavesOutFew);
        }
        Ok(())
    }

    fn both(&self, banner: &[BannerPart]) -> Result<Both, PlanError> {
        let asked = CrossTabAsked {
            banner: banner.to_vec(),
            ..self.asked.clone()
        };
        let everyone = match &asked.filter {
            Some(_) => Some(crosstab(
                self.respondents,
                &CrossTabAsked {
                    filter: None,
                    ..asked.clone()
                },
            )?),
            None => None,
        };
        Ok(Both {
            figures: crosstab(self.respondents, &asked)?,
            everyone,
        })
    }

    fn disclosed(&self) -> Result<Disclosed, NotDisclosed> {
        let (both, marks) = self.marked()?;
        self.check(&both)?;
        let mut banners = self.asked.banner.iter();
        let asks_for_longer = banners.any(|banner| self.is_part_of_longer(banner));
        let seen = marks.taken_out(both.figures, &self.nets(), self.asked.letters_on_low_bases);
        Ok(Disclosed {
            asks_for_longer,
            ..seen
        })
    }

    /// The table, and what is to be taken out of it.
    pub fn marked(&self) -> Result<(Both, Marks), PlanError> {
        let both = self.both(&self.asked.banner)?;
        let mut marks = Marks::of(&both.figures);
        let chosen = self.chosen()?;
        let sets = both.sets(self.is_single);
        let mut beside = Vec::with_capacity(self.asked.banner.len());
        for (banner, part) in self.asked.banner.iter().zip(&both.figures.parts) {
            let narrowed = if self.is_part_of_longer(banner) {
                None
            } else {
                Narrowed::of(self, banner, part, chosen.as_ref())?
            };
            beside.push(match narrowed {
                Some(narrowed) => {
                    for set in &sets {
                        narrowed.see_to(set, self.net_of(set).as_deref(), &mut marks);
                    }
                    Beside::Settled
                }
                None => self.beside(banner, part)?,
            });
        }
        self.withhold_elsewhere(&both.figures, &mut marks);
        self.withhold_parts_of_longer(&both.figures, &mut marks);
        if let Some((chosen, alone)) = &chosen {
            alone.take_out(*chosen, &mut marks, 0);
            if marks.columns.first() == Some(&true) {
                marks.columns.fill(true);
            }
        }
        // Withholding an answer of everybody for the sake of one heading is a matter of the others.
        loop {
            let before = marks.hidden();
            for set in &sets {
                let net = self.net_of(set);
                if chosen.is_none() {
                    let found = both.withheld(set, &[0], &marks, net.as_deref());
                    marks.take(&found, set, &[0]);
                }
                for (part, beside) in both.figures.parts.iter().zip(&beside) {
                    let columns: Vec<usize> = part.columns.clone().collect();
                    let task = PartTask {
                        both: &both,
                        set,
                        net: net.as_deref(),
                        columns: &columns,
                    };
                    task.see_to(beside, &mut marks);
                }
            }
            if marks.hidden() == before {
                break;
            }
        }
        Ok((both, marks))
    }

    /// Whether the groups under a heading are of two groupings at once, in a time with which longer periods overlap.
    fn is_part_of_longer(&self, banner: &BannerPart) -> bool {
        let is_of_two = self.asked.filter.is_some() || banner.crossed.is_some();
        is_of_two && Span::of(self.respondents.survey(), &self.asked.periods) == Span::Part
    }

    /// Takes out the groups of two groupings at once where what is told of longer periods would tell of them.
    fn withhold_parts_of_longer(&self, figures: &CrossTab, marks: &mut Marks) {
        for (banner, part) in self.asked.banner.iter().zip(&figures.parts) {
            if self.is_part_of_longer(banner) {
                for column in part.columns.clone() {
                    flag(&mut marks.columns, column);
                }
            }
        }
    }

    /// Takes out what other tables and charts of the same people withhold.
    fn withhold_elsewhere(&self, figures: &CrossTab, marks: &mut Marks) {
        if self.asked.filter.is_some() {
            return;
        }
        for (banner, part) in self.asked.banner.iter().zip(&figures.parts) {
            let BannerGroups::Apart(axes, labels) = &banner.groups else {
                continue;
            };
            let [Axis::Column(column)] = axes.as_slice() else {
                continue;
            };
            let (survey, question) = (self.respondents.survey(), self.asked.question);
            let found = withheld_elsewhere(survey, question, *column, &self.asked.periods);
            // A group without a label has no column.
            let labelled = (0..labels.len()).filter(|group| {
                let label = labels.get(*group);
                label.is_some_and(Option::is_some)
            });
            for (group, column) in labelled.zip(part.columns.clone()) {
                if found.columns.get(group) == Some(&true) {
                    flag(&mut marks.columns, column);
                }
                let options = found.options.iter().filter(|(_, held)| *held == group);
                for (option, _) in options {
                    marks.hide(*option, column);
                }
            }
        }
    }

    /// The answers that a row of answers taken together holds, as flags over the rows of single answers.
    fn nets(&self) -> Vec<Vec<bool>> {
        let question = self.respondents.survey().questions.get(self.asked.question);
        let Some(Answers::Single(single)) = question.map(|question| &question.answers) else {
            return Vec::new();
        };
        let in_base = (0_u16..)
            .zip(&single.answers)
            .filter(|(_, answer)| answer.is_in_base);
        let in_base: Vec<u16> = in_base.map(|(place, _)| place).collect();
        let nets = single.net.iter().chain(&self.asked.nets);
        nets.filter(|net| net.members.len() > 1)
            .map(|net| {
                in_base
                    .iter()
                    .map(|place| net.members.contains(place))
                    .collect()
            })
            .collect()
    }

    fn beside(&self, banner: &BannerPart, part: &CrossTabPart) -> Result<Beside, PlanError> {
        if let Some([first, second]) = banner.sides() {
            let sides = [self.both(&[first])?, self.both(&[second])?];
            return Ok(Beside::Sides(Box::new(sides)));
        }
        match &banner.groups {
            BannerGroups::Apart(..) => Ok(Beside::Nothing),
            BannerGroups::Overlapping(_) => self.shared(banner, part),
        }
    }

    /// Who is in each group and in every other column of the table.
    fn shared(&self, banner: &BannerPart, part: &CrossTabPart) -> Result<Beside, PlanError> {
        let banners = self.asked.banner.iter();
        let others: Vec<Condition> = banners.flat_map(BannerPart::conditions).collect();
        let (mut pairs, mut joint) = (Vec::new(), Vec::new());
        for ((group, condition), own) in banner
            .conditions()
            .iter()
            .enumerate()
            .zip(part.columns.clone())
        {
            // Everybody stands before the other columns.
            for (other, held) in (1..).zip(&others).filter(|(other, _)| *other != own) {
                pairs.push((group, other));
                let conditions = vec![condition.clone(), held.clone()];
                joint.push((String::new(), Condition::All(conditions)));
            }
        }
        let asked = CrossTabAsked {
            banner: vec![BannerPart::own("", joint)],
            ..self.asked.clone()
        };
        Ok(Beside::Shared(pairs, crosstab(self.respondents, &asked)?))
    }

    /// The one row of answers taken together, where there is one.
    fn net_of(&self, set: &AnswerSet) -> Option<Vec<bool>> {
        let mut nets = self.nets();
        (set.is_whole_scale && nets.len() == 1).then(|| nets.pop())?
    }
}

/// One heading, for one set of answers.
struct PartTask<'a> {
    both: &'a Both,
    set: &'a AnswerSet,
    net: Option<&'a [bool]>,
    columns: &'a [usize],
}

impl PartTask<'_> {
    fn see_to(&self, beside: &Beside, marks: &mut Marks) {
        match beside {
            Beside::Nothing => {
                let found = self.both.withheld(self.set, self.columns, marks, self.net);
                marks.take(&found, self.set, self.columns);
            }
            Beside::Settled => {}
            Beside::Sides(sides) => self.see_to_crossed(sides, marks),
            Beside::Shared(pairs, shared) => self.see_to_own_groups(pairs, shared, marks),
        }
    }

    fn see_to_crossed(&self, sides: &[Both; 2], marks: &mut Marks) {
        let columns = self.columns.iter();
        let places: Vec<(usize, usize)> = columns
            .filter_map(|column| {
                let nesting = self.both.figures.columns.get(*column)?.nesting.as_ref()?;
                Some((nesting.outer.0, nesting.inner.0))
            })
            .collect();
        let [first, second] = sides.each_ref().map(|side| {
            let all: Vec<usize> = (1..side.figures.columns.len()).collect();
            let found = side.withheld(self.set, &all, &Marks::of(&side.figures), self.net);
            // The figures of a column that is withheld whole are all unknown.
            let held = found.columns.iter().zip(found.cells);
            let hidden: Vec<Vec<bool>> = held
                .map(|(hides_all, cells)| cells.iter().map(|cell| *cell || *hides_all).collect())
                .collect();
            hidden
        });
        let counts = self.both.counts(self.set, self.columns).into_iter();
        let tables: Vec<Crossing> = counts
            .map(|counts| Crossing {
                counts,
                places: places.clone(),
            })
            .collect();
        let unprinted = marks.unprinted(self.columns);
        let found = withheld_columns(&tables, &unprinted, &[first, second]);
        for (column, _) in self
            .columns
            .iter()
            .zip(found)
            .filter(|(_, is_hidden)| *is_hidden)
        {
            flag(&mut marks.columns, *column);
        }
    }

    fn see_to_own_groups(&self, pairs: &[(usize, usize)], shared: &CrossTab, marks: &mut Marks) {
        let with_all: Vec<usize> = std::iter::once(0)
            .chain(self.columns.iter().copied())
            .collect();
        let tables = self.both.counts(self.set, &with_all);
        let Some((_, own)) = tables.first().and_then(|table| table.split_first()) else {
            return;
        };
        let overlaps: Vec<Overlap> = (1..)
            .zip(pairs)
            .map(|(place, (group, other))| Overlap {
                group: *group,
                other: self.set.counts(&self.both.figures, *other),
                both: self.set.counts(shared, place),
            })
            .collect();
        for (column, is_telling) in self.columns.iter().zip(telling(own, &overlaps)) {
            if is_telling {
                flag(&mut marks.columns, *column);
            }
        }
        for (place, column) in self.columns.iter().enumerate() {
            let alone = and_the_rest(&tables, place);
            let mut unprinted = marks.unprinted(&[*column]);
            unprinted.push(true);
            let found = withheld(&alone, &unprinted, self.net, &marks.all_of(self.set));
            marks.take(&found, self.set, &[*column]);
        }
    }
}

/// Answers of which each respondent in the base gave one: all those of a scale; one of several options, and
/// its contrary.
pub(super) struct AnswerSet {
    /// The rows of the answers.
    pub rows: Vec<usize>,
    /// Whether the rows are all answers there are; else those who did not give the answer stand behind it.
    pub is_whole_scale: bool,
}

impl AnswerSet {
    /// Its numbers: one for each answer, or the answer and what it leaves of the base; the base where there are none.
    pub fn numbers(&self) -> Range<usize> {
        match (self.rows.len(), self.is_whole_scale) {
            (0, _) => 0..1,
            (rows, true) => 0..rows,
            (rows, false) => 0..2 * rows,
        }
    }

    /// The row of the table that one of its numbers belongs to.
    pub fn row_of(&self, number: usize) -> Option<usize> {
        let row = if self.is_whole_scale { number } else { 0 };
        self.rows.get(row).copied()
    }

    /// Respondents of a column by answer.
    pub fn counts(&self, figures: &CrossTab, column: usize) -> Vec<u64> {
        let mut counts = Vec::with_capacity(self.rows.len() + 1);
        for row in &self.rows {
            let cell = figures.rows.get(*row).and_then(|row| row.cells.get(column));
            let share = cell.and_then(|cell| cell.share);
            let given = share.map_or(0, |share| count(share.unweighted_count));
            counts.push(given);
            if !self.is_whole_scale {
                let base = share.map_or(0, |share| count(share.unweighted_base));
                counts.push(base.saturating_sub(given));
            }
        }
        if self.rows.is_empty() {
            let held = figures.columns.get(column);
            counts.push(held.map_or(0, |held| count(held.unweighted_base)));
        }
        counts
    }
}

impl Both {
    /// The sets of answers of the table; for numbers, of which there are no answers, the bases alone.
    fn sets(&self, is_single: bool) -> Vec<AnswerSet> {
        let rows = self.figures.rows.iter().enumerate();
        let answers = rows.filter(|(_, row)| row.kind == RowKind::Answer);
        let answers: Vec<usize> = answers.map(|(row, _)| row).collect();
        if is_single || answers.is_empty() {
            return vec![AnswerSet {
                rows: answers,
                is_whole_scale: true,
            }];
        }
        let each = answers.into_iter().map(|row| AnswerSet {
            rows: vec![row],
            is_whole_scale: false,
        });
        each.collect()
    }

    /// The numbers of some columns, and of those whom the filter leaves out of them.
    fn counts(&self, set: &AnswerSet, columns: &[usize]) -> Vec<Counts> {
        let of = |figures: &CrossTab| -> Counts {
            let columns = columns.iter();
            columns.map(|column| set.counts(figures, *column)).collect()
        };
        let own = of(&self.figures);
        let left_out = self.everyone.as_ref().map(|everyone| {
            let less = |(whole, part): (Vec<u64>, &Vec<u64>)| -> Vec<u64> {
                let both = whole.iter().zip(part);
                both.map(|(whole, part)| whole.saturating_sub(*part))
                    .collect()
            };
            of(everyone).into_iter().zip(&own).map(less).collect()
        });
        std::iter::once(own).chain(left_out).collect()
    }

    fn withheld(
        &self,
        set: &AnswerSet,
        columns: &[usize],
        marks: &Marks,
        net: Option<&[bool]>,
    ) -> Withheld {
        let tables = self.counts(set, columns);
        let unprinted = marks.unprinted(columns);
        withheld(&tables, &unprinted, net, &marks.all_of(set))
    }
}
