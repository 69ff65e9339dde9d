//! A field for a few words, under its caption.

use egui::{
    Align2, Context, CornerRadius, Frame, Id, Key, Margin, Modifiers, Response, RichText, Sense,
    Stroke, StrokeKind, TextEdit, Ui, pos2, vec2,
};

use egui::text_edit::TextEditState;

use super::text;
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;

const HEIGHT: f32 = 34.0;
const PADDING: f32 = 10.0;
const CAPTION: f32 = 21.0;

/// The field. Enter and leaving it end the typing; so does Esc, which the caller takes for "as it was".
#[must_use = "a field is not shown until `ui` is called"]
pub struct TextField<'a> {
    id: Id,
    caption: &'a str,
    hint: &'a str,
    is_secret: bool,
}

/// Forgets what was typed into a field, with what undo would bring back of it.
pub fn forget_typed(ctx: &Context, id: Id) {
    ctx.data_mut(|data| data.remove::<TextEditState>(id));
}

impl<'a> TextField<'a> {
    /// A field with its caption, which is its accessible name too.
    pub fn new(id: Id, caption: &'a str) -> Self {
        Self {
            id,
            caption,
            hint: "",
            is_secret: false,
        }
    }

    /// What stands there while nothing is typed.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Shows dots in place of what is typed.
    pub fn secret(mut self) -> Self {
        self.is_secret = true;
        self
    }

    /// Shows it over the whole width; the response is that of the text.
    pub fn ui(self, ui: &mut Ui, words: &mut String) -> Response {
        let tokens = tokens(ui);
        let colours = &tokens.colours;
        let size = vec2(ui.available_width(), CAPTION + HEIGHT);
        let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
        let caption = text::line(
            ui,
            self.caption,
            font(Weight::Medium, tokens.text.small),
            colours.ink_secondary,
        );
        let middle = whole.top() + CAPTION / 2.0 - 1.0;
        text::paint_from(ui.painter(), pos2(whole.left(), middle), caption);
        let rect = whole.with_min_y(whole.top() + CAPTION);
        let has_focus = ui.memory(|memory| memory.has_focus(self.id));
        let stroke = if has_focus {
            Stroke::new(tokens.size.focus_ring, colours.focus)
        } else {
            Stroke::new(1.0, colours.rule)
        };
        let radius = CornerRadius::from(tokens.radius.control);
        let painter = ui.painter();
        painter.rect(rect, radius, colours.card, stroke, StrokeKind::Inside);
        let inner = rect.shrink2(vec2(PADDING, 0.0));
        let edit = TextEdit::singleline(words)
            .id(self.id)
            .password(self.is_secret)
            .hint_text(RichText::new(self.hint).color(colours.ink_faint))
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .min_size(vec2(0.0, HEIGHT))
            .align(Align2::LEFT_CENTER)
            .desired_width(inner.width());
        ui.put(inner, edit).accessible_name(self.caption)
    }

    /// Whether the typing that just ended is to be taken back; what lies around the field does not hear of
    /// the key.
    pub fn is_taken_back(ui: &Ui, response: &Response) -> bool {
        response.lost_focus()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
    }
}
