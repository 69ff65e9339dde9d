//! The sentence over the scorecard: "Show … for the latest period against …".

use egui::Ui;

use super::screen::Exploring;
use crate::analysis::Answer;
use crate::analysis::targets::Scorecard;
use crate::chart::wording::scorecard::when;
use crate::project::scorecard_spec::Against;
use crate::project::{Edit, ScorecardSpec};
use crate::ui::action::Actions;
use crate::ui::kit::{Chip, Choice, sentence};
use crate::words::say;

/// Draws the sentence.
pub(super) fn scorecard_sentence_ui(ui: &mut Ui, exploring: &Exploring<'_>, actions: &mut Actions) {
    let spec = &exploring.project.view.scorecard;
    let mut changed = spec.clone();
    sentence(ui, |ui| {
        ui.label(say::ask_show());
        plan_chip(ui, exploring, &mut changed);
        ui.label(say::ask_for());
        let scorecard = match exploring.on_show {
            Some(Answer::Scorecard(scorecard)) => Some(&**scorecard),
            _ => None,
        };
        period_chip(ui, scorecard, &mut changed);
        ui.label(say::scorecard_against());
        let choices = Against::ALL.map(|against| Choice::new(against_words(against)));
        let current = Against::ALL
            .iter()
            .position(|against| *against == spec.against);
        let name = say::scorecard_chip_against();
        let chip = Chip::new(name, against_words(spec.against), &choices).current(current);
        let chosen = chip.ui(ui).chosen;
        if let Some(against) = chosen.and_then(|index| Against::ALL.get(index)) {
            changed.against = *against;
        }
    });
    if changed != *spec {
        actions.edit(Edit::SetScorecard(changed));
    }
}

/// The latest period of each target, or a period by whose end the scorecard is told.
fn period_chip(ui: &mut Ui, scorecard: Option<&Scorecard>, changed: &mut ScorecardSpec) {
    let periods = scorecard.map_or(&[][..], |scorecard| &scorecard.periods);
    let mut choices = vec![Choice::new(say::scorecard_latest_period())];
    choices.extend(periods.iter().map(|period| Choice::new(when(period))));
    let current = match &changed.as_of {
        None => Some(0),
        Some(as_of) => periods
            .iter()
            .position(|period| period.covers_same_days(as_of))
            .map(|place| place + 1),
    };
    let word = changed
        .as_of
        .as_ref()
        .map_or_else(|| say::scorecard_latest_period().to_owned(), when);
    let chip = Chip::new(say::scorecard_chip_period(), word, &choices).current(current);
    if let Some(index) = chip.ui(ui).chosen {
        let place = index.checked_sub(1);
        changed.as_of = place.and_then(|place| periods.get(place)).copied();
    }
}

/// The plan whose targets are shown.
fn plan_chip(ui: &mut Ui, exploring: &Exploring<'_>, changed: &mut ScorecardSpec) {
    let mut plans: Vec<&str> = Vec::new();
    for target in exploring.project.targets.iter() {
        if !target.plan.is_empty() && !plans.contains(&target.plan.as_str()) {
            plans.push(&target.plan);
        }
    }
    let mut choices = vec![Choice::new(say::scorecard_all_targets())];
    choices.extend(plans.iter().map(|plan| Choice::new(*plan)));
    let plan = changed.plan.as_deref();
    let current = match plan {
        None => Some(0),
        Some(plan) => plans
            .iter()
            .position(|held| *held == plan)
            .map(|place| place + 1),
    };
    let word = plan.unwrap_or_else(|| say::scorecard_all_targets());
    let chip = Chip::new(say::scorecard_chip_targets(), word, &choices).current(current);
    if let Some(index) = chip.ui(ui).chosen {
        let place = index.checked_sub(1);
        changed.plan = place
            .and_then(|place| plans.get(place))
            .map(|plan| (*plan).to_owned());
    }
}

/// Against what targets are held, as the menu names it.
fn against_words(against: Against) -> &'static str {
    match against {
        Against::BaselineAndTarget => say::scorecard_against_both(),
        Against::Target => say::scorecard_against_target(),
    }
}
