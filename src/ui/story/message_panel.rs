//! The message of a slide, whether it is true, and the way to the true one.

use egui::{RichText, Ui};

use super::pages::Telling;
use super::panel::{change, field_ui, keep};
use super::state::{Field, StoryState};
use crate::chart::message::MessageCheck;
use crate::export::guard::PublishableSlide;
use crate::project::story::{Slide, SlideContent};
use crate::ui::action::Actions;
use crate::ui::kit::{Button, Card, Icon, Link, SectionHeading, TextArea, Tone};
use crate::ui::tokens::tokens;
use crate::words::say;

/// The message with its check.
pub(super) fn message_ui(
    ui: &mut Ui,
    telling: &Telling<'_>,
    slide: &Slide,
    laid_out: &PublishableSlide,
    state: &mut StoryState,
    actions: &mut Actions,
) {
    let name = match &slide.content {
        SlideContent::Text { .. } => say::story_heading(),
        SlideContent::Section { .. } => say::slide_title(),
        _ => say::pane_message(),
    };
    ui.add(SectionHeading::new(name));
    let kept = slide.said.as_ref().map(|said| said.title.as_str());
    let stated = laid_out.stated().map(|stated| stated.title.as_str());
    let is_two = matches!(slide.content, SlideContent::TwoCharts { .. });
    let shown = slide
        .own_words()
        .or(kept.filter(|_| !is_two))
        .or(stated.filter(|_| !is_two))
        .unwrap_or_default()
        .to_owned();
    let typed = field_ui(ui, state, slide, Field::Message, &shown, |id| {
        TextArea::new(id, name).without_caption().hint(if is_two {
            say::slide_over_both()
        } else {
            ""
        })
    });
    if let Some(words) = typed {
        keep(telling, slide, Field::Message, &words, state, actions);
    }
    check_ui(ui, telling, slide, laid_out, actions);
    let rules = stated.filter(|_| slide.own_words().is_some() && !is_two);
    if let Some(rules) = rules
        && !matches!(slide.content, SlideContent::Message { .. })
        && ui
            .add(Link::new(say::message_by_data()))
            .on_hover_text(rules)
            .clicked()
    {
        take_true(telling, slide, laid_out, actions);
    }
}

fn check_ui(
    ui: &mut Ui,
    telling: &Telling<'_>,
    slide: &Slide,
    laid_out: &PublishableSlide,
    actions: &mut Actions,
) {
    let colours = &tokens(ui).colours;
    let secondary = colours.ink_secondary;
    let small = tokens(ui).text.small;
    match laid_out.check() {
        MessageCheck::True => {
            let ink = Tone::Good.ink(colours);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 5.0;
                Icon::Check.ui(ui, ink);
                let words = say::message_true();
                ui.label(RichText::new(words).size(small).color(ink));
            });
        }
        MessageCheck::Nothing if laid_out.stated().is_some() => {
            let words = say::message_unchecked();
            ui.label(RichText::new(words).size(small).color(secondary));
        }
        MessageCheck::Nothing => {}
        MessageCheck::NotInChart(facts) => {
            let facts: Vec<String> = facts.iter().map(|fact| format!("“{fact}”")).collect();
            let words = say::message_not_in_chart(facts.join(", "));
            ui.label(
                RichText::new(words)
                    .size(small)
                    .color(Tone::Warning.ink(colours)),
            );
        }
        MessageCheck::Changed { said, now } => {
            Card::new().edge(Tone::Warning).show(ui, |ui| {
                ui.label(say::message_untrue());
                ui.label(RichText::new(said).strikethrough().color(secondary));
                ui.label(RichText::new(now).strong());
                if ui
                    .add(Button::primary(say::message_use_true()).small())
                    .clicked()
                {
                    take_true(telling, slide, laid_out, actions);
                }
            });
        }
    }
}

/// The other slides whose message is no longer true.
pub(super) fn others_ui(
    ui: &mut Ui,
    telling: &Telling<'_>,
    slide: &Slide,
    state: &mut StoryState,
    actions: &mut Actions,
) {
    for (id, number, said, now) in state.pages.changed() {
        if id == slide.id {
            continue;
        }
        ui.add_space(tokens(ui).space.small);
        Card::new().edge(Tone::Warning).show(ui, |ui| {
            ui.label(RichText::new(say::message_slide_changed(number)).strong());
            ui.label(say::MessageSaidNow { now, said }.say());
            let name = say::message_use_true_on(number);
            let link = Button::quiet(say::message_use_true()).named(name).small();
            if ui.add(link).clicked()
                && let Some(changed) = telling.story.and_then(|story| story.slide(id))
                && let Some(laid_out) = state.pages.laid_out(id)
            {
                take_true(telling, changed, &laid_out, actions);
            }
        });
    }
}

/// Takes the words of the rules, and notes what the data say today.
fn take_true(
    telling: &Telling<'_>,
    slide: &Slide,
    laid_out: &PublishableSlide,
    actions: &mut Actions,
) {
    let Some(stated) = laid_out.stated() else {
        return;
    };
    let mut changed = slide.clone();
    let words = match &slide.content {
        SlideContent::Message { .. } => Some(stated.title.clone()),
        _ => None,
    };
    changed.set_own_words(words);
    changed.said = Some(stated.said(changed.own_words()));
    change(telling, changed, actions);
}
