//! Stories: what their slides ask is answered off the frame, charts become slides, templates become stories.

use super::presenting::Presented;
use super::program::{Program, Screen};
use super::tasks;
use crate::analysis::{Answer, Asked};
use crate::chart::{ChartTheme, Inter};
use crate::export::guard::{PublishableSlide, SlideAnswer};
use crate::project::story::{
    Slide, SlideChart, SlideContent, SlideId, SlideShape, Story, StoryEdit, StoryId,
};
use crate::project::{ChartKind, Edit, SlideEdit, View};
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::explore::ExploreTab;
use crate::ui::kit::{Toast, Tone};
use crate::ui::story::{ChartAs, NewStoryDraft, StoryAction, Telling, story_commands_ui, story_ui};
use crate::words::say;

impl Program {
    /// The story on show; the first where none was chosen.
    pub(super) fn open_story(&self) -> Option<&Story> {
        let project = self.document.history.project();
        let chosen = self.story.story.and_then(|id| project.story(id));
        chosen.or_else(|| project.stories.first())
    }

    /// Works out what the slides of the story on show ask, in the background.
    pub(super) fn work_out_slides(&mut self) {
        if !matches!(self.screen, Screen::Story | Screen::Present) || self.is_exploring {
            return;
        }
        let mut wanted: Vec<Asked> = Vec::new();
        for slide in self.open_story().map_or(&[][..], |story| &story.slides) {
            let slide = slide.resolved(&self.explored.catalogue);
            for chart in slide.charts() {
                if let Some(asked) = chart.view.asked(chart.kind)
                    && !wanted.contains(&asked)
                {
                    wanted.push(asked);
                }
            }
        }
        let live = self.presented.as_ref().map(Presented::asked);
        for asked in live.into_iter().flatten() {
            if !wanted.contains(&asked) {
                wanted.push(asked);
            }
        }
        self.answers.make_room(wanted.len());
        wanted.retain(|asked| !self.answers.knows(asked) && !self.answering.contains(asked));
        if wanted.is_empty() {
            return;
        }
        let (explored, for_job) = (self.explored.clone(), wanted.clone());
        if self.start(say::job_slides().to_owned(), move |progress| {
            tasks::answer_slides(&explored, for_job, progress)
        }) {
            self.answering.extend(wanted);
        }
    }

    /// What came of a question that a slide asks, by now.
    pub(super) fn slide_answer(&self, asked: &Asked) -> SlideAnswer {
        let is_unknown = || !self.is_exploring && !asked.is_held(&self.explored.catalogue);
        match self.answers.find(asked) {
            Some(answer) => SlideAnswer::Found(answer.clone()),
            None if self.answers.knows(asked) || is_unknown() => SlideAnswer::Missing,
            None => SlideAnswer::Waiting,
        }
    }

    /// Draws the screen of stories with its commands in the bar.
    pub(super) fn story_screen_ui(&mut self, ui: &mut egui::Ui, actions: &mut Actions) {
        let project = self.document.history.project().clone();
        let explored = self.explored.clone();
        let story = self.open_story().cloned();
        let recent = self.recent();
        let name = story.as_ref().map_or_else(
            || say::story_screen().to_owned(),
            |story| say::story_screen_one(&*story.name),
        );
        let mut state = std::mem::take(&mut self.story);
        let answer = |asked: &Asked| self.slide_answer(asked);
        let telling = Telling {
            project: &project,
            catalogue: &explored.catalogue,
            story: story.as_ref(),
            answer: &answer,
            has_chart: self.answer_on_show().is_some(),
        };
        self.top_bar(&name, &recent)
            .ui_with(ui, "story", actions, |_, ui, squeeze, actions| {
                story_commands_ui(ui, &telling, squeeze, &mut state, actions);
            });
        story_ui(ui, &telling, &mut state, actions);
        self.story = state;
    }

    /// Selects a slide of the story on show by its number, from 1.
    pub fn select_slide(&mut self, number: usize) {
        let slides = self.open_story().map(|story| &story.slides);
        let slide = slides.and_then(|slides| slides.get(number.checked_sub(1)?));
        self.story.selected = slide.map(|slide| slide.id);
    }

    /// Does something with the stories.
    pub(super) fn act_on_story(&mut self, action: StoryAction) {
        match action {
            StoryAction::Open(story) => {
                self.story.story = Some(story);
                self.story.selected = None;
                self.screen = Screen::Story;
            }
            StoryAction::New => self.story.new_story = Some(NewStoryDraft::default()),
            StoryAction::Make(template, name, place) => {
                let explored = self.explored.clone();
                self.start(say::job_story(name.trim()), move |_| {
                    tasks::make_story(&explored, template, &name, place.as_deref())
                });
            }
            StoryAction::AddChart(story, way) => self.add_to_story(story, way),
            StoryAction::Explore(slide) => self.explore_slide(slide),
            StoryAction::Leave => self.screen = Screen::Explore,
        }
    }

    pub(super) fn show_stories(&mut self) {
        self.screen = Screen::Story;
        if self.document.history.project().stories.is_empty() {
            self.story.new_story = Some(NewStoryDraft::default());
        }
    }

    /// Takes in a story that was made from a template.
    pub(super) fn take_story(&mut self, story: Story) {
        let id = self.document.history.project().next_story();
        self.edit(Edit::Stories(StoryEdit::Add(Box::new(story))));
        self.act_on_story(StoryAction::Open(id));
    }

    /// Adds the chart of the explore screen to a story: to the one given, the one on show, the first, or a
    /// new one where there is none.
    pub(super) fn add_to_story(&mut self, story: Option<StoryId>, way: ChartAs) {
        let project = self.document.history.project().clone();
        let Some(answer) = self.answer_on_show().cloned() else {
            self.note(Tone::Neutral, say::nothing_to_add());
            return;
        };
        let mut view = self.explored.shown(&project).view.clone();
        self.follow_latest(&mut view);
        let kind = self.explore.tab.kind();
        let given = story.and_then(|id| project.story(id));
        let held = given.or_else(|| self.open_story()).cloned();
        let beside = match (way, &held) {
            (ChartAs::Beside(id), Some(story)) => story.slide(id).cloned(),
            _ => None,
        };
        let slide = match beside {
            Some(slide) => put_beside(slide, SlideChart::new(kind, view)),
            None => made_of(kind, view, way, &answer),
        };
        let name = held
            .as_ref()
            .map_or_else(|| story_name(&project.name), |story| story.name.clone());
        let edit = if let Some(story) = held {
            self.story.story = Some(story.id);
            if matches!(way, ChartAs::Beside(_)) {
                StoryEdit::Slides(story.id, SlideEdit::Change(Box::new(slide)))
            } else {
                let after = self.story.selected.filter(|id| story.slide(*id).is_some());
                self.story.selected = Some(SlideId(story.next_slide));
                let slide = Box::new(slide);
                StoryEdit::Slides(story.id, SlideEdit::Add { slide, after })
            }
        } else {
            let mut story = Story::named(name.clone());
            self.story.selected = Some(story.push(slide));
            self.story.story = Some(project.next_story());
            StoryEdit::Add(Box::new(story))
        };
        self.edit(Edit::Stories(edit));
        if self.screen != Screen::Story {
            let text = say::story_added(name);
            let undo = Action::Run(Command::Undo);
            self.toasts
                .push(Toast::new(Tone::Good, text).action(say::command_undo(), undo));
        }
    }

    /// Lets a view that ends at the latest period of its measure go on to the periods that come.
    fn follow_latest(&self, view: &mut View) {
        let Some(question) = &mut view.question else {
            return;
        };
        let entry = self.explored.catalogue.entry(&question.measure);
        let latest = entry.and_then(|entry| {
            let lasts = entry.periods.values().filter_map(|periods| periods.last());
            lasts.map(|last| last.0.end).max()
        });
        if question.periods.to.is_some_and(|to| Some(to.end) >= latest) {
            question.periods.to = None;
        }
    }

    /// Shows the chart of a slide on the explore screen, to be looked at more closely.
    fn explore_slide(&mut self, slide: SlideId) {
        let story = self.open_story();
        let slide = story.and_then(|story| story.slide(slide));
        let Some(chart) = slide.and_then(|slide| slide.charts().into_iter().next().cloned()) else {
            return;
        };
        let view = chart.view;
        if view.question.is_none() && chart.kind.is_about_measure() {
            return;
        }
        let mut edits: Vec<Edit> = view.question.map(Edit::Ask).into_iter().collect();
        edits.extend([
            Edit::SetTrend(view.trend),
            Edit::SetGroups(view.groups),
            Edit::SetCrossTab(view.cross_tab),
            Edit::SetScale(view.scale),
            Edit::SetDistricts(view.districts),
            Edit::SetConcerns(view.concerns),
            Edit::SetScorecard(view.scorecard),
            Edit::SetMatrix(view.matrix),
            Edit::SetChangeTable(view.change_table),
            Edit::SetPriority(view.priority),
        ]);
        self.edit_together(String::from("Show the chart of a slide"), edits);
        self.explore.choose_tab(ExploreTab::of(chart.kind));
        self.screen = Screen::Explore;
    }
}

fn story_name(project: &str) -> String {
    if project.trim().is_empty() {
        String::from("Story")
    } else {
        format!("{project}: story")
    }
}

/// A slide of a chart that is on show, with what the data say today noted on it.
fn made_of(kind: ChartKind, view: View, way: ChartAs, answer: &Answer) -> Slide {
    let own_title = view.trend.title.clone();
    let chart = Box::new(SlideChart::new(kind, view));
    let title = own_title.filter(|_| kind == ChartKind::Trend);
    let mut slide = Slide::of(match way {
        ChartAs::Chart | ChartAs::Beside(_) => SlideContent::Chart { chart, title },
        ChartAs::Table => SlideContent::Table { chart, title },
        ChartAs::Message => SlideContent::Message {
            text: title.unwrap_or_default(),
            about: Some(chart),
        },
    });
    let laid_out = PublishableSlide::new(
        &slide,
        &[SlideAnswer::Found(answer.clone())],
        (SlideShape::default(), None),
        &ChartTheme::light(),
        Inter::bundled(),
    );
    if let Some(stated) = laid_out.stated() {
        if way == ChartAs::Message && slide.own_words().is_none() {
            slide.set_own_words(Some(stated.title.clone()));
        }
        slide.said = Some(stated.said(slide.own_words()));
    }
    slide
}

/// A slide of one chart with another beside it; each has its own title then.
fn put_beside(mut slide: Slide, right: SlideChart) -> Slide {
    if let SlideContent::Chart { chart, title } = slide.content {
        slide.content = SlideContent::TwoCharts {
            charts: Box::new([*chart, right]),
            title,
        };
        slide.said = None;
    }
    slide
}
