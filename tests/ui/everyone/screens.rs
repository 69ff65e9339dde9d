//! Every screen, tab and dialog, one after the other.

use bellwether::app::Screen;
use bellwether::project::{Edit, MatrixDrawing, MatrixSpec};
use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use bellwether::ui::explore::ExploreTab;
use bellwether::ui::story::StoryAction;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::Queryable as _;

use super::dialogs::{DIALOGS, DRAWN_IN};
use super::seen::nodes;
use crate::source_rows;
use crate::window::{Window, act, click, press, run, settle, window};

/// A return with something to say of it: two sheets' worth of figures, one of which needs an eye.
const RETURN: &str = "Robberies by area,,,\n\nArea,2020/21,2021/22,% change\nAshfield,60,75,+20%\n\
                      Mansfield,80,90,+12.5%\nSomewhere Else,1,2,+100%\n";

fn matrix(window: &mut Window, drawing: MatrixDrawing) {
    let spec = MatrixSpec {
        drawing,
        ..window
            .state()
            .document()
            .history
            .project()
            .view
            .matrix
            .clone()
    };
    act(window, Action::Edit(Edit::SetMatrix(spec)));
    act(window, Action::ShowTab(ExploreTab::Matrix));
}

/// Shows everything there is of the example in a window of a size, and hands each to `each`, with its name.
pub fn each_screen(size: Vec2, mut each: impl FnMut(&str, &mut Window)) {
    let mut shown = Vec::new();
    let mut each = |name: &str, window: &mut Window| {
        shown.push(name.to_owned());
        each(name, window);
    };
    let mut window = window(Vec::new());
    window.set_size(size);
    settle(&mut window);
    each("welcome", &mut window);
    run(&mut window, Command::OpenExample);
    for tab in ExploreTab::ALL {
        if tab == ExploreTab::Matrix {
            continue;
        }
        act(&mut window, Action::ShowTab(tab));
        each(&format!("tab {}", tab.words()), &mut window);
    }
    for drawing in [
        MatrixDrawing::Matrix,
        MatrixDrawing::Movement,
        MatrixDrawing::Grid,
    ] {
        matrix(&mut window, drawing);
        each(&format!("tab Matrix, {drawing:?}"), &mut window);
    }
    act(&mut window, Action::ShowTab(ExploreTab::Trend));
    for screen in [Screen::Dictionary, Screen::Findings] {
        window.state_mut().show(screen);
        settle(&mut window);
        each(&format!("{screen:?}"), &mut window);
    }
    window.state_mut().show(Screen::Explore);
    for (name, command) in [
        ("palette", Command::FindAnything),
        ("event dialog", Command::AddEvent),
        ("break dialog", Command::DeclareBreak),
        ("group dialog", Command::MakeGroup),
        ("brand dialog", Command::SetBrand),
        ("chart file dialog", Command::SavePicture),
        ("keyboard dialog", Command::ShowShortcuts),
        ("guide", Command::ShowGuide),
        ("values dialog", Command::ShowValues),
    ] {
        run(&mut window, command);
        each(name, &mut window);
        leave(&mut window);
    }
    unfold(&mut window);
    each("question", &mut window);
    for (name, opener) in [("menu", "Bellwether menu"), ("list of a word", "Measure: ")] {
        open(&mut window, opener);
        each(name, &mut window);
        leave(&mut window);
    }
    run(&mut window, Command::ShowStories);
    each("story", &mut window);
    run(&mut window, Command::Publish);
    each("publish dialog", &mut window);
    leave(&mut window);
    act(&mut window, Action::Story(StoryAction::New));
    each("new story dialog", &mut window);
    leave(&mut window);
    window.state_mut().select_slide(2);
    settle(&mut window);
    run(&mut window, Command::PresentFromSlide);
    each("present", &mut window);
    window.state_mut().ask_of_slide();
    settle(&mut window);
    each("present, asking", &mut window);
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::Escape);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("robberies.csv");
    std::fs::write(&path, RETURN).unwrap();
    act(&mut window, Action::TakeFiles(vec![path]));
    each("import", &mut window);
    drop(window);
    let (mut window, _folder) = source_rows::imported(|_| Vec::new());
    click(&mut window, "Show the rows");
    window.set_size(size);
    settle(&mut window);
    each("rows of a value", &mut window);
    drop(window);
    for dialog in DIALOGS {
        let mut opened = dialog.open(size);
        each(dialog.name, &mut opened.window);
    }
    for name in DRAWN_IN.iter().flat_map(|(_, screens)| screens.iter()) {
        assert!(shown.iter().any(|held| held == name), "{name} is not shown");
    }
}

/// Opens the menu or list of something whose name begins so.
fn open(window: &mut Window, name: &str) {
    let found = nodes(window)
        .into_iter()
        .find(|node| node.takes_focus && node.name.starts_with(name))
        .map(|node| node.name);
    window.get_by_label(&found.unwrap()).focus();
    settle(window);
    press(window, Modifiers::NONE, Key::Enter);
}

/// Shows the question where a low window folds it.
fn unfold(window: &mut Window) {
    let folded = window.query_by_label("Change the question");
    if let Some(button) = folded {
        button.click();
        settle(window);
    }
}

/// Closes the dialog that is open.
fn leave(window: &mut Window) {
    for _ in 0..2 {
        press(window, Modifiers::NONE, Key::Escape);
    }
    settle(window);
}
