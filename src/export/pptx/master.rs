//! The master of slides and its layouts: what everything looks like that has no look of its own.

use super::deck::{DeckLook, DeckSize, SlideLayout};
use super::drawing::{self, fill, hundredths, rectangle, root, run, transform};
use super::place::{Frame, Slot, footer_frame, logo_frame, number_frame};
use super::shape::{Identity, Placeholder, bar, properties, text_shape, tree};
use super::xml::Element;
use crate::project::Logo;

/// The places of colours in the theme.
const COLOUR_MAP: [(&str, &str); 12] = [
    ("bg1", "lt1"),
    ("tx1", "dk1"),
    ("bg2", "lt2"),
    ("tx2", "dk2"),
    ("accent1", "accent1"),
    ("accent2", "accent2"),
    ("accent3", "accent3"),
    ("accent4", "accent4"),
    ("accent5", "accent5"),
    ("accent6", "accent6"),
    ("hlink", "hlink"),
    ("folHlink", "folHlink"),
];

/// Which colour of the theme stands where.
pub fn colour_map() -> Element {
    COLOUR_MAP
        .iter()
        .fold(Element::new("p:clrMap"), |map, (from, to)| {
            map.with(from, to)
        })
}

/// Behind everything.
pub fn background() -> Element {
    let colour = Element::new("a:schemeClr").val("bg1");
    Element::new("p:bg").holding([Element::new("p:bgRef").with("idx", 1001).holding([colour])])
}

fn scheme(name: &str) -> Element {
    Element::new("a:schemeClr").val(name)
}

/// How one level of text looks.
fn level(name: &str, size_pt: f32, is_bold: bool, colour: &str, font: &str) -> Element {
    let spacing = Element::new("a:lnSpc").holding([Element::new("a:spcPct").val(100_000)]);
    let before = Element::new("a:spcBef").holding([Element::new("a:spcPts").val(0)]);
    let properties = Element::new("a:defRPr")
        .with("lang", drawing::LANGUAGE)
        .with("sz", hundredths(size_pt))
        .with("b", u8::from(is_bold))
        .holding([
            Element::new("a:solidFill").holding([scheme(colour)]),
            Element::new("a:latin").with("typeface", format_args!("+{font}-lt")),
            Element::new("a:ea").with("typeface", format_args!("+{font}-ea")),
            Element::new("a:cs").with("typeface", format_args!("+{font}-cs")),
        ]);
    Element::new(name)
        .with("marL", 0)
        .with("indent", 0)
        .with("algn", "l")
        .holding([spacing, before, Element::new("a:buNone"), properties])
}

/// The frame around text: no margins, so that everything stands at the margin of the slide.
fn body(anchor: &str) -> Element {
    Element::new("a:bodyPr")
        .with("vert", "horz")
        .with("wrap", "square")
        .with("lIns", 0)
        .with("tIns", 0)
        .with("rIns", 0)
        .with("bIns", 0)
        .with("anchor", anchor)
        .holding([Element::new("a:normAutofit")])
}

fn prompt(text: &str) -> Vec<Element> {
    vec![Element::new("a:p").holding([run(text, false)])]
}

/// A field that PowerPoint fills with the number of the slide.
pub fn number_field() -> Vec<Element> {
    let field = Element::new("a:fld")
        .with("id", "{7C1E5B52-6E0B-4C6B-9A51-0D6F1C2B7A10}")
        .with("type", "slidenum")
        .holding([
            Element::new("a:rPr").with("lang", drawing::LANGUAGE),
            Element::new("a:t").text("‹#›"),
        ]);
    vec![Element::new("a:p").holding([field])]
}

/// The places at the foot of every slide, numbered from `number`.
fn foot(size: DeckSize, number: u32) -> [Element; 2] {
    let places = [
        (
            Placeholder::FOOTER,
            "Footer",
            footer_frame(size),
            vec![Element::new("a:p")],
        ),
        (
            Placeholder::NUMBER,
            "Slide number",
            number_frame(size),
            number_field(),
        ),
    ];
    let mut number = number;
    places.map(|(placeholder, name, frame, paragraphs)| {
        let identity = Identity {
            number,
            name: name.to_owned(),
            ..Identity::default()
        };
        number += 1;
        let mut look = level("a:lvl1pPr", 11.0, false, "tx2", "mn");
        look.set("algn", "r");
        let style = Element::new("a:lstStyle").holding([look]);
        text_shape(
            &identity,
            Some(placeholder),
            Some(frame),
            body("b"),
            Some(style),
            paragraphs,
        )
    })
}

/// The master; `layouts` are the references to its layouts.
pub fn master(size: DeckSize, layouts: &[String]) -> Element {
    let layout = SlideLayout::Chart;
    let named = |number, name: &str| Identity {
        number,
        name: name.to_owned(),
        ..Identity::default()
    };
    let text = Placeholder {
        kind: "body",
        index: 1,
    };
    let mut shapes = vec![
        text_shape(
            &named(2, "Title"),
            Some(Placeholder::TITLE),
            Some(layout.title_frame(size)),
            body("b"),
            None,
            prompt("Message"),
        ),
        text_shape(
            &named(3, "Text"),
            Some(text),
            Some(SlideLayout::Text.frame(Slot::Body, size)),
            body("t"),
            None,
            prompt("Text"),
        ),
    ];
    shapes.extend(foot(size, 4));
    let levels = |sizes: [f32; 9], colour: &str| {
        let levels = sizes
            .iter()
            .zip(1..)
            .map(|(size, place)| level(&format!("a:lvl{place}pPr"), *size, false, colour, "mn"));
        levels.collect::<Vec<_>>()
    };
    let other: Vec<Element> = levels([14.0; 9], "tx1");
    let styles = Element::new("p:txStyles").holding([
        Element::new("p:titleStyle").holding([level(
            "a:lvl1pPr",
            layout.title_pt(),
            true,
            "tx1",
            "mj",
        )]),
        Element::new("p:bodyStyle").holding(levels(
            [20.0, 18.0, 16.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0],
            "tx1",
        )),
        Element::new("p:otherStyle").holding(other),
    ]);
    // Numbers of masters and layouts share one row that begins here.
    let list = layouts
        .iter()
        .zip(2_147_483_649_u64..)
        .map(|(reference, id)| {
            Element::new("p:sldLayoutId")
                .with("id", id)
                .with("r:id", reference)
        });
    root("p:sldMaster").holding([
        Element::new("p:cSld").holding([background(), tree(shapes)]),
        colour_map(),
        Element::new("p:sldLayoutIdLst").holding(list),
        styles,
    ])
}

/// A layout; `logo` is the reference to the picture of the logo.
pub fn layout(layout: SlideLayout, size: DeckSize, look: &DeckLook, logo: Option<&str>) -> Element {
    let mut number = 1;
    let mut named = |name: &str| {
        number += 1;
        Identity {
            number,
            name: name.to_owned(),
            ..Identity::default()
        }
    };
    let title = layout.title();
    let title_style = level("a:lvl1pPr", layout.title_pt(), true, "tx1", "mj");
    let title_frame = layout.title_frame(size);
    let mut shapes = Vec::new();
    // One short bar of the house's colour: everything else is paper.
    if matches!(layout, SlideLayout::Title | SlideLayout::Section) {
        let frame = Frame::new(
            title_frame.left_pt,
            title_frame.top_pt + title_frame.height_pt + 8.0,
            72.0,
            6.0,
        );
        let [accent, ..] = look.accents;
        shapes.push(bar(&named("Bar"), frame, fill(look, accent)));
    } else {
        let frame = Frame::new(title_frame.left_pt, 465.0, title_frame.width_pt, 0.75);
        if layout != SlideLayout::TwoCharts {
            shapes.push(bar(&named("Rule"), frame, fill(look, look.rule)));
        }
    }
    shapes.push(text_shape(
        &named("Title"),
        Some(title),
        Some(title_frame),
        body("b"),
        Some(Element::new("a:lstStyle").holding([title_style])),
        prompt("Message"),
    ));
    for slot in layout.slots() {
        let look = slot.look();
        let colour = if look.is_secondary { "tx2" } else { "tx1" };
        let style = level("a:lvl1pPr", look.text_pt, look.is_bold, colour, "mn");
        let anchor = match slot {
            Slot::LeftMessage | Slot::RightMessage => "b",
            _ => "t",
        };
        let place = slot_placeholder(*slot);
        shapes.push(text_shape(
            &named(look.prompt),
            Some(place),
            Some(layout.frame(*slot, size)),
            body(anchor),
            Some(Element::new("a:lstStyle").holding([style])),
            prompt(look.prompt),
        ));
    }
    if let Some((reference, logo)) = logo.zip(look.logo.as_ref()) {
        let identity = Identity {
            alt_text: look.organisation.clone(),
            ..named("Logo")
        };
        shapes.push(logo_shape(
            &identity,
            reference,
            logo,
            logo_frame(layout, size),
        ));
    }
    let next = named("").number;
    shapes.extend(foot(size, next));
    let mut element = root("p:sldLayout");
    match layout {
        SlideLayout::Title => element.set("type", "title"),
        SlideLayout::Section => element.set("type", "secHead"),
        _ => element.set("userDrawn", 1),
    }
    element.with("preserve", 1).holding([
        Element::new("p:cSld")
            .with("name", layout.name())
            .holding([tree(shapes)]),
        Element::new("p:clrMapOvr").holding([Element::new("a:masterClrMapping")]),
    ])
}

/// The logo at the edge of its frame, in its own shape.
fn logo_shape(identity: &Identity, reference: &str, logo: &Logo, frame: Frame) -> Element {
    let mut place = frame.fitted(1000.0 * logo.aspect(), 1000.0);
    let is_left = frame.left_pt < 100.0;
    place.left_pt = if is_left {
        frame.left_pt
    } else {
        frame.left_pt + frame.width_pt - place.width_pt
    };
    let locks = Element::new("a:picLocks").with("noChangeAspect", 1);
    let own = Element::new("p:cNvPicPr").holding([locks]);
    Element::new("p:pic").holding([
        properties("p:nvPicPr", own, identity, None),
        Element::new("p:blipFill").holding([
            Element::new("a:blip").with("r:embed", reference),
            Element::new("a:stretch").holding([Element::new("a:fillRect")]),
        ]),
        Element::new("p:spPr").holding([transform("a:xfrm", place), rectangle()]),
    ])
}

impl SlideLayout {
    /// The place of its title.
    pub const fn title(self) -> Placeholder {
        match self {
            Self::Title => Placeholder::CENTRED_TITLE,
            _ => Placeholder::TITLE,
        }
    }
}

/// The place of a layout as shapes of slides name it.
pub const fn slot_placeholder(slot: Slot) -> Placeholder {
    Placeholder {
        kind: if slot.look().is_text { "body" } else { "" },
        index: slot.index(),
    }
}
