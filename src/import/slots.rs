//! The columns that name places, level by level, and what columns of periods and statuses say.

use jiff::civil::Date;

use super::layout::{Role, TableLayout};
use super::shorthand::{self, Meaning};
use super::view::{Kind, View};
use crate::base::text::fold;
use crate::data::period_label::month_name;
use crate::data::period_parse::PeriodContext;
use crate::data::{AreaKind, Status};

/// A pair of columns that name places of one level.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub(super) name: Option<u32>,
    pub(super) code: Option<u32>,
    pub(super) level: AreaKind,
}

/// The columns that name places, code and name of a level together.
pub(super) fn slots(table: &TableLayout) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    let codes: Vec<(u32, AreaKind)> = table
        .columns
        .iter()
        .filter_map(|column| match column.role {
            Role::AreaCode(level) => Some((column.column, level)),
            _ => None,
        })
        .collect();
    let mut used: Vec<u32> = Vec::new();
    for column in &table.columns {
        let Role::AreaName(level) = column.role else {
            continue;
        };
        let free = |code: &&(u32, AreaKind)| !used.contains(&code.0);
        let same = codes.iter().filter(free).find(|(at, own)| {
            let near = codes.len() > 1 && at.abs_diff(column.column) <= 2;
            *own == level && (level != AreaKind::Other || near)
        });
        // Between two columns of names, a code is of the one that follows it.
        let follows = |at: u32| {
            at == column.column + 1
                && table
                    .columns
                    .iter()
                    .any(|other| other.column == at + 1 && matches!(other.role, Role::AreaName(_)))
        };
        let beside = codes.iter().filter(free).find(|(at, own)| {
            let fits = *own == level || *own == AreaKind::Other || level == AreaKind::Other;
            at + 1 == column.column && (fits || codes.len() == 1)
                || *at == column.column + 1 && fits && !follows(*at)
        });
        let only = (codes.len() == 1 && slots.is_empty())
            .then(|| codes.first())
            .flatten()
            .filter(free)
            .filter(|(at, _)| !follows(*at));
        let code = same.or(beside).or(only);
        if let Some((code, _)) = code {
            used.push(*code);
        }
        let level = match code {
            Some((at, own)) if level == AreaKind::Other || at + 1 == column.column => {
                if *own == AreaKind::Other { level } else { *own }
            }
            _ => level,
        };
        slots.push(Slot {
            name: Some(column.column),
            code: code.map(|(code, _)| *code),
            level,
        });
    }
    for (code, level) in codes {
        if !used.contains(&code)
            && slots
                .iter()
                .all(|slot| slot.level != level || slot.code.is_some())
        {
            slots.push(Slot {
                name: None,
                code: Some(code),
                level,
            });
        }
    }
    slots
}

pub(super) const fn fineness(kind: AreaKind) -> u8 {
    match kind {
        AreaKind::Country => 0,
        AreaKind::Region => 1,
        AreaKind::PoliceForce => 2,
        AreaKind::County => 3,
        AreaKind::CommunitySafetyPartnership => 4,
        AreaKind::District => 5,
        AreaKind::Other | AreaKind::Unassigned | AreaKind::Total => 6,
        AreaKind::Ward => 7,
        AreaKind::SmallArea => 8,
    }
}

/// `1` under "Month" is January, `2` under "Quarter" the second.
pub(super) fn part_of_year(label: &str, heading: &str) -> String {
    let number = label.parse::<i8>().ok().filter(|number| *number >= 1);
    match number {
        Some(number) if heading.ends_with("month") && number <= 12 => month_name(number).to_owned(),
        Some(number) if heading.ends_with("quarter") && number <= 4 => format!("Q{number}"),
        _ => label.to_owned(),
    }
}

/// What the labels of a column of periods say about each other.
pub(super) fn siblings(
    view: &View<'_>,
    table: &TableLayout,
    column: u32,
) -> (PeriodContext, Vec<Date>) {
    let mut texts: Vec<String> = Vec::new();
    let mut dates: Vec<Date> = Vec::new();
    for (row, stored) in view.grid.stored_between(column, table.top, table.bottom) {
        match view.kind_of(stored) {
            Kind::Date(date) if dates.len() < 2_000 && dates.last() != Some(&date) => {
                dates.push(date);
            }
            Kind::Date(_) => {}
            _ if texts.len() < 500 => {
                if let Some(label) = view.label(row, column)
                    && texts.last() != Some(&label)
                {
                    texts.push(label);
                }
            }
            _ => {}
        }
    }
    texts.sort_unstable();
    texts.dedup();
    dates.sort_unstable();
    dates.dedup();
    let labels: Vec<&str> = texts.iter().map(String::as_str).collect();
    let mut context = PeriodContext::from_siblings(&labels);
    // The heading of the column counts as well: "Financial year".
    if let Some(heading) = table.columns.iter().find(|held| held.column == column) {
        let with_heading: Vec<&str> = labels
            .iter()
            .copied()
            .chain([heading.heading.as_str()])
            .collect();
        context = PeriodContext::from_siblings(&with_heading);
    }
    (context, dates)
}

/// What a status column says.
pub(super) fn status_of(label: &str, view: &View<'_>) -> Option<Status> {
    let folded = fold(label);
    let has = |word: &str| folded.contains(word);
    if has("normal") || has("ordinary") || has("final") || folded == "a" || folded.is_empty() {
        None
    } else if has("suppress") || has("confiden") || has("disclos") {
        Some(Status::Suppressed)
    } else if has("missing") || has("not available") || has("unavailable") {
        Some(Status::NotAvailable)
    } else if has("provisional") {
        Some(Status::Provisional)
    } else if has("revised") {
        Some(Status::Revised)
    } else if has("estimate") || has("imputed") {
        Some(Status::Estimated)
    } else if has("reliab") || has("small") || has("low base") {
        Some(Status::LowReliability)
    } else if has("break") {
        Some(Status::Break)
    } else {
        match shorthand::read(label, &view.key) {
            Some(Meaning::Status(status)) => Some(status),
            _ => shorthand::of_mark(label, &view.key),
        }
    }
}
