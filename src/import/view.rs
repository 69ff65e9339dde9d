//! A sheet's cells as they are to be understood: numbers also where they are typed as text, shorthand as
//! what it means. Each distinct text is looked at once, however often it stands in the sheet.

use jiff::civil::Date;

use super::decisions::SymbolMeaning;
use super::grid::{Grid, Stored};
use super::shorthand::{self, Key, Meaning};
use super::values::{self, NumberText};
use super::vocabulary;

/// What a cell is, at a closer look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    Empty,
    Number(f64),
    Shorthand(Meaning),
    Date(Date),
    Text(u32),
    Bool(bool),
    Error(&'static str),
}

impl Kind {
    /// Whether it stands where a value may stand.
    pub(crate) const fn is_value(self) -> bool {
        matches!(self, Self::Number(_) | Self::Shorthand(_) | Self::Error(_))
    }
}

#[derive(Clone, Debug)]
pub(crate) enum TextClass {
    Number(NumberText),
    Shorthand(Meaning),
    Label,
}

/// A sheet with its texts classified.
pub(crate) struct View<'a> {
    pub(crate) grid: &'a Grid,
    pub(crate) key: Key,
    classes: Vec<TextClass>,
}

impl<'a> View<'a> {
    /// Classifies the texts of a sheet; `elsewhere` is the key that the workbook's notes give, `said` what a
    /// person says, which wins.
    pub(crate) fn new(grid: &'a Grid, elsewhere: &Key, said: &[SymbolMeaning]) -> Self {
        let mut key = own_key(grid);
        key.fall_back_to(elsewhere);
        for symbol in said {
            key.set(&symbol.text, symbol.meaning);
        }
        let classes = grid
            .texts()
            .map(|text| {
                if let Some(number) = values::parse_number(text, grid.decimal_comma()) {
                    TextClass::Number(number)
                } else if let Some(number) = zero_word(text) {
                    TextClass::Number(number)
                } else {
                    shorthand::read(text, &key).map_or(TextClass::Label, TextClass::Shorthand)
                }
            })
            .collect();
        Self { grid, key, classes }
    }

    pub(crate) fn class(&self, text: u32) -> Option<&TextClass> {
        self.classes.get(usize::try_from(text).ok()?)
    }

    pub(crate) fn kind_of(&self, stored: Stored) -> Kind {
        match stored {
            Stored::Text(text) => match self.class(text) {
                Some(TextClass::Number(number)) => Kind::Number(number.value),
                Some(TextClass::Shorthand(meaning)) => Kind::Shorthand(*meaning),
                _ => Kind::Text(text),
            },
            Stored::Number(number) => Kind::Number(number),
            Stored::Date(date) => Kind::Date(date),
            Stored::Bool(value) => Kind::Bool(value),
            Stored::Error(error) => Kind::Error(error.text()),
        }
    }

    pub(crate) fn kind(&self, row: u32, column: u32) -> Kind {
        self.grid
            .stored(row, column)
            .map_or(Kind::Empty, |stored| self.kind_of(stored))
    }

    /// The cell as a heading or label says it; numbers without decimals where they have none, dates as
    /// ISO writes them. `None` where the cell is empty. Merged cells say what their first says.
    pub(crate) fn label(&self, row: u32, column: u32) -> Option<String> {
        self.grid.label(row, column)
    }
}

/// "Nil" is a word for a number.
fn zero_word(text: &str) -> Option<NumberText> {
    ["nil", "zero", "nil return"]
        .contains(&text.to_lowercase().as_str())
        .then(|| NumberText {
            value: 0.0,
            percent: false,
            points: false,
            pounds: false,
            mark: String::new(),
        })
}

/// What a sheet's own notes explain.
pub(crate) fn own_key(grid: &Grid) -> Key {
    let mut key = Key::default();
    for text in grid.texts() {
        let mentions = text.len() > 8 && text.len() < 2_000;
        if mentions && looks_like_key(text) {
            key.learn(text);
        }
    }
    // "[x]" in one cell, its meaning in the next.
    for column in 0..grid.column_count().min(6) {
        for row in 0..grid.row_count().min(200) {
            if let (Some(symbol), Some(meaning)) =
                (grid.text(row, column), grid.text(row, column + 1))
                && symbol.len() <= 6
                && meaning.len() > 6
                && !symbol.chars().any(|c| c.is_ascii_digit())
                && (symbol.starts_with('[') || !symbol.chars().any(char::is_alphanumeric))
            {
                key.learn(&format!("{symbol} = {meaning}"));
            }
        }
    }
    key
}

fn looks_like_key(text: &str) -> bool {
    let first = text.chars().next().unwrap_or(' ');
    !first.is_alphanumeric()
        || text.contains('[')
        || text.contains('=')
        || text.starts_with(|c: char| c.is_ascii_digit())
        || text.starts_with(|c: char| c.is_ascii_lowercase())
        || vocabulary::is_note_line(text)
        || text.contains("denote")
        || text.contains("indicate")
}
