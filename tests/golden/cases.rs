//! The files of golden vectors, and how the cases of some kinds are run.

use std::cell::RefCell;
use std::collections::BTreeSet;
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
    /// The pointers that were compared.
    compared: RefCell<BTreeSet<String>>,
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

    /// A label of the case, whether it is written as a text or as a number.
    pub fn label(&self, pointer: &str) -> Result<String, String> {
        match self.at(pointer)? {
            Value::String(text) => Ok(text.clone()),
            Value::Number(number) => Ok(number.to_string()),
            other => Err(format!("{pointer} is no label but {other}")),
        }
    }

    /// Says that nothing can be estimated: every field that is expected is null or nought.
    pub fn nothing_expected(&self) -> Result<(), String> {
        let fields = self.at("/expected")?.as_object();
        for (field, expected) in fields.ok_or("no fields are expected")? {
            let is_nothing = match expected {
                Value::Null => true,
                Value::Array(limits) => limits.iter().all(Value::is_null),
                other => other.as_f64() == Some(0.0),
            };
            if !is_nothing {
                return Err(format!("nothing is estimated, but {field} is {expected}"));
            }
        }
        Ok(())
    }

    /// A number of the case.
    pub fn number(&self, pointer: &str) -> Result<f64, String> {
        let number = self.at(pointer)?.as_f64();
        number.ok_or_else(|| format!("{pointer} is no number"))
    }

    /// A list of the case.
    pub fn list(&self, pointer: &str) -> Result<&Vec<Value>, String> {
        let list = self.at(pointer)?.as_array();
        list.ok_or_else(|| format!("{pointer} is no list"))
    }

    /// A list of numbers of the case, `None` for null.
    pub fn numbers(&self, pointer: &str) -> Result<Vec<Option<f64>>, String> {
        Ok(self.list(pointer)?.iter().map(Value::as_f64).collect())
    }

    /// Compares a number with what is expected, within the tolerance of the file; `None` is null.
    pub fn close(&self, pointer: &str, found: Option<f64>) -> Result<(), String> {
        let expected = self.at(pointer)?;
        self.compared.borrow_mut().insert(pointer.to_owned());
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

    /// Compares the two limits of an interval; none at all may be null or a pair of nulls.
    pub fn close_interval(&self, pointer: &str, found: Option<(f64, f64)>) -> Result<(), String> {
        if self.at(pointer)?.is_null() {
            return self.close(pointer, found.map(|limits| limits.0));
        }
        self.close(&format!("{pointer}/0"), found.map(|limits| limits.0))?;
        self.close(&format!("{pointer}/1"), found.map(|limits| limits.1))
    }

    /// Compares numbers one by one with a list of as many.
    pub fn close_list(&self, pointer: &str, found: &[Option<f64>]) -> Result<(), String> {
        let expected = self.list(pointer)?.len();
        self.compared.borrow_mut().insert(pointer.to_owned());
        if expected != found.len() {
            return Err(format!("{pointer} has {expected}, not {}", found.len()));
        }
        for (place, number) in found.iter().enumerate() {
            self.close(&format!("{pointer}/{place}"), *number)?;
        }
        Ok(())
    }

    /// Compares anything else with what is expected.
    pub fn same(&self, pointer: &str, found: impl Into<Value>) -> Result<(), String> {
        let (expected, found) = (self.at(pointer)?, found.into());
        self.compared.borrow_mut().insert(pointer.to_owned());
        if *expected == found {
            Ok(())
        } else {
            Err(format!("{pointer} is {found}, not {expected}"))
        }
    }

    /// Fails where a field of what is expected was not compared, other than those named.
    pub fn all_compared_but(&self, skipped: &[&str]) -> Result<(), String> {
        let compared = self.compared.borrow();
        let fields = self.at("/expected")?.as_object();
        for field in fields.ok_or("no fields are expected")?.keys() {
            let pointer = format!("/expected/{field}");
            let inside = format!("{pointer}/");
            let found = compared.contains(&pointer)
                || compared.iter().any(|other| other.starts_with(&inside));
            if !found && !skipped.contains(&field.as_str()) {
                return Err(format!("{pointer} is not compared"));
            }
        }
        Ok(())
    }
}

/// Runs every case of some kinds in every file and prints how many there were. A kind that a folder other
/// than the project's has no case of is named and passed over.
///
/// # Panics
/// Where a case differs, and where the project's own files have no case of a kind.
pub fn run(kinds: &[(&str, Check)]) {
    let mut wrong = Vec::new();
    let mut ran = BTreeSet::new();
    for (name, file) in all_files() {
        let tolerance = |which: &str| {
            let value = file.pointer(&format!("/tolerance/{which}"));
            value.and_then(Value::as_f64).unwrap_or(1e-9)
        };
        let cases = file.get("cases").and_then(Value::as_array);
        let in_file = cases.map_or(0, Vec::len);
        let mut run = 0;
        for json in cases.into_iter().flatten() {
            let kind = kind_of(json);
            let Some((_, check)) = kinds.iter().find(|(name, _)| *name == kind) else {
                continue;
            };
            let case = Case {
                json,
                relative: tolerance("rel"),
                absolute: tolerance("abs"),
                compared: RefCell::default(),
            };
            if let Err(difference) = check(&case) {
                let id = json.get("id").and_then(Value::as_str).unwrap_or("?");
                wrong.push(format!("{name}, {id}: {difference}"));
            }
            ran.insert(kind.to_owned());
            run += 1;
        }
        if run > 0 {
            println!("{name}: {run} of {in_file} cases run here");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (kind, _) in kinds {
        if !ran.contains(*kind) {
            assert!(other_folder().is_some(), "no file has a case of {kind}");
            println!("no file of the folder has a case of {kind}");
        }
    }
}

/// How many cases every file has that one of the kinds runs, with the ids of the others.
pub struct Coverage {
    /// The file's name.
    pub file: String,
    /// All its cases.
    pub cases: usize,
    /// The cases that nothing runs, as kind and id; not those that are informative only.
    pub missed: Vec<String>,
}

/// What the kinds cover, file by file.
pub fn coverage(kinds: &[&str]) -> Vec<Coverage> {
    let of_file = |(file, json): (String, Value)| {
        let cases = json.get("cases").and_then(Value::as_array);
        let missed = cases.into_iter().flatten().filter(|case| {
            let informative = case.get("advisory").and_then(Value::as_bool);
            !kinds.contains(&kind_of(case)) && informative != Some(true)
        });
        let missed = missed.map(|case| {
            let id = case.get("id").and_then(Value::as_str).unwrap_or("?");
            format!("{} {id}", kind_of(case))
        });
        Coverage {
            cases: cases.map_or(0, Vec::len),
            missed: missed.collect(),
            file,
        }
    };
    all_files().into_iter().map(of_file).collect()
}

/// The text of a data file that a case names: of the folder, else of the project.
pub fn data_file(path: &str) -> Result<String, String> {
    let other = other_folder().map(|folder| folder.join(path));
    let path = other
        .filter(|path| path.is_file())
        .unwrap_or_else(|| own_folder().join(path));
    std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
}

fn kind_of(case: &Value) -> &str {
    case.get("kind").and_then(Value::as_str).unwrap_or("")
}

fn other_folder() -> Option<PathBuf> {
    std::env::var_os("GOLDEN_DIR").map(PathBuf::from)
}

fn own_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn all_files() -> Vec<(String, Value)> {
    files().unwrap_or_else(|error| panic!("the golden vectors cannot be read: {error}"))
}

/// The files of the folder with their names.
fn files() -> Result<Vec<(String, Value)>, Box<dyn Error>> {
    let folder = other_folder().unwrap_or_else(own_folder);
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
