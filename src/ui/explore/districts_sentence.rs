//! The sentence over areas side by side: "Show … as … by District from … to … compared with …".

use egui::Ui;

use super::screen::Exploring;
use super::sentence::{measure_chip, period_chips};
use crate::analysis::catalogue::MeasureEntry;
use crate::analysis::districts::{WiderArea, kinds_of};
use crate::analysis::{Answer, DistrictsAnswer, Question};
use crate::chart::districts::arrangements;
use crate::chart::wording::district_ranking::arrangement_words;
use crate::chart::wording::districts as wording;
use crate::project::{DistrictsArrangement, DistrictsSpec, Edit};
use crate::ui::action::Actions;
use crate::ui::kit::{Chip, Choice, sentence};

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
        ui.label("Show");
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
    ui.label("by");
    let choices: Vec<Choice<'_>> = kinds
        .iter()
        .map(|kind| {
            let count = entry.areas_of(*kind).count();
            Choice::new(wording::kind_words(*kind)).detail(format!("{count} of them"))
        })
        .collect();
    let current = kinds.iter().position(|held| *held == kind);
    let chip = Chip::new("Kind of area", wording::kind_words(kind), &choices).current(current);
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
    ui.label("shown as");
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
    let chip = Chip::new("Shown as", arrangement_words(shown), &choices).current(current);
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
    ui.label("compared with");
    let named = others
        .iter()
        .map(|name| Choice::new(*name).found_by(entry.found_by(name)));
    let choices: Vec<Choice<'_>> = std::iter::once(Choice::new("nothing"))
        .chain(named)
        .collect();
    let current = match &shown {
        None => Some(0),
        Some(name) => others
            .iter()
            .position(|other| other == name)
            .map(|at| at + 1),
    };
    let word = shown.unwrap_or_else(|| String::from("nothing"));
    let chip = Chip::new("Comparator", word, &choices).current(current);
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
