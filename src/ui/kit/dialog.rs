//! A question that must be answered before anything else: a title, a text, and up to three buttons.

use std::borrow::Cow;

use egui::{
    Align, Context, CornerRadius, Frame, Id, Layout, Margin, Modal, Rect, RichText, ScrollArea,
    Stroke, Ui, UiBuilder, vec2,
};

use super::{Button, at_right, focus_return};
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::{tokens, tokens_of};

const WIDTH: f32 = 420.0;

/// What keeps a dialog from the sides of the window, in points.
const ASIDE: f32 = 72.0;
/// What keeps it from the edges above and below, with its own.
const AROUND: f32 = 88.0;
/// A window is low below this height.
const LOW: f32 = 600.0;
/// The least width of what stands in a dialog, in points.
const LEAST_WIDTH: f32 = 200.0;

/// Shows contents in a frame of the house over the window, as wide as that allows; what they gave, and whether Esc
/// or a click outside wants to close it.
pub fn modal<R>(
    ctx: &Context,
    id: Id,
    title: &str,
    width: f32,
    contents: impl FnOnce(&mut Ui) -> R,
) -> (R, bool) {
    focus_return::note_dialog(ctx, id);
    let tokens = tokens_of(ctx);
    let frame = Frame::popup(&ctx.global_style())
        .inner_margin(Margin::same(24))
        .corner_radius(CornerRadius::from(tokens.radius.card))
        .stroke(Stroke::new(1.0, tokens.colours.rule));
    let area = Modal::default_area(id)
        .role(egui::accesskit::Role::Dialog)
        .accessible_name(title);
    let shown = Modal::new(id)
        .area(area)
        .frame(frame)
        .backdrop_color(tokens.colours.backdrop)
        .show(ctx, |ui| {
            ui.set_width(
                width
                    .min(ctx.content_rect().width() - ASIDE)
                    .max(LEAST_WIDTH),
            );
            let height = ctx.content_rect().height();
            if height >= LOW {
                return contents(ui);
            }
            // In a low window, as one at 200%, all of the dialog scrolls.
            scrolled(ui, height - AROUND, |ui| {
                let given = contents(ui);
                focus_return::reveal_within(ui);
                given
            })
        });
    let should_close = shown.should_close();
    (shown.inner, should_close)
}

/// The title of a dialog.
pub fn modal_title(ui: &mut Ui, title: &str) {
    let title_font = font(Weight::SemiBold, tokens(ui).text.lead);
    ui.label(RichText::new(title).font(title_font));
}

/// The fields of a form that is a dialog: scrolled where title and buttons, `around` them, leave less room. Where they
/// leave hardly any, all of the dialog scrolls instead.
pub fn modal_fields(ui: &mut Ui, around: f32, fields: impl FnOnce(&mut Ui)) {
    /// Less room than this is not scrolled in.
    const LEAST: f32 = 160.0;
    let space = tokens(ui).space.small;
    let contents = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = space;
        fields(ui);
    };
    let most = ui.ctx().content_rect().height() - around;
    if most < LEAST {
        ui.scope(contents);
    } else {
        scrolled(ui, most, contents);
    }
    ui.add_space(space);
}

/// Contents of a dialog that scroll where they are higher than `most`. They are as wide as what stands above and below;
/// the bar by which they are scrolled stands in the margin.
fn scrolled<R>(ui: &mut Ui, most: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    /// How far into the margin the bar stands.
    const BAR: f32 = 14.0;
    let room = ui.available_rect_before_wrap();
    let beside = room.with_max_x(room.right() + BAR);
    let builder = UiBuilder::new()
        .max_rect(beside)
        .layout(Layout::top_down(Align::Min));
    let mut held = ui.new_child(builder);
    let given = ScrollArea::vertical()
        .max_height(most)
        // Else it would never be higher than at first.
        .min_scrolled_height(most)
        .auto_shrink([false, true])
        .show(&mut held, |ui| {
            ui.set_max_width(room.width());
            contents(ui)
        })
        .inner;
    let size = vec2(room.width(), held.min_rect().height());
    ui.advance_cursor_after_rect(Rect::from_min_size(room.min, size));
    given
}

/// The button that was pressed. Enter is the first, Esc and a click outside are the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DialogAnswer {
    /// The primary button.
    Primary,
    /// The other way of going on.
    Alternative,
    /// Not now.
    Cancel,
}

/// A dialog over the window. Shown anew each frame for as long as the question stands.
#[must_use = "a dialog is not shown until `ui` is called"]
pub struct Dialog<'a> {
    title: Cow<'a, str>,
    text: Cow<'a, str>,
    primary: Cow<'a, str>,
    alternative: Option<Cow<'a, str>>,
    cancel: Option<Cow<'a, str>>,
}

impl<'a> Dialog<'a> {
    /// A dialog with one button; `primary` says what it does ("Save", not "OK").
    pub fn new(
        title: impl Into<Cow<'a, str>>,
        text: impl Into<Cow<'a, str>>,
        primary: impl Into<Cow<'a, str>>,
    ) -> Self {
        Self {
            title: title.into(),
            text: text.into(),
            primary: primary.into(),
            alternative: None,
            cancel: None,
        }
    }

    /// Another way of going on: "Close without saving".
    pub fn alternative(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.alternative = Some(text.into());
        self
    }

    /// Not now.
    pub fn cancel(mut self, text: impl Into<Cow<'a, str>>) -> Self {
        self.cancel = Some(text.into());
        self
    }

    /// Shows the dialog; the answer, once it is given. With one button, Esc gives `Cancel` all the same.
    pub fn ui(self, ctx: &Context) -> Option<DialogAnswer> {
        let id = Id::unique(("dialog", &*self.title));
        let contents = |ui: &mut Ui| self.contents_ui(ui);
        let (answer, should_close) = modal(ctx, id, &self.title, WIDTH, contents);
        if answer.is_none() && should_close {
            return Some(DialogAnswer::Cancel);
        }
        answer
    }

    fn contents_ui(&self, ui: &mut Ui) -> Option<DialogAnswer> {
        let tokens = tokens(ui);
        modal_title(ui, &self.title);
        ui.add_space(2.0);
        ui.label(RichText::new(&*self.text).color(tokens.colours.ink_secondary));
        ui.add_space(tokens.space.large);
        let mut answer = None;
        at_right(ui, "answers", |ui| {
            let mut focused = false;
            let others = [
                (&self.cancel, DialogAnswer::Cancel),
                (&self.alternative, DialogAnswer::Alternative),
            ];
            for (text, means) in others {
                let Some(text) = text else { continue };
                let button = ui.add(Button::secondary(&**text));
                focused |= button.has_focus();
                if button.clicked() {
                    answer = Some(means);
                }
            }
            let primary = ui.add(Button::primary(&*self.primary));
            focused |= primary.has_focus();
            if primary.clicked() {
                answer = Some(DialogAnswer::Primary);
            }
            // The keyboard starts on the primary button, where Enter presses it, and does not wander off.
            if !focused && answer.is_none() {
                primary.request_focus();
            }
        });
        answer
    }
}
