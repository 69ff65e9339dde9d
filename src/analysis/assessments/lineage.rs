//! Which priorities of a review became which of a later one, as far as the user has said so.

use serde::{Deserialize, Serialize};

use super::review::{Review, ReviewKey};
use crate::base::text::fold;

/// What is declared of the priorities of two reviews.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lineage {
    /// The earlier review.
    pub earlier: ReviewKey,
    /// The later one.
    pub later: ReviewKey,
    /// What became of what; each priority stands in one of them at most.
    pub links: Vec<LineageLink>,
}

/// What became of what: one of one, several of one (a split), one of several (a merger), nothing of one
/// (dropped), one of nothing (new).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineageLink {
    /// The priorities of the earlier review, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<String>,
    /// Those of the later review.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<String>,
}

impl LineageLink {
    /// Whether it says something that can be: not nothing of nothing, and not several of several.
    pub const fn is_sound(&self) -> bool {
        let (from, to) = (self.from.len(), self.to.len());
        from + to > 0 && (from <= 1 || to <= 1)
    }

    /// Whether a priority of one of its reviews stands in both.
    pub fn overlaps(&self, other: &Self) -> bool {
        let shares = |one: &[String], other: &[String]| {
            one.iter()
                .any(|name| other.iter().any(|held| fold(held) == fold(name)))
        };
        shares(&self.from, &other.from) || shares(&self.to, &other.to)
    }

    /// The places of its priorities in both reviews; `None` where a side that it names is there no more.
    pub(super) fn places(
        &self,
        earlier: &Review,
        later: &Review,
    ) -> Option<(Vec<usize>, Vec<usize>)> {
        let find = |names: &[String], review: &Review| {
            let places = names.iter().filter_map(|name| review.subject_named(name));
            let places: Vec<usize> = places.collect();
            (places.is_empty() == names.is_empty()).then_some(places)
        };
        Some((find(&self.from, earlier)?, find(&self.to, later)?))
    }
}
