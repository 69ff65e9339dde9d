//! A comparison of every answer to a question between two periods is two tables: what they withhold, it withholds.

use super::groups::Time;
use super::table::{Disclosed, NotDisclosed, disclosed};
use crate::analysis::survey::{
    AllGroups, BannerPart, Column, Condition, CrossTabAsked, GroupsAsked, Respondents,
};
use crate::data::Cohort;
use crate::data::survey::Survey;
use crate::stats::multiplicity::Adjustment;

/// The tables of a question in two periods.
#[derive(Debug)]
pub struct TablesCompared {
    /// By column: everybody's has no cohort.
    cohorts: Vec<Option<Cohort>>,
    then: Option<Disclosed>,
    now: Option<Disclosed>,
}

impl TablesCompared {
    /// The tables of a question by the groups that are compared.
    ///
    /// # Errors
    /// [`NotDisclosed`] where a table may not be seen at all. One of nobody withholds nothing.
    pub fn of<S>(
        respondents: &Respondents<'_>,
        question: usize,
        asked: &GroupsAsked<'_, S>,
    ) -> Result<Self, NotDisclosed> {
        let survey = respondents.survey();
        let (banner, cohorts) = banner_of(survey, asked);
        let table = |periods: &[u16]| {
            let asked = CrossTabAsked {
                question,
                banner: banner.clone(),
                periods: periods.to_vec(),
                filter: asked.filter.clone(),
                nets: Vec::new(),
                adjustment: Adjustment::BenjaminiHochberg,
                letters_on_low_bases: false,
            };
            match disclosed(respondents, &asked) {
                Ok(table) => Ok(Some(table)),
                Err(NotDisclosed::Nobody) => Ok(None),
                Err(error) => Err(error),
            }
        };
        Ok(Self {
            cohorts: std::iter::once(None)
                .chain(cohorts.into_iter().map(Some))
                .collect(),
            then: table(&asked.then)?,
            now: table(&asked.now)?,
        })
    }

    /// Whether the tables withhold what is said in a row of a group, or of everybody.
    pub fn withhold(&self, row: &str, cohort: Option<&Cohort>, time: Time) -> bool {
        let table = match time {
            Time::Then => self.then.as_ref(),
            Time::Now => self.now.as_ref(),
        };
        let Some(table) = table else { return false };
        let place = table.figures.rows.iter().position(|held| held.label == row);
        let column = self.cohorts.iter().position(|held| held.as_ref() == cohort);
        let cell = place.zip(column).and_then(|(row, column)| {
            let cell = table.cells.get(row)?.get(column)?;
            Some(cell.is_confidential())
        });
        cell.unwrap_or(true)
    }

    /// Takes out of a row what the tables withhold of everybody; gives in which periods, the earlier first.
    pub fn take_out_of_everyone<E>(&self, row: &str, found: &mut AllGroups<E>) -> [bool; 2] {
        self.take_out(row, None, |time| found.everyone.take_out(time))
    }

    /// The same of each group.
    pub fn take_out_of_groups<E>(&self, row: &str, found: &mut AllGroups<E>) -> Vec<[bool; 2]> {
        let groups = found.groups.iter_mut();
        groups
            .map(|group| {
                let cohort = group.cohort.clone();
                self.take_out(row, Some(&cohort), |time| group.take_out(time))
            })
            .collect()
    }

    fn take_out(
        &self,
        row: &str,
        cohort: Option<&Cohort>,
        mut take_out: impl FnMut(Time),
    ) -> [bool; 2] {
        Time::BOTH.map(|time| {
            let is_withheld = self.withhold(row, cohort, time);
            if is_withheld {
                take_out(time);
            }
            is_withheld
        })
    }
}

/// The headings of the groups that are compared, and who is in each column.
fn banner_of<S>(survey: &Survey, asked: &GroupsAsked<'_, S>) -> (Vec<BannerPart>, Vec<Cohort>) {
    let (mut banner, mut cohorts) = (Vec::new(), Vec::new());
    for place in &asked.dimensions {
        let dimension = survey.dimensions.get(*place);
        let part = BannerPart::of(survey, Column::Dimension(*place));
        if let (Some(dimension), Some(part)) = (dimension, part) {
            banner.push(part);
            cohorts.extend(dimension.cohorts());
        }
    }
    if !asked.own.is_empty() {
        let named = |(cohort, rule): &(Cohort, Condition)| (cohort.label(), rule.clone());
        let groups = asked.own.iter().map(named).collect();
        banner.push(BannerPart::own("", groups));
        cohorts.extend(asked.own.iter().map(|(cohort, _)| cohort.clone()));
    }
    if !asked.with_pairs {
        return (banner, cohorts);
    }
    for (number, first) in asked.dimensions.iter().enumerate() {
        for second in asked.dimensions.iter().skip(number + 1) {
            let [one, other] = [first, second].map(|place| survey.dimensions.get(*place));
            let columns = [*first, *second].map(Column::Dimension);
            let part = BannerPart::crossed(survey, columns[0], columns[1]);
            if let (Some(one), Some(other), Some(part)) = (one, other, part) {
                banner.push(part);
                cohorts.extend(one.cohorts_crossed(other));
            }
        }
    }
    (banner, cohorts)
}
