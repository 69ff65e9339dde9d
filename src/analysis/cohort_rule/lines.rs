//! A rule as lines of conditions, as it is put together in a dialog: each line about one column, the lines
//! joined by "and" or by "or".

use super::rule::CohortRule;
use crate::base::text::fold;

/// How lines are joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Join {
    /// All of them hold.
    #[default]
    All,
    /// At least one of them holds.
    Any,
}

/// One line: a column has one of some entries, or none of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleLine {
    /// The column; empty until it is chosen.
    pub column: String,
    /// Whether it is the contrary that has to hold.
    pub is_contrary: bool,
    /// The entries.
    pub entries: Vec<String>,
}

/// Lines of conditions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleLines {
    /// How they are joined.
    pub join: Join,
    /// The lines.
    pub lines: Vec<RuleLine>,
}

impl RuleLine {
    /// Whether a column and at least one entry are chosen.
    pub fn is_finished(&self) -> bool {
        !self.column.is_empty() && !self.entries.is_empty()
    }

    fn rule(&self) -> CohortRule {
        let is = |entry: &String| CohortRule::is(self.column.as_str(), entry.as_str());
        let rule = match self.entries.as_slice() {
            [one] => is(one),
            several => CohortRule::Any(several.iter().map(is).collect()),
        };
        if self.is_contrary {
            CohortRule::Not(Box::new(rule))
        } else {
            rule
        }
    }

    fn of(rule: &CohortRule) -> Option<Self> {
        match rule {
            CohortRule::Is { column, entry } => Some(Self {
                column: column.clone(),
                is_contrary: false,
                entries: vec![entry.clone()],
            }),
            CohortRule::Not(rule) => {
                let line = Self::of(rule)?;
                Some(Self {
                    is_contrary: !line.is_contrary,
                    ..line
                })
            }
            CohortRule::Any(rules) => {
                let mut lines = rules.iter().map(Self::of);
                let mut line = lines.next()??;
                for more in lines {
                    let more = more?;
                    if fold(&more.column) != fold(&line.column) {
                        return None;
                    }
                    if more.is_contrary || line.is_contrary {
                        return None;
                    }
                    line.entries.extend(more.entries);
                }
                Some(line)
            }
            CohortRule::All(rules) => match rules.as_slice() {
                [one] => Self::of(one),
                _ => None,
            },
        }
    }
}

impl RuleLines {
    /// The rule that the lines come to; `None` while one of them is not finished, and where there are none.
    pub fn rule(&self) -> Option<CohortRule> {
        if !self.lines.iter().all(RuleLine::is_finished) {
            return None;
        }
        let mut rules: Vec<CohortRule> = self.lines.iter().map(RuleLine::rule).collect();
        if rules.len() < 2 {
            return rules.pop();
        }
        Some(match self.join {
            Join::All => CohortRule::All(rules),
            Join::Any => CohortRule::Any(rules),
        })
    }

    /// A rule as lines; `None` where it has more levels than lines can say.
    pub fn of(rule: &CohortRule) -> Option<Self> {
        if let Some(line) = RuleLine::of(rule) {
            return Some(Self {
                join: Join::All,
                lines: vec![line],
            });
        }
        let (join, rules) = match rule {
            CohortRule::All(rules) => (Join::All, rules),
            CohortRule::Any(rules) => (Join::Any, rules),
            _ => return None,
        };
        let lines = rules.iter().map(RuleLine::of).collect::<Option<_>>()?;
        Some(Self { join, lines })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(rule: &str) -> Option<RuleLines> {
        RuleLines::of(&rule.parse().unwrap())
    }

    #[test]
    fn rules_that_lines_can_say_come_back_as_they_were() {
        for rule in [
            "Sex=Female",
            "!Sex=Female",
            "Age=16-24 | Age=25-34",
            "Sex=Female & (Age=16-24 | Age=25-34) & !Area=Ashfield",
            "Sex=Female | !(Age=16-24 | Age=25-34)",
        ] {
            let held = lines(rule).unwrap();
            assert_eq!(held.rule().unwrap().to_string(), rule);
        }
    }

    #[test]
    fn rules_of_more_levels_are_not_cut_short() {
        for rule in [
            "Sex=Female & (Age=16-24 | Area=Ashfield)",
            "!(Sex=Female & Age=16-24)",
            "Sex=Female & Age=16-24 | Area=Ashfield",
            "Sex=Female & (!Age=16-24 | Age=25-34)",
        ] {
            assert_eq!(lines(rule), None, "{rule}");
        }
    }

    #[test]
    fn an_unfinished_line_makes_no_rule() {
        let mut held = lines("Sex=Female & Age=16-24").unwrap();
        assert!(held.rule().is_some());
        held.lines.push(RuleLine::default());
        assert_eq!(held.rule(), None);
        assert_eq!(RuleLines::default().rule(), None);
    }
}
