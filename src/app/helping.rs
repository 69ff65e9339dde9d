//! The guide, opened at the page of what is on the screen, and the tour through the example.

use egui::{Context, Key, Modifiers};

use super::document::Document;
use super::example;
use super::program::{Program, Screen};
use crate::analysis::Question;
use crate::ui::action::Action;
use crate::ui::command::Command;
use crate::ui::explore::{ExploreTab, SelectedPoint};
use crate::ui::help::{
    Address, CardAnswer, HelpState, Place, Step, Until, help_dialog_ui, spot_rect, steps,
    take_wanted_page, terms_explained, tour_card_ui,
};
use crate::ui::kit::Tone;
use crate::words::say;

/// For so many frames a step waits for what it points at before the keyboard goes to its card.
const NEW: u8 = 2;

/// The guide and the tour, while they are open.
#[derive(Default)]
pub(super) struct Helping {
    guide: Option<HelpState>,
    tour: Option<Touring>,
}

/// A tour that is under way.
struct Touring {
    /// The step, from 0.
    step: usize,
    /// What there was when the step began.
    before: Before,
    /// For so many frames more the step is new.
    new_for: u8,
}

/// What the user may change to end a step.
#[derive(Clone, Debug, PartialEq)]
struct Before {
    question: Option<Question>,
    selected: Option<SelectedPoint>,
    tab: ExploreTab,
    explained: u64,
    slides: usize,
}

impl Program {
    /// The place of the guide that is open.
    pub fn guide(&self) -> Option<&Address> {
        self.helping.guide.as_ref().map(HelpState::address)
    }

    /// The step of the tour that is on show, from 0.
    pub fn tour_step(&self) -> Option<usize> {
        self.helping.tour.as_ref().map(|tour| tour.step)
    }

    /// Opens the guide at the page of what is on the screen.
    pub(super) fn show_guide(&mut self) {
        let page = self.page_on_show();
        self.show_page(Address::page(page));
    }

    fn show_page(&mut self, address: Address) {
        match &mut self.helping.guide {
            Some(guide) => guide.go_to(address),
            None => self.helping.guide = Some(HelpState::at(address)),
        }
    }

    /// The page about what is on the screen: a dialog over it first.
    fn page_on_show(&self) -> &'static str {
        if self.brand.is_some() {
            return "brand";
        }
        if self.publishing.has_dialog() {
            return "publishing";
        }
        if self.explore.own_group_draft.is_some() {
            return "groups";
        }
        if self.explore.target_draft.is_some() {
            return "scorecard";
        }
        match self.screen {
            Screen::Welcome => "first-steps",
            Screen::Findings | Screen::Import | Screen::SourceRows | Screen::Dictionary => {
                "importing"
            }
            Screen::Story | Screen::Present => "stories",
            Screen::Explore => match self.explore.tab {
                ExploreTab::Trend | ExploreTab::Data => "reading-a-chart",
                ExploreTab::Breakdown
                | ExploreTab::Change
                | ExploreTab::CrossTab
                | ExploreTab::Answers => "groups",
                ExploreTab::Districts => "districts",
                ExploreTab::ChangeTable => "change-table",
                ExploreTab::Scorecard => "scorecard",
                ExploreTab::PriorityCohorts
                | ExploreTab::Concerns
                | ExploreTab::Harm
                | ExploreTab::Matrix => "priorities",
            },
        }
    }

    /// Draws the guide and the tour over everything else.
    pub(super) fn helping_ui(&mut self, ctx: &Context) {
        let f1 = || ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F1));
        // Over dialogs too, where other keys of commands do nothing.
        if self.helping.guide.is_none() && self.screen != Screen::Present && f1() {
            self.show_guide();
        }
        if let Some(address) = take_wanted_page(ctx) {
            self.show_page(address);
        }
        self.tour_ui(ctx);
        help_dialog_ui(ctx, &mut self.helping.guide);
    }

    /// Opens the example and begins the tour.
    pub(super) fn begin_tour(&mut self, ctx: &Context) {
        match example::open() {
            Ok(project) => {
                self.open(Document::unsaved(project));
                self.go_to_step(ctx, 0);
            }
            Err(error) => self.problem(say::example_not_opened(), &error.to_string()),
        }
    }

    fn go_to_step(&mut self, ctx: &Context, number: usize) {
        let Some(step) = steps().get(number) else {
            self.end_tour();
            return;
        };
        match step.at {
            Place::Story => {
                if self.screen != Screen::Story {
                    self.act(ctx, Action::Run(Command::ShowStories));
                }
            }
            Place::AnyChart => self.screen = Screen::Explore,
            Place::Chart(kind) => {
                self.screen = Screen::Explore;
                if self.explore.tab != ExploreTab::of(kind) {
                    self.act(ctx, Action::ShowTab(ExploreTab::of(kind)));
                }
            }
        }
        self.helping.tour = Some(Touring {
            step: number,
            before: self.before(ctx),
            new_for: NEW,
        });
        ctx.request_repaint();
    }

    fn end_tour(&mut self) {
        self.helping.tour = None;
        self.note(Tone::Neutral, say::guide_key());
    }

    fn before(&self, ctx: &Context) -> Before {
        let project = self.document.history.project();
        Before {
            question: project.view.question.clone(),
            selected: self.explore.selected.clone(),
            tab: self.explore.tab,
            explained: terms_explained(ctx),
            slides: project.stories.iter().map(|story| story.slides.len()).sum(),
        }
    }

    /// Whether the user has done what a step says.
    fn is_done(&self, ctx: &Context, step: &Step, before: &Before) -> bool {
        let now = self.before(ctx);
        let measure = |held: &Before| held.question.as_ref().map(|asked| asked.measure.clone());
        match step.until {
            Until::MeasureChosen => measure(&now) != measure(before),
            Until::QuestionChanged => now.question != before.question,
            Until::PointSelected => now.selected.is_some() && now.selected != before.selected,
            Until::TermExplained => {
                // The answer is read before the tour goes on.
                now.explained > before.explained && !egui::Popup::is_any_open(ctx)
            }
            Until::Shown(kind) => now.tab != before.tab && now.tab == ExploreTab::of(kind),
            Until::SlideAdded => now.slides > before.slides,
            Until::Read => false,
        }
    }

    fn tour_ui(&mut self, ctx: &Context) {
        // What must be decided comes first; the tour waits.
        let is_covered = self.asking.is_some()
            || self.helping.guide.is_some()
            || self.palette.is_open()
            || ctx.memory(egui::Memory::top_modal_layer).is_some();
        let Some(tour) = self.helping.tour.as_mut().filter(|_| !is_covered) else {
            return;
        };
        let (number, before) = (tour.step, tour.before.clone());
        let is_new = tour.new_for > 0;
        if is_new {
            tour.new_for -= 1;
            ctx.request_repaint();
        }
        let Some(step) = steps().get(number) else {
            return;
        };
        if !is_new && self.is_done(ctx, step, &before) {
            self.go_to_step(ctx, number + 1);
            return;
        }
        let target = spot_rect(ctx, step.points_at);
        let of = (number, steps().len());
        match tour_card_ui(ctx, step, of, target, is_new) {
            Some(CardAnswer::Next) => self.go_to_step(ctx, number + 1),
            Some(CardAnswer::Back) => self.go_to_step(ctx, number.saturating_sub(1)),
            Some(CardAnswer::Skip) => self.end_tour(),
            None => {}
        }
    }
}
