//! Counts incidents by kind, place and month, over all sheets of a workbook. Nothing of a row is kept but
//! these three. A count has no cell of its own: its cell is the heading of the column of kinds.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use indexmap::{IndexMap, IndexSet};
use jiff::civil::Date;

use super::dates;
use super::incident_columns::{IncidentColumns, PlaceForm, district_of, is_written};
use super::{List, as_count};
use crate::base::text::{clean, fold};
use crate::data::{
    Area, AreaKind, CellRef, Cohort, Measure, Observation, Period, SheetIndex, SourceBuilder,
    Status, Unit,
};
use crate::import::account::Mark;
use crate::import::findings::FindingKind;
use crate::import::grid::CellValue;
use crate::import::places::Places;
use crate::import::reader::Output;
use crate::import::view::View;
use crate::import::vocabulary::is_unassigned;

/// The measure of all kinds together.
const ALL: &str = "All incidents";
/// How many rows a month an area has for a month without any to be a gap, and no nought.
const ROWS_FOR_A_GAP: usize = 5;

/// The incidents of a workbook.
#[derive(Debug, Default)]
pub(crate) struct IncidentCount {
    kinds: IndexMap<String, String>,
    areas: IndexSet<Area>,
    references: HashSet<[u8; 32]>,
    lists: Vec<Counted>,
}

/// The incidents of one list.
#[derive(Debug)]
struct Counted {
    sheet: String,
    cell: CellRef,
    counts: BTreeMap<Key, u32>,
    /// Whether a row has no reference by which to know it again.
    has_unmarked: bool,
    /// What is said of the months at its edges.
    notes: Vec<(Period, String)>,
}

/// Kind, area, first day of the month.
type Key = (usize, usize, Date);

/// A row that can be counted.
struct Row {
    kind: usize,
    area: usize,
    when: dates::When,
    reference: Option<[u8; 32]>,
}

impl IncidentCount {
    /// Counts the rows of a list.
    pub(crate) fn read(
        &mut self,
        view: &View<'_>,
        sheet: SheetIndex,
        list: &List,
        columns: &IncidentColumns,
        places: &mut Places<'_>,
        out: &mut Output<'_>,
    ) {
        let grid = view.grid;
        out.marks.fill(
            grid,
            list.heading..list.top,
            list.left..list.right,
            Mark::Label,
        );
        if let Some(reason) = &columns.refused {
            self.leave_out(view, list, reason.clone(), out);
            return;
        }
        let (mut undated, mut unplaced) = (0, 0);
        let mut rows: Vec<Row> = Vec::new();
        for row in list.top..list.bottom {
            let when = dates::read(view, row, columns.date.column);
            let place = self.place(view, row, columns, places);
            match (when, place) {
                (Some(when), Some(area)) => {
                    let kind = self.kind(view, row, columns);
                    let reference = columns
                        .reference
                        .and_then(|column| view.label(row, column))
                        .map(|reference| *blake3::hash(fold(&reference).as_bytes()).as_bytes());
                    rows.push(Row {
                        kind,
                        area,
                        when,
                        reference,
                    });
                    for column in [
                        columns.date.column,
                        columns.kind.column,
                        columns.place.heading.column,
                    ] {
                        out.marks
                            .fill(grid, row..row + 1, column..column + 1, Mark::Label);
                    }
                }
                (None, _) if grid.row(row).next().is_some() => undated += 1,
                (Some(_), None) => unplaced += 1,
                _ => {}
            }
        }
        if let Some(other) = self.overlaps(&rows) {
            let reason = format!(
                "its months are in the sheet “{other}”, too, and without references nobody can tell which rows are the same"
            );
            self.leave_out(view, list, reason, out);
            return;
        }
        out.marks.fill(
            grid,
            list.top..list.bottom,
            list.left..list.right,
            Mark::LeftOut,
        );
        let before = rows.len();
        let has_unmarked = rows.iter().any(|row| row.reference.is_none());
        rows.retain(|row| {
            row.reference
                .is_none_or(|reference| self.references.insert(reference))
        });
        let repeated = before - rows.len();
        let notes = edges(&rows);
        let counted = Counted {
            sheet: grid.name().to_owned(),
            cell: CellRef::new(sheet, list.heading, columns.kind.column),
            counts: rows.iter().fold(BTreeMap::new(), |mut counts, row| {
                *counts
                    .entry((row.kind, row.area, row.when.month.start))
                    .or_default() += 1;
                counts
            }),
            has_unmarked,
            notes,
        };
        let keys = || counted.counts.keys();
        out.remarks.push(
            list.remark(FindingKind::IncidentsRead {
                rows: as_count(rows.len()),
                kinds: distinct(keys().map(|key| key.0)),
                areas: distinct(keys().map(|key| key.1)),
                months: distinct(keys().map(|key| key.2)),
                by: [
                    &columns.kind.text,
                    &columns.place.heading.text,
                    &columns.date.text,
                ]
                .map(|text| format!("“{text}”"))
                .join(", "),
            }),
        );
        if undated + unplaced > 0 {
            out.remarks
                .push(list.remark(FindingKind::IncidentsUncounted { undated, unplaced }));
        }
        if repeated > 0 {
            let column = columns.reference.unwrap_or(list.left);
            out.remarks.push(list.remark_column(
                column,
                FindingKind::IncidentsRepeated {
                    count: as_count(repeated),
                },
            ));
        }
        for (month, words) in &counted.notes {
            out.remarks.push(list.remark_column(
                columns.date.column,
                FindingKind::PeriodCaution {
                    text: month.label(),
                    words: format!("seems incomplete: {words}"),
                },
            ));
        }
        let (gaps, _) = self.gaps(&counted);
        for (area, month) in gaps {
            let words = match area.and_then(|area| self.areas.get_index(area)) {
                Some(area) => format!(
                    "has no row of {}, which otherwise has many: not read as 0",
                    area.name
                ),
                None => String::from("has no row at all: not read as 0"),
            };
            out.remarks.push(list.remark_column(
                columns.date.column,
                FindingKind::PeriodCaution {
                    text: month.label(),
                    words,
                },
            ));
        }
        self.lists.push(counted);
    }

    /// Adds the counts to the values of the workbook.
    pub(crate) fn finish(self, builder: &mut SourceBuilder) {
        if self.lists.is_empty() {
            return;
        }
        let cohort = builder.cohort(Cohort::everyone());
        // Every row has one kind, so that together they count each row once; unless a kind is a sum itself.
        let has_sum = self.kinds.keys().any(|kind| {
            [
                "all",
                "total",
                "all crime",
                "all crimes",
                "all incidents",
                "total crime",
            ]
            .contains(&kind.as_str())
        });
        let with_all = self.kinds.len() > 1 && !has_sum;
        for list in &self.lists {
            let (_, complete) = self.gaps(list);
            let seen_kinds: BTreeSet<usize> = list.counts.keys().map(|key| key.0).collect();
            for (area_index, months) in &complete {
                let Some(area) = self.areas.get_index(*area_index) else {
                    continue;
                };
                let area = builder.area(area.clone());
                let kinds: BTreeSet<usize> = self
                    .lists
                    .iter()
                    .flat_map(|list| list.counts.keys())
                    .filter(|key| key.1 == *area_index && seen_kinds.contains(&key.0))
                    .map(|key| key.0)
                    .collect();
                for month in months {
                    let note = list
                        .notes
                        .iter()
                        .find(|(noted, _)| noted.start == month.start);
                    let note = note.map(|(month, words)| {
                        builder.note(format!("{} may be incomplete: {words}", month.label()))
                    });
                    let period = builder.period(*month);
                    let mut all = 0;
                    let push = |builder: &mut SourceBuilder, name: &str, count: u32| {
                        let measure = builder.measure(Measure::named(name, Unit::Count));
                        builder.push(Observation {
                            measure,
                            area: Some(area),
                            cohort,
                            period: Some(period),
                            value: Some(f64::from(count)),
                            unweighted_base: None,
                            effective_base: None,
                            status: Status::Ordinary,
                            cell: list.cell,
                            note,
                        });
                    };
                    for kind in &kinds {
                        let Some((_, name)) = self.kinds.get_index(*kind) else {
                            continue;
                        };
                        let count = list
                            .counts
                            .get(&(*kind, *area_index, month.start))
                            .copied()
                            .unwrap_or(0);
                        all += count;
                        push(builder, name, count);
                    }
                    if with_all {
                        push(builder, ALL, all);
                    }
                }
            }
        }
    }

    /// The sheet whose rows may be the same as some of these: a month in both, and rows without reference.
    fn overlaps(&self, rows: &[Row]) -> Option<&str> {
        let months: BTreeSet<Date> = rows.iter().map(|row| row.when.month.start).collect();
        let has_unmarked = rows.iter().any(|row| row.reference.is_none());
        self.lists
            .iter()
            .find(|list| {
                (has_unmarked || list.has_unmarked)
                    && list.counts.keys().any(|key| months.contains(&key.2))
            })
            .map(|list| list.sheet.as_str())
    }

    /// The months of a list that have no row where there should be some (of an area, or at all), and for
    /// each area the months, from its first to its last, that are whole enough to be counted.
    fn gaps(&self, list: &Counted) -> (Vec<(Option<usize>, Period)>, BTreeMap<usize, Vec<Period>>) {
        let mut by_area: BTreeMap<usize, BTreeMap<Date, usize>> = BTreeMap::new();
        let mut with_rows: BTreeSet<Date> = BTreeSet::new();
        for ((_, area, month), count) in &list.counts {
            let count = usize::try_from(*count).unwrap_or(usize::MAX);
            *by_area.entry(*area).or_default().entry(*month).or_default() += count;
            with_rows.insert(*month);
        }
        let mut gaps = Vec::new();
        let empty = |month: &Period| !with_rows.contains(&month.start);
        gaps.extend(
            months_between(&with_rows)
                .into_iter()
                .filter(empty)
                .map(|month| (None, month)),
        );
        let mut complete = BTreeMap::new();
        for (area, months) in by_area {
            let rows: usize = months.values().sum();
            let span = months_between(&months.keys().copied().collect());
            let is_busy = rows >= span.len().saturating_mul(ROWS_FOR_A_GAP);
            let mut whole = Vec::new();
            for month in span {
                if months.contains_key(&month.start) || !is_busy && !empty(&month) {
                    whole.push(month);
                } else if !empty(&month) {
                    gaps.push((Some(area), month));
                }
            }
            complete.insert(area, whole);
        }
        (gaps, complete)
    }

    fn leave_out(&self, view: &View<'_>, list: &List, reason: String, out: &mut Output<'_>) {
        out.marks.set_all(
            view.grid,
            list.top..list.bottom,
            list.left..list.right,
            Mark::LeftOut,
        );
        out.remarks
            .push(list.remark(FindingKind::Incidents { reason }));
    }

    fn kind(&mut self, view: &View<'_>, row: u32, columns: &IncidentColumns) -> usize {
        let heading = &columns.kind.text;
        let text = match view.grid.value(row, columns.kind.column) {
            CellValue::Text(text) => clean(text),
            _ => String::new(),
        };
        let folded = fold(&text);
        let name = match folded.as_str() {
            "" | "n a" | "na" | "unknown" | "not stated" | "none" | "not recorded" | "blank"
            | "null" => {
                format!("{heading}: not stated")
            }
            "other" | "misc" | "miscellaneous" => format!("{heading}: {}", text.to_lowercase()),
            _ => text,
        };
        self.kinds.insert_full(fold(&name), name.clone()).0
    }

    fn place(
        &mut self,
        view: &View<'_>,
        row: u32,
        columns: &IncidentColumns,
        places: &mut Places<'_>,
    ) -> Option<usize> {
        let text = |column: u32| match view.grid.value(row, column) {
            CellValue::Text(text) => Some(clean(text)).filter(|text| !text.is_empty()),
            _ => None,
        };
        let own = text(columns.place.heading.column).and_then(|text| match columns.place.form {
            PlaceForm::Code => crate::data::area::is_gss_code(&text)
                .then(|| places.resolve("", Some(&text), None).area),
            PlaceForm::SmallAreaName => {
                let district = district_of(&text)?;
                Some(
                    places
                        .resolve(district, None, Some(AreaKind::District))
                        .area,
                )
            }
            // What is no name of a place is no place, and may be an address.
            PlaceForm::Name(AreaKind::Other) if !places.knows(&text) && !is_unassigned(&text) => {
                None
            }
            PlaceForm::Name(_) if is_written(&text) => None,
            PlaceForm::Name(level) => Some(places.resolve(&text, None, Some(level)).area),
        });
        let area = own.or_else(|| {
            // Beside rows with districts, those with a force alone are the rest of it and not the whole.
            let force = text(columns.place.force?)?;
            let force = places
                .resolve(&force, None, Some(AreaKind::PoliceForce))
                .area;
            Some(Area {
                name: format!("Unassigned {}", force.name),
                code: None,
                kind: AreaKind::Unassigned,
            })
        })?;
        Some(self.areas.insert_full(area).0)
    }
}

/// How many different things there are.
fn distinct<T: Ord>(things: impl Iterator<Item = T>) -> u32 {
    as_count(things.collect::<BTreeSet<T>>().len())
}

/// The months from the first to the last of some.
fn months_between(months: &BTreeSet<Date>) -> Vec<Period> {
    let (Some(first), Some(last)) = (months.first(), months.last()) else {
        return Vec::new();
    };
    let month = |date: &Date| Period::month(date.year(), date.month());
    let mut all = Vec::new();
    let mut next = month(first);
    while let Some(period) = next.filter(|period| period.start <= *last) {
        all.push(period);
        next = month(&period.end);
    }
    all
}

/// What is to be said of the first and the last month where the rows begin or end within them: a stretch
/// without rows that is much longer than rows are usually apart.
fn edges(rows: &[Row]) -> Vec<(Period, String)> {
    let mut days: Vec<Date> = rows.iter().filter_map(|row| row.when.day).collect();
    days.sort_unstable();
    let (Some(first), Some(last)) = (days.first().copied(), days.last().copied()) else {
        return Vec::new();
    };
    if days.len() < rows.len() {
        return Vec::new();
    }
    let between = |from: Date, to: Date| (to - from).get_days().unsigned_abs() as usize;
    let usual = between(first, last) / days.len().max(1);
    let is_long = |gap: usize| gap > 2 && gap > usual.saturating_mul(5);
    let mut notes = Vec::new();
    if let Some(month) = Period::month(first.year(), first.month())
        && is_long(between(month.start, first))
    {
        notes.push((month, format!("the first row is of {}", words(first))));
    }
    if let Some(month) = Period::month(last.year(), last.month())
        && is_long(between(last, month.last_day()))
    {
        notes.push((month, format!("the last row is of {}", words(last))));
    }
    notes
}

/// A day for reading: `14 May 2023`.
fn words(date: Date) -> String {
    let month = crate::data::period_label::month_name(date.month());
    format!("{} {month} {}", date.day(), date.year())
}
