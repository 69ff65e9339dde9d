//! The pages of the guide: `docs/guide`, with the page of terms made of the terms themselves.

use std::sync::LazyLock;

use super::blocks::{Block, Run, blocks};
use super::terms;
use crate::base::text::fold;

/// The page of terms.
pub(super) const TERMS: &str = "terms";
/// The page on which the keys stand.
pub(super) const SHORTCUTS: &str = "shortcuts";

macro_rules! texts {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../../docs/guide/", $name, ".md")))),*]
    };
}

/// The pages that are written by hand, in the order of the contents.
const TEXTS: [(&str, &str); 14] = texts![
    "first-steps",
    "importing",
    "reading-a-chart",
    "groups",
    "districts",
    "change-table",
    "scorecard",
    "priorities",
    "stories",
    "publishing",
    "hidden",
    "saving",
    "brand",
    "command-line",
];

/// What stands over the keys.
const ABOUT_SHORTCUTS: &str = "# Keyboard shortcuts\n\n\
    Everything works from the keyboard. Tab goes to the next thing that can be used, F6 to the next pane.\n";

/// A page of the guide.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its file without the ending.
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// What stands on it.
    pub blocks: Vec<Block>,
    /// All of its words, to find them by.
    folded: String,
}

impl Page {
    fn of(name: &'static str, markdown: &str) -> Self {
        let blocks = blocks(markdown);
        let title = blocks.iter().find_map(|block| match block {
            Block::Heading { level: 1, text, .. } => Some(text.clone()),
            _ => None,
        });
        let said: Vec<String> = blocks.iter().map(words_of).collect();
        Self {
            name,
            title: title.unwrap_or_else(|| name.to_owned()),
            folded: fold(&said.join(" ")),
            blocks,
        }
    }

    /// Whether every one of some folded words stands on it.
    pub fn holds(&self, wanted: &[&str]) -> bool {
        wanted.iter().all(|word| self.folded.contains(word))
    }

    /// The places to which the page leads, and the files of its pictures.
    pub fn links(&self) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        for block in &self.blocks {
            if let Block::Picture { file, .. } = block {
                found.push(file);
            }
            found.extend(runs_of(block).filter_map(|run| run.link.as_deref()));
        }
        found
    }

    /// Whether it has a heading with this address.
    pub fn has_heading(&self, address: &str) -> bool {
        let is_it = |block: &Block| matches!(block, Block::Heading { slug, .. } if slug == address);
        self.blocks.iter().any(is_it)
    }
}

/// The runs of words in a block.
fn runs_of(block: &Block) -> Box<dyn Iterator<Item = &Run> + '_> {
    match block {
        Block::Paragraph(runs) | Block::Item { runs, .. } => Box::new(runs.iter()),
        Block::Table { head, rows } => {
            let cells = head.iter().chain(rows.iter().flatten());
            Box::new(cells.flatten())
        }
        Block::Heading { .. } | Block::Picture { .. } | Block::Code(_) => {
            Box::new(std::iter::empty())
        }
    }
}

/// All words of a block.
fn words_of(block: &Block) -> String {
    match block {
        Block::Heading { text, .. } | Block::Code(text) => text.clone(),
        Block::Picture { words, .. } => words.clone(),
        _ => runs_of(block).map(|run| run.text.as_str()).collect(),
    }
}

/// A place in the guide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The page.
    pub page: String,
    /// A heading of the page.
    pub heading: Option<String>,
}

impl Address {
    /// The head of a page.
    pub fn page(name: &str) -> Self {
        Self {
            page: name.to_owned(),
            heading: None,
        }
    }

    /// A term on the page of terms.
    pub fn term(term: &terms::Term) -> Self {
        Self {
            page: TERMS.to_owned(),
            heading: Some(term.slug()),
        }
    }

    /// Where a link of a page leads: "groups.md", "terms.md#base", "#base"; `None` where it leads out of the guide.
    pub fn of_link(link: &str, from: &str) -> Option<Self> {
        let (file, heading) = link.split_once('#').unwrap_or((link, ""));
        let page = match file.strip_suffix(".md") {
            Some(page) => page,
            None if file.is_empty() => from,
            None => return None,
        };
        let is_there = pages().iter().any(|held| held.name == page);
        is_there.then(|| Self {
            page: page.to_owned(),
            heading: (!heading.is_empty()).then(|| heading.to_owned()),
        })
    }
}

/// Every page, in the order of the contents.
pub fn pages() -> &'static [Page] {
    static PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| {
        let mut pages: Vec<Page> = TEXTS
            .iter()
            .map(|(name, text)| Page::of(name, text))
            .collect();
        pages.push(Page::of(SHORTCUTS, ABOUT_SHORTCUTS));
        pages.push(Page::of(TERMS, &terms::markdown()));
        pages
    });
    &PAGES
}

/// The page of keys as it stands beside the others outside the program.
pub fn shortcuts_markdown(ctx: &egui::Context) -> String {
    let mut parts = vec![String::from(ABOUT_SHORTCUTS)];
    let mut place = String::new();
    for line in crate::ui::shortcuts::lines(ctx) {
        if line.place != place {
            parts.push(format!(
                "\n## {}\n\n| keys | what they do |\n| --- | --- |\n",
                line.place
            ));
            place = line.place;
        }
        parts.push(format!("| {} | {} |\n", line.keys, line.words));
    }
    parts.concat()
}

/// The page of terms, as it stands beside the others outside the program.
pub fn terms_markdown() -> String {
    terms::markdown()
}
