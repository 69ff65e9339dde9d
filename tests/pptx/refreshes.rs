//! A presentation that somebody restyled, refreshed with newer numbers.

use bellwether::chart::contents::{DataCell, DataColumn, DataTable, NativeMark};
use bellwether::chart::{ChartTheme, Rgba};
use bellwether::export::pptx::{
    Deck, DeckContent, DeckPicture, DeckSlide, FoundChanges, LeftSlide, Paragraph, Place, Placed,
    RefreshError, RefreshNote, Refreshed, RefreshedDeck, Slot, Today, problems, refresh, write,
};
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

use crate::decks;
use crate::packages::{leave, part, parts};

/// A presentation of a chart, a table, a picture and text.
fn deck() -> Deck {
    let mut deck = decks::one_chart("s1", "Fewer women feel safe", decks::lines());
    let mut more = DeckSlide::new("s2", bellwether::export::pptx::SlideLayout::Chart, "Values");
    let number = |value| DataCell::Number { value, decimals: 1 };
    more.objects.push(Placed {
        element: String::from("table"),
        place: Place::Slot(Slot::Main),
        alt_text: String::from("A table of two rows"),
        content: DeckContent::Table(DataTable {
            columns: vec![DataColumn::label("Area"), DataColumn::values("2022 (%)")],
            rows: vec![
                vec![DataCell::text("Ashfield"), number(41.0)],
                vec![DataCell::text("Mansfield"), number(42.0)],
            ],
        }),
    });
    more.objects.push(Placed {
        element: String::from("picture"),
        place: Place::Frame(bellwether::export::pptx::Frame::new(
            10.0, 10.0, 200.0, 100.0,
        )),
        alt_text: String::from("A picture"),
        content: DeckContent::Picture(DeckPicture {
            svg: String::from(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"1\"/>",
            ),
            png: b"\x89PNG one".to_vec(),
            width_pt: 200,
            height_pt: 100,
        }),
    });
    more.objects.push(Placed::text(
        "footnote",
        Slot::Footnote,
        vec![Paragraph::plain("Base: 500 residents")],
    ));
    deck.slides.push(more);
    deck
}

/// The same a quarter later: another category, a value revised, a series less and one more.
fn newer() -> Deck {
    let mut deck = deck();
    let DeckContent::Chart(chart) = &mut deck.slides[0].objects[0].content else {
        panic!("a chart");
    };
    chart.categories.push(String::from("Mar 22"));
    for series in &mut chart.series {
        series.values.push(Some(45.0));
        if !series.joined.is_empty() {
            series.joined.push(true);
        }
    }
    let women = &mut chart.series[1];
    women.values[4] = Some(47.5);
    women.values[5] = Some(43.2);
    women.intervals.push(Some((40.0, 46.0)));
    women.marks[4] = NativeMark::None;
    women.marks.push(NativeMark::Filled);
    women.labels[4] = None;
    women.labels.push(Some(String::from("Women 43.2%")));
    chart.series.remove(3);
    chart.series.push(decks::series(
        "Girls",
        &[None, None, None, None, Some(20.0), Some(21.0)],
        0xF4_6A_25,
    ));
    deck.slides[0].title = String::from("Far fewer women feel safe");
    let slide = &mut deck.slides[1];
    let DeckContent::Table(table) = &mut slide.objects[0].content else {
        panic!("a table");
    };
    let number = |value| DataCell::Number { value, decimals: 1 };
    table.columns.push(DataColumn::values("2023 (%)"));
    for (row, value) in table.rows.iter_mut().zip([39.5, 44.0]) {
        row.push(number(value));
    }
    table.rows.push(vec![
        DataCell::text("Bassetlaw"),
        number(50.0),
        number(51.0),
    ]);
    let DeckContent::Picture(picture) = &mut slide.objects[1].content else {
        panic!("a picture");
    };
    picture.png = b"\x89PNG two".to_vec();
    picture.height_pt = 50;
    slide.objects[2].content = DeckContent::Text(vec![Paragraph::plain("Base: 512 residents")]);
    deck
}

/// The package with the text of some parts replaced, as somebody would by restyling it.
fn restyled(bytes: &[u8], changes: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, held) in parts(bytes) {
        let mut held = held;
        for (_, from, to) in changes.iter().filter(|(part, ..)| *part == name) {
            let text = String::from_utf8(held).unwrap();
            assert!(text.contains(from), "{from} in {name}: {text}");
            held = text.replacen(from, to, 1).into_bytes();
        }
        writer
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(&held).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn today(deck: &Deck) -> Today {
    Today::of(deck.slides.clone(), deck.look.clone())
}

fn refreshed(bytes: &[u8], deck: &Deck) -> RefreshedDeck {
    let refreshed = refresh(bytes, &today(deck)).unwrap();
    assert_eq!(problems(&refreshed.bytes), Vec::<String>::new());
    refreshed
}

fn note<'a>(notes: &'a [RefreshNote], what: Refreshed, name: &str) -> &'a RefreshNote {
    let found = notes
        .iter()
        .find(|note| note.what == what && note.name == name);
    found.unwrap_or_else(|| panic!("{name} in {notes:#?}"))
}

#[test]
fn the_same_numbers_change_nothing() {
    let deck = deck();
    let bytes = write(&deck).unwrap();
    let again = refreshed(&bytes, &deck);
    assert_eq!(again.notes, []);
    assert_eq!(parts(&again.bytes), parts(&bytes));
    assert_eq!(again.bytes.len(), bytes.len());
}

#[test]
fn newer_numbers_come_in_the_formats_that_somebody_chose() {
    let bytes = restyled(
        &write(&deck()).unwrap(),
        &[
            // The line of women is purple, thin and dotted now, on an axis from 20 to 80.
            (
                "ppt/charts/chart1.xml",
                "<a:ln w=\"38100\" cap=\"rnd\"><a:solidFill><a:schemeClr val=\"accent1\"/></a:solidFill><a:round/></a:ln>",
                "<a:ln w=\"12345\"><a:solidFill><a:srgbClr val=\"7030A0\"/></a:solidFill><a:prstDash val=\"sysDot\"/></a:ln>",
            ),
            (
                "ppt/charts/chart1.xml",
                "<c:max val=\"100\"/><c:min val=\"0\"/>",
                "<c:max val=\"80\"/><c:min val=\"20\"/>",
            ),
            // The title is in italics, and moved.
            (
                "ppt/slides/slide1.xml",
                "<a:rPr lang=\"en-GB\"/><a:t>Fewer women feel safe",
                "<a:rPr lang=\"en-GB\" i=\"1\"/><a:t>Fewer women feel safe",
            ),
            (
                "ppt/slides/slide2.xml",
                "<a:off x=\"127000\" y=\"127000\"/>",
                "<a:off x=\"777\" y=\"888\"/>",
            ),
        ],
    );
    let newer = newer();
    let result = refreshed(&bytes, &newer);
    let chart = part(&result.bytes, "ppt/charts/chart1.xml");
    assert!(
        chart.contains("w=\"12345\"") && chart.contains("7030A0"),
        "the line keeps its look"
    );
    assert!(
        chart.contains("<c:max val=\"80\"/><c:min val=\"20\"/>"),
        "everything fits the axis"
    );
    assert!(chart.contains("<c:v>43.2</c:v>") && chart.contains("<c:v>Mar 22</c:v>"));
    assert!(chart.contains("<c:v>Girls</c:v>") && !chart.contains("New question"));
    // The dot and the name at the end move to the new end, the dot in the colour that the line has now.
    let women =
        &chart[chart.find("<c:v>Women</c:v>").unwrap()..chart.find("<c:v>Force</c:v>").unwrap()];
    let end = &women[women.find("<c:dPt><c:idx val=\"5\"/>").unwrap()..];
    assert!(
        end[..end.find("</c:dPt>").unwrap()].contains("7030A0"),
        "{end}"
    );
    assert!(!women.contains("<c:dPt><c:idx val=\"4\"/>"), "{women}");
    assert!(
        women.contains("<c:dLbl><c:idx val=\"5\"/>")
            && !women.contains("<c:dLbl><c:idx val=\"4\"/>")
    );

    let slide = part(&result.bytes, "ppt/slides/slide1.xml");
    assert!(
        slide.contains("i=\"1\"/><a:t>Far fewer women feel safe"),
        "{slide}"
    );
    let slide = part(&result.bytes, "ppt/slides/slide2.xml");
    assert!(slide.contains("<a:t>Bassetlaw</a:t>") && slide.contains("<a:t>39.5</a:t>"));
    assert!(
        slide.contains("<a:off x=\"777\" y=\"888\"/><a:ext cx=\"2540000\" cy=\"635000\"/>"),
        "{slide}"
    );
    assert_eq!(slide.matches("<a:gridCol").count(), 3);
    assert_eq!(
        parts(&result.bytes)["ppt/media/picture1.png"],
        b"\x89PNG two"
    );

    let value = note(&result.notes, Refreshed::Value, "Women, Dec 21");
    assert_eq!(
        (value.slide, value.from.as_str(), value.to.as_str()),
        (1, "46.9%", "47.5%")
    );
    assert_eq!(value.to_string(), "Slide 1: Women, Dec 21: 46.9% → 47.5%");
    assert_eq!(
        note(&result.notes, Refreshed::Value, "Women, Mar 22").from,
        ""
    );
    assert_eq!(
        note(&result.notes, Refreshed::Value, "New question, Dec 21").to,
        ""
    );
    assert_eq!(
        note(&result.notes, Refreshed::Words, "The title").to,
        "Far fewer women feel safe"
    );
    assert_eq!(
        note(&result.notes, Refreshed::Cell, "Bassetlaw, 2022 (%)").to,
        "50.0"
    );
    assert_eq!(
        note(&result.notes, Refreshed::Words, "The footnote").slide,
        2
    );
    note(&result.notes, Refreshed::Picture, "The picture");

    // The numbers behind the chart are the new ones, and nothing else is touched.
    let book = parts(&parts(&result.bytes)["ppt/embeddings/workbook1.xlsx"]);
    let sheet = String::from_utf8(book["xl/worksheets/sheet1.xml"].clone()).unwrap();
    assert!(sheet.contains("<v>43.2</v>") && !sheet.contains("<v>46.9</v>"));
    let (before, after) = (parts(&bytes), parts(&result.bytes));
    let touched: Vec<&String> = after
        .keys()
        .filter(|name| before.get(*name) != after.get(*name))
        .collect();
    assert!(
        touched.iter().all(|name| [
            "charts",
            "embeddings",
            "slides/",
            "media",
            "tags",
            "custom.xml"
        ]
        .iter()
        .any(|part| name.contains(part))),
        "{touched:?}"
    );
    // Once refreshed, it is up to date.
    assert_eq!(refreshed(&result.bytes, &newer).notes, []);
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("office");
    leave("refreshed", &newer);
    std::fs::write(folder.join("refreshed.pptx"), &result.bytes).unwrap();
}

#[test]
fn an_axis_grows_where_the_numbers_no_longer_fit() {
    let bytes = restyled(
        &write(&deck()).unwrap(),
        &[(
            "ppt/charts/chart1.xml",
            "<c:max val=\"100\"/><c:min val=\"0\"/>",
            "<c:max val=\"60\"/><c:min val=\"20\"/>",
        )],
    );
    let chart = part(&refreshed(&bytes, &newer()).bytes, "ppt/charts/chart1.xml");
    assert!(
        chart.contains("<c:max val=\"100\"/><c:min val=\"20\"/>"),
        "{chart}"
    );
}

#[test]
fn words_written_by_hand_stay_and_are_told() {
    let bytes = restyled(
        &write(&deck()).unwrap(),
        &[(
            "ppt/slides/slide1.xml",
            "<a:t>Fewer women feel safe",
            "<a:t>Women: our priority",
        )],
    );
    let same = refreshed(&bytes, &deck());
    assert_eq!(same.notes, [], "the data say what they said");
    let result = refreshed(&bytes, &newer());
    let kept = note(&result.notes, Refreshed::WordsKept, "The title");
    assert_eq!(kept.from, "Women: our priority");
    assert!(part(&result.bytes, "ppt/slides/slide1.xml").contains("Women: our priority"));
}

#[test]
fn shapes_are_known_by_their_names_where_tags_are_lost() {
    let mut bytes = write(&deck()).unwrap();
    for slide in ["ppt/slides/slide1.xml", "ppt/slides/slide2.xml"] {
        let text = part(&bytes, slide);
        for tags in text.matches("<p:custDataLst>").map(|_| "<p:custDataLst>") {
            let text = part(&bytes, slide);
            let start = text.find(tags).unwrap();
            let end = start + text[start..].find("</p:custDataLst>").unwrap() + 16;
            let held = text[start..end].to_owned();
            bytes = restyled(&bytes, &[(slide, &held, "")]);
        }
    }
    let result = refreshed(&bytes, &newer());
    note(&result.notes, Refreshed::Value, "Women, Dec 21");
    note(&result.notes, Refreshed::Words, "The title");
}

#[test]
fn what_became_something_else_is_left() {
    // The lines were made into dots by two values, and the second slide left the story.
    let bytes = write(&deck()).unwrap();
    let text = part(&bytes, "ppt/charts/chart1.xml");
    let text = text
        .replace("<c:cat>", "<c:xVal>")
        .replace("</c:cat>", "</c:xVal>");
    let bytes = restyled(
        &bytes,
        &[(
            "ppt/charts/chart1.xml",
            &part(&bytes, "ppt/charts/chart1.xml"),
            &text,
        )],
    );
    let mut newer = newer();
    newer.slides.truncate(1);
    let result = refreshed(&bytes, &newer);
    note(&result.notes, Refreshed::Left, "The chart");
    let gone = note(&result.notes, Refreshed::NotInStory, "");
    assert_eq!(gone.slide, 2);
    assert_eq!(part(&result.bytes, "ppt/charts/chart1.xml"), text);
}

#[test]
fn what_cannot_be_refreshed_is_refused_in_words() {
    let deck = deck();
    let of = |bytes: &[u8]| refresh(bytes, &today(&deck)).unwrap_err();
    assert!(matches!(
        of(&[0xd0, 0xcf, 0x11, 0xe0, 0, 0]),
        RefreshError::Locked
    ));
    assert!(matches!(of(b"PK nothing"), RefreshError::NoPresentation));
    let bytes = write(&deck).unwrap();
    assert!(matches!(
        of(&bytes[..bytes.len() / 2]),
        RefreshError::NoPresentation
    ));
    let book = &parts(&bytes)["ppt/embeddings/workbook1.xlsx"];
    assert!(matches!(of(book), RefreshError::NoPresentation));
    let broken = restyled(&bytes, &[("ppt/slides/slide1.xml", "</p:cSld>", "")]);
    assert!(matches!(of(&broken), RefreshError::Damaged(_)));
    let mut empty = deck.clone();
    empty.slides.clear();
    let nothing = of(&write(&empty).unwrap());
    assert!(matches!(nothing, RefreshError::NothingOfOurs));
    assert!(nothing.to_string().contains("nothing to refresh"));
}

#[test]
fn a_file_is_replaced_as_a_whole_and_its_former_self_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Panel.pptx");
    let bytes = write(&deck()).unwrap();
    std::fs::write(&path, &bytes).unwrap();
    let lock = folder.path().join("~$Panel.pptx");
    std::fs::write(&lock, b"").unwrap();
    let newer = newer();
    let refused = FoundChanges::of(&path, &today(&newer)).unwrap_err();
    assert!(matches!(refused, RefreshError::Open(_)), "{refused}");
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    std::fs::remove_file(lock).unwrap();
    let found = FoundChanges::of(&path, &today(&newer)).unwrap();
    assert!(found.notes().len() > 5 && found.has_changes());
    assert_eq!(
        std::fs::read(&path).unwrap(),
        bytes,
        "nothing is written yet"
    );
    let lock = folder.path().join(".~lock.Panel.pptx#");
    std::fs::write(&lock, b"").unwrap();
    assert!(matches!(found.write(), Err(RefreshError::Open(_))));
    std::fs::remove_file(lock).unwrap();
    std::fs::write(&path, write(&newer).unwrap()).unwrap();
    let since = found.write().unwrap_err();
    assert!(matches!(since, RefreshError::ChangedSince(_)), "{since}");
    std::fs::write(&path, &bytes).unwrap();
    found.write().unwrap();
    assert_eq!(
        std::fs::read(folder.path().join("Panel.pptx.bak")).unwrap(),
        bytes
    );
    assert_ne!(std::fs::read(&path).unwrap(), bytes);
}

#[test]
fn every_chart_of_the_example_can_be_refreshed() {
    let deck = decks::example(
        &ChartTheme::light(),
        bellwether::export::pptx::DeckSize::Wide,
    );
    let bytes = write(&deck).unwrap();
    assert_eq!(refreshed(&bytes, &deck).notes, []);
    let mut newer = deck.clone();
    let mut wanted = 0;
    for object in newer.slides.iter_mut().flat_map(|slide| &mut slide.objects) {
        if let DeckContent::Chart(chart) = &mut object.content {
            let series = chart
                .series
                .iter_mut()
                .find(|held| held.values.iter().any(Option::is_some));
            let series = series.unwrap();
            series.colour = Rgba::hex(0x00_FF_00);
            for value in series.values.iter_mut().flatten().take(1) {
                *value += 1.0;
                wanted += 1;
            }
        }
    }
    let result = refreshed(&bytes, &newer);
    let values = result
        .notes
        .iter()
        .filter(|note| note.what == Refreshed::Value);
    assert_eq!(values.count(), wanted, "{:#?}", result.notes);
}

#[test]
fn a_slide_that_cannot_be_shown_today_stays_and_does_not_stop_the_others() {
    let mut deck = deck();
    for (slide, id) in deck
        .slides
        .iter_mut()
        .zip(["story-a-slide-1", "story-a-slide-2"])
    {
        slide.id = String::from(id);
    }
    let bytes = write(&deck).unwrap();
    let mut newer = newer();
    newer.slides.truncate(1);
    newer.slides[0].id = String::from("story-a-slide-1");
    let mut today = today(&newer);
    today.origins = vec![String::from("story-a")];
    today.left = vec![LeftSlide {
        id: String::from("story-a-slide-2"),
        why: String::from("It says what is withheld"),
    }];
    let result = refresh(&bytes, &today).unwrap();
    note(&result.notes, Refreshed::Words, "The title");
    let left = note(&result.notes, Refreshed::SlideLeft, "");
    assert_eq!(
        left.to_string(),
        "Slide 2: it was left as it was. It says what is withheld"
    );
    let slide = "ppt/slides/slide2.xml";
    assert_eq!(part(&result.bytes, slide), part(&bytes, slide));
}

#[test]
fn a_presentation_of_another_project_is_not_touched() {
    let mut deck = deck();
    deck.slides[0].id = String::from("story-a-slide-1");
    deck.slides[1].id = String::from("story-b-slide-1");
    let bytes = write(&deck).unwrap();
    let mut today = today(&newer());
    today.origins = vec![String::from("story-c")];
    assert!(matches!(
        refresh(&bytes, &today),
        Err(RefreshError::OtherProject)
    ));
    // Of slides of two projects in one presentation those of this one are refreshed.
    today.origins = vec![String::from("story-a")];
    today.slides[0].id = String::from("story-a-slide-1");
    let result = refresh(&bytes, &today).unwrap();
    note(&result.notes, Refreshed::Words, "The title");
    assert_eq!(note(&result.notes, Refreshed::OfAnotherStory, "").slide, 2);
}

/// The package as `LibreOffice` saves it: without tags, without the workbooks of charts, and with names of its own for
/// the places of titles and text.
fn as_saved_elsewhere(bytes: &[u8]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, held) in parts(bytes) {
        if name.starts_with("ppt/tags/") || name.starts_with("ppt/embeddings/") {
            continue;
        }
        let mut held = held;
        if name.starts_with("ppt/slides/")
            || name.starts_with("ppt/charts/")
            || name == "[Content_Types].xml"
        {
            let mut text = String::from_utf8(held).unwrap();
            for (from, to) in [
                ("<p:custDataLst>", "</p:custDataLst>"),
                ("<c:externalData", "</c:externalData>"),
            ] {
                text = without(&text, from, to);
            }
            for target in ["/tags\"", "/package\"", "/ppt/tags/"] {
                text = without_elements(&text, target);
            }
            for (number, element) in ["title", "subtitle", "footnote"].iter().enumerate() {
                for slide in ["s1", "s2"] {
                    let own = format!("Bellwether {slide}/{element}");
                    text = text.replace(&own, &format!("PlaceHolder {}", number + 1));
                }
            }
            held = text.into_bytes();
        }
        writer
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(&held).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A text without everything from some words to others.
fn without(text: &str, from: &str, to: &str) -> String {
    let mut text = text.to_owned();
    while let Some((before, rest)) = text.split_once(from) {
        let (_, after) = rest.split_once(to).unwrap();
        text = format!("{before}{after}");
    }
    text
}

/// A text without the elements that name something.
fn without_elements(text: &str, words: &str) -> String {
    let mut parts: Vec<&str> = text.split_inclusive('>').collect();
    parts.retain(|part| !part.contains(words));
    parts.concat()
}

#[test]
fn a_presentation_that_another_program_saved_is_refreshed_as_far_as_it_is_known() {
    let bytes = write(&deck()).unwrap();
    let saved = as_saved_elsewhere(&bytes);
    assert_eq!(problems(&saved), Vec::<String>::new());
    assert!(!part(&saved, "ppt/slides/slide1.xml").contains("s1/title"));
    let same = refreshed(&saved, &deck());
    assert_eq!(same.notes, []);
    let result = refreshed(&saved, &newer());
    note(&result.notes, Refreshed::Words, "The title");
    note(&result.notes, Refreshed::Words, "The footnote");
    note(&result.notes, Refreshed::Value, "Women, Mar 22");
    note(&result.notes, Refreshed::Cell, "Bassetlaw, Area");
    assert!(part(&result.bytes, "ppt/slides/slide1.xml").contains("Far fewer women feel safe"));
    let again = refreshed(&result.bytes, &newer());
    assert_eq!(again.notes, [], "the marks of the new words are kept");

    // Words that somebody changed there are kept; what is not found again is told.
    let title = "Fewer women feel safe";
    let by_hand = restyled(&saved, &[("ppt/slides/slide1.xml", title, "Our own words")]);
    let result = refreshed(&by_hand, &newer());
    let kept = note(&result.notes, Refreshed::WordsKept, "The title");
    assert_eq!(kept.from, "Our own words");
    let foot = "Base: 500 residents";
    let by_hand = restyled(
        &saved,
        &[("ppt/slides/slide2.xml", foot, "Base: see below")],
    );
    let result = refreshed(&by_hand, &newer());
    let lost = note(&result.notes, Refreshed::Lost, "The footnote");
    assert_eq!(lost.slide, 2);
}

#[test]
fn slides_are_known_wherever_they_were_moved_and_those_deleted_are_not_missed() {
    let bytes = write(&deck()).unwrap();
    let list = part(&bytes, "ppt/presentation.xml");
    let (_, ids) = list.split_once("<p:sldIdLst>").unwrap();
    let (ids, _) = ids.split_once("</p:sldIdLst>").unwrap();
    let (first, second) = ids.split_at(ids.find("/>").unwrap() + 2);
    let moved = format!("{second}{first}");
    let result = refreshed(
        &restyled(&bytes, &[("ppt/presentation.xml", ids, &moved)]),
        &newer(),
    );
    assert_eq!(note(&result.notes, Refreshed::Words, "The title").slide, 2);
    assert_eq!(
        note(&result.notes, Refreshed::Cell, "Bassetlaw, Area").slide,
        1
    );
    let result = refreshed(
        &restyled(&bytes, &[("ppt/presentation.xml", ids, second)]),
        &newer(),
    );
    assert!(result.notes.iter().all(|note| note.slide == 1));
    note(&result.notes, Refreshed::Words, "The footnote");
}
