//! Stories: their edits, undo of any of them, and their place in the file.

use std::sync::Arc;

use bellwether::analysis::{MeasureKey, Question};
use bellwether::data::{Period, Unit};
use bellwether::project::store;
use bellwether::project::story::{
    FollowUp, FollowUpEdit, Paragraph, Said, SlideChart, SlideContent, SlideId, SlideShape,
    StoryId, TextSize,
};
use bellwether::project::{
    ChartKind, Edit, EditError, History, Project, Slide, SlideEdit, Story, StoryEdit, View,
};
use proptest::prelude::*;

fn view() -> View {
    View {
        question: Some(Question::about(MeasureKey {
            folded_name: String::from("feel safe after dark"),
            unit: Unit::Percent,
        })),
        ..View::default()
    }
}

fn section(title: &str) -> Slide {
    Slide::of(SlideContent::Section {
        title: title.to_owned(),
        subtitle: String::new(),
    })
}

fn follow_up(asked: &str) -> FollowUp {
    FollowUp {
        asked: asked.to_owned(),
        answer: String::from("Fell 4.1 pp to 61.0%"),
        slide: SlideId(1),
        date: jiff::civil::date(2022, 3, 28),
        chart: SlideChart::new(ChartKind::Trend, view()),
    }
}

fn story() -> Story {
    let mut story = Story::named("Police and Crime Panel, 28 March");
    story.shape = SlideShape::Standard;
    story.audience = String::from("Councillors");
    let mut pinned = Slide::of_chart(ChartKind::Trend, view());
    pinned.pin_to(Period::year_ending(2021, 12));
    pinned.notes = String::from("Say “why”\nand pause");
    pinned.said = Some(Said {
        title: String::from("Fell 6.3 pp to 56.8%"),
        in_words: String::from("A line chart."),
        facts: vec![String::from("56.8%")],
    });
    story.push(pinned);
    story.push(Slide::of(SlideContent::TwoCharts {
        charts: Box::new([
            SlideChart::new(ChartKind::Breakdown, view()),
            SlideChart::new(ChartKind::Districts, view()),
        ]),
        title: Some(String::from("Two sides")),
    }));
    story.push(Slide::of(SlideContent::Message {
        text: String::from("Fewer feel safe"),
        about: Some(Box::new(SlideChart::new(ChartKind::Change, view()))),
    }));
    story.push(Slide::of(SlideContent::Text {
        heading: String::from("What we ask"),
        paragraphs: Paragraph::read("Decide on\n- lighting\n- taxis"),
    }));
    if let Some(text) = story.slides.last_mut() {
        Arc::make_mut(text).step_by_step = true;
    }
    let mut table = Slide::of(SlideContent::Table {
        chart: Box::new(SlideChart::new(ChartKind::ChangeTable, view())),
        title: None,
    });
    table.is_hidden = true;
    table.text_size = TextSize::Large;
    story.push(table);
    let asked = follow_up("Feel safe in Ashfield");
    story.follow_ups.push(Arc::new(asked));
    story.push(section("Confidence"));
    story
}

fn with_story(story: Story) -> Project {
    let add = Edit::Stories(StoryEdit::Add(Box::new(story)));
    Project::default().apply(add).unwrap()
}

fn edited(project: &Project, edit: StoryEdit) -> Result<Project, EditError> {
    project.apply(Edit::Stories(edit))
}

fn ids(project: &Project) -> Vec<u32> {
    let slides = project.stories[0].slides.iter();
    slides.map(|slide| slide.id.0).collect()
}

#[test]
fn every_kind_of_slide_is_the_same_after_saving_and_opening() {
    let project = with_story(story());
    let text = store::to_text(&project).unwrap();
    let opened = store::parse(&text).unwrap();
    assert!(opened.unknown_parts.is_empty());
    assert_eq!(opened.project, project);
    assert_eq!(store::to_text(&opened.project).unwrap(), text);
}

#[test]
fn what_was_asked_is_kept_once_and_taken_off_the_list() {
    let project = with_story(story());
    let id = project.stories[0].id;
    let change = |edit| StoryEdit::FollowUps(id, edit);
    let asked = vec![
        follow_up("Feel safe in Ashfield"),
        follow_up("Feel safe in Mansfield"),
    ];
    let kept = edited(&project, change(FollowUpEdit::Keep(asked))).unwrap();
    assert_eq!(
        kept.stories[0].follow_up_lines(),
        "28 March 2022, slide 1: Feel safe in Ashfield — Fell 4.1 pp to 61.0%\n\
         28 March 2022, slide 1: Feel safe in Mansfield — Fell 4.1 pp to 61.0%"
    );
    let fewer = edited(&kept, change(FollowUpEdit::Drop(0))).unwrap();
    let left = &fewer.stories[0].follow_ups;
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].asked, "Feel safe in Mansfield");
    let none = edited(&fewer, change(FollowUpEdit::Drop(1)));
    assert_eq!(none.unwrap_err(), EditError::NoSuchFollowUp);
    let cleared = edited(&fewer, change(FollowUpEdit::Clear)).unwrap();
    assert!(cleared.stories[0].follow_ups.is_empty());
}

#[test]
fn a_project_without_stories_is_written_as_before() {
    let text = store::to_text(&Project::default()).unwrap();
    assert!(!text.contains("stories"));
}

#[test]
fn a_story_in_which_two_slides_share_a_number_is_not_shown() {
    let mut story = story();
    Arc::make_mut(&mut story.slides[1]).id = story.slides[0].id;
    let project = Project {
        stories: Arc::from([story]),
        ..Project::default()
    };
    let text = store::to_text(&project).unwrap();
    let opened = store::parse(&text).unwrap();
    assert!(opened.project.stories.is_empty());
    assert_eq!(opened.unknown_parts, ["project.stories"], "kept as it is");
    assert_eq!(store::to_text(&opened.project).unwrap(), text);
    let edited = text.replacen("Police and Crime Panel", "Panel", 2);
    let error = store::parse(&edited).unwrap_err().to_string();
    assert!(error.contains("same number"), "{error}");
}

#[test]
fn slides_are_moved_copied_hidden_and_taken_out() {
    let project = with_story(story());
    let id = project.stories[0].id;
    let slides = |edit| StoryEdit::Slides(id, edit);
    assert_eq!(ids(&project), [1, 2, 3, 4, 5, 6]);

    let moved = edited(&project, slides(SlideEdit::Move(SlideId(1), 2))).unwrap();
    assert_eq!(ids(&moved), [2, 3, 1, 4, 5, 6]);
    let far = edited(&project, slides(SlideEdit::Move(SlideId(1), 99))).unwrap();
    assert_eq!(ids(&far), [2, 3, 4, 5, 6, 1]);

    let copied = edited(&project, slides(SlideEdit::Duplicate(SlideId(2)))).unwrap();
    assert_eq!(ids(&copied), [1, 2, 7, 3, 4, 5, 6]);
    assert_eq!(
        copied.stories[0].slides[1].content,
        copied.stories[0].slides[2].content
    );

    let without = edited(&copied, slides(SlideEdit::Delete(SlideId(7)))).unwrap();
    assert_eq!(ids(&without), ids(&project));
    let added = slides(SlideEdit::Add {
        slide: Box::new(section("Next")),
        after: Some(SlideId(1)),
    });
    let added = edited(&without, added).unwrap();
    assert_eq!(
        ids(&added),
        [1, 8, 2, 3, 4, 5, 6],
        "a number is never given twice"
    );

    let hidden = edited(&project, slides(SlideEdit::Hide(SlideId(1), true))).unwrap();
    assert!(hidden.stories[0].slides[0].is_hidden);
    let missing = edited(&project, slides(SlideEdit::Delete(SlideId(99))));
    assert_eq!(missing.unwrap_err(), EditError::NoSuchSlide);
}

#[test]
fn stories_are_named_copied_and_taken_out() {
    let project = with_story(story());
    let id = project.stories[0].id;
    let copied = edited(&project, StoryEdit::Duplicate(id)).unwrap();
    let names: Vec<&str> = copied.stories.iter().map(|held| &*held.name).collect();
    assert_eq!(
        names,
        [
            "Police and Crime Panel, 28 March",
            "Police and Crime Panel, 28 March (copy)"
        ]
    );
    assert_ne!(copied.stories[0].id, copied.stories[1].id);
    let nameless = edited(&project, StoryEdit::Rename(id, String::from("  ")));
    assert_eq!(nameless.unwrap_err(), EditError::EmptyStory);
    let gone = edited(&project, StoryEdit::Delete(StoryId(9)));
    assert_eq!(gone.unwrap_err(), EditError::NoSuchStory);
    assert!(
        edited(&project, StoryEdit::Delete(id))
            .unwrap()
            .stories
            .is_empty()
    );
}

#[test]
fn undo_names_the_slide_and_unsaved_stories_are_work_to_lose() {
    let mut history = History::new(with_story(story()));
    let id = history.project().stories[0].id;
    let hide = StoryEdit::Slides(id, SlideEdit::Hide(SlideId(3), true));
    history.apply(Edit::Stories(hide)).unwrap();
    assert_eq!(history.undo_label(), Some("Hide slide 3"));
    assert!(history.has_work_to_lose());
}

fn slide_edit() -> impl Strategy<Value = SlideEdit> {
    let id = (1..8_u32).prop_map(SlideId);
    prop_oneof![
        ("[a-c]{1,3}", prop::option::of(id.clone())).prop_map(|(title, after)| SlideEdit::Add {
            slide: Box::new(section(&title)),
            after,
        }),
        (id.clone(), 0..9_usize).prop_map(|(id, to)| SlideEdit::Move(id, to)),
        id.clone().prop_map(SlideEdit::Duplicate),
        (id.clone(), any::<bool>()).prop_map(|(id, hidden)| SlideEdit::Hide(id, hidden)),
        id.clone().prop_map(SlideEdit::Delete),
        (id, "[a-c]{0,3}").prop_map(|(id, notes)| SlideEdit::Change(Box::new(Slide {
            id,
            notes,
            ..section("Changed")
        }))),
    ]
}

fn story_edit() -> impl Strategy<Value = StoryEdit> {
    let id = (1..4_u32).prop_map(StoryId);
    prop_oneof![
        1 => "[a-c]{0,2}".prop_map(|name| StoryEdit::Add(Box::new(Story::named(name)))),
        1 => (id.clone(), "[a-c]{0,2}").prop_map(|(id, name)| StoryEdit::Rename(id, name)),
        1 => id.clone().prop_map(StoryEdit::Duplicate),
        1 => id.clone().prop_map(StoryEdit::Delete),
        6 => (id, slide_edit()).prop_map(|(id, edit)| StoryEdit::Slides(id, edit)),
    ]
}

proptest! {
    #[test]
    fn any_edits_of_stories_are_undone_redone_and_saved(
        edits in prop::collection::vec(story_edit(), 0..40)
    ) {
        let start = with_story(story());
        let mut history = History::new(start.clone());
        for edit in edits {
            let before = history.project().clone();
            if history.apply(Edit::Stories(edit)).is_err() {
                prop_assert_eq!(&before, history.project());
            }
            prop_assert!(history.project().stories.iter().all(Story::is_sound));
        }
        let end = history.project().clone();
        let text = store::to_text(&end).unwrap();
        let opened = store::parse(&text).unwrap().project;
        prop_assert_eq!(&opened, end.as_ref());
        prop_assert_eq!(store::to_text(&opened).unwrap(), text);
        while history.undo().is_some() {}
        prop_assert_eq!(history.project().as_ref(), &start);
        while history.redo().is_some() {}
        prop_assert_eq!(history.project(), &end);
    }
}
