//! The sentence over the chart, whose words are menus: "Show … by … in … from … to … compared with …".

use egui::Ui;

use super::own_group_draft::OwnGroupDraft;
use super::screen::Exploring;
use super::spoken::{shown_as_words, shown_as_words_in};
use crate::analysis::catalogue::{CatalogueArea, MeasureEntry};
use crate::analysis::{Cadence, Comparator, Question, ShownAs, Split};
use crate::data::{AreaKind, Period};
use crate::import::area_kind_words;
use crate::project::Edit;
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::data_words::{cadence_words, theme_title, unit_words};
use crate::ui::kit::{Chip, Choice, sentence};
use crate::words::say;

/// Draws the sentence.
pub fn sentence_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    question: &Question,
    actions: &mut Actions,
) {
    let Some(entry) = exploring.catalogue.entry(&question.measure) else {
        return;
    };
    sentence(ui, |ui| {
        ui.label(say::ask_show());
        measure_chip(ui, exploring, question, entry, actions);
        split_chip(ui, exploring, question, entry, actions);
        if let Some(asked) = area_chip(ui, question, entry) {
            actions.edit(Edit::Ask(asked));
        }
        if let Some(asked) = period_chips(ui, exploring, question, entry) {
            actions.edit(Edit::Ask(asked));
        }
        if let Some(asked) = comparator_chip(ui, question, entry) {
            actions.edit(Edit::Ask(asked));
        }
    });
}

/// "… as …": the measure and its unit.
pub(super) fn measure_chip(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    question: &Question,
    entry: &MeasureEntry,
    actions: &mut Actions,
) {
    let measures: Vec<_> = exploring.catalogue.measures().collect();
    let choices: Vec<Choice<'_>> = measures
        .iter()
        .map(|(_, entry)| {
            Choice::new(&*entry.measure.name)
                .detail(unit_words(entry.measure.unit))
                .section(theme_title(entry.measure.theme))
        })
        .collect();
    let current = measures
        .iter()
        .position(|(key, _)| **key == question.measure);
    let chip = Chip::new(say::role_measure(), &*entry.measure.name, &choices).current(current);
    if let Some((key, _)) = chip.ui(ui).chosen.and_then(|index| measures.get(index)) {
        actions.send(Action::ShowMeasure((*key).clone()));
    }
    ui.label(say::ask_as());
    as_chip(ui, exploring, question, entry, actions);
}

/// "as …": the same measure in another unit, which is another entry of the catalogue with the same name, or
/// its values worked out otherwise.
fn as_chip(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    question: &Question,
    entry: &MeasureEntry,
    actions: &mut Actions,
) {
    let catalogue = exploring.catalogue;
    let units: Vec<_> = catalogue
        .measures()
        .filter(|(_, other)| other.names.folded.first() == entry.names.folded.first())
        .collect();
    let worked_out: Vec<ShownAs> = ShownAs::ALL
        .into_iter()
        .filter(|shown_as| *shown_as != ShownAs::AsGiven && shown_as.is_offered(catalogue, entry))
        .collect();
    let choices: Vec<Choice<'_>> = units
        .iter()
        .map(|(_, entry)| Choice::new(unit_words(entry.measure.unit)).section(say::section_given()))
        .chain(worked_out.iter().map(|shown_as| {
            let detail = match shown_as {
                ShownAs::Rate => say::shown_as_per_100000(),
                _ => "",
            };
            let choice = Choice::new(shown_as_words(*shown_as)).detail(detail);
            choice.section(say::section_worked_out())
        }))
        .collect();
    let in_worked_out = worked_out
        .iter()
        .position(|shown_as| *shown_as == question.shown_as);
    let current = match in_worked_out {
        Some(index) => Some(units.len() + index),
        None => units.iter().position(|(key, _)| **key == question.measure),
    };
    let words = match in_worked_out {
        Some(_) => {
            let come_out = exploring
                .answer
                .filter(|held| held.shown_as == question.shown_as);
            let unit = come_out.map_or(entry.measure.unit, |held| held.measure.unit);
            shown_as_words_in(question.shown_as, unit)
        }
        None => unit_words(entry.measure.unit),
    };
    let Some(chosen) = Chip::new(say::role_unit(), words, &choices)
        .current(current)
        .ui(ui)
        .chosen
    else {
        return;
    };
    let shown_as = chosen
        .checked_sub(units.len())
        .and_then(|index| worked_out.get(index));
    match (units.get(chosen), shown_as) {
        (Some((key, _)), _) if **key != question.measure => {
            actions.send(Action::ShowMeasure((*key).clone()));
        }
        (_, shown_as) => actions.edit(Edit::Ask(Question {
            shown_as: shown_as.copied().unwrap_or_default(),
            ..question.clone()
        })),
    }
}

/// "by …": areas, one dimension, or two of them; last a group that is still to be made.
fn split_chip(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    question: &Question,
    entry: &MeasureEntry,
    actions: &mut Actions,
) {
    let mut splits = vec![Split::Areas];
    let dimensions: Vec<&String> = entry.dimensions.keys().collect();
    splits.extend(
        dimensions
            .iter()
            .map(|dimension| Split::Dimensions(vec![(*dimension).clone()])),
    );
    for (index, one) in dimensions.iter().enumerate() {
        for other in dimensions.iter().skip(index + 1) {
            splits.push(Split::Dimensions(vec![(*one).clone(), (*other).clone()]));
        }
    }
    ui.label(say::ask_by());
    let mut choices: Vec<Choice<'_>> = splits
        .iter()
        .map(|split| {
            let section = match split {
                Split::Areas => "",
                Split::Dimensions(dimensions) if dimensions.len() == 1 => say::roles_groups(),
                Split::Dimensions(_) => say::section_side_by_side(),
            };
            Choice::new(split_words(split)).section(section)
        })
        .collect();
    let current = splits.iter().position(|split| *split == question.split);
    choices.extend(own_group_choice(exploring));
    let chip =
        Chip::new(say::chip_split(), split_words(&question.split), &choices).current(current);
    match chip.ui(ui).chosen.map(|chosen| splits.get(chosen)) {
        None => {}
        Some(Some(split)) => {
            actions.edit(Edit::Ask(with_split(question, entry, split.clone())));
        }
        Some(None) => actions.run(Command::MakeGroup),
    }
}

/// The last line of the menus of splits, where the project has a survey to make groups of.
pub(super) fn own_group_choice(exploring: &Exploring<'_>) -> Option<Choice<'static>> {
    let choice = Choice::new(Command::MakeGroup.text()).section(say::section_not_listed());
    OwnGroupDraft::is_offered(exploring.project).then_some(choice)
}

/// The question by another split; its areas and its comparator follow where areas take the place of groups
/// of people, or the other way round.
pub(super) fn with_split(question: &Question, entry: &MeasureEntry, split: Split) -> Question {
    let mut asked = question.clone();
    if (split == Split::Areas) != (question.split == Split::Areas) {
        asked.areas.clear();
        if split == Split::Areas {
            asked.areas = preset_areas(entry)
                .into_iter()
                .next()
                .map(|(_, areas)| areas)
                .unwrap_or_default();
            asked.comparator = Comparator::Nothing;
        } else {
            asked.areas = entry
                .widest_area()
                .map(|area| area.name.clone())
                .into_iter()
                .collect();
            asked.comparator = if entry.has_everyone {
                Comparator::Everyone
            } else {
                Comparator::Nothing
            };
        }
    }
    asked.split = split;
    asked
}

pub(super) fn split_words(split: &Split) -> String {
    match split {
        Split::Areas => say::split_area().to_owned(),
        Split::Dimensions(dimensions) => {
            let mut dimensions = dimensions.iter();
            let first = dimensions.next().cloned().unwrap_or_default();
            dimensions.fold(first, |one, other| {
                let other = other.to_lowercase();
                say::SplitTwo { one, other }.say()
            })
        }
    }
}

/// Groups of areas that can be chosen at once, with their words.
fn preset_areas(entry: &MeasureEntry) -> Vec<(String, Vec<String>)> {
    let kinds = [
        (AreaKind::District, say::areas_districts()),
        (
            AreaKind::CommunitySafetyPartnership,
            say::areas_partnerships(),
        ),
        (AreaKind::PoliceForce, say::areas_forces()),
        (AreaKind::Region, say::areas_regions()),
        (AreaKind::Other, say::areas_others()),
    ];
    kinds
        .into_iter()
        .map(|(kind, words)| {
            let areas: Vec<String> = entry.areas_of(kind).map(|area| area.name.clone()).collect();
            (words.to_owned(), areas)
        })
        .filter(|(_, areas)| areas.len() > 1)
        .collect()
}

/// "in …": one area, or all of a kind where areas are the lines. With one area there is nothing to choose.
pub(super) fn area_chip(
    ui: &mut Ui,
    question: &Question,
    entry: &MeasureEntry,
) -> Option<Question> {
    if entry.areas.is_empty() {
        return None;
    }
    let mut groups = if question.split == Split::Areas {
        preset_areas(entry)
    } else {
        Vec::new()
    };
    let group_count = groups.len();
    groups.extend(
        entry
            .areas
            .iter()
            .map(|area| (area.name.clone(), vec![area.name.clone()])),
    );
    ui.label(say::ask_in());
    let choices: Vec<Choice<'_>> = groups
        .iter()
        .enumerate()
        .map(
            |(index, (words, areas))| match index.checked_sub(group_count) {
                None => Choice::new(&**words)
                    .detail(say::count_lines(areas.len()))
                    .section(say::section_several()),
                Some(single) => {
                    let area = entry.areas.get(single);
                    let kind = area.map_or("", |area| area_kind_words(area.kind));
                    let others = area.map_or_else(String::new, CatalogueArea::found_by);
                    Choice::new(&**words)
                        .detail(kind)
                        .section(say::section_one())
                        .found_by(others)
                }
            },
        )
        .collect();
    let current = groups
        .iter()
        .position(|(_, areas)| *areas == question.areas);
    let word = match (
        current.and_then(|index| groups.get(index)),
        question.areas.as_slice(),
    ) {
        (Some((words, _)), _) => words.clone(),
        (None, []) => say::areas_everywhere().to_owned(),
        (None, [one]) => one.clone(),
        (None, several) => say::count_areas(several.len()),
    };
    let chip = Chip::new(say::chip_area(), word, &choices).current(current);
    let (_, areas) = groups.get(chip.ui(ui).chosen?)?;
    Some(Question {
        areas: areas.clone(),
        ..question.clone()
    })
}

/// "from … to …", and the length of the periods where there are several.
pub(super) fn period_chips(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    question: &Question,
    entry: &MeasureEntry,
) -> Option<Question> {
    let shown = exploring.answer.and_then(|answer| answer.cadence);
    let cadence = question
        .cadence
        .or(shown)
        .or_else(|| entry.main_cadence())?;
    let periods: Vec<Period> = entry.periods_of(cadence).collect();
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else {
        return None;
    };
    let mut asked = cadence_chip(ui, question, entry, cadence);
    let choices: Vec<Choice<'_>> = periods
        .iter()
        .map(|period| Choice::new(period.label()))
        .collect();
    if let [only] = periods.as_slice() {
        ui.label(say::ask_for());
        Chip::new(say::role_period(), only.label(), &choices).ui(ui);
        return asked;
    }
    for (name, word, is_from) in [
        (say::chip_from(), say::ask_from(), true),
        (say::chip_to(), say::ask_to(), false),
    ] {
        ui.label(word);
        let bound = if is_from {
            question.periods.from
        } else {
            question.periods.to
        };
        let shown = bound.unwrap_or(if is_from { *first } else { *last });
        let current = periods
            .iter()
            .position(|period| period.covers_same_days(&shown));
        let chip = Chip::new(name, shown.label(), &choices).current(current);
        let Some(period) = chip.ui(ui).chosen.and_then(|index| periods.get(index)) else {
            continue;
        };
        let mut range = question.periods;
        if is_from {
            range.from = Some(*period);
            // A range that would be empty moves its other end along.
            range.to = range.to.filter(|to| to.end >= period.end);
        } else {
            range.to = Some(*period);
            range.from = range.from.filter(|from| from.end <= period.end);
        }
        asked = Some(Question {
            periods: range,
            ..question.clone()
        });
    }
    asked
}

/// The length of the periods, where there are several.
pub(super) fn cadence_chip(
    ui: &mut Ui,
    question: &Question,
    entry: &MeasureEntry,
    cadence: Cadence,
) -> Option<Question> {
    if entry.periods.len() < 2 {
        return None;
    }
    ui.label(",");
    let cadences: Vec<Cadence> = entry.periods.keys().copied().collect();
    let choices: Vec<Choice<'_>> = cadences
        .iter()
        .map(|cadence| {
            let count = entry.periods_of(*cadence).count();
            Choice::new(cadence_words(*cadence)).detail(say::count_periods(count))
        })
        .collect();
    let current = cadences.iter().position(|other| *other == cadence);
    let chosen = Chip::new(say::chip_length(), cadence_words(cadence), &choices)
        .current(current)
        .ui(ui)
        .chosen;
    Some(Question {
        cadence: Some(*cadences.get(chosen?)?),
        periods: crate::analysis::PeriodRange::default(),
        ..question.clone()
    })
}

/// "compared with …".
fn comparator_chip(ui: &mut Ui, question: &Question, entry: &MeasureEntry) -> Option<Question> {
    let mut comparators = vec![Comparator::Nothing];
    if entry.has_everyone && !(entry.dimensions.is_empty()) {
        comparators.push(Comparator::Everyone);
    }
    comparators.extend(
        entry
            .areas
            .iter()
            .map(|area| Comparator::Area(area.name.clone())),
    );
    if comparators.len() < 2 {
        return None;
    }
    ui.label(say::ask_compared());
    let choices: Vec<Choice<'_>> = comparators
        .iter()
        .map(|comparator| {
            let choice = Choice::new(comparator_words(comparator));
            match comparator {
                Comparator::Area(name) => choice.found_by(entry.found_by(name)),
                Comparator::Nothing | Comparator::Everyone => choice,
            }
        })
        .collect();
    let current = comparators
        .iter()
        .position(|comparator| *comparator == question.comparator);
    let chip = Chip::new(
        say::chip_comparator(),
        comparator_words(&question.comparator),
        &choices,
    )
    .current(current);
    let comparator = comparators.get(chip.ui(ui).chosen?)?.clone();
    Some(Question {
        comparator,
        ..question.clone()
    })
}

fn comparator_words(comparator: &Comparator) -> String {
    match comparator {
        Comparator::Nothing => say::compared_nothing().to_owned(),
        Comparator::Everyone => say::compared_everyone().to_owned(),
        Comparator::Area(name) => name.clone(),
    }
}
