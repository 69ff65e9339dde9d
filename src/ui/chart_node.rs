//! A chart or slide in the accessibility tree: a figure whose name is its title and whose description is its
//! alternative text.

use egui::accesskit::Role;
use egui::{Response, Ui, WidgetInfo};

use crate::chart::Scene;
use crate::words::say;

/// What a drawing is to assistive technology.
pub const ROLE: Role = Role::Figure;

/// Names a chart by its title and describes it.
pub fn describe(ui: &Ui, response: &Response, scene: &Scene) {
    describe_as(ui, response, scene, ROLE, None);
}

/// The same in another role, with what is selected on it.
pub fn describe_as(
    ui: &Ui,
    response: &Response,
    scene: &Scene,
    role: Role,
    selected: Option<&str>,
) {
    let description = match selected {
        Some(said) => say::ChartDescribed {
            chart: &scene.description,
            said,
        }
        .say(),
        None => scene.description.clone(),
    };
    describe_words(ui, response, role, &scene.title, description);
}

/// Names a drawing and describes it; without a title it is a chart.
pub fn describe_words(ui: &Ui, response: &Response, role: Role, title: &str, description: String) {
    let name = if title.trim().is_empty() {
        say::pane_chart()
    } else {
        title
    };
    response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), name));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(description));
}
