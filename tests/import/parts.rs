//! A large table is read in parts side by side: what comes out is what one thread reads.

use std::fmt::Write as _;

use bellwether::base::progress::Progress;
use bellwether::data::gazetteer::Gazetteer;
use bellwether::import::{Reading, read_bytes};

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

fn read_with(threads: usize, csv: &str) -> Reading {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .unwrap();
    pool.install(|| {
        read_bytes(
            "large.csv",
            csv.as_bytes(),
            Gazetteer::built_in(),
            &Progress::new(),
        )
        .unwrap()
    })
}

#[test]
fn one_thread_and_several_read_the_same() {
    let csv = table();
    let alone = read_with(1, &csv);
    assert!(
        alone.source.observations.len() > 100_000,
        "the table is large enough to be read in parts"
    );
    assert!(!alone.findings.is_empty());
    for threads in [2, 3, 8] {
        let together = read_with(threads, &csv);
        assert_eq!(together.findings, alone.findings, "{threads} threads");
        assert!(together.source == alone.source, "{threads} threads");
        assert_eq!(together.sheets.len(), alone.sheets.len());
    }
}
