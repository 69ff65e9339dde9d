//! Stories as presentations: nothing that is withheld is in any part, nor in what is embedded, and words that
//! say it are refused.

use std::collections::BTreeSet;
use std::process::Command;
use std::sync::Arc;

use bellwether::analysis::Answer;
use bellwether::base::progress::Progress;
use bellwether::chart::contents::DataCell;
use bellwether::chart::{ChartSize, ChartTheme, Inter, point};
use bellwether::export::Publishable;
use bellwether::export::pptx::{
    DeckContent, DeckSlide, Refreshed, page_id, problems, refresh, write,
};
use bellwether::export::story::{
    Publication, PublishError, PublishOptions, PublishableStory, slides_of_today,
};
use bellwether::project::story::{Slide, SlideChart, SlideContent, Story};
use bellwether::project::{Brand, ChartKind};

use crate::decks::{catalogue, view};
use crate::packages::{leave, parts};

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
            Arc::make_mut(slide).notes = format!("Between us: {value}");
        }
        let refused =
            PublishableStory::new(&story, catalogue(), &Brand::default(), options, &progress);
        let error = refused.and_then(PublishableStory::whole).unwrap_err();
        assert!(matches!(error, PublishError::Refused(_)));
        assert!(error.to_string().starts_with("Slide "), "{error}");
    }
}

/// A story of a table that takes several slides.
fn of_a_long_table() -> (Story, String) {
    for (_, entry) in catalogue().measures() {
        let name = entry.measure.name.clone();
        let chart = SlideChart::new(ChartKind::Breakdown, view(&name, Some("Age")));
        let mut story = Story::named("A long table");
        story.push(Slide::of(SlideContent::Table {
            chart: Box::new(chart),
            title: None,
        }));
        let options = PublishOptions::default();
        let laid_out = PublishableStory::new(
            &story,
            catalogue(),
            &Brand::default(),
            options,
            &Progress::new(),
        );
        let slides = laid_out.map(|held| held.deck().unwrap().slides);
        let is_long = |slides: &Vec<DeckSlide>| {
            let held = laid_out_table(&story);
            slides.len() > 1 && rows(&slides[0])[0].len() == held[0].len()
        };
        if slides.as_ref().is_ok_and(is_long) {
            return (story, name);
        }
    }
    panic!("no measure of the example has so many groups");
}

fn rows(slide: &DeckSlide) -> Vec<Vec<String>> {
    let tables = slide
        .objects
        .iter()
        .find_map(|object| match &object.content {
            DeckContent::Table(table) => Some(table),
            _ => None,
        });
    let cells = |row: &Vec<DataCell>| row.iter().map(DataCell::printed).collect();
    tables.unwrap().rows.iter().map(cells).collect()
}

#[test]
fn a_long_table_goes_on_on_further_slides_and_is_refreshed_there() {
    let (story, _) = of_a_long_table();
    let options = PublishOptions::default();
    let progress = Progress::new();
    let laid_out =
        PublishableStory::new(&story, catalogue(), &Brand::default(), options, &progress).unwrap();
    assert_eq!(laid_out.slide_count(), 1);
    assert_eq!(laid_out.notices(), [], "nothing is left out");
    let deck = laid_out.deck().unwrap();
    let held = laid_out_table(&story);
    let all: Vec<Vec<String>> = deck.slides.iter().flat_map(rows).collect();
    assert_eq!(all, held, "every row once, in its order");
    for (place, slide) in deck.slides.iter().enumerate() {
        assert_eq!(slide.title.ends_with("(continued)"), place > 0);
    }
    let bytes = leave("long-table", &deck);

    // Today's table is shorter by its last slide, or longer by one.
    let mut today =
        slides_of_today(&[story], catalogue(), &Brand::default(), options, &progress).unwrap();
    let same = refresh(&bytes, &today).unwrap();
    assert_eq!(same.notes, []);
    let last = today.slides.pop().unwrap();
    let shorter = refresh(&bytes, &today).unwrap();
    let note = shorter.notes.last().unwrap();
    assert_eq!(
        (note.what, note.slide),
        (Refreshed::TableEnded, deck.slides.len())
    );
    let mut longer = last.clone();
    longer.id = page_id(&deck.slides[0].id, deck.slides.len() + 1);
    today.slides.extend([last, longer]);
    let grown = refresh(&bytes, &today).unwrap();
    let note = grown.notes.last().unwrap();
    assert_eq!(note.what, Refreshed::NoRoom);
    assert!(note.to_string().contains("more row"), "{note}");
}

fn laid_out_table(story: &Story) -> Vec<Vec<String>> {
    let slide = story.slides[0].resolved(catalogue());
    let chart = slide.charts()[0];
    let answer = chart
        .view
        .asked(chart.kind)
        .unwrap()
        .answer(catalogue())
        .unwrap();
    let publishable = Publishable::new(
        &answer,
        &chart.view,
        ChartSize::SLIDE,
        &ChartTheme::light(),
        Inter::bundled(),
    );
    let table = publishable.unwrap().contents().table.clone();
    let cells = |row: &Vec<DataCell>| row.iter().map(DataCell::printed).collect();
    table.rows.iter().map(cells).collect()
}

#[test]
fn the_table_of_a_pdf_is_tagged_as_one() {
    let (story, _) = of_a_long_table();
    let options = PublishOptions {
        publication: Publication::Slides,
        ..PublishOptions::default()
    };
    let progress = Progress::new();
    let laid_out =
        PublishableStory::new(&story, catalogue(), &Brand::default(), options, &progress).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.pdf");
    laid_out.write(&path, &progress).unwrap();
    // Read back where a program for it is installed.
    let Ok(read) = Command::new("pdfinfo")
        .arg("-struct-text")
        .arg(&path)
        .output()
    else {
        return;
    };
    let words = String::from_utf8_lossy(&read.stdout).into_owned();
    let held = laid_out_table(&story);
    let count = |tag: &str| {
        words
            .lines()
            .filter(|line| line.trim() == tag || line.trim().starts_with(&format!("{tag} ")))
            .count()
    };
    let tables = count("Table");
    assert!(tables > 1, "{words}");
    let rows = count("TR (block)").max(count("TR")) - tables;
    assert_eq!(
        rows % held.len(),
        0,
        "each row, in each band of columns: {words}"
    );
    for row in &held {
        let label = row.first().unwrap();
        assert!(words.contains(label.as_str()), "{label}");
    }
}
