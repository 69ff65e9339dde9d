//! A target while it is being set: what was typed, and the target that it comes to.

use jiff::civil::Date;

use crate::analysis::targets::{
    BaselineSpec, Comparison, MilestoneSpec, Rule, ScorecardRow, TargetAim, TargetId, TargetSpec,
};
use crate::base::number;
use crate::data::period_parse::{PeriodContext, parse_period};
use crate::data::{Period, Unit};
use crate::words::say;

/// A target while it is being set.
#[derive(Clone, Debug)]
pub struct TargetDraft {
    /// The target that it began from: its number, measure, area, people, plan and cell.
    pub(super) target: TargetSpec,
    /// Whether it is not among the project's yet.
    pub(super) is_new: bool,
    /// What sort of aim.
    pub(super) kind: AimKind,
    /// The number of the aim.
    pub(super) number: String,
    /// How a change of a percentage is meant.
    pub(super) reading: Reading,
    /// The period of the baseline.
    pub(super) baseline_period: Option<Period>,
    /// The baseline's value, where it does not come from the data.
    pub(super) baseline_value: String,
    /// By when.
    pub(super) due: String,
    /// Values and dates on the way.
    pub(super) milestones: Vec<(String, String)>,
    /// When the next figure is expected.
    pub(super) next_data: String,
    /// The target of the words so far against the data, as it was worked out last.
    pub(super) preview: Option<(TargetSpec, Box<ScorecardRow>)>,
    /// Whether the keyboard has been put into the first field.
    pub(super) has_begun: bool,
}

/// The sorts of aims, as the menu names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AimKind {
    Reach(Comparison),
    Reduce,
    Increase,
    Lower,
    Higher,
    Hold,
    InWords,
}

/// How the number of a change is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Nobody has said.
    Open,
    /// Per cent of the baseline.
    PerCent,
    /// Percentage points, or a number in the measure's unit.
    Number,
}

impl AimKind {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 10] = [
        Self::Reach(Comparison::AtLeast),
        Self::Reach(Comparison::AtMost),
        Self::Reach(Comparison::MoreThan),
        Self::Reach(Comparison::LessThan),
        Self::Reduce,
        Self::Increase,
        Self::Lower,
        Self::Higher,
        Self::Hold,
        Self::InWords,
    ];

    /// In words.
    pub fn words(self, unit: Unit) -> &'static str {
        let is_counted = matches!(unit, Unit::Count);
        match self {
            Self::Reach(Comparison::AtLeast) => say::target_is_at_least(),
            Self::Reach(Comparison::AtMost) => say::target_is_at_most(),
            Self::Reach(Comparison::MoreThan) => say::target_is_more_than(),
            Self::Reach(Comparison::LessThan) if is_counted => say::target_is_fewer_than(),
            Self::Reach(Comparison::LessThan) => say::target_is_less_than(),
            Self::Reduce => say::target_is_reduce(),
            Self::Increase => say::target_is_increase(),
            Self::Lower if is_counted => say::target_is_fewer_than_baseline(),
            Self::Lower => say::target_is_lower_than_baseline(),
            Self::Higher if is_counted => say::target_is_more_than_baseline(),
            Self::Higher => say::target_is_higher_than_baseline(),
            Self::Hold => say::target_is_hold(),
            Self::InWords => say::target_is_in_words(),
        }
    }

    /// Whether it needs a number.
    pub const fn has_number(self) -> bool {
        matches!(self, Self::Reach(_) | Self::Reduce | Self::Increase)
    }

    /// Whether its number is the size of a change.
    pub const fn is_change(self) -> bool {
        matches!(self, Self::Reduce | Self::Increase)
    }
}

impl TargetDraft {
    /// The draft of a target of the project.
    pub fn of(target: &TargetSpec) -> Self {
        let size = |change: f64| plain(change.abs());
        let kind = |change: f64| {
            if change < 0.0 {
                AimKind::Reduce
            } else {
                AimKind::Increase
            }
        };
        let (kind, number, reading) = match target.aim {
            TargetAim::Reach(rule) => (
                AimKind::Reach(rule.comparison),
                plain(rule.value),
                Reading::Open,
            ),
            TargetAim::ByPercent(change) => (kind(change), size(change), Reading::PerCent),
            TargetAim::ByNumber(change) => (kind(change), size(change), Reading::Number),
            TargetAim::Unclear(change) => (kind(change), size(change), Reading::Open),
            TargetAim::Lower => (AimKind::Lower, String::new(), Reading::Open),
            TargetAim::Higher => (AimKind::Higher, String::new(), Reading::Open),
            TargetAim::Hold => (AimKind::Hold, String::new(), Reading::Open),
            TargetAim::InWords => (AimKind::InWords, String::new(), Reading::Open),
        };
        let baseline = target.baseline.unwrap_or_default();
        Self {
            is_new: false,
            kind,
            number,
            reading,
            baseline_period: baseline.period,
            baseline_value: baseline.value.map(plain).unwrap_or_default(),
            due: target.due.as_ref().map(Period::label).unwrap_or_default(),
            milestones: target
                .milestones
                .iter()
                .map(|milestone| (plain(milestone.value), milestone.due.label()))
                .collect(),
            next_data: target
                .next_data
                .and_then(Period::day)
                .map(|day| day.label())
                .unwrap_or_default(),
            target: target.clone(),
            preview: None,
            has_begun: false,
        }
    }

    /// The draft of a target that is to be set anew.
    pub fn new(target: &TargetSpec, kind: AimKindAtFirst) -> Self {
        let kind = match kind {
            AimKindAtFirst::Rise => AimKind::Reach(Comparison::AtLeast),
            AimKindAtFirst::Fall => AimKind::Reach(Comparison::AtMost),
        };
        Self {
            is_new: true,
            kind,
            ..Self::of(target)
        }
    }

    /// The project's number of the target.
    pub const fn id(&self) -> TargetId {
        self.target.id
    }

    /// The unit of the measure.
    pub const fn unit(&self) -> Unit {
        self.target.measure.unit
    }

    /// The target that the words come to.
    ///
    /// # Errors
    /// What is still missing, or cannot be read.
    pub fn finished(&self) -> Result<TargetSpec, String> {
        let mut target = self.target.clone();
        target.aim = self.aim()?;
        target.baseline = self.baseline()?;
        if self.kind.is_change() && target.baseline.is_none() {
            return Err(say::target_needs_baseline().to_owned());
        }
        target.due = optional(&self.due, say::target_by_when(), read_period)?;
        target.milestones.clear();
        for (value, due) in &self.milestones {
            if value.trim().is_empty() && due.trim().is_empty() {
                continue;
            }
            let value = read_number(value)
                .ok_or_else(|| say::target_milestone_no_number(value.as_str()))?;
            let due = read_period(due).ok_or_else(|| say::target_milestone_no_date().to_owned())?;
            target.milestones.push(MilestoneSpec { due, value });
        }
        target.next_data = optional(&self.next_data, say::target_next_figure(), read_date)?;
        if self.kind == AimKind::InWords && target.words.trim().is_empty() {
            return Err(say::target_needs_words().to_owned());
        }
        Ok(target)
    }

    fn aim(&self) -> Result<TargetAim, String> {
        let number = || {
            read_number(&self.number).ok_or_else(|| match self.number.trim() {
                "" => say::target_needs_number().to_owned(),
                words => say::target_no_number(words),
            })
        };
        Ok(match self.kind {
            AimKind::Reach(comparison) => TargetAim::Reach(Rule {
                comparison,
                value: number()?,
            }),
            AimKind::Reduce | AimKind::Increase => {
                let size = number()?.abs();
                if size == 0.0 {
                    return Err(say::target_change_of_none().to_owned());
                }
                let change = if self.kind == AimKind::Reduce {
                    -size
                } else {
                    size
                };
                match (self.reading, self.unit()) {
                    (Reading::Number, _) => TargetAim::ByNumber(change),
                    (Reading::Open, Unit::Percent) => TargetAim::Unclear(change),
                    (Reading::PerCent | Reading::Open, _) => TargetAim::ByPercent(change),
                }
            }
            AimKind::Lower => TargetAim::Lower,
            AimKind::Higher => TargetAim::Higher,
            AimKind::Hold => TargetAim::Hold,
            AimKind::InWords => TargetAim::InWords,
        })
    }

    fn baseline(&self) -> Result<Option<BaselineSpec>, String> {
        let value = optional(&self.baseline_value, say::target_baseline(), read_number)?;
        let spec = BaselineSpec {
            period: self.baseline_period,
            value,
        };
        Ok(Some(spec).filter(|spec| *spec != BaselineSpec::default()))
    }
}

/// Where a measure is meant to go, before anything is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AimKindAtFirst {
    /// Up.
    Rise,
    /// Down.
    Fall,
}

/// A field that may be empty.
fn optional<T>(
    words: &str,
    caption: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, String> {
    if words.trim().is_empty() {
        return Ok(None);
    }
    match read(words) {
        Some(found) => Ok(Some(found)),
        None => Err(say::TargetCannotBeRead {
            field: caption,
            words: words.trim(),
        }
        .say()),
    }
}

/// A number as people type it: `11,130`, `57.4%`, `£1,200`.
pub(super) fn read_number(words: &str) -> Option<f64> {
    let bare: String = words
        .trim()
        .trim_start_matches('£')
        .trim_end_matches('%')
        .trim_end_matches("pp")
        .chars()
        .filter(|c| *c != ',' && *c != ' ')
        .map(|c| if c == number::MINUS { '-' } else { c })
        .collect();
    bare.parse().ok().filter(|value: &f64| value.is_finite())
}

pub(super) fn read_period(words: &str) -> Option<Period> {
    Some(parse_period(words, &PeriodContext::default())?.period)
}

pub(super) fn read_date(words: &str) -> Option<Date> {
    let period = read_period(words)?;
    (period.days() == 1).then_some(period.start)
}

/// A number with the decimals that it has, as it would be typed.
fn plain(value: f64) -> String {
    format!("{value}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::MeasureKey;
    use crate::data::Measure;

    fn draft(unit: Unit) -> TargetDraft {
        let measure = Measure::named("Hate crime repeat victims", unit);
        let target = TargetSpec::about(MeasureKey::of(&measure), measure.name);
        TargetDraft {
            baseline_period: Period::financial_year(2018),
            ..TargetDraft::new(&target, AimKindAtFirst::Fall)
        }
    }

    #[test]
    fn a_reduction_of_a_percentage_stays_open_until_somebody_says_which() {
        let mut draft = draft(Unit::Percent);
        draft.kind = AimKind::Reduce;
        draft.number = String::from("10%");
        assert_eq!(draft.finished().unwrap().aim, TargetAim::Unclear(-10.0));
        draft.reading = Reading::PerCent;
        assert_eq!(draft.finished().unwrap().aim, TargetAim::ByPercent(-10.0));
        draft.reading = Reading::Number;
        assert_eq!(draft.finished().unwrap().aim, TargetAim::ByNumber(-10.0));
        let mut counted = self::draft(Unit::Count);
        counted.kind = AimKind::Reduce;
        counted.number = String::from("25");
        assert_eq!(counted.finished().unwrap().aim, TargetAim::ByPercent(-25.0));
    }

    #[test]
    fn what_is_missing_is_said() {
        let mut draft = draft(Unit::Count);
        assert!(draft.finished().unwrap_err().contains("Type the number"));
        draft.number = String::from("11,130");
        let target = draft.finished().unwrap();
        let rule = Rule {
            comparison: Comparison::AtMost,
            value: 11_130.0,
        };
        assert_eq!(target.aim, TargetAim::Reach(rule));
        draft.number = String::from("lots");
        assert!(draft.finished().unwrap_err().contains("lots"));
        draft.number = String::from("5");
        draft.due = String::from("some day");
        assert!(draft.finished().unwrap_err().contains("some day"));
        draft.due = String::from("Mar 2025");
        draft.milestones = vec![(String::from("7"), String::new())];
        assert!(draft.finished().unwrap_err().contains("date"));
        draft.kind = AimKind::Reduce;
        draft.milestones.clear();
        draft.baseline_period = None;
        assert!(draft.finished().unwrap_err().contains("baseline"));
    }

    #[test]
    fn a_target_reads_back_from_its_draft() {
        let mut draft = draft(Unit::Percent);
        draft.number = String::from("63.0%");
        draft.due = String::from("31 March 2026");
        draft.milestones = vec![(String::from("61.5"), String::from("2024/25"))];
        draft.next_data = String::from("12 January 2024");
        let target = draft.finished().unwrap();
        assert_eq!(TargetDraft::of(&target).finished().unwrap(), target);
    }
}
