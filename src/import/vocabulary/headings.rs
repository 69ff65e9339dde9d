//! What the heading of a column of labels says, and how lines of notes begin.

use super::{area_level, dimension, split_words};
use crate::base::text::fold;
use crate::data::AreaKind;

/// What a heading of a column of labels says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LabelHeading {
    /// Periods.
    Period,
    /// Names of places of a level.
    AreaName(AreaKind),
    /// Codes of places of a level.
    AreaCode(AreaKind),
    /// Groups of people, in a dimension.
    Cohort(String),
    /// Names of measures.
    Measure,
    /// Answers to a question.
    Answer,
    /// Units.
    Unit,
    /// Statuses of values.
    Status,
    /// Remarks.
    Note,
    /// Numbers or codes that only a database needs.
    Code,
    /// The values of a long table.
    Value,
    /// Weights of respondents.
    Weight,
}

/// Reads the heading of a column of labels.
#[expect(
    clippy::too_many_lines,
    reason = "one case after the other, the surest first"
)]
pub fn label_heading(text: &str) -> Option<LabelHeading> {
    let spaced = split_words(text);
    let folded = fold(&spaced);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let has = |word: &str| words.contains(&word);
    let is = |list: &[&str]| list.contains(&folded.as_str());
    if words.is_empty() {
        return None;
    }
    if is(&[
        "unit",
        "units",
        "unit of measure",
        "unit of measurement",
        "measure unit",
        "value unit",
    ]) {
        return Some(LabelHeading::Unit);
    }
    if is(&[
        "unit multiplier",
        "objectid",
        "object id",
        "fid",
        "id",
        "row",
        "index",
        "key",
        "uid",
        "sort order",
        "order",
        "no",
        "ref",
        "row number",
        "line",
        "uri",
        "url",
        "oid",
        "sort",
        "lat",
        "latitude",
        "long",
        "lng",
        "lon",
        "longitude",
        "easting",
        "eastings",
        "northing",
        "northings",
        "bng e",
        "bng n",
        "lat long",
        "postcode",
        "post code",
        "uprn",
        "usrn",
        "toid",
        "phone",
        "phone number",
        "telephone",
        "telephone number",
        "email",
        "website",
        "globalid",
        "gid",
        "shape area",
        "shape length",
    ]) || words.len() > 1 && matches!(words.last(), Some(&"id" | &"ids" | &"uprn"))
    {
        return Some(LabelHeading::Code);
    }
    if has("status")
        && (has("observation") || has("value") || has("data") || has("obs") || words.len() == 1)
        || is(&[
            "flag",
            "flags",
            "marker",
            "data marking",
            "value note",
            "obs status",
            "suppression",
            "data flag",
        ])
    {
        return Some(LabelHeading::Status);
    }
    if is(&[
        "note",
        "notes",
        "comment",
        "comments",
        "footnote",
        "footnotes",
        "remarks",
        "caveat",
        "caveats",
        "source",
        "reporting basis",
        "data source",
        "commentary",
        "action",
        "owner",
        "lead",
    ]) {
        return Some(LabelHeading::Note);
    }
    if is(&[
        "value",
        "values",
        "obs value",
        "v4 0",
        "v4 1",
        "observation",
        "observation value",
        "figure",
        "figures",
    ]) {
        return Some(LabelHeading::Value);
    }
    if (has("code") || has("codes") || folded.ends_with("cd") || has("ons") && words.len() == 1)
        && !has("post")
    {
        let bare = folded.replace("code", " ").replace("codes", " ");
        return Some(LabelHeading::AreaCode(
            area_level(&bare).unwrap_or(AreaKind::Other),
        ));
    }
    if words.iter().any(|word| {
        matches!(
            *word,
            "year"
                | "years"
                | "period"
                | "month"
                | "months"
                | "quarter"
                | "date"
                | "fy"
                | "time"
                | "week"
                | "calendar"
                | "timeperiod"
                | "yearending"
                | "mmmyy"
                | "day"
                | "as"
        )
    }) && !has("age")
        && !has("aged")
        && words.len() <= 4
        && !has("old")
        && !has("per")
        && dimension(text).is_none()
    {
        return Some(LabelHeading::Period);
    }
    if words.iter().any(|word| {
        matches!(
            *word,
            "offence" | "offences" | "crime" | "measure" | "indicator"
        )
    }) && words.len() <= 3
        && area_level(text).is_none()
    {
        return Some(LabelHeading::Measure);
    }
    if let Some(dimension) = dimension(text)
        && words.len() <= 5
    {
        return Some(LabelHeading::Cohort(dimension));
    }
    if is(&[
        "answer",
        "answers",
        "response",
        "responses",
        "response option",
        "response category",
        "answer option",
        "answer text",
        "option",
        "rating",
    ]) {
        return Some(LabelHeading::Answer);
    }
    if words.iter().any(|word| {
        matches!(
            *word,
            "measure"
                | "indicator"
                | "metric"
                | "kpi"
                | "offence"
                | "offences"
                | "crime"
                | "series"
                | "question"
                | "statement"
                | "category"
                | "subcategory"
                | "type"
                | "group"
                | "subgroup"
                | "variable"
                | "item"
                | "theme"
                | "description"
                | "issue"
                | "concern"
                | "classification"
                | "problem"
                | "outcome"
                | "hocode"
                | "measures"
                | "indicators"
                | "service"
                | "disorder"
                | "activity"
                | "topic"
                | "subject"
                | "cause"
                | "tactic"
                | "tactics"
                | "reason"
        )
    }) && area_level(text).is_none_or(|level| level == AreaKind::Other)
    {
        return Some(LabelHeading::Measure);
    }
    // "Type of force" names no force.
    if matches!(words.as_slice(), ["type" | "kind" | "nature", "of", ..]) {
        return Some(LabelHeading::Measure);
    }
    if words.len() == 1
        && let Some(level) = folded
            .strip_suffix("name")
            .filter(|level| !level.is_empty())
            .and_then(area_level)
    {
        return Some(LabelHeading::AreaName(level));
    }
    if folded.ends_with("nm") && words.len() == 1
        || is(&["name", "names", "geo name", "geographic area name"])
    {
        return Some(LabelHeading::AreaName(AreaKind::Other));
    }
    if is(&["weight", "weights", "wt", "survey weight", "weighting"]) {
        return Some(LabelHeading::Weight);
    }
    if let Some(level) = area_level(text)
        && words.len() <= 6
    {
        return Some(LabelHeading::AreaName(level));
    }
    None
}

/// Whether a line begins as notes and sources do.
pub fn is_note_line(text: &str) -> bool {
    let folded = fold(text);
    let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| folded.starts_with(prefix));
    if starts(&[
        "source",
        "note",
        "footnote",
        "link to",
        "back to",
        "return to",
        "contents",
        "this worksheet",
        "some shorthand",
        "some cells",
        "key ",
        "symbols",
        "for further",
        "for more",
        "please ",
        "data from",
        "released",
        "published",
        "next update",
        "contact",
        "crown copyright",
        "freeze panes",
        "figures may",
        "totals may",
        "percentages may",
        "columns may",
        "these ",
        "this table",
        "this sheet",
        "the data",
        "the figures",
        "the following",
        "produced by",
        "prepared by",
        "includes",
        "excludes",
        "see ",
        "http",
        "www",
        "police recorded crime statistics",
        "accredited",
    ]) || folded == "key"
    {
        return true;
    }
    let trimmed = text.trim_start();
    let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
    let after = trimmed.get(digits..).unwrap_or_default();
    (1..=2).contains(&digits)
        && (after.starts_with(". ") || after.starts_with(") ") || after.starts_with(' '))
        && trimmed.len() > 12
        || trimmed.starts_with(['*', '†']) && trimmed.len() > 12
        || trimmed.chars().take(8).collect::<String>().contains(" = ")
}
