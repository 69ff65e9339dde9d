//! Withholding small counts in a table of 40 by 40, against one audit of the result.

use std::hint::black_box;

use bellwether::stats::suppression::{CountTable, Place, PrimaryRule, passes_audit, suppress};
use criterion::Criterion;

use crate::ratio;

/// Counts of which one in twelve is small, the same every time.
fn table() -> CountTable {
    let count = |row: u64, column: u64| {
        let mixed = (row * 40 + column + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
        if mixed.is_multiple_of(12) {
            mixed % 5
        } else {
            5 + mixed % 400
        }
    };
    let row = |row| (0..40).map(|column| count(row, column)).collect();
    let rows: Vec<Vec<u64>> = (0..40).map(row).collect();
    CountTable::new(&rows).unwrap()
}

pub fn bench(criterion: &mut Criterion) {
    let table = table();
    let rule = PrimaryRule::UNDER_5;
    let withheld: Vec<Place> = suppress(&table, rule, &[]).all().collect();
    assert!(passes_audit(&table, rule, &withheld));
    let mut group = criterion.benchmark_group("suppression");
    group.sample_size(10);
    group.bench_function("40 by 40", |bencher| {
        bencher.iter(|| black_box(suppress(&table, rule, &[])));
    });
    group.finish();
    ratio::print(
        "withholding against one audit",
        5,
        || suppress(&table, rule, &[]),
        || passes_audit(&table, rule, &withheld),
    );
}
