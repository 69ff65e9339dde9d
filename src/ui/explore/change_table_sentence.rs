//! The sentence over a change table: "Show … by offence in … for … against …".

use egui::Ui;

use crate::analysis::ChangeTableAnswer;
use crate::analysis::change_table::{Against, ChangeTableScope, RowsBy, RowsOf};
use crate::base::text::lower_first;
use crate::chart::wording::change_table as words;
use crate::data::AreaKind;
use crate::data::measure::Theme;
use crate::project::{ChangeTableSpec, Edit};
use crate::ui::action::Actions;
use crate::ui::data_words::theme_title;
use crate::ui::kit::{Chip, Choice, sentence};
use crate::words::say;

/// Draws the sentence.
pub(super) fn change_table_sentence_ui(
    ui: &mut Ui,
    answer: &ChangeTableAnswer,
    spec: &ChangeTableSpec,
    actions: &mut Actions,
) {
    let mut scope = spec.scope.clone();
    sentence(ui, |ui| {
        ui.label(say::ask_show());
        match answer.by {
            RowsBy::Measures | RowsBy::Groups => rows_chip(ui, answer, &mut scope),
            RowsBy::Areas { .. } => measure_chip(ui, answer, &mut scope),
        }
        by_chip(ui, answer, &mut scope);
        if !matches!(answer.by, RowsBy::Areas { .. }) {
            area_chip(ui, answer, &mut scope);
        }
        period_chip(ui, answer, &mut scope);
        against_chip(ui, answer, &mut scope);
    });
    if scope != spec.scope {
        actions.edit(Edit::SetChangeTable(ChangeTableSpec {
            scope,
            ..spec.clone()
        }));
    }
}

/// What the rows are called together, as the sentence names them.
fn rows_name(answer: &ChangeTableAnswer) -> String {
    let is_by_area = matches!(answer.by, RowsBy::Areas { .. });
    lower_first(match &answer.rows_of {
        _ if is_by_area => &answer.name,
        RowsOf::Theme(theme) => theme_title(*theme),
        RowsOf::Table { .. } if answer.theme == Theme::Other => &answer.name,
        RowsOf::Table { .. } => theme_title(answer.theme),
    })
}

/// What one of the rows is.
fn row_words(by: &RowsBy, theme: Theme) -> &'static str {
    match (by, theme) {
        (RowsBy::Measures, Theme::RecordedCrime) => say::rows_offence(),
        (RowsBy::Measures, _) => say::rows_measure(),
        (RowsBy::Groups, Theme::RecordedCrime) => say::rows_offence_group(),
        (RowsBy::Groups, _) => say::rows_measure_group(),
        (RowsBy::Areas { kind, .. }, _) => match kind {
            AreaKind::District => say::rows_district(),
            AreaKind::CommunitySafetyPartnership => say::rows_partnership(),
            AreaKind::Ward => say::rows_ward(),
            AreaKind::PoliceForce => say::rows_force(),
            AreaKind::County => say::rows_county(),
            AreaKind::Region => say::rows_region(),
            _ => say::rows_area(),
        },
    }
}

/// The theme or the table whose measures are the rows.
pub(super) fn rows_chip(ui: &mut Ui, answer: &ChangeTableAnswer, scope: &mut ChangeTableScope) {
    let options = &answer.options.rows;
    let choices: Vec<Choice<'_>> = options
        .iter()
        .map(|option| match &option.rows {
            RowsOf::Table { .. } => Choice::new(&*option.name)
                .detail(&*option.workbook)
                .section(say::section_tables()),
            RowsOf::Theme(theme) => Choice::new(theme_title(*theme)).section(say::section_themes()),
        })
        .collect();
    let current = options
        .iter()
        .position(|option| option.rows == answer.rows_of);
    let word = rows_name(answer);
    let chip = Chip::new(say::chip_theme_or_table(), word, &choices).current(current);
    if let Some(option) = chip.ui(ui).chosen.and_then(|index| options.get(index)) {
        // Areas and periods of another table are others.
        *scope = ChangeTableScope {
            rows: Some(option.rows.clone()),
            ..ChangeTableScope::default()
        };
    }
}

/// The one measure that rows of areas are about.
fn measure_chip(ui: &mut Ui, answer: &ChangeTableAnswer, scope: &mut ChangeTableScope) {
    let RowsBy::Areas { kind, measure } = &answer.by else {
        return;
    };
    let measures = &answer.options.measures;
    let choices: Vec<Choice<'_>> = measures
        .iter()
        .map(|(_, name)| Choice::new(&**name))
        .collect();
    let current = measures
        .iter()
        .position(|(key, _)| Some(key) == measure.as_ref());
    let chip = Chip::new(say::role_measure(), &*answer.name, &choices).current(current);
    if let Some((key, _)) = chip.ui(ui).chosen.and_then(|index| measures.get(index)) {
        scope.by = RowsBy::Areas {
            kind: *kind,
            measure: Some(key.clone()),
        };
    }
}

/// "by offence", by groups of offences where there are some, or by areas of a kind of which the measures have
/// several.
fn by_chip(ui: &mut Ui, answer: &ChangeTableAnswer, scope: &mut ChangeTableScope) {
    ui.label(say::ask_by());
    let mut rows = vec![(row_words(&RowsBy::Measures, answer.theme), RowsBy::Measures)];
    if answer.options.has_groups {
        rows.push((row_words(&RowsBy::Groups, answer.theme), RowsBy::Groups));
    }
    let measure = match &answer.by {
        RowsBy::Areas { measure, .. } => measure.clone(),
        RowsBy::Measures | RowsBy::Groups => None,
    };
    rows.extend(answer.options.kinds.iter().map(|kind| {
        let measure = measure.clone();
        let areas = RowsBy::Areas {
            kind: *kind,
            measure,
        };
        (row_words(&areas, answer.theme), areas)
    }));
    let choices: Vec<Choice<'_>> = rows.iter().map(|(words, _)| Choice::new(*words)).collect();
    let current = rows.iter().position(|(_, by)| *by == answer.by);
    let word = row_words(&answer.by, answer.theme);
    let chip = Chip::new(say::chip_rows(), word, &choices).current(current);
    if let Some((_, by)) = chip.ui(ui).chosen.and_then(|at| rows.get(at)) {
        scope.by = by.clone();
    }
}

pub(super) fn area_chip(ui: &mut Ui, answer: &ChangeTableAnswer, scope: &mut ChangeTableScope) {
    let areas = &answer.options.areas;
    if areas.is_empty() {
        return;
    }
    ui.label(say::ask_in());
    let choices: Vec<Choice<'_>> = areas
        .iter()
        .map(|(area, found_by)| Choice::new(&**area).found_by(&**found_by))
        .collect();
    let current = areas.iter().position(|(area, _)| *area == answer.area);
    let chip = Chip::new(say::chip_area(), &*answer.area, &choices).current(current);
    if let Some((area, _)) = chip.ui(ui).chosen.and_then(|index| areas.get(index)) {
        scope.area = Some(area.clone());
    }
}

pub(super) fn period_chip(ui: &mut Ui, answer: &ChangeTableAnswer, scope: &mut ChangeTableScope) {
    let Some(shown) = answer.period else {
        return;
    };
    // The latest comes first.
    let periods: Vec<_> = answer.options.periods.iter().rev().collect();
    ui.label(say::ask_for());
    let choices: Vec<Choice<'_>> = periods
        .iter()
        .map(|period| Choice::new(words::in_words(period)))
        .collect();
    let current = periods
        .iter()
        .position(|period| period.covers_same_days(&shown));
    let chip = Chip::new(say::role_period(), words::in_words(&shown), &choices).current(current);
    if let Some(period) = chip.ui(ui).chosen.and_then(|index| periods.get(index)) {
        scope.period = Some(**period);
    }
}

/// The year before, the period before, or a period that is chosen.
fn against_chip(ui: &mut Ui, answer: &ChangeTableAnswer, scope: &mut ChangeTableScope) {
    let mut against: Vec<(Against, String, String)> = Vec::new();
    let year_before = answer.period.and_then(|period| period.previous_year());
    if let Some(before) = year_before.filter(|_| answer.options.has_year_before) {
        let words = words::in_words(&before);
        against.push((
            Against::YearBefore,
            say::against_year_before().to_owned(),
            words,
        ));
    }
    if let Some(before) = answer.options.period_before {
        let words = words::in_words(&before);
        against.push((
            Against::PeriodBefore,
            say::against_period_before().to_owned(),
            words,
        ));
    }
    let given = against.len();
    for baseline in answer.options.baselines.iter().rev() {
        let words = words::in_words(baseline);
        against.push((Against::Baseline(*baseline), words, String::new()));
    }
    ui.label(say::ask_against());
    let choices: Vec<Choice<'_>> = against
        .iter()
        .enumerate()
        .map(|(index, (_, words, detail))| {
            let section = if index < given {
                ""
            } else {
                say::section_baseline()
            };
            Choice::new(&**words).detail(&**detail).section(section)
        })
        .collect();
    let current = against
        .iter()
        .position(|(held, ..)| match (held, answer.against) {
            (Against::Baseline(one), Against::Baseline(other)) => one.covers_same_days(&other),
            (held, shown) => *held == shown,
        });
    let word = current.and_then(|index| against.get(index)).map_or_else(
        || say::against_nothing().to_owned(),
        |(_, words, _)| words.clone(),
    );
    let chip = Chip::new(say::chip_against(), word, &choices).current(current);
    if let Some((chosen, ..)) = chip.ui(ui).chosen.and_then(|index| against.get(index)) {
        scope.against = *chosen;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::wording::districts;

    #[test]
    fn in_english_rows_are_called_as_the_table_calls_them() {
        for theme in Theme::ALL {
            let words = |by| row_words(&by, theme);
            assert_eq!(words(RowsBy::Measures), words::measures_noun(theme).0);
            assert_eq!(words(RowsBy::Groups), words::groups_noun(theme).0);
            for kind in [
                AreaKind::District,
                AreaKind::CommunitySafetyPartnership,
                AreaKind::Ward,
                AreaKind::PoliceForce,
                AreaKind::County,
                AreaKind::Region,
                AreaKind::SmallArea,
            ] {
                let measure = None;
                assert_eq!(
                    words(RowsBy::Areas { kind, measure }),
                    districts::noun(kind).0
                );
            }
        }
    }
}
