//! The rows of a workbook's large sheets, dealt out to packages of their own. `calamine` takes a sheet apart
//! from its first cell to its last; with the rows in several packages, several threads can do so at once.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A sheet whose XML is shorter is read faster in one go.
const LEAST_BYTES: u64 = 4 << 20;
/// Sheets whose XML is longer in all would need too much memory to be held unpacked.
const MOST_BYTES: u64 = 600 << 20;
/// More threads than this wait for memory rather than for each other.
const MOST_PARTS: usize = 4;
/// What ends a sheet of which nothing but the rows is wanted.
const TAIL: &[u8] = b"</sheetData></worksheet>";

/// Packages that hold nothing but the large sheets, each the rows below those of the one before; none where
/// no sheet is large, where there is one thread, or where it is not plain how the rows can be parted.
pub(super) fn packages(bytes: &[u8], threads: usize) -> Vec<Vec<u8>> {
    let parts = threads.min(MOST_PARTS);
    if parts < 2 {
        return Vec::new();
    }
    deal(bytes, parts).unwrap_or_default()
}

fn deal(bytes: &[u8], parts: usize) -> Option<Vec<Vec<u8>>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut large = Vec::new();
    let mut total = 0;
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).ok()?;
        if is_sheet(&entry.name().ok()?) && entry.size() >= LEAST_BYTES {
            total += entry.size();
            large.push(index);
        }
    }
    if large.is_empty() || total > MOST_BYTES {
        return None;
    }
    let mut packages: Vec<ZipWriter<Cursor<Vec<u8>>>> = (0..parts)
        .map(|_| ZipWriter::new(Cursor::new(Vec::new())))
        .collect();
    for index in 0..archive.len() {
        if large.contains(&index) {
            deal_sheet(&mut archive, index, &mut packages)?;
        } else if wanted(&archive.by_index_raw(index).ok()?.name().ok()?) {
            for package in &mut packages {
                package
                    .raw_copy_file(archive.by_index_raw(index).ok()?)
                    .ok()?;
            }
        }
    }
    packages
        .into_iter()
        .map(|package| Some(package.finish().ok()?.into_inner()))
        .collect()
}

fn deal_sheet(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    packages: &mut [ZipWriter<Cursor<Vec<u8>>>],
) -> Option<()> {
    let entry = archive.by_index(index).ok()?;
    let name = entry.name().ok()?.into_owned();
    let size = entry.size();
    let mut xml = Vec::with_capacity(usize::try_from(size).ok()?);
    // What the package says of the size of its parts need not be true.
    entry.take(size + 1).read_to_end(&mut xml).ok()?;
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let sheet = Rows::of(&xml)?;
    let dealt = sheet.dealt(packages.len())?;
    for (package, rows) in packages.iter_mut().zip(dealt) {
        package.start_file(name.as_str(), options).ok()?;
        for part in [sheet.head, rows, TAIL] {
            package.write_all(part).ok()?;
        }
    }
    Some(())
}

fn is_sheet(name: &str) -> bool {
    let name = name.to_lowercase();
    name.trim_start_matches('/').starts_with("xl/worksheets/")
        && name.rsplit_once('.').is_some_and(|(_, kind)| kind == "xml")
}

/// Whether cells are understood by a part of the package: strings, styles, the list of sheets.
fn wanted(name: &str) -> bool {
    let kind = name.rsplit_once('.').map(|(_, kind)| kind.to_lowercase());
    !is_sheet(name)
        && !name.contains("worksheets/")
        && kind.is_some_and(|kind| kind == "xml" || kind == "rels")
}

/// A sheet's XML: what comes before its rows, and the rows.
struct Rows<'x> {
    head: &'x [u8],
    rows: &'x [u8],
}

impl<'x> Rows<'x> {
    fn of(xml: &'x [u8]) -> Option<Self> {
        let start = find(xml, b"<sheetData>")? + b"<sheetData>".len();
        let end = xml
            .windows(b"</sheetData>".len())
            .rposition(|window| window == b"</sheetData>")?;
        let head = xml.get(..start)?;
        find(head, b"<worksheet")?;
        Some(Self {
            head,
            rows: xml.get(start..end)?,
        })
    }

    /// The rows in so many parts of like length. Each row must say its number: the first of a part would
    /// otherwise be taken for the first of the sheet.
    fn dealt(&self, parts: usize) -> Option<Vec<&'x [u8]>> {
        let mut cuts = vec![0];
        for part in 1..parts {
            let about = self.rows.len() / parts * part;
            let row = about + find(self.rows.get(about..)?, b"<row ")?;
            let tag = self.rows.get(row..)?;
            let tag = tag.get(..tag.iter().position(|byte| *byte == b'>')?)?;
            find(tag, b" r=\"")?;
            cuts.push(row);
        }
        cuts.push(self.rows.len());
        cuts.windows(2)
            .map(|cut| self.rows.get(*cut.first()?..*cut.last()?))
            .collect()
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &str) -> String {
        format!(
            "<?xml?><worksheet xmlns=\"x\"><cols/><sheetData>{rows}</sheetData><mergeCells/></worksheet>"
        )
    }

    #[test]
    fn rows_are_dealt_out_whole_and_in_order() {
        let rows = (1..=50)
            .map(|row| format!("<row r=\"{row}\"><c/></row>"))
            .collect::<Vec<_>>()
            .concat();
        let xml = sheet(&rows);
        let found = Rows::of(xml.as_bytes()).unwrap();
        assert!(found.head.ends_with(b"<sheetData>"));
        let parts = found.dealt(3).unwrap();
        assert_eq!(parts.concat(), rows.as_bytes());
        assert!(
            parts
                .iter()
                .all(|part| part.starts_with(b"<row ") && part.ends_with(b"</row>"))
        );
    }

    #[test]
    fn rows_without_numbers_stay_together() {
        let xml = sheet(&"<row ><c/></row>".repeat(50));
        assert_eq!(Rows::of(xml.as_bytes()).unwrap().dealt(2), None);
    }
}
