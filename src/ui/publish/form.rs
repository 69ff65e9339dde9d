//! What the dialogs are made of: lines with a word that is a menu, and the buttons at the end.

use egui::{RichText, Ui, vec2};

use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::kit::{Button, Card, Chip, Choice, Tone, at_right, text};
use crate::ui::tokens::tokens;
use crate::words::say;

/// The width of what stands before a word that is a menu.
const CAPTION: f32 = 84.0;

/// What became of a dialog in this frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It stays.
    No,
    /// Go on.
    Done,
    /// One step back.
    Back,
    /// Not now.
    Left,
}

/// A line: what it is of, and a word that is a menu. The choice that was made.
pub(super) fn line_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    caption: &str,
    all: &[(T, &str)],
    held: T,
) -> Option<T> {
    let choices: Vec<Choice<'_>> = all.iter().map(|(_, words)| Choice::new(*words)).collect();
    let current = all.iter().position(|(value, _)| *value == held);
    let chosen = ui
        .horizontal(|ui| {
            let secondary = tokens(ui).colours.ink_secondary;
            let regular = font(Weight::Regular, tokens(ui).text.body);
            let words = text::line(ui, caption, regular, secondary);
            let size = vec2(CAPTION, tokens(ui).size.chip);
            let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
            text::paint_from(ui.painter(), rect.left_center(), words);
            let current = current.unwrap_or_default();
            Chip::of(caption, &choices, current).small().ui(ui).chosen
        })
        .inner;
    let value = chosen.and_then(|at| all.get(at)).map(|(value, _)| *value);
    value.filter(|value| *value != held)
}

/// Words in grey.
pub(super) fn aside_ui(ui: &mut Ui, words: impl Into<String>) {
    let secondary = tokens(ui).colours.ink_secondary;
    ui.label(RichText::new(words).color(secondary));
}

/// A card about a slide; its number in bold, then its words, the last of them in grey.
pub(super) fn slide_card_ui(ui: &mut Ui, number: usize, tone: Tone, words: &str, more: &[String]) {
    Card::new().edge(tone).show(ui, |ui| {
        ui.label(RichText::new(say::slide_number(number)).strong());
        ui.label(words);
        let small = tokens(ui).text.small;
        let secondary = tokens(ui).colours.ink_secondary;
        for line in more {
            ui.label(RichText::new(line).size(small).color(secondary));
        }
    });
}

/// The buttons at the end: going on, with the keyboard on it, a way back where there is one, and leaving.
pub(super) fn end_ui(ui: &mut Ui, primary: &str, back: Option<&str>) -> Ended {
    let mut ended = Ended::No;
    ui.add_space(tokens(ui).space.large);
    at_right(ui, "buttons", |ui| {
        if let Some(words) = back
            && ui.add(Button::secondary(words)).clicked()
        {
            ended = Ended::Back;
        }
        if ui.add(Button::secondary(say::cancel())).clicked() {
            ended = Ended::Left;
        }
        let done = ui.add(Button::primary(primary));
        if done.clicked() {
            ended = Ended::Done;
        }
        // Enter goes on from the beginning.
        if ui.memory(|memory| memory.focused().is_none()) {
            done.request_focus();
        }
    });
    ended
}
