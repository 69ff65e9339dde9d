//! What the reading of a survey found worth saying.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::base::number;
use crate::import::findings::Severity;

/// Something worth saying about a sheet with one row a respondent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum SurveyFinding {
    /// How the sheet was read.
    Read {
        /// How many respondents.
        respondents: usize,
        /// The heading of the weights.
        weight: Option<String>,
        /// How many questions.
        questions: usize,
        /// The dimensions in which groups are told apart, areas included.
        dimensions: Vec<String>,
    },
    /// There is no column of weights.
    Unweighted,
    /// Weights that cannot be used: their respondents count nowhere.
    WeightsUnusable {
        /// The column's heading.
        heading: String,
        /// Blank cells.
        blank: u32,
        /// Zero.
        zero: u32,
        /// Below zero.
        negative: u32,
        /// Texts and errors.
        text: u32,
    },
    /// Some weights are many times the others.
    WeightsExtreme {
        /// The column's heading.
        heading: String,
        /// The largest, in multiples of the middle one.
        times: u32,
    },
    /// Nobody can tell which weight to use: the whole sheet is left out.
    WeightUnclear {
        /// What is unclear.
        reason: String,
    },
    /// A column that could tell who somebody is.
    Personal {
        /// Its heading.
        heading: String,
        /// What it holds.
        what: String,
    },
    /// A column that is not understood, or not needed.
    NotRead {
        /// Its heading.
        heading: String,
        /// Why.
        reason: String,
        /// Whether something of interest may be lost.
        is_loss: bool,
    },
    /// Entries of a column that was read for all others.
    EntryUnknown {
        /// The column's heading.
        heading: String,
        /// The first such entry.
        entry: String,
        /// How many respondents.
        count: u32,
        /// What is the matter with it.
        reason: String,
    },
    /// Answers that are outside the base.
    OutsideBase {
        /// The answers, each once.
        answers: Vec<String>,
    },
    /// A list of boxes where blank is taken as not ticked.
    BlankIsNotTicked {
        /// The first box.
        heading: String,
        /// How many boxes.
        options: u32,
        /// Whether only those were taken as asked who ticked something.
        only_ticked: bool,
    },
    /// 1 and 0 were read as yes and no.
    OneIsYes {
        /// The column's heading.
        heading: String,
    },
    /// Ages in years were put into bands.
    AgesBanded {
        /// The column's heading.
        heading: String,
    },
    /// Interviews that cover only a part of a quarter.
    PartOfQuarter {
        /// The quarter, for reading.
        quarter: String,
    },
    /// A sheet that explains the columns of another.
    Codebook {
        /// How many columns.
        columns: usize,
    },
}

impl SurveyFinding {
    /// A short name that stays the same from version to version.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Read { .. } => "survey",
            Self::Unweighted => "survey-unweighted",
            Self::WeightsUnusable { .. } => "survey-weights",
            Self::WeightsExtreme { .. } => "survey-weights-extreme",
            Self::WeightUnclear { .. } => "survey-weight-unclear",
            Self::Personal { .. } => "survey-personal",
            Self::NotRead { .. } => "survey-column",
            Self::EntryUnknown { .. } => "survey-entry",
            Self::OutsideBase { .. } => "survey-outside-base",
            Self::BlankIsNotTicked { .. } => "survey-blank",
            Self::OneIsYes { .. } => "survey-one-is-yes",
            Self::AgesBanded { .. } => "survey-ages",
            Self::PartOfQuarter { .. } => "survey-part-of-quarter",
            Self::Codebook { .. } => "codebook",
        }
    }

    /// How much attention it wants.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Read { .. }
            | Self::Personal { .. }
            | Self::NotRead { is_loss: false, .. }
            | Self::OutsideBase { .. }
            | Self::OneIsYes { .. }
            | Self::AgesBanded { .. }
            | Self::Codebook { .. } => Severity::Note,
            Self::Unweighted
            | Self::WeightsUnusable { .. }
            | Self::WeightsExtreme { .. }
            | Self::NotRead { is_loss: true, .. }
            | Self::EntryUnknown { .. }
            | Self::BlankIsNotTicked { .. }
            | Self::PartOfQuarter { .. } => Severity::Caution,
            Self::WeightUnclear { .. } => Severity::Question,
        }
    }
}

/// "1 respondent", "17,600 respondents".
struct Counted(usize, &'static str);

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ending = if self.0 == 1 { "" } else { "s" };
        write!(f, "{} {}{ending}", number::count(self.0), self.1)
    }
}

fn respondents(count: u32) -> Counted {
    Counted(usize::try_from(count).unwrap_or(usize::MAX), "respondent")
}

impl fmt::Display for SurveyFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read {
                respondents,
                weight,
                questions,
                dimensions,
            } => {
                write!(
                    f,
                    "read as a survey: {}, {}, {}",
                    Counted(*respondents, "respondent"),
                    match weight {
                        Some(heading) => format!("weighted by “{heading}”"),
                        None => String::from("without weights"),
                    },
                    Counted(*questions, "question"),
                )?;
                if !dimensions.is_empty() {
                    write!(f, ", by {}", dimensions.join(", "))?;
                }
                Ok(())
            }
            Self::Unweighted => {
                f.write_str("no column of weights was found: every respondent counts the same")
            }
            Self::WeightsUnusable {
                heading,
                blank,
                zero,
                negative,
                text,
            } => {
                let parts: Vec<String> = [
                    (*blank, "blank"),
                    (*zero, "zero"),
                    (*negative, "below zero"),
                    (*text, "no number"),
                ]
                .iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, what)| format!("{count} {what}"))
                .collect();
                write!(
                    f,
                    "{} left out, whose weight in “{heading}” cannot be used ({})",
                    respondents(blank + zero + negative + text),
                    parts.join(", ")
                )
            }
            Self::WeightsExtreme { heading, times } => write!(
                f,
                "the largest weight in “{heading}” is {times} times the middle one: is it right?"
            ),
            Self::WeightUnclear { reason } => write!(
                f,
                "left out: one row a respondent, but {reason}: which weight holds?"
            ),
            Self::Personal { heading, what } => {
                write!(f, "“{heading}” left out: {what}, which is not kept")
            }
            Self::NotRead {
                heading, reason, ..
            } => write!(f, "“{heading}” left out: {reason}"),
            Self::EntryUnknown {
                heading,
                entry,
                count,
                reason,
            } => write!(
                f,
                "“{entry}” in “{heading}” {reason}: left out, {}",
                respondents(*count)
            ),
            Self::OutsideBase { answers } => {
                let quoted: Vec<String> =
                    answers.iter().map(|answer| format!("“{answer}”")).collect();
                write!(
                    f,
                    "outside the base of every percentage: {}",
                    quoted.join(", ")
                )
            }
            Self::BlankIsNotTicked {
                heading,
                options,
                only_ticked,
            } => write!(
                f,
                "a blank in “{heading}” and the boxes with it ({options} in all) is read as not ticked, and {} as asked",
                if *only_ticked {
                    "whoever ticked one of them"
                } else {
                    "everybody"
                }
            ),
            Self::OneIsYes { heading } => {
                write!(f, "“{heading}”: 1 is read as yes, 0 as no")
            }
            Self::AgesBanded { heading } => {
                write!(f, "“{heading}”: ages are put into bands of ten years")
            }
            Self::PartOfQuarter { quarter } => write!(
                f,
                "the interviews cover only a part of {quarter}: no twelve months are worked out with it"
            ),
            Self::Codebook { columns } => write!(
                f,
                "read as the codebook: it explains {}",
                Counted(*columns, "column")
            ),
        }
    }
}
