//! What slides, tables and charts share of the language of drawings: colours, text, rectangles, lines.

use super::deck::{DeckLook, Paragraph};
use super::place::{Frame, emu};
use super::xml::Element;
use crate::chart::colour::Rgba;
use crate::chart::theme::Dash;

/// The namespace of drawings.
pub const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
/// The namespace of references.
pub const REFERENCES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// The namespace of presentations.
pub const PRESENTATION: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";
/// The language of every text.
pub const LANGUAGE: &str = "en-GB";

/// A part of a presentation with its namespaces.
pub fn root(name: &str) -> Element {
    Element::new(name)
        .with("xmlns:a", DRAWING)
        .with("xmlns:r", REFERENCES)
        .with("xmlns:p", PRESENTATION)
}

/// A colour: by its place in the theme where it has one, so that another theme changes it.
pub fn colour(look: &DeckLook, wanted: Rgba) -> Element {
    let opaque = wanted.with_alpha(u8::MAX);
    let accent = look.accents.iter().position(|accent| *accent == opaque);
    let named = [
        (look.ground, "bg1"),
        (look.ink, "tx1"),
        (look.secondary, "tx2"),
        (look.rule, "bg2"),
    ];
    let named = named.iter().find(|(held, _)| *held == opaque);
    let element = match (named, accent) {
        (_, Some(place)) => Element::new("a:schemeClr").val(format_args!("accent{}", place + 1)),
        (Some((_, name)), None) => Element::new("a:schemeClr").val(name),
        (None, None) => Element::new("a:srgbClr").val(hex(opaque)),
    };
    if wanted.alpha == u8::MAX {
        return element;
    }
    let opacity = u32::from(wanted.alpha) * 100_000 / 255;
    element.holding([Element::new("a:alpha").val(opacity)])
}

/// A colour as its six digits.
pub fn hex(colour: Rgba) -> String {
    format!("{:02X}{:02X}{:02X}", colour.red, colour.green, colour.blue)
}

/// A surface of one colour.
pub fn fill(look: &DeckLook, wanted: Rgba) -> Element {
    Element::new("a:solidFill").holding([colour(look, wanted)])
}

/// A line of a width in points.
pub fn line(look: &DeckLook, wanted: Rgba, width_pt: f32, dash: Dash) -> Element {
    let mut parts = vec![fill(look, wanted)];
    let name = match dash {
        Dash::Solid => None,
        Dash::Dashed => Some("dash"),
        Dash::Dotted => Some("sysDot"),
        Dash::LongDashed => Some("lgDash"),
        Dash::DashDot => Some("dashDot"),
    };
    parts.extend(name.map(|name| Element::new("a:prstDash").val(name)));
    parts.push(Element::new("a:round"));
    Element::new("a:ln")
        .with("w", emu(width_pt.max(0.25)))
        .with("cap", if dash == Dash::Solid { "rnd" } else { "flat" })
        .holding(parts)
}

/// No line at all.
pub fn no_line() -> Element {
    Element::new("a:ln").holding([Element::new("a:noFill")])
}

/// The place of a shape, in the element of a name (`a:xfrm`, `p:xfrm`).
pub fn transform(name: &str, frame: Frame) -> Element {
    Element::new(name).holding([
        Element::new("a:off")
            .with("x", emu(frame.left_pt))
            .with("y", emu(frame.top_pt)),
        Element::new("a:ext")
            .with("cx", emu(frame.width_pt))
            .with("cy", emu(frame.height_pt)),
    ])
}

/// A rectangle.
pub fn rectangle() -> Element {
    Element::new("a:prstGeom")
        .with("prst", "rect")
        .holding([Element::new("a:avLst")])
}

/// The properties of text of a size in points; `name` says where they stand (`a:defRPr`, `a:rPr`).
pub fn text_properties(name: &str, size_pt: f32, is_bold: bool, colour: Element) -> Element {
    Element::new(name)
        .with("lang", LANGUAGE)
        .with("sz", hundredths(size_pt))
        .with("b", u8::from(is_bold))
        .holding([Element::new("a:solidFill").holding([colour])])
}

/// A size of text in hundredths of points.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held between 1 and 4000 points, as the format does"
)]
pub const fn hundredths(size_pt: f32) -> u32 {
    (size_pt.clamp(1.0, 4000.0) * 100.0).round() as u32
}

/// A run of text.
pub fn run(text: &str, is_bold: bool) -> Element {
    let mut properties = Element::new("a:rPr").with("lang", LANGUAGE);
    if is_bold {
        properties.set("b", 1);
    }
    Element::new("a:r").holding([properties, Element::new("a:t").text(text)])
}

/// Paragraphs as they stand in a place of a layout, which has a bullet only where one is asked for.
pub fn paragraphs(paragraphs: &[Paragraph]) -> Vec<Element> {
    let mut elements: Vec<Element> = paragraphs
        .iter()
        .map(|paragraph| {
            let mut element = Element::new("a:p");
            if paragraph.is_bullet {
                let properties = Element::new("a:pPr")
                    .with("marL", emu(18.0))
                    .with("indent", -emu(18.0))
                    .holding([
                        Element::new("a:buFont").with("typeface", "Arial"),
                        Element::new("a:buChar").with("char", "•"),
                    ]);
                element = element.holding([properties]);
            }
            let runs = paragraph.runs.iter().filter(|held| !held.text.is_empty());
            element = element.holding(runs.map(|held| run(&held.text, held.is_bold)));
            element.holding([Element::new("a:endParaRPr").with("lang", LANGUAGE)])
        })
        .collect();
    if elements.is_empty() {
        elements.push(Element::new("a:p"));
    }
    elements
}
