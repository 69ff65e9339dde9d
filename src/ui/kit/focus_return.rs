//! Where the keyboard was before a dialog or a menu opened, so that it goes back there when that closes, and what has
//! the keyboard, so that it is scrolled into view.

use egui::accesskit::{Action, ActionRequest, TreeId};
use egui::{Context, Event, Id, Ui};

/// For so many frames something counts as the last that was open: a dialog that a menu opens comes after it.
const RECENT: u64 = 4;
/// What is higher than this is not scrolled into view as a whole, as long as so much of it can be seen.
const ENOUGH: f32 = 120.0;
/// What is scrolled into view around it, for the ring.
const MORE: f32 = 6.0;

/// A dialog that is open, or was in the last frame.
#[derive(Clone, Copy, Debug)]
struct Open {
    id: Id,
    /// The pass in which it was drawn last.
    pass: u64,
    /// What had the keyboard before.
    back: Option<Id>,
    /// What had opened the menu from which it came.
    opener: Option<Id>,
}

#[derive(Clone, Debug, Default)]
struct Held {
    open: Vec<Open>,
    /// What opened the last menu, and the pass in which it was open last.
    menu: Option<(Id, u64)>,
    /// What had the keyboard in the last frame.
    focused: Option<Id>,
}

fn with<R>(ctx: &Context, change: impl FnOnce(&mut Held) -> R) -> R {
    let id = Id::unique("where the keyboard goes back to");
    ctx.data_mut(|data| change(data.get_temp_mut_or_default(id)))
}

/// Notes that the menu of `opener` is open.
pub(super) fn note_menu(ctx: &Context, opener: Id) {
    let pass = ctx.cumulative_pass_nr();
    with(ctx, |held| held.menu = Some((opener, pass)));
}

/// Notes that a dialog is drawn in this frame; to be called before anything in it asks for the keyboard.
pub(super) fn note_dialog(ctx: &Context, id: Id) {
    let pass = ctx.cumulative_pass_nr();
    let focused = ctx.memory(egui::Memory::focused);
    with(ctx, |held| {
        if let Some(open) = held.open.iter_mut().find(|open| open.id == id) {
            open.pass = pass;
            return;
        }
        let menu = held.menu.filter(|(_, last)| pass - last <= RECENT);
        // A dialog that follows another gives the keyboard back to where the first had it from.
        let before = held.open.last().copied();
        let back = before.map_or(focused.or(held.focused), |open| open.back);
        let opener = before.map_or(menu.map(|(opener, _)| opener), |open| open.opener);
        held.open.push(Open {
            id,
            pass,
            back,
            opener,
        });
    });
}

/// Gives the keyboard back where a dialog was closed; to be called once a frame, after everything was drawn.
pub fn give_back(ctx: &Context) {
    let pass = ctx.cumulative_pass_nr();
    let focused = ctx.memory(egui::Memory::focused);
    let closed = with(ctx, |held| {
        let (open, closed): (Vec<Open>, Vec<Open>) =
            held.open.iter().partition(|open| open.pass == pass);
        let is_last = open.is_empty();
        held.open = open;
        held.focused = focused.or(held.focused);
        closed.first().copied().filter(|_| is_last)
    });
    let Some(closed) = closed else { return };
    // Drawn in this pass: the field of a dialog that was closed has the keyboard until the end of it.
    let is_there = |id: &Id| {
        let drawn = ctx.viewport(|viewport| viewport.this_pass.widgets.get(*id).copied());
        drawn.is_some_and(|held| held.enabled && held.sense.is_focusable())
    };
    let has_keyboard = focused.as_ref().is_some_and(is_there);
    let back = [closed.back, closed.opener].into_iter().flatten();
    if let Some(back) = back.into_iter().find(is_there)
        && !has_keyboard
    {
        ctx.memory_mut(|memory| memory.request_focus(back));
    }
}

/// Scrolls what the keyboard has come to into view; to be called once a frame, before anything is drawn.
pub fn reveal(ctx: &Context) {
    let Some(id) = ctx.memory(egui::Memory::focused) else {
        return;
    };
    let is_new = ctx.data_mut(|data| {
        let shown = data.get_temp_mut_or_default::<Option<Id>>(Id::unique("revealed by keyboard"));
        shown.replace(id) != Some(id)
    });
    let Some(response) = ctx.read_response(id).filter(|_| is_new) else {
        return;
    };
    let (whole, seen) = (response.rect, response.interact_rect);
    let is_seen = seen.height() >= whole.height().min(ENOUGH) - 1.0
        && seen.width() >= whole.width().min(ENOUGH) - 1.0;
    let pass = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| data.insert_temp(revealing(), (id, pass)));
    if !is_seen {
        let request = ActionRequest {
            action: Action::ScrollIntoView,
            target_tree: TreeId::ROOT,
            target_node: id.accesskit_id(),
            data: None,
        };
        ctx.input_mut(|input| input.events.push(Event::AccessKitActionRequest(request)));
    }
}

fn revealing() -> Id {
    Id::unique("being revealed")
}

/// Scrolls what the keyboard has just come to into view, from within what scrolls as a whole around other things that
/// scroll: these see to themselves alone. To be called after everything in it was drawn.
pub(super) fn reveal_within(ui: &Ui) {
    let ctx = ui.ctx();
    let held: Option<(Id, u64)> = ctx.data(|data| data.get_temp(revealing()));
    let Some((id, since)) = held else { return };
    if ctx.cumulative_pass_nr().saturating_sub(since) > RECENT {
        return;
    }
    let Some(response) = ctx.read_response(id) else {
        return;
    };
    let (rect, seen) = (response.rect, ui.clip_rect());
    let is_here = ui.min_rect().expand(1.0).contains(rect.center());
    if is_here && (rect.top() < seen.top() || rect.bottom() > seen.bottom()) {
        ui.scroll_to_rect(rect.expand(MORE), None);
    }
}
