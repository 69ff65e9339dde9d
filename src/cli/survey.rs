//! The survey that a command line speaks of: its question, groups, period and weights, by what they are called.

use std::path::Path;
use std::sync::Arc;

use super::failure::Failure;
use super::read::{open_project, read_workbook};
use crate::analysis::breaks::{BreakOrigin, BreakScope, SeriesBreak};
use crate::analysis::cohort_rule::{CohortRule, NamedCohort, OWN_GROUPS};
use crate::analysis::survey::{
    BannerPart, Column, Condition, Respondents, Subject, entries_of, find_column, find_question,
    in_words,
};
use crate::analysis::{Dictionary, MeasureKey};
use crate::base::text::fold;
use crate::data::gazetteer::Gazetteer;
use crate::data::period_parse::{PeriodContext, parse_period};
use crate::data::survey::{Answers, Survey};
use crate::data::{Measure, Period, Source, Unit};
use crate::project::Project;

/// What a command asks of a survey.
pub struct Asked {
    project: Project,
    source: Arc<Source>,
    survey: Arc<Survey>,
    dictionary: Arc<Dictionary>,
    groups: Arc<[NamedCohort]>,
    /// The question, by its place.
    pub question: usize,
}

impl Asked {
    /// Opens a project or reads a workbook, and finds the question: of several surveys that have it in the
    /// last one that was imported.
    pub fn open(path: &Path, question: &str) -> Result<Self, Failure> {
        let project = if is_project(path) {
            open_project(path)?
        } else {
            let reading = read_workbook(path, Gazetteer::built_in(), &[])?.reading;
            Project {
                sources: vec![reading.source],
                ..Project::default()
            }
        };
        let surveys: Vec<(Arc<Source>, Arc<Survey>)> = project
            .sources
            .iter()
            .flat_map(|source| source.surveys.iter().map(move |held| (source, held)))
            .map(|(source, survey)| (source.clone(), survey.clone()))
            .collect();
        let mut not_found = None;
        for (source, survey) in surveys.into_iter().rev() {
            match find_question(&survey, question) {
                Ok(place) => {
                    return Ok(Self {
                        dictionary: project.dictionary.clone(),
                        groups: project.groups.clone(),
                        question: place,
                        project,
                        source,
                        survey,
                    });
                }
                Err(error) => not_found = not_found.or(Some(error)),
            }
        }
        Err(Failure::Usage(not_found.map_or_else(
            || {
                format!(
                    "{}: there is no survey with a row for each respondent in it",
                    path.display()
                )
            },
            |error| error.to_string(),
        )))
    }

    /// The survey.
    pub fn survey(&self) -> &Survey {
        &self.survey
    }

    /// Its respondents with their weights: the survey's own, `none`, or a column of numbers.
    pub fn respondents(&self, weight: Option<&str>) -> Result<Respondents<'_>, Failure> {
        let respondents = Respondents::of(&self.survey);
        let Some(wanted) = weight else {
            return Ok(respondents);
        };
        let own = self.survey.weight.as_ref().map(|weight| &weight.origin);
        if own.is_some_and(|own| fold(&own.heading) == fold(wanted)) {
            return Ok(respondents);
        }
        if fold(wanted) == "none" {
            return Ok(respondents.unweighted());
        }
        let mut there: Vec<&str> = own.map(|own| own.heading.as_str()).into_iter().collect();
        for question in &self.survey.questions {
            if let Answers::Number(numbers) = &question.answers {
                if fold(&numbers.origin.heading) == fold(wanted) {
                    return Ok(respondents.weighted_by(&numbers.values));
                }
                there.push(&numbers.origin.heading);
            }
        }
        there.push("none");
        Err(Failure::Usage(format!(
            "there is no column of weights “{wanted}”; there are: {}",
            there.join("; ")
        )))
    }

    /// The break in the series between two periods, as far as it is one of everything of the workbook or of a
    /// measure made of the question; of the whole survey, or of a place that the filters name. All answers of a
    /// question rest on its wording.
    pub fn break_between(
        &self,
        filters: &[String],
        from: &Period,
        to: &Period,
    ) -> Option<SeriesBreak> {
        let catalogue = self.project.catalogue();
        let is_of_workbook = |held: &SeriesBreak| {
            let declared = &catalogue.breaks().declared;
            matches!(held.origin, BreakOrigin::Declared(id)
                if declared.iter().any(|spec| spec.id == id && matches!(spec.of, BreakScope::Source { .. })))
        };
        let is_named = |area: &str| {
            let area = fold(area);
            filters.iter().any(|filter| fold(filter).contains(&area))
        };
        let of_subject = |subject: Subject| {
            let is_of_question = match subject.column {
                Column::Answers(question) | Column::Option { question, .. } => {
                    question == self.question
                }
                Column::Dimension(_) | Column::Area => false,
            };
            let key = MeasureKey::of(&Measure::named(subject.name, Unit::Percent));
            let entry = catalogue.entry(&key)?;
            let whole = entry.widest_area().map_or("", |area| area.name.as_str());
            let named = entry.areas.iter().map(|area| area.name.as_str());
            std::iter::once(whole)
                .chain(named.filter(|area| is_named(area)))
                .flat_map(|area| catalogue.breaks_of(&key, entry, area, &[&self.source]))
                .filter(|held| is_of_question || is_of_workbook(held))
                .find(|held| held.lies_between(from, to))
        };
        Subject::all(&self.survey).into_iter().find_map(of_subject)
    }

    /// What the weights are called.
    pub fn weight_name<'a>(&'a self, wanted: Option<&'a str>) -> &'a str {
        let own = self.survey.weight.as_ref();
        wanted.unwrap_or_else(|| own.map_or("none", |weight| &weight.origin.heading))
    }

    /// The respondents who pass all of some rules.
    pub fn filter(&self, rules: &[String]) -> Result<Option<Condition>, Failure> {
        let mut conditions = Vec::with_capacity(rules.len());
        for text in rules {
            let rule: CohortRule = text
                .parse()
                .map_err(|error| Failure::Usage(format!("“{text}”: {error}")))?;
            let rule = rule.with_groups(&self.groups);
            conditions.push(
                rule.condition(&self.survey, &self.dictionary)
                    .map_err(|error| Failure::Usage(error.to_string()))?,
            );
        }
        Ok(match conditions.len() {
            0 => None,
            1 => conditions.pop(),
            _ => Some(Condition::All(conditions)),
        })
    }

    /// A part of the banner: a column, two crossed by `*`, or the project's own groups.
    pub fn banner_part(&self, wanted: &str) -> Result<BannerPart, Failure> {
        if fold(wanted) == fold(OWN_GROUPS) {
            let groups = self.own_groups();
            if groups.is_empty() {
                return Err(Failure::Usage(String::from(
                    "the project has no groups of its own that this survey knows",
                )));
            }
            let groups = groups
                .into_iter()
                .map(|(name, condition)| (name.to_owned(), condition));
            return Ok(BannerPart::own(OWN_GROUPS, groups.collect()));
        }
        let part = match wanted.split_once(['*', '×']) {
            Some((first, second)) => {
                BannerPart::crossed(&self.survey, self.column(first)?, self.column(second)?)
            }
            None => BannerPart::of(&self.survey, self.column(wanted)?),
        };
        part.ok_or_else(|| Failure::Usage(format!("“{wanted}” has no groups")))
    }

    /// A column that divides respondents.
    fn column(&self, wanted: &str) -> Result<Column, Failure> {
        find_column(&self.survey, &self.dictionary, wanted)
            .map_err(|error| Failure::Usage(error.to_string()))
    }

    /// The dimension that words mean.
    pub fn dimension(&self, wanted: &str) -> Result<usize, Failure> {
        match self.column(wanted)? {
            Column::Dimension(place) => Ok(place),
            other => Err(Failure::Usage(format!(
                "“{}” is no dimension of people; there are: {}; {OWN_GROUPS}",
                in_words(&self.survey, other),
                self.survey
                    .dimensions
                    .iter()
                    .map(|dimension| dimension.name.as_str())
                    .collect::<Vec<_>>()
                    .join("; ")
            ))),
        }
    }

    /// The project's own groups that the survey knows.
    pub fn own_groups(&self) -> Vec<(&str, Condition)> {
        let groups = self.groups.iter();
        groups
            .filter_map(|group| {
                let condition = group.rule.condition(&self.survey, &self.dictionary).ok()?;
                Some((group.name.as_str(), condition))
            })
            .collect()
    }

    /// The time that the whole survey covers; empty where it does not say.
    pub fn all_periods(&self) -> String {
        let entries = self.survey.period.iter().flat_map(|period| &period.entries);
        let first = entries.clone().min_by_key(|period| period.start);
        let last = entries.max_by_key(|period| period.end);
        match (first.zip(last), &self.survey.whole_period) {
            (Some((first, last)), _) if first == last => first.label(),
            (Some((first, last)), _) => format!("{} to {}", first.label(), last.label()),
            (None, Some(whole)) => whole.label(),
            (None, None) => String::new(),
        }
    }

    /// A period and the entries of the survey that make it up.
    pub fn period(&self, wanted: &str) -> Result<(Period, Vec<u16>), Failure> {
        let reading = parse_period(wanted, &PeriodContext::default()).ok_or_else(|| {
            Failure::Usage(format!(
                "“{wanted}” is no period; write it as “Mar 2021”, “Q2 2021/22” or “year to Dec 2021”"
            ))
        })?;
        if let Some(caution) = reading.caution_words() {
            eprintln!("bellwether: “{wanted}”: {caution}");
        }
        let entries = entries_of(&self.survey, &reading.period)
            .map_err(|error| Failure::Usage(error.to_string()))?;
        Ok((reading.period, entries))
    }
}

/// Whether a file is a project rather than a workbook.
fn is_project(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| {
        ending.eq_ignore_ascii_case("bellwether") || ending.eq_ignore_ascii_case("ron")
    })
}
