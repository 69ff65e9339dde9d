//! The panel beside areas that stand side by side: how they rank in the latest period and how sure that
//! is, what their peers have on average, which area is the user's own, and how they are arranged.

use egui::{RichText, ScrollArea, Ui};

use super::boundaries_panel::boundaries_ui;
use super::district_peers::district_peers_ui;
use super::districts_words;
use super::rows_behind::rows_button_ui;
use super::screen::Exploring;
use super::state::{ExploreState, ExploreTab};
use super::tab_words::{tab_words_ui, unit_asked};
use crate::analysis::districts::DistrictsAnswer;
use crate::analysis::peers_mean::PeersMean;
use crate::base::typeface::Weight;
use crate::chart::districts::arrangements;
use crate::chart::point;
use crate::chart::wording::districts_spoken;
use crate::data::place_names::other_names;
use crate::project::{DistrictsArrangement, DistrictsSpec, Edit};
use crate::ui::action::Actions;
use crate::ui::command::Command;
use crate::ui::fonts::font;
use crate::ui::help::explained;
use crate::ui::kit::{Button, Checkbox, Chip, Choice, KeyValueRow, RankedBar, SectionHeading};
use crate::ui::tokens::tokens;
use crate::words::say;

/// Draws the panel.
pub(super) fn districts_panel_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &DistrictsAnswer,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    let spec = &exploring.project.view.districts;
    let own = spec
        .own_area
        .as_deref()
        .and_then(|area| answer.place_of(area));
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        heading_ui(ui, answer, own);
        bars_ui(ui, answer, own, &mut state.districts.selected);
        if let Some(mean) = answer.peers_mean(own) {
            peers_ui(ui, &mean, answer, own);
        }
        ui.add(SectionHeading::new(say::districts_own()));
        own_area_ui(ui, spec, answer, own, actions);
        district_peers_ui(ui, exploring, answer, &mut state.districts, actions);
        ui.add(SectionHeading::new(say::districts_arrange()));
        arrange_ui(ui, spec, answer, own, actions);
        boundaries_ui(ui, exploring.project, answer, &mut state.districts, actions);
        tab_words_ui(ui, ExploreTab::Districts, unit_asked(exploring));
        ui.add(SectionHeading::new(say::panel_take()));
        rows_button_ui(ui, exploring, state, actions);
        let shortcut = Command::SavePicture.shortcut_text(ui.ctx());
        let save = Button::secondary(Command::SavePicture.text())
            .shortcut(shortcut)
            .full_width();
        let save = ui.add(save);
        if save.on_hover_text(Command::SavePicture.tooltip()).clicked() {
            actions.run(Command::SavePicture);
        }
    });
}

fn heading_ui(ui: &mut Ui, answer: &DistrictsAnswer, own: Option<usize>) {
    let tokens = tokens(ui);
    let title = RichText::new(districts_words::ranking_title(answer));
    ui.label(title.font(font(Weight::SemiBold, tokens.text.panel)));
    ui.add_space(tokens.space.tight);
    let words = RichText::new(districts_words::ranking_words(answer, own));
    ui.label(
        words
            .size(tokens.text.small)
            .color(tokens.colours.ink_secondary),
    );
    ui.add_space(tokens.space.small);
}

/// A bar for each area, from nought to the largest value.
fn bars_ui(
    ui: &mut Ui,
    answer: &DistrictsAnswer,
    own: Option<usize>,
    selected: &mut Option<String>,
) {
    let unit = answer.trend.measure.unit;
    let latest: Vec<Option<f64>> = (0..answer.districts.len())
        .map(|place| match answer.ranked_value(place) {
            Some(estimate) => Some(estimate.value),
            None => latest_value(answer, place),
        })
        .collect();
    let largest = latest.iter().flatten().copied().fold(0.0_f64, f64::max);
    for (place, line) in answer.lines().enumerate() {
        let value = latest.get(place).copied().flatten();
        let is_selected = selected.as_deref() == Some(&line.key.area);
        let share = value
            .filter(|value| *value > 0.0 && largest > 0.0)
            .map_or(0.0, |value| crate::chart::geometry::pt(value / largest));
        let printed = value.map_or_else(
            || say::districts_not_shown().to_owned(),
            |value| unit.format(value),
        );
        let rank = answer.districts.get(place).and_then(|held| held.rank);
        let bar = RankedBar::new(&*line.label, printed, share)
            .rank(rank.map_or_else(String::new, |rank| districts_spoken::rank(&rank)))
            .own(own == Some(place))
            .selected(is_selected);
        if ui.add(bar).clicked() {
            *selected = (!is_selected).then(|| line.key.area.clone());
        }
    }
}

/// The latest value of an area that is not ranked, where it may be shown and nothing is ranked.
fn latest_value(answer: &DistrictsAnswer, place: usize) -> Option<f64> {
    if matches!(
        answer.ranking,
        crate::analysis::districts::Ranking::ByValue { .. }
    ) {
        return None;
    }
    let line = answer.lines().nth(place)?;
    let last = line.points.iter().flatten().next_back()?;
    let shown = point::shown(&last.outcome, answer.trend.measure.unit).ok()?;
    Some(shown.value)
}

fn peers_ui(ui: &mut Ui, mean: &PeersMean, answer: &DistrictsAnswer, own: Option<usize>) {
    ui.add_space(tokens(ui).space.small);
    for (index, (key, value)) in districts_words::peers_rows(mean, answer)
        .into_iter()
        .enumerate()
    {
        let row = KeyValueRow::new(key, value);
        let row = if index == 0 {
            explained(ui, row, "Peers")
        } else {
            ui.add(row)
        };
        row.on_hover_text(districts_words::peers_explained(mean));
    }
    if let Some(excess) = own.and_then(|own| answer.excess(own)) {
        let words = districts_words::excess_words(&excess, answer.trend.measure.unit);
        ui.add(KeyValueRow::new(say::districts_against_mean(), words))
            .on_hover_text(say::districts_against_mean_about());
    }
}

fn own_area_ui(
    ui: &mut Ui,
    spec: &DistrictsSpec,
    answer: &DistrictsAnswer,
    own: Option<usize>,
    actions: &mut Actions,
) {
    let named = answer.lines().map(|line| {
        let others = other_names(&line.key.area, Some(answer.kind));
        Choice::new(&*line.label).found_by(others.join("\n"))
    });
    let choices: Vec<Choice<'_>> = std::iter::once(Choice::new(say::districts_own_none()))
        .chain(named)
        .collect();
    let current = own.map_or(0, |own| own + 1);
    ui.add_space(tokens(ui).space.tight);
    let chip = Chip::of(say::districts_own(), &choices, current)
        .strong()
        .ui(ui);
    if let Some(chosen) = chip.chosen {
        let line = chosen
            .checked_sub(1)
            .and_then(|place| answer.lines().nth(place));
        actions.edit(Edit::SetDistricts(DistrictsSpec {
            own_area: line.map(|line| line.key.area.clone()),
            ..spec.clone()
        }));
    }
}

fn arrange_ui(
    ui: &mut Ui,
    spec: &DistrictsSpec,
    answer: &DistrictsAnswer,
    own: Option<usize>,
    actions: &mut Actions,
) {
    let in_front = own.and_then(|own| answer.lines().nth(own));
    for arrangement in arrangements(answer) {
        let words = match arrangement {
            DistrictsArrangement::SmallMultiples => say::districts_small_multiples().to_owned(),
            DistrictsArrangement::Ranking => say::districts_ranking().to_owned(),
            DistrictsArrangement::Tiles => say::districts_map_of_tiles().to_owned(),
            DistrictsArrangement::Map => say::districts_map_of_boundaries().to_owned(),
            DistrictsArrangement::OneChart => in_front.map_or_else(
                || say::districts_one_chart().to_owned(),
                |line| say::districts_one_chart_in_front(&*line.label),
            ),
            DistrictsArrangement::Funnel => say::districts_funnel().to_owned(),
        };
        let mut chosen = spec.arrangement == arrangement;
        if ui.add(Checkbox::new(&mut chosen, words)).changed() && chosen {
            actions.edit(Edit::SetDistricts(DistrictsSpec {
                arrangement,
                ..spec.clone()
            }));
        }
    }
    let has_weighted = answer
        .peers_mean(own)
        .is_some_and(|mean| mean.weighted.is_some());
    if spec.arrangement == DistrictsArrangement::Ranking && has_weighted {
        let mut is_weighted = spec.weighted_mean;
        let weigh = Checkbox::new(&mut is_weighted, say::districts_weighted_mean());
        if ui.add(weigh).changed() {
            actions.edit(Edit::SetDistricts(DistrictsSpec {
                weighted_mean: is_weighted,
                ..spec.clone()
            }));
        }
    }
}
