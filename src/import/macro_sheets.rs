//! Sheets of Excel 4 macros in an `.xlsm` package. The reader of packages knows of charts and dialogs, and refuses
//! a whole workbook for a sheet of macros; such sheets are therefore called dialogs before it sees them.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// What the list of a workbook's sheets is called, and the largest that is read, in bytes.
const LIST: &str = "xl/_rels/workbook.xml.rels";
const LARGEST_LIST: u64 = 16 << 20;
/// The ends of the kinds of relationship.
const MACROS: [&str; 2] = ["/xlMacrosheet\"", "/xlIntlMacrosheet\""];
const DIALOG: &str = "/dialogsheet\"";

/// The package with its sheets of macros called dialogs; `None` where it has none, or is not plain.
pub(super) fn as_dialogs(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut list = String::new();
    let part = archive.by_name(LIST).ok()?;
    part.take(LARGEST_LIST).read_to_string(&mut list).ok()?;
    if !MACROS.iter().any(|kind| list.contains(kind)) {
        return None;
    }
    for kind in MACROS {
        list = list.replace(kind, DIALOG);
    }
    let mut copy = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).ok()?;
        if part.name().ok()? == LIST {
            copy.start_file(LIST, SimpleFileOptions::default()).ok()?;
            copy.write_all(list.as_bytes()).ok()?;
        } else {
            copy.raw_copy_file(part).ok()?;
        }
    }
    Some(copy.finish().ok()?.into_inner())
}
