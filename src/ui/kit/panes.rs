//! Panes beside each other: a list at the left, what is worked on in the middle, details at the right. Where there is
//! not room for all of them, as in a window at 200%, one of them is shown at a time and words over it choose which.
//! F6 goes from pane to pane with the keyboard, wherever it is.

use egui::accesskit::Role;
use egui::{
    Align, Context, FocusDirection, Frame, Id, Key, Layout, Modifiers, Rect, Stroke, Ui, UiBuilder,
    pos2,
};

use super::{KeyRow, KeyTable, Tabs};
use crate::ui::tokens::tokens;
use crate::words::say;

/// The height of the words that choose a pane.
const BAR: f32 = 40.0;
/// The room that the middle needs beside the others, unless said otherwise.
const LEAST_MIDDLE: f32 = 440.0;

/// Which pane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The list.
    Left,
    /// What is worked on.
    #[default]
    Middle,
    /// The details.
    Right,
}

/// Where the keyboard goes by F6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaneKey {
    /// To the next pane.
    Next,
    /// To the one before.
    Before,
}

/// The keys that go from pane to pane.
pub const PANE_KEYS: KeyTable<PaneKey> = KeyTable {
    place: say::keys_everywhere,
    rows: &[
        KeyRow {
            keys: &[(Modifiers::SHIFT, Key::F6)],
            does: PaneKey::Before,
            words: Some(say::key_pane_before),
        },
        KeyRow {
            keys: &[(Modifiers::NONE, Key::F6)],
            does: PaneKey::Next,
            words: Some(say::key_next_pane),
        },
    ],
};

#[derive(Clone, Copy)]
struct Side<'a> {
    name: &'a str,
    width: f32,
    frame: Frame,
}

/// The panes of a screen.
#[must_use = "panes are not shown until `ui` is called"]
pub struct Panes<'a> {
    id: Id,
    left: Option<Side<'a>>,
    middle: (&'a str, Frame),
    least_middle: f32,
    right: Option<Side<'a>>,
}

impl<'a> Panes<'a> {
    /// The pane in the middle, with what it is called where one has to choose.
    pub fn new(id: Id, name: &'a str, frame: Frame) -> Self {
        Self {
            id,
            left: None,
            middle: (name, frame),
            least_middle: LEAST_MIDDLE,
            right: None,
        }
    }

    /// A pane at the left.
    pub fn left(mut self, name: &'a str, width: f32, frame: Frame) -> Self {
        self.left = Some(Side { name, width, frame });
        self
    }

    /// A pane at the right.
    pub fn right(mut self, name: &'a str, width: f32, frame: Frame) -> Self {
        self.right = Some(Side { name, width, frame });
        self
    }

    /// The room that the middle needs beside the others, in points.
    pub fn least_middle(mut self, width: f32) -> Self {
        self.least_middle = width;
        self
    }

    /// Shows a pane where only one has room, from now on.
    pub fn choose(ctx: &Context, id: Id, pane: Pane) {
        ctx.data_mut(|data| data.insert_temp(id.with("chosen pane"), pane));
    }

    /// Whether there is room for one pane alone.
    fn is_folded(&self, width: f32) -> bool {
        let sides = [self.left, self.right].into_iter().flatten();
        let sides: f32 = sides.map(|side| side.width).sum();
        sides > 0.0 && width < sides + self.least_middle
    }

    /// The panes there are, from left to right.
    fn names(&self) -> Vec<(Pane, &'a str)> {
        let left = self.left.map(|side| (Pane::Left, side.name));
        let right = self.right.map(|side| (Pane::Right, side.name));
        let middle = (Pane::Middle, self.middle.0);
        left.into_iter()
            .chain(std::iter::once(middle))
            .chain(right)
            .collect()
    }

    /// Draws the panes into what is left of the layout; `content` draws each that can be seen, from left to right.
    pub fn ui(self, ui: &mut Ui, mut content: impl FnMut(&mut Ui, Pane)) {
        let whole = ui.available_rect_before_wrap();
        if self.is_folded(whole.width()) {
            self.folded_ui(ui, whole, &mut content);
        } else {
            self.unfolded_ui(ui, whole, &mut content);
        }
        ui.advance_cursor_after_rect(whole);
    }

    fn unfolded_ui(&self, ui: &mut Ui, whole: Rect, content: &mut impl FnMut(&mut Ui, Pane)) {
        let left_width = self.left.map_or(0.0, |side| side.width);
        let right_width = self.right.map_or(0.0, |side| side.width);
        let left_edge = whole.left() + left_width;
        let right_edge = (whole.right() - right_width).max(left_edge);
        let between = |left: f32, right: f32| {
            Rect::from_min_max(pos2(left, whole.top()), pos2(right, whole.bottom()))
        };
        if let Some(side) = self.left {
            let rect = between(whole.left(), left_edge);
            self.pane_ui(ui, Pane::Left, side.name, side.frame, rect, content);
        }
        let (name, frame) = self.middle;
        let rect = between(left_edge, right_edge);
        self.pane_ui(ui, Pane::Middle, name, frame, rect, content);
        if let Some(side) = self.right {
            let rect = between(right_edge, whole.right());
            self.pane_ui(ui, Pane::Right, side.name, side.frame, rect, content);
        }
        let rule = Stroke::new(1.0, tokens(ui).colours.rule);
        if self.left.is_some() {
            ui.painter().vline(left_edge - 0.5, whole.y_range(), rule);
        }
        if self.right.is_some() {
            ui.painter().vline(right_edge + 0.5, whole.y_range(), rule);
        }
    }

    /// One pane under the words that choose it.
    fn folded_ui(&self, ui: &mut Ui, whole: Rect, content: &mut impl FnMut(&mut Ui, Pane)) {
        let names = self.names();
        let held = self.id.with("chosen pane");
        let kept: Option<Pane> = ui.data(|data| data.get_temp(held));
        let mut chosen = kept.unwrap_or_default();
        if let Some((pane, _)) = names
            .iter()
            .find(|(pane, _)| is_wanted(ui.ctx(), self.pane_id(*pane)))
        {
            chosen = *pane;
        }
        if names.iter().all(|(pane, _)| *pane != chosen) {
            chosen = Pane::Middle;
        }
        let bar = Rect::from_min_max(whole.min, pos2(whole.right(), whole.top() + BAR));
        let colours = &tokens(ui).colours;
        ui.painter().rect_filled(bar, 0.0, colours.card);
        let rule = Stroke::new(1.0, colours.rule);
        ui.painter().hline(bar.x_range(), bar.bottom() - 0.5, rule);
        let builder = UiBuilder::new()
            .max_rect(bar.shrink2(egui::vec2(12.0, 4.0)))
            .layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(builder, |ui| {
            // The row is laid out as high as it will be, so that it stands in the middle of the bar.
            ui.spacing_mut().interact_size.y = tokens(ui).size.tab;
            ui.add(Tabs::new(&mut chosen, &names));
        });
        ui.data_mut(|data| data.insert_temp(held, chosen));
        let below = whole.with_min_y(bar.bottom());
        for (pane, name) in names {
            if pane == chosen {
                let frame = self.frame_of(pane);
                self.pane_ui(ui, pane, name, frame, below, content);
            } else {
                note(ui.ctx(), self.pane_id(pane), Rect::NOTHING);
            }
        }
    }

    fn frame_of(&self, pane: Pane) -> Frame {
        let side = match pane {
            Pane::Left => self.left,
            Pane::Right => self.right,
            Pane::Middle => None,
        };
        side.map_or(self.middle.1, |side| side.frame)
    }

    fn pane_id(&self, pane: Pane) -> Id {
        self.id.with(pane)
    }

    fn pane_ui(
        &self,
        ui: &mut Ui,
        pane: Pane,
        name: &str,
        frame: Frame,
        rect: Rect,
        content: &mut impl FnMut(&mut Ui, Pane),
    ) {
        let id = self.pane_id(pane);
        let builder = UiBuilder::new()
            .scope_id(id)
            .max_rect(rect)
            .layout(Layout::top_down(Align::Min))
            .accessibility_role(Role::Pane)
            .accessibility_label(name);
        ui.scope_builder(builder, |ui| {
            ui.set_clip_rect(rect.intersect(ui.clip_rect()));
            ui.expand_to_include_rect(rect);
            begin_pane(ui, id, rect);
            ui.painter().rect_filled(rect, 0.0, frame.fill);
            let frame = Frame::new().inner_margin(frame.inner_margin);
            frame.show(ui, |ui| {
                ui.set_min_size(ui.available_size());
                content(ui, pane);
            });
        });
    }
}

/// The panes of a frame, in their order, and the one that the keyboard is to go to.
#[derive(Clone, Debug, Default)]
struct Noted {
    pass: u64,
    panes: Vec<(Id, Rect)>,
    wanted: Option<Id>,
}

fn noted() -> Id {
    Id::unique("panes of the window")
}

/// Notes that a pane is there in this frame.
fn note(ctx: &Context, id: Id, rect: Rect) {
    let pass = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| {
        let noted: &mut Noted = data.get_temp_mut_or_default(noted());
        if noted.pass != pass {
            noted.pass = pass;
            noted.panes.clear();
        }
        noted.panes.push((id, rect));
    });
}

fn is_wanted(ctx: &Context, id: Id) -> bool {
    ctx.data(|data| data.get_temp::<Noted>(noted()))
        .is_some_and(|noted| noted.wanted == Some(id))
}

/// Begins a pane: where F6 led to it, the keyboard goes to the first thing in it.
pub fn begin_pane(ui: &Ui, id: Id, rect: Rect) {
    let ctx = ui.ctx();
    note(ctx, id, rect);
    if !is_wanted(ctx, id) {
        return;
    }
    ctx.data_mut(|data| data.get_temp_mut_or_default::<Noted>(noted()).wanted = None);
    let layer = ui.layer_id();
    ctx.memory_mut(|memory| {
        // As if Tab were pressed on something just before the first thing of the pane.
        let before = id.with("before the first");
        memory.request_focus(before);
        memory.move_focus(FocusDirection::Next);
        memory.interested_in_focus(before, layer);
    });
}

/// Takes F6; to be asked once a frame, before anything is drawn.
pub fn take_pane_keys(ui: &Ui) {
    let ctx = ui.ctx();
    if ctx.memory(egui::Memory::top_modal_layer).is_some() || egui::Popup::is_any_open(ctx) {
        return;
    }
    let Some(key) = PANE_KEYS.pressed(ui) else {
        return;
    };
    let focused = ctx.memory(egui::Memory::focused);
    let at = focused.and_then(|id| Some(ctx.read_response(id)?.rect.center()));
    ctx.data_mut(|data| {
        let noted: &mut Noted = data.get_temp_mut_or_default(noted());
        let here = at.and_then(|at| noted.panes.iter().position(|(_, rect)| rect.contains(at)));
        let count = noted.panes.len();
        let to = match (key, here) {
            (_, _) if count == 0 => return,
            (PaneKey::Next, Some(here)) => (here + 1) % count,
            (PaneKey::Next, None) => 0,
            (PaneKey::Before, Some(here)) => (here + count - 1) % count,
            (PaneKey::Before, None) => count - 1,
        };
        noted.wanted = noted.panes.get(to).map(|(id, _)| *id);
    });
}
