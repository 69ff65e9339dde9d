//! A cross-tab of the question behind a measure: its answers down, groups of people across, with what must
//! not be seen marked.

use super::catalogue::Catalogue;
use super::estimate::Provenance;
use super::question::Question;
use super::survey::{CrossTab, CrossTabAsked, PlanError, RowKind, crosstab};
use super::survey_view::{NotSurveyed, SurveyChoices, SurveyColumn, SurveySetting, SurveyView};
use crate::data::Period;
use crate::stats::base_policy::{self, BasePolicy, BaseTreatment};
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
}

/// A cross-tab with what belongs to it.
#[derive(Clone, Debug)]
pub struct SurveyTable {
    /// The figures; not all of them may be seen.
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
}

/// What is to be done with a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CellTreatment {
    /// It is shown.
    Shown,
    /// It is shown with a mark.
    LowBase,
    /// Its base is too small.
    TooFew,
    /// Somebody could be told by it.
    Confidential,
}

impl CellTreatment {
    /// Whether it may be seen.
    pub const fn is_shown(self) -> bool {
        matches!(self, Self::Shown | Self::LowBase)
    }

    /// The treatment of percentages of the people who gave an answer.
    pub fn by_row(unweighted_count: usize) -> Self {
        Self::by_bases(number(unweighted_count), None, false)
    }

    /// The treatment of a figure by its bases; `strictly` by the bases of sensitive groupings.
    pub(super) fn by_bases(unweighted: f64, effective: Option<f64>, strictly: bool) -> Self {
        if (1.0..5.0).contains(&unweighted) {
            return Self::Confidential;
        }
        let policy = if strictly {
            BasePolicy::STRICT
        } else {
            BasePolicy::DEFAULT
        };
        match policy.treatment(Some(unweighted), effective) {
            BaseTreatment::Ordinary => Self::Shown,
            BaseTreatment::LowBase => Self::LowBase,
            BaseTreatment::Withheld => Self::TooFew,
        }
    }
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
                };
            }
        };
        let dictionary = catalogue.dictionary();
        let across: Vec<SurveyColumn> = match &self.across {
            Some(wanted) => wanted
                .iter()
                .filter_map(|wanted| view.column(wanted, dictionary).cloned())
                .collect(),
            None => usual(&view.choices.columns),
        };
        let table = self.table(&view, &across);
        CrossTabAnswer {
            table,
            across: across.into_iter().map(|column| column.key).collect(),
            choices: view.choices,
        }
    }

    fn table(
        &self,
        view: &SurveyView,
        across: &[SurveyColumn],
    ) -> Result<SurveyTable, NotSurveyed> {
        if view.left_out().is_some_and(is_few) {
            return Err(NotSurveyed::LeavesOutFew);
        }
        let asked = CrossTabAsked {
            question: view.question,
            banner: across
                .iter()
                .filter_map(|column| view.banner_part(column))
                .collect(),
            periods: view.entries.clone(),
            filter: view.filter.clone(),
            nets: Vec::new(),
            adjustment: Adjustment::BenjaminiHochberg,
            letters_on_low_bases: false,
        };
        let respondents = view.respondents(&self.setting);
        let mut figures = crosstab(&respondents, &asked).map_err(not_made)?;
        if figures
            .columns
            .first()
            .is_none_or(|all| all.unweighted_base == 0)
        {
            return Err(NotSurveyed::Nobody);
        }
        let everyone = match &asked.filter {
            Some(_) => Some(
                crosstab(
                    &respondents,
                    &CrossTabAsked {
                        filter: None,
                        ..asked.clone()
                    },
                )
                .map_err(not_made)?,
            ),
            None => None,
        };
        let is_sensitive: Vec<bool> = across.iter().map(|column| column.is_sensitive).collect();
        let columns = column_treatments(&figures, everyone.as_ref(), &is_sensitive);
        let cells = cell_treatments(&figures, &columns, &is_sensitive);
        forget_comparisons(&mut figures, &cells);
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
        })
    }
}

pub(super) const fn not_made(error: PlanError) -> NotSurveyed {
    match error {
        PlanError::NoSuchColumn => NotSurveyed::NotFromRespondents,
        PlanError::TooManyCells => NotSurveyed::TooMany,
    }
}

/// Whether a number of respondents must not be told.
pub(super) fn is_few(respondents: usize) -> bool {
    u64::try_from(respondents).is_ok_and(base_policy::numerator_is_withheld)
}

/// Sex, age and area where they are there, else the first groupings that are not sensitive.
fn usual(columns: &[SurveyColumn]) -> Vec<SurveyColumn> {
    const FIRST: [&str; 4] = ["sex", "gender", "age", "area"];
    let groupings = || {
        let columns = columns.iter();
        columns.filter(|column| column.is_grouping && !column.is_sensitive)
    };
    let rank = |column: &&SurveyColumn| {
        let folded = crate::base::text::fold(&column.name);
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

fn number(respondents: usize) -> f64 {
    f64::from(u32::try_from(respondents).unwrap_or(u32::MAX))
}

/// What is done with the columns: by their bases; where a filter leaves out so few of one that they could be
/// told from the table without it; and under each heading one column more where one alone is confidential,
/// since it could be worked out from everybody and the others.
pub(super) fn column_treatments(
    figures: &CrossTab,
    everyone: Option<&CrossTab>,
    is_sensitive: &[bool],
) -> Vec<CellTreatment> {
    let part_of = |place: usize| {
        let parts = figures.parts.iter();
        parts
            .enumerate()
            .find(|(_, part)| part.columns.contains(&place))
    };
    let columns = figures.columns.iter().enumerate();
    let mut treatments: Vec<CellTreatment> = columns
        .map(|(place, column)| {
            let strictly =
                part_of(place).is_some_and(|(part, _)| is_sensitive.get(part) == Some(&true));
            let whole = everyone.and_then(|table| table.columns.get(place));
            let left_out = whole.map_or(0, |whole| {
                whole.unweighted_base.saturating_sub(column.unweighted_base)
            });
            if is_few(left_out) {
                CellTreatment::Confidential
            } else {
                let base = number(column.unweighted_base);
                CellTreatment::by_bases(base, column.effective_base, strictly)
            }
        })
        .collect();
    for part in &figures.parts {
        let confidential =
            |place: &usize| treatments.get(*place) == Some(&CellTreatment::Confidential);
        if part.columns.clone().filter(confidential).count() != 1 {
            continue;
        }
        let base = |place: &usize| {
            let column = figures.columns.get(*place);
            column.map_or(0, |column| column.unweighted_base)
        };
        let others = part
            .columns
            .clone()
            .filter(|place| !confidential(place) && base(place) > 0);
        if let Some(next) = others.min_by_key(base)
            && let Some(treatment) = treatments.get_mut(next)
        {
            *treatment = CellTreatment::Confidential;
        }
    }
    treatments
}

/// What is done with the cells: as with their column, and by their own bases where a question's options have
/// different ones. Under a sensitive heading an answer that fewer than five people gave hides every answer of
/// its column but those that are taken together.
fn cell_treatments(
    figures: &CrossTab,
    columns: &[CellTreatment],
    is_sensitive: &[bool],
) -> Vec<Vec<CellTreatment>> {
    let mut sensitive: Vec<usize> = Vec::new();
    for (part, is_sensitive) in figures.parts.iter().zip(is_sensitive) {
        if *is_sensitive {
            sensitive.extend(part.columns.clone());
        }
    }
    let tells = |column: usize| {
        let rows = figures
            .rows
            .iter()
            .filter(|row| row.kind == RowKind::Answer);
        let mut cells = rows.filter_map(|row| row.cells.get(column));
        sensitive.contains(&column) && cells.any(super::survey::CrossTabCell::has_small_count)
    };
    let telling: Vec<bool> = (0..columns.len()).map(tells).collect();
    let rows = figures.rows.iter();
    rows.map(|row| {
        let cells = row.cells.iter().zip(columns).zip(&telling).enumerate();
        cells
            .map(|(place, ((cell, column), is_telling))| {
                let strictly = sensitive.contains(&place);
                if !column.is_shown() {
                    return *column;
                }
                let is_small = strictly && cell.has_small_count();
                if is_small || (*is_telling && row.kind != RowKind::Net) {
                    return CellTreatment::Confidential;
                }
                match (&cell.share, &cell.mean) {
                    (Some(share), _) => CellTreatment::by_bases(
                        number(share.unweighted_base),
                        Some(share.effective_base),
                        strictly,
                    ),
                    (None, Some(mean)) => CellTreatment::by_bases(
                        number(mean.unweighted_base),
                        Some(mean.effective_base),
                        strictly,
                    ),
                    (None, None) => CellTreatment::TooFew,
                }
            })
            .collect()
    })
    .collect()
}

/// Takes out the comparisons of what is not shown.
fn forget_comparisons(figures: &mut CrossTab, cells: &[Vec<CellTreatment>]) {
    for (row, treatments) in figures.rows.iter_mut().zip(cells) {
        let is_shown = |place: usize| treatments.get(place).is_some_and(|held| held.is_shown());
        for (place, cell) in row.cells.iter_mut().enumerate() {
            if is_shown(place) {
                cell.lower.retain(|lower| is_shown(*lower));
            } else {
                cell.lower.clear();
            }
        }
    }
}
