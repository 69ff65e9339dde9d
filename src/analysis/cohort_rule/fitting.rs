//! How many respondents a rule means, survey by survey.

use super::rule::CohortRule;
use crate::analysis::Dictionary;
use crate::analysis::survey::{NotFound, members};
use crate::data::survey::{Codes, Survey};
use crate::data::{Period, Source};

/// Those of a survey whom a rule means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitting {
    /// The survey's workbook.
    pub workbook: String,
    /// How many they are, or which of the rule's names the survey knows not.
    pub outcome: Result<FittingCount, NotFound>,
}

/// Respondents, unweighted; those without a weight that can be used are not among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FittingCount {
    /// In all periods.
    pub respondents: usize,
    /// The latest period of the survey, where it has several, and how many of them were asked in it.
    pub latest: Option<(Period, usize)>,
}

/// How many respondents of each survey fit a rule.
pub fn fitting<'s>(
    sources: impl IntoIterator<Item = &'s Source>,
    dictionary: &Dictionary,
    rule: &CohortRule,
) -> Vec<Fitting> {
    let mut all = Vec::new();
    for source in sources {
        all.extend(source.surveys.iter().map(|survey| {
            Fitting {
                workbook: source.file_name.clone(),
                outcome: rule
                    .condition(survey, dictionary)
                    .map(|condition| counted(survey, members(survey, &condition).as_ref())),
            }
        }));
    }
    all
}

fn counted(survey: &Survey, members: Option<&Codes>) -> FittingCount {
    let latest = survey.period.as_ref().filter(|held| held.entries.len() > 1);
    let latest = latest.and_then(|held| {
        let places = (0_u16..).zip(&held.entries);
        let (place, period) = places.max_by_key(|(_, period)| (period.end, period.start))?;
        Some((held, place, *period))
    });
    let (mut respondents, mut in_latest) = (0, 0);
    for (row, member) in members.into_iter().flat_map(Codes::iter).enumerate() {
        if member.is_none() || survey.weight_of(row).is_none() {
            continue;
        }
        respondents += 1;
        if latest.is_some_and(|(held, place, _)| held.codes.get(row) == Some(place)) {
            in_latest += 1;
        }
    }
    FittingCount {
        respondents,
        latest: latest.map(|(_, _, period)| (period, in_latest)),
    }
}
