//! Presentations to test with: every kind of chart of the example project, and charts made by hand for what
//! the project does not show.

use std::path::Path;
use std::sync::LazyLock;

use bellwether::analysis::{Answer, Catalogue, Comparator, Question, Split};
use bellwether::chart::contents::{NativeAxis, NativeChart, NativeKind, NativeMark, NativeSeries};
use bellwether::chart::theme::Dash;
use bellwether::chart::{ChartSize, ChartTheme, Inter, Rgba};
use bellwether::data::Unit;
use bellwether::export::Publishable;
use bellwether::export::pptx::{
    Deck, DeckChart, DeckContent, DeckLook, DeckSize, DeckSlide, Paragraph, Place, Placed,
    SlideLayout, Slot,
};
use bellwether::project::store::open;
use bellwether::project::{ChartKind, DistrictsArrangement, View};

/// The measures of the example project, gathered once.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
        let opened = open(&folder.join("Nottinghamshire.bellwether")).unwrap();
        opened.project.catalogue()
    });
    &CATALOGUE
}

/// What is asked of a measure by the groups of a dimension.
pub fn view(measure: &str, by: Option<&str>) -> View {
    let found = catalogue().find_measures(measure);
    let (key, _) = found
        .iter()
        .max_by_key(|(_, entry)| entry.observation_count())
        .unwrap();
    let mut question = Question::about((*key).clone());
    if let Some(by) = by {
        question.split = Split::Dimensions(vec![by.to_owned()]);
        question.comparator = Comparator::Everyone;
    }
    View {
        question: Some(question),
        ..View::default()
    }
}

/// A question that was put to respondents whose answers are known one by one.
fn of_respondents() -> View {
    let all = catalogue().find_measures("safe");
    all.into_iter()
        .map(|(key, _)| View {
            question: Some(Question::about(key.clone())),
            ..View::default()
        })
        .find(|view| {
            let asked = view.asked(ChartKind::Answers).unwrap();
            matches!(asked.answer(catalogue()), Some(Answer::Answers(held)) if held.scale.is_ok())
        })
        .unwrap()
}

/// A chart of the example project that may leave the program.
pub fn publishable(kind: ChartKind, view: &View, theme: &ChartTheme) -> Publishable {
    let answer = view.asked(kind).unwrap().answer(catalogue()).unwrap();
    Publishable::new(&answer, view, ChartSize::SLIDE, theme, Inter::bundled()).unwrap()
}

/// The measure that the example speaks of most.
pub const SAFE: &str = "Feel safe outside after dark";

/// Every kind of chart of the example project, by the name of its slide.
pub fn charts(theme: &ChartTheme) -> Vec<(&'static str, Publishable)> {
    let of = |kind, measure: &str, by: Option<&str>| publishable(kind, &view(measure, by), theme);
    let mut tiles = view(SAFE, None);
    tiles.districts.arrangement = DistrictsArrangement::Tiles;
    vec![
        ("trend", of(ChartKind::Trend, SAFE, Some("Age"))),
        ("trend-counts", of(ChartKind::Trend, "Shoplifting", None)),
        ("breakdown", of(ChartKind::Breakdown, SAFE, Some("Age"))),
        ("change", of(ChartKind::Change, SAFE, Some("Age"))),
        ("priority", of(ChartKind::PriorityCohorts, SAFE, None)),
        (
            "crosstab",
            publishable(ChartKind::CrossTab, &of_respondents(), theme),
        ),
        (
            "answers",
            publishable(ChartKind::Answers, &of_respondents(), theme),
        ),
        ("districts", of(ChartKind::Districts, SAFE, None)),
        ("tiles", publishable(ChartKind::Districts, &tiles, theme)),
        (
            "change-table",
            of(ChartKind::ChangeTable, "Shoplifting", None),
        ),
        ("concerns", of(ChartKind::Concerns, "Speeding", None)),
        ("scorecard", of(ChartKind::Scorecard, SAFE, None)),
    ]
}

/// A presentation of every kind of chart of the example project.
pub fn example(theme: &ChartTheme, size: DeckSize) -> Deck {
    let charts = charts(theme);
    let mut slides = vec![DeckSlide {
        objects: vec![Placed::text(
            "subtitle",
            Slot::Subtitle,
            vec![Paragraph::plain("Police and Crime Panel, 28 March 2024")],
        )],
        ..DeckSlide::new(
            "cover",
            SlideLayout::Title,
            "How safe people feel in Nottinghamshire",
        )
    }];
    slides.push(DeckSlide::new(
        "part",
        SlideLayout::Section,
        "What the survey says",
    ));
    for (id, chart) in &charts {
        let contents = chart.contents();
        let held = DeckChart::of(chart, contents).unwrap();
        slides.push(DeckSlide {
            footer: Some("Ashfield Community Safety Partnership".to_owned()),
            ..DeckSlide::chart(id, &held).with_notes(vec![
                contents.words.what_this_shows.clone(),
                String::from("Ask about street lighting & the “Safer Spaces” scheme."),
            ])
        });
    }
    let [(_, left), (_, right), ..] = charts.as_slice() else {
        panic!("there are charts");
    };
    slides.push(DeckSlide::two_charts(
        "two",
        "Two measures side by side",
        &DeckChart::of(left, left.contents()).unwrap(),
        &DeckChart::of(right, right.contents()).unwrap(),
    ));
    slides.push(DeckSlide::table("table", left.contents()));
    slides.push(DeckSlide {
        objects: vec![Placed::text(
            "body",
            Slot::Body,
            vec![
                Paragraph::plain("The Panel is asked to:"),
                Paragraph::bullet("note the fall among people aged 16 to 24"),
                Paragraph::bullet("agree that lighting is looked at by September"),
            ],
        )],
        is_hidden: true,
        ..DeckSlide::new(
            "asked",
            SlideLayout::Text,
            "What the Panel is asked to decide",
        )
    });
    Deck {
        title: String::from("Police and Crime Panel, 28 March 2024"),
        size,
        look: DeckLook::of(theme),
        slides,
    }
}

/// A series without intervals, marks and labels.
pub fn series(name: &str, values: &[Option<f64>], colour: u32) -> NativeSeries {
    NativeSeries {
        name: name.to_owned(),
        values: values.to_vec(),
        joined: Vec::new(),
        across: Vec::new(),
        intervals: Vec::new(),
        marks: Vec::new(),
        labels: Vec::new(),
        colour: Rgba::hex(colour),
        dash: Dash::Solid,
        width_pt: 2.0,
    }
}

/// A chart of categories in per cent.
pub fn native(kind: NativeKind, categories: &[&str], series: Vec<NativeSeries>) -> NativeChart {
    NativeChart {
        kind,
        categories: categories.iter().map(|name| (*name).to_owned()).collect(),
        series,
        values: NativeAxis {
            title: String::from("%"),
            unit: Unit::Percent,
            bounds: (0.0, 100.0),
        },
        across: None,
    }
}

/// Lines with everything that lines can have: intervals, a gap, a value passed by, a break, hollow dots.
pub fn lines() -> NativeChart {
    let men = series(
        "Men & boys",
        &[Some(70.0), Some(69.5), None, Some(68.0), Some(67.04)],
        0x28_A1_97,
    );
    let women = NativeSeries {
        intervals: vec![
            Some((50.0, 56.0)),
            Some((49.0, 55.0)),
            None,
            Some((47.0, 53.5)),
            Some((44.0, 50.0)),
        ],
        marks: vec![
            NativeMark::None,
            NativeMark::Hollow,
            NativeMark::None,
            NativeMark::None,
            NativeMark::Filled,
        ],
        labels: vec![None, None, None, None, Some(String::from("Women 46.9%"))],
        joined: vec![false, true, false, true, true],
        width_pt: 3.0,
        ..series(
            "Women",
            &[Some(53.0), Some(52.0), None, Some(50.0), Some(46.9)],
            0x12_43_6D,
        )
    };
    let yearly = NativeSeries {
        joined: vec![false, false, false, false, true],
        dash: Dash::Dashed,
        labels: vec![None, None, None, None, Some(String::from("Force, yearly"))],
        ..series(
            "Force",
            &[Some(48.0), None, None, None, Some(47.5)],
            0x3D_3D_3D,
        )
    };
    let broken = NativeSeries {
        joined: vec![false, true, true, false, true],
        ..series(
            "New question",
            &[Some(30.0), Some(31.0), Some(32.0), Some(40.0), Some(41.0)],
            0x80_16_50,
        )
    };
    native(
        NativeKind::Lines,
        &["Dec 20", "Mar 21", "Jun 21", "Sep 21", "Dec 21"],
        vec![men, women, yearly, broken],
    )
}

/// Upright bars with intervals.
pub fn columns() -> NativeChart {
    let first = NativeSeries {
        intervals: vec![Some((30.0, 42.0)), Some((41.0, 52.0)), None],
        labels: vec![
            Some(String::from("36.0%")),
            Some(String::from("46.4%")),
            None,
        ],
        marks: vec![NativeMark::Filled, NativeMark::Hollow, NativeMark::Filled],
        ..series("2022", &[Some(36.0), Some(46.4), None], 0x12_43_6D)
    };
    let second = series("2023", &[Some(40.0), Some(44.0), Some(51.0)], 0x28_A1_97);
    native(
        NativeKind::Columns,
        &["Ashfield", "Mansfield", "Bassetlaw"],
        vec![first, second],
    )
}

/// A presentation of one chart.
pub fn one_chart(id: &str, title: &str, chart: NativeChart) -> Deck {
    let mut slide = DeckSlide::new(id, SlideLayout::Chart, title);
    slide.objects.push(Placed {
        element: String::from("chart"),
        place: Place::Slot(Slot::Main),
        alt_text: format!("A chart: {title}"),
        content: DeckContent::Chart(chart),
    });
    Deck {
        title: title.to_owned(),
        size: DeckSize::Wide,
        look: DeckLook::of(&ChartTheme::light()),
        slides: vec![slide],
    }
}
