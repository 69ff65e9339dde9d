//! What every row of a list is to those who use it: how assistive technology hears it, and what lies behind it.

use egui::accesskit::Role;
use egui::{CornerRadius, Rect, Response, Ui, WidgetInfo};

use crate::ui::tokens::tokens;

/// Names the row as an option of its list, with whether it is selected and what else it says.
pub(super) fn announce(
    ui: &Ui,
    response: &Response,
    name: &str,
    is_selected: bool,
    description: Option<String>,
) {
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), is_selected, name)
    });
    if let Some(description) = description {
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_description(description));
    }
}

/// Paints the ground: a soft fill with an edge in the accent where the row is selected, a lighter one under the pointer.
pub(super) fn paint_ground(ui: &Ui, rect: Rect, is_selected: bool, is_hovered: bool) {
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
