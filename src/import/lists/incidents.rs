//! Counts incidents by kind, place and month, over all sheets of a workbook. Nothing of a row is kept but
//! these three. A count has no cell of its own: its cell is the heading of the column of kinds.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use indexmap::{IndexMap, IndexSet};
use jiff::civil::Date;

use super::dates;
use super::incident_columns::{IncidentColumns, PlaceForm, district_of, is_written};
use super::incident_months::{self, Months};
use super::{List, as_count};
use crate::base::text::{clean, fold};
use crate::data::{
    Area, AreaKind, CellRef, Cohort, Measure, Observation, Period, SheetIndex, SourceBuilder,
    Status, Unit,
};
use crate::import::account::Mark;
use crate::import::findings::FindingKind;
use crate::import::grid::CellValue;
use crate::import::list_findings::ListFinding;
use crate::import::places::Places;
use crate::import::reader::Output;
use crate::import::view::View;
use crate::import::vocabulary::is_unassigned;

/// The measure of all kinds together.
const ALL: &str = "All incidents";

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

impl Counted {
    fn months(&self) -> Months {
        Months::of(
            self.counts
                .iter()
                .map(|((_, area, month), count)| (*area, *month, *count)),
        )
    }
}

/// Rows that cannot be counted.
#[derive(Clone, Copy, Debug, Default)]
struct Uncounted {
    undated: u32,
    unplaced: u32,
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
        let width = list.left..list.right;
        out.marks
            .fill(grid, list.heading..list.top, width.clone(), Mark::Label);
        if let Some(reason) = &columns.refused {
            leave_out(view, list, reason.clone(), out);
            return;
        }
        let (mut rows, uncounted) = self.rows(view, list, columns, places, out);
        if let Some(other) = self.overlaps(&rows) {
            let reason = format!(
                "its months are in the sheet “{other}”, too, and without references nobody can tell which rows are the same"
            );
            leave_out(view, list, reason, out);
            return;
        }
        out.marks
            .fill(grid, list.top..list.bottom, width, Mark::LeftOut);
        let before = rows.len();
        rows.retain(|row| {
            row.reference
                .is_none_or(|reference| self.references.insert(reference))
        });
        let days: Vec<Date> = rows.iter().filter_map(|row| row.when.day).collect();
        let mut counts: BTreeMap<Key, u32> = BTreeMap::new();
        for row in &rows {
            *counts
                .entry((row.kind, row.area, row.when.month.start))
                .or_default() += 1;
        }
        let counted = Counted {
            sheet: grid.name().to_owned(),
            cell: CellRef::new(sheet, list.heading, columns.kind.column),
            counts,
            has_unmarked: rows.iter().any(|row| row.reference.is_none()),
            // Where some rows give the month alone, nobody knows on which day they begin.
            notes: if days.len() == rows.len() {
                incident_months::edges(days)
            } else {
                Vec::new()
            },
        };
        self.remark(list, columns, &counted, out);
        if uncounted.undated + uncounted.unplaced > 0 {
            out.remarks
                .push(list.found(ListFinding::IncidentsUncounted {
                    undated: uncounted.undated,
                    unplaced: uncounted.unplaced,
                }));
        }
        if before > rows.len() {
            let count = as_count(before - rows.len());
            out.remarks.push(list.remark_column(
                columns.reference.unwrap_or(list.left),
                FindingKind::List(ListFinding::IncidentsRepeated { count }),
            ));
        }
        self.lists.push(counted);
    }

    /// The rows that can be counted, their cells marked, and how many cannot.
    fn rows(
        &mut self,
        view: &View<'_>,
        list: &List,
        columns: &IncidentColumns,
        places: &mut Places<'_>,
        out: &mut Output<'_>,
    ) -> (Vec<Row>, Uncounted) {
        let mut uncounted = Uncounted::default();
        let mut rows: Vec<Row> = Vec::new();
        for row in list.top..list.bottom {
            if view.grid.row(row).next().is_none() {
                continue;
            }
            let Some(when) = dates::read(view, row, columns.date.column) else {
                uncounted.undated += 1;
                continue;
            };
            let Some(area) = self.place(view, row, columns, places) else {
                uncounted.unplaced += 1;
                continue;
            };
            let reference = columns
                .reference
                .and_then(|column| view.label(row, column))
                .map(|reference| *blake3::hash(fold(&reference).as_bytes()).as_bytes());
            rows.push(Row {
                kind: self.kind(view, row, columns),
                area,
                when,
                reference,
            });
            let used = [&columns.date, &columns.kind, &columns.place.heading];
            for column in used.map(|heading| heading.column) {
                out.marks
                    .fill(view.grid, row..row + 1, column..column + 1, Mark::Label);
            }
        }
        (rows, uncounted)
    }

    /// Says what was counted, and of which months there is something to say.
    fn remark(
        &self,
        list: &List,
        columns: &IncidentColumns,
        counted: &Counted,
        out: &mut Output<'_>,
    ) {
        let keys = || counted.counts.keys();
        let used = [&columns.kind, &columns.place.heading, &columns.date];
        out.remarks.push(list.found(ListFinding::IncidentsCounted {
            rows: counted.counts.values().sum(),
            kinds: distinct(keys().map(|key| key.0)),
            areas: distinct(keys().map(|key| key.1)),
            months: distinct(keys().map(|key| key.2)),
            by: used.map(|heading| format!("“{}”", heading.text)).join(", "),
        }));
        let mut caution = |month: &Period, words: String| {
            let text = month.label();
            out.remarks.push(list.remark_column(
                columns.date.column,
                FindingKind::PeriodCaution { text, words },
            ));
        };
        for (month, words) in &counted.notes {
            caution(month, format!("seems incomplete: {words}"));
        }
        for (area, month) in counted.months().gaps {
            let words = match area.and_then(|area| self.areas.get_index(area)) {
                Some(area) => format!(
                    "has no row of {}, which otherwise has many: not read as 0",
                    area.name
                ),
                None => String::from("has no row at all: not read as 0"),
            };
            caution(&month, words);
        }
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
            let complete = list.months().whole;
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

/// Leaves a whole list out, and says why.
fn leave_out(view: &View<'_>, list: &List, reason: String, out: &mut Output<'_>) {
    out.marks.set_all(
        view.grid,
        list.top..list.bottom,
        list.left..list.right,
        Mark::LeftOut,
    );
    out.remarks
        .push(list.remark(FindingKind::Incidents { reason }));
}
