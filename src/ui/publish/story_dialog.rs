//! How a story is published, and what is to be known of its slides before it is.

use egui::{Context, Id, Ui};

use super::form::{Ended, aside_ui, end_ui, line_ui, slide_card_ui};
use crate::chart::ThemeKind;
use crate::export::story::{
    Notice, NoticeKind, Publication, PublishOptions, PublishableStory, RefusedSlide,
};
use crate::project::story::{SlideShape, Story, StoryId};
use crate::ui::kit::{Checkbox, SectionHeading, Tone, modal, modal_fields, modal_title};
use crate::ui::tokens::tokens;
use crate::words::say;

const WIDTH: f32 = 520.0;
/// The title and the buttons of the dialog, and what keeps it from the window's edges.
const AROUND: f32 = 264.0;

/// The colours that leave the window; the dark ones are for the screen.
fn themes() -> [(ThemeKind, &'static str); 3] {
    [
        (ThemeKind::Light, say::theme_light()),
        (ThemeKind::HighContrast, say::theme_high_contrast()),
        (ThemeKind::Print, say::theme_print()),
    ]
}

/// A story that is about to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishDraft {
    /// The story.
    pub story: StoryId,
    /// Its name.
    pub name: String,
    /// How.
    pub options: PublishOptions,
    /// How many of its slides are hidden.
    hidden: usize,
    /// Whether the speaker has something to say.
    has_notes: bool,
    /// The shape of its slides.
    shape: SlideShape,
    /// What is to be known of its slides, once they are laid out.
    pub review: Option<PublishReview>,
}

/// What is to be known before a story is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishReview {
    notices: Vec<Notice>,
    refused: Vec<RefusedSlide>,
    slides: usize,
}

impl PublishDraft {
    /// A story, published as the last one was.
    pub fn new(story: &Story, options: PublishOptions) -> Self {
        Self {
            story: story.id,
            name: story.name.clone(),
            options: PublishOptions {
                shape: None,
                ..options
            },
            hidden: story.slides.iter().filter(|slide| slide.is_hidden).count(),
            has_notes: story.slides.iter().any(|slide| !slide.notes.is_empty()),
            shape: story.shape,
            review: None,
        }
    }
}

impl PublishReview {
    /// What is to be known of a story that was laid out; `None` where there is nothing.
    pub fn of(story: &PublishableStory) -> Option<Self> {
        let is_quiet = story.notices().is_empty() && story.refused().is_empty();
        (!is_quiet).then(|| Self {
            notices: story.notices().to_vec(),
            refused: story.refused().to_vec(),
            slides: story.slide_count(),
        })
    }
}

/// Draws the dialog.
pub fn publish_ui(ctx: &Context, draft: &mut PublishDraft) -> Ended {
    let title = say::publish_title(&draft.name);
    let id = Id::unique(("publish a story", draft.review.is_some()));
    let (ended, should_close) = modal(ctx, id, &title, WIDTH, |ui| {
        modal_title(ui, &title);
        match &draft.review {
            Some(review) => review_ui(ui, review),
            None => choices_ui(ui, draft),
        }
    });
    if ended == Ended::No && should_close {
        Ended::Left
    } else {
        ended
    }
}

fn choices_ui(ui: &mut Ui, draft: &mut PublishDraft) -> Ended {
    let small = tokens(ui).space.small;
    ui.add_space(small);
    ui.spacing_mut().item_spacing.y = small;
    let options = &mut draft.options;
    let all = Publication::ALL.map(|publication| (publication, publication.words()));
    if let Some(chosen) = line_ui(ui, say::publish_as(), &all, options.publication) {
        options.publication = chosen;
    }
    aside_ui(ui, detail(options.publication));
    if let Some(chosen) = line_ui(ui, say::publish_colours(), &themes(), options.theme) {
        options.theme = chosen;
    }
    let is_report = options.publication == Publication::Report;
    if !is_report {
        let shapes = SlideShape::ALL.map(|shape| (shape, shape.words()));
        let held = options.shape.unwrap_or(draft.shape);
        if let Some(chosen) = line_ui(ui, say::pane_slides(), &shapes, held) {
            options.shape = Some(chosen);
        }
    }
    if draft.hidden > 0 {
        let words = say::publish_hidden(draft.hidden);
        ui.add(Checkbox::new(&mut options.has_hidden, words));
    }
    let speaks = matches!(
        options.publication,
        Publication::Presentation | Publication::Folder
    );
    if draft.has_notes && speaks {
        let words = say::publish_notes();
        ui.add(Checkbox::new(&mut options.has_notes, words));
    }
    end_ui(ui, say::command_publish(), None)
}

/// What a publication is good for.
fn detail(publication: Publication) -> &'static str {
    match publication {
        Publication::Presentation => say::publish_presentation(),
        Publication::Slides => say::publish_slides(),
        Publication::Report => say::publish_report(),
        Publication::Folder => say::publish_folder(),
    }
}

fn review_ui(ui: &mut Ui, review: &PublishReview) -> Ended {
    modal_fields(ui, AROUND, |ui| {
        let untrue = |notice: &&Notice| matches!(notice.kind, NoticeKind::NoLongerTrue { .. });
        let changed: Vec<&Notice> = review.notices.iter().filter(untrue).collect();
        if !changed.is_empty() {
            ui.add(SectionHeading::new(say::publish_untrue()));
            aside_ui(ui, say::publish_untrue_note());
        }
        for notice in changed {
            if let NoticeKind::NoLongerTrue { said, now } = &notice.kind {
                let words = format!("“{now}”");
                let was = [say::publish_it_says(said)];
                slide_card_ui(ui, notice.number, Tone::Warning, &words, &was);
            }
        }
        if !review.refused.is_empty() {
            ui.add(SectionHeading::new(say::publish_left_out()));
        }
        for slide in &review.refused {
            slide_card_ui(ui, slide.number, Tone::Bad, &slide.words, &[]);
        }
        let others: Vec<&Notice> = review
            .notices
            .iter()
            .filter(|notice| !untrue(notice))
            .collect();
        if !others.is_empty() {
            ui.add(SectionHeading::new(say::publish_to_know()));
        }
        for notice in others {
            let words = crate::base::text::upper_first(&notice.kind.to_string());
            slide_card_ui(ui, notice.number, Tone::Neutral, &words, &[]);
        }
    });
    let primary = say::publish_count(review.slides);
    end_ui(ui, &primary, Some(say::back()))
}
