//! The footnote: base, the rule that is followed, what was left out and why, source.

use super::super::phrase;
use super::super::source_note::{is_illustrative, source_note};
use super::terms::Terms;
use crate::analysis::priority::{PriorityAnswer, PriorityCohort, Testing};
use crate::analysis::{Estimate, Provenance};
use crate::base::number;
use crate::chart::point::{self, GapReason};
use crate::chart::wording::design_effect;
use crate::data::Unit;
use crate::project::PrioritySpec;
use crate::project::priority_spec::HiddenBases;

/// How many names a caution gives before it counts the rest.
const MOST_NAMES: usize = 3;

/// The footnote of the cohorts that are shown.
pub fn footnote(answer: &PriorityAnswer, spec: &PrioritySpec, shown: &[&PriorityCohort]) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(base(answer));
    if !shown.is_empty() {
        parts.push(rule(answer));
        parts.extend(cautions(answer, shown));
        parts.extend(hidden(answer, *spec, shown));
    }
    parts.extend(withheld(answer));
    parts.extend(design_effect(shown));
    let provenances: Vec<&Provenance> = estimates(answer, shown)
        .map(|estimate| &estimate.provenance)
        .collect();
    parts.extend(source_note(&provenances));
    if is_illustrative(&provenances) {
        parts.push(String::from("Illustrative figures."));
    }
    parts.join(" ")
}

fn base(answer: &PriorityAnswer) -> Option<String> {
    let total = answer.total.as_ref()?;
    let base = |estimate: &Estimate| Some(number::grouped(estimate.unweighted_base?, 0));
    let (now, then) = (base(&total.now)?, base(&total.then)?);
    let people = answer
        .people
        .as_deref()
        .map_or_else(|| String::from("all respondents"), phrase::group);
    Some(format!("Base: {people} (n = {now}; before: {then})."))
}

/// The rule, in words and numbers.
fn rule(answer: &PriorityAnswer) -> String {
    if answer.comparisons == 0 {
        return String::from("No group was tested.");
    }
    let comparisons = number::count(answer.comparisons);
    let noun = if answer.comparisons == 1 {
        "comparison"
    } else {
        "comparisons"
    };
    let rest = if answer.is_rest_approximate {
        "the rest (worked out from published bases: approximate)"
    } else {
        "the rest"
    };
    let bold = Terms::of(answer.measure.polarity).map_or_else(String::new, |terms| {
        format!(
            "; bold: also significantly {} than {rest}",
            terms.comparative
        )
    });
    format!(
        "Filled: significant change (95%, {comparisons} {noun}, false discovery rate 5%){bold}. Groups overlap."
    )
}

fn cautions(answer: &PriorityAnswer, shown: &[&PriorityCohort]) -> Vec<String> {
    let mut parts = Vec::new();
    let list_of = |testing: Testing| -> Option<String> {
        let names: Vec<&str> = shown
            .iter()
            .filter(|cohort| cohort.testing == testing)
            .map(|cohort| cohort.label.as_str())
            .collect();
        (!names.is_empty()).then(|| phrase::list(&names, MOST_NAMES))
    };
    match list_of(Testing::LowBase) {
        Some(names) => parts.push(format!("Grey: base under 100, not tested: {names}.")),
        None if answer.comparisons > 0 => parts.push(String::from("Base under 100: none shown.")),
        None => {}
    }
    if let Some(names) = list_of(Testing::NoBase) {
        parts.push(format!("Base not known, not tested: {names}."));
    }
    if let Some(names) = list_of(Testing::Broken) {
        parts.push(format!(
            "Break in series, not comparable with before: {names}."
        ));
    }
    let is_shrunken = |cohort: &&&PriorityCohort| cohort.plotted.is_some_and(|at| at.is_shrunken);
    if shown.iter().any(|cohort| is_shrunken(&cohort)) {
        parts.push(String::from(
            "Levels of five or more groups of a kind are drawn towards their mean.",
        ));
    }
    parts
}

/// Groups on bases that the user hid.
fn hidden(
    answer: &PriorityAnswer,
    spec: PrioritySpec,
    shown: &[&PriorityCohort],
) -> Option<String> {
    let least = match spec.hidden_bases {
        HiddenBases::Nothing => return None,
        HiddenBases::Under50 => "50",
        HiddenBases::Under100 => "100",
    };
    let could_be_shown = answer
        .cohorts
        .iter()
        .filter(|cohort| cohort.plotted.is_some());
    let hidden = could_be_shown.count().saturating_sub(shown.len());
    (hidden > 0).then(|| {
        let noun = if hidden == 1 { "group" } else { "groups" };
        format!("Not drawn, base under {least}: {hidden} {noun}.")
    })
}

/// Groups of which a value may not be seen.
fn withheld(answer: &PriorityAnswer) -> Option<String> {
    let is_withheld = |cohort: &&PriorityCohort| {
        [&cohort.now, &cohort.then]
            .into_iter()
            .flatten()
            .filter_map(|outcome| point::shown(outcome, Unit::Percent).err())
            .any(GapReason::hides_a_value)
    };
    let names: Vec<&str> = answer
        .cohorts
        .iter()
        .filter(is_withheld)
        .map(|cohort| cohort.label.as_str())
        .collect();
    (!names.is_empty()).then(|| {
        format!(
            "[u]\u{a0}base under 30 or suppressed: {}.",
            phrase::list(&names, MOST_NAMES)
        )
    })
}

fn design_effect(shown: &[&PriorityCohort]) -> Option<String> {
    let levels = shown.iter().filter_map(|cohort| cohort.level());
    design_effect::assumed(levels.map(|level| level.precision))
}

/// Every estimate that the chart rests on.
fn estimates<'a>(
    answer: &'a PriorityAnswer,
    shown: &'a [&'a PriorityCohort],
) -> impl Iterator<Item = &'a Estimate> {
    let total = answer
        .total
        .iter()
        .flat_map(|total| [&total.now, &total.then]);
    let cohorts = shown
        .iter()
        .flat_map(|cohort| [cohort.level(), cohort.earlier_level()])
        .flatten();
    total.chain(cohorts)
}
