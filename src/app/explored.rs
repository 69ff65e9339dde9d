//! What is computed from the project's sources, kept as long as they stay the same.

use std::sync::Arc;

use crate::analysis::Catalogue;
use crate::analysis::cohort_rule::NamedCohort;
use crate::analysis::dictionary::{Listing, Proposal, proposals};
use crate::analysis::overview::{Headline, headline};
use crate::data::Source;
use crate::project::{Project, View};

/// The catalogue of a set of sources, and their measures at a glance.
#[derive(Clone, Debug, Default)]
pub struct Explored {
    /// The sources, as they were imported.
    sources: Vec<Arc<Source>>,
    /// The groups of people of the project's own.
    groups: Arc<[NamedCohort]>,
    /// What the sources hold.
    pub catalogue: Catalogue,
    /// The measures at a glance, in the catalogue's order.
    pub headlines: Vec<Headline>,
    /// Everything that can be named.
    pub listing: Listing,
    /// What looks the same and may be merged.
    pub proposals: Vec<Proposal>,
}

impl Explored {
    /// Reads through the sources of a project, in its words.
    pub fn of(project: &Project) -> Self {
        let catalogue = project.catalogue();
        // Looked for here, where there is time, and not when the tabs are first drawn.
        catalogue.concern_sets();
        let headlines = catalogue
            .measures()
            .map(|(key, entry)| headline(&catalogue, key, entry))
            .collect();
        let listing = Listing::of(&project.sources, &project.dictionary);
        let proposals = proposals(&catalogue, &listing);
        Self {
            sources: project.sources.clone(),
            groups: project.groups.clone(),
            catalogue,
            headlines,
            listing,
            proposals,
        }
    }

    /// Whether this was computed from just these sources in just these words, with just these groups.
    pub fn is_of(&self, project: &Project) -> bool {
        let (held, wanted) = (&self.sources, &project.sources);
        held.len() == wanted.len()
            && held.iter().zip(wanted).all(|(a, b)| Arc::ptr_eq(a, b))
            && *self.catalogue.dictionary() == project.dictionary
            && self.groups == project.groups
            && *self.catalogue.breaks() == project.breaks
    }

    /// The same with the project's targets, weights of harm, boundaries and links of priorities of now; `None`
    /// where it has them.
    pub fn with_targets_of(&self, project: &Project) -> Option<Self> {
        let has_targets = Arc::ptr_eq(self.catalogue.targets(), &project.targets)
            || *self.catalogue.targets() == project.targets;
        let (held, wanted) = (self.catalogue.boundaries(), &project.boundaries);
        let has_boundaries = held.len() == wanted.len()
            && held
                .iter()
                .zip(wanted.iter())
                .all(|(a, b)| Arc::ptr_eq(a, b));
        let is_known = has_targets
            && has_boundaries
            && *self.catalogue.harm() == project.harm
            && *self.catalogue.lineages() == project.lineages;
        (!is_known).then(|| Self {
            catalogue: self
                .catalogue
                .clone()
                .with_targets(&project.targets)
                .with_harm(&project.harm)
                .with_lineages(&project.lineages)
                .with_boundaries(&project.boundaries),
            ..self.clone()
        })
    }

    /// The project with what its screen shows in the words of today, whatever they were when it was saved.
    pub fn shown(&self, project: &Arc<Project>) -> Arc<Project> {
        if project.dictionary.is_empty() {
            return project.clone();
        }
        let view: View = project.view.resolved(&self.catalogue);
        if view == project.view {
            return project.clone();
        }
        Arc::new(Project {
            view,
            ..project.as_ref().clone()
        })
    }
}
