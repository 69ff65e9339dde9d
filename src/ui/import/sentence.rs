//! The reading as a sentence whose words are menus: "Each row is a Measure and each column is a Period for
//! the area Ashfield with values as Counts".

use egui::Ui;

use super::action::ImportAction;
use super::choices;
use super::shown::Shown;
use crate::base::text::upper_first;
use crate::data::Unit;
use crate::data::place_names::other_names;
use crate::import::answers::units;
use crate::import::decisions::{Across, BareYears, ColumnRole, TableChange};
use crate::import::layout::{ColumnLayout, Role, Scale, TableLayout, ValueLayout};
use crate::ui::action::{Action, Actions};
use crate::ui::kit::{Button, Chip, Choice, sentence};
use crate::ui::tokens::tokens;
use crate::words::say;

/// What bare years can mean, with their words.
fn years() -> [(&'static str, BareYears); 3] {
    [
        (say::years_calendar(), BareYears::Calendar),
        (say::years_from_april(), BareYears::FinancialFrom),
        (say::years_to_march(), BareYears::FinancialTo),
    ]
}

/// Draws the sentence of a table.
pub(super) fn sentence_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    table: Option<&TableLayout>,
    this_year: i16,
    actions: &mut Actions,
) {
    let Some(table) = table else {
        let words = say::sentence_no_table();
        ui.label(egui::RichText::new(words).color(tokens(ui).colours.ink_secondary));
        return;
    };
    let mut said: Option<(String, TableChange)> = None;
    if let Some(kind) = &table.left_out {
        sentence(ui, |ui| {
            ui.label(format!("{}.", upper_first(&kind.words())));
            if ui
                .add(Button::secondary(say::sentence_read()).small())
                .clicked()
            {
                said = Some((say::said_read_table().to_owned(), TableChange::Take(true)));
            }
        });
    } else {
        sentence(ui, |ui| {
            said = row_chips(ui, table)
                .or_else(|| column_words(ui, table))
                .or(said.take());
            said = said.take().or(area_chip(ui, shown, table));
            let period = period_chip(ui, shown, table, this_year);
            said = said.take().or(period);
            let unit = unit_chip(ui, table);
            said = said.take().or(unit);
            if ui
                .add(Button::quiet(say::sentence_leave_out()).small())
                .clicked()
            {
                said = Some((
                    say::said_leave_table_out().to_owned(),
                    TableChange::Take(false),
                ));
            }
        });
    }
    if let Some((label, change)) = said {
        actions.send(Action::Import(ImportAction::Decide {
            workbook: shown.workbook,
            label,
            decisions: vec![shown.about(table.anchor, change)],
        }));
    }
}

/// "Each row is a Measure and a Place": one word for each column of labels.
fn row_chips(ui: &mut Ui, table: &TableLayout) -> Option<(String, TableChange)> {
    let labels: Vec<&ColumnLayout> = table
        .columns
        .iter()
        .filter(|column| is_label(&column.role))
        .collect();
    let mut said = None;
    ui.label(match labels.first() {
        Some(_) => say::sentence_rows(),
        None => say::sentence_no_labels(),
    });
    for (index, column) in labels.iter().enumerate() {
        if index > 0 {
            ui.label(say::sentence_and());
        }
        let mut roles = choices::column_roles();
        let current = ColumnRole::of(&column.role);
        let (list, at) = choices::column_role_choices(&mut roles, current.as_ref());
        let word = role_word(&column.role);
        let letters = crate::data::cell::column_letters(column.column);
        let name = say::column_name(&letters);
        let chosen = Chip::new(name, word, &list).current(at).ui(ui).chosen;
        if let Some((words, role)) = chosen.and_then(|index| roles.get(index)) {
            let label = say::ColumnSaid {
                column: &letters,
                role: *words,
            }
            .say();
            said = Some((label, TableChange::Column(column.column, role.clone())));
        }
    }
    said
}

fn is_label(role: &Role) -> bool {
    role.tells_rows_apart() || *role == Role::Unit
}

/// What a column of labels is called in the sentence.
pub(super) fn role_word(role: &Role) -> String {
    match role {
        Role::Period => say::role_period().to_owned(),
        Role::AreaName(_) => say::role_place().to_owned(),
        Role::AreaCode(_) => say::role_place_code().to_owned(),
        Role::Cohort(dimension) if dimension.is_empty() => say::role_group().to_owned(),
        Role::Cohort(dimension) => dimension_word(dimension),
        Role::Dimension => say::role_kind_of_group().to_owned(),
        Role::Measure => say::role_measure().to_owned(),
        Role::Answer => say::role_answer().to_owned(),
        Role::Unit => say::role_unit().to_owned(),
        Role::Status => say::role_status().to_owned(),
        Role::Note => say::role_note().to_owned(),
        Role::Base | Role::EffectiveBase => say::role_base().to_owned(),
        Role::PrintedChange | Role::PrintedShare => say::role_change().to_owned(),
        Role::AboutValues | Role::Unused(_) => say::role_left_out().to_owned(),
        Role::Value(_) => say::role_values().to_owned(),
    }
}

/// A dimension by which groups are told apart, as it can be chosen; else in its own words.
fn dimension_word(dimension: &str) -> String {
    let chosen = ColumnRole::Cohort(dimension.to_owned());
    let mut roles = choices::column_roles().into_iter();
    let known = roles.find(|(_, role)| *role == chosen);
    known.map_or(dimension, |(words, _)| words).to_owned()
}

/// What the headings over the values can be, with their words.
fn across() -> [(&'static str, Across); 4] {
    [
        (say::role_measure(), Across::Measures),
        (say::role_period(), Across::Periods),
        (say::role_place(), Across::Places),
        (say::role_group(), Across::Groups),
    ]
}

/// "and each column is a Period": what the headings over the values are, and what bare years mean.
fn column_words(ui: &mut Ui, table: &TableLayout) -> Option<(String, TableChange)> {
    let values: Vec<&ValueLayout> = table.values().map(|(_, value)| value).collect();
    let any = |test: &dyn Fn(&&ValueLayout) -> bool| values.iter().any(test);
    let mut words = Vec::new();
    if any(&|value| value.period.is_some()) {
        words.push(say::role_period());
    }
    if any(&|value| value.area.is_some() || value.area_code.is_some()) {
        words.push(say::role_place());
    }
    if any(&|value| !value.cohort.is_empty()) {
        words.push(say::role_group());
    }
    let mut names = values.iter().map(|value| &value.measure);
    let first = names.next();
    if names.any(|name| Some(name) != first) || words.is_empty() && values.len() > 1 {
        words.push(say::role_measure());
    }
    if words.is_empty() {
        ui.label(say::sentence_one_column());
        return years_chip(ui, table);
    }
    ui.label(say::sentence_columns());
    let across = across();
    let list: Vec<Choice<'_>> = across.iter().map(|(word, _)| Choice::new(*word)).collect();
    let at = match words.as_slice() {
        [one] => across.iter().position(|(word, _)| word == one),
        _ => None,
    };
    let word = words.iter().map(|word| (*word).to_owned());
    let word = word.reduce(|one, other| say::SentenceBoth { one, other }.say());
    let chip = Chip::new(say::chip_columns(), word.unwrap_or_default(), &list).current(at);
    let chosen = chip.ui(ui).chosen.and_then(|index| across.get(index));
    let years = years_chip(ui, table);
    match chosen {
        Some((word, across)) => Some((
            say::said_columns(word.to_lowercase()),
            TableChange::Across(*across),
        )),
        None => years,
    }
}

fn years_chip(ui: &mut Ui, table: &TableLayout) -> Option<(String, TableChange)> {
    let is_bare = table.bare_years.is_some()
        || table.values().any(|(_, value)| {
            value
                .period
                .is_some_and(|period| period.kind == crate::data::PeriodKind::CalendarYear)
        });
    if !is_bare {
        return None;
    }
    ui.label(say::sentence_years());
    let years = years();
    let list: Vec<Choice<'_>> = years.iter().map(|(words, _)| Choice::new(*words)).collect();
    let current = table.bare_years.unwrap_or(BareYears::Calendar);
    let at = years.iter().position(|(_, years)| *years == current);
    let word = at
        .and_then(|at| years.get(at))
        .map_or("", |(words, _)| words);
    let chosen = Chip::new(say::chip_years(), word, &list)
        .current(at)
        .ui(ui)
        .chosen;
    let (words, years) = years.get(chosen?)?;
    Some((say::said_years(*words), TableChange::BareYears(*years)))
}

/// "for the area Ashfield": where neither rows nor headings name places.
fn area_chip(ui: &mut Ui, shown: &Shown<'_>, table: &TableLayout) -> Option<(String, TableChange)> {
    let names_places = table
        .with_role(|role| matches!(role, Role::AreaName(_) | Role::AreaCode(_)))
        .next()
        .is_some()
        || table.values().all(|(_, value)| value.area.is_some());
    if names_places {
        return None;
    }
    let places = choices::places(shown.source());
    let list: Vec<Choice<'_>> = places
        .iter()
        .map(|(section, name, kind)| {
            let choice = Choice::new(*name).detail(*kind).section(*section);
            choice.found_by(other_names(name, None).join("\n"))
        })
        .collect();
    let at = table
        .area
        .as_deref()
        .and_then(|area| places.iter().position(|(_, name, _)| *name == area));
    ui.label(say::sentence_area());
    let word = table
        .area
        .clone()
        .unwrap_or_else(|| say::sentence_not_said().to_owned());
    let chosen = Chip::new(say::chip_area(), word, &list)
        .current(at)
        .ui(ui)
        .chosen;
    let (_, name, _) = places.get(chosen?)?;
    Some((say::said_area(*name), TableChange::Area((*name).to_owned())))
}

/// "for the period 2022/23": where neither rows nor headings name periods.
fn period_chip(
    ui: &mut Ui,
    shown: &Shown<'_>,
    table: &TableLayout,
    this_year: i16,
) -> Option<(String, TableChange)> {
    let names_periods = table
        .with_role(|role| matches!(role, Role::Period))
        .next()
        .is_some()
        || table.values().all(|(_, value)| value.period.is_some());
    if names_periods {
        return None;
    }
    let periods = choices::periods(shown.source(), this_year);
    let list: Vec<Choice<'_>> = periods
        .iter()
        .map(|(section, period)| Choice::new(period.label()).section(*section))
        .collect();
    let at = table
        .period
        .and_then(|own| periods.iter().position(|(_, period)| *period == own));
    ui.label(say::sentence_period());
    let word = table.period.map_or_else(
        || say::sentence_not_said().to_owned(),
        |period| period.label(),
    );
    let chosen = Chip::new(say::role_period(), word, &list)
        .current(at)
        .ui(ui)
        .chosen;
    let (_, period) = periods.get(chosen?)?;
    Some((
        say::said_period(period.label()),
        TableChange::Period(*period),
    ))
}

/// "with values as Counts".
fn unit_chip(ui: &mut Ui, table: &TableLayout) -> Option<(String, TableChange)> {
    let mut held: Vec<Unit> = table
        .values()
        .map(|(_, value)| value.unit.or(table.unit).unwrap_or_default())
        .collect();
    held.dedup();
    let by_rows = table
        .with_role(|role| matches!(role, Role::Unit))
        .next()
        .is_some();
    let known = units();
    let words_of = |unit: Unit| known.iter().find(|(_, held)| *held == unit);
    let is_share = table.values().any(|(_, value)| value.scale == Scale::Share);
    let word = match held.as_slice() {
        _ if by_rows => say::unit_in_row(),
        [one] => words_of(*one).map_or(say::unit_unknown(), |(words, _)| words),
        _ => say::unit_several(),
    };
    ui.label(say::sentence_values());
    let list: Vec<Choice<'_>> = known.iter().map(|(words, _)| Choice::new(*words)).collect();
    let at = match held.as_slice() {
        [one] => known.iter().position(|(_, unit)| unit == one),
        _ => None,
    };
    let chosen = Chip::new(say::role_unit(), word, &list)
        .current(at)
        .ui(ui)
        .chosen;
    if is_share {
        ui.label(say::sentence_shares());
    }
    let (words, unit) = known.get(chosen?)?;
    Some((
        say::said_values(words.to_lowercase()),
        TableChange::Unit(*unit),
    ))
}
