//! What each column of a survey is, concluded from its heading, its entries and the codebook.

use super::codebook::Variable;
use super::column::Column;
use super::findings::SurveyFinding;
use super::labels::Labels;
use super::scales;
use super::{personal, ticks, time, weights};
use crate::base::text::fold;
use crate::data::AreaKind;
use crate::data::area::is_gss_code;
use crate::data::survey::Scale;
use crate::import::places::Places;
use crate::import::vocabulary::{
    self, LabelHeading, cohort, dimension, is_age_label, label_heading, split_words,
};

/// More groups or answers than this are no list.
const MOST_GROUPS: usize = 25;

/// What a column is.
#[derive(Clone, Debug)]
pub(super) enum Role {
    /// Left out, and why.
    Left(SurveyFinding),
    Weight,
    Stratum,
    Cluster,
    Day(time::Days),
    Period(time::Periods),
    AreaName(AreaKind),
    AreaCode(AreaKind),
    /// Ages in years.
    Age,
    /// Groups of people, in a dimension.
    Dimension(String),
    /// A question with one answer.
    Single,
    /// A box that may be ticked, if others like it stand beside it.
    Box,
    Number,
}

/// A column with what is known of it.
pub(super) struct Candidate<'c> {
    pub(super) column: Column,
    pub(super) variable: Option<&'c Variable>,
    pub(super) labels: Option<Labels>,
}

impl Candidate<'_> {
    /// The scale of its answers, if they are on one.
    pub(super) fn scale(&self) -> Option<Scale> {
        let answers: Vec<&str> = self
            .labels
            .as_ref()?
            .valid()
            .map(|label| label.shown.as_str())
            .collect();
        scales::recognise(&answers).map(|(scale, _)| scale)
    }

    /// The heading, or what the codebook says where the heading is a code.
    pub(super) fn spoken(&self) -> String {
        let heading = without_number(&self.column.origin.heading);
        let text = self.variable.and_then(|variable| variable.text.as_deref());
        match text {
            Some(text) if is_code(&heading) => without_number(text),
            _ => heading,
        }
    }

    /// Whether it is a question by its number or its scale.
    pub(super) fn is_surely_a_question(&self) -> bool {
        has_number(&self.column.origin.heading) && !self.names_people()
            || self.scale().is_some_and(|scale| scale != Scale::YesNo)
    }

    fn names_people(&self) -> bool {
        dimension(&self.spoken()).is_some()
    }

    fn not_read(&self, reason: &str, is_loss: bool) -> Role {
        Role::Left(SurveyFinding::NotRead {
            heading: self.column.origin.heading.clone(),
            reason: reason.to_owned(),
            is_loss,
        })
    }

    fn personal(&self, what: &str) -> Role {
        Role::Left(SurveyFinding::Personal {
            heading: self.column.origin.heading.clone(),
            what: what.to_owned(),
        })
    }
}

/// Whether a heading begins with the number of a question: `Q7`, `Q12a`.
pub(super) fn has_number(heading: &str) -> bool {
    let mut letters = heading.trim().chars();
    matches!(letters.next(), Some('q' | 'Q')) && letters.next().is_some_and(|c| c.is_ascii_digit())
}

/// A heading without the number before its words; a heading that is only a number stays.
pub(super) fn without_number(heading: &str) -> String {
    let heading = heading.trim();
    if has_number(heading) {
        let rest = heading
            .split_once(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | ')'))
            .map(|(_, rest)| {
                rest.trim_start_matches(|c: char| {
                    c.is_whitespace() || matches!(c, '.' | ':' | '-' | '–' | ')')
                })
            })
            .filter(|rest| rest.chars().any(char::is_alphabetic));
        if let Some(rest) = rest {
            return rest.to_owned();
        }
    }
    heading.to_owned()
}

/// Whether a heading is a code more than words: `Q5`, `walkdark`, `sd_age2`.
pub(super) fn is_code(heading: &str) -> bool {
    let heading = heading.trim();
    !heading.contains(' ')
        && (!heading.starts_with(char::is_uppercase)
            || heading
                .bytes()
                .any(|byte| byte.is_ascii_digit() || byte == b'_')
            || !heading.chars().any(char::is_lowercase))
}

/// What a column is. `is_profile` says that it stands before the first question.
pub(super) fn conclude(candidate: &Candidate<'_>, is_profile: bool, places: &Places<'_>) -> Role {
    let column = &candidate.column;
    let heading = fold(&split_words(&column.origin.heading));
    if heading.is_empty() {
        return candidate.not_read("it has no heading", true);
    }
    if weights::is_weight(column) {
        return Role::Weight;
    }
    if let Some(what) = personal::what(column) {
        return candidate.personal(what);
    }
    let has = |words: &[&str]| heading.split(' ').any(|word| words.contains(&word));
    if has(&["stratum", "strata", "strat"]) {
        return Role::Stratum;
    }
    if has(&["psu", "cluster"]) || heading.contains("primary sampling unit") {
        return Role::Cluster;
    }
    if let Some(days) = time::days(column) {
        return Role::Day(days);
    }
    if let Some(periods) = time::label_periods(column) {
        return Role::Period(periods);
    }
    let Some(labels) = &candidate.labels else {
        return without_labels(candidate, &heading);
    };
    if candidate.scale().is_some_and(|scale| scale != Scale::YesNo) {
        return Role::Single;
    }
    if is_age(&heading) && labels.are_bare_numbers {
        return Role::Age;
    }
    if let Some(role) = area(candidate, labels, places) {
        return role;
    }
    group_or_question(candidate, labels, is_profile, &heading)
}

/// A column with more entries than can be told apart: numbers, or what people wrote.
fn without_labels(candidate: &Candidate<'_>, heading: &str) -> Role {
    let column = &candidate.column;
    if is_age(heading) && column.numbers * 10 > column.filled * 9 {
        return Role::Age;
    }
    if column.numbers * 10 > column.filled * 9 {
        return Role::Number;
    }
    if column.texts > 0 {
        return candidate.personal("what people wrote in their own words");
    }
    candidate.not_read("nothing says what it holds", true)
}

fn is_age(heading: &str) -> bool {
    matches!(
        heading,
        "age"
            | "age years"
            | "age in years"
            | "respondent age"
            | "age last birthday"
            | "age of respondent"
    )
}

/// Names or codes of places.
fn area(candidate: &Candidate<'_>, labels: &Labels, places: &Places<'_>) -> Option<Role> {
    let column = &candidate.column;
    let names: Vec<&str> = labels.valid().map(|label| label.shown.as_str()).collect();
    if names.is_empty() || labels.are_bare_numbers {
        return None;
    }
    let most = |test: &dyn Fn(&str) -> bool| {
        let count = names.iter().filter(|name| test(name)).count();
        count * 5 >= names.len() * 4
    };
    if most(&is_gss_code) {
        let kind = names
            .iter()
            .find_map(|name| AreaKind::of_code(name))
            .unwrap_or_default();
        return Some(if kind == AreaKind::SmallArea {
            candidate.personal("where people live, too closely")
        } else {
            Role::AreaCode(kind)
        });
    }
    if scales::recognise(&names).is_some() || names.iter().any(|name| cohort(name).is_some()) {
        return None;
    }
    let known = most(&|name| places.knows(name) || vocabulary::is_unassigned(name));
    let level = match label_heading(&without_number(&column.origin.heading)) {
        Some(LabelHeading::AreaName(kind)) => Some(kind),
        _ => None,
    };
    match level {
        Some(AreaKind::SmallArea) => Some(candidate.personal("where people live, too closely")),
        Some(kind) => Some(Role::AreaName(kind)),
        None => known.then_some(Role::AreaName(AreaKind::Other)),
    }
}

/// Groups of people, or a question.
fn group_or_question(
    candidate: &Candidate<'_>,
    labels: &Labels,
    is_profile: bool,
    heading: &str,
) -> Role {
    let column = &candidate.column;
    let valid: Vec<&str> = labels.valid().map(|label| label.shown.as_str()).collect();
    if valid.is_empty() {
        return candidate.not_read("nobody gives an answer", false);
    }
    let in_order = heading.contains("quintile") || heading.contains("decile");
    if valid.len() > MOST_GROUPS || valid.len() > 5 && valid.len() * 2 > column.filled {
        return if column.texts * 2 > column.filled {
            candidate.personal("what people wrote in their own words")
        } else {
            Role::Number
        };
    }
    let spoken = candidate.spoken();
    let by_heading = dimension(&spoken).filter(|_| spoken.len() <= 60 && !spoken.ends_with('?'));
    if let Some(name) = by_heading
        && (!labels.are_bare_numbers || in_order)
        && valid.len() >= 2
    {
        return Role::Dimension(dimension_name(&spoken, &name));
    }
    let groups: Vec<&'static str> = valid
        .iter()
        .filter_map(|label| {
            cohort(label)
                .map(|(dimension, _)| dimension)
                .or_else(|| is_age_label(label).then_some("Age"))
        })
        .collect();
    if let Some(name) = groups.first()
        && groups.len() * 2 >= valid.len()
        && (groups.len() >= 2 || valid.len() == 2)
        && groups.iter().all(|group| group == name)
        && valid.len() >= 2
        && !labels.are_bare_numbers
    {
        return Role::Dimension((*name).to_owned());
    }
    let is_question = !is_profile
        || has_number(&column.origin.heading)
        || candidate.variable.is_some_and(|variable| {
            variable
                .text
                .as_deref()
                .is_some_and(|text| text.ends_with('?'))
        });
    if ticks::is_box(labels) {
        let words = candidate.scale() == Some(Scale::YesNo) && !labels.are_bare_numbers;
        return match (words, is_question, valid.len()) {
            (true, false, 2) => Role::Dimension(spoken),
            _ => Role::Box,
        };
    }
    if labels.are_bare_numbers {
        let is_amount = [
            "rating",
            "score",
            "out of",
            "how many",
            "number of",
            "scale of",
        ]
        .iter()
        .any(|words| heading.contains(words));
        return if is_amount || !column.all_integers || valid.len() > 12 {
            Role::Number
        } else {
            candidate.not_read("its numbers are codes that no codebook explains", true)
        };
    }
    if valid.len() == 1 {
        return Role::Box;
    }
    if is_question {
        Role::Single
    } else {
        Role::Dimension(spoken)
    }
}

/// A dimension's name: the heading's own words, or the usual name where the heading is a code or another
/// word for the same.
fn dimension_name(spoken: &str, usual: &str) -> String {
    if matches!(fold(spoken).as_str(), "ethnic group" | "ethnic origin") {
        return String::from("Ethnicity");
    }
    if is_code(spoken) || spoken.len() > 45 || matches!(usual, "Age" | "Sex" | "Gender") {
        usual.to_owned()
    } else {
        spoken.to_owned()
    }
}
