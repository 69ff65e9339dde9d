//! Which files of the window and of the program still say something themselves, and how much: words belong in
//! `assets/words`. The numbers may only fall, and a file that says nothing any more is taken off the list.

#![expect(
    clippy::indexing_slicing,
    reason = "a text without an end is no source that compiles"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::source_files;

/// The files that still say something, with how many texts each.
const LEFT: &[(&str, usize)] = &[
    // What undo calls its steps is English in both languages.
    ("explore/brush.rs", 2),
    ("explore/event_dialog.rs", 4),
    ("explore/event_marks.rs", 2),
    ("explore/matrix_panel.rs", 1),
    ("explore/own_group_dialog.rs", 3),
    // The headings of the cells that are copied.
    ("explore/scorecard_panel.rs", 1),
    // The guide is a document in English: the names of its pages, pictures and files, and what stands over its lists.
    ("help/guide.rs", 21),
    // As above.
    ("help/pictures.rs", 17),
    // As above.
    ("help/terms.rs", 2),
    // What is kept in the project: a question that was asked, and its answer.
    ("present/live.rs", 10),
    // What is wrong with a file of tokens, which nobody sees in the window.
    ("tokens.rs", 6),
];

/// The files of the program that still say something, with how many texts each.
const LEFT_IN_APP: &[(&str, usize)] = &[
    // What undo calls its steps is English in both languages.
    ("importing.rs", 2),
    ("mapping.rs", 1),
    ("saving/versions.rs", 1),
    // As above, and what a story is called in the project that has none.
    ("stories.rs", 3),
    // Names that are kept in projects, and the title of the window, which is the project's.
    ("document.rs", 4),
    // The name of a copy, which is kept, and that of its file.
    ("saving/opening.rs", 2),
    // Names of files that are proposed, and endings.
    ("actions.rs", 4),
    ("files.rs", 16),
    ("preferences.rs", 1),
    ("publishing.rs", 1),
    ("recovery/mod.rs", 3),
    ("run/folder.rs", 4),
    ("safeguarding.rs", 1),
    // A stage of work, told by the work itself, which speaks English.
    ("tasks.rs", 1),
    // Crash reports and what is noted for them: files in English.
    ("crash/hook.rs", 1),
    ("crash/message.rs", 10),
    ("crash/report.rs", 23),
    ("crash/trail.rs", 1),
    ("recovery/recovering.rs", 1),
    ("starting.rs", 2),
    // Why there is no window, said before there is one that speaks; names of what draws it, and of the system.
    ("window.rs", 6),
    ("renderer_info.rs", 11),
    ("run/renderer.rs", 4),
    // Names of the guide's pages.
    ("helping.rs", 13),
    // Programs, folders and variables of the system, and what windows and programs tell one another.
    ("desktop.rs", 1),
    ("dialogs.rs", 7),
    ("measured.rs", 5),
    ("other_windows.rs", 9),
    ("reveal.rs", 11),
    // The names of fields.
    ("wishes.rs", 3),
];

/// What stands before a text that is no word of the window: names by which widgets are told apart, ways of writing a
/// date, names of groups as workbooks give them.
const NOT_WORDS: &[&str] = &[
    "Id::unique(",
    "Id::unique((",
    ".with(",
    ".with((",
    "id_salt(",
    "id_salt((",
    "make_persistent_id((",
    "push_id(",
    "Plot::new(",
    "Panel::top(",
    "Panel::bottom(",
    "Panel::left(",
    "Panel::right(",
    "_with_ends(ui,",
    "_with_ends(ui, (",
    "at_right(ui,",
    "request_discard(",
    "strftime(",
    "load_texture(",
    "group(",
    "ui_with(ui,",
    "from_hash_of(",
    "with_app_id(",
    // Topics of notes, by which one takes the place of the last.
    "note_on(",
    // Work of which nothing is said in the window.
    "start_recovery(",
    "jobs.start(",
    // What is asked of the build and of the system.
    "env!(",
    "target_os =",
    "var_os(",
    "include_bytes!(",
    // What is taken off a number that was typed, what names of workbooks and endings of files are held against, and
    // words that are looked for in names of measures.
    "trim_end_matches(",
    "eq_ignore_ascii_case(",
    // Files of the program, and what is written into its log.
    "include_str!(",
    "tracing::error!(%error,",
    "tracing::warn!(%error,",
    "tracing::warn!(link,",
    "tracing::debug!(%error,",
    "list_ui(ui,",
    // Names by which the list of terms knows what it explains.
    "what_is(ui,",
    "explained(ui, row,",
];

/// Files that say nothing but names of terms, by which they are found in `assets/help/terms.ron`.
const NAMES_OF_TERMS: &[&str] = &["explore/data_table.rs", "explore/tab_words.rs"];

/// Names that are the same in every language: of the program, of keys, of what Excel shows.
const NAMES: &[&str] = &[
    "Bellwether",
    "PowerPoint, PDF",
    "Esc",
    "Page Up",
    "Page Down",
    "Ctrl+Z",
    "Ctrl+Enter",
    "TRUE",
    "FALSE",
];

/// The texts of a file that come to the screen, as far as a search can tell: those with a word in them, outside of
/// comments, attributes and tests.
fn texts(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]\nmod").next().unwrap();
    let letters: Vec<char> = source.chars().collect();
    let mut texts = Vec::new();
    let mut before = String::new();
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let next = letters.get(at + 1).copied();
        match (letter, next) {
            ('/', Some('/')) => {
                while letters.get(at).is_some_and(|letter| *letter != '\n') {
                    at += 1;
                }
            }
            ('#', Some('[')) => at = end_of_attribute(&letters, at),
            // A quotation mark as a character.
            ('\'', Some('"')) => at += 3,
            // A text in which nothing is escaped.
            ('r', Some('#')) if letters.get(at + 2) == Some(&'"') => {
                at += 3;
                while letters[at..at + 2] != ['"', '#'] {
                    at += 1;
                }
                at += 2;
            }
            ('"', _) => {
                let end = end_of_text(&letters, at + 1);
                let text: String = letters[at + 1..end].iter().collect();
                let names_something = NOT_WORDS
                    .iter()
                    .any(|name| before.trim_end().ends_with(name));
                if has_a_word(&text) && !names_something && !NAMES.contains(&text.as_str()) {
                    texts.push(text);
                }
                before.clear();
                at = end + 1;
            }
            _ => {
                before.push(letter);
                at += 1;
            }
        }
    }
    texts
}

/// The closing quotation mark of a text that begins at a place.
fn end_of_text(letters: &[char], mut at: usize) -> usize {
    while letters[at] != '"' {
        at += if letters[at] == '\\' { 2 } else { 1 };
    }
    at
}

fn end_of_attribute(letters: &[char], mut at: usize) -> usize {
    let mut depth = 0_u32;
    loop {
        match letters[at] {
            '[' => depth += 1,
            ']' => depth -= 1,
            '"' => at = end_of_text(letters, at + 1),
            _ => {}
        }
        at += 1;
        if depth == 0 && letters[at - 1] == ']' {
            return at;
        }
    }
}

/// Whether a text has two letters beside each other outside of its braces.
fn has_a_word(text: &str) -> bool {
    let mut depth = 0_u32;
    let mut run = 0_u32;
    for letter in text.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        run = if depth == 0 && letter.is_alphabetic() {
            run + 1
        } else {
            0
        };
        if run == 2 {
            return true;
        }
    }
    false
}

#[test]
fn what_the_window_says_moves_to_the_words_file_by_file() {
    hold("ui", LEFT, 150);
    hold("app", LEFT_IN_APP, 50);
}

/// Holds the files of a module, of which there are at least so many, to what they may still say themselves.
fn hold(module: &str, list: &[(&str, usize)], files: usize) {
    let left: BTreeMap<&str, usize> = list.iter().copied().collect();
    assert_eq!(left.len(), list.len(), "a file stands on the list twice");
    let terms = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/help/terms.ron");
    let terms = fs::read_to_string(terms).unwrap();
    let mut found = BTreeMap::new();
    for file in source_files() {
        if file.module != module {
            continue;
        }
        let path = file.path.to_string_lossy().replace('\\', "/");
        let (_, name) = path.split_once(&format!("/src/{module}/")).unwrap();
        let mut texts = texts(&file.text);
        if NAMES_OF_TERMS.contains(&name) {
            texts.retain(|text| !terms.contains(&format!("name: \"{text}\",")));
        }
        let most = left.get(name).copied().unwrap_or(0);
        assert!(
            texts.len() <= most,
            "{module}/{name} says {} texts itself, {most} at the most: put new ones into assets/words/en-GB.ftl and cy.ftl\n{}",
            texts.len(),
            texts.join("\n")
        );
        found.insert(name.to_owned(), texts.len());
    }
    assert!(found.len() > files, "the search for files is broken");
    for (name, _) in list {
        let texts = found.get(*name);
        assert!(
            texts.is_some_and(|count| *count > 0),
            "{module}/{name} is moved: take it off the list"
        );
    }
}

#[test]
fn texts_are_found_and_names_are_not() {
    let source = r##"
        //! A "comment".
        #[expect(clippy::x, reason = "an attribute")]
        let id = Id::unique("a name");
        let quote = '"';
        ui.label("two words"); // with a "comment"
        ui.label(format!("{count} rows \"here\""));
        ui.label(format!("{}, {name}", x));
        row_with_ends(ui, "heading", start);
        shortcut("Esc");
        let escaped = r#"\/:*?"<>|"#.contains(letter);
        #[cfg(test)]
        mod tests { "in a test" }
    "##;
    let source = source.replace("        ", "");
    assert_eq!(texts(&source), ["two words", "{count} rows \\\"here\\\""]);
}
