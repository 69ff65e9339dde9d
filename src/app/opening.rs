//! What is told of a project's file that was opened and is not all as it should be.

use crate::project::store::{Changed, Lost, LostPart, Opened};
use crate::words::say;

/// The most parts that are told one by one.
const MOST_TOLD: usize = 6;

/// What is told of a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Told {
    /// The heading and the text of a dialog.
    pub problem: Option<(String, String)>,
    /// A short note.
    pub note: Option<String>,
}

impl Told {
    /// What is told of a file of a name.
    pub fn of(opened: &Opened, file: &str) -> Self {
        let problem = if !opened.lost.is_empty() {
            Some((say::file_damaged(file), of_damage(opened, file)))
        } else if !opened.changed.is_empty() {
            let title = say::file_changed(file);
            Some((title, of_changes(&opened.changed)))
        } else {
            None
        };
        let note = (!opened.unknown_parts.is_empty())
            .then(|| say::file_newer_parts(enumerated(&opened.unknown_parts)));
        Self { problem, note }
    }
}

/// What was recovered, what was not, and where both are now.
fn of_damage(opened: &Opened, file: &str) -> String {
    let lost = &opened.lost;
    let workbooks = opened.project.sources.len();
    let is_workbook = |held: &&Lost| held.part == LostPart::Workbook;
    let all = workbooks + lost.iter().filter(is_workbook).count();
    let mut text = if workbooks == all {
        say::file_damaged_all_read(file)
    } else {
        say::FileDamagedSomeRead {
            all,
            file,
            read: workbooks,
        }
        .say()
    };
    text.push_str("\n\n");
    let bullet = if lost.len() > 1 { "• " } else { "" };
    let told = lost.iter().take(MOST_TOLD);
    let mut lines: Vec<String> = told.map(|held| format!("{bullet}{held}")).collect();
    if lost.len() > MOST_TOLD {
        lines.push(say::file_damaged_more(lost.len() - MOST_TOLD));
    }
    text.push_str(&lines.join("\n"));
    if !opened.changed.is_empty() {
        text.push_str("\n\n");
        text.push_str(&of_changes(&opened.changed));
    }
    text
}

/// Which parts read otherwise than they were written.
fn of_changes(changed: &[Changed]) -> String {
    let parts: Vec<String> = changed.iter().map(Changed::to_string).collect();
    let has_workbook = changed.iter().any(|held| held.part == LostPart::Workbook);
    let parts = enumerated(&parts);
    if has_workbook {
        say::file_changed_workbooks(parts)
    } else {
        say::file_changed_others(parts)
    }
}

/// Things in a row, those beyond half a dozen counted.
fn enumerated(things: &[String]) -> String {
    let told: Vec<&str> = things.iter().take(MOST_TOLD).map(String::as_str).collect();
    let parts = told.join(", ");
    match things.len().checked_sub(MOST_TOLD) {
        None | Some(0) => parts,
        Some(count) => say::PartsAndMore { count, parts }.say(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;

    fn opened(lost: Vec<Lost>, changed: Vec<Changed>, unknown_parts: &[&str]) -> Opened {
        Opened {
            project: Project::default(),
            unknown_parts: unknown_parts
                .iter()
                .map(|part| (*part).to_owned())
                .collect(),
            lost,
            changed,
        }
    }

    #[test]
    fn a_whole_file_is_not_spoken_of() {
        let told = Told::of(&opened(Vec::new(), Vec::new(), &[]), "a.bellwether");
        assert_eq!(
            told,
            Told {
                problem: None,
                note: None
            }
        );
    }

    #[test]
    fn what_is_lost_and_what_was_changed_is_named_with_what_to_do() {
        let lost = Lost {
            part: LostPart::Workbook,
            name: String::from("X.xlsx"),
            line: Some(12),
            problem: String::from("Expected comma"),
        };
        let changed = Changed {
            part: LostPart::Workbook,
            name: String::from("Y.xlsx"),
        };
        let told = Told::of(
            &opened(vec![lost], vec![changed], &["project.colour"]),
            "a.bellwether",
        );
        let (title, text) = told.problem.unwrap();
        assert_eq!(title, "a.bellwether is damaged");
        for words in [
            "0 of 1 workbooks could be read",
            "a.bellwether stays as it is",
            "The workbook “X.xlsx” is damaged at line 12 of the file (Expected comma): import it again",
            "damaged: the workbook “Y.xlsx”. If nobody edited the file by hand, numbers in it may be wrong",
        ] {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert!(
            told.note
                .unwrap()
                .ends_with("stay in the file: project.colour")
        );
    }
}
