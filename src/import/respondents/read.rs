//! Reads one sheet of respondents.

use indexmap::IndexSet;

use super::codebook::Codebook;
use super::column::{Column, Rows, key};
use super::findings::SurveyFinding;
use super::labels::Labels;
use super::roles::{Candidate, Role, conclude};
use super::{answers, people, ticks, weights};
use crate::base::text::{clean, fold};
use crate::data::survey::{Answers, Origin, Question, Scale, Survey};
use crate::data::{CellRef, SheetIndex};
use crate::import::account::{Mark, Marks};
use crate::import::findings::FindingKind;
use crate::import::layout::TableLayout;
use crate::import::places::Places;
use crate::import::roles::{Remark, Surroundings};
use crate::import::view::View;

/// A survey of fewer respondents is left out as before: its rows may be a list of people.
const FEWEST_RESPONDENTS: usize = 20;

/// The sheet that is read, and what stands around its rows.
pub(crate) struct Sheet<'s> {
    pub(crate) view: &'s View<'s>,
    pub(crate) index: SheetIndex,
    pub(crate) table: &'s TableLayout,
    pub(crate) around: &'s Surroundings,
    pub(crate) codebook: &'s Codebook,
}

/// What became of a sheet.
pub(crate) enum Outcome {
    /// It was read; its cells are marked.
    Survey(Box<Survey>),
    /// It is a survey, but nobody can tell how to read it; its cells are marked.
    LeftOut,
    /// It is none, or no question is found in it; nothing is marked.
    NoSurvey,
}

/// What is being put together.
pub(super) struct Draft {
    pub(super) survey: Survey,
    pub(super) found: Vec<(u32, SurveyFinding)>,
    pub(super) read_columns: Vec<u32>,
    pub(super) area_of: String,
    /// A period that wants a look, and why.
    pub(super) caution: Option<(String, String)>,
}

/// Reads a sheet that looks like one row a respondent.
pub(crate) fn read(
    sheet: &Sheet<'_>,
    places: &mut Places<'_>,
    marks: &mut Marks,
    remarks: &mut Vec<Remark>,
) -> Outcome {
    let table = sheet.table;
    if !matches!(table.left_out, Some(FindingKind::Respondents { .. })) {
        return Outcome::NoSurvey;
    }
    let rows = Rows {
        top: table.top,
        bottom: table.bottom,
    };
    if rows.len() < FEWEST_RESPONDENTS {
        return Outcome::NoSurvey;
    }
    let candidates = candidates(sheet, rows);
    let first_question = candidates
        .iter()
        .position(Candidate::is_surely_a_question)
        .unwrap_or(0);
    let roles: Vec<Role> = candidates
        .iter()
        .enumerate()
        .map(|(place, candidate)| conclude(candidate, place < first_question, places))
        .collect();
    if !is_survey(&candidates, &roles) {
        return Outcome::NoSurvey;
    }
    let weighted: Vec<&Column> = candidates
        .iter()
        .zip(&roles)
        .filter(|(_, role)| matches!(role, Role::Weight))
        .map(|(candidate, _)| &candidate.column)
        .collect();
    let mut draft = Draft {
        survey: empty(sheet, rows),
        found: Vec::new(),
        read_columns: Vec::new(),
        area_of: String::new(),
        caution: None,
    };
    let weight = weights::choose(&weighted).and_then(|column| match column {
        None => Ok(None),
        Some(column) => {
            let mut found = Vec::new();
            let weight = weights::read(sheet.view.grid, column, rows, &mut found)?;
            draft.say(column.index, found);
            draft.read_columns.push(column.index);
            Ok(Some(weight))
        }
    });
    match weight {
        Ok(weight) => draft.survey.weight = weight,
        Err(finding) => {
            leave_out(sheet, finding, marks, remarks);
            return Outcome::LeftOut;
        }
    }
    for (candidate, role) in candidates.iter().zip(&roles) {
        draft.take(sheet, candidate, role, rows);
    }
    draft.questions(sheet, &candidates, &roles, rows);
    if !draft
        .survey
        .questions
        .iter()
        .any(|question| !matches!(question.answers, Answers::Number(_)))
    {
        return Outcome::NoSurvey;
    }
    draft.times(sheet, &candidates, &roles, rows);
    draft.areas(sheet, &candidates, &roles, rows, places);
    Outcome::Survey(Box::new(draft.finish(sheet, rows, marks, remarks)))
}

/// Whether rows of people are a survey and not a list of them: they have weights, answers on a scale, or
/// numbers of interviews.
fn is_survey(candidates: &[Candidate<'_>], roles: &[Role]) -> bool {
    candidates.iter().zip(roles).any(|(candidate, role)| {
        let heading = fold(&candidate.column.origin.heading);
        matches!(role, Role::Weight)
            || candidate.scale().is_some_and(|scale| scale != Scale::YesNo)
            || ["respond", "interview", "particip", "survey"]
                .iter()
                .any(|word| heading.contains(word))
    })
}

/// The columns with their labels, in order; those without a cell are not there.
fn candidates<'s>(sheet: &Sheet<'s>, rows: Rows) -> Vec<Candidate<'s>> {
    let table = sheet.table;
    let heading_row = table.headings.last().copied().unwrap_or(table.top);
    (table.left..table.right)
        .map(|column| {
            let mut headings = table.headings.iter().rev().filter_map(|row| {
                sheet
                    .view
                    .label(*row, column)
                    .map(|heading| clean(&heading))
                    .filter(|heading| !heading.is_empty())
            });
            let heading = headings.next().unwrap_or_default();
            let above = headings.next().filter(|above| *above != heading);
            let origin = Origin {
                cell: CellRef::new(sheet.index, heading_row, column),
                heading,
            };
            Column::read(sheet.view.grid, (origin, above), column, rows)
        })
        .filter(|column| column.filled > 0)
        .map(|column| {
            let variable = sheet.codebook.variable(&column.origin.heading);
            Candidate {
                labels: Labels::of(&column, variable),
                variable,
                column,
            }
        })
        .collect()
}

fn empty(sheet: &Sheet<'_>, rows: Rows) -> Survey {
    let name = if sheet.table.title.is_empty() {
        sheet.around.sheet_name.clone()
    } else {
        sheet.table.title.clone()
    };
    Survey {
        sheet: sheet.index,
        name,
        respondents: rows.len(),
        weight: None,
        stratum: None,
        cluster: None,
        period: None,
        partial_periods: Vec::new(),
        whole_period: None,
        area: None,
        whole_area: None,
        dimensions: Vec::new(),
        questions: Vec::new(),
    }
}

impl Draft {
    pub(super) fn say(&mut self, column: u32, found: Vec<SurveyFinding>) {
        self.found
            .extend(found.into_iter().map(|finding| (column, finding)));
    }

    pub(super) fn not_read(&mut self, column: &Column, reason: &str, is_loss: bool) {
        self.found.push((
            column.index,
            SurveyFinding::NotRead {
                heading: column.origin.heading.clone(),
                reason: reason.to_owned(),
                is_loss,
            },
        ));
    }

    /// Takes the columns that are by themselves what they are.
    fn take(&mut self, sheet: &Sheet<'_>, candidate: &Candidate<'_>, role: &Role, rows: Rows) {
        let grid = sheet.view.grid;
        let column = &candidate.column;
        match role {
            Role::Left(finding) => self.found.push((column.index, finding.clone())),
            Role::Stratum | Role::Cluster => {
                let Some(coded) = people::sample_units(grid, column, rows) else {
                    self.not_read(column, "it has too many different entries", true);
                    return;
                };
                let held = if matches!(role, Role::Stratum) {
                    &mut self.survey.stratum
                } else {
                    &mut self.survey.cluster
                };
                if held.is_none() {
                    *held = Some(coded);
                    self.read_columns.push(column.index);
                } else {
                    self.not_read(column, "another column says the same of the sample", false);
                }
            }
            Role::Dimension(name) => {
                let Some(labels) = &candidate.labels else {
                    return;
                };
                let taken = |name: &str| {
                    self.survey
                        .dimensions
                        .iter()
                        .any(|held| fold(&held.name) == fold(name))
                };
                let heading = &column.origin.heading;
                let name = match (taken(name), taken(heading)) {
                    (false, _) => name.clone(),
                    (true, false) => heading.clone(),
                    (true, true) => {
                        self.not_read(column, "another column has the same heading", true);
                        return;
                    }
                };
                self.unknown_entries(candidate, labels);
                let dimension = people::dimension(grid, candidate, labels, rows, name);
                self.survey.dimensions.push(dimension);
                self.read_columns.push(column.index);
            }
            _ => {}
        }
    }

    /// Codes that the codebook does not explain.
    pub(super) fn unknown_entries(&mut self, candidate: &Candidate<'_>, labels: &Labels) {
        if let Some(first) = labels.unknown.first() {
            let count: usize = labels.unknown.iter().map(|label| label.count).sum();
            self.found.push((
                candidate.column.index,
                SurveyFinding::EntryUnknown {
                    heading: candidate.column.origin.heading.clone(),
                    entry: first.raw.clone(),
                    count: u32::try_from(count).unwrap_or(u32::MAX),
                    reason: String::from("is not in the codebook"),
                },
            ));
        }
    }

    /// The questions, in the order of their columns, and ages where no column has them in bands.
    fn questions(
        &mut self,
        sheet: &Sheet<'_>,
        candidates: &[Candidate<'_>],
        roles: &[Role],
        rows: Rows,
    ) {
        let grid = sheet.view.grid;
        let boxes: Vec<usize> = (0..)
            .zip(roles)
            .filter(|(_, role)| matches!(role, Role::Box))
            .map(|(place, _)| place)
            .collect();
        let groups = ticks::groups(candidates, &boxes);
        for (place, (candidate, role)) in candidates.iter().zip(roles).enumerate() {
            let column = &candidate.column;
            let mut found = Vec::new();
            match role {
                Role::Single => {
                    if let Some(labels) = &candidate.labels {
                        self.unknown_entries(candidate, labels);
                        let question = answers::single(grid, candidate, labels, rows, &mut found);
                        self.add(candidate, question, found);
                    }
                }
                Role::Number => {
                    self.survey
                        .questions
                        .push(answers::number(grid, candidate, rows));
                    self.read_columns.push(column.index);
                    self.not_read(
                        column,
                        "it holds numbers, of which no percentages are made",
                        false,
                    );
                }
                Role::Box => {
                    let Some(group) = groups
                        .iter()
                        .find(|group| group.members.first() == Some(&place))
                    else {
                        continue;
                    };
                    let members: Vec<&Candidate<'_>> = group
                        .members
                        .iter()
                        .filter_map(|member| candidates.get(*member))
                        .collect();
                    if let ([only], Some(labels)) = (members.as_slice(), &candidate.labels) {
                        let question = answers::single(grid, only, labels, rows, &mut found);
                        self.add(candidate, question, found);
                        continue;
                    }
                    let stem = group.stem.as_deref();
                    let stem_text = stem
                        .and_then(|stem| sheet.codebook.variable(stem))
                        .and_then(|variable| variable.text.as_deref());
                    let question =
                        ticks::question(grid, rows, &members, stem, stem_text, &mut found);
                    self.survey.questions.extend(question);
                    for member in members {
                        let own = &member.column;
                        let skips = |finding: &&SurveyFinding| matches!(finding, SurveyFinding::NotRead { heading, .. } if *heading == own.origin.heading);
                        match found.iter().find(skips) {
                            Some(finding) => self.found.push((own.index, finding.clone())),
                            None => self.read_columns.push(own.index),
                        }
                    }
                    found.retain(|finding| !matches!(finding, SurveyFinding::NotRead { .. }));
                    self.say(column.index, found);
                }
                Role::Age => {
                    let banded = self.survey.dimensions.iter().any(|held| held.name == "Age")
                        || roles
                            .iter()
                            .any(|role| matches!(role, Role::Dimension(name) if name == "Age"));
                    if banded {
                        self.not_read(column, "another column gives ages in bands", false);
                    } else {
                        let dimension = people::ages(grid, column, rows, &mut found);
                        self.say(column.index, found);
                        self.survey.dimensions.push(dimension);
                        self.read_columns.push(column.index);
                    }
                }
                _ => {}
            }
        }
        self.tell_apart();
    }

    fn add(
        &mut self,
        candidate: &Candidate<'_>,
        question: Option<Question>,
        found: Vec<SurveyFinding>,
    ) {
        match question {
            Some(question) => {
                self.survey.questions.push(question);
                self.say(candidate.column.index, found);
                self.read_columns.push(candidate.column.index);
            }
            None => self.not_read(
                &candidate.column,
                "it holds one answer only, and a blank could mean no or not asked",
                true,
            ),
        }
    }

    /// Gives questions of one name the heading's column as well, so that their measures stay apart.
    fn tell_apart(&mut self) {
        let mut seen: IndexSet<String> = IndexSet::new();
        for question in &mut self.survey.questions {
            match &mut question.answers {
                Answers::Several(ticks) => {
                    for tick in ticks {
                        if !seen.insert(key(&tick.name)) {
                            tick.name = format!(
                                "{} (column {})",
                                tick.name,
                                crate::data::cell::column_letters(tick.origin.cell.column)
                            );
                        }
                    }
                }
                Answers::Single(single) => {
                    if !seen.insert(key(&question.name)) {
                        question.name = format!(
                            "{} (column {})",
                            question.name,
                            crate::data::cell::column_letters(single.origin.cell.column)
                        );
                    }
                }
                Answers::Number(_) => {}
            }
        }
    }

    /// Marks the cells and says how they were read.
    fn finish(
        mut self,
        sheet: &Sheet<'_>,
        rows: Rows,
        marks: &mut Marks,
        remarks: &mut Vec<Remark>,
    ) -> Survey {
        let (grid, table) = (sheet.view.grid, sheet.table);
        let first_heading = table.headings.first().copied().unwrap_or(table.top);
        marks.fill(
            grid,
            first_heading..table.top,
            table.left..table.right,
            Mark::Label,
        );
        for column in &self.read_columns {
            marks.fill(
                grid,
                rows.top..rows.bottom,
                *column..column + 1,
                Mark::Answer,
            );
        }
        marks.fill(
            grid,
            rows.top..rows.bottom,
            table.left..table.right,
            Mark::LeftOut,
        );
        let columns = (table.left, table.right.saturating_sub(1));
        let mut say = |columns: (u32, u32), finding: SurveyFinding| {
            remarks.push(Remark {
                rows: (first_heading, table.bottom.saturating_sub(1)),
                columns,
                kind: FindingKind::Survey(finding),
            });
        };
        let survey = &self.survey;
        let areas = Some(self.area_of.clone()).filter(|_| survey.area.is_some());
        say(
            columns,
            SurveyFinding::Read {
                respondents: survey.respondents,
                weight: survey
                    .weight
                    .as_ref()
                    .map(|weight| weight.origin.heading.clone()),
                questions: survey.questions.len(),
                dimensions: survey
                    .dimensions
                    .iter()
                    .map(|dimension| dimension.name.clone())
                    .chain(areas)
                    .collect(),
            },
        );
        if survey.weight.is_none() {
            say(columns, SurveyFinding::Unweighted);
        }
        let outside = outside_base(&survey.questions);
        if !outside.is_empty() {
            say(columns, SurveyFinding::OutsideBase { answers: outside });
        }
        self.found.sort_by_key(|(column, _)| *column);
        for (column, finding) in std::mem::take(&mut self.found) {
            say((column, column), finding);
        }
        let kind = match (&self.survey.period, self.survey.whole_period) {
            (Some(_), _) => None,
            (None, None) => Some(FindingKind::NoPeriod),
            (None, Some(period)) => Some(FindingKind::PeriodFrom {
                period: period.label(),
                place: String::from("the titles"),
            }),
        };
        let caution = self
            .caution
            .take()
            .map(|(text, words)| FindingKind::PeriodCaution { text, words });
        for kind in kind.into_iter().chain(caution) {
            remarks.push(Remark {
                rows: (first_heading, table.bottom.saturating_sub(1)),
                columns,
                kind,
            });
        }
        self.survey
    }
}

/// The answers that are outside the base of a question, each once.
fn outside_base(questions: &[Question]) -> Vec<String> {
    let mut answers: Vec<String> = Vec::new();
    for question in questions {
        let Answers::Single(single) = &question.answers else {
            continue;
        };
        for answer in single.answers.iter().filter(|answer| !answer.is_in_base) {
            if !answers.iter().any(|held| key(held) == key(&answer.label)) {
                answers.push(answer.label.clone());
            }
        }
    }
    answers
}

/// Leaves out the whole sheet.
fn leave_out(
    sheet: &Sheet<'_>,
    finding: SurveyFinding,
    marks: &mut Marks,
    remarks: &mut Vec<Remark>,
) {
    let (grid, table) = (sheet.view.grid, sheet.table);
    let first_heading = table.headings.first().copied().unwrap_or(table.top);
    let columns = table.left..table.right;
    marks.fill(grid, first_heading..table.top, columns.clone(), Mark::Label);
    marks.fill(grid, table.top..table.bottom, columns, Mark::LeftOut);
    remarks.push(Remark {
        rows: (first_heading, table.bottom.saturating_sub(1)),
        columns: (table.left, table.right.saturating_sub(1)),
        kind: FindingKind::Survey(finding),
    });
}
