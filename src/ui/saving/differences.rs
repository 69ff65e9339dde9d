//! What differs between two projects, as a list with headings.

use egui::{Label, RichText, Ui};

use crate::project::differences::Differences;
use crate::ui::tokens::tokens;
use crate::words::say;

/// More lines than these are not read.
const MOST_LINES: usize = 40;

/// Draws what differs; `none` is said where nothing does.
pub fn differences_ui(ui: &mut Ui, differences: &Differences, none: &str) {
    let (secondary, space) = (tokens(ui).colours.ink_secondary, &tokens(ui).space);
    if differences.is_empty() {
        ui.label(RichText::new(none).color(secondary));
        return;
    }
    let (first, left_out) = differences.first(MOST_LINES);
    for (at, group) in first.groups.iter().enumerate() {
        if at > 0 {
            ui.add_space(space.tight);
        }
        ui.label(RichText::new(group.subject.title()).color(secondary));
        for line in &group.lines {
            ui.add(Label::new(format!("• {line}")).wrap());
        }
    }
    if left_out > 0 {
        let more = say::differences_more(left_out);
        ui.label(RichText::new(more).color(secondary));
    }
}
