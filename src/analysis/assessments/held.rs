//! What a catalogue knows of reviews.

use std::sync::Arc;

use super::lineage::{Lineage, LineageLink};
use super::review::ReviewKey;
use crate::analysis::catalogue::Catalogue;

impl Catalogue {
    /// The same, knowing what the project says became of which priorities.
    #[must_use]
    pub fn with_lineages(mut self, lineages: &Arc<[Lineage]>) -> Self {
        self.priority_lineages = lineages.clone();
        self
    }

    /// What the project says became of which priorities.
    pub const fn lineages(&self) -> &Arc<[Lineage]> {
        &self.priority_lineages
    }

    /// What it says of the priorities of two reviews.
    pub fn links_between(&self, earlier: &ReviewKey, later: &ReviewKey) -> &[LineageLink] {
        let mut lineages = self.priority_lineages.iter();
        lineages
            .find(|held| held.earlier == *earlier && held.later == *later)
            .map_or(&[], |held| &held.links)
    }

    /// Whether any source holds a review of priorities.
    pub fn has_reviews(&self) -> bool {
        let mut sources = self.sources().iter();
        sources.any(|source| !source.assessments.is_empty())
    }
}
