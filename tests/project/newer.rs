//! What a later program of the same file version wrote and this one does not know stays in the file where it was.

use bellwether::project::store;
use bellwether::project::story::{SlideContent, SlideId};
use bellwether::project::{Edit, GroupSpec, Project, Slide, SlideEdit, Story, StoryEdit};

use crate::sample;

fn section(title: &str) -> Slide {
    Slide::of(SlideContent::Section {
        title: title.to_owned(),
        subtitle: String::new(),
    })
}

/// A project with a story of three slides and a chart of groups.
fn project() -> Project {
    let mut story = Story::named("Panel");
    story.key = String::from("0123456789abcdef");
    for title in ["One", "Two", "Three"] {
        story.push(section(title));
    }
    let groups = GroupSpec {
        show_intervals: false,
        ..GroupSpec::default()
    };
    sample::project()
        .apply(Edit::Stories(StoryEdit::Add(Box::new(story))))
        .unwrap()
        .apply(Edit::SetGroups(groups))
        .unwrap()
}

/// A file's text without its marks, as a person changes it.
fn without_marks(text: &str) -> String {
    let (from, to) = (
        text.find("\n checks: (").unwrap(),
        text.find("\n project: (").unwrap(),
    );
    format!("{}{}", &text[..from], &text[to..])
}

/// A project's text as a later program may write it.
fn newer(changes: &[(&str, &str)]) -> String {
    let mut text = without_marks(&store::to_text(&project()).unwrap());
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    text
}

/// The text with the marks that a later program would have written.
fn marked(text: &str) -> String {
    store::to_text(&store::parse(text).unwrap().project).unwrap()
}

#[test]
fn unknown_fields_stay_where_they_are_whatever_else_is_done() {
    let text = newer(&[
        (" project: (", " sealed: (by: \"somebody\"),\n project: ("),
        (
            "  name: \"Ashfield",
            "  colour: \"blue\",\n  name: \"Ashfield",
        ),
        (
            "    open_findings: 2,",
            "    open_findings: 2,\n    trust: [1, 2, (a: \"x)\")],",
        ),
        (
            "      polarity: HigherIsBetter,",
            "      polarity: HigherIsBetter,\n      decimals: 1,",
        ),
        ("title: \"Two\"", "title: \"Two\", layout: Left(3)"),
        (
            "    show_intervals: false,",
            "    show_intervals: false,\n    palette: Warm,",
        ),
    ]);
    let opened = store::parse(&text).unwrap();
    assert!(opened.lost.is_empty(), "{:?}", opened.lost);
    assert!(opened.changed.is_empty(), "{:?}", opened.changed);
    let mut known = opened.unknown_parts.clone();
    known.sort();
    assert_eq!(
        known,
        [
            "project.colour",
            "project.sources.measures.decimals",
            "project.sources.trust",
            "project.stories.slides.content.layout",
            "project.view.groups.palette",
            "sealed",
        ]
    );
    assert_eq!(
        Project {
            newer: project().newer,
            ..opened.project.clone()
        },
        project()
    );
    let saved = store::to_text(&opened.project).unwrap();
    for words in [
        "\n sealed: (by: \"somebody\"),\n",
        "\n  colour: \"blue\",\n",
        "\n    trust: [1, 2, (a: \"x)\")],\n",
        "\n      decimals: 1,\n",
        "layout: Left(3)",
        "\n    palette: Warm,\n",
    ] {
        assert_eq!(saved.matches(words).count(), 1, "{words}: {saved}");
    }
    let again = store::parse(&saved).unwrap();
    assert_eq!(again.project, opened.project);
    assert!(again.changed.is_empty(), "{:?}", again.changed);
    assert_eq!(
        store::to_text(&again.project).unwrap(),
        saved,
        "the same bytes from now on"
    );
    // The slide is moved, another workbook taken out, the project renamed: what belongs to what is there stays with it.
    let story = opened.project.stories[0].id;
    let slides = |edit| Edit::Stories(StoryEdit::Slides(story, edit));
    let mut edited = opened.project.clone();
    let second = edited.sources[1].id.clone();
    for edit in [
        Edit::Rename(String::from("Other")),
        Edit::RemoveSource(second),
        slides(SlideEdit::Move(SlideId(2), 0)),
    ] {
        edited = edited.apply(edit).unwrap();
    }
    let saved = store::to_text(&edited).unwrap();
    let two = saved.find("title: \"Two\"").unwrap();
    assert!(saved.find("layout: Left(3)").unwrap() - two < 40, "{saved}");
    assert!(two < saved.find("title: \"One\"").unwrap());
    assert_eq!(store::parse(&saved).unwrap().unknown_parts.len(), 6);
    // With the slide goes what belonged to it.
    let without = edited.apply(slides(SlideEdit::Delete(SlideId(2)))).unwrap();
    let saved = store::to_text(&without).unwrap();
    assert!(!saved.contains("layout: Left(3)"));
    assert_eq!(store::parse(&saved).unwrap().unknown_parts.len(), 5);
}

#[test]
fn a_slide_of_a_new_kind_stays_between_its_neighbours() {
    let slide = "content: Section(title: \"Two\"),";
    let text = newer(&[(slide, slide)]).replace(slide, "content: Film(file: \"x.mp4\", loops: 3),");
    for text in [text.clone(), marked(&text)] {
        let opened = store::parse(&text).unwrap();
        assert!(opened.lost.is_empty(), "{:?}", opened.lost);
        assert!(opened.changed.is_empty(), "{:?}", opened.changed);
        assert_eq!(opened.unknown_parts, ["project.stories.slides"]);
        let story = &opened.project.stories[0];
        let words: Vec<Option<&str>> = story.each_slide().map(Slide::own_words).collect();
        assert_eq!(words, [Some("One"), Some("Three")]);
        let saved = store::to_text(&opened.project).unwrap();
        let place = |words: &str| saved.find(words).unwrap();
        assert!(place("\"One\"") < place("Film(file: \"x.mp4\", loops: 3)"));
        assert!(place("Film(") < place("\"Three\""));
        assert_eq!(store::parse(&saved).unwrap().project, opened.project);
    }
}

#[test]
fn a_workbook_with_a_new_unit_is_kept_and_not_shown() {
    let text = newer(&[("unit: Percent", "unit: Furlong")]);
    // Which of them it is of: the first one that the view or a source has.
    for text in [text.clone(), marked(&text)] {
        let opened = store::parse(&text).unwrap();
        assert!(opened.lost.is_empty(), "{:?}", opened.lost);
        assert_eq!(opened.project.sources, project().sources[1..]);
        assert_eq!(opened.unknown_parts, ["project.sources"]);
        let saved = store::to_text(&opened.project).unwrap();
        assert!(
            saved.find("unit: Furlong").unwrap() < saved.find("file_name: \"second.csv\"").unwrap()
        );
        assert!(saved.contains("0123456789abcdef"));
    }
}

#[test]
fn a_setting_that_is_not_known_stays_until_somebody_sets_another() {
    let text = newer(&[("breakdown_drawing: Dots", "breakdown_drawing: Sunburst")]);
    let opened = store::parse(&text).unwrap();
    assert!(opened.lost.is_empty(), "{:?}", opened.lost);
    assert_eq!(opened.project.view.groups, GroupSpec::default());
    assert_eq!(opened.unknown_parts, ["project.view.groups"]);
    let saved = store::to_text(&opened.project).unwrap();
    assert!(saved.contains("breakdown_drawing: Sunburst"), "{saved}");
    let chosen = Edit::SetGroups(GroupSpec {
        every_dimension: false,
        ..GroupSpec::default()
    });
    let saved = store::to_text(&opened.project.apply(chosen).unwrap()).unwrap();
    assert!(!saved.contains("Sunburst"), "{saved}");
    assert!(saved.contains("every_dimension: false"));
}

#[test]
fn a_field_of_settings_that_are_as_they_always_were_stays() {
    // Without the field that was another, the settings need no place in the file.
    let text = newer(&[("show_intervals: false", "shows_more: 7")]);
    let opened = store::parse(&text).unwrap();
    assert_eq!(opened.project.view.groups, GroupSpec::default());
    assert_eq!(opened.unknown_parts, ["project.view.groups.shows_more"]);
    let saved = store::to_text(&opened.project).unwrap();
    let again = store::parse(&saved).unwrap();
    assert!(again.lost.is_empty() && again.changed.is_empty());
    assert_eq!(again.unknown_parts, opened.unknown_parts);
    assert_eq!(again.project, opened.project);
}
