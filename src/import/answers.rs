//! What a person can say to a finding with one click, and what that decides. Each answer holds for all that
//! is alike: a symbol for the whole workbook, a percentage for its table.

use super::decisions::{Accepted, BareYears, Decision, Keep, MEANINGS, TableAnchor, TableChange};
use super::findings::{Finding, FindingKind};
use super::layout::Scale;
use super::report::Reading;
use super::shorthand::Meaning;
use crate::data::period_parse::{PeriodContext, find_period};
use crate::data::{Period, Status, Unit};

/// One way to answer a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What it says, as on a button.
    pub words: String,
    /// What it decides.
    pub decision: Decision,
}

/// The units that a person can give to figures, as figures of that unit are called.
pub const UNITS: [(&str, Unit); 8] = [
    ("Counts", Unit::Count),
    ("Percentages", Unit::Percent),
    ("Rates per 1,000", Unit::Per1000),
    ("Rates per 100,000", Unit::Per100000),
    ("Pounds", Unit::Pounds),
    ("Mean scores", Unit::MeanScore),
    ("Percentage points", Unit::PercentagePoints),
    ("Percentage changes", Unit::PercentChange),
];

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
        FindingKind::NotUnderstood { text, .. } => MEANINGS
            .iter()
            .map(|(words, meaning)| means(words, text, *meaning))
            .collect(),
        FindingKind::DashUnexplained { .. } => vec![
            accept("Not available"),
            means("Zero", "-", Meaning::Zero),
            means("Suppressed", "-", Meaning::Status(Status::Suppressed)),
        ],
        FindingKind::Conflict { .. } => [
            ("The one that stands first", Keep::First),
            ("The one that stands last", Keep::Last),
            ("Leave both out", Keep::Neither),
        ]
        .into_iter()
        .filter_map(|(words, keep)| table(words, TableChange::Conflicts(keep)))
        .collect(),
        FindingKind::PercentScaleUnclear { .. } => [
            ("0.5 is 50%", Scale::Share),
            ("0.5 is half of one per cent", Scale::AsWritten),
        ]
        .into_iter()
        .filter_map(|(words, scale)| table(words, TableChange::Scale(scale)))
        .collect(),
        FindingKind::SharesAsPercent { .. } => std::iter::once(accept("Yes, 0.5 is 50%"))
            .chain(table(
                "No, 0.5 is half of one per cent",
                TableChange::Scale(Scale::AsWritten),
            ))
            .collect(),
        FindingKind::PeriodCaution { words, .. } if words.contains("calendar years") => {
            let years = [
                ("Calendar years", BareYears::Calendar),
                ("2021 is 2021/22", BareYears::FinancialFrom),
                ("2021 is 2020/21", BareYears::FinancialTo),
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
        FindingKind::UnitUnknown { .. } => UNITS
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
        | FindingKind::NoHeadings => {
            table("Read it as a table of figures", TableChange::Take(true))
                .into_iter()
                .chain([accept("Leave it out")])
                .collect()
        }
        FindingKind::TableLeftOut => table("Read it after all", TableChange::Take(true))
            .into_iter()
            .collect(),
        FindingKind::SheetLeftOut => vec![Answer {
            words: String::from("Read it after all"),
            decision: Decision::LeaveOutSheet(finding.sheet.clone(), false),
        }],
        FindingKind::NotAPeriod { .. } => vec![accept("Leave these rows out")],
        FindingKind::SheetDamaged { .. } => vec![accept("Go on without this sheet")],
        FindingKind::HeadingUnclear { .. } => vec![accept("Go on without this heading")],
        FindingKind::PeriodCaution { .. }
        | FindingKind::PeriodFrom { .. }
        | FindingKind::AreaAmbiguous { .. }
        | FindingKind::RowsUnclear => vec![accept("That is right")],
        FindingKind::LooseNumbers { .. }
        | FindingKind::StatedTwice { .. }
        | FindingKind::ExcelErrors { .. } => vec![accept("Go on")],
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
