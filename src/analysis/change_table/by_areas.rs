//! A change table whose rows are areas: which kinds there are, and the measure that it is about.

use super::answer::{Entry, is_total};
use super::scope::{ChangeTableScope, RowsBy};
use crate::analysis::catalogue::{Catalogue, MeasureEntry, MeasureKey};
use crate::analysis::districts::KINDS;
use crate::analysis::question::Question;
use crate::data::AreaKind;

/// The kinds of areas of which a measure has several, in the order of menus.
pub(super) fn kinds_of(entries: &[Entry<'_>]) -> Vec<AreaKind> {
    let has_several = |kind: &AreaKind| {
        let mut held = entries.iter();
        held.any(|(_, entry)| entry.areas_of(*kind).nth(1).is_some())
    };
    KINDS.into_iter().filter(has_several).collect()
}

/// The measures with their names.
pub(super) fn measures_of(entries: &[Entry<'_>]) -> Vec<(MeasureKey, String)> {
    let named = entries.iter();
    named
        .map(|(key, entry)| ((*key).clone(), entry.measure.name.clone()))
        .collect()
}

/// The kind of areas that are the rows, and the measure that they are about: the one asked for, else that of
/// the question, else the total, else the first that has several such areas. `None` where rows are measures.
pub(super) fn rows_of_areas<'a>(
    catalogue: &Catalogue,
    scope: &ChangeTableScope,
    question: &Question,
    entries: &[Entry<'a>],
) -> Option<(AreaKind, Entry<'a>)> {
    let RowsBy::Areas { kind, measure } = &scope.by else {
        return None;
    };
    let fitting: Vec<Entry<'a>> = entries
        .iter()
        .filter(|(_, entry)| entry.areas_of(*kind).nth(1).is_some())
        .copied()
        .collect();
    let with_key = |wanted: &MeasureKey| {
        let wanted = catalogue.key_of(wanted);
        fitting.iter().find(|(key, _)| *key == wanted)
    };
    let total = || {
        let mut held = fitting.iter();
        held.find(|(_, entry)| is_total(&entry.measure.name))
    };
    let found = measure.as_ref().and_then(with_key);
    found
        .or_else(|| with_key(&question.measure))
        .or_else(total)
        .or_else(|| fitting.first())
        .map(|entry| (*kind, *entry))
}

/// The widest area of a measure, where it is of another kind than the rows.
pub(super) fn wider_area(entry: &MeasureEntry, kind: AreaKind) -> Option<String> {
    let widest = entry.widest_area().filter(|area| area.kind != kind)?;
    Some(widest.name.clone())
}
