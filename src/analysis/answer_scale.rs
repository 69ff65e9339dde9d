//! The whole scale of a question's answers, by groups of people or by periods: how large a part gave each
//! answer, and whether those taken together are clearly more or fewer than in the rest.

use serde::{Deserialize, Serialize};

use super::catalogue::Catalogue;
use super::change::Direction;
use super::cross_tab::not_made;
use super::disclosure::{CellTreatment, Disclosed, disclosed, disclosed_periods};
use super::estimate::Provenance;
use super::question::Question;
use super::survey::{
    BannerPart, CrossTab, CrossTabAsked, Difference, RowKind, ShareEstimate, crosstab,
};
use super::survey_view::{
    NotSurveyed, SurveyChoices, SurveyColumn, SurveySetting, SurveyView, all_but, only_column,
};
use crate::data::Period;
use crate::data::survey::{Answers, Single};
use crate::stats::base_policy::LEAST_BASE;
use crate::stats::multiplicity::{Adjustment, adjusted};

/// The bars of a scale.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScaleBars {
    /// A bar for each group of the first grouping that the survey has.
    #[default]
    FirstGrouping,
    /// A bar for each group of a column, by the column's name.
    Groups(String),
    /// A bar for each period of the survey.
    Periods,
}

/// A question about a scale of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScaleQuestion {
    /// The question, for its measure and people.
    pub question: Question,
    /// When, among whom, with which weights.
    pub setting: SurveySetting,
    /// What has a bar.
    pub bars: ScaleBars,
}

/// The answer to a question about a scale.
#[derive(Clone, Debug)]
pub struct ScaleAnswer {
    /// The bars, or why there are none.
    pub scale: Result<AnswerScale, NotSurveyed>,
    /// What can be chosen.
    pub choices: SurveyChoices,
}

/// A scale with its bars.
#[derive(Clone, Debug)]
pub struct AnswerScale {
    /// The question's name.
    pub question: String,
    /// The column across, in the project's words; `None` where periods have bars.
    pub by: Option<SurveyColumn>,
    /// The answers, from the most positive to the most negative, then those outside the scale.
    pub answers: Vec<ScaleStep>,
    /// The name of the answers taken together: "Very/Fairly safe".
    pub net: Option<String>,
    /// Everybody first, then the groups or periods in their order.
    pub bars: Vec<ScaleBar>,
    /// How many bars were compared with the rest; they are one family.
    pub comparisons: usize,
    /// The period; `None` where there are several.
    pub period: Option<Period>,
    /// Where the answers stand in the workbook.
    pub provenance: Provenance,
    /// Whether respondents count by their weights.
    pub is_weighted: bool,
    /// Whether groups of two groupings at once are shown for longer periods only.
    pub asks_for_longer: bool,
}

/// An answer of a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScaleStep {
    /// "Very safe".
    pub label: String,
    /// Where it stands.
    pub side: ScaleSide,
}

/// The side of a scale on which an answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScaleSide {
    /// Counted by the answers taken together.
    Positive,
    /// Half way.
    Neutral,
    /// The contrary.
    Negative,
    /// Of no side: they did not know, and count in the base.
    Aside,
}

/// A bar.
#[derive(Clone, Debug)]
pub struct ScaleBar {
    /// The group or period.
    pub label: String,
    /// Respondents in the base.
    pub unweighted_base: usize,
    /// The least base on which it is shown.
    pub least_base: f64,
    /// What is done with it.
    pub treatment: CellTreatment,
    /// Whether an answer of it is withheld, so that there is no bar.
    pub withholds_answers: bool,
    /// The share of each answer, 0 to 1; none where nothing is known, or an answer is withheld.
    pub shares: Vec<f64>,
    /// The answers taken together.
    pub net: Option<ShareEstimate>,
    /// From the rest to this group, where it was tested.
    pub against_rest: Option<(Difference, Direction)>,
}

/// Words of answers that are of no side.
const ASIDE: [&str; 5] = [
    "don t know",
    "dont know",
    "don t go out",
    "not sure",
    "no opinion",
];
/// Words of answers half way.
const NEUTRAL: [&str; 5] = [
    "neither",
    "remained the same",
    "about the same",
    "stayed the same",
    "no change",
];

impl ScaleQuestion {
    /// Works out the answer.
    pub fn answer(&self, catalogue: &Catalogue) -> ScaleAnswer {
        let view = match SurveyView::of(catalogue, &self.question, &self.setting) {
            Ok(view) => view,
            Err(refused) => {
                let (why, choices) = *refused;
                return ScaleAnswer {
                    scale: Err(why),
                    choices,
                };
            }
        };
        let by = match &self.bars {
            ScaleBars::Periods => None,
            ScaleBars::Groups(wanted) => view.column(wanted, catalogue.dictionary()).cloned(),
            ScaleBars::FirstGrouping => {
                let mut columns = view.choices.columns.iter();
                columns.find(|column| column.is_grouping).cloned()
            }
        };
        ScaleAnswer {
            scale: self.scale(&view, by),
            choices: view.choices,
        }
    }

    fn scale(
        &self,
        view: &SurveyView,
        by: Option<SurveyColumn>,
    ) -> Result<AnswerScale, NotSurveyed> {
        let question = view.survey().questions.get(view.question);
        let Some(Answers::Single(single)) = question.map(|question| &question.answers) else {
            return Err(NotSurveyed::NotAScale);
        };
        let steps = steps(single);
        let (mut bars, asks_for_longer) = match &by {
            Some(column) => self.groups(view, column, &steps)?,
            None => (self.periods(view, &steps)?, false),
        };
        let comparisons = decide(&mut bars);
        let origin = single.origin.cell;
        Ok(AnswerScale {
            question: question.map_or_else(String::new, |question| question.name.clone()),
            period: by.as_ref().and(view.period),
            by,
            answers: steps,
            net: single.net.as_ref().map(|net| net.label.clone()),
            bars,
            comparisons,
            provenance: Provenance {
                source: view.found.source.clone(),
                cells: vec![origin],
            },
            is_weighted: view.survey().weight.is_some() && !self.setting.unweighted,
            asks_for_longer,
        })
    }

    fn asked(view: &SurveyView, banner: Vec<BannerPart>) -> CrossTabAsked {
        CrossTabAsked {
            question: view.question,
            banner,
            periods: view.entries.clone(),
            filter: view.filter.clone(),
            nets: Vec::new(),
            adjustment: Adjustment::BenjaminiHochberg,
            letters_on_low_bases: false,
        }
    }

    /// Everybody, and the groups of a column; whether these are shown for longer periods only.
    fn groups(
        &self,
        view: &SurveyView,
        column: &SurveyColumn,
        steps: &[ScaleStep],
    ) -> Result<(Vec<ScaleBar>, bool), NotSurveyed> {
        let part = view.banner_part(column).ok_or(NotSurveyed::NotAScale)?;
        let rest = only_column(&part).map(|(of, labels)| {
            let groups = (0..).zip(labels).filter_map(|(entry, label)| {
                let label = label.clone()?;
                Some((label, all_but(of, labels.len(), entry)))
            });
            BannerPart::own("The rest", groups.collect())
        });
        let respondents = view.respondents(&self.setting);
        let asked = Self::asked(view, vec![part]);
        let table = disclosed(&respondents, &asked).map_err(not_made)?;
        // The rest of each group is only compared with it, and shown nowhere.
        let rests = CrossTabAsked {
            banner: rest.into_iter().collect(),
            ..asked
        };
        let rests = crosstab(&respondents, &rests).map_err(|error| not_made(error.into()))?;
        let mut bars: Vec<ScaleBar> = (0..table.columns.len())
            .map(|place| bar(&table, place, steps))
            .collect();
        for (place, held) in bars.iter_mut().enumerate().skip(1) {
            held.against_rest = compared(held, net(&rests, place));
        }
        Ok((bars, table.asks_for_longer))
    }

    /// Everybody in each period of the survey of the same length as the one looked at, and in all.
    fn periods(
        &self,
        view: &SurveyView,
        steps: &[ScaleStep],
    ) -> Result<Vec<ScaleBar>, NotSurveyed> {
        let respondents = view.respondents(&self.setting);
        let survey = view.survey();
        let Some(periods) = &survey.period else {
            return Err(NotSurveyed::NoPeriods);
        };
        let mut entries: Vec<(u16, &Period)> = (0_u16..).zip(&periods.entries).collect();
        entries.sort_by_key(|(_, period)| period.end);
        let asked = CrossTabAsked {
            periods: Vec::new(),
            ..Self::asked(view, Vec::new())
        };
        let of_period: Vec<u16> = entries.iter().map(|(entry, _)| *entry).collect();
        let tables = disclosed_periods(&respondents, &asked, &of_period).map_err(not_made)?;
        let labels = std::iter::once(None).chain(entries.iter().map(|(_, period)| Some(period)));
        let bars = tables.iter().zip(labels).map(|(table, period)| {
            let mut held = bar(table, 0, steps);
            if let Some(period) = period {
                held.label = period.label();
            }
            held
        });
        Ok(bars.collect())
    }
}

/// The answers of a question that count, with their sides.
fn steps(single: &Single) -> Vec<ScaleStep> {
    let positive = single.net.as_ref().map(|net| net.members.as_slice());
    let counted: Vec<(u16, &str)> = (0..)
        .zip(&single.answers)
        .filter(|(_, answer)| answer.is_in_base)
        .map(|(place, answer)| (place, answer.label.as_str()))
        .collect();
    counted
        .iter()
        .map(|(place, label)| ScaleStep {
            label: (*label).to_owned(),
            side: side(*place, label, positive),
        })
        .collect()
}

fn side(place: u16, label: &str, positive: Option<&[u16]>) -> ScaleSide {
    let folded = crate::base::text::fold(label);
    let holds = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    match positive {
        Some(members) if members.contains(&place) => ScaleSide::Positive,
        _ if holds(&ASIDE) => ScaleSide::Aside,
        _ if holds(&NEUTRAL) => ScaleSide::Neutral,
        Some(_) => ScaleSide::Negative,
        None => ScaleSide::Neutral,
    }
}

/// The answers taken together in a column.
fn net(figures: &CrossTab, place: usize) -> Option<ShareEstimate> {
    let row = figures.rows.iter().find(|row| row.kind == RowKind::Net)?;
    row.cells.get(place)?.share
}

/// A bar of what may be seen. One of which an answer is withheld has its base and its net at most.
fn bar(table: &Disclosed, place: usize, steps: &[ScaleStep]) -> ScaleBar {
    let figures = &table.figures;
    let column = figures.columns.get(place);
    let answers = figures
        .rows
        .iter()
        .filter(|row| row.kind == RowKind::Answer);
    let shares: Vec<f64> = answers
        .filter_map(|row| Some(row.cells.get(place)?.share?.share))
        .collect();
    let treatment = table.columns.get(place).copied();
    let is_whole = shares.len() == steps.len();
    let withholds_answers = table
        .cells
        .iter()
        .any(|row| row.get(place) == Some(&CellTreatment::Confidential));
    ScaleBar {
        label: column.map_or_else(String::new, |column| column.label.clone()),
        unweighted_base: column.map_or(0, |column| column.unweighted_base),
        least_base: column.map_or(LEAST_BASE, |column| column.base_policy.least_base),
        treatment: treatment.unwrap_or(CellTreatment::TooFew),
        withholds_answers,
        shares: if is_whole { shares } else { Vec::new() },
        net: net(figures, place),
        against_rest: None,
    }
}

/// A group against everybody else, where both may be seen and neither rests on a low base.
fn compared(group: &ScaleBar, rest: Option<ShareEstimate>) -> Option<(Difference, Direction)> {
    use crate::stats::base_policy::{BasePolicy, BaseTreatment};
    let (own, rest) = (group.net?, rest?);
    let is_tested = group.treatment == CellTreatment::Shown
        && rest.treatment(BasePolicy::DEFAULT) == BaseTreatment::Ordinary
        && own.treatment(BasePolicy::DEFAULT) == BaseTreatment::Ordinary;
    let difference = is_tested.then(|| Difference::between(&rest, &own))?;
    difference.p_value?;
    Some((difference, Direction::NotTested))
}

/// Says which groups are clearly different from the rest: the false discovery rate of one family.
fn decide(bars: &mut [ScaleBar]) -> usize {
    let p_values: Vec<Option<f64>> = bars
        .iter()
        .map(|bar| bar.against_rest.as_ref().and_then(|(held, _)| held.p_value))
        .collect();
    let by_rate = adjusted(&p_values, Adjustment::BenjaminiHochberg);
    for (bar, p_value) in bars.iter_mut().zip(by_rate) {
        if let Some((difference, direction)) = &mut bar.against_rest {
            *direction = difference.direction(p_value);
        }
    }
    p_values.iter().flatten().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_stand_on_their_side() {
        for (place, label, wanted) in [
            (0, "Very safe", ScaleSide::Positive),
            (2, "Neither safe nor unsafe", ScaleSide::Neutral),
            (3, "A bit unsafe", ScaleSide::Negative),
            (5, "Don’t go out / don’t know", ScaleSide::Aside),
        ] {
            assert_eq!(side(place, label, Some(&[0, 1])), wanted, "{label}");
        }
        assert_eq!(side(0, "Car", None), ScaleSide::Neutral);
    }
}
