//! The shapes of a slide that were published from here, each given what it is to hold now.

use std::collections::BTreeSet;

use super::chart::{self, Left};
use super::note::{RefreshError, RefreshNote, Refreshed};
use super::opened::{NewPart, Opened};
use super::{Today, reading, text};
use crate::chart::contents::{DataTable, NativeChart};
use crate::export::pptx::chart::Drawn;
use crate::export::pptx::deck::{DeckContent, DeckPicture, Paragraph};
use crate::export::pptx::drawing::{DRAWING, REFERENCES};
use crate::export::pptx::marks::Marks;
use crate::export::pptx::package::{Relation, WORKBOOK_TYPE};
use crate::export::pptx::place::{EMU_PER_POINT, Frame};
use crate::export::pptx::table;
use crate::export::pptx::tags::{Tag, Target, mark};
use crate::export::pptx::workbook::Sheet;
use crate::export::pptx::xml::Element;

/// The order in which the parts of a chart stand.
const PARTS_OF_CHARTS: [&str; 12] = [
    "date1904",
    "lang",
    "roundedCorners",
    "AlternateContent",
    "style",
    "clrMapOvr",
    "pivotSource",
    "protection",
    "chart",
    "spPr",
    "txPr",
    "externalData",
];

struct Refresh<'a, 'b> {
    package: &'a mut Opened<'b>,
    path: &'a str,
    number: usize,
    today: &'a Today,
    notes: &'a mut Vec<RefreshNote>,
    marks: &'a mut Marks,
    /// The slides of which shapes stand here.
    seen: BTreeSet<String>,
    /// The slide that this is, where tags were lost.
    is_of: Option<String>,
    /// The elements that were found.
    found: BTreeSet<Target>,
    has_changed: bool,
}

/// Refreshes the shapes of a slide; gives the slides of which it holds shapes.
///
/// # Errors
/// Where the presentation cannot be read.
pub fn refresh_slide(
    package: &mut Opened<'_>,
    path: &str,
    number: usize,
    (today, marks): (&Today, &mut Marks),
    notes: &mut Vec<RefreshNote>,
) -> Result<BTreeSet<String>, RefreshError> {
    let mut root = package.xml(path)?;
    let mut refresh = Refresh {
        package,
        path,
        number,
        today,
        notes,
        marks,
        seen: BTreeSet::new(),
        is_of: None,
        found: BTreeSet::new(),
        has_changed: false,
    };
    refresh.is_of = refresh.slide_without_tags(&root)?;
    refresh.within(&mut root)?;
    refresh.tell_lost();
    let (seen, has_changed) = (refresh.seen, refresh.has_changed);
    if has_changed {
        package.put(path, root.document().into_bytes());
    }
    Ok(seen)
}

impl Refresh<'_, '_> {
    fn within(&mut self, parent: &mut Element) -> Result<(), RefreshError> {
        for element in parent.elements_mut() {
            if matches!(element.local(), "sp" | "pic" | "graphicFrame") {
                self.shape(element)?;
            } else {
                self.within(element)?;
            }
        }
        Ok(())
    }

    /// The tag of a shape, and the part that holds it.
    fn tag(&mut self, shape: &Element) -> Result<Option<(Tag, Option<String>)>, RefreshError> {
        let Some(own) = shape.elements().next() else {
            return Ok(None);
        };
        let reference = own
            .at(&["nvPr", "custDataLst", "tags"])
            .and_then(|tags| tags.attribute("r:id"))
            .map(str::to_owned);
        if let Some(id) = reference
            && let Some(path) = self.package.target(self.path, &id)?
            && let Some(tag) = Tag::of(&self.package.xml(&path)?)
        {
            return Ok(Some((tag, Some(path))));
        }
        let named = Self::named_target(shape);
        // Of a place of which no mark tells what was written there, nobody can say that it was not by hand.
        let unmarked = named.is_none().then(String::new);
        let target = named.or_else(|| self.worded_target(shape));
        Ok(target.map(|target| {
            let tag = Tag {
                words: self.marks.of_target(&target).cloned().or(unmarked),
                target,
                alt_text: None,
            };
            (tag, None)
        }))
    }

    /// The element that the name of a shape says.
    fn named_target(shape: &Element) -> Option<Target> {
        let own = shape.elements().next()?;
        let name = own.find("cNvPr").and_then(|held| held.attribute("name"));
        name.and_then(Target::of_shape_name)
    }

    /// The element that has a shape's words, or is its slide's title, where tags were lost.
    fn worded_target(&self, shape: &Element) -> Option<Target> {
        let slide = self.is_of.as_ref()?;
        let words = text::words(shape.find("txBody")?);
        let found = self.marks.element_of(slide, &words);
        found.or_else(|| is_title(shape).then(|| Target::new(slide, "title")))
    }

    /// The slide that this is, where no shape has a tag: by the names of shapes, else by the words on it.
    fn slide_without_tags(&mut self, root: &Element) -> Result<Option<String>, RefreshError> {
        let mut shapes = root.all("sp");
        shapes.extend(root.all("pic"));
        shapes.extend(root.all("graphicFrame"));
        let mut named = None;
        for shape in &shapes {
            let has_tag = self.tag(shape)?.is_some_and(|(_, path)| path.is_some());
            if has_tag {
                return Ok(None);
            }
            named = named.or_else(|| Self::named_target(shape).map(|target| target.slide));
        }
        let words = shapes.iter().filter_map(|shape| shape.find("txBody"));
        let words: Vec<String> = words.map(text::words).collect();
        Ok(named.or_else(|| self.marks.slide_of(&words)))
    }

    /// Says which words were not found again where tags were lost: what they say now may be out of date.
    fn tell_lost(&mut self) {
        let Some(slide) = self.is_of.clone() else {
            return;
        };
        let Some(today) = self.today.slide(&slide) else {
            return;
        };
        let texts = today.objects.iter();
        let texts = texts.filter(|object| matches!(object.content, DeckContent::Text(_)));
        let elements = texts.map(|object| object.element.as_str());
        for element in std::iter::once("title").chain(elements) {
            if !self.found.contains(&Target::new(&slide, element)) {
                self.note(Refreshed::Lost, &named(element), "", "");
            }
        }
    }

    fn shape(&mut self, shape: &mut Element) -> Result<(), RefreshError> {
        let Some((mut tag, path)) = self.tag(shape)? else {
            return Ok(());
        };
        self.seen.insert(tag.target.slide.clone());
        self.found.insert(tag.target.clone());
        let today = self.today;
        let Some(slide) = today.slide(&tag.target.slide) else {
            return Ok(());
        };
        let before = tag.clone();
        if tag.target.element == "title" {
            let title = [Paragraph::plain(&slide.title)];
            self.words(shape, &title, "The title", &mut tag);
        } else {
            let element = &tag.target.element;
            let mut objects = slide.objects.iter();
            let Some(object) = objects.find(|object| object.element == *element) else {
                self.note(Refreshed::Left, &named(&tag.target.element), "", "");
                return Ok(());
            };
            match &object.content {
                DeckContent::Text(paragraphs) => {
                    let name = named(&tag.target.element);
                    self.words(shape, paragraphs, &name, &mut tag);
                }
                DeckContent::Chart(native) => self.chart(shape, native, &tag)?,
                DeckContent::Table(held) => self.table(shape, held, &tag),
                DeckContent::Picture(picture) => self.picture(shape, picture, &tag)?,
            }
            self.alt_text(shape, &object.alt_text, &mut tag);
        }
        if let Some(path) = path
            && tag != before
        {
            self.package
                .put(&path, tag.document().document().into_bytes());
        }
        Ok(())
    }

    fn note(&mut self, what: Refreshed, name: &str, from: &str, to: &str) {
        self.notes.push(RefreshNote {
            slide: self.number,
            what,
            name: name.to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
        });
    }

    fn words(&mut self, shape: &mut Element, wanted: &[Paragraph], name: &str, tag: &mut Tag) {
        let Some(body) = shape.find_mut("txBody") else {
            self.note(Refreshed::Left, name, "", "");
            return;
        };
        let held = text::words(body);
        let texts: Vec<String> = wanted.iter().map(Paragraph::text).collect();
        let wanted_words = texts.join("\n");
        if mark(&held) == mark(&wanted_words) {
            return;
        }
        let is_by_hand = tag
            .words
            .as_ref()
            .is_some_and(|words| *words != mark(&held));
        if is_by_hand {
            // Worth saying only where the words from the data are others than those replaced by hand.
            if tag.words != Some(mark(&wanted_words)) {
                self.note(Refreshed::WordsKept, name, &held, &wanted_words);
            }
            return;
        }
        text::replace(body, wanted);
        self.marks.note(&tag.target, &wanted_words);
        tag.words = Some(mark(&wanted_words));
        self.has_changed = true;
        self.note(Refreshed::Words, name, &held, &wanted_words);
    }

    /// Words for screen readers; those that somebody wrote stay.
    fn alt_text(&mut self, shape: &mut Element, wanted: &str, tag: &mut Tag) {
        let mut own = shape.elements_mut();
        let Some(named) = own.next().and_then(|own| own.find_mut("cNvPr")) else {
            return;
        };
        let held = named.attribute("descr").unwrap_or("");
        let is_by_hand = match &tag.alt_text {
            Some(written) => *written != mark(held),
            None => false,
        };
        if !wanted.is_empty() && held != wanted && !is_by_hand {
            named.set("descr", wanted);
            tag.alt_text = Some(mark(wanted));
            self.has_changed = true;
        }
    }

    fn table(&mut self, shape: &mut Element, wanted: &DataTable, tag: &Tag) {
        let Some(held) = shape.at_mut(&["graphic", "graphicData", "tbl"]) else {
            self.note(Refreshed::Left, &named(&tag.target.element), "", "");
            return;
        };
        let before = text::table_words(held);
        let texts = table::texts(wanted);
        if before == texts {
            return;
        }
        text::replace_table(held, &texts);
        self.has_changed = true;
        let cell = |texts: &[Vec<String>], row: usize, column: usize| -> String {
            let cell = texts.get(row).and_then(|row| row.get(column));
            cell.cloned().unwrap_or_default()
        };
        let columns = texts.first().map_or(0, Vec::len);
        for row in 0..texts.len().max(before.len()) {
            for column in 0..columns {
                let (from, to) = (cell(&before, row, column), cell(&texts, row, column));
                if from != to {
                    let row_name = if row < texts.len() {
                        cell(&texts, row, 0)
                    } else {
                        cell(&before, row, 0)
                    };
                    let name = format!("{row_name}, {}", cell(&texts, 0, column));
                    self.note(Refreshed::Cell, &name, &from, &to);
                }
            }
        }
    }

    fn chart(
        &mut self,
        shape: &mut Element,
        native: &NativeChart,
        tag: &Tag,
    ) -> Result<(), RefreshError> {
        let name = named(&tag.target.element);
        let frame = frame(shape).unwrap_or(Frame::new(0.0, 0.0, 874.0, 330.0));
        let reference = shape
            .at(&["graphic", "graphicData", "chart"])
            .and_then(|chart| chart.attribute("r:id"))
            .map(str::to_owned);
        let path = match reference {
            Some(id) => self.package.target(self.path, &id)?,
            None => None,
        };
        let Some(path) = path else {
            self.note(Refreshed::Left, &name, "", "");
            return Ok(());
        };
        let before = self.package.xml(&path)?;
        let mut root = before.clone();
        if root.name != "c:chartSpace" {
            self.note(Refreshed::Left, &name, "", "");
            return Ok(());
        }
        for (prefix, address) in [("xmlns:a", DRAWING), ("xmlns:r", REFERENCES)] {
            if root.attribute(prefix).is_none() {
                root.set(prefix, address);
            }
        }
        let sheet = Sheet::of(native);
        let drawn = Drawn::new(native, &sheet, frame, &self.today.look);
        if let Err(Left::OtherKind) = chart::replace(&mut root, &drawn) {
            self.note(Refreshed::Left, &name, "", "");
            return Ok(());
        }
        let unit = native.values.unit;
        let (was, is) = (reading::values(&before, unit), reading::values(&root, unit));
        let external = root
            .find("externalData")
            .and_then(|held| held.attribute("r:id"))
            .map(str::to_owned);
        let changed_before = root != before;
        if !changed_before {
            return Ok(());
        }
        let book = NewPart {
            bytes: sheet.bytes()?,
            folder: "ppt/embeddings",
            ending: "xlsx",
            kind: WORKBOOK_TYPE,
            relation: Relation::Workbook,
        };
        let id = self.package.replace(&path, external.as_deref(), book)?;
        if let Some(held) = root.find_mut("externalData") {
            held.set("r:id", id);
        } else {
            let held = Element::new("c:externalData")
                .with("r:id", id)
                .holding([Element::new("c:autoUpdate").val(0)]);
            root.insert(held, &PARTS_OF_CHARTS);
        }
        self.package.put(&path, root.document().into_bytes());
        for (key, from) in &was {
            let to = is.get(key).map_or("", String::as_str);
            if from != to {
                self.note(Refreshed::Value, &value_name(key), from, to);
            }
        }
        for (key, to) in is.iter().filter(|(key, _)| !was.contains_key(key)) {
            self.note(Refreshed::Value, &value_name(key), "", to);
        }
        Ok(())
    }

    fn picture(
        &mut self,
        shape: &mut Element,
        picture: &DeckPicture,
        tag: &Tag,
    ) -> Result<(), RefreshError> {
        let name = named(&tag.target.element);
        let Some(blip) = shape.at_mut(&["blipFill", "blip"]) else {
            self.note(Refreshed::Left, &name, "", "");
            return Ok(());
        };
        let pixels = blip.attribute("r:embed").map(str::to_owned);
        if let Some(id) = &pixels
            && let Some(path) = self.package.target(self.path, id)?
            && self.package.part(&path)? == picture.png
        {
            return Ok(());
        }
        let image = |bytes: Vec<u8>, ending: &'static str, kind: &'static str| NewPart {
            bytes,
            folder: "ppt/media",
            ending,
            kind,
            relation: Relation::Image,
        };
        let new = image(picture.png.clone(), "png", "image/png");
        let id = self.package.replace(self.path, pixels.as_deref(), new)?;
        blip.set("r:embed", id);
        if let Some(lines) = blip.find_mut("extLst").and_then(|list| {
            list.elements_mut()
                .find_map(|held| held.find_mut("svgBlip"))
        }) {
            let held = lines.attribute("r:embed").map(str::to_owned);
            let bytes = picture.svg.clone().into_bytes();
            let new = image(bytes, "svg", "image/svg+xml");
            let id = self.package.replace(self.path, held.as_deref(), new)?;
            lines.set("r:embed", id);
        }
        // The width stays as it is; the height follows, so that nothing is stretched.
        if let Some(extent) = shape.at_mut(&["spPr", "xfrm", "ext"])
            && let Some(width) = extent
                .attribute("cx")
                .and_then(|width| width.parse::<i64>().ok())
        {
            let height = width.saturating_mul(i64::from(picture.height_pt))
                / i64::from(picture.width_pt.max(1));
            extent.set("cy", height);
        }
        self.has_changed = true;
        self.note(Refreshed::Picture, &name, "", "");
        Ok(())
    }
}

/// Whether a shape is the place of a slide's title.
fn is_title(shape: &Element) -> bool {
    let own = shape.elements().next();
    let place = own.and_then(|own| own.at(&["nvPr", "ph"]));
    let kind = place.and_then(|place| place.attribute("type"));
    matches!(kind, Some("title" | "ctrTitle"))
}

/// The frame of a chart, in points.
fn frame(shape: &Element) -> Option<Frame> {
    let extent = shape.at(&["xfrm", "ext"])?;
    let length = |name: &str| -> Option<f32> {
        let length = extent.attribute(name)?.parse::<f32>().ok()?;
        (length > 0.0).then_some(length / EMU_PER_POINT)
    };
    Some(Frame::new(0.0, 0.0, length("cx")?, length("cy")?))
}

/// What an element is called in notes: "The left footnote".
fn named(element: &str) -> String {
    format!("The {}", element.replace('-', " "))
}

fn value_name((series, place): &(String, String)) -> String {
    if place.is_empty() {
        series.clone()
    } else {
        format!("{series}, {place}")
    }
}
