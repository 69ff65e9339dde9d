//! Compound files (OLE): old workbooks, encrypted new ones, other programs' documents. Their streams are lists
//! of sectors chained by a table, which a damaged file can chain into a circle or out of the file; a stream
//! is therefore taken out here, and put anew into a file that holds nothing else.

/// A sector number from here on is a mark and not a sector.
const FIRST_MARK: u32 = 0xFFFF_FFFA;
const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
/// Streams shorter than this lie in small sectors of their own.
const SMALL_STREAM: usize = 4_096;
const SMALL_SECTOR: usize = 64;
/// So many sectors of the table are listed in the header.
const LISTED_IN_HEADER: usize = 109;
/// The size of sectors in files that are made here.
const SECTOR: usize = 4_096;

/// What a compound file holds.
pub(super) struct Compound<'b> {
    bytes: &'b [u8],
    sector: usize,
    next: Vec<u32>,
    entries: Vec<Entry>,
    small_next: Vec<u32>,
    small: Vec<u8>,
}

struct Entry {
    name: String,
    start: u32,
    len: usize,
}

impl<'b> Compound<'b> {
    /// Reads the list of streams; `None` where the file breaks off or its table makes no sense.
    pub(super) fn open(bytes: &'b [u8]) -> Option<Self> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4_096,
            _ => return None,
        };
        let mut compound = Self {
            bytes,
            sector,
            next: Vec::new(),
            entries: Vec::new(),
            small_next: Vec::new(),
            small: Vec::new(),
        };
        for id in compound.table_sectors()? {
            let words = words(compound.sector_at(id)?);
            compound.next.extend(words);
        }
        let directory = compound.chain(u32_at(bytes, 48)?, usize::MAX)?;
        compound.entries = directory.chunks_exact(128).filter_map(Entry::of).collect();
        let root = compound.entries.first()?;
        if u32_at(bytes, 64)? > 0 {
            compound.small = compound.chain(root.start, root.len)?;
            let table = compound.chain(u32_at(bytes, 60)?, usize::MAX)?;
            compound.small_next = words(&table).collect();
        }
        Some(compound)
    }

    /// Whether it has a stream or folder of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// A stream's bytes; `None` where there is none, or it breaks off.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entry(name)?;
        if entry.len >= SMALL_STREAM {
            let stream = self.chain(entry.start, entry.len)?;
            return (stream.len() == entry.len).then_some(stream);
        }
        let mut stream = Vec::with_capacity(entry.len);
        let mut id = entry.start;
        while stream.len() < entry.len {
            let from = usize::try_from(id).ok()?.checked_mul(SMALL_SECTOR)?;
            let sector = self.small.get(from..)?;
            let wanted = SMALL_SECTOR.min(entry.len - stream.len());
            stream.extend(sector.get(..wanted)?);
            id = *self.small_next.get(usize::try_from(id).ok()?)?;
        }
        Some(stream)
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The sectors in which the table of sectors is kept.
    fn table_sectors(&self) -> Option<Vec<u32>> {
        let mut listed: Vec<u32> = words(self.bytes.get(76..512)?).collect();
        let mut more = u32_at(self.bytes, 68)?;
        let mut steps = 0;
        while more < FIRST_MARK {
            steps += 1;
            if steps > self.sectors() {
                return None;
            }
            listed.extend(words(self.sector_at(more)?));
            more = listed.pop()?;
        }
        listed.retain(|id| *id < FIRST_MARK);
        // No table is longer than the file that it is of.
        (listed.len() <= self.sectors()).then_some(listed)
    }

    /// The sectors of a chain, one behind the other, to its end or to a length. A chain with more sectors
    /// than the file has runs in a circle.
    fn chain(&self, start: u32, len: usize) -> Option<Vec<u8>> {
        let mut chain = Vec::new();
        let mut id = start;
        let mut steps = 0;
        while id != END_OF_CHAIN && chain.len() < len {
            steps += 1;
            if steps > self.sectors() {
                return None;
            }
            let sector = self.sector_at(id)?;
            let wanted = sector.len().min(len - chain.len());
            chain.extend(sector.get(..wanted)?);
            id = *self.next.get(usize::try_from(id).ok()?)?;
        }
        Some(chain)
    }

    /// How many sectors the file has, the last perhaps not whole.
    const fn sectors(&self) -> usize {
        self.bytes.len() / self.sector + 1
    }

    /// A sector; the last of a file may be shorter.
    fn sector_at(&self, id: u32) -> Option<&'b [u8]> {
        let from = (usize::try_from(id).ok()?)
            .checked_add(1)?
            .checked_mul(self.sector)?;
        let sector = self.bytes.get(from..)?;
        if sector.is_empty() {
            return None;
        }
        Some(sector.get(..self.sector).unwrap_or(sector))
    }
}

impl Entry {
    fn of(bytes: &[u8]) -> Option<Self> {
        let letters: Vec<u16> = bytes
            .get(..64)?
            .chunks_exact(2)
            .filter_map(|pair| Some(u16::from_le_bytes(pair.try_into().ok()?)))
            .take_while(|letter| *letter != 0)
            .collect();
        Some(Self {
            name: String::from_utf16_lossy(&letters),
            start: u32_at(bytes, 116)?,
            len: usize::try_from(u32_at(bytes, 120)?).ok()?,
        })
    }
}

/// A compound file that holds one stream, and nothing else; `None` where the stream is too long for one
/// whose table is listed in the header (450 MB).
pub(super) fn with_one_stream(name: &str, stream: &[u8]) -> Option<Vec<u8>> {
    let per_sector = SECTOR / 4;
    // Short streams would have to lie in small sectors.
    let data = stream.len().div_ceil(SECTOR).max(1);
    // The table covers the stream, the directory and itself.
    let mut tables = 1;
    while tables * per_sector < data + 1 + tables {
        tables += 1;
    }
    if tables > LISTED_IN_HEADER {
        return None;
    }
    let count = |sectors: usize| u32::try_from(sectors).ok();
    let (data_end, directory) = (count(data)?, count(data)?);
    let mut file = Vec::with_capacity((data + tables + 2) * SECTOR);
    file.extend([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    file.resize(24, 0);
    for short in [0x3E_u16, 4, 0xFFFE, 12, 6] {
        file.extend(short.to_le_bytes());
    }
    file.resize(40, 0);
    let small = count(SMALL_STREAM)?;
    for long in [
        1, // sectors of the directory
        count(tables)?,
        directory,
        0, // transactions
        small,
        END_OF_CHAIN, // small sectors
        0,
        END_OF_CHAIN, // further lists of tables
        0,
    ] {
        file.extend(long.to_le_bytes());
    }
    for table in 0..LISTED_IN_HEADER {
        let id = if table < tables {
            directory + 1 + count(table)?
        } else {
            u32::MAX
        };
        file.extend(id.to_le_bytes());
    }
    file.resize(SECTOR, 0);
    file.extend(stream);
    file.resize(SECTOR * (1 + data), 0);
    file.extend(entry("Root Entry", 5, 0, 0)?);
    file.extend(entry(name, 2, 0, stream.len().max(SMALL_STREAM))?);
    file.resize(SECTOR * (2 + data), 0);
    for id in 0..data_end {
        let next = if id + 1 == data_end {
            END_OF_CHAIN
        } else {
            id + 1
        };
        file.extend(next.to_le_bytes());
    }
    file.extend(END_OF_CHAIN.to_le_bytes());
    for _ in 0..tables {
        file.extend(0xFFFF_FFFD_u32.to_le_bytes());
    }
    file.resize(SECTOR * (2 + data + tables), 0xFF);
    Some(file)
}

/// An entry of the directory.
fn entry(name: &str, kind: u8, start: u32, len: usize) -> Option<Vec<u8>> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let letters = u16::try_from(entry.len() + 2).ok()?;
    entry.resize(64, 0);
    entry.extend(letters.to_le_bytes());
    entry.extend([kind, 1]);
    // No siblings; the root's child is the entry behind it.
    let child = if kind == 5 { 1 } else { u32::MAX };
    for id in [u32::MAX, u32::MAX, child] {
        entry.extend(id.to_le_bytes());
    }
    entry.resize(116, 0);
    entry.extend(start.to_le_bytes());
    entry.extend(u64::try_from(len).ok()?.to_le_bytes());
    Some(entry)
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> + use<'_> {
    bytes
        .chunks_exact(4)
        .filter_map(|word| Some(u32::from_le_bytes(word.try_into().ok()?)))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_is_read_as_it_was_written() {
        for len in [1, 4_095, 4_096, 4_097, 5_000_000] {
            let stream: Vec<u8> = (0..=250).cycle().take(len).collect();
            let file = with_one_stream("Workbook", &stream).unwrap();
            let compound = Compound::open(&file).unwrap();
            assert!(compound.has("workbook") && !compound.has("Book"));
            let read = compound.stream("Workbook").unwrap();
            assert_eq!(read[..len], stream);
            assert!(read[len..].iter().all(|byte| *byte == 0));
        }
    }

    #[test]
    fn a_table_that_runs_in_a_circle_is_refused() {
        let mut file = with_one_stream("Workbook", &[1; 10_000]).unwrap();
        // The stream's three sectors come first in the table: the third leads back to the first.
        let table = SECTOR * 5;
        assert_eq!(u32_at(&file, table + 8), Some(END_OF_CHAIN));
        file[table + 12..table + 16].copy_from_slice(&3_u32.to_le_bytes());
        assert!(
            Compound::open(&file).is_none(),
            "the directory follows itself"
        );
    }
}
