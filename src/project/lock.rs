//! The passphrase with which a project's file is locked. It is no part of what undo walks through: whoever locks
//! a project wants every file of it locked, those of earlier states, too.

use std::fmt;
use std::sync::Arc;

use age::secrecy::{ExposeSecret as _, SecretString};

/// The fewest characters that a new passphrase may have.
pub const LEAST_CHARACTERS: usize = 8;
/// From so many characters on nothing more is advised.
const GOOD_CHARACTERS: usize = 16;

/// What whoever locks a project has to know.
pub const LOST_WORDS: &str = "Without the passphrase nobody can open this project again, Bellwether’s makers included: \
     there is no other way in. Keep it where your organisation keeps passwords.";

/// A passphrase. It is wiped from memory when it is dropped, and no message ever shows it.
#[derive(Clone)]
pub struct Passphrase(SecretString);

impl Passphrase {
    /// A passphrase as it was typed.
    pub fn new(typed: String) -> Self {
        Self(SecretString::from(typed))
    }

    /// Whether it is long enough for a new one.
    pub fn is_long_enough(&self) -> bool {
        self.0.expose_secret().chars().count() >= LEAST_CHARACTERS
    }

    /// The secret, for the cipher.
    pub(super) fn secret(&self) -> SecretString {
        self.0.clone()
    }
}

impl PartialEq for Passphrase {
    fn eq(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// Whether a project's file is locked, and with what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lock(Option<Arc<Passphrase>>);

impl Lock {
    /// Locked with a passphrase.
    pub fn with(passphrase: Passphrase) -> Self {
        Self(Some(Arc::new(passphrase)))
    }

    /// Not locked.
    pub const fn open() -> Self {
        Self(None)
    }

    /// Whether it is locked.
    pub const fn is_locked(&self) -> bool {
        self.0.is_some()
    }

    /// The passphrase, where it is locked.
    pub fn passphrase(&self) -> Option<&Passphrase> {
        self.0.as_deref()
    }
}

/// What is said of a passphrase while it is typed; nothing of one that is long.
///
/// ```
/// use bellwether::project::lock::advice;
/// assert!(advice("ash").unwrap().contains("8"));
/// assert!(advice("ashfield21").is_some());
/// assert_eq!(advice("otter kettle Thursday brick"), None);
/// ```
pub fn advice(typed: &str) -> Option<&'static str> {
    match typed.chars().count() {
        0..LEAST_CHARACTERS => {
            Some("At least 8 characters; three or four unrelated words are best")
        }
        LEAST_CHARACTERS..GOOD_CHARACTERS => {
            Some("Fair: a longer one is safer, such as three or four unrelated words")
        }
        _ => None,
    }
}
