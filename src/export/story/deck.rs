//! A story as a presentation of PowerPoint.

use std::path::Path;

use super::{Page, PublishError, PublishOptions, PublishableStory};
use crate::analysis::Catalogue;
use crate::base::progress::Progress;
use crate::chart::ChartTheme;
use crate::chart::contents::{ChartContents, ChartWords};
use crate::chart::message::MessageCheck;
use crate::export::file::ExportError;
use crate::export::guard::{Publishable, continued};
use crate::export::pptx::{
    Deck, DeckChart, DeckLook, DeckSize, DeckSlide, FoundChanges, LeftSlide, Paragraph, Placed,
    RefreshError, SlideLayout, Slot, Today, page_id,
};
use crate::project::Brand;
use crate::project::story::{Slide, SlideContent, SlideId, SlideShape, Story};

/// The rows and columns that a table of a presentation has at most on a slide.
const MOST_CELLS: (usize, usize) = (14, 9);
/// The most rows of each slide where a table takes several.
const MOST_OF_MANY: usize = 12;

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
        let imprint = self.theme.imprint.as_ref();
        // Tables go on here by the room of their own slides.
        let pages = self.pages.iter().filter(|page| !page.is_continued);
        let mut slides = Vec::new();
        for (place, page) in pages.enumerate() {
            let of_page = page.deck_slides(&self.story, place == 0)?;
            slides.extend(of_page.into_iter().map(|slide| slide.with_footer(imprint)));
        }
        Ok(Deck {
            title: self.story.name.clone(),
            size: match self.story.shape {
                SlideShape::Wide => DeckSize::Wide,
                SlideShape::Standard => DeckSize::Standard,
            },
            look: DeckLook::of(&self.theme),
            slides,
        })
    }
}

impl Page {
    fn deck_slides(&self, story: &Story, is_first: bool) -> Result<Vec<DeckSlide>, ExportError> {
        let id = slide_id(story, self.slide.id);
        let title = self.title();
        let words = |layout: SlideLayout| DeckSlide::new(&id, layout, &title);
        let of = |chart: &Publishable| -> Result<DeckSlide, ExportError> {
            let held = DeckChart::of(chart, chart.contents())?;
            Ok(DeckSlide::chart(&id, &held))
        };
        let charts = self.laid_out.charts();
        let mut slides = match (&self.slide.content, charts) {
            (SlideContent::TwoCharts { .. }, [left, right, ..]) => vec![DeckSlide::two_charts(
                &id,
                &title,
                &DeckChart::of(left, left.contents())?,
                &DeckChart::of(right, right.contents())?,
            )],
            (SlideContent::Table { .. }, [held, ..]) => table_slides(&id, &title, held.contents()),
            // A picture of a table has all of it, or else the table itself stands there.
            (SlideContent::Chart { chart, .. }, [held, ..])
                if chart.kind.is_table() && !self.laid_out.draws_charts() =>
            {
                table_slides(&id, &title, held.contents())
            }
            (SlideContent::Message { .. }, charts) => {
                let first = charts.first().map(|chart| &chart.contents().words);
                let footnote = first.map_or_else(String::new, ChartWords::footnote_of_table);
                vec![with_subtitle(words(SlideLayout::Section), &footnote)]
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
                vec![slide]
            }
            (SlideContent::Section { subtitle, .. }, _) => {
                let layout = if is_first {
                    SlideLayout::Title
                } else {
                    SlideLayout::Section
                };
                vec![with_subtitle(words(layout), subtitle)]
            }
            (_, [held, ..]) => vec![of(held)?],
            // A slide of charts is ready only when it has them.
            (_, []) => vec![words(SlideLayout::Section)],
        };
        for slide in &mut slides {
            slide.is_hidden = self.slide.is_hidden;
        }
        if let Some(first) = slides.first_mut() {
            first.title = title;
            let notes = self.slide.notes.lines().map(str::trim);
            let notes = notes.filter(|line| !line.is_empty()).map(str::to_owned);
            first.notes = notes.collect();
        }
        Ok(slides)
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

/// The slides of a table: one where all of it fits, else as many as it takes.
fn table_slides(id: &str, title: &str, contents: &ChartContents) -> Vec<DeckSlide> {
    let table = &contents.table;
    let fits = table.rows.len() <= MOST_CELLS.0;
    let slides = if fits {
        1
    } else {
        table.rows.len().div_ceil(MOST_OF_MANY)
    };
    // As many on each rather than a few on the last.
    let rows = table.rows.len().div_ceil(slides);
    let bands = table.bands(|places| places.len() <= MOST_CELLS.1);
    let parts = bands
        .iter()
        .flat_map(|places| table.with_columns(places).in_parts(rows));
    let slides = parts.enumerate().map(|(place, table)| {
        let part = ChartContents {
            table,
            ..contents.clone()
        };
        if place == 0 {
            return DeckSlide::table(id, &part);
        }
        let mut slide = DeckSlide::table(&page_id(id, place + 1), &part);
        slide.title = continued(title);
        slide
    });
    slides.collect()
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
