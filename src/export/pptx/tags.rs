//! Tags: what tells the program at the next refresh which shape holds what. PowerPoint keeps them when a
//! shape is moved, copied or restyled; programs that drop them keep the shape's name, which says the same.

use super::drawing::root;
use super::xml::Element;

/// The tag that names slide and element.
const IDENTITY: &str = "BELLWETHER_ID";
/// The tag that tells words written here from words that somebody wrote later.
const WORDS: &str = "BELLWETHER_WORDS";
/// The same for the words for screen readers.
const ALT_TEXT: &str = "BELLWETHER_ALT";
/// What the names of shapes begin with.
const NAME: &str = "Bellwether ";

/// What is known of a shape.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tag {
    /// The slide and the element on it.
    pub target: Target,
    /// The mark of the words that were written.
    pub words: Option<String>,
    /// The mark of the words for screen readers that were written.
    pub alt_text: Option<String>,
}

/// A slide and an element on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Target {
    /// The slide.
    pub slide: String,
    /// The element.
    pub element: String,
}

impl Target {
    /// An element of a slide.
    pub fn new(slide: &str, element: &str) -> Self {
        Self {
            slide: slide.to_owned(),
            element: element.to_owned(),
        }
    }

    /// The name of its shape.
    pub fn shape_name(&self) -> String {
        format!("{NAME}{}/{}", self.slide, self.element)
    }

    /// The target that the name of a shape gives.
    pub fn of_shape_name(name: &str) -> Option<Self> {
        Self::read(name.strip_prefix(NAME)?)
    }

    fn read(text: &str) -> Option<Self> {
        let (slide, element) = text.rsplit_once('/')?;
        (!slide.is_empty() && !element.is_empty()).then(|| Self::new(slide, element))
    }
}

impl Tag {
    /// The tag of words just written.
    pub fn new(target: Target, words: Option<&str>, alt_text: &str) -> Self {
        Self {
            target,
            words: words.map(mark),
            alt_text: (!alt_text.is_empty()).then(|| mark(alt_text)),
        }
    }

    /// The part of the package that holds it.
    pub fn document(&self) -> Element {
        let identity = format!("{}/{}", self.target.slide, self.target.element);
        let held = [
            (IDENTITY, Some(&identity)),
            (WORDS, self.words.as_ref()),
            (ALT_TEXT, self.alt_text.as_ref()),
        ];
        let tags = held.into_iter().filter_map(|(name, value)| {
            let tag = Element::new("p:tag").with("name", name);
            Some(tag.with("val", value?))
        });
        root("p:tagLst").holding(tags)
    }

    /// The tag that a part holds, where it is one of this program's.
    pub fn of(part: &Element) -> Option<Self> {
        let value = |wanted: &str| {
            let mut tags = part.elements().filter(|tag| tag.local() == "tag");
            let tag = tags.find(|tag| {
                tag.attribute("name")
                    .is_some_and(|name| name.eq_ignore_ascii_case(wanted))
            });
            tag.and_then(|tag| tag.attribute("val")).map(str::to_owned)
        };
        Some(Self {
            target: Target::read(&value(IDENTITY)?)?,
            words: value(WORDS),
            alt_text: value(ALT_TEXT),
        })
    }
}

/// A mark by which words are known again, whatever happened to the spaces between them.
pub fn mark(words: &str) -> String {
    let plain: Vec<&str> = words.split_whitespace().collect();
    let whole = blake3::hash(plain.join(" ").as_bytes()).to_hex();
    whole.chars().take(16).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_names_lead_back_to_the_same_element() {
        let target = Target::new("s/3", "left-chart");
        let tag = Tag::new(target.clone(), Some("Fewer  feel\nsafe"), "A line");
        let read = Tag::of(&Element::parse(tag.document().document().as_bytes()).unwrap()).unwrap();
        assert_eq!(read, tag);
        assert_eq!(read.words, Some(mark("Fewer feel safe")));
        assert_ne!(read.words, Some(mark("More feel safe")));
        assert_eq!(Target::of_shape_name(&target.shape_name()), Some(target));
        for name in ["Title 1", "Bellwether", "Bellwether /x", "Bellwether x/"] {
            assert_eq!(Target::of_shape_name(name), None, "{name}");
        }
    }
}
