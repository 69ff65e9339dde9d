//! Work that takes a while: what is being done, how far it is, and a way to stop it.

use std::borrow::Cow;

use egui::accesskit::Role;
use egui::{Align, CornerRadius, Layout, Rect, Response, RichText, Sense, Ui, WidgetInfo, vec2};

use super::Button;
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;
use crate::words::say;

const BAR: f32 = 6.0;
const ROW: f32 = 28.0;
/// The room for the button at the right of the bar.
const CANCEL: f32 = 74.0;

/// What became of a progress display in this frame.
pub struct ProgressResponse {
    /// The bar.
    pub response: Response,
    /// Cancel was pressed.
    pub cancelled: bool,
}

/// A bar with its title. Without a share it only shows that something is going on.
#[must_use = "progress is not shown until `ui` is called"]
pub struct Progress<'a> {
    title: Cow<'a, str>,
    detail: Cow<'a, str>,
    share: Option<f32>,
    cancellable: bool,
}

impl<'a> Progress<'a> {
    /// Work whose end is not known.
    pub fn new(title: impl Into<Cow<'a, str>>) -> Self {
        Self {
            title: title.into(),
            detail: Cow::Borrowed(""),
            share: None,
            cancellable: true,
        }
    }

    /// How much is done, from 0 to 1, if that is known.
    pub fn share(mut self, share: Option<f32>) -> Self {
        self.share = share.map(|share| share.clamp(0.0, 1.0));
        self
    }

    /// What is being done at the moment: "Sheet 3 of 8".
    pub fn detail(mut self, detail: impl Into<Cow<'a, str>>) -> Self {
        self.detail = detail.into();
        self
    }

    /// Work that cannot be stopped.
    pub fn uncancellable(mut self) -> Self {
        self.cancellable = false;
        self
    }

    /// Shows the title, the bar and the Cancel button.
    pub fn ui(self, ui: &mut Ui) -> ProgressResponse {
        let tokens = tokens(ui);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let title = font(Weight::Medium, tokens.text.body);
            ui.label(RichText::new(&*self.title).font(title));
            let room = (ui.available_width() - CANCEL).max(40.0);
            let row = vec2(ui.available_width(), ROW);
            let across = Layout::left_to_right(Align::Center);
            let (cancelled, response) = ui
                .allocate_ui_with_layout(row, across, |ui| {
                    let width = if self.cancellable {
                        room
                    } else {
                        ui.available_width()
                    };
                    let response = self.bar_ui(ui, width);
                    let cancelled = self.cancellable
                        && ui.add(Button::secondary(say::cancel()).small()).clicked();
                    (cancelled, response)
                })
                .inner;
            if !self.detail.is_empty() {
                let colour = tokens.colours.ink_secondary;
                let detail = RichText::new(&*self.detail).size(tokens.text.small);
                ui.label(detail.color(colour));
            }
            ProgressResponse {
                response,
                cancelled,
            }
        })
        .inner
    }

    fn bar_ui(&self, ui: &mut Ui, width: f32) -> Response {
        let colours = &tokens(ui).colours;
        let (rect, response) = ui.allocate_exact_size(vec2(width, BAR), Sense::hover());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, &self.title);
            info.value = self.share.map(|share| f64::from(share) * 100.0);
            info
        });
        if ui.is_rect_visible(rect) {
            let radius = CornerRadius::from(BAR / 2.0);
            ui.painter().rect_filled(rect, radius, colours.pressed);
            let done = match self.share {
                Some(share) => rect.with_max_x(egui::lerp(rect.x_range(), share)),
                None => wandering(ui, rect),
            };
            if done.width() > 0.5 {
                ui.painter().rect_filled(done, radius, colours.accent);
            }
        }
        response
    }
}

/// A third of the bar that moves to and fro; at rest in the middle where animation is switched off.
fn wandering(ui: &Ui, rect: Rect) -> Rect {
    let length = rect.width() / 3.0;
    let at = if ui.style().animation_time > 0.0 {
        ui.ctx().request_repaint();
        let turn = ui.input(|input| input.time) * 2.0;
        0.5 + 0.5 * sine(turn)
    } else {
        0.5
    };
    let left = egui::lerp(rect.left()..=rect.right() - length, at);
    Rect::from_min_size(egui::pos2(left, rect.top()), vec2(length, rect.height()))
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a sine lies between -1 and 1"
)]
fn sine(turn: f64) -> f32 {
    turn.sin() as f32
}
