//! Laying out short texts. A text that does not fit ends in `…` after a whole letter.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId, Galley, Painter, Pos2, Ui};

/// One line, as wide as it needs.
pub fn line(ui: &Ui, text: &str, font: FontId, colour: Color32) -> Arc<Galley> {
    ui.painter().layout_no_wrap(text.to_owned(), font, colour)
}

/// One line, ended by `…` where it is wider than `max_width` points.
pub fn elided(ui: &Ui, text: &str, font: FontId, colour: Color32, max_width: f32) -> Arc<Galley> {
    rows(ui, text, TextFormat::simple(font, colour), max_width, 1)
}

/// At most `max_rows` lines of `max_width` points, the last ended by `…` where there is more.
pub fn rows(
    ui: &Ui,
    text: &str,
    format: TextFormat,
    max_width: f32,
    max_rows: usize,
) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping {
        max_width: max_width.max(0.0),
        max_rows,
        break_anywhere: max_rows == 1,
        overflow_character: Some('…'),
    };
    ui.painter().layout_job(job)
}

/// Paints a text whose left edge is at `left_centre.x`, centred on `left_centre.y`.
pub fn paint_from(painter: &Painter, left_centre: Pos2, galley: Arc<Galley>) {
    let top = left_centre.y - galley.size().y / 2.0;
    painter.galley(Pos2::new(left_centre.x, top), galley, Color32::PLACEHOLDER);
}
