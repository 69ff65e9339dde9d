//! The events of the chart under the pointer and the keyboard: each can be moved along the time axis, changed
//! and taken out.

use egui::accesskit::Role as AccessRole;
use egui::{CursorIcon, EventFilter, Id, Rect, Response, Sense, Ui, Vec2, WidgetInfo};
use jiff::ToSpan;
use jiff::civil::Date;

use super::chart_keys::{EVENT_KEYS, EventKey};
use super::event_dialog::{EventDraft, remove_event};
use super::surface::Surface;
use crate::chart::scene::{HitShape, HitTarget};
use crate::chart::trend_model::{EventModel, place_of_date};
use crate::project::trend_spec::ChartEvent;
use crate::project::{Edit, TrendSpec};
use crate::ui::action::{Action, Actions};
use crate::ui::kit::focus;
use crate::ui::scene_painter as painter;
use crate::words::{self, say};

/// An event's line is found from this far away.
const REACH: f32 = 4.0;

impl Surface<'_> {
    /// The events on show; what is to be changed in the dialog.
    pub(super) fn events_ui(&self, ui: &Ui, actions: &mut Actions) -> Option<EventDraft> {
        let mut changed = None;
        let (from, to) = self.scene.plot.viewport.x;
        for (index, model) in self.model.events.iter().enumerate() {
            let Some(event) = self.spec.events.get(model.place) else {
                continue;
            };
            let id = ui.scope_id().with(("event", model.place));
            // Held by the pointer, it may be at the edge, or past others, for a moment.
            let is_dragged = ui.ctx().is_being_dragged(id) || ui.ctx().is_being_dragged(id.with(1));
            if !(from..=to).contains(&model.x) && !is_dragged {
                continue;
            }
            let line = self.event_line(model);
            let words = self.event_words(index).unwrap_or(line);
            let least = Vec2::splat(self.tokens.size.target);
            let target = Rect::from_center_size(words.center(), words.size().max(least));
            let response = ui.interact(target, id, Sense::click_and_drag());
            let mut responses = vec![response.clone()];
            // Points are found before the line of an event that runs past them.
            let pointer = ui.input(|input| input.pointer.hover_pos());
            let is_at_point = pointer.is_some_and(|pointer| self.is_at_point(pointer));
            if !is_at_point || is_dragged {
                let not_focusable = Sense::CLICK | Sense::DRAG;
                responses.push(ui.interact(line, id.with(1), not_focusable));
            }
            response.widget_info(|| {
                let (event, day) = (&event.text, words::date(event.date));
                let name = say::EventNamed { day, event }.say();
                WidgetInfo::labeled(AccessRole::Button, true, name)
            });
            focus::ring(ui, &response, words.expand(2.0), 4.0);
            for response in &responses {
                if response.hovered() || response.dragged() {
                    ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
                }
                self.drag_ui(ui, response, id, model.place, event, actions);
                if response.clicked() {
                    changed = Some(EventDraft::of(model.place, event));
                }
            }
            self.event_keys_ui(ui, &response, model.place, event, actions);
            if !response.dragged() && !response.has_focus() {
                let (event, day) = (&event.text, words::date(event.date));
                let about = say::EventAbout { day, event }.say();
                response.on_hover_text(format!("{about}\n{}", say::event_about_drag()));
            }
        }
        changed
    }

    /// The words of an event on the screen, where there was room for them.
    fn event_words(&self, index: usize) -> Option<Rect> {
        let mut regions = self.scene.hit_regions.iter();
        regions.find_map(|region| match (region.target, &region.shape) {
            (HitTarget::Event(held), HitShape::Rect(rect)) if held == index => {
                Some(painter::rect(self.origin, *rect))
            }
            _ => None,
        })
    }

    /// The line of an event on the screen, as far as the pointer finds it.
    fn event_line(&self, event: &EventModel) -> Rect {
        let plot = painter::rect(self.origin, self.scene.plot.rect);
        let x = self.origin.x + self.scene.plot.x_to_pt(event.x);
        Rect::from_x_y_ranges((x - REACH)..=(x + REACH), plot.y_range())
    }

    /// All that happens between taking hold of an event and letting it go is one step of undo.
    fn drag_ui(
        &self,
        ui: &Ui,
        response: &Response,
        id: Id,
        place: usize,
        event: &ChartEvent,
        actions: &mut Actions,
    ) {
        let held_at = id.with("date when taken hold of");
        if response.drag_started() {
            ui.data_mut(|data| data.insert_temp(held_at, event.date.to_string()));
            actions.send(Action::BeginStep(format!(
                "Move the event “{}”",
                event.text
            )));
        }
        if response.dragged() {
            let origin = ui.input(|input| input.pointer.press_origin());
            let began = ui.data(|data| data.get_temp::<String>(held_at));
            let began = began.and_then(|date| date.parse::<Date>().ok());
            if let (Some(origin), Some(pointer), Some(began)) =
                (origin, response.interact_pointer_pos(), began)
            {
                let moved = self.moved(began, f64::from(pointer.x - origin.x));
                if moved != event.date {
                    actions.edit(Edit::SetTrend(self.with_date(place, moved)));
                }
            }
        }
        if response.drag_stopped() {
            actions.send(Action::EndStep);
        }
    }

    /// A date moved by so many points, in whole months, within what is on show.
    fn moved(&self, date: Date, by_pt: f64) -> Date {
        let (from, to) = self.scene.plot.viewport.x;
        let width = f64::from(self.scene.plot.rect.width());
        if width <= 0.0 {
            return date;
        }
        let wanted = (place_of_date(date) + by_pt * (to - from) / width).clamp(from, to);
        let mut months = (wanted - place_of_date(date)).round();
        let moved = |months: f64| by_months(date, months);
        // The nearest month may lie just outside.
        while months.abs() >= 1.0 && !(from..=to).contains(&place_of_date(moved(months))) {
            months -= months.signum();
        }
        moved(months)
    }

    fn with_date(&self, place: usize, date: Date) -> TrendSpec {
        let mut trend = self.spec.clone();
        if let Some(event) = trend.events.get_mut(place) {
            event.date = date;
        }
        trend
    }

    /// ← and → move the event by a month, Delete takes it out; Enter is a click.
    fn event_keys_ui(
        &self,
        ui: &Ui,
        response: &Response,
        place: usize,
        event: &ChartEvent,
        actions: &mut Actions,
    ) {
        if !response.has_focus() {
            return;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let by = match EVENT_KEYS.pressed(ui) {
            Some(EventKey::Earlier) => -1.0,
            Some(EventKey::Later) => 1.0,
            Some(EventKey::Remove) => {
                remove_event(self.spec, place, actions);
                return;
            }
            None => return,
        };
        let moved = by_months(event.date, by);
        let (from, to) = self.scene.plot.viewport.x;
        if moved != event.date && (from..=to).contains(&place_of_date(moved)) {
            let label = format!("Move the event “{}”", event.text);
            let edit = Edit::SetTrend(self.with_date(place, moved));
            actions.send(Action::EditTogether(label, vec![edit]));
        }
    }
}

/// A date some whole months later, on the same day of the month or its last; the same where the calendar ends.
fn by_months(date: Date, months: f64) -> Date {
    let step = if months < 0.0 { -1 } else { 1 };
    let mut count = 0_i32;
    while f64::from(count) + 0.5 < months.abs() {
        count += 1;
    }
    date.checked_add((step * count).months()).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn months_are_whole_and_end_with_their_last_day() {
        assert_eq!(by_months(date(2021, 3, 31), -1.0), date(2021, 2, 28));
        assert_eq!(by_months(date(2021, 11, 5), 3.0), date(2022, 2, 5));
        assert_eq!(by_months(date(2021, 11, 5), 0.0), date(2021, 11, 5));
    }
}
