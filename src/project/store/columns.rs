//! Observations as columns of text: a million of them stay a few megabytes, and a person can still read
//! them. Numbers that point into tables or sheets are written as differences from the one before, so
//! that the regular tables that partners send become long runs; `+1*17` is seventeen times `+1`.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::limits::Room;
use crate::data::{CellRef, Observation, SheetIndex, Status};

/// After so many characters a line of tokens ends.
const LINE_LENGTH: usize = 100;

/// A table of observations: each column is lines of tokens parted by spaces.
#[derive(Serialize, Deserialize)]
pub(super) struct ObservationColumns {
    count: usize,
    measure: Vec<String>,
    area: Vec<String>,
    cohort: Vec<String>,
    period: Vec<String>,
    value: Vec<String>,
    unweighted_base: Vec<String>,
    effective_base: Vec<String>,
    status: Vec<String>,
    sheet: Vec<String>,
    row: Vec<String>,
    column: Vec<String>,
    note: Vec<String>,
}

/// How long the tables are that observations point into.
pub(super) struct Sizes {
    pub(super) sheets: usize,
    pub(super) measures: usize,
    pub(super) areas: usize,
    pub(super) cohorts: usize,
    pub(super) periods: usize,
    pub(super) notes: usize,
}

/// The statuses in the order of their numbers in the file, which never changes.
const STATUSES: [Status; 13] = [
    Status::Ordinary,
    Status::Provisional,
    Status::Revised,
    Status::Suppressed,
    Status::NotAvailable,
    Status::AwaitingData,
    Status::NotApplicable,
    Status::LowReliability,
    Status::LowBase,
    Status::Estimated,
    Status::Break,
    Status::NearZero,
    Status::CellError,
];

impl ObservationColumns {
    pub(super) fn of(observations: &[Observation]) -> Self {
        let integers = |number_of: fn(&Observation) -> i64| {
            let mut previous = 0;
            write_runs(observations.iter().map(|observation| {
                let number = number_of(observation);
                let step = number - previous;
                previous = number;
                step
            }))
        };
        let decimals = |number_of: fn(&Observation) -> Option<f64>| {
            write_runs(
                observations
                    .iter()
                    .map(|observation| Decimal(number_of(observation))),
            )
        };
        Self {
            count: observations.len(),
            measure: integers(|o| i64::from(o.measure)),
            area: integers(|o| index_or_none(o.area)),
            cohort: integers(|o| i64::from(o.cohort)),
            period: integers(|o| index_or_none(o.period)),
            value: decimals(|o| o.value),
            unweighted_base: decimals(|o| o.unweighted_base),
            effective_base: decimals(|o| o.effective_base),
            status: integers(|o| status_number(o.status)),
            sheet: integers(|o| i64::from(o.cell.sheet.0)),
            row: integers(|o| i64::from(o.cell.row)),
            column: integers(|o| i64::from(o.cell.column)),
            note: integers(|o| index_or_none(o.note)),
        }
    }

    /// The observations, once each is seen to point at something.
    pub(super) fn into_observations(
        self,
        sizes: &Sizes,
        room: &mut Room,
    ) -> Result<Vec<Observation>, String> {
        let count = self.count;
        room.take(count, size_of::<Observation>())?;
        let mut measure = Integers::new("measure", &self.measure, sizes.measures);
        let mut area = Integers::optional("area", &self.area, sizes.areas);
        let mut cohort = Integers::new("cohort", &self.cohort, sizes.cohorts);
        let mut period = Integers::optional("period", &self.period, sizes.periods);
        let mut note = Integers::optional("note", &self.note, sizes.notes);
        let mut status = Integers::new("status", &self.status, STATUSES.len());
        let mut sheet = Integers::new("sheet", &self.sheet, sizes.sheets);
        let mut row = Integers::new("row", &self.row, usize::MAX);
        let mut column = Integers::new("column", &self.column, usize::MAX);
        let mut value = Decimals::new("value", &self.value);
        let mut unweighted_base = Decimals::new("unweighted_base", &self.unweighted_base);
        let mut effective_base = Decimals::new("effective_base", &self.effective_base);
        // The count is a claim of the file; room is made for it only as far as it is plausible.
        let mut observations = Vec::with_capacity(count.min(1 << 20));
        for _ in 0..count {
            let status_index = usize::try_from(status.next()?).unwrap_or(usize::MAX);
            observations.push(Observation {
                measure: measure.next()?,
                area: area.next_optional()?,
                cohort: cohort.next()?,
                period: period.next_optional()?,
                value: value.next()?,
                unweighted_base: unweighted_base.next()?,
                effective_base: effective_base.next()?,
                status: STATUSES.get(status_index).copied().unwrap_or_default(),
                cell: CellRef {
                    sheet: SheetIndex(
                        u16::try_from(sheet.next()?).map_err(|error| error.to_string())?,
                    ),
                    row: row.next()?,
                    column: column.next()?,
                },
                note: note.next_optional()?,
            });
        }
        let all_used = [
            &measure, &area, &cohort, &period, &note, &status, &sheet, &row, &column,
        ]
        .iter()
        .all(|column| column.tokens.is_at_end())
            && [&value, &unweighted_base, &effective_base]
                .iter()
                .all(|column| column.tokens.is_at_end());
        if all_used {
            Ok(observations)
        } else {
            Err(format!("there are more than the {count} values announced"))
        }
    }
}

/// An index moved up by one, so that 0 can say that there is none.
fn index_or_none(index: Option<u32>) -> i64 {
    index.map_or(0, |index| i64::from(index) + 1)
}

fn status_number(status: Status) -> i64 {
    let number = STATUSES.iter().position(|other| *other == status);
    number
        .and_then(|number| i64::try_from(number).ok())
        .unwrap_or_default()
}

/// A number or `-`, in its shortest form that reads back the same.
#[derive(Clone, Copy)]
pub(super) struct Decimal(pub(super) Option<f64>);

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        // By bits, so that 0 and -0 stay apart and the file is the same after reading it.
        self.0.map(f64::to_bits) == other.0.map(f64::to_bits)
    }
}

pub(super) trait Token: PartialEq + Copy {
    /// Writes the token, without white space.
    fn write(self, line: &mut String) -> std::fmt::Result;
}

impl Token for Decimal {
    fn write(self, line: &mut String) -> std::fmt::Result {
        match self.0 {
            Some(number) => write!(line, "{number}"),
            None => line.write_char('-'),
        }
    }
}

impl Token for i64 {
    fn write(self, line: &mut String) -> std::fmt::Result {
        match self {
            0 => line.write_char('0'),
            step => write!(line, "{step:+}"),
        }
    }
}

/// Writes tokens as lines, equal neighbours as one token with a count.
pub(super) fn write_runs<T: Token>(tokens: impl Iterator<Item = T>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut push = |token: T, run: usize| {
        if line.len() > LINE_LENGTH {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        // Writing to a string cannot fail.
        let written = token.write(&mut line).and_then(|()| {
            if run > 1 {
                write!(line, "*{run}")
            } else {
                Ok(())
            }
        });
        debug_assert!(written.is_ok());
    };
    let mut tokens = tokens.peekable();
    while let Some(token) = tokens.next() {
        let mut run = 1;
        while tokens.next_if(|next| *next == token).is_some() {
            run += 1;
        }
        push(token, run);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The tokens of a column, one at a time, runs unrolled.
pub(super) struct Tokens<'a> {
    name: &'static str,
    words: Box<dyn Iterator<Item = &'a str> + 'a>,
    current: &'a str,
    left: u64,
    /// Whether the token that was given last is a new one, not a repetition.
    is_fresh: bool,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(name: &'static str, lines: &'a [String]) -> Self {
        let words = Box::new(lines.iter().flat_map(|line| line.split_ascii_whitespace()));
        let mut tokens = Self {
            name,
            words,
            current: "",
            left: 0,
            is_fresh: false,
        };
        tokens.advance();
        tokens
    }

    /// Moves on to the next word where there is one.
    fn advance(&mut self) {
        if let Some(word) = self.words.next() {
            let (token, run) = word.split_once('*').unwrap_or((word, "1"));
            self.current = token;
            self.left = run.parse().unwrap_or(0);
            self.is_fresh = true;
        }
    }

    /// The next token, and whether it is not the one before again.
    pub(super) fn next(&mut self) -> Result<(&'a str, bool), String> {
        if self.left == 0 {
            return Err(format!("the column “{}” is too short or broken", self.name));
        }
        let given = (self.current, self.is_fresh);
        self.is_fresh = false;
        self.left -= 1;
        if self.left == 0 {
            self.advance();
        }
        Ok(given)
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.left == 0
    }
}

/// A column of whole numbers written as steps.
struct Integers<'a> {
    tokens: Tokens<'a>,
    step: i64,
    number: i64,
    /// The numbers are less than this.
    limit: i64,
}

impl<'a> Integers<'a> {
    fn new(name: &'static str, lines: &'a [String], table: usize) -> Self {
        let limit = i64::try_from(table).unwrap_or(i64::MAX);
        Self {
            tokens: Tokens::new(name, lines),
            step: 0,
            number: 0,
            limit,
        }
    }

    fn optional(name: &'static str, lines: &'a [String], table: usize) -> Self {
        Self::new(name, lines, table.saturating_add(1))
    }

    fn next(&mut self) -> Result<u32, String> {
        let (token, is_fresh) = self.tokens.next()?;
        if is_fresh {
            self.step = token.parse().map_err(|error| {
                format!(
                    "“{token}” in the column “{}” is no step: {error}",
                    self.tokens.name
                )
            })?;
        }
        self.number = self.number.saturating_add(self.step);
        match u32::try_from(self.number) {
            Ok(number) if self.number < self.limit => Ok(number),
            _ => Err(format!(
                "{} in the column “{}” points at nothing",
                self.number, self.tokens.name
            )),
        }
    }

    fn next_optional(&mut self) -> Result<Option<u32>, String> {
        Ok(self.next()?.checked_sub(1))
    }
}

/// A column of numbers and gaps.
pub(super) struct Decimals<'a> {
    pub(super) tokens: Tokens<'a>,
    number: Option<f64>,
}

impl<'a> Decimals<'a> {
    pub(super) fn new(name: &'static str, lines: &'a [String]) -> Self {
        Self {
            tokens: Tokens::new(name, lines),
            number: None,
        }
    }

    pub(super) fn next(&mut self) -> Result<Option<f64>, String> {
        let (token, is_fresh) = self.tokens.next()?;
        if is_fresh {
            self.number = match token {
                "-" => None,
                token => Some(
                    token
                        .parse::<f64>()
                        .ok()
                        .filter(|number| number.is_finite())
                        .ok_or_else(|| {
                            format!(
                                "“{token}” in the column “{}” is no number",
                                self.tokens.name
                            )
                        })?,
                ),
            };
        }
        Ok(self.number)
    }
}
