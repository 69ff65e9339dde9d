//! A question about a measure, put to the respondents of the survey on which the measure rests: which survey
//! and question that is, when, among whom and by which columns people may be looked at.

use serde::{Deserialize, Serialize};

use super::catalogue::{Catalogue, MeasureKey};
use super::cohort_rule::{CohortRule, NamedCohort, OWN_GROUPS};
use super::dictionary::{AreaKey, CategoryKey, Dictionary, Term};
use super::question::Question;
use super::sensitive;
use super::survey::{
    Axis, BannerGroups, BannerPart, Column, Condition, Respondents, Subject, SurveySubject,
    entries_of, find_column, in_words, subjects_of,
};
use crate::data::survey::{Answers, Survey};
use crate::data::{Measure, Period, Unit};

/// When respondents were asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SurveyTime {
    /// The latest year, or the latest period where there are no whole years.
    #[default]
    Latest,
    /// In a period.
    In(Period),
    /// Whenever.
    Whenever,
}

/// Among whom a survey is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Among {
    /// Everybody.
    #[default]
    Everyone,
    /// An entry of a column: a group, a place, an answer.
    Entry {
        /// The column's name.
        column: String,
        /// The entry's name.
        entry: String,
    },
    /// A group of the project's own.
    Own(NamedCohort),
}

impl Among {
    /// Who they are, in words.
    pub fn words(&self) -> &str {
        match self {
            Self::Everyone => "everyone",
            Self::Entry { entry, .. } => entry,
            Self::Own(group) => &group.name,
        }
    }
}

/// How a survey is looked at, whatever is drawn of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SurveySetting {
    /// When respondents were asked.
    pub time: SurveyTime,
    /// Who they are.
    pub among: Among,
    /// Whether everybody counts the same, whatever the survey's weights.
    pub unweighted: bool,
}

/// Why a measure cannot be looked at respondent by respondent.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSurveyed {
    /// No respondents are behind it.
    #[error("This measure comes from a table, not from a survey’s respondents")]
    NotFromRespondents,
    /// The survey has nothing of the period.
    #[error("The survey has no respondents in {0}")]
    NotInPeriod(String),
    /// The survey does not know a name.
    #[error("The survey cannot be narrowed as asked: {0}")]
    UnknownName(String),
    /// A filter leaves out so few that they could be told from the table without it.
    #[error(
        "The choice of people leaves out fewer than five respondents, who could be told by comparing tables"
    )]
    LeavesOutFew,
    /// Too many columns.
    #[error("There are too many columns at once: take a grouping out")]
    TooMany,
    /// The question has no scale of answers.
    #[error(
        "This question has no scale of answers: respondents could tick several, or gave a number"
    )]
    NotAScale,
    /// The survey does not say when each was asked.
    #[error("The survey does not say when each respondent was asked")]
    NoPeriods,
    /// Nobody answers to the description.
    #[error("No respondents answer to this choice")]
    Nobody,
}

/// A question of a survey that can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyQuestion {
    /// Its name.
    pub name: String,
    /// The first measure that is made of it.
    pub measure: MeasureKey,
}

/// A column of a survey by which people can be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyColumn {
    /// Its name in the project's words.
    pub name: String,
    /// Its name in the survey, by which it is asked for.
    pub key: String,
    /// The column.
    pub column: Column,
    /// Its entries that people can be narrowed to, as the survey and as the project calls them.
    pub entries: Vec<(String, String)>,
    /// Whether it tells of health, origin, faith, love or what was suffered: what the law calls special
    /// categories, and the like.
    pub is_sensitive: bool,
    /// Whether people are grouped by it, rather than by what they answered.
    pub is_grouping: bool,
}

/// What can be chosen of a survey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SurveyChoices {
    /// Its questions, and those of the other surveys.
    pub questions: Vec<SurveyQuestion>,
    /// Its columns.
    pub columns: Vec<SurveyColumn>,
    /// The periods, latest first; the longest first of those that end together.
    pub periods: Vec<Period>,
    /// The heading and the letters of the column of weights.
    pub weight: Option<String>,
}

/// A question put to a survey.
pub(super) struct SurveyView {
    pub found: SurveySubject,
    /// The question's place in the survey.
    pub question: usize,
    pub period: Option<Period>,
    /// The entries of the survey's period; none is all.
    pub entries: Vec<u16>,
    pub filter: Option<Condition>,
    pub choices: SurveyChoices,
}

/// Whether a column of this name tells of a special category, or of what people suffered.
pub fn is_sensitive(name: &str) -> bool {
    let folded = crate::base::text::fold(name);
    sensitive::is_sensitive(name) || folded.split(' ').any(|word| word.starts_with("victim"))
}

/// The questions of all surveys that measures are made of.
pub(super) fn questions(catalogue: &Catalogue) -> Vec<SurveyQuestion> {
    let mut found: Vec<SurveyQuestion> = Vec::new();
    for survey in catalogue
        .sources()
        .iter()
        .flat_map(|source| &source.surveys)
    {
        for subject in Subject::all(survey) {
            let question = match subject.column {
                Column::Answers(place)
                | Column::Option {
                    question: place, ..
                } => place,
                Column::Dimension(_) | Column::Area => continue,
            };
            let Some(question) = survey.questions.get(question) else {
                continue;
            };
            let own = MeasureKey::of(&Measure::named(subject.name.clone(), Unit::Percent));
            let measure = catalogue.key_of(&own).clone();
            let is_known = found.iter().any(|held| held.name == question.name);
            if !is_known && catalogue.entry(&measure).is_some() {
                found.push(SurveyQuestion {
                    name: question.name.clone(),
                    measure,
                });
            }
        }
    }
    found
}

/// The answers of the respondents behind a measure, where there are respondents.
fn answers_behind(catalogue: &Catalogue, measure: &MeasureKey) -> Option<SurveySubject> {
    subjects_of(catalogue, measure).pop().filter(|found| {
        let column = found.subject.column;
        matches!(column, Column::Answers(_) | Column::Option { .. })
    })
}

/// Whether a measure can be looked at respondent by respondent.
pub fn is_surveyed(catalogue: &Catalogue, measure: &MeasureKey) -> bool {
    answers_behind(catalogue, measure).is_some()
}

/// Whether respondents gave a measure's question one answer of several each.
pub fn has_answer_scale(catalogue: &Catalogue, measure: &MeasureKey) -> bool {
    answers_behind(catalogue, measure).is_some_and(|found| {
        let Column::Answers(place) = found.subject.column else {
            return false;
        };
        let question = found.survey.questions.get(place);
        question.is_some_and(|question| matches!(question.answers, Answers::Single(_)))
    })
}

/// The name that a project gives a term, else the one that it has.
fn named(dictionary: &Dictionary, term: &Term, own: &str) -> String {
    let definition = dictionary.definition(term);
    let name = definition.and_then(|held| held.name.clone());
    name.unwrap_or_else(|| own.to_owned())
}

/// The name of each entry of a column as the survey and as the project has it.
fn entry_names(survey: &Survey, dictionary: &Dictionary, column: Column) -> Vec<(String, String)> {
    match column {
        Column::Dimension(place) => {
            let dimension = survey.dimensions.get(place).into_iter();
            dimension
                .flat_map(|dimension| {
                    dimension.groups.entries.iter().map(|entry| {
                        let key = CategoryKey {
                            dimension: dimension.name.clone(),
                            category: entry.clone(),
                        };
                        (
                            entry.clone(),
                            named(dictionary, &Term::Category(key), entry),
                        )
                    })
                })
                .collect()
        }
        Column::Area => {
            let areas = survey.area.iter().flat_map(|area| &area.entries);
            areas
                .map(|area| {
                    let name = named(dictionary, &Term::Area(AreaKey::of(area)), &area.name);
                    (area.name.clone(), name)
                })
                .collect()
        }
        Column::Answers(place) => match survey.questions.get(place).map(|held| &held.answers) {
            Some(Answers::Single(single)) => single
                .answers
                .iter()
                .filter(|answer| answer.is_in_base)
                .map(|answer| (answer.label.clone(), answer.label.clone()))
                .collect(),
            _ => Vec::new(),
        },
        Column::Option { .. } => Vec::new(),
    }
}

fn columns(survey: &Survey, dictionary: &Dictionary) -> Vec<SurveyColumn> {
    let dimensions = (0..survey.dimensions.len()).map(Column::Dimension);
    let area = survey.area.iter().map(|_| Column::Area);
    let answers = survey.questions.iter().enumerate();
    let answers = answers.filter_map(|(place, question)| {
        matches!(question.answers, Answers::Single(_)).then_some(Column::Answers(place))
    });
    dimensions
        .chain(area)
        .chain(answers)
        .map(|column| {
            let key = in_words(survey, column);
            let name = match column {
                Column::Dimension(_) => named(dictionary, &Term::Dimension(key.clone()), &key),
                _ => key.clone(),
            };
            SurveyColumn {
                entries: entry_names(survey, dictionary, column),
                is_sensitive: is_sensitive(&key) || is_sensitive(&name),
                is_grouping: matches!(column, Column::Dimension(_) | Column::Area),
                name,
                key,
                column,
            }
        })
        .collect()
}

/// The periods that can be looked at, latest first.
fn periods(catalogue: &Catalogue, measure: &MeasureKey, survey: &Survey) -> Vec<Period> {
    if survey.period.is_none() {
        return survey.whole_period.into_iter().collect();
    }
    let Some(entry) = catalogue.entry(measure) else {
        return Vec::new();
    };
    let mut periods: Vec<Period> = Vec::new();
    for cadence in entry.periods.keys() {
        for period in entry.periods_of(*cadence) {
            let is_new = !periods.iter().any(|held| held.covers_same_days(&period));
            if is_new && entries_of(survey, &period).is_ok() {
                periods.push(period);
            }
        }
    }
    periods.sort_by(|one, other| other.end.cmp(&one.end).then(one.start.cmp(&other.start)));
    periods
}

/// The column of weights: "Weight (column AD)".
fn weight_words(survey: &Survey) -> Option<String> {
    let origin = &survey.weight.as_ref()?.origin;
    let letters = crate::data::cell::column_letters(origin.cell.column);
    Some(format!("{} (column {letters})", origin.heading))
}

impl SurveyView {
    /// The survey's view of a question.
    ///
    /// # Errors
    /// [`NotSurveyed`], with what can be chosen instead.
    pub fn of(
        catalogue: &Catalogue,
        question: &Question,
        setting: &SurveySetting,
    ) -> Result<Self, Box<(NotSurveyed, SurveyChoices)>> {
        let questions = questions(catalogue);
        let none = |questions| SurveyChoices {
            questions,
            ..SurveyChoices::default()
        };
        let found = subjects_of(catalogue, &question.measure).pop();
        let place = found.as_ref().and_then(|found| match found.subject.column {
            Column::Answers(place)
            | Column::Option {
                question: place, ..
            } => Some(place),
            Column::Dimension(_) | Column::Area => None,
        });
        let (Some(found), Some(place)) = (found, place) else {
            return Err(Box::new((NotSurveyed::NotFromRespondents, none(questions))));
        };
        let survey = found.survey.clone();
        let dictionary = catalogue.dictionary();
        let choices = SurveyChoices {
            questions,
            columns: columns(&survey, dictionary),
            periods: periods(catalogue, catalogue.key_of(&question.measure), &survey),
            weight: weight_words(&survey),
        };
        let period = match setting.time {
            SurveyTime::Whenever => None,
            SurveyTime::In(period) => Some(period),
            SurveyTime::Latest => latest(&choices.periods),
        };
        let entries = match period.map(|period| entries_of(&survey, &period)) {
            None => Vec::new(),
            Some(Ok(entries)) => entries,
            Some(Err(_)) => {
                let label = period.map_or_else(String::new, |period| period.label());
                return Err(Box::new((NotSurveyed::NotInPeriod(label), choices)));
            }
        };
        let filter = match filter(&survey, catalogue, question, &setting.among) {
            Ok(filter) => filter,
            Err(words) => return Err(Box::new((NotSurveyed::UnknownName(words), choices))),
        };
        Ok(Self {
            found,
            question: place,
            period,
            entries,
            filter,
            choices,
        })
    }

    pub fn survey(&self) -> &Survey {
        &self.found.survey
    }

    /// The respondents as they count.
    pub fn respondents(&self, setting: &SurveySetting) -> Respondents<'_> {
        let respondents = Respondents::of(self.survey());
        if setting.unweighted {
            respondents.unweighted()
        } else {
            respondents
        }
    }

    /// The column that a name asks for.
    pub fn column(&self, wanted: &str, dictionary: &Dictionary) -> Option<&SurveyColumn> {
        let found = find_column(self.survey(), dictionary, wanted).ok()?;
        self.choices
            .columns
            .iter()
            .find(|held| held.column == found)
    }

    /// A column as a part of a banner, in the project's words.
    pub fn banner_part(&self, column: &SurveyColumn) -> Option<BannerPart> {
        let part = BannerPart::of(self.survey(), column.column)?;
        let BannerGroups::Apart(axes, labels) = part.groups else {
            return None;
        };
        let named = |label: Option<String>| {
            let label = label?;
            let entry = column.entries.iter().find(|(own, _)| *own == label);
            Some(entry.map_or(label.clone(), |(_, name)| name.clone()))
        };
        Some(BannerPart {
            heading: column.name.clone(),
            groups: BannerGroups::Apart(axes, labels.into_iter().map(named).collect()),
            crossed: None,
        })
    }

    /// The project's own groups as a part of a banner; `None` where the survey knows none of them.
    pub fn own_groups(&self, catalogue: &Catalogue) -> Option<BannerPart> {
        let (groups, dictionary) = (catalogue.own_groups(), catalogue.dictionary());
        let known = groups.iter().filter_map(|group| {
            let rule = group.rule.with_groups(groups);
            Some((
                group.name.clone(),
                rule.condition(self.survey(), dictionary).ok()?,
            ))
        });
        let known: Vec<(String, Condition)> = known.collect();
        (!known.is_empty()).then(|| BannerPart::own(OWN_GROUPS, known))
    }
}

/// Everybody in one part of a column but those of one entry.
pub(super) fn all_but(column: Column, entries: usize, entry: u16) -> Condition {
    let last = u16::try_from(entries).unwrap_or(u16::MAX);
    Condition::Is {
        column,
        entries: (0..last).filter(|held| *held != entry).collect(),
    }
}

/// The axis of a part of a banner whose groups share nobody.
pub(super) fn only_column(part: &BannerPart) -> Option<(Column, &[Option<String>])> {
    match &part.groups {
        BannerGroups::Apart(axes, labels) => match axes.as_slice() {
            [Axis::Column(column)] => Some((*column, labels)),
            _ => None,
        },
        BannerGroups::Overlapping(_) => None,
    }
}

/// The longest period of a year at most that ends last.
fn latest(periods: &[Period]) -> Option<Period> {
    let last = periods.first()?.end;
    let mut of_last = periods.iter().filter(|period| period.end == last);
    let year = of_last.clone().find(|period| period.days() <= 366);
    year.or_else(|| of_last.next_back()).copied()
}

/// Who is looked at: those of the question's cohort, and those of the setting.
fn filter(
    survey: &Survey,
    catalogue: &Catalogue,
    question: &Question,
    among: &Among,
) -> Result<Option<Condition>, String> {
    let mut conditions = Vec::new();
    for held in question.cohort.traits() {
        let rule = CohortRule::is(held.dimension.as_str(), held.category.as_str());
        conditions.push(rule);
    }
    match among {
        Among::Everyone => {}
        Among::Entry { column, entry } => {
            conditions.push(CohortRule::is(column.as_str(), entry.as_str()));
        }
        Among::Own(group) => conditions.push(group.rule.clone()),
    }
    let conditions = conditions
        .iter()
        .map(|rule| {
            let rule = rule.with_groups(catalogue.own_groups());
            rule.condition(survey, catalogue.dictionary())
        })
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| error.to_string())?;
    Ok(match conditions.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        _ => Some(Condition::All(conditions)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_law_calls_special_is_known_by_its_words() {
        for name in [
            "Sexual orientation",
            "Religion",
            "Ethnicity (5 groups)",
            "Victim in the last year",
        ] {
            assert!(is_sensitive(name), "{name}");
        }
        for name in ["Sex", "Age group", "Area", "Tenure", "Transport used"] {
            assert!(!is_sensitive(name), "{name}");
        }
    }

    #[test]
    fn the_latest_year_is_looked_at() {
        let year = Period::year_ending(2021, 12).unwrap();
        let quarter = Period::calendar_quarter(2021, 4).unwrap();
        assert_eq!(latest(&[year, quarter]), Some(year));
        assert_eq!(latest(&[quarter]), Some(quarter));
        assert_eq!(latest(&[]), None);
    }
}
