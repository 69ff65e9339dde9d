//! Reading a workbook of 100,000 rows by 40 columns, against calamine's own `worksheet_range`.

use std::io::Cursor;

use bellwether::base::progress::Progress;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::import;
use calamine::{Reader, Xlsx};
use criterion::Criterion;
use rust_xlsxwriter::Workbook;

use crate::ratio;

const ROWS: u32 = 100_000;
const COLUMNS: u16 = 40;

/// A long table: area, offence, then a count for each month.
fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "Area").unwrap();
    sheet.write(0, 1, "Offence").unwrap();
    for column in 2..COLUMNS {
        let month = u32::from(column) - 2;
        sheet
            .write(
                0,
                column,
                format!("{}{:02}", 2020 + month / 12, month % 12 + 1),
            )
            .unwrap();
    }
    for row in 1..ROWS {
        sheet.write(row, 0, format!("Ward {}", row / 20)).unwrap();
        sheet
            .write(row, 1, format!("Offence {}", row % 20))
            .unwrap();
        for column in 2..COLUMNS {
            sheet
                .write(row, column, (row * 31 + u32::from(column) * 7) % 997)
                .unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

fn calamine_alone(bytes: &[u8]) -> usize {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = workbook.sheet_names()[0].clone();
    workbook
        .worksheet_range(&name)
        .unwrap()
        .used_cells()
        .count()
}

fn whole_reading(bytes: &[u8]) -> usize {
    let reading =
        import::read_bytes("large.xlsx", bytes, Gazetteer::built_in(), &Progress::new()).unwrap();
    reading.source.observations.len()
}

pub fn bench(criterion: &mut Criterion) {
    let bytes = workbook();
    assert!(whole_reading(&bytes) > 3_000_000, "the table is read whole");
    let mut group = criterion.benchmark_group("import");
    group.sample_size(10);
    group.bench_function("calamine worksheet_range", |bencher| {
        bencher.iter(|| calamine_alone(&bytes));
    });
    group.bench_function("whole reading", |bencher| {
        bencher.iter(|| whole_reading(&bytes));
    });
    group.finish();
    ratio::print(
        "whole reading / worksheet_range",
        5,
        || whole_reading(&bytes),
        || calamine_alone(&bytes),
    );
}
