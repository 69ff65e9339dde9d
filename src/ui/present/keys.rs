//! The keys of a show. Clickers send the page keys, and B or a full stop for the black screen.

use egui::{Context, Event, Key, Modifiers};

use crate::ui::kit::{KeyRow, KeyTable};
use crate::words::say;

/// What a key means while a story is presented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShowKey {
    /// The next slide, or the next line of it.
    Next,
    /// Back.
    Back,
    /// The first slide.
    First,
    /// The last slide.
    Last,
    /// Back, or to the left among all slides.
    Left,
    /// On, or to the right.
    Right,
    /// Back, or up.
    Up,
    /// On, or down.
    Down,
    /// On, or to the slide that was chosen.
    Enter,
    /// Back, or a digit less.
    Erase,
    /// A digit of the number of a slide.
    Digit(char),
    /// A black screen.
    Black,
    /// A white screen.
    White,
    /// All slides in small.
    Grid,
    /// A question about the slide.
    Ask,
    /// The presenter's window.
    Presenter,
    /// The windows swapped.
    Swap,
    /// The slides to the next screen.
    NextScreen,
    /// The whole screen.
    FullScreen,
    /// The end.
    Escape,
}

/// The keys of a show.
pub const SHOW_KEYS: KeyTable<ShowKey> = KeyTable {
    place: say::keys_presenting,
    rows: &[
        KeyRow {
            keys: &[(NONE, Key::PageDown), (NONE, Key::Space), (NONE, Key::N)],
            does: ShowKey::Next,
            words: Some(say::key_next_slide),
        },
        KeyRow {
            keys: &[(NONE, Key::PageUp)],
            does: ShowKey::Back,
            words: Some(say::key_back),
        },
        KeyRow {
            keys: &[(NONE, Key::ArrowLeft)],
            does: ShowKey::Left,
            words: Some(say::key_back_or_on),
        },
        KeyRow {
            keys: &[(NONE, Key::ArrowRight)],
            does: ShowKey::Right,
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::ArrowUp)],
            does: ShowKey::Up,
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::ArrowDown)],
            does: ShowKey::Down,
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::Home)],
            does: ShowKey::First,
            words: Some(say::key_first_slide),
        },
        KeyRow {
            keys: &[(NONE, Key::End)],
            does: ShowKey::Last,
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::Num0)],
            does: ShowKey::Digit('0'),
            words: Some(say::key_slide_number),
        },
        KeyRow {
            keys: &[(NONE, Key::Num1)],
            does: ShowKey::Digit('1'),
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::Num2)],
            does: ShowKey::Digit('2'),
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::Num3)],
            does: ShowKey::Digit('3'),
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::Num4)],
            does: ShowKey::Digit('4'),
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::Num5)],
            does: ShowKey::Digit('5'),
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::Num6)],
            does: ShowKey::Digit('6'),
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::Num7)],
            does: ShowKey::Digit('7'),
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::Num8)],
            does: ShowKey::Digit('8'),
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::Num9)],
            does: ShowKey::Digit('9'),
            words: None,
        },
        KeyRow {
            keys: &[(NONE, Key::Enter)],
            does: ShowKey::Enter,
            words: Some(say::key_on_or_number),
        },
        KeyRow {
            keys: &[(NONE, Key::Backspace)],
            does: ShowKey::Erase,
            words: Some(say::key_back_or_digit),
        },
        KeyRow {
            keys: &[(NONE, Key::B), (NONE, Key::Period)],
            does: ShowKey::Black,
            words: Some(say::key_black_screen),
        },
        KeyRow {
            keys: &[(NONE, Key::W), (NONE, Key::Comma)],
            does: ShowKey::White,
            words: Some(say::key_white_screen),
        },
        KeyRow {
            keys: &[(NONE, Key::G)],
            does: ShowKey::Grid,
            words: Some(say::key_all_slides),
        },
        KeyRow {
            keys: &[(NONE, Key::Q), (NONE, Key::Slash)],
            does: ShowKey::Ask,
            words: Some(say::key_ask),
        },
        KeyRow {
            keys: &[(NONE, Key::P)],
            does: ShowKey::Presenter,
            words: Some(say::key_presenter),
        },
        KeyRow {
            keys: &[(NONE, Key::S)],
            does: ShowKey::Swap,
            words: Some(say::key_swap),
        },
        KeyRow {
            keys: &[(NONE, Key::M)],
            does: ShowKey::NextScreen,
            words: Some(say::key_next_screen),
        },
        KeyRow {
            keys: &[(NONE, Key::F11)],
            does: ShowKey::FullScreen,
            words: Some(say::key_full_screen),
        },
        KeyRow {
            keys: &[(NONE, Key::Escape)],
            does: ShowKey::Escape,
            words: Some(say::key_end_show),
        },
    ],
};

const NONE: Modifiers = Modifiers::NONE;

impl ShowKey {
    /// Whether it is the show's while something is being asked, whose menus have the other keys.
    const fn is_beside_menus(key: Key) -> bool {
        matches!(key, Key::PageDown | Key::PageUp | Key::Escape | Key::F11)
    }
}

/// Takes the keys that were pressed in this frame; widgets do not see them any more.
pub(super) fn take(ctx: &Context, is_asking: bool) -> Vec<ShowKey> {
    if is_asking && egui::Popup::is_any_open(ctx) {
        return Vec::new();
    }
    let mut taken = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } = event
            else {
                return true;
            };
            if modifiers.command || modifiers.ctrl || modifiers.alt {
                return true;
            }
            if is_asking && !ShowKey::is_beside_menus(*key) {
                return true;
            }
            match SHOW_KEYS.of(*key) {
                Some(key) => {
                    taken.push(key);
                    false
                }
                None => true,
            }
        });
    });
    taken
}
