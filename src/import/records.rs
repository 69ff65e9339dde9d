//! Recognises what is no table of figures: rows that are people or incidents, targets, tables of margins.
//! They are left out with a finding until they are read in their own way.

use super::columns::{self, Stats};
use super::findings::FindingKind;
use super::prose::Title;
use super::regions::Region;
use super::view::View;
use super::vocabulary;
use crate::base::text::fold;

/// Headings of the references of crimes, incidents and calls.
pub(super) const REFERENCES: [&str; 20] = [
    "crime id",
    "incident id",
    "incident number",
    "incident ref",
    "incident reference",
    "crime number",
    "crime reference",
    "crime ref",
    "case id",
    "case number",
    "case ref",
    "urn",
    "log number",
    "log no",
    "occurrence number",
    "reference number",
    "crime no",
    "niche number",
    "call id",
    "event id",
];

/// What a table is instead of figures.
pub(crate) fn recognise(
    view: &View<'_>,
    region: &Region,
    stats: &[Stats],
    headings: &[String],
    title: &Title,
) -> Option<FindingKind> {
    let folded: Vec<String> = headings
        .iter()
        .map(|heading| fold(&vocabulary::split_words(heading)))
        .collect();
    let rows = usize::try_from(region.bottom - region.top).unwrap_or(0);
    let about = fold(&title.text);
    if about.contains("margins of error")
        || about.contains("margin of error")
        || about.contains("design factor")
    {
        return Some(FindingKind::MarginsOfError);
    }
    let has = |test: &dyn Fn(&str) -> bool| folded.iter().any(|heading| test(heading));
    if has(&|heading| {
        heading == "target"
            || heading.starts_with("target ")
            || heading.ends_with(" target")
            || heading.contains("milestone")
    }) && has(&|heading| {
        heading.contains("baseline")
            || heading.contains("milestone")
            || heading == "owner"
            || heading == "status"
            || heading == "rag"
    }) && rows < 200
    {
        return Some(FindingKind::Targets);
    }
    if judgements(view, stats) >= 3 {
        return Some(FindingKind::Matrix);
    }
    one_row_a_record(view, rows, stats, &folded)
}

/// How many columns hold judgements on a scale: "Very low" to "Very high".
fn judgements(view: &View<'_>, stats: &[Stats]) -> usize {
    const SCALE: &[&str] = &[
        "very low",
        "low",
        "moderate",
        "medium",
        "high",
        "very high",
        "negligible",
        "severe",
        "minor",
        "major",
        "substantial",
        "critical",
        "stable",
        "increasing",
        "decreasing",
    ];
    stats
        .iter()
        .filter(|stats| {
            let judged = stats
                .distinct
                .iter()
                .filter(|(text, _)| {
                    columns::text_of(view, *text)
                        .is_some_and(|text| SCALE.contains(&fold(text).as_str()))
                })
                .count();
            judged >= 2 && judged * 2 >= stats.distinct.len() && stats.numbers == 0
        })
        .count()
}

/// Whether a sheet's name says that it holds notes, where figures are examples.
pub(crate) fn is_about_notes(sheet: &str) -> bool {
    let folded = fold(sheet);
    [
        "note",
        "notes",
        "definition",
        "definitions",
        "contents",
        "cover",
        "metadata",
        "readme",
        "about",
        "index",
        "glossary",
        "terms",
        "guidance",
        "information",
        "revisions",
        "contact",
        "methodology",
        "codebook",
        "dictionary",
        "lookup",
        "variables",
    ]
    .iter()
    .any(|word| folded.split(' ').any(|part| part == *word))
}

#[expect(
    clippy::too_many_lines,
    reason = "one case after the other, the surest first"
)]
fn one_row_a_record(
    view: &View<'_>,
    rows: usize,
    stats: &[Stats],
    headings: &[String],
) -> Option<FindingKind> {
    let find = |words: &[&str]| {
        headings.iter().find(|heading| {
            words.iter().any(|word| {
                *heading == word
                    || heading.starts_with(&format!("{word} "))
                    || heading.ends_with(&format!(" {word}"))
            })
        })
    };
    let text_columns = stats
        .iter()
        .filter(|stats| stats.labels * 2 > stats.filled)
        .count();
    let date_columns = stats
        .iter()
        .filter(|stats| stats.dates * 2 > stats.filled)
        .count();
    let value_word = headings.iter().any(|heading| {
        matches!(
            heading.as_str(),
            "value"
                | "count"
                | "number"
                | "rate"
                | "total"
                | "percentage"
                | "obs value"
                | "incidents"
                | "offences"
                | "crime count"
                | "crimes"
        ) || heading.starts_with("number of")
            || heading.starts_with("count of")
            || heading.contains("per 1 000")
    });
    if let (Some(_), Some(_)) = (
        find(&["longitude", "long", "lng", "easting", "lon"]),
        find(&["latitude", "lat", "northing"]),
    ) && !value_word
    {
        return Some(FindingKind::Incidents {
            reason: String::from("it has coordinates"),
        });
    }
    let identifier = find(&[REFERENCES.as_slice(), &["urid"]].concat());
    if let Some(heading) = identifier
        && !value_word
    {
        return Some(FindingKind::Incidents {
            reason: format!("it has a column “{heading}”"),
        });
    }
    let respondent = find(&[
        "respondent id",
        "respondent",
        "respid",
        "resp id",
        "serial",
        "serial number",
        "serialno",
        "case",
        "caseid",
        "rowlabel",
        "row label",
        "participant id",
        "participant",
        "person id",
        "pid",
        "interview id",
        "unique id",
    ]);
    let weight = headings.iter().find(|heading| {
        matches!(
            heading.as_str(),
            "weight"
                | "wt"
                | "weighting"
                | "wgt"
                | "weights"
                | "survey weight"
                | "final weight"
                | "finalwt"
                | "indivwgt"
        ) || (heading.ends_with("wt") || heading.ends_with("wgt") || heading.starts_with("weight"))
            && heading.len() <= 12
    });
    let answers = stats
        .iter()
        .filter(|stats| {
            stats.labels > 0
                && stats
                    .distinct
                    .iter()
                    .take(6)
                    .filter(|(text, _)| {
                        columns::text_of(view, *text).is_some_and(vocabulary::is_answer)
                    })
                    .count()
                    >= 2
        })
        .count();
    if rows >= 20 && !value_word {
        if let Some(heading) = respondent {
            return Some(FindingKind::Respondents {
                reason: format!("it has a column “{heading}”"),
            });
        }
        if let Some(heading) = weight
            && text_columns + answers >= 1
        {
            return Some(FindingKind::Respondents {
                reason: format!("it has a column of weights, “{heading}”"),
            });
        }
        if answers >= 3 {
            return Some(FindingKind::Respondents {
                reason: String::from("several columns hold answers"),
            });
        }
    }
    let dob = find(&["date of birth", "dob", "born", "date of death"]);
    if let Some(heading) = dob
        && !value_word
    {
        return Some(FindingKind::Respondents {
            reason: format!("it has a column “{heading}”"),
        });
    }
    if rows >= 30 && date_columns >= 1 && text_columns >= 4 && !value_word {
        return Some(FindingKind::Incidents {
            reason: String::from("each row has a date and several descriptions, and no figure"),
        });
    }
    None
}
