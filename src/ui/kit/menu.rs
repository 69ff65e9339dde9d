//! A menu that opens below something: worked with the pointer, or with the arrows, Enter and Esc.

use egui::containers::menu::menu_style;
use egui::{
    Align, Id, Key, Layout, Modifiers, Popup, PopupKind, Pos2, Response, RichText, ScrollArea,
    SetOpenCommand, Ui, Vec2, vec2,
};

use super::{Button, KeyRow, KeyTable, focus_return};
use crate::ui::tokens::tokens;
use crate::words::say;

/// What keeps a menu that scrolls from the edges of the window and from what opened it, and its least height.
const AROUND: f32 = 84.0;
const LEAST: f32 = 120.0;
/// Where the keys open a menu, from the corner of what it is about.
const ASIDE: Vec2 = vec2(24.0, 48.0);

/// Shows the menu of `opener`, which opens with a click on it.
pub fn menu(opener: &Response, name: &str, width: f32, content: impl FnOnce(&mut Ui)) {
    show(Popup::menu(opener), Some(opener.id), name, width, content);
}

/// The keys that open the menu of what has the keyboard.
pub const MENU_KEYS: KeyTable<()> = KeyTable {
    place: say::keys_everywhere,
    rows: &[KeyRow {
        keys: &[(Modifiers::SHIFT, Key::F10), (Modifiers::NONE, Key::Menu)],
        does: (),
        words: Some(say::key_menu),
    }],
};

/// The same where the pointer's other button is pressed on `row`, or the keys of menus while it has the keyboard.
pub fn context_menu(row: &Response, name: &str, width: f32, content: impl FnOnce(&mut Ui)) {
    let ctx = &row.ctx;
    let by_keys = row.id.with("menu opened by keys");
    let is_pressed = row.has_focus() && MENU_KEYS.pressed_in(ctx, |()| true).is_some();
    if is_pressed || row.secondary_clicked() {
        ctx.data_mut(|data| data.insert_temp(by_keys, is_pressed));
    }
    let mut popup = Popup::context_menu(row);
    if ctx.data(|data| data.get_temp(by_keys)) == Some(true) {
        // In view, however much of what it is about there is.
        let seen = row.interact_rect;
        let at = seen.left_bottom().min(seen.left_top() + ASIDE);
        popup = popup.at_position(at + vec2(ASIDE.x, 0.0));
        if is_pressed {
            popup = popup.open_memory(Some(SetOpenCommand::Bool(true)));
        }
    }
    show(popup, Some(row.id), name, width, content);
}

/// The same at a place: it opens in the frame in which that is given, and the keyboard goes back to where it
/// was.
pub fn menu_at(
    ui: &Ui,
    id: Id,
    open_at: Option<Pos2>,
    name: &str,
    width: f32,
    content: impl FnOnce(&mut Ui),
) {
    let held = id.with("place and keyboard");
    if let Some(at) = open_at {
        let focused = ui.memory(egui::Memory::focused);
        ui.data_mut(|data| data.insert_temp(held, (at, focused)));
    }
    let Some((at, back)) = ui.data(|data| data.get_temp::<(Pos2, Option<Id>)>(held)) else {
        return;
    };
    let popup = Popup::new(id, ui.ctx().clone(), at, ui.layer_id())
        .layout(Layout::top_down_justified(Align::Min))
        .style(menu_style)
        .gap(0.0)
        .open_memory(open_at.map(|_| SetOpenCommand::Bool(true)));
    show(popup, back, name, width, content);
}

/// Shows it; `back` has the keyboard once it is closed.
fn show(popup: Popup<'_>, back: Option<Id>, name: &str, width: f32, content: impl FnOnce(&mut Ui)) {
    let id = popup.get_id();
    let ctx = popup.ctx().clone();
    let was_open = ctx.data(|data| data.get_temp(id.with("was open"))) == Some(true);
    let is_open = popup.is_open();
    if is_open != was_open {
        ctx.data_mut(|data| data.insert_temp(id.with("was open"), is_open));
        if is_open {
            ctx.data_mut(|data| data.insert_temp(first_item(), true));
        } else if let Some(back) = back
            && ctx.memory(|memory| memory.focused().is_none())
        {
            ctx.memory_mut(|memory| memory.request_focus(back));
        }
    }
    if let Some(back) = back
        && is_open
    {
        focus_return::note_menu(&ctx, back);
    }
    popup
        .kind(PopupKind::Menu)
        .width(width)
        .accessible_name(name)
        .show(|ui| {
            ui.set_width(width);
            let most = (ui.ctx().content_rect().height() - AROUND).max(LEAST);
            ScrollArea::vertical()
                .max_height(most)
                // Else it would never be higher than at first.
                .min_scrolled_height(most)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
                    content(ui);
                });
        });
}

/// Set while a menu that has just opened waits for its first item.
fn first_item() -> Id {
    Id::unique("first item of a menu")
}

/// One thing to do; whether it was chosen, which closes the menu. The first has the keyboard at once.
pub fn menu_item(ui: &mut Ui, button: Button<'_>) -> Response {
    let response = ui.add(button.full_width().left_aligned().small());
    let is_first = ui.data_mut(|data| data.remove_temp::<bool>(first_item())) == Some(true);
    if is_first {
        response.request_focus();
    }
    if response.clicked() {
        ui.close();
    }
    response
}

/// Small grey words over the items that follow.
pub fn menu_heading(ui: &mut Ui, words: &str) {
    let tokens = tokens(ui);
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        ui.label(
            RichText::new(words)
                .size(tokens.text.fine)
                .color(tokens.colours.ink_secondary),
        );
    });
}
