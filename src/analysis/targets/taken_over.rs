//! The targets of imported workbooks that the project may take over as its own.

use std::sync::Arc;

use super::spec::{
    BaselineSpec, Comparison, MilestoneSpec, Rule, TakenFrom, TargetAim, TargetId, TargetSpec,
};
use crate::analysis::{Catalogue, MeasureKey};
use crate::base::text;
use crate::data::target::{Aim, Course, TargetFigure};
use crate::data::{Cohort, Measure, Polarity, Source, Target};

/// The targets of one workbook that have not been taken over.
#[derive(Clone, Debug)]
pub struct Offered {
    /// The workbook.
    pub source: Arc<Source>,
    /// The targets as the project would keep them.
    pub targets: Vec<TargetSpec>,
}

/// What the sources of a catalogue offer, by workbook, the latest first.
pub fn offered(catalogue: &Catalogue) -> Vec<Offered> {
    let sources = catalogue.sources().iter().rev();
    sources
        .filter_map(|source| {
            let targets: Vec<TargetSpec> = offered_by(catalogue, source).collect();
            (!targets.is_empty()).then(|| Offered {
                source: source.clone(),
                targets,
            })
        })
        .collect()
}

/// Whether any source holds targets that the project has not.
pub fn has_offers(catalogue: &Catalogue) -> bool {
    let mut sources = catalogue.sources().iter();
    sources.any(|source| offered_by(catalogue, source).next().is_some())
}

/// The targets of a source that the project has not.
fn offered_by<'a>(
    catalogue: &'a Catalogue,
    source: &'a Arc<Source>,
) -> impl Iterator<Item = TargetSpec> + 'a {
    source
        .targets
        .iter()
        .filter(|target| says_something(target))
        .map(|target| taken_over(source, target))
        .filter(|target| !is_held(catalogue.targets(), target))
}

/// Whether the project has a target already: from this cell, or from another return in the same words.
fn is_held(held: &[TargetSpec], target: &TargetSpec) -> bool {
    held.iter().any(|held| {
        held.taken_from == target.taken_from
            || (held.taken_from.is_some()
                && held.measure == target.measure
                && held.area == target.area
                && text::fold(&held.words) == text::fold(&target.words))
    })
}

/// Whether a row of a table of targets has one: not only a measure with its figures.
fn says_something(target: &Target) -> bool {
    let has_milestone = target
        .milestones
        .iter()
        .any(|figure| figure.value.is_some() && figure.period.is_some());
    target.aim != Aim::Words || !target.words.is_empty() || has_milestone
}

/// An imported target as the project keeps it; what is not certain stays open.
fn taken_over(source: &Arc<Source>, target: &Target) -> TargetSpec {
    let measure = Measure::named(target.measure.clone(), target.unit);
    let baseline = target.baseline.as_ref().map(|figure| BaselineSpec {
        period: figure.period,
        value: figure.value,
    });
    let milestones = target.milestones.iter().filter_map(|figure| {
        Some(MilestoneSpec {
            due: figure.period?,
            value: figure.value?,
        })
    });
    let mut spec = TargetSpec {
        id: TargetId::default(),
        measure: MeasureKey::of(&measure),
        area: target
            .area
            .as_ref()
            .map_or_else(String::new, |area| area.name.clone()),
        cohort: Cohort::everyone(),
        baseline: baseline.filter(|held| held.period.is_some() || held.value.is_some()),
        aim: aim(target, measure.polarity),
        due: target.due,
        milestones: milestones.collect(),
        plan: source.title.clone(),
        owner: target.owner.clone(),
        words: target.words.clone(),
        next_data: None,
        taken_from: Some(TakenFrom {
            source: source.id.clone(),
            cell: target.cell,
        }),
        measure_name: measure.name,
    };
    // Where the table has milestones and no target, the last of them is the target.
    if target.aim == Aim::Words && target.words.is_empty() {
        let last = target
            .milestones
            .iter()
            .filter(|figure| figure.value.is_some() && figure.period.is_some())
            .max_by_key(|figure| figure.period.map(|period| period.end));
        if let Some(rule) = last.and_then(|last| milestone_rule(target, last, measure.polarity)) {
            spec.due = last.and_then(|last| last.period);
            spec.milestones
                .retain(|milestone| Some(milestone.due) != spec.due);
            spec.aim = TargetAim::Reach(rule);
        }
    }
    spec
}

/// A milestone as a mark, on the side that its sign, the way there or the measure itself tells.
fn milestone_rule(target: &Target, figure: &TargetFigure, polarity: Polarity) -> Option<Rule> {
    const SIGNS: [(&str, Comparison); 6] = [
        ("≥", Comparison::AtLeast),
        (">=", Comparison::AtLeast),
        ("≤", Comparison::AtMost),
        ("<=", Comparison::AtMost),
        (">", Comparison::MoreThan),
        ("<", Comparison::LessThan),
    ];
    let words = figure.words.trim();
    let signed = SIGNS.iter().find(|(sign, _)| words.starts_with(sign));
    let comparison = match (signed, target.course, polarity) {
        (Some((_, comparison)), ..) => *comparison,
        (None, Some(Course::Reduce), _) | (None, None, Polarity::LowerIsBetter) => {
            Comparison::AtMost
        }
        (None, Some(Course::Increase), _) | (None, None, Polarity::HigherIsBetter) => {
            Comparison::AtLeast
        }
        _ => return None,
    };
    Some(Rule {
        comparison,
        value: figure.value?,
    })
}

/// The aim, with the side of a mark that the words, the way there or the measure itself tell.
fn aim(target: &Target, polarity: Polarity) -> TargetAim {
    let baseline = target.baseline.as_ref().and_then(|figure| figure.value);
    let reach = |comparison, value| TargetAim::Reach(Rule { comparison, value });
    match target.aim {
        Aim::AtLeast(value) => reach(Comparison::AtLeast, value),
        Aim::AtMost(value) => reach(Comparison::AtMost, value),
        Aim::ChangeByPercent(change) => TargetAim::ByPercent(change),
        Aim::ChangeByPoints(change) | Aim::ChangeByNumber(change) => TargetAim::ByNumber(change),
        Aim::ChangeUnclear(change) => TargetAim::Unclear(change),
        Aim::Reach(value) => {
            let rises = match (target.course, baseline, polarity) {
                (Some(Course::Increase), ..) => Some(true),
                (Some(Course::Reduce), ..) => Some(false),
                (_, Some(baseline), _) if baseline < value => Some(true),
                (_, Some(baseline), _) if baseline > value => Some(false),
                (.., Polarity::HigherIsBetter) => Some(true),
                (.., Polarity::LowerIsBetter) => Some(false),
                _ => None,
            };
            match rises {
                Some(true) => reach(Comparison::AtLeast, value),
                Some(false) => reach(Comparison::AtMost, value),
                None => TargetAim::InWords,
            }
        }
        Aim::Words => match target.course {
            // "Below the national average" goes down, and is no matter of the baseline.
            Some(_) if text::fold(&target.words).contains("average") => TargetAim::InWords,
            Some(Course::Reduce) => TargetAim::Lower,
            Some(Course::Increase) => TargetAim::Higher,
            Some(Course::Maintain) => TargetAim::Hold,
            None => TargetAim::InWords,
        },
    }
}
