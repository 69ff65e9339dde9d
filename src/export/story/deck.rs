//! A story as a presentation of PowerPoint.

use super::{Page, PublishError, PublishOptions, PublishableStory};
use crate::analysis::Catalogue;
use crate::base::progress::Progress;
use crate::chart::ChartTheme;
use crate::chart::message::MessageCheck;
use crate::export::file::ExportError;
use crate::export::guard::Publishable;
use crate::export::pptx::{
    Deck, DeckChart, DeckLook, DeckSize, DeckSlide, Paragraph, Placed, SlideLayout, Slot,
};
use crate::project::Brand;
use crate::project::story::{Slide, SlideContent, SlideShape, Story, StoryId};

/// The rows and columns that a table of a presentation has at most; a larger one is a picture where the chart
/// is a table in itself.
const MOST_CELLS: (usize, usize) = (18, 9);

/// The slides of all stories as they are today, for a presentation that was published before.
#[derive(Clone, Debug)]
pub struct StoryDeck {
    /// The slides.
    pub slides: Vec<DeckSlide>,
    /// The look of what is added.
    pub look: DeckLook,
}

/// Lays out the slides of stories, hidden ones too, for the refresh of a presentation that shows some of them.
///
/// # Errors
/// Those of [`PublishableStory::new`], and of pictures that cannot be drawn.
pub fn story_slides(
    stories: &[Story],
    catalogue: &Catalogue,
    brand: &Brand,
    options: PublishOptions,
    progress: &Progress,
) -> Result<StoryDeck, PublishError> {
    let options = PublishOptions {
        has_hidden: true,
        ..options
    };
    let mut slides = Vec::new();
    for story in stories {
        match PublishableStory::new(story, catalogue, brand, options, progress) {
            Ok(story) => slides.extend(story.deck()?.slides),
            // Another story may be the one that was published.
            Err(PublishError::Nothing) => {}
            Err(error) => return Err(error),
        }
    }
    let look = DeckLook::of(&ChartTheme::branded(options.theme, brand));
    Ok(StoryDeck { slides, look })
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
            let slide = page.deck_slide(self.story.id, place == 0)?;
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
    fn deck_slide(&self, story: StoryId, is_first: bool) -> Result<DeckSlide, ExportError> {
        let id = format!("story-{}-slide-{}", story.0, self.slide.id.0);
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
