//! The groups of people that a project has made for itself, each a category of the dimension
//! [`OWN_GROUPS`] wherever a survey knows its names.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::rule::CohortRule;
use crate::analysis::Dictionary;
use crate::analysis::survey::{Condition, members};
use crate::data::survey::Survey;
use crate::data::{Cohort, Source, SourceBuilder};

/// The dimension whose categories are the project's own groups.
pub const OWN_GROUPS: &str = "Own groups";

/// A group of people with a name and a rule.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NamedCohort {
    /// "Young women in the City".
    pub name: String,
    /// Who is in it.
    pub rule: CohortRule,
}

impl NamedCohort {
    /// The group as charts know it.
    pub fn cohort(&self) -> Cohort {
        Cohort::of(OWN_GROUPS, self.name.as_str())
    }

    /// Those of some groups whose names a survey knows, as conditions on its respondents.
    pub fn conditions(
        groups: &[Self],
        survey: &Survey,
        dictionary: &Dictionary,
    ) -> Vec<(Cohort, Condition)> {
        let known = groups.iter().filter_map(|group| {
            let condition = group.rule.condition(survey, dictionary).ok()?;
            Some((group.cohort(), condition))
        });
        known.collect()
    }
}

/// Sources with the figures of a project's own groups beside those of the groups that the workbooks name:
/// worked out of the respondents by the same rules, and pointing at the same columns. Sources without a
/// survey that knows one of the groups are left as they are.
pub fn with_own_groups(
    sources: &[Arc<Source>],
    groups: &[NamedCohort],
    dictionary: &Dictionary,
) -> Vec<Arc<Source>> {
    let with = |source: &Arc<Source>| {
        let mut builder: Option<SourceBuilder> = None;
        for survey in &source.surveys {
            for (cohort, condition) in NamedCohort::conditions(groups, survey, dictionary) {
                if let Some(members) = members(survey, &condition) {
                    let builder = builder.get_or_insert_with(|| SourceBuilder::of(source));
                    survey.tabulate_group(&cohort, &members, builder);
                }
            }
        }
        builder.map_or_else(
            || source.clone(),
            |builder| Arc::new(builder.beside(source)),
        )
    };
    sources.iter().map(with).collect()
}
