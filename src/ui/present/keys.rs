//! The keys of a show. Clickers send the page keys, and B or a full stop for the black screen.

use egui::{Context, Event, Key};

/// What a key means while a story is presented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ShowKey {
    Next,
    Back,
    First,
    Last,
    Left,
    Right,
    Up,
    Down,
    Enter,
    Erase,
    Digit(char),
    Black,
    White,
    Grid,
    Ask,
    Presenter,
    Swap,
    /// The slides to the next screen.
    NextScreen,
    FullScreen,
    Escape,
}

impl ShowKey {
    fn of(key: Key) -> Option<Self> {
        Some(match key {
            Key::PageDown | Key::Space | Key::N => Self::Next,
            Key::PageUp => Self::Back,
            Key::ArrowLeft => Self::Left,
            Key::ArrowRight => Self::Right,
            Key::ArrowUp => Self::Up,
            Key::ArrowDown => Self::Down,
            Key::Home => Self::First,
            Key::End => Self::Last,
            Key::Enter => Self::Enter,
            Key::Backspace => Self::Erase,
            Key::B | Key::Period => Self::Black,
            Key::W | Key::Comma => Self::White,
            Key::G => Self::Grid,
            Key::Q | Key::Slash => Self::Ask,
            Key::P => Self::Presenter,
            Key::S => Self::Swap,
            Key::M => Self::NextScreen,
            Key::F11 => Self::FullScreen,
            Key::Escape => Self::Escape,
            Key::Num0 => Self::Digit('0'),
            Key::Num1 => Self::Digit('1'),
            Key::Num2 => Self::Digit('2'),
            Key::Num3 => Self::Digit('3'),
            Key::Num4 => Self::Digit('4'),
            Key::Num5 => Self::Digit('5'),
            Key::Num6 => Self::Digit('6'),
            Key::Num7 => Self::Digit('7'),
            Key::Num8 => Self::Digit('8'),
            Key::Num9 => Self::Digit('9'),
            _ => return None,
        })
    }

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
            match ShowKey::of(*key) {
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
