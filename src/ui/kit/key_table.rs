//! Which keys do what in one place of the screen: the same table is asked what was pressed and read out in the list of
//! shortcuts, so that neither knows a key that the other does not.

use egui::{Context, Key, KeyboardShortcut, Modifiers, Ui};

use crate::words::say;

/// Keys that do one thing.
#[derive(Clone, Copy, Debug)]
pub struct KeyRow<A: 'static> {
    /// Each of them does it.
    pub keys: &'static [(Modifiers, Key)],
    /// What they do.
    pub does: A,
    /// The same in words; `None` where the row before says it for both.
    pub words: Option<fn() -> &'static str>,
}

/// The keys of one place of the screen.
#[derive(Clone, Copy, Debug)]
pub struct KeyTable<A: 'static> {
    /// The place in words: "On a chart".
    pub place: fn() -> &'static str,
    /// The keys; of those that contain each other those with more modifiers come first.
    pub rows: &'static [KeyRow<A>],
}

/// A line of the list of shortcuts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyLine {
    /// Where the keys do it; one heading over all lines of a place.
    pub place: String,
    /// The keys: "Shift+F10 or Menu".
    pub keys: String,
    /// What they do.
    pub words: String,
}

impl<A: Copy> KeyTable<A> {
    /// What the key that was pressed in this frame does; it is used up.
    pub fn pressed(&self, ui: &Ui) -> Option<A> {
        self.pressed_where(ui, |_| true)
    }

    /// The same of those keys alone that are wanted; the others are left to whatever takes them.
    pub fn pressed_where(&self, ui: &Ui, is_wanted: impl Fn(A) -> bool) -> Option<A> {
        self.pressed_in(ui.ctx(), is_wanted)
    }

    /// The same where there is a context alone.
    pub fn pressed_in(&self, ctx: &Context, is_wanted: impl Fn(A) -> bool) -> Option<A> {
        ctx.input_mut(|input| {
            let mut rows = self.rows.iter().filter(|row| is_wanted(row.does));
            rows.find_map(|row| {
                let mut keys = row.keys.iter();
                keys.any(|(modifiers, key)| input.consume_key(*modifiers, *key))
                    .then_some(row.does)
            })
        })
    }

    /// What a key without modifiers does.
    pub fn of(&self, key: Key) -> Option<A> {
        let is_key = |held: &(Modifiers, Key)| *held == (Modifiers::NONE, key);
        let row = self.rows.iter().find(|row| row.keys.iter().any(is_key))?;
        Some(row.does)
    }
}

impl<A: Copy> KeyTable<A> {
    /// The keys that do something, for reading; empty where there are none.
    pub fn keys_of(&self, ctx: &Context, is_it: impl Fn(A) -> bool) -> String {
        let row = self.rows.iter().find(|row| is_it(row.does));
        let keys = row.and_then(|row| row.keys.first());
        keys.map(|(modifiers, key)| key_words(ctx, *modifiers, *key))
            .unwrap_or_default()
    }
}

impl<A> KeyTable<A> {
    /// The table as lines of the list of shortcuts; what has no words stands with the line before it.
    pub fn lines(&self, ctx: &Context) -> Vec<KeyLine> {
        let mut lines: Vec<KeyLine> = Vec::new();
        for row in self.rows {
            let name = |(modifiers, key): &(Modifiers, Key)| key_words(ctx, *modifiers, *key);
            let names: Vec<String> = row.keys.iter().map(name).collect();
            let keys = names
                .into_iter()
                .reduce(|one, other| say::KeysEither { one, other }.say())
                .unwrap_or_default();
            match (row.words, lines.last_mut()) {
                (None, Some(line)) => line.keys = format!("{}, {keys}", line.keys),
                (words, _) => lines.push(KeyLine {
                    place: (self.place)().to_owned(),
                    keys,
                    words: words.map_or("", |words| words()).to_owned(),
                }),
            }
        }
        lines
    }
}

/// Keys as they stand on a keyboard: "Shift+←".
fn key_words(ctx: &Context, modifiers: Modifiers, key: Key) -> String {
    let words = ctx.format_shortcut(&KeyboardShortcut::new(modifiers, key));
    let sign = match key {
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        _ => return words,
    };
    match words.strip_suffix(key.name()) {
        Some(before) => format!("{before}{sign}"),
        None => words,
    }
}
