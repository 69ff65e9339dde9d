//! The chart on the clipboard and as files.

use std::path::PathBuf;

use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand};
use egui_kittest::kittest::{By, Queryable as _};

use crate::fixture;
use crate::window::{Window, is_said, open, press, settle, window, window_with_project};

/// Gives a command as the menu does and runs until what it puts on the clipboard is there.
fn copied(window: &mut Window, command: Command) -> Option<OutputCommand> {
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, Action::Run(command));
    window.state_mut().settle(&ctx);
    window.step();
    let commands = &window.output().platform_output.commands;
    commands.first().cloned()
}

#[test]
fn the_chart_is_copied_as_a_picture_and_as_cells() {
    let (mut window, ..) = window_with_project();
    match copied(&mut window, Command::CopyPicture) {
        Some(OutputCommand::CopyImage(image)) => assert_eq!(image.size, [1920, 1080]),
        other => panic!("{other:?}"),
    }
    match copied(&mut window, Command::CopyData) {
        Some(OutputCommand::CopyText(text)) => {
            let lines: Vec<&str> = text.lines().collect();
            assert!(lines[2].starts_with("Period\tFemale (%)"), "{text}");
            assert!(lines.last().unwrap().contains("Source: "), "{text}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_keys_and_the_palette_copy_the_chart() {
    let (mut window, ..) = window_with_project();
    press(
        &mut window,
        Modifiers::COMMAND.plus(Modifiers::SHIFT),
        Key::C,
    );
    assert!(is_said(
        &window,
        "The chart is on the clipboard as a picture"
    ));
    press(&mut window, Modifiers::COMMAND, Key::K);
    window.event(Event::Text(String::from("copy data")));
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(is_said(&window, "The values are on the clipboard as cells"));
    window.check_accessibility();
}

#[test]
fn the_chart_is_saved_as_the_kind_of_file_that_its_name_asks_for() {
    let folder = tempfile::tempdir().unwrap();
    let names = ["chart.pdf", "chart.xlsx", "chart.csv", "chart"];
    let files: Vec<PathBuf> = names.iter().map(|name| folder.path().join(name)).collect();
    let mut window = window(files.iter().map(|file| vec![file.clone()]).collect());
    let kept = open(&mut window, &fixture::project());
    for _ in names {
        press(&mut window, Modifiers::COMMAND, Key::E);
        assert!(is_said(&window, "Save the chart"));
        press(&mut window, Modifiers::NONE, Key::Enter);
    }
    let beginnings: [(&str, &[u8]); 4] = [
        ("chart.pdf", b"%PDF"),
        ("chart.xlsx", b"PK"),
        ("chart.csv", b"\xEF\xBB\xBF"),
        ("chart.png", b"\x89PNG"),
    ];
    for (name, beginning) in beginnings {
        let bytes = std::fs::read(folder.path().join(name)).unwrap();
        assert!(bytes.starts_with(beginning), "{name}");
    }
    assert!(is_said(&window, "Saved chart.png"));
    drop(kept);
}

#[test]
fn the_chart_is_saved_in_the_size_and_sharpness_that_are_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("square");
    let mut window = window(vec![vec![path.clone()], vec![path.clone()]]);
    let _kept = open(&mut window, &fixture::project());
    let choose = |window: &mut Window, chip: &str, words: &str| {
        let by = By::new().role(Role::ComboBox).label_contains(chip);
        window.get(by).click();
        settle(window);
        window.event(Event::Text(words.to_owned()));
        settle(window);
        press(window, Modifiers::NONE, Key::Enter);
    };
    press(&mut window, Modifiers::COMMAND, Key::E);
    assert!(is_said(&window, "1920 by 1080 pixels"));
    choose(&mut window, "Size: ", "square");
    choose(&mut window, "Sharpness: ", "1×");
    choose(&mut window, "Colours: ", "High contrast");
    assert!(is_said(&window, "640 by 640 pixels"));
    window.check_accessibility();
    window.query_all_by_label("Save…").last().unwrap().click();
    settle(&mut window);
    let png = std::fs::read(path.with_extension("png")).unwrap();
    assert_eq!(png[16..24], [0, 0, 2, 128, 0, 0, 2, 128]);
    // The next one begins as the last was, and says less where there is less to say.
    press(&mut window, Modifiers::COMMAND, Key::E);
    assert!(is_said(&window, "640 by 640 pixels"));
    choose(&mut window, "As: ", "Values");
    assert!(!is_said(&window, "640 by 640 pixels"));
    window.query_all_by_label("Save…").last().unwrap().click();
    settle(&mut window);
    assert!(path.with_extension("csv").exists());
}
