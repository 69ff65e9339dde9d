//! Slides as they are laid out: within their sheet, readable, without losing words in silence.

use std::sync::Arc;

use bellwether::analysis::Answer;
use bellwether::chart::message::MessageCheck;
use bellwether::chart::slide::{
    at_step, line_names, lines_by_step, scaled, steps, with_paragraphs,
};
use bellwether::chart::{ChartTheme, Inter, Role, Scene};
use bellwether::export::guard::{PublishableSlide, SlideAnswer, SlideState};
use bellwether::project::story::{
    Paragraph, Slide, SlideChart, SlideContent, SlideShape, TextSize,
};
use bellwether::project::{ChartKind, View};

use crate::answers;

fn laid_out(slide: &Slide, shape: SlideShape) -> PublishableSlide {
    let answer = Answer::Trend(Arc::new(answers::feeling_safe()));
    let answers = vec![SlideAnswer::Found(answer); slide.charts().len()];
    let theme = ChartTheme::light();
    PublishableSlide::new(slide, &answers, (shape, Some(3)), &theme, Inter::bundled())
}

fn chart() -> SlideChart {
    SlideChart::new(ChartKind::Trend, View::default())
}

/// A slide of each kind.
fn slides() -> Vec<Slide> {
    vec![
        Slide::of_chart(ChartKind::Trend, View::default()),
        Slide::of(SlideContent::Chart {
            chart: Box::new(chart()),
            title: Some(String::from(
                "Young people’s feelings of safety after dark have fallen fastest in the whole of the county",
            )),
        }),
        Slide::of(SlideContent::TwoCharts {
            charts: Box::new([chart(), chart()]),
            title: Some(String::from("Two sides of the same coin")),
        }),
        Slide::of(SlideContent::Message {
            text: String::from("Feelings of safety have fallen"),
            about: Some(Box::new(chart())),
        }),
        Slide::of(SlideContent::Text {
            heading: String::from("What to decide"),
            paragraphs: Paragraph::read("This month\n- Lighting in parks\n- Taxis at night"),
        }),
        Slide::of(SlideContent::Table {
            chart: Box::new(chart()),
            title: None,
        }),
        Slide::of(SlideContent::Section {
            title: String::from("Confidence"),
            subtitle: String::from("What people think of the police"),
        }),
    ]
}

fn assert_within(scene: &Scene, of: &str) {
    for run in scene.text_runs() {
        let bounds = run.bounds();
        assert!(
            bounds.left >= 0.0
                && bounds.top >= 0.0
                && bounds.right <= scene.width + 0.5
                && bounds.bottom <= scene.height + 0.5,
            "{of}: “{}” at {bounds:?}",
            run.text
        );
    }
}

#[test]
fn every_kind_stays_on_its_sheet_in_both_shapes_and_all_sizes_of_text() {
    for slide in slides() {
        for shape in SlideShape::ALL {
            for text_size in TextSize::ALL {
                let slide = Slide {
                    text_size,
                    ..slide.clone()
                };
                let laid_out = laid_out(&slide, shape);
                assert_eq!(laid_out.state(), &SlideState::Ready);
                let of = format!("{:?} {shape:?} {text_size:?}", slide.content);
                assert_within(laid_out.scene(), &of);
            }
        }
    }
}

#[test]
fn the_message_stands_once_above_the_chart_and_begins_where_its_words_begin() {
    let slides = slides();
    let own = laid_out(&slides[1], SlideShape::Wide);
    let titles = own.scene().nodes.iter().filter(|node| match node {
        bellwether::chart::Node::Group(group) => group.role == Role::Title,
        _ => false,
    });
    assert_eq!(titles.count(), 1);
    let runs = own.scene().text_runs();
    let title = runs
        .iter()
        .find(|run| run.text.starts_with("Young"))
        .unwrap();
    let subtitle = own.scene().group(Role::Subtitle).unwrap();
    let [bellwether::chart::Node::Text(subtitle), ..] = subtitle.children.as_slice() else {
        panic!("a subtitle is words");
    };
    assert!((title.origin.x - subtitle.origin.x).abs() < 0.6);
    assert!(subtitle.bounds().top > title.bounds().bottom);
}

#[test]
fn running_text_is_read_from_the_back_of_a_room() {
    for slide in [&slides()[4], &slides()[0]] {
        for shape in SlideShape::ALL {
            let laid_out = laid_out(slide, shape);
            let runs = laid_out.scene().text_runs();
            let running = runs.iter().filter(|run| run.text.contains("Lighting"));
            for run in running {
                assert!(
                    run.font.size_pt >= 18.0,
                    "{}: {}",
                    run.text,
                    run.font.size_pt
                );
            }
        }
    }
}

#[test]
fn lines_appear_one_by_one_where_they_stand_among_all() {
    let whole = laid_out(&slides()[4], SlideShape::Wide);
    let places = |scene: &Scene| -> Vec<(String, f32)> {
        let runs = scene.text_runs();
        runs.iter()
            .map(|run| (run.text.clone(), run.origin.y))
            .collect()
    };
    let all = places(whole.scene());
    let says = |held: &[(String, f32)], words: &str| held.iter().any(|(text, _)| text == words);
    for (shown, lines) in [(0, [false; 3]), (2, [true, true, false]), (3, [true; 3])] {
        let part = places(&with_paragraphs(whole.scene(), shown));
        let expected = ["This month", "Lighting in parks", "Taxis at night"];
        assert_eq!(expected.map(|words| says(&part, words)), lines);
        assert!(says(&part, "What to decide"));
        assert!(part.iter().all(|held| all.contains(held)));
    }
}

#[test]
fn more_words_or_rows_than_fit_are_said_and_not_lost_in_silence() {
    let many = "A paragraph of some length that goes on and on.\n".repeat(60);
    let slide = Slide::of(SlideContent::Text {
        heading: String::from("Too much"),
        paragraphs: Paragraph::read(&many),
    });
    assert!(laid_out(&slide, SlideShape::Wide).is_overfull());
    assert!(!laid_out(&slides()[4], SlideShape::Wide).is_overfull());
    let table = laid_out(&slides()[5], SlideShape::Wide);
    let says = |words: &str| {
        let runs = table.scene().text_runs();
        runs.iter().any(|run| run.text.contains(words))
    };
    assert_eq!(table.is_overfull(), says("more") && says("than fit here"));
}

#[test]
fn a_message_that_the_data_deny_never_stands_on_the_slide() {
    let mut slide = slides()[3].clone();
    slide.set_own_words(Some(String::from("Feelings of safety have risen")));
    let laid_out = laid_out(&slide, SlideShape::Wide);
    assert!(matches!(laid_out.check(), MessageCheck::Changed { .. }));
    let stated = laid_out.stated().unwrap();
    assert_eq!(laid_out.scene().title, stated.title);
}

#[test]
fn what_is_withheld_is_not_said_by_own_words_or_notes() {
    let answer = answers::gaps();
    let hidden = answer
        .series
        .iter()
        .flat_map(|series| series.points.iter().flatten());
    let hidden = hidden
        .filter(|point| {
            bellwether::chart::point::shown(&point.outcome, answer.measure.unit).is_err()
        })
        .find_map(|point| Some(answer.measure.unit.format(point.outcome.estimate()?.value)))
        .unwrap();
    let mut slide = Slide::of_chart(ChartKind::Trend, View::default());
    slide.notes = format!("It was {hidden}");
    let answers = [SlideAnswer::Found(Answer::Trend(Arc::new(answer)))];
    let page = (SlideShape::Wide, None);
    let theme = ChartTheme::light();
    let laid_out = PublishableSlide::new(&slide, &answers, page, &theme, Inter::bundled());
    assert!(matches!(laid_out.state(), SlideState::Refused(_)));
    assert!(laid_out.charts().is_empty());
}

#[test]
fn a_slide_without_data_says_so_and_says_nothing_else() {
    let slide = Slide::of_chart(ChartKind::Trend, View::default());
    let page = (SlideShape::Wide, None);
    let theme = ChartTheme::light();
    let missing = [SlideAnswer::Missing];
    let laid_out = PublishableSlide::new(&slide, &missing, page, &theme, Inter::bundled());
    assert_eq!(laid_out.state(), &SlideState::Missing);
    assert!(laid_out.scene().description.contains("No workbook"));
}

#[test]
fn slides_as_text() {
    for (name, slide) in [("chart", &slides()[0]), ("table", &slides()[5])] {
        let laid_out = laid_out(slide, SlideShape::Wide);
        let runs = laid_out.scene().text_runs();
        let lines: Vec<String> = runs
            .iter()
            .map(|run| {
                format!(
                    "{:.0} {:.0} {:.1} {}",
                    run.origin.x, run.origin.y, run.font.size_pt, run.text
                )
            })
            .collect();
        insta::assert_snapshot!(name, lines.join("\n"));
    }
}

#[test]
fn the_lines_of_a_chart_appear_one_by_one_with_their_names() {
    let mut slide = slides()[0].clone();
    let whole = laid_out(&slide, SlideShape::Wide);
    let scene = whole.scene();
    assert_eq!(steps(&slide, scene), 0, "nobody asked for it");
    slide.step_by_step = true;
    let lines = lines_by_step(scene);
    assert_eq!(steps(&slide, scene), lines.len() - 1);
    assert!(lines.len() >= 3, "{lines:?}");
    let names = line_names(&whole.charts()[0].contents().table);
    let words = |scene: &Scene| -> Vec<String> {
        let labels = scene.group(Role::LineLabels).unwrap();
        let runs = labels.children.iter().filter_map(|child| match child {
            bellwether::chart::Node::Text(run) => Some(run.text.clone()),
            _ => None,
        });
        runs.collect()
    };
    let drawn = |scene: &Scene, place: usize| {
        scene.nodes.iter().any(|node| match node {
            bellwether::chart::Node::Group(group) => group.series == Some(place),
            _ => false,
        })
    };
    let all = words(scene).join(" ");
    for step in 0..lines.len() {
        // Scaled as it is painted: what hides a name has to find it there, too.
        for scale in [1.0, 1.7] {
            let part = at_step(&slide, &scaled(scene, scale), step);
            let said = words(&part).join(" ");
            for (at, places) in lines.iter().enumerate() {
                for place in places {
                    assert_eq!(drawn(&part, *place), at <= step, "{step}: {place}");
                    let name = names[*place].split(' ').next().unwrap();
                    assert!(all.contains(name), "{name} in {all}");
                    assert_eq!(said.contains(name), at <= step, "{step}: {name} in {said}");
                }
            }
        }
    }
    assert_eq!(&at_step(&slide, scene, lines.len() - 1), scene);
}

/// A table slide whose text is so large that its rows take several slides.
#[test]
fn a_long_table_goes_on_and_leaves_out_nothing() {
    let slide = Slide {
        text_size: TextSize::Large,
        ..slides()[5].clone()
    };
    let whole = laid_out(&slide, SlideShape::Standard);
    assert!(
        whole.is_overfull(),
        "the test needs a table that is too long"
    );
    let table = whole.charts()[0].contents().table.clone();
    let theme = ChartTheme::light();
    let page = (SlideShape::Standard, Some(3));
    let pages = whole.pages(&slide, page, &theme, Inter::bundled());
    assert!(pages.len() > 1);
    let mut seen = Vec::new();
    for (place, page) in pages.iter().enumerate() {
        let scene = page.scene();
        assert_within(scene, "a page");
        assert!(!page.is_overfull());
        assert_eq!(scene.title.ends_with("(continued)"), place > 0);
        let texts: Vec<String> = scene
            .text_runs()
            .iter()
            .map(|run| run.text.clone())
            .collect();
        assert!(texts.contains(&(3 + place).to_string()), "its number");
        assert!(!texts.iter().any(|text| text.contains("than fit here")));
        let rows = &scene.group(Role::Table).unwrap().children;
        for row in rows {
            let bellwether::chart::Node::Group(row) = row else {
                panic!("rows are groups");
            };
            assert_eq!(row.role, Role::TableRow);
            for cell in &row.children {
                let bellwether::chart::Node::Group(cell) = cell else {
                    panic!("cells are groups");
                };
                for run in &cell.children {
                    if let bellwether::chart::Node::Text(run) = run {
                        seen.push(run.text.clone());
                    }
                }
            }
        }
    }
    for (at, row) in table.rows.iter().enumerate() {
        for cell in row {
            let words = cell.printed();
            assert!(
                words.is_empty() || seen.contains(&words),
                "{words} of row {at}"
            );
        }
    }
}
