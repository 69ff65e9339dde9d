//! What targets want, where they stand and why, in the language that is spoken; charts and files have it in English
//! from [`super::scorecard`].

use super::scorecard::when;
use crate::analysis::targets::{
    Comparison, Doubt, Expected, Rule, ScorecardRow, TargetAim, Verdict, Wanted,
};
use crate::base::number;
use crate::base::text::upper_first;
use crate::chart::point;
use crate::chart::scorecard::Standing;
use crate::data::{Period, Unit};
use crate::words::say;

/// Where a target stands.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::OnTrack => say::standing_on_track(),
        Standing::OffTrack => say::standing_off_track(),
        Standing::CannotTell => say::standing_cannot_tell(),
        Standing::DataDue => say::standing_data_due(),
        Standing::Overdue => say::standing_overdue(),
    }
}

/// A rule of a value: "11,130 or fewer".
pub fn rule(rule: Rule, unit: Unit) -> String {
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
pub fn aim(aim: TargetAim, unit: Unit) -> String {
    let size = |change: f64| {
        let decimals = usize::from(change.fract() != 0.0);
        number::grouped(change.abs(), decimals)
    };
    let is_counted = unit == Unit::Count;
    let words = match aim {
        TargetAim::Reach(rule) => return reach(rule, unit),
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

fn reach(rule: Rule, unit: Unit) -> String {
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

/// By when: "by Mar 2025".
pub fn by(due: &Period) -> String {
    say::target_by(when(due))
}

/// The latest figure with its period, or why there is none.
pub fn now(row: &ScorecardRow) -> (String, String) {
    let unit = row.measure.unit;
    let expected = || match row.expected {
        Expected::NotKnown => None,
        Expected::Due(day) => Some(say::target_due_on(when(&Period::day(day)?))),
        Expected::OverdueSince(day) => Some(say::target_since(when(&Period::day(day)?))),
    };
    let Some((period, held)) = row.latest() else {
        let words = match row.expected {
            Expected::OverdueSince(_) => say::standing_overdue(),
            _ => say::target_awaiting_data(),
        };
        return (words.to_owned(), expected().unwrap_or_default());
    };
    match point::shown(&held.outcome, unit) {
        Ok(estimate) => (unit.format(estimate.value), when(period)),
        Err(reason) => {
            let words = match (row.verdict, row.expected) {
                (Verdict::DataDue, Expected::OverdueSince(_)) => say::standing_overdue().to_owned(),
                _ => upper_first(reason.spoken()),
            };
            let expected = expected().filter(|_| row.verdict == Verdict::DataDue);
            (words, expected.unwrap_or_else(|| when(period)))
        }
    }
}

/// What is wanted and by when, for a narrow column.
pub fn wanted(row: &ScorecardRow) -> (String, String) {
    let unit = row.measure.unit;
    let due = row.target.due.as_ref().map(by).unwrap_or_default();
    let is_counted = unit == Unit::Count;
    let words = match row.wanted {
        Wanted::Value {
            rule,
            due,
            is_milestone: true,
        } => {
            let due = due.as_ref().map(when).unwrap_or_default();
            return (rule.words(unit), say::target_milestone_due(due));
        }
        Wanted::Value { rule, .. } => match change(row.target.aim, unit) {
            Some(change) => say::TargetWithChange {
                target: rule.words(unit),
                change,
            }
            .say(),
            None => rule.words(unit),
        },
        Wanted::Lower if is_counted => say::target_fewer().to_owned(),
        Wanted::Lower => say::target_lower().to_owned(),
        Wanted::Higher if is_counted => say::target_more().to_owned(),
        Wanted::Higher => say::target_higher().to_owned(),
        Wanted::Hold => say::target_as_before().to_owned(),
        Wanted::EitherOf { per_cent, points } => say::TargetEither {
            one: per_cent.words(unit),
            other: points.words(unit),
        }
        .say(),
        Wanted::ChangeFromNothing => {
            change(row.target.aim, unit).unwrap_or_else(|| say::target_a_change().to_owned())
        }
        Wanted::InWords if row.target.words.is_empty() => say::target_in_words().to_owned(),
        Wanted::InWords => row.target.words.clone(),
    };
    (words, due)
}

/// The size of a change that is wanted: "−25%", "−10 pp", "−500".
fn change(aim: TargetAim, unit: Unit) -> Option<String> {
    match aim {
        TargetAim::ByPercent(change) => Some(format!("{}%", short(change))),
        TargetAim::ByNumber(change) if unit == Unit::Percent => {
            Some(say::target_change_in_points(short(change)))
        }
        TargetAim::ByNumber(change) => Some(short(change)),
        TargetAim::Unclear(change) => Some(say::target_change_unclear(short(change))),
        _ => None,
    }
}

/// A change with its sign and without decimals that say nothing.
fn short(change: f64) -> String {
    let decimals = usize::from(change.fract() != 0.0);
    number::signed(change, decimals)
}

/// Why a target stands where it does.
pub fn why(row: &ScorecardRow) -> String {
    let words = match row.verdict {
        Verdict::OnTrack | Verdict::OffTrack => match row.wanted {
            Wanted::Value { .. } | Wanted::EitherOf { .. } => match row.interval {
                Some(interval) => {
                    let unit = row.measure.unit;
                    let (from, to) = (unit.format(interval.lower), unit.format(interval.upper));
                    return if row.interval_by_months {
                        say::TargetWhyIntervalByMonths { from, to }.say()
                    } else {
                        say::TargetWhyInterval { from, to }.say()
                    };
                }
                None => say::target_why_left_out(),
            },
            _ => say::target_why_change_is_clear(),
        },
        Verdict::CannotTell(doubt) => match doubt {
            Doubt::WithinInterval => say::target_why_within_interval(),
            Doubt::NoInterval => say::target_why_no_interval(),
            Doubt::NoClearChange => say::target_why_no_clear_change(),
            Doubt::NotTested => say::target_why_not_tested(),
            Doubt::TwoReadings => say::target_why_two_readings(),
            Doubt::InWords => say::target_why_in_words(),
            Doubt::NoBaseline => say::target_why_no_baseline(),
            Doubt::Withheld => say::target_why_withheld(),
            Doubt::NotComparable => {
                return match row.break_since_baseline() {
                    Some(held) => say::target_why_break(held.why()),
                    None => say::target_why_not_comparable().to_owned(),
                };
            }
        },
        Verdict::DataDue => match row.latest() {
            Some(_) if row.target.baseline.is_some() => say::target_why_none_since(),
            Some(_) => say::target_why_still_to_come(),
            None => say::target_why_no_figure(),
        },
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_as_charts_have_it() {
        for each in Standing::ALL {
            assert_eq!(standing(each), each.word());
        }
    }
}
