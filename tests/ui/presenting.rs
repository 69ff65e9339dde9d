//! A story presented: every key, questions put to a slide, the presenter's window.

use std::sync::Arc;

use bellwether::app::Screen;
use bellwether::project::story::{FollowUp, Paragraph, SlideContent, Story};
use bellwether::project::{ChartKind, Edit, Project, Slide, StoryEdit, View};
use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use crate::fixture;
use crate::window::{Window, act, click, open, press, settle, window};

fn project(window: &Window) -> Project {
    window.state().document().history.project().as_ref().clone()
}

fn key(window: &mut Window, key: Key) {
    press(window, Modifiers::NONE, key);
}

/// What assistive technology says is on the screen.
fn said(window: &Window) -> String {
    let status = window.query_all(By::new().role(Role::Status)).next();
    status
        .and_then(|node| node.accesskit_node().label())
        .unwrap_or_default()
}

fn is_on(window: &Window, number: usize) -> bool {
    said(window).starts_with(&format!("Slide {number} of 5: "))
}

/// Five slides: a title, a chart, points one by one, a hidden one, a message.
fn told() -> Project {
    let project = fixture::project();
    let catalogue = project.catalogue();
    let safe = catalogue.measures().find(|(_, entry)| {
        entry.measure.name == "Feel safe outside after dark" && entry.has_everyone
    });
    let (measure, _) = safe.unwrap();
    let view = View {
        question: Some(bellwether::analysis::first_question(&catalogue, measure)),
        ..View::default()
    };
    let mut story = Story::named("Panel");
    let section = |title: &str| {
        Slide::of(SlideContent::Section {
            title: title.to_owned(),
            subtitle: String::new(),
        })
    };
    story.push(section("Safety"));
    story.push(Slide {
        notes: String::from("Pause here"),
        ..Slide::of_chart(ChartKind::Trend, view)
    });
    story.push(Slide {
        step_by_step: true,
        ..Slide::of(SlideContent::Text {
            heading: String::from("To decide"),
            paragraphs: Paragraph::read("- lighting\n- taxis"),
        })
    });
    story.push(Slide {
        is_hidden: true,
        ..section("Spare")
    });
    story.push(section("Thank you"));
    let add = Edit::Stories(StoryEdit::Add(Box::new(story)));
    project.apply(add).unwrap()
}

/// The story on the screen, begun with F5 from the chart.
pub fn presented() -> (Window, tempfile::TempDir) {
    let mut window = window(Vec::new());
    let folder = open(&mut window, &told());
    key(&mut window, Key::F5);
    assert_eq!(window.state().screen(), Screen::Present);
    assert!(is_on(&window, 1), "{}", said(&window));
    (window, folder)
}

#[test]
fn arrows_page_keys_space_and_clicks_go_on_and_back_past_hidden_slides() {
    let (mut window, _folder) = presented();
    key(&mut window, Key::ArrowRight);
    assert!(is_on(&window, 2));
    key(&mut window, Key::PageDown);
    assert!(is_on(&window, 3));
    assert!(!said(&window).contains("lighting"));
    key(&mut window, Key::Space);
    assert_eq!(said(&window), "Slide 3 of 5: To decide. lighting");
    key(&mut window, Key::ArrowDown);
    assert_eq!(said(&window), "Slide 3 of 5: To decide. taxis");
    key(&mut window, Key::Enter);
    assert!(is_on(&window, 5), "the hidden slide is passed over");
    key(&mut window, Key::PageUp);
    assert_eq!(said(&window), "Slide 3 of 5: To decide. taxis");
    key(&mut window, Key::Home);
    assert!(is_on(&window, 1));
    window.get_by_role(Role::Figure).click();
    settle(&mut window);
    assert!(is_on(&window, 2));
    key(&mut window, Key::End);
    key(&mut window, Key::N);
    assert_eq!(said(&window), "End of the story");
    key(&mut window, Key::Backspace);
    assert!(is_on(&window, 5));
    key(&mut window, Key::Escape);
    assert_eq!(window.state().screen(), Screen::Explore);
}

#[test]
fn the_screen_is_blanked_and_numbers_are_typed() {
    let (mut window, _folder) = presented();
    key(&mut window, Key::B);
    assert_eq!(said(&window), "Black screen");
    key(&mut window, Key::Period);
    assert!(is_on(&window, 1));
    key(&mut window, Key::W);
    assert_eq!(said(&window), "White screen");
    key(&mut window, Key::PageDown);
    assert!(is_on(&window, 1), "the slide comes back first");
    key(&mut window, Key::Num4);
    assert_eq!(said(&window), "Go to slide 4");
    key(&mut window, Key::Enter);
    assert!(is_on(&window, 4), "a hidden slide by its number");
}

#[test]
fn all_slides_are_shown_in_small_and_gone_to_by_keys_and_clicks() {
    let (mut window, _folder) = presented();
    key(&mut window, Key::G);
    assert_eq!(said(&window), "All slides");
    let chosen = |window: &Window| {
        let options = window.query_all(By::new().role(Role::ListBoxOption));
        let mut chosen =
            options.filter(|node| node.accesskit_node().toggled() == Some(Toggled::True));
        chosen.next().unwrap().accesskit_node().label().unwrap()
    };
    assert_eq!(chosen(&window), "Slide 1: Safety");
    key(&mut window, Key::ArrowRight);
    key(&mut window, Key::ArrowRight);
    assert_eq!(chosen(&window), "Slide 3: To decide");
    key(&mut window, Key::Escape);
    assert!(is_on(&window, 1));
    key(&mut window, Key::G);
    key(&mut window, Key::ArrowRight);
    key(&mut window, Key::Enter);
    assert!(is_on(&window, 2));
    key(&mut window, Key::G);
    click(&mut window, "Slide 4: Spare, hidden");
    assert!(is_on(&window, 4));
}

/// The slide on the screen in words.
fn described(window: &Window) -> String {
    let slide = window.get(By::new().role(Role::Figure));
    slide.accesskit_node().description().unwrap_or_default()
}

/// What was kept of what was asked.
fn kept(window: &Window) -> Vec<Arc<FollowUp>> {
    project(window).stories[0].follow_ups.clone()
}

#[test]
fn a_question_is_answered_on_the_slide_and_the_slide_is_as_it_was_afterwards() {
    let (mut window, _folder) = presented();
    key(&mut window, Key::Num2);
    key(&mut window, Key::Enter);
    let before = project(&window);
    let chart = described(&window);
    key(&mut window, Key::Q);
    click(&mut window, "To: 12 months to Dec 2021");
    click(&mut window, "12 months to Dec 2019");
    let asked = described(&window);
    assert_ne!(asked, chart, "another period has another chart");
    assert_eq!(project(&window), before, "the story is as it was");
    key(&mut window, Key::Escape);
    assert_eq!(described(&window), chart);
    let kept = kept(&window);
    assert_eq!(kept.len(), 1);
    assert!(kept[0].asked.starts_with("Feel safe outside after dark"));
    assert!(
        kept[0].asked.ends_with("to 12 months to Dec 2019"),
        "{kept:?}"
    );
    assert_ne!(kept[0].answer, "Feel safe outside after dark");
    assert!(!kept[0].answer.is_empty());
    assert_eq!(project(&window).stories[0].slides, before.stories[0].slides);
    key(&mut window, Key::Escape);

    act(&mut window, Action::Run(Command::ShowStories));
    window
        .get_by_label_contains("Make it a slide: Feel safe")
        .click();
    settle(&mut window);
    let story = project(&window).stories[0].clone();
    assert!(story.follow_ups.is_empty());
    assert_eq!(story.slides.len(), 6);
    assert_eq!(story.slides[2].charts(), [&kept[0].chart]);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(project(&window).stories[0].follow_ups, kept);
}

#[test]
fn nothing_is_kept_of_a_question_that_was_not_changed_and_none_can_be_put_to_words() {
    let (mut window, _folder) = presented();
    key(&mut window, Key::Q);
    assert!(window.query_by_label("Back to the slide").is_none());
    key(&mut window, Key::ArrowRight);
    key(&mut window, Key::Slash);
    click(&mut window, "Back to the slide");
    assert!(is_on(&window, 2));
    assert!(kept(&window).is_empty());
    key(&mut window, Key::Q);
    key(&mut window, Key::PageDown);
    assert!(is_on(&window, 3), "a clicker goes on from the question");
}

#[test]
fn the_presenter_sees_the_notes_and_drives_the_same_show() {
    let (mut window, _folder) = presented();
    key(&mut window, Key::ArrowRight);
    key(&mut window, Key::P);
    assert!(window.query_by_label("Pause here").is_some());
    assert!(window.query_by_label("Slide 2 of 5").is_some());
    click(&mut window, "Next");
    assert!(window.query_by_label("Slide 3 of 5").is_some());
    assert!(window.query_by_label("No notes on this slide").is_some());
    assert!(window.query_by_label("Next: one more line").is_some());
    key(&mut window, Key::S);
    assert!(is_on(&window, 3), "the windows change places");
    key(&mut window, Key::P);
    assert!(window.query_by_label("No notes on this slide").is_none());
}

#[test]
fn a_show_begins_with_the_selected_slide_and_not_without_slides() {
    let mut window = window(Vec::new());
    let _folder = open(&mut window, &told());
    act(&mut window, Action::Run(Command::ShowStories));
    window.state_mut().select_slide(3);
    press(&mut window, Modifiers::SHIFT, Key::F5);
    assert!(is_on(&window, 3));
    key(&mut window, Key::Escape);
    assert_eq!(window.state().screen(), Screen::Story);
    click(&mut window, "Present");
    assert!(is_on(&window, 1));

    let mut empty = crate::window::window(Vec::new());
    let _folder = open(&mut empty, &fixture::project());
    key(&mut empty, Key::F5);
    assert_eq!(empty.state().screen(), Screen::Explore);
    assert!(
        empty
            .query_by_label("There is no story to present yet")
            .is_some()
    );
}

#[test]
fn the_lines_of_a_chart_appear_one_by_one_where_wanted() {
    let mut told = told();
    let story = told.stories[0].id;
    let mut chart = told.stories[0].slides[1].as_ref().clone();
    chart.step_by_step = true;
    let change = bellwether::project::SlideEdit::Change(Box::new(chart));
    told = told
        .apply(Edit::Stories(StoryEdit::Slides(story, change)))
        .unwrap();
    let mut window = window(Vec::new());
    let _folder = open(&mut window, &told);
    act(&mut window, Action::Run(Command::ShowStories));
    let by = By::new().label_contains("Slide 2: ");
    window.query_all(by).next().unwrap().click();
    settle(&mut window);
    let by = By::new().label_contains("All respondents first");
    assert!(window.query_all(by).next().is_some());
    key(&mut window, Key::F5);
    key(&mut window, Key::Home);
    key(&mut window, Key::ArrowRight);
    let mut seen = vec![said(&window)];
    for _ in 0..4 {
        key(&mut window, Key::Space);
        seen.push(said(&window));
    }
    let on_chart = seen
        .iter()
        .take_while(|said| said.starts_with("Slide 2 of 5: "));
    let names: Vec<&str> = on_chart
        .map(|said| said.rsplit(". ").next().unwrap())
        .collect();
    assert_eq!(names.len(), 3, "three lines: {seen:?}");
    assert!(names[0].contains("All respondents"), "{names:?}");
    for name in ["Male", "Female"] {
        assert!(
            names[1..].iter().any(|held| held.starts_with(name)),
            "{names:?}"
        );
    }
    key(&mut window, Key::Home);
    key(&mut window, Key::ArrowRight);
    assert_eq!(said(&window), seen[0], "it begins anew");
    assert!(described(&window).contains("Shown: All respondents"));
}
