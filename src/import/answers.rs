//! What a person can say to a finding with one click, and what that decides. Each answer holds for all that
//! is alike: a symbol for the whole workbook, a percentage for its table.

use super::decisions::{Accepted, BareYears, Decision, Keep, TableAnchor, TableChange};
use super::findings::{Finding, FindingKind};
use super::layout::Scale;
use super::report::Reading;
use super::shorthand::Meaning;
use crate::data::period_parse::{PeriodContext, find_period};
use crate::data::{Period, Status, Unit};
use crate::words::say;

/// One way to answer a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What it says, as on a button.
    pub words: String,
    /// What it decides.
    pub decision: Decision,
}

/// The units that a person can give to figures, as figures of that unit are called.
pub fn units() -> [(&'static str, Unit); 8] {
    [
        (say::unit_counts(), Unit::Count),
        (say::unit_percentages(), Unit::Percent),
        (say::unit_per_1000(), Unit::Per1000),
        (say::unit_per_100000(), Unit::Per100000),
        (say::unit_pounds(), Unit::Pounds),
        (say::unit_mean_scores(), Unit::MeanScore),
        (say::unit_points(), Unit::PercentagePoints),
        (say::unit_changes(), Unit::PercentChange),
    ]
}

/// What a text in place of a number can be said to mean, with its words.
pub fn meanings() -> [(&'static str, Meaning); 6] {
    [
        (
            say::answer_not_available(),
            Meaning::Status(Status::NotAvailable),
        ),
        (
            say::answer_awaiting_data(),
            Meaning::Status(Status::AwaitingData),
        ),
        (
            say::answer_suppressed(),
            Meaning::Status(Status::Suppressed),
        ),
        (
            say::answer_not_applicable(),
            Meaning::Status(Status::NotApplicable),
        ),
        (say::answer_zero(), Meaning::Zero),
        (say::answer_remark(), Meaning::Remark),
    ]
}

/// What a person can say to a finding of a reading; empty where there is nothing to choose.
pub fn answers(finding: &Finding, reading: &Reading) -> Vec<Answer> {
    let anchor = finding.at.and_then(|at| {
        reading.table_at(usize::from(at.first.sheet.0), at.first.row, at.first.column)
    });
    let table = |words: &str, change: TableChange| {
        anchor.map(|anchor: TableAnchor| Answer {
            words: words.to_owned(),
            decision: Decision::Table(finding.sheet.clone(), anchor, change),
        })
    };
    let accept = |words: &str| Answer {
        words: words.to_owned(),
        decision: Decision::Accept(Accepted::of(finding)),
    };
    match &finding.kind {
        FindingKind::NotUnderstood { text, .. } => meanings()
            .into_iter()
            .map(|(words, meaning)| means(words, text, meaning))
            .collect(),
        FindingKind::DashUnexplained { .. } => vec![
            accept(say::answer_not_available()),
            means(say::answer_zero(), "-", Meaning::Zero),
            means(
                say::answer_suppressed(),
                "-",
                Meaning::Status(Status::Suppressed),
            ),
        ],
        FindingKind::Conflict { .. } => [
            (say::answer_first(), Keep::First),
            (say::answer_last(), Keep::Last),
            (say::answer_neither(), Keep::Neither),
        ]
        .into_iter()
        .filter_map(|(words, keep)| table(words, TableChange::Conflicts(keep)))
        .collect(),
        FindingKind::PercentScaleUnclear { .. } => [
            (say::answer_share(), Scale::Share),
            (say::answer_as_written(), Scale::AsWritten),
        ]
        .into_iter()
        .filter_map(|(words, scale)| table(words, TableChange::Scale(scale)))
        .collect(),
        FindingKind::SharesAsPercent { .. } => std::iter::once(accept(say::answer_yes_share()))
            .chain(table(
                say::answer_no_as_written(),
                TableChange::Scale(Scale::AsWritten),
            ))
            .collect(),
        FindingKind::PeriodCaution { words, .. } if words.contains("calendar years") => {
            let years = [
                (say::answer_calendar_years(), BareYears::Calendar),
                (say::answer_years_from(), BareYears::FinancialFrom),
                (say::answer_years_to(), BareYears::FinancialTo),
            ];
            years
                .into_iter()
                .filter_map(|(words, years)| table(words, TableChange::BareYears(years)))
                .collect()
        }
        FindingKind::NoPeriod => periods_nearby(finding, reading)
            .into_iter()
            .filter_map(|period| table(&period.label(), TableChange::Period(period)))
            .collect(),
        FindingKind::UnitUnknown { .. } => units()
            .into_iter()
            .take(4)
            .filter_map(|(words, unit)| table(words, TableChange::Unit(unit)))
            .collect(),
        FindingKind::Respondents { .. }
        | FindingKind::Incidents { .. }
        | FindingKind::Lookup
        | FindingKind::Targets
        | FindingKind::Matrix
        | FindingKind::MarginsOfError
        | FindingKind::InNotes
        | FindingKind::NoHeadings => table(say::answer_read_as_table(), TableChange::Take(true))
            .into_iter()
            .chain([accept(say::answer_leave_out())])
            .collect(),
        FindingKind::TableLeftOut => table(say::answer_read_after_all(), TableChange::Take(true))
            .into_iter()
            .collect(),
        FindingKind::SheetLeftOut => vec![Answer {
            words: say::answer_read_after_all().to_owned(),
            decision: Decision::LeaveOutSheet(finding.sheet.clone(), false),
        }],
        FindingKind::NotAPeriod { .. } => vec![accept(say::answer_leave_rows_out())],
        FindingKind::SheetDamaged { .. } => vec![accept(say::answer_without_sheet())],
        FindingKind::HeadingUnclear { .. } => vec![accept(say::answer_without_heading())],
        FindingKind::PeriodCaution { .. }
        | FindingKind::PeriodFrom { .. }
        | FindingKind::AreaAmbiguous { .. }
        | FindingKind::RowsUnclear => vec![accept(say::answer_right())],
        FindingKind::LooseNumbers { .. }
        | FindingKind::StatedTwice { .. }
        | FindingKind::ExcelErrors { .. } => vec![accept(say::answer_go_on())],
        _ => Vec::new(),
    }
}

fn means(words: &str, text: &str, meaning: Meaning) -> Answer {
    Answer {
        words: words.to_owned(),
        decision: Decision::Meaning(text.to_owned(), meaning),
    }
}

/// Periods that the names of file and sheet and the other tables suggest, the likeliest first.
fn periods_nearby(finding: &Finding, reading: &Reading) -> Vec<Period> {
    let context = PeriodContext::default();
    let stem = reading
        .source
        .file_name
        .rsplit_once('.')
        .map_or(reading.source.file_name.as_str(), |(stem, _)| stem)
        .replace(['_', '-'], " ");
    let names = [finding.sheet.as_str(), &reading.source.title, &stem];
    let mut periods: Vec<Period> = Vec::new();
    let from_names = names
        .into_iter()
        .filter_map(|text| find_period(text, &context))
        .map(|(found, _)| found.period);
    let held = reading.source.periods.iter().rev().copied();
    for period in from_names.chain(held) {
        if !periods.contains(&period) {
            periods.push(period);
        }
        if periods.len() == 4 {
            break;
        }
    }
    periods
}

impl Reading {
    /// The anchor of the table that holds a cell of a sheet (from 0).
    pub fn table_at(&self, sheet: usize, row: u32, column: u32) -> Option<TableAnchor> {
        let tables = &self.layouts.get(sheet)?.tables;
        let at = tables.iter().find(|table| table.holds(row, column));
        at.map(|table| table.anchor)
    }
}
