//! "Show … as … by every cohort in … for … and change since …".

use egui::Ui;

use super::screen::Exploring;
use super::sentence::{area_chip, cadence_chip, measure_chip};
use crate::analysis::catalogue::MeasureEntry;
use crate::analysis::priority::PriorityAnswer;
use crate::analysis::{Answer, PeriodRange, Question, Split};
use crate::data::Period;
use crate::project::{Edit, PrioritySpec};
use crate::ui::action::Actions;
use crate::ui::kit::{Chip, Choice, sentence};
use crate::words::say;

/// Draws the sentence.
pub(super) fn priority_sentence_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    question: &Question,
    actions: &mut Actions,
) {
    let Some(entry) = exploring.catalogue.entry(&question.measure) else {
        return;
    };
    let answer = match exploring.on_show {
        Some(Answer::PriorityCohorts(answer)) => Some(answer.as_ref()),
        _ => None,
    };
    sentence(ui, |ui| {
        ui.label(say::ask_show());
        measure_chip(ui, exploring, question, entry, actions);
        if let Some(spec) = cohorts_chip(ui, exploring.project.view.priority) {
            actions.edit(Edit::SetPriority(spec));
        }
        if let Some(asked) = place_chip(ui, question, entry, answer) {
            actions.edit(Edit::Ask(asked));
        }
        let Some(answer) = answer else { return };
        let cadence = question.cadence.or(answer.cadence);
        let length = cadence.and_then(|cadence| cadence_chip(ui, question, entry, cadence));
        if let Some(asked) = period_chips(ui, question, answer).or(length) {
            actions.edit(Edit::Ask(asked));
        }
    });
}

/// "by every cohort".
fn cohorts_chip(ui: &mut Ui, spec: PrioritySpec) -> Option<PrioritySpec> {
    let scopes = [
        (true, false, say::cohorts_single()),
        (false, true, say::cohorts_pairs()),
        (true, true, say::cohorts_both()),
    ];
    ui.label(say::ask_by());
    let choices = scopes.map(|(_, _, words)| Choice::new(words));
    let current = scopes
        .iter()
        .position(|(singles, pairs, _)| (*singles, *pairs) == (spec.singles, spec.pairs));
    let word = current
        .and_then(|place| scopes.get(place))
        .map_or(say::cohorts_none(), |(_, _, words)| words);
    let chip = Chip::new(say::chip_cohorts(), word, &choices).current(current);
    let (singles, pairs, _) = *scopes.get(chip.ui(ui).chosen?)?;
    Some(PrioritySpec {
        singles,
        pairs,
        ..spec
    })
}

/// "in …": always one place, whatever areas the other tabs show as lines.
fn place_chip(
    ui: &mut Ui,
    question: &Question,
    entry: &MeasureEntry,
    answer: Option<&PriorityAnswer>,
) -> Option<Question> {
    let place = answer.map(|answer| answer.place.clone());
    let areas: Vec<String> = match (place, question.areas.as_slice()) {
        (_, [one]) => vec![one.clone()],
        (Some(place), _) if !place.is_empty() => vec![place],
        _ => Vec::new(),
    };
    // Groups of areas are lines of a trend; here a place is asked about.
    let as_asked = Question {
        split: Split::Dimensions(Vec::new()),
        areas,
        ..question.clone()
    };
    let chosen = area_chip(ui, &as_asked, entry)?;
    Some(Question {
        split: question.split.clone(),
        ..chosen
    })
}

/// "for … and change since …".
fn period_chips(ui: &mut Ui, question: &Question, answer: &PriorityAnswer) -> Option<Question> {
    let now = answer.now?;
    let mut asked = None;
    let choose = |ui: &mut Ui, name: &str, shown: &Period, periods: &[Period]| -> Option<Period> {
        let choices: Vec<Choice<'_>> = periods
            .iter()
            .map(|period| Choice::new(period.label()))
            .collect();
        let current = periods.iter().position(|period| period == shown);
        let chip = Chip::new(name, shown.label(), &choices).current(current);
        periods.get(chip.ui(ui).chosen?).copied()
    };
    ui.label(say::ask_for());
    if let Some(to) = choose(ui, say::role_period(), &now, &answer.periods) {
        let from = question.periods.from.filter(|from| from.end <= to.start);
        asked = Some(PeriodRange { from, to: Some(to) });
    }
    if let Some(then) = answer.then {
        let before: Vec<Period> = answer
            .periods
            .iter()
            .filter(|period| period.end <= now.start)
            .copied()
            .collect();
        ui.label(say::ask_change_since());
        if let Some(from) = choose(ui, say::chip_since(), &then, &before) {
            let from = Some(from);
            asked = Some(PeriodRange {
                from,
                to: Some(now),
            });
        }
    }
    asked.map(|periods| Question {
        periods,
        ..question.clone()
    })
}
