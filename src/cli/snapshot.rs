//! `bellwether snapshot`: the real interface, drawn without a display.

use std::sync::Arc;

use super::failure::Failure;
use super::snapshot_arguments::{ScreenName, Snapshot};
use crate::app::{Files, Preferences, Program, Screen};
use crate::base::atomic_file::{self, Backup};
use crate::data::gazetteer::Gazetteer;
use crate::jobs::Waker;
use crate::project::store;
use crate::project::{Edit, MatrixDrawing, MatrixSpec};
use crate::ui::Look;
use crate::ui::action::Action;
use crate::ui::command::Command;
use crate::ui::explore::ExploreTab;
use crate::ui::offscreen::{Offscreen, encode_png};
use crate::words::Language;

/// Draws the window as a picture.
pub fn run(task: &Snapshot) -> Result<(), Failure> {
    let look = match (task.high_contrast, task.dark) {
        (true, _) => Look::HighContrast,
        (false, true) => Look::Dark,
        (false, false) => Look::Light,
    };
    let mut offscreen = Offscreen::new([task.size.width, task.size.height], task.scale)
        .with_theme(look)
        .with_passes(3);
    let ctx = offscreen.ctx().clone();
    let waker: Waker = Arc::new(|| {});
    let mut preferences = Preferences::for_this_run();
    preferences.kept.is_dark = task.dark;
    preferences.kept.language = Some(Language::of_locale(&task.language));
    let mut program = Program::new(
        preferences,
        Files::scripted(waker.clone(), Vec::new()),
        waker,
    );
    match &task.project {
        Some(path) => {
            // Opened here first, so that a broken file is an error of the command and not a dialog in a picture.
            // For the passphrase of a locked one the window asks.
            if !store::is_locked_file(path) {
                super::read::open_project(path)?;
            }
            program.open_to_look(path.clone());
        }
        None if task.screen != ScreenName::Welcome => {
            program.act(&ctx, Action::Run(Command::OpenExample));
        }
        None => {}
    }
    program.settle(&ctx);
    match task.screen {
        ScreenName::Explore => {}
        ScreenName::Breakdown => {
            program.act(&ctx, Action::ShowTab(ExploreTab::Breakdown));
        }
        ScreenName::Change => program.act(&ctx, Action::ShowTab(ExploreTab::Change)),
        ScreenName::CrossTab => program.act(&ctx, Action::ShowTab(ExploreTab::CrossTab)),
        ScreenName::Answers => program.act(&ctx, Action::ShowTab(ExploreTab::Answers)),
        ScreenName::Districts => program.act(&ctx, Action::ShowTab(ExploreTab::Districts)),
        ScreenName::Scorecard => program.act(&ctx, Action::ShowTab(ExploreTab::Scorecard)),
        ScreenName::Matrix => show_review(&mut program, &ctx, MatrixDrawing::Matrix),
        ScreenName::Movement => show_review(&mut program, &ctx, MatrixDrawing::Movement),
        ScreenName::RiskGrid => show_review(&mut program, &ctx, MatrixDrawing::Grid),
        ScreenName::Concerns => program.act(&ctx, Action::ShowTab(ExploreTab::Concerns)),
        ScreenName::Harm => program.act(&ctx, Action::ShowTab(ExploreTab::Harm)),
        ScreenName::ChangeTable => program.act(&ctx, Action::ShowTab(ExploreTab::ChangeTable)),
        ScreenName::PriorityCohorts => {
            program.act(&ctx, Action::ShowTab(ExploreTab::PriorityCohorts));
        }
        ScreenName::Data => program.act(&ctx, Action::ShowTab(ExploreTab::Data)),
        ScreenName::Welcome => program.show(Screen::Welcome),
        ScreenName::Palette => program.act(&ctx, Action::Run(Command::FindAnything)),
        ScreenName::Findings => program.show(Screen::Findings),
        ScreenName::Story => {
            program.act(&ctx, Action::Run(Command::ShowStories));
            program.select_slide(task.slide);
        }
        ScreenName::Present | ScreenName::PresentQuestion | ScreenName::Presenter => {
            program.act(&ctx, Action::Run(Command::ShowStories));
            program.select_slide(task.slide);
            program.act(&ctx, Action::Run(Command::PresentFromSlide));
            if task.screen == ScreenName::PresentQuestion {
                program.ask_of_slide();
            }
        }
        ScreenName::Brand => program.act(&ctx, Action::Run(Command::SetBrand)),
        ScreenName::Shortcuts => program.act(&ctx, Action::Run(Command::ShowShortcuts)),
        ScreenName::Values => program.act(&ctx, Action::Run(Command::ShowValues)),
        ScreenName::Guide => program.act(&ctx, Action::Run(Command::ShowGuide)),
        ScreenName::Tour => program.act(&ctx, Action::Run(Command::TakeTour)),
        ScreenName::Dictionary => program.show(Screen::Dictionary),
    }
    program.settle(&ctx);
    if let Some(workbook) = &task.import {
        // A file that cannot be read is an error of the command, as above.
        super::read::read_workbook(workbook, Gazetteer::built_in(), &[])?;
        program.import(vec![workbook.clone()]);
        program.settle(&ctx);
    }
    let image = match task.screen {
        ScreenName::Presenter => offscreen.run(|ui| program.presenter_ui(ui)),
        _ => offscreen.run(|ui| program.ui(ui)),
    };
    let png = encode_png(&image).map_err(std::io::Error::other)?;
    atomic_file::write(&task.out, &png, Backup::Discard)?;
    Ok(())
}

/// Shows the latest review of priorities, drawn in a way.
fn show_review(program: &mut Program, ctx: &egui::Context, drawing: MatrixDrawing) {
    let spec = MatrixSpec {
        drawing,
        ..program.document().history.project().view.matrix.clone()
    };
    program.act(ctx, Action::Edit(Edit::SetMatrix(spec)));
    program.act(ctx, Action::ShowTab(ExploreTab::Matrix));
}
