//! The workbooks of a project, below its measures.

use std::sync::Arc;

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use crate::base::number;
use crate::data::Source;
use crate::project::Edit;
use crate::ui::action::{Action, Actions};
use crate::ui::kit::{
    Badge, Button, Icon, ListRow, SectionHeading, Tone, context_menu, menu, menu_item,
};
use crate::words::{self, say};

const MENU_WIDTH: f32 = 220.0;
/// Between a badge and the right edge, for the menu of its row.
const MENU_ROOM: f32 = 14.0;

/// The workbooks, each with how many values came from it or how much of it needs an eye.
pub(super) fn sources_ui(ui: &mut Ui, sources: &[Arc<Source>], actions: &mut Actions) {
    if sources.is_empty() {
        return;
    }
    ui.add(SectionHeading::new(say::library_sources()).inset(16.0));
    for source in sources {
        source_ui(ui, source, actions);
    }
}

fn source_ui(ui: &mut Ui, source: &Source, actions: &mut Actions) {
    let values = number::count(source.observations.len());
    let badge = if source.open_findings > 0 {
        Badge::new(say::sheet_to_check(source.open_findings), Tone::Warning)
    } else {
        Badge::new(values.clone(), Tone::Good)
    };
    let about = say::SourceAbout {
        values: say::count_values(source.observations.len()),
        file: &source.file_name,
        day: words::date(source.imported_on),
    }
    .say();
    let row = ui
        .add(
            ListRow::new(&source.file_name)
                .badge(badge)
                .menu_room(MENU_ROOM),
        )
        .on_hover_text(about);
    if row.clicked() {
        actions.send(Action::ShowFindingsOf(source.id.clone()));
    }
    // Always there for the keyboard and for screen readers; seen while it can be of use.
    let side = 24.0;
    let place = Rect::from_center_size(
        pos2(row.rect.right() - side / 2.0 - 3.0, row.rect.center().y),
        vec2(side, side),
    );
    let is_near = row.contains_pointer() || row.has_focus();
    let more = Button::icon(Icon::More, say::source_more(&source.file_name)).unseen(!is_near);
    let more = ui.new_child(UiBuilder::new().max_rect(place)).add(more);
    let name = say::library_menu(&source.file_name);
    menu(&more, &name, MENU_WIDTH, |ui| items_ui(ui, source, actions));
    context_menu(&row, &name, MENU_WIDTH, |ui| items_ui(ui, source, actions));
}

fn items_ui(ui: &mut Ui, source: &Source, actions: &mut Actions) {
    if menu_item(ui, Button::quiet(say::findings_title())).clicked() {
        actions.send(Action::ShowFindingsOf(source.id.clone()));
    }
    if menu_item(ui, Button::quiet(say::source_remove())).clicked() {
        actions.edit(Edit::RemoveSource(source.id.clone()));
    }
}
