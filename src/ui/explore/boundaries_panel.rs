//! What the map shows, and the boundaries with which it is drawn: loaded, taken out, and whose they are.

use egui::{Id, Ui};

use super::districts_view::DistrictsViewState;
use crate::analysis::DistrictsAnswer;
use crate::data::{Boundaries, Unit};
use crate::project::{BoundaryEdit, DistrictsArrangement, DistrictsSpec, Edit, MapShows, Project};
use crate::ui::action::Actions;
use crate::ui::command::Command;
use crate::ui::kit::{Button, Chip, Choice, SectionHeading, TextField};
use crate::ui::tokens::tokens;
use crate::words::say;

/// Draws what the map shows, where one is drawn, and the boundaries.
pub(super) fn boundaries_ui(
    ui: &mut Ui,
    project: &Project,
    answer: &DistrictsAnswer,
    state: &mut DistrictsViewState,
    actions: &mut Actions,
) {
    let spec = &project.view.districts;
    let has_map = answer
        .boundaries
        .as_ref()
        .is_some_and(crate::analysis::area_boundaries::AreaBoundaries::is_enough);
    if has_map && spec.arrangement == DistrictsArrangement::Map {
        shows_ui(ui, spec, answer, actions);
    }
    ui.add(SectionHeading::new(say::boundaries_title()));
    for boundaries in project.boundaries.iter() {
        file_ui(ui, boundaries, state, actions);
        ui.add_space(tokens(ui).space.medium);
    }
    let load = Button::secondary(Command::LoadBoundaries.text()).full_width();
    if ui
        .add(load)
        .on_hover_text(Command::LoadBoundaries.tooltip())
        .clicked()
    {
        actions.run(Command::LoadBoundaries);
    }
}

fn shows_ui(ui: &mut Ui, spec: &DistrictsSpec, answer: &DistrictsAnswer, actions: &mut Actions) {
    let is_offered = |shows: &MapShows| match shows {
        MapShows::Values => true,
        MapShows::AgainstRest => answer.trend.measure.unit == Unit::Percent,
        MapShows::Changes => answer.comparisons > 0,
    };
    let offered: Vec<MapShows> = MapShows::ALL.into_iter().filter(is_offered).collect();
    if offered.len() < 2 {
        return;
    }
    let choices: Vec<Choice<'_>> = offered
        .iter()
        .map(|shows| Choice::new(shows_words(*shows)))
        .collect();
    let current = offered.iter().position(|held| *held == spec.map_shows);
    ui.add_space(tokens(ui).space.small);
    ui.label(say::boundaries_map_shows());
    ui.add_space(tokens(ui).space.tight);
    let chip = Chip::of(say::boundaries_map_shows(), &choices, current.unwrap_or(0)).ui(ui);
    if let Some(shows) = chip.chosen.and_then(|chosen| offered.get(chosen)) {
        actions.edit(Edit::SetDistricts(DistrictsSpec {
            map_shows: *shows,
            ..spec.clone()
        }));
    }
}

/// A file of boundaries: its name, whose it is, and a button that takes it out.
fn file_ui(
    ui: &mut Ui,
    boundaries: &Boundaries,
    state: &mut DistrictsViewState,
    actions: &mut Actions,
) {
    let name = &boundaries.file_name;
    let areas = say::count_areas(boundaries.areas.len());
    ui.label(say::BoundariesFile { file: name, areas }.say());
    let typed = state
        .attribution
        .take_if(|(of, _)| of == name)
        .map(|(_, words)| words);
    let mut words = typed.unwrap_or_else(|| boundaries.attribution.clone());
    let id = Id::unique(("attribution of boundaries", name));
    let field = TextField::new(id, say::boundaries_source())
        .hint(say::boundaries_source_hint())
        .ui(ui, &mut words);
    if TextField::is_taken_back(ui, &field) {
        state.attribution = None;
    } else if field.lost_focus() {
        if words.trim() != boundaries.attribution {
            actions.edit(Edit::Boundaries(BoundaryEdit::Attribute {
                file_name: name.clone(),
                words,
            }));
        }
    } else if field.has_focus() {
        state.attribution = Some((name.clone(), words));
    }
    ui.add_space(tokens(ui).space.tight);
    let remove = Button::secondary(say::boundaries_remove())
        .small()
        .named(say::boundaries_remove_named(name));
    if ui.add(remove).clicked() {
        actions.edit(Edit::Boundaries(BoundaryEdit::Remove(name.clone())));
    }
}

/// What maps show, as the menu calls it.
fn shows_words(shows: MapShows) -> &'static str {
    match shows {
        MapShows::Values => say::boundaries_values(),
        MapShows::AgainstRest => say::boundaries_against_others(),
        MapShows::Changes => say::boundaries_changes(),
    }
}
