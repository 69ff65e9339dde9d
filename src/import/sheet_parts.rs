//! The rows of a workbook's large sheets, dealt out to packages of their own. `calamine` takes a sheet apart
//! from its first cell to its last; with the rows in several packages, several threads can do so at once, the first of
//! them while the rest of the sheet is still unpacked.

use std::io::{Cursor, Read, Take, Write};

use memchr::memmem;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// A sheet whose XML is shorter is read faster in one go.
const LEAST_BYTES: u64 = 4 << 20;
/// Sheets whose XML is longer in all would need too much memory to be held unpacked.
const MOST_BYTES: u64 = 600 << 20;
/// More threads than this wait for memory rather than for each other.
const MOST_PARTS: usize = 4;
/// So much is unpacked in one go, in bytes.
const CHUNK: u64 = 1 << 20;
/// A row is not sought further than this, in bytes.
const LONGEST_ROW: usize = 16 << 20;
/// What is looked for is not longer than this, in bytes.
const LONGEST_SIGN: usize = 16;
/// What stands before the rows, and behind them.
const START: &[u8] = b"<sheetData>";
const END: &[u8] = b"</sheetData>";
/// What ends a sheet of which nothing but the rows is wanted.
const TAIL: &[u8] = b"</sheetData></worksheet>";

type Package = ZipWriter<Cursor<Vec<u8>>>;

/// The large sheets of a package.
#[derive(Debug, Default)]
pub(super) struct LargeSheets {
    /// Their places in the package; none where they are too large to be held unpacked, or where none is large.
    pub(super) places: Vec<usize>,
    bytes: u64,
}

/// What was seen of the sheets that were dealt out.
#[derive(Debug)]
pub(super) struct Dealt {
    /// To how many packages.
    pub(super) parts: usize,
    /// Whether a formula stands in one of the sheets.
    pub(super) has_formula: bool,
}

impl LargeSheets {
    /// The large sheets that are worth being dealt out to so many threads.
    pub(super) fn of(bytes: &[u8], threads: usize) -> Self {
        if threads < 2 {
            return Self::default();
        }
        found(bytes)
            .filter(|found| found.bytes <= MOST_BYTES)
            .unwrap_or_default()
    }

    /// Deals out their rows to packages that hold no other sheets, each the rows below those of the one before, and
    /// hands over each package with its number as soon as it is whole. `None` where there is nothing to deal out or
    /// where it is not plain how the rows can be parted: what was handed over by then is not the whole.
    pub(super) fn deal(
        &self,
        bytes: &[u8],
        threads: usize,
        ready: impl FnMut(usize, Vec<u8>),
    ) -> Option<Dealt> {
        let (last, others) = self.places.split_last()?;
        let parts = threads.min(MOST_PARTS);
        let room = usize::try_from(self.bytes).ok()? / parts;
        let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let mut dealing = Dealing {
            packages: (0..parts)
                .map(|_| Some(ZipWriter::new(Cursor::new(Vec::with_capacity(room)))))
                .collect(),
            has_formula: false,
            ready,
        };
        for index in 0..archive.len() {
            if wanted(&archive.by_index_raw(index).ok()?.name().ok()?) {
                for package in dealing.packages.iter_mut().flatten() {
                    let part = archive.by_index_raw(index).ok()?;
                    package.raw_copy_file(part).ok()?;
                }
            }
        }
        for index in others {
            dealing.sheet(&mut archive, *index, false)?;
        }
        dealing.sheet(&mut archive, *last, true)?;
        Some(Dealt {
            parts,
            has_formula: dealing.has_formula,
        })
    }
}

fn found(bytes: &[u8]) -> Option<LargeSheets> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut found = LargeSheets::default();
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).ok()?;
        if is_sheet(&entry.name().ok()?) && entry.size() >= LEAST_BYTES {
            found.bytes = found.bytes.saturating_add(entry.size());
            found.places.push(index);
        }
    }
    Some(found)
}

/// The packages while rows are dealt out to them; those that were handed over are gone.
struct Dealing<F> {
    packages: Vec<Option<Package>>,
    has_formula: bool,
    ready: F,
}

impl<F: FnMut(usize, Vec<u8>)> Dealing<F> {
    /// Deals out the rows of a sheet; with those of the last the packages are whole.
    fn sheet(
        &mut self,
        archive: &mut ZipArchive<Cursor<&[u8]>>,
        index: usize,
        is_last: bool,
    ) -> Option<()> {
        let entry = archive.by_index(index).ok()?;
        let name = entry.name().ok()?.into_owned();
        let size = entry.size();
        let mut xml = Unpacking::of(entry, size)?;
        let head = xml.head()?;
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        let parts = self.packages.len();
        let share = first_share(
            usize::try_from(size).ok()?.saturating_sub(head.len()),
            parts,
        );
        for (part, slot) in self.packages.iter_mut().enumerate() {
            let package = slot.as_mut()?;
            package.start_file(name.as_str(), options).ok()?;
            package.write_all(&head).ok()?;
            if part + 1 < parts {
                xml.rows(share, package)?;
                package.write_all(TAIL).ok()?;
            } else {
                xml.rest(package)?;
            }
            if is_last {
                (self.ready)(part, slot.take()?.finish().ok()?.into_inner());
            }
        }
        self.has_formula |= xml.has_formula;
        (xml.read == size && xml.end.is_some()).then_some(())
    }
}

/// How much of the rows each part but the last is given: more than the last, whose thread has unpacked them all by
/// the time it can begin. Unpacking takes about a quarter of the time of reading.
const fn first_share(rows: usize, parts: usize) -> usize {
    rows / (5 * parts - 1) * 5
}

/// A sheet's XML while it is unpacked.
struct Unpacking<R> {
    from: Take<R>,
    /// What was unpacked and not yet handed on.
    window: Vec<u8>,
    /// How much was unpacked, in bytes.
    read: u64,
    /// Where the rows end, in bytes from the beginning, once that was seen.
    end: Option<u64>,
    has_formula: bool,
}

impl<R: Read> Unpacking<R> {
    fn of(from: R, size: u64) -> Option<Self> {
        let mut unpacking = Self {
            // What the package says of the size of its parts need not be true.
            from: from.take(size.saturating_add(1)),
            window: Vec::new(),
            read: 0,
            end: None,
            has_formula: false,
        };
        unpacking.more()?;
        Some(unpacking)
    }

    /// Unpacks some more; whether there was any.
    fn more(&mut self) -> Option<bool> {
        let fresh = self.window.len().saturating_sub(LONGEST_SIGN);
        let read = self.from.by_ref().take(CHUNK).read_to_end(&mut self.window);
        let read = u64::try_from(read.ok()?).ok()?;
        self.read += read;
        let seen = self.window.get(fresh..)?;
        let mut tags = memmem::find_iter(seen, b"<f");
        self.has_formula |= tags.any(|at| matches!(seen.get(at + 2), Some(b'>' | b' ' | b'/')));
        if self.end.is_none() {
            let before = self.read - u64::try_from(seen.len()).ok()?;
            let end = memmem::find(seen, END).and_then(|at| u64::try_from(at).ok());
            self.end = end.map(|at| before + at);
        }
        Some(read > 0)
    }

    /// What stands before the rows, with the tag that begins them.
    fn head(&mut self) -> Option<Vec<u8>> {
        let rows = memmem::find(&self.window, START)? + START.len();
        let head: Vec<u8> = self.window.drain(..rows).collect();
        memmem::find(&head, b"<worksheet")?;
        Some(head)
    }

    /// Hands on rows of at least so many bytes. The row that follows must say its number: it would otherwise be taken
    /// for the first of the sheet.
    fn rows(&mut self, share: usize, to: &mut impl Write) -> Option<()> {
        let mut left = share;
        loop {
            let sought = self.window.get(left..).unwrap_or_default();
            let tag = memmem::find(sought, b"<row ").and_then(|at| {
                let tag = sought.get(at..)?;
                let tag = tag.get(..tag.iter().position(|byte| *byte == b'>')?)?;
                Some((left + at, tag))
            });
            if let Some((cut, tag)) = tag {
                memmem::find(tag, b" r=\"")?;
                self.hand_on(cut, to)?;
                let at = self.read - u64::try_from(self.window.len()).ok()?;
                return self.end.is_none_or(|end| at < end).then_some(());
            }
            let done = left.min(self.window.len().saturating_sub(LONGEST_SIGN));
            self.hand_on(done, to)?;
            left -= done;
            if self.window.len() > LONGEST_ROW || !self.more()? {
                return None;
            }
        }
    }

    /// Hands on all that is left.
    fn rest(&mut self, to: &mut impl Write) -> Option<()> {
        loop {
            self.hand_on(self.window.len().saturating_sub(LONGEST_SIGN), to)?;
            if !self.more()? {
                return self.hand_on(self.window.len(), to);
            }
        }
    }

    fn hand_on(&mut self, bytes: usize, to: &mut impl Write) -> Option<()> {
        to.write_all(self.window.get(..bytes)?).ok()?;
        self.window.drain(..bytes);
        Some(())
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = "xl/worksheets/sheet1.xml";

    fn package(rows: &str, behind: &str) -> Vec<u8> {
        let mut package = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default();
        package.start_file("xl/workbook.xml", options).unwrap();
        package.write_all(b"<workbook/>").unwrap();
        package.start_file(SHEET, options).unwrap();
        let head = "<?xml?><worksheet xmlns=\"x\"><cols/><sheetData>";
        write!(package, "{head}{rows}</sheetData>{behind}</worksheet>").unwrap();
        package.finish().unwrap().into_inner()
    }

    /// What was handed over, by number: the sheet's XML; and what was seen.
    fn dealt(bytes: &[u8], threads: usize) -> (Vec<String>, Option<Dealt>) {
        let mut parts = Vec::new();
        let dealt = LargeSheets::of(bytes, threads).deal(bytes, threads, |part, package| {
            assert_eq!(part, parts.len());
            let mut archive = ZipArchive::new(Cursor::new(package)).unwrap();
            assert!(archive.by_name("xl/workbook.xml").is_ok());
            let mut xml = String::new();
            let mut sheet = archive.by_name(SHEET).unwrap();
            sheet.read_to_string(&mut xml).unwrap();
            parts.push(xml);
        });
        (parts, dealt)
    }

    fn rows(count: usize, row: impl Fn(usize) -> String) -> String {
        (1..=count).map(row).collect::<Vec<_>>().concat()
    }

    fn numbered(row: usize) -> String {
        format!("<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c></row>")
    }

    #[test]
    fn rows_are_dealt_out_whole_and_in_order() {
        let rows = rows(120_000, numbered);
        for threads in 2..=9 {
            let (parts, seen) = dealt(&package(&rows, "<mergeCells/>"), threads);
            let seen = seen.unwrap();
            assert_eq!((seen.parts, parts.len()), (threads.min(4), threads.min(4)));
            assert!(!seen.has_formula);
            let within = parts.iter().map(|xml| {
                let (head, rows) = xml.split_once("<sheetData>").unwrap();
                assert!(head.contains("<worksheet"));
                rows.split_once("</sheetData>").unwrap().0
            });
            let within: Vec<&str> = within.collect();
            assert!(within.iter().all(|rows| rows.starts_with("<row ")));
            assert_eq!(within.concat(), rows);
            let lengths: Vec<usize> = within.iter().map(|rows| rows.len()).collect();
            assert!(
                lengths.iter().all(|length| *length > rows.len() / 7),
                "{lengths:?}"
            );
        }
    }

    #[test]
    fn formulas_are_seen_wherever_they_stand() {
        for place in [1, 60_000, 119_999] {
            let with = |row: usize| match row {
                row if row == place => format!("<row r=\"{row}\"><c><f>1+1</f></c></row>"),
                row => numbered(row),
            };
            let (_, seen) = dealt(&package(&rows(120_000, with), ""), 2);
            assert!(seen.unwrap().has_formula, "{place}");
        }
    }

    #[test]
    fn rows_that_cannot_be_parted_stay_together() {
        let without_numbers = rows(400_000, |_| String::from("<row ><c/></row>"));
        assert!(dealt(&package(&without_numbers, ""), 2).1.is_none());
        let one = numbered(1);
        let blank = " ".repeat(4 << 20);
        let behind = format!("{blank}<row r=\"7\"></row>{blank}");
        let elsewhere = dealt(&package(&one, &behind), 2).1;
        assert!(elsewhere.is_none(), "a row behind the rows is none");
        assert!(dealt(&package(&rows(120_000, numbered), ""), 1).1.is_none());
        assert!(dealt(&package(&one, ""), 2).1.is_none(), "a short sheet");
    }
}
