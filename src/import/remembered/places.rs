//! Headings and labels as places: which of several that are the same, and where it stands now.

use super::keys;
use super::layout::TextPlace;
use crate::base::text::fold;

/// A heading or a label of a table, with its row or column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// The row or column, from 0.
    pub(super) at: u32,
    /// As it stands.
    pub(super) text: String,
    /// By what it is known again.
    pub(super) key: String,
}

impl Phrase {
    pub(super) fn new(at: u32, text: String) -> Self {
        Self {
            at,
            key: keys::key(&text),
            text,
        }
    }
}

/// How the text at a row or column is told from the others.
pub(super) fn place_of(texts: &[Phrase], at: u32) -> Option<TextPlace> {
    let own = texts.iter().find(|text| text.at == at)?;
    let same = same_as(texts, &own.text, &own.key);
    let number = same.iter().position(|text| text.at == at)? + 1;
    Some(TextPlace {
        text: own.text.clone(),
        number: u32::try_from(number).ok()?,
        of: u32::try_from(same.len()).ok()?,
    })
}

/// Where a text stands now; `None` where it does not, or another number of times.
pub(super) fn find(texts: &[Phrase], place: &TextPlace) -> Option<u32> {
    let same = same_as(texts, &place.text, &keys::key(&place.text));
    if u32::try_from(same.len()) != Ok(place.of) {
        return None;
    }
    let index = usize::try_from(place.number.checked_sub(1)?).ok()?;
    same.get(index).map(|text| text.at)
}

/// Where the very same text stands, periods and all.
pub(super) fn find_verbatim(texts: &[Phrase], place: &TextPlace) -> Option<u32> {
    let at = find(texts, place)?;
    let found = texts.iter().find(|text| text.at == at)?;
    (fold(&found.text) == fold(&place.text)).then_some(at)
}

/// The texts that are the same: of those that differ by their periods alone only the very same, unless
/// there is but one of them.
fn same_as<'t>(texts: &'t [Phrase], wanted: &str, key: &str) -> Vec<&'t Phrase> {
    let by_key: Vec<&Phrase> = texts.iter().filter(|text| text.key == key).collect();
    if !keys::names_period(key) || by_key.len() == 1 && !keys::is_only_period(key) {
        return by_key;
    }
    let folded = fold(wanted);
    by_key
        .into_iter()
        .filter(|text| fold(&text.text) == folded)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(headings: &[&str]) -> Vec<Phrase> {
        (0..)
            .zip(headings)
            .map(|(at, heading)| Phrase::new(at, (*heading).to_owned()))
            .collect()
    }

    #[test]
    fn a_column_is_found_by_its_heading_wherever_it_stands() {
        let old = texts(&["Offence", "2020", "2021", "Change 2020 to 2021", "Remark"]);
        let new = texts(&[
            "Remark",
            "Offence",
            "2021",
            "2022",
            "2023",
            "Change 2021 to 2022",
        ]);
        let found = |at: u32| find(&new, &place_of(&old, at).unwrap());
        assert_eq!(found(4), Some(0));
        assert_eq!(found(3), Some(5), "the one change, of another year");
        assert_eq!(found(2), Some(2), "the very same year");
        assert_eq!(found(1), None, "a year that is gone is not another year");
    }

    #[test]
    fn of_several_that_are_the_same_the_number_must_be_the_same() {
        let old = texts(&["A", "A", "B"]);
        let place = place_of(&old, 1).unwrap();
        assert_eq!((place.number, place.of), (2, 2));
        assert_eq!(find(&texts(&["B", "A", "A"]), &place), Some(2));
        assert_eq!(find(&texts(&["A", "A", "A"]), &place), None);
        assert_eq!(find(&texts(&["A"]), &place), None);
    }
}
