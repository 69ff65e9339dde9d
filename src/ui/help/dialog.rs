//! The guide over whatever is on the screen: its contents at the left, a page at the right, a field to find in it.

use egui::{Align, Context, Id, Key, Layout, Modifiers, RichText, ScrollArea, Ui, vec2};

use super::guide::{Address, Page, SHORTCUTS, pages};
use super::page::page_ui;
use super::pictures::Pictures;
use super::terms::terms;
use crate::base::text::fold;
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::kit::{
    Button, KeyLine, LIST_KEYS, ListKey, ListRow, SearchField, SectionHeading, at_right, modal,
    row_with_ends,
};
use crate::ui::shortcuts;
use crate::ui::tokens::tokens;
use crate::words::say;

const WIDTH: f32 = 1060.0;
/// The width of the contents.
const CONTENTS: f32 = 250.0;
/// Where there is less room than this, contents and page are shown one at a time.
const NARROW: f32 = 640.0;
/// What stands over and under the page, and keeps the dialog from the window's edges.
const AROUND: f32 = 190.0;
/// The least height of the page.
const LEAST_HEIGHT: f32 = 160.0;
/// Lines are no longer than this, so that they are easy to read.
const MOST_WIDTH: f32 = 720.0;
/// How far an arrow scrolls.
const STEP: f32 = 40.0;
/// For so many frames a page counts as just opened.
const NEW: u8 = 3;

/// The page that is open, and how one came there.
#[derive(Clone)]
pub struct HelpState {
    at: Address,
    before: Vec<Address>,
    query: String,
    /// For so many frames more the page counts as just opened: sizes are known only after some.
    new_for: u8,
    /// Where there is room for one of them: whether the contents are on show.
    shows_contents: bool,
    has_begun: bool,
    pictures: Pictures,
}

impl HelpState {
    /// The guide at a place.
    pub fn at(at: Address) -> Self {
        Self {
            at,
            before: Vec::new(),
            query: String::new(),
            new_for: NEW,
            shows_contents: false,
            has_begun: false,
            pictures: Pictures::default(),
        }
    }

    /// The place that is open.
    pub const fn address(&self) -> &Address {
        &self.at
    }

    /// Goes to another place, from which one can come back.
    pub fn go_to(&mut self, to: Address) {
        if to != self.at {
            self.before.push(std::mem::replace(&mut self.at, to));
        }
        self.new_for = NEW;
        self.shows_contents = false;
    }

    fn back(&mut self) {
        if let Some(before) = self.before.pop() {
            self.at = before;
            self.new_for = NEW;
        }
    }
}

/// Draws the guide while it is open.
pub fn help_dialog_ui(ctx: &Context, held: &mut Option<HelpState>) {
    let Some(mut state) = held.take() else {
        return;
    };
    let id = Id::unique("the guide");
    let (is_closed, should_close) = modal(ctx, id, say::guide_title(), WIDTH, |ui| {
        dialog_ui(ui, &mut state)
    });
    if !is_closed && !should_close {
        *held = Some(state);
    }
}

/// Draws what stands in the dialog; whether it is to be closed.
fn dialog_ui(ui: &mut Ui, state: &mut HelpState) -> bool {
    let is_narrow = ui.available_width() < NARROW;
    let height = (ui.ctx().content_rect().height() - AROUND).max(LEAST_HEIGHT);
    let alt_left = || ui.input_mut(|input| input.consume_key(Modifiers::ALT, Key::ArrowLeft));
    if alt_left() {
        state.back();
    }
    let start = |ui: &mut Ui| {
        let title = RichText::new(say::guide_title());
        ui.label(title.font(font(Weight::SemiBold, tokens(ui).text.lead)));
    };
    row_with_ends(ui, "head of the guide", start, |ui| {
        if is_narrow && !state.shows_contents {
            let contents = ui.add(Button::secondary(say::guide_contents()).small());
            state.shows_contents |= contents.clicked();
        }
        if !state.before.is_empty() {
            let back = Button::secondary(say::back()).named(say::guide_back_named());
            if ui.add(back.small()).clicked() {
                state.back();
            }
        }
    });
    ui.add_space(tokens(ui).space.small);
    if is_narrow {
        if state.shows_contents {
            contents_ui(ui, height, state);
        } else {
            reading_ui(ui, height, state);
        }
    } else {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = tokens(ui).space.wide;
            let down = Layout::top_down(Align::Min);
            ui.allocate_ui_with_layout(vec2(CONTENTS, height), down, |ui| {
                ui.set_width(CONTENTS);
                ui.set_min_height(height);
                contents_ui(ui, height, state);
            });
            let rest = vec2(ui.available_width(), height);
            ui.allocate_ui_with_layout(rest, down, |ui| {
                ui.set_min_height(height);
                reading_ui(ui, height, state);
            });
        });
    }
    ui.add_space(tokens(ui).space.medium);
    at_right(ui, "close the guide", |ui| {
        ui.add(Button::primary(say::close())).clicked()
    })
}

/// The pages, or those that hold what is looked for.
fn contents_ui(ui: &mut Ui, height: f32, state: &mut HelpState) {
    let field = SearchField::new(Id::unique("find in the guide"), say::guide_find()).transient();
    let field = field.ui(ui, &mut state.query);
    if !state.has_begun {
        state.has_begun = true;
        field.request_focus();
    }
    let wanted = fold(&state.query);
    let wanted: Vec<&str> = wanted.split_ascii_whitespace().collect();
    let found: Vec<(&str, &str, Address)> = found(&wanted);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let mut chosen = found
        .first()
        .filter(|_| entered && !wanted.is_empty())
        .map(|(.., address)| address.clone());
    ui.add_space(tokens(ui).space.small);
    let height = height - 44.0;
    ScrollArea::vertical()
        .id_salt("contents of the guide")
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut heading = "";
            for (section, words, address) in &found {
                if *section != heading {
                    heading = section;
                    ui.add(SectionHeading::new(*section));
                }
                let is_open = *address == state.at
                    || (address.heading.is_none() && address.page == state.at.page);
                let row = ListRow::new(*words).selected(is_open);
                if ui.add(row).clicked() {
                    chosen = Some(address.clone());
                }
            }
            if found.is_empty() {
                let secondary = tokens(ui).colours.ink_secondary;
                ui.label(RichText::new(say::guide_nothing()).color(secondary));
            }
        });
    if let Some(chosen) = chosen {
        state.go_to(chosen);
    }
}

/// The pages that hold some words, and the terms that are called so; all pages where none are looked for.
fn found(wanted: &[&str]) -> Vec<(&'static str, &'static str, Address)> {
    let section = if wanted.is_empty() {
        ""
    } else {
        say::guide_pages()
    };
    let mut found: Vec<(&str, &str, Address)> = pages()
        .iter()
        .filter(|page| page.holds(wanted))
        .map(|page| (section, page.title.as_str(), Address::page(page.name)))
        .collect();
    if wanted.is_empty() {
        return found;
    }
    let named = terms().iter().filter(|term| {
        let names = fold(&format!("{} {}", term.name, term.labels.join(" ")));
        wanted.iter().all(|word| names.contains(word))
    });
    found.extend(named.map(|term| (say::guide_words(), term.name.as_str(), Address::term(term))));
    found
}

/// The page that is open.
fn reading_ui(ui: &mut Ui, height: f32, state: &mut HelpState) {
    let Some(page) = pages().iter().find(|page| page.name == state.at.page) else {
        return;
    };
    let by = match LIST_KEYS.pressed(ui) {
        Some(ListKey::Next) => -STEP,
        Some(ListKey::Before) => STEP,
        Some(ListKey::PageDown) => STEP - height,
        Some(ListKey::PageUp) => height - STEP,
        Some(ListKey::First) => f32::MAX,
        Some(ListKey::Last) => f32::MIN,
        None => 0.0,
    };
    let is_new = state.new_for > 0;
    if is_new {
        state.new_for -= 1;
        ui.ctx().request_repaint();
    }
    let mut area = ScrollArea::vertical()
        .id_salt(("page of the guide", page.name))
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink(false);
    if is_new && state.at.heading.is_none() {
        area = area.vertical_scroll_offset(0.0);
    }
    let shown = area.show(ui, |ui| {
        // What keeps the words from the bar by which they are scrolled.
        ui.set_max_width((ui.available_width() - 14.0).min(MOST_WIDTH));
        if by != 0.0 {
            ui.scroll_with_delta(vec2(0.0, by));
        }
        followed_ui(ui, page, is_new, state)
    });
    let Some(link) = shown.inner else { return };
    if let Some(address) = Address::of_link(&link, page.name) {
        state.go_to(address);
    } else {
        tracing::warn!(link, "a link leads out of the guide");
    }
}

/// Draws the page; the link that was followed.
fn followed_ui(ui: &mut Ui, page: &Page, is_new: bool, state: &mut HelpState) -> Option<String> {
    let heading = state.at.heading.as_deref().filter(|_| is_new);
    let followed = page_ui(ui, page, heading, &mut state.pictures);
    if page.name == SHORTCUTS {
        let lines = shortcuts::lines(ui.ctx());
        let all: Vec<&KeyLine> = lines.iter().collect();
        shortcuts::lines_ui(ui, &all);
    }
    followed
}
