//! A cross-tab: the answers of a question down, groups of people across, with bases, intervals, the letters
//! of columns that are clearly lower, and a test for each heading.

use std::ops::Range;

use super::banner::{BannerGroups, BannerPart};
use super::cells::{AnswerTable, Cells, Counted, PartSums};
use super::design::Association;
use super::estimand::MeanSubject;
use super::estimate::{MeanEstimate, ShareEstimate, Tier};
use super::plan::{CellPlan, Column, Condition, FillCells, Item, PlanError};
use super::policy::{policy_of_condition, policy_of_part, stricter};
use super::respondents::Respondents;
use crate::analysis::change::ALPHA;
use crate::data::cell::column_letters;
use crate::data::survey::{Answers, Net, Origin, Question};
use crate::stats::base_policy::{BasePolicy, BaseTreatment};
use crate::stats::column_letters::compare_columns;
use crate::stats::crosstab::Crosstab;
use crate::stats::multiplicity::Adjustment;
use crate::stats::proportions::Sample;
use crate::stats::weighted::WeightSums;

use super::estimate::as_number;

/// What a cross-tab is asked for.
#[derive(Clone, Debug)]
pub struct CrossTabAsked {
    /// The question, by its place in the survey.
    pub question: usize,
    /// What stands across, after everybody.
    pub banner: Vec<BannerPart>,
    /// The entries of the survey's period that are looked at; none is all.
    pub periods: Vec<u16>,
    /// Who is looked at.
    pub filter: Option<Condition>,
    /// Answers taken together, besides those that the question's scale takes together.
    pub nets: Vec<Net>,
    /// How the letters are adjusted for their number.
    pub adjustment: Adjustment,
    /// Whether columns on a low base have letters, too; those that are withheld never have.
    pub letters_on_low_bases: bool,
}

/// A cross-tab of a survey.
#[derive(Clone, Debug, PartialEq)]
pub struct CrossTab {
    /// The question's name.
    pub question: String,
    /// The question as it was asked, where known.
    pub wording: Option<String>,
    /// The columns of the workbook that hold its answers.
    pub origins: Vec<Origin>,
    /// The headings of the banner, each with its columns and test.
    pub parts: Vec<CrossTabPart>,
    /// Everybody, then the columns of the parts.
    pub columns: Vec<CrossTabColumn>,
    /// Answers, answers taken together, the mean.
    pub rows: Vec<CrossTabRow>,
    /// Respondents left out of the base: they did not know, did not say, or the question does not apply.
    pub outside_base: usize,
    /// Respondents who count nowhere, since they have no weight.
    pub dropped: usize,
    /// How the letters were adjusted.
    pub adjustment: Adjustment,
    /// On what the precision rests.
    pub tier: Tier,
}

/// Columns under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct CrossTabPart {
    /// "Age".
    pub heading: String,
    /// Its columns.
    pub columns: Range<usize>,
    /// Whether its columns share nobody, so that letters compare them.
    pub is_apart: bool,
    /// Whether the answers depend on the groups; `None` where groups overlap or the question has several
    /// answers, and where the table is too empty.
    pub association: Option<Association>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct CrossTabColumn {
    /// "16-24"; "All" for everybody.
    pub label: String,
    /// Where it is one of two columns crossed, in which groups of both.
    pub nesting: Option<Nesting>,
    /// Its letter; everybody has none.
    pub letter: Option<String>,
    /// Respondents in the base; of a question with several answers, of the option that most were asked.
    pub unweighted_base: usize,
    /// Their weights.
    pub weighted_base: f64,
    /// The base of a simple random sample of the same precision, by Kish.
    pub effective_base: Option<f64>,
    /// The bases that are large enough for it.
    pub base_policy: BasePolicy,
    /// What is to be done with its figures.
    pub treatment: BaseTreatment,
}

/// The groups that make up a column of two columns crossed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nesting {
    /// The group of the first, under which it stands: its place among those with a label, and its label.
    pub outer: (usize, String),
    /// The group of the second, likewise.
    pub inner: (usize, String),
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct CrossTabRow {
    /// "Very safe".
    pub label: String,
    /// What it is.
    pub kind: RowKind,
    /// One cell a column.
    pub cells: Vec<CrossTabCell>,
}

/// What a row of a cross-tab is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowKind {
    /// An answer or an option.
    Answer,
    /// Answers taken together.
    Net,
    /// The mean of scores or numbers.
    Mean,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct CrossTabCell {
    /// The share of the column; `None` in a row of means, and where nobody is in the base.
    pub share: Option<ShareEstimate>,
    /// The mean; `None` in rows of shares.
    pub mean: Option<MeanEstimate>,
    /// The share of the row, 0 to 1: of all under the same heading who gave the answer.
    pub row_share: Option<f64>,
    /// The letters of columns that are clearly lower.
    pub letters: String,
    /// What is to be done with it, from its own base; withheld where nobody is in it.
    pub treatment: BaseTreatment,
    /// The places of those columns.
    pub lower: Vec<usize>,
}

/// What is to be said in a row, before any group is looked at.
struct RowAsked {
    label: String,
    kind: RowKind,
    /// The item that it comes from.
    item: usize,
    /// What an answer scores; `None` outside the base. Numbers have none.
    scores: Vec<Option<f64>>,
}

/// Works out a cross-tab.
///
/// # Errors
/// [`PlanError`] where the survey has not what is asked for, or there are too many columns.
pub fn crosstab(
    respondents: &Respondents<'_>,
    asked: &CrossTabAsked,
) -> Result<CrossTab, PlanError> {
    let survey = respondents.survey();
    let question = survey
        .questions
        .get(asked.question)
        .ok_or(PlanError::NoSuchColumn)?;
    let (items, origins) = items_of(asked.question, question);
    let mut groupings = vec![Vec::new()];
    groupings.extend(asked.banner.iter().flat_map(BannerPart::groupings));
    let plan = CellPlan {
        items,
        groupings,
        slices: if asked.periods.is_empty() {
            Vec::new()
        } else {
            vec![asked.periods.clone()]
        },
        filter: asked.filter.clone(),
        by_design: true,
    };
    let cells = respondents.fill(&plan)?;
    let mean = MeanSubject::of_question(survey, asked.question);
    let rows = rows_of(question, mean, &asked.nets);
    let mut made = Making {
        cells: &cells,
        rows: &rows,
        columns: Vec::new(),
        made: rows.iter().map(|_row| Vec::new()).collect(),
    };
    let of_filter = asked.filter.as_ref();
    let of_filter = of_filter.map_or(BasePolicy::DEFAULT, |condition| {
        policy_of_condition(survey, condition)
    });
    made.column(String::from("All"), (0, 0), of_filter)?;
    let mut parts = Vec::new();
    let mut grouping = 1;
    for part in &asked.banner {
        let first = made.columns.len();
        let mut association = None;
        let policy = stricter(of_filter, policy_of_part(survey, part));
        match &part.groups {
            BannerGroups::Apart(_, labels) => {
                for (category, label) in labels.iter().enumerate() {
                    if let Some(label) = label {
                        made.column(label.clone(), (grouping, category), policy)?;
                        if let Some(column) = made.columns.last_mut() {
                            column.nesting = nesting(part, category);
                        }
                    }
                }
                association = made.association(grouping, labels);
                grouping += 1;
            }
            BannerGroups::Overlapping(groups) => {
                for (label, _) in groups {
                    made.column(label.clone(), (grouping, 0), policy)?;
                    grouping += 1;
                }
            }
        }
        let columns = first..made.columns.len();
        let is_apart = matches!(part.groups, BannerGroups::Apart(..));
        made.share_rows(&columns, is_apart);
        parts.push(CrossTabPart {
            heading: part.heading.clone(),
            columns,
            is_apart,
            association,
        });
    }
    let outside_base = made.outside_base();
    let (columns, cells_made) = (made.columns, made.made);
    let mut table = CrossTab {
        question: question.name.clone(),
        wording: question.wording.clone(),
        origins,
        parts,
        columns,
        rows: rows
            .into_iter()
            .zip(cells_made)
            .map(|(row, cells)| CrossTabRow {
                label: row.label,
                kind: row.kind,
                cells,
            })
            .collect(),
        outside_base,
        dropped: respondents.dropped(),
        adjustment: asked.adjustment,
        tier: cells.design.tier(),
    };
    table.compare_columns(asked.letters_on_low_bases, |_row, _column| true);
    Ok(table)
}

impl CrossTab {
    /// Compares the columns under each heading whose groups share nobody, among the cells that may be seen:
    /// only these are a family, and only these have letters.
    pub fn compare_columns(
        &mut self,
        letters_on_low_bases: bool,
        is_seen: impl Fn(usize, usize) -> bool,
    ) {
        for (place, row) in self.rows.iter_mut().enumerate() {
            for part in &self.parts {
                let is_seen = |column| is_seen(place, column);
                row.compare_columns(part, letters_on_low_bases, self.adjustment, is_seen);
            }
        }
    }
}

impl CrossTabRow {
    fn compare_columns(
        &mut self,
        part: &CrossTabPart,
        letters_on_low_bases: bool,
        adjustment: Adjustment,
        is_seen: impl Fn(usize) -> bool,
    ) {
        // Everybody keeps its place, so that letters are those of the whole banner.
        let cells = self.cells.iter().enumerate().skip(1);
        let tested: Vec<Option<Sample>> = cells
            .map(|(place, cell)| {
                let is_of_part = part.is_apart && part.columns.contains(&place);
                let share = cell.share.filter(|_| is_of_part && is_seen(place))?;
                let is_tested = match cell.treatment {
                    BaseTreatment::Ordinary => true,
                    BaseTreatment::LowBase => letters_on_low_bases,
                    BaseTreatment::Withheld => false,
                };
                is_tested.then(|| share.sample())
            })
            .collect();
        let compared = compare_columns(&tested, adjustment, ALPHA);
        let letters = std::iter::once(String::new()).chain(compared.letters);
        for (place, (cell, letters)) in self.cells.iter_mut().zip(letters).enumerate() {
            if part.columns.contains(&place) {
                cell.letters = letters;
                // Everybody stands before the columns that are compared.
                let clearly = compared
                    .pairs
                    .iter()
                    .filter(|pair| pair.adjusted_p_value < ALPHA && pair.higher + 1 == place);
                cell.lower = clearly.map(|pair| pair.lower() + 1).collect();
                cell.lower.sort_unstable();
            }
        }
    }
}

/// The groups of both that make up a column of two columns crossed.
fn nesting(part: &BannerPart, category: usize) -> Option<Nesting> {
    let (outer, inner) = part.crossed.as_ref()?;
    let side = |labels: &[Option<String>], entry: usize| {
        let label = labels.get(entry)?.clone()?;
        let before = labels.iter().take(entry).filter(|held| held.is_some());
        Some((before.count(), label))
    };
    Some(Nesting {
        outer: side(outer, category.checked_div(inner.len())?)?,
        inner: side(inner, category.checked_rem(inner.len())?)?,
    })
}

/// The letter of a column by its place, the one after everybody's being A.
fn letter_of(place: usize) -> Option<String> {
    u32::try_from(place.checked_sub(1)?)
        .ok()
        .map(column_letters)
}

fn items_of(place: usize, question: &Question) -> (Vec<Item>, Vec<Origin>) {
    match &question.answers {
        Answers::Single(single) => (
            vec![Item::Answers(Column::Answers(place))],
            vec![single.origin.clone()],
        ),
        Answers::Several(ticks) => (
            (0..ticks.len())
                .map(|option| {
                    Item::Answers(Column::Option {
                        question: place,
                        option,
                    })
                })
                .collect(),
            ticks.iter().map(|tick| tick.origin.clone()).collect(),
        ),
        Answers::Number(numbers) => (vec![Item::Numbers(place)], vec![numbers.origin.clone()]),
    }
}

/// The rows of a question: its answers, what its scale takes together, what else was asked to be taken
/// together, the mean of a scale of more than two answers.
fn rows_of(question: &Question, mean: Option<MeanSubject>, more: &[Net]) -> Vec<RowAsked> {
    match &question.answers {
        Answers::Single(single) => {
            let is_in_base: Vec<bool> = single.answers.iter().map(|held| held.is_in_base).collect();
            let row = |label: &str, kind, members: &[u16]| RowAsked {
                label: label.to_owned(),
                kind,
                item: 0,
                scores: Counted {
                    is_counted: (0..)
                        .zip(&is_in_base)
                        .map(|(index, _)| members.contains(&index))
                        .collect(),
                    is_in_base: is_in_base.clone(),
                }
                .scores(),
            };
            let mut rows: Vec<RowAsked> = (0_u16..)
                .zip(&single.answers)
                .filter(|(_, answer)| answer.is_in_base)
                .map(|(index, answer)| row(&answer.label, RowKind::Answer, &[index]))
                .collect();
            // A net of one answer is that answer.
            let nets = single.net.iter().chain(more);
            rows.extend(
                nets.filter(|net| net.members.len() > 1)
                    .map(|net| row(&net.label, RowKind::Net, &net.members)),
            );
            rows.extend(mean.map(|mean| RowAsked {
                label: mean.name,
                kind: RowKind::Mean,
                item: 0,
                scores: mean.scores,
            }));
            rows
        }
        Answers::Several(ticks) => ticks
            .iter()
            .enumerate()
            .map(|(item, tick)| RowAsked {
                label: tick.option.clone(),
                kind: RowKind::Answer,
                item,
                scores: Counted::ticked().scores(),
            })
            .collect(),
        Answers::Number(_) => vec![RowAsked {
            label: String::from("Mean"),
            kind: RowKind::Mean,
            item: 0,
            scores: Vec::new(),
        }],
    }
}

/// A cross-tab as it is made, column after column.
struct Making<'a> {
    cells: &'a Cells,
    rows: &'a [RowAsked],
    columns: Vec<CrossTabColumn>,
    /// By row and column.
    made: Vec<Vec<CrossTabCell>>,
}

impl Making<'_> {
    /// The only slice.
    const SLICES: &'static [usize] = &[0];

    fn table(&self, item: usize, grouping: usize) -> Option<&AnswerTable> {
        self.cells.answers(item, grouping)
    }

    fn sums(&self, row: &RowAsked, grouping: usize, category: usize) -> Option<PartSums> {
        if let Some(table) = self.table(row.item, grouping) {
            return Some(table.scored(Self::SLICES, category, &row.scores));
        }
        let numbers = self.cells.numbers(row.item, grouping)?;
        Some(numbers.mean(Self::SLICES, category))
    }

    fn column(
        &mut self,
        label: String,
        (grouping, category): (usize, usize),
        policy: BasePolicy,
    ) -> Result<(), PlanError> {
        let mut base = WeightSums::default();
        let mut cells = Vec::with_capacity(self.rows.len());
        for row in self.rows {
            let sums = self
                .sums(row, grouping, category)
                .ok_or(PlanError::NoSuchColumn)?;
            if sums.whole.weights.unweighted_base > base.unweighted_base {
                base = sums.whole.weights;
            }
            let design = &self.cells.design;
            let is_mean = row.kind == RowKind::Mean;
            let share = (!is_mean)
                .then(|| design.share(Self::SLICES, &sums))
                .flatten();
            let mean = is_mean.then(|| design.mean(Self::SLICES, &sums)).flatten();
            let treatment = match (&share, &mean) {
                (Some(share), _) => share.treatment(policy),
                (None, Some(mean)) => mean.treatment(policy),
                (None, None) => BaseTreatment::Withheld,
            };
            cells.push(CrossTabCell {
                share,
                mean,
                row_share: None,
                letters: String::new(),
                treatment,
                lower: Vec::new(),
            });
        }
        for (row, cell) in self.made.iter_mut().zip(cells) {
            row.push(cell);
        }
        let effective_base = base.effective_base();
        self.columns.push(CrossTabColumn {
            label,
            nesting: None,
            letter: letter_of(self.columns.len()),
            unweighted_base: base.unweighted_base,
            weighted_base: base.weight,
            effective_base,
            base_policy: policy,
            treatment: policy.treatment(Some(as_number(base.unweighted_base)), effective_base),
        });
        Ok(())
    }

    /// Adds the shares of rows under a heading.
    fn share_rows(&mut self, columns: &Range<usize>, apart: bool) {
        for row in &mut self.made {
            let all = row.first().and_then(|cell| cell.share);
            let cells = row.get(columns.clone()).unwrap_or(&[]);
            let of_part: f64 = cells
                .iter()
                .filter_map(|cell| cell.share.map(|share| share.weighted_count))
                .sum();
            let whole = if apart {
                of_part
            } else {
                all.map_or(0.0, |share| share.weighted_count)
            };
            for cell in row.get_mut(columns.clone()).unwrap_or(&mut []) {
                cell.row_share = cell
                    .share
                    .filter(|_| whole > 0.0)
                    .map(|share| (share.weighted_count / whole).clamp(0.0, 1.0));
            }
        }
    }

    /// The test of the answers, each by itself, by the groups of a part.
    fn association(&self, grouping: usize, labels: &[Option<String>]) -> Option<Association> {
        let answers: Vec<usize> = self
            .rows
            .iter()
            .filter(|row| row.kind == RowKind::Answer && row.item == 0)
            .filter_map(|row| row.scores.iter().position(|score| *score == Some(1.0)))
            .collect();
        let is_several = self.rows.iter().any(|row| row.item > 0);
        if is_several || answers.len() < 2 {
            return None;
        }
        let table = self.table(0, grouping)?;
        let columns: Vec<Vec<Vec<WeightSums>>> = labels
            .iter()
            .enumerate()
            .filter(|(_, label)| label.is_some())
            .map(|(category, _)| table.by_answer_and_unit(Self::SLICES, category))
            .collect();
        let units = columns.first()?.len();
        let tables: Option<Vec<Crosstab>> = (0..units)
            .map(|unit| {
                let cells = answers.iter().flat_map(|answer| {
                    columns.iter().map(|column| {
                        let sums = column.get(unit).and_then(|unit| unit.get(*answer));
                        sums.copied().unwrap_or_default()
                    })
                });
                Crosstab::new(answers.len(), columns.len(), cells.collect())
            })
            .collect();
        self.cells.design.association(Self::SLICES, &tables?)
    }

    /// Respondents with a weight whose answer to the question is not in its base.
    fn outside_base(&self) -> usize {
        let Some(row) = self.rows.first() else {
            return 0;
        };
        let Some(table) = self.table(0, 0) else {
            return 0;
        };
        let answers = table.by_answer(Self::SLICES, 0);
        let outside = answers
            .iter()
            .zip(&row.scores)
            .filter(|(_, score)| score.is_none());
        outside.map(|(sums, _)| sums.unweighted_base).sum()
    }
}
