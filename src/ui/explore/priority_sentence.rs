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
        ui.label("Show");
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
    const SCOPES: [(bool, bool, &str); 3] = [
        (true, false, "every cohort"),
        (false, true, "every pair of cohorts"),
        (true, true, "every cohort and pair"),
    ];
    ui.label("by");
    let choices = SCOPES.map(|(_, _, words)| Choice::new(words));
    let current = SCOPES
        .iter()
        .position(|(singles, pairs, _)| (*singles, *pairs) == (spec.singles, spec.pairs));
    let word = current
        .and_then(|place| SCOPES.get(place))
        .map_or("no cohort", |(_, _, words)| words);
    let chip = Chip::new("Cohorts", word, &choices).current(current);
    let (singles, pairs, _) = *SCOPES.get(chip.ui(ui).chosen?)?;
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
    ui.label("for");
    if let Some(to) = choose(ui, "Period", &now, &answer.periods) {
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
        ui.label("and change since");
        if let Some(from) = choose(ui, "Since", &then, &before) {
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
