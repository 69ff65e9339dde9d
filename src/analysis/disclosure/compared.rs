//! A comparison of every answer to a question between two periods is two tables: what they withhold, it withholds.

use super::groups::Time;
use super::table::{Disclosed, NotDisclosed, disclosed};
use crate::analysis::survey::{
    AllGroups, BannerPart, Column, Condition, CrossTabAsked, Estimated, GroupsAsked, Respondents,
};
use crate::data::Cohort;
use crate::data::survey::Survey;
use crate::stats::multiplicity::Adjustment;

/// Which figures a comparison leaves out, the earlier period first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Of everybody.
    pub everyone: [bool; 2],
    /// Of each group.
    pub groups: Vec<[bool; 2]>,
}

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

    /// Takes out of a row what the tables withhold.
    pub fn take_out<E: Estimated>(&self, row: &str, found: &mut AllGroups<E>) -> LeftOut {
        let flags = |cohort: Option<&Cohort>| {
            [Time::Then, Time::Now].map(|time| self.withhold(row, cohort, time))
        };
        let left_out = LeftOut {
            everyone: flags(None),
            groups: found
                .groups
                .iter()
                .map(|group| flags(Some(&group.cohort)))
                .collect(),
        };
        for (time, is_withheld) in [Time::Then, Time::Now].into_iter().zip(left_out.everyone) {
            if is_withheld {
                found.everyone.take_out(time);
            }
        }
        for (group, flags) in found.groups.iter_mut().zip(&left_out.groups) {
            for (time, is_withheld) in [Time::Then, Time::Now].into_iter().zip(flags) {
                if *is_withheld {
                    group.take_out(time);
                }
            }
        }
        left_out
    }
}

/// The headings of the groups that are compared, and who is in each column.
fn banner_of<S>(survey: &Survey, asked: &GroupsAsked<'_, S>) -> (Vec<BannerPart>, Vec<Cohort>) {
    let (mut banner, mut cohorts) = (Vec::new(), Vec::new());
    let groups_of = |place: usize| -> Vec<Cohort> {
        let Some(dimension) = survey.dimensions.get(place) else {
            return Vec::new();
        };
        let entries = dimension.groups.entries.iter();
        let cohorts = entries.map(|entry| Cohort::of(dimension.name.as_str(), entry.as_str()));
        cohorts.collect()
    };
    for place in &asked.dimensions {
        if let Some(part) = BannerPart::of(survey, Column::Dimension(*place)) {
            banner.push(part);
            cohorts.extend(groups_of(*place));
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
            let [one, other] = [*first, *second].map(Column::Dimension);
            let Some(part) = BannerPart::crossed(survey, one, other) else {
                continue;
            };
            banner.push(part);
            for outer in groups_of(*first) {
                let inner = groups_of(*second);
                let traits = inner.iter().flat_map(Cohort::traits);
                cohorts.extend(traits.map(|held| {
                    let cohort = outer.clone();
                    cohort.and(held.dimension.as_str(), held.category.as_str())
                }));
            }
        }
    }
    (banner, cohorts)
}
