//! The text form of a rule: `Sex=Female & (Age=16-24 | Age=25-34) & !Area=Ashfield`. `&` binds closer than
//! `|`; a name that holds one of the signs stands in quotation marks.

use std::str::FromStr;

use super::rule::CohortRule;

/// Why a text is no rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// A condition is missing.
    #[error("{} a condition such as Sex=Female is missing", place(.0))]
    NoCondition(String),
    /// A condition has no `=`.
    #[error(
        "“{0}” is no condition: write it as Sex=Female; a name with one of & | ! = ( ) in it stands in quotation marks"
    )]
    NoEquals(String),
    /// A bracket or a quotation mark is not closed.
    #[error("“{0}” is opened and never closed")]
    NotClosed(char),
    /// Something stands after the end.
    #[error("“{0}” cannot stand here; conditions are joined by & (and) or | (or)")]
    Unexpected(String),
    /// There are more brackets within brackets than anybody means.
    #[error("there are too many brackets within brackets")]
    TooDeep,
}

fn place(before: &str) -> String {
    if before.is_empty() {
        String::from("at the beginning")
    } else {
        format!("after “{before}”")
    }
}

/// Whether a character means something in a rule.
pub(super) fn is_sign(c: char) -> bool {
    matches!(c, '&' | '|' | '!' | '=' | '(' | ')' | '"')
}

/// Brackets may stand so deep in one another; a project's file can hold no rule that is much deeper.
const MOST_DEPTH: usize = 24;

impl FromStr for CohortRule {
    type Err = RuleError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut reader = Reader {
            text,
            rest: text,
            depth: 0,
        };
        let rule = reader.any()?;
        match reader.peek() {
            None => Ok(rule),
            Some(c) => Err(RuleError::Unexpected(c.to_string())),
        }
    }
}

struct Reader<'t> {
    text: &'t str,
    rest: &'t str,
    depth: usize,
}

impl Reader<'_> {
    fn peek(&mut self) -> Option<char> {
        self.rest = self.rest.trim_start();
        self.rest.chars().next()
    }

    fn take(&mut self, wanted: char) -> bool {
        let is_there = self.peek() == Some(wanted);
        if is_there {
            self.rest = self.rest.get(wanted.len_utf8()..).unwrap_or("");
        }
        is_there
    }

    fn any(&mut self) -> Result<CohortRule, RuleError> {
        self.joined('|', Self::all, CohortRule::Any)
    }

    fn all(&mut self) -> Result<CohortRule, RuleError> {
        self.joined('&', Self::one, CohortRule::All)
    }

    fn joined(
        &mut self,
        sign: char,
        part: fn(&mut Self) -> Result<CohortRule, RuleError>,
        join: fn(Vec<CohortRule>) -> CohortRule,
    ) -> Result<CohortRule, RuleError> {
        let first = part(self)?;
        let mut rules = vec![first];
        while self.take(sign) {
            rules.push(part(self)?);
        }
        Ok(match rules.len() {
            1 => rules.swap_remove(0),
            _ => join(rules),
        })
    }

    fn one(&mut self) -> Result<CohortRule, RuleError> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return Err(RuleError::TooDeep);
        }
        let rule = if self.take('!') {
            CohortRule::Not(Box::new(self.one()?))
        } else if self.take('(') {
            let rule = self.any()?;
            if !self.take(')') {
                return Err(match self.peek() {
                    None => RuleError::NotClosed('('),
                    Some(c) => RuleError::Unexpected(c.to_string()),
                });
            }
            rule
        } else {
            self.is()?
        };
        self.depth -= 1;
        Ok(rule)
    }

    fn is(&mut self) -> Result<CohortRule, RuleError> {
        let before = self.text.len() - self.rest.len();
        let column = self.name()?;
        if column.is_empty() {
            let before = self.text.get(..before).unwrap_or("").trim();
            return Err(RuleError::NoCondition(before.to_owned()));
        }
        let is_contrary = self.rest.trim_start().starts_with("!=") && self.take('!');
        if !self.take('=') {
            return Err(RuleError::NoEquals(column));
        }
        let entry = self.name()?;
        if entry.is_empty() {
            return Err(RuleError::NoEquals(format!("{column}=")));
        }
        let rule = CohortRule::Is { column, entry };
        Ok(if is_contrary {
            CohortRule::Not(Box::new(rule))
        } else {
            rule
        })
    }

    /// A name, in quotation marks or up to the next sign.
    fn name(&mut self) -> Result<String, RuleError> {
        if !self.take('"') {
            let end = self.rest.find(is_sign).unwrap_or(self.rest.len());
            let (name, rest) = self.rest.split_at(end);
            self.rest = rest;
            return Ok(name.trim().to_owned());
        }
        let mut name = String::new();
        loop {
            let Some(end) = self.rest.find('"') else {
                return Err(RuleError::NotClosed('"'));
            };
            name.push_str(self.rest.get(..end).unwrap_or(""));
            self.rest = self.rest.get(end + 1..).unwrap_or("");
            // Two quotation marks are one of the name.
            if !self.rest.starts_with('"') {
                return Ok(name);
            }
            name.push('"');
            self.rest = self.rest.get(1..).unwrap_or("");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<CohortRule, RuleError> {
        text.parse()
    }

    #[test]
    fn signs_bind_as_one_would_say_them() {
        let (female, young, city) = (
            CohortRule::is("Sex", "Female"),
            CohortRule::is("Age", "16-24"),
            CohortRule::is("Area", "Nottingham"),
        );
        assert_eq!(
            read("Sex = Female & Age=16-24 | Area=Nottingham"),
            Ok(CohortRule::Any(vec![
                CohortRule::All(vec![female.clone(), young.clone()]),
                city.clone()
            ]))
        );
        assert_eq!(
            read("!(Sex=Female|Age=16-24) & Area!=Nottingham"),
            Ok(CohortRule::All(vec![
                CohortRule::Not(Box::new(CohortRule::Any(vec![female, young]))),
                CohortRule::Not(Box::new(city))
            ]))
        );
    }

    #[test]
    fn a_rule_is_read_as_it_is_written() {
        let odd = CohortRule::All(vec![
            CohortRule::is("Ethnicity", "Black & \"other\" (all)"),
            CohortRule::Not(Box::new(CohortRule::Any(vec![
                CohortRule::is(" spaced ", "=1"),
                CohortRule::is("Öffentlich", "Größe – 3½"),
            ]))),
        ]);
        assert_eq!(read(&odd.to_string()), Ok(odd));
    }

    #[test]
    fn what_is_wrong_is_said() {
        let said = |text: &str| read(text).unwrap_err().to_string();
        assert_eq!(
            said(""),
            "at the beginning a condition such as Sex=Female is missing"
        );
        assert_eq!(
            said("Sex=Female & "),
            "after “Sex=Female &” a condition such as Sex=Female is missing"
        );
        assert!(said("Female").starts_with("“Female” is no condition"));
        assert!(said("Sex=").starts_with("“Sex=” is no condition"));
        assert_eq!(said("(Sex=Female"), "“(” is opened and never closed");
        assert_eq!(said("Sex=\"Female"), "“\"” is opened and never closed");
        assert!(said("Sex=Female) & A=b").starts_with("“)” cannot stand here"));
        assert_eq!(read(&"(".repeat(100_000)), Err(RuleError::TooDeep));
        assert_eq!(read(&"!".repeat(100_000)), Err(RuleError::TooDeep));
    }
}
