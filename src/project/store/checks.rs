//! The marks by which a file tells that something in it is not as the program wrote it.

use std::fmt::Write as _;

use super::outline::{self, Part, Span};

/// The field of the envelope that holds them.
pub(super) const FIELD: &str = "checks";

/// Fields of the project whose items each have a mark.
pub(super) const LISTS: [&str; 8] = [
    "sources",
    "layouts",
    "successions",
    "groups",
    "targets",
    "lineages",
    "boundaries",
    "stories",
];

/// By which of its fields an item of a list is called.
const CALLED: [&str; 4] = ["file_name", "measure_name", "partner", "name"];

/// The marks of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Checks {
    /// The mark of the whole project.
    whole: String,
    /// Those of its parts.
    parts: Vec<PartCheck>,
}

/// The mark of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PartCheck {
    mark: String,
    /// The field of the project.
    pub(super) field: String,
    /// What an item of a list is called.
    pub(super) called: String,
}

impl Checks {
    /// The marks of a project's text, and of what else the envelope holds.
    pub(super) fn of(text: &str, project: &Span, others: &[&Part]) -> Self {
        let mut parts = Vec::new();
        for field in others {
            parts.push(PartCheck {
                mark: outline::check(text, &field.span),
                field: field.name(text).to_owned(),
                called: String::new(),
            });
        }
        for field in outline::parts(text, project) {
            let name = field.name(text);
            let mut push = |part: &Part, called| {
                parts.push(PartCheck {
                    mark: outline::check(text, &part.span),
                    field: name.to_owned(),
                    called,
                });
            };
            if LISTS.contains(&name) {
                for item in outline::parts(text, &field.span) {
                    push(&item, called(text, &item.span));
                }
            } else {
                push(&field, String::new());
            }
        }
        Self {
            whole: outline::check(text, project),
            parts,
        }
    }

    /// As they stand in the envelope.
    pub(super) fn to_text(&self) -> Result<String, ron::Error> {
        let mut text = format!(" {FIELD}: (\n  whole: \"{}\",\n  parts: [\n", self.whole);
        for part in &self.parts {
            let line = format!("{} {} {}", part.mark, part.field, part.called);
            let line = ron::to_string(line.trim_end())?;
            // Writing to a string cannot fail.
            writeln!(text, "   {line},").unwrap_or_default();
        }
        text.push_str("  ],\n ),\n");
        Ok(text)
    }

    /// The marks that stand in a text; as many as can be read.
    pub(super) fn read(text: &str, span: &Span) -> Self {
        let mut checks = Self::default();
        for field in outline::parts(text, span) {
            match field.name(text) {
                "whole" => checks.whole = read_text(text, &field.span).unwrap_or_default(),
                "parts" => {
                    checks.parts = outline::parts(text, &field.span)
                        .filter_map(|item| PartCheck::read(&read_text(text, &item.span)?))
                        .collect();
                }
                _ => {}
            }
        }
        checks
    }

    /// Whether the project is word for word as it was written.
    pub(super) fn hold_for(&self, text: &str, project: &Span) -> bool {
        self.whole == outline::check(text, project)
    }

    /// Takes out the mark of a part, where it has it.
    pub(super) fn take(&mut self, text: &str, field: &str, span: &Span) -> bool {
        let mark = outline::check(text, span);
        let mut parts = self.parts.iter();
        let found = parts.position(|part| part.mark == mark && part.field == field);
        if let Some(found) = found {
            self.parts.remove(found);
        }
        found.is_some()
    }

    /// The parts whose marks nothing had.
    pub(super) fn left(self) -> Vec<PartCheck> {
        self.parts
    }
}

impl PartCheck {
    fn read(line: &str) -> Option<Self> {
        let mut words = line.splitn(3, ' ');
        Some(Self {
            mark: words.next()?.to_owned(),
            field: words.next()?.to_owned(),
            called: words.next().unwrap_or_default().to_owned(),
        })
    }
}

/// What an item of a list is called; nothing where it does not say.
pub(super) fn called(text: &str, item: &Span) -> String {
    let mut found: Option<(usize, String)> = None;
    for field in outline::parts(text, item) {
        let place = CALLED.iter().position(|name| *name == field.name(text));
        if let Some(place) = place
            && found.as_ref().is_none_or(|(best, _)| place < *best)
            && let Some(name) = read_text(text, &field.span)
            && !name.contains('\n')
        {
            found = Some((place, name));
            if place == 0 {
                break;
            }
        }
    }
    found.map(|(_, name)| name).unwrap_or_default()
}

fn read_text(text: &str, span: &Span) -> Option<String> {
    ron::from_str(text.get(span.clone())?).ok()
}
