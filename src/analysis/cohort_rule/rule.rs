//! What is true of the people of a group.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::named::{NamedCohort, OWN_GROUPS};
use crate::analysis::Dictionary;
use crate::analysis::survey::{
    Column, Condition, NotFound, find_column, find_entry, find_question,
};
use crate::base::text::fold;
use crate::data::survey::{Answers, Survey};

/// A rule, in the names of dimensions, areas and questions.
///
/// ```
/// use bellwether::analysis::cohort_rule::CohortRule;
/// let rule: CohortRule = "Sex=Female & (Age=16-24 | Age=25-34) & !Area=Ashfield".parse().unwrap();
/// assert_eq!(rule.to_string(), "Sex=Female & (Age=16-24 | Age=25-34) & !Area=Ashfield");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CohortRule {
    /// Somebody's entry of a column: `Sex=Female`.
    Is {
        /// A dimension, `Area`, a question.
        column: String,
        /// A group, a place, an answer or answers that are usually taken together.
        entry: String,
    },
    /// The contrary.
    Not(Box<CohortRule>),
    /// All of these.
    All(Vec<CohortRule>),
    /// At least one of these.
    Any(Vec<CohortRule>),
}

impl CohortRule {
    /// One entry of a column.
    pub fn is(column: impl Into<String>, entry: impl Into<String>) -> Self {
        Self::Is {
            column: column.into(),
            entry: entry.into(),
        }
    }

    /// The same with the project's own groups spelled out: `Own groups=Young women` by their rules.
    #[must_use]
    pub fn with_groups(&self, groups: &[NamedCohort]) -> Self {
        let each = |rules: &[Self]| rules.iter().map(|rule| rule.with_groups(groups)).collect();
        match self {
            Self::Is { column, entry } => {
                let is_named = |group: &&NamedCohort| {
                    fold(column) == fold(OWN_GROUPS) && fold(&group.name) == fold(entry)
                };
                let group = groups.iter().find(is_named);
                group.map_or_else(|| self.clone(), |group| group.rule.clone())
            }
            Self::Not(rule) => Self::Not(Box::new(rule.with_groups(groups))),
            Self::All(rules) => Self::All(each(rules)),
            Self::Any(rules) => Self::Any(each(rules)),
        }
    }

    /// What it means for a survey, whose columns may be called as in the workbook or as in the project.
    ///
    /// # Errors
    /// [`NotFound`] where the survey knows one of the names not, with those that it knows.
    pub fn condition(
        &self,
        survey: &Survey,
        dictionary: &Dictionary,
    ) -> Result<Condition, NotFound> {
        let each = |rules: &[Self]| -> Result<Vec<Condition>, NotFound> {
            let rules = rules.iter();
            rules
                .map(|rule| rule.condition(survey, dictionary))
                .collect()
        };
        Ok(match self {
            Self::Is { column, entry } => is(survey, dictionary, column, entry)?,
            Self::Not(rule) => Condition::Not(Box::new(rule.condition(survey, dictionary)?)),
            Self::All(rules) => Condition::All(each(rules)?),
            Self::Any(rules) => Condition::Any(each(rules)?),
        })
    }
}

fn is(
    survey: &Survey,
    dictionary: &Dictionary,
    column: &str,
    entry: &str,
) -> Result<Condition, NotFound> {
    let found = match find_column(survey, dictionary, column) {
        Ok(found) => found,
        Err(not_found) => {
            // `Top concerns=Burglary`: an option of a question with several answers.
            return option(survey, column, entry).unwrap_or(Err(not_found));
        }
    };
    let entries = find_entry(survey, dictionary, found, entry)?;
    Ok(Condition::Is {
        column: found,
        entries,
    })
}

fn option(survey: &Survey, question: &str, wanted: &str) -> Option<Result<Condition, NotFound>> {
    let place = find_question(survey, question).ok()?;
    let question = survey.questions.get(place)?;
    let Answers::Several(ticks) = &question.answers else {
        return None;
    };
    let folded = fold(wanted);
    let option = ticks.iter().position(|tick| fold(&tick.option) == folded);
    Some(match option {
        Some(option) => Ok(Condition::Is {
            column: Column::Option {
                question: place,
                option,
            },
            entries: vec![1],
        }),
        None => Err(NotFound::Entry {
            column: question.name.clone(),
            wanted: wanted.to_owned(),
            there: ticks.iter().map(|tick| tick.option.clone()).collect(),
        }),
    })
}

/// The text form, which is read again as the same rule.
impl fmt::Display for CohortRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Is { column, entry } => {
                write_name(f, column)?;
                f.write_str("=")?;
                write_name(f, entry)
            }
            Self::Not(rule) => {
                f.write_str("!")?;
                write_inner(f, rule)
            }
            Self::All(rules) => write_joined(f, rules, " & "),
            Self::Any(rules) => write_joined(f, rules, " | "),
        }
    }
}

fn write_joined(f: &mut fmt::Formatter<'_>, rules: &[CohortRule], join: &str) -> fmt::Result {
    for (place, rule) in rules.iter().enumerate() {
        if place > 0 {
            f.write_str(join)?;
        }
        write_inner(f, rule)?;
    }
    Ok(())
}

/// A rule within another, in brackets where it is joined of several.
fn write_inner(f: &mut fmt::Formatter<'_>, rule: &CohortRule) -> fmt::Result {
    match rule {
        CohortRule::All(_) | CohortRule::Any(_) => write!(f, "({rule})"),
        _ => write!(f, "{rule}"),
    }
}

/// A name, in quotation marks where it would be read otherwise without.
fn write_name(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    let is_plain = !name.is_empty() && name.trim() == name && !name.contains(super::parse::is_sign);
    if is_plain {
        f.write_str(name)
    } else {
        write!(f, "\"{}\"", name.replace('"', "\"\""))
    }
}
