//! What is read aloud, in its order: headings, paragraphs, figures with their words, tables with their headers.

use std::num::NonZeroU16;

use krilla::geom::Rect as PdfRect;
use krilla::tagging::{
    BBox, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagTree,
};

use super::sheet::{RowKind, WordsRole};

/// The tags of a document while it is written.
pub(super) struct Tags {
    tree: TagTree,
    /// What the last block is, since a block may go on on the next page.
    open: Option<(usize, Open)>,
    entries: Vec<Node>,
}

enum Open {
    Words(TagGroup),
    Table { head: TagGroup, body: TagGroup },
}

impl Open {
    fn into_group(self) -> TagGroup {
        match self {
            Self::Words(group) => group,
            Self::Table { head, body } => {
                TagGroup::with_children(Tag::Table, vec![head.into(), body.into()])
            }
        }
    }
}

/// A heading of a level.
fn heading(level: u8, text: &str) -> TagGroup {
    let level = NonZeroU16::new(u16::from(level)).unwrap_or(NonZeroU16::MIN);
    TagGroup::new(Tag::Hn(level, Some(text.to_owned())))
}

fn leaves(group: &mut TagGroup, content: Vec<Identifier>) {
    for leaf in content {
        group.push(leaf);
    }
}

impl Tags {
    pub fn new() -> Self {
        Self {
            tree: TagTree::new(),
            open: None,
            entries: Vec::new(),
        }
    }

    /// Words of a block, of which some may stand on the page before.
    pub fn words(&mut self, block: usize, role: &WordsRole, content: Identifier) {
        if let Some((held, Open::Words(group))) = &mut self.open
            && *held == block
        {
            group.push(content);
            return;
        }
        self.close();
        let mut group = match role {
            WordsRole::Title => TagGroup::new(Tag::Title),
            WordsRole::Heading { level, text } => heading(*level, text),
            WordsRole::Paragraph => TagGroup::new(Tag::P),
        };
        group.push(content);
        self.open = Some((block, Open::Words(group)));
    }

    /// The heading of a chart or a slide.
    pub fn heading(&mut self, level: u8, text: &str, content: Vec<Identifier>) {
        self.close();
        if !content.is_empty() {
            let mut group = heading(level, text);
            leaves(&mut group, content);
            self.tree.push(group);
        }
    }

    /// Words that stand by themselves.
    pub fn paragraph(&mut self, content: Vec<Identifier>) {
        self.close();
        if !content.is_empty() {
            let mut group = TagGroup::new(Tag::P);
            leaves(&mut group, content);
            self.tree.push(group);
        }
    }

    /// A figure with the words that stand for it.
    pub fn figure(&mut self, alt: &str, place: Option<(usize, PdfRect)>, content: Vec<Identifier>) {
        self.close();
        if !content.is_empty() {
            let bounds = place.map(|(page, rect)| BBox::new(page, rect));
            let tag = Tag::Figure(Some(alt.to_owned())).with_bbox(bounds);
            let mut group = TagGroup::new(tag);
            leaves(&mut group, content);
            self.tree.push(group);
        }
    }

    /// A row of a table; the cells with whether they say whose the values of the row are.
    pub fn row(&mut self, block: usize, kind: RowKind, cells: Vec<(bool, Identifier)>) {
        if !matches!(&self.open, Some((held, Open::Table { .. })) if *held == block) {
            self.close();
            let (head, body) = (TagGroup::new(Tag::THead), TagGroup::new(Tag::TBody));
            self.open = Some((block, Open::Table { head, body }));
        }
        let mut row = TagGroup::new(Tag::TR);
        for (is_label, content) in cells {
            let mut cell = match kind {
                RowKind::Head | RowKind::HeadAgain => {
                    TagGroup::new(Tag::TH(TableHeaderScope::Column))
                }
                RowKind::Body if is_label => TagGroup::new(Tag::TH(TableHeaderScope::Row)),
                RowKind::Body => TagGroup::new(Tag::TD),
            };
            cell.push(content);
            row.push(cell);
        }
        if let Some((_, Open::Table { head, body })) = &mut self.open {
            match kind {
                RowKind::Head | RowKind::HeadAgain => head.push(row),
                RowKind::Body => body.push(row),
            }
        }
    }

    /// An entry of the list of headings: its words, and what can be clicked.
    pub fn entry(&mut self, words: Identifier, link: Identifier) {
        if self.entries.is_empty() {
            self.close();
        }
        let children = vec![words.into(), link.into()];
        let link = TagGroup::with_children(Tag::Link, children);
        let body = TagGroup::with_children(Tag::LBody, vec![link.into()]);
        let item = TagGroup::with_children(Tag::LI, vec![body.into()]);
        self.entries.push(item.into());
    }

    fn close(&mut self) {
        if let Some((_, open)) = self.open.take() {
            self.tree.push(open.into_group());
        }
        if !self.entries.is_empty() {
            let entries = std::mem::take(&mut self.entries);
            let list = TagGroup::with_children(Tag::L(ListNumbering::None), entries);
            self.tree.push(list);
        }
    }

    pub fn finish(mut self) -> TagTree {
        self.close();
        self.tree
    }
}
