//! The program's state and its frame: messages in, screens drawn, actions done.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, ViewportCommand};
use jiff::Zoned;

use super::answers::Answers;
use super::document::Document;
use super::explored::Explored;
use super::files::Files;
use super::helping::Helping;
use super::importing::Importing;
use super::message::Message;
use super::preferences::Preferences;
use super::presenting::Presented;
use super::publishing::Publishing;
use super::reading::Reading;
use super::recovery::Recovery;
use super::renderer_info::RendererInfo;
use super::safeguarding::Safeguarding;
use super::saving::{FileQuestion, Saving};
use super::source_rows::SourceRows;
use super::wishes::Wishes;
use crate::analysis::{Answer, Asked, MeasureKey, TrendAnswer};
use crate::data::SourceId;
use crate::jobs::{Finished, Jobs, Waker};
use crate::ui::action::{Action, Actions};
use crate::ui::brand::BrandDraft;
use crate::ui::command::Command;
use crate::ui::dictionary::{Defining, DictionaryState, dictionary_ui};
use crate::ui::explore::{ExploreState, Exploring, explore_ui};
use crate::ui::findings::{FindingRow, FindingsTab, findings_ui};
use crate::ui::import::{ImportAction, import_ui};
use crate::ui::kit::{Palette, Toast, Toasts, Tone};
use crate::ui::present::{LookForScreens, Screens};
use crate::ui::story::StoryState;
use crate::ui::top_bar::{FileState, Saved, TopBar};
use crate::ui::welcome::{RecentProject, welcome_ui};
use crate::words::say;

/// What fills the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The start screen.
    Welcome,
    /// The chart with its library.
    Explore,
    /// What the import found.
    Findings,
    /// Workbooks on their way into the project.
    Import,
    /// The slides of a story.
    Story,
    /// A story that is told.
    Present,
    /// What the project calls measures, places and groups of people.
    Dictionary,
    /// The cells of a workbook that a value came from.
    SourceRows,
}

/// What is to be done once unsaved work is dealt with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Next {
    New,
    OpenDialog,
    OpenPath(PathBuf),
    OpenExample,
    /// What was chosen to be recovered.
    Recover,
    Tour,
    Quit,
}

/// A question to the user that waits for its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asking {
    /// Whether to save before going on.
    Unsaved(Next),
    /// Something that went wrong, to be read.
    Problem { title: String, text: String },
    /// Whether to look for the workbook of a value elsewhere, with what is wrong with what was found.
    FindWorkbook { title: String, text: String },
    /// Something about the project's file.
    File(FileQuestion),
    /// About the program.
    About,
}

/// The program: everything but the window.
pub struct Program {
    pub(super) document: Document,
    pub(super) screen: Screen,
    pub(super) explore: ExploreState,
    pub(super) importing: Importing,
    pub(super) source_rows: SourceRows,
    pub(super) explored: Arc<Explored>,
    pub(super) dictionary: DictionaryState,
    pub(super) story: StoryState,
    /// The brand that is being put together.
    pub(super) brand: Option<BrandDraft>,
    /// The story that is being presented.
    pub(super) presented: Option<Presented>,
    pub(super) look_for_screens: LookForScreens,
    pub(super) publishing: Publishing,
    pub(super) reading: Reading,
    pub(super) wishes: Wishes,
    pub(super) safeguarding: Safeguarding,
    pub(super) saving: Saving,
    pub(super) helping: Helping,
    pub(super) answers: Answers,
    pub(super) findings: Vec<(SourceId, FindingRow)>,
    /// The workbook whose findings are on show; `None` is all of them.
    pub(super) findings_of: Option<SourceId>,
    /// The measure to show once the sources have been read through: the first of a new workbook.
    pub(super) first_measure: Option<MeasureKey>,
    pub(super) preferences: Preferences,
    pub(super) jobs: Jobs<Message>,
    pub(super) files: Files,
    pub(super) toasts: Toasts<Action>,
    pub(super) palette: Palette,
    pub(super) asking: Option<Asking>,
    pub(super) after_save: Option<Next>,
    pub(super) may_close: bool,
    pub(super) renderer: Option<RendererInfo>,
    pub(super) recovery: Recovery,
    findings_tab: FindingsTab,
    pub(super) is_exploring: bool,
    pub(super) answering: Vec<Asked>,
    example_shape: Vec<Option<f64>>,
    shown_title: String,
}

impl Program {
    /// The program with nothing open; `waker` is called when background work has something to show.
    pub fn new(preferences: Preferences, files: Files, waker: Waker) -> Self {
        Self {
            document: Document::empty(),
            screen: Screen::Welcome,
            explore: ExploreState::default(),
            importing: Importing::default(),
            source_rows: SourceRows::default(),
            explored: Arc::default(),
            dictionary: DictionaryState::default(),
            story: StoryState::default(),
            brand: None,
            presented: None,
            look_for_screens: Arc::new(|| Screens::ONE),
            publishing: Publishing::default(),
            reading: Reading::default(),
            wishes: Wishes::default(),
            safeguarding: Safeguarding::default(),
            saving: Saving::default(),
            helping: Helping::default(),
            answers: Answers::default(),
            findings: Vec::new(),
            findings_of: None,
            first_measure: None,
            preferences,
            recovery: Recovery::new(waker.clone()),
            jobs: Jobs::new(waker),
            files,
            toasts: Toasts::default(),
            palette: Palette::default(),
            asking: None,
            after_save: None,
            may_close: false,
            renderer: None,
            findings_tab: FindingsTab::default(),
            is_exploring: false,
            answering: Vec::new(),
            example_shape: example_shape(),
            shown_title: String::new(),
        }
    }

    /// The project that is open.
    pub const fn document(&self) -> &Document {
        &self.document
    }

    /// What fills the window.
    pub const fn screen(&self) -> Screen {
        self.screen
    }

    /// Shows another screen.
    pub fn show(&mut self, screen: Screen) {
        self.screen = screen;
    }

    /// Says which renderer draws the window, for About.
    pub fn note_renderer(&mut self, renderer: RendererInfo) {
        super::crash::note_renderer(&renderer.words());
        self.renderer = Some(renderer);
    }

    /// Follows what the system says of contrast and movement.
    pub fn follow_system(&mut self, wishes: Wishes) {
        self.wishes = wishes;
    }

    /// The answer to the project's question over periods, where it has been worked out.
    pub fn answer(&self) -> Option<&Arc<TrendAnswer>> {
        let question = self.document.history.project().view.question.clone()?;
        self.answers.find(&Asked::Trend(question))?.trend()
    }

    /// What the tab on show draws, where it has been worked out.
    pub fn answer_on_show(&self) -> Option<&Answer> {
        let view = &self.document.history.project().view;
        self.answers.find(&view.asked(self.explore.tab.kind())?)
    }

    /// Whether background work is under way.
    pub fn is_busy(&self) -> bool {
        !self.jobs.running().is_empty()
    }

    /// Waits for all background work and takes in what it found; for tests and pictures.
    pub fn settle(&mut self, ctx: &Context) {
        self.keep_up();
        while let Some(finished) = self.jobs.wait() {
            self.take_in(ctx, finished);
            self.keep_up();
        }
    }

    /// Draws a frame and does what was asked for in it.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        crate::words::speak(self.preferences.language());
        crate::ui::kit::focus::note_input(&ctx);
        crate::ui::kit::take_pane_keys(ui);
        crate::ui::kit::reveal(&ctx);
        if self.wishes.poll() {
            self.apply_preferences(&ctx);
        }
        crate::ui::chart_look::use_brand(&ctx, &self.document.history.project().brand);
        for finished in self.jobs.poll() {
            self.take_in(&ctx, finished);
        }
        for message in self.files.poll() {
            self.take_in(&ctx, Finished::Done(message));
        }
        self.keep_up();
        self.recovery_frame(&ctx);
        self.look_when_focused(&ctx);
        self.end_show_elsewhere(&ctx);
        let mut actions = Actions::default();
        self.take_input(&ctx, &mut actions);
        self.title(&ctx);
        self.screen_ui(ui, &mut actions);
        self.overlays_ui(&ctx, &mut actions);
        self.leave_by_escape(&ctx, &mut actions);
        crate::ui::kit::give_back(&ctx);
        for action in actions.take() {
            self.act(&ctx, action);
        }
        self.forget_import();
        self.forget_rows();
    }

    /// Keys, dropped files, and the wish to close the window.
    fn take_input(&mut self, ctx: &Context, actions: &mut Actions) {
        if self.asking.is_none()
            && !self.has_recovery_dialog()
            && self.screen != Screen::Present
            && !self.palette.is_open()
            && !self.story.has_dialog()
            && !self.publishing.has_dialog()
            && !self.safeguarding.has_dialog()
            && self.brand.is_none()
            && self.explore.target_draft.is_none()
            && self.explore.own_group_draft.is_none()
            && ctx.memory(egui::Memory::top_modal_layer).is_none()
            && let Some(command) = Command::pressed(ctx)
        {
            actions.run(command);
        }
        let dropped: Vec<PathBuf> = ctx.input(|input| {
            input
                .raw
                .dropped_files
                .iter()
                .map(|file| file.path().to_owned())
                .collect()
        });
        if !dropped.is_empty() && self.screen != Screen::Present {
            actions.send(Action::TakeFiles(dropped));
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.may_close {
            if self.document.has_work_to_lose() {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
                self.asking = Some(Asking::Unsaved(Next::Quit));
            } else {
                self.may_close = true;
            }
        }
    }

    /// Esc goes back to the chart, unless something over the screen took it.
    fn leave_by_escape(&mut self, ctx: &Context, actions: &mut Actions) {
        let escape =
            || ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
        let is_aside = matches!(
            self.screen,
            Screen::Findings
                | Screen::Dictionary
                | Screen::Import
                | Screen::SourceRows
                | Screen::Story
        );
        if !is_aside
            || self.asking.is_some()
            || self.has_recovery_dialog()
            || self.palette.is_open()
            || self.story.has_dialog()
            || self.publishing.has_dialog()
            || self.safeguarding.has_dialog()
            || self.brand.is_some()
            || ctx.memory(egui::Memory::top_modal_layer).is_some()
            || (self.screen == Screen::Story && ctx.text_edit_focused())
            || egui::Popup::is_any_open(ctx)
            || !escape()
        {
            return;
        }
        if self.screen == Screen::Import {
            actions.send(Action::Import(ImportAction::Cancel));
        } else {
            self.screen = Screen::Explore;
        }
    }

    /// The window's title, sent when it changes.
    fn title(&mut self, ctx: &Context) {
        let title = match self.screen {
            Screen::Welcome => String::from("Bellwether"),
            _ => self.document.window_title(),
        };
        if title != self.shown_title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.shown_title = title;
        }
    }

    fn screen_ui(&mut self, ui: &mut egui::Ui, actions: &mut Actions) {
        if self.screen == Screen::Import {
            let this_year = Zoned::now().year();
            let Importing { drafts, state } = &mut self.importing;
            import_ui(ui, drafts, this_year, state, actions);
            return;
        }
        if self.screen == Screen::SourceRows {
            self.source_rows_screen_ui(ui, actions);
            return;
        }
        if self.screen == Screen::Story {
            self.story_screen_ui(ui, actions);
            return;
        }
        if self.screen == Screen::Present {
            self.present_screen_ui(ui, actions);
            return;
        }
        let recent = self.recent();
        let name = self.document.name();
        self.top_bar(&name, &recent).ui(ui, actions);
        match self.screen {
            Screen::Welcome => welcome_ui(ui, &recent, &self.example_shape, actions),
            // Drawn above: the import and a show fill the whole window, stories have commands of their own in the bar.
            Screen::Import | Screen::Present | Screen::SourceRows | Screen::Story => {}
            Screen::Explore => {
                let explored = self.explored.clone();
                let project = explored.shown(self.document.history.project());
                let answer = self.answer().cloned();
                let on_show = self.answer_on_show().cloned();
                let exploring = Exploring {
                    project: &project,
                    catalogue: &explored.catalogue,
                    headlines: &explored.headlines,
                    answer: answer.as_ref(),
                    on_show: on_show.as_ref(),
                    is_working: self.is_exploring || !self.answering.is_empty(),
                };
                explore_ui(ui, &exploring, &mut self.explore, actions);
            }
            Screen::Dictionary => {
                let explored = self.explored.clone();
                let defining = Defining {
                    dictionary: &self.document.history.project().dictionary,
                    listing: &explored.listing,
                    proposals: &explored.proposals,
                };
                if dictionary_ui(ui, &defining, &mut self.dictionary, actions) {
                    self.screen = Screen::Explore;
                }
            }
            Screen::Findings => {
                let sources = &self.document.history.project().sources;
                let held: BTreeSet<&SourceId> = sources.iter().map(|source| &source.id).collect();
                let of = self.findings_of.as_ref();
                let rows: Vec<&FindingRow> = self
                    .findings
                    .iter()
                    .filter(|(source, _)| held.contains(source) && of.is_none_or(|of| of == source))
                    .map(|(_, row)| row)
                    .collect();
                let of = of.and_then(|of| sources.iter().find(|source| source.id == *of));
                let of = of.map(|source| source.file_name.as_str());
                let mut is_open = true;
                findings_ui(ui, &rows, of, &mut self.findings_tab, &mut is_open, actions);
                if !is_open {
                    self.screen = Screen::Explore;
                }
            }
        }
    }

    /// The bar at the top, with a name for what is open.
    pub(super) fn top_bar<'a>(&'a self, name: &'a str, recent: &'a [RecentProject]) -> TopBar<'a> {
        let history = &self.document.history;
        TopBar {
            project: (self.screen != Screen::Welcome).then_some(name),
            saved: match (history.is_dirty(), &self.document.path) {
                (true, _) => Saved::No,
                (false, Some(_)) => Saved::Yes,
                (false, None) => Saved::Untouched,
            },
            undo: history.undo_label(),
            redo: history.redo_label(),
            has_chart: self.answer_on_show().is_some(),
            has_findings: !self.findings.is_empty(),
            file: FileState {
                is_locked: history.project().lock.is_locked(),
                is_copy: history.project().shared.is_some(),
            },
            stories: (self.screen == Screen::Explore && self.answer_on_show().is_some())
                .then(|| &*history.project().stories),
            recent,
        }
    }

    /// The recent projects for reading.
    pub(super) fn recent(&self) -> Vec<RecentProject> {
        self.preferences.recent(&Zoned::now())
    }

    /// Starts a job; says so where the system gives no thread for it.
    pub(super) fn start(
        &mut self,
        title: String,
        work: impl FnOnce(&crate::base::progress::Progress) -> Message + Send + 'static,
    ) -> bool {
        match self.jobs.start(title, work) {
            Ok(_) => true,
            Err(error) => {
                let text = say::job_not_started(error.to_string());
                self.problem(say::job_too_busy(), &text);
                false
            }
        }
    }

    /// Shows what went wrong, to be read and closed.
    pub(super) fn problem(&mut self, title: &str, text: &str) {
        self.asking = Some(Asking::Problem {
            title: title.to_owned(),
            text: text.to_owned(),
        });
    }

    /// Shows a short note.
    pub(super) fn note(&mut self, tone: Tone, text: impl Into<String>) {
        self.toasts.push(Toast::new(tone, text));
    }

    /// Shows a short note in place of the last one on the same topic.
    pub(super) fn note_on(&mut self, topic: &'static str, text: impl Into<String>) {
        self.toasts
            .push(Toast::new(Tone::Neutral, text).topic(topic).seconds(3.0));
    }
}

/// The shape of the example's first measure, for the start screen: feeling safe after dark, in the
/// twelve months to each quarter, as in the example itself (illustrative).
fn example_shape() -> Vec<Option<f64>> {
    [60.9, 61.8, 62.4, 63.1, 62.0, 60.1, 58.3, 56.8]
        .map(Some)
        .to_vec()
}
