//! What a refresh would change in a presentation, slide by slide, before anything is written.

use egui::{Context, Id};

use super::form::{Ended, aside_ui, end_ui, slide_card_ui};
use crate::base::text::{file_name, upper_first};
use crate::export::pptx::{FoundChanges, SlideChanges};
use crate::ui::kit::{Tone, modal, modal_fields, modal_title};
use crate::words::say;

const WIDTH: f32 = 560.0;
/// The title and the buttons of the dialog, and what keeps it from the window's edges.
const AROUND: f32 = 264.0;
/// The most changes of a slide that are told one by one.
const MOST_DETAILS: usize = 4;

/// What a refresh would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefreshReview {
    file: String,
    slides: Vec<SlideChanges>,
    has_changes: bool,
}

impl RefreshReview {
    /// What was found in a presentation.
    pub fn of(found: &FoundChanges) -> Self {
        Self {
            file: file_name(found.path()),
            slides: found.by_slide(),
            has_changes: found.has_changes(),
        }
    }
}

/// Draws the dialog.
pub fn refresh_review_ui(ctx: &Context, review: &RefreshReview) -> Ended {
    let title = say::refresh_title(&review.file);
    let id = Id::unique("refresh a presentation");
    let (ended, should_close) = modal(ctx, id, &title, WIDTH, |ui| {
        modal_title(ui, &title);
        aside_ui(
            ui,
            if review.has_changes {
                say::refresh_about()
            } else {
                say::refresh_nothing()
            },
        );
        modal_fields(ui, AROUND, |ui| {
            for slide in &review.slides {
                let tone = if slide.is_kept {
                    Tone::Warning
                } else {
                    Tone::Accent
                };
                let mut more: Vec<String> =
                    slide.details.iter().take(MOST_DETAILS).cloned().collect();
                if slide.details.len() > MOST_DETAILS {
                    more.push(say::differences_more(slide.details.len() - MOST_DETAILS));
                } else if slide.details == [slide.words.clone()] {
                    more.clear();
                }
                slide_card_ui(ui, slide.slide, tone, &upper_first(&slide.words), &more);
            }
        });
        if review.has_changes {
            end_ui(ui, say::refresh_do(), None)
        } else {
            match end_ui(ui, say::close(), None) {
                Ended::Done => Ended::Left,
                other => other,
            }
        }
    });
    if ended == Ended::No && should_close {
        Ended::Left
    } else {
        ended
    }
}
