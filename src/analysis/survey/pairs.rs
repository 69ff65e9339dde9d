//! Every group of every dimension, and every pair of groups of two dimensions, in two periods at once: level,
//! change, the rest of everybody, and whether the group changed otherwise than the rest. One pass over the
//! respondents; everything after it is computed from sums.

use super::cells::{AnswerTable, PartSums};
use super::design::SampleDesign;
use super::estimate::{Difference, ShareEstimate};
use super::plan::{Axis, CellPlan, Column, Condition, FillCells, Item, PlanError};
use super::respondents::Respondents;
use super::subject::Subject;
use crate::data::Cohort;
use crate::data::survey::Survey;
use crate::stats::taylor::Contrast;

/// What is asked of all groups at once.
#[derive(Clone, Debug)]
pub struct GroupsAsked<'a> {
    /// What is estimated.
    pub subject: &'a Subject,
    /// The entries of the survey's period that make the earlier period; none where there is no earlier one.
    pub then: Vec<u16>,
    /// Those of the later; none where everybody is, whenever they were asked.
    pub now: Vec<u16>,
    /// Who is looked at, such as those of one area.
    pub filter: Option<Condition>,
    /// The dimensions, by their places in the survey.
    pub dimensions: Vec<usize>,
    /// Whether every pair of groups of two dimensions is looked at, too.
    pub with_pairs: bool,
    /// Groups of the project's own.
    pub own: Vec<(Cohort, Condition)>,
}

/// A share in two periods.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ThenAndNow {
    /// In the earlier period; `None` where there is none or nobody answered.
    pub then: Option<ShareEstimate>,
    /// In the later period.
    pub now: Option<ShareEstimate>,
}

/// A group in two periods beside the rest of everybody.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupThenAndNow {
    /// The group: one category of one dimension, or of each of two.
    pub cohort: Cohort,
    /// The group.
    pub group: ThenAndNow,
    /// Everybody else, exactly.
    pub rest: ThenAndNow,
    /// The change of the group less the change of the rest.
    pub change_against_rest: Option<Difference>,
}

/// All groups of a survey in two periods.
#[derive(Clone, Debug, PartialEq)]
pub struct AllGroups {
    /// Everybody.
    pub everyone: ThenAndNow,
    /// The groups: of each dimension, the project's own, then the pairs.
    pub groups: Vec<GroupThenAndNow>,
    /// Whether the periods share respondents, so that no change is tested.
    pub periods_overlap: bool,
}

impl ThenAndNow {
    /// The change, tested as between independent samples.
    pub fn change(&self) -> Option<Difference> {
        Some(Difference::between(&self.then?, &self.now?))
    }
}

impl GroupThenAndNow {
    /// The group now against the rest now.
    pub fn against_rest(&self) -> Option<Difference> {
        Some(Difference::between(&self.rest.now?, &self.group.now?))
    }
}

/// Looks at all groups at once.
///
/// # Errors
/// [`PlanError`] where the survey has not the columns, or there are too many groups.
pub fn all_groups(
    respondents: &Respondents<'_>,
    asked: &GroupsAsked<'_>,
) -> Result<AllGroups, PlanError> {
    let survey = respondents.survey();
    let (slices, then, now) = slices_of(&asked.then, &asked.now);
    let (groupings, names) = groupings_of(survey, asked);
    let plan = CellPlan {
        items: vec![Item::Answers(asked.subject.column)],
        groupings,
        slices,
        filter: asked.filter.clone(),
        by_design: true,
    };
    let cells = respondents.fill(&plan)?;
    let table = |grouping| cells.answers(0, grouping).ok_or(PlanError::NoSuchColumn);
    let periods = Periods {
        design: &cells.design,
        then: &then,
        now: &now,
        asked,
    };
    let whole = periods.sums(table(0)?, 0);
    let mut groups = Vec::new();
    for (grouping, cohorts) in (1..).zip(names) {
        let table = table(grouping)?;
        for (category, cohort) in cohorts.into_iter().enumerate() {
            groups.push(periods.group(cohort, &whole, &periods.sums(table, category)));
        }
    }
    Ok(AllGroups {
        everyone: periods.estimates(&whole),
        groups,
        periods_overlap: periods.overlap(),
    })
}

/// The slices of time of two periods, and of which each consists: those of one alone and those of both.
fn slices_of(then: &[u16], now: &[u16]) -> (Vec<Vec<u16>>, Vec<usize>, Vec<usize>) {
    if now.is_empty() {
        return (Vec::new(), Vec::new(), vec![0]);
    }
    let (both, only_now): (Vec<u16>, Vec<u16>) = now.iter().partition(|entry| then.contains(entry));
    let only_then: Vec<u16> = then
        .iter()
        .filter(|entry| !now.contains(entry))
        .copied()
        .collect();
    let (mut slices, mut of_then, mut of_now) = (Vec::new(), Vec::new(), Vec::new());
    for (entries, is_then, is_now) in [
        (only_then, true, false),
        (both, true, true),
        (only_now, false, true),
    ] {
        if entries.is_empty() {
            continue;
        }
        if is_then {
            of_then.push(slices.len());
        }
        if is_now {
            of_now.push(slices.len());
        }
        slices.push(entries);
    }
    (slices, of_then, of_now)
}

/// The groupings that are wanted, the first of everybody, and the cohorts of the others.
fn groupings_of(survey: &Survey, asked: &GroupsAsked<'_>) -> (Vec<Vec<Axis>>, Vec<Vec<Cohort>>) {
    let mut groupings = vec![Vec::new()];
    let mut names = Vec::new();
    let dimensions: Vec<_> = asked
        .dimensions
        .iter()
        .filter_map(|place| Some((*place, survey.dimensions.get(*place)?)))
        .collect();
    let axis = |place: usize| Axis::Column(Column::Dimension(place));
    for (place, dimension) in &dimensions {
        groupings.push(vec![axis(*place)]);
        let entries = dimension.groups.entries.iter();
        names.push(
            entries
                .map(|entry| Cohort::of(dimension.name.as_str(), entry.as_str()))
                .collect(),
        );
    }
    for (cohort, condition) in &asked.own {
        groupings.push(vec![Axis::Group(condition.clone())]);
        names.push(vec![cohort.clone()]);
    }
    if asked.with_pairs {
        for (number, (first, one)) in dimensions.iter().enumerate() {
            for (second, other) in dimensions.iter().skip(number + 1) {
                groupings.push(vec![axis(*first), axis(*second)]);
                let pairs = one.groups.entries.iter().flat_map(|entry| {
                    let cohort = Cohort::of(one.name.as_str(), entry.as_str());
                    let others = other.groups.entries.iter();
                    others.map(move |entry| cohort.clone().and(other.name.as_str(), entry.as_str()))
                });
                names.push(pairs.collect());
            }
        }
    }
    (groupings, names)
}

/// The two periods as they are looked at.
struct Periods<'a> {
    design: &'a SampleDesign,
    then: &'a [usize],
    now: &'a [usize],
    asked: &'a GroupsAsked<'a>,
}

impl Periods<'_> {
    fn overlap(&self) -> bool {
        self.then.iter().any(|slice| self.now.contains(slice))
    }

    fn sums(&self, table: &AnswerTable, category: usize) -> (PartSums, PartSums) {
        let counted = &self.asked.subject.counted;
        (
            table.share(self.then, category, counted),
            table.share(self.now, category, counted),
        )
    }

    fn estimates(&self, sums: &(PartSums, PartSums)) -> ThenAndNow {
        ThenAndNow {
            then: self.design.share(self.then, &sums.0),
            now: self.design.share(self.now, &sums.1),
        }
    }

    fn group(
        &self,
        cohort: Cohort,
        whole: &(PartSums, PartSums),
        group: &(PartSums, PartSums),
    ) -> GroupThenAndNow {
        let rest = (whole.0.without(&group.0), whole.1.without(&group.1));
        GroupThenAndNow {
            cohort,
            group: self.estimates(group),
            rest: self.estimates(&rest),
            change_against_rest: self.change_against_rest(group, &rest),
        }
    }

    fn change_against_rest(
        &self,
        group: &(PartSums, PartSums),
        rest: &(PartSums, PartSums),
    ) -> Option<Difference> {
        if self.overlap() || self.then.is_empty() {
            return None;
        }
        let contrast = |slices: &[usize], rest: &PartSums, group: &PartSums| -> Option<Contrast> {
            let nobody = PartSums::default();
            self.design.contrast(slices, rest, group, &nobody)
        };
        let earlier = contrast(self.then, &rest.0, &group.0)?;
        let later = contrast(self.now, &rest.1, &group.1)?;
        Some(Difference::in_differences(&earlier, &later))
    }
}
