//! What stands across a cross-tab, as chips: a grouping each, two crossed, the project's own groups; and one
//! to add another.

use egui::Ui;

use crate::analysis::cohort_rule::OWN_GROUPS;
use crate::analysis::cross_tab::{CrossTabAnswer, crossed, crossing};
use crate::chart::wording::phrase;
use crate::ui::kit::{Chip, Choice};
use crate::words::say;

/// Something that can stand across.
struct Offered {
    /// By which it is asked for.
    key: String,
    /// What it is called.
    name: String,
    /// Among what it stands in the list.
    section: String,
}

/// Draws the chips; what stands across once one was used.
pub(super) fn banner_chips_ui(ui: &mut Ui, answer: &CrossTabAnswer) -> Option<Vec<String>> {
    let mut changed = None;
    for (place, key) in answer.across.iter().enumerate() {
        let mut offered = offered(answer, Some(key));
        offered.extend(crossings(answer, key));
        let out = std::iter::once(
            Choice::new(say::banner_take_out()).detail(say::banner_take_out_from()),
        );
        let list: Vec<Choice<'_>> = out.chain(offered.iter().map(choice)).collect();
        let current = offered.iter().position(|held| held.key == *key);
        let chip = Chip::new(say::chip_grouping(place + 1), name_of(answer, key), &list);
        let Some(chosen) = chip.current(current.map(|at| at + 1)).ui(ui).chosen else {
            continue;
        };
        let mut across = answer.across.clone();
        match chosen.checked_sub(1).and_then(|at| offered.get(at)) {
            None => {
                across.remove(place);
            }
            Some(chosen) => {
                if let Some(held) = across.get_mut(place) {
                    held.clone_from(&chosen.key);
                }
            }
        }
        changed = Some(across);
    }
    let others = offered(answer, None);
    if !others.is_empty() {
        let list: Vec<Choice<'_>> = others.iter().map(choice).collect();
        let chip = Chip::new(say::chip_add_grouping(), "+", &list).action();
        if let Some(chosen) = chip.ui(ui).chosen.and_then(|at| others.get(at)) {
            let mut across = answer.across.clone();
            across.push(chosen.key.clone());
            changed = Some(across);
        }
    }
    changed
}

fn choice(held: &Offered) -> Choice<'_> {
    Choice::new(&*held.name).section(&*held.section)
}

/// What is not across yet, and what is at the place that is changed.
fn offered(answer: &CrossTabAnswer, own: Option<&String>) -> Vec<Offered> {
    let is_free = |key: &String| Some(key) == own || !answer.across.contains(key);
    let columns = answer.choices.columns.iter();
    let mut offered: Vec<Offered> = columns
        .filter(|column| is_free(&column.key))
        .map(|column| Offered {
            key: column.key.clone(),
            name: column.name.clone(),
            section: String::from(if column.is_grouping {
                say::section_groups()
            } else {
                say::section_answers_to()
            }),
        })
        .collect();
    let key = String::from(OWN_GROUPS);
    if answer.has_own_groups && is_free(&key) {
        let section = say::section_groups();
        let place = offered.iter().position(|held| held.section != section);
        let own_groups = Offered {
            key,
            name: say::section_own_groups().to_owned(),
            section: section.to_owned(),
        };
        offered.insert(place.unwrap_or(offered.len()), own_groups);
    }
    offered
}

/// The grouping at a place crossed with each other one.
fn crossings(answer: &CrossTabAnswer, key: &str) -> Vec<Offered> {
    let outer = crossed(key).map_or(key, |(first, _)| first);
    let columns = &answer.choices.columns;
    let Some(first) = columns.iter().find(|column| column.key == outer) else {
        return Vec::new();
    };
    let others = columns
        .iter()
        .filter(|column| column.is_grouping && column.key != outer);
    others
        .map(|column| Offered {
            key: crossing(&first.key, &column.key),
            name: crossing(&first.name, &column.name),
            section: say::section_crossed(&first.name),
        })
        .filter(|held| held.key == key || !answer.across.contains(&held.key))
        .collect()
}

/// What something across is called.
fn name_of(answer: &CrossTabAnswer, key: &str) -> String {
    let named = |key: &str| {
        let column = answer
            .choices
            .columns
            .iter()
            .find(|column| column.key == key);
        column.map_or_else(|| key.to_owned(), |column| column.name.clone())
    };
    match crossed(key) {
        None if key == OWN_GROUPS => say::section_own_groups().to_owned(),
        Some((first, second)) => crossing(&named(first), &phrase::inside(&named(second))),
        None => named(key),
    }
}
