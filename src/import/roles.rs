//! Concludes what the columns of a table are, from headings, contents and position, and writes it down as
//! a [`TableLayout`].

use super::columns::{self, Shares, Stats};
use super::findings::FindingKind;
use super::headings::{self, Around, Heading};
use super::layout::{ColumnLayout, Role, Scale, TableLayout};
use super::places::Places;
use super::prose::{self, Title};
use super::regions::Region;
use super::view::{Kind, View};
use super::vocabulary::{self, LabelHeading, Special};
use super::{records, text_marks};
use crate::base::text::fold;
use crate::data::period_parse::{PeriodContext, find_period};
use crate::data::{AreaKind, Period, Unit};

/// What stands around a table in its sheet and workbook.
#[derive(Clone, Debug, Default)]
pub(crate) struct Surroundings {
    pub sheet_name: String,
    /// The first title of the sheet.
    pub sheet_title: String,
    /// The title of the workbook, from its cover.
    pub workbook_title: String,
}

/// A finding about a part of the table: rows and columns, bounds inclusive.
pub(crate) struct Remark {
    pub rows: (u32, u32),
    pub columns: (u32, u32),
    pub kind: FindingKind,
}

/// A label column as concluded.
struct Label {
    role: Role,
    confidence: f32,
    reason: &'static str,
}

/// Concludes how a table is to be read.
pub(crate) fn conclude(
    view: &View<'_>,
    region: &Region,
    around: &Surroundings,
    places: &Places<'_>,
    remarks: &mut Vec<Remark>,
) -> TableLayout {
    let stats: Vec<Stats> = (region.left..region.right)
        .map(|column| columns::stats(view, region, column))
        .filter(|stats| stats.filled > 0)
        .collect();
    let mut title = title_of(view, region, around);
    title.topic = without_places(&title.topic, places);
    if let Some(caption) = stub_caption(view, region, &stats) {
        title.topic = without_places(&prose::title(&caption).topic, places);
    }
    let mut table = TableLayout {
        title: title.text.clone(),
        topic: title.topic.clone(),
        left: region.left,
        right: region.right,
        headings: region.headings.clone(),
        top: region.top,
        bottom: region.bottom,
        base: title.base,
        level: title
            .by
            .iter()
            .filter_map(|by| vocabulary::area_level(by))
            .find(|level| *level != AreaKind::Other),
        ..TableLayout::default()
    };
    let own_headings: Vec<String> = stats
        .iter()
        .map(|stats| lowest_heading(view, region, stats.column))
        .collect();
    if records::is_about_notes(&around.sheet_name) {
        table.left_out = Some(FindingKind::InNotes);
        return table;
    }
    if let Some(kind) = records::recognise(view, region, &stats, &own_headings, &title) {
        table.left_out = Some(kind);
        return table;
    }
    let labels = label_columns(view, region, &stats, &own_headings, &title, places);
    let survey = is_survey(view, region, &stats, &own_headings, &labels, &title);
    table.needs_topic = survey;
    let dimension = title
        .by
        .iter()
        .find_map(|by| vocabulary::dimension(by))
        .or_else(|| survey.then(|| unknown_dimension(&title)).flatten());
    table.dimension.clone_from(&dimension);
    let has = |test: &dyn Fn(&Role) -> bool| labels.iter().flatten().any(|label| test(&label.role));
    let rows_are_cohorts = has(&|role| matches!(role, Role::Cohort(_)));
    let context = Around {
        title: &title,
        dimension,
        is_survey: survey,
        rows_are_cohorts,
        rows_are_answers: has(&|role| matches!(role, Role::Answer)),
        rows_are_places: has(&|role| matches!(role, Role::AreaName(_) | Role::AreaCode(_))),
        rows_are_periods: has(&|role| matches!(role, Role::Period)),
    };
    let value_indices: Vec<usize> = (0..stats.len())
        .filter(|index| labels.get(*index).is_some_and(Option::is_none))
        .collect();
    let value_columns: Vec<u32> = value_indices
        .iter()
        .filter_map(|index| stats.get(*index).map(|stats| stats.column))
        .collect();
    let read = headings::read(view, region, &value_columns, &context, places);
    for row in region.headings.iter().rev().skip(1) {
        let filled = value_columns
            .iter()
            .filter(|column| view.kind(*row, **column) != Kind::Empty)
            .count();
        let merged = value_columns
            .iter()
            .any(|column| view.grid.merge_at(*row, *column).is_some());
        if !merged && headings::is_centred(view, *row, &value_columns, filled) {
            let first = value_columns
                .iter()
                .find(|column| view.kind(*row, **column) != Kind::Empty);
            if let Some(column) = first.copied() {
                remarks.push(Remark {
                    rows: (*row, *row),
                    columns: (column, value_columns.last().copied().unwrap_or(column)),
                    kind: FindingKind::HeadingUnclear {
                        heading: view.label(*row, column).unwrap_or_default(),
                    },
                });
            }
        }
    }
    let changes = headings::is_table_of_changes(&read);
    let mut cautions: Vec<(u32, String, String)> = Vec::new();
    let mut headings_by_column = value_columns.iter().copied().zip(read);
    for ((stats, label), heading_text) in stats.iter().zip(labels).zip(&own_headings) {
        let layout = match label {
            Some(label) => ColumnLayout {
                column: stats.column,
                heading: heading_text.clone(),
                role: label.role,
                confidence: label.confidence,
                reason: label.reason.to_owned(),
            },
            None => match headings_by_column.next() {
                Some((_, heading)) => {
                    if let Some((text, words)) = &heading.caution
                        && (heading.special.is_none() || changes)
                    {
                        cautions.push((stats.column, text.clone(), words.clone()));
                    }
                    value_column(region, stats, heading, changes, remarks)
                }
                None => continue,
            },
        };
        table.columns.push(layout);
    }
    remark_cautions(region, cautions, remarks);
    leave_out_shares(view, region, &stats, &mut table, remarks);
    attach_bases(&mut table);
    let sides = sides(view, region);
    table.base = table
        .base
        .or_else(|| sides.iter().find_map(|line| prose::title(line).base));
    table.unit = title.unit.or_else(|| {
        sides
            .iter()
            .filter_map(|line| vocabulary::unit_of(&text_marks::strip(line).text))
            .find(|(_, only)| *only)
            .map(|(unit, _)| unit)
    });
    let rows_are_places = context.rows_are_places;
    if rows_are_places {
        benchmarks_share_units(&mut table);
    }
    settle_units(view, region, &stats, &mut table, survey, remarks);
    let before = remarks.len();
    settle_period(&mut table, &title, &sides, around, remarks);
    settle_area(&mut table, &title, &sides, places);
    if table.values().next().is_none() {
        let codes = table
            .with_role(|role| matches!(role, Role::AreaCode(_)))
            .next()
            .is_some();
        table.left_out = Some(if codes {
            FindingKind::Lookup
        } else {
            FindingKind::NoHeadings
        });
    } else if region.headings.is_empty() && !is_plain_list(&table) {
        table.left_out = Some(FindingKind::NoHeadings);
    }
    if table.left_out.is_some() {
        // What is left out as a whole needs no period.
        remarks.truncate(before);
    }
    table
}

/// Two columns under a title: names and figures.
fn is_plain_list(table: &TableLayout) -> bool {
    table.values().count() == 1
        && !table.title.is_empty()
        && table.period.is_some()
        && table.bottom - table.top >= 2
        && table
            .with_role(|role| !matches!(role, Role::Value(_)))
            .count()
            == 1
}

/// The lowest heading of a column, without note marks; a merged one counts for each column.
fn lowest_heading(view: &View<'_>, region: &Region, column: u32) -> String {
    region
        .headings
        .iter()
        .rev()
        .find_map(|row| view.label(*row, column))
        .map(|label| text_marks::strip(&label).text)
        .unwrap_or_default()
}

fn title_of(view: &View<'_>, region: &Region, around: &Surroundings) -> Title {
    let lines: Vec<&str> = region
        .lines
        .iter()
        .filter_map(|(row, column)| view.grid.text(*row, *column))
        .filter(|line| line.len() > 3 && !is_navigation(line))
        .collect();
    let named = |line: &&&str| prose::without_number(line).len() < line.trim_start().len();
    let plain: Vec<&str> = lines
        .iter()
        .copied()
        .filter(|line| !vocabulary::is_note_line(line) || named(&line))
        .collect();
    let own = if region.is_first {
        plain.first().copied()
    } else {
        // The lines above belong to the table before; the title is the last of them, or the numbered one.
        plain
            .iter()
            .rev()
            .find(named)
            .or_else(|| plain.last())
            .copied()
    };
    let mut title = prose::title(own.unwrap_or(&around.sheet_title));
    if own.is_some() && title.period.is_none() && title.topic.is_empty() {
        title.topic = prose::title(&around.sheet_title).topic;
    }
    // A second line may say what a short title does not: "Table 2" over "Crime in the United States".
    if (title.topic.is_empty()
        || title.text.to_lowercase().starts_with("table ") && title.text.len() < 10)
        && let Some(second) = plain.get(1)
    {
        let below = prose::title(second);
        title.topic = below.topic;
        title.by = below.by;
        title.unit = title.unit.or(below.unit);
        title.period = title.period.or(below.period);
        title.text = format!("{}: {}", title.text, below.text);
    }
    title
}

/// The heading over labels of which there are none: it names what the figures beside it count.
fn stub_caption(view: &View<'_>, region: &Region, stats: &[Stats]) -> Option<String> {
    let first = stats
        .first()
        .filter(|first| first.column > region.left && first.mostly_values(50))?;
    let row = region.headings.last()?;
    (region.left..first.column)
        .find_map(|column| view.grid.text(*row, column))
        .filter(|text| {
            vocabulary::label_heading(text).is_none_or(|role| role == LabelHeading::Measure)
        })
        .map(ToOwned::to_owned)
}

/// A topic without the places at its end, which are areas: "Recorded crime in Ashfield".
fn without_places(topic: &str, places: &Places<'_>) -> String {
    let mut topic = topic.to_owned();
    loop {
        let cut = [", ", " in ", " for ", ": ", " – ", " - ", " across "]
            .iter()
            .find_map(|mark| {
                let (before, after) = topic.rsplit_once(mark)?;
                let place = after.trim().trim_start_matches("the ");
                places
                    .gazetteer()
                    .by_name(place)
                    .is_some()
                    .then(|| before.trim().to_owned())
            });
        match cut {
            Some(shorter) => topic = shorter,
            None => break,
        }
    }
    if vocabulary::area_level(&topic).is_some() && topic.split(' ').count() <= 2
        || places.gazetteer().by_name(&topic).is_some()
    {
        topic.clear();
    }
    topic
}

fn is_navigation(line: &str) -> bool {
    let folded = fold(line);
    [
        "contents",
        "back to",
        "return to",
        "link to",
        "go to",
        "home",
        "table of contents",
        "cover",
    ]
    .iter()
    .any(|word| folded == *word || folded.starts_with(&format!("{word} ")))
}

/// The lines around a table that may tell period, place and unit: those above, and remarks beside them.
fn sides(view: &View<'_>, region: &Region) -> Vec<String> {
    region
        .lines
        .iter()
        .filter_map(|(row, column)| view.grid.text(*row, *column))
        .filter(|line| line.len() < 200)
        .map(ToOwned::to_owned)
        .collect()
}

/// "By six-fold urban rural classification": a dimension that the vocabulary does not hold.
fn unknown_dimension(title: &Title) -> Option<String> {
    let by = title.by.first()?;
    let folded = fold(by);
    let other = vocabulary::area_level(by).is_some()
        || [
            "offence",
            "crime",
            "type",
            "category",
            "month",
            "year",
            "quarter",
            "reason",
            "statement",
        ]
        .iter()
        .any(|word| folded.contains(word));
    (!other && by.len() < 60).then(|| {
        let mut chars = by.chars();
        chars.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(chars).collect()
        })
    })
}

/// Which columns are labels, and of what; `None` for columns of values.
fn label_columns(
    view: &View<'_>,
    region: &Region,
    stats: &[Stats],
    own_headings: &[String],
    title: &Title,
    places: &Places<'_>,
) -> Vec<Option<Label>> {
    let value_like: Vec<bool> = stats
        .iter()
        .zip(own_headings)
        .map(|(stats, heading)| is_value_column(stats, heading))
        .collect();
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
    name_dimensions(view, stats, &mut labels);
    demote_constants(view, stats, &mut labels);
    labels
}

fn is_value_column(stats: &Stats, heading: &str) -> bool {
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
fn numeric_label(all: &[Stats], index: usize, heading: &str, values: usize) -> Option<Label> {
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
        let part = folded == "month" && stats.greatest <= 12.0 && stats.least >= 1.0
            || folded == "quarter" && stats.greatest <= 4.0 && stats.least >= 1.0;
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
    match heading_role {
        Some(LabelHeading::Code) => {
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
        && (stats.least == 1.0 || stats.least == 0.0)
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
#[derive(Clone, Copy)]
struct TextPlace {
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
fn text_label(
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
    if heading_role == Some(LabelHeading::Status) || shares.statuses >= 0.8 {
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
    if shares.places >= 0.5 || place.beside_codes && !place.has_area && shares.cohorts < 0.3 {
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
fn dimension_of_heading(heading: &str, dimension: &str) -> String {
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

/// "Group | Category": a column of names of dimensions, and beside it the groups.
fn name_dimensions(view: &View<'_>, stats: &[Stats], labels: &mut [Option<Label>]) {
    for index in 0..labels.len().saturating_sub(1) {
        let Some(of) = stats.get(index) else { continue };
        let named: Vec<&str> = of
            .distinct
            .iter()
            .filter_map(|(text, _)| columns::text_of(view, *text))
            .filter(|text| !vocabulary::is_everyone(text))
            .collect();
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
        let all = people >= 1 && named.len() >= 2 && dimensions == named.len();
        if !(people >= 2 && dimensions * 2 >= named.len() || all) {
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

/// A column that says the same in each row tells rows apart from nothing.
fn demote_constants(view: &View<'_>, stats: &[Stats], labels: &mut [Option<Label>]) {
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
    for (stats, label) in stats.iter().zip(labels.iter_mut()) {
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
            Role::Measure if varying => {
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

/// Whether a table is of a survey: bases, answers, percentages by groups of people.
fn is_survey(
    view: &View<'_>,
    region: &Region,
    stats: &[Stats],
    own_headings: &[String],
    labels: &[Option<Label>],
    title: &Title,
) -> bool {
    let base_column = own_headings.iter().any(|heading| {
        matches!(
            vocabulary::special(heading),
            Some(Special::Base | Special::EffectiveBase)
        )
    });
    let base_row = stats.iter().zip(labels).take(3).any(|(stats, label)| {
        label.is_some()
            && stats.distinct.iter().any(|(text, _)| {
                columns::text_of(view, *text).is_some_and(|text| {
                    matches!(
                        vocabulary::special(text),
                        Some(Special::Base | Special::EffectiveBase)
                    )
                })
            })
    });
    let answers = labels
        .iter()
        .flatten()
        .any(|label| matches!(label.role, Role::Answer));
    let formats: usize = stats.iter().map(|stats| stats.percent_format).sum();
    let numbers: usize = stats.iter().map(|stats| stats.numbers).sum();
    let percent = title.unit == Some(Unit::Percent) || formats * 2 > numbers && formats > 0;
    let small = region.bottom - region.top < 400;
    base_column || base_row || answers && small || percent && small
}

/// A column whose heading says what it is: values, or something about them.
fn value_column(
    region: &Region,
    stats: &Stats,
    heading: Heading,
    changes: bool,
    remarks: &mut Vec<Remark>,
) -> ColumnLayout {
    let mut remark = |kind| {
        remarks.push(Remark {
            rows: (
                region.headings.first().copied().unwrap_or(region.top),
                region.bottom.saturating_sub(1),
            ),
            columns: (stats.column, stats.column),
            kind,
        });
    };
    let text = heading.text.clone();
    let (role, confidence, reason) = match heading.special {
        Some(Special::Base) => (Role::Base, 0.95, "its heading"),
        Some(Special::EffectiveBase) => (Role::EffectiveBase, 0.95, "its heading"),
        Some(Special::WeightedBase | Special::Interval | Special::Significance | Special::Rank) => {
            remark(FindingKind::AboutValues {
                heading: text.clone(),
            });
            (Role::AboutValues, 0.9, "its heading")
        }
        Some(Special::Change)
            if !(changes
                && (stats.points > 0
                    || matches!(
                        heading.value.unit,
                        Some(Unit::PercentChange | Unit::PercentagePoints)
                    ))) =>
        {
            remark(FindingKind::PrintedChange {
                heading: text.clone(),
            });
            (Role::PrintedChange, 0.9, "its heading")
        }
        Some(Special::Share) => {
            remark(FindingKind::PrintedShare {
                heading: text.clone(),
            });
            (Role::PrintedShare, 0.9, "its heading")
        }
        _ => (Role::Value(Box::new(heading.value)), 0.9, "its numbers"),
    };
    ColumnLayout {
        column: stats.column,
        heading: text,
        role,
        confidence,
        reason: reason.to_owned(),
    }
}

/// One finding for a row of bare years, one for each other period that wants a look.
fn remark_cautions(
    region: &Region,
    cautions: Vec<(u32, String, String)>,
    remarks: &mut Vec<Remark>,
) {
    let rows = (
        region.headings.first().copied().unwrap_or(region.top),
        region.headings.last().copied().unwrap_or(region.top),
    );
    let years = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let (bare, others): (Vec<_>, Vec<_>) = cautions
        .into_iter()
        .partition(|(_, text, words)| years(text) && words.starts_with("could also mean"));
    let mut push = |columns, text, words| {
        remarks.push(Remark {
            rows,
            columns,
            kind: FindingKind::PeriodCaution { text, words },
        });
    };
    match (bare.first(), bare.last()) {
        (Some(first), Some(last)) if first.0 != last.0 => push(
            (first.0, last.0),
            format!("{} … {}", first.1, last.1),
            String::from("are read as calendar years: they could also be financial years"),
        ),
        (Some((column, text, words)), _) => push((*column, *column), text.clone(), words.clone()),
        _ => {}
    }
    let mut seen: Vec<String> = Vec::new();
    for (column, text, words) in others {
        if !seen.contains(&text) {
            push((column, column), text.clone(), words);
            seen.push(text);
        }
    }
}

/// Leaves out columns that give each row's share of the total of the column before: the sender worked
/// them out, and they sum over places as no percentage of a survey does.
fn leave_out_shares(
    view: &View<'_>,
    region: &Region,
    stats: &[Stats],
    table: &mut TableLayout,
    remarks: &mut Vec<Remark>,
) {
    if table.needs_topic {
        return;
    }
    let numeric: Vec<u32> = table.values().map(|(column, _)| column.column).collect();
    let numbers = |column: u32| -> Vec<(u32, f64)> {
        view.grid
            .stored_between(column, region.top, region.bottom)
            .filter_map(|(row, stored)| match view.kind_of(stored) {
                Kind::Number(number) => Some((row, number)),
                _ => None,
            })
            .take(2_000)
            .collect()
    };
    for pair in numeric.windows(2) {
        let [counts, shares] = pair else { continue };
        let of_share = stats.iter().find(|stats| stats.column == *shares);
        let says_percent = table.columns.iter().any(|column| {
            column.column == *shares
                && matches!(&column.role, Role::Value(value) if value.unit == Some(Unit::Percent))
        }) || of_share
            .is_some_and(|stats| stats.percent_format * 2 > stats.styled);
        if !says_percent {
            continue;
        }
        let (counted, shared) = (numbers(*counts), numbers(*shares));
        let greatest = counted
            .iter()
            .map(|(_, number)| *number)
            .fold(0.0, f64::max);
        let sum: f64 = counted.iter().map(|(_, number)| number).sum();
        let scale = if of_share.is_some_and(|stats| stats.greatest <= 1.0) {
            100.0
        } else {
            1.0
        };
        let fits = |total: f64| {
            total > 0.0
                && shared.len() >= 3
                && shared
                    .iter()
                    .filter(|(row, share)| {
                        counted
                            .iter()
                            .find(|(at, _)| at == row)
                            .is_some_and(|(_, count)| {
                                (share * scale - count / total * 100.0).abs() < 0.6
                            })
                    })
                    .count()
                    * 10
                    >= shared.len() * 8
        };
        if !(fits(greatest) || fits(sum)) {
            continue;
        }
        for column in &mut table.columns {
            if column.column == *shares {
                column.role = Role::PrintedShare;
                column.reason = String::from("it is each row's share of the column before");
                remarks.push(Remark {
                    rows: (region.top, region.bottom.saturating_sub(1)),
                    columns: (*shares, *shares),
                    kind: FindingKind::PrintedShare {
                        heading: column.heading.clone(),
                    },
                });
            }
        }
    }
}

/// Gives each column of values the base beside it: of the same period, group and place, the next to the
/// right, else the only one that the table has.
fn attach_bases(table: &mut TableLayout) {
    let bases: Vec<(u32, bool)> = table
        .columns
        .iter()
        .filter_map(|column| match column.role {
            Role::Base => Some((column.column, false)),
            Role::EffectiveBase => Some((column.column, true)),
            _ => None,
        })
        .collect();
    let values: Vec<u32> = table.values().map(|(column, _)| column.column).collect();
    for effective in [false, true] {
        let of_kind: Vec<u32> = bases
            .iter()
            .filter(|(_, e)| *e == effective)
            .map(|(c, _)| *c)
            .collect();
        for column in &mut table.columns {
            let at = column.column;
            let Role::Value(value) = &mut column.role else {
                continue;
            };
            let base =
                if of_kind.len() == 1 && !(values.len() > 1 && bases_between(&values, &of_kind)) {
                    of_kind.first().copied()
                } else {
                    let next = of_kind.iter().copied().find(|base| *base > at);
                    // A base before the first value belongs to what follows it.
                    if of_kind
                        .first()
                        .is_some_and(|first| values.first().is_some_and(|value| first < value))
                    {
                        of_kind.iter().copied().rev().find(|base| *base < at)
                    } else {
                        next
                    }
                };
            if effective {
                value.effective_base = base;
            } else {
                value.base = base;
            }
        }
    }
}

/// Whether the only base stands between values: it is that of those before it.
fn bases_between(values: &[u32], bases: &[u32]) -> bool {
    bases.iter().any(|base| {
        values.iter().any(|value| value < base) && values.iter().any(|value| value > base)
    })
}

/// A column that gives another place's figures has the unit of the column before it.
fn benchmarks_share_units(table: &mut TableLayout) {
    let mut before: Option<Unit> = None;
    for column in &mut table.columns {
        if let Role::Value(value) = &mut column.role {
            if value.area.is_some() && value.measure.is_empty() && value.unit.is_none() {
                value.unit = before;
            }
            before = value.unit.or(before);
        }
    }
}

fn settle_units(
    view: &View<'_>,
    region: &Region,
    stats: &[Stats],
    table: &mut TableLayout,
    survey: bool,
    remarks: &mut Vec<Remark>,
) {
    let of = |column: u32| stats.iter().find(|stats| stats.column == column);
    let table_unit = table.unit;
    let row_units = table
        .with_role(|role| matches!(role, Role::Unit))
        .next()
        .is_some();
    let all_whole = table.values().all(|(column, _)| {
        of(column.column).is_none_or(|stats| stats.all_integers && stats.least >= 0.0)
    });
    let is_long = table.values().count() <= 2 && row_units;
    for column in &mut table.columns {
        let Role::Value(value) = &mut column.role else {
            continue;
        };
        let Some(stats) = of(column.column) else {
            continue;
        };
        if stats.percent_format * 2 > stats.styled {
            if value.unit.is_none_or(|unit| unit == Unit::Count) {
                value.unit = Some(Unit::Percent);
            }
        } else if stats.pounds_format * 2 > stats.styled && value.unit.is_none() {
            value.unit = Some(Unit::Pounds);
        }
        if value.unit.is_some() || is_long {
            continue;
        }
        value.unit = table_unit.or_else(|| {
            let says = |test: &dyn Fn(&str) -> bool| value.measure.iter().any(|part| test(part));
            let named = value
                .measure
                .iter()
                .any(|part| !vocabulary::is_generic(part));
            let averaged =
                says(&vocabulary::is_average) || !named && vocabulary::is_average(&table.topic);
            let counted = !averaged
                && (says(&vocabulary::is_counted) || vocabulary::is_counted(&table.topic));
            if survey {
                return (stats.greatest <= 100.0 && stats.least >= 0.0 && stats.numbers > 0)
                    .then_some(Unit::Percent);
            }
            (counted || all_whole && !averaged).then_some(Unit::Count)
        });
    }
    settle_scale(view, region, stats, table, remarks);
}

/// Whether percentages are written as 93 or as 0.93, judged over all of them that have no format.
fn settle_scale(
    view: &View<'_>,
    region: &Region,
    stats: &[Stats],
    table: &mut TableLayout,
    remarks: &mut Vec<Remark>,
) {
    let is_percent = |unit: Option<Unit>| unit == Some(Unit::Percent);
    let unit_column_percent = table
        .with_role(|role| matches!(role, Role::Unit))
        .any(|column| {
            (region.top..region.bottom.min(region.top + 50)).any(|row| {
                view.grid
                    .text(row, column.column)
                    .and_then(vocabulary::unit_of)
                    .is_some_and(|(unit, _)| unit == Unit::Percent)
            })
        });
    let plain: Vec<&Stats> = table
        .values()
        .filter(|(_, value)| is_percent(value.unit) || value.unit.is_none() && unit_column_percent)
        .filter_map(|(column, _)| stats.iter().find(|stats| stats.column == column.column))
        .filter(|stats| stats.percent_format * 2 <= stats.styled)
        .collect();
    let greatest = plain
        .iter()
        .map(|stats| stats.greatest)
        .fold(f64::NEG_INFINITY, f64::max);
    let least = plain
        .iter()
        .map(|stats| stats.least)
        .fold(f64::INFINITY, f64::min);
    let numbers: usize = plain.iter().map(|stats| stats.numbers).sum();
    let written = plain
        .iter()
        .any(|stats| has_percent_sign(view, region, stats.column));
    if plain.is_empty() || greatest > 1.0 || least < -1.0 || greatest <= 0.0 || written {
        return;
    }
    let says_share = |text: &str| {
        let folded = fold(text);
        folded.contains("proportion") || folded.contains("fraction")
    };
    let named = says_share(&table.title)
        || table
            .values()
            .any(|(column, _)| says_share(&column.heading));
    let scale = if named || greatest >= 0.3 && numbers >= 4 || (greatest - 1.0).abs() < 1e-9 {
        Scale::Share
    } else {
        Scale::Unclear
    };
    let columns: Vec<u32> = plain.iter().map(|stats| stats.column).collect();
    let heading = if table.title.is_empty() {
        table
            .values()
            .next()
            .map(|(column, _)| column.heading.clone())
            .unwrap_or_default()
    } else {
        table.title.clone()
    };
    for column in &mut table.columns {
        if let Role::Value(value) = &mut column.role
            && columns.contains(&column.column)
        {
            value.scale = scale;
        }
    }
    remarks.push(Remark {
        rows: (region.top, region.bottom.saturating_sub(1)),
        columns: (
            columns.first().copied().unwrap_or(region.left),
            columns.last().copied().unwrap_or(region.right),
        ),
        kind: if scale == Scale::Share {
            FindingKind::SharesAsPercent { heading }
        } else {
            FindingKind::PercentScaleUnclear { heading }
        },
    });
}

fn has_percent_sign(view: &View<'_>, region: &Region, column: u32) -> bool {
    view.grid
        .column_between(column, region.top, region.bottom)
        .take(50)
        .any(|(_, value)| matches!(value, super::grid::CellValue::Text(text) if text.contains('%')))
}

/// Finds the period of what neither rows nor columns date.
fn settle_period(
    table: &mut TableLayout,
    title: &Title,
    sides: &[String],
    around: &Surroundings,
    remarks: &mut Vec<Remark>,
) {
    let dated_rows = table
        .with_role(|role| matches!(role, Role::Period))
        .next()
        .is_some();
    let dated_columns = table.values().all(|(_, value)| value.period.is_some());
    let context = PeriodContext::default();
    let mut remark = |kind| {
        remarks.push(Remark {
            rows: (table.top, table.bottom.saturating_sub(1)),
            columns: (table.left, table.right.saturating_sub(1)),
            kind,
        });
    };
    let needs = !dated_rows && !dated_columns;
    if let Some(reading) = &title.period {
        table.period = Some(reading.period);
        if needs && let Some(words) = reading.caution_words() {
            if matches!(
                reading.caution,
                Some(
                    crate::data::period_parse::PeriodCaution::UnusualLength { .. }
                        | crate::data::period_parse::PeriodCaution::Backwards
                )
            ) {
                remark(FindingKind::PeriodCaution {
                    text: title.text.clone(),
                    words,
                });
            }
        }
        return;
    }
    let from_sides = sides
        .iter()
        .filter(|line| !is_publication(line) && !vocabulary::is_note_line(line))
        .find_map(|line| find_period(line, &context));
    if let Some((reading, _)) = from_sides {
        table.period = Some(reading.period);
        return;
    }
    let elsewhere: [(&str, &str); 3] = [
        (around.sheet_title.as_str(), "the sheet's title"),
        (around.sheet_name.as_str(), "the sheet's name"),
        (around.workbook_title.as_str(), "the workbook's title"),
    ];
    for (text, place) in elsewhere {
        if let Some((reading, _)) = find_period(text, &context) {
            table.period = Some(reading.period);
            if needs {
                remark(FindingKind::PeriodFrom {
                    period: label(reading.period),
                    place: place.to_owned(),
                });
            }
            return;
        }
    }
    if needs {
        remark(FindingKind::NoPeriod);
    }
}

fn label(period: Period) -> String {
    period.label()
}

fn is_publication(line: &str) -> bool {
    let folded = fold(line);
    [
        "released",
        "published",
        "publication",
        "release date",
        "next update",
        "updated",
        "last updated",
        "extracted",
        "produced",
        "date of",
    ]
    .iter()
    .any(|word| folded.starts_with(word) || folded.contains(&format!(" {word} ")))
}

/// The place of what neither rows nor columns place: a line that is a place, or the place in the title.
fn settle_area(table: &mut TableLayout, title: &Title, sides: &[String], places: &Places<'_>) {
    let placed = table
        .with_role(|role| matches!(role, Role::AreaName(_) | Role::AreaCode(_)))
        .next()
        .is_some()
        || table
            .values()
            .all(|(_, value)| value.area.is_some() || value.area_code.is_some());
    if placed {
        return;
    }
    let from_line = sides.iter().find_map(|line| {
        let line = text_marks::strip(line).text;
        let bare = line
            .split_once(':')
            .map_or(line.as_str(), |(_, after)| after.trim());
        let bare = bare.split(" / ").next().unwrap_or(bare).trim();
        places
            .gazetteer()
            .by_name(bare)
            .map(|place| place.area.name.clone())
    });
    table.area = from_line.or_else(|| place_in(&title.text, places));
}

/// The longest name of a place in a text.
fn place_in(text: &str, places: &Places<'_>) -> Option<String> {
    let words: Vec<&str> = text
        .split([' ', ',', ':', ';', '(', ')', '/'])
        .filter(|word| !word.is_empty())
        .collect();
    for length in (1..=6).rev() {
        for window in words.windows(length) {
            let starts_large = window
                .first()
                .is_some_and(|word| word.starts_with(char::is_uppercase));
            let phrase = window.join(" ");
            if starts_large
                && phrase.len() > 4
                && let Some(place) = places.gazetteer().by_name(&phrase)
            {
                return Some(place.area.name.clone());
            }
        }
    }
    None
}

/// Whether a row of the body holds nothing but one label.
pub(crate) fn is_section_row(
    view: &View<'_>,
    table: &TableLayout,
    row: u32,
) -> Option<(u32, String)> {
    let mut only: Option<(u32, String)> = None;
    for column in table.left..table.right {
        match view.kind(row, column) {
            Kind::Empty => {}
            Kind::Text(_) if only.is_none() => {
                only = Some((column, view.label(row, column)?));
            }
            _ => return None,
        }
    }
    only
}
