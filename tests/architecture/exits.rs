//! Where bytes leave the program: files, the clipboard, what is printed. Each place is listed here with what stands
//! between it and what may not be seen; a new one has to be thought about before it can be used.

use crate::{code, source_files};

/// Words by which something leaves.
const WAYS_OUT: [&str; 19] = [
    "atomic_file::write(",
    "write_on(",
    "fs::write(",
    "fs::copy(",
    "fs::hard_link(",
    "File::create",
    "File::options",
    "OpenOptions",
    "NamedTempFile",
    "copy_text(",
    "copy_image(",
    "set_text(",
    "OutputCommand",
    "stdout()",
    "stderr()",
    "println!(",
    "print!(",
    "Command::new(program",
    "UdpSocket",
];

/// The files that may, and what they let out.
const MAY: [(&str, &str); 33] = [
    (
        "project/saving/mod.rs",
        "the bytes of a project, as `store::to_text` gives them",
    ),
    (
        "project/saving/versions.rs",
        "the same, and files as they were saved",
    ),
    (
        "base/file_system.rs",
        "what its callers, listed here, give it",
    ),
    (
        "project/saving/hold.rs",
        "who has a project open, where and since when; no content",
    ),
    (
        "app/desktop.rs",
        "asks whether somebody reads what is printed",
    ),
    (
        "base/atomic_file.rs",
        "what its callers, listed here, give it",
    ),
    (
        "project/store/mod.rs",
        "the project itself, locked where it is locked: `to_text` is the one way",
    ),
    (
        "project/layout_file.rs",
        "how a partner's workbook is laid out: headings, no figures",
    ),
    ("export/file.rs", "a `Publishable`"),
    ("export/story/mod.rs", "a `PublishableStory`"),
    (
        "export/pptx/refresh/found.rs",
        "a deck whose figures are those of a `Publishable`",
    ),
    (
        "export/share.rs",
        "a `SharedCopy`, which only `export::guard` makes",
    ),
    (
        "app/preferences.rs",
        "paths of recent files, look and zoom; no content",
    ),
    (
        "app/actions.rs",
        "cells of models, which hold nothing withheld, made harmless",
    ),
    ("app/sharing.rs", "a `Publishable` as cells or as a picture"),
    ("app/overlays.rs", "version and renderer"),
    ("app/reveal.rs", "a path, to the program that shows folders"),
    (
        "cli/output.rs",
        "rows of `guard::printable`, of disclosed tables and of words, made harmless",
    ),
    ("cli/under_way.rs", "what is under way: names of files"),
    ("cli/mod.rs", "why something failed"),
    (
        "cli/snapshot.rs",
        "a picture of the window, which draws models",
    ),
    (
        "cli/refresh.rs",
        "what a refreshed deck says otherwise, from a `Publishable`",
    ),
    (
        "cli/stories.rs",
        "messages of slides, held against a `Publishable`",
    ),
    ("cli/passphrase.rs", "that a project is locked"),
    ("cli/share.rs", "what a copy holds, in numbers of things"),
    ("cli/survey.rs", "words about a choice of people"),
    ("cli/table.rs", "how many respondents have no weight"),
    ("cli/read.rs", "names of parts of a file"),
    ("cli/layouts.rs", "names of layouts and what differs"),
    ("cli/publish.rs", "notices of a `PublishableStory`"),
    ("cli/weights.rs", "names of offences"),
    ("cli/chart.rs", "notes on boundaries"),
    (
        "cli/import.rs",
        "names of workbooks and how many figures are new",
    ),
];

#[test]
fn bytes_leave_only_where_it_is_known_what_they_are() {
    let mut found: Vec<String> = Vec::new();
    let mut used = vec![false; MAY.len()];
    for file in source_files() {
        let path = file.path.to_string_lossy().replace('\\', "/");
        // Tests at the end of a file write what they read.
        let text = file.text.split("#[cfg(test)]").next().unwrap_or("");
        for (number, line) in code(text) {
            let leaves = WAYS_OUT.iter().any(|way| {
                line.match_indices(way).any(|(at, _)| {
                    let before = line.get(..at).and_then(|head| head.chars().next_back());
                    !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
                })
            }) || line.contains("eprintln!(");
            if !leaves {
                continue;
            }
            match MAY
                .iter()
                .position(|(may, _)| path.ends_with(&format!("src/{may}")))
            {
                Some(place) => {
                    if let Some(flag) = used.get_mut(place) {
                        *flag = true;
                    }
                }
                None => found.push(format!("{path}:{number}: {}", line.trim())),
            }
        }
    }
    assert!(
        found.is_empty(),
        "something leaves that is not listed:\n{}",
        found.join("\n")
    );
    let unused: Vec<&str> = MAY
        .iter()
        .zip(&used)
        .filter(|(_, used)| !**used)
        .map(|((may, _), _)| *may)
        .collect();
    assert!(
        unused.is_empty(),
        "listed, and nothing leaves there: {unused:?}"
    );
}

#[test]
fn only_the_guard_makes_what_is_published() {
    for file in source_files() {
        let path = file.path.to_string_lossy().replace('\\', "/");
        if path.contains("src/export/guard/") {
            continue;
        }
        for (number, line) in code(&file.text) {
            for name in ["Publishable", "PublishableSlide", "SharedCopy"] {
                let makes = [format!(" {name} {{"), format!("({name} {{")];
                let is_made = makes.iter().any(|made| line.contains(made.as_str()))
                    && !line.contains("struct ")
                    && !line.contains("impl ")
                    && !line.contains("for ");
                assert!(!is_made, "{path}:{number} makes a {name}: {}", line.trim());
            }
        }
    }
}
