//! Writes pages as PDF/UA-1.

use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Point as PdfPoint, Rect as PdfRect, Transform};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier};
use krilla::{Document as Pdf, SerializeSettings};

use super::document::Document;
use super::flow::{HeadingAt, pages};
use super::ink::{self, Fonts};
use super::sheet::{Item, Row, RowKind, Sheet};
use super::tags::Tags;
use crate::chart::contents::DataTable;
use crate::chart::geometry::Point;
use crate::chart::scene::{Group, Node, Role, Scene, Stroke, TextRun};
use crate::chart::{Inter, Rect};
use crate::export::file::ExportError;

/// The language in which everything is written.
const LANGUAGE: &str = "en-GB";
/// The width of the lines under the rows of tables.
const RULE_PT: f32 = 0.6;

/// The bytes of a document as PDF; the same document gives the same bytes.
///
/// # Errors
/// [`ExportError::Document`] where the PDF cannot be made, or would not be one that can be read aloud (PDF/UA-1).
pub fn write(document: &Document) -> Result<Vec<u8>, ExportError> {
    let failed = |why: String| ExportError::Document(why);
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| failed(format!("{error:?}")))?;
    let mut pdf = Pdf::new_with(SerializeSettings {
        configuration,
        enable_tagging: true,
        ..SerializeSettings::default()
    });
    let fonts = Fonts::bundled()?;
    let (sheets, headings) = pages(document, Inter::bundled());
    let mut tags = Tags::new();
    for (place, sheet) in sheets.iter().enumerate() {
        let writer = Writer {
            fonts: &fonts,
            document,
            headings: &headings,
            page: place,
        };
        writer.sheet(&mut pdf, sheet, &mut tags)?;
    }
    if sheets.is_empty() {
        return Err(failed(String::from("it would have no page")));
    }
    pdf.set_tag_tree(tags.finish());
    pdf.set_outline(outline(document, &headings));
    pdf.set_metadata(
        Metadata::new()
            .title(document.title.clone())
            .language(LANGUAGE.to_owned())
            .creator(String::from("Bellwether")),
    );
    pdf.finish().map_err(|error| failed(error.to_string()))
}

/// The headings as bookmarks, those of a lower level under the one before.
fn outline(document: &Document, headings: &[HeadingAt]) -> Outline {
    let mut outline = Outline::new();
    let node = |text: &str, sheet: usize, top: f32| {
        let destination = XyzDestination::new(sheet, PdfPoint::from_xy(0.0, top));
        OutlineNode::new(text.to_owned(), destination)
    };
    if headings.is_empty() {
        outline.push_child(node(&document.title, 0, 0.0));
    }
    let mut rest = headings;
    while let Some((first, others)) = rest.split_first() {
        let under = others
            .iter()
            .take_while(|heading| heading.level > first.level)
            .count();
        let (children, later) = others.split_at(under);
        let mut chapter = node(&first.text, first.sheet, first.top);
        for child in children {
            chapter.push_child(node(&child.text, child.sheet, child.top));
        }
        outline.push_child(chapter);
        rest = later;
    }
    outline
}

/// Writes one page.
struct Writer<'a> {
    fonts: &'a Fonts,
    document: &'a Document,
    headings: &'a [HeadingAt],
    page: usize,
}

impl Writer<'_> {
    fn sheet(&self, pdf: &mut Pdf, sheet: &Sheet<'_>, tags: &mut Tags) -> Result<(), ExportError> {
        let settings = PageSettings::from_wh(sheet.width, sheet.height)
            .ok_or_else(|| ExportError::Document(String::from("a page would have no size")))?;
        let mut page = pdf.start_page_with(settings);
        let mut surface = page.surface();
        if let Some(ground) = sheet.ground {
            artifact(&mut surface, ArtifactType::Layout, |surface| {
                ink::rect(
                    surface,
                    Rect::new(0.0, 0.0, sheet.width, sheet.height),
                    ground,
                );
            });
        }
        let mut links = Vec::new();
        for item in &sheet.items {
            match item {
                Item::Words { block, role, runs } => {
                    tags.words(*block, role, self.runs(&mut surface, runs));
                }
                Item::Entry {
                    runs,
                    rect,
                    heading,
                } => links.push((self.runs(&mut surface, runs), *rect, *heading)),
                Item::Chart {
                    scene,
                    left,
                    top,
                    scale,
                    level,
                } => {
                    let at = (*left, *top, *scale);
                    self.chart(&mut surface, scene, at, *level, tags);
                }
                Item::Scene(scene) => self.words_of(&mut surface, scene, tags),
                Item::Rows { block, table, rows } => {
                    self.rows(&mut surface, *block, table, rows, tags);
                }
            }
        }
        if !sheet.footer.is_empty() {
            artifact(&mut surface, ArtifactType::Footer, |surface| {
                if let Some((logo, rect)) = &sheet.logo {
                    ink::logo(surface, logo, *rect);
                }
                for run in &sheet.footer {
                    ink::text(surface, self.fonts, run);
                }
            });
        }
        surface.finish();
        for (words, rect, heading) in links {
            let Some(heading) = self.headings.get(heading) else {
                continue;
            };
            let Some(area) = PdfRect::from_ltrb(rect.left, rect.top, rect.right, rect.bottom)
            else {
                continue;
            };
            let place = PdfPoint::from_xy(0.0, heading.top);
            let target = XyzDestination::new(heading.sheet, place);
            let link = LinkAnnotation::new(area, Target::Destination(target.into()));
            let said = format!("Go to {}", heading.text);
            let link = page.add_tagged_annotation(Annotation::new_link(link, Some(said)));
            tags.entry(words, link);
        }
        page.finish();
        Ok(())
    }

    /// Runs of text that belong together.
    fn runs(&self, surface: &mut Surface<'_>, runs: &[TextRun]) -> Identifier {
        let content = surface.start_tagged(ContentTag::Other);
        for run in runs {
            ink::text(surface, self.fonts, run);
        }
        surface.end_tagged();
        content
    }

    /// A chart: its title as a heading, its subtitle, the figure with its words, its notes.
    fn chart(
        &self,
        surface: &mut Surface<'_>,
        scene: &Scene,
        (left, top, scale): (f32, f32, f32),
        level: u8,
        tags: &mut Tags,
    ) {
        surface.push_transform(&Transform::from_row(scale, 0.0, 0.0, scale, left, top));
        let is_other_ground = scene.ground != self.document.theme.ground;
        if is_other_ground {
            artifact(surface, ArtifactType::Layout, |surface| {
                let all = Rect::new(0.0, 0.0, scene.width, scene.height);
                ink::rect(surface, all, scene.ground);
            });
        }
        let mut drawn = Drawn::default();
        for node in &scene.nodes {
            drawn.add(self, surface, node);
        }
        surface.pop();
        let (right, bottom) = (left + scale * scene.width, top + scale * scene.height);
        let bounds = PdfRect::from_ltrb(left, top, right, bottom);
        tags.heading(level, &scene.title, drawn.title);
        tags.paragraph(drawn.subtitle);
        let place = bounds.map(|rect| (self.page, rect));
        tags.figure(&scene.description, place, drawn.figure);
        tags.paragraph(drawn.footnote);
    }

    /// Words laid out as a scene: those of its title as a heading, each other group as a paragraph.
    fn words_of(&self, surface: &mut Surface<'_>, scene: &Scene, tags: &mut Tags) {
        for node in &scene.nodes {
            let role = match node {
                Node::Group(group) => Some(group.role),
                _ => None,
            };
            if role == Some(Role::Imprint) || !has_words(node) {
                artifact(surface, ArtifactType::Layout, |surface| {
                    ink::node(surface, self.fonts, node);
                });
                continue;
            }
            if let Node::Group(table) = node
                && table.role == Role::Table
            {
                self.table_of(surface, table, tags);
                continue;
            }
            let content = vec![self.spoken(surface, node)];
            if role == Some(Role::Title) {
                tags.heading(1, &scene.title, content);
            } else {
                tags.paragraph(content);
            }
        }
    }

    /// A table of a scene, row by row.
    fn table_of(&self, surface: &mut Surface<'_>, table: &Group, tags: &mut Tags) {
        // One table a page; those of running text are counted from one.
        let block = usize::MAX - self.page;
        for row in &table.children {
            let Node::Group(row) = row else { continue };
            let mut kind = RowKind::Body;
            let mut cells = Vec::new();
            for cell in &row.children {
                let Node::Group(held) = cell else { continue };
                if held.role == Role::ColumnHeader {
                    kind = RowKind::Head;
                }
                let is_label = held.role == Role::RowHeader;
                cells.push((is_label, self.spoken(surface, cell)));
            }
            tags.row(block, kind, cells);
        }
    }

    /// A node with its words in the order of reading; its lines do not run together.
    fn spoken(&self, surface: &mut Surface<'_>, node: &Node) -> Identifier {
        let content = surface.start_tagged(ContentTag::Other);
        self.draw_spoken(surface, node);
        surface.end_tagged();
        content
    }

    fn draw_spoken(&self, surface: &mut Surface<'_>, node: &Node) {
        match node {
            Node::Group(group) => {
                for child in &group.children {
                    self.draw_spoken(surface, child);
                }
            }
            Node::Text(run) => {
                let run = TextRun {
                    text: format!("{} ", run.text),
                    ..run.clone()
                };
                ink::text(surface, self.fonts, &run);
            }
            node => ink::node(surface, self.fonts, node),
        }
    }

    fn rows(
        &self,
        surface: &mut Surface<'_>,
        block: usize,
        table: &DataTable,
        rows: &[Row],
        tags: &mut Tags,
    ) {
        for row in rows {
            let is_again = row.kind == RowKind::HeadAgain;
            if is_again {
                artifact(surface, ArtifactType::PaginationOther, |surface| {
                    for run in row.cells.iter().flat_map(|(_, runs)| runs) {
                        ink::text(surface, self.fonts, run);
                    }
                });
            } else {
                let is_label = |column: usize| {
                    let column = table.columns.get(column);
                    column.is_some_and(|column| column.is_label)
                };
                let cells = row.cells.iter();
                let cells =
                    cells.map(|(column, runs)| (is_label(*column), self.runs(surface, runs)));
                let cells = cells.collect();
                tags.row(block, row.kind, cells);
            }
            let (left, right, y) = row.rule;
            let theme = &self.document.theme;
            let colour = if row.kind == RowKind::Body {
                theme.grid
            } else {
                theme.baseline
            };
            artifact(surface, ArtifactType::Layout, |surface| {
                let points = [Point::new(left, y), Point::new(right, y)];
                ink::line(surface, &points, Stroke::solid(RULE_PT, colour));
            });
        }
    }
}

/// What has been drawn of a chart.
#[derive(Default)]
struct Drawn {
    title: Vec<Identifier>,
    subtitle: Vec<Identifier>,
    figure: Vec<Identifier>,
    footnote: Vec<Identifier>,
}

impl Drawn {
    fn add(&mut self, writer: &Writer<'_>, surface: &mut Surface<'_>, node: &Node) {
        let role = match node {
            Node::Group(group) => Some(group.role),
            _ => None,
        };
        if role == Some(Role::Imprint) {
            artifact(surface, ArtifactType::Footer, |surface| {
                ink::node(surface, writer.fonts, node);
            });
            return;
        }
        let into = match role {
            Some(Role::Title) => &mut self.title,
            Some(Role::Subtitle) => &mut self.subtitle,
            Some(Role::Footnote) => &mut self.footnote,
            _ => &mut self.figure,
        };
        into.push(writer.spoken(surface, node));
    }
}

fn has_words(node: &Node) -> bool {
    match node {
        Node::Group(group) => group.children.iter().any(has_words),
        Node::Text(_) => true,
        _ => false,
    }
}

/// Draws what is not read aloud.
fn artifact(surface: &mut Surface<'_>, kind: ArtifactType, draw: impl FnOnce(&mut Surface<'_>)) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    draw(surface);
    surface.end_tagged();
}
