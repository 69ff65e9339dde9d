//! The explore screen under the pointer and the keyboard.

use bellwether::app::Screen;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, Rect, TouchPhase, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::fixture;
use crate::window::{
    Window, click, is_said, measure_asked, open, press, settle, window, window_with_project,
};

fn chart(window: &Window) -> Rect {
    let chart = window.query_all_by_role(Role::Figure).next();
    chart.unwrap().rect()
}

/// Where a point of a line is, by its place among the six years and by its value.
fn point(window: &Window, year: f32, share_from_top: f32) -> Pos2 {
    let chart = chart(window);
    chart.left_top() + vec2(chart.width() * year / 5.0, chart.height() * share_from_top)
}

/// Finds the height at which the pointer meets a point of the year; the name in its tooltip.
fn meet(window: &mut Window, year: f32) -> (Pos2, String) {
    for step in 0..60_u8 {
        let at = point(window, year, f32::from(step) / 60.0);
        window.event(Event::PointerMoved(at));
        window.run_ok();
        let found = window
            .query_all_by_label_contains(", 12 months to Dec")
            .next()
            .and_then(|node| {
                node.accesskit_node()
                    .value()
                    .or(node.accesskit_node().label())
            });
        if let Some(found) = found {
            return (at, found);
        }
    }
    panic!("the pointer meets no point of year {year}");
}

#[test]
fn a_point_under_the_pointer_says_what_it_is_and_is_selected_by_a_click() {
    let (mut window, ..) = window_with_project();
    let cells = |window: &Window| {
        window
            .query_all_by_label_contains("survey.xlsx › Safety › ")
            .count()
    };
    let before = cells(&window);
    let (at, name) = meet(&mut window, 4.0);
    assert!(name.ends_with("12 months to Dec 2020"), "{name}");
    assert_eq!(cells(&window), before + 1, "the tooltip names the cell");
    click_at(&mut window, at);
    window.run_ok();
    let line = name.split(',').next().unwrap();
    assert!(is_said(&window, &format!("{line} · 12 months to Dec 2020")));
}

/// A click within one frame.
fn click_at(window: &mut Window, pos: Pos2) {
    for pressed in [true, false] {
        window.input_mut().events.push(Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    window.step();
}

fn zoom_in(window: &mut Window) {
    let at = chart(window).center();
    window.event(Event::PointerMoved(at));
    window.run_ok();
    window.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, 240.0),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::COMMAND,
    });
    // The wheel is smoothed over some frames.
    for _ in 0..30 {
        window.step();
    }
}

#[test]
fn the_chart_is_zoomed_with_the_wheel_and_shown_whole_again() {
    let (mut window, ..) = window_with_project();
    assert!(!is_said(&window, "Show all"));
    zoom_in(&mut window);
    assert!(
        is_said(&window, "Show all"),
        "a part of the data is on show"
    );
    click(&mut window, "Show all");
    assert!(!is_said(&window, "Show all"));
    zoom_in(&mut window);
    let at = chart(&window).center();
    for _ in 0..2 {
        click_at(&mut window, at);
    }
    window.run_ok();
    assert!(!is_said(&window, "Show all"), "so does a double-click");
}

#[test]
fn a_long_library_is_drawn_where_it_is_seen_and_walked_with_the_arrows() {
    let mut window = window(Vec::new());
    let _folder = open(&mut window, &fixture::many_measures(200));
    let drawn = || {
        |node: &egui_kittest::Node<'_>| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with("Measure number"))
        }
    };
    let rows = |window: &Window| {
        window
            .query_all_by_role(Role::ListBoxOption)
            .filter(drawn())
            .count()
    };
    let at_first = rows(&window);
    assert!((8..30).contains(&at_first), "{at_first} rows of 200");
    window
        .get_by_role_and_label(Role::ListBoxOption, "Measure number 000")
        .focus();
    window.run_ok();
    for _ in 0..25 {
        press(&mut window, Modifiers::NONE, Key::ArrowDown);
    }
    let row = window.get_by_role_and_label(Role::ListBoxOption, "Measure number 025");
    assert!(row.is_focused());
    assert!(row.rect().bottom() <= 900.0, "it was scrolled into view");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(measure_asked(&window), "measure number 025");
    press(&mut window, Modifiers::NONE, Key::End);
    assert!(
        window
            .get_by_role_and_label(Role::ListBoxOption, "Measure number 199")
            .is_focused()
    );
    window.check_accessibility();
}

#[test]
fn a_measure_is_found_by_typing_and_shown_by_enter() {
    let mut window = window(Vec::new());
    let _folder = open(&mut window, &fixture::many_measures(40));
    window.get_by_label("Find a measure").focus();
    window.run_ok();
    window.event(Event::Text(String::from("031")));
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(measure_asked(&window), "measure number 031");
    window.get_by_label("Find a measure").focus();
    window.run_ok();
    window.event(Event::Text(String::from("nonsense")));
    window.run_ok();
    assert!(is_said(&window, "No measure has these words in its name"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!is_said(&window, "No measure has these words in its name"));
}

#[test]
fn a_source_opens_its_own_findings_and_has_a_menu_for_the_keyboard() {
    let (mut window, ..) = window_with_project();
    click(&mut window, "survey.xlsx");
    assert_eq!(window.state().screen(), Screen::Findings);
    assert!(is_said(&window, "What the import found in survey.xlsx"));
    click(&mut window, "All workbooks");
    assert!(is_said(&window, "What the import found"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().screen(), Screen::Explore);
    window.get_by_label("More about survey.xlsx").focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.get_by_label("What the import found").is_focused());
    press(&mut window, Modifiers::NONE, Key::Tab);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().document().history.project().sources.len(), 1);
}

#[test]
fn the_table_is_walked_with_the_arrows_and_led_to_by_the_cell() {
    let (mut window, ..) = window_with_project();
    let link = window.query_all_by_role(Role::Link).next().unwrap();
    link.click();
    settle(&mut window);
    assert!(is_said(&window, "Values behind the chart"));
    window.get_by_label("Values behind the chart").focus();
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Home);
    assert!(is_said(&window, "Female · 12 months to Dec 2016"));
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert!(is_said(&window, "Female · 12 months to Dec 2017"));
    window.check_accessibility();
}

#[test]
fn columns_without_anything_to_say_are_left_out() {
    let (mut window, ..) = window_with_project();
    click(&mut window, "Data");
    assert!(is_said(&window, "What is the 95% interval?"));
    click(&mut window, "Burglary");
    assert!(is_said(&window, "Cell"));
    let headings = window.query_all_by_label("Base").count();
    assert_eq!(headings, 0, "counts have no base");
}

#[test]
fn a_word_without_alternatives_is_no_menu() {
    let (window, ..) = window_with_project();
    let unit = window.get_by_label("Unit: %");
    assert_ne!(unit.accesskit_node().role(), Role::ComboBox);
    let measure = window.get_by_label("Measure: Feel safe outside after dark");
    assert_eq!(measure.accesskit_node().role(), Role::ComboBox);
}

#[test]
fn nothing_is_drawn_while_nothing_happens() {
    let (mut window, ..) = window_with_project();
    window.run_ok();
    let delay = window
        .output()
        .viewport_output
        .values()
        .next()
        .unwrap()
        .repaint_delay;
    assert!(
        delay > std::time::Duration::from_mins(1),
        "drawn again after {delay:?}"
    );
}

#[test]
fn a_project_too_large_for_the_frame_shows_its_first_measure_by_itself() {
    let mut window = window(Vec::new());
    // Four observations a measure, just over what is computed in the frame.
    let _folder = open(&mut window, &fixture::many_measures(5_100));
    assert!(window.state().answer().is_some(), "a chart is shown");
    assert!(
        !window.state().document().history.is_dirty(),
        "nobody's edit"
    );
}

#[test]
fn the_zoom_is_told_once() {
    let (mut window, ..) = window_with_project();
    for _ in 0..3 {
        press(&mut window, Modifiers::COMMAND, Key::Plus);
    }
    assert!(is_said(&window, "130%"));
    assert!(!is_said(&window, "110%") && !is_said(&window, "120%"));
    press(&mut window, Modifiers::COMMAND, Key::Num0);
    assert!(is_said(&window, "100%"));
}

#[test]
fn a_single_period_is_said_once() {
    let mut project = fixture::many_measures(3);
    let source = std::sync::Arc::make_mut(&mut project.sources[0]);
    source
        .observations
        .retain(|observation| observation.period == Some(0));
    let mut window = window(Vec::new());
    let _folder = open(&mut window, &project);
    assert!(is_said(&window, "Period: 2018/19"));
    assert!(window.query_by_label_contains("From: ").is_none());
}

/// The first and the last period of the question, by their names.
fn periods_asked(window: &Window) -> (Option<String>, Option<String>) {
    let project = window.state().document().history.project();
    let periods = project.view.question.as_ref().unwrap().periods;
    let name = |period: Option<bellwether::data::Period>| period.map(|period| period.label());
    (name(periods.from), name(periods.to))
}

fn shift(window: &mut Window, is_held: bool) {
    let modifiers = if is_held {
        Modifiers::SHIFT
    } else {
        Modifiers::NONE
    };
    window.event(Event::ModifiersChanged(modifiers));
    window.step();
}

#[test]
fn shift_and_a_drag_choose_a_period_as_one_step_and_show_all_leads_back() {
    let (mut window, ..) = window_with_project();
    let (from, to) = (point(&window, 1.2, 0.5), point(&window, 3.1, 0.5));
    window.event(Event::PointerMoved(from));
    window.run_ok();
    shift(&mut window, true);
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::SHIFT,
    };
    window.event(button(from, true));
    window.step();
    for share in [0.3, 0.7, 1.0] {
        window.event(Event::PointerMoved(from + share * (to - from)));
        window.step();
    }
    let said = window.query_all_by_label_contains("periods: Enter shows them");
    assert_eq!(said.count(), 1, "what is being chosen is said");
    assert_eq!(periods_asked(&window), (None, None), "nothing is asked yet");
    window.event(button(to, false));
    settle(&mut window);
    shift(&mut window, false);
    let wanted = |year: &str| Some(format!("12 months to Dec {year}"));
    assert_eq!(periods_asked(&window), (wanted("2017"), wanted("2019")));
    assert!(
        !window
            .state()
            .document()
            .history
            .undo_label()
            .unwrap()
            .is_empty()
    );
    click(&mut window, "Show all");
    assert_eq!(periods_asked(&window), (None, None));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(periods_asked(&window), (None, None));
    assert!(!is_said(&window, "Show all"), "both were one step each");
}

#[test]
fn shift_and_the_arrows_choose_a_period_from_the_selected_point() {
    let (mut window, ..) = window_with_project();
    let chart = window.query_all_by_role(Role::Figure).next();
    chart.unwrap().focus();
    settle(&mut window);
    press(&mut window, Modifiers::SHIFT, Key::ArrowLeft);
    press(&mut window, Modifiers::SHIFT, Key::ArrowLeft);
    let words = "From 12 months to Dec 2019 to 12 months to Dec 2021, 3 periods: Enter shows them, Esc ends";
    assert!(is_said(&window, words));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!is_said(&window, words));
    assert_eq!(periods_asked(&window), (None, None));
    for _ in 0..2 {
        press(&mut window, Modifiers::SHIFT, Key::ArrowLeft);
    }
    press(&mut window, Modifiers::NONE, Key::Enter);
    let (from, to) = periods_asked(&window);
    assert_eq!(from.as_deref(), Some("12 months to Dec 2019"));
    assert_eq!(to, None, "it goes on with the data");
}

#[test]
fn the_name_of_a_line_brings_it_to_the_front_with_the_keyboard_too() {
    let (mut window, ..) = window_with_project();
    let highlighted = |window: &Window| {
        let project = window.state().document().history.project();
        project.view.trend.highlight.clone()
    };
    assert_eq!(highlighted(&window), None);
    window.get_by_label("Highlight Female").focus();
    settle(&mut window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(highlighted(&window).is_some());
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(highlighted(&window), None);
}

#[test]
fn a_drag_zooms_to_a_part_and_then_moves_it() {
    let (mut window, ..) = window_with_project();
    let drag = |window: &mut Window, from: Pos2, to: Pos2| {
        let button = |pos, pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        window.event(Event::PointerMoved(from));
        window.run_ok();
        window.event(button(from, true));
        window.step();
        for share in [0.3, 0.7, 1.0] {
            window.event(Event::PointerMoved(from + share * (to - from)));
            window.step();
        }
        window.event(button(to, false));
        settle(window);
    };
    let (from, to) = (point(&window, 1.2, 0.2), point(&window, 3.1, 0.8));
    drag(&mut window, from, to);
    assert!(is_said(&window, "Show all"), "a part is on show");
    assert_eq!(
        periods_asked(&window),
        (None, None),
        "nothing else is asked"
    );
    let (from, to) = (point(&window, 2.0, 0.5), point(&window, 1.5, 0.5));
    drag(&mut window, from, to);
    assert!(is_said(&window, "Show all"), "it is still a part");
    click(&mut window, "Show all");
    assert!(!is_said(&window, "Show all"));
}
