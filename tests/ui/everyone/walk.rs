//! Every screen by keyboard alone: Tab comes to everything that can be used, in the order in which it is read, with a
//! ring round it, and back to where it began.

use egui::accesskit::{NodeId, Role};
use egui::{Key, Modifiers, Vec2, vec2};

use super::screens::each_screen;
use super::seen::{Seen, focused, nodes, rings};
use crate::window::Window;

/// No screen has more that Tab comes to.
const MOST: usize = 400;

fn tab(window: &mut Window, modifiers: Modifiers) {
    window.key_press_modifiers(modifiers, Key::Tab);
    window.run_steps(4);
}

/// What takes clicks and not the keyboard itself, but is come to in another way.
fn is_come_to_otherwise(node: &Seen) -> bool {
    // Rows of lists and tables, of which Tab comes to one and the arrows to the others.
    let is_row = matches!(node.role, Role::ListBoxOption | Role::Row | Role::Cell);
    // Esc empties a field.
    is_row || node.name == "Empty the field" || node.role == Role::ScrollBar
}

/// Walks a screen with Tab; what is wrong with the way.
fn walk(window: &mut Window) -> Vec<String> {
    let mut wrong = Vec::new();
    let ctx = window.ctx.clone();
    // From the beginning, where nothing holds the keyboard; a dialog holds it.
    if let Some(id) = ctx.memory(egui::Memory::focused)
        && ctx.memory(egui::Memory::top_modal_layer).is_none()
    {
        ctx.memory_mut(|memory| memory.surrender_focus(id));
        window.run_steps(2);
    }
    let is_modal = ctx.memory(egui::Memory::top_modal_layer).is_some();
    // A dialog begins with what is most likely wanted, so that the way goes once back to its beginning.
    let mut may_go_back = is_modal;
    let mut visited: Vec<NodeId> = Vec::new();
    let mut last: Option<Seen> = None;
    loop {
        let before = nodes(window);
        tab(window, Modifiers::NONE);
        let Some(seen) = focused(window) else {
            // Past the last: once more from the first.
            if visited.is_empty() {
                wrong.push(String::from("Tab comes to nothing"));
            }
            break;
        };
        if visited.contains(&seen.id) {
            break;
        }
        visited.push(seen.id);
        if visited.len() >= MOST {
            wrong.push(String::from("the way has no end"));
            break;
        }
        let is_ringed = |ring: &egui::Rect| ring.expand(12.0).intersects(seen.rect);
        if !rings(window).iter().any(is_ringed) {
            wrong.push(format!("has no ring: {}", seen.describe()));
        }
        if !window.ctx.content_rect().intersects(seen.rect) {
            wrong.push(format!("is out of the window: {}", seen.describe()));
        }
        // Both in their places: what is scrolled into view stood elsewhere before, behind other things.
        let is_there = |node: &&Seen| node.id == seen.id && node.rect == seen.rect;
        let place = before.iter().find(is_there);
        if let (Some(one), Some(next)) = (&last, place)
            && one.within == next.within
            && is_back(one, next)
        {
            if may_go_back {
                may_go_back = false;
            } else {
                wrong.push(format!(
                    "goes back from {} to {}",
                    one.describe(),
                    next.describe()
                ));
            }
        }
        last = Some(seen);
    }
    for node in nodes(window) {
        let is_usable = node.is_interactive() && !is_come_to_otherwise(&node);
        if is_usable && !visited.contains(&node.id) && is_before_all(window, &node) {
            wrong.push(format!("is not come to: {}", node.describe()));
        }
    }
    wrong
}

/// Whether one goes up, other than to the next column, or to the left in the same row.
fn is_back(one: &Seen, next: &Seen) -> bool {
    let (one, next) = (one.rect, next.rect);
    let is_up = next.bottom() <= one.top() + 1.0 && next.left() < one.right();
    let is_in_row = next.top() < one.bottom() - 1.0 && next.bottom() > one.top() + 1.0;
    is_up || (is_in_row && next.right() <= one.left() + 1.0)
}

/// Whether nothing modal lies over it.
fn is_before_all(window: &Window, node: &Seen) -> bool {
    let is_modal = window.ctx.memory(egui::Memory::top_modal_layer).is_some();
    !is_modal
        || nodes(window)
            .iter()
            .any(|dialog| dialog.role == Role::Dialog && node.within.contains(&dialog.name))
}

/// What is wrong with the way of Tab through each screen of a window of a size.
fn wrong_of_screens(size: Vec2) -> Vec<String> {
    let mut wrong = Vec::new();
    each_screen(size, |name, window| {
        // A show and a menu have keys of their own.
        if ["present", "menu", "list of a word"].contains(&name) {
            return;
        }
        let found = walk(window).into_iter();
        wrong.extend(found.map(|wrong| format!("{name}: {wrong}")));
    });
    wrong
}

#[test]
fn tab_comes_to_everything_in_order_and_is_seen() {
    let wrong = wrong_of_screens(vec2(1440.0, 900.0));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn tab_comes_to_everything_at_200_percent() {
    let wrong = wrong_of_screens(vec2(720.0, 450.0));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
