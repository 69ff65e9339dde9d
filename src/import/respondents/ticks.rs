//! Boxes that could be ticked, several columns that are one question.

use super::column::{Entry, Rows, code, key, label};
use super::findings::SurveyFinding;
use super::labels::Labels;
use super::roles::{Candidate, is_code, without_number};
use super::scales;
use crate::base::text::fold;
use crate::data::survey::{Answers, Codes, Question, Scale, Tick};
use crate::import::grid::Grid;

/// Whether a label ticks a box, or leaves it.
fn ticks(label: &str) -> Option<bool> {
    match key(label).as_str() {
        "1" | "yes" | "y" | "true" | "x" | "✓" | "✔" | "☑" | "ticked" | "selected" | "checked"
        | "mentioned" | "quoted" | "chosen" => Some(true),
        "0" | "no" | "n" | "false" | "not ticked" | "unticked" | "not selected" | "unselected"
        | "not checked" | "unchecked" | "not mentioned" | "not quoted" | "not chosen" | "☐" => {
            Some(false)
        }
        _ => None,
    }
}

/// Whether labels are those of a box: ticked and not ticked, or one of the two.
pub(super) fn is_box(labels: &Labels) -> bool {
    !labels.list.is_empty()
        && labels.unknown.is_empty()
        && labels
            .list
            .iter()
            .all(|label| ticks(&label.shown).is_some())
}

/// Whether a box says also who did not tick it.
fn says_no(labels: &Labels) -> bool {
    labels
        .list
        .iter()
        .any(|label| ticks(&label.shown) == Some(false))
}

/// The question and the option that a heading names together.
fn parts(candidate: &Candidate<'_>) -> Option<(String, String)> {
    if let Some(above) = &candidate.column.above {
        return Some((above.clone(), candidate.column.origin.heading.clone()));
    }
    let heading = candidate.column.origin.heading.trim();
    for mark in [": ", " - ", " – ", " — ", "["] {
        if let Some((stem, option)) = heading.rsplit_once(mark) {
            let option = option.trim_end_matches(']').trim();
            if !option.is_empty() && !stem.trim().is_empty() {
                return Some((stem.trim().to_owned(), option.to_owned()));
            }
        }
    }
    if heading.contains(' ') {
        return None;
    }
    // `Q5_1`, `Q5_Burglary`, `Q5.1`, `q5a`, `concern3`.
    if let Some((stem, option)) = heading.split_once(['_', '.']) {
        return (!stem.is_empty() && !option.is_empty())
            .then(|| (stem.to_owned(), option.to_owned()));
    }
    let stem = heading.trim_end_matches(|c: char| c.is_ascii_digit());
    if stem.len() < heading.len() && stem.len() > 1 {
        return Some((stem.to_owned(), heading.get(stem.len()..)?.to_owned()));
    }
    let letter = heading
        .chars()
        .next_back()
        .filter(char::is_ascii_lowercase)?;
    let stem = heading.strip_suffix(letter)?;
    stem.ends_with(|c: char| c.is_ascii_digit())
        .then(|| (stem.to_owned(), letter.to_string()))
}

/// Boxes that belong together: indices into the candidates, with the question that their headings share.
pub(super) struct Group {
    pub(super) members: Vec<usize>,
    pub(super) stem: Option<String>,
}

/// Groups neighbouring boxes; those that are alone are left, as groups of one.
pub(super) fn groups(candidates: &[Candidate<'_>], boxes: &[usize]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for index in boxes {
        let Some(candidate) = candidates.get(*index) else {
            continue;
        };
        let stem = parts(candidate).map(|(stem, _)| stem);
        // Yes and no in words are a question each, unless the headings say otherwise.
        let stands_alone = candidate.scale() == Some(Scale::YesNo)
            && candidate
                .labels
                .as_ref()
                .is_some_and(|labels| !labels.are_bare_numbers)
            || !candidate.labels.as_ref().is_some_and(is_box);
        let joins = groups.last().is_some_and(|group| {
            group.members.last().is_some_and(|last| last + 1 == *index)
                && match (&group.stem, &stem) {
                    (Some(held), Some(stem)) => fold(held) == fold(stem),
                    (None, None) => !stands_alone,
                    _ => false,
                }
        });
        match groups.last_mut() {
            Some(group) if joins => group.members.push(*index),
            _ => groups.push(Group {
                members: vec![*index],
                stem,
            }),
        }
    }
    groups
}

/// A question of boxes, or why there is none.
pub(super) fn question(
    grid: &Grid,
    rows: Rows,
    candidates: &[&Candidate<'_>],
    stem: Option<&str>,
    stem_text: Option<&str>,
    found: &mut Vec<SurveyFinding>,
) -> Option<Question> {
    let no_said = candidates
        .iter()
        .any(|candidate| candidate.labels.as_ref().is_some_and(says_no));
    let most_filled = candidates
        .iter()
        .map(|candidate| candidate.column.filled)
        .max()
        .unwrap_or(0);
    let mut boxes: Vec<(&Candidate<'_>, String, Codes)> = Vec::new();
    for candidate in candidates {
        let own_no = candidate.labels.as_ref().is_some_and(says_no);
        if no_said && !own_no && candidate.column.filled < most_filled {
            found.push(SurveyFinding::NotRead {
                heading: candidate.column.origin.heading.clone(),
                reason: String::from(
                    "its blanks could mean not ticked or not asked, as others beside it say no",
                ),
                is_loss: true,
            });
            continue;
        }
        let codes = code(grid, candidate.column.index, rows, |entry| {
            if entry == Entry::Blank {
                return None;
            }
            let label = label(entry)?;
            let shown = candidate
                .labels
                .as_ref()?
                .list
                .iter()
                .find(|held| held.key == key(&label))?;
            // An option's own words in its column tick it.
            Some(u16::from(ticks(&shown.shown).unwrap_or(true)))
        });
        boxes.push((candidate, option(candidate), codes));
    }
    if boxes.is_empty() {
        return None;
    }
    if !no_said {
        let only_ticked = boxes.iter().any(|(_, option, _)| is_none_of_these(option));
        fill_blanks(&mut boxes, rows, only_ticked);
        if let Some((first, ..)) = boxes.first() {
            found.push(SurveyFinding::BlankIsNotTicked {
                heading: first.column.origin.heading.clone(),
                options: u32::try_from(boxes.len()).unwrap_or(u32::MAX),
                only_ticked,
            });
        }
    }
    let title = stem
        .map(without_number)
        .filter(|stem| !is_code(stem))
        .or_else(|| {
            stem_text
                .filter(|text| text.len() <= 80)
                .map(without_number)
        });
    let wording = stem_text.map(ToOwned::to_owned).or_else(|| {
        let first = candidates.first()?;
        let text = first.variable?.text.as_deref()?;
        (stem.is_none()).then(|| text.to_owned())
    });
    let ticks: Vec<Tick> = boxes
        .into_iter()
        .filter(|(_, option, _)| !scales::is_outside_base(option))
        .map(|(candidate, option, ticked)| Tick {
            origin: candidate.column.origin.clone(),
            name: match &title {
                Some(title) => format!("{} – {option}", title.trim_end_matches(['?', ':', ' '])),
                None => option.clone(),
            },
            option,
            ticked,
        })
        .collect();
    (!ticks.is_empty()).then(|| Question {
        name: title
            .or_else(|| stem.map(ToOwned::to_owned))
            .unwrap_or_else(|| wording.clone().unwrap_or_default()),
        wording,
        answers: Answers::Several(ticks),
    })
}

/// The option of a box: from the codebook, else from the heading.
fn option(candidate: &Candidate<'_>) -> String {
    let heading = &candidate.column.origin.heading;
    let from_heading = parts(candidate).map(|(_, option)| option);
    let is_plain = from_heading
        .as_deref()
        .is_some_and(|option| option.chars().filter(|c| c.is_alphabetic()).count() > 1);
    if is_plain || from_heading.is_none() && !is_code(heading) {
        return from_heading.unwrap_or_else(|| without_number(heading));
    }
    // The cells may hold the option's own words.
    if let Some(labels) = &candidate.labels
        && let [only] = labels.list.as_slice()
        && ticks(&only.shown).is_none()
    {
        return only.shown.clone();
    }
    let text = candidate
        .variable
        .and_then(|variable| variable.text.as_deref());
    match text {
        Some(text) => {
            let last = [": ", " - ", " – ", "["]
                .iter()
                .find_map(|mark| text.rsplit_once(mark).map(|(_, option)| option));
            without_number(last.unwrap_or(text).trim_end_matches(']'))
        }
        None => heading.clone(),
    }
}

/// Whether an option is for those who tick no other.
fn is_none_of_these(option: &str) -> bool {
    let folded = fold(option);
    folded.starts_with("none") || folded.starts_with("nothing") || scales::is_outside_base(option)
}

/// Takes blanks as not ticked: of everybody, or of those who ticked something.
fn fill_blanks(boxes: &mut [(&Candidate<'_>, String, Codes)], rows: Rows, only_ticked: bool) {
    for respondent in 0..rows.len() {
        let asked = !only_ticked
            || boxes
                .iter()
                .any(|(_, _, codes)| codes.get(respondent).is_some());
        if asked {
            for (_, _, codes) in boxes.iter_mut() {
                if codes.get(respondent).is_none() {
                    codes.set(respondent, 0);
                }
            }
        }
    }
}
