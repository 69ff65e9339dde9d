//! Where every cell of a sheet ends: as a value, a status, a label, a note, or left out with a finding.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::grid::{Grid, MAX_COLUMNS};
use crate::base::packed::{NotWhole, Packer, unpacked};

/// What became of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Nobody has said yet.
    #[default]
    Open,
    Value,
    Answer,
    Status,
    Label,
    Note,
    LeftOut,
}

/// How many cells of a sheet ended as what. The parts add up to the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Account {
    /// Cells that are not empty.
    pub cells: usize,
    /// Numbers that are values.
    pub values: usize,
    /// What respondents of a survey said, and what is said of them; percentages are worked out from these.
    #[serde(default)]
    pub answers: usize,
    /// Shorthand that says why there is no value.
    pub statuses: usize,
    /// Titles of columns, names of places, periods, bases and the like.
    pub labels: usize,
    /// Titles, notes and sources.
    pub notes: usize,
    /// Cells that were left out; the findings say why.
    pub left_out: usize,
}

impl Account {
    /// Whether each cell is accounted for once.
    pub const fn adds_up(&self) -> bool {
        self.cells
            == self.values + self.answers + self.statuses + self.labels + self.notes + self.left_out
    }
}

/// The marks of a sheet's cells.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    columns: Vec<Vec<Mark>>,
}

/// The most cells that a sheet has.
const MOST_CELLS: usize = 1 << 26;

/// Handed on column by column, equal marks that follow each other as one.
impl Serialize for Marks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut packer = Packer::default();
        packer.whole(u32::try_from(self.columns.len()).unwrap_or(u32::MAX));
        for column in &self.columns {
            packer.runs(column.iter().copied(), Mark::code);
        }
        packer.done().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Marks {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let columns = unpacked(deserializer, |unpacker| {
            let count = unpacker.whole()?;
            if count > MAX_COLUMNS {
                return Err(NotWhole);
            }
            let mut left = MOST_CELLS;
            let column = |_| {
                let marks = unpacker.runs(left, Mark::of_code)?;
                left -= marks.len();
                Ok(marks)
            };
            (0..count).map(column).collect::<Result<_, _>>()
        })?;
        Ok(Self { columns })
    }
}

impl Mark {
    const fn code(self) -> u32 {
        match self {
            Self::Open => 0,
            Self::Value => 1,
            Self::Answer => 2,
            Self::Status => 3,
            Self::Label => 4,
            Self::Note => 5,
            Self::LeftOut => 6,
        }
    }

    const fn of_code(code: u32) -> Option<Self> {
        Some(match code {
            0 => Self::Open,
            1 => Self::Value,
            2 => Self::Answer,
            3 => Self::Status,
            4 => Self::Label,
            5 => Self::Note,
            6 => Self::LeftOut,
            _ => return None,
        })
    }
}

impl Marks {
    pub(crate) fn new(grid: &Grid) -> Self {
        Self {
            columns: (0..grid.column_count())
                .map(|column| vec![Mark::Open; grid.column_len(column)])
                .collect(),
        }
    }

    pub(crate) fn set(&mut self, grid: &Grid, row: u32, column: u32, mark: Mark) {
        if let Some(position) = grid.position(row, column)
            && let Ok(column) = usize::try_from(column)
            && let Some(held) = self
                .columns
                .get_mut(column)
                .and_then(|marks| marks.get_mut(position))
        {
            *held = mark;
        }
    }

    /// What became of a cell; nothing is said of empty ones.
    pub(crate) fn get(&self, grid: &Grid, row: u32, column: u32) -> Option<Mark> {
        let position = grid.position(row, column)?;
        let marks = self.columns.get(usize::try_from(column).ok()?)?;
        marks.get(position).copied()
    }

    /// Marks the cells of a rectangle that nobody has marked; the upper bounds are exclusive.
    pub(crate) fn fill(
        &mut self,
        grid: &Grid,
        rows: std::ops::Range<u32>,
        columns: std::ops::Range<u32>,
        mark: Mark,
    ) {
        self.each_column(grid, rows, columns, |marks| {
            for held in marks.iter_mut().filter(|held| **held == Mark::Open) {
                *held = mark;
            }
        });
    }

    /// Marks the cells of a rectangle whatever they were marked before; the upper bounds are exclusive.
    pub(crate) fn set_all(
        &mut self,
        grid: &Grid,
        rows: std::ops::Range<u32>,
        columns: std::ops::Range<u32>,
        mark: Mark,
    ) {
        self.each_column(grid, rows, columns, |marks| marks.fill(mark));
    }

    /// Hands out the marks of a rectangle, column by column.
    fn each_column(
        &mut self,
        grid: &Grid,
        rows: std::ops::Range<u32>,
        columns: std::ops::Range<u32>,
        change: impl Fn(&mut [Mark]),
    ) {
        for column in columns {
            let positions = grid.positions(column, rows.start, rows.end);
            if let Ok(column) = usize::try_from(column)
                && let Some(marks) = self
                    .columns
                    .get_mut(column)
                    .and_then(|marks| marks.get_mut(positions))
            {
                change(marks);
            }
        }
    }

    /// Takes over the marks of cells that nobody has marked here.
    pub(crate) fn absorb(&mut self, other: Self) {
        for (held, other) in self.columns.iter_mut().zip(other.columns) {
            for (held, other) in held.iter_mut().zip(other) {
                if *held == Mark::Open {
                    *held = other;
                }
            }
        }
    }

    /// The account; what nobody marked is a note where it is text and left out where it is not. The
    /// second part is how many numbers were left lying, and the third the first of them.
    pub(crate) fn close(&mut self, grid: &Grid) -> (Account, u32, Option<(u32, u32)>) {
        let mut loose = 0;
        let mut first = None;
        for (column, marks) in (0_u32..).zip(self.columns.iter_mut()) {
            for ((row, value), mark) in grid.column(column).zip(marks.iter_mut()) {
                if *mark == Mark::Open {
                    *mark = match value {
                        super::grid::CellValue::Number(_) | super::grid::CellValue::Error(_) => {
                            loose += 1;
                            first.get_or_insert((row, column));
                            Mark::LeftOut
                        }
                        _ => Mark::Note,
                    };
                }
            }
        }
        let count = |wanted: Mark| {
            self.columns
                .iter()
                .flatten()
                .filter(|mark| **mark == wanted)
                .count()
        };
        let account = Account {
            cells: grid.cell_count(),
            values: count(Mark::Value),
            answers: count(Mark::Answer),
            statuses: count(Mark::Status),
            labels: count(Mark::Label),
            notes: count(Mark::Note),
            left_out: count(Mark::LeftOut),
        };
        (account, loose, first)
    }
}
