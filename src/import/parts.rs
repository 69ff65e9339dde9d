//! Reads the rows of a table; those of a large one in two halves side by side, each into output of its own,
//! and the halves again in halves while there are processors for them. What comes out is the same as when
//! they are read one after the other.

use std::ops::Range;

use super::account::Marks;
use super::layout::TableLayout;
use super::places::Places;
use super::reader::{Output, ReadRow, Reader};
use super::roles::Remark;
use super::rows::{Labels, RowKind};
use super::sections::Section;
use super::stretches::{self, Filled, Stretch};
use super::view::View;
use crate::base::progress::{Cancelled, Progress};
use crate::data::{Observation, SheetIndex, SourceBuilder};

/// Fewer cells than this are read faster in one go.
const LEAST_CELLS_OF_A_PART: usize = 50_000;

/// A row of values, with what stands around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct ValueRow {
    pub(super) row: u32,
    pub(super) section: usize,
    pub(super) base_row: Option<u32>,
    pub(super) effective_row: Option<u32>,
}

/// A table that is being read.
pub(super) struct Table<'t> {
    pub(super) view: &'t View<'t>,
    pub(super) sheet: SheetIndex,
    pub(super) layout: &'t TableLayout,
    pub(super) labels: &'t Labels<'t>,
    pub(super) sections: &'t [Section],
    pub(super) sections_tell: bool,
    pub(super) progress: &'t Progress,
}

/// What a half is read into before it is added to the other.
struct Half {
    builder: SourceBuilder,
    marks: Marks,
    remarks: Vec<Remark>,
}

impl<'t> Table<'t> {
    /// Reads rows of values.
    pub(super) fn read(
        &self,
        rows: &[ValueRow],
        places: &mut Places<'_>,
        out: &mut Output<'_>,
    ) -> Result<(Reader<'t>, Vec<Observation>), Cancelled> {
        let halvings = rayon::current_num_threads().next_power_of_two().ilog2();
        if !self.is_halved(rows, halvings) {
            let mut values = Stretch::alone(self.likely_values(rows));
            let reader = self.read_in_order(rows, &mut values, places, out)?;
            return Ok((reader, values.beyond));
        }
        let mut room = stretches::room(self.likely_values(rows));
        let (reader, filled) = self.read_halved(rows, halvings, &mut room, places, out)?;
        Ok((reader, stretches::joined(room, filled)))
    }

    /// Whether so many halvings are left, and the rows enough for one.
    fn is_halved(&self, rows: &[ValueRow], halvings: u32) -> bool {
        let cells = rows.len() * self.layout.values().count();
        halvings > 0 && cells >= 2 * LEAST_CELLS_OF_A_PART
    }

    /// How many values rows that follow each other will give; more only where blanks are values.
    fn likely_values(&self, rows: &[ValueRow]) -> usize {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
            return 0;
        };
        let grid = self.view.grid;
        let filled = |column| grid.positions(column, first.row, last.row + 1).len();
        let columns = self.layout.values();
        columns.map(|(column, _)| filled(column.column)).sum()
    }

    /// Halves the rows at most so often; their values are written into their own stretches of the room.
    fn read_halved(
        &self,
        rows: &[ValueRow],
        halvings: u32,
        room: &mut [Observation],
        places: &mut Places<'_>,
        out: &mut Output<'_>,
    ) -> Result<(Reader<'t>, Vec<Filled>), Cancelled> {
        if !self.is_halved(rows, halvings) {
            let mut values = Stretch::of(room);
            let reader = self.read_in_order(rows, &mut values, places, out)?;
            return Ok((reader, vec![values.filled()]));
        }
        let (upper, lower) = rows.split_at(rows.len() / 2);
        let (upper_room, lower_room) = room.split_at_mut(self.likely_values(upper).min(room.len()));
        let gazetteer = places.gazetteer();
        let mut half = Half {
            builder: SourceBuilder::new(),
            marks: Marks::new(self.view.grid),
            remarks: Vec::new(),
        };
        let (first, second) = rayon::join(
            || self.read_halved(upper, halvings - 1, upper_room, places, out),
            || {
                let mut out = Output {
                    builder: &mut half.builder,
                    marks: &mut half.marks,
                    remarks: &mut half.remarks,
                };
                let mut places = Places::new(gazetteer);
                self.read_halved(lower, halvings - 1, lower_room, &mut places, &mut out)
            },
        );
        let ((mut first, mut filled), (second, mut below)) = (first?, second?);
        let moved = first.absorb(second, half.builder, out.builder);
        stretches::change(lower_room, &mut below, |observation| {
            moved.apply(observation);
        });
        filled.append(&mut below);
        out.marks.absorb(half.marks);
        out.remarks.append(&mut half.remarks);
        Ok((first, filled))
    }

    fn read_in_order(
        &self,
        rows: &[ValueRow],
        values: &mut Stretch<'_>,
        places: &mut Places<'_>,
        out: &mut Output<'_>,
    ) -> Result<Reader<'t>, Cancelled> {
        let mut labels = self.labels.clone();
        if let Some(first) = rows.first() {
            labels.resume_at(self.view, first.row);
        }
        let mut reader = Reader::new(
            self.view,
            self.sheet,
            self.layout,
            self.sections_tell,
            places,
            out.builder,
        );
        let nothing_above = Section::default();
        for (index, row) in rows.iter().enumerate() {
            if index.is_multiple_of(2_048) {
                self.progress.check()?;
            }
            let section = self.sections.get(row.section).unwrap_or(&nothing_above);
            let read = ReadRow {
                labels: labels.read(self.view, row.row, section, places),
                section: Some(row.section),
                base_row: row.base_row,
                effective_row: row.effective_row,
            };
            reader.row(row.row, &read, self.sections, values, out);
        }
        Ok(reader)
    }
}

/// What each row of the body is.
pub(super) fn kinds_of(
    view: &View<'_>,
    table: &TableLayout,
    labels: &mut Labels<'_>,
) -> Vec<RowKind> {
    kinds_in(view, table, table.top..table.bottom, labels)
}

fn kinds_in(
    view: &View<'_>,
    table: &TableLayout,
    rows: Range<u32>,
    labels: &mut Labels<'_>,
) -> Vec<RowKind> {
    let cells = rows.len() * table.columns.len();
    if cells < 2 * LEAST_CELLS_OF_A_PART || rayon::current_num_threads() == 1 {
        return rows.map(|row| labels.kind(view, row)).collect();
    }
    let middle = rows.start + (rows.end - rows.start) / 2;
    let mut own = labels.clone();
    own.resume_at(view, middle);
    let (mut kinds, mut lower) = rayon::join(
        || kinds_in(view, table, rows.start..middle, labels),
        || kinds_in(view, table, middle..rows.end, &mut own),
    );
    kinds.append(&mut lower);
    kinds
}
