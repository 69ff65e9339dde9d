//! Every group of every dimension, and every pair of groups of two dimensions, in two periods at once: level,
//! change, the rest of everybody, and whether the group changed otherwise than the rest. One pass over the
//! respondents; everything after it is computed from sums.

use super::cells::{Cells, PartSums};
use super::design::SampleDesign;
use super::estimand::{Estimand, Estimated};
use super::estimate::{Difference, ShareEstimate};
use super::plan::{Axis, CellPlan, Column, Condition, FillCells, PlanError};
use super::respondents::Respondents;
use super::subject::Subject;
use crate::data::Cohort;
use crate::data::survey::Survey;
use crate::stats::taylor::Contrast;

/// What is asked of all groups at once.
#[derive(Clone, Debug)]
pub struct GroupsAsked<'a, S = Subject> {
    /// What is estimated.
    pub subject: &'a S,
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

/// A share or mean in two periods.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ThenAndNow<E = ShareEstimate> {
    /// In the earlier period; `None` where there is none or nobody answered.
    pub then: Option<E>,
    /// In the later period.
    pub now: Option<E>,
    /// The change: as between independent samples, or, where the periods share respondents, by the variance
    /// that takes those into account.
    pub change: Option<Difference>,
}

/// A group in two periods beside the rest of everybody.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupThenAndNow<E = ShareEstimate> {
    /// The group: one category of one dimension, or of each of two.
    pub cohort: Cohort,
    /// The group.
    pub group: ThenAndNow<E>,
    /// Everybody else, exactly.
    pub rest: ThenAndNow<E>,
    /// The change of the group less the change of the rest.
    pub change_against_rest: Option<Difference>,
}

/// All groups of a survey in two periods.
#[derive(Clone, Debug, PartialEq)]
pub struct AllGroups<E = ShareEstimate> {
    /// Everybody.
    pub everyone: ThenAndNow<E>,
    /// The groups: of each dimension, the project's own, then the pairs.
    pub groups: Vec<GroupThenAndNow<E>>,
    /// Whether the periods share respondents. Then no change is compared with that of the rest.
    pub periods_overlap: bool,
}

impl<E: Estimated> GroupThenAndNow<E> {
    /// The group now against the rest now.
    pub fn against_rest(&self) -> Option<Difference> {
        Some(E::difference(&self.rest.now?, &self.group.now?))
    }
}

/// Looks at all groups at once.
///
/// # Errors
/// [`PlanError`] where the survey has not the columns, or there are too many groups.
pub fn all_groups<S: Estimand>(
    respondents: &Respondents<'_>,
    asked: &GroupsAsked<'_, S>,
) -> Result<AllGroups<S::Estimate>, PlanError> {
    let survey = respondents.survey();
    let (slices, then, now) = slices_of(&asked.then, &asked.now);
    let (groupings, names) = groupings_of(survey, asked);
    let plan = CellPlan {
        items: vec![asked.subject.item()],
        groupings,
        slices,
        filter: asked.filter.clone(),
        by_design: true,
    };
    let cells = respondents.fill(&plan)?;
    let periods = Periods {
        cells: &cells,
        design: &cells.design,
        slice_count: plan.slice_count(),
        then: &then,
        now: &now,
        asked,
    };
    let whole = periods.sums(0, 0)?;
    let mut groups = Vec::new();
    for (grouping, cohorts) in (1..).zip(names) {
        for (category, cohort) in cohorts.into_iter().enumerate() {
            groups.push(periods.group(cohort, &whole, &periods.sums(grouping, category)?));
        }
    }
    Ok(AllGroups {
        everyone: periods.estimates(&whole),
        groups,
        periods_overlap: periods.overlap(),
    })
}

/// The slices of time of two periods, and of which each consists. Where the periods share entries, each
/// entry is a slice of its own.
fn slices_of(then: &[u16], now: &[u16]) -> (Vec<Vec<u16>>, Vec<usize>, Vec<usize>) {
    if now.is_empty() {
        return (Vec::new(), Vec::new(), vec![0]);
    }
    if then.iter().any(|entry| now.contains(entry)) {
        let mut entries: Vec<u16> = then.iter().chain(now).copied().collect();
        entries.sort_unstable();
        entries.dedup();
        let of = |period: &[u16]| -> Vec<usize> {
            let entries = entries.iter().enumerate();
            let inside = entries.filter(|(_, entry)| period.contains(entry));
            inside.map(|(slice, _)| slice).collect()
        };
        let (then, now) = (of(then), of(now));
        return (
            entries.into_iter().map(|entry| vec![entry]).collect(),
            then,
            now,
        );
    }
    if then.is_empty() {
        return (vec![now.to_vec()], Vec::new(), vec![0]);
    }
    (vec![then.to_vec(), now.to_vec()], vec![0], vec![1])
}

/// The groupings that are wanted, the first of everybody, and the cohorts of the others.
fn groupings_of<S>(
    survey: &Survey,
    asked: &GroupsAsked<'_, S>,
) -> (Vec<Vec<Axis>>, Vec<Vec<Cohort>>) {
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
        names.push(dimension.cohorts().collect());
    }
    for (cohort, condition) in &asked.own {
        groupings.push(vec![Axis::Group(condition.clone())]);
        names.push(vec![cohort.clone()]);
    }
    if asked.with_pairs {
        for (number, (first, one)) in dimensions.iter().enumerate() {
            for (second, other) in dimensions.iter().skip(number + 1) {
                groupings.push(vec![axis(*first), axis(*second)]);
                names.push(one.cohorts_crossed(other).collect());
            }
        }
    }
    (groupings, names)
}

/// The two periods as they are looked at.
struct Periods<'a, S> {
    cells: &'a Cells,
    design: &'a SampleDesign,
    slice_count: usize,
    then: &'a [usize],
    now: &'a [usize],
    asked: &'a GroupsAsked<'a, S>,
}

/// The sums of a group, in both periods and (where they overlap) in each slice.
struct GroupSums {
    then: PartSums,
    now: PartSums,
    slices: Vec<PartSums>,
}

impl GroupSums {
    fn without(&self, group: &Self) -> Self {
        let slices = self.slices.iter().zip(&group.slices);
        Self {
            then: self.then.without(&group.then),
            now: self.now.without(&group.now),
            slices: slices.map(|(whole, group)| whole.without(group)).collect(),
        }
    }
}

impl<S: Estimand> Periods<'_, S> {
    fn overlap(&self) -> bool {
        self.then.iter().any(|slice| self.now.contains(slice))
    }

    fn sums(&self, grouping: usize, category: usize) -> Result<GroupSums, PlanError> {
        let subject = self.asked.subject;
        let sums = |slices: &[usize]| {
            let sums = subject.sums(self.cells, grouping, slices, category);
            sums.ok_or(PlanError::NoSuchColumn)
        };
        let slices = if self.overlap() { self.slice_count } else { 0 };
        Ok(GroupSums {
            then: sums(self.then)?,
            now: sums(self.now)?,
            slices: (0..slices)
                .map(|slice| sums(&[slice]))
                .collect::<Result<_, _>>()?,
        })
    }

    fn estimates(&self, sums: &GroupSums) -> ThenAndNow<S::Estimate> {
        let then = S::Estimate::of(self.design, self.then, &sums.then);
        let now = S::Estimate::of(self.design, self.now, &sums.now);
        let both = then.as_ref().zip(now.as_ref());
        let change = both.and_then(|(then, now)| {
            if self.overlap() {
                self.design.rolling(self.then, self.now, &sums.slices)
            } else {
                Some(S::Estimate::difference(then, now))
            }
        });
        ThenAndNow { then, now, change }
    }

    fn group(
        &self,
        cohort: Cohort,
        whole: &GroupSums,
        group: &GroupSums,
    ) -> GroupThenAndNow<S::Estimate> {
        let rest = whole.without(group);
        GroupThenAndNow {
            cohort,
            group: self.estimates(group),
            rest: self.estimates(&rest),
            change_against_rest: self.change_against_rest(group, &rest),
        }
    }

    fn change_against_rest(&self, group: &GroupSums, rest: &GroupSums) -> Option<Difference> {
        if self.overlap() || self.then.is_empty() {
            return None;
        }
        let contrast = |slices: &[usize], rest: &PartSums, group: &PartSums| -> Option<Contrast> {
            let nobody = PartSums::default();
            self.design.contrast(slices, rest, group, &nobody)
        };
        let earlier = contrast(self.then, &rest.then, &group.then)?;
        let later = contrast(self.now, &rest.now, &group.now)?;
        Some(Difference::in_differences(&earlier, &later))
    }
}
