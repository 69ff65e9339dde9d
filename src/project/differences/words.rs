//! Names: what measures, places and groups of people are called, which are taken for one, and the groups of the
//! project's own.

use super::pairs::{Pair, pairs};
use crate::analysis::cohort_rule::NamedCohort;
use crate::analysis::dictionary::{Definition, Term};
use crate::base::text::fold;
use crate::data::Polarity;
use crate::project::Project;

/// What differs in names, by what is named.
#[derive(Default)]
pub(super) struct Named {
    pub(super) measures: Vec<String>,
    pub(super) places: Vec<String>,
    pub(super) people: Vec<String>,
}

impl Named {
    pub(super) const fn is_empty(&self) -> bool {
        self.measures.is_empty() && self.places.is_empty() && self.people.is_empty()
    }

    fn of(&mut self, term: &Term) -> &mut Vec<String> {
        match term {
            Term::Measure(_) => &mut self.measures,
            Term::Area(_) => &mut self.places,
            Term::Dimension(_) | Term::Category(_) => &mut self.people,
        }
    }
}

pub(super) fn lines(before: &Project, after: &Project) -> Named {
    let mut named = Named::default();
    let mut firsts: Vec<&Term> = Vec::new();
    for project in [before, after] {
        for held in project.dictionary.definitions() {
            let first = held.members.first();
            firsts.extend(first.filter(|first| !firsts.contains(first)));
        }
    }
    for term in firsts {
        let said = |project: &Project| {
            let held = project.dictionary.definition(term)?.clone();
            (held.members.first() == Some(term)).then_some(held)
        };
        let was = said(before).unwrap_or_else(|| nothing_said_of(term));
        let now = said(after).unwrap_or_else(|| nothing_said_of(term));
        if was != now {
            let lines = changed((before, &was), (after, &now), term);
            named.of(term).extend(lines);
        }
    }
    let (was, now) = (
        before.dictionary.kept_apart(),
        after.dictionary.kept_apart(),
    );
    for pair in pairs(was, now, |one, other| one == other) {
        let ((one, other), words) = match pair {
            Pair::Added(held) => (held, "kept apart"),
            Pair::Gone(held) => (held, "no longer kept apart"),
            Pair::Both(..) => continue,
        };
        let (first, second) = (after.name_of(one), after.name_of(other));
        let lines = named.of(one);
        lines.push(format!("“{first}” and “{second}” {words}"));
    }
    named
}

fn nothing_said_of(term: &Term) -> Definition {
    Definition {
        members: vec![term.clone()],
        name: None,
        aliases: Vec::new(),
        unit: None,
        polarity: None,
        theme: None,
        is_hidden: false,
    }
}

/// What differs in what is said of one term.
fn changed(
    (before, was): (&Project, &Definition),
    (after, now): (&Project, &Definition),
    term: &Term,
) -> Vec<String> {
    let Definition {
        members,
        name,
        aliases,
        unit,
        polarity,
        theme,
        is_hidden,
    } = now;
    let mut lines = Vec::new();
    // A term that was or is merged into another has no name of its own in that project.
    let own_name = |project: &Project, held: &Definition| match &held.name {
        Some(name) => name.clone(),
        None => project.imported_name(term),
    };
    let called = own_name(after, now);
    if *name != was.name {
        let earlier = own_name(before, was);
        lines.push(format!("“{earlier}” called “{called}”"));
    }
    for pair in pairs(&was.members, members, |one, other| one == other) {
        match pair {
            Pair::Added(member) => {
                let member = before.imported_name(member);
                lines.push(format!("“{called}” and “{member}” merged"));
            }
            Pair::Gone(member) => {
                let member = before.imported_name(member);
                lines.push(format!("“{called}” and “{member}” no longer merged"));
            }
            Pair::Both(..) => {}
        }
    }
    if lines.is_empty() && *members != was.members {
        lines.push(format!("“{called}” merged in another order"));
    }
    let is_named_anew = *name != was.name || *members != was.members;
    // Names by which something is found follow from renaming and merging.
    if *aliases != was.aliases && !is_named_anew {
        lines.push(format!("Other names of “{called}” changed"));
    }
    if *unit != was.unit {
        lines.push(match unit {
            Some(unit) => format!("“{called}” given the unit {}", unit.words()),
            None => format!("Unit of “{called}” taken from its workbook"),
        });
    }
    if *polarity != was.polarity {
        lines.push(match polarity {
            Some(Polarity::HigherIsBetter) => format!("Higher is better for “{called}”"),
            Some(Polarity::LowerIsBetter) => format!("Lower is better for “{called}”"),
            Some(Polarity::Neutral) => format!("Neither is better for “{called}”"),
            None => format!("What is better for “{called}” left to its words"),
        });
    }
    if *theme != was.theme {
        lines.push(match theme {
            Some(theme) => format!("“{called}” listed under {}", theme.title()),
            None => format!("Theme of “{called}” left to its words"),
        });
    }
    if *is_hidden != was.is_hidden {
        let words = if *is_hidden { "hidden" } else { "shown again" };
        lines.push(format!("“{called}” {words}"));
    }
    lines
}

/// What differs in the groups of the project's own.
pub(super) fn own_groups(before: &[NamedCohort], after: &[NamedCohort]) -> Vec<String> {
    let is_same = |one: &NamedCohort, other: &NamedCohort| fold(&one.name) == fold(&other.name);
    let told = pairs(before, after, is_same)
        .into_iter()
        .filter_map(|pair| match pair {
            Pair::Added(NamedCohort { name, rule }) => {
                Some(format!("Group “{name}” added: {rule}"))
            }
            Pair::Gone(group) => Some(format!("Group “{}” taken out", group.name)),
            Pair::Both(was, NamedCohort { name, rule }) if *rule != was.rule => {
                Some(format!("Group “{name}” changed: {rule}"))
            }
            Pair::Both(was, now) if now.name != was.name => {
                Some(format!("Group “{}” called “{}”", was.name, now.name))
            }
            Pair::Both(..) => None,
        });
    told.collect()
}
