//! The sentence over the charts of groups: "Show … by … in … for …, each against the rest", and
//! "Show … by … in … from … to …".

use egui::Ui;

use super::screen::Exploring;
use super::sentence::{area_chip, measure_chip, own_group_choice, split_words, with_split};
use super::state::ExploreTab;
use crate::analysis::catalogue::MeasureEntry;
use crate::analysis::{Answer, Question, Split};
use crate::data::Period;
use crate::project::{BreakdownDrawing, Edit, GroupSpec, HeatmapCells};
use crate::ui::action::Actions;
use crate::ui::command::Command;
use crate::ui::kit::{Chip, Choice, sentence};
use crate::words::say;

/// Draws the sentence of a tab.
pub(super) fn group_sentence_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    question: &Question,
    tab: ExploreTab,
    actions: &mut Actions,
) {
    let Some(entry) = exploring.catalogue.entry(&question.measure) else {
        return;
    };
    sentence(ui, |ui| {
        ui.label(say::ask_show());
        measure_chip(ui, exploring, question, entry, actions);
        let spec = &exploring.project.view.groups;
        grouping_chip(ui, (exploring, spec), question, entry, actions);
        if let Some(asked) = area_chip(ui, question, entry) {
            actions.edit(Edit::Ask(asked));
        }
        let asked = if tab == ExploreTab::Change {
            period_chips(ui, exploring, question, entry)
        } else {
            period_chip(ui, exploring, question, entry)
        };
        if let Some(asked) = asked {
            actions.edit(Edit::Ask(asked));
        }
        if tab != ExploreTab::Change && is_against_rest(spec) {
            ui.label(say::ask_against_rest());
        }
    });
}

/// "by …": every grouping at once, one of them, or areas.
fn grouping_chip(
    ui: &mut Ui,
    (exploring, spec): (&Exploring<'_>, &GroupSpec),
    question: &Question,
    entry: &MeasureEntry,
    actions: &mut Actions,
) {
    let dimensions: Vec<&String> = entry.dimensions.keys().collect();
    // Every grouping with its split; none is every one of them.
    let mut groupings: Vec<Option<Split>> = Vec::new();
    if dimensions.len() > 1 {
        groupings.push(None);
    }
    let one = |dimension: &&String| Some(Split::Dimensions(vec![(*dimension).clone()]));
    groupings.extend(dimensions.iter().map(one));
    if !entry.areas.is_empty() {
        groupings.push(Some(Split::Areas));
    }
    let is_every = spec.every_dimension
        && dimensions.len() > 1
        && matches!(question.split, Split::Dimensions(_));
    let words = |grouping: &Option<Split>| match grouping {
        None => say::split_every().to_owned(),
        Some(split) => split_words(split),
    };
    let now = (!is_every).then(|| question.split.clone());
    ui.label(say::ask_by());
    let mut choices: Vec<Choice<'_>> = groupings
        .iter()
        .map(|grouping| Choice::new(words(grouping)))
        .collect();
    let current = groupings.iter().position(|grouping| *grouping == now);
    choices.extend(own_group_choice(exploring));
    let chip = Chip::new(say::chip_split(), words(&now), &choices).current(current);
    let Some(chosen) = chip.ui(ui).chosen else {
        return;
    };
    let Some(chosen) = groupings.get(chosen) else {
        actions.run(Command::MakeGroup);
        return;
    };
    let first = || {
        Split::Dimensions(
            dimensions
                .iter()
                .take(1)
                .map(|held| (*held).clone())
                .collect(),
        )
    };
    let split = match chosen {
        Some(split) => split.clone(),
        None if question.split == Split::Areas => first(),
        None => question.split.clone(),
    };
    if split != question.split {
        actions.edit(Edit::Ask(with_split(question, entry, split)));
    }
    let every_dimension = match chosen {
        None => true,
        Some(Split::Dimensions(_)) => false,
        Some(Split::Areas) => spec.every_dimension,
    };
    if every_dimension != spec.every_dimension {
        actions.edit(Edit::SetGroups(GroupSpec {
            every_dimension,
            ..spec.clone()
        }));
    }
}

/// Whether what a breakdown draws is against the rest.
fn is_against_rest(spec: &GroupSpec) -> bool {
    match spec.breakdown_drawing {
        BreakdownDrawing::Dots => true,
        BreakdownDrawing::Heatmap => spec.heatmap_cells == HeatmapCells::AgainstRest,
        BreakdownDrawing::SmallMultiples => false,
    }
}

/// The periods of which one may be chosen.
fn periods(exploring: &Exploring<'_>, question: &Question, entry: &MeasureEntry) -> Vec<Period> {
    let shown = match exploring.on_show {
        Some(Answer::Breakdown(answer)) => answer.cadence,
        _ => exploring.answer.and_then(|answer| answer.cadence),
    };
    let cadence = question.cadence.or(shown).or_else(|| entry.main_cadence());
    cadence.map_or_else(Vec::new, |cadence| entry.periods_of(cadence).collect())
}

/// "for …".
fn period_chip(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    question: &Question,
    entry: &MeasureEntry,
) -> Option<Question> {
    let periods = periods(exploring, question, entry);
    let shown = match exploring.on_show {
        Some(Answer::Breakdown(answer)) => answer.period,
        _ => question.periods.to,
    };
    let shown = shown.or_else(|| periods.last().copied())?;
    // A breakdown of all periods goes as far as this one.
    let is_over_time = matches!(exploring.on_show, Some(Answer::GroupsOverTime(_)));
    ui.label(if is_over_time {
        say::ask_up_to()
    } else {
        say::ask_for()
    });
    let chosen = one_of(ui, say::role_period(), &shown, &periods)?;
    Some(until(question, chosen))
}

/// "from … to …".
fn period_chips(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    question: &Question,
    entry: &MeasureEntry,
) -> Option<Question> {
    let periods = periods(exploring, question, entry);
    let Some(Answer::Change(answer)) = exploring.on_show else {
        return None;
    };
    let Some((from, to)) = answer.periods else {
        // One period alone, or periods that overlap: another end may help.
        return period_chip(ui, exploring, question, entry);
    };
    let earlier: Vec<Period> = periods
        .iter()
        .filter(|period| period.end <= to.start)
        .copied()
        .collect();
    ui.label(say::ask_from());
    if let Some(chosen) = one_of(ui, say::chip_from(), &from, &earlier) {
        let mut asked = question.clone();
        asked.periods.from = Some(chosen);
        return Some(asked);
    }
    let first = periods.first().copied()?;
    let later: Vec<Period> = periods
        .iter()
        .filter(|period| first.end <= period.start)
        .copied()
        .collect();
    ui.label(say::ask_to());
    let chosen = one_of(ui, say::chip_to(), &to, &later)?;
    let mut asked = until(question, chosen);
    // A beginning that no longer lies before the end is given up.
    asked.periods.from = asked.periods.from.filter(|from| from.end <= chosen.start);
    Some(asked)
}

/// The question up to a period.
fn until(question: &Question, to: Period) -> Question {
    let mut asked = question.clone();
    asked.periods.to = Some(to);
    asked.periods.from = asked.periods.from.filter(|from| from.end <= to.end);
    asked
}

fn one_of(ui: &mut Ui, name: &str, shown: &Period, periods: &[Period]) -> Option<Period> {
    let choices: Vec<Choice<'_>> = periods
        .iter()
        .map(|period| Choice::new(period.label()))
        .collect();
    let current = periods
        .iter()
        .position(|period| period.covers_same_days(shown));
    let chip = Chip::new(name, shown.label(), &choices).current(current);
    periods.get(chip.ui(ui).chosen?).copied()
}
