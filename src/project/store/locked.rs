//! The file of a locked project: the text of an unlocked one, encrypted with a passphrase as age files are
//! (<https://age-encryption.org/v1>) and written as text, so that other programs can open it with the passphrase, too,
//! and none without.

use age::scrypt::{Identity, Recipient};
use age::{DecryptError, EncryptError};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::error::OpenError;
use crate::project::lock::Passphrase;

/// How a locked file begins that is text.
const TEXT_MARK: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
/// How it begins as other programs write it, and what is written as text.
const MARK: &str = "age-encryption.org/v1\n";
/// What some editors put before a text.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
/// So much of a file tells whether it is locked, in bytes.
pub const LOCKED_HEAD: u64 = 64;
/// So much of a file holds all that is said of its lock, in bytes, and so many letters stand for them.
const LOCK_BYTES: usize = 192;
const LOCK_LETTERS: usize = LOCK_BYTES / 3 * 4;
/// How long a key and a seal are, in letters.
const KEY_LETTERS: usize = 43;
/// Trying a passphrase takes 2 to the power of this many steps and 128 MiB: a blink for who knows it, years for who
/// guesses.
const WORK: u8 = 17;
/// A file that wants more work was not made here, and is not tried.
const MOST_WORK: u8 = 20;

/// Whether the bytes of a file are those of a locked project.
pub fn is_locked(bytes: &[u8]) -> bool {
    let bytes = without_order_mark(bytes);
    bytes.starts_with(TEXT_MARK) || bytes.starts_with(MARK.as_bytes())
}

/// How much work it is to try a passphrase on a locked file, as a power of 2.
///
/// A file that is locked with a passphrase has that one lock, of a length that is known. The cipher would take any
/// number of them and begin again with each: a file of some megabytes of locks keeps it for hours.
///
/// # Errors
/// [`OpenError::LockedOtherwise`] and [`OpenError::DamagedLock`], where no passphrase is to be asked for.
pub fn work_of_lock(bytes: &[u8]) -> Result<u8, OpenError> {
    let head = head_of(bytes);
    let damaged = || OpenError::DamagedLock;
    let (lock, rest) = head
        .strip_prefix(MARK)
        .and_then(|rest| rest.split_once('\n'))
        .ok_or_else(damaged)?;
    let kind = lock.strip_prefix("-> ").ok_or_else(damaged)?;
    let Some(salt_and_work) = kind.strip_prefix("scrypt ") else {
        return Err(OpenError::LockedOtherwise);
    };
    let (_, work) = salt_and_work.split_once(' ').ok_or_else(damaged)?;
    let work = work.parse().ok().ok_or_else(damaged)?;
    if work > MOST_WORK {
        return Err(OpenError::LockedOtherwise);
    }
    let mut rest = rest.split('\n');
    let key = rest.next();
    let seal = rest.next().and_then(|line| line.strip_prefix("--- "));
    let is_whole = [key, seal].map(|letters| letters.map(str::len)) == [Some(KEY_LETTERS); 2];
    is_whole.then_some(work).ok_or_else(damaged)
}

/// The beginning of a locked file, which says how it is locked, whether it is written as text or not.
fn head_of(bytes: &[u8]) -> String {
    let bytes = without_order_mark(bytes);
    let Some(text) = bytes.strip_prefix(TEXT_MARK) else {
        let head = bytes.get(..LOCK_BYTES).unwrap_or(bytes);
        return String::from_utf8_lossy(head).into_owned();
    };
    let mut letters: Vec<u8> = text
        .iter()
        .copied()
        .filter(|byte| !matches!(byte, b'\r' | b'\n'))
        .take_while(|byte| *byte != b'-')
        .take(LOCK_LETTERS)
        .collect();
    // Letters come in fours.
    letters.truncate(letters.len() / 4 * 4);
    let head = STANDARD.decode(letters).unwrap_or_default();
    String::from_utf8_lossy(&head).into_owned()
}

fn without_order_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes)
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
    age::decrypt(&identity, without_order_mark(bytes)).map_err(|error| match error {
        DecryptError::DecryptionFailed
        | DecryptError::KeyDecryptionFailed
        | DecryptError::NoMatchingKeys => OpenError::WrongPassphrase,
        _ => OpenError::DamagedLock,
    })
}
