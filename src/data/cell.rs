//! Where in a workbook something stands.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The position of a sheet among the sheets of its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SheetIndex(pub u16);

/// A cell: sheet, row and column, all from 0. Printed as Excel does: `C7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CellRef {
    /// The sheet.
    pub sheet: SheetIndex,
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
}

impl CellRef {
    /// The cell at a row and column (from 0) of a sheet.
    pub const fn new(sheet: SheetIndex, row: u32, column: u32) -> Self {
        Self { sheet, row, column }
    }
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}{}",
            column_letters(self.column),
            u64::from(self.row) + 1
        )
    }
}

/// The letters of a column (from 0): `A`, …, `Z`, `AA`, …
///
/// ```
/// assert_eq!(bellwether::data::cell::column_letters(46), "AU");
/// ```
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Reads `AU3341` (with or without `$`) as a row and column from 0.
///
/// ```
/// assert_eq!(bellwether::data::cell::parse_a1("AU3341"), Some((3340, 46)));
/// ```
pub fn parse_a1(text: &str) -> Option<(u32, u32)> {
    let text: String = text.chars().filter(|c| *c != '$').collect();
    let split = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = text.split_at(split);
    if letters.is_empty() {
        return None;
    }
    let mut column: u32 = 0;
    for letter in letters.bytes() {
        let value = letter
            .to_ascii_uppercase()
            .checked_sub(b'A')
            .filter(|value| *value < 26)?;
        column = column.checked_mul(26)?.checked_add(u32::from(value) + 1)?;
    }
    let row: u32 = digits.parse().ok()?;
    Some((row.checked_sub(1)?, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_numbers_read_back() {
        for column in [0, 25, 26, 51, 52, 701, 702, 16_383] {
            let name = format!("{}9", column_letters(column));
            assert_eq!(parse_a1(&name), Some((8, column)), "{name}");
        }
        assert_eq!(parse_a1("7"), None);
        assert_eq!(parse_a1("A0"), None);
        assert_eq!(parse_a1("Ä1"), None);
    }
}
