//! The bar at the top: the menu, the project's name and whether it is saved, and the commands that are
//! used most.

use egui::{Align, Frame, Layout, Margin, Panel, RichText, Sense, Ui, vec2};

use super::action::{Action, Actions};
use super::command::Command;
use super::kit::{Button, Wordmark, menu, menu_heading, menu_item};
use super::story::add_to_story_ui;
use super::tokens::tokens;
use super::welcome::RecentProject;
use crate::base::text::lower_first;
use crate::project::Story;

const HEIGHT: f32 = 51.0;
const MENU_WIDTH: f32 = 330.0;
/// How many recent projects the menu lists.
const RECENT_IN_MENU: usize = 6;

/// How a project stands to its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// They are the same.
    Yes,
    /// The project has been changed since, or was never saved.
    No,
    /// There is no file and nothing to save: a new project, or the example as it was opened.
    Untouched,
}

/// What the bar says.
#[derive(Clone, Copy, Debug)]
pub struct TopBar<'a> {
    /// The project's name; `None` on the start screen.
    pub project: Option<&'a str>,
    /// How the project stands to its file.
    pub saved: Saved,
    /// What undo would take back.
    pub undo: Option<&'a str>,
    /// What redo would make again.
    pub redo: Option<&'a str>,
    /// Whether there is a chart to save.
    pub has_chart: bool,
    /// Whether the import left something to look at.
    pub has_findings: bool,
    /// The stories to which the chart on show can be added; `None` where none is on show.
    pub stories: Option<&'a [Story]>,
    /// Projects that were open before.
    pub recent: &'a [RecentProject],
}

impl TopBar<'_> {
    /// Draws the bar.
    pub fn ui(&self, ui: &mut Ui, actions: &mut Actions) {
        self.ui_with(ui, actions, TopBar::commands_ui);
    }

    /// Draws the bar with commands of a screen's own at the right, which are drawn from the right.
    pub fn ui_with(
        &self,
        ui: &mut Ui,
        actions: &mut Actions,
        commands: impl FnOnce(&Self, &mut Ui, &mut Actions),
    ) {
        let card = tokens(ui).colours.card;
        let frame = Frame::new()
            .fill(card)
            .inner_margin(Margin::symmetric(16, 0));
        Panel::top("top bar")
            .exact_size(HEIGHT)
            .resizable(false)
            .frame(frame)
            .show(ui, |ui| {
                ui.horizontal_centered(|ui| {
                    ui.spacing_mut().item_spacing.x = 12.0;
                    self.menu_ui(ui, actions);
                    self.project_ui(ui);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        commands(self, ui, actions);
                    });
                });
            });
    }

    /// The program's mark and name, which open the menu.
    fn menu_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        let response = ui.add(Wordmark).on_hover_text("Menu");
        menu(&response, "Menu", MENU_WIDTH, |ui| {
            for command in Command::ALL {
                if matches!(
                    command,
                    Command::Save | Command::Undo | Command::ToggleFullScreen | Command::About
                ) {
                    ui.separator();
                }
                if self.can(command) {
                    self.command_ui(ui, command, actions);
                }
                if command == Command::OpenExample && !self.recent.is_empty() {
                    menu_heading(ui, "Recent projects");
                    self.recent_ui(ui, actions);
                }
            }
        });
    }

    fn command_ui(&self, ui: &mut Ui, command: Command, actions: &mut Actions) {
        let words = match (command, self.undo, self.redo) {
            (Command::Undo, Some(step), _) | (Command::Redo, _, Some(step)) => {
                format!("{}: {}", command.text(), lower_first(step))
            }
            _ => command.text().to_owned(),
        };
        let item = Button::quiet(words).shortcut(command.shortcut_text(ui.ctx()));
        if menu_item(ui, item).clicked() {
            actions.run(command);
        }
    }

    fn recent_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        for project in self.recent.iter().take(RECENT_IN_MENU) {
            let name = project
                .path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let item = menu_item(ui, Button::quiet(name).shortcut(&*project.when));
            if item
                .on_hover_text(project.path.display().to_string())
                .clicked()
            {
                actions.send(Action::OpenPath(project.path.clone()));
            }
        }
    }

    fn project_ui(&self, ui: &mut Ui) {
        let Some(project) = self.project else { return };
        let words = match self.saved {
            Saved::Yes => format!("{project} — saved"),
            Saved::No => format!("{project} — not saved"),
            Saved::Untouched => project.to_owned(),
        };
        let words = RichText::new(words).color(tokens(ui).colours.ink_secondary);
        let width = (ui.available_width() - 690.0).max(80.0);
        ui.allocate_ui_with_layout(
            vec2(width, HEIGHT),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.add(egui::Label::new(words).truncate().sense(Sense::hover()));
            },
        );
    }

    /// The buttons at the right, from the right.
    fn commands_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        let button = |ui: &mut Ui, command: Command, is_primary: bool, actions: &mut Actions| {
            let words = command.text().trim_end_matches('…');
            let button = if is_primary {
                Button::primary(words)
            } else {
                Button::secondary(words)
            };
            let button = button.shortcut(command.shortcut_text(ui.ctx()));
            if ui.add(button).on_hover_text(command.tooltip()).clicked() {
                actions.run(command);
            }
        };
        if self.project.is_some() {
            button(ui, Command::Import, true, actions);
        }
        button(ui, Command::FindAnything, false, actions);
        if let Some(stories) = self.stories {
            add_to_story_ui(ui, stories, actions);
        }
        if self.project.is_some() && self.saved == Saved::No {
            button(ui, Command::Save, false, actions);
        }
        if self.undo.is_some() {
            button(ui, Command::Undo, false, actions);
        }
    }

    /// Whether a command can be given now; the others are left out of the menu.
    pub const fn can(&self, command: Command) -> bool {
        match command {
            Command::Undo => self.undo.is_some(),
            Command::Redo => self.redo.is_some(),
            Command::Save
            | Command::SaveAs
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
            | Command::LoadHarmWeights => self.project.is_some(),
            Command::SavePicture
            | Command::CopyPicture
            | Command::CopyData
            | Command::PreviewBlackAndWhite
            | Command::AddToStory => self.has_chart,
            Command::ShowFindings => self.has_findings,
            _ => true,
        }
    }
}
