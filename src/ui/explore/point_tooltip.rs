//! What stands beside the point under the pointer: whose value, how much, how sure, from which cell.

use egui::{Rect, RectAlign, Response, RichText, Tooltip, Ui};

use crate::analysis::TrendAnswer;
use crate::base::typeface::Weight;
use crate::chart::wording::hover_text;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;

/// The width at which lines wrap.
const WIDTH: f32 = 320.0;
/// Lines at the head that are in bold: the name and the value.
const HEAD: usize = 2;

/// Shows it at the side of `around` that has room.
pub(super) fn show(
    ui: &Ui,
    response: &Response,
    around: Rect,
    answer: &TrendAnswer,
    series: usize,
    period: usize,
) {
    if let Some(lines) = hover_text(answer, series, period) {
        show_lines(ui, response, around, &lines);
    }
}

/// Shows lines of text, the first two in bold and the last as a cell, at the side of `around` that has room.
pub(super) fn show_lines(ui: &Ui, response: &Response, around: Rect, lines: &[String]) {
    let mut tooltip =
        Tooltip::always_open(ui.ctx().clone(), response.layer_id, response.id, around)
            .gap(6.0)
            .width(WIDTH);
    tooltip.popup = tooltip.popup.align(RectAlign::TOP).align_alternatives(&[
        RectAlign::BOTTOM,
        RectAlign::RIGHT,
        RectAlign::LEFT,
    ]);
    tooltip.show(|ui| {
        let tokens = tokens(ui);
        ui.spacing_mut().item_spacing.y = 2.0;
        let last = lines.len().saturating_sub(1);
        for (index, line) in lines.iter().enumerate() {
            let text = RichText::new(line);
            ui.label(if index < HEAD {
                text.font(font(Weight::SemiBold, tokens.text.small))
            } else if index == last {
                // The cell, after a little distance.
                text.size(tokens.text.fine)
                    .color(tokens.colours.ink_secondary)
            } else {
                text.size(tokens.text.small)
            });
        }
    });
}
