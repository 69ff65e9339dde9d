//! A row with something at its left end and something at its right end, drawn from left to right, so that the keyboard
//! and those who hear the screen come to it in the order in which it is read.

use std::fmt::Debug;
use std::hash::Hash;

use egui::{Align, Layout, Ui, Vec2, vec2};

/// A difference in size that cannot be seen.
const SAME: f32 = 0.5;
/// Rows that are so much higher than one are several.
const SEVERAL: f32 = 1.5;

/// Draws `start` from the left in the room that `end` leaves, and `end` at the right; what `end` gave.
///
/// How large `end` is, is known from the frame before; the first frame is drawn twice. Where there is not room enough,
/// it stands under `start`, in several rows if need be.
pub fn row_with_ends<R>(
    ui: &mut Ui,
    salt: impl Hash + Debug,
    start: impl FnOnce(&mut Ui),
    end: impl FnOnce(&mut Ui) -> R,
) -> R {
    let id = ui.make_persistent_id(("end of a row", salt));
    let held: Option<Vec2> = ui.data(|data| data.get_temp(id));
    let size = held.unwrap_or_default();
    let spacing = ui.spacing().item_spacing.x;
    let width = ui.available_width();
    let height = size.y.max(ui.spacing().interact_size.y);
    let across = Layout::left_to_right(Align::Center);
    let (given, measured) = if size.x > width + SAME {
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.horizontal(start);
            let shown = ui.horizontal_wrapped(end);
            let rect = shown.response.rect;
            // As wide as it was known to be, unless it fits one row by now.
            let is_one_row = rect.height() < SEVERAL * size.y;
            let measured = if is_one_row { rect.size() } else { size };
            (shown.inner, measured)
        })
        .inner
    } else {
        let row = vec2(width, height);
        ui.allocate_ui_with_layout(row, across, |ui| {
            let room = (width - size.x - spacing).max(0.0);
            if room > 0.0 {
                ui.allocate_ui_with_layout(vec2(room, height), across, |ui| {
                    ui.set_max_width(room);
                    ui.set_min_size(vec2(room, height));
                    start(ui);
                });
            }
            let shown = ui.scope(end);
            (shown.inner, shown.response.rect.size())
        })
        .inner
    };
    if (measured - size).abs().max_elem() > SAME {
        ui.data_mut(|data| data.insert_temp(id, measured));
        ui.ctx()
            .request_discard("the end of a row has another width");
    }
    given
}

/// Draws `end` at the right of a row of its own.
pub fn at_right<R>(ui: &mut Ui, salt: impl Hash + Debug, end: impl FnOnce(&mut Ui) -> R) -> R {
    row_with_ends(ui, salt, |_| {}, end)
}

/// How much has to be left out at the end of a bar, so that the rest has room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Squeeze {
    /// Nothing.
    Nothing,
    /// The keys beside the words.
    Keys,
    /// Whatever is in a menu, too.
    AllButTheMost,
}

impl Squeeze {
    const ALL: [Self; 3] = [Self::Nothing, Self::Keys, Self::AllButTheMost];
}

/// A bar that keeps to one row: like [`row_with_ends`], with as little left out of `end` as the room allows. `start`
/// has at least the room given.
pub fn bar_with_ends(
    ui: &mut Ui,
    salt: impl Hash + Debug,
    least_start: f32,
    start: impl FnOnce(&mut Ui),
    end: impl FnOnce(&mut Ui, Squeeze),
) {
    let id = ui.make_persistent_id(("squeezed end of a bar", salt));
    let room = ui.available_width() - least_start;
    let known = |ui: &Ui, squeeze: Squeeze| ui.data(|data| data.get_temp::<f32>(id.with(squeeze)));
    let fitting = Squeeze::ALL.into_iter().find(|squeeze| {
        // What was never drawn is tried.
        known(ui, *squeeze).is_none_or(|width| width <= room)
    });
    let squeeze = fitting.unwrap_or(Squeeze::AllButTheMost);
    let width = row_with_ends(ui, (id, squeeze), start, |ui| {
        let before = ui.cursor().left();
        end(ui, squeeze);
        ui.min_rect().right() - before
    });
    if known(ui, squeeze).is_none_or(|held| (held - width).abs() > SAME) {
        ui.data_mut(|data| data.insert_temp(id.with(squeeze), width));
        if width > room {
            ui.ctx().request_repaint();
        }
    }
}
