//! What the scorecard says: targets in words, where each stands and why, the title by rule.

use super::{phrase, targets_spoken};
use crate::analysis::estimate::Precision;
use crate::analysis::targets::{ScorecardRow, TargetAim, Verdict, Wanted};
use crate::base::number;
use crate::chart::scorecard::{RowModel, ScorecardModel, Standing};
use crate::data::{Period, PeriodKind, Source, Unit};
use crate::words::in_english;

/// How many names a sentence gives before it counts the rest.
const MOST_NAMES: usize = 3;

/// A period as the scorecard's narrow columns name it: "2018/19", "Mar 2020", "31 March 2025".
pub fn when(period: &Period) -> String {
    let label = period.label();
    match period.kind {
        PeriodKind::YearEnding => label
            .strip_prefix("12 months to ")
            .map_or(label.clone(), str::to_owned),
        // "12 Jan 2024".
        PeriodKind::Day => match label.split(' ').collect::<Vec<_>>().as_slice() {
            [day, month, year] => format!("{day} {} {year}", month.get(..3).unwrap_or(month)),
            _ => label,
        },
        _ => label,
    }
}

/// What is wanted without the change that it comes to, held together: "≥ 57.4%".
fn without_change(wanted: &str) -> String {
    let rule = wanted.split_once(" (").map_or(wanted, |(rule, _)| rule);
    rule.replace(' ', "\u{a0}")
}

/// By when, in English: "by Mar 2025".
pub fn by(due: &Period) -> String {
    in_english(|| targets_spoken::by(due))
}

/// How many measures stand where: "Four measures on track, two off track, two cannot be told, one awaits
/// data".
pub fn title(counts: &[(Standing, usize); Standing::ALL.len()]) -> String {
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let measures = |count: usize| if count == 1 { "measure" } else { "measures" };
    let stands = |standing: Standing, count: usize| match (standing, count) {
        (Standing::OnTrack, _) => "on track",
        (Standing::OffTrack, _) => "off track",
        (Standing::CannotTell, _) => "cannot be told",
        (Standing::DataDue, 1) => "awaits data",
        (Standing::DataDue, _) => "await data",
        (Standing::Overdue, 1) => "is overdue",
        (Standing::Overdue, _) => "are overdue",
    };
    let found: Vec<(Standing, usize)> = counts
        .iter()
        .copied()
        .filter(|(_, count)| *count > 0)
        .collect();
    match found.as_slice() {
        [] => String::from("No targets"),
        [(standing, 1)] => format!("One measure {}", stands(*standing, 1)),
        [(standing, _)] => {
            let all = phrase::number_in_words(all);
            format!("All {all} measures {}", stands(*standing, 2))
        }
        several => {
            let parts = several
                .iter()
                .enumerate()
                .map(|(place, (standing, count))| {
                    let words = phrase::number_in_words(*count);
                    let stands = stands(*standing, *count);
                    if place == 0 {
                        let noun = measures(*count);
                        format!("{} {noun} {stands}", phrase::capital(&words))
                    } else {
                        format!("{words} {stands}")
                    }
                });
            parts.collect::<Vec<_>>().join(", ")
        }
    }
}

/// What is held against what, and what "Cannot tell" means where it stands.
pub fn subtitle(rows: &[&ScorecardRow], shows_baseline: bool, as_of: Option<&Period>) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let against = if shows_baseline {
        "baseline and target"
    } else {
        "target"
    };
    let time = as_of.map_or_else(String::new, |period| format!(" as of {}", when(period)));
    let mut words = format!("Each against its {against}{time}.");
    let is_doubtful = |row: &&&ScorecardRow| matches!(row.verdict, Verdict::CannotTell(_));
    if rows.iter().any(|row| is_doubtful(&row)) {
        words.push_str(
            " “Cannot tell”: the target lies inside the 95% interval, or no test is possible.",
        );
    }
    words
}

/// The latest figure with its period, or why there is none, in English.
pub fn now(row: &ScorecardRow) -> (String, String) {
    in_english(|| targets_spoken::now(row))
}

/// What is wanted and by when, for a narrow column, in English.
pub fn wanted(row: &ScorecardRow) -> (String, String) {
    in_english(|| targets_spoken::wanted(row))
}

/// What a target says, in plain English: "Reduce by 25%", "Reach 57.4% or more".
fn aim(aim: TargetAim, unit: Unit) -> String {
    in_english(|| targets_spoken::aim(aim, unit))
}

/// Why a target stands where it does, in English.
pub fn why(row: &ScorecardRow) -> String {
    in_english(|| targets_spoken::why(row))
}

/// What is off track and what is on track.
pub fn what_this_shows(rows: &[RowModel]) -> String {
    let of = |standing: Standing| -> Vec<&RowModel> {
        rows.iter().filter(|row| row.standing == standing).collect()
    };
    let with_figures = |rows: &[&RowModel]| {
        let names: Vec<String> = rows
            .iter()
            .map(|row| {
                let wanted = without_change(&row.wanted.0);
                format!("{} ({} against {wanted})", row.measure, row.now.0)
            })
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        phrase::list(&names, MOST_NAMES)
    };
    let mut sentences = Vec::new();
    for standing in [Standing::OffTrack, Standing::OnTrack] {
        let rows = of(standing);
        if !rows.is_empty() {
            sentences.push(format!("{}: {}.", standing.word(), with_figures(&rows)));
        }
    }
    let plain = |rows: &[&RowModel]| {
        let names: Vec<&str> = rows.iter().map(|row| row.measure.as_str()).collect();
        phrase::list(&names, MOST_NAMES)
    };
    let doubtful = of(Standing::CannotTell);
    if !doubtful.is_empty() {
        sentences.push(format!("It cannot be told of {}.", plain(&doubtful)));
    }
    for (standing, words) in [
        (Standing::DataDue, "Still to come"),
        (Standing::Overdue, "Overdue"),
    ] {
        let rows = of(standing);
        if !rows.is_empty() {
            sentences.push(format!("{words}: {}.", plain(&rows)));
        }
    }
    sentences.join(" ")
}

/// The scorecard in words, for screen readers.
pub fn alt_text(model: &ScorecardModel) -> String {
    let targets = match model.rows.len() {
        0 => return String::from("Scorecard without targets."),
        1 => String::from("one target"),
        several => format!("{} targets", phrase::number_in_words(several)),
    };
    format!("Scorecard of {targets}. {}.", model.title)
}

/// How targets that can be read in two ways are read, cautions, sources.
pub fn footnote(rows: &[&ScorecardRow]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for row in rows {
        parts.extend(reading(row).filter(|part| !parts.contains(part)));
    }
    let counts = || {
        rows.iter().filter(|row| {
            let now = row.now();
            let is_count = now.is_some_and(|(_, now)| now.precision == Precision::Count);
            is_count && !matches!(row.verdict, Verdict::DataDue)
        })
    };
    if counts().any(|row| is_judged_by_months(row)) {
        parts.push(String::from(
            "Counts whose months are known are judged by how much these vary.",
        ));
    }
    if counts().any(|row| !is_judged_by_months(row)) {
        parts.push(String::from(
            "Counts are held against chance alone, which may overstate certainty.",
        ));
    }
    let effect = rows.iter().find_map(|row| match row.now()?.1.precision {
        Precision::DesignEffectAssumed(effect) => Some(effect),
        _ => None,
    });
    if let Some(effect) = effect {
        parts.push(format!(
            "A design effect of {} is assumed where a survey’s table gives none.",
            number::rounded(effect, 1)
        ));
    }
    let sources = sources(rows);
    let files: Vec<&str> = sources
        .iter()
        .map(|source| source.file_name.as_str())
        .collect();
    if !files.is_empty() {
        parts.push(format!("Source: {}.", phrase::list(&files, MOST_NAMES)));
    }
    let illustrative = sources
        .iter()
        .filter(|source| source.is_illustrative)
        .count();
    if illustrative > 0 && illustrative == sources.len() {
        parts.push(String::from("Illustrative figures."));
    } else if illustrative > 0 {
        parts.push(String::from("Part of these figures is illustrative."));
    }
    parts.join(" ")
}

/// Whether what decides of a count, the interval or the change, is that of its months.
fn is_judged_by_months(row: &ScorecardRow) -> bool {
    match row.wanted {
        Wanted::Value { .. } | Wanted::EitherOf { .. } => row.interval_by_months,
        _ => row
            .change
            .as_ref()
            .is_some_and(|held| held.change.by_months),
    }
}

/// How a change of a percentage is read.
fn reading(row: &ScorecardRow) -> Option<String> {
    let unit = row.measure.unit;
    let baseline = unit.format(row.baseline.as_ref()?.value);
    let name = &row.measure.name;
    match (row.target.aim, row.wanted) {
        (
            TargetAim::ByPercent(_),
            Wanted::Value {
                rule,
                is_milestone: false,
                ..
            },
        ) if unit == Unit::Percent => Some(format!(
            "{name}: “{}” is read as per cent of the figure ({baseline} to {}).",
            aim(row.target.aim, unit),
            unit.format(rule.value)
        )),
        (TargetAim::Unclear(_), Wanted::EitherOf { per_cent, points }) => Some(format!(
            "{name}: whether {} means {} or {} is to be settled in the target’s settings.",
            phrase::inside(&aim(row.target.aim, unit)),
            unit.format(per_cent.value),
            unit.format(points.value)
        )),
        _ => None,
    }
}

/// The workbooks of the latest figures, each once.
fn sources<'a>(rows: &[&'a ScorecardRow]) -> Vec<&'a Source> {
    let mut sources: Vec<&Source> = Vec::new();
    for row in rows {
        let source = row
            .latest()
            .map(|(_, point)| &point.outcome.provenance().source);
        if let Some(source) = source
            && !sources.iter().any(|held| held.id == source.id)
        {
            sources.push(source);
        }
    }
    sources
}
