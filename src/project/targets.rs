//! Edits of the project's targets.

use super::{EditError, Project};
use crate::analysis::targets::{TargetId, TargetSpec};
use crate::base::text::clean;

/// A change of what is wanted of measures.
#[derive(Clone, Debug)]
pub enum TargetEdit {
    /// Sets a target anew.
    Add(Box<TargetSpec>),
    /// Puts a target in place of the one with its number.
    Change(Box<TargetSpec>),
    /// Takes targets over from a workbook, whose name is given.
    TakeOver(Vec<TargetSpec>, String),
    /// Takes a target out.
    Remove(TargetId),
}

impl TargetEdit {
    /// What the undo menu calls it.
    pub(super) fn label(&self, before: &Project) -> String {
        match self {
            Self::Add(target) => format!("Set a target for “{}”", target.measure_name),
            Self::Change(target) => format!("Change the target for “{}”", target.measure_name),
            Self::TakeOver(targets, workbook) => match targets.len() {
                1 => format!("Take over a target from {workbook}"),
                several => format!("Take over {several} targets from {workbook}"),
            },
            Self::Remove(id) => match before.targets.iter().find(|target| target.id == *id) {
                Some(target) => format!("Remove the target for “{}”", target.measure_name),
                None => String::from("Remove a target"),
            },
        }
    }
}

impl Project {
    /// Makes an edit of the targets.
    pub(super) fn edit_targets(&mut self, edit: TargetEdit) -> Result<(), EditError> {
        let mut targets = self.targets.to_vec();
        match edit {
            TargetEdit::Add(target) => add(&mut targets, *target)?,
            TargetEdit::TakeOver(taken, _) => {
                for target in taken {
                    add(&mut targets, target)?;
                }
            }
            TargetEdit::Change(target) => {
                let target = cleaned(*target)?;
                let held = targets.iter_mut().find(|held| held.id == target.id);
                *held.ok_or(EditError::NoSuchTarget)? = target;
            }
            TargetEdit::Remove(id) => {
                let place = targets.iter().position(|target| target.id == id);
                targets.remove(place.ok_or(EditError::NoSuchTarget)?);
            }
        }
        self.targets = targets.into();
        Ok(())
    }
}

/// Adds a target at the end, under the next number.
fn add(targets: &mut Vec<TargetSpec>, target: TargetSpec) -> Result<(), EditError> {
    let last = targets.iter().map(|target| target.id.0).max().unwrap_or(0);
    let id = TargetId(last.saturating_add(1));
    targets.push(TargetSpec {
        id,
        ..cleaned(target)?
    });
    Ok(())
}

/// A target with its words cleaned and its milestones in order.
fn cleaned(mut target: TargetSpec) -> Result<TargetSpec, EditError> {
    if !target.is_sound() {
        return Err(EditError::UnsoundTarget);
    }
    for words in [&mut target.plan, &mut target.owner, &mut target.words] {
        *words = clean(words);
    }
    target.milestones.sort_by_key(|milestone| milestone.due.end);
    Ok(target)
}
