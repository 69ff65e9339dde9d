//! A story as PDF: a page for each slide, or a report.

use super::{Page, Publication, PublishableStory};
use crate::chart::contents::DataTable;
use crate::export::pdf::{self, Document, Part, SlidePart};
use crate::project::story::SlideContent;

/// What the footnotes of charts begin the naming of workbooks with.
const SOURCE: &str = "Source: ";

impl PublishableStory {
    /// The document, ready to be written.
    pub fn document(&self) -> Document {
        let is_report = self.options.publication == Publication::Report;
        let parts = if is_report {
            self.report()
        } else {
            self.pages.iter().map(Page::sheet).collect()
        };
        Document {
            title: self.story.name.clone(),
            theme: self.theme.clone(),
            has_contents: is_report,
            parts,
        }
    }

    /// The parts of a report: what the slides say with their charts, then the values, then the sources.
    fn report(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        let is_sectioned = |page: &Page| matches!(page.slide.content, SlideContent::Section { .. });
        if !self.pages.first().is_some_and(is_sectioned) {
            parts.push(Part::Heading {
                level: 1,
                text: self.story.name.clone(),
            });
        }
        let (mut tables, mut sources) = (Vec::new(), Vec::new());
        let mut held: Vec<&DataTable> = Vec::new();
        for page in &self.pages {
            page.in_report(&mut parts);
            for chart in &page.figures {
                let contents = chart.contents();
                let is_new = !held.contains(&&contents.table);
                if is_new && !contents.table.rows.is_empty() {
                    held.push(&contents.table);
                    tables.push(Part::Table {
                        title: contents.words.title.clone(),
                        table: contents.table.clone(),
                    });
                }
                let footnote = &contents.words.footnote;
                let source = footnote.find(SOURCE).and_then(|at| footnote.get(at..));
                if let Some(source) = source.map(|words| words.replacen(SOURCE, "", 1))
                    && !sources.contains(&source)
                {
                    sources.push(source);
                }
            }
        }
        let chapter = |text: &str| {
            let text = text.to_owned();
            [Part::PageBreak, Part::Heading { level: 1, text }]
        };
        if !tables.is_empty() {
            parts.extend(chapter("Data tables"));
            parts.append(&mut tables);
        }
        if !sources.is_empty() {
            parts.push(Part::Heading {
                level: 1,
                text: String::from("Sources"),
            });
            parts.extend(sources.into_iter().map(Part::Paragraph));
        }
        parts
    }
}

impl Page {
    /// The slide as a page of its own.
    fn sheet(&self) -> Part {
        let scene = self.laid_out.scene();
        Part::Slide(pdf::Slide {
            width_pt: scene.width,
            height_pt: scene.height,
            ground: scene.ground,
            parts: vec![SlidePart::Whole(Box::new(self.laid_out.clone()))],
        })
    }

    /// The slide as a part of a report.
    fn in_report(&self, parts: &mut Vec<Part>) {
        let level = if matches!(self.slide.content, SlideContent::Section { .. }) {
            if !parts.is_empty() {
                parts.push(Part::PageBreak);
            }
            1
        } else {
            2
        };
        parts.push(Part::Heading {
            level,
            text: self.title(),
        });
        match &self.slide.content {
            SlideContent::Section { subtitle, .. } => {
                if !subtitle.trim().is_empty() {
                    parts.push(Part::Paragraph(subtitle.clone()));
                }
            }
            SlideContent::Text { paragraphs, .. } => {
                parts.extend(paragraphs.iter().map(|held| {
                    Part::Paragraph(if held.is_point {
                        format!("• {}", held.text)
                    } else {
                        held.text.clone()
                    })
                }));
            }
            SlideContent::Chart { .. }
            | SlideContent::TwoCharts { .. }
            | SlideContent::Table { .. }
            | SlideContent::Message { .. } => {
                for figure in &self.figures {
                    parts.push(Part::Figure(Box::new(figure.clone())));
                    let words = &figure.contents().words.what_this_shows;
                    if !words.is_empty() {
                        parts.push(Part::Paragraph(words.clone()));
                    }
                }
            }
        }
    }
}
