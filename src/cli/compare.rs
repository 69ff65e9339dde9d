//! `bellwether compare`: how a survey's answers changed between two periods, for everybody and for groups,
//! each against the rest.

use std::borrow::Cow;

use serde::Serialize;

use super::arguments::Compare;
use super::failure::Failure;
use super::output::{self, plain};
use super::survey::Asked;
use crate::analysis::breaks::SeriesBreak;
use crate::analysis::cohort_rule::OWN_GROUPS;
use crate::analysis::disclosure::{TablesCompared, Time, withhold_few};
use crate::analysis::figure_marks::WithheldFigures;
use crate::analysis::survey::{
    AllGroups, Condition, Difference, Estimand, Estimated, GroupsAsked, MeanEstimate, MeanSubject,
    Respondents, ShareEstimate, Subject, ThenAndNow, Tier, all_groups, policy_of_condition,
    stricter,
};
use crate::analysis::{Direction, sensitive};
use crate::base::text::fold;
use crate::data::Cohort;
use crate::stats::base_policy::{BasePolicy, BaseTreatment};
use crate::stats::multiplicity::{Adjustment, adjusted};

/// A group in two periods as it is printed; shares in per cent, their differences in percentage points, means
/// and their differences in scores. The names of the fields are the columns.
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
    #[serde(serialize_with = "plain")]
    from_mean: Option<f64>,
    #[serde(serialize_with = "plain")]
    to_mean: Option<f64>,
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

const HEADINGS: [&str; 32] = [
    "question",
    "row",
    "cohort",
    "from",
    "to",
    "weight",
    "from_percent",
    "to_percent",
    "from_mean",
    "to_mean",
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
    let mean = MeanSubject::of_question(asked.survey(), asked.question);
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
    let said = |row: &str| ComparedRow {
        question: question.to_owned(),
        row: row.to_owned(),
        from: from.label(),
        to: to.label(),
        weight: asked.weight_name(task.weight.as_deref()).to_owned(),
        ..ComparedRow::default()
    };
    let (is_of_all, own_groups) = (filter.is_none(), own.clone());
    let wanted = Wanted {
        then,
        now,
        filter,
        dimensions,
        with_pairs: task.pairs,
        own,
    };
    let mut rows = Vec::new();
    let broken = asked.break_between(&task.filters, &from, &to);
    let broken = broken.as_ref();
    // Every answer of every group is said, as in the tables of both periods.
    let tables = TablesCompared::of(&respondents, asked.question, &wanted.asked(&()))
        .map_err(|error| Failure::Usage(error.to_string()))?;
    for subject in &subjects {
        let mut groups = wanted.groups(&respondents, subject)?;
        // What charts withhold of everybody’s groups is not told here either.
        let elsewhere =
            is_of_all.then(|| WithheldFigures::of(asked.survey(), subject, &own_groups));
        let own = withhold_few(&mut groups, |cohort, time| {
            let period = match time {
                Time::Then => &from,
                Time::Now => &to,
            };
            tables.withhold(&subject.name, Some(cohort), time)
                || elsewhere
                    .as_ref()
                    .is_some_and(|held| held.has(asked.survey(), cohort, period))
        });
        let everyone = tables.take_out_of_everyone(&subject.name, &mut groups);
        let of_subject = rows_up_to(broken, groups, &policies, || said(&subject.name));
        rows.extend(marked(of_subject, everyone, own));
    }
    if let Some(mean) = &mean {
        let mut groups = wanted.groups(&respondents, mean)?;
        let everyone = tables.take_out_of_everyone(&mean.name, &mut groups);
        let of_groups = tables.take_out_of_groups(&mean.name, &mut groups);
        let of_mean = rows_up_to(broken, groups, &policies, || said(&mean.name));
        rows.extend(marked(of_mean, everyone, of_groups));
    }
    output::print(rows.into_iter(), &HEADINGS, task.format)
}

/// The rows of everybody and of each group, with marks in place of what is withheld.
fn marked(
    mut rows: Vec<ComparedRow>,
    everyone: [bool; 2],
    groups: Vec<[bool; 2]>,
) -> Vec<ComparedRow> {
    let flags = std::iter::once(everyone).chain(groups);
    for (row, [then, now]) in rows.iter_mut().zip(flags) {
        row.mark_withheld(then, now);
    }
    rows
}

/// What is wanted of everything that is estimated.
struct Wanted {
    then: Vec<u16>,
    now: Vec<u16>,
    filter: Option<Condition>,
    dimensions: Vec<usize>,
    with_pairs: bool,
    own: Vec<(Cohort, Condition)>,
}

impl Wanted {
    fn groups<S: Estimand>(
        &self,
        respondents: &Respondents<'_>,
        subject: &S,
    ) -> Result<AllGroups<S::Estimate>, Failure> {
        all_groups(respondents, &self.asked(subject))
            .map_err(|error| Failure::Usage(error.to_string()))
    }

    fn asked<'s, S>(&self, subject: &'s S) -> GroupsAsked<'s, S> {
        GroupsAsked {
            subject,
            then: self.then.clone(),
            now: self.now.clone(),
            filter: self.filter.clone(),
            dimensions: self.dimensions.clone(),
            with_pairs: self.with_pairs,
            own: self.own.clone(),
        }
    }
}

/// An estimate as a row prints it.
trait Printed: Estimated {
    /// How many of the unit that is printed make one of the estimate: 100 per cent, one score.
    const SCALE: f64;
    fn value(&self) -> f64;
    fn base(&self) -> usize;
    fn treatment_by(&self, policy: BasePolicy) -> BaseTreatment;
    fn method(&self) -> &'static str;
    /// Where the values of both periods stand in a row.
    fn places(row: &mut ComparedRow) -> (&mut Option<f64>, &mut Option<f64>);
}

impl Printed for ShareEstimate {
    const SCALE: f64 = 100.0;

    fn value(&self) -> f64 {
        self.share
    }

    fn base(&self) -> usize {
        self.unweighted_base
    }

    fn treatment_by(&self, policy: BasePolicy) -> BaseTreatment {
        self.treatment(policy)
    }

    fn method(&self) -> &'static str {
        match self.tier {
            Tier::A => "Taylor",
            Tier::B => "Kish",
        }
    }

    fn places(row: &mut ComparedRow) -> (&mut Option<f64>, &mut Option<f64>) {
        (&mut row.from_percent, &mut row.to_percent)
    }
}

impl Printed for MeanEstimate {
    const SCALE: f64 = 1.0;

    fn value(&self) -> f64 {
        self.mean
    }

    fn base(&self) -> usize {
        self.unweighted_base
    }

    fn treatment_by(&self, policy: BasePolicy) -> BaseTreatment {
        self.treatment(policy)
    }

    /// Means are linearised whether a design is declared or not.
    fn method(&self) -> &'static str {
        "Taylor"
    }

    fn places(row: &mut ComparedRow) -> (&mut Option<f64>, &mut Option<f64>) {
        (&mut row.from_mean, &mut row.to_mean)
    }
}

/// The rows of what was estimated. Nothing is compared across a break in the series; the levels are what
/// they are.
fn rows_up_to<E: Printed>(
    broken: Option<&SeriesBreak>,
    mut groups: AllGroups<E>,
    policies: &Policies,
    said: impl Fn() -> ComparedRow,
) -> Vec<ComparedRow> {
    let Some(why) = broken else {
        return rows_of(&groups, policies, said);
    };
    forget_changes(&mut groups);
    let words = format!("not comparable: {}", why.why_in_full());
    let mut rows = rows_of(&groups, policies, said);
    for row in &mut rows {
        row.change_is = Cow::Owned(words.clone());
        if !row.cohort.is_empty() {
            row.change_against_rest_is = Cow::Owned(words.clone());
        }
    }
    rows
}

/// Takes out what compares the two periods.
fn forget_changes<E: Estimated>(groups: &mut AllGroups<E>) {
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
fn rows_of<E: Printed>(
    groups: &AllGroups<E>,
    policies: &Policies,
    said: impl Fn() -> ComparedRow,
) -> Vec<ComparedRow> {
    let mut rows = vec![{
        let mut row = said();
        row.take(&groups.everyone, policies.of_filter);
        if row.is_shown() {
            let change = groups.everyone.change.as_ref();
            let p_value = change.and_then(|change| change.p_value);
            row.take_change::<E>(change, p_value);
        }
        row
    }];
    let is_shown = |cohort: &Cohort, shares: &ThenAndNow<E>| {
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
        row.take_change::<E>(change(place).as_ref(), at(&adjusted.0));
        if let Some(difference) = against_rest(place) {
            let adjusted = at(&adjusted.1);
            row.against_rest = Some(scaled::<E>(difference.difference));
            row.against_rest_lower = difference.interval.map(|interval| scaled::<E>(interval.0));
            row.against_rest_upper = difference.interval.map(|interval| scaled::<E>(interval.1));
            row.against_rest_p = difference.p_value;
            row.against_rest_p_adjusted = adjusted;
            row.against_rest_is = words(difference.direction(adjusted));
        }
        if let Some(difference) = change_against_rest(place) {
            let adjusted = at(&adjusted.2);
            row.change_against_rest = Some(scaled::<E>(difference.difference));
            row.change_against_rest_lower =
                difference.interval.map(|interval| scaled::<E>(interval.0));
            row.change_against_rest_upper =
                difference.interval.map(|interval| scaled::<E>(interval.1));
            row.change_against_rest_p = difference.p_value;
            row.change_against_rest_p_adjusted = adjusted;
            row.change_against_rest_is = Cow::Borrowed(words(difference.direction(adjusted)));
        }
        rows.push(row);
    }
    rows
}

impl ComparedRow {
    /// Takes the estimates that may be seen.
    fn take<E: Printed>(&mut self, estimates: &ThenAndNow<E>, policy: BasePolicy) {
        let mut status = "";
        let mut value = |estimate: Option<E>| -> (Option<f64>, String) {
            let Some(estimate) = estimate else {
                status = "[u]";
                return (None, String::from("0"));
            };
            let base = estimate.base().to_string();
            match estimate.treatment_by(policy) {
                BaseTreatment::Withheld => {
                    status = "[u]";
                    let unweighted = u32::try_from(estimate.base()).ok().map(f64::from);
                    let is_small = policy.treatment(unweighted, None);
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
                    (Some(scaled::<E>(estimate.value())), base)
                }
                BaseTreatment::Ordinary => (Some(scaled::<E>(estimate.value())), base),
            }
        };
        let (then, now) = (value(estimates.then), value(estimates.now));
        self.status = status;
        (self.from_base, self.to_base) = (then.1, now.1);
        let places = E::places(self);
        (*places.0, *places.1) = (then.0, now.0);
        let estimate = estimates.now.or(estimates.then);
        self.method = estimate.map_or("", |estimate| estimate.method());
    }

    /// Marks what a few respondents could be told by; their base is not told either.
    fn mark_withheld(&mut self, then: bool, now: bool) {
        for (is_withheld, base) in [(then, &mut self.from_base), (now, &mut self.to_base)] {
            if is_withheld {
                self.status = "[c]";
                base.clear();
            }
        }
    }

    /// Whether both estimates may be seen, and so what is said of their difference.
    const fn is_shown(&self) -> bool {
        let are_shares = self.from_percent.is_some() && self.to_percent.is_some();
        are_shares || (self.from_mean.is_some() && self.to_mean.is_some())
    }

    fn take_change<E: Printed>(&mut self, change: Option<&Difference>, adjusted: Option<f64>) {
        let Some(change) = change else { return };
        self.change = Some(scaled::<E>(change.difference));
        self.change_lower = change.interval.map(|interval| scaled::<E>(interval.0));
        self.change_upper = change.interval.map(|interval| scaled::<E>(interval.1));
        self.change_p = change.p_value;
        self.change_p_adjusted = adjusted;
        self.change_is = Cow::Borrowed(words(change.direction(adjusted)));
    }
}

/// An estimate or a difference in the unit that is printed.
fn scaled<E: Printed>(value: f64) -> f64 {
    E::SCALE * value
}

const fn words(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "higher",
        Direction::Down => "lower",
        Direction::NoClearChange => "not clearly different",
        Direction::NotTested => "not tested",
    }
}
