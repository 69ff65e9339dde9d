//! The program as a new user works it: by the names that a screen reader reads, without a window.

use bellwether::app::Screen;
use bellwether::project::store;
use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::window::{click, is_said, measure_asked, press, settle, window, window_with_project};

#[test]
fn the_start_screen_leads_to_the_example_in_one_click() {
    let mut window = window(Vec::new());
    assert_eq!(window.state().screen(), Screen::Welcome);
    click(&mut window, "Open the example");
    assert_eq!(window.state().screen(), Screen::Explore);
    assert!(
        window.state().answer().is_some(),
        "the example shows a chart at once"
    );
    window.check_accessibility();
}

#[test]
fn a_measure_of_the_library_is_shown_and_undo_goes_back() {
    let (mut window, ..) = window_with_project();
    let first = measure_asked(&window);
    assert_eq!(first, "feel safe outside after dark");
    click(&mut window, "Burglary");
    assert_eq!(measure_asked(&window), "burglary");
    assert!(
        window.query_by_label("Measure: Burglary").is_some(),
        "the sentence follows"
    );
    assert!(window.query_by_label("Area: all districts").is_some());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(measure_asked(&window), first);
    press(&mut window, Modifiers::COMMAND, Key::Y);
    assert_eq!(measure_asked(&window), "burglary");
    window.check_accessibility();
}

#[test]
fn a_word_of_the_sentence_is_changed_from_the_keyboard() {
    let (mut window, ..) = window_with_project();
    window.get_by_label("From: 12 months to Dec 2016").focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.event(Event::Text(String::from("2018")));
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(
        window
            .query_by_label("From: 12 months to Dec 2018")
            .is_some()
    );
    let answer = window.state().answer().unwrap();
    assert_eq!(answer.periods.len(), 4);
}

#[test]
fn the_palette_finds_a_measure() {
    let (mut window, ..) = window_with_project();
    press(&mut window, Modifiers::COMMAND, Key::K);
    window.event(Event::Text(String::from("conf")));
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(measure_asked(&window), "confidence in the police");
}

#[test]
fn points_are_walked_with_the_arrows() {
    let (mut window, ..) = window_with_project();
    let latest = "Female · 12 months to Dec 2021";
    assert!(
        window.query_by_label(latest).is_some(),
        "the latest point stands at the right"
    );
    let chart = window
        .query_all_by_role(Role::Figure)
        .next()
        .expect("the chart has a place in the tree");
    assert!(
        chart
            .accesskit_node()
            .label()
            .is_some_and(|label| label.contains("Feel safe"))
    );
    chart.focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert!(
        window
            .query_by_label("Female · 12 months to Dec 2020")
            .is_some()
    );
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(
        window
            .query_by_label("Male · 12 months to Dec 2020")
            .is_some()
    );
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label(latest).is_some());
}

#[test]
fn lines_are_hidden_and_highlighted() {
    let (mut window, ..) = window_with_project();
    click(&mut window, "Male");
    let hidden = window
        .state()
        .document()
        .history
        .project()
        .view
        .trend
        .hidden
        .len();
    assert_eq!(hidden, 1);
    click(&mut window, "Highlight Female");
    let trend = &window.state().document().history.project().view.trend;
    assert_eq!(
        trend.highlight.as_ref().unwrap().cohort.to_string(),
        "Sex=Female"
    );
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    let history = &window.state().document().history;
    assert!(history.project().view.trend.hidden.is_empty());
    assert!(!history.is_dirty());
}

#[test]
fn the_data_behind_the_chart_never_show_what_is_withheld() {
    let (mut window, ..) = window_with_project();
    click(&mut window, "Data");
    assert!(window.query_by_label("suppressed").is_some());
    assert!(
        window.query_by_label("base under 30, not shown").is_some(),
        "twelve respondents are too few"
    );
    assert!(
        window.query_by_label("Safety › B5").is_some(),
        "every value has its cell"
    );
    window.check_accessibility();
}

#[test]
fn saving_asks_once_for_a_file_and_is_clean_afterwards() {
    let (mut window, folder, path) = window_with_project();
    let before = std::fs::read(&path).unwrap();
    click(&mut window, "Burglary");
    assert!(window.state().document().history.is_dirty());
    assert!(window.query_by_label("Panel papers — not saved").is_some());
    press(&mut window, Modifiers::COMMAND, Key::S);
    assert!(!window.state().document().history.is_dirty());
    assert_ne!(std::fs::read(&path).unwrap(), before);
    press(
        &mut window,
        Modifiers::COMMAND.plus(Modifiers::SHIFT),
        Key::S,
    );
    let copy = folder.path().join("copy.bellwether");
    assert_eq!(std::fs::read(&copy).unwrap(), std::fs::read(&path).unwrap());
    assert_eq!(
        window.state().document().path.as_deref(),
        Some(copy.as_path())
    );
}

#[test]
fn unsaved_work_is_asked_about_and_kept_on_cancel() {
    let (mut window, _folder, path) = window_with_project();
    let source = window.state().document().history.project().sources[0]
        .id
        .clone();
    let ctx = window.ctx.clone();
    window.state_mut().act(
        &ctx,
        Action::Edit(bellwether::project::Edit::RemoveSource(source)),
    );
    press(&mut window, Modifiers::COMMAND, Key::N);
    assert!(is_said(&window, "Save the changes to Panel papers?"));
    click(&mut window, "Cancel");
    assert_eq!(
        window.state().document().history.project().sources.len(),
        1,
        "nothing is lost"
    );
    press(&mut window, Modifiers::COMMAND, Key::N);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(
        store::open(&path).unwrap().project.sources.len(),
        1,
        "saved before going on"
    );
    assert!(
        window
            .state()
            .document()
            .history
            .project()
            .sources
            .is_empty(),
        "and then the new project"
    );
}

#[test]
fn a_broken_project_is_refused_and_the_open_one_stays() {
    let (mut window, folder, _) = window_with_project();
    let broken = folder.path().join("broken.bellwether");
    std::fs::write(
        &broken,
        "(format: \"bellwether\", version: 1, project: (name: 7))",
    )
    .unwrap();
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, Action::OpenPath(broken));
    settle(&mut window);
    assert!(is_said(&window, "broken.bellwether was not opened"));
    assert!(window.query_by_label_contains("line 1, column").is_some());
    click(&mut window, "Close");
    assert_eq!(window.state().document().name(), "Panel papers");
}

#[test]
fn bad_workbooks_are_named_and_good_ones_are_read() {
    let (mut window, folder, _) = window_with_project();
    let bad = folder.path().join("return.xlsx");
    std::fs::write(&bad, "this is no workbook").unwrap();
    let empty = folder.path().join("empty.xlsx");
    std::fs::write(&empty, "").unwrap();
    let good = folder.path().join("thefts.csv");
    std::fs::write(
        &good,
        "Area,2019/20,2020/21,2021/22\nAshfield,120,110,95\nMansfield,80,85,90\n",
    )
    .unwrap();
    let revision = window.state().document().history.revision();
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, Action::TakeFiles(vec![empty]));
    settle(&mut window);
    assert!(is_said(&window, "empty.xlsx was not imported"));
    assert_eq!(
        window.state().document().history.revision(),
        revision,
        "the project is untouched"
    );
    click(&mut window, "Close");
    window.state_mut().act(&ctx, Action::TakeFiles(vec![good]));
    settle(&mut window);
    click(&mut window, "Import 6 values");
    let project = window.state().document().history.project().clone();
    assert_eq!(project.sources.len(), 3);
    assert_eq!(project.sources[2].observations.len(), 6);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(
        window.state().document().history.project().sources.len(),
        2,
        "undo takes the import back"
    );
}

#[test]
fn a_sender_s_wrong_change_stands_among_the_findings() {
    let (mut window, folder, _) = window_with_project();
    let path = folder.path().join("robberies.csv");
    std::fs::write(
        &path,
        "Area,2020/21,2021/22,% change\nAshfield,60,75,+20%\nMansfield,80,90,+12.5%\n",
    )
    .unwrap();
    let ctx = window.ctx.clone();
    window.state_mut().act(&ctx, Action::TakeFiles(vec![path]));
    settle(&mut window);
    assert!(
        window
            .query_by_label_contains("+20%, should be +25.0%")
            .is_some(),
        "the import screen says so at once"
    );
    click(&mut window, "Import 4 values");
    let show = Action::Run(Command::ShowFindings);
    window.state_mut().act(&ctx, show);
    settle(&mut window);
    let words = "divided by the new year instead of the old";
    assert!(window.query_by_label_contains(words).is_some());
}

#[test]
fn a_project_whose_file_is_gone_leaves_the_recent_ones() {
    let (mut window, folder, path) = window_with_project();
    press(&mut window, Modifiers::COMMAND, Key::S);
    click(&mut window, "Burglary");
    press(&mut window, Modifiers::COMMAND, Key::S);
    std::fs::rename(&path, folder.path().join("moved.bellwether")).unwrap();
    let ctx = window.ctx.clone();
    window.state_mut().show(Screen::Welcome);
    settle(&mut window);
    assert!(is_said(&window, "panel.bellwether"), "it is a recent one");
    window.state_mut().act(&ctx, Action::OpenPath(path.clone()));
    settle(&mut window);
    assert!(window.query_by_label_contains("no file any more").is_some());
    click(&mut window, "Close");
    assert!(!is_said(&window, "panel.bellwether"));
}

#[test]
fn what_is_called_not_saved_is_asked_about_and_the_example_is_not() {
    let (mut window, ..) = window_with_project();
    click(&mut window, "Burglary");
    press(&mut window, Modifiers::COMMAND, Key::N);
    assert!(is_said(&window, "Save the changes to Panel papers?"));
    press(&mut window, Modifiers::NONE, Key::Escape);

    let (mut window, ..) = window_with_project();
    let ctx = window.ctx.clone();
    window
        .state_mut()
        .act(&ctx, Action::Run(Command::OpenExample));
    settle(&mut window);
    click(&mut window, "Satisfied victims");
    press(&mut window, Modifiers::COMMAND, Key::N);
    assert!(!is_said(&window, "Save the changes to Nottinghamshire?"));
}
