//! Names that a spreadsheet would take for formulas.

use std::process::Command;

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use rust_xlsxwriter::Workbook;

use crate::files::said;

/// What a workbook calls its districts.
const NAMES: [&str; 4] = [
    "=HYPERLINK(\"http://x\",\"y\")",
    "@SUM(1+1)",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
];

fn project(folder: &std::path::Path) -> std::path::PathBuf {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "Burglary by district").unwrap();
    for (column, heading) in ["District", "2021", "2022", "2023"].iter().enumerate() {
        sheet.write_string(2, column as u16, *heading).unwrap();
    }
    for (row, name) in (3..).zip(NAMES) {
        sheet.write_string(row, 0, name).unwrap();
        for column in 1..4 {
            sheet
                .write_number(row, column, f64::from(row * 10 + u32::from(column)))
                .unwrap();
        }
    }
    let workbook = folder.join("odd.xlsx");
    book.save(&workbook).unwrap();
    let project = folder.join("odd.bellwether");
    said(&[
        "import",
        workbook.to_str().unwrap(),
        "--project",
        project.to_str().unwrap(),
    ]);
    project
}

/// The arguments of a chart with a line for each district.
fn chart(project: &std::path::Path, out: &std::path::Path) -> Vec<String> {
    let mut arguments: Vec<String> = ["chart", project.to_str().unwrap(), "--measure", "Burglary"]
        .map(str::to_owned)
        .to_vec();
    let opened = bellwether::project::store::open(project).unwrap();
    let areas = &opened.project.sources[0].areas;
    arguments.extend(areas.iter().map(|area| format!("--area={}", area.name)));
    arguments.extend(["--out", out.to_str().unwrap()].map(str::to_owned));
    arguments
}

fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err()
}

#[test]
fn no_cell_of_csv_or_of_the_command_line_is_a_formula() {
    let folder = tempfile::tempdir().unwrap();
    let project = project(folder.path());
    let out = folder.path().join("odd.csv");
    said(&chart(&project, &out));
    let printed = said(&["facts", project.to_str().unwrap()]);
    for text in [std::fs::read_to_string(&out).unwrap(), printed] {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let cells: Vec<String> = reader
            .records()
            .flatten()
            .flat_map(|record| record.iter().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        assert!(
            cells.iter().any(|cell| cell.contains("HYPERLINK")),
            "{cells:?}"
        );
        let formulas: Vec<&String> = cells.iter().filter(|cell| is_formula(cell)).collect();
        assert!(formulas.is_empty(), "{formulas:?}");
    }
}

#[test]
fn no_cell_of_a_workbook_is_a_formula() {
    let folder = tempfile::tempdir().unwrap();
    let project = project(folder.path());
    let out = folder.path().join("odd.xlsx.out.xlsx");
    said(&chart(&project, &out));
    let mut book: Xlsx<_> = open_workbook(&out).unwrap();
    let mut found = 0;
    for sheet in book.sheet_names() {
        let formulas = book.worksheet_formula(&sheet).unwrap();
        assert!(
            formulas.used_cells().next().is_none(),
            "formulas on {sheet}"
        );
        let cells = book.worksheet_range(&sheet).unwrap();
        for (.., cell) in cells.used_cells() {
            found += usize::from(matches!(cell, Data::String(text) if text.contains("HYPERLINK")));
        }
    }
    assert!(found > 0, "the name is there, as words");
    let code = "import sys, openpyxl\n\
        book = openpyxl.load_workbook(sys.argv[1])\n\
        bad = [c.coordinate for s in book for r in s.iter_rows() for c in r if c.data_type == 'f']\n\
        print(bad)\n\
        sys.exit(1 if bad else 0)";
    match Command::new("python3")
        .args(["-c", code])
        .arg(&out)
        .output()
    {
        Ok(read) if String::from_utf8_lossy(&read.stderr).contains("No module named") => {
            println!("skipped: openpyxl is not installed");
        }
        Ok(read) => assert!(
            read.status.success(),
            "{}{}",
            String::from_utf8_lossy(&read.stdout),
            String::from_utf8_lossy(&read.stderr)
        ),
        Err(error) => println!("skipped: {error}"),
    }
    // The workbook inside a slide, too.
    let deck = folder.path().join("odd.pptx");
    said(&chart(&project, &deck));
    for (name, text) in crate::files::texts(&deck) {
        if name.contains("sheet") {
            assert!(!text.contains("<f>"), "{name} has a formula");
        }
    }
}
