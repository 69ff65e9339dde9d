//! The show as a whole: its one or two windows, and the keys of both.

use egui::{Context, Ui, ViewportBuilder, ViewportCommand, ViewportId};
use jiff::Zoned;

use super::keys::{self, ShowKey};
use super::live::Live;
use super::presenter::presenter_ui;
use super::show::{Show, Wish};
use super::stage::{OnStage, stage_ui};
use crate::analysis::Asked;
use crate::project::Edit;
use crate::project::story::{FollowUpEdit, Story, StoryEdit};
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::story::Telling;
use crate::words::say;

/// The presenter's window when it first opens, in points.
const FIRST_SIZE: [f32; 2] = [1180.0, 720.0];

impl Show {
    /// What has to be worked out for the question that is being asked.
    pub fn asked(&self) -> Vec<Asked> {
        self.live.as_ref().map(Live::asked).unwrap_or_default()
    }

    /// Begins to ask something of the slide on the screen, where it has a chart.
    pub fn ask(&mut self, story: &Story) {
        if let Some(slide) = self.current(story) {
            let number = story.place_of(slide.id).map(|at| at + 1);
            self.live = Live::of(slide, story.shape, number);
        }
    }

    /// Lays out what has changed.
    pub fn refresh(&mut self, telling: &Telling<'_>) {
        self.pages.refresh(telling);
        if let Some(live) = &mut self.live {
            live.refresh(telling, Zoned::now().date());
        }
    }
}

/// Draws the show into the window.
pub fn present_ui(ui: &mut Ui, telling: &Telling<'_>, show: &mut Show, actions: &mut Actions) {
    let Some(story) = telling.story else {
        actions.send(Action::EndShow);
        return;
    };
    show.refresh(telling);
    let was_swapped = show.is_swapped;
    let mut pressed = keys::take(ui.ctx(), show.live.is_some());
    if show.is_swapped {
        pressed.extend(presenter_ui(ui, story, show).into_iter().map(|key| key.0));
    } else {
        let done = stage_ui(ui, telling, story, show);
        take_on_stage(done, story, show, actions, &mut pressed);
    }
    if show.has_presenter {
        second_window_ui(ui.ctx(), telling, story, show, actions, &mut pressed);
    }
    for key in pressed {
        press(ui.ctx(), key, story, show, actions);
    }
    if was_swapped != show.is_swapped && show.screen.is_none() {
        // Where the slides are, the whole screen is theirs.
        let command = ViewportCommand::Fullscreen(show.is_swapped);
        ui.ctx().send_viewport_cmd_to(second_window(), command);
    }
    if was_swapped != show.is_swapped {
        ui.ctx().request_repaint();
    }
}

/// Clicks on the stage are keys.
fn take_on_stage(
    done: OnStage,
    story: &Story,
    show: &mut Show,
    actions: &mut Actions,
    pressed: &mut Vec<ShowKey>,
) {
    if done.goes_on {
        pressed.push(ShowKey::Next);
    }
    if done.closes_live {
        close_live(story, show, actions);
    }
}

fn second_window() -> ViewportId {
    ViewportId::from_hash_of("the second window of a show")
}

/// The window for the second screen: the presenter's view, or the slides. It has a scale of its own.
fn second_window_ui(
    ctx: &Context,
    telling: &Telling<'_>,
    story: &Story,
    show: &mut Show,
    actions: &mut Actions,
    pressed: &mut Vec<ShowKey>,
) {
    let title = if show.is_swapped {
        say::present_window_slides()
    } else {
        say::present_window_presenter()
    };
    let mut builder = ViewportBuilder::default()
        .with_title(title)
        .with_app_id("bellwether")
        .with_inner_size(FIRST_SIZE);
    if let Some(screen) = show.screen {
        builder = builder.with_monitor(screen);
    }
    ctx.show_viewport_immediate(second_window(), builder, |ui, _| {
        pressed.extend(keys::take(ui.ctx(), show.live.is_some()));
        if ui.input(|input| input.viewport().close_requested()) {
            show.has_presenter = false;
            show.is_swapped = false;
        }
        if show.is_swapped {
            let done = stage_ui(ui, telling, story, show);
            take_on_stage(done, story, show, actions, pressed);
        } else {
            pressed.extend(presenter_ui(ui, story, show).into_iter().map(|key| key.0));
        }
    });
}

/// Gives the first window the whole of a screen; nothing happens where there is none of the number.
fn send_to_screen(ctx: &Context, screen: usize) {
    ctx.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::SetMonitor(screen));
}

/// Does what a key asks for.
fn press(ctx: &Context, key: ShowKey, story: &Story, show: &mut Show, actions: &mut Actions) {
    if show.live.is_some() {
        match key {
            ShowKey::FullScreen => actions.run(Command::ToggleFullScreen),
            ShowKey::Escape | ShowKey::Ask => close_live(story, show, actions),
            ShowKey::NextScreen => {
                if let Some(Wish::OnScreen(screen)) = show.press(key, story) {
                    send_to_screen(ctx, screen);
                }
            }
            ShowKey::Presenter | ShowKey::Swap | ShowKey::Black | ShowKey::White => {
                show.press(key, story);
            }
            // The show goes on from the slide as it was.
            _ => {
                close_live(story, show, actions);
                show.press(key, story);
            }
        }
        return;
    }
    match show.press(key, story) {
        Some(Wish::End) => actions.send(Action::EndShow),
        Some(Wish::FullScreen) => actions.run(Command::ToggleFullScreen),
        Some(Wish::Ask) => show.ask(story),
        Some(Wish::OnScreen(screen)) => send_to_screen(ctx, screen),
        None => {}
    }
}

/// Shows the slide as it was again, and keeps what was asked.
fn close_live(story: &Story, show: &mut Show, actions: &mut Actions) {
    if let Some(live) = show.live.take()
        && !live.answered.is_empty()
    {
        let keep = FollowUpEdit::Keep(live.answered);
        actions.edit(Edit::Stories(StoryEdit::FollowUps(story.id, keep)));
    }
}
