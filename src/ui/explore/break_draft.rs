//! A break in series while it is being declared: of whose values, from when on and why.

use std::sync::Arc;

use crate::analysis::breaks::{
    BreakAt, BreakId, BreakOrigin, BreakScope, BreakSpec, SeriesBreak, SetAside,
};
use crate::analysis::catalogue::MeasureEntry;
use crate::analysis::{Cadence, Catalogue, MeasureKey};
use crate::data::{BreakReason, Period, Source};
use crate::project::{BreakEdit, Edit};
use crate::words::say;

/// A break while it is being declared.
#[derive(Clone, Debug)]
pub struct BreakDraft {
    /// The measure in front of which the dialog was opened.
    pub(super) measure: MeasureKey,
    pub(super) measure_name: String,
    pub(super) of: BreakScope,
    pub(super) area: String,
    pub(super) from: Option<Period>,
    pub(super) reason: BreakReason,
    pub(super) words: String,
    /// The break of the project that is changed, or the note in whose place this one comes.
    pub(super) begun_from: BegunFrom,
    pub(super) has_begun: bool,
}

/// What a draft began from.
#[derive(Clone, Debug)]
pub(super) enum BegunFrom {
    /// Nothing: a new break.
    Nothing,
    /// A break that was declared.
    Declared(BreakSpec),
    /// What a note of a workbook says.
    Note(SetAside),
}

impl BreakDraft {
    /// A new break of a measure, from a period on where one is given.
    pub fn new(catalogue: &Catalogue, measure: &MeasureKey, from: Option<Period>) -> Option<Self> {
        let entry = catalogue.entry(measure)?;
        let key = catalogue.key_of(measure).clone();
        let name = entry.measure.name.clone();
        Some(Self {
            of: BreakScope::Measure {
                key: key.clone(),
                name: name.clone(),
            },
            measure: key,
            measure_name: name,
            area: String::new(),
            from,
            reason: BreakReason::Wording,
            words: String::new(),
            begun_from: BegunFrom::Nothing,
            has_begun: false,
        })
    }

    /// A break of a line of a measure, to be changed; `None` for one that the source marks.
    pub(super) fn of(
        catalogue: &Catalogue,
        measure: &MeasureKey,
        held: &SeriesBreak,
    ) -> Option<Self> {
        let mut draft = Self::new(catalogue, measure, Some(*held.period()))?;
        match &held.origin {
            BreakOrigin::Marked => return None,
            BreakOrigin::Declared(id) => {
                let declared = &catalogue.breaks().declared;
                let spec = declared.iter().find(|spec| spec.id == *id)?.clone();
                draft.of = spec.of.clone();
                draft.area.clone_from(&spec.area);
                draft.from = Some(spec.from);
                draft.reason = spec.reason;
                draft.words.clone_from(&spec.words);
                draft.begun_from = BegunFrom::Declared(spec);
            }
            BreakOrigin::Noted(_) => {
                draft.reason = held.reason;
                draft.begun_from = BegunFrom::Note(note_of(&draft.measure, held)?);
            }
        }
        Some(draft)
    }

    /// The workbooks whose values the measure has.
    pub(super) fn sources(&self, catalogue: &Catalogue) -> Vec<Arc<Source>> {
        let mut sources: Vec<Arc<Source>> = Vec::new();
        if let Some(entry) = catalogue.entry(&self.measure) {
            for found in catalogue.observations(entry) {
                if !sources.iter().any(|held| held.id == found.source.id) {
                    sources.push(found.source.clone());
                }
            }
        }
        sources
    }

    /// The periods of the measure, those of the cadence with most periods first.
    pub(super) fn periods(entry: &MeasureEntry) -> Vec<Period> {
        let mut cadences: Vec<Cadence> = entry.periods.keys().copied().collect();
        cadences.sort_by_key(|cadence| std::cmp::Reverse(entry.periods_of(*cadence).count()));
        let of_cadence = |cadence| entry.periods_of(cadence);
        cadences.into_iter().flat_map(of_cadence).collect()
    }

    /// The edit that it comes to, else what is missing.
    pub(super) fn finished(&self) -> Result<Edit, &'static str> {
        let from = self.from.ok_or_else(say::break_from_missing)?;
        let spec = BreakSpec {
            id: match &self.begun_from {
                BegunFrom::Declared(spec) => spec.id,
                _ => BreakId::default(),
            },
            of: self.of.clone(),
            area: self.area.clone(),
            from,
            reason: self.reason,
            words: self.words.clone(),
        };
        Ok(Edit::Breaks(match &self.begun_from {
            BegunFrom::Nothing => BreakEdit::Declare(spec),
            BegunFrom::Declared(_) => BreakEdit::Change(spec),
            BegunFrom::Note(note) => BreakEdit::Replace(note.clone(), spec),
        }))
    }

    /// The edit that takes away what it began from; `None` for a new break.
    pub(super) fn removed(&self) -> Option<Edit> {
        Some(Edit::Breaks(match &self.begun_from {
            BegunFrom::Nothing => return None,
            BegunFrom::Declared(spec) => BreakEdit::Remove(spec.id),
            BegunFrom::Note(note) => BreakEdit::SetAside(note.clone(), self.measure_name.clone()),
        }))
    }
}

/// What a note says of a measure, as it is set aside; `None` where no note tells of the break.
pub(super) fn note_of(measure: &MeasureKey, held: &SeriesBreak) -> Option<SetAside> {
    match (&held.origin, held.at) {
        (BreakOrigin::Noted(note), BreakAt::StartOf(from)) => Some(SetAside {
            source: note.source.id.clone(),
            measure: measure.clone(),
            from: from.start,
        }),
        _ => None,
    }
}
