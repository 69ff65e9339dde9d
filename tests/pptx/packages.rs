//! What is written.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::Path;

use bellwether::chart::ChartTheme;
use bellwether::chart::contents::{NativeChart, NativeKind};
use bellwether::export::pptx::{Deck, DeckContent, DeckSize, problems, write};
use zip::ZipArchive;

use crate::decks;

/// The parts of a package as text.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut entry = archive.by_index(index).unwrap();
            let mut held = Vec::new();
            entry.read_to_end(&mut held).unwrap();
            (entry.name().unwrap().into_owned(), held)
        })
        .collect()
}

/// A part of a package as text.
pub fn part(bytes: &[u8], name: &str) -> String {
    let parts = parts(bytes);
    let held = parts
        .get(name)
        .unwrap_or_else(|| panic!("{name} in {:?}", parts.keys()));
    String::from_utf8(held.clone()).unwrap()
}

/// Writes a presentation, with the numbers that it has to say, to where the other office programs of
/// `.ci/office` look for it.
pub fn leave(name: &str, deck: &Deck) -> Vec<u8> {
    let bytes = write(deck).unwrap();
    assert_eq!(problems(&bytes), Vec::<String>::new(), "{name}");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("office");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{name}.pptx")), &bytes).unwrap();
    let wanted = serde_json::to_string_pretty(&wanted(deck)).unwrap();
    std::fs::write(folder.join(format!("{name}.json")), wanted).unwrap();
    bytes
}

fn wanted(deck: &Deck) -> serde_json::Value {
    let slides = deck.slides.iter().map(|slide| {
        let charts = slide
            .objects
            .iter()
            .filter_map(|object| match &object.content {
                DeckContent::Chart(chart) => Some(wanted_chart(chart, &object.alt_text)),
                _ => None,
            });
        let tables = slide
            .objects
            .iter()
            .filter_map(|object| match &object.content {
                DeckContent::Table(table) => Some(table.rows.len() + 1),
                _ => None,
            });
        let pictures = slide
            .objects
            .iter()
            .filter(|object| matches!(object.content, DeckContent::Picture(_)));
        serde_json::json!({
            "title": slide.title,
            "notes": slide.notes,
            "charts": charts.collect::<Vec<_>>(),
            "tables": tables.collect::<Vec<_>>(),
            "pictures": pictures.count(),
            "hidden": slide.is_hidden,
        })
    });
    serde_json::json!({ "title": deck.title, "slides": slides.collect::<Vec<_>>() })
}

fn wanted_chart(chart: &NativeChart, alt_text: &str) -> serde_json::Value {
    let is_dots = matches!(chart.kind, NativeKind::DotsInRows | NativeKind::Scatter);
    let series = chart.series.iter().map(|series| {
        serde_json::json!({
            "name": series.name,
            "values": series.values.iter().filter(|value| !is_dots || value.is_some()).collect::<Vec<_>>(),
            "across": series.across,
            "intervals": series.intervals.iter().filter(|held| held.is_some()).count(),
        })
    });
    serde_json::json!({
        "kind": format!("{:?}", chart.kind),
        "categories": chart.categories,
        "alt": alt_text,
        "series": series.collect::<Vec<_>>(),
    })
}

#[test]
fn every_kind_of_chart_makes_a_whole_package_in_every_look() {
    for (name, theme, size) in [
        ("example", ChartTheme::light(), DeckSize::Wide),
        ("example-dark", ChartTheme::dark(), DeckSize::Standard),
    ] {
        let deck = decks::example(&theme, size);
        let bytes = leave(name, &deck);
        assert_eq!(bytes, write(&deck).unwrap(), "the same bytes again");
        let kinds: Vec<NativeKind> = deck
            .slides
            .iter()
            .flat_map(|slide| &slide.objects)
            .filter_map(|object| match &object.content {
                DeckContent::Chart(chart) => Some(chart.kind),
                _ => None,
            })
            .collect();
        for kind in [
            NativeKind::Lines,
            NativeKind::Bars,
            NativeKind::StackedBars,
            NativeKind::DotsInRows,
            NativeKind::Scatter,
        ] {
            assert!(kinds.contains(&kind), "{kind:?} is among {kinds:?}");
        }
    }
}

#[test]
fn lines_keep_their_gaps_breaks_dashes_and_dots() {
    let deck = decks::one_chart("lines", "Lines", decks::lines());
    let bytes = leave("lines", &deck);
    let chart = part(&bytes, "ppt/charts/chart1.xml");
    for (words, why) in [
        ("<c:dispBlanksAs val=\"gap\"/>", "gaps stay gaps"),
        ("<a:prstDash val=\"dash\"/>", "the comparator is dashed"),
        ("<c:v>Men &amp; boys</c:v>", "names are escaped"),
        (
            "<c:f>Data!$C$2:$C$6</c:f>",
            "values are named by their cells",
        ),
        ("<c:separator> </c:separator>", "name and value are live"),
        (
            "<c15:f>Data!$H$2:$H$6</c15:f>",
            "other words come out of cells",
        ),
        ("<c:externalData r:id=\"rId1\">", "the workbook is there"),
        ("<a:schemeClr val=\"bg1\"/>", "a hollow dot"),
    ] {
        assert!(chart.contains(words), "{why}: {words} in {chart}");
    }
    let parted = "<c:dPt><c:idx val=\"3\"/>";
    let broken = &chart[chart.find("New question").unwrap()..];
    let point = &broken[broken.find(parted).unwrap()..];
    let point = &point[..point.find("</c:dPt>").unwrap()];
    assert!(
        point.ends_with("<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"),
        "{point}"
    );
    // Interval 44 to 50 round 46.9.
    assert!(chart.contains(&format!("<c:v>{}</c:v>", 50.0 - 46.9)));
    assert!(chart.contains(&format!("<c:v>{}</c:v>", 46.9 - 44.0)));
}

#[test]
fn columns_have_their_intervals() {
    let bytes = leave(
        "columns",
        &decks::one_chart("c", "Columns", decks::columns()),
    );
    let chart = part(&bytes, "ppt/charts/chart1.xml");
    assert!(chart.contains("<c:barDir val=\"col\"/>"));
    assert!(chart.contains("<c:errValType val=\"cust\"/>") && !chart.contains("<c:errDir"));
}

#[test]
fn what_is_withheld_is_in_no_part() {
    let mut chart = decks::columns();
    chart.series[0].values[1] = None;
    let bytes = write(&decks::one_chart("c", "Columns", chart)).unwrap();
    for (name, held) in parts(&bytes) {
        let is_workbook = name.strip_suffix(".xlsx").is_some();
        let held = if is_workbook {
            parts(&held).into_values().flatten().collect()
        } else {
            held
        };
        let text = String::from_utf8_lossy(&held);
        assert!(!text.contains("46.4</"), "{name}");
        assert!(is_workbook || !text.contains(">5.4<"), "{name}");
    }
}
