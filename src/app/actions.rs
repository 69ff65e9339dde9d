//! Does what the interface asked for.

use std::path::{Path, PathBuf};

use egui::{Context, ViewportCommand};

use super::document::{Document, file_stem};
use super::example;
use super::message::FilePurpose;
use super::program::{Asking, Next, Program, Screen};
use super::{tasks, wishes};
use crate::analysis::first_question;
use crate::base::cells::harmless_cells;
use crate::base::text::file_name;
use crate::project::Edit;
use crate::ui::Look;
use crate::ui::action::Action;
use crate::ui::command::Command;
use crate::ui::explore::{BreakDraft, EventDraft, ExploreTab, OwnGroupDraft};
use crate::ui::kit::Tone;
use crate::ui::story::{ChartAs, StoryState};
use crate::words::{self, say};

/// The largest and smallest zoom of the window, and the step of the keys.
const ZOOMS: (f32, f32, f32) = (0.5, 3.0, 0.1);

impl Program {
    /// Does one action.
    pub fn act(&mut self, ctx: &Context, action: Action) {
        match &action {
            Action::Run(command) => super::crash::note(&action, Some(command)),
            Action::Edit(edit) => super::crash::note(&action, Some(edit)),
            _ => super::crash::note(&action, None),
        }
        match action {
            Action::Run(command) => self.run(ctx, command),
            Action::Edit(edit) => self.edit(edit),
            Action::EditTogether(label, edits) => self.edit_together(label, edits),
            Action::BeginStep(label) => self.document.history.begin(label),
            Action::EndStep => self.document.history.commit(),
            Action::ShowMeasure(measure) => {
                let question = first_question(&self.explored.catalogue, &measure);
                self.explore
                    .show_tab_for(&self.explored.catalogue, &measure);
                self.explore.selected = None;
                self.edit(Edit::Ask(question));
                self.screen = Screen::Explore;
            }
            Action::Select(selected) => self.explore.selected = selected,
            Action::SelectGroup(selected) => self.explore.selected_group = selected,
            Action::ShowTab(tab) => self.explore.choose_tab(tab),
            Action::ShowFindingsOf(source) => {
                self.findings_of = Some(source);
                self.screen = Screen::Findings;
            }
            Action::ShowRows(wanted) => self.show_rows(wanted, None),
            Action::LeaveRows => self.screen = Screen::Explore,
            Action::Define(term, field) => {
                self.dictionary.show(term, field);
                self.screen = Screen::Dictionary;
            }
            Action::Story(action) => self.act_on_story(action),
            Action::ShowInFolder(path) => self.show_in_folder(path),
            Action::EndShow => self.end_show(ctx),
            Action::ChooseLogo => self.ask_for_files(FilePurpose::ChooseLogo),
            Action::OpenPath(path) => self.unless_unsaved(ctx, Next::OpenPath(path)),
            Action::TakeFiles(paths) => self.take_files(ctx, paths),
            Action::Import(action) => self.act_on_import(action),
            Action::ForgetRecent(path) => self.preferences.forget_recent(&path),
            Action::CancelJob(id) => {
                if let Some(job) = self.jobs.running().iter().find(|job| job.id == id) {
                    job.progress.cancel();
                }
            }
            Action::CompareWithFile => self.compare_with_own_file(),
            Action::Copy(text) => {
                ctx.copy_text(harmless_cells(&text));
                self.note(Tone::Neutral, say::copied());
            }
        }
    }

    fn run(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::NewProject => self.unless_unsaved(ctx, Next::New),
            Command::OpenProject => self.unless_unsaved(ctx, Next::OpenDialog),
            Command::OpenExample => self.unless_unsaved(ctx, Next::OpenExample),
            Command::Save => self.save(),
            Command::SaveAs => self.ask_for_files(FilePurpose::SaveProject),
            Command::ShareCopy => self.begin_sharing(),
            Command::LockProject => self.begin_locking(),
            Command::RemoveLock => self.begin_unlocking(),
            Command::ShowSharedNote => self.show_shared_note(),
            Command::ShowVersions => self.show_versions(),
            Command::Import => self.ask_for_files(FilePurpose::Import),
            Command::LoadBoundaries => self.ask_for_files(FilePurpose::Boundaries),
            Command::SavePicture => self.begin_saving_chart(),
            Command::CopyPicture => self.copy_picture(),
            Command::CopyData => self.copy_data(ctx),
            Command::Undo if self.screen == Screen::Import => self.step_back_on_import(false),
            Command::Redo if self.screen == Screen::Import => self.step_back_on_import(true),
            Command::Undo => match self.document.history.undo() {
                Some(step) => self.note_on("undo", say::undo_done(step)),
                None => self.note_on("undo", say::undo_nothing()),
            },
            Command::Redo => match self.document.history.redo() {
                Some(step) => self.note_on("undo", say::redo_done(step)),
                None => self.note_on("undo", say::redo_nothing()),
            },
            Command::FindAnything => self.palette.open(ctx),
            Command::ShowFindings => {
                self.findings_of = None;
                self.screen = Screen::Findings;
            }
            Command::ShowDictionary => self.screen = Screen::Dictionary,
            Command::MakeGroup => {
                let draft = OwnGroupDraft::new(self.document.history.project());
                self.explore.own_group_draft = Some(draft);
                self.screen = Screen::Explore;
            }
            Command::ShowStories => self.show_stories(),
            Command::AddToStory => self.add_to_story(None, ChartAs::Chart),
            Command::Present => self.present(ctx, false),
            Command::PresentFromSlide => self.present(ctx, true),
            Command::Publish => self.begin_publishing(),
            Command::RefreshDeck => self.begin_refreshing_deck(),
            Command::AddEvent => self.write_event(),
            Command::DeclareBreak => self.declare_break(),
            Command::LoadHarmWeights => self.ask_for_files(FilePurpose::HarmWeights),
            Command::ShowWelcome => self.screen = Screen::Welcome,
            Command::ToggleFullScreen => {
                let is_full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!is_full));
            }
            Command::ZoomIn => self.zoom(ctx, self.preferences.kept.zoom + ZOOMS.2),
            Command::ZoomOut => self.zoom(ctx, self.preferences.kept.zoom - ZOOMS.2),
            Command::ZoomReset => self.zoom(ctx, 1.0),
            Command::ToggleTheme => {
                self.preferences.kept.is_dark = !self.preferences.kept.is_dark;
                self.preferences.save();
                self.apply_preferences(ctx);
            }
            Command::ToggleMotion => {
                let system = self.wishes.now().less_motion;
                let kept = &mut self.preferences.kept;
                kept.less_motion = wishes::turned(kept.less_motion, system);
                let is_reduced = wishes::holds(kept.less_motion, system);
                self.preferences.save();
                self.apply_preferences(ctx);
                let words = if is_reduced {
                    say::motion_less()
                } else {
                    say::motion_more()
                };
                self.note_on("motion", words);
            }
            Command::ToggleContrast => {
                let system = self.wishes.now().high_contrast;
                let kept = &mut self.preferences.kept;
                kept.high_contrast = wishes::turned(kept.high_contrast, system);
                self.preferences.save();
                self.apply_preferences(ctx);
            }
            Command::ChangeLanguage => self.change_language(),
            Command::ShowValues => self.show_values(),
            Command::ShowShortcuts => self.show_shortcuts(),
            Command::ShowGuide => self.show_guide(),
            Command::TakeTour => self.unless_unsaved(ctx, Next::Tour),
            Command::SetBrand => self.set_brand(),
            Command::PreviewBlackAndWhite => {
                let words = if crate::ui::chart_look::toggle_black_and_white(ctx) {
                    say::black_and_white_on()
                } else {
                    say::black_and_white_off()
                };
                self.note_on("black and white", words);
            }
            Command::About => self.asking = Some(Asking::About),
            Command::Quit => self.unless_unsaved(ctx, Next::Quit),
        }
    }

    /// Speaks the other language from now on.
    fn change_language(&mut self) {
        let language = self.preferences.language().other();
        self.preferences.kept.language = Some(language);
        self.preferences.save();
        words::speak(language);
    }

    /// Begins an event, on the last day of the selected period.
    fn write_event(&mut self) {
        let period = self.explore.selected.as_ref().map(|held| held.period);
        let last = self
            .answer()
            .and_then(|answer| answer.periods.last().copied());
        self.explore.event_draft = Some(EventDraft::new(
            period.or(last).map(|period| period.last_day()),
        ));
        self.explore.choose_tab(ExploreTab::Trend);
        self.screen = Screen::Explore;
    }

    /// Begins a break in the series of the measure on show, from the selected period on.
    fn declare_break(&mut self) {
        let project = self.document.history.project().clone();
        let period = self.explore.selected.as_ref().map(|held| held.period);
        let draft = project.view.question.as_ref().and_then(|question| {
            BreakDraft::new(&self.explored.catalogue, &question.measure, period)
        });
        if draft.is_none() {
            self.note(Tone::Neutral, say::nothing_to_break());
            return;
        }
        self.explore.break_draft = draft;
        self.screen = Screen::Explore;
    }

    /// Gives the window the theme and the zoom of the preferences.
    pub fn apply_preferences(&self, ctx: &Context) {
        let (kept, system) = (&self.preferences.kept, self.wishes.now());
        let has_contrast = wishes::holds(kept.high_contrast, system.high_contrast);
        let look = match (has_contrast, kept.is_dark) {
            (true, _) => Look::HighContrast,
            (false, true) => Look::Dark,
            (false, false) => Look::Light,
        };
        crate::ui::apply(ctx, look);
        let is_reduced = wishes::holds(kept.less_motion, system.less_motion);
        crate::ui::reduce_motion(ctx, is_reduced);
        ctx.set_zoom_factor(self.preferences.kept.zoom);
    }

    fn zoom(&mut self, ctx: &Context, zoom: f32) {
        let zoom = zoom.clamp(ZOOMS.0, ZOOMS.1);
        self.preferences.kept.zoom = zoom;
        self.preferences.save();
        ctx.set_zoom_factor(zoom);
        let percent = crate::base::number::rounded(f64::from(zoom) * 100.0, 0);
        self.note_on("zoom", format!("{percent}%"));
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        if let Err(error) = self.document.history.apply(edit) {
            self.note(Tone::Bad, error.to_string());
        }
    }

    /// Makes an edit that the program makes by itself, such as asking about the first measure: no step of undo.
    pub(super) fn amend(&mut self, edit: Edit) {
        if let Err(error) = self.document.history.amend(edit) {
            self.note(Tone::Bad, error.to_string());
        }
    }

    /// Makes edits as one step; none of them where one cannot be made.
    pub(super) fn edit_together(&mut self, label: String, edits: Vec<Edit>) {
        let history = &mut self.document.history;
        history.begin(label);
        for edit in edits {
            if let Err(error) = history.apply(edit) {
                history.abort();
                self.note(Tone::Bad, error.to_string());
                return;
            }
        }
        history.commit();
    }

    /// Goes on at once, or asks first whether to save.
    pub(super) fn unless_unsaved(&mut self, ctx: &Context, next: Next) {
        if self.document.has_work_to_lose() {
            self.asking = Some(Asking::Unsaved(next));
        } else {
            self.go_on(ctx, next);
        }
    }

    /// Does what was to be done once unsaved work is dealt with.
    pub(super) fn go_on(&mut self, ctx: &Context, next: Next) {
        match next {
            Next::New => self.open(Document::empty()),
            Next::OpenDialog => self.ask_for_files(FilePurpose::OpenProject),
            Next::OpenPath(path) => self.open_file(path),
            Next::OpenExample => match example::open() {
                Ok(project) => self.open(Document::unsaved(project)),
                Err(error) => self.problem(say::example_not_opened(), &error.to_string()),
            },
            Next::Recover => self.recover(),
            Next::Tour => self.begin_tour(ctx),
            Next::Quit => {
                self.may_close = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// Puts another document in place of the one that is open.
    pub(super) fn open(&mut self, document: Document) {
        self.begin_recovery_of_document();
        self.saving.leave_document();
        self.document = document;
        self.explore = crate::ui::explore::ExploreState::default();
        self.dictionary = crate::ui::dictionary::DictionaryState::default();
        self.story = StoryState::default();
        self.brand = None;
        self.findings.clear();
        self.importing = super::importing::Importing::default();
        self.source_rows = super::source_rows::SourceRows::default();
        self.publishing = super::publishing::Publishing::default();
        self.safeguarding = super::safeguarding::Safeguarding::default();
        self.screen = Screen::Explore;
        self.first_measure = None;
        self.keep_up();
        self.ask_first();
    }

    /// Imports or opens files, by what they are: a project is opened, boundaries are loaded, everything else
    /// imported.
    fn take_files(&mut self, ctx: &Context, paths: Vec<PathBuf>) {
        let paths = self.take_boundary_files(paths);
        let (projects, workbooks): (Vec<PathBuf>, Vec<PathBuf>) =
            paths.into_iter().partition(|path| tasks::is_project(path));
        if let Some(project) = projects.into_iter().next() {
            if !workbooks.is_empty() {
                self.note(Tone::Warning, say::take_one_kind());
            }
            self.unless_unsaved(ctx, Next::OpenPath(project));
        } else {
            self.import(workbooks);
        }
    }

    /// Reads workbooks in the background.
    pub fn import(&mut self, paths: Vec<PathBuf>) {
        let title = match paths.as_slice() {
            [] => return,
            [one] => say::job_reading(file_name(one)),
            several => say::job_reading_several(say::count_workbooks(several.len())),
        };
        let project = self.document.history.project().clone();
        let folder = self.preferences.layout_folder();
        self.start(title, move |progress| {
            tasks::read_workbooks(paths, &project, folder.as_ref(), progress)
        });
    }

    /// Saves to the project's file; asks for one where it has none.
    pub(super) fn save(&mut self) {
        match self.document.path.clone() {
            Some(path) => self.save_to(path),
            None => self.ask_for_files(FilePurpose::SaveProject),
        }
    }

    pub(super) fn ask_for_files(&mut self, purpose: FilePurpose) {
        let proposed = match purpose {
            FilePurpose::Publish(publication) => self.proposed_story_name(publication),
            FilePurpose::SavePicture(kind) => {
                let measure = match self.answer_on_show() {
                    Some(crate::analysis::Answer::Scorecard(_)) => String::from("scorecard"),
                    Some(crate::analysis::Answer::Matrix(_)) => String::from("risk assessment"),
                    _ => self
                        .answer()
                        .map_or_else(String::new, |answer| answer.measure.name.clone()),
                };
                let name = crate::base::text::fold(&measure).replace(' ', "-");
                format!("{name}.{}", kind.ending())
            }
            FilePurpose::ShareCopy => self.proposed_copy_name(),
            _ => self.proposed_project_name(),
        };
        if let Err(error) = self.files.ask(purpose, &proposed) {
            self.problem(say::ask_failed(), &error.to_string());
        }
    }

    /// Takes the files that were chosen in a dialog.
    pub(super) fn take_chosen(&mut self, ctx: &Context, purpose: FilePurpose, paths: Vec<PathBuf>) {
        let Some(first) = paths.first().cloned() else {
            self.after_save = None;
            self.stop_publishing();
            self.stop_sharing();
            return;
        };
        match purpose {
            FilePurpose::OpenProject => self.go_on(ctx, Next::OpenPath(first)),
            FilePurpose::Import => self.take_files(ctx, paths),
            FilePurpose::Boundaries => self.load_boundaries(first),
            FilePurpose::HarmWeights => {
                let title = say::job_reading(file_name(&first));
                self.start(title, move |progress| tasks::read_weights(first, progress));
            }
            FilePurpose::FindWorkbook => self.look_for_rows_in(first),
            FilePurpose::SaveProject => {
                let path = with_ending(first, "bellwether");
                if self.document.history.project().name == super::document::UNTITLED {
                    self.edit(Edit::Rename(file_stem(&path)));
                }
                self.save_to(path);
            }
            FilePurpose::ShareCopy => self.share_to(with_ending(first, "bellwether")),
            FilePurpose::SavePicture(kind) => self.save_picture(with_ending(first, kind.ending())),
            FilePurpose::Publish(_) => self.publish_to(first),
            FilePurpose::RefreshDeck => self.look_through_deck(first),
            FilePurpose::ChooseLogo => self.read_logo(first),
        }
    }
}

/// A path with an ending where it has none.
fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    if Path::new(&path).extension().is_some() {
        path
    } else {
        path.with_extension(ending)
    }
}
