//! Stories and their slides.

use std::sync::Arc;

use super::pairs::{Pair, is_reordered, listed, pairs, those};
use crate::analysis::dictionary::Term;
use crate::base::number::count;
use crate::project::story::{FollowUp, SlideContent};
use crate::project::{Project, Slide, Story};

pub(super) fn lines(before: &Project, after: &Project) -> Vec<String> {
    // A story that was made before stories had a mark of their own is known by its number.
    let is_same = |one: &Story, other: &Story| {
        if one.key.is_empty() || other.key.is_empty() {
            one.id == other.id
        } else {
            one.key == other.key
        }
    };
    let mut lines = Vec::new();
    for pair in pairs(&before.stories, &after.stories, is_same) {
        match pair {
            Pair::Added(now) => {
                let slides = things(now.slides.len(), "slide");
                lines.push(format!("Story “{}” added ({slides})", now.name));
            }
            Pair::Gone(was) => {
                let slides = things(was.slides.len(), "slide");
                lines.push(format!("Story “{}” taken out ({slides})", was.name));
            }
            Pair::Both(was, now) if was != now => {
                let told = story((before, was), (after, now));
                lines.extend(
                    told.into_iter()
                        .map(|line| format!("“{}”: {line}", now.name)),
                );
            }
            Pair::Both(..) => {}
        }
    }
    if is_reordered(&before.stories, &after.stories, is_same) {
        lines.push(String::from("Stories stand in another order"));
    }
    lines
}

fn things(how_many: usize, thing: &str) -> String {
    match how_many {
        1 => format!("1 {thing}"),
        several => format!("{} {thing}s", count(several)),
    }
}

/// What differs in a story, one thing a line.
fn story((before, was): (&Project, &Story), (after, now): (&Project, &Story)) -> Vec<String> {
    let Story {
        id,
        key,
        name,
        audience,
        shape,
        slides,
        next_slide,
        follow_ups,
    } = now;
    let mut lines = Vec::new();
    if *name != was.name {
        lines.push(format!("called so, before “{}”", was.name));
    }
    let other = those(&[
        ("audience", *audience != was.audience),
        ("shape of slides", *shape != was.shape),
    ]);
    if !other.is_empty() {
        lines.push(format!("other {}", listed(&other)));
    }
    let is_same = |one: &Arc<Slide>, other: &Arc<Slide>| one.id == other.id;
    for pair in pairs(&was.slides, slides, is_same) {
        match pair {
            Pair::Added(slide) => lines.push(format!("{} added", named(after, now, slide))),
            Pair::Gone(slide) => lines.push(format!("{} taken out", named(before, was, slide))),
            Pair::Both(earlier, later) if earlier != later => {
                let parts = listed(&changed_parts(earlier, later));
                let slide = named(after, now, later);
                lines.push(format!("{slide} changed: {parts}"));
            }
            Pair::Both(..) => {}
        }
    }
    if is_reordered(&was.slides, slides, is_same) {
        lines.push(String::from("slides in another order"));
    }
    if *follow_ups != was.follow_ups {
        lines.push(questions(&was.follow_ups, follow_ups));
    }
    if lines.is_empty() {
        let is_only_counted = *next_slide != was.next_slide && (*id, key) == (was.id, &was.key);
        lines.push(String::from(if is_only_counted {
            "slides added and taken out again"
        } else {
            "put among the stories anew"
        }));
    }
    lines
}

fn questions(before: &[Arc<FollowUp>], after: &[Arc<FollowUp>]) -> String {
    let (mut added, mut gone) = (0, 0);
    for pair in pairs(before, after, |one, other| one == other) {
        match pair {
            Pair::Added(_) => added += 1,
            Pair::Gone(_) => gone += 1,
            Pair::Both(..) => {}
        }
    }
    match (added, gone) {
        (0, 0) => String::from("questions to follow up in another order"),
        (added, 0) => format!("{} to follow up added", things(added, "question")),
        (0, gone) => format!("{} to follow up taken out", things(gone, "question")),
        (added, gone) => format!(
            "{} to follow up added, {} taken out",
            things(added, "question"),
            count(gone)
        ),
    }
}

/// A slide by its place and its words: "slide 3 “Streets feel less safe”".
fn named(project: &Project, story: &Story, slide: &Slide) -> String {
    let place = story.place_of(slide.id).map_or(1, |at| at + 1);
    let title = slide.own_words().map(str::to_owned).or_else(|| {
        let said = slide.said.as_ref().map(|said| said.title.clone());
        said.filter(|title| !title.is_empty())
    });
    let title = title.or_else(|| {
        let chart = slide.charts().into_iter().next()?;
        let question = chart.view.question.as_ref();
        let question = question.filter(|_| chart.kind.is_about_measure());
        Some(question.map_or_else(
            || chart.kind.words().to_owned(),
            |question| {
                let measure = project.name_of(&Term::Measure(question.measure.clone()));
                format!("{}: {measure}", chart.kind.words())
            },
        ))
    });
    match title {
        Some(title) => format!("slide {place} “{title}”"),
        None => format!("slide {place}"),
    }
}

/// What of a slide differs.
fn changed_parts(was: &Slide, now: &Slide) -> Vec<&'static str> {
    let Slide {
        id: _,
        content,
        is_hidden,
        notes,
        text_size,
        step_by_step,
        said,
    } = now;
    let is_other_sort = std::mem::discriminant(content) != std::mem::discriminant(&was.content);
    let words_differ = was.own_words() != now.own_words();
    let chart_differs = was.charts() != now.charts();
    let mut parts = Vec::new();
    if *content != was.content {
        let rest = those(&[
            ("another sort of slide", is_other_sort),
            ("message", words_differ && is_message(content)),
            ("heading", words_differ && !is_message(content)),
            ("chart", chart_differs && !is_other_sort),
            ("text", text_of(content) != text_of(&was.content)),
        ]);
        parts.extend(rest);
    }
    parts.extend(those(&[
        ("notes", *notes != was.notes),
        ("size of text", *text_size != was.text_size),
        ("step by step", *step_by_step != was.step_by_step),
        ("hidden", *is_hidden && !was.is_hidden),
        ("shown again", !*is_hidden && was.is_hidden),
    ]));
    if parts.is_empty() {
        parts.push(if *said == was.said {
            "details"
        } else {
            "message confirmed"
        });
    }
    parts
}

const fn is_message(content: &SlideContent) -> bool {
    !matches!(
        content,
        SlideContent::Text { .. } | SlideContent::Section { .. }
    )
}

/// What stands on a slide in words, its message or heading apart.
fn text_of(content: &SlideContent) -> Option<String> {
    match content {
        SlideContent::Text { paragraphs, .. } => {
            Some(crate::project::story::Paragraph::write(paragraphs))
        }
        SlideContent::Section { subtitle, .. } => Some(subtitle.clone()),
        SlideContent::Chart { .. }
        | SlideContent::TwoCharts { .. }
        | SlideContent::Message { .. }
        | SlideContent::Table { .. } => None,
    }
}
