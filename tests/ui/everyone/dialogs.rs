//! The dialogs that ask about files, locks, copies, earlier runs and things that went wrong, each opened in a window of
//! its own in the way that a person comes to it.

use std::any::Any;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use bellwether::app::crash::{Report, report_path};
use bellwether::app::renderer_info::RendererInfo;
use bellwether::app::run::{RendererChoice, Run, RunFolder};
use bellwether::base::file_system::Disk;
use bellwether::project::saving::{Claim, Holder, Versions, claim};
use bellwether::project::{
    Edit, Lock, MatrixDrawing, MatrixSpec, Passphrase, Project, StoryEdit, store,
};
use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use bellwether::ui::explore::ExploreTab;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::{By, Queryable as _};

use crate::window::{Window, act, click, open, press, run, settle, type_passphrase, window};
use crate::{fixture, matrix, publishing, recovery};

/// A window in which a dialog is open, with what it needs: folders, locks of files.
pub struct Opened {
    pub window: Window,
    _kept: Vec<Box<dyn Any>>,
}

/// A dialog that can be opened.
pub struct DialogCase {
    pub name: &'static str,
    /// What stands in its title.
    title: &'static str,
    open: fn() -> Opened,
}

impl DialogCase {
    pub fn open(&self, size: Vec2) -> Opened {
        let mut opened = (self.open)();
        opened.window.set_size(size);
        settle(&mut opened.window);
        let by = By::new().role(Role::Dialog).label_contains(self.title);
        let is_there = opened.window.query_all(by).next().is_some();
        assert!(is_there, "{} does not say {}", self.name, self.title);
        opened
    }
}

const fn case(name: &'static str, title: &'static str, open: fn() -> Opened) -> DialogCase {
    DialogCase { name, title, open }
}

/// Each of them.
pub const DIALOGS: &[DialogCase] = &[
    case("about", "About Bellwether", about),
    case("unsaved dialog", "Save the changes to", unsaved),
    case("damaged dialog", "panel.bellwether is damaged", damaged),
    case("workbook not found dialog", "was not found", not_found),
    case("lock dialog", "Lock with a passphrase", lock),
    case("unlock dialog", "panel.bellwether is locked", unlock),
    case("wrong passphrase dialog", "is locked", wrong_passphrase),
    case("remove lock dialog", "Remove the lock?", remove_lock),
    case("share dialog", "Save a copy to share", share),
    case("shared dialog", "This is a copy to share", shared),
    case("crash dialog", "came to a stop", crash),
    case("recovery dialog", "Recover unsaved work", recover),
    case("discard dialog", "Discard the unsaved work", discard),
    case("in use dialog", "panel.bellwether is in use", in_use),
    case("changed dialog", "changed by somebody else", changed),
    case("versions dialog", "Earlier versions of", versions),
    case("not saved dialog", "was not saved", not_saved),
    case("whole copy dialog", "was not opened", whole_copy),
    case("target dialog", "Set a target", target),
    case("lineage dialog", "What became of what", lineage),
    case("harm dialog", "Load harm weights", harm),
    case("rename story dialog", "Rename the story", rename_story),
    case("refresh dialog", "Refresh panel.pptx", refresh),
];

fn opened(window: Window, kept: impl Any) -> Opened {
    Opened {
        window,
        _kept: vec![Box::new(kept)],
    }
}

/// A folder with the fixture's project as a file.
fn saved() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.bellwether");
    store::save(&path, &fixture::project()).unwrap();
    (folder, path)
}

/// The same, open in a window.
fn with_project() -> (Window, tempfile::TempDir, PathBuf) {
    let (folder, path) = saved();
    let mut window = window(Vec::new());
    act(&mut window, Action::OpenPath(path.clone()));
    (window, folder, path)
}

/// A project with some work in it.
fn worked_on(project: &Project, name: &str) -> Project {
    let story = publishing::story_of_burglary(project);
    let mut story = story.stories.first().unwrap().clone();
    story.name = format!("{name}: what changed");
    project
        .apply(Edit::Rename(name.to_owned()))
        .and_then(|project| project.apply(Edit::Stories(StoryEdit::Add(Box::new(story)))))
        .unwrap()
}

fn work_on(window: &mut Window, name: &str) {
    act(window, Action::Edit(Edit::Rename(name.to_owned())));
    run(window, Command::AddToStory);
    run(window, Command::AddToStory);
}

fn about() -> Opened {
    let mut window = window(Vec::new());
    let renderer = RendererInfo {
        choice: RendererChoice::Wgpu,
        backend: String::from("Vulkan"),
        adapter: String::from("Intel(R) UHD Graphics 620"),
        driver: String::from("Intel 31.0.101.2115"),
    };
    window.state_mut().note_renderer(renderer);
    run(&mut window, Command::About);
    opened(window, ())
}

fn unsaved() -> Opened {
    let (mut window, folder, _) = with_project();
    work_on(&mut window, "Safety panel, March");
    run(&mut window, Command::NewProject);
    opened(window, folder)
}

fn damaged() -> Opened {
    let (folder, path) = saved();
    let mut bytes = std::fs::read_to_string(&path).unwrap();
    bytes = bytes.replacen("sheets: [", "sheets; [", 1);
    std::fs::write(&path, bytes).unwrap();
    let mut window = window(Vec::new());
    act(&mut window, Action::OpenPath(path));
    opened(window, folder)
}

fn not_found() -> Opened {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("return.csv");
    std::fs::write(
        &path,
        "Crime in Ashfield\n\nOffence,2019,2020\nRobbery,86,91\n",
    )
    .unwrap();
    let mut window = window(Vec::new());
    act(&mut window, Action::TakeFiles(vec![path.clone()]));
    click(&mut window, "Import 2 values");
    std::fs::remove_file(path).unwrap();
    click(&mut window, "Show the rows");
    opened(window, folder)
}

fn lock() -> Opened {
    let (mut window, folder, _) = with_project();
    run(&mut window, Command::LockProject);
    type_passphrase(&mut window, "Passphrase", "otter kettle");
    opened(window, folder)
}

/// A locked project; locking takes a while on purpose, so that it is done once.
fn locked() -> (Window, tempfile::TempDir) {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panel.bellwether");
    let bytes = BYTES.get_or_init(|| {
        let locked = Project {
            lock: Lock::with(Passphrase::new(String::from("otter kettle brick"))),
            ..fixture::project()
        };
        store::save(&path, &locked).unwrap();
        std::fs::read(&path).unwrap()
    });
    std::fs::write(&path, bytes).unwrap();
    let mut window = window(Vec::new());
    act(&mut window, Action::OpenPath(path));
    (window, folder)
}

fn unlock() -> Opened {
    let (window, folder) = locked();
    opened(window, folder)
}

fn wrong_passphrase() -> Opened {
    let (mut window, folder) = locked();
    type_passphrase(&mut window, "Passphrase", "another passphrase");
    press(&mut window, Modifiers::NONE, Key::Enter);
    opened(window, folder)
}

fn remove_lock() -> Opened {
    let (mut window, folder) = locked();
    type_passphrase(&mut window, "Passphrase", "otter kettle brick");
    press(&mut window, Modifiers::NONE, Key::Enter);
    run(&mut window, Command::RemoveLock);
    opened(window, folder)
}

fn share() -> Opened {
    let mut window = window(Vec::new());
    run(&mut window, Command::OpenExample);
    run(&mut window, Command::ShareCopy);
    opened(window, ())
}

fn shared() -> Opened {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.bellwether");
    let mut window = window(vec![vec![copy.clone()]]);
    let kept = open(&mut window, &fixture::project());
    run(&mut window, Command::ShareCopy);
    click(&mut window, "Save the copy…");
    act(&mut window, Action::OpenPath(copy));
    opened(window, (folder, kept))
}

fn crash() -> Opened {
    let folder = tempfile::tempdir().unwrap();
    let run = Run::begin(RunFolder::at(folder.path())).unwrap();
    let report = Report {
        what: String::from("index out of bounds (the words of this message are left out)"),
        place: String::from("src/chart/layout.rs:120:17"),
        renderer: String::from("wgpu, Vulkan, Intel(R) UHD Graphics 620, Intel 31.0.101.2115"),
        seconds: Some(1804),
        trail: (0..12).map(|at| format!("{at:02} s Run ShowTab")).collect(),
        backtrace: "  bellwether::chart::layout::layout + 0x1f4\n".repeat(30),
        base_address: 0x7ff6_1a2b_0000,
    };
    let path = report_path(&RunFolder::at(folder.path()), &run.marker());
    report.write(&path).unwrap();
    drop(run);
    opened(recovery::kept_in(folder.path()), folder)
}

fn left_work() -> (Window, tempfile::TempDir) {
    let (folder, path) = saved();
    let kept = folder.path().join("recovery");
    let mut first = recovery::kept_in(&kept);
    act(&mut first, Action::OpenPath(path));
    work_on(&mut first, "Safety panel, March");
    recovery::lose_focus(&mut first);
    drop(first);
    (recovery::kept_in(&kept), folder)
}

fn recover() -> Opened {
    let (window, folder) = left_work();
    opened(window, folder)
}

fn discard() -> Opened {
    let (mut window, folder) = left_work();
    click(&mut window, "Discard…");
    opened(window, folder)
}

fn in_use() -> Opened {
    let (folder, path) = saved();
    let anna = Holder {
        user: String::from("anna.kowalska"),
        computer: String::from("NSH-PC-0412"),
        process: 1,
        since: Some(jiff::Timestamp::now()),
    };
    let Claim::Held(hold) = claim(&path, &anna, false) else {
        panic!("not held");
    };
    let mut window = window(Vec::new());
    act(&mut window, Action::OpenPath(path));
    opened(window, (folder, hold))
}

fn changed() -> Opened {
    let (mut window, folder, path) = with_project();
    work_on(&mut window, "Safety panel, March");
    let theirs = worked_on(&store::open(&path).unwrap().project, "Panel of 14 March");
    store::save(&path, &theirs).unwrap();
    press(&mut window, Modifiers::COMMAND, Key::S);
    opened(window, folder)
}

fn versions() -> Opened {
    let (mut window, folder, path) = with_project();
    for name in ["Panel papers, first draft", "Safety panel", "Panel, March"] {
        work_on(&mut window, name);
        press(&mut window, Modifiers::COMMAND, Key::S);
    }
    assert!(Versions::of(&path).list(&Disk).unwrap().len() > 1);
    run(&mut window, Command::ShowVersions);
    opened(window, folder)
}

fn read_only(path: &Path, is_so: bool) {
    let mut permissions = std::fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(is_so);
    std::fs::set_permissions(path, permissions).unwrap();
}

fn not_saved() -> Opened {
    let (mut window, folder, path) = with_project();
    work_on(&mut window, "Safety panel, March");
    read_only(&path, true);
    press(&mut window, Modifiers::COMMAND, Key::S);
    read_only(&path, false);
    opened(window, folder)
}

fn whole_copy() -> Opened {
    let (mut window, folder, path) = with_project();
    work_on(&mut window, "Safety panel, March");
    press(&mut window, Modifiers::COMMAND, Key::S);
    run(&mut window, Command::NewProject);
    std::fs::write(&path, b"").unwrap();
    act(&mut window, Action::OpenPath(path));
    opened(window, folder)
}

fn target() -> Opened {
    let (mut window, folder, _) = with_project();
    click(&mut window, "Set a target…");
    opened(window, folder)
}

fn lineage() -> Opened {
    let (mut window, folder) = matrix::with_reviews(&Project::default());
    let spec = MatrixSpec {
        drawing: MatrixDrawing::Movement,
        ..MatrixSpec::default()
    };
    act(&mut window, Action::Edit(Edit::SetMatrix(spec)));
    act(&mut window, Action::ShowTab(ExploreTab::Matrix));
    click(&mut window, "Link priorities…");
    opened(window, folder)
}

fn harm() -> Opened {
    let weights =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/harm_weights_illustrative.xlsx");
    let mut window = window(vec![vec![weights]]);
    run(&mut window, Command::OpenExample);
    run(&mut window, Command::LoadHarmWeights);
    settle(&mut window);
    opened(window, ())
}

fn rename_story() -> Opened {
    let (mut window, folder, _) = with_project();
    run(&mut window, Command::AddToStory);
    run(&mut window, Command::ShowStories);
    window.get_by_role_and_label(Role::Button, "Story").click();
    settle(&mut window);
    click(&mut window, "Rename…");
    opened(window, folder)
}

fn refresh() -> Opened {
    let folder = tempfile::tempdir().unwrap();
    let deck = folder.path().join("panel.pptx");
    let mut window = window(vec![vec![deck.clone()], vec![deck]]);
    let made = publishing::story_of_burglary(&fixture::project());
    let kept = open(&mut window, &made);
    run(&mut window, Command::Publish);
    publishing::go_on(&mut window, "Publish…");
    let newer = fixture::burglary_revised(&made);
    let newer = open(&mut window, &newer);
    run(&mut window, Command::RefreshDeck);
    opened(window, (folder, kept, newer))
}

/// Where in the source dialogs are drawn, one after the other, and the screens that show them.
pub const DRAWN_IN: &[(&str, &[&str])] = &[
    (
        "app/overlays.rs",
        &[
            "unsaved dialog",
            "damaged dialog",
            "workbook not found dialog",
            "about",
        ],
    ),
    ("app/recovery/recovering.rs", &["discard dialog"]),
    ("app/safeguarding.rs", &["remove lock dialog"]),
    (
        "app/saving/opening.rs",
        &["whole copy dialog", "in use dialog"],
    ),
    ("app/saving/save.rs", &["not saved dialog"]),
    ("ui/brand/dialog.rs", &["brand dialog"]),
    ("ui/crash.rs", &["crash dialog"]),
    ("ui/explore/break_dialog.rs", &["break dialog"]),
    ("ui/explore/event_dialog.rs", &["event dialog"]),
    ("ui/explore/harm_dialog.rs", &["harm dialog"]),
    ("ui/explore/lineage_dialog.rs", &["lineage dialog"]),
    ("ui/explore/own_group_dialog.rs", &["group dialog"]),
    ("ui/explore/target_dialog.rs", &["target dialog"]),
    ("ui/help/dialog.rs", &["guide"]),
    ("ui/kit/palette.rs", &["palette"]),
    ("ui/publish/chart_dialog.rs", &["chart file dialog"]),
    ("ui/publish/refresh_dialog.rs", &["refresh dialog"]),
    ("ui/publish/story_dialog.rs", &["publish dialog"]),
    ("ui/recovery.rs", &["recovery dialog"]),
    ("ui/safeguard/lock_dialog.rs", &["lock dialog"]),
    ("ui/safeguard/share_dialog.rs", &["share dialog"]),
    ("ui/safeguard/unlock_dialog.rs", &["unlock dialog"]),
    ("ui/saving/changed_dialog.rs", &["changed dialog"]),
    ("ui/saving/versions_dialog.rs", &["versions dialog"]),
    ("ui/shortcuts.rs", &["keyboard dialog"]),
    (
        "ui/story/new_story.rs",
        &["new story dialog", "rename story dialog"],
    ),
    ("ui/values.rs", &["values dialog"]),
];

/// The lines of a file that draw a dialog.
fn drawn_in(text: &str) -> usize {
    let ours = ["= modal(", "Modal::new("];
    let is_ours = |line: &&str| {
        let simple = line.match_indices("Dialog::new(").any(|(at, _)| {
            let before = line[..at].chars().last();
            !before.is_some_and(|letter| letter.is_alphanumeric() || letter == ':')
        });
        simple || ours.iter().any(|call| line.contains(call))
    };
    text.lines().filter(is_ours).count()
}

#[test]
fn every_dialog_of_the_source_is_among_the_screens() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let count = drawn_in(&std::fs::read_to_string(&path).unwrap());
                let name = path.strip_prefix(&root).unwrap().to_string_lossy();
                let name = name.replace('\\', "/");
                // Where the house's frame of a dialog itself is.
                if count > 0 && name != "ui/kit/dialog.rs" {
                    found.push((name, count));
                }
            }
        }
    }
    found.sort();
    let listed: Vec<(String, usize)> = DRAWN_IN
        .iter()
        .map(|(file, screens)| ((*file).to_owned(), screens.len()))
        .collect();
    assert_eq!(
        found, listed,
        "a dialog of the source is not in the list: open it in `DIALOGS` or in `each_screen`, and name it in `DRAWN_IN`"
    );
}

#[test]
fn a_dialog_of_the_source_is_found_by_its_call() {
    assert_eq!(
        drawn_in("let (a, b) = modal(ctx, id, title, WIDTH, |ui| {"),
        1
    );
    assert_eq!(
        drawn_in("if Dialog::new(title, text).ui(ctx).is_some() {"),
        1
    );
    assert_eq!(
        drawn_in("rfd::AsyncFileDialog::new()\nrfd::MessageDialog::new()"),
        0
    );
}
