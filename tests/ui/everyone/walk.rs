//! Every screen by keyboard alone: Tab comes to everything that can be used, in the order in which it is read, with a
//! ring round it, and back to where it began.

use egui::accesskit::{NodeId, Role};
use egui::{Key, Modifiers, vec2};

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
    is_row || node.name == "Empty the field"
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
    let mut way: Vec<Seen> = Vec::new();
    let mut visited: Vec<NodeId> = Vec::new();
    for _ in 0..MOST {
        tab(window, Modifiers::NONE);
        let Some(seen) = focused(window) else {
            // Past the last: once more from the first.
            if way.is_empty() {
                wrong.push(String::from("Tab comes to nothing"));
            }
            break;
        };
        if visited.contains(&seen.id) {
            break;
        }
        visited.push(seen.id);
        if !rings(window)
            .iter()
            .any(|ring| ring.expand(12.0).intersects(seen.rect))
        {
            wrong.push(format!("has no ring: {}", seen.describe()));
        }
        let window_rect = window.ctx.content_rect();
        if !window_rect.contains(seen.rect.center()) && seen.rect.height() < window_rect.height() {
            wrong.push(format!("is out of the window: {}", seen.describe()));
        }
        way.push(seen);
    }
    if way.len() >= MOST {
        wrong.push(String::from("the way has no end"));
    }
    for node in nodes(window) {
        let is_usable = node.is_interactive() && !is_come_to_otherwise(&node);
        if is_usable && !visited.contains(&node.id) && is_before_all(window, &node) {
            wrong.push(format!("is not come to: {}", node.describe()));
        }
    }
    for pair in way.windows(2) {
        let [one, next] = pair else { continue };
        let is_same_pane = one.within == next.within;
        let is_back = next.rect.bottom() <= one.rect.top() + 1.0
            || (next.rect.right() <= one.rect.left() + 1.0
                && next.rect.top() < one.rect.bottom() - 1.0
                && next.rect.bottom() > one.rect.top() + 1.0);
        if is_same_pane && is_back {
            wrong.push(format!(
                "goes back from {} to {}",
                one.describe(),
                next.describe()
            ));
        }
    }
    wrong
}

/// Whether nothing modal lies over it.
fn is_before_all(window: &Window, node: &Seen) -> bool {
    let is_modal = window.ctx.memory(egui::Memory::top_modal_layer).is_some();
    !is_modal
        || nodes(window)
            .iter()
            .any(|dialog| dialog.role == Role::Dialog && node.within.contains(&dialog.name))
}

#[test]
fn tab_comes_to_everything_in_order_and_is_seen() {
    let mut wrong = Vec::new();
    each_screen(vec2(1440.0, 900.0), |name, window| {
        if name.starts_with("present") {
            return;
        }
        wrong.extend(
            walk(window)
                .into_iter()
                .map(|wrong| format!("{name}: {wrong}")),
        );
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn tab_comes_to_everything_at_200_percent() {
    let mut wrong = Vec::new();
    each_screen(vec2(720.0, 450.0), |name, window| {
        if name.starts_with("present") {
            return;
        }
        wrong.extend(
            walk(window)
                .into_iter()
                .map(|wrong| format!("{name}: {wrong}")),
        );
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
