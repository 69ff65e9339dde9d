//! No case of disclosure, counts, rates, funnels and ranks is passed over in silence.

use std::error::Error;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::cases::Check;
use crate::{counts_rates, disclosure, funnels};

/// What is run of a file, by the kind of its cases.
type Kinds = &'static [(&'static str, Check)];

/// The files, what is run of them, and the kinds that are run elsewhere or stand there for reference.
const FILES: [(&str, Kinds, &[&str]); 3] = [
    ("04_disclosure.json", disclosure::KINDS, &["policy"]),
    (
        "05_counts_rates.json",
        counts_rates::KINDS,
        &["wald_rate_ratio"],
    ),
    ("09_funnel_rank_shrinkage.json", funnels::KINDS, &[]),
];

#[test]
fn every_case_has_a_runner() {
    for (name, kinds, elsewhere) in FILES {
        for case in of_file(name).unwrap() {
            let kind = case["kind"].as_str().unwrap();
            let is_run = kinds.iter().any(|(known, _)| *known == kind);
            let is_known = is_run || elsewhere.contains(&kind);
            assert!(is_known, "{name}, {}: nothing runs {kind:?}", case["id"]);
        }
    }
}

/// The cases of a file.
pub fn of_file(name: &str) -> Result<Vec<Value>, Box<dyn Error>> {
    let folder = std::env::var_os("GOLDEN_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden"),
        PathBuf::from,
    );
    let mut file: Value = serde_json::from_str(&std::fs::read_to_string(folder.join(name))?)?;
    let cases = file.get_mut("cases").ok_or("the file has no cases")?;
    Ok(serde_json::from_value(cases.take())?)
}
