//! The file of a locked project: the text of an unlocked one, encrypted with a passphrase as age files are
//! (<https://age-encryption.org/v1>) and written as text, so that other programs can open it with the passphrase, too,
//! and none without.

use age::scrypt::{Identity, Recipient};
use age::{DecryptError, EncryptError};

use super::error::OpenError;
use crate::project::lock::Passphrase;

/// How a locked file begins: as text, and as other programs write it.
const MARKS: [&[u8]; 2] = [
    b"-----BEGIN AGE ENCRYPTED FILE-----",
    b"age-encryption.org/v1\n",
];
/// So much of a file tells whether it is locked, in bytes.
pub const LOCKED_HEAD: u64 = 64;
/// Trying a passphrase takes 2 to the power of this many steps and 128 MiB: a blink for who knows it, years for who
/// guesses.
const WORK: u8 = 17;
/// A file that wants more work was not made here, and is not tried.
const MOST_WORK: u8 = 20;

/// Whether the bytes of a file are those of a locked project.
pub fn is_locked(bytes: &[u8]) -> bool {
    MARKS.iter().any(|mark| bytes.starts_with(mark))
}

/// Locks a text with a passphrase.
pub(super) fn lock(text: &str, passphrase: &Passphrase) -> Result<String, EncryptError> {
    let mut recipient = Recipient::new(passphrase.secret());
    recipient.set_work_factor(WORK);
    age::encrypt_and_armor(&recipient, text.as_bytes())
}

/// The bytes that were locked.
pub(super) fn unlock(bytes: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, OpenError> {
    let mut identity = Identity::new(passphrase.secret());
    identity.set_max_work_factor(MOST_WORK);
    age::decrypt(&identity, bytes).map_err(|error| match error {
        DecryptError::DecryptionFailed
        | DecryptError::KeyDecryptionFailed
        | DecryptError::NoMatchingKeys => OpenError::WrongPassphrase,
        _ => OpenError::DamagedLock,
    })
}
