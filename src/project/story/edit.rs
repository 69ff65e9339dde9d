//! Edits of the project's stories and their slides.

use std::sync::Arc;

use super::{FollowUpEdit, Slide, SlideId, SlideShape, Story, StoryId, key};
use crate::base::text::clean;
use crate::project::{EditError, Project, View};

/// A change of the project's stories.
#[derive(Clone, Debug)]
pub enum StoryEdit {
    /// Adds a story, under the next number.
    Add(Box<Story>),
    /// Gives a story another name.
    Rename(StoryId, String),
    /// Says for whom a story is told.
    SetAudience(StoryId, String),
    /// Gives the slides of a story another shape.
    SetShape(StoryId, SlideShape),
    /// Adds a copy of a story.
    Duplicate(StoryId),
    /// Takes a story out.
    Delete(StoryId),
    /// Changes the slides of a story.
    Slides(StoryId, SlideEdit),
    /// Changes what is kept of the questions that were asked while a story was presented.
    FollowUps(StoryId, FollowUpEdit),
}

/// A change of a story's slides.
#[derive(Clone, Debug)]
pub enum SlideEdit {
    /// Adds a slide under the next number, after another one or, without one, at the end.
    Add {
        /// The slide.
        slide: Box<Slide>,
        /// What it comes after.
        after: Option<SlideId>,
    },
    /// Puts a slide in place of the one with its number.
    Change(Box<Slide>),
    /// Moves a slide to another place, counted from 0 once it is taken out.
    Move(SlideId, usize),
    /// Adds a copy of a slide after it.
    Duplicate(SlideId),
    /// Leaves a slide out when the story is told, or no longer.
    Hide(SlideId, bool),
    /// Takes a slide out.
    Delete(SlideId),
}

impl StoryEdit {
    /// What the undo menu calls it.
    pub(in crate::project) fn label(&self, before: &Project) -> String {
        let name = |id: &StoryId| {
            let held = before.stories.iter().find(|held| held.id == *id);
            held.map_or("a story", |held| held.name.as_str())
        };
        match self {
            Self::Add(story) => format!("Add the story “{}”", story.name),
            Self::Rename(id, _) => format!("Rename the story “{}”", name(id)),
            Self::SetAudience(id, _) => format!("Say for whom “{}” is", name(id)),
            Self::SetShape(id, _) => format!("Change the slides’ shape in “{}”", name(id)),
            Self::Duplicate(id) => format!("Copy the story “{}”", name(id)),
            Self::Delete(id) => format!("Delete the story “{}”", name(id)),
            Self::FollowUps(id, edit) => edit.label(name(id)),
            Self::Slides(id, edit) => {
                let story = before.stories.iter().find(|held| held.id == *id);
                edit.label(story)
            }
        }
    }
}

impl SlideEdit {
    fn label(&self, story: Option<&Story>) -> String {
        let slide = |id: &SlideId| {
            let place = story.and_then(|story| story.place_of(*id));
            place.map_or_else(|| String::from("a slide"), |at| format!("slide {}", at + 1))
        };
        match self {
            Self::Add { .. } => story.map_or_else(
                || String::from("Add a slide"),
                |story| format!("Add a slide to “{}”", story.name),
            ),
            Self::Change(changed) => format!("Change {}", slide(&changed.id)),
            Self::Move(id, _) => format!("Move {}", slide(id)),
            Self::Duplicate(id) => format!("Copy {}", slide(id)),
            Self::Hide(id, true) => format!("Hide {}", slide(id)),
            Self::Hide(id, false) => format!("Show {}", slide(id)),
            Self::Delete(id) => format!("Delete {}", slide(id)),
        }
    }
}

impl Project {
    /// A story.
    pub fn story(&self, id: StoryId) -> Option<&Story> {
        self.stories.iter().find(|story| story.id == id)
    }

    /// The number under which the next story is added.
    pub fn next_story(&self) -> StoryId {
        let last = self.stories.iter().map(|story| story.id.0).max();
        StoryId(last.unwrap_or(0).saturating_add(1))
    }

    /// Changes the view of the explore screen and those of all slides.
    pub(in crate::project) fn each_view(&mut self, mut change: impl FnMut(&mut View)) {
        change(&mut self.view);
        let mut stories = self.stories.to_vec();
        for story in &mut stories {
            for held in &mut story.slides {
                let mut slide = held.as_ref().clone();
                for chart in slide.charts_mut() {
                    change(&mut chart.view);
                }
                keep_shared(held, slide);
            }
            for held in &mut story.follow_ups {
                let mut follow_up = held.as_ref().clone();
                change(&mut follow_up.chart.view);
                keep_shared(held, follow_up);
            }
        }
        self.stories = stories.into();
    }

    /// Makes an edit of the stories.
    pub(in crate::project) fn edit_stories(&mut self, edit: StoryEdit) -> Result<(), EditError> {
        let next = self.next_story();
        let mut stories = self.stories.to_vec();
        let place = |stories: &[Story], id: StoryId| {
            let place = stories.iter().position(|story| story.id == id);
            place.ok_or(EditError::NoSuchStory)
        };
        match edit {
            StoryEdit::Add(mut story) => {
                story.id = next;
                story.name = named(&story.name)?;
                stories.push(*story);
            }
            StoryEdit::Duplicate(id) => {
                let at = place(&stories, id)?;
                if let Some(mut copy) = stories.get(at).cloned() {
                    copy.id = next;
                    copy.key = key::of_copy(&copy.key, next.0);
                    copy.name = format!("{} (copy)", copy.name);
                    stories.insert(at + 1, copy);
                }
            }
            StoryEdit::Delete(id) => {
                let at = place(&stories, id)?;
                stories.remove(at);
            }
            StoryEdit::Rename(id, name) => of(&mut stories, id)?.name = named(&name)?,
            StoryEdit::SetAudience(id, audience) => {
                of(&mut stories, id)?.audience = clean(&audience);
            }
            StoryEdit::SetShape(id, shape) => of(&mut stories, id)?.shape = shape,
            StoryEdit::Slides(id, edit) => of(&mut stories, id)?.edit_slides(edit)?,
            StoryEdit::FollowUps(id, edit) => of(&mut stories, id)?.edit_follow_ups(edit)?,
        }
        self.stories = stories.into();
        Ok(())
    }
}

/// Puts something in the place of what the steps of undo share, unless it is the same.
fn keep_shared<T: PartialEq>(held: &mut Arc<T>, new: T) {
    if **held != new {
        *held = Arc::new(new);
    }
}

fn of(stories: &mut [Story], id: StoryId) -> Result<&mut Story, EditError> {
    let held = stories.iter_mut().find(|story| story.id == id);
    held.ok_or(EditError::NoSuchStory)
}

fn named(name: &str) -> Result<String, EditError> {
    let name = clean(name);
    if name.is_empty() {
        return Err(EditError::EmptyStory);
    }
    Ok(name)
}

impl Story {
    fn edit_slides(&mut self, edit: SlideEdit) -> Result<(), EditError> {
        let place = |id: SlideId| self.place_of(id).ok_or(EditError::NoSuchSlide);
        match edit {
            SlideEdit::Add { slide, after } => {
                let at = match after {
                    Some(after) => place(after)? + 1,
                    None => self.slides.len(),
                };
                self.insert(*slide, at);
            }
            SlideEdit::Change(slide) => {
                let at = place(slide.id)?;
                if let Some(held) = self.slides.get_mut(at) {
                    *held = Arc::new(*slide);
                }
            }
            SlideEdit::Move(id, to) => {
                let slide = self.slides.remove(place(id)?);
                self.slides.insert(to.min(self.slides.len()), slide);
            }
            SlideEdit::Duplicate(id) => {
                let at = place(id)?;
                if let Some(copy) = self.slides.get(at).cloned() {
                    self.insert(copy.as_ref().clone(), at + 1);
                }
            }
            SlideEdit::Hide(id, is_hidden) => {
                let at = place(id)?;
                if let Some(held) = self.slides.get_mut(at) {
                    Arc::make_mut(held).is_hidden = is_hidden;
                }
            }
            SlideEdit::Delete(id) => {
                let at = place(id)?;
                self.slides.remove(at);
            }
        }
        Ok(())
    }
}
