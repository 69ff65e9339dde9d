//! The font of a workbook.

use rust_xlsxwriter::{ChartFont, Format, Workbook, XlsxError};

/// The size of ordinary cells, in points.
const SIZE: f64 = 11.0;
/// The height of rows and the width of columns where nothing says otherwise, in pixels: Excel's own.
const CELL: (u32, u32) = (20, 64);

/// A font by its name; without one, Excel's own.
#[derive(Clone, Copy)]
pub(super) struct OfficeFont<'a>(Option<&'a str>);

impl<'a> OfficeFont<'a> {
    pub const fn new(name: Option<&'a str>) -> Self {
        Self(name)
    }

    /// Gives it to all cells without a format of their own. To be called before there are sheets.
    pub fn apply(self, workbook: &mut Workbook) -> Result<(), XlsxError> {
        if self.0.is_some() {
            workbook.set_default_format(&self.format().set_font_size(SIZE), CELL.0, CELL.1)?;
        }
        Ok(())
    }

    /// The format of a cell that has nothing else of its own.
    pub fn format(self) -> Format {
        match self.0 {
            Some(name) => Format::new().set_font_name(name),
            None => Format::new(),
        }
    }

    /// The font of words of a chart.
    pub fn of_chart(self) -> ChartFont {
        let mut font = ChartFont::new();
        if let Some(name) = self.0 {
            font.set_name(name);
        }
        font
    }
}
