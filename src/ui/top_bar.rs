//! The bar at the top: the menu, the project's name and whether it is saved, and the commands that are
//! used most.

use egui::{Frame, Id, Margin, Panel, RichText, Sense, Ui};

use super::action::{Action, Actions};
use super::command::Command;
use super::help::{Spot, note_spot};
use super::kit::{
    Button, Squeeze, Wordmark, bar_with_ends, begin_pane, menu, menu_heading, menu_item,
};
use super::story::add_to_story_ui;
use super::tokens::tokens;
use super::welcome::RecentProject;
use crate::base::text::lower_first;
use crate::project::Story;
use crate::words::say;

const HEIGHT: f32 = 51.0;
const MENU_WIDTH: f32 = 330.0;
/// The room that the name of the project has at the least.
const LEAST_NAME: f32 = 64.0;
/// How many recent projects the menu lists.
const RECENT_IN_MENU: usize = 6;

/// How a project stands to its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Saved {
    /// They are the same.
    Yes,
    /// The project has been changed since, or was never saved.
    No,
    /// There is no file and nothing to save: a new project, or the example as it was opened.
    Untouched,
}

/// What is special about a project's file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FileState {
    /// Whether it is locked with a passphrase.
    pub is_locked: bool,
    /// Whether it is a copy to share.
    pub is_copy: bool,
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
    /// What is special about the project's file.
    pub file: FileState,
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
        self.ui_with(ui, "usual", actions, TopBar::commands_ui);
    }

    /// Draws the bar with commands of a screen's own at the right; of them as much as there is room for. `name` tells
    /// those commands from others.
    pub fn ui_with(
        &self,
        ui: &mut Ui,
        name: &str,
        actions: &mut Actions,
        commands: impl FnOnce(&Self, &mut Ui, Squeeze, &mut Actions),
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
                begin_pane(ui, Id::unique("top bar"), ui.max_rect());
                ui.horizontal_centered(|ui| {
                    ui.spacing_mut().item_spacing.x = 12.0;
                    self.menu_ui(ui, actions);
                    let start = |ui: &mut Ui| self.project_ui(ui);
                    let there = (self.undo.is_some(), self.saved, self.stories.is_some());
                    bar_with_ends(ui, (name, there), LEAST_NAME, start, |ui, squeeze| {
                        commands(self, ui, squeeze, actions);
                    });
                });
            });
    }

    /// The program's mark and name, which open the menu.
    fn menu_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        let response = ui.add(Wordmark::menu()).on_hover_text(say::menu());
        menu(&response, say::menu(), MENU_WIDTH, |ui| {
            for command in Command::ALL {
                if matches!(
                    command,
                    Command::Save | Command::Undo | Command::ToggleFullScreen | Command::ShowGuide
                ) {
                    ui.separator();
                }
                if self.can(command) {
                    self.command_ui(ui, command, actions);
                }
                if command == Command::OpenExample && !self.recent.is_empty() {
                    menu_heading(ui, say::recent_projects());
                    self.recent_ui(ui, actions);
                }
            }
        });
    }

    fn command_ui(&self, ui: &mut Ui, command: Command, actions: &mut Actions) {
        let words = match (command, self.undo, self.redo) {
            (Command::Undo, Some(step), _) => say::menu_undo(lower_first(step)),
            (Command::Redo, _, Some(step)) => say::menu_redo(lower_first(step)),
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
            Saved::Yes => say::bar_saved(project),
            Saved::No => say::bar_not_saved(project),
            Saved::Untouched => project.to_owned(),
        };
        let words = match self.file {
            FileState { is_copy: true, .. } => say::bar_copy(words),
            FileState {
                is_locked: true, ..
            } => say::bar_locked(words),
            FileState { .. } => words,
        };
        let words = RichText::new(words).color(tokens(ui).colours.ink_secondary);
        ui.add(egui::Label::new(words).truncate().sense(Sense::hover()));
    }

    /// The buttons at the right.
    fn commands_ui(&self, ui: &mut Ui, squeeze: Squeeze, actions: &mut Actions) {
        let button = |ui: &mut Ui, command: Command, is_primary: bool, actions: &mut Actions| {
            let words = command.text().trim_end_matches('…');
            let mut button = if is_primary {
                Button::primary(words)
            } else {
                Button::secondary(words)
            };
            if squeeze == Squeeze::Nothing {
                button = button.shortcut(command.shortcut_text(ui.ctx()));
            }
            let response = ui.add(button).on_hover_text(command.tooltip());
            if command == Command::Import {
                note_spot(ui.ctx(), Spot::Import, response.rect);
            }
            if response.clicked() {
                actions.run(command);
            }
        };
        // What is left out is in the menu.
        if squeeze != Squeeze::AllButTheMost {
            if self.undo.is_some() {
                button(ui, Command::Undo, false, actions);
            }
            if self.project.is_some() && self.saved == Saved::No {
                button(ui, Command::Save, false, actions);
            }
            if let Some(stories) = self.stories {
                add_to_story_ui(ui, stories, actions);
            }
        }
        button(ui, Command::FindAnything, false, actions);
        if self.project.is_some() {
            button(ui, Command::Import, true, actions);
        }
    }

    /// Whether a command can be given now; the others are left out of the menu.
    pub const fn can(&self, command: Command) -> bool {
        match command {
            Command::Undo => self.undo.is_some(),
            Command::Redo => self.redo.is_some(),
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
            | Command::LoadHarmWeights => self.project.is_some(),
            Command::ShowValues
            | Command::SavePicture
            | Command::CopyPicture
            | Command::CopyData
            | Command::PreviewBlackAndWhite
            | Command::AddToStory => self.has_chart,
            Command::RemoveLock => self.project.is_some() && self.file.is_locked,
            Command::ShowSharedNote => self.project.is_some() && self.file.is_copy,
            Command::ShowFindings => self.has_findings,
            _ => true,
        }
    }
}
