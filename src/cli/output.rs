//! Observations and findings as rows of CSV or objects of JSON.

use std::io::{self, BufWriter, Write};

use serde::{Serialize, Serializer};

use super::arguments::Format;
use super::failure::Failure;
use super::records::{AssessmentRow, TargetRow};
use crate::analysis::dictionary::SourceWords;
use crate::base::cells::harmless;
use crate::data::{Observation, Source};
use crate::import::{Finding, Severity};

/// An observation as it is printed. The names of the fields are the columns.
#[derive(Debug, Serialize)]
pub struct Fact<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    sheet: &'a str,
    cell: String,
    measure: &'a str,
    area: &'a str,
    area_code: &'a str,
    /// `dimension=category`, several joined by `;`.
    cohort: String,
    period_start: String,
    /// The last day, inclusive.
    period_end: String,
    unit: &'a str,
    /// Percent on 0 to 100.
    #[serde(serialize_with = "plain")]
    value: Option<f64>,
    #[serde(serialize_with = "plain")]
    base: Option<f64>,
    /// Empty when ordinary.
    status: &'a str,
    note: &'a str,
}

/// A finding as it is printed.
#[derive(Debug, Serialize)]
pub struct FoundRow<'a> {
    severity: &'static str,
    sheet: &'a str,
    cell: String,
    code: &'static str,
    finding: String,
}

/// An observation of a project as a row in its words, after the workbook's name.
pub fn fact_in_words<'a>(
    source: &'a Source,
    words: &'a SourceWords,
    observation: &'a Observation,
) -> Fact<'a> {
    let at = |index: u32| usize::try_from(index).ok();
    let measure = at(observation.measure).and_then(|index| words.measures.get(index));
    let area = observation
        .area
        .and_then(at)
        .and_then(|index| words.areas.get(index));
    let cohort = at(observation.cohort).and_then(|index| words.cohorts.get(index));
    Fact {
        source: Some(source.file_name.as_str()),
        measure: measure.map_or("", |held| &held.measure.name),
        unit: measure.map_or("", |held| held.measure.unit.name()),
        area: area.map_or("", |held| &held.name),
        cohort: cohort
            .map(|held| held.cohort.to_string())
            .unwrap_or_default(),
        ..fact(source, observation)
    }
}

/// An observation as a row, in the source's words.
pub fn fact<'a>(source: &'a Source, observation: &'a Observation) -> Fact<'a> {
    let area = source.area(observation);
    let period = source.period(observation);
    let measure = source.measure(observation);
    Fact {
        source: None,
        sheet: source.sheet_name(observation.cell.sheet),
        cell: observation.cell.to_string(),
        measure: measure.map_or("", |measure| &measure.name),
        area: area.map_or("", |area| &area.name),
        area_code: area.and_then(|area| area.code.as_deref()).unwrap_or(""),
        cohort: source
            .cohort(observation)
            .map(ToString::to_string)
            .unwrap_or_default(),
        period_start: period
            .map(|period| period.start.to_string())
            .unwrap_or_default(),
        period_end: period
            .map(|period| period.last_day().to_string())
            .unwrap_or_default(),
        unit: measure.map_or("", |measure| measure.unit.name()),
        value: observation.value,
        base: observation.unweighted_base,
        status: observation.status.words(),
        note: source.note(observation).unwrap_or(""),
    }
}

/// A finding as a row.
pub fn found_row(finding: &Finding) -> FoundRow<'_> {
    FoundRow {
        severity: match finding.severity() {
            Severity::Question => "question",
            Severity::Caution => "caution",
            Severity::Note => "note",
        },
        sheet: &finding.sheet,
        cell: finding.at.map(|at| at.to_string()).unwrap_or_default(),
        code: finding.code(),
        finding: finding.to_string(),
    }
}

/// Writes whole numbers without a decimal point, as the workbook has them.
#[expect(clippy::ref_option, reason = "the signature that serde calls")]
pub(super) fn plain<S: Serializer>(number: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;
    match number {
        None => serializer.serialize_none(),
        #[expect(
            clippy::cast_possible_truncation,
            reason = "checked to be a whole number that both types hold"
        )]
        Some(number) if number.fract() == 0.0 && number.abs() < LARGEST_EXACT => {
            serializer.serialize_i64(*number as i64)
        }
        Some(number) => serializer.serialize_f64(*number),
    }
}

/// Prints rows to standard output, with `headings` where there are none.
pub fn print<T: Serialize>(
    rows: impl Iterator<Item = T>,
    headings: &[&str],
    format: Format,
) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    match format {
        Format::Csv => {
            let mut writer = csv::WriterBuilder::new().from_writer(&mut out);
            writer.write_record(headings)?;
            for row in rows {
                writer.write_record(harmless_record(&row)?.iter())?;
            }
            writer.flush()?;
        }
        Format::Json => print_array(&mut out, rows)?,
    }
    out.flush()?;
    Ok(())
}

/// What a row mostly takes, in bytes.
const ROW_BYTES: usize = 512;

/// A row as texts of which none is a formula.
fn harmless_record<T: Serialize>(row: &T) -> Result<Vec<String>, Failure> {
    let mut writer = csv::WriterBuilder::new()
        .has_headers(false)
        .buffer_capacity(ROW_BYTES)
        .from_writer(Vec::new());
    writer.serialize(row)?;
    let line = writer
        .into_inner()
        .map_err(csv::IntoInnerError::into_error)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .buffer_capacity(ROW_BYTES)
        .from_reader(line.as_slice());
    let mut record = csv::StringRecord::new();
    reader.read_record(&mut record)?;
    Ok(record.iter().map(harmless).collect())
}

/// Prints an object of observations, targets, assessments and findings to standard output.
pub fn print_reading<'a>(
    facts: impl Iterator<Item = Fact<'a>>,
    targets: impl Iterator<Item = TargetRow<'a>>,
    assessments: impl Iterator<Item = AssessmentRow<'a>>,
    findings: impl Iterator<Item = FoundRow<'a>>,
) -> Result<(), Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    out.write_all(b"{\"observations\":")?;
    print_array(&mut out, facts)?;
    out.write_all(b",\"targets\":")?;
    print_array(&mut out, targets)?;
    out.write_all(b",\"assessments\":")?;
    print_array(&mut out, assessments)?;
    out.write_all(b",\"findings\":")?;
    print_array(&mut out, findings)?;
    out.write_all(b"}\n")?;
    out.flush()?;
    Ok(())
}

/// Writes rows as a JSON array, one a line.
fn print_array<T: Serialize>(
    out: &mut impl Write,
    rows: impl Iterator<Item = T>,
) -> Result<(), Failure> {
    out.write_all(b"[")?;
    for (index, row) in rows.enumerate() {
        out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &row)?;
    }
    out.write_all(b"\n]\n")?;
    Ok(())
}

/// The columns of observations.
pub const FACT_HEADINGS: [&str; 13] = [
    "sheet",
    "cell",
    "measure",
    "area",
    "area_code",
    "cohort",
    "period_start",
    "period_end",
    "unit",
    "value",
    "base",
    "status",
    "note",
];

/// The columns of findings.
pub const FINDING_HEADINGS: [&str; 5] = ["severity", "sheet", "cell", "code", "finding"];
