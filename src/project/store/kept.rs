//! Parts of a file that a newer program wrote and this one does not know: kept as they stand, and written back where
//! they were as long as what they belong to is there.

use std::collections::HashMap;
use std::sync::Arc;

use super::outline::{self, Part, Span};

/// The most of them that are kept.
pub(super) const MOST_KEPT: usize = 10_000;

/// By which of its fields an item of a list is known again, whatever else of it changes.
const KNOWN_BY: [&str; 9] = [
    "id",
    "key",
    "file_name",
    "partner",
    "measure_name",
    "name",
    "asked",
    "text",
    "folded_name",
];

/// A part of a file that this program does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewerPart {
    /// Where it is, from the envelope inwards.
    place: Vec<Step>,
    what: What,
    /// As it stands in the file.
    pub(super) text: Arc<str>,
}

/// A step inwards.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// To a field of this name.
    Field(String),
    /// To the item of a list that has this mark, the how-manieth of those that have it.
    Item(String, usize),
    /// To what stands in the parentheses of a variant.
    Inside,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    /// A field of which nothing is known.
    Field(String),
    /// An item of a list, behind the one with a mark.
    Item(Option<(String, usize)>),
    /// What a field has, in place of what this program wrote there when it had read it.
    Instead(String, Option<String>),
}

/// A step inwards as it is met while reading.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Met {
    Field(String),
    Item(usize),
    Inside,
}

impl Met {
    /// The steps to a part that was passed over.
    pub(super) fn path(path: &serde_ignored::Path<'_>) -> Vec<Self> {
        use serde_ignored::Path;
        let mut steps = Vec::new();
        let mut at = path;
        loop {
            let (step, parent) = match at {
                Path::Root => break,
                Path::Seq { parent, index } => (Self::Item(*index), parent),
                Path::Map { parent, key } => (Self::Field(key.clone()), parent),
                Path::Some { parent }
                | Path::NewtypeStruct { parent }
                | Path::NewtypeVariant { parent } => (Self::Inside, parent),
            };
            steps.push(step);
            at = parent;
        }
        steps.reverse();
        steps
    }
}

impl NewerPart {
    /// An item of the list at a place, as it stands in a text, behind the items that were read.
    pub(super) fn item(place: Vec<Step>, text: &str, behind: Option<(String, usize)>) -> Self {
        Self {
            place,
            what: What::Item(behind),
            text: text.into(),
        }
    }

    /// What a field of the struct at a place has that could not be read.
    pub(super) fn instead(place: Vec<Step>, name: &str, text: &str) -> Self {
        Self {
            place,
            what: What::Instead(name.to_owned(), None),
            text: text.into(),
        }
    }

    /// A field of the struct at a place.
    pub(super) fn field(place: Vec<Step>, name: &str, text: &str) -> Self {
        Self {
            place,
            what: What::Field(name.to_owned()),
            text: text.into(),
        }
    }

    /// Where it is, in the words of the file.
    pub fn path(&self) -> String {
        let mut words: Vec<&str> = self
            .place
            .iter()
            .filter_map(|step| match step {
                Step::Field(name) => Some(name.as_str()),
                Step::Item(..) | Step::Inside => None,
            })
            .collect();
        match &self.what {
            What::Field(name) | What::Instead(name, _) => words.push(name),
            What::Item(_) => {}
        }
        words.join(".")
    }

    /// Whether it is what a field has in place of what this program writes there.
    pub(super) const fn is_instead(&self) -> bool {
        matches!(self.what, What::Instead(..))
    }

    /// Notes what this program writes where it could not read what was there, so that it is known again.
    pub(super) fn note_written(kept: &mut [Self], text: &str) {
        for part in kept {
            let What::Instead(name, written) = &mut part.what else {
                continue;
            };
            let node = part
                .place
                .iter()
                .try_fold(0..text.len(), |node, step| inwards(text, &node, step));
            let fields = node
                .into_iter()
                .flat_map(|node| outline::parts(text, &node));
            *written = fields
                .filter(|field| field.name(text) == name)
                .map(|field| outline::check(text, &field.span))
                .next();
        }
    }
}

/// The part of a text one step inwards.
fn inwards(text: &str, node: &Span, step: &Step) -> Option<Span> {
    match step {
        Step::Field(name) => outline::parts(text, node)
            .find(|part| part.name(text) == name)
            .map(|part| part.span),
        Step::Item(mark, nth) => outline::parts(text, node)
            .filter(|part| mark_of(text, &part.span) == *mark)
            .nth(*nth)
            .map(|part| part.span),
        Step::Inside => Some(inside(text, node)),
    }
}

/// What stands in the parentheses of `Name(…)`; itself where nothing does.
fn inside(text: &str, node: &Span) -> Span {
    let mut parts = outline::parts(text, node);
    match (parts.next(), parts.next()) {
        (Some(part), None) if part.name.is_none() && !starts_with(text, node, b'[') => part.span,
        _ => node.clone(),
    }
}

fn starts_with(text: &str, node: &Span, first: u8) -> bool {
    text.as_bytes().get(node.start) == Some(&first)
}

/// By what an item of a list is known again.
pub(super) fn mark_of(text: &str, item: &Span) -> String {
    let mut best: Option<(usize, Part)> = None;
    for field in outline::parts(text, item) {
        let name = field.name(text);
        let place = KNOWN_BY.iter().position(|known| *known == name);
        let place = place.unwrap_or(KNOWN_BY.len());
        if best.as_ref().is_none_or(|(held, _)| place < *held) {
            best = Some((place, field));
        }
        if place == 0 {
            break;
        }
    }
    match best {
        Some((_, field)) => {
            let name = field.name(text);
            format!("{name} {}", outline::check(text, &field.span))
        }
        None => outline::check(text, item),
    }
}

/// The marks of items, each with its number among those that have the same.
pub(super) fn marks<'s>(text: &str, items: impl Iterator<Item = &'s Span>) -> Vec<(String, usize)> {
    let mut held: HashMap<String, usize> = HashMap::new();
    items
        .map(|item| {
            let mark = mark_of(text, item);
            let count = held.entry(mark.clone()).or_default();
            *count += 1;
            (mark, *count - 1)
        })
        .collect()
}

/// The fields that were passed over when what lies in a span was read, as they stand there.
pub(super) fn find(
    text: &str,
    node: &Span,
    passed_over: &mut [Vec<Met>],
    place: &[Step],
) -> Vec<NewerPart> {
    passed_over.sort();
    let paths: Vec<&[Met]> = passed_over.iter().map(Vec::as_slice).collect();
    let mut found = Vec::new();
    let mut steps = place.to_vec();
    descend(text, node, &paths, &mut steps, &mut found);
    found
}

/// Follows paths that are in order, each part of the text looked through once. Paths are no deeper than what the
/// reader goes into.
fn descend(
    text: &str,
    node: &Span,
    paths: &[&[Met]],
    steps: &mut Vec<Step>,
    found: &mut Vec<NewerPart>,
) {
    let groups = paths.chunk_by(|one, other| one.first() == other.first());
    let groups: Vec<(&Met, Vec<&[Met]>)> = groups
        .filter_map(|group| {
            let (first, _) = group.first()?.split_first()?;
            let rest = group.iter().filter_map(|path| path.get(1..));
            Some((first, rest.collect()))
        })
        .collect();
    if groups.is_empty() {
        return;
    }
    let parts: Vec<Part> = outline::parts(text, node).collect();
    let by_name: HashMap<&str, &Part> = parts.iter().map(|part| (part.name(text), part)).collect();
    let mut known: Option<Vec<(String, usize)>> = None;
    for (first, rest) in groups {
        let (step, span) = match first {
            Met::Inside => (Step::Inside, inside(text, node)),
            Met::Field(name) => {
                let Some(part) = by_name.get(name.as_str()) else {
                    continue;
                };
                if rest.iter().any(|path| path.is_empty()) {
                    let held = text.get(part.span.clone()).unwrap_or_default();
                    found.push(NewerPart::field(steps.clone(), name, held));
                    continue;
                }
                (Step::Field(name.clone()), part.span.clone())
            }
            Met::Item(index) => {
                let known =
                    known.get_or_insert_with(|| marks(text, parts.iter().map(|part| &part.span)));
                let (Some((mark, nth)), Some(part)) = (known.get(*index), parts.get(*index)) else {
                    continue;
                };
                (Step::Item(mark.clone(), *nth), part.span.clone())
            }
        };
        steps.push(step);
        descend(text, &span, &rest, steps, found);
        steps.pop();
    }
}

/// The text of a project with everything in its place that is kept of a newer program. Settings that are left out of the
/// text, since they are as they always were, are written for the sake of what is kept in them, as far as the text is
/// readable then.
pub(super) fn put_back(
    text: String,
    kept: &[NewerPart],
    is_readable: impl FnOnce(&str) -> bool,
) -> String {
    if kept.is_empty() {
        return text;
    }
    let mut ordered: Vec<&NewerPart> = kept.iter().collect();
    // Stable, so that what stands at one place stays in its order.
    ordered.sort_by(|one, other| one.place.cmp(&other.place));
    let changed = |makes_settings: bool| {
        let mut changes = Changes {
            text: &text,
            put: Vec::new(),
            makes_settings,
            has_made_settings: false,
        };
        changes.within(&(0..text.len()), &ordered, 0);
        changes
    };
    let all = changed(true);
    let is_sure = !all.has_made_settings;
    let made = all.made();
    if is_sure || is_readable(&made) {
        made
    } else {
        changed(false).made()
    }
}

/// What is to be changed in a text.
struct Changes<'a> {
    text: &'a str,
    /// What stands in a span, and what is to stand there.
    put: Vec<(Span, String)>,
    /// Whether settings are written that are not there.
    makes_settings: bool,
    has_made_settings: bool,
}

/// Settings that hold nothing but fields that are kept, so many steps inwards; `None` where they hold none.
fn settings(kept: &[&NewerPart], depth: usize) -> Option<String> {
    let mut fields = Vec::new();
    for group in kept.chunk_by(|one, other| one.place.get(depth) == other.place.get(depth)) {
        match group.first().and_then(|part| part.place.get(depth)) {
            None => fields.extend(group.iter().filter_map(|part| match &part.what {
                What::Field(name) => Some(format!("{name}: {}", part.text)),
                What::Item(_) | What::Instead(..) => None,
            })),
            Some(Step::Field(name)) => {
                let inner = settings(group, depth + 1);
                fields.extend(inner.map(|inner| format!("{name}: {inner}")));
            }
            Some(Step::Item(..) | Step::Inside) => {}
        }
    }
    (!fields.is_empty()).then(|| format!("({})", fields.join(", ")))
}

/// What a struct or a list holds.
struct Held<'a> {
    items: Vec<Span>,
    /// Those of the items.
    marks: Vec<(String, usize)>,
    by_name: HashMap<&'a str, Span>,
}

impl Held<'_> {
    fn item(&self, mark: &str, nth: usize) -> Option<&Span> {
        let mut marks = self.marks.iter();
        let place = marks.position(|(held, number)| held == mark && *number == nth);
        self.items.get(place?)
    }
}

impl Changes<'_> {
    /// Puts parts, whose places are in order, in their places within a node so many steps inwards. What the node
    /// holds is looked through once.
    fn within(&mut self, node: &Span, kept: &[&NewerPart], depth: usize) {
        let parts: Vec<Part> = outline::parts(self.text, node).collect();
        let items = parts.iter().filter(|part| part.name.is_none());
        let items: Vec<Span> = items.map(|part| part.span.clone()).collect();
        let held = Held {
            marks: marks(self.text, items.iter()),
            items,
            by_name: parts
                .iter()
                .map(|part| (part.name(self.text), part.span.clone()))
                .collect(),
        };
        let (here, deeper) = kept.split_at(kept.partition_point(|part| part.place.len() == depth));
        for part in here {
            self.put(node, &held, part);
        }
        for group in deeper.chunk_by(|one, other| one.place.get(depth) == other.place.get(depth)) {
            let step = group.first().and_then(|part| part.place.get(depth));
            let inner = match step {
                Some(Step::Field(name)) => {
                    let found = held.by_name.get(name.as_str()).cloned();
                    if found.is_none() {
                        self.put_list(node, name, group, depth + 1);
                        self.put_settings(node, name, group, depth + 1);
                    }
                    found
                }
                Some(Step::Item(mark, nth)) => held.item(mark, *nth).cloned(),
                Some(Step::Inside) => Some(inside(self.text, node)),
                None => None,
            };
            // Without it, what it belonged to is gone.
            if let Some(inner) = inner {
                self.within(&inner, group, depth + 1);
            }
        }
    }

    fn put(&mut self, node: &Span, held: &Held<'_>, part: &NewerPart) {
        match &part.what {
            What::Field(name) => {
                if !held.by_name.contains_key(name.as_str()) {
                    self.append(node, &format!("{name}: {}", part.text));
                }
            }
            What::Item(behind) => {
                let item = behind
                    .as_ref()
                    .and_then(|(mark, nth)| held.item(mark, *nth));
                match (item, held.items.first()) {
                    (Some(item), _) => {
                        let space = self.space_before(item.start);
                        let words = format!(",{space}{}", part.text);
                        self.put.push((item.end..item.end, words));
                    }
                    (None, Some(first)) if behind.is_none() => {
                        let space = self.space_before(first.start);
                        let words = format!("{},{space}", part.text);
                        self.put.push((first.start..first.start, words));
                    }
                    _ => self.append(node, &part.text),
                }
            }
            What::Instead(name, written) => match (held.by_name.get(name.as_str()), written) {
                (Some(held), Some(written)) if outline::check(self.text, held) == *written => {
                    self.put.push((held.clone(), part.text.to_string()));
                }
                (None, None) => self.append(node, &format!("{name}: {}", part.text)),
                // It has been said otherwise since.
                _ => {}
            },
        }
    }

    /// Writes a list that is not there for want of items that this program knows.
    fn put_list(&mut self, node: &Span, name: &str, kept: &[&NewerPart], depth: usize) {
        let items = kept
            .iter()
            .filter(|part| part.place.len() == depth && matches!(part.what, What::Item(_)));
        let items: Vec<&str> = items.map(|part| &*part.text).collect();
        if items.is_empty() {
            return;
        }
        let within = self.text.get(node.clone()).unwrap_or_default();
        let inner = within.trim_end().trim_end_matches([')', ']', '}']);
        let space = inner.get(inner.trim_end().len()..).unwrap_or_default();
        let list = if space.is_empty() {
            format!("{name}: [{}]", items.join(", "))
        } else {
            let between = format!(",{space}  ");
            format!("{name}: [{space}  {},{space} ]", items.join(&between))
        };
        self.append(node, &list);
    }

    /// Writes settings that are not there since they are as they always were.
    fn put_settings(&mut self, node: &Span, name: &str, kept: &[&NewerPart], depth: usize) {
        if self.makes_settings
            && let Some(settings) = settings(kept, depth)
        {
            self.has_made_settings = true;
            self.append(node, &format!("{name}: {settings}"));
        }
    }

    /// The white space before a place, where it is the first of its line.
    fn space_before(&self, at: usize) -> &str {
        let before = self.text.get(..at).unwrap_or_default();
        let kept = before.trim_end_matches(' ').len();
        match before.as_bytes().get(..kept).and_then(<[u8]>::last) {
            Some(b'\n') => before.get(kept - 1..).unwrap_or_default(),
            _ => " ",
        }
    }

    /// Adds words at the end of a struct or a list.
    fn append(&mut self, node: &Span, words: &str) {
        let within = self.text.get(node.clone()).unwrap_or_default();
        let Some(inner) = within.trim_end().strip_suffix([')', ']', '}']) else {
            return;
        };
        let kept = inner.trim_end();
        let at = node.start + kept.len();
        let space = inner.get(kept.len()..).unwrap_or_default();
        let words = match (kept.ends_with(',') || kept.ends_with(['(', '[']), space) {
            (true, "") => format!("{words},"),
            (true, space) => format!("{space} {words},"),
            (false, _) => format!(", {words}"),
        };
        self.put.push((at..at, words));
    }

    fn made(mut self) -> String {
        self.put.sort_by_key(|(span, _)| span.start);
        let mut made = String::with_capacity(self.text.len());
        let mut at = 0;
        for (span, words) in &self.put {
            made.push_str(self.text.get(at..span.start).unwrap_or_default());
            made.push_str(words);
            at = span.end.max(at);
        }
        made.push_str(self.text.get(at..).unwrap_or_default());
        made
    }
}
