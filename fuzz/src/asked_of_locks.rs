//! What must hold for any file that says it is locked. A passphrase is tried here where that takes next to no work;
//! what takes more is held to what must be known before one is tried.

use std::io::Write;
use std::sync::LazyLock;

use age::DecryptError;
use age::armor::{ArmoredWriter, Format};
use age::scrypt::{Identity, Recipient};
use age::secrecy::SecretString;

use crate::project::store::{self, OpenError, Opened};
use crate::project::{Lock, Passphrase, Project};

const PASSPHRASE: &str = "otter kettle brick";
/// The least work that the cipher locks with, as a power of 2, and the most that is tried here.
const LEAST_WORK: u8 = 1;
const MOST_TRIED: u8 = 6;
/// The most that the program ever tries.
const MOST_WORK: u8 = 20;

static LOCK: LazyLock<Lock> =
    LazyLock::new(|| Lock::with(Passphrase::new(String::from(PASSPHRASE))));

/// The first byte says what is done with the rest: it is a file, the same written as text, what is locked and opened
/// again, or what is changed in a locked file.
pub fn locked(input: &[u8]) {
    let Some((kind, content)) = input.split_first() else {
        return;
    };
    match kind % 4 {
        0 => said_to_be_locked(content),
        1 => said_to_be_locked(&as_text(content)),
        2 => locked_and_opened(content),
        _ => changed(content),
    }
}

/// A project's text, locked with so little work that it can be tried thousands of times.
pub fn lightly_locked(text: &[u8]) -> Vec<u8> {
    static RECIPIENT: LazyLock<Recipient> = LazyLock::new(|| {
        let mut recipient = Recipient::new(SecretString::from(PASSPHRASE));
        recipient.set_work_factor(LEAST_WORK);
        recipient
    });
    age::encrypt(&*RECIPIENT, text).expect("memory takes it")
}

/// A locked file as text.
pub fn as_text(bytes: &[u8]) -> Vec<u8> {
    let mut writer =
        ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor).expect("memory takes it");
    writer.write_all(bytes).expect("memory takes it");
    writer.finish().expect("memory takes it")
}

/// Whatever it is, a passphrase is asked for where one can be tried, and never where none can.
fn said_to_be_locked(bytes: &[u8]) {
    let asked = store::from_bytes(bytes.to_vec(), &Lock::open());
    if !store::is_locked(bytes) {
        assert!(!is_of_lock(&asked), "{asked:?}");
        return;
    }
    let work = store::work_of_lock(bytes);
    match (&work, &asked) {
        (Ok(work), Err(OpenError::Locked)) => assert!(*work <= MOST_WORK),
        (Err(refused), Err(error)) => assert_eq!(refused.to_string(), error.to_string()),
        answers => panic!("{answers:?}"),
    }
    // Where the cipher would begin, it is known how much it would do; the program refuses more than it does.
    if let (Some(by_cipher), Ok(work)) = (work_by_the_cipher(bytes), &work) {
        assert_eq!(by_cipher, *work);
    }
    if work.is_ok_and(|work| work <= MOST_TRIED) {
        match store::from_bytes(bytes.to_vec(), &LOCK) {
            Ok(opened) => assert!(opened.project.lock == *LOCK),
            Err(error) => {
                assert!(!matches!(error, OpenError::Locked), "it was not asked for");
                assert!(!error.to_string().is_empty());
            }
        }
    }
}

/// How much work the cipher would do to try a passphrase, without letting it.
fn work_by_the_cipher(bytes: &[u8]) -> Option<u8> {
    static IDLE: LazyLock<Identity> = LazyLock::new(|| {
        let mut identity = Identity::new(SecretString::from(PASSPHRASE));
        identity.set_max_work_factor(0);
        identity
    });
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match age::decrypt(&*IDLE, bytes) {
        Err(DecryptError::ExcessiveWork { required, .. }) => Some(required),
        _ => None,
    }
}

/// What was locked is opened as what it was, with every fault that it had.
fn locked_and_opened(content: &[u8]) {
    let opened = store::from_bytes(lightly_locked(content), &LOCK);
    if store::is_locked(content) {
        assert!(matches!(opened, Err(OpenError::LockedOtherwise)));
        return;
    }
    match (opened, store::from_bytes(content.to_vec(), &Lock::open())) {
        (Ok(opened), Ok(plain)) => {
            assert!(opened.project.lock == *LOCK);
            assert_eq!(opened.lost, plain.lost);
            assert_eq!(opened.changed, plain.changed);
            assert_eq!(unlocked_text(opened), unlocked_text(plain));
        }
        (Err(opened), Err(plain)) => assert_eq!(opened.to_string(), plain.to_string()),
        answers => panic!("{answers:?}"),
    }
}

fn unlocked_text(opened: Opened) -> String {
    let project = Project {
        lock: Lock::open(),
        ..opened.project
    };
    store::to_text(&project).expect("what was opened is written")
}

/// Nobody without the passphrase changes a locked file unseen. Of each three bytes the first two are a place, and the
/// third is what its byte is changed by; where that is nothing, the file ends there.
fn changed(content: &[u8]) {
    static LOCKED: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let text = store::to_text(&Project::default()).expect("an empty project is written");
        lightly_locked(text.as_bytes())
    });
    let mut bytes = LOCKED.clone();
    for change in content.chunks_exact(3) {
        let place = usize::from(u16::from_be_bytes([change[0], change[1]]));
        match (change[2], bytes.get_mut(place)) {
            (0, _) => bytes.truncate(place),
            (by, Some(byte)) => *byte ^= by,
            (_, None) => {}
        }
    }
    said_to_be_locked(&bytes);
    let can_be_tried = store::work_of_lock(&bytes).is_ok_and(|work| work <= MOST_TRIED);
    if can_be_tried && bytes != *LOCKED {
        assert!(store::from_bytes(bytes, &LOCK).is_err());
    }
}

/// Whether it is said that the file is locked.
fn is_of_lock(answer: &Result<Opened, OpenError>) -> bool {
    matches!(
        answer,
        Err(OpenError::Locked
            | OpenError::LockedOtherwise
            | OpenError::WrongPassphrase
            | OpenError::DamagedLock)
    )
}
