//! What interface functions send: they only read, and everything that is to happen goes through here to
//! the one place where it is done.

use std::path::PathBuf;

use super::command::Command;
use super::dictionary::DictionaryField;
use super::explore::{ExploreTab, SelectedPoint};
use super::import::{ImportAction, RowsWanted};
use super::story::StoryAction;
use crate::analysis::dictionary::Term;
use crate::analysis::{MeasureKey, SeriesKey};
use crate::data::SourceId;
use crate::jobs::JobId;
use crate::project::Edit;

/// Something that is to happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// A command of the menu.
    Run(Command),
    /// A change of the project.
    Edit(Edit),
    /// Changes of the project that are one step for undo, with the step's name.
    EditTogether(String, Vec<Edit>),
    /// The changes from here on are one step for undo, with the step's name, until it ends: a drag.
    BeginStep(String),
    /// The step that was begun ends.
    EndStep,
    /// Show a measure with its first question.
    ShowMeasure(MeasureKey),
    /// Select a point of the chart, or none.
    Select(Option<SelectedPoint>),
    /// Select a group of a chart that shows groups side by side, or none.
    SelectGroup(Option<SeriesKey>),
    /// Show another tab of the explore screen.
    ShowTab(ExploreTab),
    /// Show what the import found in one workbook.
    ShowFindingsOf(SourceId),
    /// Show the cells of a workbook that a value came from.
    ShowRows(RowsWanted),
    /// Go back from the cells of a workbook to the chart.
    LeaveRows,
    /// Show what the dictionary says of a term, with the keyboard where it is to be changed.
    Define(Term, DictionaryField),
    /// Choose a file for the logo of the brand that is being put together.
    ChooseLogo,
    /// Open a project's file.
    OpenPath(PathBuf),
    /// Import or open files, by what they are.
    TakeFiles(Vec<PathBuf>),
    /// Something with the stories.
    Story(StoryAction),
    /// Show a file in its folder.
    ShowInFolder(PathBuf),
    /// End the show of a story.
    EndShow,
    /// Something with the workbooks that are being imported.
    Import(ImportAction),
    /// Forget a recent project.
    ForgetRecent(PathBuf),
    /// Compare what is open with its file, which somebody else changed.
    CompareWithFile,
    /// Stop a job.
    CancelJob(JobId),
    /// Put text on the clipboard.
    Copy(String),
}

/// The actions of one frame, in their order.
#[derive(Debug, Default)]
pub struct Actions(Vec<Action>);

impl Actions {
    /// Adds an action.
    pub fn send(&mut self, action: Action) {
        self.0.push(action);
    }

    /// Adds a command.
    pub fn run(&mut self, command: Command) {
        self.send(Action::Run(command));
    }

    /// Adds an edit.
    pub fn edit(&mut self, edit: Edit) {
        self.send(Action::Edit(edit));
    }

    /// Takes all actions out.
    pub fn take(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.0)
    }
}
