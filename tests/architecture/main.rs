//! The rules of `ARCHITECTURE.md` that a test can hold: which module may use which, what only one module
//! may touch, how long a file may be.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on says where, and writes what it likes"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers; each may use only those before it.
const LAYERS: [&str; 14] = [
    "base", "words", "data", "import", "check", "stats", "analysis", "project", "chart", "export",
    "jobs", "ui", "app", "cli",
];

/// What only some modules may touch.
const ONLY_HERE: &[(&str, &[&str])] = &[
    // Projects are locked where they become files; passphrases are asked for where there is a terminal.
    ("age", &["project"]),
    ("rpassword", &["cli"]),
    ("calamine", &["import"]),
    // Tables leave by files and the command line and come in by the import.
    ("csv", &["import", "export", "cli"]),
    ("encoding_rs", &["import"]),
    // Everything else asks `words::say`.
    ("fluent_bundle", &["words"]),
    ("sys_locale", &["app"]),
    ("geojson", &["import"]),
    // Edges are made simpler where they are read, cut into triangles where they are drawn; boundaries know their poles.
    ("geo", &["data", "import", "chart"]),
    ("polylabel", &["data"]),
    ("zip", &["import", "export"]),
    ("quick_xml", &["import", "export"]),
    ("rust_xlsxwriter", &["export"]),
    ("statrs", &["stats"]),
    // The gazetteer, the vocabulary, the design tokens and the preferences are RON too.
    ("rmp_serde", &["import"]),
    ("memory_stats", &["import"]),
    ("rlimit", &["import"]),
    ("ron", &["data", "import", "project", "ui", "app"]),
    ("resvg", &["export"]),
    ("krilla", &["export"]),
    ("usvg", &["export"]),
    ("egui", &["ui", "app", "cli"]),
    ("egui_plot", &["ui"]),
    ("egui_extras", &["ui"]),
    ("eframe", &["app"]),
    ("rfd", &["app"]),
    ("mundy", &["app"]),
    // Windows of one person speak to one another on this computer alone.
    ("interprocess", &["app"]),
    ("winsafe", &["app"]),
    ("winapi_util", &["app"]),
    ("mundy", &["app"]),
    ("clap", &["cli"]),
    ("serde_json", &["cli"]),
];

/// A file past this length is to be split.
const MOST_LINES: usize = 700;

mod exits;
mod words;
mod words_left;

struct SourceFile {
    module: String,
    path: PathBuf,
    text: String,
}

/// Every file of the library that stands in a layer.
fn source_files() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let inside = path.strip_prefix(&root).unwrap();
                let module = inside
                    .components()
                    .next()
                    .unwrap()
                    .as_os_str()
                    .to_string_lossy()
                    .into_owned();
                if Path::new(&module).extension().is_some() {
                    continue;
                }
                let text = fs::read_to_string(&path).unwrap();
                files.push(SourceFile { module, path, text });
            }
        }
    }
    assert!(files.len() > 50, "the search for source files is broken");
    files
}

/// The lines that are code: not comments, which may speak of anything.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.split("//").next().unwrap_or("")))
}

/// The modules of this crate that a line names after `crate::`.
fn modules_named(line: &str) -> Vec<String> {
    line.split("crate::")
        .skip(1)
        .filter(|rest| !rest.starts_with('{'))
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect()
        })
        .collect()
}

fn layer_of(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| *layer == module)
}

#[test]
fn each_module_uses_only_those_above_it() {
    let mut broken = Vec::new();
    for file in source_files() {
        let own = layer_of(&file.module)
            .unwrap_or_else(|| panic!("{} stands in no layer", file.path.display()));
        for (number, line) in code(&file.text) {
            assert!(
                !line.contains("crate::{"),
                "{}:{number}: one `use crate::module` a line",
                file.path.display()
            );
            for used in modules_named(line) {
                match layer_of(&used) {
                    Some(layer) if layer > own => {
                        broken.push(format!("{}:{number} uses {used}", file.path.display()));
                    }
                    _ => {}
                }
            }
        }
    }
    assert!(broken.is_empty(), "below its layer:\n{}", broken.join("\n"));
}

#[test]
fn libraries_stay_where_they_belong() {
    let mut broken = Vec::new();
    for file in source_files() {
        for (number, line) in code(&file.text) {
            for (library, modules) in ONLY_HERE {
                let names_it = [format!("{library}::"), format!("use {library};")]
                    .iter()
                    .any(|name| {
                        line.match_indices(name.as_str()).any(|(at, _)| {
                            let before = line[..at].chars().next_back();
                            !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
                        })
                    });
                if names_it && !modules.contains(&file.module.as_str()) {
                    broken.push(format!(
                        "{}:{number} touches {library}",
                        file.path.display()
                    ));
                }
            }
        }
    }
    assert!(broken.is_empty(), "not here:\n{}", broken.join("\n"));
}

#[test]
fn no_module_opens_a_socket() {
    for file in source_files() {
        for (number, line) in code(&file.text) {
            assert!(
                !line.contains("std::net"),
                "{}:{number} knows the network",
                file.path.display()
            );
        }
    }
}

#[test]
fn no_file_is_too_long() {
    let long: Vec<String> = source_files()
        .iter()
        .map(|file| (file.path.display().to_string(), file.text.lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(path, lines)| format!("{path}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "to be split:\n{}", long.join("\n"));
}

#[test]
fn the_rules_can_be_broken() {
    // Were the search blind, the tests above could not fail.
    assert_eq!(
        modules_named("use crate::ui::kit; use crate::app::X;"),
        ["ui", "app"]
    );
    assert!(layer_of("ui") > layer_of("data"));
    let lines: Vec<_> = code("a // crate::ui\nb").collect();
    assert_eq!(lines, [(1, "a "), (2, "b")]);
}
