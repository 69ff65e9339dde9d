//! The panel beside a list of concerns: the selected issue here and in the wider area, what became of it, and
//! where its figure stands.

use egui::{RichText, ScrollArea, Ui};

use super::concerns_view::open_trend;
use super::screen::Exploring;
use super::selected_point::{from_ui, save_picture_ui};
use super::state::{ExploreState, ExploreTab};
use super::tab_words::tab_words_ui;
use crate::analysis::ConcernsAnswer;
use crate::analysis::concerns::ConcernRow;
use crate::base::typeface::Weight;
use crate::chart::wording::concerns as words;
use crate::data::Unit;
use crate::project::Edit;
use crate::ui::action::{Action, Actions};
use crate::ui::fonts::font;
use crate::ui::kit::{Button, Checkbox, KeyValueRow, SectionHeading};
use crate::ui::tokens::tokens;
use crate::words::say;

/// Draws the panel.
pub(super) fn concerns_panel_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &ConcernsAnswer,
    state: &ExploreState,
    actions: &mut Actions,
) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if let Some(row) = state.concerns.row(answer) {
            issue_ui(ui, exploring, answer, row, actions);
        }
        let mut spec = exploring.project.view.concerns.clone();
        let before = spec.clone();
        ui.add(SectionHeading::new(say::concerns_panel_show()));
        ui.add(Checkbox::new(
            &mut spec.with_wider,
            say::concerns_with_wider(),
        ));
        if spec != before {
            actions.edit(Edit::SetConcerns(spec));
        }
        tab_words_ui(ui, ExploreTab::Concerns, Some(Unit::Percent));
        ui.add(SectionHeading::new(say::panel_take_with_you()));
        save_picture_ui(ui, actions);
    });
}

/// The selected issue.
fn issue_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &ConcernsAnswer,
    row: &ConcernRow,
    actions: &mut Actions,
) {
    let lead = tokens(ui).text.panel;
    let small = tokens(ui).space.small;
    let title = RichText::new(&row.item.name);
    ui.label(title.font(font(Weight::SemiBold, lead)));
    ui.add_space(small);
    for (key, value) in words::panel_rows(row, answer) {
        ui.add(KeyValueRow::new(key, value));
    }
    ui.add_space(small);
    if let Some(outcome) = &row.outcome
        && from_ui(ui, outcome.provenance())
    {
        open_trend(exploring, answer, &row.item, actions);
        actions.send(Action::ShowTab(ExploreTab::Data));
    }
    ui.add_space(small);
    let over_time = ui.add(Button::secondary(say::concerns_over_time()).full_width());
    if over_time.clicked() {
        open_trend(exploring, answer, &row.item, actions);
    }
}
