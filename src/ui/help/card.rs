//! The card of a step of the tour, beside the place to which it points, with a ring round that. Nothing of it moves by
//! itself.

use egui::accesskit::Role;
use egui::{
    Align2, Area, Context, CornerRadius, Frame, Id, LayerId, Margin, Order, Pos2, Rect, RichText,
    Stroke, StrokeKind, Vec2, pos2, vec2,
};

use super::Step;
use crate::base::typeface::Weight;
use crate::ui::fonts::font;
use crate::ui::kit::{Button, announce, at_right};
use crate::ui::tokens::tokens_of;
use crate::words::say;

const WIDTH: f32 = 340.0;
const MARGIN: i8 = 18;
/// Between the card and what it points at, and the edges of the window.
const GAP: f32 = 14.0;
/// The height of a card before it was drawn.
const HEIGHT: f32 = 200.0;
/// The width of the ring.
const RING: f32 = 3.0;

/// What was pressed on the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardAnswer {
    /// To the step before.
    Back,
    /// To the next step, or to the end.
    Next,
    /// No more of it.
    Skip,
}

/// Draws the card of a step, the `number`th of `count` from 0; `is_new` gives it the keyboard.
pub fn tour_card_ui(
    ctx: &Context,
    step: &Step,
    (number, count): (usize, usize),
    target: Option<Rect>,
    is_new: bool,
) -> Option<CardAnswer> {
    let tokens = tokens_of(ctx);
    let id = Id::unique("tour");
    if let Some(target) = target {
        let layer = LayerId::new(Order::Foreground, id.with("ring"));
        let stroke = Stroke::new(RING, tokens.colours.accent);
        let radius = CornerRadius::from(tokens.radius.control);
        let ring = target
            .expand(2.0)
            .intersect(ctx.content_rect().shrink(RING));
        ctx.layer_painter(layer)
            .rect_stroke(ring, radius, stroke, StrokeKind::Outside);
    }
    let held: Option<Vec2> = ctx.data(|data| data.get_temp(id));
    let size = held.unwrap_or(vec2(WIDTH, HEIGHT));
    let room = ctx.content_rect().shrink(GAP);
    let at = place(target, size, room);
    let mut answer = None;
    let area = Area::new(id)
        .order(Order::Foreground)
        .pivot(Align2::LEFT_TOP)
        .fixed_pos(at)
        .constrain_to(room)
        .role(Role::Dialog)
        .accessible_name(say::tour_title());
    let shown = area.show(ctx, |ui| {
        Frame::popup(ui.style())
            .inner_margin(Margin::same(MARGIN))
            .corner_radius(CornerRadius::from(tokens.radius.card))
            .stroke(Stroke::new(1.0, tokens.colours.accent))
            .show(ui, |ui| {
                ui.set_width((WIDTH - 2.0 * f32::from(MARGIN)).min(room.width() - 40.0));
                ui.spacing_mut().item_spacing.y = tokens.space.small;
                let secondary = tokens.colours.ink_secondary;
                let place = number + 1;
                let where_to = say::TourStep {
                    number: place,
                    count,
                }
                .say();
                let (title, text) = (step.about.title(), step.about.text());
                ui.label(
                    RichText::new(&where_to)
                        .size(tokens.text.fine)
                        .color(secondary),
                );
                let heading = RichText::new(title);
                ui.label(heading.font(font(Weight::SemiBold, tokens.text.lead)));
                ui.label(text);
                let step = &*where_to;
                let said = say::TourSaid { step, text, title }.say();
                announce(ui, id.with("said"), ui.min_rect().min, &said);
                ui.add_space(tokens.space.tight);
                at_right(ui, "tour", |ui| {
                    let is_last = place == count;
                    let end = Button::quiet(say::tour_end()).small();
                    if !is_last && ui.add(end).clicked() {
                        answer = Some(CardAnswer::Skip);
                    }
                    if number > 0 && ui.add(Button::secondary(say::back()).small()).clicked() {
                        answer = Some(CardAnswer::Back);
                    }
                    let words = if is_last {
                        say::tour_finish()
                    } else {
                        say::tour_next()
                    };
                    let next = ui.add(Button::primary(words).small());
                    if is_new {
                        next.request_focus();
                    }
                    if next.clicked() {
                        answer = Some(CardAnswer::Next);
                    }
                });
            });
    });
    let drawn = shown.response.rect.size();
    if held != Some(drawn) {
        ctx.data_mut(|data| data.insert_temp(id, drawn));
        ctx.request_repaint();
    }
    answer
}

/// Where a card stands: beside the target where there is room, else in the corner of it.
fn place(target: Option<Rect>, size: Vec2, room: Rect) -> Pos2 {
    let Some(target) = target else {
        return room.center() - size / 2.0;
    };
    let along = |from: f32, most: f32| from.min(most);
    let x = along(target.left(), room.right() - size.x).max(room.left());
    let y = along(target.top(), room.bottom() - size.y).max(room.top());
    let sides = [
        pos2(target.right() + GAP, y),
        pos2(target.left() - GAP - size.x, y),
        pos2(x, target.bottom() + GAP),
        pos2(x, target.top() - GAP - size.y),
    ];
    let fits = |at: &Pos2| {
        room.expand(0.5)
            .contains_rect(Rect::from_min_size(*at, size))
    };
    let corner = target.intersect(room).right_bottom() - size - vec2(GAP, GAP);
    sides.into_iter().find(fits).unwrap_or(corner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_covers_its_target_only_where_there_is_no_room_beside_it() {
        let room = Rect::from_min_max(pos2(14.0, 14.0), pos2(1426.0, 886.0));
        let size = vec2(340.0, 200.0);
        let card = |target| Rect::from_min_size(place(Some(target), size, room), size);
        for target in [
            Rect::from_min_max(pos2(0.0, 50.0), pos2(264.0, 900.0)),
            Rect::from_min_max(pos2(1150.0, 50.0), pos2(1440.0, 900.0)),
            Rect::from_min_max(pos2(280.0, 60.0), pos2(1140.0, 190.0)),
            Rect::from_min_max(pos2(1300.0, 8.0), pos2(1430.0, 43.0)),
        ] {
            assert!(!card(target).intersects(target), "{target:?}");
            assert!(room.expand(0.5).contains_rect(card(target)), "{target:?}");
        }
        let all = room.expand(14.0);
        assert!(room.contains_rect(card(all)));
    }
}
