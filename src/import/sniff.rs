//! What kind of file some bytes are, whatever the name's extension says, and whether they would unpack to
//! more than a return can hold.

/// The largest unpacked workbook that is read, in bytes.
pub const MAX_UNPACKED: u64 = 3 << 30;
/// A part that packs better than this and is large besides was made to exhaust the computer.
const MAX_RATIO: u64 = 400;
const LARGE_PART: u64 = 400 << 20;

/// What some bytes are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Excel since 2007.
    Xlsx,
    /// Excel's binary workbook since 2007.
    Xlsb,
    /// Excel before 2007.
    Xls,
    /// OpenDocument.
    Ods,
    /// Text, presumably separated values.
    Text,
    /// A workbook behind a password.
    Encrypted,
    /// Nothing, or only white space.
    Empty,
    /// A workbook that breaks off.
    Truncated,
    /// Too large, with the reason in words.
    TooLarge(String),
    /// Something else, in words.
    Other(&'static str),
}

/// Looks at the bytes.
pub fn content_of(bytes: &[u8]) -> Content {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Content::Empty;
    }
    match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => zip_content(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => compound_content(bytes),
        [b'%', b'P', b'D', b'F', ..] => Content::Other("a PDF document"),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] => Content::Other("a picture"),
        [b'{', b'\\', b'r', b't', b'f', ..] => Content::Other("a text document (RTF)"),
        [0x1F, 0x8B, ..] | [b'7', b'z', 0xBC, ..] | [b'R', b'a', b'r', b'!', ..] => {
            Content::Other("a compressed archive: unpack it first")
        }
        _ => text_content(bytes),
    }
}

fn text_content(bytes: &[u8]) -> Content {
    let head = bytes.get(..2_000).unwrap_or(bytes);
    let start: String = head
        .iter()
        .filter(|byte| **byte != 0)
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let start = start.trim_start_matches([
        '\u{ef}', '\u{bb}', '\u{bf}', '\u{ff}', '\u{fe}', ' ', '\n', '\r',
    ]);
    if start.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        return Content::Other("an Excel 2003 XML file: open it in Excel and save it as .xlsx");
    }
    if ["<!doctype html", "<html", "<table", "<head", "<meta"]
        .iter()
        .any(|tag| start.starts_with(tag))
    {
        return Content::Other(
            "a web page with a workbook's name: open it in Excel and save it as .xlsx",
        );
    }
    if start.starts_with("<?xml") {
        return Content::Other("an XML file");
    }
    let controls = head
        .iter()
        .filter(|byte| **byte < 9 || (14..32).contains(*byte))
        .count();
    let zeros = head
        .iter()
        .map(|byte| usize::from(*byte == 0))
        .sum::<usize>();
    // UTF-16 text of western letters has a zero in every second byte and no other control characters.
    if controls > zeros || (zeros > 0 && zeros * 3 < head.len()) {
        return Content::Other("a file of unknown kind");
    }
    Content::Text
}

/// A compound file (OLE): an old workbook, an encrypted new one, or another program's document.
fn compound_content(bytes: &[u8]) -> Content {
    let names = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if names("EncryptedPackage") {
        Content::Encrypted
    } else if names("Workbook") || names("Book") {
        Content::Xls
    } else if names("WordDocument") {
        Content::Other("a Word document")
    } else if names("PowerPoint Document") {
        Content::Other("a PowerPoint presentation")
    } else if bytes.len() < 4_096 {
        Content::Truncated
    } else {
        Content::Other("an old Office file without a workbook in it")
    }
}

fn zip_content(bytes: &[u8]) -> Content {
    let Some(entries) = zip_entries(bytes) else {
        return Content::Truncated;
    };
    let total: u64 = entries.iter().map(|entry| entry.unpacked).sum();
    if total > MAX_UNPACKED {
        return Content::TooLarge(format!(
            "it would unpack to {} MB, more than any return holds",
            total >> 20
        ));
    }
    if let Some(part) = entries.iter().find(|entry| {
        entry.unpacked > LARGE_PART && entry.unpacked / entry.packed.max(1) > MAX_RATIO
    }) {
        return Content::TooLarge(format!(
            "“{}” in it would unpack from {} KB to {} MB",
            part.name,
            part.packed >> 10,
            part.unpacked >> 20
        ));
    }
    let any = |test: &dyn Fn(&str) -> bool| entries.iter().any(|entry| test(&entry.name));
    if any(&|name| name.ends_with("workbook.bin")) {
        Content::Xlsb
    } else if any(&|name| name.starts_with("word/")) {
        Content::Other("a Word document")
    } else if any(&|name| name.starts_with("ppt/")) {
        Content::Other("a PowerPoint presentation")
    } else if any(&|name| name == "content.xml") {
        if contains(bytes, b"opendocument.text") {
            Content::Other("a text document (OpenDocument)")
        } else {
            Content::Ods
        }
    } else if any(&|name| name.starts_with("xl/")) || any(&|name| name == "[content_types].xml") {
        Content::Xlsx
    } else if any(&|name| name.starts_with("index/") || name.contains(".iwa")) {
        Content::Other("an Apple Numbers file: export it as Excel")
    } else {
        Content::Other("a zip archive: unpack it and import the workbooks in it")
    }
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    let head = bytes.get(..200).unwrap_or(bytes);
    head.windows(needle.len()).any(|window| window == needle)
}

struct Entry {
    name: String,
    packed: u64,
    unpacked: u64,
}

/// The directory at the end of a zip file; `None` where the end is missing.
fn zip_entries(bytes: &[u8]) -> Option<Vec<Entry>> {
    let tail_start = bytes.len().saturating_sub(66_000);
    let tail = bytes.get(tail_start..)?;
    let end = tail
        .windows(4)
        .rposition(|window| window == b"PK\x05\x06")?;
    let directory = tail.get(end..)?;
    let mut position = usize::try_from(u32_at(directory, 16)?).ok()?;
    let mut entries = Vec::new();
    // A zip64 directory lies elsewhere; workbooks that small do not need one, so its absence is no fault.
    while let Some(header) = bytes.get(position..)
        && header.starts_with(b"PK\x01\x02")
        && entries.len() < 100_000
    {
        let (name, extra, comment) = (
            u16_at(header, 28)?,
            u16_at(header, 30)?,
            u16_at(header, 32)?,
        );
        let name_bytes = header.get(46..46 + name)?;
        entries.push(Entry {
            name: String::from_utf8_lossy(name_bytes)
                .replace('\\', "/")
                .trim_start_matches('/')
                .to_lowercase(),
            packed: u64::from(u32_at(header, 20)?),
            unpacked: u64::from(u32_at(header, 24)?),
        });
        position += 46 + name + extra + comment;
    }
    Some(entries)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<usize> {
    let pair = bytes.get(at..at + 2)?;
    Some(usize::from(u16::from_le_bytes(pair.try_into().ok()?)))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_by_their_bytes() {
        assert_eq!(content_of(b"  \r\n"), Content::Empty);
        assert_eq!(content_of(b"%PDF-1.7"), Content::Other("a PDF document"));
        assert_eq!(content_of(b"Area,2020\nAshfield,3\n"), Content::Text);
        assert_eq!(content_of(b"A\0,\0B\0\n\0"), Content::Text);
        assert_eq!(content_of(b"PK\x03\x04 and no more"), Content::Truncated);
        assert!(matches!(content_of(b"<html><table>"), Content::Other(_)));
    }
}
