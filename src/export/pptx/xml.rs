//! XML as a tree: parts of a presentation are built from it and, when a presentation is refreshed, read into
//! it, changed and written again with everything that was not understood left as it was. It knows nothing of
//! what the elements mean.

use std::fmt::{Display, Write as _};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Elements within elements past which a part is not read: no office program goes deeper.
const MOST_DEPTH: usize = 200;

/// An element with what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// The name, with its prefix: `a:off`.
    pub name: String,
    /// The attributes in order, their values as they are meant, not as they are written.
    pub attributes: Vec<(String, String)>,
    /// What is in it.
    pub children: Vec<Child>,
}

/// What is in an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Child {
    /// Another element.
    Element(Element),
    /// Text, as it is meant.
    Text(String),
    /// A comment or an instruction to a program, as it is written.
    Verbatim(String),
}

/// Why a part was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unreadable(String);

impl Element {
    /// An element with nothing in it.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            attributes: Vec::new(),
            children: Vec::new(),
        }
    }

    /// With another attribute.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Display) -> Self {
        self.attributes.push((name.to_owned(), value.to_string()));
        self
    }

    /// With the attribute `val`, in which most elements of charts hold all they say.
    #[must_use]
    pub fn val(self, value: impl Display) -> Self {
        self.with("val", value)
    }

    /// With other elements in it, after those that it has.
    #[must_use]
    pub fn holding(mut self, elements: impl IntoIterator<Item = Self>) -> Self {
        self.children
            .extend(elements.into_iter().map(Child::Element));
        self
    }

    /// With text in it.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.children.push(Child::Text(text.to_owned()));
        self
    }

    /// The name without its prefix.
    pub fn local(&self) -> &str {
        self.name
            .rsplit_once(':')
            .map_or(self.name.as_str(), |(_, local)| local)
    }

    /// The value of an attribute, by its whole name.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let mut held = self.attributes.iter();
        held.find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Gives an attribute another value.
    pub fn set(&mut self, name: &str, value: impl Display) {
        let value = value.to_string();
        match self.attributes.iter_mut().find(|(key, _)| key == name) {
            Some((_, held)) => *held = value,
            None => self.attributes.push((name.to_owned(), value)),
        }
    }

    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            _ => None,
        })
    }

    /// The elements in it, to be changed.
    pub fn elements_mut(&mut self) -> impl Iterator<Item = &mut Self> {
        self.children.iter_mut().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            _ => None,
        })
    }

    /// The first element of a name (without prefix) in it.
    pub fn find(&self, local: &str) -> Option<&Self> {
        self.elements().find(|element| element.local() == local)
    }

    /// The first element of a name (without prefix) in it, to be changed.
    pub fn find_mut(&mut self, local: &str) -> Option<&mut Self> {
        self.elements_mut().find(|element| element.local() == local)
    }

    /// The element that names lead to, one within the other.
    pub fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |held, local| held.find(local))
    }

    /// The element that names lead to, to be changed.
    pub fn at_mut(&mut self, path: &[&str]) -> Option<&mut Self> {
        path.iter()
            .try_fold(self, |held, local| held.find_mut(local))
    }

    /// All elements of a name within it, however deep, in order.
    pub fn all<'a>(&'a self, local: &str) -> Vec<&'a Self> {
        let mut found = Vec::new();
        self.gather(&mut |element| {
            if element.local() == local {
                found.push(element);
            }
        });
        found
    }

    fn gather<'a>(&'a self, see: &mut impl FnMut(&'a Self)) {
        for element in self.elements() {
            see(element);
            element.gather(see);
        }
    }

    /// Its text and that of what is in it.
    pub fn whole_text(&self) -> String {
        let mut text = String::new();
        for child in &self.children {
            match child {
                Child::Element(element) => text.push_str(&element.whole_text()),
                Child::Text(held) => text.push_str(held),
                Child::Verbatim(_) => {}
            }
        }
        text
    }

    /// Takes out the elements of a name.
    pub fn remove(&mut self, local: &str) {
        self.children
            .retain(|child| !matches!(child, Child::Element(held) if held.local() == local));
    }

    /// Puts an element in the place of the first of its name, or where none is, after the last of those that
    /// come before it in `order`, the order that the format asks for.
    pub fn put(&mut self, element: Self, order: &[&str]) {
        if let Some(held) = self.find_mut(element.local()) {
            *held = element;
        } else {
            self.insert(element, order);
        }
    }

    /// Puts an element after the last of those that stand up to its own name in `order`.
    pub fn insert(&mut self, element: Self, order: &[&str]) {
        let rank = |local: &str| order.iter().position(|name| *name == local);
        let own = rank(element.local());
        let after = self.children.iter().rposition(|child| {
            matches!(child, Child::Element(held) if own.is_none() || rank(held.local()).is_some_and(|held| Some(held) <= own))
        });
        let place = after.map_or(0, |place| place + 1);
        self.children.insert(place, Child::Element(element));
    }

    /// The text of a part whose root it is.
    pub fn document(&self) -> String {
        let mut text =
            String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        self.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) {
        text.push('<');
        text.push_str(&self.name);
        for (name, value) in &self.attributes {
            text.push(' ');
            text.push_str(name);
            text.push_str("=\"");
            escape(value, true, text);
            text.push('"');
        }
        if self.children.is_empty() {
            text.push_str("/>");
            return;
        }
        text.push('>');
        for child in &self.children {
            match child {
                Child::Element(element) => element.write(text),
                Child::Text(held) => escape(held, false, text),
                Child::Verbatim(held) => text.push_str(held),
            }
        }
        text.push_str("</");
        text.push_str(&self.name);
        text.push('>');
    }

    /// The root of a part.
    ///
    /// # Errors
    /// Where it is not whole, not in UTF-8, or brings definitions of its own.
    pub fn parse(bytes: &[u8]) -> Result<Self, Unreadable> {
        let text = std::str::from_utf8(bytes)
            .map_err(|_other| Unreadable("it is not written in UTF-8".to_owned()))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = Reader::from_str(text);
        let mut open: Vec<Self> = Vec::new();
        let mut root = None;
        loop {
            let event = reader
                .read_event()
                .map_err(|error| Unreadable(error.to_string()))?;
            let child = match event {
                Event::Start(start) => {
                    if open.len() >= MOST_DEPTH {
                        return Err(Unreadable("its elements lie too deep".to_owned()));
                    }
                    open.push(Self::started(&start)?);
                    continue;
                }
                Event::Empty(start) => Child::Element(Self::started(&start)?),
                Event::End(_) => match open.pop() {
                    Some(element) => Child::Element(element),
                    None => return Err(Unreadable("an element ends before it begins".to_owned())),
                },
                Event::Text(held) => Child::Text(held.xml10_content().into_owned()),
                Event::CData(held) => Child::Text(held.xml10_content().into_owned()),
                Event::GeneralRef(reference) => Child::Text(meant(&reference)?),
                Event::Comment(held) => Child::Verbatim(format!("<!--{}-->", &*held)),
                Event::PI(held) => Child::Verbatim(format!("<?{}?>", &*held)),
                Event::Decl(_) => continue,
                Event::DocType(_) => {
                    return Err(Unreadable("it brings definitions of its own".to_owned()));
                }
                Event::Eof => break,
            };
            match (open.last_mut(), child) {
                (Some(parent), child) => parent.push(child),
                (None, Child::Element(element)) if root.is_none() => root = Some(element),
                (None, Child::Element(_)) => {
                    return Err(Unreadable("it has two roots".to_owned()));
                }
                (None, _) => {}
            }
        }
        if !open.is_empty() {
            return Err(Unreadable("it breaks off".to_owned()));
        }
        root.ok_or_else(|| Unreadable("it is empty".to_owned()))
    }

    fn started(start: &BytesStart<'_>) -> Result<Self, Unreadable> {
        let mut element = Self::new(start.name().0);
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|error| Unreadable(error.to_string()))?;
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|error| Unreadable(error.to_string()))?;
            element
                .attributes
                .push((attribute.key.0.to_owned(), value.into_owned()));
        }
        Ok(element)
    }

    fn push(&mut self, child: Child) {
        match (self.children.last_mut(), child) {
            (Some(Child::Text(before)), Child::Text(more)) => before.push_str(&more),
            (_, child) => self.children.push(child),
        }
    }
}

/// The character that a reference stands for.
fn meant(reference: &quick_xml::events::BytesRef<'_>) -> Result<String, Unreadable> {
    let unknown = || Unreadable("it refers to something that it does not define".to_owned());
    if let Some(character) = reference
        .resolve_char_ref()
        .map_err(|error| Unreadable(error.to_string()))?
    {
        return Ok(character.to_string());
    }
    quick_xml::escape::resolve_predefined_entity(reference)
        .map(str::to_owned)
        .ok_or_else(unknown)
}

/// Text as XML holds it; characters that XML cannot hold are left out.
fn escape(text: &str, is_attribute: bool, into: &mut String) {
    for c in text.chars() {
        match c {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' if is_attribute => into.push_str("&quot;"),
            '\n' | '\t' if !is_attribute => into.push(c),
            '\n' | '\t' | '\r' => {
                // Writing to a string cannot fail.
                if write!(into, "&#{};", u32::from(c)).is_err() {
                    into.push(' ');
                }
            }
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() && u32::from(c) < 0x20 => {}
            c => into.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_again() {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<a:r xmlns:a=\"u\" k=\"1 &lt; 2 &amp; &quot;x&quot;&#10;\"> t &amp; u<!-- c --><b/><a:c>é &gt; −</a:c></a:r>";
        let root = Element::parse(text.as_bytes()).unwrap();
        assert_eq!(root.attribute("k"), Some("1 < 2 & \"x\"\n"));
        assert_eq!(root.find("c").unwrap().whole_text(), "é > −");
        assert_eq!(root.document(), text);
    }

    #[test]
    fn what_is_not_whole_is_refused() {
        let deep = "<a>".repeat(300) + &"</a>".repeat(300);
        for text in [
            "",
            "<a>",
            "<a></b>",
            "<a/><b/>",
            "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
            "<a>&x;</a>",
            &deep,
        ] {
            assert!(Element::parse(text.as_bytes()).is_err(), "{text}");
        }
        assert!(Element::parse(&[0xff, 0xfe, b'<', 0]).is_err());
    }

    #[test]
    fn elements_go_where_the_format_wants_them() {
        let order = ["idx", "tx", "spPr", "val"];
        let mut series = Element::new("c:ser").holding(["c:idx", "c:val"].map(Element::new));
        series.put(Element::new("c:spPr"), &order);
        series.put(Element::new("c:tx"), &order);
        let names: Vec<&str> = series.elements().map(Element::local).collect();
        assert_eq!(names, order);
    }
}
