//! Short notes at the bottom right that go away by themselves, unless the pointer rests on them.

use egui::accesskit::Role;
use egui::{
    Align, Align2, Area, Context, CornerRadius, Frame, Id, Layout, Margin, Order, Stroke, Ui,
    WidgetInfo, pos2, vec2,
};

use super::{Button, Icon, Tone};
use crate::ui::tokens::tokens;

const WIDTH: f32 = 340.0;
const SECONDS: f32 = 6.0;
const SECONDS_WITH_ACTION: f32 = 10.0;

/// A note, and perhaps one thing to do about it.
#[derive(Clone, Debug)]
pub struct Toast<A> {
    tone: Tone,
    text: String,
    action: Option<(String, A)>,
    seconds_left: f32,
}

impl<A> Toast<A> {
    /// A note in a tone.
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self {
            tone,
            text: text.into(),
            action: None,
            seconds_left: SECONDS,
        }
    }

    /// Offers a button; `action` is handed back when it is pressed.
    pub fn action(mut self, text: impl Into<String>, action: A) -> Self {
        self.action = Some((text.into(), action));
        self.seconds_left = SECONDS_WITH_ACTION;
        self
    }

    /// How long it stays, unless the pointer rests on it.
    pub fn seconds(mut self, seconds: f32) -> Self {
        self.seconds_left = seconds;
        self
    }
}

/// The notes on show, oldest first. `A` is what their buttons do.
#[derive(Clone, Debug)]
pub struct Toasts<A> {
    toasts: Vec<(u64, Toast<A>)>,
    next: u64,
}

impl<A> Default for Toasts<A> {
    fn default() -> Self {
        Self {
            toasts: Vec::new(),
            next: 0,
        }
    }
}

impl<A> Toasts<A> {
    /// Adds a note. The same words again replace the note that already says them.
    pub fn push(&mut self, toast: Toast<A>) {
        self.toasts.retain(|(_, shown)| shown.text != toast.text);
        self.toasts.push((self.next, toast));
        self.next += 1;
    }

    /// Whether nothing is on show.
    pub fn is_empty(&self) -> bool {
        self.toasts.is_empty()
    }

    /// Shows the notes, newest lowest; what the button that was pressed does.
    pub fn ui(&mut self, ctx: &Context) -> Option<A> {
        let mut pressed = None;
        let mut gone = Vec::new();
        let mut bottom = ctx.content_rect().bottom() - 16.0;
        let seconds = ctx.input(|input| input.stable_dt);
        for (key, toast) in self.toasts.iter_mut().rev() {
            let area = Area::new(Id::unique(("toast", *key)))
                .order(Order::Foreground)
                .pivot(Align2::RIGHT_BOTTOM)
                .fixed_pos(pos2(ctx.content_rect().right() - 16.0, bottom))
                .movable(false);
            let shown = area.show(ctx, |ui| toast_ui(ui, toast));
            bottom = shown.response.rect.top() - 10.0;
            if shown.response.contains_pointer() {
                toast.seconds_left = toast.seconds_left.max(2.0);
            } else {
                toast.seconds_left -= seconds;
            }
            match shown.inner {
                Outcome::Stay if toast.seconds_left > 0.0 => {
                    ctx.request_repaint_after_secs(toast.seconds_left.min(1.0));
                }
                Outcome::Act => {
                    pressed = toast.action.take().map(|(_, action)| action);
                    gone.push(*key);
                }
                Outcome::Stay | Outcome::Dismiss => gone.push(*key),
            }
        }
        self.toasts.retain(|(key, _)| !gone.contains(key));
        pressed
    }
}

enum Outcome {
    Stay,
    Dismiss,
    Act,
}

fn toast_ui<A>(ui: &mut Ui, toast: &Toast<A>) -> Outcome {
    let tokens = tokens(ui);
    let colours = &tokens.colours;
    let mut outcome = Outcome::Stay;
    let frame = Frame::popup(ui.style())
        .inner_margin(Margin::symmetric(14, 10))
        .corner_radius(CornerRadius::from(tokens.radius.card))
        .stroke(Stroke::new(1.0, colours.rule));
    frame.show(ui, |ui| {
        ui.set_width(WIDTH);
        ui.horizontal(|ui| {
            let mark = match toast.tone {
                Tone::Good => Icon::Check,
                Tone::Bad => Icon::Cross,
                Tone::Warning => Icon::Exclamation,
                Tone::Neutral | Tone::Accent => Icon::Dot,
            };
            mark.ui(ui, toast.tone.ink(colours));
            let text_width = ui.available_width() - 36.0;
            ui.allocate_ui(vec2(text_width, 0.0), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(text_width);
                    let label = ui.label(&toast.text);
                    if let Some((text, _)) = &toast.action
                        && ui.add(Button::secondary(text).small()).clicked()
                    {
                        outcome = Outcome::Act;
                    }
                    label.widget_info(|| WidgetInfo::labeled(Role::Status, true, &toast.text));
                });
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.add(Button::icon(Icon::Cross, "Dismiss")).clicked() {
                    outcome = Outcome::Dismiss;
                }
            });
        });
    });
    outcome
}
