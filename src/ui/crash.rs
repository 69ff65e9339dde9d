//! Shows the report of a crash: what is in it, and what can be done with it. Nothing is sent.

use egui::{Context, CornerRadius, Frame, Id, Label, Margin, RichText, ScrollArea, Stroke, Ui};

use super::kit::{Button, at_right, modal, modal_title};
use super::tokens::tokens;
use crate::words::say;

const WIDTH: f32 = 640.0;
/// The height of the report's text, in points; less where the window is lower.
const HEIGHT: f32 = 320.0;
/// The title, the words above the text and the buttons, and what keeps the dialog from the window's edges.
const AROUND: f32 = 324.0;

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
        report_ui(ui, report, most);
        ui.add_space(tokens(ui).space.large);
        buttons_ui(ui)
    });
    answer.or(should_close.then_some(CrashAnswer::Close))
}

/// The text, on a sheet of its own.
fn report_ui(ui: &mut Ui, report: &str, height: f32) {
    let tokens = tokens(ui);
    let frame = Frame::new()
        .fill(tokens.colours.ground)
        .stroke(Stroke::new(1.0, tokens.colours.rule))
        .corner_radius(CornerRadius::from(tokens.radius.control))
        .inner_margin(Margin::same(12));
    frame.show(ui, |ui| {
        ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, false])
            .show(ui, |ui| {
                let text = RichText::new(report).size(tokens.text.small);
                ui.add(Label::new(text).wrap().selectable(true));
            });
    });
}

fn buttons_ui(ui: &mut Ui) -> Option<CrashAnswer> {
    let mut answer = None;
    at_right(ui, "buttons", |ui| {
        let mut is_focused = false;
        for (words, means) in [
            (say::delete(), CrashAnswer::Delete),
            (say::folder_show(), CrashAnswer::OpenFolder),
            (say::copy(), CrashAnswer::Copy),
        ] {
            let button = ui.add(Button::secondary(words));
            is_focused |= button.has_focus();
            if button.clicked() {
                answer = Some(means);
            }
        }
        let close = ui.add(Button::primary(say::close()));
        is_focused |= close.has_focus();
        if close.clicked() {
            answer = Some(CrashAnswer::Close);
        }
        if !is_focused && answer.is_none() {
            close.request_focus();
        }
    });
    answer
}
