//! Whether every case is run by something.

use crate::{cases, comparisons, crosstabs, distributions, periods_change, proportions, weighted};

/// The files of which nothing may be left out.
const COMPLETE: [&str; 4] = ["00_", "01_", "02_", "03_"];

#[test]
fn no_case_of_the_survey_statistics_is_left_out() {
    let lists = [
        comparisons::KINDS,
        crosstabs::KINDS,
        distributions::KINDS,
        periods_change::KINDS,
        proportions::KINDS,
        weighted::KINDS,
    ];
    let kinds: Vec<&str> = lists.into_iter().flatten().map(|(kind, _)| *kind).collect();
    let mut left_out = Vec::new();
    for file in cases::coverage(&kinds) {
        let run = file.cases - file.missed.len();
        println!("{}: {run} of {} cases", file.file, file.cases);
        if COMPLETE.iter().any(|number| file.file.starts_with(number)) {
            left_out.extend(file.missed);
        }
    }
    assert!(left_out.is_empty(), "nothing runs {left_out:#?}");
}
