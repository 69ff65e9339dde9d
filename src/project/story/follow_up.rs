//! What was asked while a story was presented, kept to be followed up.

use std::sync::Arc;

use jiff::civil::Date;

use super::{SlideChart, SlideId, Story};
use crate::project::EditError;

/// A question that was asked of a slide's chart while it was on the screen, and what was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowUp {
    /// What was asked, in words.
    pub asked: String,
    /// What the data said on that day, in the words of the rules.
    pub answer: String,
    /// The slide that was on the screen.
    pub slide: SlideId,
    /// The day on which it was asked.
    pub date: Date,
    /// The chart that answered.
    pub chart: SlideChart,
}

/// A change of what is kept of the questions.
#[derive(Clone, Debug)]
pub enum FollowUpEdit {
    /// Keeps what was asked. What is on the list already is not kept twice.
    Keep(Vec<FollowUp>),
    /// Takes a question out, by its place in the list.
    Drop(usize),
    /// Takes all of them out.
    Clear,
}

impl FollowUp {
    /// The question as a line of a list: "28 March 2022, slide 3: … — …".
    pub fn line(&self, number: Option<usize>) -> String {
        let day = self.date.strftime("%-d %B %Y");
        let slide = number.map_or_else(String::new, |number| format!(", slide {number}"));
        format!("{day}{slide}: {} — {}", self.asked, self.answer)
    }
}

impl FollowUpEdit {
    /// What the undo menu calls it.
    pub(super) fn label(&self, story: &str) -> String {
        match self {
            Self::Keep(_) => format!("Keep what was asked in “{story}”"),
            Self::Drop(_) => format!("Take a question off the list of “{story}”"),
            Self::Clear => format!("Clear the questions of “{story}”"),
        }
    }
}

impl Story {
    /// What was asked as lines of text, to be sent round.
    pub fn follow_up_lines(&self) -> String {
        let lines = self.follow_ups.iter().map(|held| {
            let number = self.place_of(held.slide).map(|at| at + 1);
            held.line(number)
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    pub(super) fn edit_follow_ups(&mut self, edit: FollowUpEdit) -> Result<(), EditError> {
        match edit {
            FollowUpEdit::Keep(asked) => {
                for held in asked {
                    if !self.follow_ups.iter().any(|kept| **kept == held) {
                        self.follow_ups.push(Arc::new(held));
                    }
                }
            }
            FollowUpEdit::Drop(place) => {
                if place >= self.follow_ups.len() {
                    return Err(EditError::NoSuchFollowUp);
                }
                self.follow_ups.remove(place);
            }
            FollowUpEdit::Clear => self.follow_ups.clear(),
        }
        Ok(())
    }
}
