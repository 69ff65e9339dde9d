//! Symbols and findings: what was said of them, and whether it holds of another workbook.

use super::layout::RememberedMeaning;
use crate::data::Status;
use crate::import::decisions::{Accepted, Decisions, SymbolMeaning};
use crate::import::findings::{Finding, FindingKind};
use crate::import::report::Reading;
use crate::import::shorthand;

/// As what the program by itself reads a symbol.
enum ReadAs {
    /// It does not occur.
    Nowhere,
    /// It is asked about, or stands for zero, or for nothing that has a status.
    Other,
    /// A status.
    Status(Status),
}

fn read_as(concluded: &Reading, text: &str) -> ReadAs {
    let symbol = shorthand::normal(text);
    for finding in &concluded.findings {
        match &finding.kind {
            FindingKind::Shorthand { text, status, .. } if shorthand::normal(text) == symbol => {
                return ReadAs::Status(*status);
            }
            FindingKind::NotUnderstood { text, .. } | FindingKind::ZeroByKey { text, .. }
                if shorthand::normal(text) == symbol =>
            {
                return ReadAs::Other;
            }
            _ => {}
        }
    }
    ReadAs::Nowhere
}

/// The meanings of symbols, with what the program concluded of them.
pub(super) fn meanings(concluded: &Reading, decisions: &Decisions) -> Vec<RememberedMeaning> {
    let mut meanings: Vec<RememberedMeaning> = decisions
        .meanings
        .iter()
        .map(|said| RememberedMeaning {
            text: said.text.clone(),
            meaning: said.meaning,
            concluded: match read_as(concluded, &said.text) {
                ReadAs::Status(status) => Some(status),
                ReadAs::Nowhere | ReadAs::Other => None,
            },
        })
        .collect();
    meanings.sort_by(|a, b| a.text.cmp(&b.text));
    meanings
}

/// The meaning of a symbol in another workbook, where that does not now say something else itself.
pub(super) fn carried_meaning(
    concluded: &Reading,
    remembered: &RememberedMeaning,
) -> Option<SymbolMeaning> {
    let holds = match read_as(concluded, &remembered.text) {
        ReadAs::Nowhere => true,
        ReadAs::Other => remembered.concluded.is_none(),
        ReadAs::Status(status) => remembered.concluded == Some(status),
    };
    holds.then(|| SymbolMeaning {
        text: remembered.text.clone(),
        meaning: remembered.meaning,
    })
}

/// A finding without how often; `None` where it is about single figures and comes from their values.
fn lasting(kind: &FindingKind) -> Option<String> {
    let mut kind = kind.clone();
    match &mut kind {
        FindingKind::Conflict { .. } | FindingKind::StatedTwice { .. } => return None,
        FindingKind::NotUnderstood { count, .. } | FindingKind::NotAPeriod { count, .. } => {
            *count = 0;
        }
        _ => {}
    }
    Some(kind.to_string())
}

/// The findings of a sheet that somebody has looked at, without how often.
pub(super) fn accepted(reading: &Reading, sheet: &str, decisions: &Decisions) -> Vec<String> {
    let mut texts: Vec<String> = reading
        .findings
        .iter()
        .filter(|finding| finding.sheet == sheet && decisions.accepts(finding))
        .filter_map(|finding| lasting(&finding.kind))
        .collect();
    texts.sort();
    texts.dedup();
    texts
}

/// The same findings of a sheet of another workbook, and those that may come once what was said is taken
/// into account.
pub(super) fn carried_acceptances(
    findings: &[Finding],
    sheet: &str,
    remembered: &[String],
) -> Vec<Accepted> {
    let mut known: Vec<&String> = Vec::new();
    let mut accepted = Vec::new();
    for finding in findings.iter().filter(|finding| finding.sheet == sheet) {
        let text = lasting(&finding.kind);
        if let Some(held) = remembered.iter().find(|held| Some(*held) == text.as_ref()) {
            known.push(held);
            accepted.push(Accepted::of(finding));
        }
    }
    for text in remembered.iter().filter(|text| !known.contains(text)) {
        accepted.push(Accepted {
            sheet: sheet.to_owned(),
            finding: text.clone(),
        });
    }
    accepted
}
