//! What lies over the screen: the palette, questions, work under way, notes, the place to drop files.

use std::time::Duration;

use egui::{Align2, Area, Context, Frame, Id, LayerId, Margin, Order, RichText, Stroke};

use super::program::{Asking, Next, Program, Screen};
use super::renderer_info::details;
use crate::base::text::file_name;
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::fonts::font;
use crate::ui::kit::{Card, Choice, Dialog, DialogAnswer, Progress};
use crate::ui::tokens::tokens_of;
use crate::words::say;

/// Work that is done sooner than this is not shown as under way.
const SHOWN_AFTER: Duration = Duration::from_millis(300);

/// What the palette does when a line is chosen.
enum Found {
    Action(Action),
    Next(Next),
}

impl Program {
    pub(super) fn overlays_ui(&mut self, ctx: &Context, actions: &mut Actions) {
        if self.screen == Screen::Present {
            // Nothing comes between an audience and the slides but what must be decided.
            self.asking_ui(ctx);
            return;
        }
        self.jobs_ui(ctx, actions);
        if let Some(action) = self.toasts.ui(ctx) {
            actions.send(action);
        }
        if self.screen != Screen::Welcome && ctx.input(|input| !input.raw.hovered_files.is_empty())
        {
            drop_hint_ui(ctx);
        }
        self.brand_ui(ctx, actions);
        self.palette_ui(ctx, actions);
        self.reading_ui(ctx, actions);
        self.publishing_ui(ctx);
        self.safeguarding_ui(ctx);
        self.recovery_ui(ctx);
        self.asking_ui(ctx);
        self.helping_ui(ctx);
    }

    fn palette_ui(&mut self, ctx: &Context, actions: &mut Actions) {
        if !self.palette.is_open() {
            return;
        }
        let explored = self.explored.clone();
        let recent = self.recent();
        let mut choices: Vec<Choice<'_>> = Vec::new();
        let mut found: Vec<Found> = Vec::new();
        if self.screen != Screen::Welcome {
            for headline in &explored.headlines {
                let detail = headline.measure.unit.words();
                choices.push(
                    Choice::new(&*headline.measure.name)
                        .detail(detail)
                        .section(say::palette_measures()),
                );
                found.push(Found::Action(Action::ShowMeasure(headline.key.clone())));
            }
        }
        for command in Command::ALL {
            if !self.can(command) {
                continue;
            }
            let choice = Choice::new(command.text())
                .detail(command.tooltip())
                .section(say::palette_commands());
            choices.push(choice.shortcut(command.shortcut_text(ctx)));
            found.push(Found::Action(Action::Run(command)));
        }
        for project in &recent {
            let name = file_name(&project.path);
            choices.push(
                Choice::new(name)
                    .detail(&*project.when)
                    .section(say::recent_projects()),
            );
            found.push(Found::Next(Next::OpenPath(project.path.clone())));
        }
        let chosen = self.palette.ui(ctx, &choices);
        let count = found.len();
        if let Some(found) = chosen
            .filter(|index| *index < count)
            .map(|index| found.swap_remove(index))
        {
            match found {
                Found::Action(action) => actions.send(action),
                Found::Next(Next::OpenPath(path)) => actions.send(Action::OpenPath(path)),
                Found::Next(next) => self.go_on(ctx, next),
            }
        }
    }

    /// Whether a command can be given now.
    fn can(&self, command: Command) -> bool {
        let has_project = self.screen != Screen::Welcome;
        match command {
            Command::Undo => has_project && self.document.history.undo_label().is_some(),
            Command::Redo => has_project && self.document.history.redo_label().is_some(),
            Command::Save
            | Command::SaveAs
            | Command::ShareCopy
            | Command::LockProject
            | Command::ShowVersions
            | Command::ShowWelcome
            | Command::ShowDictionary
            | Command::ShowStories
            | Command::Present
            | Command::PresentFromSlide
            | Command::Publish
            | Command::RefreshDeck
            | Command::MakeGroup
            | Command::AddEvent
            | Command::DeclareBreak
            | Command::LoadBoundaries
            | Command::SetBrand
            | Command::LoadHarmWeights => has_project,
            Command::ShowValues
            | Command::SavePicture
            | Command::CopyPicture
            | Command::CopyData
            | Command::PreviewBlackAndWhite
            | Command::AddToStory => has_project && self.answer().is_some(),
            Command::RemoveLock => has_project && self.document.history.project().lock.is_locked(),
            Command::ShowSharedNote => {
                has_project && self.document.history.project().shared.is_some()
            }
            Command::ShowFindings => has_project && !self.findings.is_empty(),
            Command::FindAnything => false,
            _ => true,
        }
    }

    fn asking_ui(&mut self, ctx: &Context) {
        let Some(asking) = self.asking.clone() else {
            return;
        };
        match asking {
            Asking::Unsaved(next) => {
                let title = say::unsaved_title(self.document.name());
                let text = say::unsaved_text();
                let dialog = Dialog::new(title, text, say::command_save())
                    .alternative(say::unsaved_do_not())
                    .cancel(say::cancel());
                match dialog.ui(ctx) {
                    Some(DialogAnswer::Primary) => {
                        self.asking = None;
                        self.after_save = Some(next);
                        self.save();
                    }
                    Some(DialogAnswer::Alternative) => {
                        self.asking = None;
                        self.go_on(ctx, next);
                    }
                    Some(DialogAnswer::Cancel) => self.asking = None,
                    None => {}
                }
            }
            Asking::Problem { title, text } => {
                if Dialog::new(title, text, say::close()).ui(ctx).is_some() {
                    self.asking = None;
                }
            }
            Asking::FindWorkbook { title, text } => {
                let dialog = Dialog::new(title, text, say::find_the_file()).cancel(say::cancel());
                let answer = dialog.ui(ctx);
                if answer.is_some() {
                    self.asking = None;
                }
                if answer == Some(DialogAnswer::Primary) {
                    self.ask_for_files(super::message::FilePurpose::FindWorkbook);
                }
            }
            Asking::File(question) => self.file_question_ui(ctx, question),
            Asking::About => {
                let details = details(self.renderer.as_ref(), ctx.pixels_per_point());
                let text = format!("{details}\n\n{}", say::about_licence());
                let dialog = Dialog::new(say::command_about(), text, say::close())
                    .alternative(say::about_copy());
                match dialog.ui(ctx) {
                    Some(DialogAnswer::Alternative) => {
                        ctx.copy_text(details);
                        self.note(crate::ui::kit::Tone::Neutral, say::copied());
                    }
                    Some(_) => self.asking = None,
                    None => {}
                }
            }
        }
    }

    /// The work under way, at the bottom in the middle.
    fn jobs_ui(&self, ctx: &Context, actions: &mut Actions) {
        let shown: Vec<_> = self
            .jobs
            .running()
            .iter()
            .filter(|job| job.started.elapsed() >= SHOWN_AFTER)
            .collect();
        if self.is_busy() {
            ctx.request_repaint_after(Duration::from_millis(100));
        }
        if shown.is_empty() {
            return;
        }
        let tokens = tokens_of(ctx);
        Area::new(Id::unique("work under way"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_BOTTOM, [0.0, -20.0])
            .show(ctx, |ui| {
                Frame::popup(ui.style())
                    .inner_margin(Margin::same(14))
                    .stroke(Stroke::new(1.0, tokens.colours.rule))
                    .show(ui, |ui| {
                        ui.set_width(360.0);
                        for job in shown {
                            let progress = Progress::new(&*job.title)
                                .share(job.progress.fraction())
                                .detail(job.progress.stage());
                            if progress.ui(ui).cancelled {
                                actions.send(Action::CancelJob(job.id));
                            }
                        }
                    });
            });
    }
}

/// Says over the whole window that files can be dropped, and what will become of them.
fn drop_hint_ui(ctx: &Context) {
    let tokens = tokens_of(ctx);
    let (count, is_project, are_boundaries) = ctx.input(|input| {
        let files = &input.raw.hovered_files;
        let are_boundaries = |file: &egui::HoveredFile| {
            let path = file.path.as_deref();
            path.is_some_and(crate::import::boundaries::is_boundary_file)
        };
        let is_project =
            |file: &egui::HoveredFile| file.path.as_deref().is_some_and(super::tasks::is_project);
        let are_boundaries = !files.is_empty() && files.iter().all(are_boundaries);
        (files.len(), files.iter().any(is_project), are_boundaries)
    });
    let (title, words) = match (is_project, count) {
        _ if are_boundaries => (say::drop_boundaries(), say::drop_boundaries_note()),
        (true, _) => (say::drop_project(), say::drop_project_note()),
        (false, 1) => (say::drop_one(), say::kind_of_file()),
        (false, _) => (say::drop_several(), say::kinds_of_files()),
    };
    let backdrop = LayerId::new(Order::Foreground, Id::unique("drop backdrop"));
    ctx.layer_painter(backdrop)
        .rect_filled(ctx.content_rect(), 0.0, tokens.colours.backdrop);
    Area::new(Id::unique("drop hint"))
        .order(Order::Tooltip)
        .anchor(Align2::CENTER_CENTER, [0.0, 0.0])
        .interactable(false)
        .show(ctx, |ui| {
            ui.set_width(440.0);
            Card::new().dashed().highlighted(true).show(ui, |ui| {
                ui.vertical_centered(|ui| {
                    ui.add_space(22.0);
                    let weight = crate::base::typeface::Weight::SemiBold;
                    ui.label(RichText::new(title).font(font(weight, tokens.text.title)));
                    ui.label(RichText::new(words).color(tokens.colours.ink_secondary));
                    ui.add_space(22.0);
                });
            });
        });
}
