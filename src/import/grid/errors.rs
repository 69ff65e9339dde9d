//! What stands in a cell in place of a value that could not be worked out.

/// An error of Excel, or a formula that nobody worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CellError {
    DividedByZero,
    NotAvailable,
    Name,
    Null,
    Number,
    Reference,
    Value,
    GettingData,
    /// A formula without a result, which is no error of Excel.
    NotWorkedOut,
}

impl CellError {
    /// Each with what is read in the cell; their order is that of their codes between two processes.
    const ALL: [(Self, &'static str); 9] = [
        (Self::DividedByZero, "#DIV/0!"),
        (Self::NotAvailable, "#N/A"),
        (Self::Name, "#NAME?"),
        (Self::Null, "#NULL!"),
        (Self::Number, "#NUM!"),
        (Self::Reference, "#REF!"),
        (Self::Value, "#VALUE!"),
        (Self::GettingData, "#DATA!"),
        (Self::NotWorkedOut, "#FORMULA!"),
    ];

    /// What is read in the cell.
    pub(crate) fn text(self) -> &'static str {
        let held = Self::ALL.iter().find(|(error, _)| *error == self);
        held.map_or("", |(_, text)| text)
    }

    pub(super) fn code(self) -> u8 {
        let place = Self::ALL.iter().position(|(error, _)| *error == self);
        place
            .and_then(|place| u8::try_from(place).ok())
            .unwrap_or(u8::MAX)
    }

    pub(super) fn of_code(code: u8) -> Option<Self> {
        Self::ALL.get(usize::from(code)).map(|(error, _)| *error)
    }
}
