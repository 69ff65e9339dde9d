//! A project read part by part, so that a damaged part costs itself alone and one that a newer program wrote is kept.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::checks::{self, Checks, PartCheck};
use super::damage::{Changed, Lost, LostPart};
use super::kept::{self, MOST_KEPT, Met, NewerPart, Step};
use super::limits::{MOST_DEPTH, Room};
use super::outline::{self, Part, Span};

/// How the parts of a text are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// By their brackets.
    Brackets,
    /// By the beginnings of lines, as the program writes them.
    Lines,
}

/// What came of reading besides the project itself.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// What a newer program wrote.
    pub(super) kept: Vec<NewerPart>,
    /// What could not be read.
    pub(super) lost: Vec<Lost>,
    /// What is not as the program wrote it.
    pub(super) changed: Vec<Changed>,
    /// How much of the text was read, in bytes.
    pub(super) read: usize,
}

/// Reads a project's parts from a text.
pub(super) struct Reader<'a> {
    text: &'a str,
    how: How,
    /// The marks of the file, fewer by those that were found; `None` where it has none.
    checks: Option<Checks>,
    /// Whether the whole project is as it was written.
    is_untouched: bool,
    room: Room,
    /// Where the lines of the text end, once that is asked.
    line_ends: OnceCell<Vec<usize>>,
    /// Whether more was to be kept than can be.
    keeps_no_more: bool,
    outcome: Outcome,
}

/// What is known of a part before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// It is as a program wrote it.
    Untouched,
    /// It is not.
    Changed,
    /// The file has no marks.
    Unknown,
}

/// Why a part was not read.
struct Failure {
    /// The line, from 1, first of what was read and then of the file.
    line: usize,
    problem: String,
    /// Whether it has a word that a newer program may know.
    has_new_word: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, how: How, checks: Option<Checks>, project: &Span) -> Self {
        let is_untouched = checks
            .as_ref()
            .is_some_and(|checks| checks.hold_for(text, project));
        Self {
            text,
            how,
            checks: checks.filter(|_| !is_untouched),
            is_untouched,
            room: Room::for_text(text.len()),
            line_ends: OnceCell::new(),
            keeps_no_more: false,
            outcome: Outcome::default(),
        }
    }

    /// The fields of the project, each once; those that are not among the known ones are kept.
    pub(super) fn fields(&mut self, project: &Span, known: &[&str]) -> Vec<Part> {
        let mut fields: Vec<Part> = Vec::new();
        let mut names = HashSet::new();
        for field in self.parts(project, 2) {
            let name = field.name(self.text).to_owned();
            let verdict = self.verdict_unless_list(&name, &field, known);
            if name.is_empty() || !names.insert(name.clone()) {
                self.lose(&field, &name, "nobody can tell what it was");
            } else if known.contains(&name.as_str()) {
                fields.push(field);
            } else if field.is_closed && verdict != Verdict::Changed {
                let place = vec![Step::Field(String::from("project"))];
                self.keep(NewerPart::field(place, &name, self.slice(&field.span)));
            } else {
                self.lose(&field, &name, "it is not known to this version");
            }
        }
        fields
    }

    /// Keeps the fields of the envelope that are not known, and tells what does not belong there.
    pub(super) fn look_at_envelope(&mut self, fields: &[Part], known: &[&str], inner: &[&str]) {
        let mut names = HashSet::new();
        for field in fields {
            let name = field.name(self.text);
            if !names.insert(name) || name.is_empty() || inner.contains(&name) {
                self.lose(field, name, "it is not where it belongs");
            } else if !known.contains(&name) {
                if field.is_closed && self.verdict(name, &field.span) != Verdict::Changed {
                    self.keep(NewerPart::field(Vec::new(), name, self.slice(&field.span)));
                } else {
                    self.lose(field, name, "it is not known to this version");
                }
            }
        }
        if !fields
            .iter()
            .any(|field| field.name(self.text) == "project" && field.is_closed)
        {
            self.outcome.lost.push(Lost {
                part: LostPart::Other,
                name: String::new(),
                line: Some(outline::line_of(self.text, self.text.len())),
                problem: String::from("the file ends too early, and what came after that is gone"),
            });
        }
    }

    fn verdict_unless_list(&mut self, name: &str, field: &Part, known: &[&str]) -> Verdict {
        if known.contains(&name) {
            Verdict::Unknown
        } else {
            self.verdict(name, &field.span)
        }
    }

    fn parts(&self, node: &Span, indent: usize) -> Vec<Part> {
        match self.how {
            How::Brackets => outline::parts(self.text, node).collect(),
            How::Lines => outline::parts_by_lines(self.text, node, indent),
        }
    }

    fn slice(&self, span: &Span) -> &'a str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    fn verdict(&mut self, field: &str, span: &Span) -> Verdict {
        if self.is_untouched {
            return Verdict::Untouched;
        }
        match &mut self.checks {
            Some(checks) => {
                if checks.take(self.text, field, span) {
                    Verdict::Untouched
                } else {
                    Verdict::Changed
                }
            }
            None => Verdict::Unknown,
        }
    }

    /// The line of a place in the text, from 1.
    fn line_of(&self, at: usize) -> usize {
        let ends = self.line_ends.get_or_init(|| {
            let ends = self.text.bytes().enumerate();
            let ends = ends.filter(|(_, byte)| *byte == b'\n');
            ends.map(|(place, _)| place).collect()
        });
        1 + ends.partition_point(|end| *end < at)
    }

    /// Keeps something of a newer program. What is no one thing would spoil the file that it is written to.
    fn keep(&mut self, mut part: NewerPart) {
        let thing = outline::one_thing(&part.text).map(Arc::from);
        let Some(thing) = thing else {
            self.outcome.lost.push(Lost {
                part: LostPart::Other,
                name: part.path(),
                line: None,
                problem: String::from("has a bracket or a quote too few or too many"),
            });
            return;
        };
        part.text = thing;
        if self.outcome.kept.len() < MOST_KEPT {
            self.outcome.kept.push(part);
        } else if !self.keeps_no_more {
            self.keeps_no_more = true;
            self.outcome.lost.push(Lost {
                part: LostPart::Other,
                name: part.path(),
                line: None,
                problem: format!("and others are more than the {MOST_KEPT} that can be kept"),
            });
        }
    }

    fn lose(&mut self, part: &Part, field: &str, problem: &str) {
        let line = self.line_of(part.span.start);
        self.outcome.lost.push(Lost {
            part: LostPart::of_field(field),
            name: String::new(),
            line: Some(line),
            problem: problem.to_owned(),
        });
    }

    fn note_changed(&mut self, verdict: Verdict, field: &str) {
        if verdict == Verdict::Changed {
            self.changed(field, String::new());
        }
    }

    /// Says of something that it is not as it was written.
    pub(super) fn changed(&mut self, field: &str, name: String) {
        self.outcome.changed.push(Changed {
            part: LostPart::of_field(field),
            name,
        });
    }

    /// Reads what lies in a span as one thing; what is passed over is kept.
    fn read<T: DeserializeOwned>(&mut self, span: &Span, place: &[Step]) -> Result<T, Failure> {
        let text = self.text;
        let (held, kept) = self
            .read_text(text, span, place)
            .map_err(|failure| Failure {
                line: failure.line + self.line_of(span.start) - 1,
                ..failure
            })?;
        self.outcome.read += span.len();
        for part in kept {
            self.keep(part);
        }
        Ok(held)
    }

    fn read_text<T: DeserializeOwned>(
        &mut self,
        text: &str,
        span: &Span,
        place: &[Step],
    ) -> Result<(T, Vec<NewerPart>), Failure> {
        let slice = text.get(span.clone()).unwrap_or_default();
        self.room.take(slice.len(), 8).map_err(|problem| Failure {
            line: 1,
            problem,
            has_new_word: false,
        })?;
        let failed = |error: ron::error::SpannedError| Failure {
            line: error.span.start.line,
            has_new_word: matches!(error.code, ron::Error::NoSuchEnumVariant { .. }),
            problem: match error.code {
                // The name of a struct tells nobody anything.
                ron::Error::ExpectedNamedStructLike(_) => String::from("Expected opening `(`"),
                code => code.to_string(),
            },
        };
        let options = ron::Options::default().with_recursion_limit(MOST_DEPTH);
        let mut deserializer =
            ron::Deserializer::from_str_with_options(slice, &options).map_err(failed)?;
        let mut passed_over: Vec<Vec<Met>> = Vec::new();
        let read = serde_ignored::deserialize(&mut deserializer, |path| {
            if passed_over.len() <= MOST_KEPT {
                passed_over.push(Met::path(&path));
            }
        })
        .and_then(|held| deserializer.end().map(|()| held));
        let held = read.map_err(|error| failed(deserializer.span_error(error)))?;
        let kept = kept::find(text, span, &mut passed_over, place);
        Ok((held, kept))
    }

    /// Whether something that could not be read is a newer program's rather than damaged.
    fn is_newer(verdict: Verdict, failure: &Failure) -> bool {
        match verdict {
            Verdict::Untouched => true,
            Verdict::Changed => false,
            Verdict::Unknown => failure.has_new_word,
        }
    }

    fn fail(&mut self, field: LostPart, name: String, failure: Failure) {
        self.outcome.lost.push(Lost {
            part: field,
            name,
            line: Some(failure.line),
            problem: failure.problem,
        });
    }

    /// Reads a field of the project that is no list of parts; as it is by itself where it is not there or not
    /// readable. Of the lists named in it, items that cannot be read go alone.
    pub(super) fn field<T: DeserializeOwned + Default>(
        &mut self,
        fields: &[Part],
        name: &str,
        lists: &[&str],
    ) -> T {
        let Some(field) = fields.iter().find(|field| field.name(self.text) == name) else {
            return T::default();
        };
        let verdict = self.verdict(name, &field.span);
        let project = vec![Step::Field(String::from("project"))];
        let mut place = project.clone();
        place.push(Step::Field(name.to_owned()));
        let failure = match self.read(&field.span, &place) {
            Ok(held) => {
                self.note_changed(verdict, name);
                return held;
            }
            Err(failure) => failure,
        };
        let part = LostPart::of_field(name);
        let thinned = if lists.is_empty() {
            None
        } else {
            self.thinned(&field.span, 3, lists, &place, verdict, part, "")
        };
        if let Some(held) = thinned {
            return held;
        }
        if Self::is_newer(verdict, &failure) {
            self.keep(NewerPart::instead(project, name, self.slice(&field.span)));
        } else {
            self.fail(part, String::new(), failure);
        }
        T::default()
    }

    /// Reads a struct all of whose fields may be left out, field by field where need be.
    pub(super) fn settings<T: DeserializeOwned + Default>(
        &mut self,
        fields: &[Part],
        name: &str,
    ) -> T {
        let Some(field) = fields.iter().find(|field| field.name(self.text) == name) else {
            return T::default();
        };
        let verdict = self.verdict(name, &field.span);
        let place = vec![
            Step::Field(String::from("project")),
            Step::Field(name.to_owned()),
        ];
        if let Ok(held) = self.read(&field.span, &place) {
            self.note_changed(verdict, name);
            return held;
        }
        let part = LostPart::of_field(name);
        let mut good = String::from("(");
        for setting in self.parts(&field.span, 3) {
            let value = self.slice(&setting.span);
            let called = setting.name(self.text);
            let one = format!("({called}: {value})");
            match self.read_text::<T>(&one, &(0..one.len()), &place) {
                Ok(_) => {
                    good.extend([called, ": ", value, ","]);
                }
                Err(failure) if setting.is_closed && Self::is_newer(verdict, &failure) => {
                    self.keep(NewerPart::instead(place.clone(), called, value));
                }
                Err(mut failure) => {
                    failure.line = self.line_of(setting.span.start);
                    self.fail(part, called.replace('_', " "), failure);
                }
            }
        }
        good.push(')');
        match self.read_text(&good, &(0..good.len()), &place) {
            Ok((held, kept)) => {
                for part in kept {
                    self.keep(part);
                }
                held
            }
            Err(failure) => {
                self.fail(part, String::new(), failure);
                T::default()
            }
        }
    }

    /// Reads a list of parts, each by itself; `make` says what is wrong with one that reads.
    pub(super) fn list<T: DeserializeOwned, U>(
        &mut self,
        fields: &[Part],
        name: &str,
        lists: &[&str],
        make: impl Fn(T, &mut Room) -> Result<U, String>,
    ) -> Vec<U> {
        let Some(field) = fields.iter().find(|field| field.name(self.text) == name) else {
            return Vec::new();
        };
        let place = vec![
            Step::Field(String::from("project")),
            Step::Field(name.to_owned()),
        ];
        let part = LostPart::of_field(name);
        let items = self.parts(&field.span, 3);
        let marks = kept::marks(self.text, items.iter().map(|item| &item.span));
        let mut behind = None;
        let mut found = Vec::new();
        for (item, mark) in items.iter().zip(marks) {
            let verdict = self.verdict(name, &item.span);
            let text = self.text;
            let called = || checks::called(text, &item.span);
            let mut at = place.clone();
            at.push(Step::Item(mark.0.clone(), mark.1));
            let before = (self.outcome.kept.len(), self.outcome.read);
            let read = self.read::<T>(&item.span, &at);
            let read = match read {
                Ok(held) => {
                    make(held, &mut self.room).map_err(|problem| self.unfit_item(item, problem))
                }
                Err(failure) => {
                    let thinned: Option<T> = if lists.is_empty() {
                        None
                    } else {
                        self.thinned(
                            &item.span,
                            4,
                            lists,
                            &at,
                            verdict,
                            LostPart::OfStory,
                            &called(),
                        )
                    };
                    match thinned {
                        Some(held) => make(held, &mut self.room)
                            .map_err(|problem| self.unfit_item(item, problem)),
                        None => Err(failure),
                    }
                }
            };
            match read {
                Ok(held) => {
                    found.push(held);
                    if verdict == Verdict::Changed {
                        self.changed(name, called());
                    }
                    behind = Some(mark);
                }
                Err(failure) => {
                    self.outcome.kept.truncate(before.0);
                    self.outcome.read = before.1;
                    if item.is_closed && Self::is_newer(verdict, &failure) {
                        let text = self.slice(&item.span);
                        self.keep(NewerPart::item(place.clone(), text, behind.clone()));
                    } else {
                        self.fail(part, called(), failure);
                    }
                }
            }
        }
        found
    }

    /// Reads a struct without those items of its lists that cannot be read; `None` where it is not they that are
    /// damaged.
    #[expect(
        clippy::too_many_arguments,
        reason = "where it is, what it is and what is known of it"
    )]
    fn thinned<T: DeserializeOwned>(
        &mut self,
        span: &Span,
        indent: usize,
        lists: &[&str],
        place: &[Step],
        verdict: Verdict,
        part: LostPart,
        of: &str,
    ) -> Option<T> {
        let fields = self.parts(span, indent);
        let text = self.text;
        let compose = |list: &str, items: &[&str]| {
            let mut made = String::from("(");
            for field in &fields {
                let name = field.name(text);
                let value = if name == list {
                    &format!("[{}]", items.join(","))
                } else if lists.contains(&name) {
                    "[]"
                } else {
                    text.get(field.span.clone()).unwrap_or_default()
                };
                made.extend([name, ":", value, ","]);
            }
            made.push(')');
            made
        };
        let empty = compose("", &[]);
        self.read_text::<T>(&empty, &(0..empty.len()), place).ok()?;
        let mut good: Vec<(&str, Vec<&str>)> = Vec::new();
        let (mut failed, mut kept) = (Vec::new(), Vec::new());
        for field in fields
            .iter()
            .filter(|field| lists.contains(&field.name(text)))
        {
            let name = field.name(text);
            let items = self.parts(&field.span, indent + 1);
            let marks = kept::marks(text, items.iter().map(|item| &item.span));
            let mut held: Vec<&str> = Vec::new();
            let mut behind = None;
            for (item, mark) in items.iter().zip(marks) {
                let words = self.slice(&item.span);
                let alone = compose(name, &[words]);
                match self.read_text::<T>(&alone, &(0..alone.len()), place) {
                    Ok(_) => {
                        held.push(words);
                        behind = Some(mark);
                    }
                    Err(failure) if item.is_closed && Self::is_newer(verdict, &failure) => {
                        let mut list = place.to_vec();
                        list.push(Step::Field(name.to_owned()));
                        kept.push(NewerPart::item(list, words, behind.clone()));
                    }
                    Err(mut failure) => {
                        failure.line = self.line_of(item.span.start);
                        failed.push(failure);
                    }
                }
            }
            good.push((name, held));
        }
        let mut whole = String::from("(");
        for field in &fields {
            let name = field.name(text);
            let list = good.iter().find(|(list, _)| *list == name);
            let value = match list {
                Some((_, items)) => &format!("[{}]", items.join(",")),
                None => text.get(field.span.clone()).unwrap_or_default(),
            };
            whole.extend([name, ":", value, ","]);
        }
        whole.push(')');
        let (held, passed_over) = self.read_text(&whole, &(0..whole.len()), place).ok()?;
        self.outcome.read += whole.len();
        for held in kept.into_iter().chain(passed_over) {
            self.keep(held);
        }
        for failure in failed {
            self.fail(part, of.to_owned(), failure);
        }
        Some(held)
    }

    fn unfit_item(&self, item: &Part, problem: String) -> Failure {
        Failure {
            line: self.line_of(item.span.start),
            problem,
            has_new_word: false,
        }
    }

    /// Keeps an item of a list that reads and fits only what is kept unread.
    pub(super) fn keep_written<T: Serialize>(&mut self, field: &str, item: &T) {
        if let Ok(text) = ron::to_string(item) {
            let place = vec![
                Step::Field(String::from("project")),
                Step::Field(field.to_owned()),
            ];
            self.keep(NewerPart::item(place, &text, None));
        }
    }

    /// Loses something of the project that reads and does not fit the rest.
    pub(super) fn unfit(&mut self, field: &str, name: &str, problem: &str) {
        self.outcome.lost.push(Lost {
            part: LostPart::of_field(field),
            name: name.to_owned(),
            line: None,
            problem: problem.to_owned(),
        });
    }

    /// Whether parts of a list are kept that this program does not know.
    pub(super) fn keeps_of(&self, field: &str) -> bool {
        let path = format!("project.{field}");
        self.outcome.kept.iter().any(|part| part.path() == path)
    }

    /// What came of it, once everything was read: parts of which only the marks are left are missing.
    pub(super) fn finish(mut self) -> Outcome {
        let Some(checks) = self.checks.take() else {
            return self.outcome;
        };
        let mut left = checks.left();
        // A mark that nothing has belongs to what was changed or lost under the same name …
        let mut take = |part: LostPart, name: &str| {
            let fits =
                |held: &PartCheck| LostPart::of_field(&held.field) == part && held.called == name;
            let found = left.iter().position(fits);
            found.map(|at| left.remove(at)).is_some()
        };
        let changed = self.outcome.changed.iter();
        let renamed: Vec<LostPart> = changed
            .filter(|held| !take(held.part, &held.name))
            .map(|held| held.part)
            .collect();
        for held in &self.outcome.lost {
            take(held.part, &held.name);
        }
        // … or to what has lost its name, in their order …
        for held in &mut self.outcome.lost {
            let is_list = |left: &PartCheck| {
                LostPart::of_field(&left.field) == held.part && !left.called.is_empty()
            };
            if held.name.is_empty()
                && let Some(at) = left.iter().position(is_list)
            {
                held.name = left.remove(at).called;
            }
        }
        // … or to what has another name now.
        for part in renamed {
            let is_of = |left: &PartCheck| LostPart::of_field(&left.field) == part;
            if let Some(at) = left.iter().position(is_of) {
                left.remove(at);
            }
        }
        for missing in left {
            // Slides and settings were told one by one.
            let part = LostPart::of_field(&missing.field);
            let is_told = self.outcome.lost.iter().any(|held| {
                held.part == part && missing.called.is_empty()
                    || held.part == LostPart::OfStory && held.name == missing.called
            });
            if !is_told {
                self.outcome.lost.push(Lost {
                    part,
                    name: missing.called,
                    line: None,
                    problem: String::from("is missing"),
                });
            }
        }
        if self.outcome.lost.is_empty() && self.outcome.changed.is_empty() {
            self.outcome.changed.push(Changed {
                part: LostPart::Other,
                name: String::new(),
            });
        }
        self.outcome
    }
}
