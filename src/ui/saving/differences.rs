//! What differs between two projects, as a list with headings.

use egui::{RichText, Ui};

use crate::project::differences::Differences;
use crate::ui::kit::SectionHeading;
use crate::ui::tokens::tokens;
use crate::words::say;

/// More lines than these are not read.
const MOST_LINES: usize = 40;

/// Draws what differs; `none` is said where nothing does.
pub(super) fn differences_ui(ui: &mut Ui, differences: &Differences, none: &str) {
    let secondary = tokens(ui).colours.ink_secondary;
    if differences.is_empty() {
        ui.label(RichText::new(none).color(secondary));
        return;
    }
    let (first, left_out) = differences.first(MOST_LINES);
    for group in &first.groups {
        ui.add(SectionHeading::new(group.subject.title()));
        for line in &group.lines {
            ui.label(line);
        }
    }
    if left_out > 0 {
        ui.label(RichText::new(say::differences_more(left_out)).color(secondary));
    }
}
