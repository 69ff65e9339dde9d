//! Surveys in the file: each column is lines of tokens, one a respondent, equal neighbours as one token with
//! a count; `-` says nothing.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::columns::{Decimal, Decimals, Token, Tokens, write_runs};
use super::limits::Room;
use crate::data::survey::{
    Answer, Answers, Coded, Codes, Dimension, Net, Numbers, Origin, Question, Scale, Single,
    Survey, Tick, Weight,
};
use crate::data::{Area, Period, SheetIndex};

/// More respondents than a sheet of Excel has rows, many times over: the claim of a broken file.
const MOST_RESPONDENTS: usize = 1 << 24;

#[derive(Serialize, Deserialize)]
pub(super) struct SurveyV1 {
    sheet: SheetIndex,
    name: String,
    respondents: usize,
    #[serde(default)]
    weight: Option<NumbersV1>,
    #[serde(default)]
    stratum: Option<CodedV1<String>>,
    #[serde(default)]
    cluster: Option<CodedV1<String>>,
    #[serde(default)]
    period: Option<CodedV1<Period>>,
    #[serde(default)]
    partial_periods: Vec<Period>,
    #[serde(default)]
    whole_period: Option<Period>,
    #[serde(default)]
    area: Option<CodedV1<Area>>,
    #[serde(default)]
    whole_area: Option<Area>,
    #[serde(default)]
    dimensions: Vec<DimensionV1>,
    questions: Vec<QuestionV1>,
}

#[derive(Serialize, Deserialize)]
struct CodedV1<T> {
    origin: Origin,
    entries: Vec<T>,
    codes: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct NumbersV1 {
    origin: Origin,
    values: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct DimensionV1 {
    name: String,
    groups: CodedV1<String>,
}

#[derive(Serialize, Deserialize)]
struct QuestionV1 {
    name: String,
    #[serde(default)]
    wording: Option<String>,
    answers: AnswersV1,
}

#[derive(Serialize, Deserialize)]
enum AnswersV1 {
    Single {
        origin: Origin,
        #[serde(default)]
        scale: Option<Scale>,
        answers: Vec<Answer>,
        #[serde(default)]
        net: Option<Net>,
        codes: Vec<String>,
    },
    Several(Vec<TickV1>),
    Number(NumbersV1),
}

#[derive(Serialize, Deserialize)]
struct TickV1 {
    origin: Origin,
    option: String,
    name: String,
    ticked: Vec<String>,
}

/// A code as a token.
#[derive(Clone, Copy, PartialEq)]
struct Code(Option<u16>);

impl Token for Code {
    fn write(self, line: &mut String) -> std::fmt::Result {
        match self.0 {
            Some(code) => write!(line, "{code}"),
            None => line.write_char('-'),
        }
    }
}

fn write_codes(codes: &Codes) -> Vec<String> {
    write_runs(codes.iter().map(Code))
}

fn write_numbers(values: impl Iterator<Item = Option<f64>>) -> Vec<String> {
    write_runs(values.map(Decimal))
}

/// The codes of so many respondents, each seen to point at one of so many entries.
fn read_codes(
    name: &'static str,
    lines: &[String],
    respondents: usize,
    entries: usize,
    room: &mut Room,
) -> Result<Codes, String> {
    room.take(respondents, size_of::<u16>())?;
    let mut tokens = Tokens::new(name, lines);
    let mut code: Option<u16> = None;
    let codes = (0..respondents)
        .map(|_| {
            let (token, is_fresh) = tokens.next()?;
            if is_fresh {
                code = match token {
                    "-" => None,
                    token => Some(
                        token
                            .parse::<u16>()
                            .ok()
                            .filter(|code| usize::from(*code) < entries)
                            .ok_or_else(|| {
                                format!("“{token}” in the column “{name}” points at nothing")
                            })?,
                    ),
                };
            }
            Ok(code)
        })
        .collect::<Result<Codes, String>>()?;
    if tokens.is_at_end() {
        Ok(codes)
    } else {
        Err(format!(
            "the column “{name}” holds more than {respondents} respondents"
        ))
    }
}

fn read_numbers(
    name: &'static str,
    lines: &[String],
    respondents: usize,
    room: &mut Room,
) -> Result<Vec<Option<f64>>, String> {
    room.take(respondents, size_of::<Option<f64>>())?;
    let mut numbers = Decimals::new(name, lines);
    let values = (0..respondents)
        .map(|_| numbers.next())
        .collect::<Result<Vec<_>, _>>()?;
    if numbers.tokens.is_at_end() {
        Ok(values)
    } else {
        Err(format!(
            "the column “{name}” holds more than {respondents} respondents"
        ))
    }
}

impl<T: Clone> CodedV1<T> {
    fn of(coded: &Coded<T>) -> Self {
        Self {
            origin: coded.origin.clone(),
            entries: coded.entries.clone(),
            codes: write_codes(&coded.codes),
        }
    }

    fn into_coded(
        self,
        name: &'static str,
        respondents: usize,
        room: &mut Room,
    ) -> Result<Coded<T>, String> {
        Ok(Coded {
            codes: read_codes(name, &self.codes, respondents, self.entries.len(), room)?,
            origin: self.origin,
            entries: self.entries,
        })
    }
}

impl NumbersV1 {
    fn of(numbers: &Numbers) -> Self {
        Self {
            origin: numbers.origin.clone(),
            values: write_numbers(numbers.values.iter().copied()),
        }
    }
}

impl QuestionV1 {
    fn of(question: &Question) -> Self {
        Self {
            name: question.name.clone(),
            wording: question.wording.clone(),
            answers: match &question.answers {
                Answers::Single(single) => AnswersV1::Single {
                    origin: single.origin.clone(),
                    scale: single.scale,
                    answers: single.answers.clone(),
                    net: single.net.clone(),
                    codes: write_codes(&single.codes),
                },
                Answers::Several(ticks) => AnswersV1::Several(
                    ticks
                        .iter()
                        .map(|tick| TickV1 {
                            origin: tick.origin.clone(),
                            option: tick.option.clone(),
                            name: tick.name.clone(),
                            ticked: write_codes(&tick.ticked),
                        })
                        .collect(),
                ),
                Answers::Number(numbers) => AnswersV1::Number(NumbersV1::of(numbers)),
            },
        }
    }

    fn into_question(self, respondents: usize, room: &mut Room) -> Result<Question, String> {
        let answers = match self.answers {
            AnswersV1::Single {
                origin,
                scale,
                answers,
                net,
                codes,
            } => {
                let points_at_nothing = net.as_ref().is_some_and(|net| {
                    net.members
                        .iter()
                        .any(|member| usize::from(*member) >= answers.len())
                });
                if points_at_nothing {
                    return Err(format!(
                        "the answers of “{}” that are taken together are not all there",
                        self.name
                    ));
                }
                Answers::Single(Single {
                    codes: read_codes("codes", &codes, respondents, answers.len(), room)?,
                    origin,
                    scale,
                    answers,
                    net,
                })
            }
            AnswersV1::Several(ticks) => Answers::Several(
                ticks
                    .into_iter()
                    .map(|tick| {
                        Ok(Tick {
                            ticked: read_codes("ticked", &tick.ticked, respondents, 2, room)?,
                            origin: tick.origin,
                            option: tick.option,
                            name: tick.name,
                        })
                    })
                    .collect::<Result<_, String>>()?,
            ),
            AnswersV1::Number(numbers) => Answers::Number(Numbers {
                values: read_numbers("values", &numbers.values, respondents, room)?,
                origin: numbers.origin,
            }),
        };
        Ok(Question {
            name: self.name,
            wording: self.wording,
            answers,
        })
    }
}

impl SurveyV1 {
    pub(super) fn of(survey: &Survey) -> Self {
        Self {
            sheet: survey.sheet,
            name: survey.name.clone(),
            respondents: survey.respondents,
            weight: survey.weight.as_ref().map(|weight| NumbersV1 {
                origin: weight.origin.clone(),
                values: write_numbers(weight.values.iter().map(|weight| Some(*weight))),
            }),
            stratum: survey.stratum.as_ref().map(CodedV1::of),
            cluster: survey.cluster.as_ref().map(CodedV1::of),
            period: survey.period.as_ref().map(CodedV1::of),
            partial_periods: survey.partial_periods.clone(),
            whole_period: survey.whole_period,
            area: survey.area.as_ref().map(CodedV1::of),
            whole_area: survey.whole_area.clone(),
            dimensions: survey
                .dimensions
                .iter()
                .map(|dimension| DimensionV1 {
                    name: dimension.name.clone(),
                    groups: CodedV1::of(&dimension.groups),
                })
                .collect(),
            questions: survey.questions.iter().map(QuestionV1::of).collect(),
        }
    }

    /// The survey, once each of its columns is seen to have an entry a respondent.
    pub(super) fn into_survey(self, sheets: usize, room: &mut Room) -> Result<Survey, String> {
        let respondents = self.respondents;
        if respondents > MOST_RESPONDENTS {
            return Err(format!(
                "the survey “{}” claims {respondents} respondents",
                self.name
            ));
        }
        if usize::from(self.sheet.0) >= sheets {
            return Err(format!("the survey “{}” has no sheet", self.name));
        }
        let weight = self
            .weight
            .map(|weight| {
                let values = read_numbers("weight", &weight.values, respondents, room)?;
                if values
                    .iter()
                    .any(|weight| !matches!(weight, Some(weight) if *weight >= 0.0))
                {
                    return Err(format!("a weight of the survey “{}” is none", self.name));
                }
                Ok(Weight {
                    origin: weight.origin,
                    values: values.into_iter().flatten().collect(),
                })
            })
            .transpose()?;
        let coded = |coded: Option<CodedV1<String>>, name, room: &mut Room| {
            coded
                .map(|coded| coded.into_coded(name, respondents, room))
                .transpose()
        };
        Ok(Survey {
            stratum: coded(self.stratum, "stratum", room)?,
            cluster: coded(self.cluster, "cluster", room)?,
            period: self
                .period
                .map(|period| period.into_coded("period", respondents, room))
                .transpose()?,
            area: self
                .area
                .map(|area| area.into_coded("area", respondents, room))
                .transpose()?,
            dimensions: self
                .dimensions
                .into_iter()
                .map(|dimension| {
                    Ok(Dimension {
                        groups: dimension.groups.into_coded("groups", respondents, room)?,
                        name: dimension.name,
                    })
                })
                .collect::<Result<_, String>>()?,
            questions: self
                .questions
                .into_iter()
                .map(|question| question.into_question(respondents, room))
                .collect::<Result<_, String>>()?,
            sheet: self.sheet,
            name: self.name,
            respondents,
            weight,
            partial_periods: self.partial_periods,
            whole_period: self.whole_period,
            whole_area: self.whole_area,
        })
    }
}
