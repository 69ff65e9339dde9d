//! Concludes what the columns of a table are, from headings, contents and position, and writes it down as
//! a [`TableLayout`].

use rayon::prelude::*;

use super::columns::{self, Stats};
use super::decisions::TableDecisions;
use super::findings::FindingKind;
use super::headings::{self, Around, Heading};
use super::layout::{ColumnLayout, Role, TableLayout};
use super::places::Places;
use super::prose::{self, Title};
use super::regions::Region;
use super::view::{Kind, View};
use super::vocabulary::{self, Special};
use super::{heading_cells, records, said, text_marks};
use crate::data::{AreaKind, Period, Unit};

use super::labels::{Label, label_columns};
use super::scales::{
    BaseScope, attach_bases, benchmarks_share_units, leave_out_shares, settle_units,
};
use super::titles::{
    settle_area, settle_period, sides, stub_caption, title_of, unknown_dimension, without_places,
};

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

/// Concludes how a table is to be read.
#[expect(
    clippy::too_many_lines,
    reason = "one case after the other, the surest first"
)]
pub(crate) fn conclude(
    view: &View<'_>,
    region: &Region,
    around: &Surroundings,
    said: &TableDecisions,
    places: &Places<'_>,
    remarks: &mut Vec<Remark>,
) -> TableLayout {
    let stats: Vec<Stats> = (region.left..region.right)
        .into_par_iter()
        .map(|column| columns::stats(view, region, column))
        .filter(|stats| stats.filled > 0)
        .collect();
    let mut title = title_of(view, region, around);
    title.topic = without_places(&title.topic, places);
    if let Some(caption) = stub_caption(view, region, &stats) {
        title.topic = without_places(&prose::title(&caption).topic, places);
    }
    let mut table = TableLayout {
        anchor: region.anchor,
        rows_left_out: said.rows_left_out.clone(),
        bare_years: said.bare_years,
        conflicts: said.conflicts,
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
    if said.take == Some(false) {
        table.left_out = Some(FindingKind::TableLeftOut);
        return table;
    }
    let taken = said.take == Some(true);
    if !taken && records::is_about_notes(&around.sheet_name) {
        table.left_out = Some(FindingKind::InNotes);
        return table;
    }
    if !taken && let Some(kind) = records::recognise(view, region, &stats, &own_headings, &title) {
        table.left_out = Some(kind);
        return table;
    }
    let mut labels = label_columns(view, region, &stats, &own_headings, &title, places);
    said::take_labels(said, &stats, &mut labels);
    let survey = is_survey(view, region, &stats, &own_headings, &labels, &title);
    let stats = without_base_rows(view, region, stats, &labels);
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
        said: said.across,
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
        if !merged && heading_cells::is_centred(view, *row, &value_columns, filled) {
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
    let mut scopes: Vec<BaseScope> = Vec::new();
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
                Some((_, mut heading)) => {
                    said::take_heading(said, stats.column, &mut heading);
                    if let Some((text, words)) = &heading.caution
                        && (heading.special.is_none() || changes)
                    {
                        cautions.push((stats.column, text.clone(), words.clone()));
                    }
                    if matches!(
                        heading.special,
                        Some(Special::Base | Special::EffectiveBase)
                    ) {
                        scopes.push(BaseScope {
                            column: stats.column,
                            period: heading.value.period,
                            area: heading.value.area.clone(),
                            cohort: heading.value.cohort.clone(),
                        });
                    }
                    value_column(region, stats, heading, changes, remarks)
                }
                None => continue,
            },
        };
        table.columns.push(layout);
    }
    order_names(&mut table, &stats);
    if said.bare_years.is_some() {
        cautions.retain(|(_, text, _)| !is_bare_year(text));
    }
    remark_cautions(region, cautions, remarks);
    leave_out_shares(view, region, &stats, &mut table, remarks);
    attach_bases(&mut table, &scopes);
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
    // A table in thousands has no unit that can be held.
    if vocabulary::is_scaled(&title.text)
        || sides
            .iter()
            .any(|line| line.len() < 40 && vocabulary::is_scaled(line))
    {
        leave_units_open(&mut table);
    }
    let rows_are_places = context.rows_are_places;
    if rows_are_places {
        benchmarks_share_units(&mut table);
    }
    let before_units = remarks.len();
    settle_units(view, region, &stats, &mut table, survey, remarks);
    if said::take_units(said, &mut table) {
        remarks.truncate(before_units);
    }
    let before = remarks.len();
    let dated_labels = dated_labels(view, &table, &stats);
    match said.period {
        Some(period) => table.period = Some(period),
        None => settle_period(&mut table, &title, &sides, around, &dated_labels, remarks),
    }
    settle_area(&mut table, &title, &sides, places);
    if said.area.is_some() {
        table.area.clone_from(&said.area);
    }
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
    } else if region.headings.is_empty() && !taken && !is_plain_list(&table) {
        table.left_out = Some(FindingKind::NoHeadings);
    }
    if table.left_out.is_some() {
        // What is left out as a whole needs no period.
        remarks.truncate(before);
    }
    table
}

/// The same columns, looked at without the rows of bases, where there are such: a base of 1,000 says
/// nothing of the scale of percentages.
fn without_base_rows(
    view: &View<'_>,
    region: &Region,
    stats: Vec<Stats>,
    labels: &[Option<Label>],
) -> Vec<Stats> {
    let stubs: Vec<&Stats> = stats
        .iter()
        .zip(labels)
        .filter(|(_, label)| label.is_some())
        .map(|(stats, _)| stats)
        .collect();
    let special = |stats: &&Stats| {
        stats.distinct.iter().any(|(text, _)| {
            columns::text_of(view, *text).is_some_and(|text| vocabulary::special(text).is_some())
        })
    };
    if region.bottom - region.top > 5_000 || !stubs.iter().any(special) {
        return stats;
    }
    let rows: Vec<u32> = (region.top..region.bottom)
        .filter(|row| {
            stubs.iter().any(|stub| {
                view.grid.text(*row, stub.column).is_some_and(|label| {
                    vocabulary::special(&text_marks::strip(label).text).is_some()
                })
            })
        })
        .collect();
    stats
        .iter()
        .zip(labels)
        .map(|(own, label)| {
            if label.is_some() {
                own.clone()
            } else {
                columns::stats_without(view, region, own.column, &rows)
            }
        })
        .collect()
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
    let special = if heading.special.is_none() && is_position(&text, stats) {
        Some(Special::Rank)
    } else {
        heading.special
    };
    let (role, confidence, reason) = match special {
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

/// Where several columns name the measure, the one with the fewest names is the widest and comes first.
fn order_names(table: &mut TableLayout, stats: &[Stats]) {
    let distinct = |column: u32| {
        stats
            .iter()
            .find(|stats| stats.column == column)
            .map_or(0, |stats| stats.distinct.len())
    };
    let mut names: Vec<u32> = table
        .with_role(|role| matches!(role, Role::Measure))
        .map(|column| column.column)
        .collect();
    names.sort_by_key(|column| distinct(*column));
    table.names = names;
}

/// Takes back the units of counts and pounds: the figures are thousands or millions of them.
fn leave_units_open(table: &mut TableLayout) {
    table.unit = table
        .unit
        .filter(|unit| !matches!(unit, Unit::Count | Unit::Pounds));
    for column in &mut table.columns {
        if let Role::Value(value) = &mut column.role
            && matches!(
                value.unit.or(table.unit),
                None | Some(Unit::Count | Unit::Pounds)
            )
        {
            value.unit = Some(Unit::Unknown);
        }
    }
}

/// The periods that stand among the names of measures.
fn dated_labels(view: &View<'_>, table: &TableLayout, stats: &[Stats]) -> Vec<Period> {
    stats
        .iter()
        .filter(|stats| table.names.contains(&stats.column))
        .flat_map(|stats| stats.distinct.iter().take(400))
        .filter_map(|(text, _)| columns::text_of(view, *text))
        .filter_map(|text| super::sections::period_of_label(&text_marks::strip(text).text))
        .collect()
}

/// Whether a heading speaks of a place in an order: its numbers count nothing.
fn is_position(heading: &str, stats: &Stats) -> bool {
    let folded = crate::base::text::fold(heading);
    let words: Vec<&str> = folded.split(' ').collect();
    stats.all_integers
        && stats.least >= 0.0
        && stats.greatest <= 100.0
        && words.iter().any(|word| {
            matches!(
                *word,
                "decile"
                    | "quintile"
                    | "quartile"
                    | "vigintile"
                    | "ranking"
                    | "ranked"
                    | "position"
            )
        })
        && !words
            .iter()
            .any(|word| matches!(*word, "number" | "count") && words.first() == Some(word))
}

/// "2021".
fn is_bare_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
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
    let (bare, others): (Vec<_>, Vec<_>) = cautions
        .into_iter()
        .partition(|(_, text, words)| is_bare_year(text) && words.starts_with("could also mean"));
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
