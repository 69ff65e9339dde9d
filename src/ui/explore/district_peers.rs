//! Which areas the own one is seen among: all of the kind, or those that the user ticks, such as a most similar
//! group or a family of partnerships.

use egui::Ui;

use super::districts_view::DistrictsViewState;
use super::districts_words::counted;
use super::screen::Exploring;
use crate::analysis::DistrictsAnswer;
use crate::project::{DistrictsSpec, Edit};
use crate::ui::action::Actions;
use crate::ui::kit::{Button, Checkbox, SectionHeading};
use crate::ui::tokens::tokens;
use crate::words::say;

/// Draws how many there are, and, once that is wanted, a tick for each.
pub(super) fn district_peers_ui(
    ui: &mut Ui,
    exploring: &Exploring<'_>,
    answer: &DistrictsAnswer,
    state: &mut DistrictsViewState,
    actions: &mut Actions,
) {
    let spec = &exploring.project.view.districts;
    let Some(entry) = exploring.catalogue.entry(&answer.trend.key) else {
        return;
    };
    let all: Vec<&str> = entry
        .areas_of(answer.kind)
        .map(|area| area.name.as_str())
        .collect();
    ui.add(SectionHeading::new(say::peers_title()));
    let areas = counted(answer.kind, all.len());
    let words = if answer.is_of_peers {
        let count = answer.districts.len();
        say::PeersSome { areas, count }.say()
    } else {
        say::peers_all(areas)
    };
    ui.label(words);
    ui.add_space(tokens(ui).space.tight);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = tokens(ui).space.small;
        let (words, named) = if state.is_choosing_peers {
            (say::peers_done(), say::peers_done_named())
        } else {
            (say::peers_choose(), say::peers_choose())
        };
        if ui
            .add(Button::secondary(words).small().named(named))
            .clicked()
        {
            state.is_choosing_peers = !state.is_choosing_peers;
        }
        if state.is_choosing_peers {
            let clear = Button::secondary(say::peers_none())
                .small()
                .named(say::peers_none_named());
            if ui.add(clear).clicked() {
                set_peers(spec, Some(Vec::new()), actions);
            }
        }
        let all = Button::secondary(say::peers_every())
            .small()
            .named(say::peers_every_named());
        if spec.peers.is_some() && ui.add(all).clicked() {
            set_peers(spec, None, actions);
        }
    });
    if !state.is_choosing_peers {
        return;
    }
    ui.add_space(tokens(ui).space.tight);
    for name in &all {
        let is_own = spec.own_area.as_deref() == Some(*name);
        if is_own {
            continue;
        }
        let is_peer = |peers: &Vec<String>| peers.iter().any(|peer| peer == name);
        let mut ticked = spec.peers.as_ref().is_none_or(is_peer);
        if ui.add(Checkbox::new(&mut ticked, *name)).changed() {
            let is_kept = |held: &&&str| **held != *name;
            let mut peers: Vec<String> = match &spec.peers {
                Some(peers) => peers.iter().filter(|peer| peer != name).cloned().collect(),
                None => all
                    .iter()
                    .filter(is_kept)
                    .map(ToString::to_string)
                    .collect(),
            };
            if ticked {
                peers.push((*name).to_owned());
            }
            // The order of the list, whatever the order of ticking, so that the same choice is the same file.
            peers.sort_by_key(|peer| all.iter().position(|held| held == peer));
            set_peers(spec, (peers.len() < all.len()).then_some(peers), actions);
        }
    }
}

fn set_peers(spec: &DistrictsSpec, peers: Option<Vec<String>>, actions: &mut Actions) {
    actions.edit(Edit::SetDistricts(DistrictsSpec {
        peers,
        ..spec.clone()
    }));
}
