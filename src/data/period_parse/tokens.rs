//! Text cut into the tokens that the grammar of periods reads: words, runs of digits, raised digits and
//! marks, each with its place in the text.

use std::ops::Range;

/// One token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    kind: Kind<'a>,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Whether nothing stands between it and the token before.
    glued: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind<'a> {
    /// Letters, in lower case; and whether they began with a capital.
    Word(String, bool),
    /// ASCII digits.
    Number(&'a str),
    /// Raised digits, as the digits they are.
    Raised(String),
    /// Anything else; every dash is `-` and every apostrophe `'`.
    Mark(char),
}

/// The tokens of a text.
#[derive(Clone, Debug)]
pub(super) struct Tokens<'a>(Vec<Token<'a>>);

/// What a character belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Raised(char),
    Gap,
    Mark(char),
}

fn class_of(c: char) -> Class {
    match c {
        '0'..='9' => Class::Digit,
        '¹' => Class::Raised('1'),
        '²' => Class::Raised('2'),
        '³' => Class::Raised('3'),
        '⁰' => Class::Raised('0'),
        '⁴' => Class::Raised('4'),
        '⁵' => Class::Raised('5'),
        '⁶' => Class::Raised('6'),
        '⁷' => Class::Raised('7'),
        '⁸' => Class::Raised('8'),
        '⁹' => Class::Raised('9'),
        // File names have underscores where titles have spaces.
        '_' | '\u{feff}' | '\u{200b}' => Class::Gap,
        '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | '′' => Class::Mark('\''),
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹣' | '－' | '\u{ad}' => {
            Class::Mark('-')
        }
        c if c.is_whitespace() => Class::Gap,
        c if c.is_alphabetic() => Class::Letter,
        c => Class::Mark(c),
    }
}

impl<'a> Tokens<'a> {
    /// Cuts a text into tokens.
    pub fn of(text: &'a str) -> Self {
        let mut tokens: Vec<Token<'a>> = Vec::new();
        let mut chars = text.char_indices().peekable();
        let mut glued = false;
        while let Some((start, c)) = chars.next() {
            let class = class_of(c);
            let mut end = start + c.len_utf8();
            let mut raised = String::new();
            if class == Class::Gap {
                glued = false;
                continue;
            }
            if let Class::Raised(digit) = class {
                raised.push(digit);
            }
            while let Some((place, next)) = chars.next_if(|(_, next)| {
                matches!(
                    (class, class_of(*next)),
                    (Class::Letter, Class::Letter)
                        | (Class::Digit, Class::Digit)
                        | (Class::Raised(_), Class::Raised(_))
                )
            }) {
                end = place + next.len_utf8();
                if let Class::Raised(digit) = class_of(next) {
                    raised.push(digit);
                }
            }
            let written = text.get(start..end).unwrap_or("");
            let kind = match class {
                Class::Letter => Kind::Word(written.to_lowercase(), c.is_uppercase()),
                Class::Digit => Kind::Number(written),
                Class::Mark(mark) => Kind::Mark(mark),
                Class::Raised(_) | Class::Gap => Kind::Raised(raised),
            };
            tokens.push(Token {
                kind,
                range: start..end,
                glued,
            });
            glued = true;
        }
        Self(tokens)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The bytes of the text from one token to before another.
    pub fn range(&self, from: usize, to: usize) -> Option<Range<usize>> {
        let first = self.0.get(from)?;
        let last = self.0.get(to.checked_sub(1)?)?;
        Some(first.range.start..last.range.end)
    }

    /// The word at a place, in lower case.
    pub fn word(&self, at: usize) -> Option<&str> {
        match &self.0.get(at)?.kind {
            Kind::Word(word, _) => Some(word),
            _ => None,
        }
    }

    /// Whether the token is a word that begins with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        matches!(
            self.0.get(at).map(|token| &token.kind),
            Some(Kind::Word(_, true))
        )
    }

    /// The digits at a place.
    pub fn number(&self, at: usize) -> Option<&'a str> {
        match self.0.get(at)?.kind {
            Kind::Number(digits) => Some(digits),
            _ => None,
        }
    }

    /// The number at a place that has at most two digits.
    pub fn small_number(&self, at: usize) -> Option<i8> {
        self.number(at)
            .filter(|digits| digits.len() <= 2)?
            .parse()
            .ok()
    }

    /// The raised digits at a place.
    pub fn raised(&self, at: usize) -> Option<&str> {
        match &self.0.get(at)?.kind {
            Kind::Raised(digits) => Some(digits),
            _ => None,
        }
    }

    /// The mark at a place.
    pub fn mark(&self, at: usize) -> Option<char> {
        match self.0.get(at)?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// Whether nothing stands between a token and the one before it.
    pub fn is_glued(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|token| token.glued)
    }

    /// The place after a mark, where it stands at `at`.
    pub fn after_mark(&self, at: usize, mark: char) -> Option<usize> {
        (self.mark(at) == Some(mark)).then_some(at + 1)
    }

    /// The place after one of some words, where it stands at `at`.
    pub fn after_word(&self, at: usize, words: &[&str]) -> Option<usize> {
        self.word(at)
            .is_some_and(|word| words.contains(&word))
            .then_some(at + 1)
    }

    /// The place after one of some words, or `at` where none stands there.
    pub fn skip_word(&self, at: usize, words: &[&str]) -> usize {
        self.after_word(at, words).unwrap_or(at)
    }

    /// The place after one of some marks, or `at` where none stands there.
    pub fn skip_mark(&self, at: usize, marks: &[char]) -> usize {
        match self.mark(at) {
            Some(mark) if marks.contains(&mark) => at + 1,
            _ => at,
        }
    }
}
