//! The marks of all words of a presentation, in a property of the file: programs that drop tags and the names of
//! placeholders keep it, so that words that nobody changed are known again.

use std::collections::BTreeMap;

use super::deck::{Deck, DeckContent, Paragraph};
use super::tags::{Target, mark};
use super::xml::{Child, Element};

/// The name of the property.
const NAME: &str = "Bellwether";
/// The namespaces of properties of a file.
const PROPERTIES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
const VALUES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";

/// The marks of words, by whose they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks(BTreeMap<Target, String>);

impl Marks {
    /// Those of a presentation as it is written.
    pub fn of(deck: &Deck) -> Self {
        let mut marks = BTreeMap::new();
        for slide in &deck.slides {
            marks.insert(Target::new(&slide.id, "title"), mark(&slide.title));
            for object in &slide.objects {
                if let DeckContent::Text(paragraphs) = &object.content {
                    let words: Vec<String> = paragraphs.iter().map(Paragraph::text).collect();
                    let target = Target::new(&slide.id, &object.element);
                    marks.insert(target, mark(&words.join("\n")));
                }
            }
        }
        Self(marks)
    }

    /// The part of the package that holds them.
    pub fn document(&self) -> Element {
        let property = Element::new("property")
            .with("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}")
            .with("pid", 2)
            .with("name", NAME)
            .holding([Element::new("vt:lpwstr").text(&self.written())]);
        Element::new("Properties")
            .with("xmlns", PROPERTIES)
            .with("xmlns:vt", VALUES)
            .holding([property])
    }

    fn written(&self) -> String {
        let marks = self.0.iter();
        let marks =
            marks.map(|(target, mark)| format!("{}/{}={mark}", target.slide, target.element));
        marks.collect::<Vec<_>>().join(";")
    }

    /// Those that a part with properties holds.
    pub fn read(part: &Element) -> Self {
        let text = property(part)
            .and_then(|held| held.elements().next())
            .map(Element::whole_text)
            .unwrap_or_default();
        let marks = text.split(';').filter_map(|held| {
            let (target, mark) = held.trim().split_once('=')?;
            let (slide, element) = target.rsplit_once('/')?;
            Some((Target::new(slide, element), mark.to_owned()))
        });
        Self(marks.collect())
    }

    /// Puts them into a part with properties, beside those of others.
    pub fn put_into(&self, part: &mut Element) {
        let written = self.written();
        for held in part.elements_mut() {
            if held.attribute("name") == Some(NAME)
                && let Some(value) = held.elements_mut().next()
            {
                value.children = vec![Child::Text(written.clone())];
            }
        }
    }

    /// The mark of the words that were written to an element.
    pub fn of_target(&self, target: &Target) -> Option<&String> {
        self.0.get(target)
    }

    /// Notes that other words were written to an element.
    pub fn note(&mut self, target: &Target, words: &str) {
        self.0.insert(target.clone(), mark(words));
    }

    /// The slide of which most of some words are; `None` where it is as much another one.
    pub fn slide_of(&self, words: &[String]) -> Option<String> {
        let wanted: Vec<String> = words.iter().map(|words| mark(words)).collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (target, mark) in &self.0 {
            if wanted.contains(mark) {
                *counts.entry(&target.slide).or_default() += 1;
            }
        }
        let most = counts.values().max().copied()?;
        let mut slides = counts.iter().filter(|(_, count)| **count == most);
        let (slide, _) = slides.next()?;
        slides.next().is_none().then(|| (*slide).to_owned())
    }

    /// The element of a slide that was written with these words.
    pub fn element_of(&self, slide: &str, words: &str) -> Option<Target> {
        let wanted = mark(words);
        let mut held = self.0.iter();
        let found = held.find(|(target, mark)| target.slide == slide && **mark == wanted);
        found.map(|(target, _)| target.clone())
    }
}

fn property(part: &Element) -> Option<&Element> {
    part.elements()
        .find(|held| held.attribute("name") == Some(NAME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_read_back_and_find_their_slide() {
        let mut marks = Marks::default();
        for (slide, element, words) in [
            ("story-a-slide-1", "title", "Safety"),
            ("story-a-slide-1", "footnote", "Source: a"),
            ("story-a-slide-2", "title", "Crime"),
            ("story-a-slide-2", "footnote", "Source: a"),
        ] {
            marks.note(&Target::new(slide, element), words);
        }
        let mut part = Element::parse(marks.document().document().as_bytes()).unwrap();
        assert_eq!(Marks::read(&part), marks);
        let said = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(|held| (*held).to_owned()).collect();
            marks.slide_of(&words)
        };
        assert_eq!(
            said(&["Crime", "Source:  a"]).as_deref(),
            Some("story-a-slide-2")
        );
        assert_eq!(said(&["Source: a"]), None, "that of two slides");
        assert_eq!(said(&["By hand"]), None);
        let footnote = marks.element_of("story-a-slide-1", "Source: a").unwrap();
        assert_eq!(footnote.element, "footnote");
        marks.note(&footnote, "Source: b");
        marks.put_into(&mut part);
        assert_eq!(Marks::read(&part), marks);
    }
}
