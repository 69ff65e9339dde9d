//! The breaks that the catalogue knows: what the project declares, and what notes of its sources tell of.

use std::sync::Arc;

use super::series_break::{BreakAt, BreakOrigin, SeriesBreak};
use super::spec::{BreakScope, Breaks};
use crate::analysis::catalogue::{Catalogue, MeasureEntry, MeasureKey};
use crate::analysis::dictionary::Words;
use crate::analysis::estimate::Provenance;
use crate::data::{NotedBreak, Source, SourceId};

impl Catalogue {
    /// The same, knowing what the project says of breaks in series.
    #[must_use]
    pub fn with_breaks(mut self, breaks: &Arc<Breaks>) -> Self {
        self.breaks = breaks.clone();
        self
    }

    /// What the project says of breaks in series.
    pub const fn breaks(&self) -> &Arc<Breaks> {
        &self.breaks
    }

    /// The breaks in the series of a measure of which notes tell, with their sources; `measure` as it is
    /// listed.
    fn noted_breaks<'a>(
        &'a self,
        measure: &'a MeasureKey,
    ) -> impl Iterator<Item = (&'a Arc<Source>, &'a NotedBreak)> {
        let noted = self.noted_breaks.iter();
        noted
            .filter(move |(key, ..)| key == measure)
            .filter_map(|(_, source, place)| {
                let source = self.sources().get(*source)?;
                Some((source, source.breaks.get(*place)?))
            })
    }

    /// The breaks in the series of a measure in an area whose values come from some workbooks, in order: those
    /// declared, and those that notes of these workbooks tell of and nobody set aside.
    pub fn breaks_of(
        &self,
        measure: &MeasureKey,
        entry: &MeasureEntry,
        area: &str,
        sources: &[&Arc<Source>],
    ) -> Vec<SeriesBreak> {
        let measure = self.key_of(measure);
        let is_from = |id: &SourceId| {
            let mut sources = sources.iter();
            sources.any(|source| source.id == *id || self.is_same_lineage(&source.id, id))
        };
        let declared = self.breaks().declared.iter().filter(|spec| {
            let is_of_area = spec.area.is_empty()
                || spec.area == area
                || entry
                    .area_named(&spec.area)
                    .is_some_and(|held| held.name == area);
            is_of_area
                && match &spec.of {
                    BreakScope::Measure { key, .. } => self.key_of(key) == measure,
                    BreakScope::Source { id, .. } => is_from(id),
                }
        });
        let mut breaks: Vec<SeriesBreak> = declared
            .map(|spec| SeriesBreak {
                at: BreakAt::StartOf(spec.from),
                reason: spec.reason,
                words: spec.words.clone(),
                origin: BreakOrigin::Declared(spec.id),
            })
            .collect();
        for (source, noted) in self.noted_breaks(measure) {
            let is_set_aside = self.breaks().set_aside.iter().any(|held| {
                held.from == noted.from.start
                    && self.key_of(&held.measure) == measure
                    && (held.source == source.id || self.is_same_lineage(&held.source, &source.id))
            });
            // What somebody declared of that day counts over what a note says of it.
            let is_known = breaks.iter().any(
                |held| matches!(held.at, BreakAt::StartOf(from) if from.start == noted.from.start),
            );
            if is_set_aside || is_known || !is_from(&source.id) {
                continue;
            }
            breaks.push(SeriesBreak {
                at: BreakAt::StartOf(noted.from),
                reason: noted.reason,
                words: noted.words.clone(),
                origin: BreakOrigin::Noted(Provenance {
                    source: source.clone(),
                    cells: vec![noted.cell],
                }),
            });
        }
        breaks.sort_by_key(|held| held.period().start);
        breaks
    }
}

/// The breaks that notes of the sources tell of, by measure.
pub(in crate::analysis) fn noted_breaks(
    sources: &[Arc<Source>],
    words: &Words,
) -> Vec<(MeasureKey, usize, usize)> {
    let mut found = Vec::new();
    for (index, (source, words)) in sources.iter().zip(&words.sources).enumerate() {
        for (place, noted) in source.breaks.iter().enumerate() {
            let measures = noted.measures.iter();
            let measures =
                measures.filter_map(|own| words.measures.get(usize::try_from(*own).ok()?));
            found.extend(measures.map(|held| (held.key.clone(), index, place)));
        }
    }
    found
}
