//! A page of Markdown as the blocks that are drawn one below the other.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::terms::slug;

/// Words in one style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// In bold.
    pub is_strong: bool,
    /// What is typed, or stands somewhere letter by letter.
    pub is_code: bool,
    /// Where it leads.
    pub link: Option<String>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 is the title of the page.
        level: u8,
        /// Its words.
        text: String,
        /// Its address within the page.
        slug: String,
    },
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// An item of a list.
    Item {
        /// 0 in a list by itself, more in lists within lists.
        depth: u8,
        /// What stands before it: "•" or "2.".
        mark: String,
        /// Its words.
        runs: Vec<Run>,
    },
    /// A table.
    Table {
        /// The headings of its columns.
        head: Vec<Vec<Run>>,
        /// Its rows.
        rows: Vec<Vec<Vec<Run>>>,
    },
    /// A picture.
    Picture {
        /// Its file, as the page names it.
        file: String,
        /// What is to be seen on it.
        words: String,
    },
    /// Lines that are typed.
    Code(String),
}

/// Takes a page apart.
pub(super) fn blocks(markdown: &str) -> Vec<Block> {
    let mut reading = Reading::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        reading.take(event);
    }
    reading.blocks
}

#[derive(Default)]
struct Reading {
    blocks: Vec<Block>,
    runs: Vec<Run>,
    style: Run,
    /// The lists that are open: the number of the next item, or none where they are not numbered.
    lists: Vec<Option<u64>>,
    /// The mark of the item that is open, until it is used.
    mark: Option<String>,
    code: Option<String>,
    picture: Option<(String, String)>,
    head: Vec<Vec<Run>>,
    rows: Vec<Vec<Vec<Run>>>,
    cells: Vec<Vec<Run>>,
}

impl Reading {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => {
                self.style.is_code = true;
                self.text(&text);
                self.style.is_code = false;
            }
            Event::SoftBreak | Event::HardBreak => self.text(" "),
            _ => {}
        }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.style.is_strong = true,
            Tag::Link { dest_url, .. } => self.style.link = Some(dest_url.into_string()),
            Tag::Image { dest_url, .. } => {
                self.picture = Some((dest_url.into_string(), String::new()));
            }
            Tag::CodeBlock(_) => self.code = Some(String::new()),
            Tag::List(first) => {
                self.item();
                self.lists.push(first);
            }
            Tag::Item => {
                self.mark = Some(match self.lists.last_mut() {
                    Some(Some(number)) => {
                        let mark = format!("{number}.");
                        *number += 1;
                        mark
                    }
                    _ => String::from("•"),
                });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.style.is_strong = false,
            TagEnd::Link => self.style.link = None,
            TagEnd::Image => {
                if let Some((file, words)) = self.picture.take() {
                    self.blocks.push(Block::Picture { file, words });
                }
            }
            TagEnd::CodeBlock => {
                if let Some(code) = self.code.take() {
                    self.blocks.push(Block::Code(code.trim_end().to_owned()));
                }
            }
            TagEnd::Heading(level) => {
                let runs = std::mem::take(&mut self.runs);
                let text: String = runs.into_iter().map(|run| run.text).collect();
                let slug = slug(&text);
                let level = match level {
                    HeadingLevel::H1 => 1,
                    HeadingLevel::H2 => 2,
                    _ => 3,
                };
                self.blocks.push(Block::Heading { level, text, slug });
            }
            TagEnd::Paragraph if self.lists.is_empty() => {
                let runs = std::mem::take(&mut self.runs);
                if !runs.is_empty() {
                    self.blocks.push(Block::Paragraph(runs));
                }
            }
            TagEnd::Paragraph | TagEnd::Item => self.item(),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::TableCell => self.cells.push(std::mem::take(&mut self.runs)),
            TagEnd::TableHead => self.head = std::mem::take(&mut self.cells),
            TagEnd::TableRow => self.rows.push(std::mem::take(&mut self.cells)),
            TagEnd::Table => {
                let head = std::mem::take(&mut self.head);
                let rows = std::mem::take(&mut self.rows);
                self.blocks.push(Block::Table { head, rows });
            }
            _ => {}
        }
    }

    /// Ends the item that is open, where anything was said in it.
    fn item(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        if runs.is_empty() {
            return;
        }
        let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let mark = self.mark.take().unwrap_or_default();
        self.blocks.push(Block::Item { depth, mark, runs });
    }

    fn text(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            code.push_str(text);
            return;
        }
        if let Some((_, words)) = &mut self.picture {
            words.push_str(text);
            return;
        }
        let is_same = |run: &Run| {
            run.is_strong == self.style.is_strong
                && run.is_code == self.style.is_code
                && run.link == self.style.link
        };
        match self.runs.last_mut().filter(|run| is_same(run)) {
            Some(run) => run.text.push_str(text),
            None => self.runs.push(Run {
                text: text.to_owned(),
                ..self.style.clone()
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str) -> Run {
        Run {
            text: text.to_owned(),
            ..Run::default()
        }
    }

    #[test]
    fn a_page_is_taken_apart() {
        let page = "# First steps\n\nA **bold** word\nand a [link](b.md#c).\n\n![What is seen](pictures/a.png)\n\n\
                    1. One\n2. Two\n\n* A\n\n```\ntyped\n```\n\n| a | b |\n| --- | --- |\n| `c` | d |\n";
        let strong = Run {
            is_strong: true,
            ..run("bold")
        };
        let link = Run {
            link: Some(String::from("b.md#c")),
            ..run("link")
        };
        let code = Run {
            is_code: true,
            ..run("c")
        };
        let item = |mark: &str, text: &str| Block::Item {
            depth: 0,
            mark: mark.to_owned(),
            runs: vec![run(text)],
        };
        assert_eq!(
            blocks(page),
            [
                Block::Heading {
                    level: 1,
                    text: String::from("First steps"),
                    slug: String::from("first-steps"),
                },
                Block::Paragraph(vec![run("A "), strong, run(" word and a "), link, run(".")]),
                Block::Picture {
                    file: String::from("pictures/a.png"),
                    words: String::from("What is seen"),
                },
                item("1.", "One"),
                item("2.", "Two"),
                item("•", "A"),
                Block::Code(String::from("typed")),
                Block::Table {
                    head: vec![vec![run("a")], vec![run("b")]],
                    rows: vec![vec![vec![code], vec![run("d")]]],
                },
            ]
        );
    }
}
