//! Shows the report of a crash: what is in it, and what can be done with it. Nothing is sent.

use egui::{Align, Context, Id, Label, Layout, RichText, ScrollArea, Ui};

use super::kit::{Button, modal, modal_title};
use super::tokens::tokens;
use crate::words::say;

const WIDTH: f32 = 640.0;
/// The height of the report's text, in points; less where the window is lower.
const HEIGHT: f32 = 320.0;
/// The title, the words above the text and the buttons, and what keeps the dialog from the window's edges.
const AROUND: f32 = 300.0;

/// What is done with a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrashAnswer {
    /// Put it on the clipboard.
    Copy,
    /// Show it in its folder.
    OpenFolder,
    /// Delete it.
    Delete,
    /// Leave it where it is.
    Close,
}

/// Shows a report; what is to be done with it, once that is said. Esc closes.
pub fn crash_ui(ctx: &Context, report: &str) -> Option<CrashAnswer> {
    let title = say::crash_title();
    let (answer, should_close) = modal(ctx, Id::unique("crash report"), title, WIDTH, |ui| {
        modal_title(ui, title);
        let secondary = tokens(ui).colours.ink_secondary;
        let words = say::crash_about();
        ui.add(Label::new(RichText::new(words).color(secondary)).wrap());
        ui.add_space(tokens(ui).space.small);
        let most = (ui.ctx().content_rect().height() - AROUND).clamp(120.0, HEIGHT);
        ScrollArea::both()
            .max_height(most)
            .min_scrolled_height(most)
            .auto_shrink([false, false])
            .show(ui, |ui| {
                let text = RichText::new(report).size(tokens(ui).text.small);
                ui.add(Label::new(text).extend().selectable(true));
            });
        ui.add_space(tokens(ui).space.large);
        buttons_ui(ui)
    });
    answer.or(should_close.then_some(CrashAnswer::Close))
}

fn buttons_ui(ui: &mut Ui) -> Option<CrashAnswer> {
    let mut answer = None;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let close = ui.add(Button::primary(say::close()));
        let mut is_focused = close.has_focus();
        if close.clicked() {
            answer = Some(CrashAnswer::Close);
        }
        for (words, means) in [
            (say::copy(), CrashAnswer::Copy),
            (say::crash_folder(), CrashAnswer::OpenFolder),
            (say::delete(), CrashAnswer::Delete),
        ] {
            let button = ui.add(Button::secondary(words));
            is_focused |= button.has_focus();
            if button.clicked() {
                answer = Some(means);
            }
        }
        if !is_focused && answer.is_none() {
            close.request_focus();
        }
    });
    answer
}
