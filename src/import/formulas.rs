//! Formulas that nobody worked out. A workbook written by another program than Excel may hold formulas without their
//! results, or with nought in their place, for Excel to work out when it opens it. Nothing is worked out here: the
//! cells are errors, for neither a blank nor a nought would be true.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// How much of a sheet is looked at in one go, in bytes.
const WINDOW: usize = 1 << 16;
/// As much of the list of sheets is looked at, in bytes.
const LONGEST_LIST: u64 = 1 << 20;

/// What a package says of its formulas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Formulas {
    /// Whether there are some in the sheets that were looked at.
    pub(super) are_there: bool,
    /// Whether some may lack a result. Excel lists its formulas in the order in which it worked them out; where that
    /// list is, it did.
    pub(super) may_lack_results: bool,
    /// Whether all of them are to be worked out when the workbook is opened, so that nought may stand for "not yet".
    pub(super) are_for_later: bool,
}

impl Formulas {
    /// Looks into an `.xlsx` package; not into the sheets at some places in it.
    pub(super) fn of(bytes: &[u8], passed_over: &[usize]) -> Self {
        look(bytes, passed_over).unwrap_or_default()
    }
}

fn look(bytes: &[u8], passed_over: &[usize]) -> Option<Formulas> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut sheets = Vec::new();
    let mut list = None;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).ok()?;
        let name = part.name().ok()?.to_lowercase();
        match name.trim_start_matches('/') {
            "xl/calcchain.xml" => return None,
            "xl/workbook.xml" => list = Some(index),
            name if name.starts_with("xl/worksheets/sheet") && !passed_over.contains(&index) => {
                sheets.push(index);
            }
            _ => {}
        }
    }
    let are_there = sheets
        .into_iter()
        .any(|index| archive.by_index(index).is_ok_and(has_formula));
    let mut words = String::new();
    let list = archive.by_index(list?).ok()?;
    list.take(LONGEST_LIST).read_to_string(&mut words).ok()?;
    let is_later = |sign: &str| words.contains(&format!("fullCalcOnLoad={sign}"));
    Some(Formulas {
        are_there,
        may_lack_results: true,
        are_for_later: ["\"1\"", "'1'", "\"true\"", "'true'"]
            .into_iter()
            .any(is_later),
    })
}

/// Whether a formula stands in a sheet.
fn has_formula(mut sheet: impl Read) -> bool {
    const LONGEST: usize = 3;
    let mut window = vec![0; WINDOW];
    let mut kept = 0;
    loop {
        let read = window.get_mut(kept..).map(|free| sheet.read(free));
        let Some(Ok(read)) = read else {
            return false;
        };
        if read == 0 {
            return false;
        }
        let held = window.get(..kept + read).unwrap_or_default();
        if held
            .windows(LONGEST)
            .any(|three| matches!(three, b"<f>" | b"<f " | b"<f/"))
        {
            return true;
        }
        let rest = held.len().min(LONGEST - 1);
        let start = held.len() - rest;
        window.copy_within(start..start + rest, 0);
        kept = rest;
    }
}
