//! A cross-tab of the question behind a measure: its answers down, groups of people across, with what must
//! not be seen marked.

use super::catalogue::Catalogue;
use super::cohort_rule::OWN_GROUPS;
use super::disclosure::{CellTreatment, Disclosed, NotDisclosed, disclosed};
use super::estimate::Provenance;
use super::question::Question;
use super::survey::{BannerPart, CROSS, CrossTab, CrossTabAsked, PlanError};
use super::survey_view::{NotSurveyed, SurveyChoices, SurveyColumn, SurveySetting, SurveyView};
use crate::base::text::fold;
use crate::data::Period;
use crate::stats::multiplicity::Adjustment;

/// A question about a cross-tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrossTabQuestion {
    /// The question, for its measure and people.
    pub question: Question,
    /// When, among whom, with which weights.
    pub setting: SurveySetting,
    /// The columns across, by name; `None` is the first few groupings that the survey has.
    pub across: Option<Vec<String>>,
}

/// The answer to a question about a cross-tab.
#[derive(Clone, Debug)]
pub struct CrossTabAnswer {
    /// The table, or why there is none.
    pub table: Result<SurveyTable, NotSurveyed>,
    /// What can be chosen.
    pub choices: SurveyChoices,
    /// What stands across, by the names of the survey.
    pub across: Vec<String>,
    /// Whether the survey knows groups of the project's own, which can stand across, too.
    pub has_own_groups: bool,
}

/// What stands under one heading.
struct Heading {
    /// Its name in the survey, by which it is asked for.
    name: String,
    part: BannerPart,
}

/// The name by which two columns crossed are asked for.
pub fn crossing(first: &str, second: &str) -> String {
    format!("{first} {CROSS} {second}")
}

/// The two columns that a name asks to be crossed.
pub fn crossed(name: &str) -> Option<(&str, &str)> {
    let (first, second) = name.split_once(CROSS)?;
    Some((first.trim(), second.trim()))
}

impl Heading {
    fn of(view: &SurveyView, column: SurveyColumn) -> Option<Self> {
        let part = view.banner_part(&column)?;
        Some(Self {
            name: column.key,
            part,
        })
    }

    /// A column, two crossed, or the project's own groups.
    fn find(
        view: &SurveyView,
        catalogue: &Catalogue,
        own_groups: Option<&BannerPart>,
        wanted: &str,
    ) -> Option<Self> {
        let column = |name: &str| view.column(name, catalogue.dictionary()).cloned();
        let is_own = |held: &&SurveyColumn| held.key == wanted;
        if let Some(found) = view.choices.columns.iter().find(is_own) {
            return Self::of(view, found.clone());
        }
        if fold(wanted) == fold(OWN_GROUPS) {
            return Some(Self {
                name: String::from(OWN_GROUPS),
                part: own_groups?.clone(),
            });
        }
        let Some((first, second)) = crossed(wanted) else {
            return Self::of(view, column(wanted)?);
        };
        let (first, second) = (column(first)?, column(second)?);
        let part = view
            .banner_part(&first)?
            .across(view.banner_part(&second)?)?;
        Some(Self {
            name: crossing(&first.key, &second.key),
            part,
        })
    }
}

/// A cross-tab with what belongs to it.
#[derive(Clone, Debug)]
pub struct SurveyTable {
    /// The figures that may be seen.
    pub figures: CrossTab,
    /// What is to be done with each cell, by row and column.
    pub cells: Vec<Vec<CellTreatment>>,
    /// What is to be done with each column.
    pub columns: Vec<CellTreatment>,
    /// The period; `None` where it is about everybody whenever they were asked.
    pub period: Option<Period>,
    /// Where the answers stand in the workbook.
    pub provenance: Provenance,
    /// Whether respondents count by their weights.
    pub is_weighted: bool,
    /// Whether groups of two groupings at once are shown for longer periods only.
    pub asks_for_longer: bool,
}

/// How many groupings stand across where nobody says which.
const USUAL_GROUPINGS: usize = 3;

impl CrossTabQuestion {
    /// Works out the answer.
    pub fn answer(&self, catalogue: &Catalogue) -> CrossTabAnswer {
        let view = match SurveyView::of(catalogue, &self.question, &self.setting) {
            Ok(view) => view,
            Err(refused) => {
                let (why, choices) = *refused;
                return CrossTabAnswer {
                    table: Err(why),
                    choices,
                    across: self.across.clone().unwrap_or_default(),
                    has_own_groups: false,
                };
            }
        };
        let own_groups = view.own_groups(catalogue);
        let headings: Vec<Heading> = if let Some(wanted) = &self.across {
            let find = |wanted| Heading::find(&view, catalogue, own_groups.as_ref(), wanted);
            wanted
                .iter()
                .filter_map(|wanted: &String| find(wanted))
                .collect()
        } else {
            let usual = usual(&view.choices.columns).into_iter();
            usual
                .filter_map(|column| Heading::of(&view, column))
                .collect()
        };
        let (across, banner) = headings
            .into_iter()
            .map(|heading| (heading.name, heading.part))
            .unzip();
        CrossTabAnswer {
            table: self.table(&view, banner),
            across,
            has_own_groups: own_groups.is_some(),
            choices: view.choices,
        }
    }

    fn table(
        &self,
        view: &SurveyView,
        banner: Vec<BannerPart>,
    ) -> Result<SurveyTable, NotSurveyed> {
        let asked = CrossTabAsked {
            question: view.question,
            banner,
            periods: view.entries.clone(),
            filter: view.filter.clone(),
            nets: Vec::new(),
            adjustment: Adjustment::BenjaminiHochberg,
            letters_on_low_bases: false,
        };
        let respondents = view.respondents(&self.setting);
        let Disclosed {
            figures,
            columns,
            cells,
            asks_for_longer,
        } = disclosed(&respondents, &asked).map_err(not_made)?;
        let provenance = Provenance {
            source: view.found.source.clone(),
            cells: figures.origins.iter().map(|origin| origin.cell).collect(),
        };
        Ok(SurveyTable {
            figures,
            cells,
            columns,
            period: view.period,
            provenance,
            is_weighted: view.survey().weight.is_some() && !self.setting.unweighted,
            asks_for_longer,
        })
    }
}

pub(super) const fn not_made(error: NotDisclosed) -> NotSurveyed {
    match error {
        NotDisclosed::NotPlanned(PlanError::NoSuchColumn) => NotSurveyed::NotFromRespondents,
        NotDisclosed::NotPlanned(PlanError::TooManyCells) => NotSurveyed::TooMany,
        NotDisclosed::LeavesOutFew => NotSurveyed::LeavesOutFew,
        NotDisclosed::Nobody => NotSurveyed::Nobody,
    }
}

/// Sex, age and area where they are there, else the first groupings that are not sensitive.
fn usual(columns: &[SurveyColumn]) -> Vec<SurveyColumn> {
    const FIRST: [&str; 4] = ["sex", "gender", "age", "area"];
    let groupings = || {
        let columns = columns.iter();
        columns.filter(|column| column.is_grouping && !column.is_sensitive)
    };
    let rank = |column: &&SurveyColumn| {
        let folded = fold(&column.name);
        let first = folded.split(' ').next().unwrap_or("").to_owned();
        FIRST
            .iter()
            .position(|word| *word == first)
            .unwrap_or(FIRST.len())
    };
    let mut chosen: Vec<&SurveyColumn> = groupings().collect();
    chosen.sort_by_key(rank);
    chosen.into_iter().take(USUAL_GROUPINGS).cloned().collect()
}
