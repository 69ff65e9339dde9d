//! What was done last, by name alone.

use std::collections::VecDeque;
use std::fmt::{self, Debug, Write as _};
use std::sync::{Mutex, PoisonError};

/// How many names are remembered.
const MOST: usize = 30;

/// The names, the latest last, each with how often it came in a row.
static TRAIL: Mutex<VecDeque<(String, u32)>> = Mutex::new(VecDeque::new());

/// Notes the name of what is done: that of the variant of an enum, and of the variant inside it. Nothing that the
/// variants hold is noted.
pub fn note(done: &impl Debug, inside: Option<&dyn Debug>) {
    let mut name = variant(done);
    if let Some(inside) = inside {
        name = format!("{name} {}", variant(inside));
    }
    note_words(name);
}

/// Notes words of the program's own.
pub(super) fn note_words(words: String) {
    let mut trail = TRAIL.lock().unwrap_or_else(PoisonError::into_inner);
    match trail.back_mut() {
        Some((last, times)) if *last == words => *times = times.saturating_add(1),
        _ => trail.push_back((words, 1)),
    }
    if trail.len() > MOST {
        trail.pop_front();
    }
}

/// What was done last, one a line, the latest last; `None` where another thread is just noting.
pub(super) fn lines() -> Option<Vec<String>> {
    let trail = TRAIL.try_lock().ok()?;
    let lines = trail.iter().map(|(name, times)| match times {
        1 => name.clone(),
        times => format!("{name} ({times} times)"),
    });
    Some(lines.collect())
}

/// The name of a variant: what its debug form begins with. Writing stops where what it holds would begin.
fn variant(done: &(impl Debug + ?Sized)) -> String {
    struct Name(String);
    impl fmt::Write for Name {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            for c in text.chars() {
                if !c.is_ascii_alphanumeric() {
                    return Err(fmt::Error);
                }
                self.0.push(c);
            }
            Ok(())
        }
    }
    let mut name = Name(String::new());
    // It fails wherever a variant holds something; the name is written by then.
    let _is_whole = write!(name, "{done:?}");
    name.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Edit;
    use crate::ui::action::Action;
    use crate::ui::command::Command;

    #[test]
    fn names_say_what_was_done_and_nothing_of_what_it_was_done_to() {
        let edit = Edit::Rename(String::from("Ashfield secret"));
        assert_eq!(variant(&edit), "Rename");
        assert_eq!(variant(&Action::Edit(edit)), "Edit");
        assert_eq!(variant(&Action::Copy(String::from("Ashfield"))), "Copy");
        assert_eq!(variant(&Command::SaveAs), "SaveAs");
        let begun = Action::BeginStep(String::from("Ashfield"));
        assert_eq!(variant(&begun), "BeginStep");
        assert_eq!(variant(&String::from("Ashfield")), "", "no variant");
    }
}
