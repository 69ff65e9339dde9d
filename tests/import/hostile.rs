//! Files that somebody made to do harm: to exhaust the computer, to have something run, fetched or read from
//! elsewhere, or to show one thing here and another in Excel. Each is read in this process and in one of its own with
//! little memory, and comes to a message or to figures that stand in the file.

#![expect(
    clippy::indexing_slicing,
    reason = "a package that is not as it should be ends the test"
)]

use std::io::{Cursor, Write as _};
use std::time::{Duration, Instant};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::faults::{damaged, read, read_lines, refused, sheet_data};
use crate::made::{
    TABLE, binary_number, binary_record, binary_row, ods_of, package, row, table, xls, xls_table,
    xlsb, xlsb_table, xlsx, xlsx_with,
};
use crate::synthetic::{codes, lines};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A message or figures, before the time is up.
fn ends(bytes: &[u8]) -> Result<usize, String> {
    let started = Instant::now();
    let came_of_it = read(bytes).map(|reading| reading.source.observations.len());
    // Twice read, by a program that is not made to be fast.
    assert!(started.elapsed() < Duration::from_mins(1));
    came_of_it
}

/// A package as no writer would make it: each part says where it begins and how large it is.
fn listed(whole: &[u8], names: &[String]) -> Vec<u8> {
    // The list of parts of a package with one part, with that part under many names.
    let end = whole.len() - 22;
    let number = |at: usize| u32::from_le_bytes(whole[at..at + 4].try_into().unwrap());
    let start = usize::try_from(number(end + 16)).unwrap();
    let (head, name) = (&whole[start..start + 46], 46);
    let length = usize::from(u16::from_le_bytes(head[28..30].try_into().unwrap()));
    let rest = &whole[start + name + length..end];
    let mut list = Vec::new();
    for other in names {
        assert_eq!(other.len(), length, "the part says its own name");
        list.extend(head);
        list.extend(other.as_bytes());
        list.extend(rest);
    }
    let count = u16::try_from(names.len()).unwrap().to_le_bytes();
    let mut bytes = whole[..start].to_vec();
    bytes.extend(&list);
    bytes.extend(&whole[end..end + 8]);
    bytes.extend([count, count].concat());
    bytes.extend(u32::try_from(list.len()).unwrap().to_le_bytes());
    bytes.extend(u32::try_from(start).unwrap().to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

#[test]
fn one_part_under_many_names_is_damage() {
    let cells = " ".repeat(1 << 20);
    let names: Vec<String> = (100..400)
        .map(|number| format!("xl/worksheets/sheet{number}.xml"))
        .collect();
    let one = package(&[(names[0].as_str(), cells.as_bytes())]);
    let said = refused(&listed(&one, &names));
    assert_eq!(said, damaged("its parts lie over each other"));
}

#[test]
fn two_parts_of_one_name_are_damage() {
    // Which of them counts depends on who reads; Excel does not open such a file.
    let whole = xlsx(&sheet_data(&table()), &[]);
    let other = sheet_data(&row(&["A1=District", "B1=Offences 2019"]));
    let other = format!("<worksheet xmlns=\"{MAIN}\">{other}</worksheet>");
    let second = "xl/worksheets/sheet9.xml";
    let twice = xlsx_with(&sheet_data(&table()), &[], &[(second, other.as_bytes())]);
    let mut renamed = twice;
    while let Some(at) = renamed
        .windows(second.len())
        .position(|window| window == second.as_bytes())
    {
        renamed[at..at + second.len()].copy_from_slice(b"xl/worksheets/sheet1.xml");
    }
    let said = damaged("it holds two parts of one name");
    assert_eq!(refused(&renamed), said);
    for name in [
        "XL/Worksheets/Sheet1.xml",
        "xl\\worksheets\\sheet1.xml",
        "/xl/worksheets/sheet1.xml",
    ] {
        let twice = xlsx_with(&sheet_data(&table()), &[], &[(name, other.as_bytes())]);
        assert_eq!(refused(&twice), said, "{name}");
    }
    assert_eq!(read_lines(&whole), TABLE);
}

#[test]
fn paths_lead_nowhere_outside_the_package() {
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("sheet1.xml");
    let cells = format!(
        "<worksheet xmlns=\"{MAIN}\">{}</worksheet>",
        sheet_data(&table())
    );
    #[expect(clippy::disallowed_methods, reason = "a file of the test alone")]
    std::fs::write(&secret, &cells).unwrap();
    let path = secret.to_str().unwrap();
    let targets = [
        path.to_owned(),
        format!("file://{path}"),
        format!("../../../../../../../../..{path}"),
        format!("..\\..\\..\\..{}", path.replace('/', "\\")),
        String::from("http://127.0.0.1:9/sheet1.xml"),
        String::from("\\\\127.0.0.1\\share\\sheet1.xml"),
    ];
    for target in targets {
        let list = format!(
            "<Relationships><Relationship Id=\"rId1\" Type=\"{RELATIONSHIPS}/worksheet\" Target=\"{target}\" \
             TargetMode=\"External\"/></Relationships>"
        );
        let book = xlsx_with(
            &sheet_data(&row(&["A1=5"])),
            &[],
            &[("xl/_rels/workbook.xml.rels", list.as_bytes())],
        );
        let said = refused(&book);
        assert!(said.starts_with("“return.xlsx” is "), "{target}: {said}");
    }
    // Parts that would lie elsewhere were they unpacked are not: nothing is.
    let book = xlsx_with(
        &sheet_data(&table()),
        &[],
        &[
            ("../../../evil.xml", b"<a/>"),
            ("C:/Windows/evil.dll", b"MZ"),
            ("/etc/evil", b""),
        ],
    );
    assert_eq!(read_lines(&book), TABLE);
}

#[test]
fn what_could_be_run_is_not() {
    let cached = |formula: &str| {
        format!(
            "<row><c r=\"A2\" t=\"inlineStr\"><is><t>Ashfield</t></is></c><c r=\"B2\"><f>{formula}</f><v>5</v></c>\
             <c r=\"C2\"><v>6</v></c></row>"
        )
    };
    let rows = |formula: &str| {
        row(&["A1=District", "B1=Offences 2019", "C1=Offences 2020"])
            + &cached(formula)
            + &row(&["A3=Gedling", "B3=7", "C3=8"])
    };
    let dde = b"<externalLink><ddeLink ddeService=\"cmd\" ddeTopic=\"/c calc\"/></externalLink>";
    let connection = b"<connections><connection id=\"1\" type=\"4\" refreshOnLoad=\"1\">\
                       <webPr url=\"http://127.0.0.1:9/\"/></connection></connections>";
    for formula in [
        "cmd|'/c calc'!A1",
        "WEBSERVICE(\"http://127.0.0.1:9/\")",
        "HYPERLINK(\"file:///etc/passwd\")",
        "[1]Other!A1",
        "CALL(\"kernel32\",\"WinExec\",\"JFJ\",\"calc\",0)",
    ] {
        let book = xlsx_with(
            &sheet_data(&rows(formula)),
            &[],
            &[
                ("xl/externalLinks/externalLink1.xml", dde),
                ("xl/connections.xml", connection),
                ("xl/vbaProject.bin", b"\xD0\xCF\x11\xE0 Auto_Open"),
                ("xl/embeddings/oleObject1.bin", b"MZ"),
            ],
        );
        assert_eq!(read_lines(&book), TABLE, "{formula}: what Excel held of it");
    }
    let csv = b"District,Offences 2019,Offences 2020\n=cmd|'/c calc'!A1,5,6\n@SUM(1+9),7,8\n";
    let read = read(csv).unwrap();
    assert!(
        read.source.areas[0].name.contains("cmd"),
        "a text is a text"
    );
}

#[test]
fn formulas_without_results_are_no_figures() {
    let rows = |formula: &str| {
        row(&["A1=District", "B1=Offences 2019", "C1=Offences 2020"])
            + &row(&["A2=Ashfield", "B2=5", "C2=6"])
            + &row(&["A3=Gedling", "B3=7", "C3=8"])
            + &format!(
                "<row><c r=\"A4\" t=\"inlineStr\"><is><t>Mansfield</t></is></c><c r=\"B4\">{formula}</c>\
                 <c r=\"C4\"><v>9</v></c></row>"
            )
    };
    let missing = |formula: &str| {
        let reading = read(&xlsx(&sheet_data(&rows(formula)), &[])).unwrap();
        assert_eq!(codes(&reading), ["excel-errors"], "{formula}");
        assert!(
            reading.findings[0].to_string().contains(
                "formulas whose results the file does not hold stand where figures should, once: open the workbook \
                 in Excel, save it, and import it again"
            ),
            "{}",
            reading.findings[0]
        );
        lines(&reading)
    };
    for formula in ["<f>B2+B3</f>", "<f>B2+B3</f><v/>", "<f>B2+B3</f><v></v>"] {
        let lines = missing(formula);
        assert!(
            lines
                .iter()
                .any(|line| line.starts_with("B4 ") && line.contains("cell error")),
            "{lines:?}"
        );
    }
    let whole = read(&xlsx(&sheet_data(&rows("<f>B2+B3</f><v>12</v>")), &[])).unwrap();
    assert_eq!(codes(&whole), [""; 0]);
    // Formulas that give no text on purpose have a result.
    let blank = read(&xlsx(&sheet_data(&rows("<f>\"\"</f>")), &[])).unwrap();
    assert_eq!(codes(&blank), ["excel-errors"]);
    // Writers that work nothing out put nought, and ask Excel to do it.
    let later = |list: &str, formula: &str| {
        let workbook = format!(
            "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONSHIPS}\"><sheets><sheet name=\"Return\" sheetId=\"1\" \
             r:id=\"rId1\"/></sheets>{list}</workbook>"
        );
        let book = xlsx_with(
            &sheet_data(&rows(formula)),
            &[],
            &[("xl/workbook.xml", workbook.as_bytes())],
        );
        let reading = read(&book).unwrap();
        let line = lines(&reading)
            .into_iter()
            .find(|line| line.starts_with("B4 "));
        line.unwrap()
    };
    let all = "<calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/>";
    assert!(later(all, "<f>B2-5</f><v>0</v>").contains("cell error"));
    assert!(later("<calcPr calcId=\"191029\"/>", "<f>B2-5</f><v>0</v>").ends_with("| 0"));
    assert!(later(all, "<f>B2+B3</f><v>12</v>").ends_with("| 12"));
}

#[test]
fn entities_are_never_unfolded() {
    let cell = |entity: &str| {
        format!("<row><c r=\"A1\" t=\"inlineStr\"><is><t>{entity}</t></is></c></row>")
    };
    let sheet = |kind: &str, entity: &str| {
        let sheet = format!(
            "<!DOCTYPE a [{kind}]><worksheet xmlns=\"{MAIN}\">{}</worksheet>",
            sheet_data(&(cell(entity) + &table()))
        );
        xlsx_with("", &[], &[("xl/worksheets/sheet1.xml", sheet.as_bytes())])
    };
    let mut laughs = String::from("<!ENTITY l0 \"ha\">");
    for level in 1..40 {
        laughs += &format!(
            "<!ENTITY l{level} \"{}\">",
            format!("&l{};", level - 1).repeat(10)
        );
    }
    let blow_up = format!("<!ENTITY l39 \"{}\">", "a".repeat(50_000));
    for (kind, entity) in [
        (laughs.as_str(), "&l39;"),
        (&blow_up, &"&l39;".repeat(50_000)),
        ("<!ENTITY x SYSTEM \"file:///etc/passwd\">", "&x;"),
        ("<!ENTITY x SYSTEM \"http://127.0.0.1:9/\">", "&x;"),
        ("<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x.dtd\"> %x;", "a"),
    ] {
        let book = sheet(kind, entity);
        if let Ok(reading) = read(&book) {
            let text = format!("{:?} {:?}", reading.source, reading.findings);
            assert!(
                !text.contains("root:") && !text.contains("haha"),
                "{text:.300}"
            );
        }
        let strings =
            format!("<!DOCTYPE a [{kind}]><sst xmlns=\"{MAIN}\"><si><t>{entity}</t></si></sst>");
        let shared = "<row><c r=\"A9\" t=\"s\"><v>0</v></c></row>";
        let book = xlsx_with(
            &sheet_data(&(table() + shared)),
            &[],
            &[("xl/sharedStrings.xml", strings.as_bytes())],
        );
        if let Ok(reading) = read(&book) {
            assert_eq!(lines(&reading), TABLE);
        }
    }
    let content = format!(
        "<!DOCTYPE a [{laughs}]><office:document-content><office:body><office:spreadsheet><table:table \
         table:name=\"Return\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>&l39;</text:p>\
         </table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>\
         </office:document-content>"
    );
    if let Ok(values) = ends(&ods_of(&content)) {
        assert_eq!(values, 0);
    }
}

#[test]
fn numbers_of_things_beyond_all_measure() {
    // Styles.
    let styles = format!(
        "<styleSheet xmlns=\"{MAIN}\"><cellXfs>{}</cellXfs></styleSheet>",
        "<xf numFmtId=\"0\"/>".repeat(1_000_000)
    );
    let list = format!(
        "<Relationships><Relationship Id=\"rId1\" Type=\"{RELATIONSHIPS}/worksheet\" \
         Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{RELATIONSHIPS}/styles\" \
         Target=\"styles.xml\"/></Relationships>"
    );
    let with = |styles: &str| {
        xlsx_with(
            &sheet_data(&table()),
            &[],
            &[
                ("xl/styles.xml", styles.as_bytes()),
                ("xl/_rels/workbook.xml.rels", list.as_bytes()),
            ],
        )
    };
    assert_eq!(read_lines(&with(&styles)), TABLE);
    // Merged cells over each other, far more than there are cells.
    let merge = "<mergeCell ref=\"A1:B1999\"/>";
    let merges = format!("<mergeCells>{}</mergeCells>", merge.repeat(300_000));
    let gap = row(&["A1=Offences", "C1=5"]) + &row(&["A3=District", "B3=2019", "C3=2020"]);
    let book = xlsx(&(sheet_data(&gap) + &merges), &[]);
    assert_eq!(
        refused(&book),
        "“return.xlsx” is too large to read: its merged cells lie over each other, or reach over more than 10 million \
         rows"
    );
    // A million of them side by side are many, and no more.
    let mut rows = row(&["A1=District", "B1=Offences 2019", "C1=Offences 2020"]);
    rows += &row(&["A2=Ashfield", "B2=5", "C2=6"]);
    let mut merges = String::new();
    for at in 4..100_004 {
        merges += &format!("<mergeCell ref=\"A{at}:C{at}\"/>");
    }
    let book = xlsx(
        &(sheet_data(&rows) + &format!("<mergeCells>{merges}</mergeCells>")),
        &[],
    );
    assert_eq!(read_lines(&book), TABLE[..2]);
    // Sheets.
    let mut sheets = String::new();
    for number in 0..20_000 {
        sheets += &format!("<sheet name=\"S{number}\" sheetId=\"{number}\" r:id=\"rId1\"/>");
    }
    let workbook = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONSHIPS}\"><sheets>{sheets}</sheets></workbook>"
    );
    let book = xlsx_with(
        &sheet_data(&table()),
        &[],
        &[("xl/workbook.xml", workbook.as_bytes())],
    );
    assert_eq!(
        refused(&book),
        "“return.xlsx” is too large to read: it lists 20000 sheets, far more than a workbook has"
    );
}

#[test]
fn one_line_without_an_end() {
    let mut long = b"District,Offences 2019\nAshfield,".to_vec();
    long.resize(24 << 20, b'5');
    // The text of a cell has an end; a number of so many digits is none.
    assert!(ends(&long).is_ok());
    let mut separated = b"District".to_vec();
    separated.resize(12 << 20, b',');
    let said = refused(&separated);
    assert!(
        said.contains("line 1 has more fields than a sheet has columns"),
        "{said}"
    );
    let mut open = b"District,\"Offences".to_vec();
    open.resize(12 << 20, b'\n');
    assert!(refused(&open).contains("the quotation mark in line 1 is never closed"));
    let mut nothing = b"District,Offences 2019\nAshfield,5\n".to_vec();
    nothing.resize(6 << 20, 0);
    assert!(ends(&nothing).unwrap_or_default() <= 1);
    let lines = "\n".repeat(8 << 20);
    assert!(ends(format!("District,Offences 2019\nAshfield,5\n{lines}").as_bytes()).is_ok());
}

#[test]
fn other_files_under_a_workbooks_name() {
    let zipped = {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file("return.xlsx", stored).unwrap();
        zip.write_all(&xlsx(&sheet_data(&table()), &[])).unwrap();
        zip.finish().unwrap().into_inner()
    };
    assert!(refused(&zipped).contains("a zip archive: unpack it"));
    for (bytes, what) in [
        (&b"\x1F\x8B\x08\0\0\0\0\0\0\x03"[..], "a compressed archive"),
        (b"7z\xBC\xAF\x27\x1C", "a compressed archive"),
        (
            b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF\0\0\x01\x02\x03",
            "a file of unknown kind",
        ),
        (
            b"\x7FELF\x02\x01\x01\0\0\x01\x02\x03\x04",
            "a file of unknown kind",
        ),
    ] {
        let said = refused(bytes);
        assert!(said.contains(what), "{said}");
    }
    // A workbook behind something else is read by its list of parts, as Excel would not.
    let behind = [
        &b"PK\x03\x04"[..],
        &[0; 5_000],
        &xlsx(&sheet_data(&table()), &[]),
    ]
    .concat();
    if let Ok(values) = ends(&behind) {
        assert_eq!(values, 4);
    }
}

#[test]
fn records_that_go_round_or_go_on() {
    // Ever the same record, records longer than the file, and formulas within formulas.
    let mut book = xlsb_table();
    for _ in 0..200_000 {
        book.extend(binary_row(3));
        book.extend(binary_number(1, 1.0));
    }
    assert!(ends(&xlsb(&[], &book)).is_ok());
    let endless = [xlsb_table(), vec![0x05, 0xFF, 0xFF, 0xFF, 0x7F]].concat();
    assert!(refused(&xlsb(&[], &endless)).starts_with("“return.xlsx” is damaged"));
    let names: Vec<u8> = (0..50_000)
        .flat_map(|_| binary_record(0x0027, &[0; 20]))
        .collect();
    if let Ok(values) = ends(&xlsb(&names, &xlsb_table())) {
        assert_eq!(values, 4);
    }
    let mut rows = xls_table();
    for _ in 0..100_000 {
        rows.extend(crate::made::number(3, 1, 1.0));
    }
    assert!(ends(&xls(&[], &rows)).is_ok());
    let deep = "<a>".repeat(300_000);
    let book = xlsx(&format!("{deep}{}", sheet_data(&table())), &[]);
    assert!(ends(&book).unwrap_or_default() <= 4);
    assert!(ends(&ods_of(&"<table:table>".repeat(300_000))).is_err());
    let rich = format!(
        "<row><c r=\"A9\" t=\"inlineStr\"><is>{}</is></c></row>",
        "<r><t>x</t></r>".repeat(300_000)
    );
    assert!(ends(&xlsx(&sheet_data(&(table() + &rich)), &[])).is_ok());
}
