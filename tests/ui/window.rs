//! The program in a harness, with a small project or without.

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;

use bellwether::app::{Files, Preferences, Program};
use bellwether::jobs::Waker;
use bellwether::project::store;
use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use egui::accesskit::Role;
use egui::{ColorImage, Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, Queryable as _};

use crate::fixture;
use crate::renderer::{CpuRenderer, harness};

/// The program in a harness.
pub type Window = Harness<'static, Program>;

/// The program in a window; `chosen` are the answers to its file dialogs.
pub fn window(chosen: Vec<Vec<PathBuf>>) -> Window {
    let waker: Waker = Arc::new(|| {});
    let program = Program::new(
        Preferences::for_this_run(),
        Files::scripted(waker.clone(), chosen),
        waker,
    );
    let (mut window, renderer) = harness(vec2(1440.0, 900.0), program, |ui, program| {
        Program::ui(program, ui);
    });
    window.run_ok();
    RENDERER.set(Some(renderer));
    window
}

thread_local! {
    /// What draws the window that was made last.
    static RENDERER: RefCell<Option<CpuRenderer>> = const { RefCell::new(None) };
}

/// What a window shows, as a picture; the one that was made last in this test.
pub fn picture(window: &Window) -> ColorImage {
    RENDERER.with_borrow(|renderer| renderer.as_ref().unwrap().draw(window))
}

/// The program with the fixture's project open from a file in a folder of its own.
pub fn window_with_project() -> (Window, tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.bellwether");
    store::save(&path, &fixture::project()).unwrap();
    let saved_as = folder.path().join("copy.bellwether");
    let mut window = window(vec![vec![saved_as]]);
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, Action::OpenPath(path.clone()));
    settle(&mut window);
    (window, folder, path)
}

/// Does something as if it had been chosen in the window.
pub fn act(window: &mut Window, action: Action) {
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, action);
    settle(window);
}

/// Types a passphrase into the field of a name.
pub fn type_passphrase(window: &mut Window, field: &str, words: &str) {
    let found = window.get(By::new().role(Role::PasswordInput).label(field));
    found.focus();
    window.run_ok();
    window.event(Event::Text(words.to_owned()));
    settle(window);
}

/// Runs a command as if it had been chosen in the window.
pub fn run(window: &mut Window, command: Command) {
    act(window, Action::Run(command));
}

/// Runs until background work is done and shown.
pub fn settle(window: &mut Window) {
    for _ in 0..3 {
        let ctx = window.ctx.clone();
        window.run_ok();
        std::thread::sleep(std::time::Duration::from_millis(5));
        window.state_mut().settle(&ctx);
        window.run_ok();
    }
}

/// Presses a key and waits for what it sets off.
pub fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

/// Clicks what has this name and waits for what it sets off.
pub fn click(window: &mut Window, name: &str) {
    window.get_by_label(name).click();
    settle(window);
}

/// The measure of the project's question.
pub fn measure_asked(window: &Window) -> String {
    let project = window.state().document().history.project();
    project
        .view
        .question
        .as_ref()
        .map(|question| question.measure.folded_name.clone())
        .unwrap_or_default()
}

/// Whether words are anywhere on the screen; a dialog has them as its name and as its title.
pub fn is_said(window: &Window, words: &str) -> bool {
    window.query_all_by_label(words).next().is_some()
}

/// Opens a project that is made here.
pub fn open(window: &mut Window, project: &bellwether::project::Project) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made.bellwether");
    store::save(&path, project).unwrap();
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, Action::OpenPath(path));
    settle(window);
    folder
}
