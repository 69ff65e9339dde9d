//! What can be pressed is large enough and has a name; text is not cut off, whatever the size of the letters.

use std::collections::HashMap;

use egui::accesskit::Role;
use egui::{Rect, Vec2, vec2};

use super::screens::each_screen;
use super::seen::{nodes, words};
use crate::window::Window;

/// WCAG 2.2, 2.5.8.
const LEAST: f32 = 24.0;

/// What is wrong with the targets on the screen.
pub fn wrong_targets(window: &Window) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut names: HashMap<(Vec<String>, Role, String), Rect> = HashMap::new();
    for node in nodes(window) {
        // Bars are the pointer's alone: what they scroll, the keyboard scrolls.
        if !(node.takes_clicks || node.takes_focus) || node.role == Role::ScrollBar {
            continue;
        }
        if node.name.trim().is_empty() {
            wrong.push(format!("has no name: {}", node.describe()));
            continue;
        }
        let is_glyph = node
            .name
            .chars()
            .any(|c| matches!(c, '▾' | '▲' | '▼' | '◆' | '●' | '○' | '✕' | '✓' | '⋮' | '✱'));
        if is_glyph {
            wrong.push(format!("is named by a sign: {}", node.describe()));
        }
        // Names of lines stand as close as the lines; the menu in the details does the same (2.5.8, "Equivalent").
        let has_equivalent = ["Highlight ", "Amlygu: "]
            .iter()
            .any(|beginning| node.name.starts_with(beginning));
        let is_small = node.rect.width() < LEAST - 0.05 || node.rect.height() < LEAST - 0.05;
        if is_small && !has_equivalent {
            wrong.push(format!("is too small: {}", node.describe()));
        }
        let said = format!("{} {}", node.name, node.description);
        let key = (node.within.clone(), node.role, said);
        if let Some(other) = names.insert(key, node.rect)
            && node.takes_clicks
        {
            wrong.push(format!(
                "is named twice: {} and at {other:?}",
                node.describe()
            ));
        }
    }
    wrong
}

/// What is wrong with the text on the screen.
pub fn wrong_words(window: &Window) -> Vec<String> {
    let room = window.ctx.content_rect();
    let mut wrong = Vec::new();
    // What is elided in its place stands in full in the tree, and under the pointer.
    let mut in_full = String::new();
    for node in nodes(window) {
        in_full.push_str(&node.name);
        in_full.push('\n');
        in_full.push_str(&node.description);
        in_full.push('\n');
    }
    for words in words(window) {
        let (rect, clip) = (words.rect, words.clip);
        let seen = rect.intersect(clip);
        let shown = words.text.chars().take(50).collect::<String>();
        let at = format!(
            "“{shown}” at {:.0},{:.0} ({:.0} × {:.0})",
            rect.left(),
            rect.top(),
            rect.width(),
            rect.height()
        );
        if seen.is_positive()
            && (rect.left() < clip.left() - 1.5 || rect.right() > clip.right() + 1.5)
        {
            wrong.push(format!(
                "is cut off at its side by {:.0}..{:.0}: {at}",
                clip.left(),
                clip.right()
            ));
        } else if seen.is_positive()
            && (rect.right() > room.right() + 1.0 || rect.left() < room.left() - 1.0)
        {
            wrong.push(format!("is beside the window: {at}"));
        } else if clip.bottom() >= room.bottom() - 0.5
            && clip.top() <= room.top() + 0.5
            && (rect.bottom() > room.bottom() + 1.0 || rect.top() < room.top() - 1.0)
        {
            wrong.push(format!("is over or under the window: {at}"));
        }
        if words.is_elided && seen.is_positive() && !in_full.contains(&words.text) {
            wrong.push(format!("is elided: {at}"));
        }
    }
    wrong
}

fn report(size: Vec2, check: impl Fn(&Window) -> Vec<String>) -> Vec<String> {
    let mut found = Vec::new();
    each_screen(size, |name, window| {
        let is_table = name == "values dialog" || name == "tab Data";
        found.extend(
            check(window)
                .into_iter()
                // A table wider than its room scrolls sideways.
                .filter(|wrong| !(is_table && wrong.starts_with("is cut off at its side")))
                .map(|wrong| format!("{name}: {wrong}")),
        );
    });
    found.sort();
    found.dedup();
    found
}

#[test]
fn what_can_be_pressed_is_large_enough_and_has_a_name_of_its_own() {
    let wrong = report(vec2(1440.0, 900.0), wrong_targets);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn at_200_percent_nothing_is_cut_off() {
    let wrong = report(vec2(720.0, 450.0), |window| {
        [wrong_targets(window), wrong_words(window)].concat()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn at_300_percent_nothing_is_cut_off() {
    let wrong = report(vec2(640.0, 360.0), |window| {
        [wrong_targets(window), wrong_words(window)].concat()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn in_a_small_window_nothing_is_cut_off() {
    let wrong = report(vec2(1280.0, 720.0), wrong_words);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
