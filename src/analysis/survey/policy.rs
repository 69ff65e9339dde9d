//! Which bases are large enough for a group of a survey: stricter ones where what it is made of is sensitive.

use super::banner::{BannerGroups, BannerPart};
use super::find::in_words;
use super::plan::{Axis, Column, Condition};
use crate::analysis::{sensitive, survey_view};
use crate::data::Cohort;
use crate::data::survey::Survey;
use crate::stats::base_policy::BasePolicy;

/// The bases for those for whom a condition holds.
pub fn policy_of_condition(survey: &Survey, condition: &Condition) -> BasePolicy {
    let mut columns = Vec::new();
    collect(condition, &mut columns);
    policy_of(survey, &columns)
}

/// The bases for the columns under a heading.
pub(super) fn policy_of_part(survey: &Survey, part: &BannerPart) -> BasePolicy {
    let mut columns = Vec::new();
    match &part.groups {
        BannerGroups::Apart(axes, _) => {
            for axis in axes {
                match axis {
                    Axis::Column(column) => columns.push(*column),
                    Axis::Group(condition) => collect(condition, &mut columns),
                }
            }
        }
        BannerGroups::Overlapping(groups) => {
            for (_, condition) in groups {
                collect(condition, &mut columns);
            }
        }
    }
    policy_of(survey, &columns)
}

/// The stricter of two.
pub fn stricter(one: BasePolicy, other: BasePolicy) -> BasePolicy {
    if other.least_base > one.least_base {
        other
    } else {
        one
    }
}

fn collect(condition: &Condition, columns: &mut Vec<Column>) {
    match condition {
        Condition::Is { column, .. } => columns.push(*column),
        Condition::Not(condition) => collect(condition, columns),
        Condition::All(conditions) | Condition::Any(conditions) => {
            for condition in conditions {
                collect(condition, columns);
            }
        }
    }
}

fn policy_of(survey: &Survey, columns: &[Column]) -> BasePolicy {
    let mut names = columns.iter().map(|column| in_words(survey, *column));
    if names.any(|name| survey_view::is_sensitive(&name)) {
        return BasePolicy::STRICT;
    }
    let cohort = columns.iter().fold(Cohort::everyone(), |cohort, column| {
        cohort.and(in_words(survey, *column), "")
    });
    sensitive::base_policy(&cohort)
}
