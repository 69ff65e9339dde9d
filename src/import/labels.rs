//! Which columns are labels, and of what: by heading, contents and position.

use super::columns::{self, Shares, Stats};
use super::layout::Role;
use super::places::Places;
use super::prose::Title;
use super::regions::Region;
use super::view::View;
use super::vocabulary::{self, LabelHeading};
use super::withheld_columns;
use crate::base::text::fold;
use crate::data::AreaKind;
use crate::data::period_parse::{PeriodContext, parse_period};

/// A label column as concluded.
pub(super) struct Label {
    pub(super) role: Role,
    pub(super) confidence: f32,
    pub(super) reason: &'static str,
}

/// Which columns are labels, and of what; `None` for columns of values.
pub(super) fn label_columns(
    view: &View<'_>,
    region: &Region,
    stats: &[Stats],
    own_headings: &[String],
    title: &Title,
    places: &Places<'_>,
) -> Vec<Option<Label>> {
    let mut value_like: Vec<bool> = stats
        .iter()
        .zip(own_headings)
        .map(|(stats, heading)| is_value_column(stats, heading))
        .collect();
    withheld_columns::add(view, region, stats, own_headings, &mut value_like);
    let values = value_like.iter().filter(|value| **value).count();
    let numeric: Vec<Option<Label>> = stats
        .iter()
        .zip(own_headings)
        .enumerate()
        .map(|(index, (_, heading))| numeric_label(stats, index, heading, values))
        .collect();
    let first_value = value_like
        .iter()
        .zip(&numeric)
        .position(|(value, label)| *value && label.is_none())
        .unwrap_or(stats.len());
    let mut numeric = numeric.into_iter();
    let is_long = values == 1
        || stats
            .iter()
            .zip(own_headings)
            .zip(&value_like)
            .any(|((_, heading), value)| {
                *value && vocabulary::label_heading(heading) == Some(LabelHeading::Value)
            });
    let mut labels: Vec<Option<Label>> = Vec::new();
    let mut has_area = false;
    let mut has_measure = false;
    for (index, ((stats_of, heading), value)) in
        stats.iter().zip(own_headings).zip(&value_like).enumerate()
    {
        let numeric_of_column = numeric.next().flatten();
        if *value
            || stats_of.values() == stats_of.filled && stats_of.shorthand > 0 && index > first_value
        {
            labels.push(numeric_of_column);
            continue;
        }
        if index > first_value
            && (vocabulary::special(heading).is_some()
                || stats_of.numbers > 0
                    && parse_period(heading, &PeriodContext::default()).is_some()
                || (stats_of.labels == 0
                    || stats_of.numbers > 0 && stats_of.shorthand * 2 > stats_of.filled)
                    && stats_of.dates == 0)
        {
            labels.push(None);
            continue;
        }
        let shares = columns::shares(view, stats_of, places);
        let label = text_label(
            stats_of,
            heading,
            shares,
            title,
            TextPlace {
                is_left: index < first_value,
                is_long,
                has_area,
                has_measure,
                beside_codes: labels
                    .last()
                    .and_then(Option::as_ref)
                    .is_some_and(|label| matches!(label.role, Role::AreaCode(_))),
                rows: usize::try_from(region.bottom - region.top).unwrap_or(usize::MAX),
            },
        );
        has_area |= matches!(label.role, Role::AreaName(_));
        has_measure |= matches!(label.role, Role::Measure | Role::Answer);
        labels.push(Some(label));
    }
    share_dimensions(view, stats, &mut labels);
    name_dimensions(view, stats, own_headings, &mut labels);
    level_by_siblings(view, stats, places, &mut labels);
    name_coded_places(stats, &mut labels);
    demote_descriptions(stats, own_headings, region, &mut labels);
    demote_constants(view, stats, own_headings, &mut labels);
    labels
}

pub(super) fn is_value_column(stats: &Stats, heading: &str) -> bool {
    if stats.mostly_values(50) {
        return true;
    }
    // A column where few areas have figures, among blanks and symbols.
    stats.numbers > 0
        && stats.labels * 4 <= stats.values()
        && stats.dates == 0
        && !heading.is_empty()
}

/// Numeric columns that are labels nonetheless: years, running numbers, codes, single ages.
pub(super) fn numeric_label(
    all: &[Stats],
    index: usize,
    heading: &str,
    values: usize,
) -> Option<Label> {
    let stats = all.get(index).filter(|stats| stats.mostly_values(50))?;
    let heading_role = vocabulary::label_heading(heading);
    let label = |role, confidence, reason| {
        Some(Label {
            role,
            confidence,
            reason,
        })
    };
    let count = u32::try_from(stats.numbers).map_or(f64::MAX, f64::from);
    let has_text_after = all
        .iter()
        .skip(index + 1)
        .any(|other| other.labels * 2 > other.filled);
    let other_values = values > 1;
    if matches!(heading_role, Some(LabelHeading::Period)) && stats.numbers > 0 {
        if stats.all_years || stats.all_months {
            return label(Role::Period, 0.95, "its heading and its years");
        }
        let folded = fold(heading);
        let part = folded.ends_with("month") && stats.greatest <= 12.0 && stats.least >= 1.0
            || folded.ends_with("quarter") && stats.greatest <= 4.0 && stats.least >= 1.0;
        if part && stats.all_integers && other_values {
            return label(Role::Period, 0.9, "its heading");
        }
    }
    if stats.all_years
        && stats.numbers > 1
        && other_values
        && index == 0
        && (heading.is_empty() || !vocabulary::is_counted(heading))
    {
        return label(Role::Period, 0.8, "its years");
    }
    // "No." over figures that do not run is a number of something.
    let is_number = matches!(
        fold(heading).as_str(),
        "no" | "order" | "index" | "key" | "line" | "row"
    ) && !(stats.all_integers && stats.is_increasing);
    match heading_role {
        Some(LabelHeading::Code) if !is_number => {
            return label(
                Role::Unused(String::from("a running number or code")),
                0.9,
                "its heading",
            );
        }
        Some(LabelHeading::AreaCode(_)) => {
            return label(
                Role::Unused(String::from("codes that are not those of the ONS")),
                0.8,
                "its heading",
            );
        }
        Some(LabelHeading::Cohort(dimension))
            if other_values
                && stats.all_integers
                && stats.greatest <= 120.0
                && !vocabulary::is_everyone(heading)
                && !fold(heading).starts_with("all ")
                && index < all.len() - 1
                && !stats.is_increasing | has_text_after =>
        {
            return label(Role::Cohort(dimension), 0.8, "its heading");
        }
        _ => {}
    }
    let runs = stats.all_integers
        && stats.is_increasing
        && (0.0..=1.0).contains(&stats.least)
        && stats.greatest - stats.least + 1.0 <= count + 0.5;
    if runs && stats.numbers > 1 && has_text_after && other_values && index == 0 {
        return label(
            Role::Unused(String::from("a running number")),
            0.9,
            "it counts the rows",
        );
    }
    None
}

/// Where a column of texts stands.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the column"
)]
#[derive(Clone, Copy)]
pub(super) struct TextPlace {
    is_left: bool,
    is_long: bool,
    has_area: bool,
    has_measure: bool,
    /// The column before holds codes of places.
    beside_codes: bool,
    rows: usize,
}

#[expect(
    clippy::too_many_lines,
    reason = "one decision after the other, the surest first"
)]
pub(super) fn text_label(
    stats: &Stats,
    heading: &str,
    shares: Shares,
    title: &Title,
    place: TextPlace,
) -> Label {
    let label = |role, confidence, reason| Label {
        role,
        confidence,
        reason,
    };
    let heading_role = vocabulary::label_heading(heading);
    let level = match &heading_role {
        Some(LabelHeading::AreaName(level) | LabelHeading::AreaCode(level)) => *level,
        _ => AreaKind::Other,
    };
    if shares.codes >= 0.6 {
        return label(Role::AreaCode(level), 0.98, "its codes of the ONS");
    }
    if shares.level_words >= 0.6 {
        return label(
            Role::Unused(String::from("it says what kind of place the row is")),
            0.9,
            "its words",
        );
    }
    if heading_role == Some(LabelHeading::Status)
        || shares.statuses >= 0.8 && heading_role != Some(LabelHeading::Measure)
    {
        return label(Role::Status, 0.9, "its heading or its words");
    }
    if stats.dates * 10 >= stats.filled * 7 && stats.dates > 0 {
        return label(Role::Period, 0.9, "its dates");
    }
    if shares.periods >= 0.6
        || heading_role == Some(LabelHeading::Period)
            && (shares.periods > 0.0 || stats.numbers + stats.dates > 0)
    {
        return label(Role::Period, 0.9, "its periods");
    }
    match heading_role {
        Some(LabelHeading::Period) => {
            // Months without their year are parts of a period; anything else is a name.
            return if shares.places < 0.5 && place.is_left {
                label(Role::Period, 0.7, "its heading")
            } else {
                label(Role::Note, 0.5, "its heading")
            };
        }
        Some(LabelHeading::Unit) => return label(Role::Unit, 0.95, "its heading"),
        Some(LabelHeading::Note) => return label(Role::Note, 0.9, "its heading"),
        Some(LabelHeading::Code) => {
            return label(
                Role::Unused(String::from("a running number or code")),
                0.9,
                "its heading",
            );
        }
        Some(LabelHeading::AreaCode(_)) if shares.codes > 0.0 => {
            return label(Role::AreaCode(level), 0.8, "its heading");
        }
        Some(LabelHeading::AreaCode(_))
            if place.is_left && (shares.places > 0.0 || shares.code_like == 0.0) =>
        {
            return label(Role::AreaName(level), 0.7, "names under a heading of codes");
        }
        Some(LabelHeading::AreaCode(_)) if shares.code_like >= 0.8 => {
            return label(
                Role::Unused(String::from("codes that are not those of the ONS")),
                0.7,
                "its heading",
            );
        }
        _ => {}
    }
    if shares.units >= 0.9 && place.is_long {
        return label(Role::Unit, 0.8, "its words are units");
    }
    if !place.is_left && !place.is_long {
        return label(Role::Note, 0.7, "text beside the figures");
    }
    if let Some(LabelHeading::AreaName(level)) = heading_role
        && shares.cohorts < 0.5
    {
        return label(Role::AreaName(level), 0.9, "its heading");
    }
    if shares.places >= 0.5
        || place.beside_codes
            && !place.has_area
            && shares.cohorts < 0.3
            && (heading_role != Some(LabelHeading::Measure) || fold(heading).contains("area"))
    {
        return label(Role::AreaName(level), 0.9, "its names of places");
    }
    if let Some(LabelHeading::Cohort(dimension)) = &heading_role {
        return label(
            Role::Cohort(dimension_of_heading(heading, dimension)),
            0.9,
            "its heading",
        );
    }
    if heading_role == Some(LabelHeading::Answer) || shares.answers >= 0.4 {
        return label(Role::Answer, 0.9, "its answers");
    }
    if shares.cohorts >= 0.5 {
        let dimension = title
            .by
            .iter()
            .find_map(|by| vocabulary::dimension(by))
            .unwrap_or_default();
        return label(Role::Cohort(dimension), 0.8, "its groups of people");
    }
    if matches!(heading_role, Some(LabelHeading::Measure)) || shares.counted >= 0.4 {
        return label(Role::Measure, 0.9, "its heading or its words");
    }
    let by_area = title
        .by
        .iter()
        .any(|by| vocabulary::area_level(by).is_some());
    if by_area && !place.has_area && !place.has_measure && place.is_left {
        return label(
            Role::AreaName(AreaKind::Other),
            0.7,
            "the title speaks of places",
        );
    }
    if shares.prose >= 0.5 && place.has_measure {
        return label(Role::Note, 0.7, "its long texts");
    }
    if place.is_long && !place.is_left && !place.has_measure && heading_role.is_none() {
        return label(Role::Note, 0.5, "text beside the figures");
    }
    if place.has_area
        && !place.has_measure
        && place.is_left
        && heading_role != Some(LabelHeading::Measure)
        && stats.distinct.len() < 12
        && place.rows > stats.distinct.len() * 3
    {
        return label(
            Role::Unused(String::from("it groups the places")),
            0.5,
            "few words beside many places",
        );
    }
    if place.has_measure && !heading.is_empty() && place.rows > stats.distinct.len() * 2 {
        return label(
            Role::Cohort(heading.to_owned()),
            0.5,
            "it divides the measures",
        );
    }
    label(Role::Measure, 0.5, "nothing else fits")
}

/// The dimension of a column: its own heading, where it is short enough.
pub(super) fn dimension_of_heading(heading: &str, dimension: &str) -> String {
    let folded = fold(heading);
    if matches!(
        folded.as_str(),
        "age group" | "age band" | "age range" | "age groups" | "age" | "sex" | "gender"
    ) || heading.len() > 30
        || dimension == "Group"
    {
        return if dimension == "Group" {
            String::new()
        } else {
            dimension.to_owned()
        };
    }
    heading.to_owned()
}

/// Groups of people that all belong to one dimension give it to "Other" and "Not stated" beside them.
fn share_dimensions(view: &View<'_>, stats: &[Stats], labels: &mut [Option<Label>]) {
    for (stats, label) in stats.iter().zip(labels.iter_mut()) {
        if let Some(Label {
            role: Role::Cohort(dimension),
            ..
        }) = label
            && dimension.is_empty()
        {
            let texts = stats
                .distinct
                .iter()
                .filter_map(|(text, _)| columns::text_of(view, *text));
            *dimension = vocabulary::shared_dimension(texts).unwrap_or_default();
        }
    }
}

/// A column of names nearly all of which are police forces is of police forces: "West Midlands" among
/// them is not the region.
fn level_by_siblings(
    view: &View<'_>,
    stats: &[Stats],
    places: &Places<'_>,
    labels: &mut [Option<Label>],
) {
    for (stats, label) in stats.iter().zip(labels.iter_mut()) {
        let Some(Label {
            role: Role::AreaName(level),
            ..
        }) = label
        else {
            continue;
        };
        // "Authority" may be a district's or a police force's.
        if !matches!(*level, AreaKind::Other | AreaKind::District) {
            continue;
        }
        let names: Vec<&str> = stats
            .distinct
            .iter()
            .filter_map(|(text, _)| columns::text_of(view, *text))
            .filter(|text| !vocabulary::is_area_total(text) && !vocabulary::is_unassigned(text))
            .collect();
        let of_kind = |kind| {
            names
                .iter()
                .filter(|name| places.gazetteer().find_of_kind(name.trim(), kind).is_some())
                .count()
        };
        if names.len() >= 10
            && of_kind(AreaKind::PoliceForce) * 10 >= names.len() * 9
            && of_kind(AreaKind::District) * 2 < names.len()
        {
            *level = AreaKind::PoliceForce;
        }
    }
}

/// Where codes of places have no names beside them but a column of names that hardly repeat, those are
/// the names: "Description | Code".
fn name_coded_places(stats: &[Stats], labels: &mut [Option<Label>]) {
    let is = |label: &Option<Label>, test: &dyn Fn(&Role) -> bool| {
        label.as_ref().is_some_and(|label| test(&label.role))
    };
    if labels
        .iter()
        .any(|label| is(label, &|role| matches!(role, Role::AreaName(_))))
    {
        return;
    }
    let codes = labels
        .iter()
        .position(|label| is(label, &|role| matches!(role, Role::AreaCode(_))));
    let Some(codes) = codes else { return };
    for at in [codes.checked_sub(1), codes.checked_add(1)]
        .into_iter()
        .flatten()
    {
        let hardly_repeats = stats
            .get(at)
            .is_some_and(|stats| stats.labels > 3 && stats.distinct.len() * 10 >= stats.labels * 8);
        if let Some(Some(label)) = labels.get_mut(at)
            && hardly_repeats
            && matches!(label.role, Role::Measure)
        {
            label.role = Role::AreaName(AreaKind::Other);
            label.reason = "names beside codes of places";
            return;
        }
    }
}

/// One row a place: what else is said of the place (its member, its type, when it declared) names no
/// measure and no group of people.
fn demote_descriptions(
    stats: &[Stats],
    headings: &[String],
    region: &Region,
    labels: &mut [Option<Label>],
) {
    let rows = usize::try_from(region.bottom - region.top).unwrap_or(usize::MAX);
    let one_row_a_place = stats.iter().zip(labels.iter()).any(|(stats, label)| {
        matches!(
            label,
            Some(Label {
                role: Role::AreaCode(_) | Role::AreaName(_),
                ..
            })
        ) && rows >= 20
            && stats.labels * 10 >= rows * 9
            && stats.distinct.len() == stats.labels
    });
    if !one_row_a_place {
        return;
    }
    for ((stats, heading), label) in stats.iter().zip(headings).zip(labels.iter_mut()) {
        let Some(label) = label else { continue };
        let plain_period = matches!(
            fold(heading).as_str(),
            "year" | "period" | "month" | "quarter" | "date" | "time period" | "financial year"
        );
        let describes = match label.role {
            Role::Measure | Role::Answer | Role::Cohort(_) => stats.distinct.len() > 1,
            Role::Period => stats.dates > 0 && !plain_period && !heading.is_empty(),
            _ => false,
        };
        if describes {
            label.role = Role::Unused(String::from("it describes the place in the row"));
            label.reason = "one row a place";
            label.confidence = 0.6;
        }
    }
}

/// "Group | Category": a column of names of dimensions, and beside it the groups.
pub(super) fn name_dimensions(
    view: &View<'_>,
    stats: &[Stats],
    headings: &[String],
    labels: &mut [Option<Label>],
) {
    for index in 0..labels.len().saturating_sub(1) {
        let Some(of) = stats.get(index) else { continue };
        let named: Vec<&str> = of
            .distinct
            .iter()
            .filter_map(|(text, _)| columns::text_of(view, *text))
            .filter(|text| !vocabulary::is_everyone(text))
            .collect();
        // "Percentage of adults aged 16 to 59" names a measure.
        if named
            .iter()
            .any(|text| text.contains('%') || text.bytes().any(|byte| byte.is_ascii_digit()))
        {
            continue;
        }
        let dimensions = named
            .iter()
            .filter(|text| {
                vocabulary::dimension(text).is_some() || vocabulary::area_level(text).is_some()
            })
            .count();
        let people = named
            .iter()
            .filter(|text| {
                vocabulary::dimension(text).is_some() && vocabulary::cohort(text).is_none()
            })
            .count();
        // Where the headings say what the two columns are, one name is enough, or everybody alone.
        let is_said = are_group_and_category(headings, index);
        let all_named = dimensions == named.len();
        let all = people >= 1 && named.len() >= 2 && all_named;
        if !(people >= 2 && dimensions * 2 >= named.len() || all || is_said && all_named) {
            continue;
        }
        let (head, tail) = labels.split_at_mut(index + 1);
        if let (Some(Some(group)), Some(Some(category))) = (head.last_mut(), tail.first_mut()) {
            group.role = Role::Dimension;
            group.reason = "it names dimensions of people";
            group.confidence = 0.9;
            category.role = Role::Cohort(String::new());
            category.reason = "its groups of people";
            category.confidence = 0.9;
        }
    }
}

/// Whether a column and the one after it are headed as a dimension and its categories.
fn are_group_and_category(headings: &[String], index: usize) -> bool {
    let is_one_of = |place: usize, words: &[&str]| {
        let heading = headings.get(place).map(|heading| fold(heading));
        heading.is_some_and(|heading| words.contains(&heading.as_str()))
    };
    is_one_of(
        index,
        &[
            "group",
            "grouping",
            "dimension",
            "breakdown",
            "break",
            "characteristic",
            "demographic",
            "demographic group",
            "group type",
            "breakdown type",
        ],
    ) && is_one_of(
        index + 1,
        &[
            "category",
            "group",
            "cohort",
            "subgroup",
            "sub group",
            "breakdown",
            "level",
        ],
    )
}

/// Whether a column says by its heading what is measured, so that even one name in it matters.
fn names_measures(heading: &str) -> bool {
    fold(heading).split(' ').any(|word| {
        matches!(
            word,
            "indicator" | "measure" | "series" | "metric" | "kpi" | "statistic" | "variable"
        )
    })
}

/// A column that says the same in each row tells rows apart from nothing.
pub(super) fn demote_constants(
    view: &View<'_>,
    stats: &[Stats],
    headings: &[String],
    labels: &mut [Option<Label>],
) {
    let varying = stats.iter().zip(labels.iter()).any(|(stats, label)| {
        stats.distinct.len() > 1
            && matches!(
                label,
                Some(Label {
                    role: Role::Measure | Role::Answer,
                    ..
                })
            )
    });
    for ((stats, heading), label) in stats.iter().zip(headings).zip(labels.iter_mut()) {
        let Some(label) = label else { continue };
        let constant =
            stats.distinct.len() == 1 && stats.filled > 3 && stats.labels == stats.filled;
        if !constant {
            continue;
        }
        let text = stats
            .distinct
            .first()
            .and_then(|(text, _)| columns::text_of(view, *text))
            .unwrap_or_default();
        let is_unit = vocabulary::unit_of(text).is_some_and(|(_, only)| only);
        match &label.role {
            Role::Measure | Role::Answer if is_unit => {
                label.role = Role::Unit;
                label.reason = "its words are a unit";
            }
            Role::Measure
                if varying && (vocabulary::is_generic(text) || !names_measures(heading)) =>
            {
                label.role = Role::Unused(format!("it says “{text}” in each row"));
            }
            Role::Cohort(_) => {
                label.role = if vocabulary::cohort(text).is_some() {
                    continue;
                } else {
                    Role::Unused(format!("it says “{text}” in each row"))
                };
            }
            _ => {}
        }
    }
}
