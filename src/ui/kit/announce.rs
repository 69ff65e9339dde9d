//! What those hear who cannot see the screen change.

use egui::accesskit::{Live, Role};
use egui::{Id, Pos2, Rect, Sense, Ui, WidgetInfo, vec2};

/// Words that are spoken whenever they become others. They have no place of their own: `at` is where they belong.
pub fn announce(ui: &Ui, id: Id, at: Pos2, words: &str) {
    let region = ui.interact(Rect::from_min_size(at, vec2(1.0, 1.0)), id, Sense::hover());
    region.widget_info(|| WidgetInfo::labeled(Role::Status, true, words));
    ui.ctx()
        .accesskit_node_builder(region.id, |node| node.set_live(Live::Polite));
}
