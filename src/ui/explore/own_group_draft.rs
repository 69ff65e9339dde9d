//! A group of the project's own while it is being put together.

use std::sync::Arc;

use crate::analysis::cohort_rule::{
    self, CohortRule, ColumnChoices, ColumnKind, Fitting, NamedCohort, OWN_GROUPS, RuleLine,
    RuleLines,
};
use crate::chart::wording::own_groups as wording;
use crate::data::Source;
use crate::project::{Edit, Project, TargetEdit};
use crate::words::say;

/// A group while it is being put together.
#[derive(Clone, Debug)]
pub struct OwnGroupDraft {
    /// The name of the group that is being changed; `None` for a new one.
    pub(super) former: Option<String>,
    /// What is typed as its name; what is proposed until then.
    pub(super) name: String,
    /// Whether somebody has typed the name.
    pub(super) is_named: bool,
    /// Who is in it.
    pub(super) body: Body,
    /// What conditions can be about.
    pub(super) columns: Arc<[ColumnChoices]>,
    /// How many fit the rule, as it was counted last.
    counted: Option<(CohortRule, Vec<Fitting>)>,
    /// Whether the keyboard has been put where the work begins.
    pub(super) has_begun: bool,
}

/// Who is in a group.
#[derive(Clone, Debug)]
pub(super) enum Body {
    /// By lines of conditions.
    Lines(RuleLines),
    /// By a rule of more levels than lines can say, in signs.
    Signs(String),
}

impl OwnGroupDraft {
    /// The draft of a new group.
    pub fn new(project: &Project) -> Self {
        let lines = RuleLines {
            lines: vec![RuleLine::default()],
            ..RuleLines::default()
        };
        Self::with(project, None, String::new(), Body::Lines(lines))
    }

    /// The draft of a group that the project has.
    pub fn of(project: &Project, group: &NamedCohort) -> Self {
        let body = RuleLines::of(&group.rule)
            .map_or_else(|| Body::Signs(group.rule.to_string()), Body::Lines);
        Self::with(project, Some(group.name.clone()), group.name.clone(), body)
    }

    fn with(project: &Project, former: Option<String>, name: String, body: Body) -> Self {
        let sources = project.sources.iter().map(Arc::as_ref);
        let mut draft = Self {
            is_named: false,
            former,
            name,
            body,
            columns: cohort_rule::choices(sources, &project.dictionary).into(),
            counted: None,
            has_begun: false,
        };
        // A name that is not the proposed one is somebody's.
        draft.is_named = draft.former.is_some() && draft.name != draft.proposed_name();
        draft
    }

    /// Whether a project has a survey of which groups can be made.
    pub fn is_offered(project: &Project) -> bool {
        let mut sources = project.sources.iter();
        sources.any(|source| !source.surveys.is_empty())
    }

    /// What a column holds; names that no survey knows are taken for dimensions.
    pub(super) fn kind(&self, column: &str) -> ColumnKind {
        let found = self.columns.iter().find(|held| held.name == column);
        found.map_or(ColumnKind::Dimension, |held| held.kind)
    }

    /// The name that its lines come to.
    pub(super) fn proposed_name(&self) -> String {
        match &self.body {
            Body::Lines(lines) => wording::proposed_name(lines, |column| self.kind(column)),
            Body::Signs(_) => String::new(),
        }
    }

    /// Whether it is told from others by where they live.
    pub(super) fn is_about_places(&self) -> bool {
        match &self.body {
            Body::Lines(lines) => {
                let mut lines = lines.lines.iter();
                lines.any(|line| self.kind(&line.column) == ColumnKind::Area)
            }
            Body::Signs(_) => true,
        }
    }

    /// The rule so far.
    ///
    /// # Errors
    /// What is still missing, or cannot be read.
    pub(super) fn rule(&self) -> Result<CohortRule, String> {
        match &self.body {
            Body::Signs(signs) => signs
                .parse()
                .map_err(|error: cohort_rule::RuleError| say::own_rule_wrong(error.to_string())),
            Body::Lines(lines) => lines.rule().ok_or_else(|| {
                let missing = lines.lines.iter().position(|line| !line.is_finished());
                let Some(missing) = missing else {
                    return say::own_no_condition().to_owned();
                };
                let is_begun = lines
                    .lines
                    .get(missing)
                    .is_some_and(|line| !line.column.is_empty());
                if is_begun {
                    say::own_condition_which(missing + 1)
                } else {
                    say::own_condition_what(missing + 1)
                }
            }),
        }
    }

    /// How many fit a rule, counted anew where it is another.
    pub(super) fn fitting(&mut self, project: &Project, rule: &CohortRule) -> &[Fitting] {
        let kept = self.counted.take().filter(|(held, _)| held == rule);
        let counted = kept.unwrap_or_else(|| {
            let sources = project.sources.iter().map(|source| -> &Source { source });
            let fitting = cohort_rule::fitting(sources, &project.dictionary, rule);
            (rule.clone(), fitting)
        });
        &self.counted.insert(counted).1
    }

    /// The group, where it is finished and somebody fits it.
    ///
    /// # Errors
    /// What is still missing.
    pub(super) fn finished(&mut self, project: &Project) -> Result<NamedCohort, String> {
        let rule = self.rule()?;
        let fits = |fitting: &Fitting| {
            let count = fitting.outcome.as_ref();
            count.is_ok_and(|count| count.respondents > 0)
        };
        if !self.fitting(project, &rule).iter().any(fits) {
            return Err(say::own_nobody().to_owned());
        }
        let former = self.former.as_deref();
        match wording::name_refused(&self.name, former, &project.groups) {
            Some(refused) => Err(refused),
            None => Ok(NamedCohort {
                name: self.name.trim().to_owned(),
                rule,
            }),
        }
    }

    /// What keeps a group in the project; targets of the group under its former name follow it.
    pub(super) fn edits(&self, project: &Project, group: &NamedCohort) -> Vec<Edit> {
        let mut edits = Vec::new();
        if let Some(former) = self.former.clone().filter(|former| *former != group.name) {
            let of_former = project
                .targets
                .iter()
                .filter(|target| target.cohort.category(OWN_GROUPS) == Some(&*former));
            edits.extend(of_former.map(|target| {
                let mut target = target.clone();
                target.cohort = target.cohort.and(OWN_GROUPS, group.name.as_str());
                Edit::Targets(TargetEdit::Change(Box::new(target)))
            }));
            edits.insert(0, Edit::DropGroup(former));
        }
        edits.push(Edit::KeepGroup(group.clone()));
        edits
    }
}
