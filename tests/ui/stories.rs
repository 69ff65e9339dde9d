//! The screen of stories, worked by its names and keys.

use bellwether::app::Screen;
use bellwether::project::story::{Said, Story, StoryTemplate};
use bellwether::project::{Edit, Project, Slide, StoryEdit};
use bellwether::ui::action::Action;
use bellwether::ui::command::Command;
use bellwether::ui::story::StoryAction;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::fixture;
use crate::window::{
    Window, act, click, is_said, open, press, settle, window, window_with_project,
};

fn project(window: &Window) -> Project {
    window.state().document().history.project().as_ref().clone()
}

fn slides(window: &Window) -> Vec<u32> {
    let project = project(window);
    let story = project.stories.first().unwrap();
    story.slides.iter().map(|slide| slide.id.0).collect()
}

fn is_said_of_a_slide(window: &Window, words: &str) -> bool {
    window
        .query_all(egui_kittest::kittest::By::new().label_contains(words))
        .next()
        .is_some()
}

#[test]
fn the_chart_on_show_becomes_a_slide_and_undo_takes_it_back() {
    let (mut window, _folder, _) = window_with_project();
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    let made = project(&window);
    let story = made.stories.first().unwrap();
    assert_eq!(story.slides.len(), 1);
    let said = story.slides[0].said.clone().unwrap();
    assert!(!said.title.is_empty());
    assert!(is_said(&window, "Added to “Panel papers: story”"));
    click(&mut window, "Add to story");
    assert_eq!(slides(&window), [1, 2]);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(project(&window).stories.is_empty());
}

/// The screen with a story of three slides.
fn told() -> (Window, tempfile::TempDir) {
    let (mut window, folder, _) = window_with_project();
    for _ in 0..3 {
        act(&mut window, Action::Run(Command::AddToStory));
    }
    act(&mut window, Action::Run(Command::ShowStories));
    assert_eq!(window.state().screen(), Screen::Story);
    (window, folder)
}

fn focus_on_slide(window: &mut Window, number: usize) {
    let start = format!("Slide {number}: ");
    let by = egui_kittest::kittest::By::new().label_contains(&start);
    window.get(by).click();
    settle(window);
}

#[test]
fn slides_are_moved_hidden_copied_and_deleted_by_keys() {
    let (mut window, _folder) = told();
    assert_eq!(slides(&window), [1, 2, 3]);
    focus_on_slide(&mut window, 1);
    press(&mut window, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(slides(&window), [2, 1, 3]);
    assert!(is_said(&window, "Moved to place 2 of 3"));
    press(&mut window, Modifiers::NONE, Key::H);
    assert!(project(&window).stories[0].slides[1].is_hidden);
    press(&mut window, Modifiers::COMMAND, Key::D);
    assert_eq!(slides(&window), [2, 1, 4, 3]);
    press(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(slides(&window), [2, 1, 3]);
    press(&mut window, Modifiers::NONE, Key::ArrowUp);
    press(&mut window, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(
        slides(&window),
        [1, 2, 3],
        "the keyboard stays on the slide"
    );
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().screen(), Screen::Explore);
}

#[test]
fn words_typed_are_kept_and_checked_by_the_data() {
    let (mut window, _folder) = told();
    focus_on_slide(&mut window, 1);
    assert!(is_said(&window, "True of the data as they are today"));
    // The heading is called so too.
    window.query_all_by_label("Message").last().unwrap().focus();
    window.run_ok();
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.event(egui::Event::Text(String::from("Safety has risen")));
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Tab);
    settle(&mut window);
    let slide = project(&window).stories[0].slides[0].clone();
    assert_eq!(slide.own_words(), Some("Safety has risen"));
    let words = "No longer true of the data. The slide shows the true message:";
    assert!(is_said(&window, words), "{:?}", slide.said);
    click(&mut window, "Use the true message");
    let slide = project(&window).stories[0].slides[0].clone();
    assert_eq!(slide.own_words(), None);
    assert!(is_said(&window, "True of the data as they are today"));
}

#[test]
fn a_slide_of_which_the_data_have_changed_says_so_wherever_one_is() {
    let mut told = fixture::project();
    let (first, _folder) = told_once(&told);
    let mut story = Story::named("Panel");
    let said = Said {
        title: String::from("Feeling safe rose 40.0 points"),
        ..first.said.clone().unwrap()
    };
    story.push(Slide {
        said: first.said.clone(),
        ..first.clone()
    });
    story.push(Slide {
        said: Some(said),
        ..first.clone()
    });
    let add = Edit::Stories(StoryEdit::Add(Box::new(story)));
    told = told.apply(add).unwrap();
    let mut window = window(Vec::new());
    let _kept = open(&mut window, &told);
    act(&mut window, Action::Run(Command::ShowStories));
    assert!(is_said(&window, "Slide 2 has changed."));
    assert!(is_said_of_a_slide(&window, "its message is no longer true"));
    click(&mut window, "Use the true message on slide 2");
    assert!(!is_said(&window, "Slide 2 has changed."));
    let kept = project(&window).stories[0].slides[1].said.clone();
    assert_eq!(kept, first.said);
}

/// The slide that the chart of a project gives.
fn told_once(project: &Project) -> (Slide, tempfile::TempDir) {
    let mut window = window(Vec::new());
    let folder = open(&mut window, project);
    act(&mut window, Action::Run(Command::AddToStory));
    let made = self::project(&window);
    let slide = made.stories.first().unwrap().slides.first().unwrap();
    (slide.as_ref().clone(), folder)
}

#[test]
fn templates_fill_themselves_and_hide_what_has_no_data() {
    let (mut window, _folder, _) = window_with_project();
    for template in StoryTemplate::ALL {
        let name = template.words().to_owned();
        let first_place = template
            .places(&project(&window).catalogue())
            .into_iter()
            .next();
        let wanted = StoryAction::Make(template, name.clone(), first_place);
        act(&mut window, Action::Story(wanted));
        let made = project(&window);
        let story = made.stories.last().unwrap();
        assert_eq!(story.name, name);
        for slide in &story.slides {
            let has_data = slide.charts().is_empty() || slide.said.is_some();
            assert!(has_data || slide.is_hidden, "{name}: {slide:?}");
            assert!(
                !slide.is_hidden || slide.notes.starts_with("Hidden:"),
                "{name}"
            );
        }
    }
    let made = project(&window);
    let with_chart = |template: usize| {
        let slides = made.stories[template].slides.iter();
        slides
            .filter(|slide| !slide.is_hidden && !slide.charts().is_empty())
            .count()
    };
    assert!(with_chart(1) >= 2, "the quarterly report has charts");
    assert!(with_chart(2) >= 2, "the needs assessment has charts");
    assert!(with_chart(4) >= 1, "the district has charts");
    // No workbook has wards: its one slide is hidden and says so.
    assert!(made.stories[3].slides.iter().any(|slide| slide.is_hidden));
}

#[test]
fn a_story_is_made_by_its_dialog() {
    let (mut window, _folder, _) = window_with_project();
    act(&mut window, Action::Run(Command::ShowStories));
    window.get_by_label("Name").focus();
    window.run_ok();
    window.event(egui::Event::Text(String::from("Panel, 28 March")));
    window.run_ok();
    click(&mut window, "Make the story");
    assert_eq!(project(&window).stories[0].name, "Panel, 28 March");
    assert!(is_said_of_a_slide(&window, "Slide 1: Panel, 28 March"));
    let node = window.get_by_label("Add slide");
    assert!(!node.accesskit_node().is_disabled());
}
