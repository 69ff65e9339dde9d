//! Keeps the work of the open project, and asks about that of earlier runs.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use egui::Context;
use jiff::Zoned;
use jiff::tz::TimeZone;

use super::done::{self, Done};
use super::found::{FoundWork, Offer};
use super::keeping::{Unsaved, Wanted};
use super::{RECOVERY, Sidecar, Work};
use crate::app::crash;
use crate::app::document::{Document, UNTITLED};
use crate::app::preferences::when;
use crate::app::program::{Next, Program};
use crate::app::renderer_info::RendererInfo;
use crate::app::run::{RendererChoice, Run, folder_remove};
use crate::jobs::Finished;
use crate::project::store::SaveError;
use crate::project::{History, Lock, Project};
use crate::ui::action::Action;
use crate::ui::crash::{CrashAnswer, crash_ui};
use crate::ui::kit::{Dialog, DialogAnswer, Toast, Tone};
use crate::ui::recovery::{RecoveryAnswer, RecoveryOffer, recovery_ui};
use crate::words::say;

impl Program {
    /// From here on the work is kept in the folder of a run; what earlier runs left there is looked for.
    pub fn keep_work_in(&mut self, run: Arc<Run>) {
        self.recovery.run = Some(run);
        self.look_for_work(None, Lock::open());
    }

    /// The window was drawn with a renderer, after another one failed at the last start where one is given.
    pub fn note_drawn(&mut self, renderer: RendererChoice, failed: Option<RendererChoice>) {
        if self.preferences.kept.renderer != Some(renderer) {
            self.preferences.kept.renderer = Some(renderer);
            self.preferences.save();
        }
        if let Some(failed) = failed {
            let told = say::RecoveryRenderer {
                drawn: renderer.words(),
                failed: failed.words(),
            };
            self.note(Tone::Neutral, told.say());
        }
        let words = self.renderer.as_ref().map(RendererInfo::words);
        if let Some(run) = self.recovery.run.clone() {
            self.start_recovery("Noting the renderer", move || {
                run.note_drawn(renderer, &words.unwrap_or_default());
                Done::Discarded
            });
        }
    }

    /// The program is closed as it should be: what is not saved is meant to go.
    pub fn end_run(&mut self) {
        crash::forget_work();
        while self.recovery.jobs.wait().is_some() {}
        if let Some(offer) = self.recovery.recovered_from.take() {
            offer.discard();
        }
        if let Some(run) = self.recovery.run.take() {
            done::discard(&run.file(self.recovery.keeping.number(), RECOVERY));
            run.end();
        }
        self.recovery.offers.clear();
    }

    /// Waits for what recovery has under way, for tests.
    pub fn settle_recovery(&mut self, ctx: &Context) {
        self.keep_work(ctx, Instant::now());
        while let Some(finished) = self.recovery.jobs.wait() {
            self.take_recovery(finished);
            self.keep_work(ctx, Instant::now());
        }
    }

    /// Looks for work that was left, of one project or of all.
    pub(in crate::app) fn look_for_work(&mut self, of: Option<&Path>, lock: Lock) {
        let Some(run) = self.recovery.run.clone() else {
            return;
        };
        let of = of.map(Path::to_owned);
        self.start_recovery("Looking for unsaved work", move || {
            done::look(run.folder(), of.as_deref(), &lock)
        });
    }

    /// Takes in what was done and keeps the work that is due to be kept.
    pub(in crate::app) fn recovery_frame(&mut self, ctx: &Context) {
        for finished in self.recovery.jobs.poll() {
            self.take_recovery(finished);
        }
        self.keep_work(ctx, Instant::now());
    }

    /// Keeps the work where that is due now.
    fn keep_work(&mut self, ctx: &Context, now: Instant) {
        let Some(run) = self.recovery.run.clone() else {
            return;
        };
        let has_focus = ctx.input(|input| input.focused);
        let is_urgent = self.recovery.had_focus && !has_focus;
        self.recovery.had_focus = has_focus;
        let history = &self.document.history;
        let revision = history.revision();
        let state = (revision, history.saved_revision());
        let has_work = match self.recovery.state {
            Some((held, has_work)) if held == state => has_work,
            _ => self.document.has_work_to_lose(),
        };
        self.recovery.state = Some((state, has_work));
        let unsaved = Unsaved {
            revision,
            has_work,
            is_urgent,
        };
        let number = self.recovery.keeping.number();
        let path = run.file(number, RECOVERY);
        let held = has_work.then_some((number, revision));
        if held != self.recovery.held {
            self.recovery.held = held;
            match held {
                Some(_) => crash::hold_work(|| self.work(&run)),
                None => crash::forget_work(),
            }
        }
        match self.recovery.keeping.wanted(unsaved, now) {
            Wanted::Nothing => {}
            Wanted::Wait(left) => ctx.request_repaint_after(left),
            Wanted::Keep => {
                let work = self.work(&run);
                self.recovery.keeping.begin();
                self.start_recovery("Keeping unsaved work", move || {
                    done::keep(&work, number, revision)
                });
            }
            Wanted::Remove => {
                self.recovery.keeping.begin();
                self.start_recovery("Clearing up", move || {
                    done::discard(&path);
                    Done::Removed(number)
                });
            }
        }
    }

    /// The work as it is now.
    fn work(&self, run: &Run) -> Work {
        let fingerprint = self.file_fingerprint();
        let fingerprint = fingerprint.map(|held| held.hash.to_hex().to_string());
        // The next start has another working folder.
        let path = self.document.path.as_deref();
        let path = path.map(|path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned()));
        Work {
            path: run.file(self.recovery.keeping.number(), RECOVERY),
            sidecar: Sidecar::now(self.document.name(), path, fingerprint),
            project: self.document.history.project().clone(),
        }
    }

    fn start_recovery(&mut self, title: &str, work: impl FnOnce() -> Done + Send + 'static) {
        let started = self.recovery.jobs.start(title, move |_| work());
        if let Err(error) = started {
            tracing::warn!(%error, "no background work could be started");
            self.recovery.keeping.failed(Instant::now());
        }
    }

    fn take_recovery(&mut self, finished: Finished<Done>) {
        match finished {
            Finished::Done(Done::Kept {
                number,
                revision,
                took,
                result,
            }) => {
                if number == self.recovery.keeping.number() {
                    let was_kept = result.is_ok();
                    let keeping = &mut self.recovery.keeping;
                    keeping.end(revision, was_kept, took, Instant::now());
                    self.tell_kept(&result);
                    if was_kept && let Some(offer) = self.recovery.recovered_from.take() {
                        self.discard_offer(offer);
                    }
                } else if let Some(run) = self.recovery.run.clone() {
                    // Another project was opened in the meantime.
                    let path = run.file(number, RECOVERY);
                    self.start_recovery("Clearing up", move || {
                        done::discard(&path);
                        Done::Discarded
                    });
                }
            }
            Finished::Done(Done::Removed(number)) => {
                if number == self.recovery.keeping.number() {
                    self.recovery.keeping.removed();
                }
            }
            Finished::Done(Done::Found(found)) => self.take_found(found),
            Finished::Done(Done::Discarded) => {}
            Finished::Panicked { title } => {
                tracing::warn!(title, "recovery came to a stop");
                self.recovery.keeping.failed(Instant::now());
            }
        }
    }

    /// Says once that work cannot be kept.
    fn tell_kept(&mut self, result: &Result<(), SaveError>) {
        match result {
            Ok(()) => self.recovery.was_told = false,
            Err(error) if !self.recovery.was_told => {
                self.recovery.was_told = true;
                let text = say::recovery_cannot_keep(error.to_string());
                let toast = Toast::new(Tone::Warning, text).seconds(20.0);
                self.toasts.push(toast);
            }
            Err(_) => {}
        }
    }

    fn take_found(&mut self, found: FoundWork) {
        if let Some(aside) = found.damaged.last() {
            let text = say::recovery_damaged(found.damaged.len());
            let show = Action::ShowInFolder(aside.clone());
            let toast = Toast::new(Tone::Warning, text).action(say::folder_show(), show);
            self.toasts.push(toast);
        }
        if let Some(report) = found.ended.last() {
            let show = Action::ShowInFolder(report.clone());
            let toast = Toast::new(Tone::Neutral, say::crash_ended());
            let toast = toast.action(say::crash_show(), show);
            self.toasts.push(toast);
        }
        for name in found.locked {
            let text = say::recovery_locked(name);
            let toast = Toast::new(Tone::Warning, text).seconds(20.0);
            self.toasts.push(toast);
        }
        self.recovery.crashes.extend(found.crashes);
        for offer in found.offers {
            let is_new = |held: &Offer| held.recovery != offer.recovery;
            if self.recovery.offers.iter().all(is_new) {
                self.recovery.offers.push(offer);
            }
        }
    }

    /// The question what is to become of unsaved work of an earlier run.
    pub(in crate::app) fn recovery_ui(&mut self, ctx: &Context) {
        if self.asking.is_some() {
            return;
        }
        if self.after_save.is_none() {
            // The question about what is open was left: what was to be recovered is offered again.
            let chosen = self.recovery.chosen.take();
            self.recovery.offers.splice(0..0, chosen);
        }
        let Some(offer) = self.recovery.offers.first() else {
            self.crash_ui(ctx);
            return;
        };
        if self.recovery.is_discarding {
            let title = say::recovery_discard_title(&*offer.name);
            let text = say::recovery_discard_about();
            // Enter must not delete anything for good.
            let dialog = Dialog::new(title, text, say::recovery_discard_not())
                .alternative(say::recovery_discard_now());
            if let Some(answer) = dialog.ui(ctx) {
                self.recovery.is_discarding = false;
                if answer == DialogAnswer::Alternative {
                    let offer = self.recovery.offers.remove(0);
                    self.discard_offer(offer);
                }
            }
            return;
        }
        let zone = TimeZone::system();
        let shown = RecoveryOffer {
            name: &offer.name,
            kept: offer
                .at
                .map(|at| when(&at.to_zoned(zone), &Zoned::now()))
                .unwrap_or_default(),
            path: offer.path.as_deref(),
            file: offer.file,
            differences: &offer.differences,
            further: self.recovery.offers.len() - 1,
        };
        match recovery_ui(ctx, &shown) {
            Some(RecoveryAnswer::Recover) => {
                let offer = self.recovery.offers.remove(0);
                self.recovery.chosen = Some(offer);
                self.unless_unsaved(ctx, Next::Recover);
            }
            Some(RecoveryAnswer::Discard) => self.recovery.is_discarding = true,
            Some(RecoveryAnswer::Later) => {
                self.recovery.offers.remove(0);
            }
            None => {}
        }
    }

    /// The report of a crash, once nothing is left to recover.
    fn crash_ui(&mut self, ctx: &Context) {
        let Some((path, text)) = self.recovery.crashes.first() else {
            return;
        };
        match crash_ui(ctx, text) {
            Some(CrashAnswer::Copy) => {
                ctx.copy_text(text.clone());
                self.note(Tone::Neutral, say::copied());
            }
            Some(CrashAnswer::OpenFolder) => {
                let path = path.clone();
                self.show_in_folder(path);
            }
            Some(CrashAnswer::Delete) => {
                let (path, _) = self.recovery.crashes.remove(0);
                self.start_recovery("Deleting the report", move || {
                    folder_remove(&path);
                    Done::Discarded
                });
            }
            Some(CrashAnswer::Close) => {
                self.recovery.crashes.remove(0);
            }
            None => {}
        }
    }

    /// Opens what was chosen to be recovered: as its project, with unsaved changes and its own file.
    pub(in crate::app) fn recover(&mut self) {
        let Some(offer) = self.recovery.chosen.take() else {
            return;
        };
        let saved = if offer.path.is_none() && offer.saved.name.is_empty() {
            Arc::new(Project {
                name: UNTITLED.to_owned(),
                ..Project::clone(&offer.saved)
            })
        } else {
            offer.saved.clone()
        };
        let document = Document {
            history: History::recovered(saved, offer.project.clone()),
            path: offer.path.clone(),
        };
        let name = offer.name.clone();
        self.open_recovered(document, offer.fingerprint);
        self.recovery.recovered_from = Some(offer);
        self.recovery.keeping.hurry();
        let text = say::recovery_done(name);
        self.toasts.push(Toast::new(Tone::Good, text));
    }

    fn discard_offer(&mut self, offer: Offer) {
        self.start_recovery("Clearing up", move || {
            offer.discard();
            Done::Discarded
        });
    }

    /// Begins another document: what was kept of the one before goes.
    pub(in crate::app) fn begin_recovery_of_document(&mut self) {
        let number = self.recovery.keeping.number();
        self.recovery.begin_document();
        if let Some(offer) = self.recovery.recovered_from.take() {
            self.discard_offer(offer);
        }
        if let Some(run) = self.recovery.run.clone() {
            let path = run.file(number, RECOVERY);
            self.start_recovery("Clearing up", move || {
                done::discard(&path);
                Done::Discarded
            });
        }
    }

    /// Whether a question of recovery or of a crash is on show.
    pub(in crate::app) fn has_recovery_dialog(&self) -> bool {
        self.recovery.has_dialog() && self.asking.is_none()
    }
}
