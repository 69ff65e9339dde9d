//! What is estimated of respondents: that they gave one of some answers, or ticked an option. Each measure of
//! a catalogue that rests on a survey has one.

use std::sync::Arc;

use super::cells::Counted;
use super::plan::Column;
use crate::analysis::catalogue::{Catalogue, MeasureKey};
use crate::analysis::dictionary::Term;
use crate::data::survey::{Answers, Counts, IndicatorPart, Origin, Survey};
use crate::data::{Measure, Source, Unit};

/// That respondents gave one of some answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// What the measure of it is called: "Safe outside after dark – Very/Fairly safe".
    pub name: String,
    /// The column of the workbook.
    pub origin: Origin,
    /// Its answers.
    pub column: Column,
    /// Which of them are counted.
    pub counted: Counted,
}

/// A subject and the survey of which it is one.
#[derive(Clone, Debug)]
pub struct SurveySubject {
    /// The workbook.
    pub source: Arc<Source>,
    /// The survey.
    pub survey: Arc<Survey>,
    /// What is estimated.
    pub subject: Subject,
}

impl Subject {
    /// Everything that measures are made of in a survey, in the order of its questions.
    pub fn all(survey: &Survey) -> Vec<Self> {
        let questions = survey.questions.iter().enumerate();
        questions
            .flat_map(|(place, question)| {
                let parts = question.indicator_parts().into_iter();
                parts.filter_map(move |part| Self::of_part(place, &question.answers, part))
            })
            .collect()
    }

    /// Everything that can be said of a question: each answer that is in the base, then those that its scale
    /// takes together; each option. Nothing of numbers. Names are those of the answers.
    pub fn of_question(survey: &Survey, place: usize) -> Vec<Self> {
        let Some(question) = survey.questions.get(place) else {
            return Vec::new();
        };
        let parts: Vec<IndicatorPart> = match &question.answers {
            Answers::Single(single) => {
                let part = |name: &str, members: Vec<u16>| IndicatorPart {
                    name: name.to_owned(),
                    origin: single.origin.clone(),
                    counts: Counts::Answers(members),
                };
                let answers = (0..).zip(&single.answers);
                let mut parts: Vec<IndicatorPart> = answers
                    .filter(|(_, answer)| answer.is_in_base)
                    .map(|(index, answer)| part(&answer.label, vec![index]))
                    .collect();
                let net = single.net.iter().filter(|net| net.members.len() > 1);
                parts.extend(net.map(|net| part(&net.label, net.members.clone())));
                parts
            }
            Answers::Several(ticks) => ticks
                .iter()
                .enumerate()
                .map(|(index, tick)| IndicatorPart {
                    name: tick.option.clone(),
                    origin: tick.origin.clone(),
                    counts: Counts::Option(index),
                })
                .collect(),
            Answers::Number(_) => Vec::new(),
        };
        let parts = parts.into_iter();
        parts
            .filter_map(|part| Self::of_part(place, &question.answers, part))
            .collect()
    }

    fn of_part(question: usize, answers: &Answers, part: IndicatorPart) -> Option<Self> {
        let (column, counted) = match (part.counts, answers) {
            (Counts::Answers(members), Answers::Single(single)) => (
                Column::Answers(question),
                Counted {
                    is_counted: (0..)
                        .zip(&single.answers)
                        .map(|(index, _)| members.contains(&index))
                        .collect(),
                    is_in_base: single
                        .answers
                        .iter()
                        .map(|answer| answer.is_in_base)
                        .collect(),
                },
            ),
            (Counts::Option(option), Answers::Several(_)) => {
                (Column::Option { question, option }, Counted::ticked())
            }
            _ => return None,
        };
        Some(Self {
            name: part.name,
            origin: part.origin,
            column,
            counted,
        })
    }
}

impl Counted {
    /// Who ticked an option, among those who were asked.
    pub fn ticked() -> Self {
        Self {
            is_counted: vec![false, true],
            is_in_base: vec![true, true],
        }
    }
}

/// The surveys on which a measure of a catalogue rests, in the order of their import; none where it comes
/// from tables.
pub fn subjects_of(catalogue: &Catalogue, measure: &MeasureKey) -> Vec<SurveySubject> {
    let wanted = Term::Measure(catalogue.key_of(measure).clone());
    let dictionary = catalogue.dictionary();
    let is_meant = |subject: &Subject| {
        let own = MeasureKey::of(&Measure::named(subject.name.clone(), Unit::Percent));
        let own = Term::Measure(own);
        *dictionary.primary(&own) == *dictionary.primary(&wanted)
    };
    let mut found = Vec::new();
    for source in catalogue.sources() {
        for survey in &source.surveys {
            let subjects = Subject::all(survey).into_iter();
            found.extend(subjects.filter(is_meant).map(|subject| SurveySubject {
                source: source.clone(),
                survey: survey.clone(),
                subject,
            }));
        }
    }
    found
}
