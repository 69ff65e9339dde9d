//! `bellwether compare`: how a survey's answers changed between two periods, for everybody and for groups,
//! each against the rest.

use std::borrow::Cow;

use serde::Serialize;

use super::arguments::Compare;
use super::failure::Failure;
use super::output::{self, plain};
use super::survey::Asked;
use crate::analysis::cohort_rule::OWN_GROUPS;
use crate::analysis::survey::{
    AllGroups, Difference, GroupsAsked, ShareEstimate, Subject, ThenAndNow, Tier, all_groups,
    policy_of_condition, stricter,
};
use crate::analysis::{Direction, sensitive};
use crate::base::text::fold;
use crate::data::Cohort;
use crate::stats::base_policy::{BasePolicy, BaseTreatment};
use crate::stats::multiplicity::{Adjustment, adjusted};

/// A group in two periods as it is printed; shares in per cent, differences in percentage points. The names
/// of the fields are the columns.
#[derive(Debug, Default, Serialize)]
struct ComparedRow {
    question: String,
    row: String,
    /// `dimension=category`; empty for everybody.
    cohort: String,
    from: String,
    to: String,
    weight: String,
    #[serde(serialize_with = "plain")]
    from_percent: Option<f64>,
    #[serde(serialize_with = "plain")]
    to_percent: Option<f64>,
    /// `<30` where the figures are withheld for it.
    from_base: String,
    to_base: String,
    #[serde(serialize_with = "plain")]
    change: Option<f64>,
    #[serde(serialize_with = "plain")]
    change_lower: Option<f64>,
    #[serde(serialize_with = "plain")]
    change_upper: Option<f64>,
    #[serde(serialize_with = "plain")]
    change_p: Option<f64>,
    /// Adjusted over the groups of the row.
    #[serde(serialize_with = "plain")]
    change_p_adjusted: Option<f64>,
    change_is: Cow<'static, str>,
    /// The group less everybody else, in the later period.
    #[serde(serialize_with = "plain")]
    against_rest: Option<f64>,
    #[serde(serialize_with = "plain")]
    against_rest_lower: Option<f64>,
    #[serde(serialize_with = "plain")]
    against_rest_upper: Option<f64>,
    #[serde(serialize_with = "plain")]
    against_rest_p: Option<f64>,
    #[serde(serialize_with = "plain")]
    against_rest_p_adjusted: Option<f64>,
    against_rest_is: &'static str,
    /// The change of the group less the change of everybody else.
    #[serde(serialize_with = "plain")]
    change_against_rest: Option<f64>,
    #[serde(serialize_with = "plain")]
    change_against_rest_lower: Option<f64>,
    #[serde(serialize_with = "plain")]
    change_against_rest_upper: Option<f64>,
    #[serde(serialize_with = "plain")]
    change_against_rest_p: Option<f64>,
    #[serde(serialize_with = "plain")]
    change_against_rest_p_adjusted: Option<f64>,
    change_against_rest_is: Cow<'static, str>,
    /// `low base`, `[u]`, or empty.
    status: &'static str,
    method: &'static str,
}

const HEADINGS: [&str; 30] = [
    "question",
    "row",
    "cohort",
    "from",
    "to",
    "weight",
    "from_percent",
    "to_percent",
    "from_base",
    "to_base",
    "change",
    "change_lower",
    "change_upper",
    "change_p",
    "change_p_adjusted",
    "change_is",
    "against_rest",
    "against_rest_lower",
    "against_rest_upper",
    "against_rest_p",
    "against_rest_p_adjusted",
    "against_rest_is",
    "change_against_rest",
    "change_against_rest_lower",
    "change_against_rest_upper",
    "change_against_rest_p",
    "change_against_rest_p_adjusted",
    "change_against_rest_is",
    "status",
    "method",
];

/// Prints the changes.
pub fn run(task: &Compare) -> Result<(), Failure> {
    let asked = Asked::open(&task.file, &task.rows)?;
    let (from, then) = asked.period(&task.from)?;
    let (to, now) = asked.period(&task.to)?;
    if then == now {
        return Err(Failure::Usage(format!(
            "“{}” and “{}” are the same period",
            task.from, task.to
        )));
    }
    let (mut dimensions, mut own) = (Vec::new(), Vec::new());
    for wanted in &task.by {
        if fold(wanted) == fold(OWN_GROUPS) {
            let groups = asked.own_groups().into_iter();
            own.extend(groups.map(|(name, rule)| (Cohort::of(OWN_GROUPS, name), rule)));
        } else {
            dimensions.push(asked.dimension(wanted)?);
        }
    }
    let respondents = asked.respondents(task.weight.as_deref())?;
    let filter = asked.filter(&task.filters)?;
    let subjects = Subject::of_question(asked.survey(), asked.question);
    if subjects.is_empty() {
        return Err(Failure::Usage(format!(
            "“{}” holds numbers, of which no percentages are made",
            task.rows
        )));
    }
    let of_filter = filter.as_ref().map_or(BasePolicy::DEFAULT, |condition| {
        policy_of_condition(asked.survey(), condition)
    });
    let policies = Policies {
        of_filter,
        of_own: own
            .iter()
            .map(|(cohort, rule)| (cohort.clone(), policy_of_condition(asked.survey(), rule)))
            .collect(),
    };
    let question = asked.survey().questions.get(asked.question);
    let question = question.map_or("", |question| &question.name);
    let mut rows = Vec::new();
    let measures: Vec<&str> = subjects.iter().map(|subject| &*subject.name).collect();
    let breaks = asked.breaks_between(&measures, &task.filters, &from, &to);
    for (subject, broken) in subjects.iter().zip(breaks) {
        let mut groups = all_groups(
            &respondents,
            &GroupsAsked {
                subject,
                then: then.clone(),
                now: now.clone(),
                filter: filter.clone(),
                dimensions: dimensions.clone(),
                with_pairs: task.pairs,
                own: own.clone(),
            },
        )
        .map_err(|error| Failure::Usage(error.to_string()))?;
        let said = || ComparedRow {
            question: question.to_owned(),
            row: subject.name.clone(),
            from: from.label(),
            to: to.label(),
            weight: asked.weight_name(task.weight.as_deref()).to_owned(),
            ..ComparedRow::default()
        };
        let Some(why) = broken else {
            rows.extend(rows_of(&groups, &policies, said));
            continue;
        };
        // Nothing is compared across a break in the series; the levels are what they are.
        forget_changes(&mut groups);
        let words = format!("not comparable: {}", why.why_in_full());
        rows.extend(
            rows_of(&groups, &policies, said)
                .into_iter()
                .map(|row| ComparedRow {
                    change_is: Cow::Owned(words.clone()),
                    change_against_rest_is: if row.cohort.is_empty() {
                        Cow::default()
                    } else {
                        Cow::Owned(words.clone())
                    },
                    ..row
                }),
        );
    }
    output::print(rows.into_iter(), &HEADINGS, task.format)
}

/// Takes out what compares the two periods.
fn forget_changes(groups: &mut AllGroups) {
    groups.everyone.change = None;
    for group in &mut groups.groups {
        group.group.change = None;
        group.rest.change = None;
        group.change_against_rest = None;
    }
}

/// The bases that are large enough for each group.
struct Policies {
    of_filter: BasePolicy,
    of_own: Vec<(Cohort, BasePolicy)>,
}

impl Policies {
    fn of(&self, cohort: &Cohort) -> BasePolicy {
        let own = self.of_own.iter().find(|(own, _)| own == cohort);
        let own = own.map_or_else(|| sensitive::base_policy(cohort), |(_, policy)| *policy);
        stricter(self.of_filter, own)
    }
}

/// Everybody, then each group. What may not be seen takes no part in any family of tests.
fn rows_of(
    groups: &AllGroups,
    policies: &Policies,
    said: impl Fn() -> ComparedRow,
) -> Vec<ComparedRow> {
    let mut rows = vec![{
        let mut row = said();
        row.take(&groups.everyone, policies.of_filter);
        if row.is_shown() {
            let change = groups.everyone.change.as_ref();
            let p_value = change.and_then(|change| change.p_value);
            row.take_change(change, p_value);
        }
        row
    }];
    let is_shown = |cohort: &Cohort, shares: &ThenAndNow| {
        let mut row = ComparedRow::default();
        row.take(shares, policies.of(cohort));
        row.is_shown()
    };
    let family = |of: &dyn Fn(usize) -> Option<Difference>| -> Vec<Option<f64>> {
        let places = 0..groups.groups.len();
        let p_values: Vec<Option<f64>> = places.map(|place| of(place)?.p_value).collect();
        adjusted(&p_values, Adjustment::BenjaminiHochberg)
    };
    let change = |place: usize| {
        let group = groups.groups.get(place)?;
        group
            .group
            .change
            .filter(|_| is_shown(&group.cohort, &group.group))
    };
    // The rest is told by the difference from it, and must be seen, too.
    let against_rest = |place: usize| {
        let group = groups.groups.get(place)?;
        let are_shown =
            is_shown(&group.cohort, &group.group) && is_shown(&group.cohort, &group.rest);
        group.against_rest().filter(|_| are_shown)
    };
    let change_against_rest = |place: usize| {
        let group = groups.groups.get(place)?;
        let are_shown =
            is_shown(&group.cohort, &group.group) && is_shown(&group.cohort, &group.rest);
        group.change_against_rest.filter(|_| are_shown)
    };
    let adjusted = (
        family(&change),
        family(&against_rest),
        family(&change_against_rest),
    );
    for (place, group) in groups.groups.iter().enumerate() {
        let at = |family: &[Option<f64>]| family.get(place).copied().flatten();
        let mut row = said();
        row.cohort = group.cohort.to_string();
        row.take(&group.group, policies.of(&group.cohort));
        row.take_change(change(place).as_ref(), at(&adjusted.0));
        if let Some(difference) = against_rest(place) {
            let adjusted = at(&adjusted.1);
            row.against_rest = Some(points(difference.difference));
            row.against_rest_lower = difference.interval.map(|interval| points(interval.0));
            row.against_rest_upper = difference.interval.map(|interval| points(interval.1));
            row.against_rest_p = difference.p_value;
            row.against_rest_p_adjusted = adjusted;
            row.against_rest_is = words(difference.direction(adjusted));
        }
        if let Some(difference) = change_against_rest(place) {
            let adjusted = at(&adjusted.2);
            row.change_against_rest = Some(points(difference.difference));
            row.change_against_rest_lower = difference.interval.map(|interval| points(interval.0));
            row.change_against_rest_upper = difference.interval.map(|interval| points(interval.1));
            row.change_against_rest_p = difference.p_value;
            row.change_against_rest_p_adjusted = adjusted;
            row.change_against_rest_is = Cow::Borrowed(words(difference.direction(adjusted)));
        }
        rows.push(row);
    }
    rows
}

impl ComparedRow {
    /// Takes the shares that may be seen.
    fn take(&mut self, shares: &ThenAndNow, policy: BasePolicy) {
        let mut status = "";
        let mut percent = |share: Option<ShareEstimate>| -> (Option<f64>, String) {
            let Some(share) = share else {
                status = "[u]";
                return (None, String::from("0"));
            };
            let base = share.unweighted_base.to_string();
            match share.treatment(policy) {
                BaseTreatment::Withheld => {
                    status = "[u]";
                    let is_small = policy.treatment(share_base(&share), None);
                    let base = if is_small == BaseTreatment::Withheld {
                        format!("<{}", policy.least_base)
                    } else {
                        base
                    };
                    (None, base)
                }
                BaseTreatment::LowBase => {
                    if status.is_empty() {
                        status = "low base";
                    }
                    (Some(points(share.share)), base)
                }
                BaseTreatment::Ordinary => (Some(points(share.share)), base),
            }
        };
        (self.from_percent, self.from_base) = percent(shares.then);
        (self.to_percent, self.to_base) = percent(shares.now);
        self.status = status;
        self.method = match shares.now.or(shares.then).map(|share| share.tier) {
            Some(Tier::A) => "Taylor",
            Some(Tier::B) => "Kish",
            None => "",
        };
    }

    /// Whether both shares may be seen, and so what is said of their difference.
    const fn is_shown(&self) -> bool {
        self.from_percent.is_some() && self.to_percent.is_some()
    }

    fn take_change(&mut self, change: Option<&Difference>, adjusted: Option<f64>) {
        let Some(change) = change else { return };
        self.change = Some(points(change.difference));
        self.change_lower = change.interval.map(|interval| points(interval.0));
        self.change_upper = change.interval.map(|interval| points(interval.1));
        self.change_p = change.p_value;
        self.change_p_adjusted = adjusted;
        self.change_is = Cow::Borrowed(words(change.direction(adjusted)));
    }
}

/// The unweighted base of a share.
fn share_base(share: &ShareEstimate) -> Option<f64> {
    u32::try_from(share.unweighted_base).ok().map(f64::from)
}

/// A share, or a difference of shares, on 0 to 100.
fn points(share: f64) -> f64 {
    100.0 * share
}

const fn words(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "higher",
        Direction::Down => "lower",
        Direction::NoClearChange => "not clearly different",
        Direction::NotTested => "not tested",
    }
}
