//! The words of a panic, as far as they are sure to hold nothing of a project. A message that is put together while
//! the program runs may quote a cell, a name or a path; one that stands in the program's text cannot.

use std::any::Any;

/// Beginnings of messages of the standard library, each with how it may go on: with numbers and plain words, or not at
/// all.
const KNOWN: [(&str, Rest); 9] = [
    ("index out of bounds", Rest::Kept),
    ("range start index", Rest::Kept),
    ("range end index", Rest::Kept),
    ("slice index starts at", Rest::Kept),
    ("mid > len", Rest::Kept),
    ("capacity overflow", Rest::Cut),
    ("called `Result::unwrap()` on an `Err` value", Rest::Cut),
    ("called `Option::unwrap()` on a `None` value", Rest::Cut),
    ("RefCell already", Rest::Kept),
];

#[derive(Clone, Copy)]
enum Rest {
    /// Numbers and the words between them, which are the library's own.
    Kept,
    /// What failed, which may hold anything.
    Cut,
}

/// What a panic said, without anything of a project.
pub(super) fn words(payload: &(dyn Any + Send)) -> String {
    if let Some(fixed) = payload.downcast_ref::<&'static str>() {
        return (*fixed).to_owned();
    }
    let said = payload.downcast_ref::<String>().map(String::as_str);
    let known = said.and_then(|said| {
        let (beginning, rest) = KNOWN
            .iter()
            .find(|(beginning, _)| said.starts_with(beginning))?;
        let is_plain = said
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || " :,`<>.".contains(c));
        match rest {
            Rest::Kept if is_plain => Some(said.to_owned()),
            Rest::Kept | Rest::Cut => Some((*beginning).to_owned()),
        }
    });
    known.unwrap_or_else(|| {
        String::from("(the message is left out: it was put together while the program ran)")
    })
}

#[cfg(test)]
mod tests {
    use std::panic::{self, UnwindSafe};

    use super::*;

    fn said(by: impl FnOnce() + UnwindSafe) -> String {
        words(panic::catch_unwind(by).unwrap_err().as_ref())
    }

    #[test]
    fn words_of_the_program_are_kept_and_those_of_a_workbook_are_not() {
        let cell = String::from("Ashfield – 7 burglaries");
        let held = cell.clone();
        assert!(!said(move || panic!("no such row: {held}")).contains("Ashfield"));
        let held = cell.clone();
        // A slice through the middle of a sign quotes the text that it is of.
        assert!(!said(move || drop(held[..10].to_owned())).contains("Ashfield"));
        let held = cell.clone();
        let unwrapped = said(move || {
            std::hint::black_box(Err::<(), _>(held)).unwrap();
        });
        assert_eq!(unwrapped, "called `Result::unwrap()` on an `Err` value");
        let held = cell;
        assert!(!said(move || assert_eq!(held, "7")).contains("burglaries"));
        assert_eq!(said(|| panic!("two tables cross")), "two tables cross");
        let (list, place) = (vec![1, 2, 3], 5);
        assert_eq!(
            said(move || assert!(list[place] > 0)),
            "index out of bounds: the len is 3 but the index is 5"
        );
    }
}
