//! Shapes of slides, layouts and notes: what they are called, what they say to a screen reader, which place
//! of their layout they fill.

use super::drawing::{rectangle, transform};
use super::place::Frame;
use super::xml::Element;

/// Who a shape is.
#[derive(Clone, Debug, Default)]
pub struct Identity {
    /// Its number on the slide.
    pub number: u32,
    /// Its name, as the list of objects shows it.
    pub name: String,
    /// What it shows, in words.
    pub alt_text: String,
    /// The reference to its tags.
    pub tags: Option<String>,
}

/// The place of a layout that a shape fills.
#[derive(Clone, Copy, Debug)]
pub struct Placeholder {
    /// What the place is for (`title`, `body`, …); nothing for a place of anything.
    pub kind: &'static str,
    /// Its number; 0 for those that are known by their kind.
    pub index: u32,
}

impl Placeholder {
    /// The title.
    pub const TITLE: Self = Self {
        kind: "title",
        index: 0,
    };
    /// The title of a first slide.
    pub const CENTRED_TITLE: Self = Self {
        kind: "ctrTitle",
        index: 0,
    };
    /// The words at the foot.
    pub const FOOTER: Self = Self {
        kind: "ftr",
        index: 20,
    };
    /// The number of the slide.
    pub const NUMBER: Self = Self {
        kind: "sldNum",
        index: 21,
    };

    fn element(self) -> Element {
        let mut element = Element::new("p:ph");
        if !self.kind.is_empty() {
            element.set("type", self.kind);
        }
        if self.index > 0 {
            element.set("idx", self.index);
        }
        element
    }
}

/// The properties that every shape begins with: `p:nvSpPr`, `p:nvPicPr`, `p:nvGraphicFramePr`.
pub fn properties(
    wrapper: &str,
    own: Element,
    identity: &Identity,
    placeholder: Option<Placeholder>,
) -> Element {
    let mut named = Element::new("p:cNvPr")
        .with("id", identity.number)
        .with("name", &identity.name);
    if !identity.alt_text.is_empty() {
        named.set("descr", &identity.alt_text);
    }
    let mut application = Element::new("p:nvPr").holding(placeholder.map(Placeholder::element));
    if let Some(tags) = &identity.tags {
        application = application.holding([tag_list(tags)]);
    }
    Element::new(wrapper).holding([named, own, application])
}

/// The reference of a shape to its tags.
pub fn tag_list(reference: &str) -> Element {
    Element::new("p:custDataLst").holding([Element::new("p:tags").with("r:id", reference)])
}

/// A shape of text. Without a frame it stands where its layout says.
pub fn text_shape(
    identity: &Identity,
    placeholder: Option<Placeholder>,
    frame: Option<Frame>,
    body: Element,
    style: Option<Element>,
    paragraphs: Vec<Element>,
) -> Element {
    let mut own = Element::new("p:cNvSpPr");
    if placeholder.is_some() {
        own = own.holding([Element::new("a:spLocks").with("noGrp", 1)]);
    } else {
        own.set("txBox", 1);
    }
    let mut look = Element::new("p:spPr");
    if let Some(frame) = frame {
        look = look.holding([transform("a:xfrm", frame), rectangle()]);
    }
    Element::new("p:sp").holding([
        properties("p:nvSpPr", own, identity, placeholder),
        look,
        Element::new("p:txBody")
            .holding([body, style.unwrap_or_else(|| Element::new("a:lstStyle"))])
            .holding(paragraphs),
    ])
}

/// A filled rectangle that says nothing.
pub fn bar(identity: &Identity, frame: Frame, fill: Element) -> Element {
    Element::new("p:sp").holding([
        properties("p:nvSpPr", Element::new("p:cNvSpPr"), identity, None),
        Element::new("p:spPr").holding([
            transform("a:xfrm", frame),
            rectangle(),
            fill,
            Element::new("a:ln").holding([Element::new("a:noFill")]),
        ]),
    ])
}

/// The tree of shapes of a slide.
pub fn tree(shapes: Vec<Element>) -> Element {
    let own = Element::new("p:nvGrpSpPr").holding([
        Element::new("p:cNvPr").with("id", 1).with("name", ""),
        Element::new("p:cNvGrpSpPr"),
        Element::new("p:nvPr"),
    ]);
    let zero = |name: &str, x: &str, y: &str| Element::new(name).with(x, 0).with(y, 0);
    let place = Element::new("p:grpSpPr").holding([Element::new("a:xfrm").holding([
        zero("a:off", "x", "y"),
        zero("a:ext", "cx", "cy"),
        zero("a:chOff", "x", "y"),
        zero("a:chExt", "cx", "cy"),
    ])]);
    Element::new("p:spTree")
        .holding([own, place])
        .holding(shapes)
}
