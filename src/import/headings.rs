//! What the headings over columns of values say: measure, period, group, place, unit, or that the column
//! is no measure at all.

use super::bands::{carry_periods, join_wrapped, without_own};
use super::decisions::Across;
use super::heading_cells::{Cell, cells};
use super::heading_numbers::year_with_note;
use super::layout::ValueLayout;
use super::places::Places;
use super::prose::Title;
use super::regions::Region;
use super::view::{Kind, View};
use super::vocabulary::{self, Special};
use crate::base::text::{clean, fold};
use crate::data::Cohort;
use crate::data::area::is_gss_code;
use crate::data::period_label::is_month_name;
use crate::data::period_parse::{
    PeriodCaution, PeriodContext, PeriodReading, find_period, parse_period, period_of_date,
};
use crate::data::{Period, Status, Unit};

/// What the headings of one column say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heading {
    pub value: ValueLayout,
    pub special: Option<Special>,
    /// The heading as it stands, its rows joined.
    pub text: String,
    /// A period that was read with a caution: the text and the caution in words.
    pub caution: Option<(String, String)>,
}

/// What one row of headings is about, as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Axis {
    Periods,
    Cohorts,
    Ages,
    Places,
    Names,
}

/// What stands around the table.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the rows"
)]
pub(crate) struct Around<'t> {
    pub title: &'t Title,
    /// The dimension of people that the title names.
    pub dimension: Option<String>,
    /// Whether the rows are answers, or there is a base: the table is of a survey.
    pub is_survey: bool,
    /// Whether the rows are groups of people already.
    pub rows_are_cohorts: bool,
    /// Whether the rows are answers: headings like "Yes" are groups then.
    pub rows_are_answers: bool,
    /// Whether the rows are places already.
    pub rows_are_places: bool,
    /// Whether the rows are periods already.
    pub rows_are_periods: bool,
    /// What a person says that the lowest headings are.
    pub said: Option<Across>,
}

/// Reads the headings over the given columns.
pub(crate) fn read(
    view: &View<'_>,
    region: &Region,
    columns: &[u32],
    around: &Around<'_>,
    places: &Places<'_>,
) -> Vec<Heading> {
    let mut rows: Vec<Vec<Option<Cell>>> = region
        .headings
        .iter()
        .enumerate()
        .map(|(index, row)| cells(view, *row, columns, index + 1 == region.headings.len()))
        .collect();
    for index in 0..region.inherited {
        without_own(view, region, columns, index, &mut rows);
    }
    let filled: Vec<Vec<bool>> = region
        .headings
        .iter()
        .map(|row| {
            columns
                .iter()
                .map(|column| view.kind(*row, *column) != Kind::Empty)
                .collect()
        })
        .collect();
    join_wrapped(&mut rows, &filled);
    let mut axes: Vec<Axis> = rows
        .iter()
        .enumerate()
        .map(|(index, row)| axis(row, around, places, rows.get(index + 1)))
        .collect();
    if let (Some(said), Some(lowest)) = (around.said, axes.last_mut()) {
        *lowest = match said {
            Across::Periods => Axis::Periods,
            Across::Places => Axis::Places,
            Across::Groups => Axis::Cohorts,
            Across::Measures => Axis::Names,
        };
    }
    let contexts: Vec<PeriodContext> = rows
        .iter()
        .map(|row| {
            let labels: Vec<&str> = row.iter().flatten().map(|cell| cell.raw.as_str()).collect();
            PeriodContext::from_siblings(&labels)
        })
        .collect();
    let mut headings: Vec<Heading> = (0..columns.len())
        .map(|index| {
            let stack: Vec<(&Cell, Axis, &PeriodContext, &[Option<Cell>])> = rows
                .iter()
                .zip(&axes)
                .zip(&contexts)
                .filter_map(|((row, axis), context)| {
                    Some((row.get(index)?.as_ref()?, *axis, context, row.as_slice()))
                })
                .collect();
            heading(&stack, around, places)
        })
        .collect();
    if let (Some(row), Some(context)) = (rows.last(), contexts.last()) {
        carry_periods(row, context, &mut headings);
    }
    headings
}

fn axis(
    row: &[Option<Cell>],
    around: &Around<'_>,
    places: &Places<'_>,
    below: Option<&Vec<Option<Cell>>>,
) -> Axis {
    let plain: Vec<&Cell> = row
        .iter()
        .flatten()
        .filter(|cell| vocabulary::special(&cell.text).is_none())
        .collect();
    if plain.is_empty() {
        return Axis::Names;
    }
    let labels: Vec<&str> = plain.iter().map(|cell| cell.raw.as_str()).collect();
    let context = PeriodContext::from_siblings(&labels);
    let count = |test: &dyn Fn(&Cell) -> bool| plain.iter().filter(|cell| test(cell)).count();
    let periods = count(&|cell| {
        matches!(cell.kind, Kind::Date(_)) || parse_period(&cell.raw, &context).is_some()
    });
    if periods * 2 >= plain.len() && !around.rows_are_periods || periods == plain.len() {
        return Axis::Periods;
    }
    let part_of_year = count(&|cell| is_part_of_year(&cell.text));
    if part_of_year * 2 > plain.len() {
        return Axis::Periods;
    }
    let numbers = count(
        &|cell| matches!(cell.kind, Kind::Number(number) if number.fract() == 0.0 && (0.0..=120.0).contains(&number)),
    );
    let says_age = fold(&around.title.text)
        .split(' ')
        .any(|word| matches!(word, "age" | "ages" | "aged"));
    if numbers >= 5 && numbers * 10 >= plain.len() * 8 && (says_age || numbers > 40) {
        return Axis::Ages;
    }
    if !around.rows_are_places {
        let known = count(&|cell| {
            is_gss_code(&cell.text)
                || places.knows(&cell.text)
                || vocabulary::is_unassigned(&cell.text)
        });
        let named = count(&|cell| !vocabulary::is_area_total(&cell.text));
        if known >= 2 && known * 2 >= named || known == 1 && plain.len() == 1 {
            return Axis::Places;
        }
    }
    let groups = count(&|cell| {
        vocabulary::cohort(&cell.text).is_some() || vocabulary::is_age_label(&cell.text)
    });
    let others = count(&|cell| !vocabulary::is_everyone(&cell.text));
    if groups > 0 && groups * 2 >= others {
        return Axis::Cohorts;
    }
    // "By tenure", over headings that the vocabulary does not hold.
    let is_leaf = below.is_none_or(|below| {
        below.iter().flatten().all(|cell| {
            vocabulary::unit_of(&cell.text).is_some_and(|(_, only)| only)
                || vocabulary::special(&cell.text).is_some()
        })
    });
    let answers = count(&|cell| vocabulary::is_answer(&cell.text));
    if is_leaf
        && around.is_survey
        && !around.rows_are_cohorts
        && !around.rows_are_places
        && around.dimension.is_some()
        && plain.len() > 1
        && (answers * 2 < plain.len().max(2) || around.rows_are_answers)
    {
        return Axis::Cohorts;
    }
    Axis::Names
}

fn is_part_of_year(text: &str) -> bool {
    let folded = fold(text);
    let number = folded
        .strip_prefix("quarter ")
        .or_else(|| folded.strip_prefix('q'));
    number.is_some_and(|number| matches!(number, "1" | "2" | "3" | "4")) || is_month_name(&folded)
}

/// The words of a dimension alone: "Sex", "Age group".
fn is_dimension_word(text: &str) -> Option<String> {
    let words = fold(text).split(' ').count();
    (words <= 4 && vocabulary::cohort(text).is_none() && !vocabulary::is_everyone(text))
        .then(|| vocabulary::dimension(text))
        .flatten()
}

#[expect(
    clippy::too_many_lines,
    reason = "one case after the other, the surest first"
)]
fn heading(
    stack: &[(&Cell, Axis, &PeriodContext, &[Option<Cell>])],
    around: &Around<'_>,
    places: &Places<'_>,
) -> Heading {
    let mut heading = Heading::default();
    let is_mid_year = [" mid year ", " mid "].iter().any(|word| {
        format!(" {} ", fold(&around.title.text)).contains(word)
            || stack
                .iter()
                .any(|(cell, ..)| format!(" {} ", fold(&cell.text)).contains(word))
    });
    let mut dimension: Option<String> = None;
    let mut text_parts: Vec<String> = Vec::new();
    for (index, (cell, axis, context, row)) in stack.iter().enumerate() {
        if text_parts.last() != Some(&cell.text) {
            text_parts.push(cell.text.clone());
        }
        for mark in &cell.marks {
            heading.value.status = match mark.as_str() {
                "p" => Status::Provisional,
                "r" => Status::Revised,
                "e" => Status::Estimated,
                "b" => Status::Break,
                _ => heading.value.status,
            };
        }
        let own_special = vocabulary::special(&cell.text).or_else(|| {
            (index + 1 == stack.len() && !around.is_survey && is_bare_change(&cell.text))
                .then_some(Special::Change)
        });
        if let Some(special) = own_special {
            heading.special = heading.special.or(Some(special));
            if special == Special::Change
                && let Some((unit, _)) = vocabulary::unit_of(&cell.text)
            {
                heading.value.unit = Some(unit);
            }
            if !matches!(special, Special::Change | Special::Share) {
                if heading.value.period.is_none()
                    && let Some((reading, _)) = find_period(&cell.text, &PeriodContext::default())
                {
                    heading.value.period = Some(reading.period);
                }
                continue;
            }
        }
        if (*axis == Axis::Periods || heading.value.period.is_none())
            && let Some(reading) = period(cell, row, context, heading.value.period, is_mid_year)
        {
            set_period(&mut heading, &reading, &cell.raw);
            continue;
        }
        match axis {
            Axis::Ages if matches!(cell.kind, Kind::Number(_)) => {
                heading
                    .value
                    .cohort
                    .push((String::from("Age"), cell.text.clone()));
                continue;
            }
            Axis::Ages
                if vocabulary::is_age_label(&cell.text)
                    || fold(&cell.text).ends_with(" plus")
                    || cell.text.ends_with('+') =>
            {
                heading
                    .value
                    .cohort
                    .push((String::from("Age"), cell.text.clone()));
                continue;
            }
            // "No" beside "Yes" is an answer, not short for "number".
            Axis::Cohorts | Axis::Names if is_answer_no(&cell.text, row) => {
                match dimension.clone().or_else(|| around.dimension.clone()) {
                    Some(own) if *axis == Axis::Cohorts => {
                        heading.value.cohort.push((own, clean(&cell.text)));
                    }
                    _ => heading.value.measure.push(clean(&cell.text)),
                }
                continue;
            }
            Axis::Cohorts => {
                let shared = dimension
                    .clone()
                    .or_else(|| shared_dimension(row, &cell.text, around));
                if let Some(group) = group(&cell.text, shared.as_deref(), around) {
                    heading.value.cohort.extend(group);
                    continue;
                }
            }
            Axis::Places => {
                if is_gss_code(&cell.text) {
                    heading.value.area_code = Some(cell.text.trim().to_owned());
                } else {
                    heading.value.area = Some(cell.text.clone());
                }
                continue;
            }
            _ => {}
        }
        if index + 1 < stack.len()
            && let Some(word) = is_dimension_word(&cell.text)
            && stack
                .iter()
                .skip(index + 1)
                .any(|(_, axis, ..)| *axis == Axis::Cohorts)
        {
            dimension = Some(word);
            continue;
        }
        // "Financial year", "As at:" over periods: it says what stands below, and measures nothing.
        if index + 1 < stack.len()
            && vocabulary::label_heading(&cell.text) == Some(vocabulary::LabelHeading::Period)
            && stack
                .iter()
                .skip(index + 1)
                .any(|(below, axis, context, row)| {
                    *axis == Axis::Periods || period(below, row, context, None, false).is_some()
                })
        {
            continue;
        }
        // A benchmark beside the places of the rows: "Force", "England and Wales".
        if index + 1 == stack.len()
            && around.rows_are_places
            && heading.value.measure.is_empty()
            && places.knows(&cell.text)
        {
            heading.value.area = Some(cell.text.clone());
            continue;
        }
        // A place over measures: "Nottinghamshire" over "Number" and "Rate".
        if *axis == Axis::Names
            && !around.rows_are_places
            && heading.value.area.is_none()
            && places.knows(&cell.text)
            && fold(&cell.text).len() > 3
        {
            heading.value.area = Some(cell.text.clone());
            continue;
        }
        name_part(&mut heading, cell, index + 1 == stack.len());
    }
    heading.text = text_parts.join(" › ");
    // Thousands of jobs, millions of pounds: no unit that can be held.
    if text_parts.iter().any(|part| vocabulary::is_scaled(part)) {
        heading.value.unit = Some(Unit::Unknown);
    }
    heading
}

/// The dimension that the groups beside "Other" and "Not stated" share, which is theirs too.
fn shared_dimension(row: &[Option<Cell>], text: &str, around: &Around<'_>) -> Option<String> {
    if around.dimension.is_some() || !vocabulary::is_residual(text) {
        return None;
    }
    vocabulary::shared_dimension(row.iter().flatten().map(|cell| cell.text.as_str()))
}

/// Whether a heading is the answer "No": "Yes" stands in its row.
fn is_answer_no(text: &str, row: &[Option<Cell>]) -> bool {
    fold(text) == "no" && row.iter().flatten().any(|cell| fold(&cell.text) == "yes")
}

/// "increase", "Δ% 15-16" beside the figures they were worked out from.
fn is_bare_change(text: &str) -> bool {
    let folded = fold(text);
    let bare = folded
        .trim_start_matches("pct ")
        .trim_start_matches("percent ")
        .trim_start_matches("percentage ");
    matches!(
        bare,
        "increase" | "decrease" | "reduction" | "rise" | "fall" | "growth"
    ) || text.contains(['Δ', '∆'])
}

fn set_period(heading: &mut Heading, reading: &PeriodReading, raw: &str) {
    heading.value.period = Some(reading.period);
    if reading.status != Status::Ordinary {
        heading.value.status = reading.status;
    }
    if let (Some(caution), Some(words)) = (reading.caution, reading.caution_words()) {
        // A bare year over columns is the calendar's unless somebody says otherwise; the rest wants a look.
        if matches!(
            caution,
            PeriodCaution::UnusualLength { .. }
                | PeriodCaution::Backwards
                | PeriodCaution::Ambiguous { .. }
                | PeriodCaution::YearAssumed
        ) {
            heading.caution = Some((raw.to_owned(), words));
        }
    }
}

pub(super) fn period(
    cell: &Cell,
    row: &[Option<Cell>],
    context: &PeriodContext,
    wider: Option<Period>,
    is_mid_year: bool,
) -> Option<PeriodReading> {
    if let Kind::Date(date) = cell.kind {
        let siblings: Vec<_> = row
            .iter()
            .flatten()
            .filter_map(|cell| match cell.kind {
                Kind::Date(date) => Some(date),
                _ => None,
            })
            .collect();
        return Some(PeriodReading {
            period: period_of_date(date, &siblings)?,
            caution: None,
            notes: Vec::new(),
            status: Status::Ordinary,
        });
    }
    if let Kind::Number(number) = cell.kind
        && !(number.fract() == 0.0
            && ((1950.0..=2100.0).contains(&number) || (195_001.0..=210_012.0).contains(&number)))
    {
        let before = row
            .iter()
            .flatten()
            .filter_map(|cell| match cell.kind {
                Kind::Number(number) if (1950.0..=2100.0).contains(&number) => Some(number),
                _ => None,
            })
            .fold(0.0, f64::max);
        return year_with_note(Some(cell.raw.as_str()), Some(before))
            .and_then(|year| parse_period(&format!("{year}"), context));
    }
    if is_mid_year
        && matches!(cell.kind, Kind::Number(number) if number < 2_101.0)
        && let Some(reading) = parse_period(&format!("mid-{}", cell.text), context)
    {
        return Some(reading);
    }
    let context = wider.map_or(*context, |year| context.in_year(year));
    let reading = parse_period(&cell.raw, &context)?;
    // The year came from the heading above: nothing was assumed.
    Some(
        if wider.is_some() && reading.caution == Some(PeriodCaution::YearAssumed) {
            PeriodReading {
                caution: None,
                ..reading
            }
        } else {
            reading
        },
    )
}

/// The group of people that a heading or label names; `Some` and empty for everybody.
fn group(
    text: &str,
    dimension: Option<&str>,
    around: &Around<'_>,
) -> Option<Vec<(String, String)>> {
    if vocabulary::is_everyone(text) {
        let dimension = dimension.or(around.dimension.as_deref());
        let all = dimension.map(|own| (own.to_owned(), Cohort::ALL.to_owned()));
        return Some(all.into_iter().collect());
    }
    if vocabulary::unit_of(text).is_some_and(|(_, only)| only) {
        return None;
    }
    let dimension = dimension
        .map(ToOwned::to_owned)
        .or_else(|| around.dimension.clone());
    if let Some(pair) = cohort_pair(text, dimension.as_deref()) {
        return Some(vec![pair]);
    }
    dimension.map(|dimension| vec![(dimension, clean(text))])
}

/// The dimension and category of a label that the vocabulary knows; the table's own word for the
/// dimension wins where it means the same.
pub(crate) fn cohort_pair(text: &str, dimension: Option<&str>) -> Option<(String, String)> {
    let (usual, category) = match vocabulary::cohort(text) {
        Some(pair) => pair,
        None if vocabulary::is_age_label(text) => ("Age", clean(text)),
        None => return None,
    };
    let own = dimension.filter(|own| {
        let same = |a: &str, b: &str| *own == a && usual == b;
        same("Gender", "Sex")
            || same("Sex", "Gender")
            || same("Ethnic group", "Ethnicity")
            || *own == "Group"
            || *own == usual
            || !is_known_dimension(own)
    });
    let dimension = match own {
        Some("Group") | None => usual.to_owned(),
        Some(own) => own.to_owned(),
    };
    Some((dimension, category))
}

fn is_known_dimension(name: &str) -> bool {
    vocabulary::dimension(name).as_deref() == Some(name)
}

/// Takes a part of the name of a measure, with the unit and the period that stand in it.
fn name_part(heading: &mut Heading, cell: &Cell, is_lowest: bool) {
    let mut text = cell.text.clone();
    let mut only = false;
    if let Some((unit, is_only)) = vocabulary::unit_of(&cell.text)
        // A band that speaks of several things gives none of them its unit: "Size and costs".
        && (is_lowest || is_only || !matches!(unit, Unit::Pounds | Unit::Count))
    {
        heading.value.unit = Some(unit);
        only = is_only;
    }
    if heading.value.period.is_none()
        && !only
        && cell.text.bytes().any(|byte| byte.is_ascii_digit())
        && let Some((reading, range)) = find_period(&cell.text, &PeriodContext::default())
    {
        heading.value.period = Some(reading.period);
        if matches!(
            reading.caution,
            Some(PeriodCaution::UnusualLength { .. } | PeriodCaution::Backwards)
        ) {
            heading.caution = reading
                .caution_words()
                .map(|words| (cell.raw.clone(), words));
        }
        text.replace_range(range, "");
        text = tidy(&text);
        // "2022/23 Total" is the figure of the year.
        if text.is_empty() || matches!(fold(&text).as_str(), "total" | "totals" | "all") {
            return;
        }
    }
    if matches!(cell.kind, Kind::Number(_))
        && text.parse::<f64>().is_ok()
        && heading.value.measure.is_empty()
    {
        heading.value.measure.push(text);
        return;
    }
    if heading.value.measure.last() != Some(&text) {
        heading.value.measure.push(text);
    }
}

/// What is left of a name when its period is taken out.
fn tidy(text: &str) -> String {
    let mut tidy = clean(&text.replace("()", ""));
    for tail in [
        " in", " for", " as at", " at", " during", ",", " -", " –", "(", ":",
    ] {
        if let Some(short) = tidy.strip_suffix(tail) {
            tidy = short.trim().to_owned();
        }
    }
    tidy.trim_start_matches([',', '-', '–', ':', ')', ' '])
        .to_owned()
}

/// Whether every column is a change that stands for itself: a table of nothing else.
pub(crate) fn is_table_of_changes(headings: &[Heading]) -> bool {
    !headings.is_empty()
        && headings
            .iter()
            .all(|heading| heading.special == Some(Special::Change))
}
