//! Words that say what they mean where they stand: pressed, they open a short answer that leads to the guide.

use egui::{
    Context, CornerRadius, Frame, Id, Key, Margin, Modifiers, Popup, PopupCloseBehavior, Response,
    RichText, Stroke, Ui, vec2,
};

use super::guide::Address;
use super::said::said;
use super::terms::{Term, find};
use crate::base::text::lower_first;
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::kit::{KeyValueRow, Link, SectionHeading, WhatIs};
use crate::ui::tokens::tokens;
use crate::words::say;

const WIDTH: f32 = 320.0;

/// A row of facts whose key says what it means; `words` are a term or what stands for one. The row's response.
pub fn explained(ui: &mut Ui, row: KeyValueRow<'_>, words: &str) -> Response {
    let Some(term) = find(words) else {
        return ui.add(row);
    };
    let about = said(term);
    let is_its_word = row.key().eq_ignore_ascii_case(about.name)
        || find(row.key()).is_some_and(|held| held.name == term.name);
    let asks = if is_its_word {
        about.asks.to_owned()
    } else {
        // Several rows may ask for the same term, and each has a name of its own.
        say::TermsAskedOf {
            row: row.key(),
            question: lower_first(about.asks),
        }
        .say()
    };
    let shown = row.asks(asks).show(ui);
    if let Some(key) = &shown.key {
        answer_ui(ui, key, term);
    }
    shown.row
}

/// A ? that says what a term means. Nothing where there is no such term.
pub fn what_is(ui: &mut Ui, words: &str) {
    if let Some(term) = find(words) {
        let mark = ui.add(WhatIs::mark(said(term).asks));
        answer_ui(ui, &mark, term);
    }
}

/// The heading of a column that says what its term means. Nothing where there is no such term.
pub fn asked_word(ui: &mut Ui, words: &str, term: &str) {
    if let Some(term) = find(term) {
        let size = tokens(ui).text.fine;
        let word = ui.add(WhatIs::word(words, said(term).asks).size(size).strong());
        answer_ui(ui, &word, term);
    }
}

/// Terms under a heading, each of which says what it means.
pub fn words_ui(ui: &mut Ui, names: &[&str]) {
    ui.add(SectionHeading::new(say::terms_title()));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(tokens(ui).space.medium, tokens(ui).space.tight);
        for term in names.iter().filter_map(|name| find(name)) {
            // Beside a row of facts with the same word this is told apart by what it is called.
            let name = said(term).name;
            let word = ui.add(WhatIs::word(name, say::terms_what_it_means(name)));
            answer_ui(ui, &word, term);
        }
    });
    ui.add_space(tokens(ui).space.large);
}

/// The short answer beside what was pressed, while it is open.
fn answer_ui(ui: &Ui, opener: &Response, term: &Term) {
    let id = opener.id.with("what it means");
    let beginning = id.with("is to have the keyboard");
    let ctx = ui.ctx();
    if opener.clicked() {
        if Popup::is_id_open(ctx, id) {
            Popup::close_id(ctx, id);
        } else {
            Popup::open_id(ctx, id);
            ctx.data_mut(|data| {
                data.insert_temp(beginning, true);
                *data.get_temp_mut_or_default::<u64>(explained_id()) += 1;
            });
        }
    }
    if !Popup::is_id_open(ctx, id) {
        return;
    }
    let about = said(term);
    let tokens = tokens(ui);
    let frame = Frame::popup(ui.style())
        .inner_margin(Margin::same(14))
        .corner_radius(CornerRadius::from(tokens.radius.card))
        .stroke(Stroke::new(1.0, tokens.colours.rule));
    let shown = Popup::from_response(opener)
        .id(id)
        .gap(4.0)
        .frame(frame)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .open_memory(None)
        .accessible_name(about.asks)
        .show(|ui| {
            ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 40.0));
            ui.spacing_mut().item_spacing.y = tokens.space.small;
            // Taken here, so that it does not also leave what lies behind.
            let escaped = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
            let name = RichText::new(about.name).font(font(Weight::SemiBold, tokens.text.panel));
            ui.label(name);
            ui.label(about.short);
            let more = ui.add(Link::new(say::terms_more()));
            let is_new = ui.data(|data| data.get_temp(beginning)) == Some(true);
            if is_new {
                more.request_focus();
            }
            if more.has_focus() {
                ui.data_mut(|data| data.insert_temp(beginning, false));
            }
            if more.clicked() {
                open_page(ui.ctx(), Address::term(term));
            }
            if escaped || more.clicked() {
                ui.close();
            }
            escaped
        });
    if shown.is_some_and(|shown| shown.inner) {
        opener.request_focus();
    }
}

fn wanted_id() -> Id {
    Id::unique("wanted page of the guide")
}

fn explained_id() -> Id {
    Id::unique("how often a word was explained")
}

/// Asks for a page of the guide, which is opened at the end of the frame.
pub fn open_page(ctx: &Context, address: Address) {
    ctx.data_mut(|data| data.insert_temp(wanted_id(), address));
}

/// The page that was asked for since this was called last.
pub fn take_wanted_page(ctx: &Context) -> Option<Address> {
    ctx.data_mut(|data| data.remove_temp(wanted_id()))
}

/// How often a word was explained since the program was started.
pub fn terms_explained(ctx: &Context) -> u64 {
    ctx.data(|data| data.get_temp(explained_id()))
        .unwrap_or_default()
}
