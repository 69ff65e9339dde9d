//! Stories: presentations made of slides, in the order in which they are told. A slide holds what it asks
//! of the data, never what came of it.

mod edit;
mod follow_up;
mod key;
mod slide;
mod template;

pub use edit::{SlideEdit, StoryEdit};
pub use follow_up::{FollowUp, FollowUpEdit};
pub use slide::{Paragraph, Said, Slide, SlideChart, SlideContent, SlideId, TextSize};
pub use template::StoryTemplate;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A story of a project, by the number under which it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StoryId(pub u32);

/// The shape of a story's slides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SlideShape {
    /// 16:9, for screens and projectors of today.
    #[default]
    Wide,
    /// 4:3, for older projectors.
    Standard,
}

impl SlideShape {
    /// All of them, in the order of menus.
    pub const ALL: [Self; 2] = [Self::Wide, Self::Standard];

    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Wide => "Widescreen 16:9",
            Self::Standard => "Standard 4:3",
        }
    }
}

/// A presentation.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// Its number within the project.
    pub id: StoryId,
    /// What tells it from every story of every project, so that what was published of another one is never taken for
    /// its own; empty where it was made before stories had one.
    pub key: String,
    /// Its name: "Police and Crime Panel, 28 March".
    pub name: String,
    /// For whom it is told; empty where nobody said.
    pub audience: String,
    /// The shape of its slides.
    pub shape: SlideShape,
    /// The slides, in their order; shared with the steps of undo.
    pub slides: Vec<Arc<Slide>>,
    /// The number of the slide that is made next: a number is never given twice, so that a slide that was
    /// published is never taken for another one.
    pub next_slide: u32,
    /// What was asked while it was presented, in the order of asking; shared likewise.
    pub follow_ups: Vec<Arc<FollowUp>>,
}

impl Story {
    /// A story without slides. Its number is given when it is added to a project.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            id: StoryId(0),
            key: key::fresh(),
            name: name.into(),
            audience: String::new(),
            shape: SlideShape::default(),
            slides: Vec::new(),
            next_slide: 1,
            follow_ups: Vec::new(),
        }
    }

    /// What everything that is published of it is known by.
    pub fn origin(&self) -> String {
        if self.key.is_empty() {
            format!("story-{}", self.id.0)
        } else {
            format!("story-{}", self.key)
        }
    }

    /// Puts a slide at the end, under the next number.
    pub fn push(&mut self, slide: Slide) -> SlideId {
        self.insert(slide, self.slides.len())
    }

    /// The place of a slide.
    pub fn place_of(&self, slide: SlideId) -> Option<usize> {
        self.slides.iter().position(|held| held.id == slide)
    }

    /// The slides, in their order.
    pub fn each_slide(&self) -> impl DoubleEndedIterator<Item = &Slide> + ExactSizeIterator {
        self.slides.iter().map(Arc::as_ref)
    }

    /// A slide.
    pub fn slide(&self, slide: SlideId) -> Option<&Slide> {
        self.each_slide().find(|held| held.id == slide)
    }

    /// Puts a slide at a place, under the next number.
    fn insert(&mut self, mut slide: Slide, place: usize) -> SlideId {
        slide.id = SlideId(self.next_slide);
        self.next_slide = self.next_slide.saturating_add(1);
        let id = slide.id;
        self.slides
            .insert(place.min(self.slides.len()), Arc::new(slide));
        id
    }

    /// Whether no two slides share a number and the next number is free.
    pub fn is_sound(&self) -> bool {
        let mut ids: Vec<SlideId> = self.slides.iter().map(|slide| slide.id).collect();
        ids.sort_unstable();
        ids.windows(2).all(|pair| pair.first() != pair.last())
            && ids.last().is_none_or(|last| last.0 < self.next_slide)
    }
}

/// Gives stories that stand twice under one number, as damage leaves them, numbers and marks of their own; the names of
/// those that got them.
pub(in crate::project) fn number_apart(stories: &mut [Story]) -> Vec<String> {
    let mut next = stories.iter().map(|story| story.id.0).max().unwrap_or(0);
    let mut known: Vec<StoryId> = Vec::new();
    let mut numbered = Vec::new();
    for story in stories {
        if known.contains(&story.id) {
            next = next.saturating_add(1);
            story.id = StoryId(next);
            story.key = key::of_copy(&story.key, next);
            numbered.push(story.name.clone());
        }
        known.push(story.id);
    }
    numbered
}
