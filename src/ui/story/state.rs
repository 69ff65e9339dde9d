//! What the screen of stories holds that is not part of the project, and what it asks for.

use super::pages::Pages;
use crate::project::story::{SlideId, StoryId, StoryTemplate};

/// Something that is to happen with stories and needs more than the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoryAction {
    /// Show a story.
    Open(StoryId),
    /// Ask for the name and the kind of a new story.
    New,
    /// Make a story from a template: its name, and the place that it is about.
    Make(StoryTemplate, String, Option<String>),
    /// Add the chart of the explore screen to a story, or to the one that is open.
    AddChart(Option<StoryId>, ChartAs),
    /// Show the chart of a slide on the explore screen.
    Explore(SlideId),
    /// Go back to the chart.
    Leave,
}

/// As what a chart is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartAs {
    /// A slide of its own.
    Chart,
    /// Its values as a table.
    Table,
    /// A message about it.
    Message,
    /// Beside the chart of a slide.
    Beside(SlideId),
}

/// A field that is being typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Field {
    Message,
    Subtitle,
    Paragraphs,
    Notes,
}

/// Words that are being typed, until the field is left.
#[derive(Clone, Debug)]
pub(super) struct Typing {
    pub slide: SlideId,
    pub field: Field,
    pub words: String,
}

/// A story that is about to be made.
#[derive(Clone, Debug, Default)]
pub struct NewStoryDraft {
    pub(super) name: String,
    pub(super) template: StoryTemplate,
    pub(super) place: Option<String>,
}

/// The state of the screen.
#[derive(Debug, Default)]
pub struct StoryState {
    /// The story on show.
    pub story: Option<StoryId>,
    /// The slide on show.
    pub selected: Option<SlideId>,
    /// The story that is about to be made.
    pub new_story: Option<NewStoryDraft>,
    /// The story that is being renamed, and its name so far.
    pub(super) renaming: Option<(StoryId, String)>,
    pub(super) typing: Option<Typing>,
    pub(super) pages: Pages,
    pub(super) dragging: Option<SlideId>,
    /// The slide that is to have the keyboard.
    pub(super) to_focus: Option<SlideId>,
    /// What assistive technology says of the last move.
    pub(super) announced: String,
}

impl StoryState {
    /// Whether a dialog of the screen is open, which has the keys.
    pub const fn has_dialog(&self) -> bool {
        self.new_story.is_some() || self.renaming.is_some()
    }

    /// Selects a slide and gives it the keyboard.
    pub const fn select(&mut self, slide: SlideId) {
        self.selected = Some(slide);
        self.to_focus = Some(slide);
    }
}
