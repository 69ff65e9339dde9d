//! A field for some lines of words, under its caption.

use egui::{CornerRadius, Frame, Id, Margin, Response, RichText, Stroke, TextEdit, Ui, vec2};

use super::text;
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;

/// The field. Leaving it ends the typing; Enter begins another line.
#[must_use = "a field is not shown until `ui` is called"]
pub struct TextArea<'a> {
    id: Id,
    name: &'a str,
    caption: bool,
    hint: &'a str,
    rows: usize,
    is_plain: bool,
}

impl<'a> TextArea<'a> {
    /// A field with its caption, which is its accessible name too.
    pub fn new(id: Id, name: &'a str) -> Self {
        Self {
            id,
            name,
            caption: true,
            hint: "",
            rows: 2,
            is_plain: false,
        }
    }

    /// Without its caption, under a heading that says the same.
    pub fn without_caption(mut self) -> Self {
        self.caption = false;
        self
    }

    /// Without a border, in a card of its own.
    pub fn plain(mut self) -> Self {
        self.is_plain = true;
        self.without_caption()
    }

    /// What stands there while nothing is typed.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// How many lines it has at the least.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// Shows it over the whole width; the response is that of the text.
    pub fn ui(self, ui: &mut Ui, words: &mut String) -> Response {
        let tokens = tokens(ui);
        let colours = &tokens.colours;
        if self.caption {
            let font = font(Weight::Medium, tokens.text.small);
            let caption = text::line(ui, self.name, font, colours.ink_secondary);
            let (rect, _) = ui.allocate_exact_size(
                vec2(ui.available_width(), caption.size().y),
                egui::Sense::hover(),
            );
            text::paint_from(ui.painter(), rect.left_center(), caption);
        }
        let has_focus = ui.memory(|memory| memory.has_focus(self.id));
        let stroke = match (has_focus, self.is_plain) {
            (true, _) => Stroke::new(tokens.size.focus_ring, colours.focus),
            (false, false) => Stroke::new(1.0, colours.rule),
            (false, true) => Stroke::NONE,
        };
        let margin = if self.is_plain {
            Margin::same(4)
        } else {
            Margin::symmetric(10, 8)
        };
        let frame = Frame::new()
            .fill(colours.card)
            .stroke(stroke)
            .corner_radius(CornerRadius::from(tokens.radius.control))
            .inner_margin(margin);
        let shown = frame.show(ui, |ui| {
            let edit = TextEdit::multiline(words)
                .id(self.id)
                .hint_text(RichText::new(self.hint).color(colours.ink_faint))
                .frame(Frame::NONE)
                .margin(Margin::ZERO)
                .desired_rows(self.rows)
                .desired_width(f32::INFINITY);
            ui.add(edit)
        });
        shown.inner.accessible_name(self.name)
    }
}
