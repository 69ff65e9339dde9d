//! Presenting a story: the whole screen, the show, and the way back to where it began.

use egui::{Context, ViewportCommand};

use super::program::{Program, Screen};
use crate::analysis::Asked;
use crate::ui::action::Actions;
use crate::ui::kit::Tone;
use crate::ui::present::{LookForScreens, Show, present_ui, presenter_ui};
use crate::ui::story::Telling;
use crate::words::say;

/// A story that is being presented.
#[derive(Debug)]
pub struct Presented {
    show: Show,
    /// The screen from which it began.
    from: Screen,
    /// Whether the window had the whole screen before.
    was_full: bool,
}

impl Presented {
    /// What has to be worked out for the question that is being asked.
    pub fn asked(&self) -> Vec<Asked> {
        self.show.asked()
    }
}

impl Program {
    /// Says how the screens of the desk are found; without it one is taken to be there.
    pub fn look_for_screens(&mut self, look: LookForScreens) {
        self.look_for_screens = look;
    }

    /// Presents the story on show, from its beginning or from the slide that is selected.
    pub(super) fn present(&mut self, ctx: &Context, is_from_slide: bool) {
        let Some(story) = self.open_story().filter(|story| !story.slides.is_empty()) else {
            self.note(Tone::Neutral, say::nothing_to_present());
            return;
        };
        let from = self.story.selected.filter(|_| is_from_slide);
        let Some(show) = Show::of(story, from, (self.look_for_screens)()) else {
            self.note(Tone::Neutral, say::nothing_to_present_hidden());
            return;
        };
        self.story.story = Some(story.id);
        let was_full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
        self.presented = Some(Presented {
            show,
            from: self.screen,
            was_full,
        });
        self.screen = Screen::Present;
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
    }

    /// Ends the show and goes back to where it began.
    pub(super) fn end_show(&mut self, ctx: &Context) {
        if let Some(presented) = self.presented.take() {
            if self.screen == Screen::Present {
                self.screen = presented.from;
            }
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(presented.was_full));
        }
    }

    /// Ends the show where something else has taken the screen, or there is none to go on with.
    pub(super) fn end_show_elsewhere(&mut self, ctx: &Context) {
        if (self.screen == Screen::Present) != self.presented.is_some() {
            if self.presented.is_none() {
                self.screen = Screen::Explore;
            }
            self.end_show(ctx);
        }
    }

    /// Draws the show.
    pub(super) fn present_screen_ui(&mut self, ui: &mut egui::Ui, actions: &mut Actions) {
        self.with_show(|telling, show| present_ui(ui, telling, show, actions));
    }

    /// Draws what the presenter alone sees of the show; for pictures of it.
    pub fn presenter_ui(&mut self, ui: &mut egui::Ui) {
        self.keep_up();
        self.with_show(|telling, show| {
            if let Some(story) = telling.story {
                show.refresh(telling);
                presenter_ui(ui, story, show);
            }
        });
    }

    /// Begins to ask something of the slide on the screen.
    pub fn ask_of_slide(&mut self) {
        self.with_show(|telling, show| {
            if let Some(story) = telling.story {
                show.ask(story);
            }
        });
    }

    fn with_show(&mut self, draw: impl FnOnce(&Telling<'_>, &mut Show)) {
        let Some(mut presented) = self.presented.take() else {
            return;
        };
        let project = self.document.history.project().clone();
        let explored = self.explored.clone();
        let answer = |asked: &Asked| self.slide_answer(asked);
        let telling = Telling {
            project: &project,
            catalogue: &explored.catalogue,
            story: project.story(presented.show.story),
            answer: &answer,
            has_chart: false,
        };
        draw(&telling, &mut presented.show);
        self.presented = Some(presented);
    }
}
