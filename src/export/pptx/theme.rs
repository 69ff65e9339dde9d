//! The theme of a presentation: its colours by name and its fonts.

use super::deck::DeckLook;
use super::drawing::{DRAWING, hex};
use super::xml::Element;
use crate::chart::colour::Rgba;

/// The theme of a look.
pub fn theme(look: &DeckLook) -> Element {
    let [first, second, third, fourth, fifth, sixth] = look.accents;
    let colours: [(&str, Rgba); 12] = [
        ("dk1", look.ink),
        ("lt1", look.ground),
        ("dk2", look.secondary),
        ("lt2", look.rule),
        ("accent1", first),
        ("accent2", second),
        ("accent3", third),
        ("accent4", fourth),
        ("accent5", fifth),
        ("accent6", sixth),
        ("hlink", first),
        ("folHlink", third),
    ];
    let colours = colours.map(|(name, colour)| {
        Element::new(&format!("a:{name}")).holding([Element::new("a:srgbClr").val(hex(colour))])
    });
    let font = |name: &str, typeface: &str| {
        let others = ["a:ea", "a:cs"].map(|name| Element::new(name).with("typeface", ""));
        Element::new(name)
            .holding([Element::new("a:latin").with("typeface", typeface)])
            .holding(others)
    };
    let placeholder =
        || Element::new("a:solidFill").holding([Element::new("a:schemeClr").val("phClr")]);
    let line = |width: u32| {
        Element::new("a:ln")
            .with("w", width)
            .holding([placeholder()])
    };
    let effect = || Element::new("a:effectStyle").holding([Element::new("a:effectLst")]);
    let formats = Element::new("a:fmtScheme")
        .with("name", "Bellwether")
        .holding([
            Element::new("a:fillStyleLst").holding([placeholder(), placeholder(), placeholder()]),
            Element::new("a:lnStyleLst").holding([line(9_525), line(19_050), line(28_575)]),
            Element::new("a:effectStyleLst").holding([effect(), effect(), effect()]),
            Element::new("a:bgFillStyleLst").holding([placeholder(), placeholder(), placeholder()]),
        ]);
    Element::new("a:theme")
        .with("xmlns:a", DRAWING)
        .with("name", "Bellwether")
        .holding([
            Element::new("a:themeElements").holding([
                Element::new("a:clrScheme")
                    .with("name", "Bellwether")
                    .holding(colours),
                Element::new("a:fontScheme")
                    .with("name", "Bellwether")
                    .holding([
                        font("a:majorFont", &look.heading_font),
                        font("a:minorFont", &look.body_font),
                    ]),
                formats,
            ]),
            Element::new("a:objectDefaults"),
            Element::new("a:extraClrSchemeLst"),
        ])
}
