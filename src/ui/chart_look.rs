//! In which look charts are drawn in the window: as light or dark as the window, or, for as long as
//! somebody wants to see it, as an agenda pack prints them.

use egui::{Context, Id, Rect, Ui};

use super::scene_painter::colour;
use crate::chart::{Rgba, ThemeKind};

/// How much the corners of the paper are rounded, as those of cards are.
const CORNERS: f32 = 8.0;

fn held() -> Id {
    Id::unique("charts in black and white")
}

/// Whether charts are shown in black and white.
pub fn is_black_and_white(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(held())) == Some(true)
}

/// Shows charts in black and white, or in colour again; whether they are in black and white now.
pub fn toggle_black_and_white(ctx: &Context) -> bool {
    let is_wanted = !is_black_and_white(ctx);
    ctx.data_mut(|data| data.insert_temp(held(), is_wanted));
    is_wanted
}

/// The look of charts in the window.
pub fn chart_look(ui: &Ui) -> ThemeKind {
    if is_black_and_white(ui.ctx()) {
        ThemeKind::Print
    } else if ui.visuals().dark_mode {
        ThemeKind::Dark
    } else {
        ThemeKind::Light
    }
}

/// The paper behind a chart that is shown as it is printed; other charts stand on their card.
pub fn paper(ui: &Ui, rect: Rect, look: ThemeKind, ground: Rgba) {
    if look == ThemeKind::Print {
        ui.painter().rect_filled(rect, CORNERS, colour(ground));
    }
}
