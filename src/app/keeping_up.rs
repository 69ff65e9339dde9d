//! Keeps what is computed in step with the project: the catalogue, the headlines, the answer.

use std::sync::Arc;

use super::explored::Explored;
use super::program::Program;
use super::tasks;
use crate::analysis::{Answer, Asked, first_question};
use crate::project::Edit;
use crate::ui::explore::ExploreTab;
use crate::words::say;

/// With more observations than this, what is computed from all of them is computed off the frame.
const MOST_COMPUTED_IN_FRAME: usize = 20_000;

impl Program {
    /// Works out what the project as it is now needs: at once where that is quick, else in the background.
    pub(super) fn keep_up(&mut self) {
        let project = self.document.history.project().clone();
        if !self.explored.is_of(&project) && !self.is_exploring {
            let is_quick = project.observation_count() <= MOST_COMPUTED_IN_FRAME;
            // The project's own groups are counted respondent by respondent.
            if is_quick && project.groups.is_empty() {
                self.take_explored(Arc::new(Explored::of(&project)));
            } else {
                let for_job = project.clone();
                self.is_exploring = self.start(say::job_exploring().to_owned(), move |_| {
                    tasks::explore(&for_job)
                });
            }
        }
        if self.explored.is_of(&project)
            && let Some(explored) = self.explored.with_targets_of(&project)
        {
            self.take_explored(Arc::new(explored));
        }
        self.work_out_slides();
        let trend = project.view.question.clone().map(Asked::Trend);
        // The trend is always wanted: the sentence and the library speak of its periods.
        let on_show = project.view.asked(self.explore.tab.kind());
        for asked in trend.into_iter().chain(on_show) {
            self.work_out(asked);
        }
    }

    /// Answers what is asked, unless that is known or under way.
    fn work_out(&mut self, asked: Asked) {
        if self.answers.knows(&asked) || self.is_exploring || self.answering.contains(&asked) {
            return;
        }
        let count = asked.observation_count(&self.explored.catalogue);
        if count <= MOST_COMPUTED_IN_FRAME {
            let answer = asked.answer(&self.explored.catalogue);
            self.answers.keep(asked, answer);
        } else {
            let (explored, for_job) = (self.explored.clone(), asked.clone());
            if self.start(say::job_working_out().to_owned(), move |_| {
                tasks::answer(&explored, for_job)
            }) {
                self.answering.push(asked);
            }
        }
    }

    /// Takes in a new catalogue; answers from the old one no longer count.
    pub(super) fn take_explored(&mut self, explored: Arc<Explored>) {
        self.explored = explored;
        self.is_exploring = false;
        self.answers.forget();
        self.answering.clear();
        self.ask_first();
    }

    /// Asks about the measure that waits for it, or about the first one where nothing has been asked.
    /// Does nothing while the sources are still being read through.
    pub(super) fn ask_first(&mut self) {
        let project = self.document.history.project().clone();
        if !self.explored.is_of(&project) {
            return;
        }
        if let Some(measure) = self.first_measure.take() {
            if self.explored.catalogue.entry(&measure).is_some() {
                self.explore
                    .show_tab_for(&self.explored.catalogue, &measure);
                let question = first_question(&self.explored.catalogue, &measure);
                self.edit(Edit::Ask(question));
            }
        } else if project.view.question.is_none()
            && let Some(headline) = self.explored.headlines.first()
        {
            let question = first_question(&self.explored.catalogue, &headline.key);
            self.explore
                .show_tab_for(&self.explored.catalogue, &headline.key);
            self.amend(Edit::Ask(question));
        } else if project.view.question.is_none() && self.explored.catalogue.has_reviews() {
            self.explore.choose_tab(ExploreTab::Matrix);
        }
    }

    /// Takes in an answer.
    pub(super) fn take_answer(&mut self, asked: Asked, answer: Option<Answer>) {
        self.answering.retain(|under_way| *under_way != asked);
        self.answers.keep(asked, answer);
    }
}
