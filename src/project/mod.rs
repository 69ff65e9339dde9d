//! The document: what was imported and what the user wants to see of it; edits with undo; its file. It
//! holds intent, never results, and knows nothing of drawing.

mod define;
pub mod edit;
pub mod history;
pub mod layout_file;
pub mod layout_folder;
mod places;
pub mod priority_spec;
pub mod store;
pub mod trend_spec;

use std::sync::Arc;

use crate::analysis::refresh::Succession;
use crate::analysis::{Catalogue, Dictionary, Question};
use crate::data::Source;
use crate::import::remembered::RememberedLayout;

pub use edit::{Edit, EditError};
pub use history::History;
pub use priority_spec::PrioritySpec;
pub use trend_spec::TrendSpec;

/// A project: small to clone, since imported data are shared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Project {
    /// The project's name, on the title bar.
    pub name: String,
    /// The imported workbooks, in the order of their import; an earlier return that was imported later
    /// stands before those that came after it.
    pub sources: Vec<Arc<Source>>,
    /// The layouts of partners' returns, by partner.
    pub layouts: Arc<[RememberedLayout]>,
    /// Which of them are newer returns of which.
    pub successions: Vec<Succession>,
    /// What the project calls what they hold, and what it takes for one.
    pub dictionary: Arc<Dictionary>,
    /// What the explore screen shows.
    pub view: View,
}

/// What the explore screen shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// The question; `None` until a measure is chosen.
    pub question: Option<Question>,
    /// How the trend is drawn.
    pub trend: TrendSpec,
    /// How priority cohorts are looked for and drawn.
    pub priority: PrioritySpec,
}

impl Project {
    /// What its sources hold, in its words.
    pub fn catalogue(&self) -> Catalogue {
        Catalogue::in_words(&self.sources, &self.dictionary).with_successions(&self.successions)
    }

    /// How many observations all sources hold.
    pub fn observation_count(&self) -> usize {
        self.sources
            .iter()
            .map(|source| source.observations.len())
            .sum()
    }
}
