//! Workbooks made byte by byte, for what no writer of workbooks would write.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A zip file of these parts.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// A workbook of one sheet with this XML inside its `worksheet`, and these shared strings.
pub fn xlsx(worksheet: &str, strings: &[&str]) -> Vec<u8> {
    xlsx_with(worksheet, strings, &[])
}

/// The same with more parts, which may replace those that are made here.
pub fn xlsx_with(worksheet: &str, strings: &[&str], more: &[(&str, &[u8])]) -> Vec<u8> {
    let workbook = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONSHIPS}\"><sheets>\
         <sheet name=\"Return\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let relationships = format!(
        "<Relationships xmlns=\"{PACKAGE}\">\
         <Relationship Id=\"rId1\" Type=\"{RELATIONSHIPS}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{RELATIONSHIPS}/sharedStrings\" Target=\"sharedStrings.xml\"/>\
         </Relationships>"
    );
    let sheet = format!("<worksheet xmlns=\"{MAIN}\">{worksheet}</worksheet>");
    let texts: Vec<String> = strings
        .iter()
        .map(|text| format!("<si><t>{text}</t></si>"))
        .collect();
    let texts = format!("<sst xmlns=\"{MAIN}\">{}</sst>", texts.concat());
    let root = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" \
         Type=\"{RELATIONSHIPS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let made: [(&str, &[u8]); 6] = [
        ("_rels/.rels", root.as_bytes()),
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relationships.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", texts.as_bytes()),
    ];
    let mut parts: Vec<_> = made
        .into_iter()
        .filter(|(name, _)| more.iter().all(|(other, _)| other != name))
        .collect();
    parts.extend(more);
    package(&parts)
}

/// Cells in one row, each with its reference: `A1=Area` is text, `B1=5` a number.
pub fn row(cells: &[&str]) -> String {
    let cells: String = cells
        .iter()
        .map(|cell| {
            let (at, value) = cell.split_once('=').unwrap();
            match value.parse::<f64>() {
                Ok(_) => format!("<c r=\"{at}\"><v>{value}</v></c>"),
                Err(_) => format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{value}</t></is></c>"),
            }
        })
        .collect();
    format!("<row>{cells}</row>")
}

/// A small table that is read: two districts, two years.
pub fn table() -> String {
    [
        row(&["A1=District", "B1=Offences 2019", "C1=Offences 2020"]),
        row(&["A2=Ashfield", "B2=5", "C2=6"]),
        row(&["A3=Gedling", "B3=7", "C3=8"]),
    ]
    .concat()
}

/// What [`table`] is read as.
pub const TABLE: [&str; 4] = [
    "B2 Offences [count] | Ashfield | 2019-01-01 to 2019-12-31 | 5",
    "C2 Offences [count] | Ashfield | 2020-01-01 to 2020-12-31 | 6",
    "B3 Offences [count] | Gedling | 2019-01-01 to 2019-12-31 | 7",
    "C3 Offences [count] | Gedling | 2020-01-01 to 2020-12-31 | 8",
];

/// An OpenDocument spreadsheet of one sheet with these rows.
pub fn ods(rows: &str) -> Vec<u8> {
    ods_of(&format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Return\">\
         {rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    ))
}

/// An OpenDocument spreadsheet with this content.
pub fn ods_of(content: &str) -> Vec<u8> {
    package(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A row of an OpenDocument sheet; text that parses as a number is one.
pub fn ods_row(cells: &[&str]) -> String {
    let cells: String = cells
        .iter()
        .map(|cell| match cell.parse::<f64>() {
            Ok(_) => format!(
                "<table:table-cell office:value-type=\"float\" office:value=\"{cell}\"/>"
            ),
            Err(_) => format!(
                "<table:table-cell office:value-type=\"string\"><text:p>{cell}</text:p></table:table-cell>"
            ),
        })
        .collect();
    format!("<table:table-row>{cells}</table:table-row>")
}

const FREE: u32 = u32::MAX;
const END: u32 = 0xFFFF_FFFE;
const TABLE_SECTOR: u32 = 0xFFFF_FFFD;

/// A compound file of sectors of 512 bytes with these streams, each padded to 4,096 bytes or more.
pub fn compound(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut body: Vec<u8> = Vec::new();
    let mut table: Vec<u32> = Vec::new();
    let mut directory = directory_entry("Root Entry", 5, END, 0);
    for (name, stream) in streams {
        let len = stream.len().max(4_096);
        let start = u32::try_from(table.len()).unwrap();
        directory.extend(directory_entry(name, 2, start, u32::try_from(len).unwrap()));
        body.extend(stream);
        let sectors = len.div_ceil(512);
        body.resize((table.len() + sectors) * 512, 0);
        for sector in 1..=u32::try_from(sectors).unwrap() {
            table.push(start + sector);
        }
        *table.last_mut().unwrap() = END;
    }
    let directory_start = u32::try_from(table.len()).unwrap();
    let sectors = directory.len().div_ceil(512);
    directory.resize(sectors * 512, 0);
    body.extend(directory);
    for sector in 1..=u32::try_from(sectors).unwrap() {
        table.push(directory_start + sector);
    }
    *table.last_mut().unwrap() = END;
    let table_start = u32::try_from(table.len()).unwrap();
    let mut tables = 1;
    while tables * 128 < table.len() + tables {
        tables += 1;
    }
    table.resize(table.len() + tables, TABLE_SECTOR);
    table.resize(tables * 128, FREE);
    body.extend(table.iter().flat_map(|next| next.to_le_bytes()));
    let mut file = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    file.resize(24, 0);
    for short in [0x3E_u16, 3, 0xFFFE, 9, 6] {
        file.extend(short.to_le_bytes());
    }
    file.resize(44, 0);
    let tables = u32::try_from(tables).unwrap();
    for long in [tables, directory_start, 0, 4_096, END, 0, END, 0] {
        file.extend(long.to_le_bytes());
    }
    for listed in 0..109 {
        let id = if listed < tables {
            table_start + listed
        } else {
            FREE
        };
        file.extend(id.to_le_bytes());
    }
    file.extend(body);
    file
}

fn directory_entry(name: &str, kind: u8, start: u32, len: u32) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let letters = u16::try_from(entry.len() + 2).unwrap();
    entry.resize(64, 0);
    entry.extend(letters.to_le_bytes());
    entry.extend([kind, 1]);
    entry.resize(116, 0xFF);
    entry.extend(start.to_le_bytes());
    entry.extend(len.to_le_bytes());
    entry.resize(128, 0);
    entry
}

/// A record of an old Excel workbook.
pub fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut record = kind.to_le_bytes().to_vec();
    record.extend(u16::try_from(data.len()).unwrap().to_le_bytes());
    record.extend(data);
    record
}

/// A number in a cell of an old Excel workbook.
pub fn number(row: u16, column: u16, value: f64) -> Vec<u8> {
    let mut data = cell(row, column);
    data.extend(value.to_le_bytes());
    record(0x0203, &data)
}

/// A text in a cell of an old Excel workbook.
pub fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    let mut data = cell(row, column);
    data.extend(u16::try_from(text.len()).unwrap().to_le_bytes());
    data.push(0);
    data.extend(text.as_bytes());
    record(0x0204, &data)
}

fn cell(row: u16, column: u16) -> Vec<u8> {
    [row, column, 0]
        .into_iter()
        .flat_map(u16::to_le_bytes)
        .collect()
}

/// The stream of an old Excel workbook of one sheet, with more records before those of its globals and cells.
pub fn biff(globals: &[u8], cells: &[u8]) -> Vec<u8> {
    let begin = |kind: u16| {
        record(
            0x0809,
            &[0x0600_u16, kind, 0, 0].map(u16::to_le_bytes).concat(),
        )
    };
    let mut stream = begin(5);
    stream.extend(globals);
    let name = b"Return";
    let sheet_at = stream.len() + 4 + 8 + name.len() + 4;
    let mut sheet = u32::try_from(sheet_at).unwrap().to_le_bytes().to_vec();
    sheet.extend([0, 0, 6, 0]);
    sheet.extend(name);
    stream.extend(record(0x0085, &sheet));
    stream.extend(record(0x000A, &[]));
    assert_eq!(stream.len(), sheet_at);
    stream.extend(begin(0x10));
    stream.extend(cells);
    stream.extend(record(0x000A, &[]));
    stream
}

/// An old Excel workbook of one sheet.
pub fn xls(globals: &[u8], cells: &[u8]) -> Vec<u8> {
    compound(&[("Workbook", biff(globals, cells))])
}

/// The cells of [`table`] in an old Excel workbook.
pub fn xls_table() -> Vec<u8> {
    [
        label(0, 0, "District"),
        label(0, 1, "Offences 2019"),
        label(0, 2, "Offences 2020"),
        label(1, 0, "Ashfield"),
        number(1, 1, 5.0),
        number(1, 2, 6.0),
        label(2, 0, "Gedling"),
        number(2, 1, 7.0),
        number(2, 2, 8.0),
    ]
    .concat()
}

/// A record of a binary workbook.
pub fn binary_record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut record = Vec::new();
    if kind < 0x80 {
        record.push(u8::try_from(kind).unwrap());
    } else {
        record.push(u8::try_from(kind & 0x7F).unwrap() | 0x80);
        record.push(u8::try_from(kind >> 7).unwrap());
    }
    let mut left = data.len();
    loop {
        let low = u8::try_from(left & 0x7F).unwrap();
        left >>= 7;
        record.push(if left > 0 { low | 0x80 } else { low });
        if left == 0 {
            break;
        }
    }
    record.extend(data);
    record
}

fn wide(text: &str) -> Vec<u8> {
    let mut bytes = u32::try_from(text.len()).unwrap().to_le_bytes().to_vec();
    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

/// A binary workbook of one sheet with these records of cells, and more records of the workbook.
pub fn xlsb(globals: &[u8], cells: &[u8]) -> Vec<u8> {
    let mut sheet = vec![0; 8];
    sheet.extend(wide("rId1"));
    sheet.extend(wide("Return"));
    let workbook = [
        binary_record(0x0083, &[]),
        binary_record(0x008F, &[]),
        binary_record(0x009C, &sheet),
        binary_record(0x0090, &[]),
        globals.to_vec(),
        binary_record(0x0084, &[]),
    ]
    .concat();
    let sheet = [
        binary_record(0x0081, &[]),
        binary_record(0x0094, &[0; 16]),
        binary_record(0x0091, &[]),
        cells.to_vec(),
        binary_record(0x0092, &[]),
        binary_record(0x0082, &[]),
    ]
    .concat();
    let relationships = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" \
         Type=\"{RELATIONSHIPS}/worksheet\" Target=\"worksheets/sheet1.bin\"/></Relationships>"
    );
    package(&[
        ("xl/workbook.bin", &workbook),
        ("xl/_rels/workbook.bin.rels", relationships.as_bytes()),
        ("xl/worksheets/sheet1.bin", &sheet),
    ])
}

/// The row in which the cells of a binary workbook stand that follow.
pub fn binary_row(row: u32) -> Vec<u8> {
    let mut data = row.to_le_bytes().to_vec();
    data.resize(17, 0);
    binary_record(0x0000, &data)
}

/// A number in a binary workbook.
pub fn binary_number(column: u32, value: f64) -> Vec<u8> {
    let mut data = column.to_le_bytes().to_vec();
    data.extend([0; 4]);
    data.extend(value.to_le_bytes());
    binary_record(0x0005, &data)
}

/// A text in a binary workbook.
pub fn binary_text(column: u32, text: &str) -> Vec<u8> {
    let mut data = column.to_le_bytes().to_vec();
    data.extend([0; 4]);
    data.extend(wide(text));
    binary_record(0x0006, &data)
}

/// The cells of [`table`] in a binary workbook.
pub fn xlsb_table() -> Vec<u8> {
    [
        binary_row(0),
        binary_text(0, "District"),
        binary_text(1, "Offences 2019"),
        binary_text(2, "Offences 2020"),
        binary_row(1),
        binary_text(0, "Ashfield"),
        binary_number(1, 5.0),
        binary_number(2, 6.0),
        binary_row(2),
        binary_text(0, "Gedling"),
        binary_number(1, 7.0),
        binary_number(2, 8.0),
    ]
    .concat()
}
