//! The files of golden vectors, and how the cases of some kinds are run.

use std::error::Error;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// What checks one case: `Err` says in which way it differs.
pub type Check = fn(&Case<'_>) -> Result<(), String>;

/// One case with the tolerance of its file.
pub struct Case<'a> {
    json: &'a Value,
    relative: f64,
    absolute: f64,
}

impl Case<'_> {
    /// A field of the case or of what is expected: `/expected/days`.
    pub fn at(&self, pointer: &str) -> Result<&Value, String> {
        let value = self.json.pointer(pointer);
        value.ok_or_else(|| format!("the case has no {pointer}"))
    }

    /// A text of the case.
    pub fn text(&self, pointer: &str) -> Result<&str, String> {
        let text = self.at(pointer)?.as_str();
        text.ok_or_else(|| format!("{pointer} is no text"))
    }

    /// A number of the case.
    pub fn number(&self, pointer: &str) -> Result<f64, String> {
        let number = self.at(pointer)?.as_f64();
        number.ok_or_else(|| format!("{pointer} is no number"))
    }

    /// Compares a number with what is expected, within the tolerance of the file; `None` is null.
    pub fn close(&self, pointer: &str, found: Option<f64>) -> Result<(), String> {
        let expected = self.at(pointer)?;
        let agrees = match (expected.as_f64(), found) {
            (None, None) => expected.is_null(),
            (Some(expected), Some(found)) => {
                let allowed = self.absolute.max(self.relative * expected.abs());
                (found - expected).abs() <= allowed
            }
            _ => false,
        };
        if agrees {
            Ok(())
        } else {
            Err(format!("{pointer} is {found:?}, not {expected}"))
        }
    }

    /// Compares anything else with what is expected.
    pub fn same(&self, pointer: &str, found: impl Into<Value>) -> Result<(), String> {
        let (expected, found) = (self.at(pointer)?, found.into());
        if *expected == found {
            Ok(())
        } else {
            Err(format!("{pointer} is {found}, not {expected}"))
        }
    }
}

/// Runs every case of some kinds in every file and prints how many there were.
///
/// # Panics
/// Where a case differs, and where there is none.
pub fn run(kinds: &[(&str, Check)]) {
    let mut wrong = Vec::new();
    let mut ran = 0;
    let files =
        files().unwrap_or_else(|error| panic!("the golden vectors cannot be read: {error}"));
    for (name, file) in files {
        let tolerance = |which: &str| {
            let value = file.pointer(&format!("/tolerance/{which}"));
            value.and_then(Value::as_f64).unwrap_or(1e-9)
        };
        let cases = file.get("cases").and_then(Value::as_array);
        let mut in_file = 0;
        for json in cases.into_iter().flatten() {
            let kind = json.get("kind").and_then(Value::as_str).unwrap_or("");
            let Some((_, check)) = kinds.iter().find(|(name, _)| *name == kind) else {
                continue;
            };
            let case = Case {
                json,
                relative: tolerance("rel"),
                absolute: tolerance("abs"),
            };
            if let Err(difference) = check(&case) {
                let id = json.get("id").and_then(Value::as_str).unwrap_or("?");
                wrong.push(format!("{name}, {id}: {difference}"));
            }
            in_file += 1;
        }
        if in_file > 0 {
            println!("{name}: {in_file} cases run");
        }
        ran += in_file;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(ran > 0, "no file has a case of these kinds");
}

/// The files of the folder with their names.
fn files() -> Result<Vec<(String, Value)>, Box<dyn Error>> {
    let folder = std::env::var_os("GOLDEN_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden"),
        PathBuf::from,
    );
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let json = serde_json::from_str(&std::fs::read_to_string(&path)?)?;
        files.push((name.into_owned(), json));
    }
    files.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(files)
}
