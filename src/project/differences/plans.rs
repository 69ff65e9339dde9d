//! What is wanted and what is said of the data: targets, what became of priorities, breaks in series, harm.

use super::pairs::{Pair, is_reordered, listed, pairs, those};
use crate::analysis::MeasureKey;
use crate::analysis::assessments::{Lineage, LineageLink};
use crate::analysis::breaks::{BreakSpec, Breaks, SetAside};
use crate::analysis::dictionary::Term;
use crate::analysis::harm::{ConcernMatch, HarmSpec};
use crate::analysis::targets::{TargetAim, TargetSpec};
use crate::base::number::signed;
use crate::data::{Period, Unit};
use crate::project::Project;

pub(super) fn targets(before: &[TargetSpec], after: &[TargetSpec]) -> Vec<String> {
    // Two people who each set a target give it the same number.
    let is_same =
        |one: &TargetSpec, other: &TargetSpec| one.id == other.id && one.measure == other.measure;
    let mut lines: Vec<String> = pairs(before, after, is_same)
        .into_iter()
        .filter_map(|pair| match pair {
            Pair::Added(target) => Some(format!(
                "Target for {} set: {}",
                of_target(target),
                aim(target.aim, target.measure.unit)
            )),
            Pair::Gone(target) => Some(format!("Target for {} taken out", of_target(target))),
            Pair::Both(was, now) if was != now => Some(target(was, now)),
            Pair::Both(..) => None,
        })
        .collect();
    if is_reordered(before, after, is_same) {
        lines.push(String::from("Targets stand in another order"));
    }
    lines
}

fn of_target(target: &TargetSpec) -> String {
    let mut words = format!("“{}”", target.measure_name);
    if !target.area.is_empty() {
        words = format!("{words} in {}", target.area);
    }
    if !target.cohort.is_everyone() {
        words = format!("{words}, {}", target.cohort.label());
    }
    words
}

fn target(was: &TargetSpec, now: &TargetSpec) -> String {
    let TargetSpec {
        id: _,
        measure,
        measure_name,
        area,
        cohort,
        baseline,
        aim: wanted,
        due,
        milestones,
        plan,
        owner,
        words,
        next_data,
        taken_from,
    } = now;
    let mut changes = Vec::new();
    if *wanted != was.aim {
        let unit = measure.unit;
        changes.push(from_to("aim", &aim(was.aim, unit), &aim(*wanted, unit)));
    }
    if *due != was.due {
        let by = |due: Option<Period>| due.map_or_else(|| String::from("none"), |due| due.label());
        changes.push(from_to("due", &by(was.due), &by(*due)));
    }
    if *owner != was.owner {
        changes.push(from_to("owner", &was.owner, owner));
    }
    let others = those(&[
        (
            "whose it is",
            *area != was.area || *cohort != was.cohort || *measure_name != was.measure_name,
        ),
        ("baseline", *baseline != was.baseline),
        ("milestones", *milestones != was.milestones),
        ("plan", *plan != was.plan),
        ("wording", *words != was.words),
        ("date of the next figure", *next_data != was.next_data),
        ("cell it comes from", *taken_from != was.taken_from),
    ]);
    if !others.is_empty() {
        changes.push(format!("other {}", listed(&others)));
    }
    format!(
        "Target for {} changed: {}",
        of_target(was),
        changes.join("; ")
    )
}

/// A part that was something else before: "due March 2026, before none".
fn from_to(part: &str, was: &str, now: &str) -> String {
    let said = |words: &str| if words.is_empty() { "nobody" } else { words }.to_owned();
    if was == now {
        return format!("other {part}");
    }
    format!("{part} {}, before {}", said(now), said(was))
}

/// What is to be reached in a few words: "≤ 11,130", "−25%", "as the baseline".
fn aim(aim: TargetAim, unit: Unit) -> String {
    let size = |change: f64| signed(change, usize::from(change.fract() != 0.0));
    match aim {
        TargetAim::Reach(rule) => rule.words(unit),
        TargetAim::ByPercent(change) => format!("{}%", size(change)),
        TargetAim::ByNumber(change) if unit == Unit::Percent => format!("{} pp", size(change)),
        TargetAim::ByNumber(change) => size(change),
        TargetAim::Unclear(change) => format!("{}% or pp", size(change)),
        TargetAim::Lower => String::from("lower than the baseline"),
        TargetAim::Higher => String::from("higher than the baseline"),
        TargetAim::Hold => String::from("as the baseline"),
        TargetAim::InWords => String::from("in words"),
    }
}

pub(super) fn lineages(before: &[Lineage], after: &[Lineage]) -> Vec<String> {
    let is_same = |one: &Lineage, other: &Lineage| {
        let Lineage {
            earlier,
            later,
            links: _,
        } = one;
        *earlier == other.earlier && *later == other.later
    };
    let mut lines = Vec::new();
    for pair in pairs(before, after, is_same) {
        let (was, now): (&[LineageLink], &[LineageLink]) = match pair {
            Pair::Added(now) => (&[], &now.links),
            Pair::Gone(was) => (&was.links, &[]),
            Pair::Both(was, now) => (&was.links, &now.links),
        };
        for link in pairs(was, now, |one, other| one == other) {
            match link {
                Pair::Added(link) => lines.push(became(link)),
                Pair::Gone(link) => lines.push(format!("No longer said: {}", became(link))),
                Pair::Both(..) => {}
            }
        }
    }
    lines
}

fn became(LineageLink { from, to }: &LineageLink) -> String {
    let named = |names: &[String]| {
        let quoted: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
        let quoted: Vec<&str> = quoted.iter().map(String::as_str).collect();
        listed(&quoted)
    };
    match (from.as_slice(), to.as_slice()) {
        ([], new) => format!("{} is new", named(new)),
        (gone, []) => format!("{} was dropped", named(gone)),
        (from, to) => format!("{} became {}", named(from), named(to)),
    }
}

pub(super) fn breaks(before: &Project, after: &Project) -> Vec<String> {
    let Breaks {
        declared,
        set_aside,
    } = after.breaks.as_ref();
    let is_same = |one: &BreakSpec, other: &BreakSpec| one.id == other.id && one.of == other.of;
    let mut lines = Vec::new();
    for pair in pairs(&before.breaks.declared, declared, is_same) {
        match pair {
            Pair::Added(held) => lines.push(format!("Break in {} declared", of_break(held))),
            Pair::Gone(held) => lines.push(format!("Break in {} taken out", of_break(held))),
            Pair::Both(was, now) if was != now => {
                let BreakSpec {
                    id: _,
                    of: _,
                    area,
                    from,
                    reason,
                    words,
                } = now;
                let parts = those(&[
                    ("place", *area != was.area),
                    ("period", *from != was.from),
                    ("reason", *reason != was.reason),
                    ("wording", *words != was.words),
                ]);
                let parts = listed(&parts);
                lines.push(format!("Break in {} changed: other {parts}", of_break(was)));
            }
            Pair::Both(..) => {}
        }
    }
    let about = |held: &SetAside| measure(after, &held.measure);
    for pair in pairs(&before.breaks.set_aside, set_aside, |one, other| {
        one == other
    }) {
        match pair {
            Pair::Added(held) => {
                lines.push(format!("Note of a break in {} set aside", about(held)));
            }
            Pair::Gone(held) => {
                lines.push(format!("Note of a break in {} heeded again", about(held)));
            }
            Pair::Both(..) => {}
        }
    }
    lines
}

fn of_break(held: &BreakSpec) -> String {
    format!("“{}” from {}", held.of.name(), held.from.label())
}

fn measure(project: &Project, key: &MeasureKey) -> String {
    format!("“{}”", project.name_of(&Term::Measure(key.clone())))
}

pub(super) fn harm(before: &Project, after: &Project) -> Vec<String> {
    let HarmSpec { weights, concerns } = after.harm.as_ref();
    let mut lines = Vec::new();
    match (&before.harm.weights, weights) {
        (None, Some(now)) => lines.push(format!("Harm weights “{}” added", now.file_name)),
        (Some(was), None) => lines.push(format!("Harm weights “{}” taken out", was.file_name)),
        (Some(was), Some(now)) if was.file_name != now.file_name => lines.push(format!(
            "Harm weights “{}” in place of “{}”",
            now.file_name, was.file_name
        )),
        (Some(was), Some(now)) if was != now => {
            lines.push(format!("Harm weights “{}” read again", now.file_name));
        }
        _ => {}
    }
    let is_same = |one: &ConcernMatch, other: &ConcernMatch| one.offence == other.offence;
    for pair in pairs(&before.harm.concerns, concerns, is_same) {
        let (held, words) = match pair {
            Pair::Both(was, now) if was == now => continue,
            Pair::Added(ConcernMatch { offence, concern }) => match concern {
                Some(_) => (offence, "chosen"),
                None => (offence, "said to be none"),
            },
            Pair::Both(_, now) => (&now.offence, "chosen otherwise"),
            Pair::Gone(was) => (&was.offence, "left to the names"),
        };
        lines.push(format!("Concern of {} {words}", measure(after, held)));
    }
    lines
}
