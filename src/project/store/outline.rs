//! The outline of a file's text: where its parts lie, told without reading what is in them, so that one damaged
//! part does not take the others with it. Nothing here recurses, and nothing is kept of a part but where it is.

use std::ops::Range;

/// Bytes of the text.
pub(super) type Span = Range<usize>;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Open(u8),
    Close,
    Comma,
    Colon,
    /// Text in quotes.
    Quoted,
    Word,
}

/// The tokens of a stretch of text; white space and comments lie between them.
#[derive(Clone)]
struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    fn of(text: &'a str, span: &Span) -> Self {
        let end = span.end.min(text.len());
        Self {
            bytes: text.as_bytes().get(..end).unwrap_or_default(),
            at: span.start,
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    fn skip_space(&mut self) {
        while let Some(byte) = self.byte(self.at) {
            match (byte, self.byte(self.at + 1)) {
                (b'/', Some(b'/')) => {
                    while self.byte(self.at).is_some_and(|byte| byte != b'\n') {
                        self.at += 1;
                    }
                }
                (b'/', Some(b'*')) => self.skip_block_comment(),
                (byte, _) if byte.is_ascii_whitespace() => self.at += 1,
                _ => return,
            }
        }
    }

    fn skip_block_comment(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.byte(self.at) {
            match (byte, self.byte(self.at + 1)) {
                (b'/', Some(b'*')) => {
                    depth += 1;
                    self.at += 2;
                }
                (b'*', Some(b'/')) => {
                    depth = depth.saturating_sub(1);
                    self.at += 2;
                    if depth == 0 {
                        return;
                    }
                }
                _ => self.at += 1,
            }
        }
    }

    /// Goes past a text in quotes, or to the end where it has none.
    fn skip_quoted(&mut self, quote: u8) {
        self.at += 1;
        while let Some(byte) = self.byte(self.at) {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == quote {
                return;
            }
        }
        self.at = self.bytes.len();
    }

    /// Goes past `r#"…"#` where one begins here.
    fn skip_raw(&mut self) -> bool {
        let mut at = self.at + 1;
        while self.byte(at) == Some(b'#') {
            at += 1;
        }
        let hashes = at - self.at - 1;
        if self.byte(at) != Some(b'"') {
            return false;
        }
        at += 1;
        while let Some(byte) = self.byte(at) {
            at += 1;
            if byte == b'"' && (0..hashes).all(|more| self.byte(at + more) == Some(b'#')) {
                self.at = at + hashes;
                return true;
            }
        }
        self.at = self.bytes.len();
        true
    }

    /// Goes past a letter in single quotes where there is one.
    fn skip_letter(&mut self) -> bool {
        if self.byte(self.at + 1) == Some(b'\\') {
            self.skip_quoted(b'\'');
            return true;
        }
        let end = (2..=5).find(|more| self.byte(self.at + more) == Some(b'\''));
        if let Some(end) = end {
            self.at += end + 1;
        }
        end.is_some()
    }
}

impl Iterator for Tokens<'_> {
    type Item = (Kind, Span);

    fn next(&mut self) -> Option<Self::Item> {
        self.skip_space();
        let start = self.at;
        let kind = match self.byte(start)? {
            open @ (b'(' | b'[' | b'{') => Kind::Open(open),
            b')' | b']' | b'}' => Kind::Close,
            b',' => Kind::Comma,
            b':' => Kind::Colon,
            b'"' => {
                self.skip_quoted(b'"');
                return Some((Kind::Quoted, start..self.at));
            }
            b'\'' if self.skip_letter() => return Some((Kind::Quoted, start..self.at)),
            b'r' if self.skip_raw() => return Some((Kind::Quoted, start..self.at)),
            _ => {
                self.at += 1;
                while let Some(byte) = self.byte(self.at) {
                    let is_over = byte.is_ascii_whitespace() || b"()[]{},:\"".contains(&byte);
                    let is_comment =
                        byte == b'/' && matches!(self.byte(self.at + 1), Some(b'/' | b'*'));
                    if is_over || is_comment {
                        break;
                    }
                    self.at += 1;
                }
                return Some((Kind::Word, start..self.at));
            }
        };
        self.at += 1;
        Some((kind, start..self.at))
    }
}

/// A field of a struct, or an item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Its name, of a field.
    pub(super) name: Option<Span>,
    /// Its value.
    pub(super) span: Span,
    /// Whether its end was found.
    pub(super) is_closed: bool,
}

impl Part {
    /// Its name in the text; empty for an item.
    pub(super) fn name<'t>(&self, text: &'t str) -> &'t str {
        let span = self.name.clone();
        span.and_then(|span| text.get(span)).unwrap_or_default()
    }
}

/// The parts of a struct or a list, one at a time, found by its brackets.
pub(super) struct Parts<'a> {
    tokens: Tokens<'a>,
    is_over: bool,
}

/// The parts of what lies in a span; none where it is no struct and no list.
pub(super) fn parts<'a>(text: &'a str, node: &Span) -> Parts<'a> {
    let mut tokens = Tokens::of(text, node);
    let mut is_over = true;
    for (kind, _) in tokens.by_ref() {
        match kind {
            Kind::Word => {}
            Kind::Open(_) => {
                is_over = false;
                break;
            }
            _ => break,
        }
    }
    Parts { tokens, is_over }
}

impl Iterator for Parts<'_> {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        if self.is_over {
            return None;
        }
        let mut depth = 0_usize;
        let mut name = None;
        let mut held: Option<Span> = None;
        let mut tokens = 0_usize;
        let mut is_name = false;
        let part = |name: Option<Span>, held: Option<Span>, is_closed| {
            held.map(|span| Part {
                name,
                span,
                is_closed,
            })
        };
        for (kind, span) in self.tokens.by_ref() {
            match kind {
                Kind::Comma if depth == 0 => {
                    if held.is_some() {
                        return part(name, held, true);
                    }
                    continue;
                }
                Kind::Close if depth == 0 => {
                    self.is_over = true;
                    return part(name, held, true);
                }
                Kind::Colon if depth == 0 && tokens == 1 && is_name && name.is_none() => {
                    name = held.take();
                    continue;
                }
                Kind::Open(_) => depth += 1,
                Kind::Close => depth -= 1,
                _ => {}
            }
            tokens += 1;
            is_name = matches!(kind, Kind::Word | Kind::Quoted);
            held = Some(held.map_or(span.start, |held| held.start)..span.end);
        }
        self.is_over = true;
        part(name, held, false)
    }
}

/// The parts of what the program itself wrote at an indentation, found by the beginnings of lines: a bracket or a quote
/// that is gone spoils the part that it was in, and no other.
pub(super) fn parts_by_lines(text: &str, node: &Span, indent: usize) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut held: Option<Part> = None;
    let mut at = node.start;
    let within = text.get(node.clone()).unwrap_or_default();
    for line in within.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let words = line.trim_end();
        let content = words.trim_start_matches(' ');
        let spaces = words.len() - content.len();
        let end = start + words.len();
        let is_ours = spaces == indent && start > node.start;
        if is_ours && content.starts_with([')', ']', '}']) {
            if let Some(mut part) = held.take() {
                part.span.end = start + spaces + 1;
                part.is_closed = part.is_closed || part.name.is_some() || part.begins_whole(text);
                parts.push(part);
            }
            continue;
        }
        let name = content.split_once(": ").map(|(name, _)| name);
        let is_name = |name: &&str| {
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
        };
        let name = name.filter(is_name);
        if is_ours && (name.is_some() || content.starts_with('(')) {
            parts.extend(held.take());
            let begin = start + spaces;
            let named = name.map_or(0, |name| name.len() + 2);
            let value = content.get(named..).unwrap_or_default();
            let value = begin + content.len() - value.trim_start().len();
            let is_open = content.ends_with(['(', '[', '{']);
            let part = Part {
                name: name.map(|name| begin..begin + name.len()),
                span: value..end - usize::from(content.ends_with(',')),
                is_closed: !is_open,
            };
            if is_open {
                held = Some(part);
            } else {
                parts.push(part);
            }
        } else if start > node.start
            && !content.is_empty()
            && (held.is_some() || !content.starts_with([')', ']', '}']))
        {
            // What belongs to no part is one that has lost its beginning.
            let part = held.get_or_insert(Part {
                name: None,
                span: start..end,
                is_closed: false,
            });
            part.span.end = end;
        }
    }
    parts.extend(held);
    parts
}

impl Part {
    fn begins_whole(&self, text: &str) -> bool {
        text.get(self.span.start..)
            .is_some_and(|rest| rest.starts_with('('))
    }
}

/// A mark of what lies in a span, which stays the same however its lines are broken and indented.
pub(super) fn check(text: &str, span: &Span) -> String {
    const ENOUGH: usize = 1 << 16;
    let mut hasher = blake3::Hasher::new();
    let mut held = Vec::with_capacity(ENOUGH);
    for (_, token) in Tokens::of(text, span) {
        held.extend_from_slice(text.as_bytes().get(token).unwrap_or_default());
        held.push(0);
        if held.len() >= ENOUGH {
            hasher.update(&held);
            held.clear();
        }
    }
    hasher.update(&held);
    let mut mark = hasher.finalize().to_hex().to_string();
    mark.truncate(16);
    mark
}

/// The one thing that a text is, with all its brackets and quotes and nothing around it, so that it can stand in another
/// text and is found there as it is here; `None` where it is none, or more than one.
pub(super) fn one_thing(text: &str) -> Option<&str> {
    let listed = format!("[{text}\n]");
    let mut parts = parts(&listed, &(0..listed.len()));
    let is_all = |part: &Part| {
        part.name.is_none() && part.is_closed && part.span.end == 1 + text.trim_end().len()
    };
    let part = parts.next().filter(is_all)?;
    let is_one = parts.next().is_none();
    let thing = || text.get(part.span.start - 1..part.span.end - 1);
    is_one.then(thing).flatten()
}

/// How many things a text holds: fields, items, lists and structs.
pub(super) fn count(text: &str) -> usize {
    Tokens::of(text, &(0..text.len()))
        .filter(|(kind, _)| matches!(kind, Kind::Comma | Kind::Open(_)))
        .count()
}

/// The line of a place in a text, from 1.
#[expect(clippy::naive_bytecount, reason = "it is counted for a message alone")]
pub(super) fn line_of(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    1 + before.iter().filter(|byte| **byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(&str, &str, bool)> {
        let parts = parts(text, &(0..text.len()));
        parts
            .map(|part| (part.name(text), &text[part.span.clone()], part.is_closed))
            .collect()
    }

    #[test]
    fn parts_are_found_by_brackets_whatever_stands_in_them() {
        assert_eq!(
            told(
                r##"Name( a: 1, b: "x,)\"(", c: [1, 2], /* ) , */ d: Some((e: ')')), r: r#"a"b,"#,)"##
            ),
            [
                ("a", "1", true),
                ("b", r#""x,)\"(""#, true),
                ("c", "[1, 2]", true),
                ("d", "Some((e: ')'))", true),
                ("r", r##"r#"a"b,"#"##, true),
            ]
        );
        assert_eq!(
            told("[(a: 1), (b: 2"),
            [("", "(a: 1)", true), ("", "(b: 2", false)]
        );
        assert_eq!(told("()"), []);
        assert_eq!(told("12"), []);
        assert_eq!(told("\"(a: 1)\""), []);
        assert_eq!(
            told("(a: \"no end, b: 1)"),
            [("a", "\"no end, b: 1)", false)]
        );
    }

    #[test]
    fn parts_are_found_by_lines_where_brackets_and_quotes_are_gone() {
        let text = "(\n  a: 1,\n  b: [\n   (\n    x: \"1,\n   ),\n   (\n    x: 2,\n\0\0\n   (\n    x: 3,\n   ),\n  ],\n  c: 4,\n )";
        let node = 0..text.len();
        let fields = parts_by_lines(text, &node, 2);
        let names: Vec<&str> = fields.iter().map(|part| part.name(text)).collect();
        assert_eq!(names, ["a", "b", "c"]);
        let items = parts_by_lines(text, &fields[1].span, 3);
        let closed: Vec<bool> = items.iter().map(|part| part.is_closed).collect();
        assert_eq!(closed, [true, false, true]);
        assert_eq!(&text[items[2].span.clone()], "(\n    x: 3,\n   )");
    }

    #[test]
    fn what_stands_behind_a_name_begins_with_its_first_word() {
        let text = "(\n a:    [1],\n b: 2,\n)";
        let fields = parts_by_lines(text, &(0..text.len()), 1);
        let values: Vec<&str> = fields.iter().map(|part| &text[part.span.clone()]).collect();
        assert_eq!(values, ["[1]", "2"]);
    }

    #[test]
    fn one_thing_has_no_name_and_all_its_brackets() {
        for whole in ["[1]", "Some((a: 1))", "\"a: 1\"", "12"] {
            assert_eq!(one_thing(whole), Some(whole));
            assert_eq!(one_thing(&format!(" /* so */ {whole} ")), Some(whole));
        }
        for broken in ["a: [1]", "[1", "1]", "1, 2", "\"a", "1 // so", ""] {
            assert_eq!(one_thing(broken), None, "{broken}");
        }
    }

    #[test]
    fn a_mark_knows_nothing_of_lines_and_everything_of_words() {
        let mark = |text: &str| check(text, &(0..text.len()));
        assert_eq!(
            mark("(a: 12, b: \"x y\")"),
            mark("(\r\n a:12,\r\n b: \"x y\")")
        );
        assert_ne!(mark("(a: 12)"), mark("(a: 1 2)"));
        assert_ne!(mark("\"x y\""), mark("\"x  y\""));
    }
}
