//! Edits of what the project holds of harm.

use std::sync::Arc;

use super::{EditError, Project};
use crate::analysis::MeasureKey;
use crate::analysis::harm::{ConcernKey, ConcernMatch, HarmSpec};
use crate::data::HarmWeights;

/// A change of what the project holds of harm.
#[derive(Clone, Debug)]
pub enum HarmEdit {
    /// Takes a set of weights in, in place of the one held.
    SetWeights(Arc<HarmWeights>),
    /// Takes the weights out.
    DropWeights,
    /// Says which concern an offence is; a choice of none says that it is none.
    Match(MeasureKey, Option<ConcernKey>),
    /// Leaves it to the names again which concern an offence is.
    ByName(MeasureKey),
}

impl HarmEdit {
    /// What the undo menu calls it.
    pub(super) fn label(&self) -> String {
        match self {
            Self::SetWeights(weights) => format!("Load the harm weights of {}", weights.file_name),
            Self::DropWeights => String::from("Take the harm weights out"),
            Self::Match(..) => String::from("Match a concern"),
            Self::ByName(_) => String::from("Match a concern by name"),
        }
    }
}

impl Project {
    /// Makes an edit of what is held of harm.
    pub(super) fn edit_harm(&mut self, edit: HarmEdit) -> Result<(), EditError> {
        let mut harm = HarmSpec::clone(&self.harm);
        match edit {
            HarmEdit::SetWeights(weights) if !weights.is_sound() => {
                return Err(EditError::UnsoundWeights);
            }
            HarmEdit::SetWeights(weights) => harm.weights = Some(weights),
            HarmEdit::DropWeights => harm.weights = None,
            HarmEdit::Match(offence, concern) => {
                harm.concerns.retain(|held| held.offence != offence);
                harm.concerns.push(ConcernMatch { offence, concern });
                harm.concerns
                    .sort_by(|one, other| one.offence.cmp(&other.offence));
            }
            HarmEdit::ByName(offence) => harm.concerns.retain(|held| held.offence != offence),
        }
        self.harm = Arc::new(harm);
        Ok(())
    }
}
