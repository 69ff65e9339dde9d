//! Files that are sound and hold what few do: errors of Excel, dates from 1904, separated values of any shape,
//! numbers that are none; and one that is not there.

use bellwether::base::progress::Progress;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::import::{ReadError, read_file};

use crate::faults::{damaged, read, read_lines, refused, sheet_data};
use crate::made::{
    TABLE, binary_number, binary_row, binary_text, row, xlsb, xlsb_table, xlsx, xlsx_with,
};

#[test]
fn errors_of_excel_are_statuses() {
    let cell = |at: &str, error: &str| format!("<c r=\"{at}\" t=\"e\"><v>{error}</v></c>");
    let rows = row(&["A1=District", "B1=Offences 2019", "C1=Offences 2020"])
        + "<row><c r=\"A2\" t=\"inlineStr\"><is><t>Ashfield</t></is></c>"
        + &cell("B2", "#DIV/0!")
        + &cell("C2", "#N/A")
        + "</row>"
        + &row(&["A3=Gedling", "B3=7", "C3=8"]);
    let lines = read_lines(&xlsx(&sheet_data(&rows), &[]));
    assert_eq!(lines[2..], TABLE[2..]);
    assert!(
        lines[..2].iter().all(|line| !line.ends_with("| 0")),
        "{lines:?}"
    );
}

#[test]
fn dates_count_from_1904_where_the_workbook_says_so() {
    let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let workbook = |date1904: u8| {
        format!(
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
             xmlns:r=\"{relationships}\"><workbookPr date1904=\"{date1904}\"/><sheets>\
             <sheet name=\"Return\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        )
    };
    let styles = b"<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs>\
                   <xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    let targets = format!(
        "<Relationships><Relationship Id=\"rId1\" Type=\"{relationships}/worksheet\" \
         Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{relationships}/styles\" \
         Target=\"styles.xml\"/></Relationships>"
    );
    let date = |at: &str, day: u32| format!("<c r=\"{at}\" s=\"1\"><v>{day}</v></c>");
    // 1 and 29 February 2020 and 1 March 2020, counted from 1904.
    let rows = row(&["A1=Month", "B1=Offences"])
        + &format!("<row>{}<c r=\"B2\"><v>5</v></c></row>", date("A2", 42_400))
        + &format!("<row>{}<c r=\"B3\"><v>6</v></c></row>", date("A3", 42_429));
    let read = |date1904: u8| {
        read_lines(&xlsx_with(
            &sheet_data(&rows),
            &[],
            &[
                ("xl/workbook.xml", workbook(date1904).as_bytes()),
                ("xl/_rels/workbook.xml.rels", targets.as_bytes()),
                ("xl/styles.xml", styles),
            ],
        ))
    };
    assert_eq!(
        read(1),
        [
            "B2 Offences [count] | 2020-02-01 to 2020-02-29 | 5",
            "B3 Offences [count] | 2020-03-01 to 2020-03-31 | 6",
        ]
    );
    assert!(read(0)[0].contains("2016-01-31"), "{:?}", read(0));
}

#[test]
fn a_file_that_is_not_there_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let read = |name: &str| {
        read_file(
            &folder.path().join(name),
            Gazetteer::built_in(),
            &Progress::new(),
        )
        .unwrap_err()
        .to_string()
    };
    assert_eq!(
        read("return.xlsx"),
        "“return.xlsx” is not there any more: it may have been moved or renamed"
    );
    let file = String::from("return.xlsx");
    assert_eq!(
        ReadError::Locked { file }.to_string(),
        "“return.xlsx” is open in another program, probably Excel, which has locked it: close it there, or \
         save a copy, and try again"
    );
    std::fs::create_dir(folder.path().join("folder.xlsx")).unwrap();
    let said = read("folder.xlsx");
    assert!(
        said.starts_with("“folder.xlsx” could not be opened: ")
            && said.ends_with("Check that you may read it, or save a copy on this computer"),
        "{said}"
    );
}

#[test]
fn separated_values_of_any_shape() {
    assert_eq!(
        refused(b"District,2019\nAshfield,5\n\"Gedling,7\nMansfield,8\n"),
        damaged("the quotation mark in line 3 is never closed")
    );
    let wide = "1,".repeat(100_000);
    assert_eq!(
        refused(format!("a,b\n{wide}").as_bytes()),
        "“return.xlsx” is too large to read: line 2 has more fields than a sheet has columns (16384)"
    );
    let long = format!("District,2019\nAshfield,5\n{}", "word ".repeat(1_000_000));
    assert_eq!(read(long.as_bytes()).unwrap().source.observations.len(), 1);
    let blank = format!(
        "District,Offences 2019\n{}Ashfield,5\n",
        "\n".repeat(100_000)
    );
    assert_eq!(read(blank.as_bytes()).unwrap().sheets[0].account.cells, 4);
    assert!(
        refused(b"District,2019\nAsh\0field,5\nGedling,6\n").contains("a file of unknown kind")
    );
    // Bytes of another encoding in the midst of UTF-8: every byte is some letter, and figures stay figures.
    let mixed = b"District,Offences 2019\nAshfield,5\nCaf\xE9 \xC3\xA9,7\n";
    let lines = read_lines(mixed);
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[1].ends_with("| 7"), "{lines:?}");
}

#[test]
fn numbers_that_are_none_are_errors() {
    let cell = |at: &str, value: &str| format!("<c r=\"{at}\"><v>{value}</v></c>");
    let rows = row(&["A1=District", "B1=Offences 2019", "C1=Offences 2020"])
        + "<row><c r=\"A2\" t=\"inlineStr\"><is><t>Ashfield</t></is></c>"
        + &cell("B2", "NaN")
        + &cell("C2", "1e999")
        + "</row>"
        + &row(&["A3=Gedling", "B3=7", "C3=8"]);
    let cells = [xlsb_table(), binary_row(3), binary_text(0, "Mansfield")].concat();
    let cells = [
        cells,
        binary_number(1, f64::NAN),
        binary_number(2, f64::INFINITY),
    ]
    .concat();
    for (bytes, none) in [
        (xlsx(&sheet_data(&rows), &[]), 0..2),
        (xlsb(&[], &cells), 4..6),
    ] {
        let reading = read(&bytes).unwrap();
        for held in &reading.source.observations[none] {
            assert_eq!(
                (held.value, held.status),
                (None, bellwether::data::Status::CellError),
                "{held:?}"
            );
        }
    }
}
