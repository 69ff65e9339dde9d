//! What is computed from the project's sources, kept as long as they stay the same.

use std::sync::Arc;

use crate::analysis::overview::{Headline, headline};
use crate::analysis::{Catalogue, Question, TrendAnswer, answer};
use crate::project::Project;

/// The catalogue of a set of sources, and their measures at a glance.
#[derive(Debug, Default)]
pub struct Explored {
    /// What the sources hold.
    pub catalogue: Catalogue,
    /// The measures at a glance, in the catalogue's order.
    pub headlines: Vec<Headline>,
}

impl Explored {
    /// Reads through the sources of a project.
    pub fn of(project: &Project) -> Self {
        let catalogue = project.catalogue();
        let headlines = catalogue
            .measures()
            .map(|(key, entry)| headline(&catalogue, key, entry))
            .collect();
        Self {
            catalogue,
            headlines,
        }
    }

    /// Whether this was computed from just these sources.
    pub fn is_of(&self, project: &Project) -> bool {
        let (held, wanted) = (self.catalogue.sources(), &project.sources);
        held.len() == wanted.len() && held.iter().zip(wanted).all(|(a, b)| Arc::ptr_eq(a, b))
    }

    /// The answer to a question.
    pub fn answer(&self, question: &Question) -> Option<TrendAnswer> {
        answer(&self.catalogue, question)
    }
}
