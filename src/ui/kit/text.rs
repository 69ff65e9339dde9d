//! Laying out short texts. A text that does not fit ends in `…` after a whole letter.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId, Galley, Painter, Pos2, Rect, RichText, Ui};

use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;

/// One line, as wide as it needs.
pub fn line(ui: &Ui, text: &str, font: FontId, colour: Color32) -> Arc<Galley> {
    let format = spaced(TextFormat::simple(font, colour));
    let job = LayoutJob::single_section(text.to_owned(), format);
    ui.painter().layout_job(job)
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
    let mut job = LayoutJob::single_section(text.to_owned(), spaced(format));
    job.wrap = TextWrapping {
        max_width: max_width.max(0.0),
        max_rows,
        break_anywhere: max_rows == 1,
        overflow_character: Some('…'),
    };
    ui.painter().layout_job(job)
}

/// A paragraph of body text, parts of it in other weights: "**What this shows.** Among 16–24s …".
pub fn paragraph(ui: &Ui, parts: &[(Weight, &str)]) -> LayoutJob {
    let tokens = tokens(ui);
    let mut job = LayoutJob::default();
    for (weight, text) in parts {
        let format = TextFormat::simple(font(*weight, tokens.text.body), tokens.colours.ink);
        job.append(text, 0.0, spaced(format));
    }
    job
}

/// A headline in bold, its letters a little closer together the larger it is.
pub fn headline(text: impl Into<String>, size: f32) -> RichText {
    let share = if size < 30.0 { -0.01 } else { -0.02 };
    RichText::new(text)
        .font(font(Weight::Bold, size))
        .extra_letter_spacing(share * size)
        .line_height(Some((size * 1.3).round()))
}

/// The distance between lines that makes text easy to read.
fn spaced(mut format: TextFormat) -> TextFormat {
    format.line_height = Some((format.font_id.size * 1.45).round());
    format
}

/// Where a text begins that stands in the middle of `rect`: on a whole point, the upper of two.
pub fn top(rect: Rect, galley: &Galley) -> f32 {
    (rect.center().y - galley.size().y / 2.0).floor()
}

/// Paints a text whose left edge is at `left_centre.x`, centred on `left_centre.y`.
pub fn paint_from(painter: &Painter, left_centre: Pos2, galley: Arc<Galley>) {
    let top = (left_centre.y - galley.size().y / 2.0).floor();
    painter.galley(Pos2::new(left_centre.x, top), galley, Color32::PLACEHOLDER);
}
