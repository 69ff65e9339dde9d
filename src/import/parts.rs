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
use super::view::View;
use crate::base::progress::{Cancelled, Progress};
use crate::data::{SheetIndex, SourceBuilder};

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
    ) -> Result<Reader<'t>, Cancelled> {
        let halvings = rayon::current_num_threads().next_power_of_two().ilog2();
        self.read_halved(rows, halvings, rows.len(), places, out)
    }

    /// Halves the rows at most so often; room is made for `room` rows, since the others come to the first.
    fn read_halved(
        &self,
        rows: &[ValueRow],
        halvings: u32,
        room: usize,
        places: &mut Places<'_>,
        out: &mut Output<'_>,
    ) -> Result<Reader<'t>, Cancelled> {
        let cells = rows.len() * self.layout.values().count();
        if halvings == 0 || cells < 2 * LEAST_CELLS_OF_A_PART {
            return self.read_in_order(rows, room, places, out);
        }
        let (upper, lower) = rows.split_at(rows.len() / 2);
        let gazetteer = places.gazetteer();
        let mut half = Half {
            builder: SourceBuilder::new(),
            marks: Marks::new(self.view.grid),
            remarks: Vec::new(),
        };
        let (first, second) = rayon::join(
            || self.read_halved(upper, halvings - 1, room, places, out),
            || {
                let mut out = Output {
                    builder: &mut half.builder,
                    marks: &mut half.marks,
                    remarks: &mut half.remarks,
                };
                let mut places = Places::new(gazetteer);
                self.read_halved(lower, halvings - 1, lower.len(), &mut places, &mut out)
            },
        );
        let (mut first, second) = (first?, second?);
        first.absorb(second, half.builder, out.builder);
        out.marks.absorb(half.marks);
        out.remarks.append(&mut half.remarks);
        Ok(first)
    }

    fn read_in_order(
        &self,
        rows: &[ValueRow],
        room: usize,
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
            room,
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
            reader.row(row.row, &read, self.sections, out);
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
