//! The records of an old Excel workbook (BIFF), looked through before they are read: whether they are
//! encrypted, where the cells stand, and whether a sheet claims to be larger than it is.

use super::extent::Extent;

/// The most cells that an old workbook may hold; Excel's own limit is 16.7 million for each sheet.
const MAX_CELLS: u64 = 10_000_000;

/// Why an old workbook is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Its records are encrypted.
    Encrypted,
    /// Its sheets are too large, in words.
    TooLarge(String),
    /// Its records make no sense.
    Damaged(&'static str),
}

mod record {
    pub const FORMULA: u16 = 0x0006;
    pub const END: u16 = 0x000A;
    pub const FILE_PASS: u16 = 0x002F;
    pub const SHEET: u16 = 0x0085;
    pub const SEVERAL_NUMBERS: u16 = 0x00BD;
    pub const RICH_LABEL: u16 = 0x00D6;
    pub const SHARED_LABEL: u16 = 0x00FD;
    pub const DIMENSIONS: u16 = 0x0200;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOL_OR_ERROR: u16 = 0x0205;
    pub const PACKED_NUMBER: u16 = 0x027E;
    pub const BEGIN: u16 = 0x0809;
}

/// Looks through a workbook's stream, and takes out what its sheets claim of their size: a reader would set
/// aside as much memory.
///
/// # Errors
/// Where it is not to be read.
pub(super) fn prepare(stream: &mut [u8]) -> Result<(), Refusal> {
    let mut sheets = Vec::new();
    let mut at = 0;
    while let Some((kind, data)) = record_at(stream, at) {
        match kind {
            // Of either kind: what one of them hides looks like figures.
            record::FILE_PASS => return Err(Refusal::Encrypted),
            record::SHEET => sheets.extend(u32_at(data, 0).and_then(|at| usize::try_from(at).ok())),
            record::END => break,
            _ => {}
        }
        at += 4 + data.len();
    }
    let mut extent = Extent::default();
    let mut walked = 0;
    for start in sheets {
        walked += sheet(stream, start, &mut extent);
        // Sheets that share their records multiply what has to be held.
        if walked > stream.len() {
            return Err(Refusal::Damaged("its sheets lie over each other"));
        }
        extent.end_sheet();
        if let Some(reason) = extent.too_large(MAX_CELLS) {
            return Err(Refusal::TooLarge(reason));
        }
    }
    Ok(())
}

/// Looks through the records of a sheet; gives their length in bytes.
fn sheet(stream: &mut [u8], start: usize, extent: &mut Extent) -> usize {
    let mut at = start;
    let mut depth = 0_usize;
    while let Some((kind, data)) = record_at(stream, at) {
        let length = data.len();
        match kind {
            record::BEGIN => depth += 1,
            record::END if depth <= 1 => break,
            record::END => depth -= 1,
            record::FORMULA
            | record::NUMBER
            | record::LABEL
            | record::RICH_LABEL
            | record::SHARED_LABEL
            | record::BOOL_OR_ERROR
            | record::PACKED_NUMBER => count(data, extent),
            record::SEVERAL_NUMBERS => {
                let last = length.checked_sub(2).and_then(|at| u16_at(data, at));
                if let (Some(row), Some(first), Some(last)) =
                    (u16_at(data, 0), u16_at(data, 2), last)
                {
                    let (row, first, last) = (row.into(), first.into(), last.into());
                    extent.add((row, row), (first, last));
                }
            }
            record::DIMENSIONS => {
                if let Some(claim) = stream.get_mut(at + 4..at + 4 + length) {
                    claim.fill(0);
                }
            }
            _ => {}
        }
        at += 4 + length;
    }
    at.saturating_sub(start)
}

fn count(data: &[u8], extent: &mut Extent) {
    if let (Some(row), Some(column)) = (u16_at(data, 0), u16_at(data, 2)) {
        let (row, column) = (u64::from(row), u64::from(column));
        extent.add((row, row), (column, column));
    }
}

/// The record that begins somewhere: its kind and its data; `None` at the end.
fn record_at(stream: &[u8], at: usize) -> Option<(u16, &[u8])> {
    let length = usize::from(u16_at(stream, at.checked_add(2)?)?);
    let from = at + 4;
    Some((u16_at(stream, at)?, stream.get(from..from + length)?))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
