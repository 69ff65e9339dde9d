//! What lies behind a row of a list: nothing, or that it is selected or under the pointer.

use egui::{CornerRadius, Rect, Ui};

use crate::ui::tokens::tokens;

/// Paints it: a soft fill with an edge in the accent where the row is selected, a lighter one under the pointer.
pub(super) fn paint(ui: &Ui, rect: Rect, is_selected: bool, is_hovered: bool) {
    let tokens = tokens(ui);
    let colours = &tokens.colours;
    let painter = ui.painter();
    if is_selected {
        painter.rect_filled(rect, CornerRadius::ZERO, colours.selection);
        let edge = rect.with_max_x(rect.left() + tokens.size.selected_edge);
        painter.rect_filled(edge, CornerRadius::ZERO, colours.accent);
    } else if is_hovered {
        painter.rect_filled(rect, CornerRadius::ZERO, colours.hover);
    }
}
