//! A slide whose table is longer or wider than it: as many slides as hold all of it.

use super::PublishableSlide;
use crate::chart::contents::DataTable;
use crate::chart::slide::{SlideBody, SlideSheet, leaves_some_out};
use crate::chart::{ChartTheme, MeasureText};
use crate::project::story::{Slide, SlideContent, SlideShape};

/// What stands after the title where a table goes on.
pub const CONTINUED: &str = "(continued)";

impl PublishableSlide {
    /// The slide, or where it is a table that leaves rows or columns out, slides that leave out none, with the numbers
    /// that follow its own.
    #[must_use]
    pub fn pages(
        self,
        slide: &Slide,
        (shape, number): (SlideShape, Option<usize>),
        theme: &ChartTheme,
        measure: &dyn MeasureText,
    ) -> Vec<Self> {
        let Some((table, footnote)) = self.table_left_out(slide) else {
            return vec![self];
        };
        let title = self.scene().title.clone();
        let continued = continued(&title);
        let sheet =
            |title, number| SlideSheet::new(shape, slide.text_size, title, number, theme, measure);
        // The longer title leaves the least room.
        let parts = sheet(&continued, number).table_pages(&table, &footnote);
        let pages = parts.into_iter().enumerate().map(|(place, page)| {
            let title = if place == 0 { &title } else { &continued };
            let number = number.map(|number| number + place);
            let footnote = footnote.clone();
            let laid_out = sheet(title, number).scene(&SlideBody::TablePage { page, footnote });
            self.with_table_page(laid_out.scene)
        });
        pages.collect()
    }

    /// The table of which the slide leaves something out, with its footnote.
    fn table_left_out(&self, slide: &Slide) -> Option<(DataTable, String)> {
        let leaves_out = match &slide.content {
            SlideContent::Table { .. } if !self.draws_charts() => self.is_overfull(),
            SlideContent::Table { chart, .. } | SlideContent::Chart { chart, .. } => {
                chart.kind.is_table() && leaves_some_out(self.scene())
            }
            _ => false,
        };
        let contents = self.charts().first()?.contents();
        (leaves_out && !contents.table.rows.is_empty())
            .then(|| (contents.table.clone(), contents.words.footnote_of_table()))
    }
}

/// A title where its table goes on.
pub fn continued(title: &str) -> String {
    if title.is_empty() {
        CONTINUED.to_owned()
    } else {
        format!("{title} {CONTINUED}")
    }
}
