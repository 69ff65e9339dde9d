//! What groups and areas are called within sentences, and lists of them.

use super::phrase;
use crate::base::text::fold;

/// What tells a group from the others of its chart.
#[derive(Clone, Copy, Debug)]
pub struct GroupName<'a> {
    /// Its name.
    pub label: &'a str,
    /// The dimension of which it is a category; empty for an area.
    pub dimension: &'a str,
}

/// Answers that say nothing without their question.
const ANSWERS: [&str; 14] = [
    "yes",
    "no",
    "other",
    "any other",
    "none",
    "all other",
    "dont know",
    "unknown",
    "not stated",
    "prefer not to say",
    "prefer not to answer",
    "refused",
    "high",
    "low",
];

impl GroupName<'_> {
    /// Whether the name says nothing without its dimension: "Yes", "2".
    fn needs_dimension(&self) -> bool {
        let folded = fold(self.label);
        let is_number = !folded.is_empty() && folded.bytes().all(|byte| byte.is_ascii_digit());
        !self.dimension.is_empty() && (is_number || ANSWERS.contains(&folded.as_str()))
    }

    /// The name where groups of several dimensions stand side by side: "Disability: Yes".
    pub fn full(&self) -> String {
        if self.needs_dimension() {
            format!("{}: {}", self.dimension, self.label)
        } else {
            self.label.to_owned()
        }
    }

    /// The name within a sentence: "women", "16–24s", "Mansfield".
    pub fn in_sentence(&self) -> String {
        if self.dimension.is_empty() {
            self.label.to_owned()
        } else if self.needs_dimension() {
            self.full()
        } else {
            phrase::group(self.label)
        }
    }

    /// Whether a verb after the name stands in the singular: "Mansfield is", "women are".
    pub fn is_singular(&self) -> bool {
        self.dimension.is_empty() || self.needs_dimension()
    }
}

/// The names in a row, at most so many of them, with a count of the rest: "women, 16–24s and four more
/// groups".
pub fn list(names: &[GroupName<'_>], most: usize) -> String {
    let said: Vec<String> = names.iter().map(GroupName::in_sentence).collect();
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    let rest = said.len().saturating_sub(most);
    if rest == 0 {
        return phrase::list(&said, most);
    }
    let shown = said.get(..most).unwrap_or(&said).join(", ");
    let noun = noun(
        names.first().is_some_and(|name| name.dimension.is_empty()),
        rest,
    );
    format!("{shown} and {} more {noun}", phrase::number_in_words(rest))
}

/// "group", "areas".
pub const fn noun(is_by_area: bool, count: usize) -> &'static str {
    match (is_by_area, count) {
        (true, 1) => "area",
        (true, _) => "areas",
        (false, 1) => "group",
        (false, _) => "groups",
    }
}

/// The first title of at most ten words.
pub fn shortest_fitting(titles: Vec<String>) -> Option<String> {
    titles
        .into_iter()
        .find(|title| title.split_whitespace().count() <= super::title::MOST_WORDS)
}

/// "about 6", "about 6 to 12": the smallest differences that comparisons could have found, in whole points;
/// `None` where there were none.
pub fn about_points(detectable: impl Iterator<Item = f64>) -> Option<String> {
    let mut points: Vec<f64> = detectable.map(f64::ceil).collect();
    points.sort_by(f64::total_cmp);
    let (least, most) = (points.first()?, points.last()?);
    let printed = |points: f64| crate::base::number::grouped(points, 0);
    let (least, most) = (printed(*least), printed(*most));
    Some(if least == most {
        format!("about {least} points")
    } else {
        format!("about {least} to {most} points")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_called_as_people_call_them() {
        for (label, dimension, wanted) in [
            ("Women", "Sex", "women"),
            ("16–24", "Age", "16–24s"),
            ("Yes", "Disability", "Disability: Yes"),
            ("Other", "Ethnicity", "Ethnicity: Other"),
            ("1", "Deprivation quintile", "Deprivation quintile: 1"),
            ("Mansfield", "", "Mansfield"),
        ] {
            let name = GroupName { label, dimension };
            assert_eq!(name.in_sentence(), wanted);
        }
    }

    #[test]
    fn the_rest_of_a_list_is_counted() {
        let name = |label| GroupName {
            label,
            dimension: "Age",
        };
        let names = [name("Women"), name("16–24"), name("Carers"), name("75+")];
        assert_eq!(list(&names[..2], 3), "women and 16–24s");
        assert_eq!(list(&names, 1), "women and three more groups");
        assert_eq!(list(&names[..2], 1), "women and one more group");
    }

    #[test]
    fn what_could_not_have_been_seen_is_given_in_whole_points() {
        let about = |points: &[f64]| about_points(points.iter().copied());
        assert_eq!(about(&[5.2, 11.7]).as_deref(), Some("about 6 to 12 points"));
        assert_eq!(about(&[5.2, 5.9]).as_deref(), Some("about 6 points"));
        assert_eq!(about(&[]), None);
    }
}
