//! What the two processes say to each other: a greeting that both must know word for word, then frames: a byte for
//! the kind, eight for the length, and as many of `MessagePack`. One request goes in; the answer is how far it is
//! (as often as that changes), the file, each of its sheets, what was read, and that this is the end of it; or why
//! the file is not read.

use std::io::{self, Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::super::error::ReadError;
use super::super::remembered::{Recognised, RememberedLayout};
use super::super::report::Reading;
use super::super::workbook::Sheet;
use crate::data::SourceId;
use crate::data::gazetteer::{Gazetteer, Place};

/// What an answer begins with. Another version of the program gives another answer.
pub(super) const GREETING: &[u8] = concat!(
    "bellwether ",
    env!("CARGO_PKG_VERSION"),
    " reads workbooks, 1\n"
)
.as_bytes();

/// The longest frame that is taken, in bytes.
const LONGEST: u64 = 2 << 30;

/// What a frame holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Request,
    Progress,
    File,
    Sheet,
    Reading,
    Recognised,
    Refused,
    End,
}

impl Kind {
    const ALL: [Self; 8] = [
        Self::Request,
        Self::Progress,
        Self::File,
        Self::Sheet,
        Self::Reading,
        Self::Recognised,
        Self::Refused,
        Self::End,
    ];
}

/// What is asked of the process.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request {
    /// Whether the cells are to be read, and not only handed back.
    pub(super) is_whole: bool,
    /// Whether the places that come with the program are known.
    pub(super) knows_built_in: bool,
    /// The places that are known besides.
    pub(super) places: Vec<Place>,
    /// The layouts that are remembered.
    pub(super) layouts: Vec<RememberedLayout>,
    /// The memory that it may use, in megabytes.
    pub(super) memory_mb: u64,
}

impl Request {
    /// To open a workbook.
    pub(super) const fn to_open(memory_mb: u64) -> Self {
        Self {
            is_whole: false,
            knows_built_in: true,
            places: Vec::new(),
            layouts: Vec::new(),
            memory_mb,
        }
    }

    /// To read a workbook.
    pub(super) fn to_read(
        gazetteer: &Gazetteer,
        layouts: &[RememberedLayout],
        memory_mb: u64,
    ) -> Self {
        let built_in = Gazetteer::built_in().places();
        let more = gazetteer.places().strip_prefix(built_in);
        Self {
            is_whole: true,
            knows_built_in: more.is_some(),
            places: more.unwrap_or_else(|| gazetteer.places()).to_vec(),
            layouts: layouts.to_vec(),
            memory_mb,
        }
    }

    /// The places that are known.
    pub(super) fn gazetteer(&self) -> Gazetteer {
        let known = if self.knows_built_in {
            Gazetteer::built_in().clone()
        } else {
            Gazetteer::default()
        };
        known.with(self.places.iter().cloned())
    }
}

/// How far the reading is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Step {
    pub(super) stage: String,
    pub(super) done: u64,
    pub(super) total: u64,
}

/// The file that was opened; its sheets follow one by one.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct File {
    pub(super) file_name: String,
    pub(super) id: SourceId,
}

/// Something that was said.
#[derive(Debug)]
pub(super) enum Said {
    Step(Step),
    File(File),
    Sheet(Sheet),
    Reading(Box<Reading>),
    Recognised(Option<Recognised>),
    Refused(ReadError),
    End,
}

/// Writes a frame.
pub(super) fn say<T: Serialize>(out: &mut impl Write, kind: Kind, what: &T) -> io::Result<()> {
    let bytes = rmp_serde::to_vec_named(what).map_err(io::Error::other)?;
    let place = Kind::ALL.iter().position(|held| *held == kind);
    let code = place.and_then(|place| u8::try_from(place).ok());
    let length = u64::try_from(bytes.len()).map_err(io::Error::other)?;
    out.write_all(&[code.unwrap_or(u8::MAX)])?;
    out.write_all(&length.to_le_bytes())?;
    out.write_all(&bytes)?;
    out.flush()
}

/// The next frame; `None` where nothing follows.
fn frame(from: &mut impl Read) -> io::Result<Option<(Kind, Vec<u8>)>> {
    let mut code = [0];
    if from.read(&mut code)? == 0 {
        return Ok(None);
    }
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    let [code] = code;
    let kind = Kind::ALL.get(usize::from(code)).copied();
    let kind = kind.filter(|_| length <= LONGEST);
    let kind = kind.ok_or(io::ErrorKind::InvalidData)?;
    // What it says of its length is not believed before the bytes are there.
    let mut bytes = Vec::new();
    let read = from.by_ref().take(length).read_to_end(&mut bytes)?;
    if u64::try_from(read).ok() != Some(length) {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(Some((kind, bytes)))
}

fn of<T: DeserializeOwned>(bytes: &[u8]) -> io::Result<T> {
    rmp_serde::from_slice(bytes).map_err(io::Error::other)
}

/// The request.
pub(super) fn request(from: &mut impl Read) -> io::Result<Request> {
    match frame(from)? {
        Some((Kind::Request, bytes)) => of(&bytes),
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

/// Whether the greeting is what it should be.
pub(super) fn is_greeting(from: &mut impl Read) -> io::Result<bool> {
    let mut greeting = vec![0; GREETING.len()];
    from.read_exact(&mut greeting)?;
    Ok(greeting == GREETING)
}

/// What is said next; `None` where nothing follows.
pub(super) fn next(from: &mut impl Read) -> io::Result<Option<Said>> {
    let Some((kind, bytes)) = frame(from)? else {
        return Ok(None);
    };
    Ok(Some(match kind {
        Kind::Progress => Said::Step(of(&bytes)?),
        Kind::File => Said::File(of(&bytes)?),
        Kind::Sheet => Said::Sheet(of(&bytes)?),
        Kind::Reading => Said::Reading(of(&bytes)?),
        Kind::Recognised => Said::Recognised(of(&bytes)?),
        Kind::Refused => Said::Refused(of(&bytes)?),
        Kind::End => Said::End,
        Kind::Request => return Err(io::ErrorKind::InvalidData.into()),
    }))
}

/// Takes an answer in, from behind its greeting to its end, without doing anything with it: how many frames it has.
///
/// # Errors
/// Where it is none.
pub fn check(mut answer: &[u8]) -> io::Result<usize> {
    let mut frames = 0;
    while next(&mut answer)?.is_some() {
        frames += 1;
    }
    Ok(frames)
}
