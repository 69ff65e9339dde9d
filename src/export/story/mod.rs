//! Stories as files: presentations, documents, folders of pictures. Every slide is laid out by the guard once;
//! what is written holds what it let pass and nothing else.

mod deck;
mod document;
mod folder;
mod notice;

pub use deck::{LookThroughError, look_through, slides_of_today};
pub use notice::{Notice, NoticeKind, PublishError, RefusedSlide};

use std::path::Path;

use super::file::ExportError;
use super::guard::{Publishable, PublishableSlide, SlideAnswer, SlideState, slide_answers};
use super::{pdf, pptx};
use crate::analysis::Catalogue;
use crate::base::atomic_file::{self, Backup};
use crate::base::progress::Progress;
use crate::chart::{ChartSize, ChartTheme, Inter, ThemeKind};
use crate::project::Brand;
use crate::project::story::{Slide, SlideId, SlideShape, Story};
use crate::words::say;

/// What a story becomes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Publication {
    /// A presentation of PowerPoint, its charts drawn there.
    #[default]
    Presentation,
    /// A PDF with a page for each slide.
    Slides,
    /// A PDF of upright A4 pages: contents, charts with what they show, tables, sources.
    Report,
    /// A folder with a picture of each slide, the values of its charts, and a page that lists them.
    Folder,
}

impl Publication {
    /// Every publication, the one that is meant most often first.
    pub const ALL: [Self; 4] = [Self::Presentation, Self::Slides, Self::Report, Self::Folder];

    /// What it is, for lists.
    pub fn words(self) -> &'static str {
        match self {
            Self::Presentation => say::publication_presentation(),
            Self::Slides => say::publication_slides(),
            Self::Report => say::publication_report(),
            Self::Folder => say::publication_folder(),
        }
    }

    /// The ending of its file, without the full stop; none for a folder.
    pub const fn ending(self) -> Option<&'static str> {
        match self {
            Self::Presentation => Some("pptx"),
            Self::Slides | Self::Report => Some("pdf"),
            Self::Folder => None,
        }
    }
}

/// How a story is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishOptions {
    /// What it becomes.
    pub publication: Publication,
    /// The colours.
    pub theme: ThemeKind,
    /// The shape of the slides; `None` is the story's own.
    pub shape: Option<SlideShape>,
    /// Whether hidden slides are published, too.
    pub has_hidden: bool,
    /// Whether what the speaker wants to say is published, too; a report has no speaker.
    pub has_notes: bool,
}

impl Default for PublishOptions {
    fn default() -> Self {
        Self {
            publication: Publication::default(),
            theme: ThemeKind::Light,
            shape: None,
            has_hidden: false,
            has_notes: true,
        }
    }
}

/// A slide as it is published.
#[derive(Clone, Debug)]
struct Page {
    slide: Slide,
    laid_out: PublishableSlide,
    /// The measures of its charts, in words.
    subject: String,
    /// Its charts as a report shows them.
    figures: Vec<Publishable>,
    /// Whether it goes on with the table of the page before.
    is_continued: bool,
}

/// A story of which every slide is laid out and may leave the program.
#[derive(Clone, Debug)]
pub struct PublishableStory {
    story: Story,
    options: PublishOptions,
    theme: ChartTheme,
    pages: Vec<Page>,
    notices: Vec<Notice>,
    refused: Vec<RefusedSlide>,
    /// The slides that no workbook has anything for.
    without_data: Vec<SlideId>,
}

impl PublishableStory {
    /// Lays out the slides of a story in the colours of a brand, each with its questions answered, without those
    /// that say what is withheld. Counts them in `progress`.
    ///
    /// # Errors
    /// [`PublishError::Refused`] where no slide is left but some say what is withheld; [`PublishError::Nothing`]
    /// where there is none at all; [`PublishError::Cancelled`].
    pub fn new(
        story: &Story,
        catalogue: &Catalogue,
        brand: &Brand,
        options: PublishOptions,
        progress: &Progress,
    ) -> Result<Self, PublishError> {
        let this = Self::laid_out(story, catalogue, brand, options, progress)?;
        if !this.pages.is_empty() {
            Ok(this)
        } else if this.refused.is_empty() {
            Err(PublishError::Nothing)
        } else {
            Err(PublishError::Refused(this.refused))
        }
    }

    fn laid_out(
        story: &Story,
        catalogue: &Catalogue,
        brand: &Brand,
        options: PublishOptions,
        progress: &Progress,
    ) -> Result<Self, PublishError> {
        let mut this = Self {
            story: story.clone(),
            options,
            theme: ChartTheme::branded(options.theme, brand),
            pages: Vec::new(),
            notices: Vec::new(),
            refused: Vec::new(),
            without_data: Vec::new(),
        };
        if let Some(shape) = options.shape {
            this.story.shape = shape;
        }
        let slides = (1..).zip(story.each_slide());
        let wanted: Vec<(usize, &Slide)> = slides
            .filter(|(_, slide)| options.has_hidden || !slide.is_hidden)
            .collect();
        let total = u64::try_from(wanted.len()).unwrap_or_default();
        progress.begin_stage(format!("Laying out “{}”", story.name), total);
        for (number, slide) in wanted {
            progress.check()?;
            this.lay_out(number, slide, catalogue)?;
            progress.advance(1);
        }
        Ok(this)
    }

    /// The story where every slide of it may leave.
    ///
    /// # Errors
    /// [`PublishError::Refused`] where slides say what is withheld.
    pub fn whole(self) -> Result<Self, PublishError> {
        if self.refused.is_empty() {
            Ok(self)
        } else {
            Err(PublishError::Refused(self.refused))
        }
    }

    /// Lays out one slide and takes note of what is to be known of it.
    fn lay_out(
        &mut self,
        number: usize,
        slide: &Slide,
        catalogue: &Catalogue,
    ) -> Result<(), ExportError> {
        let mut slide = slide.resolved(catalogue);
        if !self.options.has_notes {
            slide.notes.clear();
        }
        let answers = slide_answers(&slide, catalogue);
        let page = (self.story.shape, Some(self.pages.len() + 1));
        let measure = Inter::bundled();
        let whole = PublishableSlide::new(&slide, &answers, page, &self.theme, measure);
        let mut laid_out = whole.pages(&slide, page, &self.theme, measure).into_iter();
        let Some(first) = laid_out.next() else {
            return Ok(());
        };
        if let SlideState::Refused(words) = first.state() {
            self.refused.push(RefusedSlide {
                id: slide.id,
                number,
                words: words.clone(),
            });
            return Ok(());
        }
        self.notices.extend(Notice::of(number, &first));
        if first.state() != &SlideState::Ready {
            self.without_data.push(slide.id);
            return Ok(());
        }
        let mut figures = Vec::new();
        if self.options.publication == Publication::Report {
            for (chart, answer) in slide.charts().into_iter().zip(&answers) {
                let SlideAnswer::Found(answer) = answer else {
                    continue;
                };
                let of_size =
                    |size| Publishable::new(answer, &chart.view, size, &self.theme, measure);
                let mut figure = of_size(ChartSize::A4)?;
                // The heading over it says the same.
                if figure.scene().title == first.scene().title {
                    figure = of_size(ChartSize::A4.without_title())?;
                }
                figures.push(figure);
            }
        }
        let first = Page {
            subject: subject(&slide, catalogue),
            slide,
            laid_out: first,
            figures,
            is_continued: false,
        };
        let is_report = self.options.publication == Publication::Report;
        let others = laid_out.filter(|_| !is_report).map(|laid_out| Page {
            laid_out,
            is_continued: true,
            figures: Vec::new(),
            subject: first.subject.clone(),
            slide: first.slide.clone(),
        });
        let others: Vec<Page> = others.collect();
        self.pages.push(first);
        self.pages.extend(others);
        Ok(())
    }

    /// What is to be known before it is published: messages that are no longer true, slides that are left out.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The slides that say what is withheld, and are left out.
    pub fn refused(&self) -> &[RefusedSlide] {
        &self.refused
    }

    /// How it is published.
    pub const fn options(&self) -> PublishOptions {
        self.options
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.story.name
    }

    /// How many slides it has.
    pub fn slide_count(&self) -> usize {
        let pages = self.pages.iter();
        pages.filter(|page| !page.is_continued).count()
    }

    /// Writes it to a file, or into a folder.
    ///
    /// # Errors
    /// Those of [`PublishError`]; a file is then as it was.
    pub fn write(&self, path: &Path, progress: &Progress) -> Result<(), PublishError> {
        let bytes = match self.options.publication {
            Publication::Presentation => {
                progress.begin_stage("Writing the presentation", 0);
                pptx::write(&self.deck()?)?
            }
            Publication::Slides | Publication::Report => {
                progress.begin_stage("Writing the PDF", 0);
                pdf::write(&self.document())?
            }
            Publication::Folder => return self.write_folder(path, progress),
        };
        progress.check()?;
        write_file(path, &bytes)
    }
}

/// Writes a file, whole or not at all.
fn write_file(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    atomic_file::write(path, bytes, Backup::Discard).map_err(|error| {
        PublishError::Export(ExportError::Writing {
            path: path.to_owned(),
            error,
        })
    })
}

/// The measures that the charts of a slide are about.
fn subject(slide: &Slide, catalogue: &Catalogue) -> String {
    let mut names: Vec<&str> = Vec::new();
    for chart in slide.charts() {
        let question = chart.view.question.as_ref();
        let entry = question.and_then(|question| catalogue.entry(&question.measure));
        if let Some(entry) = entry
            && !names.contains(&&*entry.measure.name)
        {
            names.push(&entry.measure.name);
        }
    }
    names.join("; ")
}
