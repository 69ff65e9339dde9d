//! Edits of what became of which priorities from one review to a later one.

use super::{EditError, Project};
use crate::analysis::assessments::{Lineage, LineageLink, ReviewKey};
use crate::base::text::clean;

/// A change of what is declared of the priorities of two reviews.
#[derive(Clone, Debug)]
pub enum LineageEdit {
    /// Says what became of what. What was said of any of the same priorities goes.
    Declare {
        /// The earlier review.
        earlier: ReviewKey,
        /// The later one.
        later: ReviewKey,
        /// What became of what.
        link: LineageLink,
    },
    /// Says so no more: their names decide again.
    Withdraw {
        /// The earlier review.
        earlier: ReviewKey,
        /// The later one.
        later: ReviewKey,
        /// Priorities of which it was declared.
        link: LineageLink,
    },
}

impl LineageEdit {
    /// What the undo menu calls it.
    pub(super) fn label(&self) -> String {
        match self {
            Self::Declare { link, .. } => match (link.from.as_slice(), link.to.as_slice()) {
                ([], [new, ..]) => format!("Declare “{new}” as new"),
                ([gone, ..], []) => format!("Declare “{gone}” as dropped"),
                ([from, ..], _) => format!("Link “{from}”"),
                ([], []) => String::from("Link priorities"),
            },
            Self::Withdraw { link, .. } => {
                let name = link.from.first().or_else(|| link.to.first());
                name.map_or_else(
                    || String::from("Unlink priorities"),
                    |name| format!("Unlink “{name}”"),
                )
            }
        }
    }
}

impl Project {
    /// Makes an edit of what became of priorities.
    pub(super) fn edit_lineages(&mut self, edit: LineageEdit) -> Result<(), EditError> {
        let mut lineages = self.lineages.to_vec();
        match edit {
            LineageEdit::Declare {
                earlier,
                later,
                link,
            } => {
                let link = cleaned(link);
                if !link.is_sound() {
                    return Err(EditError::UnsoundLink);
                }
                let is_meant = |held: &&mut Lineage| held.earlier == earlier && held.later == later;
                if let Some(held) = lineages.iter_mut().find(is_meant) {
                    held.links.retain(|other| !other.overlaps(&link));
                    held.links.push(link);
                } else {
                    lineages.push(Lineage {
                        earlier,
                        later,
                        links: vec![link],
                    });
                }
            }
            LineageEdit::Withdraw {
                earlier,
                later,
                link,
            } => {
                let mut held = lineages.iter_mut();
                let held = held.find(|held| held.earlier == earlier && held.later == later);
                let links = &mut held.ok_or(EditError::NoSuchLink)?.links;
                let before = links.len();
                links.retain(|held| !held.overlaps(&link));
                if links.len() == before {
                    return Err(EditError::NoSuchLink);
                }
                lineages.retain(|held| !held.links.is_empty());
            }
        }
        self.lineages = lineages.into();
        Ok(())
    }
}

/// A link with its names cleaned, each once.
fn cleaned(link: LineageLink) -> LineageLink {
    let names = |names: Vec<String>| {
        let mut kept: Vec<String> = Vec::new();
        for name in names {
            let name = clean(&name);
            if !name.is_empty() && !kept.contains(&name) {
                kept.push(name);
            }
        }
        kept
    };
    LineageLink {
        from: names(link.from),
        to: names(link.to),
    }
}
