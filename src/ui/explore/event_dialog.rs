//! The dialog in which something that happened is written on the chart: what, and when.

use egui::{Context, Id, Label, RichText};
use jiff::civil::Date;

use super::state::ExploreState;
use super::target_dialog::read_as_ui;
use super::target_draft::read_period;
use crate::data::Period;
use crate::project::trend_spec::ChartEvent;
use crate::project::{Edit, TrendSpec};
use crate::ui::action::{Action, Actions};
use crate::ui::kit::{Button, TextField, at_right, modal, modal_fields, modal_title};
use crate::ui::tokens::tokens;
use crate::words::{self, say};

const WIDTH: f32 = 460.0;
/// The title and the buttons of the dialog, and what keeps it from the window's edges.
const AROUND: f32 = 200.0;

/// An event while it is being written.
#[derive(Clone, Debug, Default)]
pub struct EventDraft {
    /// Its place among the project's events; `None` for one that is new.
    pub(super) place: Option<usize>,
    text: String,
    date: String,
    has_begun: bool,
}

impl EventDraft {
    /// A new event, on a day that is proposed.
    pub fn new(date: Option<Date>) -> Self {
        Self {
            date: date.map_or_else(String::new, in_words),
            ..Self::default()
        }
    }

    /// An event of the project.
    pub(super) fn of(place: usize, event: &ChartEvent) -> Self {
        Self {
            place: Some(place),
            text: event.text.clone(),
            date: in_words(event.date),
            has_begun: false,
        }
    }

    /// The event that the words come to, else what is missing.
    fn finished(&self) -> Result<ChartEvent, String> {
        let text = self.text.trim();
        if text.is_empty() {
            return Err(say::event_what_missing().to_owned());
        }
        let date = self.date.trim();
        if date.is_empty() {
            return Err(say::event_when_missing().to_owned());
        }
        match read_period(date) {
            Some(period) => Ok(ChartEvent {
                date: period.start,
                text: text.to_owned(),
            }),
            None => Err(say::event_when_unread(date)),
        }
    }
}

/// A day as it is written in the field, where it is read again in English: `31 March 2021`.
fn in_words(date: Date) -> String {
    Period::day(date).map_or_else(|| date.to_string(), |day| day.label())
}

/// The trend with an event put among its events, or in the place of one of them.
fn with_event(trend: &TrendSpec, place: Option<usize>, event: ChartEvent) -> TrendSpec {
    let mut trend = trend.clone();
    trend.show_events = true;
    match place.and_then(|place| trend.events.get_mut(place)) {
        Some(held) => *held = event,
        None => trend.events.push(event),
    }
    trend
}

/// Takes an event out, as a step of its own.
pub(super) fn remove_event(trend: &TrendSpec, place: usize, actions: &mut Actions) {
    let mut trend = trend.clone();
    if place < trend.events.len() {
        let event = trend.events.remove(place);
        let label = format!("Remove the event “{}”", event.text);
        actions.send(Action::EditTogether(label, vec![Edit::SetTrend(trend)]));
    }
}

/// Draws the dialog while an event is being written.
pub(super) fn event_dialog_ui(
    ctx: &Context,
    trend: &TrendSpec,
    state: &mut ExploreState,
    actions: &mut Actions,
) {
    let Some(mut draft) = state.event_draft.take() else {
        return;
    };
    let title = if draft.place.is_some() {
        say::event_change()
    } else {
        say::event_add()
    };
    // The key that opened the dialog does not close it.
    let is_shown_already = draft.has_begun;
    let id = Id::unique("event dialog");
    let (ended, should_close) = modal(ctx, id, title, WIDTH, |ui| {
        modal_title(ui, title);
        modal_fields(ui, AROUND, |ui| {
            let what = Id::unique("event words");
            let response = TextField::new(what, say::event_what())
                .hint(say::event_what_hint())
                .ui(ui, &mut draft.text);
            if !draft.has_begun {
                draft.has_begun = true;
                response.request_focus();
            }
            TextField::new(Id::unique("event date"), say::event_when())
                .hint(say::event_when_hint())
                .ui(ui, &mut draft.date);
            read_as_ui(
                ui,
                read_period(&draft.date).map(|period| words::date(period.start)),
            );
        });
        let finished = draft.finished();
        if let Err(missing) = &finished {
            let words = RichText::new(missing).color(tokens(ui).colours.ink_secondary);
            ui.add(Label::new(words).wrap());
        }
        ui.add_space(tokens(ui).space.medium);
        let mut ended = false;
        at_right(ui, "buttons", |ui| {
            if let Some(place) = draft.place
                && ui.add(Button::secondary(say::event_remove())).clicked()
            {
                remove_event(trend, place, actions);
                ended = true;
            }
            ended |= ui.add(Button::secondary(say::cancel())).clicked();
            let words = if draft.place.is_some() {
                say::keep_changes()
            } else {
                say::event_add_it()
            };
            let is_entered =
                is_shown_already && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let save = ui.add_enabled(finished.is_ok(), Button::primary(words));
            if (save.clicked() || is_entered)
                && let Ok(event) = finished
            {
                let verb = if draft.place.is_some() {
                    "Change"
                } else {
                    "Add"
                };
                let label = format!("{verb} the event “{}”", event.text);
                let trend = with_event(trend, draft.place, event);
                actions.send(Action::EditTogether(label, vec![Edit::SetTrend(trend)]));
                ended = true;
            }
        });
        ended
    });
    if !ended && !should_close {
        state.event_draft = Some(draft);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn draft(text: &str, date: &str) -> EventDraft {
        EventDraft {
            text: text.to_owned(),
            date: date.to_owned(),
            ..EventDraft::default()
        }
    }

    #[test]
    fn a_day_a_month_and_a_year_are_read() {
        for (words, wanted) in [
            ("31 March 2021", date(2021, 3, 31)),
            ("Mar 2021", date(2021, 3, 1)),
            ("2020/21", date(2020, 4, 1)),
        ] {
            let event = draft(" Lockdown ", words).finished().unwrap();
            assert_eq!((event.date, event.text.as_str()), (wanted, "Lockdown"));
        }
        assert!(draft("Lockdown", "soon").finished().is_err());
        assert!(draft(" ", "Mar 2021").finished().is_err());
    }

    #[test]
    fn what_is_changed_stays_in_its_place() {
        let first = draft("One", "Mar 2021").finished().unwrap();
        let other = draft("Two", "Mar 2020").finished().unwrap();
        let trend = with_event(&TrendSpec::default(), None, first.clone());
        let trend = with_event(&trend, None, other.clone());
        assert_eq!(trend.events, [first.clone(), other.clone()]);
        let read = EventDraft::of(0, &first).finished().unwrap();
        assert_eq!(read, first, "what is not changed is the same event");
        assert_eq!(
            with_event(&trend, Some(0), other.clone()).events,
            [other.clone(), other]
        );
    }
}
