//! Runs the program, and looks through what it wrote: packages within packages, and PDF where a reader is there.

use std::ffi::OsStr;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Runs the program with arguments, without a display.
pub fn bellwether<S: AsRef<OsStr>>(arguments: &[S]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_bellwether"))
        .args(arguments)
        .env("BELLWETHER_LAYOUTS", "no-layouts")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap()
}

/// Runs the program, which has to succeed; what it printed, with what it said of errors.
pub fn said<S: AsRef<OsStr> + std::fmt::Debug>(arguments: &[S]) -> String {
    let output = bellwether(arguments);
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {err}");
    format!("{}\n{err}", String::from_utf8_lossy(&output.stdout))
}

pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data")
        .join(name)
}

/// Everything in a file that is text, each part under its name.
pub fn texts(path: &Path) -> Vec<(String, String)> {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    if path.is_dir() {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(path).unwrap() {
            found.extend(texts(&entry.unwrap().path()));
        }
        return found;
    }
    let bytes = std::fs::read(path).unwrap();
    if path.extension().is_some_and(|ending| ending == "pdf") {
        return pdf_text(path)
            .into_iter()
            .map(|text| (name.clone(), text))
            .collect();
    }
    parts(&name, &bytes)
}

fn parts(name: &str, bytes: &[u8]) -> Vec<(String, String)> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return vec![(name.to_owned(), String::from_utf8_lossy(bytes).into_owned())];
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut found = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let inside = format!("{name} › {}", entry.name().unwrap());
        let mut held = Vec::new();
        entry.read_to_end(&mut held).unwrap();
        drop(entry);
        found.extend(parts(&inside, &held));
    }
    found
}

fn pdf_text(path: &Path) -> Option<String> {
    let output = Command::new("pdftotext").arg(path).arg("-").output();
    let Ok(output) = output else {
        println!("skipped: no pdftotext to read {}", path.display());
        return None;
    };
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}
