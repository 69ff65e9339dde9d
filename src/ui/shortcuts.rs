//! The list of shortcuts: every key and what it does, from the commands and from the tables of keys that the screens
//! themselves ask. It stands in a dialog by itself, and can stand on any page.

use egui::accesskit::Role;
use egui::text::TextFormat;
use egui::{Context, Id, Key, Modifiers, RichText, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::command::Command;
use super::explore::chart_key_lines;
use super::fonts::font;
use super::import::{FINISH_KEYS, GRID_KEYS};
use super::kit::{
    Button, KeyLine, KeyRow, KeyTable, LIST_KEYS, ListKey, MENU_KEYS, PANE_KEYS, SearchField,
    SectionHeading, at_right, modal, modal_title, text,
};
use super::present::SHOW_KEYS;
use super::story::SLIDE_KEYS;
use super::tokens::tokens;
use crate::base::text::fold;
use crate::base::typeface::Weight;
use crate::words::say;

const WIDTH: f32 = 620.0;
/// The title and the button of the dialog, and what keeps it from the window's edges.
const AROUND: f32 = 210.0;
/// The width of the keys.
const KEYS: f32 = 190.0;
/// How far an arrow scrolls.
const STEP: f32 = 40.0;

/// The keys that do the same on every screen of every program.
const ALWAYS: KeyTable<()> = {
    const NONE: Modifiers = Modifiers::NONE;
    KeyTable {
        place: say::keys_everywhere,
        rows: &[
            KeyRow {
                keys: &[(NONE, Key::Tab)],
                does: (),
                words: Some(say::key_next),
            },
            KeyRow {
                keys: &[(Modifiers::SHIFT, Key::Tab)],
                does: (),
                words: Some(say::key_before),
            },
            KeyRow {
                keys: &[(NONE, Key::Enter), (NONE, Key::Space)],
                does: (),
                words: Some(say::key_press),
            },
            KeyRow {
                keys: &[(NONE, Key::Escape)],
                does: (),
                words: Some(say::key_close),
            },
        ],
    }
};

/// What is typed to find among the shortcuts.
#[derive(Clone, Debug, Default)]
pub struct ShortcutsState {
    query: String,
    has_begun: bool,
}

/// Every shortcut, by the place where it does something.
pub fn lines(ctx: &Context) -> Vec<KeyLine> {
    let commands = Command::ALL.into_iter().filter_map(|command| {
        let keys = command.shortcut_text(ctx);
        (!keys.is_empty()).then(|| KeyLine {
            place: say::palette_commands().to_owned(),
            keys,
            words: command.text().trim_end_matches('…').to_owned(),
        })
    });
    [
        ALWAYS.lines(ctx),
        PANE_KEYS.lines(ctx),
        MENU_KEYS.lines(ctx),
        commands.collect(),
        LIST_KEYS.lines(ctx),
        chart_key_lines(ctx),
        GRID_KEYS.lines(ctx),
        FINISH_KEYS.lines(ctx),
        SLIDE_KEYS.lines(ctx),
        SHOW_KEYS.lines(ctx),
    ]
    .concat()
}

/// Draws the list with a field to find in it, `height` points high at the most.
pub fn shortcuts_ui(ui: &mut Ui, height: f32, state: &mut ShortcutsState) {
    let field = SearchField::new(Id::unique("find a shortcut"), say::shortcuts_find());
    let field = field.transient().ui(ui, &mut state.query);
    if !state.has_begun {
        state.has_begun = true;
        field.request_focus();
    }
    let wanted = fold(&state.query);
    let wanted: Vec<&str> = wanted.split_ascii_whitespace().collect();
    let lines = lines(ui.ctx());
    let fitting: Vec<&KeyLine> = lines
        .iter()
        .filter(|line| {
            let words = fold(&format!("{} {} {}", line.place, line.keys, line.words));
            wanted.iter().all(|word| words.contains(word))
        })
        .collect();
    let by = match LIST_KEYS.pressed(ui) {
        Some(ListKey::Next) => -STEP,
        Some(ListKey::Before) => STEP,
        Some(ListKey::PageDown) => -height,
        Some(ListKey::PageUp) => height,
        Some(ListKey::First) => f32::MAX,
        Some(ListKey::Last) => f32::MIN,
        None => 0.0,
    };
    ScrollArea::vertical()
        .id_salt("shortcuts")
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if by != 0.0 {
                ui.scroll_with_delta(vec2(0.0, by));
            }
            lines_ui(ui, &fitting);
            if fitting.is_empty() {
                let secondary = tokens(ui).colours.ink_secondary;
                ui.add_space(tokens(ui).space.small);
                ui.label(RichText::new(say::shortcuts_none()).color(secondary));
            }
        });
}

/// Draws lines under the headings of their places.
pub fn lines_ui(ui: &mut Ui, lines: &[&KeyLine]) {
    let mut place = "";
    for line in lines {
        if line.place != place {
            place = &line.place;
            ui.add(SectionHeading::new(place));
        }
        line_ui(ui, line);
    }
}

fn line_ui(ui: &mut Ui, line: &KeyLine) {
    let tokens = tokens(ui);
    let colours = &tokens.colours;
    let width = ui.available_width();
    let keys_width = KEYS.min(0.4 * width);
    let format = |weight, colour| TextFormat::simple(font(weight, tokens.text.body), colour);
    let keys = format(Weight::SemiBold, colours.ink);
    let keys = text::rows(ui, &line.keys, keys, keys_width - 12.0, 4);
    let words = format(Weight::Regular, colours.ink_secondary);
    let words = text::rows(ui, &line.words, words, width - keys_width, 4);
    let height = keys.size().y.max(words.size().y) + 8.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Label, true, format!("{}: {}", line.keys, line.words))
    });
    let top = rect.top() + 4.0;
    let painter = ui.painter();
    painter.galley(pos2(rect.left(), top), keys, colours.ink);
    let at = pos2(rect.left() + keys_width, top);
    painter.galley(at, words, colours.ink_secondary);
}

/// Draws the dialog while it is open.
pub fn shortcuts_dialog_ui(ctx: &Context, held: &mut Option<ShortcutsState>) {
    let Some(mut state) = held.take() else {
        return;
    };
    let title = say::shortcuts_title();
    let id = Id::unique("shortcuts dialog");
    let (is_closed, should_close) = modal(ctx, id, title, WIDTH, |ui| {
        modal_title(ui, title);
        let height = (ctx.content_rect().height() - AROUND).max(120.0);
        shortcuts_ui(ui, height, &mut state);
        ui.add_space(tokens(ui).space.medium);
        at_right(ui, "close", |ui| {
            ui.add(Button::primary(say::close())).clicked()
        })
    });
    if !is_closed && !should_close {
        *held = Some(state);
    }
}
