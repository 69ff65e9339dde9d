//! Which of the figures that were worked out of respondents are withheld, for every chart alike.

mod tables;

pub(super) use tables::withheld_elsewhere;

use std::collections::HashSet;

use super::disclosure::{Counts, Family, Pair, withheld};
use super::sensitive;
use super::survey::{Condition, Subject, members};
use crate::data::survey::{
    Answers, Codes, Counts as Counted, Grouping, IndicatorPart, Question, Single, Survey,
};
use crate::data::{Area, Cohort, Period};
use crate::stats::base_policy::{BasePolicy, LEAST_BASE, numerator_is_withheld};

/// A figure: of whom, where and when.
pub(super) type FigureKey = (Cohort, Option<Area>, Option<Period>);

/// The answers to one question by its shortest periods and the parts of a grouping.
struct Counting<'a> {
    survey: &'a Survey,
    windows: Vec<(Option<Period>, Vec<usize>)>,
}

/// The figures of a subject that charts withhold, for whoever works such figures out otherwise.
#[derive(Debug)]
pub struct WithheldFigures(HashSet<FigureKey>);

impl WithheldFigures {
    /// Those of a subject by each grouping of its survey, and of groups of the project's own; none of an answer of
    /// which no chart is made.
    pub fn of(survey: &Survey, subject: &Subject, own: &[(Cohort, Condition)]) -> Self {
        let measured = Subject::all(survey).into_iter().find(|held| {
            held.origin == subject.origin
                && held.column == subject.column
                && held.counted == subject.counted
        });
        Self(measured.map_or_else(HashSet::new, |held| withheld_figures(survey, &held, own)))
    }

    /// Whether that of a group in a period is among them. Groups by area are those of the survey's own area.
    pub fn has(&self, survey: &Survey, cohort: &Cohort, period: &Period) -> bool {
        self.0.iter().any(|(held, place, of)| {
            let is_group = held == cohort && *place == survey.whole_area;
            let is_area = match cohort.traits() {
                [named] => place
                    .as_ref()
                    .is_some_and(|place| held.traits().is_empty() && place.name == named.category),
                _ => false,
            };
            (is_group || is_area) && of.is_some_and(|of| of.covers_same_days(period))
        })
    }
}

/// The figures of a subject that are withheld.
pub(super) fn withheld_figures(
    survey: &Survey,
    subject: &Subject,
    own: &[(Cohort, Condition)],
) -> HashSet<FigureKey> {
    let mut hidden = HashSet::new();
    let found = survey.questions.iter().find_map(|question| {
        let mut parts = question.indicator_parts().into_iter();
        let part = parts.find(|part| part.name == subject.name && part.origin == subject.origin)?;
        Some((question, part))
    });
    let Some((question, part)) = found else {
        return hidden;
    };
    let counting = Counting::of(survey);
    let Some(seen) = counting.protected(question, &part) else {
        return hidden;
    };
    let place = (Cohort::everyone(), survey.whole_area.clone());
    counting.mark(&mut hidden, &place, &seen.everybody);
    for (grouping, flags) in counting.survey.groupings().iter().zip(&seen.groups) {
        for (place, flags) in grouping.parts.iter().zip(flags) {
            counting.mark(&mut hidden, place, flags);
        }
    }
    let everybody: Vec<bool> = seen.everybody.iter().map(|held| !held).collect();
    for (cohort, condition) in own {
        let flags = counting.own_group(&seen.counted, condition, &everybody);
        let place = (cohort.clone(), survey.whole_area.clone());
        counting.mark(&mut hidden, &place, &flags);
    }
    hidden
}

/// Which figures of a measure are withheld.
struct Protected {
    counted: Codes,
    /// By window.
    everybody: Vec<bool>,
    /// By grouping, group and window.
    groups: Vec<Vec<Vec<bool>>>,
    /// What tables by each grouping withhold.
    in_tables: Vec<InTables>,
}

impl<'a> Counting<'a> {
    fn of(survey: &'a Survey) -> Self {
        Self {
            survey,
            windows: survey.window_units(),
        }
    }

    /// Which figures of what is counted of a question are withheld.
    fn protected(&self, question: &Question, part: &IndicatorPart) -> Option<Protected> {
        let mut indicators = question.indicators().into_iter();
        let counted = indicators
            .find(|held| held.name == part.name && held.origin == part.origin)?
            .counted;
        let single = match &question.answers {
            Answers::Single(single) => Some(single),
            _ => None,
        };
        // What tables of all answers withhold for the sake of one grouping counts for everybody, too.
        let groupings = self.survey.groupings();
        let in_tables: Vec<InTables> = groupings
            .iter()
            .map(|grouping| self.in_tables(single, part, grouping))
            .collect();
        let mut everybody: Vec<bool> = vec![false; self.windows.len()];
        for found in &in_tables {
            for (flag, held) in everybody.iter_mut().zip(&found.everybody) {
                *flag |= *held;
            }
        }
        let whole = Family {
            groups: vec![self.by_unit(&counted, None)],
            windows: self.units(),
            least_bases: vec![whole_number(LEAST_BASE)],
            everybody: Vec::new(),
            before: vec![everybody],
        };
        let everybody = whole.hidden().pop().unwrap_or_default();
        let seen: Vec<bool> = everybody.iter().map(|held| !held).collect();
        let least = |cohort: &Cohort| whole_number(policy(cohort).least_base);
        let of_grouping = |(grouping, found): (&Grouping<'_>, &InTables)| {
            let groups = 0..grouping.parts.len();
            let groups = groups.map(|place| self.by_unit(&counted, Some((grouping.codes, place))));
            let family = Family {
                groups: groups.collect(),
                windows: self.units(),
                least_bases: grouping
                    .parts
                    .iter()
                    .map(|(cohort, _)| least(cohort))
                    .collect(),
                everybody: seen.clone(),
                before: found.groups.clone(),
            };
            family.hidden()
        };
        let groups = groupings.iter().zip(&in_tables).map(of_grouping).collect();
        Some(Protected {
            counted,
            everybody,
            groups,
            in_tables,
        })
    }
}

/// The answers that are in the base.
fn in_base(single: &Single) -> Vec<u16> {
    let answers = (0_u16..).zip(&single.answers);
    let in_base = answers.filter(|(_, answer)| answer.is_in_base);
    in_base.map(|(place, _)| place).collect()
}

/// Respondents by group and answer, over some of the shortest periods.
fn sums_of(by_unit: &[Vec<Vec<u64>>], units: &[usize], answers: usize) -> Counts {
    let of_group = |of_group: &Vec<Vec<u64>>| {
        let mut sum = vec![0; answers];
        for unit in units.iter().filter_map(|unit| of_group.get(*unit)) {
            sum.iter_mut()
                .zip(unit)
                .for_each(|(sum, held)| *sum += held);
        }
        sum
    };
    by_unit.iter().map(of_group).collect()
}

impl Grouping<'_> {
    /// Which groups have too small a base in a table.
    fn unprinted(&self, counts: &Counts) -> Vec<bool> {
        let both = counts.iter().zip(&self.parts);
        let is_under = |(held, (cohort, _)): (&Vec<u64>, &(Cohort, Option<Area>))| {
            held.iter().sum::<u64>() < whole_number(policy(cohort).least_base)
        };
        both.map(is_under).collect()
    }
}

/// What a table of all answers to a question withholds of what is counted, by window.
struct InTables {
    groups: Vec<Vec<bool>>,
    everybody: Vec<bool>,
}

fn policy(cohort: &Cohort) -> BasePolicy {
    sensitive::base_policy(cohort)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a base of a policy, far within both types"
)]
fn whole_number(base: f64) -> u64 {
    base.max(0.0).ceil() as u64
}

impl Counting<'_> {
    fn units(&self) -> Vec<Vec<usize>> {
        self.windows
            .iter()
            .map(|(_, units)| units.clone())
            .collect()
    }

    fn mark(
        &self,
        hidden: &mut HashSet<FigureKey>,
        (cohort, area): &(Cohort, Option<Area>),
        flags: &[bool],
    ) {
        let flagged = self.windows.iter().zip(flags).filter(|(_, held)| **held);
        let keys = flagged.map(|((period, _), _)| (cohort.clone(), area.clone(), *period));
        hidden.extend(keys);
    }

    fn shortest(&self) -> usize {
        let period = self.survey.period.as_ref();
        period.map_or(1, |period| period.entries.len())
    }

    /// The shortest period in which somebody was asked; `None` of those who count nowhere.
    fn unit_of(&self, respondent: usize) -> Option<usize> {
        self.survey.weight_of(respondent)?;
        match &self.survey.period {
            Some(period) => period.codes.get(respondent).map(usize::from),
            None => Some(0),
        }
    }

    /// Who is counted and who is not, by shortest period, among everybody or a part of a grouping.
    fn by_unit(&self, counted: &Codes, part: Option<(&Codes, usize)>) -> Vec<Pair> {
        let mut pairs = vec![Pair::default(); self.shortest()];
        for (respondent, counted) in counted.iter().enumerate() {
            let Some(counted) = counted else { continue };
            let is_in = |(codes, place): (&Codes, usize)| {
                codes.get(respondent).map(usize::from) == Some(place)
            };
            if !part.is_none_or(is_in) {
                continue;
            }
            let pair = self
                .unit_of(respondent)
                .and_then(|unit| pairs.get_mut(unit));
            if let Some([yes, no]) = pair {
                *(if counted == 1 { yes } else { no }) += 1;
            }
        }
        pairs
    }

    /// What the cross-tab of a question by a grouping withholds of the answers that are counted, in each window.
    fn in_tables(
        &self,
        single: Option<&Single>,
        part: &IndicatorPart,
        grouping: &Grouping<'_>,
    ) -> InTables {
        let (groups, windows) = (grouping.parts.len(), self.windows.len());
        let mut found = InTables {
            groups: vec![vec![false; windows]; groups],
            everybody: vec![false; windows],
        };
        let (Some(single), Counted::Answers(members)) = (single, &part.counts) else {
            return found;
        };
        let in_base = in_base(single);
        let is_counted: Vec<bool> = in_base
            .iter()
            .map(|place| members.contains(place))
            .collect();
        let by_unit = self.answers(single, &in_base, grouping);
        let net = single.net.as_ref().map(|_| is_counted.as_slice());
        for (window, (_, units)) in self.windows.iter().enumerate() {
            let counts = sums_of(&by_unit, units, in_base.len());
            let unprinted = grouping.unprinted(&counts);
            let is_any_small = counts
                .iter()
                .flatten()
                .any(|count| numerator_is_withheld(*count));
            if !is_any_small && !unprinted.contains(&true) {
                continue;
            }
            let none = vec![false; in_base.len()];
            let pattern = withheld(&[counts], &unprinted, net, &none);
            let hides = |cells: &[bool]| {
                let on = |side: bool| {
                    let mut cells = cells.iter().zip(&is_counted);
                    cells.any(|(hidden, counted)| *hidden && *counted == side)
                };
                // One side tells the other.
                match net {
                    Some(_) => on(true) && on(false),
                    None => on(true),
                }
            };
            let columns = pattern.columns.iter().zip(&pattern.cells);
            for (flags, (whole, cells)) in found.groups.iter_mut().zip(columns) {
                if let Some(flag) = flags.get_mut(window) {
                    *flag = *whole || pattern.everything || hides(cells);
                }
            }
            if let Some(flag) = found.everybody.get_mut(window) {
                *flag = pattern.everything || hides(&pattern.all);
            }
        }
        found
    }

    /// How many gave each answer, by group and shortest period.
    fn answers(
        &self,
        single: &Single,
        in_base: &[u16],
        grouping: &Grouping<'_>,
    ) -> Vec<Vec<Vec<u64>>> {
        let none = vec![vec![0_u64; in_base.len()]; self.shortest()];
        let mut counts = vec![none; grouping.parts.len()];
        for (respondent, code) in single.codes.iter().enumerate() {
            let answer = code.and_then(|code| in_base.iter().position(|held| *held == code));
            let group = grouping.codes.get(respondent).map(usize::from);
            let (Some(answer), Some(group), Some(unit)) = (answer, group, self.unit_of(respondent))
            else {
                continue;
            };
            let count = counts
                .get_mut(group)
                .and_then(|units| units.get_mut(unit)?.get_mut(answer));
            if let Some(count) = count {
                *count += 1;
            }
        }
        counts
    }

    /// What is withheld of a group of the project's own: everybody less the group are the others.
    fn own_group(&self, counted: &Codes, condition: &Condition, seen: &[bool]) -> Vec<bool> {
        // A rule that the survey does not know gives no figure.
        let Some(is_member) = members(self.survey, condition) else {
            return vec![true; self.windows.len()];
        };
        let codes: Codes = is_member
            .iter()
            .map(|code| Some(u16::from(code.is_none())))
            .collect();
        let [own, others] = [0, 1].map(|place| self.by_unit(counted, Some((&codes, place))));
        // Everybody less the group are the others.
        let leaves_few = self.windows.iter().zip(seen).map(|((_, units), is_seen)| {
            let parts = units.iter().filter_map(|unit| others.get(*unit));
            let [yes, no] = parts.fold([0, 0], |sum: Pair, part| {
                [sum[0] + part[0], sum[1] + part[1]]
            });
            *is_seen && (numerator_is_withheld(yes) || numerator_is_withheld(no))
        });
        let family = Family {
            before: vec![leaves_few.collect()],
            groups: vec![own],
            windows: self.units(),
            least_bases: vec![whole_number(BasePolicy::STRICT.least_base)],
            everybody: Vec::new(),
        };
        family.hidden().pop().unwrap_or_default()
    }
}
