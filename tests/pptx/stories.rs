//! Stories as presentations: nothing that is withheld is in any part, nor in what is embedded, and words that
//! say it are refused.

use std::collections::BTreeSet;

use bellwether::analysis::Answer;
use bellwether::base::progress::Progress;
use bellwether::chart::point;
use bellwether::export::pptx::{problems, write};
use bellwether::export::story::{PublishError, PublishOptions, PublishableStory};
use bellwether::project::story::{Slide, Story};
use bellwether::project::{Brand, ChartKind};

use crate::decks::{catalogue, view};
use crate::packages::parts;

/// The values that trends by a dimension withhold, to their last digit; and as printed, where nothing shown
/// is printed alike.
fn withheld(story: &Story) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut exact, mut printed, mut shown) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for slide in &story.slides {
        let chart = slide.charts()[0];
        let Some(Answer::Trend(answer)) = chart.view.asked(chart.kind).unwrap().answer(catalogue())
        else {
            panic!("a trend");
        };
        let unit = answer.measure.unit;
        let points = answer
            .series
            .iter()
            .flat_map(|line| line.points.iter().flatten());
        for held in points {
            let Some(estimate) = held.outcome.estimate() else {
                continue;
            };
            if point::shown(&held.outcome, unit).is_err() {
                exact.insert(estimate.value.to_string());
                printed.insert(unit.format(estimate.value));
            } else {
                shown.insert(estimate.value.to_string());
                shown.insert(unit.format(estimate.value));
            }
        }
    }
    let exact = exact
        .into_iter()
        .filter(|value| value.len() > 5 && !shown.contains(value));
    let printed = printed.into_iter().filter(|value| !shown.contains(value));
    (exact.collect(), printed.collect())
}

/// A story of trends that withhold something; the first that are found.
fn trends() -> Story {
    let mut story = Story::named("Withheld");
    for (_, entry) in catalogue().measures() {
        for dimension in entry.dimensions.keys() {
            let view = view(&entry.measure.name, Some(dimension));
            let asked = view.asked(ChartKind::Trend).unwrap();
            let Some(Answer::Trend(answer)) = asked.answer(catalogue()) else {
                continue;
            };
            let mut points = answer
                .series
                .iter()
                .flat_map(|line| line.points.iter().flatten());
            if points.any(|held| {
                held.outcome.estimate().is_some()
                    && point::shown(&held.outcome, answer.measure.unit).is_err()
            }) {
                story.push(Slide::of_chart(ChartKind::Trend, view));
            }
            if story.slides.len() == 6 {
                return story;
            }
        }
    }
    story
}

#[test]
fn what_is_withheld_is_in_no_part_of_a_published_story() {
    let mut story = trends();
    let (exact, printed) = withheld(&story);
    assert!(!story.slides.is_empty());
    assert!(!exact.is_empty() && !printed.is_empty());
    let options = PublishOptions::default();
    let progress = Progress::new();
    let laid_out =
        PublishableStory::new(&story, catalogue(), &Brand::default(), options, &progress).unwrap();
    let bytes = write(&laid_out.deck().unwrap()).unwrap();
    assert_eq!(problems(&bytes), Vec::<String>::new());
    for (name, held) in parts(&bytes) {
        let texts: Vec<Vec<u8>> = if name.strip_suffix(".xlsx").is_some() {
            parts(&held).into_values().collect()
        } else {
            vec![held]
        };
        for text in texts {
            let text = String::from_utf8_lossy(&text);
            for value in &exact {
                assert!(!text.contains(value.as_str()), "{value} in {name}");
            }
        }
    }
    // The same value in the speaker's notes stops it.
    if let Some(value) = printed.iter().next() {
        for slide in &mut story.slides {
            slide.notes = format!("Between us: {value}");
        }
        let refused =
            PublishableStory::new(&story, catalogue(), &Brand::default(), options, &progress);
        let error = refused.and_then(PublishableStory::whole).unwrap_err();
        assert!(matches!(error, PublishError::Refused(_)));
        assert!(error.to_string().starts_with("Slide "), "{error}");
    }
}
