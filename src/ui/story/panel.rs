//! What can be said of the slide on show: its message and whether it is true, its words, what it follows.

use egui::{Id, RichText, Ui};
use jiff::civil::Date;

use super::pages::Telling;
use super::state::{Field, StoryAction, StoryState, Typing};
use super::{follow_ups, message_panel};
use crate::base::typeface::Weight;
use crate::chart::slide::{can_have_lines, line_names, lines_by_step};
use crate::data::Period;
use crate::export::guard::{PublishableSlide, SlideState};
use crate::project::Edit;
use crate::project::story::{Paragraph, Slide, SlideContent, SlideEdit, StoryEdit, TextSize};
use crate::ui::action::{Action, Actions};
use crate::ui::fonts::font;
use crate::ui::kit::{
    Button, Card, Checkbox, Chip, Choice, KeyValueRow, SectionHeading, TextArea, Tone,
};
use crate::ui::tokens::tokens;
use crate::words::{self, say};

/// Draws the panel.
pub(super) fn panel_ui(
    ui: &mut Ui,
    telling: &Telling<'_>,
    slide: &Slide,
    state: &mut StoryState,
    actions: &mut Actions,
) {
    let Some(laid_out) = state.pages.laid_out(slide.id) else {
        return;
    };
    let story = telling.story;
    let at = story
        .and_then(|story| story.place_of(slide.id))
        .unwrap_or_default();
    ui.spacing_mut().item_spacing.y = tokens(ui).space.tight;
    let title = RichText::new(say::slide_number(at + 1));
    ui.label(title.font(font(Weight::Bold, tokens(ui).text.panel)));
    message_panel::message_ui(ui, telling, slide, &laid_out, state, actions);
    words_ui(ui, telling, slide, state, actions);
    if laid_out.is_overfull() {
        warning_ui(ui, say::slide_overfull());
    }
    if let SlideState::Refused(words) = laid_out.state() {
        warning_ui(ui, words);
    }
    reveal_ui(ui, telling, slide, &laid_out, actions);
    size_ui(ui, telling, slide, actions);
    if !slide.charts().is_empty() {
        let refreshed = state.pages.refreshed(slide.id);
        follows_ui(ui, telling, slide, (&laid_out, refreshed), actions);
        ui.add_space(tokens(ui).space.small);
        if ui
            .add(Button::secondary(say::slide_explore()).small())
            .clicked()
        {
            actions.send(Action::Story(StoryAction::Explore(slide.id)));
        }
    }
    message_panel::others_ui(ui, telling, slide, state, actions);
    follow_ups::follow_ups_ui(ui, telling, state, actions);
}

fn warning_ui(ui: &mut Ui, words: &str) {
    ui.add_space(tokens(ui).space.small);
    Card::new().edge(Tone::Warning).show(ui, |ui| {
        ui.label(words);
    });
}

/// What stands under the title on slides of words.
fn words_ui(
    ui: &mut Ui,
    telling: &Telling<'_>,
    slide: &Slide,
    state: &mut StoryState,
    actions: &mut Actions,
) {
    let (field, name, words, rows) = match &slide.content {
        SlideContent::Text { paragraphs, .. } => (
            Field::Paragraphs,
            say::story_text(),
            Paragraph::write(paragraphs),
            6,
        ),
        SlideContent::Section { subtitle, .. } => {
            (Field::Subtitle, say::slide_subtitle(), subtitle.clone(), 1)
        }
        _ => return,
    };
    ui.add(SectionHeading::new(name));
    let hint = if field == Field::Paragraphs {
        say::slide_text_hint()
    } else {
        ""
    };
    let kept = field_ui(ui, state, slide, field, &words, |id| {
        TextArea::new(id, name)
            .without_caption()
            .rows(rows)
            .hint(hint)
    });
    if let Some(words) = kept {
        keep(telling, slide, field, &words, state, actions);
    }
    if field == Field::Paragraphs {
        let mut step_by_step = slide.step_by_step;
        ui.add_space(tokens(ui).space.small);
        let words = say::slide_step_by_step();
        if ui.add(Checkbox::new(&mut step_by_step, words)).changed() {
            let changed = Slide {
                step_by_step,
                ..slide.clone()
            };
            change(telling, changed, actions);
        }
    }
}

/// Whether the lines of the chart appear one by one, and in which order.
fn reveal_ui(
    ui: &mut Ui,
    telling: &Telling<'_>,
    slide: &Slide,
    laid_out: &PublishableSlide,
    actions: &mut Actions,
) {
    let steps = lines_by_step(laid_out.scene());
    if !can_have_lines(slide) || steps.len() < 2 {
        return;
    }
    ui.add(SectionHeading::new(say::slide_reveal()));
    let mut step_by_step = slide.step_by_step;
    let words = say::slide_step_by_step();
    if ui.add(Checkbox::new(&mut step_by_step, words)).changed() {
        let changed = Slide {
            step_by_step,
            ..slide.clone()
        };
        change(telling, changed, actions);
    }
    if !slide.step_by_step {
        return;
    }
    let chart = laid_out.charts().first();
    let names = chart.map_or(Vec::new(), |chart| line_names(&chart.contents().table));
    let secondary = tokens(ui).colours.ink_secondary;
    for (place, step) in steps.iter().enumerate() {
        let lines: Vec<&str> = step
            .iter()
            .filter_map(|line| names.get(*line).map(String::as_str))
            .collect();
        let lines = lines.join(", ");
        let words = if place == 0 {
            say::slide_lines_first(lines)
        } else {
            say::slide_lines_then(lines)
        };
        ui.label(RichText::new(words).color(secondary));
    }
}

fn size_ui(ui: &mut Ui, telling: &Telling<'_>, slide: &Slide, actions: &mut Actions) {
    ui.add(SectionHeading::new(say::story_text()));
    let choices: Vec<Choice<'_>> = TextSize::ALL
        .iter()
        .map(|size| Choice::new(size.words()))
        .collect();
    let current = TextSize::ALL
        .iter()
        .position(|size| *size == slide.text_size)
        .unwrap_or_default();
    let chosen = Chip::of(say::slide_text_size(), &choices, current)
        .small()
        .ui(ui);
    if let Some(size) = chosen.chosen.and_then(|at| TextSize::ALL.get(at)) {
        let changed = Slide {
            text_size: *size,
            ..slide.clone()
        };
        change(telling, changed, actions);
    }
}

/// Whether it follows the latest period, what it shows, and where that is from.
fn follows_ui(
    ui: &mut Ui,
    telling: &Telling<'_>,
    slide: &Slide,
    (laid_out, refreshed): (&PublishableSlide, Option<Date>),
    actions: &mut Actions,
) {
    ui.add(SectionHeading::new(say::slide_follows()));
    let pinned = slide.pinned_to();
    let last = laid_out.last_period();
    if let Some(period) = pinned.or(last) {
        let label = period.label();
        let choices = [
            Choice::new(say::slide_latest()),
            Choice::new(say::slide_always(label)),
        ];
        let current = usize::from(pinned.is_some());
        let chosen = Chip::of(say::slide_shows(), &choices, current)
            .small()
            .ui(ui)
            .chosen;
        if let Some(chosen) = chosen.filter(|chosen| *chosen != current) {
            let mut changed = slide.clone();
            changed.pin_to((chosen == 1).then_some(period));
            changed.said = None;
            change(telling, changed, actions);
        }
    }
    ui.add_space(tokens(ui).space.tight);
    if let Some(period) = last {
        ui.add(KeyValueRow::new(
            say::slide_data_to(),
            Period::label(&period),
        ));
    }
    if let Some(date) = refreshed {
        ui.add(KeyValueRow::new(say::slide_refreshed(), words::date(date)));
    }
    for chart in laid_out.charts() {
        let footnote = &chart.contents().words.footnote;
        let secondary = tokens(ui).colours.ink_secondary;
        ui.add_space(tokens(ui).space.tight);
        ui.label(
            RichText::new(footnote)
                .size(tokens(ui).text.small)
                .color(secondary),
        );
    }
}

/// A field whose words are kept once it is left: those words, where they differ from what stands there.
pub(super) fn field_ui<'a>(
    ui: &mut Ui,
    state: &mut StoryState,
    slide: &Slide,
    field: Field,
    current: &str,
    widget: impl FnOnce(Id) -> TextArea<'a>,
) -> Option<String> {
    let held = state.typing.take();
    let is_this = |typing: &Typing| typing.slide == slide.id && typing.field == field;
    let (mine, other): (Option<Typing>, Option<Typing>) = match held {
        Some(typing) if is_this(&typing) => (Some(typing), None),
        other => (None, other),
    };
    let is_typing = mine.is_some();
    let mut words = mine.map_or_else(|| current.to_owned(), |typing| typing.words);
    let id = Id::unique(("words of a slide", slide.id.0, field));
    let response = widget(id).ui(ui, &mut words);
    if response.lost_focus() && is_typing {
        state.typing = other;
        return (words.trim() != current.trim()).then_some(words);
    }
    state.typing = if response.has_focus() || response.changed() {
        Some(Typing {
            slide: slide.id,
            field,
            words,
        })
    } else {
        other
    };
    None
}

/// Keeps what was typed of a slide that is no longer on show.
pub(super) fn keep_typing(
    telling: &Telling<'_>,
    state: &mut StoryState,
    selected: Option<&Slide>,
    actions: &mut Actions,
) {
    let is_elsewhere = |typing: &Typing| selected.is_none_or(|slide| slide.id != typing.slide);
    if !state.typing.as_ref().is_some_and(is_elsewhere) {
        return;
    }
    if let Some(typing) = state.typing.take()
        && let Some(slide) = telling.story.and_then(|story| story.slide(typing.slide))
    {
        keep(telling, slide, typing.field, &typing.words, state, actions);
    }
}

/// Keeps the words of a field.
pub(super) fn keep(
    telling: &Telling<'_>,
    slide: &Slide,
    field: Field,
    words: &str,
    state: &StoryState,
    actions: &mut Actions,
) {
    let mut changed = slide.clone();
    let words = words.trim();
    match field {
        Field::Notes => words.clone_into(&mut changed.notes),
        Field::Subtitle => {
            if let SlideContent::Section { subtitle, .. } = &mut changed.content {
                words.clone_into(subtitle);
            }
        }
        Field::Paragraphs => {
            if let SlideContent::Text { paragraphs, .. } = &mut changed.content {
                *paragraphs = Paragraph::read(words);
            }
        }
        Field::Message => {
            let laid_out = state.pages.laid_out(slide.id);
            let stated = laid_out.as_ref().and_then(|laid_out| laid_out.stated());
            let is_of_rules = stated.is_some_and(|stated| stated.title == words);
            let own = (!words.is_empty() && !is_of_rules).then(|| words.to_owned());
            let own = match &slide.content {
                SlideContent::Message { .. } => Some(words.to_owned()),
                _ => own,
            };
            changed.set_own_words(own);
            if let Some(stated) = stated {
                changed.said = Some(stated.said(changed.own_words()));
            }
        }
    }
    if changed != *slide {
        change(telling, changed, actions);
    }
}

/// Puts a changed slide in place.
pub(super) fn change(telling: &Telling<'_>, slide: Slide, actions: &mut Actions) {
    if let Some(story) = telling.story {
        let edit = SlideEdit::Change(Box::new(slide));
        actions.edit(Edit::Stories(StoryEdit::Slides(story.id, edit)));
    }
}
