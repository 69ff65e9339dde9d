//! What has been worked out of late, by what was asked.

use crate::analysis::{Answer, Asked};

/// So many answers are kept at the least: enough to go from tab to tab and back.
const MOST_KEPT: usize = 16;

/// The answers kept, the latest last; all of one catalogue.
#[derive(Debug, Default)]
pub struct Answers {
    kept: Vec<(Asked, Option<Answer>)>,
    /// How many more are kept, for what is on show beside the chart.
    more: usize,
}

impl Answers {
    /// Makes room for as many answers as are on show besides that of the chart.
    pub const fn make_room(&mut self, more: usize) {
        self.more = more;
    }

    /// The answer to what is asked, where it was worked out and there is one.
    pub fn find(&self, asked: &Asked) -> Option<&Answer> {
        let (_, answer) = self.kept.iter().find(|(known, _)| known == asked)?;
        answer.as_ref()
    }

    /// Whether it was worked out, whatever came of it.
    pub fn knows(&self, asked: &Asked) -> bool {
        self.kept.iter().any(|(known, _)| known == asked)
    }

    /// Keeps an answer; the oldest goes where there are too many.
    pub fn keep(&mut self, asked: Asked, answer: Option<Answer>) {
        self.kept.retain(|(known, _)| *known != asked);
        self.kept.push((asked, answer));
        if self.kept.len() > MOST_KEPT + self.more {
            self.kept.remove(0);
        }
    }

    /// Forgets all: the catalogue is another one.
    pub fn forget(&mut self) {
        self.kept.clear();
    }
}
