//! Groups of people of a kind that data protection law calls special categories (UK GDPR, Article 9), or that
//! the Equality Act protects and that are few: of them, values need larger bases to be seen, on every tab and
//! in every export.

use super::cohort_rule::OWN_GROUPS;
use crate::base::text::fold;
use crate::data::Cohort;
use crate::stats::base_policy::BasePolicy;

/// Words of the names of such dimensions, or their beginnings, as surveys write them.
const WORDS: [&str; 17] = [
    "ethnic",
    "race",
    "racial",
    "religio",
    "faith",
    "belief",
    "orientation",
    "sexuality",
    "lgb",
    "trans",
    "gender identity",
    "gender reassignment",
    "disab",
    "illness",
    "health condition",
    "impairment",
    "nationality",
];

/// Whether the categories of a dimension are special.
///
/// ```
/// use bellwether::analysis::sensitive::is_sensitive;
/// assert!(is_sensitive("Ethnicity") && is_sensitive("Disability or long-term illness"));
/// assert!(!is_sensitive("Age") && !is_sensitive("Transport used") && !is_sensitive("Terrace"));
/// ```
pub fn is_sensitive(dimension: &str) -> bool {
    let folded = fold(dimension);
    let begins_a_word = |words: &&str| {
        folded.match_indices(*words).any(|(start, _)| {
            let is_start = start == 0 || folded.as_bytes().get(start - 1) == Some(&b' ');
            let rest = folded.get(start + words.len()..).unwrap_or("");
            // "Race" and "trans" are words by themselves; the others are beginnings of words.
            let is_whole = rest.is_empty() || rest.starts_with(' ');
            is_start && (is_whole || !matches!(*words, "race" | "trans"))
        })
    };
    WORDS.iter().any(begins_a_word)
}

/// The bases that values of a group need: the strict ones where it is told from others by something special.
/// A group of the project's own may rest on anything, whatever it is called, and so needs them, too.
pub fn base_policy(cohort: &Cohort) -> BasePolicy {
    let is_special = cohort.traits().iter().any(|held| {
        held.category != Cohort::ALL
            && (held.dimension == OWN_GROUPS || is_sensitive(&held.dimension))
    });
    if is_special {
        BasePolicy::STRICT
    } else {
        BasePolicy::DEFAULT
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn special_dimensions_are_known_by_their_words() {
        for (dimension, wanted) in [
            ("Ethnicity", true),
            ("Ethnic group (5)", true),
            ("Sexual orientation", true),
            ("LGBTQ+", true),
            ("Disability", true),
            ("Disabled", true),
            ("Long-term illness", true),
            ("Religion or belief", true),
            ("Gender identity", true),
            ("Trans status", true),
            ("Race", true),
            ("Gender", false),
            ("Sex", false),
            ("Age", false),
            ("Transport", false),
            ("Victim of crime", false),
            ("Deprivation quintile", false),
        ] {
            assert_eq!(is_sensitive(dimension), wanted, "{dimension}");
        }
    }

    #[test]
    fn a_group_within_a_special_one_is_special_too() {
        let both = Cohort::of("Age", "16-24").and("Ethnicity", "Mixed");
        assert_eq!(base_policy(&both), BasePolicy::STRICT);
        assert_eq!(
            base_policy(&Cohort::of("Age", "16-24")),
            BasePolicy::DEFAULT
        );
        let all = Cohort::of("Ethnicity", Cohort::ALL);
        assert_eq!(base_policy(&all), BasePolicy::DEFAULT);
    }
}
