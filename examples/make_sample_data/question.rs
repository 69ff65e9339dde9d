//! What a question of the survey is: its wording, its answers, who is asked, and the figures that it must show.

use std::ops::RangeInclusive;

use crate::calibration::{Group, Unit, calibrated_answers};
use crate::respondent::{Dimension, Respondent};
use crate::split_mix::{SplitMix, squash};

/// A percentage that the weighted answers must show.
pub struct Target {
    pub dimension: Dimension,
    pub category: &'static str,
    pub quarters: RangeInclusive<u32>,
    /// 0 to 100, of valid answers.
    pub percent: f64,
    /// Percentage points.
    pub tolerance: f64,
}

/// The answers that a question offers, from best to worst, and how many of them count as positive.
pub struct Scale {
    pub answers: &'static [&'static str],
    pub positive: usize,
}

pub const SAFETY: Scale = Scale {
    answers: &[
        "Very safe",
        "Fairly safe",
        "Neither safe nor unsafe",
        "Fairly unsafe",
        "Very unsafe",
    ],
    positive: 2,
};
pub const AGREEMENT: Scale = Scale {
    answers: &[
        "Strongly agree",
        "Tend to agree",
        "Neither agree nor disagree",
        "Tend to disagree",
        "Strongly disagree",
    ],
    positive: 2,
};
pub const SATISFACTION: Scale = Scale {
    answers: &[
        "Very satisfied",
        "Fairly satisfied",
        "Neither satisfied nor dissatisfied",
        "Fairly dissatisfied",
        "Very dissatisfied",
    ],
    positive: 2,
};
pub const YES_NO: Scale = Scale {
    answers: &["Yes", "No"],
    positive: 1,
};
/// A box in a list of boxes: ticked or not.
pub const TICK: Scale = Scale {
    answers: &["1", "0"],
    positive: 1,
};

/// Not an opinion: outside every percentage.
pub const DONT_KNOW: &str = "Don't know";

/// One question and how its answers come about.
pub struct Question {
    /// Heading of the column.
    pub column: &'static str,
    /// The question as read out.
    pub wording: &'static str,
    /// Name of the measure in the tables, also the name of its sheet; `None` if it has no table.
    pub measure: Option<&'static str>,
    /// What the percentage counts, as in "% very or fairly safe".
    pub counts: &'static str,
    pub scale: Scale,
    /// Who is asked.
    pub asked: fn(&Respondent) -> bool,
    /// Who may give the positive answer at all.
    pub may_be_positive: fn(&Respondent) -> bool,
    /// Share of those asked who say that they do not know.
    pub dont_know: f64,
    /// Leaning towards a positive answer.
    pub leaning: fn(&Respondent) -> f64,
    pub targets: Vec<Target>,
}

impl Question {
    /// Whether an answer counts towards the percentage; `None` if it is not a valid answer.
    pub fn counted(&self, answer: &str) -> Option<bool> {
        let place = self
            .scale
            .answers
            .iter()
            .position(|offered| *offered == answer)?;
        Some(place < self.scale.positive)
    }

    /// One answer for each respondent, in order; empty where the question was not asked.
    pub fn answers(&self, respondents: &[Respondent], random: &mut SplitMix) -> Vec<&'static str> {
        let is_valid: Vec<bool> = respondents
            .iter()
            .map(|respondent| (self.asked)(respondent) && !random.chance(self.dont_know))
            .collect();
        let mut units: Vec<Unit> = respondents
            .iter()
            .zip(&is_valid)
            .filter(|(_, valid)| **valid)
            .map(|(respondent, _)| self.unit(respondent))
            .collect();
        let groups: Vec<Group> = self
            .targets
            .iter()
            .map(|target| Group {
                percent: target.percent,
                tolerance: target.tolerance,
            })
            .collect();
        let positive = calibrated_answers(&mut units, &groups, random);
        let mut drawn = positive.into_iter();
        respondents
            .iter()
            .zip(is_valid)
            .map(|(respondent, valid)| {
                if valid {
                    let leaning = (self.leaning)(respondent);
                    self.graded(drawn.next().unwrap_or(false), leaning, random)
                } else if (self.asked)(respondent) {
                    DONT_KNOW
                } else {
                    ""
                }
            })
            .collect()
    }

    fn unit(&self, respondent: &Respondent) -> Unit {
        let groups = self
            .targets
            .iter()
            .enumerate()
            .filter(|(_, target)| {
                respondent.is_in(target.dimension, target.category, &target.quarters)
            })
            .map(|(place, _)| place)
            .collect();
        Unit {
            weight: respondent.weight,
            latent: (self.leaning)(respondent),
            groups,
            may_be_positive: (self.may_be_positive)(respondent),
        }
    }

    /// The answer on the scale: the stronger the leaning, the nearer to its end.
    fn graded(&self, is_positive: bool, leaning: f64, random: &mut SplitMix) -> &'static str {
        let Scale { answers, positive } = self.scale;
        let place = if positive == 1 {
            usize::from(!is_positive)
        } else if is_positive {
            usize::from(!random.chance(0.72 * squash(leaning - 0.3)))
        } else if random.chance(0.28 + 0.12 * squash(leaning)) {
            2
        } else {
            3 + usize::from(random.chance(0.55 * squash(-leaning - 0.2)))
        };
        answers.get(place).copied().unwrap_or(DONT_KNOW)
    }
}
