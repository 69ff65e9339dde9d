//! The sentences over what is shown respondent by respondent: "Show … down and … across in … among …" and
//! "Show the answers to … by … in … among …".

use egui::Ui;

use super::banner_chips::banner_chips_ui;
use super::screen::Exploring;
use crate::analysis::answer_scale::ScaleBars;
use crate::analysis::survey_view::{Among, SurveyChoices, SurveySetting, SurveyTime};
use crate::analysis::{Answer, Question};
use crate::chart::wording::phrase;
use crate::data::Period;
use crate::data::place_names::other_names;
use crate::project::{CrossTabSpec, Edit, ScaleSpec};
use crate::ui::action::{Action, Actions};
use crate::ui::kit::{Chip, Choice, sentence};
use crate::words::say;

/// Draws the sentence over a cross-tab.
pub(super) fn cross_tab_sentence_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    question: &Question,
    actions: &mut Actions,
) {
    let spec = &exploring.project.view.cross_tab;
    let Some(Answer::CrossTab(answer)) = exploring.on_show else {
        return;
    };
    let choices = &answer.choices;
    sentence(ui, |ui| {
        ui.label(say::ask_show());
        question_chip(ui, exploring, question, choices, actions);
        if choices.columns.is_empty() {
            return;
        }
        ui.label(say::ask_down());
        if let Some(across) = banner_chips_ui(ui, answer) {
            actions.edit(Edit::SetCrossTab(CrossTabSpec {
                across: Some(across),
                ..spec.clone()
            }));
        }
        ui.label(say::ask_across());
        let period = answer.table.as_ref().ok().and_then(|table| table.period);
        setting_chips(ui, exploring, choices, period, true, actions);
    });
}

/// Draws the sentence over a scale of answers.
pub(super) fn scale_sentence_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    question: &Question,
    actions: &mut Actions,
) {
    let spec = &exploring.project.view.scale;
    let Some(Answer::Answers(answer)) = exploring.on_show else {
        return;
    };
    let choices = &answer.choices;
    sentence(ui, |ui| {
        ui.label(say::ask_show_answers());
        question_chip(ui, exploring, question, choices, actions);
        if choices.columns.is_empty() {
            return;
        }
        ui.label(say::ask_by());
        let scale = answer.scale.as_ref().ok();
        let shown = scale.and_then(|scale| scale.by.as_ref());
        let is_by_period = spec.bars == ScaleBars::Periods;
        let columns = choices.columns.iter().map(|column| {
            let section = if column.is_grouping {
                say::section_groups()
            } else {
                say::section_answers_to()
            };
            Choice::new(phrase::inside(&column.name)).section(section)
        });
        let list: Vec<Choice<'_>> = std::iter::once(Choice::new(say::by_period()))
            .chain(columns)
            .collect();
        let current = if is_by_period {
            Some(0)
        } else {
            let held = choices
                .columns
                .iter()
                .position(|column| Some(column) == shown);
            held.map(|place| place + 1)
        };
        let word = match (is_by_period, shown) {
            (true, _) => say::by_period().to_owned(),
            (false, Some(column)) => phrase::inside(&column.name),
            (false, None) => String::from("…"),
        };
        if let Some(chosen) = Chip::new(say::chip_by(), word, &list)
            .current(current)
            .ui(ui)
            .chosen
        {
            let column = chosen
                .checked_sub(1)
                .and_then(|place| choices.columns.get(place));
            actions.edit(Edit::SetScale(ScaleSpec {
                bars: column.map_or(ScaleBars::Periods, |column| {
                    ScaleBars::Groups(column.key.clone())
                }),
                ..spec.clone()
            }));
        }
        let period = scale.and_then(|scale| scale.period);
        setting_chips(ui, exploring, choices, period, !is_by_period, actions);
    });
}

/// The question, among all questions of surveys.
fn question_chip(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    question: &Question,
    choices: &SurveyChoices,
    actions: &mut Actions,
) {
    let shown = match exploring.on_show {
        Some(Answer::CrossTab(answer)) => answer
            .table
            .as_ref()
            .ok()
            .map(|table| table.figures.question.clone()),
        Some(Answer::Answers(answer)) => answer
            .scale
            .as_ref()
            .ok()
            .map(|scale| scale.question.clone()),
        _ => None,
    };
    let entry = exploring.catalogue.entry(&question.measure);
    let word = shown
        .clone()
        .or_else(|| entry.map(|entry| entry.measure.name.clone()));
    let list: Vec<Choice<'_>> = choices
        .questions
        .iter()
        .map(|held| Choice::new(&*held.name))
        .collect();
    let current = choices
        .questions
        .iter()
        .position(|held| Some(&held.name) == shown.as_ref());
    let chip = Chip::new(say::chip_question(), word.unwrap_or_default(), &list)
        .current(current)
        .action();
    if let Some(held) = chip
        .ui(ui)
        .chosen
        .and_then(|place| choices.questions.get(place))
    {
        actions.send(Action::ShowMeasure(held.measure.clone()));
    }
}

/// Who is asked about, in words.
fn among_words(among: &Among) -> &str {
    match among {
        Among::Everyone => say::among_everyone(),
        Among::Entry { .. } | Among::Own(_) => among.words(),
    }
}

/// "in … among …".
fn setting_chips(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    choices: &SurveyChoices,
    shown: Option<Period>,
    has_time: bool,
    actions: &mut Actions,
) {
    let spec = &exploring.project.view.cross_tab;
    let set = |setting: SurveySetting, actions: &mut Actions| {
        actions.edit(Edit::SetCrossTab(CrossTabSpec {
            setting,
            ..spec.clone()
        }));
    };
    if has_time {
        ui.label(say::ask_in_time());
        let whenever = std::iter::once(Choice::new(say::all_interviews()));
        let periods = choices
            .periods
            .iter()
            .map(|period| Choice::new(period.label()));
        let list: Vec<Choice<'_>> = whenever.chain(periods).collect();
        let current = match spec.setting.time {
            SurveyTime::Whenever => Some(0),
            _ => shown.and_then(|shown| {
                let mut periods = choices.periods.iter();
                periods
                    .position(|period| period.covers_same_days(&shown))
                    .map(|at| at + 1)
            }),
        };
        let word = match (spec.setting.time, shown) {
            (SurveyTime::In(period), _) | (SurveyTime::Latest, Some(period)) => period.label(),
            (SurveyTime::Latest | SurveyTime::Whenever, _) => say::all_interviews().to_owned(),
        };
        if let Some(chosen) = Chip::new(say::role_period(), word, &list)
            .current(current)
            .ui(ui)
            .chosen
        {
            let period = chosen.checked_sub(1).and_then(|at| choices.periods.get(at));
            let time = period.map_or(SurveyTime::Whenever, |period| SurveyTime::In(*period));
            set(
                SurveySetting {
                    time,
                    ..spec.setting.clone()
                },
                actions,
            );
        }
    }
    ui.label(say::ask_among());
    let mut people = vec![(Among::Everyone, "")];
    let own = exploring.project.groups.iter();
    people.extend(own.map(|group| (Among::Own(group.clone()), say::section_own_groups())));
    for column in choices.columns.iter().filter(|column| column.is_grouping) {
        people.extend(column.entries.iter().map(|(entry, _)| {
            let among = Among::Entry {
                column: column.key.clone(),
                entry: entry.clone(),
            };
            (among, column.name.as_str())
        }));
    }
    let list: Vec<Choice<'_>> = people
        .iter()
        .map(|(among, section)| {
            let words = among_words(among).to_owned();
            let others = other_names(&words, None).join("\n");
            Choice::new(words).section(*section).found_by(others)
        })
        .collect();
    let current = people
        .iter()
        .position(|(among, _)| *among == spec.setting.among);
    let word = among_words(&spec.setting.among).to_owned();
    let chosen = Chip::new(say::chip_people(), word, &list)
        .current(current)
        .ui(ui)
        .chosen;
    if let Some((among, _)) = chosen.and_then(|at| people.get(at)) {
        set(
            SurveySetting {
                among: among.clone(),
                ..spec.setting.clone()
            },
            actions,
        );
    }
}
