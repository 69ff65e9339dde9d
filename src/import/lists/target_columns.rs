//! Which columns of a table of targets say what.

use super::found::{Candidate, ListHeading, cells_that};
use crate::data::Period;
use crate::data::period_parse::{PeriodContext, find_period, parse_period};
use crate::import::columns::text_of;
use crate::import::places::Places;
use crate::import::view::{Kind, View};
use crate::import::vocabulary;

/// How many targets a plan has at most.
const MOST_ROWS: u32 = 400;

/// A column of a table of targets.
#[derive(Clone, Debug)]
pub(super) struct TargetColumn {
    pub heading: ListHeading,
    pub role: TargetRole,
}

/// What a column of a table of targets says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TargetRole {
    Measure,
    /// The target, with its day where the heading gives one.
    Goal(Option<Period>),
    Baseline(Option<Period>),
    BaselinePeriod,
    Milestone(Option<Period>),
    /// A figure since the baseline.
    Result(Option<Period>),
    Due,
    Course,
    Unit,
    Area,
    Group,
    Owner,
    Source,
    Status,
    Note,
    Reference,
    Unused,
}

impl TargetRole {
    /// Whether figures stand in the column, or words in their place.
    pub(super) const fn is_figure(self) -> bool {
        matches!(
            self,
            Self::Goal(_) | Self::Baseline(_) | Self::Milestone(_) | Self::Result(_)
        )
    }
}

/// The columns of a table of targets.
#[derive(Clone, Debug)]
pub(crate) struct TargetColumns {
    pub(super) columns: Vec<TargetColumn>,
}

impl TargetColumns {
    /// The columns with a role.
    pub(super) fn with(
        &self,
        test: impl Fn(TargetRole) -> bool,
    ) -> impl Iterator<Item = &TargetColumn> {
        self.columns.iter().filter(move |column| test(column.role))
    }

    /// The first column with a role.
    pub(super) fn first(&self, role: TargetRole) -> Option<u32> {
        self.with(|held| held == role)
            .next()
            .map(|column| column.heading.column)
    }
}

/// Whether headings can be those of targets: a target, and what a plan says beside it.
pub(super) fn may_be(headings: &[ListHeading]) -> bool {
    let roles: Vec<TargetRole> = headings.iter().map(role_of).collect();
    let has = |test: &dyn Fn(TargetRole) -> bool| roles.iter().any(|role| test(*role));
    has(&|role| matches!(role, TargetRole::Goal(_) | TargetRole::Milestone(_)))
        && has(&|role| matches!(role, TargetRole::Measure | TargetRole::Area))
        && has(&|role| {
            matches!(
                role,
                TargetRole::Baseline(_)
                    | TargetRole::Milestone(_)
                    | TargetRole::Owner
                    | TargetRole::Status
                    | TargetRole::Due
            )
        })
}

/// Concludes the columns. `None` where no row has a target.
pub(super) fn conclude(
    view: &View<'_>,
    candidate: &Candidate,
    places: &Places<'_>,
) -> Option<TargetColumns> {
    if candidate.bottom - candidate.top > MOST_ROWS {
        return None;
    }
    let mut columns: Vec<TargetColumn> = candidate
        .headings
        .iter()
        .map(|heading| TargetColumn {
            heading: heading.clone(),
            role: role_of(heading),
        })
        .collect();
    let text_share = |column: u32, test: &dyn Fn(&str) -> bool| {
        let (filled, fitting) = cells_that(
            view,
            candidate,
            column,
            |kind| matches!(kind, Kind::Text(text) if text_of(view, text).is_some_and(test)),
        );
        filled > 0 && fitting * 2 > filled
    };
    let is_text = |column: u32| text_share(column, &|_| true);
    for column in &mut columns {
        let is_place = text_share(column.heading.column, &|text| places.knows(text));
        match column.role {
            TargetRole::Measure if !is_text(column.heading.column) => {
                column.role = TargetRole::Reference;
            }
            // Rows of places under "Measure" or "Area" name places, and an area that names none is a theme.
            TargetRole::Area if !is_place => column.role = TargetRole::Group,
            _ => {}
        }
    }
    keep_one(&mut columns, TargetRole::Measure, TargetRole::Group);
    let targets = TargetColumns { columns };
    let has_measure =
        targets.first(TargetRole::Measure).is_some() || targets.first(TargetRole::Area).is_some();
    let has_goal = targets
        .with(|role| matches!(role, TargetRole::Goal(_) | TargetRole::Milestone(_)))
        .any(|column| cells_that(view, candidate, column.heading.column, |_| true).0 > 0);
    // A statistics table may have a column "Target" beside years; a plan has owners, baselines, words.
    (has_measure && has_goal).then_some(targets)
}

/// Of several columns with a role that one must have, the last keeps it: the narrowest name.
fn keep_one(columns: &mut [TargetColumn], role: TargetRole, else_role: TargetRole) {
    let specific = columns
        .iter()
        .rposition(|column| column.role == role && is_measure_word(&column.heading.folded))
        .or_else(|| columns.iter().rposition(|column| column.role == role));
    for (at, column) in columns.iter_mut().enumerate() {
        if column.role == role && Some(at) != specific {
            column.role = else_role;
        }
    }
}

fn is_measure_word(folded: &str) -> bool {
    ["measure", "indicator", "kpi", "metric"]
        .iter()
        .any(|word| says(folded, word))
}

fn says(folded: &str, word: &str) -> bool {
    folded
        .split(' ')
        .any(|part| part == word || part.strip_suffix('s') == Some(word))
}

/// What a heading says of its column.
fn role_of(heading: &ListHeading) -> TargetRole {
    let folded = heading.folded.as_str();
    let any = |words: &[&str]| words.iter().any(|word| says(folded, word));
    let context = PeriodContext::default();
    let period = || find_period(&heading.text, &context).map(|(reading, _)| reading.period);
    let is_when = any(&["date", "period", "year", "when", "deadline"]);
    if parse_period(&heading.text, &context).is_some() {
        return TargetRole::Result(period());
    }
    if any(&["variance", "difference", "gap", "change", "distance"]) {
        return TargetRole::Unused;
    }
    if any(&["rag", "status"]) || folded.contains("on track") {
        return TargetRole::Status;
    }
    if any(&["baseline", "baselined"]) {
        return if is_when && period().is_none() {
            TargetRole::BaselinePeriod
        } else {
            TargetRole::Baseline(period())
        };
    }
    if any(&[
        "owner",
        "lead",
        "responsible",
        "accountable",
        "responsibility",
    ]) {
        return TargetRole::Owner;
    }
    if any(&["due", "deadline"])
        || folded == "by when"
        || folded == "timescale"
        || any(&["target"]) && is_when && period().is_none()
    {
        return TargetRole::Due;
    }
    if any(&["direction", "polarity"]) || folded == "good is" {
        return TargetRole::Course;
    }
    if any(&["milestone", "trajectory"]) {
        return TargetRole::Milestone(period());
    }
    if any(&["target", "ambition", "goal"]) && !any(&["group", "population", "audience"]) {
        return TargetRole::Goal(period());
    }
    if any(&[
        "actual",
        "current",
        "latest",
        "outturn",
        "result",
        "performance",
    ]) && !any(&["indicator", "measure"])
    {
        return TargetRole::Result(period());
    }
    if is_measure_word(folded)
        || matches!(
            folded,
            "outcome" | "performance measure" | "what we measure" | "objective"
        )
    {
        return TargetRole::Measure;
    }
    if matches!(folded, "unit" | "units" | "unit of measure") {
        return TargetRole::Unit;
    }
    if any(&["source"]) {
        return TargetRole::Source;
    }
    if any(&[
        "priority",
        "theme",
        "workstream",
        "strand",
        "aim",
        "programme",
    ]) || folded == "outcomes"
    {
        return TargetRole::Group;
    }
    if any(&[
        "comment",
        "note",
        "narrative",
        "commentary",
        "remark",
        "rationale",
    ]) {
        return TargetRole::Note;
    }
    if matches!(
        folded,
        "ref" | "reference" | "no" | "id" | "number" | "code"
    ) {
        return TargetRole::Reference;
    }
    if vocabulary::area_level(folded).is_some() {
        return TargetRole::Area;
    }
    TargetRole::Unused
}
