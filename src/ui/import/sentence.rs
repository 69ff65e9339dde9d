//! The reading as a sentence whose words are menus: "Each row is a Measure and each column is a Period for
//! the area Ashfield with values as Counts".

use egui::Ui;

use super::action::ImportAction;
use super::choices;
use super::shown::Shown;
use crate::base::text::upper_first;
use crate::data::Unit;
use crate::data::place_names::other_names;
use crate::import::answers::UNITS;
use crate::import::decisions::{Across, BareYears, ColumnRole, TableChange};
use crate::import::layout::{ColumnLayout, Role, Scale, TableLayout, ValueLayout};
use crate::ui::action::{Action, Actions};
use crate::ui::kit::{Button, Chip, Choice, sentence};
use crate::ui::tokens::tokens;

/// What bare years can mean, with their words.
const YEARS: [(&str, BareYears); 3] = [
    ("calendar years", BareYears::Calendar),
    ("financial years from that April", BareYears::FinancialFrom),
    ("financial years to that March", BareYears::FinancialTo),
];

/// Draws the sentence of a table.
pub(super) fn sentence_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    table: Option<&TableLayout>,
    this_year: i16,
    actions: &mut Actions,
) {
    let Some(table) = table else {
        let words = "No table of figures was found on this sheet. Click the row with the headings, then “Heading row”.";
        ui.label(egui::RichText::new(words).color(tokens(ui).colours.ink_secondary));
        return;
    };
    let mut said: Option<(String, TableChange)> = None;
    if let Some(kind) = &table.left_out {
        sentence(ui, |ui| {
            ui.label(format!("{}.", upper_first(&kind.to_string())));
            if ui
                .add(Button::secondary("Read it as figures").small())
                .clicked()
            {
                said = Some((
                    String::from("Read the table as figures"),
                    TableChange::Take(true),
                ));
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
                .add(Button::quiet("Leave this table out").small())
                .clicked()
            {
                said = Some((String::from("Leave a table out"), TableChange::Take(false)));
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
        Some(_) => "Each row is a",
        None => "Rows have no labels",
    });
    for (index, column) in labels.iter().enumerate() {
        if index > 0 {
            ui.label("and a");
        }
        let mut roles = choices::column_roles();
        let current = ColumnRole::of(&column.role);
        let (list, at) = choices::column_role_choices(&mut roles, current.as_ref());
        let word = role_word(&column.role);
        let letters = crate::data::cell::column_letters(column.column);
        let name = format!("Column {letters}");
        let chosen = Chip::new(name, word, &list).current(at).ui(ui).chosen;
        if let Some((words, role)) = chosen.and_then(|index| roles.get(index)) {
            let label = format!("Column {letters} is “{words}”");
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
        Role::Period => String::from("Period"),
        Role::AreaName(_) => String::from("Place"),
        Role::AreaCode(_) => String::from("Code of the place"),
        Role::Cohort(dimension) if dimension.is_empty() => String::from("Group of people"),
        Role::Cohort(dimension) => dimension.clone(),
        Role::Dimension => String::from("Kind of group"),
        Role::Measure => String::from("Measure"),
        Role::Answer => String::from("Answer"),
        Role::Unit => String::from("Unit"),
        Role::Status => String::from("Status of the values"),
        Role::Note => String::from("Note"),
        Role::Base | Role::EffectiveBase => String::from("Number of respondents"),
        Role::PrintedChange | Role::PrintedShare => String::from("Change, worked out again"),
        Role::AboutValues | Role::Unused(_) => String::from("Left out"),
        Role::Value(_) => String::from("Values"),
    }
}

/// What the headings over the values can be, with their words.
const ACROSS: [(&str, Across); 4] = [
    ("Measure", Across::Measures),
    ("Period", Across::Periods),
    ("Place", Across::Places),
    ("Group of people", Across::Groups),
];

/// "and each column is a Period": what the headings over the values are, and what bare years mean.
fn column_words(ui: &mut Ui, table: &TableLayout) -> Option<(String, TableChange)> {
    let values: Vec<&ValueLayout> = table.values().map(|(_, value)| value).collect();
    let any = |test: &dyn Fn(&&ValueLayout) -> bool| values.iter().any(test);
    let mut words = Vec::new();
    if any(&|value| value.period.is_some()) {
        words.push("Period");
    }
    if any(&|value| value.area.is_some() || value.area_code.is_some()) {
        words.push("Place");
    }
    if any(&|value| !value.cohort.is_empty()) {
        words.push("Group of people");
    }
    let mut names = values.iter().map(|value| &value.measure);
    let first = names.next();
    if names.any(|name| Some(name) != first) || words.is_empty() && values.len() > 1 {
        words.push("Measure");
    }
    if words.is_empty() {
        ui.label("with one column of values");
        return years_chip(ui, table);
    }
    ui.label("and each column is a");
    let list: Vec<Choice<'_>> = ACROSS.iter().map(|(word, _)| Choice::new(*word)).collect();
    let at = match words.as_slice() {
        [one] => ACROSS.iter().position(|(word, _)| word == one),
        _ => None,
    };
    let chip = Chip::new("Columns", words.join(" and a "), &list).current(at);
    let chosen = chip.ui(ui).chosen.and_then(|index| ACROSS.get(index));
    let years = years_chip(ui, table);
    match chosen {
        Some((word, across)) => Some((
            format!("Each column is a {}", word.to_lowercase()),
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
    ui.label("in");
    let list: Vec<Choice<'_>> = YEARS.iter().map(|(words, _)| Choice::new(*words)).collect();
    let current = table.bare_years.unwrap_or(BareYears::Calendar);
    let at = YEARS.iter().position(|(_, years)| *years == current);
    let word = at
        .and_then(|at| YEARS.get(at))
        .map_or("", |(words, _)| words);
    let chosen = Chip::new("Years", word, &list).current(at).ui(ui).chosen;
    let (words, years) = YEARS.get(chosen?)?;
    Some((format!("Years are {words}"), TableChange::BareYears(*years)))
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
    ui.label("for the area");
    let word = table
        .area
        .clone()
        .unwrap_or_else(|| String::from("not said"));
    let chosen = Chip::new("Area", word, &list).current(at).ui(ui).chosen;
    let (_, name, _) = places.get(chosen?)?;
    Some((
        format!("The area is {name}"),
        TableChange::Area((*name).to_owned()),
    ))
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
    ui.label("for the period");
    let word = table
        .period
        .map_or_else(|| String::from("not said"), |period| period.label());
    let chosen = Chip::new("Period", word, &list).current(at).ui(ui).chosen;
    let (_, period) = periods.get(chosen?)?;
    Some((
        format!("The period is {}", period.label()),
        TableChange::Period(*period),
    ))
}

/// "with values as Counts".
fn unit_chip(ui: &mut Ui, table: &TableLayout) -> Option<(String, TableChange)> {
    let mut units: Vec<Unit> = table
        .values()
        .map(|(_, value)| value.unit.or(table.unit).unwrap_or_default())
        .collect();
    units.dedup();
    let by_rows = table
        .with_role(|role| matches!(role, Role::Unit))
        .next()
        .is_some();
    let words_of = |unit: Unit| UNITS.iter().find(|(_, held)| *held == unit);
    let is_share = table.values().any(|(_, value)| value.scale == Scale::Share);
    let word = match units.as_slice() {
        _ if by_rows => "the unit in their row",
        [one] => words_of(*one).map_or("numbers of no known unit", |(words, _)| words),
        _ => "several units",
    };
    ui.label("with values as");
    let list: Vec<Choice<'_>> = UNITS.iter().map(|(words, _)| Choice::new(*words)).collect();
    let at = match units.as_slice() {
        [one] => UNITS.iter().position(|(_, unit)| unit == one),
        _ => None,
    };
    let chosen = Chip::new("Unit", word, &list).current(at).ui(ui).chosen;
    if is_share {
        ui.label("written as shares of 1");
    }
    let (words, unit) = UNITS.get(chosen?)?;
    Some((
        format!("Values are {}", words.to_lowercase()),
        TableChange::Unit(*unit),
    ))
}
