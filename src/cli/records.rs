//! Targets and judgements as objects of JSON.

use serde::Serialize;

use super::output::plain;
use crate::data::target::{Aim, Course};
use crate::data::{Assessment, Judgement, Period, Source, Target, TargetFigure};

/// A target as it is printed.
#[derive(Debug, Serialize)]
pub struct TargetRow<'a> {
    sheet: &'a str,
    cell: String,
    group: &'a str,
    measure: &'a str,
    area: &'a str,
    area_code: &'a str,
    unit: &'a str,
    /// `reduce`, `increase`, `maintain`; empty where nothing tells.
    course: &'static str,
    /// What is to be reached: `reach`, `at least`, `at most`, `change by percent` and so on, or `words`.
    aim: &'static str,
    /// The target as it stands in its cell.
    words: &'a str,
    /// The value to be reached; none where it is not certain.
    #[serde(serialize_with = "plain")]
    value: Option<f64>,
    due_start: String,
    due_end: String,
    baseline: Option<FigureRow<'a>>,
    milestones: Vec<FigureRow<'a>>,
    results: Vec<FigureRow<'a>>,
    owner: &'a str,
    source: &'a str,
    status: &'a str,
}

/// A figure of a target as it is printed.
#[derive(Debug, Serialize)]
pub struct FigureRow<'a> {
    cell: String,
    #[serde(serialize_with = "plain")]
    value: Option<f64>,
    words: &'a str,
    period_start: String,
    period_end: String,
}

/// What is judged of a priority, as it is printed.
#[derive(Debug, Serialize)]
pub struct AssessmentRow<'a> {
    sheet: &'a str,
    cell: String,
    review: &'a str,
    period_start: String,
    period_end: String,
    rank: Option<u32>,
    mark: &'a str,
    subject: &'a str,
    judgements: Vec<JudgementRow<'a>>,
}

/// A judgement as it is printed.
#[derive(Debug, Serialize)]
pub struct JudgementRow<'a> {
    cell: String,
    criterion: &'a str,
    words: &'a str,
    /// The place on the scale from the least, from 1, and how many there are.
    step: Option<u8>,
    steps: Option<u8>,
    #[serde(serialize_with = "plain")]
    score: Option<f64>,
}

/// The targets of a source.
pub fn targets(source: &Source) -> impl Iterator<Item = TargetRow<'_>> {
    source
        .targets
        .iter()
        .map(|target| target_row(source, target))
}

/// The judgements of a source.
pub fn assessments(source: &Source) -> impl Iterator<Item = AssessmentRow<'_>> {
    source
        .assessments
        .iter()
        .map(|held| assessment_row(source, held))
}

fn target_row<'a>(source: &'a Source, target: &'a Target) -> TargetRow<'a> {
    let area = target.area.as_ref();
    let (due_start, due_end) = days(target.due);
    TargetRow {
        sheet: source.sheet_name(target.cell.sheet),
        cell: target.cell.to_string(),
        group: &target.group,
        measure: &target.measure,
        area: area.map_or("", |area| &area.name),
        area_code: area.and_then(|area| area.code.as_deref()).unwrap_or(""),
        unit: target.unit.name(),
        course: target.course.map_or("", Course::word),
        aim: match target.aim {
            Aim::Words => "words",
            Aim::Reach(_) => "reach",
            Aim::AtLeast(_) => "at least",
            Aim::AtMost(_) => "at most",
            Aim::ChangeByPercent(_) => "change by percent",
            Aim::ChangeByPoints(_) => "change by percentage points",
            Aim::ChangeByNumber(_) => "change by number",
            Aim::ChangeUnclear(_) => "change by percent or percentage points",
        },
        words: &target.words,
        value: target.value(),
        due_start,
        due_end,
        baseline: target.baseline.as_ref().map(figure_row),
        milestones: target.milestones.iter().map(figure_row).collect(),
        results: target.results.iter().map(figure_row).collect(),
        owner: &target.owner,
        source: &target.source,
        status: &target.status,
    }
}

fn figure_row(figure: &TargetFigure) -> FigureRow<'_> {
    let (period_start, period_end) = days(figure.period);
    FigureRow {
        cell: figure.cell.to_string(),
        value: figure.value,
        words: &figure.words,
        period_start,
        period_end,
    }
}

fn assessment_row<'a>(source: &'a Source, held: &'a Assessment) -> AssessmentRow<'a> {
    let (period_start, period_end) = days(held.period);
    AssessmentRow {
        sheet: source.sheet_name(held.cell.sheet),
        cell: held.cell.to_string(),
        review: &held.review,
        period_start,
        period_end,
        rank: held.rank,
        mark: &held.mark,
        subject: &held.subject,
        judgements: held.judgements.iter().map(judgement_row).collect(),
    }
}

fn judgement_row(held: &Judgement) -> JudgementRow<'_> {
    JudgementRow {
        cell: held.cell.to_string(),
        criterion: &held.criterion,
        words: &held.words,
        step: held.step.map(|step| step.place),
        steps: held.step.map(|step| step.of),
        score: held.score,
    }
}

/// The first and the last day of a period; empty where there is none.
fn days(period: Option<Period>) -> (String, String) {
    period.map_or_else(Default::default, |period| {
        (period.start.to_string(), period.last_day().to_string())
    })
}
