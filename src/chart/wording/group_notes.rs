//! The footnotes of charts that show groups side by side: base, interval, what was tested, cautions, source.

use super::design_effect;
use super::group_names::GroupName;
use super::phrase;
use super::source_note::{is_illustrative, source_note};
use crate::analysis::breakdown::Whole;
use crate::analysis::{Estimate, Outcome, Provenance};
use crate::base::number;
use crate::chart::point::{self, Caution, GapReason};
use crate::data::Unit;

/// How many names a caution gives before it counts the rest.
const MOST_NAMES: usize = 4;

/// What a group has in a period.
pub struct Noted<'a> {
    /// Its name.
    pub name: GroupName<'a>,
    /// Its values, or why there is none.
    pub outcomes: Vec<&'a Outcome>,
}

/// "Base: all respondents (n = 4,412); groups of 128 to 2,301."
pub fn base(unit: Unit, whole: Option<&Whole>, groups: &[Noted<'_>]) -> Option<String> {
    if !unit.rests_on_respondents() {
        return None;
    }
    let base_of = |outcome: &Outcome| point::shown(outcome, unit).ok()?.unweighted_base;
    let mut bases: Vec<f64> = groups
        .iter()
        .filter_map(|group| base_of(group.outcomes.last()?))
        .collect();
    bases.sort_by(f64::total_cmp);
    let printed = |base: f64| number::grouped(base, 0);
    let of_groups = match (bases.first(), bases.last()) {
        (Some(least), Some(most)) if least < most => Some(format!(
            "{} to {} respondents",
            printed(*least),
            printed(*most)
        )),
        (Some(only), _) => Some(format!("{} respondents", printed(*only))),
        _ => None,
    };
    let of_whole = whole.and_then(|whole| Some((whole, base_of(&whole.outcome)?)));
    match (of_whole, of_groups) {
        (Some((whole, base)), of_groups) => {
            let groups = of_groups.map_or_else(String::new, |base| format!("; groups of {base}"));
            Some(format!(
                "Base: {} (n = {}{groups}).",
                phrase::group(&whole.label),
                printed(base)
            ))
        }
        (None, Some(base)) => Some(format!("Base: {base} a group.")),
        (None, None) => shown(unit, groups)
            .next()
            .map(|_| String::from("Base not given: no interval, no test.")),
    }
}

fn shown<'a>(unit: Unit, groups: &'a [Noted<'a>]) -> impl Iterator<Item = &'a Estimate> {
    let outcomes = groups.iter().flat_map(|group| group.outcomes.iter());
    outcomes.filter_map(move |outcome| point::shown(outcome, unit).ok())
}

/// "14 comparisons, false discovery rate 5%", or that one alone was made at 5%.
pub fn family(comparisons: usize) -> String {
    match comparisons {
        1 => String::from("one comparison, at 5%"),
        several => format!(
            "{} comparisons, false discovery rate 5%",
            number::count(several)
        ),
    }
}

/// What both charts of groups end with: overlaps, design effect, cautions, gaps, what was worked out, the axis and
/// the sources. `dimensions` are those of the rows in their order.
pub fn closing<'a>(
    unit: Unit,
    whole: Option<&Whole>,
    groups: &[Noted<'_>],
    dimensions: impl Iterator<Item = &'a str>,
    worked_out: &[String],
    is_cut: bool,
) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut dimensions: Vec<&str> = dimensions.collect();
    dimensions.dedup();
    if dimensions.len() > 1 {
        parts.push(String::from("Groups of different kinds overlap."));
    }
    parts.extend(design_effect(unit, groups));
    parts.extend(cautions(unit, groups));
    parts.extend(gaps(unit, groups));
    parts.extend(worked_out.iter().cloned());
    if is_cut {
        parts.push(String::from("The axis does not start at 0."));
    }
    parts.extend(sources(whole, groups));
    parts
}

/// "Intervals and tests assume a design effect of 1.5."
fn design_effect(unit: Unit, groups: &[Noted<'_>]) -> Option<String> {
    design_effect::assumed(shown(unit, groups).map(|estimate| estimate.precision))
}

/// The cautions that the values of groups need, each once with whose it is: "Low base, treat with caution:
/// Carers."
fn cautions(unit: Unit, groups: &[Noted<'_>]) -> Vec<String> {
    let caution_of = |outcome: &Outcome| Caution::of(point::shown(outcome, unit).ok()?, unit);
    by_reason(groups, caution_of)
        .into_iter()
        .map(|(caution, names)| format!("{}: {names}.", phrase::capital(caution.words())))
        .collect()
}

/// Why groups have no value: `[u] base under 30, not shown: Carers.`
fn gaps(unit: Unit, groups: &[Noted<'_>]) -> Vec<String> {
    let reason_of = |outcome: &Outcome| point::shown(outcome, unit).err();
    by_reason(groups, reason_of)
        .into_iter()
        .map(|(reason, names): (GapReason, String)| {
            format!("{}\u{a0}{}: {names}.", reason.mark(), reason.words())
        })
        .collect()
}

/// For each reason that any outcome of a group has, the names of the groups.
fn by_reason<R: Ord + Copy>(
    groups: &[Noted<'_>],
    why: impl Fn(&Outcome) -> Option<R>,
) -> Vec<(R, String)> {
    let all_of = |group: &Noted<'_>| -> Vec<R> {
        let outcomes = group.outcomes.iter();
        outcomes.filter_map(|outcome| why(outcome)).collect()
    };
    let mut reasons: Vec<R> = groups.iter().flat_map(all_of).collect();
    reasons.sort_unstable();
    reasons.dedup();
    reasons
        .into_iter()
        .map(|reason| {
            let whose = groups
                .iter()
                .filter(|group| all_of(group).contains(&reason));
            let said: Vec<String> = whose.map(|group| group.name.full()).collect();
            let said: Vec<&str> = said.iter().map(String::as_str).collect();
            (reason, phrase::list(&said, MOST_NAMES))
        })
        .collect()
}

/// The sources of everything shown, and whether they are made up.
fn sources(whole: Option<&Whole>, groups: &[Noted<'_>]) -> Vec<String> {
    let whole = whole.map(|whole| &whole.outcome);
    let outcomes = groups
        .iter()
        .flat_map(|group| group.outcomes.iter().copied());
    let shown: Vec<&Provenance> = outcomes.chain(whole).map(Outcome::provenance).collect();
    let mut notes: Vec<String> = source_note(&shown).into_iter().collect();
    if is_illustrative(&shown) {
        notes.push(String::from("Illustrative figures."));
    }
    notes
}
