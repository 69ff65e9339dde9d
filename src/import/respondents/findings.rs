//! What the reading of a survey found worth saying.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::import::findings::Severity;
use crate::import::reason_words;
use crate::words::{in_english, say};

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

impl SurveyFinding {
    /// What was found, as a sentence without its capital, in the language that is spoken.
    pub fn words(&self) -> String {
        match self {
            Self::Read {
                respondents,
                weight,
                questions,
                dimensions,
            } => {
                let respondents = say::count_respondents(*respondents);
                let questions = say::count_questions(*questions);
                let read = match weight {
                    Some(heading) => say::FindingSurvey {
                        respondents,
                        weight: heading,
                        questions,
                    }
                    .say(),
                    None => say::FindingSurveyBare {
                        questions,
                        respondents,
                    }
                    .say(),
                };
                if dimensions.is_empty() {
                    read
                } else {
                    say::FindingSurveyBy {
                        read,
                        dimensions: dimensions.join(", "),
                    }
                    .say()
                }
            }
            Self::Unweighted => say::finding_unweighted().to_owned(),
            Self::WeightsUnusable {
                heading,
                blank,
                zero,
                negative,
                text,
            } => {
                let parts = [
                    (*blank > 0).then(|| say::weights_blank(blank)),
                    (*zero > 0).then(|| say::weights_zero(zero)),
                    (*negative > 0).then(|| say::weights_negative(negative)),
                    (*text > 0).then(|| say::weights_text(text)),
                ];
                let parts: Vec<String> = parts.into_iter().flatten().collect();
                let respondents = say::count_respondents(blank + zero + negative + text);
                say::FindingWeightsUnusable {
                    respondents,
                    heading,
                    reasons: parts.join(", "),
                }
                .say()
            }
            Self::WeightsExtreme { heading, times } => {
                say::FindingWeightsExtreme { heading, times }.say()
            }
            Self::WeightUnclear { reason } => say::finding_weight_unclear(reason_words(reason)),
            Self::Personal { heading, what } => say::FindingPersonal { heading, what }.say(),
            Self::NotRead {
                heading, reason, ..
            } => say::FindingNotRead {
                heading,
                reason: reason_words(reason),
            }
            .say(),
            Self::EntryUnknown {
                heading,
                entry,
                count,
                reason,
            } => say::FindingEntryUnknown {
                entry,
                heading,
                reason: reason_words(reason),
                respondents: say::count_respondents(count),
            }
            .say(),
            Self::OutsideBase { answers } => {
                let quoted: Vec<String> =
                    answers.iter().map(|answer| format!("“{answer}”")).collect();
                say::finding_outside_base(quoted.join(", "))
            }
            Self::BlankIsNotTicked {
                heading,
                options,
                only_ticked: true,
            } => say::FindingBlankOnlyTicked { heading, options }.say(),
            Self::BlankIsNotTicked {
                heading, options, ..
            } => say::FindingBlankEverybody { heading, options }.say(),
            Self::OneIsYes { heading } => say::finding_one_is_yes(heading),
            Self::AgesBanded { heading } => say::finding_ages_banded(heading),
            Self::PartOfQuarter { quarter } => say::finding_part_of_quarter(quarter),
            Self::Codebook { columns } => say::finding_codebook(say::count_columns(*columns)),
        }
    }
}

impl fmt::Display for SurveyFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_english(|| self.words()))
    }
}
