//! Everything that can be done to a project, as data: applied in one place, labelled for undo.

use std::sync::Arc;

use super::boundaries::BoundaryEdit;
use super::breaks::BreakEdit;
use super::harm::HarmEdit;
use super::lineages::LineageEdit;
use super::story::StoryEdit;
use super::targets::TargetEdit;
use super::{
    Brand, ChangeTableSpec, ConcernsSpec, CrossTabSpec, DistrictsSpec, GroupSpec, MatrixSpec,
    PrioritySpec, Project, ScaleSpec, ScorecardSpec, TrendSpec, define,
};
use crate::analysis::cohort_rule::NamedCohort;
use crate::analysis::dictionary::{DictionaryError, Term, TermEdit};
use crate::analysis::{ChangeTableScope, Question, refresh};
use crate::base::text::{clean, fold, natural_order};
use crate::data::{Source, SourceId};
use crate::import::remembered::RememberedLayout;

/// One change of a project.
#[derive(Clone, Debug)]
pub enum Edit {
    /// Adds what was read from workbooks, and notes which of those held they are newer returns of. A source
    /// of the same bytes takes the place of the one held.
    AddSources(Vec<Arc<Source>>),
    /// Takes a source out; what it had revised counts again as it was.
    RemoveSource(SourceId),
    /// Gives the project another name.
    Rename(String),
    /// Asks another question on the explore screen.
    Ask(Question),
    /// Draws the trend otherwise.
    SetTrend(TrendSpec),
    /// Draws groups side by side otherwise.
    SetGroups(GroupSpec),
    /// Draws a cross-tab otherwise.
    SetCrossTab(CrossTabSpec),
    /// Draws a scale of answers otherwise.
    SetScale(ScaleSpec),
    /// Draws areas side by side otherwise.
    SetDistricts(DistrictsSpec),
    /// Draws a list of concerns otherwise.
    SetConcerns(ConcernsSpec),
    /// Draws the scorecard otherwise.
    SetScorecard(ScorecardSpec),
    /// Draws reviews of priorities otherwise.
    SetMatrix(MatrixSpec),
    /// Changes what is said to have become of priorities.
    Lineages(LineageEdit),
    /// Changes what is wanted of measures.
    Targets(TargetEdit),
    /// Changes the stories and their slides.
    Stories(StoryEdit),
    /// Shows another change table.
    SetChangeTable(ChangeTableSpec),
    /// Looks for priority cohorts otherwise.
    SetPriority(PrioritySpec),
    /// Keeps the layout of a partner's return. One under the same name takes the place of the one held.
    RememberLayout(RememberedLayout),
    /// Keeps the layout under a partner's name no more.
    ForgetLayout(String),
    /// Changes what the dictionary says of a measure, a place or a group of people.
    Define(Term, TermEdit),
    /// No longer proposes to merge two that look the same.
    KeepApart(Term, Term),
    /// Keeps a group of people of the project's own. One under the same name takes the place of the one held.
    KeepGroup(NamedCohort),
    /// Keeps a group of people under a name no more.
    DropGroup(String),
    /// Changes what is said of breaks in series.
    Breaks(BreakEdit),
    /// Changes the boundaries with which maps are drawn.
    Boundaries(BoundaryEdit),
    /// Changes what is held of harm.
    Harm(HarmEdit),
    /// Gives the project another name, other colours or another logo of its organisation.
    SetBrand(Box<Brand>),
}

/// Why an edit could not be made; the project is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The source to take out is not there.
    #[error("“{0}” is not among the project's workbooks")]
    NoSuchSource(SourceId),
    /// The new name is empty.
    #[error("A project needs a name")]
    EmptyName,
    /// A layout is to be kept under no name.
    #[error("A layout is kept under a partner's name: give one")]
    NoPartner,
    /// The layout to forget is not there.
    #[error("No layout is kept under the name “{0}”")]
    NoSuchLayout(String),
    /// A group of people is to be kept under no name.
    #[error("A group of people needs a name")]
    EmptyGroup,
    /// The group to drop is not there.
    #[error("No group is called “{0}”")]
    NoSuchGroup(String),
    /// The new name of a measure, place or group is empty.
    #[error("It needs a name")]
    EmptyTerm,
    /// Another of its sort is called so.
    #[error("“{0}” is the name of another already. To make them one, merge them")]
    NameTaken(String),
    /// A place or a group was to be given a unit, a theme or the like.
    #[error("Only a measure has a unit, a theme and a better side")]
    NotAMeasure,
    /// A target has a number that cannot be reckoned with.
    #[error("A target needs numbers that can be reckoned with, and a change other than 0")]
    UnsoundTarget,
    /// The target to change or to take out is not there.
    #[error("That target is not among the project's")]
    NoSuchTarget,
    /// A weight of harm cannot be reckoned with.
    #[error("A weight of harm needs a number that is not negative")]
    UnsoundWeights,
    /// The break in a series to change or to take out is not there.
    #[error("That break is not among the project's")]
    NoSuchBreak,
    /// Priorities of two reviews are linked in a way that cannot be.
    #[error("A priority can become one or several, and several can become one: link them so")]
    UnsoundLink,
    /// The link to take out is not there.
    #[error("These priorities are not linked")]
    NoSuchLink,
    /// The boundaries to change or to take out are not there.
    #[error("No boundaries are kept under the name “{0}”")]
    NoSuchBoundaries(String),
    /// The story to change or to take out is not there.
    #[error("That story is not among the project's")]
    NoSuchStory,
    /// A story is to have no name.
    #[error("A story needs a name")]
    EmptyStory,
    /// The slide to change or to take out is not there.
    #[error("That slide is not in the story")]
    NoSuchSlide,
    /// The question to take out is not there.
    #[error("That question is not on the story’s list")]
    NoSuchFollowUp,
    /// The dictionary refuses it.
    #[error(transparent)]
    Dictionary(#[from] DictionaryError),
}

impl Edit {
    /// What the undo menu calls it.
    pub fn label(&self, before: &Project) -> String {
        match self {
            Self::AddSources(sources) => match sources.as_slice() {
                [one] => format!("Import {}", one.file_name),
                several => format!("Import {} workbooks", several.len()),
            },
            Self::RemoveSource(id) => match before.sources.iter().find(|source| source.id == *id) {
                Some(source) => format!("Remove {}", source.file_name),
                None => String::from("Remove a workbook"),
            },
            Self::Rename(_) => String::from("Rename the project"),
            Self::Ask(_) => String::from("Change the question"),
            Self::SetTrend(_)
            | Self::SetGroups(_)
            | Self::SetPriority(_)
            | Self::SetCrossTab(_)
            | Self::SetScale(_)
            | Self::SetDistricts(_)
            | Self::SetMatrix(_)
            | Self::SetConcerns(_) => String::from("Change the chart"),
            Self::SetScorecard(_) => String::from("Change the scorecard"),
            Self::Lineages(edit) => edit.label(),
            Self::Targets(edit) => edit.label(before),
            Self::Stories(edit) => edit.label(before),
            Self::SetChangeTable(_) => String::from("Change the table"),
            Self::RememberLayout(layout) => format!("Remember the layout “{}”", layout.partner),
            Self::ForgetLayout(partner) => format!("Forget the layout “{partner}”"),
            Self::Define(term, edit) => define::label(before, term, edit),
            Self::KeepGroup(group) => format!("Keep the group “{}”", group.name),
            Self::DropGroup(name) => format!("Drop the group “{name}”"),
            Self::Breaks(edit) => edit.label(before),
            Self::Boundaries(edit) => edit.label(),
            Self::Harm(edit) => edit.label(),
            Self::SetBrand(_) => String::from("Change the brand"),
            Self::KeepApart(one, other) => {
                let (one, other) = (before.name_of(one), before.name_of(other));
                format!("Keep “{one}” and “{other}” apart")
            }
        }
    }

    /// Whether it changes only what the screen shows: nothing would be lost if it were not saved.
    pub const fn is_view_only(&self) -> bool {
        matches!(
            self,
            Self::Ask(_)
                | Self::SetTrend(_)
                | Self::SetGroups(_)
                | Self::SetCrossTab(_)
                | Self::SetScale(_)
                | Self::SetDistricts(_)
                | Self::SetConcerns(_)
                | Self::SetScorecard(_)
                | Self::SetMatrix(_)
                | Self::SetChangeTable(_)
                | Self::SetPriority(_)
        )
    }
}

impl Project {
    /// The project with an edit made.
    ///
    /// # Errors
    /// [`EditError`] where the edit does not fit the project.
    pub fn apply(&self, edit: Edit) -> Result<Self, EditError> {
        let mut project = self.clone();
        match edit {
            Edit::AddSources(sources) => {
                for source in sources {
                    refresh::take_in(&mut project.sources, &mut project.successions, source);
                }
            }
            Edit::RemoveSource(id) => {
                if !refresh::take_out(&mut project.sources, &mut project.successions, &id) {
                    return Err(EditError::NoSuchSource(id));
                }
            }
            Edit::Rename(name) => {
                let name = clean(&name);
                if name.is_empty() {
                    return Err(EditError::EmptyName);
                }
                project.name = name;
            }
            Edit::Ask(question) => {
                let same_measure = project.view.question.as_ref().is_some_and(|asked| {
                    project.is_same_measure(&asked.measure, &question.measure)
                });
                if !same_measure {
                    // A title and hidden lines belong to the measure for which they were chosen.
                    project.view.trend.title = None;
                    project.view.trend.hidden.clear();
                    project.view.trend.highlight = None;
                    // The table follows the measure.
                    project.view.change_table.scope = ChangeTableScope::default();
                }
                project.view.question = Some(question);
            }
            Edit::SetTrend(trend) => project.view.trend = trend,
            Edit::SetGroups(groups) => project.view.groups = groups,
            Edit::SetCrossTab(cross_tab) => project.view.cross_tab = cross_tab,
            Edit::SetScale(scale) => project.view.scale = scale,
            Edit::SetDistricts(districts) => project.view.districts = districts,
            Edit::SetConcerns(concerns) => project.view.concerns = concerns,
            Edit::SetScorecard(scorecard) => project.view.scorecard = scorecard,
            Edit::SetMatrix(matrix) => project.view.matrix = matrix,
            Edit::Lineages(edit) => project.edit_lineages(edit)?,
            Edit::Targets(edit) => project.edit_targets(edit)?,
            Edit::Stories(edit) => project.edit_stories(edit)?,
            Edit::SetChangeTable(spec) => project.view.change_table = spec,
            Edit::SetPriority(priority) => project.view.priority = priority,
            Edit::RememberLayout(layout) => {
                project.layouts = with_layout(&project.layouts, layout)?;
            }
            Edit::ForgetLayout(partner) => {
                let mut layouts = project.layouts.to_vec();
                layouts.retain(|held| !held.is_of(&partner));
                if layouts.len() == project.layouts.len() {
                    return Err(EditError::NoSuchLayout(partner));
                }
                project.layouts = layouts.into();
            }
            Edit::Define(term, edit) => project.define(&term, edit)?,
            Edit::KeepApart(one, other) => project.keep_apart(one, other),
            Edit::KeepGroup(group) => project.keep_group(group)?,
            Edit::DropGroup(name) => project.drop_group(&name)?,
            Edit::Breaks(edit) => project.edit_breaks(edit)?,
            Edit::Boundaries(edit) => project.edit_boundaries(edit)?,
            Edit::Harm(edit) => project.edit_harm(edit)?,
            Edit::SetBrand(brand) => project.brand = Arc::new(brand.tidied()),
        }
        Ok(project)
    }
}

/// The layouts with one more, or with one in the place of the one of the same name; by partner.
fn with_layout(
    held: &[RememberedLayout],
    mut layout: RememberedLayout,
) -> Result<Arc<[RememberedLayout]>, EditError> {
    layout.partner = clean(&layout.partner);
    if fold(&layout.partner).is_empty() {
        return Err(EditError::NoPartner);
    }
    let mut layouts = held.to_vec();
    layouts.retain(|other| !other.is_of(&layout.partner));
    layouts.push(layout);
    layouts.sort_by(|a, b| natural_order(&a.partner, &b.partner));
    Ok(layouts.into())
}
