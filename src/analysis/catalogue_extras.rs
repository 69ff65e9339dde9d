//! What the project adds to a catalogue of what its sources hold: targets, weights of harm, boundaries.

use std::sync::Arc;

use super::catalogue::Catalogue;
use super::harm::HarmSpec;
use super::targets::TargetSpec;
use crate::data::Boundaries;

impl Catalogue {
    /// The same, knowing what the project wants of its measures.
    #[must_use]
    pub fn with_targets(mut self, targets: &Arc<[TargetSpec]>) -> Self {
        self.targets = targets.clone();
        self
    }

    /// What the project wants of its measures.
    pub const fn targets(&self) -> &Arc<[TargetSpec]> {
        &self.targets
    }

    /// The same, knowing the project's weights of harm.
    #[must_use]
    pub fn with_harm(mut self, harm: &Arc<HarmSpec>) -> Self {
        self.harm = harm.clone();
        self
    }

    /// What the project holds of harm.
    pub const fn harm(&self) -> &Arc<HarmSpec> {
        &self.harm
    }

    /// The same, knowing the boundaries of areas.
    #[must_use]
    pub fn with_boundaries(mut self, boundaries: &Arc<[Arc<Boundaries>]>) -> Self {
        self.boundaries = boundaries.clone();
        self
    }

    /// The boundaries of areas that the project has.
    pub const fn boundaries(&self) -> &Arc<[Arc<Boundaries>]> {
        &self.boundaries
    }
}
