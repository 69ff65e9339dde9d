//! What a person can choose for a column, a period, a place, in the order in which it is offered.

use crate::data::gazetteer::Gazetteer;
use crate::data::{AreaKind, Period, Source};
use crate::import::area_kind_words;
use crate::import::decisions::ColumnRole;
use crate::ui::kit::Choice;
use crate::words::say;

/// What a column can be said to be, with its words.
pub(super) fn column_roles() -> Vec<(&'static str, ColumnRole)> {
    let group = |dimension: &str| ColumnRole::Cohort(dimension.to_owned());
    vec![
        (say::role_values(), ColumnRole::Values),
        (say::role_measure(), ColumnRole::Measure),
        (say::role_period(), ColumnRole::Period),
        (say::role_place(), ColumnRole::AreaName(AreaKind::Other)),
        (
            say::role_place_code(),
            ColumnRole::AreaCode(AreaKind::Other),
        ),
        (say::role_answer(), ColumnRole::Answer),
        (say::role_unit(), ColumnRole::Unit),
        (say::role_base(), ColumnRole::Base),
        (say::group_sex(), group("Sex")),
        (say::group_age(), group("Age")),
        (say::group_ethnicity(), group("Ethnicity")),
        (say::group_disability(), group("Disability")),
        (say::group_orientation(), group("Sexual orientation")),
        (say::group_deprivation(), group("Deprivation")),
        (say::group_other(), group("Group")),
        (say::role_status(), ColumnRole::Status),
        (say::role_note(), ColumnRole::Note),
        (say::role_change(), ColumnRole::PrintedChange),
        (say::role_left_out(), ColumnRole::LeaveOut),
    ]
}

/// The section under which a role is offered.
fn section_of(role: &ColumnRole) -> &'static str {
    match role {
        ColumnRole::Values | ColumnRole::Base | ColumnRole::PrintedChange => say::roles_figures(),
        ColumnRole::Cohort(_) => say::roles_groups(),
        ColumnRole::Status | ColumnRole::Note | ColumnRole::LeaveOut => say::roles_aside(),
        _ => say::roles_labels(),
    }
}

/// Whether two roles are the same choice, whatever their level or dimension.
fn is_same_choice(a: &ColumnRole, b: &ColumnRole) -> bool {
    match (a, b) {
        (ColumnRole::AreaName(_), ColumnRole::AreaName(_))
        | (ColumnRole::AreaCode(_), ColumnRole::AreaCode(_)) => true,
        (ColumnRole::Cohort(a), ColumnRole::Cohort(b)) => a.eq_ignore_ascii_case(b),
        (a, b) => a == b,
    }
}

/// The roles in the order of their sections.
pub(super) fn column_role_choices(
    roles: &mut [(&'static str, ColumnRole)],
    current: Option<&ColumnRole>,
) -> (Vec<Choice<'static>>, Option<usize>) {
    let order = [
        say::roles_figures(),
        say::roles_labels(),
        say::roles_groups(),
        say::roles_aside(),
    ];
    roles.sort_by_key(|(_, role)| order.iter().position(|name| *name == section_of(role)));
    let choices = roles
        .iter()
        .map(|(words, role)| Choice::new(*words).section(section_of(role)))
        .collect();
    let at = current.and_then(|current| {
        roles
            .iter()
            .position(|(_, role)| is_same_choice(role, current))
    });
    (choices, at)
}

/// Periods to choose from: those of the workbook, then years, quarters and months up to today's year.
pub(super) fn periods(source: &Source, year: i16) -> Vec<(&'static str, Period)> {
    let mut periods: Vec<(&'static str, Period)> = source
        .periods
        .iter()
        .rev()
        .take(12)
        .map(|period| (say::choices_in_workbook(), *period))
        .collect();
    let years = || (2000..=year).rev();
    let financial = years().filter_map(Period::financial_year);
    periods.extend(financial.map(|period| (say::choices_financial_years(), period)));
    let calendar = years().filter_map(Period::calendar_year);
    periods.extend(calendar.map(|period| (say::choices_calendar_years(), period)));
    let ending = years().flat_map(|year| {
        let months = [12, 9, 6, 3].into_iter();
        months.filter_map(move |month| Period::year_ending(year, month))
    });
    periods.extend(ending.map(|period| (say::choices_years_to(), period)));
    let quarters = years().flat_map(|year| {
        let quarters = (1..=4).rev();
        quarters.filter_map(move |quarter| Period::financial_quarter(year, quarter))
    });
    periods.extend(quarters.map(|period| (say::choices_quarters(), period)));
    let months = years().flat_map(|year| {
        let months = (1..=12).rev();
        months.filter_map(move |month| Period::month(year, month))
    });
    periods.extend(months.map(|period| (say::choices_months(), period)));
    periods
}

/// Places to choose from, with their section and kind: those of the workbook, then those that the program
/// knows.
pub(super) fn places(source: &Source) -> Vec<(&'static str, &str, &'static str)> {
    let held = source.areas.iter().take(40);
    let mut places: Vec<(&'static str, &str, &'static str)> = held
        .map(|area| {
            (
                say::choices_in_workbook(),
                area.name.as_str(),
                area_kind_words(area.kind),
            )
        })
        .collect();
    for place in Gazetteer::built_in().places() {
        let (name, kind) = (place.area.name.as_str(), place.area.kind);
        if !places.iter().any(|(_, known, _)| *known == name) {
            places.push((say::choices_known_places(), name, area_kind_words(kind)));
        }
    }
    places
}
