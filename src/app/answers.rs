//! What has been worked out of late, by what was asked.

use crate::analysis::{Answer, Asked};

/// So many answers are kept: enough to go from tab to tab and back.
const MOST_KEPT: usize = 16;

/// The answers kept, the latest last; all of one catalogue.
#[derive(Debug, Default)]
pub struct Answers(Vec<(Asked, Option<Answer>)>);

impl Answers {
    /// The answer to what is asked, where it was worked out and there is one.
    pub fn find(&self, asked: &Asked) -> Option<&Answer> {
        let (_, answer) = self.0.iter().find(|(known, _)| known == asked)?;
        answer.as_ref()
    }

    /// Whether it was worked out, whatever came of it.
    pub fn knows(&self, asked: &Asked) -> bool {
        self.0.iter().any(|(known, _)| known == asked)
    }

    /// Keeps an answer; the oldest goes where there are too many.
    pub fn keep(&mut self, asked: Asked, answer: Option<Answer>) {
        self.0.retain(|(known, _)| *known != asked);
        self.0.push((asked, answer));
        if self.0.len() > MOST_KEPT {
            self.0.remove(0);
        }
    }

    /// Forgets all: the catalogue is another one.
    pub fn forget(&mut self) {
        self.0.clear();
    }
}
