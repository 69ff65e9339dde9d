//! Short notes at the bottom right that go away by themselves, unless the pointer rests on them.

use std::time::Duration;

use egui::accesskit::Role;
use egui::text::TextFormat;
use egui::{
    Align2, Area, Context, CornerRadius, Frame, Id, Margin, Order, Sense, Stroke, Ui, WidgetInfo,
    pos2, vec2,
};

use super::{Button, Icon, Tone, text};
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::tokens::tokens;
use crate::words::say;

/// With its margins as wide as the panel on the right, so that it covers nothing of the chart.
const WIDTH: f32 = 228.0;
const SECONDS: f64 = 6.0;
const SECONDS_WITH_ACTION: f64 = 10.0;
/// How often the time that is left is looked at.
const TICK: Duration = Duration::from_millis(250);

/// A note, and perhaps one thing to do about it.
#[derive(Clone, Debug)]
pub struct Toast<A> {
    tone: Tone,
    text: String,
    action: Option<(String, A)>,
    topic: Option<&'static str>,
    seconds_left: f64,
}

impl<A> Toast<A> {
    /// A note in a tone.
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self {
            tone,
            text: text.into(),
            action: None,
            topic: None,
            seconds_left: SECONDS,
        }
    }

    /// Offers a button; `action` is handed back when it is pressed.
    #[must_use]
    pub fn action(mut self, text: impl Into<String>, action: A) -> Self {
        self.action = Some((text.into(), action));
        self.seconds_left = SECONDS_WITH_ACTION;
        self
    }

    /// Replaces the note on the same topic that is still on show: the zoom, the last undo.
    #[must_use]
    pub fn topic(mut self, topic: &'static str) -> Self {
        self.topic = Some(topic);
        self
    }

    /// How long it stays, unless the pointer rests on it.
    #[must_use]
    pub fn seconds(mut self, seconds: f64) -> Self {
        self.seconds_left = seconds;
        self
    }
}

/// The notes on show, oldest first. `A` is what their buttons do.
#[derive(Clone, Debug)]
pub struct Toasts<A> {
    shown: Vec<(u64, Toast<A>)>,
    next: u64,
    last_shown: Option<f64>,
}

impl<A> Default for Toasts<A> {
    fn default() -> Self {
        Self {
            shown: Vec::new(),
            next: 0,
            last_shown: None,
        }
    }
}

impl<A> Toasts<A> {
    /// Adds a note. The same words again replace the note that already says them.
    pub fn push(&mut self, toast: Toast<A>) {
        let is_replaced = |shown: &Toast<A>| {
            shown.text == toast.text || (shown.topic.is_some() && shown.topic == toast.topic)
        };
        self.shown.retain(|(_, shown)| !is_replaced(shown));
        if self.shown.is_empty() {
            self.last_shown = None;
        }
        self.shown.push((self.next, toast));
        self.next += 1;
    }

    /// Whether nothing is on show.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// Shows the notes, newest lowest; what the button that was pressed does.
    pub fn ui(&mut self, ctx: &Context) -> Option<A> {
        let mut pressed = None;
        let mut gone = Vec::new();
        let mut bottom = ctx.content_rect().bottom() - 16.0;
        let now = ctx.input(|input| input.time);
        let seconds = now - self.last_shown.replace(now).unwrap_or(now);
        for (key, toast) in self.shown.iter_mut().rev() {
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
                    ctx.request_repaint_after(TICK);
                }
                Outcome::Act => {
                    pressed = toast.action.take().map(|(_, action)| action);
                    gone.push(*key);
                }
                Outcome::Stay | Outcome::Dismiss => gone.push(*key),
            }
        }
        self.shown.retain(|(key, _)| !gone.contains(key));
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
        ui.horizontal_top(|ui| {
            let row = 28.0;
            let mark = match toast.tone {
                Tone::Good => Icon::Check,
                Tone::Bad => Icon::Cross,
                Tone::Warning => Icon::Exclamation,
                Tone::Neutral | Tone::Accent => Icon::Dot,
            };
            let side = tokens.size.icon;
            let (rect, _) = ui.allocate_exact_size(vec2(side, row), Sense::hover());
            mark.paint_at(ui.painter(), rect.center(), side, toast.tone.ink(colours));
            let width = ui.available_width() - row - tokens.space.small;
            ui.vertical(|ui| {
                ui.set_width(width);
                words_ui(ui, &toast.text, row);
                if let Some((text, _)) = &toast.action
                    && ui.add(Button::secondary(text).small()).clicked()
                {
                    outcome = Outcome::Act;
                }
            });
            let dismiss = ui.add(Button::icon(Icon::Cross, say::toast_dismiss()));
            // Of several notes each says which.
            ui.ctx().accesskit_node_builder(dismiss.id, |node| {
                node.set_description(&*toast.text);
            });
            if dismiss.clicked() {
                outcome = Outcome::Dismiss;
            }
        });
    });
    outcome
}

/// The words, a single line of them in the middle of the row.
fn words_ui(ui: &mut Ui, words: &str, row: f32) {
    let tokens = tokens(ui);
    let format = TextFormat::simple(font(Weight::Regular, tokens.text.body), tokens.colours.ink);
    let width = ui.available_width();
    let galley = text::rows(ui, words, format, width, 4);
    let height = galley.size().y.max(row);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, words));
    text::paint_from(ui.painter(), rect.left_center(), galley);
}
