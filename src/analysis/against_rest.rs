//! A group against the rest of those to whom it belongs (statistical specification 2.3). A group is part of
//! the whole, so that the two are no independent samples; the group and everybody else are.

use super::change::Change;
use super::estimate::{Estimate, Interval};
use crate::data::{Status, Unit};
use crate::stats::base_policy::BaseTreatment;
use crate::stats::comparisons::{PublishedShare, rest_of_total};
use crate::stats::proportions::{Sample, Z_95, wilson_interval};

/// A group against the rest.
#[derive(Clone, Debug)]
pub struct AgainstRest {
    /// From the rest to the group: a positive difference is a group above the rest.
    pub comparison: Change,
    /// How the rest was found.
    pub basis: RestBasis,
}

/// How the rest was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RestBasis {
    /// By the respondents themselves: exact.
    Respondents,
    /// The one other category makes up the whole with the group: exact.
    OtherCategory,
    /// What the whole leaves without the group, by their unweighted bases: approximate where answers are
    /// weighted.
    WholeLessGroup,
    /// The other categories together, where nothing is known of the whole: approximate.
    OtherCategories,
}

impl RestBasis {
    /// Whether weights that are not known might move it.
    pub const fn is_approximate(self) -> bool {
        !matches!(self, Self::Respondents | Self::OtherCategory)
    }
}

/// The comparison of a group's percentage with the rest; `None` where no test can be made: in other units,
/// without bases, on a low base of the group, or where so few are left that the rest may not be seen.
///
/// `exact` is everybody else by the respondents themselves, where they are known. `whole` is everybody, of the
/// same source. `others` are all other categories of the dimension, where all
/// of them are given and may be seen; else none.
pub fn against_rest(
    unit: Unit,
    group: &Estimate,
    exact: Option<Estimate>,
    whole: Option<&Estimate>,
    others: &[&Estimate],
) -> Option<AgainstRest> {
    if unit != Unit::Percent || !group.is_showable(unit) {
        return None;
    }
    if group.treatment(unit) == BaseTreatment::LowBase || is_doubtful(group.status) {
        return None;
    }
    group.effective_base?;
    let is_same_source =
        |other: &&Estimate| other.provenance.source.id == group.provenance.source.id;
    let whole = whole
        .filter(is_same_source)
        .filter(|whole| whole.is_showable(unit));
    let (rest, basis) = match (whole, others) {
        _ if let Some(rest) = exact => (rest, RestBasis::Respondents),
        (Some(whole), [other]) if is_all_but(group, whole, other) => {
            ((*other).clone(), RestBasis::OtherCategory)
        }
        (Some(whole), _) => (whole_less_group(group, whole)?, RestBasis::WholeLessGroup),
        (None, [_, ..]) => (together(others)?, RestBasis::OtherCategories),
        (None, []) => return None,
    };
    if !rest.is_showable(unit) {
        return None;
    }
    let comparison = Change::between(unit, &rest, group, (1.0, 1.0));
    comparison.p_value?;
    Some(AgainstRest { comparison, basis })
}

/// Whether the source itself warns of a value, so that it is not ranked.
const fn is_doubtful(status: Status) -> bool {
    matches!(status, Status::LowBase | Status::LowReliability)
}

/// Whether a group and another category are together all respondents of the whole.
fn is_all_but(group: &Estimate, whole: &Estimate, other: &Estimate) -> bool {
    let bases = (
        group.unweighted_base,
        other.unweighted_base,
        whole.unweighted_base,
    );
    let (Some(group), Some(other_base), Some(whole)) = bases else {
        return false;
    };
    (group + other_base - whole).abs() < 0.5 && other.effective_base.is_some()
}

fn whole_less_group(group: &Estimate, whole: &Estimate) -> Option<Estimate> {
    let rest = rest_of_total(published(whole)?, published(group)?)?;
    let base = whole.unweighted_base? - group.unweighted_base?;
    Some(derived(rest, base, whole))
}

fn together(others: &[&Estimate]) -> Option<Estimate> {
    let published: Vec<PublishedShare> = others
        .iter()
        .map(|other| published(other))
        .collect::<Option<_>>()?;
    let base: f64 = published.iter().map(|other| other.weighted_base).sum();
    let successes: f64 = published
        .iter()
        .map(|other| other.weighted_base * other.sample.share)
        .sum();
    let sample = Sample {
        share: successes / base,
        effective_base: published
            .iter()
            .map(|other| other.sample.effective_base)
            .sum(),
    };
    let first = others.first()?;
    (base > 0.0).then(|| derived(sample, base, first))
}

fn published(estimate: &Estimate) -> Option<PublishedShare> {
    Some(PublishedShare {
        sample: Sample {
            share: estimate.value / 100.0,
            effective_base: estimate.effective_base?,
        },
        weighted_base: estimate.unweighted_base?,
    })
}

/// The rest as an estimate; its precision and its cells are those from which it was derived.
fn derived(sample: Sample, unweighted_base: f64, from: &Estimate) -> Estimate {
    Estimate {
        value: 100.0 * sample.share,
        interval: wilson_interval(sample, Z_95).map(|(lower, upper)| Interval {
            lower: 100.0 * lower,
            upper: 100.0 * upper,
        }),
        unweighted_base: Some(unweighted_base),
        effective_base: Some(sample.effective_base),
        status: Status::Ordinary,
        note: None,
        ..from.clone()
    }
}
