//! A cross-tab of which everything is taken out that may not be seen.

use super::apart::{Counts, Withheld, flag, withheld};
use super::crossed::{Crossing, withheld_columns};
use super::own_groups::{Overlap, and_the_rest, telling};
use super::treatment::CellTreatment;
use crate::analysis::survey::{
    BannerGroups, BannerPart, Condition, CrossTab, CrossTabAsked, CrossTabPart, PlanError,
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
    let mut tables: Vec<Both> = Vec::with_capacity(periods.len());
    for period in periods {
        let asked = CrossTabAsked {
            periods: vec![*period],
            ..asked.clone()
        };
        tables.push(Task::new(respondents, &asked).both(&[])?);
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

fn count(respondents: usize) -> u64 {
    u64::try_from(respondents).unwrap_or(u64::MAX)
}

struct Task<'a> {
    respondents: &'a Respondents<'a>,
    asked: &'a CrossTabAsked,
    /// Whether each respondent gave one answer, so that the answers of a column add up to its base.
    is_single: bool,
}

/// A table with those whom its filter leaves out, where it has one.
struct Both {
    figures: CrossTab,
    everyone: Option<CrossTab>,
}

/// What is known besides the figures under a heading.
enum Beside {
    /// Nothing: its groups share nobody.
    Nothing,
    /// The groupings that are crossed, each by itself.
    Sides(Box<[Both; 2]>),
    /// Who is in two columns at once: the group's place among the groups, the place of the other column.
    Shared(Vec<(usize, usize)>, CrossTab),
}

impl<'a> Task<'a> {
    fn new(respondents: &'a Respondents<'a>, asked: &'a CrossTabAsked) -> Self {
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
        let both = self.both(&self.asked.banner)?;
        self.check(&both)?;
        let mut marks = Marks::of(&both.figures);
        let beside = self
            .asked
            .banner
            .iter()
            .zip(&both.figures.parts)
            .map(|(banner, part)| self.beside(banner, part))
            .collect::<Result<Vec<_>, _>>()?;
        // Withholding an answer of everybody for the sake of one heading is a matter of the others.
        loop {
            let before = marks.hidden();
            for set in both.sets(self.is_single) {
                let net = self.net_of(&set);
                let found = both.withheld(&set, &[0], &marks, net.as_deref());
                marks.take(&found, &set, &[0]);
                for (part, beside) in both.figures.parts.iter().zip(&beside) {
                    let columns: Vec<usize> = part.columns.clone().collect();
                    let task = PartTask {
                        both: &both,
                        set: &set,
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
        Ok(marks.taken_out(both.figures, &self.nets(), self.asked.letters_on_low_bases))
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
struct AnswerSet {
    /// The rows of the answers.
    rows: Vec<usize>,
    /// Whether the rows are all answers there are; else those who did not give the answer stand behind it.
    is_whole_scale: bool,
}

impl AnswerSet {
    /// Respondents of a column by answer.
    fn counts(&self, figures: &CrossTab, column: usize) -> Vec<u64> {
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

/// What is to be taken out of a table.
struct Marks {
    /// By base.
    by_base: Vec<CellTreatment>,
    /// Columns taken out whole.
    columns: Vec<bool>,
    /// By row and column.
    cells: Vec<Vec<bool>>,
}

impl Marks {
    fn of(figures: &CrossTab) -> Self {
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
    fn only(&self, column: usize) -> Self {
        let of = |flags: &[bool]| flags.get(column).copied().into_iter().collect();
        Self {
            by_base: self.by_base.get(column).copied().into_iter().collect(),
            columns: of(&self.columns),
            cells: self.cells.iter().map(|cells| of(cells)).collect(),
        }
    }

    /// How many things are taken out.
    fn hidden(&self) -> usize {
        let all = self.cells.iter().flatten().chain(&self.columns);
        all.filter(|held| **held).count()
    }

    fn unprinted(&self, columns: &[usize]) -> Vec<bool> {
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
    fn all_of(&self, set: &AnswerSet) -> Vec<bool> {
        let is_hidden =
            |row: &usize| self.cells.get(*row).and_then(|row| row.first()) == Some(&true);
        let flags: Vec<bool> = set.rows.iter().map(is_hidden).collect();
        match flags.first() {
            Some(first) if !set.is_whole_scale => vec![*first; 2],
            None => vec![false],
            Some(_) => flags,
        }
    }

    fn take(&mut self, found: &Withheld, set: &AnswerSet, columns: &[usize]) {
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
                let row = if set.is_whole_scale { answer } else { 0 };
                let cells = set.rows.get(row).and_then(|row| self.cells.get_mut(*row));
                if let Some(cells) = cells {
                    flag(cells, *column);
                }
            }
        }
    }

    /// The table without what is not to be seen.
    fn taken_out(
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
