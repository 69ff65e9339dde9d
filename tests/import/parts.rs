//! A large table is read in parts side by side: what comes out is what one thread reads.

use std::fmt::Write as _;

use bellwether::base::progress::Progress;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::import::{Reading, read_bytes};
use rust_xlsxwriter::{Format, Workbook};

/// A long table with filled-down names, shorthand, odd texts and a row that says another's values again.
fn table() -> String {
    let mut csv = String::from("Area,Offence,2019/20,2020/21,2021/22\n");
    for row in 0..40_000_u32 {
        let area = if row % 10 == 0 {
            format!("Ward {}", row / 10)
        } else {
            String::new()
        };
        let second = match row % 997 {
            0 => String::from("[c]"),
            1 => String::from("to follow"),
            _ => (row % 311).to_string(),
        };
        writeln!(
            csv,
            "{area},Offence {},{},{second},{}",
            row % 10,
            row % 173,
            row % 59
        )
        .unwrap();
    }
    csv.push_str("Ward 3,Offence 4,1,2,3\n");
    csv
}

/// The same kind of table as a workbook whose one sheet is dealt out to several threads, with styles and
/// merged cells, and a small sheet beside it.
fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let percent = Format::new().set_num_format("0.0%");
    let sheet = workbook.add_worksheet();
    sheet
        .merge_range(0, 0, 0, 4, "Recorded crime by ward", &Format::new())
        .unwrap();
    for (column, heading) in (0..).zip([
        "Area",
        "Offence",
        "2019/20",
        "2020/21",
        "% with an outcome, 2020/21",
    ]) {
        sheet.write(1, column, heading).unwrap();
    }
    for row in 2..30_000_u32 {
        sheet.write(row, 0, format!("Ward {}", row / 10)).unwrap();
        sheet
            .write(row, 1, format!("Offence {}", row % 10))
            .unwrap();
        sheet.write(row, 2, row % 311).unwrap();
        if row % 997 == 0 {
            sheet.write(row, 3, "[c]").unwrap();
        } else {
            sheet.write(row, 3, row % 173).unwrap();
        }
        sheet
            .write_with_format(row, 4, f64::from(row % 59) / 59.0, &percent)
            .unwrap();
    }
    let notes = workbook.add_worksheet();
    notes.write(0, 0, "[c] = suppressed").unwrap();
    workbook.save_to_buffer().unwrap()
}

fn read_with(threads: usize, file: &str, bytes: &[u8]) -> Reading {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .unwrap();
    pool.install(|| read_bytes(file, bytes, Gazetteer::built_in(), &Progress::new()).unwrap())
}

fn assert_threads_agree(file: &str, bytes: &[u8]) -> Reading {
    let alone = read_with(1, file, bytes);
    assert!(
        alone.source.observations.len() > 80_000,
        "the table is large enough to be read in parts"
    );
    assert!(!alone.findings.is_empty());
    for threads in [2, 3] {
        let together = read_with(threads, file, bytes);
        assert_eq!(together.findings, alone.findings, "{threads} threads");
        assert!(together.source == alone.source, "{threads} threads");
        assert_eq!(together.sheets, alone.sheets, "{threads} threads");
    }
    alone
}

#[test]
fn one_thread_and_several_read_the_same_table() {
    assert_threads_agree("large.csv", table().as_bytes());
}

#[test]
fn one_thread_and_several_read_the_same_workbook() {
    let reading = assert_threads_agree("large.xlsx", &workbook());
    assert_eq!(reading.source.title, "Recorded crime by ward");
    let last = reading.source.observations.last().unwrap();
    assert_eq!(last.cell.to_string(), "E30000");
    assert_eq!(last.value, Some(f64::from(29_999 % 59) / 59.0 * 100.0));
}
