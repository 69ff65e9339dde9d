//! The sentence over a list of concerns: "Show the 10 top concerns in … for … compared with …".

use egui::Ui;

use super::screen::Exploring;
use super::sentence::measure_chip;
use crate::analysis::{Answer, ConcernsAnswer, PeriodRange, Question};
use crate::data::Period;
use crate::project::{ConcernsSpec, Edit};
use crate::ui::action::Actions;
use crate::ui::kit::{Chip, Choice, sentence};
use crate::words::say;

/// How many issues can be shown.
const MOST: [usize; 4] = [5, 10, 15, 25];

/// Draws the sentence.
pub(super) fn concerns_sentence_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    question: &Question,
    actions: &mut Actions,
) {
    let spec = &exploring.project.view.concerns;
    let Some(Answer::Concerns(answer)) = exploring.on_show else {
        if let Some(entry) = exploring.catalogue.entry(&question.measure) {
            sentence(ui, |ui| {
                ui.label(say::ask_show());
                measure_chip(ui, exploring, question, entry, actions);
            });
        }
        return;
    };
    sentence(ui, |ui| {
        ui.label(say::concerns_show_top());
        if let Some(most) = most_chip(ui, spec) {
            let concerns = ConcernsSpec {
                most,
                ..spec.clone()
            };
            actions.edit(Edit::SetConcerns(concerns));
        }
        ui.label(say::concerns_noun());
        if let Some(area) = area_chip(ui, exploring, answer) {
            let concerns = ConcernsSpec {
                area: Some(area),
                ..spec.clone()
            };
            actions.edit(Edit::SetConcerns(concerns));
        }
        if let Some(to) = period_chip(ui, exploring, question, answer) {
            actions.edit(Edit::Ask(Question {
                periods: PeriodRange {
                    from: question.periods.from.filter(|from| from.end < to.end),
                    to: Some(to),
                },
                ..question.clone()
            }));
        }
        if let Some(with_wider) = wider_chip(ui, spec, answer) {
            let concerns = ConcernsSpec {
                with_wider,
                ..spec.clone()
            };
            actions.edit(Edit::SetConcerns(concerns));
        }
    });
}

/// "the top 10".
fn most_chip(ui: &mut Ui, spec: &ConcernsSpec) -> Option<usize> {
    let choices = MOST.map(|most| Choice::new(most.to_string()));
    let current = MOST.iter().position(|most| *most == spec.most);
    let name = say::concerns_chip_most();
    let chip = Chip::new(name, spec.most.to_string(), &choices).current(current);
    MOST.get(chip.ui(ui).chosen?).copied()
}

/// "in Ashfield".
fn area_chip(ui: &mut Ui, exploring: &Exploring<'_>, answer: &ConcernsAnswer) -> Option<String> {
    let areas = answer.areas(exploring.catalogue);
    if areas.is_empty() {
        return None;
    }
    ui.label(say::ask_in());
    let choices: Vec<Choice<'_>> = areas
        .iter()
        .map(|area| Choice::new(area.as_str()))
        .collect();
    let current = areas.iter().position(|area| *area == answer.area);
    let name = say::chip_area();
    let chip = Chip::new(name, answer.area.as_str(), &choices).current(current);
    areas.get(chip.ui(ui).chosen?).cloned()
}

/// "for 12 months to Jun 2022".
fn period_chip(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    question: &Question,
    answer: &ConcernsAnswer,
) -> Option<Period> {
    let period = answer.period?;
    let entry = exploring.catalogue.entry(&question.measure)?;
    let cadence = crate::analysis::Cadence::of(&period);
    let periods: Vec<Period> = entry.periods_of(cadence).collect();
    ui.label(say::ask_for());
    let choices: Vec<Choice<'_>> = periods
        .iter()
        .map(|period| Choice::new(period.label()))
        .collect();
    let current = periods
        .iter()
        .position(|held| held.covers_same_days(&period));
    let name = say::concerns_chip_period();
    let chip = Chip::new(name, period.label(), &choices).current(current);
    periods.get(chip.ui(ui).chosen?).copied()
}

/// "compared with Nottinghamshire"; nothing where there is no wider area.
fn wider_chip(ui: &mut Ui, spec: &ConcernsSpec, answer: &ConcernsAnswer) -> Option<bool> {
    let wider = answer.wider.as_deref();
    if spec.with_wider && wider.is_none() {
        return None;
    }
    ui.label(say::ask_compared());
    let choices = [
        Choice::new(say::compared_nothing()),
        Choice::new(wider.unwrap_or_else(|| say::concerns_wider_area())),
    ];
    let name = say::chip_comparator();
    let chip = Chip::of(name, &choices, usize::from(spec.with_wider));
    Some(chip.ui(ui).chosen? == 1)
}
