//! What a zip package (xlsx, xlsb, ods) holds, looked at before anything in it is unpacked. The reader of zip
//! files stops where a part unpacks to more than the package says, so what it says is a limit that holds.

use std::collections::HashSet;
use std::io::Cursor;

use zip::ZipArchive;

/// The largest unpacked workbook that is read, in bytes.
const MAX_UNPACKED: u64 = 3 << 30;
/// The most that all parts but the sheets may unpack to, in bytes: they are held in memory as a whole.
const MAX_HELD: u64 = 256 << 20;
/// A part that packs better than this and is large besides was made to exhaust the computer.
const MAX_RATIO: u64 = 200;
const LARGE_PART: u64 = 64 << 20;
/// The most parts that a package may have; a workbook has a few for each sheet.
const MAX_PARTS: usize = 20_000;

/// A part of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Its path in small letters, with `/`.
    pub(super) name: String,
    /// Its size in the package, in bytes.
    pub(super) packed: u64,
    /// The size that it may unpack to, in bytes.
    pub(super) unpacked: u64,
}

/// Why a package is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It breaks off, or its list of parts makes no sense.
    Damaged(&'static str),
    /// It would unpack to more than a return can hold, in words.
    TooLarge(String),
}

/// The parts of a package.
///
/// # Errors
/// Where they cannot be listed, or are more than a computer should be asked to unpack.
pub(super) fn parts(bytes: &[u8]) -> Result<Vec<Part>, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|_unlisted| Refusal::Damaged("its end is missing"))?;
    if archive.len() > MAX_PARTS {
        return Err(Refusal::TooLarge(format!(
            "it holds {} parts, far more than a workbook has",
            archive.len()
        )));
    }
    let damaged = |_unlisted| Refusal::Damaged("what it says of its parts is not where they are");
    // Many parts out of few bytes; no program that writes workbooks does so.
    if archive.has_overlapping_entries().map_err(damaged)? {
        return Err(Refusal::Damaged("its parts lie over each other"));
    }
    let mut parts = Vec::with_capacity(archive.len());
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).ok().and_then(|entry| {
            let name = entry.name().ok()?.replace('\\', "/");
            Some(Part {
                name: name.trim_start_matches('/').to_lowercase(),
                packed: entry.compressed_size(),
                unpacked: entry.size(),
            })
        });
        parts.push(part.ok_or(Refusal::Damaged(
            "what it says of its parts is not where they are",
        ))?);
    }
    // What is read of two parts of one name, capitals or not, would depend on who reads it.
    let names: HashSet<&str> = parts.iter().map(|part| part.name.as_str()).collect();
    if archive.has_duplicate_names() || names.len() < parts.len() {
        return Err(Refusal::Damaged("it holds two parts of one name"));
    }
    within_limits(&parts)?;
    Ok(parts)
}

fn within_limits(parts: &[Part]) -> Result<(), Refusal> {
    let unpacked = |parts: &mut dyn Iterator<Item = &Part>| {
        parts.fold(0_u64, |total, part| total.saturating_add(part.unpacked))
    };
    if let Some(part) = parts
        .iter()
        .find(|part| part.unpacked > LARGE_PART && part.unpacked / part.packed.max(1) > MAX_RATIO)
    {
        return Err(Refusal::TooLarge(format!(
            "“{}” in it would unpack from {} KB to {} MB, as files do that are made to do harm: ask who sent it",
            part.name,
            part.packed.div_ceil(1 << 10),
            part.unpacked >> 20
        )));
    }
    let total = unpacked(&mut parts.iter());
    if total > MAX_UNPACKED {
        return Err(Refusal::TooLarge(format!(
            "it would unpack to {} MB, more than any return holds",
            total >> 20
        )));
    }
    let held = unpacked(&mut parts.iter().filter(|part| is_held(&part.name)));
    if held > MAX_HELD {
        return Err(Refusal::TooLarge(format!(
            "its texts and formats would unpack to {} MB, more than any return holds",
            held >> 20
        )));
    }
    Ok(())
}

/// Whether a part is read and held as a whole: not the sheets, which are read cell by cell, nor what an
/// OpenDocument file holds, whose cells are counted first, nor pictures and macros, which are never read.
fn is_held(name: &str) -> bool {
    let kind = name.rsplit_once('.').map_or("", |(_, kind)| kind);
    name.starts_with("xl/")
        && !name.contains("worksheets/")
        && !name.ends_with("vbaproject.bin")
        && matches!(kind, "xml" | "bin" | "rels")
}
