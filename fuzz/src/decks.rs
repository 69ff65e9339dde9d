//! A small presentation as it is published, and the slides of another day to refresh it with.

use std::io::{Cursor, Read};
use std::sync::LazyLock;

use zip::ZipArchive;

use crate::chart::contents::{
    DataCell, DataColumn, DataTable, NativeAxis, NativeChart, NativeKind, NativeSeries,
};
use crate::chart::theme::Dash;
use crate::chart::{ChartTheme, Rgba};
use crate::data::Unit;
use crate::export::pptx::{
    Deck, DeckContent, DeckLook, DeckSize, DeckSlide, Paragraph, Place, Placed, SlideLayout, Slot,
    Today, write,
};

/// The parts of the presentation, by name; those that nobody reads are left out.
pub fn parts() -> &'static [(String, Vec<u8>)] {
    static PARTS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
        let deck = Deck {
            title: String::from("A panel"),
            size: DeckSize::Wide,
            look: DeckLook::of(&ChartTheme::light()),
            slides: slides(5.0),
        };
        let bytes = write(&deck).expect("a presentation can be written");
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("it is a package");
        let mut parts = Vec::new();
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).expect("the part is there");
            let name = part.name().expect("it has a name").into_owned();
            let mut content = Vec::new();
            part.read_to_end(&mut content).expect("memory takes it");
            parts.push((name, content));
        }
        parts
    });
    &PARTS
}

/// The slides of another day.
pub fn today() -> Today {
    Today::of(slides(6.5), DeckLook::of(&ChartTheme::light()))
}

fn slides(value: f64) -> Vec<DeckSlide> {
    let mut chart = DeckSlide::new("panel-slide-1", SlideLayout::Chart, "A chart");
    chart.objects.push(Placed {
        element: String::from("chart"),
        place: Place::Slot(Slot::Main),
        alt_text: format!("A chart that ends at {value}"),
        content: DeckContent::Chart(native(value)),
    });
    let mut table = DeckSlide::new("panel-slide-2", SlideLayout::Chart, "A table");
    table.objects.push(Placed {
        element: String::from("table"),
        place: Place::Slot(Slot::Main),
        alt_text: String::from("A table"),
        content: DeckContent::Table(DataTable {
            columns: ["District", "Share (%)"]
                .into_iter()
                .enumerate()
                .map(|(place, heading)| DataColumn {
                    heading: heading.to_owned(),
                    is_label: place == 0,
                })
                .collect(),
            rows: vec![vec![
                DataCell::text("Ashfield"),
                DataCell::value(value, Unit::Percent),
            ]],
        }),
    });
    let mut words = DeckSlide::new("panel-slide-3", SlideLayout::Text, "Words");
    words.objects.push(Placed::text(
        "words",
        Slot::Main,
        vec![Paragraph::bullet(format!("It was {value}"))],
    ));
    vec![chart, table, words]
}

fn native(value: f64) -> NativeChart {
    NativeChart {
        kind: NativeKind::Lines,
        categories: vec![String::from("2019"), String::from("2020")],
        series: vec![NativeSeries {
            name: String::from("Women"),
            values: vec![Some(4.0), Some(value)],
            joined: Vec::new(),
            across: Vec::new(),
            intervals: vec![Some((3.0, 5.0)), None],
            marks: Vec::new(),
            labels: Vec::new(),
            colour: Rgba::hex(0x12_43_6D),
            dash: Dash::Solid,
            width_pt: 2.0,
        }],
        values: NativeAxis {
            title: String::from("%"),
            unit: Unit::Percent,
            bounds: (0.0, 100.0),
        },
        across: None,
    }
}
