//! How long a large workbook takes, beside what `calamine` alone needs for its cells. Run by hand, in
//! release: `cargo test --release --test import speed -- --ignored --nocapture`.

use std::io::Cursor;
use std::time::Instant;

use bellwether::base::progress::Progress;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::import::{read_bytes, workbook};
use calamine::{Reader, Xlsx};
use rust_xlsxwriter::Workbook;

#[test]
#[ignore = "measures, judges nothing"]
fn a_hundred_thousand_rows_by_forty_columns() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in ["Area", "Offence", "Year"].iter().enumerate() {
        sheet
            .write(0, u16::try_from(column).unwrap(), *heading)
            .unwrap();
    }
    for column in 3..40_u16 {
        sheet
            .write(0, column, format!("Measure {column} incidents"))
            .unwrap();
    }
    for row in 1..=100_000_u32 {
        sheet.write(row, 0, format!("Place {}", row % 500)).unwrap();
        sheet
            .write(row, 1, format!("Offence {}", row / 500 % 20))
            .unwrap();
        sheet.write(row, 2, 2010 + row / 10_000).unwrap();
        for column in 3..40_u16 {
            sheet
                .write(row, column, f64::from(row) * 0.5 + f64::from(column))
                .unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    for _ in 0..3 {
        let started = Instant::now();
        let mut xlsx: Xlsx<_> = Xlsx::new(Cursor::new(bytes.as_slice())).unwrap();
        let range = xlsx.worksheet_range("Sheet1").unwrap();
        let alone = started.elapsed();
        assert_eq!(range.height(), 100_001);
        let started = Instant::now();
        let opened = workbook::open("big.xlsx", &bytes, &Progress::new()).unwrap();
        let grids = started.elapsed();
        assert_eq!(opened.sheets.len(), 1);
        let started = Instant::now();
        let reading =
            read_bytes("big.xlsx", &bytes, Gazetteer::built_in(), &Progress::new()).unwrap();
        let whole = started.elapsed();
        println!(
            "calamine {alone:?}, grids {grids:?} ({:.2}), whole {whole:?} ({:.2}), {} values",
            grids.as_secs_f64() / alone.as_secs_f64(),
            whole.as_secs_f64() / alone.as_secs_f64(),
            reading.source.observations.len()
        );
    }
}
