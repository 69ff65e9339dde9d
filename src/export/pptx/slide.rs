//! A slide with what is on it.

use super::chart;
use super::deck::{
    Deck, DeckContent, DeckError, DeckLook, DeckPicture, DeckSlide, Paragraph, Place, Placed,
};
use super::drawing::{DRAWING, REFERENCES, paragraphs, rectangle, root, transform};
use super::fit;
use super::master::{number_field, slot_placeholder};
use super::package::{Package, Relation, Relations};
use super::place::{Frame, Slot};
use super::shape::{Identity, Placeholder, properties, text_shape, tree};
use super::table;
use super::tags::{Tag, Target};
use super::workbook;
use super::xml::Element;

/// How many parts of each kind there are already.
#[derive(Debug, Default)]
pub struct Counts {
    charts: usize,
    pictures: usize,
    tags: usize,
}

/// The address of charts in the standard of office files.
pub const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
/// The kind of the parts that hold tags.
pub const TAGS_TYPE: &str = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml";
/// The kind of the parts that hold charts.
pub const CHART_TYPE: &str = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

struct Writer<'a> {
    deck: &'a Deck,
    slide: &'a DeckSlide,
    package: &'a mut Package,
    counts: &'a mut Counts,
    relations: &'a mut Relations,
    shapes: Vec<Element>,
}

/// The slide, with its charts, pictures and tags added to the package.
///
/// # Errors
/// Where the workbook of a chart cannot be written.
pub fn slide(
    deck: &Deck,
    slide: &DeckSlide,
    package: &mut Package,
    counts: &mut Counts,
    relations: &mut Relations,
) -> Result<Element, DeckError> {
    let mut writer = Writer {
        deck,
        slide,
        package,
        counts,
        relations,
        shapes: Vec::new(),
    };
    writer.title();
    for placed in &slide.objects {
        writer.object(placed)?;
    }
    writer.foot();
    let mut element = root("p:sld");
    if slide.is_hidden {
        element.set("show", 0);
    }
    Ok(element.holding([
        // Without a name: a refresh leaves it as it is, and a figure in it would outlive its slide.
        Element::new("p:cSld").holding([tree(writer.shapes)]),
        Element::new("p:clrMapOvr").holding([Element::new("a:masterClrMapping")]),
    ]))
}

impl Writer<'_> {
    fn number(&self) -> u32 {
        // The tree itself is number 1.
        u32::try_from(self.shapes.len()).map_or(u32::MAX, |held| held.saturating_add(2))
    }

    fn tagged(&mut self, element: &str, words: Option<&str>, alt_text: &str) -> Identity {
        let target = Target::new(&self.slide.id, element);
        self.counts.tags += 1;
        let path = format!("ppt/tags/tag{}.xml", self.counts.tags);
        let tag = Tag::new(target.clone(), words, alt_text);
        self.package
            .xml(&path, TAGS_TYPE, &tag.document(), &Relations::default());
        Identity {
            number: self.number(),
            name: target.shape_name(),
            alt_text: alt_text.to_owned(),
            tags: Some(self.relations.to(Relation::Tags, &path)),
        }
    }

    fn title(&mut self) {
        let title = &self.slide.title;
        let layout = self.slide.layout;
        let identity = self.tagged("title", Some(title), "");
        let frame = layout.title_frame(self.deck.size);
        let body = body(std::slice::from_ref(title), layout.title_pt(), true, frame);
        let text = [Paragraph::plain(title)];
        self.shapes.push(text_shape(
            &identity,
            Some(layout.title()),
            None,
            body,
            None,
            paragraphs(&text),
        ));
    }

    fn object(&mut self, placed: &Placed) -> Result<(), DeckError> {
        let (frame, slot) = match placed.place {
            Place::Frame(frame) => (frame, None),
            Place::Slot(slot) => (self.slide.layout.frame(slot, self.deck.size), Some(slot)),
        };
        match &placed.content {
            DeckContent::Text(text) => self.text(placed, text, frame, slot),
            DeckContent::Table(held) => {
                let identity = self.tagged(&placed.element, None, &placed.alt_text);
                let (element, height_pt) = table::table(held, frame, &self.deck.look);
                let frame = Frame { height_pt, ..frame };
                self.frame(&identity, slot, frame, table::TABLE, element);
            }
            DeckContent::Chart(native) => {
                let identity = self.tagged(&placed.element, None, &placed.alt_text);
                self.counts.charts += 1;
                let number = self.counts.charts;
                let sheet = workbook::Sheet::of(native);
                let book = format!("ppt/embeddings/workbook{number}.xlsx");
                self.package.file(&book, sheet.bytes()?);
                let mut relations = Relations::default();
                let reference = relations.to(Relation::Workbook, &book);
                let path = format!("ppt/charts/chart{number}.xml");
                let element = chart::chart(native, &sheet, frame, &self.deck.look, &reference);
                self.package.xml(&path, CHART_TYPE, &element, &relations);
                let reference = self.relations.to(Relation::Chart, &path);
                let element = Element::new("c:chart")
                    .with("xmlns:c", CHART)
                    .with("xmlns:r", REFERENCES)
                    .with("r:id", reference);
                self.frame(&identity, slot, frame, CHART, element);
            }
            DeckContent::Picture(picture) => {
                let identity = self.tagged(&placed.element, None, &placed.alt_text);
                self.picture(&identity, picture, frame);
            }
        }
        Ok(())
    }

    fn text(&mut self, placed: &Placed, text: &[Paragraph], frame: Frame, slot: Option<Slot>) {
        let words: Vec<String> = text.iter().map(Paragraph::text).collect();
        let identity = self.tagged(&placed.element, Some(&words.join("\n")), &placed.alt_text);
        let look = slot.unwrap_or(Slot::Body).look();
        let body = body(&words, look.text_pt, look.is_bold, frame);
        let own = slot.is_none().then_some(frame);
        self.shapes.push(text_shape(
            &identity,
            slot.map(slot_placeholder),
            own,
            body,
            None,
            paragraphs(text),
        ));
    }

    /// A chart or a table in its frame.
    fn frame(
        &mut self,
        identity: &Identity,
        slot: Option<Slot>,
        frame: Frame,
        kind: &str,
        content: Element,
    ) {
        let locks = Element::new("a:graphicFrameLocks").with("noGrp", 1);
        let own = Element::new("p:cNvGraphicFramePr").holding([locks]);
        let placeholder = slot.map(slot_placeholder);
        self.shapes.push(
            Element::new("p:graphicFrame").holding([
                properties("p:nvGraphicFramePr", own, identity, placeholder),
                transform("p:xfrm", frame),
                Element::new("a:graphic").holding([Element::new("a:graphicData")
                    .with("uri", kind)
                    .holding([content])]),
            ]),
        );
    }

    fn picture(&mut self, identity: &Identity, picture: &DeckPicture, frame: Frame) {
        self.counts.pictures += 1;
        let path = |ending: &str| format!("ppt/media/picture{}.{ending}", self.counts.pictures);
        let (pixels, lines) = (path("png"), path("svg"));
        self.package.file(&pixels, picture.png.clone());
        self.package.file(&lines, picture.svg.clone().into_bytes());
        let pixels = self.relations.to(Relation::Image, &pixels);
        let lines = self.relations.to(Relation::Image, &lines);
        let frame = frame.fitted(as_points(picture.width_pt), as_points(picture.height_pt));
        let locks = Element::new("a:picLocks").with("noChangeAspect", 1);
        let own = Element::new("p:cNvPicPr").holding([locks]);
        self.shapes.push(
            Element::new("p:pic").holding([
                properties("p:nvPicPr", own, identity, None),
                Element::new("p:blipFill").holding([
                    Element::new("a:blip")
                        .with("r:embed", pixels)
                        .holding([Element::new("a:extLst").holding([vector(&lines)])]),
                    Element::new("a:stretch").holding([Element::new("a:fillRect")]),
                ]),
                Element::new("p:spPr").holding([transform("a:xfrm", frame), rectangle()]),
            ]),
        );
    }

    fn foot(&mut self) {
        let named = |number: u32, name: &str| Identity {
            number,
            name: name.to_owned(),
            ..Identity::default()
        };
        if let Some(words) = &self.slide.footer {
            let mut text = paragraphs(&[Paragraph::plain(words)]);
            // Not every program takes the look of these words from the layout.
            let properties = text.iter_mut().find_map(|held| held.at_mut(&["r", "rPr"]));
            if let Some(properties) = properties {
                properties.set("sz", 1000);
                let colour = Element::new("a:schemeClr").val("tx2");
                *properties = properties.clone().holding([
                    Element::new("a:solidFill").holding([colour]),
                    Element::new("a:latin").with("typeface", "+mn-lt"),
                ]);
            }
            let shape = text_shape(
                &named(self.number(), "Footer"),
                Some(Placeholder::FOOTER),
                None,
                Element::new("a:bodyPr"),
                None,
                text,
            );
            self.shapes.push(shape);
        }
        let shape = text_shape(
            &named(self.number(), "Slide number"),
            Some(Placeholder::NUMBER),
            None,
            Element::new("a:bodyPr"),
            None,
            number_field(),
        );
        self.shapes.push(shape);
    }
}

/// The extension that names the lines and surfaces of a picture beside its pixels.
fn vector(reference: &str) -> Element {
    Element::new("a:ext")
        .with("uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}")
        .holding([Element::new("asvg:svgBlip")
            .with(
                "xmlns:asvg",
                "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
            )
            .with("r:embed", reference)])
}

/// The frame of text that is made smaller where it would not fit.
fn body(words: &[String], size_pt: f32, is_bold: bool, frame: Frame) -> Element {
    let scale = fit::scale(words, size_pt, is_bold, frame);
    let mut fitting = Element::new("a:normAutofit");
    if scale < 100 {
        fitting.set("fontScale", u32::from(scale) * 1000);
    }
    Element::new("a:bodyPr").holding([fitting])
}

/// A length in whole points.
fn as_points(length: u32) -> f32 {
    u16::try_from(length).map_or(f32::from(u16::MAX), f32::from)
}

/// The notes of a slide, which refers to them and to which they refer.
pub fn notes(slide: &DeckSlide) -> Element {
    let named = |number: u32, name: &str| Identity {
        number,
        name: name.to_owned(),
        ..Identity::default()
    };
    let text: Vec<Paragraph> = slide.notes.iter().map(Paragraph::plain).collect();
    let picture = Element::new("p:sp").holding([
        properties(
            "p:nvSpPr",
            Element::new("p:cNvSpPr").holding([Element::new("a:spLocks")
                .with("noGrp", 1)
                .with("noRot", 1)
                .with("noChangeAspect", 1)]),
            &named(2, "Slide"),
            Some(Placeholder {
                kind: "sldImg",
                index: 0,
            }),
        ),
        Element::new("p:spPr"),
    ]);
    let words = text_shape(
        &named(3, "Notes"),
        Some(Placeholder {
            kind: "body",
            index: 1,
        }),
        None,
        Element::new("a:bodyPr"),
        None,
        paragraphs(&text),
    );
    root("p:notes").holding([
        Element::new("p:cSld").holding([tree(vec![picture, words])]),
        Element::new("p:clrMapOvr").holding([Element::new("a:masterClrMapping")]),
    ])
}

/// The master of notes: the slide above, the words below, on an upright page.
pub fn notes_master(look: &DeckLook) -> Element {
    let frame = |top: f32, height: f32| Frame::new(54.0, top, 432.0, height);
    let named = |number: u32, name: &str| Identity {
        number,
        name: name.to_owned(),
        ..Identity::default()
    };
    let edge = super::drawing::line(look, look.rule, 0.75, crate::chart::theme::Dash::Solid);
    let picture = Element::new("p:sp").holding([
        properties(
            "p:nvSpPr",
            Element::new("p:cNvSpPr").holding([Element::new("a:spLocks")
                .with("noGrp", 1)
                .with("noRot", 1)
                .with("noChangeAspect", 1)]),
            &named(2, "Slide"),
            Some(Placeholder {
                kind: "sldImg",
                index: 2,
            }),
        ),
        Element::new("p:spPr").holding([
            transform("a:xfrm", frame(54.0, 243.0)),
            rectangle(),
            Element::new("a:noFill"),
            edge,
        ]),
    ]);
    let words = text_shape(
        &named(3, "Notes"),
        Some(Placeholder {
            kind: "body",
            index: 1,
        }),
        Some(frame(330.0, 336.0)),
        Element::new("a:bodyPr"),
        None,
        paragraphs(&[Paragraph::plain("Notes for the speaker")]),
    );
    let style = Element::new("a:lvl1pPr")
        .with("marL", 0)
        .holding([Element::new("a:defRPr").with("sz", 1200).holding([
            Element::new("a:solidFill").holding([Element::new("a:schemeClr").val("tx1")]),
            Element::new("a:latin").with("typeface", "+mn-lt"),
        ])]);
    Element::new("p:notesMaster")
        .with("xmlns:a", DRAWING)
        .with("xmlns:r", REFERENCES)
        .with("xmlns:p", super::drawing::PRESENTATION)
        .holding([
            Element::new("p:cSld")
                .holding([super::master::background(), tree(vec![picture, words])]),
            super::master::colour_map(),
            Element::new("p:notesStyle").holding([style]),
        ])
}
