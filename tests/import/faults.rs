//! Files that are broken, hostile or of another kind than their name says: what is said of each, whole.

use bellwether::base::progress::Progress;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::import::{Reading, read_bytes};

use crate::apart::the_same_apart;
use crate::made::{
    TABLE, biff, binary_number, binary_record, binary_row, binary_text, compound, number, ods,
    ods_of, ods_row, package, record, row, table, xls, xls_table, xlsb, xlsb_table, xlsx,
    xlsx_with,
};
use crate::synthetic::{codes, lines};

/// Reads a file, in this process and in one of its own with little memory: it comes to the same.
pub(crate) fn read(bytes: &[u8]) -> Result<Reading, String> {
    let here = read_bytes(
        "return.xlsx",
        bytes,
        Gazetteer::built_in(),
        &Progress::new(),
    );
    the_same_apart("return.xlsx", bytes, &here);
    here.inspect(|reading| {
        for sheet in &reading.sheets {
            assert!(sheet.account.adds_up(), "{sheet:?}");
        }
    })
    .map_err(|error| error.to_string())
}

pub(crate) fn refused(bytes: &[u8]) -> String {
    match read(bytes) {
        Ok(reading) => panic!("read: {:?}", lines(&reading)),
        Err(said) => said,
    }
}

pub(crate) fn read_lines(bytes: &[u8]) -> Vec<String> {
    lines(&read(bytes).unwrap())
}

pub(crate) fn damaged(reason: &str) -> String {
    format!(
        "“return.xlsx” is damaged or was not copied completely ({reason}): ask for it again, or open it in \
         Excel and save it anew"
    )
}

pub(crate) fn sheet_data(rows: &str) -> String {
    format!("<sheetData>{rows}</sheetData>")
}

const PASSWORD: &str = "“return.xlsx” is protected by a password: open it in Excel, remove the password \
                        under File › Info, and save it";

#[test]
fn what_is_made_here_is_read() {
    assert_eq!(read_lines(&xlsx(&sheet_data(&table()), &[])), TABLE);
    assert_eq!(read_lines(&xls(&[], &xls_table())), TABLE);
    assert_eq!(read_lines(&xlsb(&[], &xlsb_table())), TABLE);
    let rows = [
        ods_row(&["District", "Offences 2019", "Offences 2020"]),
        ods_row(&["Ashfield", "5", "6"]),
        ods_row(&["Gedling", "7", "8"]),
    ];
    assert_eq!(read_lines(&ods(&rows.concat())), TABLE);
}

#[test]
fn other_kinds_of_file_are_named() {
    let other = |bytes: &[u8]| {
        let said = refused(bytes);
        let said = said
            .strip_prefix("“return.xlsx” is not a workbook but ")
            .unwrap();
        let said = said.strip_suffix(": ask for the Excel, OpenDocument or CSV file");
        said.unwrap().to_owned()
    };
    assert_eq!(other(b"%PDF-1.7 ..."), "a PDF document");
    assert_eq!(other(b"\x89PNG\r\n\x1a\n"), "a picture");
    assert_eq!(other(b"{\\rtf1 text}"), "a text document (RTF)");
    assert_eq!(
        other(b"\x1F\x8B\x08\0"),
        "a compressed archive: unpack it first"
    );
    assert_eq!(
        other(b"<html><table><tr><td>5</td></tr></table></html>"),
        "a web page with a workbook's name: open it in Excel and save it as .xlsx"
    );
    assert_eq!(other(b"<?xml version=\"1.0\"?><returns/>"), "an XML file");
    assert_eq!(
        other(b"\x01\x02\x03\x04\x05\x06\x07\x08"),
        "a file of unknown kind"
    );
    assert_eq!(
        other(&package(&[("word/document.xml", b"<w/>")])),
        "a Word document"
    );
    assert_eq!(
        other(&package(&[("Index/Document.iwa", b"")])),
        "an Apple Numbers file: export it as Excel"
    );
    assert_eq!(
        other(&package(&[("returns/ashfield.csv", b"a,b")])),
        "a zip archive: unpack it and import the workbooks in it"
    );
    assert_eq!(
        other(&compound(&[("WordDocument", vec![1; 5_000])])),
        "a Word document"
    );
    assert_eq!(
        other(&compound(&[("Contents", vec![1; 5_000])])),
        "an old Office file without a workbook in it"
    );
    assert_eq!(refused(b" \r\n\t "), "“return.xlsx” is empty");
}

#[test]
fn a_wrong_extension_is_no_matter() {
    assert_eq!(
        read_lines(b"District,Offences 2019,Offences 2020\nAshfield,5,6\nGedling,7,8\n"),
        TABLE
    );
}

#[test]
fn encrypted_workbooks_ask_for_one_without_password() {
    let encrypted = compound(&[
        ("EncryptionInfo", vec![4; 5_000]),
        ("EncryptedPackage", vec![7; 9_000]),
    ]);
    assert_eq!(refused(&encrypted), PASSWORD);
    // RC4, and the older XOR under which figures would look like others.
    for kind in [1_u16, 0] {
        let pass = record(0x002F, &[kind.to_le_bytes().to_vec(), vec![9; 4]].concat());
        assert_eq!(refused(&xls(&pass, &xls_table())), PASSWORD, "{kind}");
    }
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/>\
                     </manifest:file-entry></manifest:manifest>";
    let protected = package(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"<office:document-content/>"),
    ]);
    assert_eq!(refused(&protected), PASSWORD);
}

#[test]
fn text_that_speaks_of_encryption_is_no_encryption() {
    let mut cells = xls_table();
    cells.extend(crate::made::label(
        5,
        0,
        "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
    ));
    assert_eq!(read_lines(&xls(&[], &cells)).len(), 4);
}

#[test]
fn files_that_break_off_are_damaged() {
    let whole = xlsx(&sheet_data(&table()), &[]);
    for len in [4, 40, whole.len() / 2, whole.len() - 10] {
        assert_eq!(
            refused(&whole[..len]),
            damaged("its end is missing"),
            "{len}"
        );
    }
    let whole = xls(&[], &xls_table());
    for len in [600, whole.len() / 2, whole.len() - 512] {
        assert_eq!(
            refused(&whole[..len]),
            damaged("its end is missing, or its parts are not where it says"),
            "{len}"
        );
    }
    // Whole as a file, but its records break off within a cell.
    let stream = biff(&[], &xls_table());
    let mut cells = xls_table();
    cells.extend([0x03, 0x02, 0xFF, 0x7F]);
    assert!(refused(&xls(&[], &cells)).starts_with("“return.xlsx” is damaged"));
    assert!(stream.len() < 4_096);
}

#[test]
fn a_part_that_breaks_off_does_not_pass_for_a_whole_one() {
    let rows = table();
    let cut = format!("<sheetData>{}", &rows[..rows.len() - 20]);
    let sheet = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{cut}"
    );
    let book = xlsx_with("", &[], &[("xl/worksheets/sheet1.xml", sheet.as_bytes())]);
    assert!(refused(&book).starts_with("“return.xlsx” is damaged"));
    let rows = ods_row(&["District", "2019"]) + &ods_row(&["Ashfield", "5"]);
    for content in [
        format!("<a><table:table table:name=\"R\">{rows}"),
        format!("<a><table:table table:name=\"R\">{rows}</table:table>"),
    ] {
        assert_eq!(
            refused(&ods_of(&content)),
            damaged("its content breaks off")
        );
    }
}

#[test]
fn a_string_that_is_not_there_is_damage() {
    let cell = "<row><c r=\"A9\" t=\"s\"><v>7</v></c></row>";
    let book = xlsx(&sheet_data(&(table() + cell)), &["one", "two"]);
    assert_eq!(
        refused(&book),
        damaged("Cell string index not found in shared strings table")
    );
    let shared = [9_u32, 0, 7].map(u32::to_le_bytes).concat();
    let cells = [xlsb_table(), binary_record(7, &shared)].concat();
    assert_eq!(
        refused(&xlsb(&[], &cells)),
        damaged("what it says of its contents is not true")
    );
}

#[test]
fn entities_are_not_unfolded() {
    let mut bomb = String::from("<!DOCTYPE lolz [<!ENTITY a0 \"lol\">");
    for level in 1..30 {
        let inner = format!("&a{};", level - 1).repeat(10);
        bomb += &format!("<!ENTITY a{level} \"{inner}\">");
    }
    bomb += "]>";
    let cell = "<row><c r=\"A1\" t=\"inlineStr\"><is><t>&a29;</t></is></c></row>";
    let sheet = format!(
        "{bomb}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <sheetData>{cell}{}</sheetData></worksheet>",
        row(&["A2=District", "B2=2019"])
    );
    let book = xlsx_with("", &[], &[("xl/worksheets/sheet1.xml", sheet.as_bytes())]);
    let reading = read(&book);
    if let Ok(reading) = &reading {
        assert!(
            reading.source.observations.is_empty(),
            "{:?}",
            lines(reading)
        );
    }
}

#[test]
fn bombs_are_not_unpacked() {
    let zeros = vec![b' '; 70 << 20];
    let bomb = xlsx_with(
        &sheet_data(&table()),
        &[],
        &[("xl/worksheets/sheet2.xml", zeros.as_slice())],
    );
    let said = refused(&bomb);
    assert!(
        said.starts_with(
            "“return.xlsx” is too large to read: “xl/worksheets/sheet2.xml” in it would unpack from "
        ) && said.ends_with(" KB to 70 MB, as files do that are made to do harm: ask who sent it"),
        "{said}"
    );
    // An archive of archives stays one.
    let outer = package(&[("inner.zip", &bomb)]);
    assert!(refused(&outer).contains("a zip archive: unpack it"));
}

#[test]
fn sizes_that_are_not_true_are_no_way_around_the_limits() {
    // The list of parts says that the sheet has 100 bytes; the packed part says more.
    let mut book = xlsx(&sheet_data(&table()), &[]);
    let name = b"xl/worksheets/sheet1.xml";
    let at = book.windows(name.len()).rposition(|at| at == name).unwrap();
    book[at - 46 + 24..at - 46 + 28].copy_from_slice(&100_u32.to_le_bytes());
    assert!(
        refused(&book).starts_with("“return.xlsx” is damaged"),
        "{}",
        refused(&book)
    );
    let mut book = xlsx(&sheet_data(&table()), &[]);
    book[at - 46 + 24..at - 46 + 28].copy_from_slice(&(3_900_u32 << 20).to_le_bytes());
    assert!(
        refused(&book).contains("too large to read"),
        "{}",
        refused(&book)
    );
}

#[test]
fn more_parts_than_a_workbook_has() {
    let names: Vec<String> = (0..20_001)
        .map(|part| format!("xl/media/{part}.png"))
        .collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(
        refused(&package(&parts)),
        "“return.xlsx” is too large to read: it holds 20001 parts, far more than a workbook has"
    );
}

#[test]
fn a_sheet_may_claim_any_size() {
    let claim = "<dimension ref=\"A1:XFD1048576\"/>";
    let book = xlsx(&(claim.to_owned() + &sheet_data(&table())), &[]);
    assert_eq!(read_lines(&book), TABLE);
    let dimensions = |bytes: &[u8]| [record(0x0200, bytes), xls_table()].concat();
    let whole = [0_u32, 65_536].map(u32::to_le_bytes).concat();
    let whole = dimensions(&[whole, vec![0, 0, 0, 1, 0, 0]].concat());
    assert_eq!(read_lines(&xls(&[], &whole)), TABLE);
    let absurd = dimensions(&[0xFF; 14]);
    assert_eq!(read_lines(&xls(&[], &absurd)), TABLE);
}

#[test]
fn a_cell_in_the_last_corner_costs_nothing() {
    let far = table() + &row(&["XFD1048576=5"]);
    let reading = read(&xlsx(&sheet_data(&far), &[])).unwrap();
    assert_eq!(lines(&reading), TABLE);
    assert_eq!(reading.sheets[0].account.cells, 10);
    assert!(
        codes(&reading).contains(&"loose-numbers"),
        "{:?}",
        codes(&reading)
    );
    let far = [
        xlsb_table(),
        binary_row(1_048_575),
        binary_number(16_383, 5.0),
    ]
    .concat();
    assert_eq!(read_lines(&xlsb(&[], &far)), TABLE);
    let scattered = |cells: &str| {
        format!(
            "“return.xlsx” is too large to read: its cells lie far apart, with {cells} million empty ones \
             between them: delete what stands far below or right of the tables, or save it as .xlsx in Excel"
        )
    };
    let far = [xls_table(), number(65_535, 255, 5.0)].concat();
    assert_eq!(refused(&xls(&[], &far)), scattered("16"));
    let far = [xls_table(), number(65_535, 65_535, 5.0)].concat();
    assert_eq!(refused(&xls(&[], &far)), scattered("4294"));
    let blank = |name: &str, times: u32| format!("table:number-{name}-repeated=\"{times}\"");
    let far = [
        ods_row(&["5"]),
        format!(
            "<table:table-row {}><table:table-cell/></table:table-row>",
            blank("rows", 100_000)
        ),
        format!(
            "<table:table-row><table:table-cell {}/>{}</table:table-row>",
            blank("columns", 16_000),
            "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>"
        ),
    ];
    assert_eq!(refused(&ods(&far.concat())), scattered("1600"));
}

#[test]
fn cells_outside_any_sheet_are_damage() {
    let said = damaged("a cell stands outside the rows and columns that there are");
    assert_eq!(
        refused(&xlsx(&sheet_data(&(table() + &row(&["A1048577=5"]))), &[])),
        said
    );
    assert_eq!(
        refused(&xlsx(
            &sheet_data(&(table() + &row(&["A4294967295=5"]))),
            &[]
        )),
        said
    );
}

#[test]
fn cells_repeated_over_the_whole_sheet_are_not_written_out() {
    let all = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
               office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"16384\"/>\
               </table:table-row>";
    assert_eq!(
        refused(&ods(all)),
        "“return.xlsx” is too large to read: it holds more than 10 million cells: save it as .xlsx in \
         Excel, or in several files"
    );
    let empty = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
                 table:number-columns-repeated=\"16384\"/></table:table-row>";
    let rows = [
        ods_row(&["District", "Offences 2019", "Offences 2020"]),
        ods_row(&["Ashfield", "5", "6"]),
        ods_row(&["Gedling", "7", "8"]),
        empty.to_owned(),
    ];
    assert_eq!(read_lines(&ods(&rows.concat())), TABLE);
    let long = format!(
        "<table:table-row table:number-rows-repeated=\"500000\"><table:table-cell \
         office:value-type=\"string\"><text:p>{}</text:p></table:table-cell></table:table-row>",
        "x".repeat(10_000)
    );
    assert_eq!(
        refused(&ods(&long)),
        "“return.xlsx” is too large to read: its texts come to more than 400 MB: save it as .xlsx, or in \
         several files"
    );
}

#[test]
fn merges_of_any_size_and_number_are_survived() {
    let merges = |list: &[String]| {
        let merged: Vec<String> = list
            .iter()
            .map(|range| format!("<mergeCell ref=\"{range}\"/>"))
            .collect();
        format!("<mergeCells>{}</mergeCells>", merged.concat())
    };
    let rows = row(&["A1=Offences by district"])
        + &row(&["A3=District", "B3=Offences 2019", "C3=Offences 2020"])
        + &row(&["A4=Ashfield", "B4=5", "C4=6"])
        + &row(&["A5=Gedling", "B5=7", "C5=8"]);
    let wide = xlsx(&(sheet_data(&rows) + &merges(&["A1:XFD2".into()])), &[]);
    assert_eq!(read_lines(&wide).len(), 4);
    // Over the rows of the table only what stands there counts.
    let tall = merges(&["A1:XFD2".into(), "E1:XFD1048576".into()]);
    assert_eq!(
        read_lines(&xlsx(&(sheet_data(&rows) + &tall), &[])).len(),
        4
    );
    let below: String = (0..3_000)
        .map(|step| row(&[&format!("A{}=Note {step}", 10 + 2 * step)]))
        .collect();
    let many: Vec<String> = (0..3_000)
        .map(|step| format!("A{0}:XFD{1}", 10 + 2 * step, 11 + 2 * step))
        .collect();
    let many = xlsx(&(sheet_data(&(rows + &below)) + &merges(&many)), &[]);
    assert_eq!(read_lines(&many).len(), 4);
    // A count of merges that the record has no room for.
    let cells = [xls_table(), record(0x00E5, &[0xFF, 0xFF, 0, 0])].concat();
    assert_eq!(
        refused(&xls(&[], &cells)),
        damaged("what it says of its contents is not true")
    );
}

#[test]
fn empty_cells_with_a_style_are_no_cells() {
    let mut rows = table();
    for at in 4..30_004 {
        rows += &format!("<row r=\"{at}\">");
        for column in ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"] {
            rows += &format!("<c r=\"{column}{at}\" s=\"0\"/>");
        }
        rows += "</row>";
    }
    let reading = read(&xlsx(&sheet_data(&rows), &[])).unwrap();
    assert_eq!(lines(&reading), TABLE);
    assert_eq!(reading.sheets[0].account.cells, 9);
}

#[test]
fn of_a_cell_that_stands_twice_the_later_counts() {
    let twice = table() + &row(&["B2=50"]);
    assert_eq!(
        read_lines(&xlsx(&sheet_data(&twice), &[]))[0],
        "B2 Offences [count] | Ashfield | 2019-01-01 to 2019-12-31 | 50"
    );
}

#[test]
fn sheets_without_cells_are_passed_over() {
    let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let kinds = ["worksheet", "chartsheet", "dialogsheet", "xlMacrosheet"];
    let folders = ["worksheets", "chartsheets", "dialogsheets", "macrosheets"];
    let mut sheets = String::new();
    let mut targets = String::new();
    for (id, (kind, folder)) in kinds.iter().zip(folders).enumerate() {
        sheets += &format!("<sheet name=\"{kind}\" sheetId=\"{id}\" r:id=\"rId{id}\"/>");
        targets += &format!(
            "<Relationship Id=\"rId{id}\" Type=\"{relationships}/{kind}\" Target=\"{folder}/sheet1.xml\"/>"
        );
    }
    let workbook = format!(
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         xmlns:r=\"{relationships}\"><sheets>{sheets}</sheets></workbook>"
    );
    let targets = format!("<Relationships>{targets}</Relationships>");
    let book = xlsx_with(
        &sheet_data(&table()),
        &[],
        &[
            ("xl/workbook.xml", workbook.as_bytes()),
            ("xl/_rels/workbook.xml.rels", targets.as_bytes()),
            ("xl/chartsheets/sheet1.xml", b"<chartsheet/>"),
            ("xl/dialogsheets/sheet1.xml", b"<dialogsheet/>"),
            ("xl/macrosheets/sheet1.xml", b"<xm:macrosheet/>"),
        ],
    );
    let reading = read(&book).unwrap();
    assert_eq!(lines(&reading), TABLE);
    assert_eq!(codes(&reading), ["no-cells"; 3]);
}

#[test]
fn links_to_other_workbooks_are_not_followed() {
    let linked = "<row><c r=\"A2\" t=\"inlineStr\"><is><t>Ashfield</t></is></c><c r=\"B2\"><f>[1]Other!B2</f>\
                  <v>5</v></c><c r=\"C2\"><f>[1]Other!C2</f><v>6</v></c></row>";
    let rows = row(&["A1=District", "B1=Offences 2019", "C1=Offences 2020"])
        + linked
        + &row(&["A3=Gedling", "B3=7", "C3=8"]);
    let link = b"<externalLink><externalBook r:id=\"rId1\"/></externalLink>";
    let target = b"<Relationships><Relationship Id=\"rId1\" Target=\"file:///nowhere/other.xlsx\" \
                   TargetMode=\"External\"/></Relationships>";
    let book = xlsx_with(
        &sheet_data(&rows),
        &[],
        &[
            ("xl/externalLinks/externalLink1.xml", link),
            ("xl/externalLinks/_rels/externalLink1.xml.rels", target),
        ],
    );
    assert_eq!(read_lines(&book), TABLE, "what Excel held of them is read");
}

#[test]
fn chains_that_run_in_a_circle_end() {
    let mut book = xls(&[], &xls_table());
    // The table of sectors is the last: its first word is the sector behind the stream's first.
    let said = damaged("its end is missing");
    let table = book.len() - 512;
    book[table..table + 4].copy_from_slice(&0_u32.to_le_bytes());
    let mut long = book.clone();
    let directory = table - 512;
    // With a length that the file has no room for the circle would be gone round for ever.
    long[directory + 128 + 120..directory + 128 + 124].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(refused(&long), said);
    let mut listed = xls(&[], &xls_table());
    listed[68..72].copy_from_slice(&0_u32.to_le_bytes());
    assert!(refused(&listed).starts_with("“return.xlsx” is damaged"));
}

#[test]
fn sheets_over_each_other_are_damage() {
    let sheet_at = biff(&[], &[]).len();
    let mut globals = Vec::new();
    for _ in 0..3_000 {
        let mut sheet = u32::try_from(sheet_at).unwrap().to_le_bytes().to_vec();
        sheet.extend([0, 0, 1, 0, b'S']);
        globals.extend(record(0x0085, &sheet));
    }
    let at = biff(&globals, &[]).len() - 4 - 12;
    let mut globals = Vec::new();
    for _ in 0..3_000 {
        let mut sheet = u32::try_from(at).unwrap().to_le_bytes().to_vec();
        sheet.extend([0, 0, 1, 0, b'S']);
        globals.extend(record(0x0085, &sheet));
    }
    let cells: Vec<u8> = (0..2_000).flat_map(|row| number(row, 0, 1.0)).collect();
    assert_eq!(
        refused(&xls(&globals, &cells)),
        damaged("its sheets lie over each other")
    );
}

#[test]
fn formulas_in_formulas_do_not_exhaust_the_stack() {
    let mut formula = Vec::new();
    for depth in 0..20_000_u16 {
        let within = 65_000 - 3 * (depth + 1);
        formula.push(0x29);
        formula.extend(within.to_le_bytes());
    }
    formula.resize(65_003, 0x15);
    let mut name = vec![0; 9];
    name.extend(1_u32.to_le_bytes());
    name.extend([b'N', 0]);
    name.extend(u32::try_from(formula.len()).unwrap().to_le_bytes());
    name.extend(&formula);
    // Whatever is said of the name, the program is still there.
    if let Ok(reading) = read(&xlsb(&binary_record(0x0027, &name), &xlsb_table())) {
        assert_eq!(lines(&reading), TABLE);
    }
}

#[test]
fn very_long_texts_are_texts() {
    let long = "word ".repeat(200_000);
    let rows = row(&[&format!("A1={long}")])
        + &row(&["A3=District", "B3=Offences 2019", "C3=Offences 2020"])
        + &row(&["A4=Ashfield", "B4=5", "C4=6"]);
    assert_eq!(
        read(&xlsx(&sheet_data(&rows), &[]))
            .unwrap()
            .source
            .observations
            .len(),
        2
    );
    let cells = [xlsb_table(), binary_row(5), binary_text(0, &long)].concat();
    assert_eq!(read_lines(&xlsb(&[], &cells)), TABLE);
}
