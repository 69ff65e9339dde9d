//! A kept message against what the rules say today.

use super::facts::{facts, is_direction, opposite, states};
use crate::project::story::Said;

/// What a chart states today, in the words of the rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// The title that the rules write.
    pub title: String,
    /// The whole chart in words.
    pub in_words: String,
    /// Everything that is printed in it besides its axes.
    pub printed: Vec<String>,
}

/// What is to be thought of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageCheck {
    /// It says what the data say today.
    True,
    /// Nothing in it can be held against data.
    Nothing,
    /// These of its figures do not stand in the chart: nobody but the user can say whether they are true.
    NotInChart(Vec<String>),
    /// It is no longer true.
    Changed {
        /// What it says.
        said: String,
        /// What is true, in the words of the rules.
        now: String,
    },
}

impl Stated {
    /// What several charts state together.
    pub fn together(all: impl IntoIterator<Item = Self>) -> Option<Self> {
        all.into_iter().reduce(|mut one, other| {
            one.title = format!("{}; {}", one.title, other.title);
            one.in_words = format!("{} {}", one.in_words, other.in_words);
            one.printed.extend(other.printed);
            one
        })
    }

    /// What is noted when words are written over the chart, to be held against it later.
    pub fn said(&self, own_words: Option<&str>) -> Said {
        let stated = self.facts();
        let held = own_words.map(facts).unwrap_or_default();
        Said {
            title: self.title.clone(),
            in_words: self.in_words.clone(),
            facts: held
                .into_iter()
                .filter(|fact| states(&stated, fact))
                .collect(),
        }
    }

    /// Judges a message: the user's own words, or else the title that the rules wrote when it was kept.
    pub fn check(&self, own_words: Option<&str>, said: Option<&Said>) -> MessageCheck {
        let Some(words) = own_words else {
            return match said {
                Some(said) if said.title != self.title => self.changed(&said.title),
                _ => MessageCheck::True,
            };
        };
        if words == self.title {
            return MessageCheck::True;
        }
        let (claimed, stated) = (facts(words), self.facts());
        let held = said.map_or(&[][..], |said| said.facts.as_slice());
        let is_gone = held
            .iter()
            .any(|fact| claimed.contains(fact) && !states(&stated, fact));
        let title = facts(&self.title);
        let is_denied = claimed.iter().any(|fact| {
            opposite(fact).is_some_and(|other| {
                title.iter().any(|held| held == other)
                    && !claimed.iter().any(|held| held == other)
                    && !title.contains(fact)
            })
        });
        // A rise or a fall is named only where the rules find one.
        let is_change = |fact: &str| matches!(fact, "rise" | "fall");
        let is_unclear = stated
            .iter()
            .any(|fact| is_change(fact) || fact == "no clear change")
            && claimed
                .iter()
                .any(|fact| is_change(fact) && !stated.contains(fact));
        if is_gone || is_denied || is_unclear {
            return self.changed(words);
        }
        let (directions, figures): (Vec<String>, Vec<String>) =
            claimed.into_iter().partition(|fact| is_direction(fact));
        let unknown: Vec<String> = figures
            .iter()
            .chain(&directions)
            .filter(|fact| !states(&stated, fact))
            .cloned()
            .collect();
        if !unknown.is_empty() {
            return MessageCheck::NotInChart(unknown);
        }
        if figures.is_empty() && directions.is_empty() {
            // Words without facts rest on what the data said when they were written.
            let then = said.map(|said| directions_of(&said.title));
            return match then {
                Some(then) if then != directions_of(&self.title) => self.changed(words),
                _ => MessageCheck::Nothing,
            };
        }
        MessageCheck::True
    }

    fn changed(&self, said: &str) -> MessageCheck {
        MessageCheck::Changed {
            said: said.to_owned(),
            now: self.title.clone(),
        }
    }

    fn facts(&self) -> Vec<String> {
        let mut stated = facts(&self.title);
        stated.extend(facts(&self.in_words));
        let printed = self.printed.iter().flat_map(|words| facts(words));
        stated.extend(printed.filter(|fact| !is_direction(fact)));
        stated
    }
}

fn directions_of(title: &str) -> Vec<String> {
    let mut directions = facts(title);
    directions.retain(|fact| is_direction(fact));
    directions
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(title: &str, in_words: &str) -> Stated {
        Stated {
            title: title.to_owned(),
            in_words: in_words.to_owned(),
            printed: vec![String::from("16–24 46.4%")],
        }
    }

    fn fell() -> Stated {
        let title = "Feeling safe after dark fell 6.3 pp among 16–24s";
        stated(title, "From 63.1% in Dec 2020 to 56.8% in Dec 2021.")
    }

    fn fell_less() -> Stated {
        let title = "Feeling safe after dark fell 4.1 pp among 16–24s";
        stated(title, "From 63.1% in Dec 2020 to 59.0% in Mar 2022.")
    }

    fn unclear() -> Stated {
        stated("Feel safe after dark", "There is no clear change, 62.0%.")
    }

    fn rose() -> Stated {
        stated("Feeling safe after dark rose 5.0 pp", "To 61.8%.")
    }

    fn is_changed(check: &MessageCheck) -> bool {
        matches!(check, MessageCheck::Changed { .. })
    }

    #[test]
    fn the_rules_own_title_is_true_until_they_write_another() {
        let said = fell().said(None);
        assert_eq!(fell().check(None, Some(&said)), MessageCheck::True);
        let check = fell_less().check(None, Some(&said));
        let expected = MessageCheck::Changed {
            said: fell().title,
            now: fell_less().title,
        };
        assert_eq!(check, expected);
    }

    #[test]
    fn own_words_hold_while_each_of_their_facts_does() {
        let cases = [
            // words, after a smaller fall, after none that is clear, after a rise
            ("Young people’s safety has fallen", false, true, true),
            ("Safety fell by 6.3 pp", true, true, true),
            ("Only 46.4% of 16–24s feel safe", false, false, false),
            ("Only 57% feel safe after dark", true, true, true),
            ("Young people feel less safe", false, true, true),
        ];
        for (words, smaller, none, other) in cases {
            let said = fell().said(Some(words));
            assert!(
                !is_changed(&fell().check(Some(words), Some(&said))),
                "{words}"
            );
            for (now, expected) in [(fell_less(), smaller), (unclear(), none), (rose(), other)] {
                let check = now.check(Some(words), Some(&said));
                assert_eq!(
                    is_changed(&check),
                    expected,
                    "{words} / {}: {check:?}",
                    now.title
                );
            }
        }
    }

    #[test]
    fn a_message_that_the_data_deny_is_never_true_and_unknown_figures_are_named() {
        let words = "Safety has risen";
        assert!(is_changed(&fell().check(Some(words), None)));
        assert!(is_changed(&unclear().check(Some(words), None)));
        let check = fell().check(Some("Safety fell 9 pp"), None);
        assert_eq!(check, MessageCheck::NotInChart(vec![String::from("9 pp")]));
        assert_eq!(
            fell().check(Some("What we found"), None),
            MessageCheck::Nothing
        );
    }
}
