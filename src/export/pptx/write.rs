//! A presentation as the bytes of a file.

use super::deck::{Deck, DeckError, DeckSize, SlideLayout};
use super::drawing::{DRAWING, LANGUAGE, root};
use super::marks::Marks;
use super::package::{Package, Relation, Relations};
use super::place::emu;
use super::slide::{self, Counts};
use super::xml::Element;
use super::{master, theme};

/// What the kinds of parts of a presentation begin with.
const KIND: &str = "application/vnd.openxmlformats-officedocument.presentationml";
const THEME_TYPE: &str = "application/vnd.openxmlformats-officedocument.theme+xml";

/// The bytes of a presentation; the same presentation is always the same bytes.
///
/// # Errors
/// Those of [`DeckError`].
pub fn write(deck: &Deck) -> Result<Vec<u8>, DeckError> {
    let mut package = Package::default();
    let mut presentation = Relations::default();
    let none = Relations::default();

    let theme = theme::theme(&deck.look);
    for number in 1..=2 {
        let path = format!("ppt/theme/theme{number}.xml");
        package.xml(&path, THEME_TYPE, &theme, &none);
    }
    let mut of_master = Relations::default();
    let layouts: Vec<String> = SlideLayout::ALL
        .iter()
        .map(|layout| of_master.to(Relation::Layout, &layout_path(*layout)))
        .collect();
    of_master.to(Relation::Theme, "ppt/theme/theme1.xml");
    let element = master::master(deck.size, &layouts);
    let kind = |name: &str| format!("{KIND}.{name}+xml");
    package.xml(MASTER, &kind("slideMaster"), &element, &of_master);
    let logo = deck.look.logo.as_ref();
    if let Some(logo) = logo {
        package.file(LOGO, logo.png().to_vec());
    }
    for layout in SlideLayout::ALL {
        let mut relations = Relations::default();
        relations.to(Relation::Master, MASTER);
        let reference = logo.map(|_| relations.to(Relation::Image, LOGO));
        let element = master::layout(layout, deck.size, &deck.look, reference.as_deref());
        package.xml(
            &layout_path(layout),
            &kind("slideLayout"),
            &element,
            &relations,
        );
    }
    let master = presentation.to(Relation::Master, MASTER);
    let mut of_notes = Relations::default();
    of_notes.to(Relation::Theme, "ppt/theme/theme2.xml");
    let element = slide::notes_master(&deck.look);
    package.xml(NOTES_MASTER, &kind("notesMaster"), &element, &of_notes);
    let notes_master = presentation.to(Relation::NotesMaster, NOTES_MASTER);

    let mut counts = Counts::default();
    let mut slides = Vec::new();
    for (number, held) in (1..).zip(&deck.slides) {
        let path = format!("ppt/slides/slide{number}.xml");
        let mut relations = Relations::default();
        relations.to(Relation::Layout, &layout_path(held.layout));
        if !held.notes.is_empty() {
            let notes = format!("ppt/notesSlides/notesSlide{number}.xml");
            relations.to(Relation::Notes, &notes);
            let mut of_notes = Relations::default();
            of_notes.to(Relation::NotesMaster, NOTES_MASTER);
            of_notes.to(Relation::Slide, &path);
            package.xml(&notes, &kind("notesSlide"), &slide::notes(held), &of_notes);
        }
        let element = slide::slide(deck, held, &mut package, &mut counts, &mut relations)?;
        package.xml(&path, &kind("slide"), &element, &relations);
        slides.push(presentation.to(Relation::Slide, &path));
    }

    let small = [
        (
            "ppt/presProps.xml",
            "presProps",
            Relation::PresentationProperties,
            root("p:presentationPr"),
        ),
        (
            "ppt/viewProps.xml",
            "viewProps",
            Relation::ViewProperties,
            root("p:viewPr"),
        ),
        (
            "ppt/tableStyles.xml",
            "tableStyles",
            Relation::TableStyles,
            Element::new("a:tblStyleLst")
                .with("xmlns:a", DRAWING)
                .with("def", "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"),
        ),
    ];
    for (path, name, relation, element) in small {
        package.xml(path, &kind(name), &element, &none);
        presentation.to(relation, path);
    }
    presentation.to(Relation::Theme, "ppt/theme/theme1.xml");
    let element = presentation_part(deck, &master, &notes_master, &slides);
    package.xml(
        DOCUMENT,
        &kind("presentation.main"),
        &element,
        &presentation,
    );

    let mut relations = Relations::default();
    relations.to(Relation::Document, DOCUMENT);
    relations.to(Relation::CoreProperties, "docProps/core.xml");
    relations.to(Relation::AppProperties, "docProps/app.xml");
    package.xml(
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        &core_properties(&deck.title),
        &none,
    );
    package.xml(
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        &app_properties(deck),
        &none,
    );
    relations.to(Relation::CustomProperties, "docProps/custom.xml");
    package.xml(
        "docProps/custom.xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        &Marks::of(deck).document(),
        &none,
    );
    package.bytes(&relations)
}

const DOCUMENT: &str = "ppt/presentation.xml";
const LOGO: &str = "ppt/media/logo.png";
const MASTER: &str = "ppt/slideMasters/slideMaster1.xml";
const NOTES_MASTER: &str = "ppt/notesMasters/notesMaster1.xml";

fn layout_path(layout: SlideLayout) -> String {
    let number = match layout {
        SlideLayout::Title => 1,
        SlideLayout::Chart => 2,
        SlideLayout::TwoCharts => 3,
        SlideLayout::Section => 4,
        SlideLayout::Text => 5,
    };
    format!("ppt/slideLayouts/slideLayout{number}.xml")
}

fn presentation_part(deck: &Deck, master: &str, notes: &str, slides: &[String]) -> Element {
    let slides = slides.iter().zip(256_u32..).map(|(reference, id)| {
        Element::new("p:sldId")
            .with("id", id)
            .with("r:id", reference)
    });
    let size = |name: &str, width: f32, height: f32| {
        Element::new(name)
            .with("cx", emu(width))
            .with("cy", emu(height))
    };
    let mut slide_size = size("p:sldSz", deck.size.width_pt(), deck.size.height_pt());
    if deck.size == DeckSize::Standard {
        slide_size.set("type", "screen4x3");
    }
    let text = Element::new("a:lvl1pPr").holding([Element::new("a:defRPr")
        .with("lang", LANGUAGE)
        .with("sz", 1800)
        .holding([
            Element::new("a:solidFill").holding([Element::new("a:schemeClr").val("tx1")]),
            Element::new("a:latin").with("typeface", "+mn-lt"),
        ])]);
    let of_master = Element::new("p:sldMasterId")
        .with("id", 2_147_483_648_u64)
        .with("r:id", master);
    let of_notes = Element::new("p:notesMasterId").with("r:id", notes);
    root("p:presentation").with("saveSubsetFonts", 1).holding([
        Element::new("p:sldMasterIdLst").holding([of_master]),
        Element::new("p:notesMasterIdLst").holding([of_notes]),
        Element::new("p:sldIdLst").holding(slides),
        slide_size,
        size("p:notesSz", 540.0, 720.0),
        Element::new("p:defaultTextStyle").holding([text]),
    ])
}

/// Title and language of the file. It bears no date, since it would differ each time it is made.
fn core_properties(title: &str) -> Element {
    Element::new("cp:coreProperties")
        .with(
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        )
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .holding([
            Element::new("dc:title").text(title),
            Element::new("dc:creator").text("Bellwether"),
            Element::new("dc:language").text(LANGUAGE),
        ])
}

fn app_properties(deck: &Deck) -> Element {
    let notes = deck.slides.iter().filter(|slide| !slide.notes.is_empty());
    let hidden = deck.slides.iter().filter(|slide| slide.is_hidden);
    let number = |name: &str, held: usize| Element::new(name).text(&held.to_string());
    Element::new("Properties")
        .with(
            "xmlns",
            "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
        )
        .holding([
            Element::new("Application").text("Bellwether"),
            number("Slides", deck.slides.len()),
            number("Notes", notes.count()),
            number("HiddenSlides", hidden.count()),
        ])
}
