//! A story as a presentation of PowerPoint.

use std::path::Path;

use super::{Page, PublishError, PublishOptions, PublishableStory};
use crate::analysis::Catalogue;
use crate::base::progress::Progress;
use crate::chart::ChartTheme;
use crate::chart::message::MessageCheck;
use crate::export::file::ExportError;
use crate::export::guard::Publishable;
use crate::export::pptx::{
    Deck, DeckChart, DeckLook, DeckSize, DeckSlide, FoundChanges, LeftSlide, Paragraph, Placed,
    RefreshError, SlideLayout, Slot, Today,
};
use crate::project::Brand;
use crate::project::story::{Slide, SlideContent, SlideId, SlideShape, Story};

/// The rows and columns that a table of a presentation has at most; a larger one is a picture where the chart
/// is a table in itself.
const MOST_CELLS: (usize, usize) = (18, 9);

/// Lays out the slides of stories, hidden ones too, for the refresh of a presentation that shows some of them.
/// Those that cannot be laid out stay in it as they are.
///
/// # Errors
/// [`PublishError::Cancelled`], and those of pictures that cannot be drawn.
pub fn slides_of_today(
    stories: &[Story],
    catalogue: &Catalogue,
    brand: &Brand,
    options: PublishOptions,
    progress: &Progress,
) -> Result<Today, PublishError> {
    let options = PublishOptions {
        has_hidden: true,
        ..options
    };
    let mut today = Today {
        look: DeckLook::of(&ChartTheme::branded(options.theme, brand)),
        slides: Vec::new(),
        left: Vec::new(),
        origins: stories.iter().map(Story::origin).collect(),
    };
    for story in stories {
        let laid_out = PublishableStory::laid_out(story, catalogue, brand, options, progress)?;
        let left = |id: SlideId, why: &str| LeftSlide {
            id: slide_id(story, id),
            why: why.to_owned(),
        };
        let refused = laid_out.refused.iter();
        today
            .left
            .extend(refused.map(|slide| left(slide.id, &slide.words)));
        let without_data = laid_out.without_data.iter();
        let why = "No workbook of this project holds what it shows";
        today
            .left
            .extend(without_data.map(|slide| left(*slide, why)));
        today.slides.extend(laid_out.deck()?.slides);
    }
    Ok(today)
}

/// Why a presentation was not looked through.
#[derive(Debug, thiserror::Error)]
pub enum LookThroughError {
    /// The stories could not be laid out.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// The presentation cannot be refreshed.
    #[error(transparent)]
    Refresh(#[from] RefreshError),
}

/// Looks through a presentation that was published from some stories: what would change in it today.
///
/// # Errors
/// Those of [`slides_of_today`] and of [`FoundChanges::of`].
pub fn look_through(
    path: &Path,
    stories: &[Story],
    catalogue: &Catalogue,
    brand: &Brand,
    options: PublishOptions,
    progress: &Progress,
) -> Result<FoundChanges, LookThroughError> {
    let today = slides_of_today(stories, catalogue, brand, options, progress)?;
    progress.begin_stage("Looking through the presentation", 0);
    Ok(FoundChanges::of(path, &today)?)
}

/// What a slide of a story is known by in everything that is published.
fn slide_id(story: &Story, slide: SlideId) -> String {
    format!("{}-slide-{}", story.origin(), slide.0)
}

impl PublishableStory {
    /// The presentation, ready to be written.
    ///
    /// # Errors
    /// [`ExportError`] where the picture of a chart cannot be drawn.
    pub fn deck(&self) -> Result<Deck, ExportError> {
        let pages = self.pages.iter().enumerate();
        let imprint = self.theme.imprint.as_ref();
        let slides = pages.map(|(place, page)| {
            let slide = page.deck_slide(&self.story, place == 0)?;
            Ok::<_, ExportError>(slide.with_footer(imprint))
        });
        Ok(Deck {
            title: self.story.name.clone(),
            size: match self.story.shape {
                SlideShape::Wide => DeckSize::Wide,
                SlideShape::Standard => DeckSize::Standard,
            },
            look: DeckLook::of(&self.theme),
            slides: slides.collect::<Result<_, _>>()?,
        })
    }
}

impl Page {
    fn deck_slide(&self, story: &Story, is_first: bool) -> Result<DeckSlide, ExportError> {
        let id = slide_id(story, self.slide.id);
        let title = self.title();
        let words = |layout: SlideLayout| DeckSlide::new(&id, layout, &title);
        let of = |chart: &Publishable| -> Result<DeckSlide, ExportError> {
            let held = DeckChart::of(chart, chart.contents())?;
            Ok(DeckSlide::chart(&id, &held))
        };
        let charts = self.laid_out.charts();
        let mut slide = match (&self.slide.content, charts) {
            (SlideContent::TwoCharts { .. }, [left, right, ..]) => DeckSlide::two_charts(
                &id,
                &title,
                &DeckChart::of(left, left.contents())?,
                &DeckChart::of(right, right.contents())?,
            ),
            (SlideContent::Table { chart, .. }, [held, ..]) => {
                let table = &held.contents().table;
                let fits = table.rows.len() <= MOST_CELLS.0 && table.columns.len() <= MOST_CELLS.1;
                if chart.kind.is_table() && !fits {
                    of(held)?
                } else {
                    DeckSlide::table(&id, held.contents())
                }
            }
            (SlideContent::Message { .. }, charts) => {
                let footnote = charts.first().map(|chart| &chart.contents().words.footnote);
                let layout = SlideLayout::Section;
                with_subtitle(words(layout), footnote.map_or("", String::as_str))
            }
            (SlideContent::Text { paragraphs, .. }, _) => {
                let paragraphs = paragraphs.iter().map(|held| {
                    if held.is_point {
                        Paragraph::bullet(&*held.text)
                    } else {
                        Paragraph::plain(&*held.text)
                    }
                });
                let paragraphs: Vec<Paragraph> = paragraphs.collect();
                let mut slide = words(SlideLayout::Text);
                if !paragraphs.is_empty() {
                    let body = Placed::text("body", Slot::Body, paragraphs);
                    slide.objects.push(body);
                }
                slide
            }
            (SlideContent::Section { subtitle, .. }, _) => {
                let layout = if is_first {
                    SlideLayout::Title
                } else {
                    SlideLayout::Section
                };
                with_subtitle(words(layout), subtitle)
            }
            (_, [held, ..]) => of(held)?,
            // A slide of charts is ready only when it has them.
            (_, []) => words(SlideLayout::Section),
        };
        slide.title = title;
        slide.is_hidden = self.slide.is_hidden;
        let notes = self.slide.notes.lines().map(str::trim);
        let notes = notes.filter(|line| !line.is_empty()).map(str::to_owned);
        Ok(slide.with_notes(notes.collect()))
    }

    /// The title of the slide. Two charts have theirs each; what they are about stands over them then.
    pub(super) fn title(&self) -> String {
        let is_two = matches!(self.slide.content, SlideContent::TwoCharts { .. });
        let is_untrue = matches!(self.laid_out.check(), MessageCheck::Changed { .. });
        let is_own = |slide: &Slide| slide.own_words().is_some() && !is_untrue;
        if is_two && !is_own(&self.slide) && !self.subject.is_empty() {
            return self.subject.clone();
        }
        self.laid_out.scene().title.clone()
    }
}

/// A slide with words under its title.
fn with_subtitle(mut slide: DeckSlide, words: &str) -> DeckSlide {
    if !words.trim().is_empty() {
        let words = vec![Paragraph::plain(words.trim())];
        let subtitle = Placed::text("subtitle", Slot::Subtitle, words);
        slide.objects.push(subtitle);
    }
    slide
}
