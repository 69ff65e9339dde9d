//! Workbooks around a part that is changed at random: the rest is as it should be, so that the part is read.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What parts one from the next in an input of several.
const BREAK: &[u8] = b"\n%%\n";

/// What stands before the first break, and what behind it.
pub fn parted(input: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = input
        .windows(BREAK.len())
        .position(|window| window == BREAK)?;
    Some((&input[..at], &input[at + BREAK.len()..]))
}

/// A zip file of these parts, as they are.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        zip.start_file(*name, stored).expect("a part can be begun");
        zip.write_all(content).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}

fn relationships(list: &[(&str, &str)]) -> String {
    let list: String = (1..)
        .zip(list)
        .map(|(id, (kind, target))| {
            format!(
                "<Relationship Id=\"rId{id}\" Type=\"{RELATIONSHIPS}/{kind}\" Target=\"{target}\"/>"
            )
        })
        .collect();
    format!("<Relationships>{list}</Relationships>")
}

const WORKBOOK: &[u8] =
    b"<workbook><sheets><sheet name=\"Return\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
const STRINGS: &[u8] =
    b"<sst><si><t>District</t></si><si><t>Ashfield</t></si><si><t>2019/20</t></si></sst>";
const STYLES: &[u8] = b"<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";

/// An `.xlsx` package with this sheet.
pub fn xlsx_sheet(sheet: &[u8]) -> Vec<u8> {
    xlsx(sheet, STRINGS, STYLES, WORKBOOK)
}

/// An `.xlsx` package with these parts: sheet, strings, styles, workbook.
pub fn xlsx_parts(content: &[u8]) -> Vec<u8> {
    let mut parts = Vec::new();
    let mut rest = content;
    while let Some((part, after)) = parted(rest) {
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    let part =
        |index: usize, otherwise: &'static [u8]| parts.get(index).copied().unwrap_or(otherwise);
    xlsx(
        part(0, b""),
        part(1, STRINGS),
        part(2, STYLES),
        part(3, WORKBOOK),
    )
}

fn xlsx(sheet: &[u8], strings: &[u8], styles: &[u8], workbook: &[u8]) -> Vec<u8> {
    let root = relationships(&[("officeDocument", "xl/workbook.xml")]);
    let sheets = relationships(&[
        ("worksheet", "worksheets/sheet1.xml"),
        ("sharedStrings", "sharedStrings.xml"),
        ("styles", "styles.xml"),
        ("chartsheet", "chartsheets/sheet1.xml"),
    ]);
    package(&[
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", sheets.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", styles),
    ])
}

/// An OpenDocument spreadsheet with this content.
pub fn ods(content: &[u8]) -> Vec<u8> {
    package(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content),
    ])
}

/// An old workbook with this stream of records.
pub fn xls(stream: &[u8]) -> Vec<u8> {
    crate::compound::with_one_stream("Workbook", stream).unwrap_or_default()
}

/// An `.xlsb` package with this sheet.
pub fn xlsb_sheet(sheet: &[u8]) -> Vec<u8> {
    // One sheet, visible, found by its relationship.
    let book = b"\x83\x01\x00\x8f\x01\x00\x9c\x01\x24\0\0\0\0\0\0\0\0\x04\0\0\0r\0I\0d\01\0\x06\0\0\0R\0e\0t\0u\0r\0n\0\x90\x01\0\x84\x01\0";
    xlsb(book, sheet)
}

/// An `.xlsb` package with this list of sheets and names.
pub fn xlsb_book(book: &[u8]) -> Vec<u8> {
    xlsb(book, b"\x81\x01\x00\x92\x01\x00")
}

fn xlsb(book: &[u8], sheet: &[u8]) -> Vec<u8> {
    let sheets = relationships(&[("worksheet", "worksheets/sheet1.bin")]);
    package(&[
        ("xl/workbook.bin", book),
        ("xl/_rels/workbook.bin.rels", sheets.as_bytes()),
        ("xl/worksheets/sheet1.bin", sheet),
    ])
}
