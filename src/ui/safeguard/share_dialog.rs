//! What a copy to share holds and leaves out: before it is written, and of one that is open.

use egui::{Context, Id, Label, RichText, Ui};

use super::Ended;
use crate::base::typeface::Weight;
use crate::project::SharedNote;
use crate::ui::fonts::font;
use crate::ui::kit::{Button, at_right, modal, modal_fields, modal_title};
use crate::ui::tokens::tokens;
use crate::words::say;

const WIDTH: f32 = 560.0;
/// The title and the buttons of the dialog, and what keeps it from the window's edges.
const AROUND: f32 = 210.0;

/// Of which end the dialog speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharedSide {
    /// A copy that is about to be written.
    ToBeWritten,
    /// A copy that is open.
    Open,
}

/// Draws the dialog; how it ended, once it has.
pub fn share_dialog_ui(ctx: &Context, note: &SharedNote, side: SharedSide) -> Option<Ended<()>> {
    let title = match side {
        SharedSide::ToBeWritten => say::share_title(),
        SharedSide::Open => say::shared_title(),
    };
    let words = match side {
        SharedSide::ToBeWritten => say::share_about(),
        SharedSide::Open => say::shared_about(),
    };
    let id = Id::unique(("share dialog", title));
    let (ended, should_close) = modal(ctx, id, title, WIDTH, |ui| {
        modal_title(ui, title);
        modal_fields(ui, AROUND, |ui| {
            let secondary = tokens(ui).colours.ink_secondary;
            ui.add(Label::new(RichText::new(words).color(secondary)).wrap());
            lines_ui(ui, say::share_holds(), &note.holds);
            lines_ui(ui, say::share_leaves_out(), &note.leaves_out);
        });
        let mut ended = None;
        ui.add_space(tokens(ui).space.small);
        at_right(ui, "buttons", |ui| match side {
            SharedSide::ToBeWritten => {
                let cancel = ui.add(Button::secondary(say::cancel()));
                if cancel.clicked() {
                    ended = Some(Ended::Cancelled);
                }
                let save = ui.add(Button::primary(say::share_save()));
                if save.clicked() {
                    ended = Some(Ended::Done(()));
                }
                if !save.has_focus() && !cancel.has_focus() && ended.is_none() {
                    save.request_focus();
                }
            }
            SharedSide::Open => {
                let close = ui.add(Button::primary(say::close()));
                if close.clicked() {
                    ended = Some(Ended::Cancelled);
                }
                if !close.has_focus() && ended.is_none() {
                    close.request_focus();
                }
            }
        });
        ended
    });
    ended.or(should_close.then_some(Ended::Cancelled))
}

fn lines_ui(ui: &mut Ui, heading: &str, lines: &[String]) {
    let size = tokens(ui).text.body;
    ui.add_space(4.0);
    ui.label(RichText::new(heading).font(font(Weight::SemiBold, size)));
    for line in lines {
        ui.add(Label::new(format!("• {line}")).wrap());
    }
}
