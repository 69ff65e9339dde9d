//! What a person can choose for a column, a period, a place, in the order in which it is offered.

use crate::data::gazetteer::Gazetteer;
use crate::data::{AreaKind, Period, Source};
use crate::import::decisions::ColumnRole;
use crate::ui::kit::Choice;

/// What a column can be said to be, with its words.
pub(super) fn column_roles() -> Vec<(&'static str, ColumnRole)> {
    let group = |dimension: &str| ColumnRole::Cohort(dimension.to_owned());
    vec![
        ("Values", ColumnRole::Values),
        ("Measure", ColumnRole::Measure),
        ("Period", ColumnRole::Period),
        ("Place", ColumnRole::AreaName(AreaKind::Other)),
        ("Code of the place", ColumnRole::AreaCode(AreaKind::Other)),
        ("Answer", ColumnRole::Answer),
        ("Unit", ColumnRole::Unit),
        ("Number of respondents", ColumnRole::Base),
        ("Sex", group("Sex")),
        ("Age", group("Age")),
        ("Ethnicity", group("Ethnicity")),
        ("Disability", group("Disability")),
        ("Sexual orientation", group("Sexual orientation")),
        ("Deprivation", group("Deprivation")),
        ("Other group of people", group("Group")),
        ("Status of the values", ColumnRole::Status),
        ("Note", ColumnRole::Note),
        ("Change, worked out again", ColumnRole::PrintedChange),
        ("Left out", ColumnRole::LeaveOut),
    ]
}

/// The section under which a role is offered.
const fn section_of(role: &ColumnRole) -> &'static str {
    match role {
        ColumnRole::Values | ColumnRole::Base | ColumnRole::PrintedChange => "Figures",
        ColumnRole::Cohort(_) => "Groups of people",
        ColumnRole::Status | ColumnRole::Note | ColumnRole::LeaveOut => "Aside",
        _ => "Labels",
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
    const ORDER: [&str; 4] = ["Figures", "Labels", "Groups of people", "Aside"];
    roles.sort_by_key(|(_, role)| ORDER.iter().position(|name| *name == section_of(role)));
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
        .map(|period| ("In this workbook", *period))
        .collect();
    let years = || (2000..=year).rev();
    let financial = years().filter_map(Period::financial_year);
    periods.extend(financial.map(|period| ("Financial years", period)));
    let calendar = years().filter_map(Period::calendar_year);
    periods.extend(calendar.map(|period| ("Calendar years", period)));
    let ending = years().flat_map(|year| {
        let months = [12, 9, 6, 3].into_iter();
        months.filter_map(move |month| Period::year_ending(year, month))
    });
    periods.extend(ending.map(|period| ("12 months to", period)));
    let quarters = years().flat_map(|year| {
        let quarters = (1..=4).rev();
        quarters.filter_map(move |quarter| Period::financial_quarter(year, quarter))
    });
    periods.extend(quarters.map(|period| ("Quarters", period)));
    let months = years().flat_map(|year| {
        let months = (1..=12).rev();
        months.filter_map(move |month| Period::month(year, month))
    });
    periods.extend(months.map(|period| ("Months", period)));
    periods
}

/// Places to choose from, with their section and kind: those of the workbook, then those that the program
/// knows.
pub(super) fn places(source: &Source) -> Vec<(&'static str, &str, &'static str)> {
    let held = source.areas.iter().take(40);
    let mut places: Vec<(&'static str, &str, &'static str)> = held
        .map(|area| ("In this workbook", area.name.as_str(), area.kind.words()))
        .collect();
    for place in Gazetteer::built_in().places() {
        let (name, kind) = (place.area.name.as_str(), place.area.kind);
        if !places.iter().any(|(_, known, _)| *known == name) {
            places.push(("Known places", name, kind.words()));
        }
    }
    places
}
