//! What a presentation is refreshed with: the slides as they are today.

use super::note::Refreshed;
use crate::export::pptx::deck::{DeckLook, DeckSlide};

/// The slides as they are today.
#[derive(Clone, Debug, PartialEq)]
pub struct Today {
    /// The slides.
    pub slides: Vec<DeckSlide>,
    /// Slides that there are, but that cannot be shown today.
    pub left: Vec<LeftSlide>,
    /// The look of what is added.
    pub look: DeckLook,
    /// What the names of slides begin with, up to "-slide-": those of other beginnings were published from elsewhere.
    /// None takes every slide for one of these.
    pub origins: Vec<String>,
}

/// A slide that stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftSlide {
    /// What it is known by.
    pub id: String,
    /// Why.
    pub why: String,
}

/// What the further slides of a slide whose table takes several are known by; `number` is from 2.
pub fn page_id(id: &str, number: usize) -> String {
    format!("{id}{PAGE}{number}")
}

const PAGE: &str = "-page-";

/// What the first of several slides of a table is known by.
pub(super) fn base_id(id: &str) -> &str {
    id.rsplit_once(PAGE).map_or(id, |(base, _)| base)
}

impl Today {
    /// Slides in a look, whatever they were published from.
    pub const fn of(slides: Vec<DeckSlide>, look: DeckLook) -> Self {
        Self {
            slides,
            left: Vec::new(),
            look,
            origins: Vec::new(),
        }
    }

    /// The slide that is known by this.
    pub fn slide(&self, id: &str) -> Option<&DeckSlide> {
        self.slides.iter().find(|slide| slide.id == id)
    }

    /// Whether a slide was published from something else.
    pub fn is_foreign(&self, id: &str) -> bool {
        let origin = id.rsplit_once("-slide-").map_or(id, |(origin, _)| origin);
        !self.origins.is_empty() && !self.origins.iter().any(|held| held == origin)
    }

    /// Why a slide stays as it is, where it does.
    pub(super) fn why_left(&self, id: &str) -> Option<(Refreshed, &str)> {
        if self.slide(id).is_some() {
            return None;
        }
        if let Some(left) = self.left.iter().find(|left| left.id == id) {
            return Some((Refreshed::SlideLeft, &left.why));
        }
        let base = base_id(id);
        if base != id && self.slide(base).is_some() {
            return Some((Refreshed::TableEnded, ""));
        }
        if base != id
            && let Some(left) = self.left.iter().find(|left| left.id == base)
        {
            return Some((Refreshed::SlideLeft, &left.why));
        }
        let what = if self.is_foreign(id) {
            Refreshed::OfAnotherStory
        } else {
            Refreshed::NotInStory
        };
        Some((what, ""))
    }
}
