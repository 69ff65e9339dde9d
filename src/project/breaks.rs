//! Edits of what the project says of breaks in series.

use std::sync::Arc;

use super::{EditError, Project};
use crate::analysis::breaks::{BreakId, BreakSpec, Breaks, SetAside};
use crate::base::text::clean;

/// A change of what is said of breaks in series.
#[derive(Clone, Debug)]
pub enum BreakEdit {
    /// Declares a break anew.
    Declare(BreakSpec),
    /// Puts a break in place of the one with its number.
    Change(BreakSpec),
    /// Takes a declared break out.
    Remove(BreakId),
    /// Sets aside what a workbook's note says: the values of the measure, whose name is given, are comparable
    /// after all.
    SetAside(SetAside, String),
    /// Declares a break in place of what a workbook's note says.
    Replace(SetAside, BreakSpec),
    /// Heeds again the notes of the workbooks about a measure, whose name is given.
    HeedNotes(Vec<SetAside>, String),
}

impl BreakEdit {
    /// What the undo menu calls it.
    pub(super) fn label(&self, before: &Project) -> String {
        match self {
            Self::Declare(spec) => format!("Declare a break in “{}”", spec.of.name()),
            Self::Change(spec) | Self::Replace(_, spec) => {
                format!("Change the break in “{}”", spec.of.name())
            }
            Self::Remove(id) => {
                let held = before.breaks.declared.iter().find(|held| held.id == *id);
                match held {
                    Some(held) => format!("Remove the break in “{}”", held.of.name()),
                    None => String::from("Remove a break"),
                }
            }
            Self::SetAside(_, measure) => format!("Set aside the break in “{measure}”"),
            Self::HeedNotes(_, measure) => format!("Heed the notes on “{measure}” again"),
        }
    }
}

impl Project {
    /// Makes an edit of the breaks.
    pub(super) fn edit_breaks(&mut self, edit: BreakEdit) -> Result<(), EditError> {
        let mut breaks = Breaks::clone(&self.breaks);
        match edit {
            BreakEdit::Declare(spec) => declare(&mut breaks, spec),
            BreakEdit::Change(spec) => {
                let held = breaks.declared.iter_mut().find(|held| held.id == spec.id);
                *held.ok_or(EditError::NoSuchBreak)? = cleaned(spec);
            }
            BreakEdit::Remove(id) => {
                let place = breaks.declared.iter().position(|held| held.id == id);
                breaks.declared.remove(place.ok_or(EditError::NoSuchBreak)?);
            }
            BreakEdit::SetAside(note, _) => set_aside(&mut breaks, note),
            BreakEdit::Replace(note, spec) => {
                set_aside(&mut breaks, note);
                declare(&mut breaks, spec);
            }
            BreakEdit::HeedNotes(notes, _) => {
                breaks.set_aside.retain(|held| !notes.contains(held));
            }
        }
        self.breaks = Arc::new(breaks);
        Ok(())
    }
}

/// Adds a break at the end, under the next number.
fn declare(breaks: &mut Breaks, spec: BreakSpec) {
    let last = breaks.declared.iter().map(|held| held.id.0).max();
    let id = BreakId(last.unwrap_or(0).saturating_add(1));
    breaks.declared.push(BreakSpec {
        id,
        ..cleaned(spec)
    });
}

fn set_aside(breaks: &mut Breaks, note: SetAside) {
    if !breaks.set_aside.contains(&note) {
        breaks.set_aside.push(note);
        breaks.set_aside.sort_unstable();
    }
}

fn cleaned(mut spec: BreakSpec) -> BreakSpec {
    spec.words = clean(&spec.words);
    spec
}
