//! The panel beside groups in every period: the selected group's value, its comparisons and its cell, and how
//! the chart is drawn.

use egui::{ScrollArea, Ui};

use super::group_panel::{against_rest_ui, cells_ui, drawing_ui, one_of_ui, order_ui};
use super::library_groups;
use super::own_group_draft::OwnGroupDraft;
use super::rows_behind::{of_outcome, rows_link_ui};
use super::screen::Exploring;
use super::selected_point::{change_row_ui, estimate_ui, save_picture_ui, title_ui};
use super::state::{ExploreState, ExploreTab};
use super::tab_words::{tab_words_ui, unit_asked};
use crate::analysis::GroupsOverTime;
use crate::analysis::groups_over_time::{GroupLine, GroupPoint};
use crate::chart::point;
use crate::data::Period;
use crate::project::{BreakdownDrawing, Edit, GroupSpec, HeatmapCells};
use crate::ui::action::{Action, Actions};
use crate::ui::kit::{Button, KeyValueRow, SectionHeading};
use crate::ui::tokens::tokens;
use crate::words::say;

/// Draws the panel.
pub(super) fn over_time_panel_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &GroupsOverTime,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    let spec = &exploring.project.view.groups;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if let Some((group, point, period)) = in_front(answer, state) {
            point_ui(ui, exploring, answer, (group, point, period), actions);
        }
        ui.add(SectionHeading::new(say::panel_show()));
        options_ui(ui, answer, spec, actions);
        if OwnGroupDraft::is_offered(exploring.project) {
            ui.add_space(tokens(ui).space.tight);
            library_groups::new_group_ui(ui, exploring, state);
        }
        tab_words_ui(ui, ExploreTab::Breakdown, unit_asked(exploring));
        ui.add(SectionHeading::new(say::panel_take()));
        save_picture_ui(ui, actions);
        if let Some(model) = state.over_time.heatmap() {
            ui.add_space(tokens(ui).space.small);
            let copy = ui.add(Button::secondary(say::panel_copy_as_table()).full_width());
            if copy
                .on_hover_text(say::panel_copy_as_table_does())
                .clicked()
            {
                actions.send(Action::Copy(model.as_cells()));
            }
        }
    });
}

/// What the panel speaks of: what is selected, else the first group in the latest period.
pub(super) fn in_front<'a>(
    answer: &'a GroupsOverTime,
    state: &ExploreState,
) -> Option<(&'a GroupLine, &'a GroupPoint, Period)> {
    let found = |group: &'a GroupLine, place: usize| {
        let point = group.points.get(place)?.as_ref()?;
        Some((group, point, *answer.periods().get(place)?))
    };
    let selected = || {
        let (key, period) = state.over_time.selected.as_ref()?;
        let mut lines = answer.groups.iter().chain(&answer.whole);
        let group = lines.find(|group| group.key == *key)?;
        let mut periods = answer.periods().iter();
        found(
            group,
            periods.position(|held| held.covers_same_days(period))?,
        )
    };
    let first = || {
        let latest = answer.latest()?;
        answer.groups.iter().find_map(|group| found(group, latest))
    };
    selected().or_else(first)
}

fn point_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &GroupsOverTime,
    (group, point, period): (&GroupLine, &GroupPoint, Period),
    actions: &mut Actions,
) {
    title_ui(ui, &group.label, &period.label());
    ui.add(SectionHeading::new(say::group_selected()));
    let measure = answer.measure();
    match point::shown(&point.outcome, measure.unit) {
        Ok(estimate) => {
            estimate_ui(ui, measure, estimate);
            let is_whole = answer
                .whole
                .as_ref()
                .is_some_and(|whole| whole.key == group.key);
            if !is_whole {
                against_rest_ui(ui, measure, point.against_rest.as_ref());
            }
            if let Some(held) = &point.over_year {
                let key = say::point_versus(held.from.axis_label());
                change_row_ui(ui, &key, &held.change, measure);
            }
        }
        Err(reason) => {
            ui.add(KeyValueRow::new(say::role_value(), reason.spoken()));
        }
    }
    let (key, dimension) = (&group.key, &*group.dimension);
    cells_ui(
        ui,
        exploring,
        key,
        dimension,
        &period,
        &point.outcome,
        actions,
    );
    let rows = of_outcome(measure, &group.label, &period, &point.outcome);
    rows_link_ui(ui, rows, actions);
}

fn options_ui(ui: &mut Ui, answer: &GroupsOverTime, spec: &GroupSpec, actions: &mut Actions) {
    let mut changed = spec.clone();
    drawing_ui(ui, &mut changed);
    if spec.breakdown_drawing == BreakdownDrawing::Heatmap {
        let mut cells = vec![(HeatmapCells::Values, say::group_cells_values())];
        if answer.comparisons > 0 {
            cells.push((HeatmapCells::AgainstRest, say::group_cells_rest()));
        }
        if answer.changes > 0 {
            cells.push((HeatmapCells::OverYear, say::group_cells_year()));
        }
        if cells.len() > 1 {
            one_of_ui(
                ui,
                (say::group_cells(), say::group_cells_show()),
                &cells,
                &mut changed.heatmap_cells,
            );
        }
        order_ui(ui, &mut changed.breakdown_order);
    }
    if changed != *spec {
        actions.edit(Edit::SetGroups(changed));
    }
}
