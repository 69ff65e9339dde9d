//! The sentence over areas side by side: "Show … as … by District from … to … compared with …".

use egui::Ui;

use super::screen::Exploring;
use super::sentence::{measure_chip, period_chips};
use crate::analysis::catalogue::MeasureEntry;
use crate::analysis::districts::{WiderArea, kinds_of};
use crate::analysis::{Answer, DistrictsAnswer, Question};
use crate::chart::districts::arrangements;
use crate::data::AreaKind;
use crate::project::{DistrictsArrangement, DistrictsSpec, Edit};
use crate::ui::action::Actions;
use crate::ui::kit::{Chip, Choice, sentence};
use crate::words::say;

/// Draws the sentence.
pub(super) fn districts_sentence_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    question: &Question,
    actions: &mut Actions,
) {
    let Some(entry) = exploring.catalogue.entry(&question.measure) else {
        return;
    };
    let spec = &exploring.project.view.districts;
    sentence(ui, |ui| {
        ui.label(say::ask_show());
        measure_chip(ui, exploring, question, entry, actions);
        if let Some(kind) = kind_chip(ui, spec, question, entry) {
            actions.edit(Edit::SetDistricts(kind));
        }
        if let Some(asked) = period_chips(ui, exploring, question, entry) {
            actions.edit(Edit::Ask(asked));
        }
        if let Some(wider) = wider_chip(ui, spec, question, entry) {
            actions.edit(Edit::SetDistricts(wider));
        }
        if let Some(Answer::Districts(answer)) = exploring.on_show
            && let Some(arranged) = arrangement_chip(ui, spec, answer)
        {
            actions.edit(Edit::SetDistricts(arranged));
        }
    });
}

/// "by District".
fn kind_chip(
    ui: &mut Ui,
    spec: &DistrictsSpec,
    question: &Question,
    entry: &MeasureEntry,
) -> Option<DistrictsSpec> {
    let kinds = kinds_of(entry);
    let (kind, _) = spec.asked(question.clone()).areas(entry)?;
    ui.label(say::ask_by());
    let choices: Vec<Choice<'_>> = kinds
        .iter()
        .map(|kind| {
            let count = entry.areas_of(*kind).count();
            Choice::new(kind_words(*kind)).detail(say::districts_count(count))
        })
        .collect();
    let current = kinds.iter().position(|held| *held == kind);
    let chip = Chip::new(say::districts_chip_kind(), kind_words(kind), &choices).current(current);
    let kind = *kinds.get(chip.ui(ui).chosen?)?;
    Some(DistrictsSpec {
        kind: Some(kind),
        ..spec.clone()
    })
}

/// "shown as small charts".
fn arrangement_chip(
    ui: &mut Ui,
    spec: &DistrictsSpec,
    answer: &DistrictsAnswer,
) -> Option<DistrictsSpec> {
    let offered = arrangements(answer);
    ui.label(say::districts_shown_as());
    let choices: Vec<Choice<'_>> = offered
        .iter()
        .map(|arrangement| Choice::new(arrangement_words(*arrangement)))
        .collect();
    let current = offered.iter().position(|held| *held == spec.arrangement);
    // What cannot be drawn of this measure is drawn as small charts.
    let shown = if current.is_some() {
        spec.arrangement
    } else {
        DistrictsArrangement::SmallMultiples
    };
    let name = say::districts_chip_shown_as();
    let chip = Chip::new(name, arrangement_words(shown), &choices).current(current);
    let arrangement = *offered.get(chip.ui(ui).chosen?)?;
    Some(DistrictsSpec {
        arrangement,
        ..spec.clone()
    })
}

/// "compared with …".
fn wider_chip(
    ui: &mut Ui,
    spec: &DistrictsSpec,
    question: &Question,
    entry: &MeasureEntry,
) -> Option<DistrictsSpec> {
    let asked = spec.asked(question.clone());
    let (_, areas) = asked.areas(entry)?;
    let shown = asked.wider_area(entry, &areas);
    let others: Vec<&str> = entry
        .areas
        .iter()
        .map(|area| area.name.as_str())
        .filter(|name| !areas.iter().any(|area| area == name))
        .collect();
    ui.label(say::ask_compared());
    let named = others
        .iter()
        .map(|name| Choice::new(*name).found_by(entry.found_by(name)));
    let choices: Vec<Choice<'_>> = std::iter::once(Choice::new(say::compared_nothing()))
        .chain(named)
        .collect();
    let current = match &shown {
        None => Some(0),
        Some(name) => others
            .iter()
            .position(|other| other == name)
            .map(|at| at + 1),
    };
    let word = shown.unwrap_or_else(|| say::compared_nothing().to_owned());
    let chip = Chip::new(say::chip_comparator(), word, &choices).current(current);
    let chosen = chip.ui(ui).chosen?;
    let wider = match chosen.checked_sub(1).and_then(|at| others.get(at)) {
        Some(name) => WiderArea::Area((*name).to_owned()),
        None => WiderArea::Nothing,
    };
    Some(DistrictsSpec {
        wider,
        ..spec.clone()
    })
}

/// The kind of area as the menu names it.
fn kind_words(kind: AreaKind) -> &'static str {
    match kind {
        AreaKind::District => say::districts_kind_district(),
        AreaKind::CommunitySafetyPartnership => say::districts_kind_partnership(),
        AreaKind::Ward => say::districts_kind_ward(),
        AreaKind::PoliceForce => say::districts_kind_force(),
        AreaKind::County => say::districts_kind_county(),
        AreaKind::Region => say::districts_kind_region(),
        _ => say::districts_kind_area(),
    }
}

/// An arrangement as the menu names it.
fn arrangement_words(arrangement: DistrictsArrangement) -> &'static str {
    match arrangement {
        DistrictsArrangement::SmallMultiples => say::districts_as_small_charts(),
        DistrictsArrangement::Ranking => say::districts_as_ranking(),
        DistrictsArrangement::Tiles => say::districts_as_tiles(),
        DistrictsArrangement::Map => say::districts_as_map(),
        DistrictsArrangement::OneChart => say::districts_as_one_chart(),
        DistrictsArrangement::Funnel => say::districts_as_funnel(),
    }
}
