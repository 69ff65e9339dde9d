//! Which workbook is the newer return of which: chains of vintages among the sources of a project.
//!
//! In the list of sources an older vintage always stands before the newer ones, so that wherever the later
//! of two sources counts, the newer vintage does.

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::kinship::{self, Place};
use crate::data::{Source, SourceId};

/// One workbook is the return that came after another; each follows at most one and is followed by at
/// most one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Succession {
    /// The earlier vintage.
    pub older: SourceId,
    /// The one that came after it.
    pub newer: SourceId,
}

/// For each source the place of the first vintage of its chain; its own where it follows none.
pub fn lineages(sources: &[Arc<Source>], successions: &[Succession]) -> Vec<usize> {
    let place_of: HashMap<&SourceId, usize> = sources
        .iter()
        .enumerate()
        .map(|(place, source)| (&source.id, place))
        .collect();
    let older_of: HashMap<&SourceId, &SourceId> = successions
        .iter()
        .map(|held| (&held.newer, &held.older))
        .collect();
    let mut lineages: Vec<usize> = Vec::with_capacity(sources.len());
    for (place, source) in sources.iter().enumerate() {
        let first = older_of
            .get(&source.id)
            .and_then(|older| place_of.get(older))
            .and_then(|older| lineages.get(*older))
            .copied();
        lineages.push(first.unwrap_or(place));
    }
    lineages
}

/// Whether successions fit a list of sources: they name sources that are there, the older before the newer,
/// and each at most once on either side.
pub fn fits(sources: &[Arc<Source>], successions: &[Succession]) -> bool {
    let place_of = |id: &SourceId| sources.iter().position(|source| source.id == *id);
    successions.iter().enumerate().all(|(index, held)| {
        let is_in_order = match (place_of(&held.older), place_of(&held.newer)) {
            (Some(older), Some(newer)) => older < newer,
            _ => false,
        };
        let is_single = successions
            .iter()
            .skip(index + 1)
            .all(|other| other.older != held.older && other.newer != held.newer);
        is_in_order && is_single
    })
}

/// Adds a source where it belongs: in the place of the one of the same bytes, before the vintage that is
/// newer than it, or else last; and notes what it follows.
pub fn take_in(
    sources: &mut Vec<Arc<Source>>,
    successions: &mut Vec<Succession>,
    source: Arc<Source>,
) {
    if let Some(held) = sources.iter_mut().find(|held| held.id == source.id) {
        *held = source;
        return;
    }
    let Place { chain, position } = kinship::place(sources, successions, &source);
    let id_at = |position: Option<usize>| {
        let place = *chain.get(position?)?;
        Some(sources.get(place)?.id.clone())
    };
    let older = id_at(position.checked_sub(1));
    let newer = id_at(Some(position));
    successions.retain(|held| Some(&held.older) != older.as_ref() || older.is_none());
    successions.extend(older.map(|older| Succession {
        older,
        newer: source.id.clone(),
    }));
    successions.extend(newer.map(|newer| Succession {
        older: source.id.clone(),
        newer,
    }));
    let place = chain.get(position).copied().unwrap_or(sources.len());
    sources.insert(place, source);
}

/// Takes a source out; what followed it now follows what it followed. Whether it was there.
pub fn take_out(
    sources: &mut Vec<Arc<Source>>,
    successions: &mut Vec<Succession>,
    id: &SourceId,
) -> bool {
    let before = sources.len();
    sources.retain(|source| source.id != *id);
    let older = successions
        .iter()
        .find(|held| held.newer == *id)
        .map(|held| held.older.clone());
    let newer = successions
        .iter()
        .find(|held| held.older == *id)
        .map(|held| held.newer.clone());
    successions.retain(|held| held.older != *id && held.newer != *id);
    if let (Some(older), Some(newer)) = (older, newer) {
        successions.push(Succession { older, newer });
    }
    sources.len() < before
}
