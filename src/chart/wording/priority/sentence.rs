//! "What this shows" and the chart in words: everybody first, then in how many groups it is the same, then
//! those to look at.

use super::super::phrase;
use super::terms::{Terms, class_words};
use crate::analysis::Direction;
use crate::analysis::priority::{EvidenceClass, PriorityAnswer, PriorityCohort};
use crate::analysis::trend::PeriodChange;
use crate::base::number;
use crate::data::Unit;

/// How many groups are named before the rest is counted.
const MOST_NAMES: usize = 4;
/// How many groups are described one by one.
const MOST_DESCRIBED: usize = 10;

/// What the chart shows, in a few sentences.
pub fn what_this_shows(answer: &PriorityAnswer, shown: &[&PriorityCohort]) -> String {
    let mut sentences: Vec<String> = Vec::new();
    sentences.extend(of_everybody(answer));
    sentences.extend(counted(answer, shown));
    sentences.extend(to_look_at(answer, shown));
    if sentences.is_empty() {
        return super::message(answer, shown.is_empty())
            .map_or_else(String::new, |message| format!("{message}."));
    }
    sentences.join(" ")
}

/// Everybody's change comes first.
fn of_everybody(answer: &PriorityAnswer) -> Option<String> {
    let total = answer.total.as_ref()?;
    let span = phrase::span(&PeriodChange {
        from: answer.then?,
        to: answer.now?,
        change: total.change.clone(),
    });
    let whom = match &answer.people {
        Some(people) => format!(" among {}", phrase::group(people)),
        None => String::new(),
    };
    let (from, to) = (
        Unit::Percent.format(total.then.value),
        Unit::Percent.format(total.now.value),
    );
    Some(match phrase::verb(total.change.direction) {
        Some(verb) => {
            let size = phrase::size_in_sentence(&total.change, Unit::Percent);
            let noun = if verb == "rose" { "rise" } else { "fall" };
            format!("Overall it {verb} {size}{whom}, {span}, a statistically significant {noun}.")
        }
        None if total.change.direction == Direction::NotTested => {
            format!("Overall it was {from}{whom} and is {to}; the difference was not tested.")
        }
        None => format!(
            "Overall{whom} there is no statistically clear change {span}: {from}, then {to}."
        ),
    })
}

/// In how many groups it moved in the same way, and in how many clearly.
fn counted(answer: &PriorityAnswer, shown: &[&PriorityCohort]) -> Option<String> {
    let terms = Terms::of(answer.measure.polarity)?;
    let tested: Vec<_> = shown
        .iter()
        .filter_map(|cohort| cohort.evidence.as_ref())
        .collect();
    if tested.is_empty() {
        return None;
    }
    let is_adverse = |difference: f64| match terms.adverse {
        Direction::Down => difference < 0.0,
        _ => difference > 0.0,
    };
    let moved = tested
        .iter()
        .filter(|evidence| is_adverse(evidence.change.difference))
        .count();
    let clearly = tested
        .iter()
        .filter(|evidence| evidence.change.direction == terms.adverse)
        .count();
    let all = number::count(tested.len());
    let moved_words = number::count(moved);
    let groups = if tested.len() == 1 { "group" } else { "groups" };
    Some(match clearly {
        0 => format!(
            "It {} in {moved_words} of {all} {groups}, in none of them significantly.",
            terms.moved
        ),
        clearly => format!(
            "It {} in {moved_words} of {all} {groups}, significantly in {}.",
            terms.moved,
            number::count(clearly)
        ),
    })
}

/// Those that are both low and falling, and which of them clearly faster than others.
fn to_look_at(answer: &PriorityAnswer, shown: &[&PriorityCohort]) -> Option<String> {
    let terms = Terms::of(answer.measure.polarity)?;
    let class = |cohort: &PriorityCohort| cohort.evidence.as_ref().and_then(|held| held.class);
    let confirmed: Vec<&PriorityCohort> = shown
        .iter()
        .filter(|cohort| class(cohort) == Some(EvidenceClass::Confirmed))
        .copied()
        .collect();
    if confirmed.is_empty() {
        shown.iter().find(|cohort| cohort.evidence.is_some())?;
        return Some(format!(
            "No group is clearly both {} than the others and {}.",
            terms.comparative, terms.moving
        ));
    }
    let names = |cohorts: &[&PriorityCohort]| {
        let names: Vec<String> = cohorts.iter().map(|cohort| name(cohort)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        phrase::list(&names, MOST_NAMES)
    };
    let mut said = format!(
        "{} and {}: {}.",
        phrase::capital(terms.superlative),
        terms.moving,
        names(&confirmed)
    );
    let faster: Vec<&PriorityCohort> = shown
        .iter()
        .filter(|cohort| cohort.evidence.as_ref().is_some_and(|held| held.is_faster))
        .copied()
        .collect();
    if faster.is_empty() {
        let worst = confirmed.iter().max_by(|one, other| {
            let size = |cohort: &PriorityCohort| cohort.difference().map_or(0.0, f64::abs);
            size(one).total_cmp(&size(other))
        })?;
        let among = name(worst);
        said = format!(
            "{said} The largest observed {} among them is that of {among}, not clearly different from others.",
            terms.movement
        );
    } else {
        said = format!(
            "{said} {} faster than others: {}.",
            phrase::capital(terms.moving),
            names(&faster)
        );
    }
    Some(said)
}

/// A cohort inside a sentence.
fn name(cohort: &PriorityCohort) -> String {
    if cohort.key.cohort.is_everyone() || cohort.is_pair {
        cohort.label.clone()
    } else if is_answer_of(cohort) {
        phrase::inside(&cohort.label)
    } else {
        phrase::group(&cohort.label)
    }
}

/// Whether a cohort is those who said yes, so that it is called by its question.
fn is_answer_of(cohort: &PriorityCohort) -> bool {
    let traits = cohort.key.cohort.traits();
    traits.iter().any(|held| held.dimension == cohort.label)
}

/// The alternative text: kind, measure, the first cohorts one by one, what it shows, base.
pub fn alt_text(
    answer: &PriorityAnswer,
    shown: &[&PriorityCohort],
    title: &str,
    what_this_shows: &str,
    footnote: &str,
) -> String {
    let subtitle = super::subtitle(answer);
    let mut text = format!("Chart of groups by level and change: {title}. {subtitle}");
    if let Some(message) = super::message(answer, shown.is_empty()) {
        return format!("{text} {message}.");
    }
    for cohort in shown.iter().take(MOST_DESCRIBED) {
        let (Some(level), Some(change)) = (cohort.level(), cohort.difference()) else {
            continue;
        };
        let class = cohort
            .evidence
            .as_ref()
            .and_then(|evidence| class_words(evidence, answer.measure.polarity))
            .map_or_else(String::new, |words| format!(" ({words})"));
        text = format!(
            "{text} {}: {}, {}{class}.",
            cohort.label,
            Unit::Percent.format(level.value),
            Unit::PercentagePoints.format(change)
        );
    }
    let others = shown.len().saturating_sub(MOST_DESCRIBED);
    if others > 0 {
        let noun = if others == 1 { "group" } else { "groups" };
        text = format!("{text} And {others} more {noun}.");
    }
    format!("{text} {what_this_shows} {footnote}")
}
