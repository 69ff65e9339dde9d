//! The document: what was imported and what the user wants to see of it; edits with undo; its file. It
//! holds intent, never results, and knows nothing of drawing.

pub mod boundaries;
pub mod brand;
pub mod breaks;
pub mod change_table_spec;
pub mod chart_kind;
pub mod concerns_spec;
pub mod cross_tab_spec;
mod define;
pub mod differences;
pub mod districts_spec;
pub mod edit;
pub mod group_spec;
pub mod harm;
pub mod history;
pub mod layout_file;
pub mod layout_folder;
mod lineages;
pub mod lock;
pub mod matrix_spec;
mod own_groups;
mod places;
pub mod priority_spec;
mod same;
pub mod saving;
pub mod scale_spec;
pub mod scorecard_spec;
mod shared_note;
pub mod store;
pub mod story;
pub mod targets;
pub mod trend_spec;

use std::sync::Arc;

use crate::analysis::assessments::Lineage;
use crate::analysis::breaks::Breaks;
use crate::analysis::cohort_rule::{NamedCohort, with_own_groups};
use crate::analysis::harm::HarmSpec;
use crate::analysis::refresh::Succession;
use crate::analysis::targets::TargetSpec;
use crate::analysis::{Catalogue, Dictionary, Question};
use crate::data::{Boundaries, Source};
use crate::import::remembered::RememberedLayout;

pub use boundaries::BoundaryEdit;
pub use brand::{Brand, BrandColour, Logo};
pub use breaks::BreakEdit;
pub use change_table_spec::ChangeTableSpec;
pub use chart_kind::ChartKind;
pub use concerns_spec::ConcernsSpec;
pub use cross_tab_spec::{CrossTabSpec, Percentages};
pub use differences::{DifferenceGroup, DifferenceSubject, Differences, differences};
pub use districts_spec::{DistrictsArrangement, DistrictsSpec, MapShows};
pub use edit::{Edit, EditError};
pub use group_spec::{BreakdownDrawing, ChangeDrawing, GroupOrder, GroupSpec, HeatmapCells};
pub use harm::HarmEdit;
pub use history::History;
pub use lineages::LineageEdit;
pub use lock::{Lock, Passphrase};
pub use matrix_spec::{MatrixDrawing, MatrixSpec};
pub use priority_spec::PrioritySpec;
pub use scale_spec::ScaleSpec;
pub use scorecard_spec::ScorecardSpec;
pub use shared_note::SharedNote;
pub use store::NewerPart;
pub use story::{Slide, SlideEdit, Story, StoryEdit};
pub use targets::TargetEdit;
pub use trend_spec::TrendSpec;

/// A project: small to clone, since imported data are shared.
#[derive(Clone, Debug, Default)]
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
    /// The groups of people that it makes for itself, by name.
    pub groups: Arc<[NamedCohort]>,
    /// What is wanted of measures.
    pub targets: Arc<[TargetSpec]>,
    /// What became of which priorities from one review to another.
    pub lineages: Arc<[Lineage]>,
    /// Where the series of measures break.
    pub breaks: Arc<Breaks>,
    /// The boundaries with which maps are drawn, each file once.
    pub boundaries: Arc<[Arc<Boundaries>]>,
    /// Weights of harm, and which concern an offence is.
    pub harm: Arc<HarmSpec>,
    /// Its presentations.
    pub stories: Arc<[Story]>,
    /// Whose it is: name, colours and logo.
    pub brand: Arc<Brand>,
    /// What the explore screen shows.
    pub view: View,
    /// What a copy to share holds and leaves out; `None` of a project that holds what was imported.
    pub shared: Option<Arc<SharedNote>>,
    /// Whether its file is locked.
    pub lock: Lock,
    /// What a newer program wrote into its file and this one does not know; saved as it is.
    pub newer: Arc<[NewerPart]>,
}

/// What the explore screen shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// The question; `None` until a measure is chosen.
    pub question: Option<Question>,
    /// How the trend is drawn.
    pub trend: TrendSpec,
    /// What the change table shows.
    pub change_table: ChangeTableSpec,
    /// How groups side by side are drawn.
    pub groups: GroupSpec,
    /// How a cross-tab is drawn.
    pub cross_tab: CrossTabSpec,
    /// How a scale of answers is drawn.
    pub scale: ScaleSpec,
    /// How areas side by side are drawn.
    pub districts: DistrictsSpec,
    /// How a list of concerns is drawn.
    pub concerns: ConcernsSpec,
    /// How the scorecard is drawn.
    pub scorecard: ScorecardSpec,
    /// How reviews of priorities are drawn.
    pub matrix: MatrixSpec,
    /// How priority cohorts are looked for and drawn.
    pub priority: PrioritySpec,
}

impl Project {
    /// What its sources hold, in its words.
    pub fn catalogue(&self) -> Catalogue {
        let sources = with_own_groups(&self.sources, &self.groups, &self.dictionary);
        Catalogue::in_words(&sources, &self.dictionary)
            .with_groups(&self.groups)
            .with_successions(&self.successions)
            .with_targets(&self.targets)
            .with_lineages(&self.lineages)
            .with_harm(&self.harm)
            .with_breaks(&self.breaks)
            .with_boundaries(&self.boundaries)
    }

    /// How many observations all sources hold.
    pub fn observation_count(&self) -> usize {
        self.sources
            .iter()
            .map(|source| source.observations.len())
            .sum()
    }
}
