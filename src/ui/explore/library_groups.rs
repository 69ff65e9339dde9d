//! The project's own groups of people, below its measures.

use egui::{Frame, Margin, Ui};

use super::own_group_draft::OwnGroupDraft;
use super::screen::Exploring;
use super::state::ExploreState;
use crate::ui::command::Command;
use crate::ui::kit::{Button, ListRow, SectionHeading};
use crate::words::say;

/// The groups, each of which opens to be changed, and the way to another; nothing without a survey.
pub(super) fn groups_ui(ui: &mut Ui, exploring: &Exploring<'_>, state: &mut ExploreState) {
    let project = exploring.project;
    if !OwnGroupDraft::is_offered(project) {
        return;
    }
    ui.add(SectionHeading::new(say::library_groups()).inset(16.0));
    for group in project.groups.iter() {
        let row = ui.add(ListRow::new(&*group.name));
        let about = format!("{}\n{}", group.rule, say::library_group_hint());
        if row.on_hover_text(about).clicked() {
            state.own_group_draft = Some(OwnGroupDraft::of(project, group));
        }
    }
    Frame::new()
        .inner_margin(Margin {
            left: 16,
            top: 4,
            ..Margin::ZERO
        })
        .show(ui, |ui| new_group_ui(ui, exploring, state));
}

/// The button that begins a group.
pub(super) fn new_group_ui(ui: &mut Ui, exploring: &Exploring<'_>, state: &mut ExploreState) {
    let button = Button::secondary(Command::MakeGroup.text()).small();
    let button = ui.add(button).on_hover_text(Command::MakeGroup.tooltip());
    if button.clicked() {
        state.own_group_draft = Some(OwnGroupDraft::new(exploring.project));
    }
}
