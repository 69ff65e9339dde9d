//! What targets want and where they stand, in the language that is spoken. Charts and files have the words of
//! `chart::wording::scorecard`, which are English.

use crate::analysis::targets::{Comparison, Rule, TargetAim};
use crate::base::number;
use crate::chart::scorecard::Standing;
use crate::data::Unit;
use crate::words::say;

/// Where a target stands.
pub(super) fn standing_words(standing: Standing) -> &'static str {
    match standing {
        Standing::OnTrack => say::standing_on_track(),
        Standing::OffTrack => say::standing_off_track(),
        Standing::CannotTell => say::standing_cannot_tell(),
        Standing::DataDue => say::standing_data_due(),
        Standing::Overdue => say::standing_overdue(),
    }
}

/// A rule of a value: "11,130 or fewer".
pub(super) fn rule_words(rule: Rule, unit: Unit) -> String {
    let value = unit.format(rule.value);
    let is_counted = unit == Unit::Count;
    match rule.comparison {
        Comparison::AtLeast => say::rule_at_least(value),
        Comparison::AtMost if is_counted => say::rule_at_most_counted(value),
        Comparison::AtMost => say::rule_at_most(value),
        Comparison::MoreThan => say::rule_more_than(value),
        Comparison::LessThan if is_counted => say::rule_less_than_counted(value),
        Comparison::LessThan => say::rule_less_than(value),
    }
}

/// What a target says: "Reduce by 25%", "Reach 57.4% or more".
pub(super) fn aim_words(aim: TargetAim, unit: Unit) -> String {
    let size = |change: f64| {
        let decimals = usize::from(change.fract() != 0.0);
        number::grouped(change.abs(), decimals)
    };
    let is_counted = unit == Unit::Count;
    let words = match aim {
        TargetAim::Reach(rule) => return reach_words(rule, unit),
        TargetAim::ByPercent(change) if change < 0.0 => {
            return say::aim_reduce_per_cent(size(change));
        }
        TargetAim::ByPercent(change) => return say::aim_increase_per_cent(size(change)),
        TargetAim::ByNumber(change) if unit == Unit::Percent && change < 0.0 => {
            return say::aim_reduce_points(size(change));
        }
        TargetAim::ByNumber(change) if unit == Unit::Percent => {
            return say::aim_increase_points(size(change));
        }
        TargetAim::ByNumber(change) if change < 0.0 => return say::aim_reduce(size(change)),
        TargetAim::ByNumber(change) => return say::aim_increase(size(change)),
        TargetAim::Unclear(change) if change < 0.0 => {
            return say::aim_reduce_unclear(size(change));
        }
        TargetAim::Unclear(change) => return say::aim_increase_unclear(size(change)),
        TargetAim::Lower if is_counted => say::aim_fewer(),
        TargetAim::Lower => say::aim_lower(),
        TargetAim::Higher if is_counted => say::aim_more(),
        TargetAim::Higher => say::aim_higher(),
        TargetAim::Hold => say::aim_hold(),
        TargetAim::InWords => say::aim_in_words(),
    };
    words.to_owned()
}

fn reach_words(rule: Rule, unit: Unit) -> String {
    let value = unit.format(rule.value);
    let is_counted = unit == Unit::Count;
    match rule.comparison {
        Comparison::AtLeast => say::aim_reach_at_least(value),
        Comparison::AtMost if is_counted => say::aim_reach_at_most_counted(value),
        Comparison::AtMost => say::aim_reach_at_most(value),
        Comparison::MoreThan => say::aim_reach_more_than(value),
        Comparison::LessThan if is_counted => say::aim_reach_less_than_counted(value),
        Comparison::LessThan => say::aim_reach_less_than(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::wording::scorecard::{aim, rule_in_words};

    #[test]
    fn english_is_as_charts_have_it() {
        for standing in Standing::ALL {
            assert_eq!(standing_words(standing), standing.word());
        }
        let comparisons = [
            Comparison::AtLeast,
            Comparison::AtMost,
            Comparison::MoreThan,
            Comparison::LessThan,
        ];
        let rules = comparisons.map(|comparison| Rule {
            comparison,
            value: 1_234.5,
        });
        let changes = [-25.0, 12.5, -1_500.0].into_iter().flat_map(|change| {
            [
                TargetAim::ByPercent(change),
                TargetAim::ByNumber(change),
                TargetAim::Unclear(change),
            ]
        });
        let others = [
            TargetAim::Lower,
            TargetAim::Higher,
            TargetAim::Hold,
            TargetAim::InWords,
        ];
        let aims: Vec<TargetAim> = rules
            .into_iter()
            .map(TargetAim::Reach)
            .chain(changes)
            .chain(others)
            .collect();
        for unit in [Unit::Count, Unit::Percent, Unit::Per1000] {
            for rule in rules {
                assert_eq!(rule_words(rule, unit), rule_in_words(rule, unit));
            }
            for held in &aims {
                assert_eq!(aim_words(*held, unit), aim(*held, unit));
            }
        }
    }
}
