//! Charts as PDF, Excel and CSV: what the files say, and that they are the same every time.

use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};

use bellwether::analysis::TrendAnswer;
use bellwether::chart::contents::{DataCell, DataColumn, DataTable, Shorthand};
use bellwether::chart::{ChartSize, ChartTheme, Inter, TrendSpec};
use bellwether::export::pdf::{self, Document, Part, Slide, SlidePart};
use bellwether::export::png::{FOR_PRINT, Picture};
use bellwether::export::{FileKind, Publishable, cells, excel, file, values};

use crate::answers;
use crate::layouts::all_answers;

fn chart_of(answer: &TrendAnswer, size: ChartSize, theme: &ChartTheme) -> Publishable {
    let spec = TrendSpec::default();
    Publishable::trend(answer, &spec, size, theme, Inter::bundled()).unwrap()
}

fn chart(answer: &TrendAnswer) -> Publishable {
    chart_of(answer, ChartSize::A4, &ChartTheme::light())
}

/// Where documents stay after the tests, for a checker of PDF to look at.
fn kept(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn contains(bytes: &[u8], words: &str) -> bool {
    bytes
        .windows(words.len())
        .any(|window| window == words.as_bytes())
}

/// A report and slides with everything that a document can hold.
fn everything() -> Document {
    let figure = |answer: &TrendAnswer| Part::Figure(Box::new(chart(answer)));
    let gaps = chart(&answers::gaps());
    let long = DataTable {
        columns: vec![
            DataColumn::label("Area"),
            DataColumn::values("A heading of several words that has to be broken (%)"),
            DataColumn::values("Note"),
        ],
        rows: (0..90)
            .map(|row| {
                vec![
                    DataCell::text(format!("Area {row} with a name")),
                    DataCell::Number {
                        value: f64::from(row) * 1.1,
                        decimals: 1,
                    },
                    match row % 3 {
                        0 => DataCell::Empty,
                        1 => DataCell::Shorthand(Shorthand::Confidential),
                        _ => DataCell::text("some words that need a little more room than usual"),
                    },
                ]
            })
            .collect(),
    };
    let heading = |level: u8, text: &str| Part::Heading {
        level,
        text: text.to_owned(),
    };
    let paragraph = "Fewer people feel safe outside after dark than a year before. ".repeat(30);
    let slide = chart_of(
        &answers::feeling_safe(),
        ChartSize::SLIDE,
        &ChartTheme::dark(),
    );
    Document {
        title: String::from("Community safety in Nottinghamshire"),
        theme: ChartTheme::light(),
        has_contents: true,
        parts: vec![
            heading(1, "Feelings of safety"),
            Part::Paragraph(paragraph),
            // A level too many: it is made the next.
            heading(4, "After dark"),
            figure(&answers::feeling_safe()),
            Part::Table {
                title: String::from("Feeling safe"),
                table: chart(&answers::feeling_safe()).contents().table.clone(),
            },
            Part::PageBreak,
            heading(1, "Districts"),
            figure(&answers::districts()),
            Part::Table {
                title: String::from("Values of the chart"),
                table: gaps.contents().table.clone(),
            },
            Part::Table {
                title: String::from("Many rows"),
                table: long,
            },
            Part::Slide(Slide {
                width_pt: 960.0,
                height_pt: 540.0,
                ground: slide.scene().ground,
                parts: vec![SlidePart::Chart {
                    chart: Box::new(slide),
                    left_pt: 0.0,
                    top_pt: 0.0,
                    width_pt: 960.0,
                }],
            }),
        ],
    }
}

#[test]
fn a_document_is_one_that_can_be_read_aloud_and_the_same_every_time() {
    let document = everything();
    let bytes = pdf::write(&document).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    assert!(
        contains(&bytes, "pdfuaid:part"),
        "it says that it is PDF/UA"
    );
    assert!(contains(&bytes, "/Lang(en-GB)") || contains(&bytes, "/Lang (en-GB)"));
    for tag in ["/H1", "/H2", "/Table", "/TH", "/TD", "/Figure", "/Alt"] {
        assert!(contains(&bytes, tag), "{tag}");
    }
    assert_eq!(bytes, pdf::write(&document).unwrap());
    std::fs::write(kept("report.pdf"), bytes).unwrap();
}

#[test]
fn every_chart_is_a_page_whatever_its_words_and_its_theme() {
    let themes = [
        ChartTheme::light(),
        ChartTheme::dark(),
        ChartTheme::high_contrast(),
        ChartTheme::print(),
    ];
    for (name, answer) in all_answers() {
        for theme in &themes {
            let chart = chart_of(&answer, ChartSize::SLIDE, theme);
            let bytes = pdf::chart(&chart);
            assert!(bytes.is_ok(), "{name}: {:?}", bytes.err());
        }
    }
    let strange = answers::Builder::new(
        "安全 \u{200b}\u{feff}and <\u{7}> 👮 fear",
        bellwether::data::Unit::Percent,
        "A\u{ad}B",
        answers::quarters(2020, 3),
    )
    .cohort(
        "Sex",
        "\u{202e}Женщины",
        &answers::values(&[40.0, 41.0, 42.0], 500.0),
    )
    .build();
    let bytes = pdf::chart(&chart(&strange)).unwrap();
    std::fs::write(kept("strange-words.pdf"), bytes).unwrap();
}

#[test]
fn a_document_without_pages_is_refused() {
    let nothing = Document {
        title: String::from("Nothing"),
        theme: ChartTheme::light(),
        has_contents: false,
        parts: Vec::new(),
    };
    let error = pdf::write(&nothing).unwrap_err();
    assert!(error.to_string().contains("no page"), "{error}");
}

#[test]
fn a_workbook_holds_the_values_as_numbers_and_the_marks_as_text() {
    use calamine::{Data, Reader as _};
    let one = chart(&answers::gaps());
    let other = chart(&answers::feeling_safe());
    let bytes = excel::write("Two charts", &[&one, &other]).unwrap();
    assert_eq!(
        bytes,
        excel::write("Two charts", &[&one, &other]).unwrap(),
        "the same bytes again"
    );
    let mut book = calamine::Xlsx::new(Cursor::new(&bytes)).unwrap();
    assert_eq!(
        book.sheet_names(),
        [
            "Contents",
            "Symbols",
            "Chart 1",
            "Chart 1 numbers",
            "Chart 2",
            "Chart 2 numbers"
        ]
    );
    let sheet = book.worksheet_range("Chart 1").unwrap();
    let title = sheet.get_value((0, 0)).unwrap();
    assert_eq!(*title, Data::String(one.contents().words.title.clone()));
    let (mut numbers, mut marks) = (0, 0);
    for row in sheet.rows() {
        for cell in row {
            match cell {
                Data::Float(_) | Data::Int(_) => numbers += 1,
                Data::String(text) if matches!(text.as_str(), "[u]" | "[c]") => marks += 1,
                _ => {}
            }
        }
    }
    let table = &one.contents().table;
    let wanted = |is: &dyn Fn(&DataCell) -> bool| {
        let cells = table.rows.iter().flatten();
        cells.filter(|cell| is(cell)).count()
    };
    assert_eq!(
        numbers,
        wanted(&|cell| matches!(cell, DataCell::Number { .. }))
    );
    assert_eq!(
        marks,
        wanted(&|cell| matches!(
            cell,
            DataCell::Shorthand(Shorthand::Confidential | Shorthand::LowReliability)
        ))
    );
    // No cell of the table is blank.
    let head = sheet
        .rows()
        .position(|row| row.first() == Some(&Data::String(String::from("Period"))));
    for row in sheet.rows().skip(head.unwrap()) {
        for cell in &row[..table.columns.len()] {
            assert_ne!(*cell, Data::Empty, "{row:?}");
        }
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        let mut file = archive.by_name(name).unwrap();
        file.read_to_string(&mut text).unwrap();
        text
    };
    assert!(
        part("xl/charts/chart1.xml").contains("errBars"),
        "intervals are error bars"
    );
    assert!(part("xl/tables/table1.xml").contains("<table "));
    assert!(!part("xl/worksheets/sheet3.xml").contains("mergeCell"));
    assert!(part("docProps/core.xml").contains("Two charts"));
    assert!(
        !part("xl/worksheets/sheet3.xml").contains("77.7"),
        "a withheld value"
    );
}

#[test]
fn csv_is_headings_and_rows_that_excel_reads_as_utf_8() {
    let chart = chart(&answers::gaps());
    let bytes = values::csv(&chart).unwrap();
    let text = std::str::from_utf8(&bytes).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let table = &chart.contents().table;
    assert_eq!(reader.headers().unwrap().len(), table.columns.len());
    assert_eq!(
        reader.records().map(Result::unwrap).count(),
        table.rows.len()
    );
    assert!(text.contains("[u]") && text.contains("[c]"), "{text}");
    assert!(!text.contains("77.7"), "a withheld value: {text}");
    let pasted = cells(&chart);
    assert!(pasted.starts_with(&chart.contents().words.title));
    assert!(pasted.contains("\t[u]") && !pasted.contains("77.7"));
}

#[test]
fn a_picture_for_print_says_its_density() {
    let picture = Picture::draw(&chart(&answers::one_point()), FOR_PRINT).unwrap();
    assert_eq!((picture.width(), picture.height()), (2008, 1417));
    let bytes = picture.png().unwrap();
    let at = bytes.windows(4).position(|name| name == b"pHYs").unwrap();
    // 300 to the inch are 11,811 to the metre.
    assert_eq!(bytes[at + 4..at + 8], 11_811_u32.to_be_bytes());
    assert_eq!(bytes[at + 12], 1, "by the metre");
    // The checksum is right, or the picture could not be read.
    let read = resvg::tiny_skia::Pixmap::decode_png(&bytes).unwrap();
    assert_eq!(read.width(), 2008);
}

#[test]
fn every_kind_of_file_is_made() {
    let chart = chart(&answers::feeling_safe());
    let beginnings: [&[u8]; 6] = [b"\x89PNG", b"<svg", b"%PDF", b"PK", b"PK", b"\xEF\xBB\xBF"];
    for (kind, beginning) in FileKind::ALL.into_iter().zip(beginnings) {
        let bytes = file::bytes(&chart, kind, 1.0).unwrap();
        assert!(bytes.starts_with(beginning), "{kind:?}");
        let named = PathBuf::from(format!("x.{}", kind.ending().to_uppercase()));
        assert_eq!(FileKind::of(&named).unwrap(), kind);
    }
}
