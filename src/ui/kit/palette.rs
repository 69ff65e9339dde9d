//! "Find anything": one field over everything that can be opened or done, ranked as one types.

use egui::{Align2, Context, CornerRadius, Frame, Id, Margin, Modal, Stroke, vec2};

use super::choice_list::{ChoiceList, ListState};
use super::{Choice, focus_return};
use crate::ui::tokens::tokens_of;
use crate::words::say;

const WIDTH: f32 = 600.0;
const HEIGHT: f32 = 420.0;

/// Whether the palette is open, and what is typed in it.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    list: Option<ListState>,
}

impl Palette {
    /// Opens it with an empty field.
    pub fn open(&mut self, ctx: &Context) {
        // Before the field has the keyboard: it goes back to where it is now.
        focus_return::note_dialog(ctx, id());
        self.list = Some(ListState::opened(ctx, None));
        // At once, so that what is typed while the first frame is drawn is not lost.
        ctx.memory_mut(|memory| memory.request_focus(ChoiceList::field_id(id())));
    }

    /// Closes it.
    pub fn close(&mut self) {
        self.list = None;
    }

    /// Whether it is open.
    pub const fn is_open(&self) -> bool {
        self.list.is_some()
    }

    /// Shows it if it is open; the index of the choice that was taken, after which it is closed.
    pub fn ui(&mut self, ctx: &Context, choices: &[Choice<'_>]) -> Option<usize> {
        let mut state = self.list.take()?;
        let tokens = tokens_of(ctx);
        let id = id();
        focus_return::note_dialog(ctx, id);
        let room = ctx.content_rect().size();
        let list = ChoiceList {
            id,
            name: say::command_find_anything(),
            hint: say::palette_hint(),
            choices,
            current: None,
            max_height: HEIGHT.min(room.y * 0.6),
        };
        let area = Modal::default_area(id)
            .anchor(Align2::CENTER_TOP, vec2(0.0, room.y * 0.12))
            .accessible_name(say::command_find_anything());
        let frame = Frame::popup(&ctx.global_style())
            .inner_margin(Margin::same(10))
            .corner_radius(CornerRadius::from(tokens.radius.card))
            .stroke(Stroke::new(1.0, tokens.colours.rule));
        let shown = Modal::new(id)
            .area(area)
            .frame(frame)
            .backdrop_color(tokens.colours.backdrop)
            .show(ctx, |ui| {
                ui.set_width(WIDTH.min(room.x - 48.0));
                list.ui(ui, &mut state)
            });
        if shown.inner.is_none() && !shown.should_close() {
            self.list = Some(state);
        }
        shown.inner
    }
}

fn id() -> Id {
    Id::unique("palette")
}
