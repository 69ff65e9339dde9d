//! What kind of file some bytes are, whatever the name's extension says, and whether they would unpack to
//! more than a return can hold.

use super::compound::Compound;
use super::package::{self, Refusal};

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
    /// A workbook that breaks off or makes no sense, with the reason in words.
    Damaged(&'static str),
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
    let Some(compound) = Compound::open(bytes) else {
        return Content::Damaged("its end is missing, or its parts are not where it says");
    };
    if compound.has("EncryptedPackage") {
        Content::Encrypted
    } else if compound.has("Workbook") || compound.has("Book") {
        Content::Xls
    } else if compound.has("WordDocument") {
        Content::Other("a Word document")
    } else if compound.has("PowerPoint Document") {
        Content::Other("a PowerPoint presentation")
    } else {
        Content::Other("an old Office file without a workbook in it")
    }
}

fn zip_content(bytes: &[u8]) -> Content {
    let entries = match package::parts(bytes) {
        Ok(parts) => parts,
        Err(Refusal::Damaged(reason)) => return Content::Damaged(reason),
        Err(Refusal::TooLarge(reason)) => return Content::TooLarge(reason),
    };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_by_their_bytes() {
        assert_eq!(content_of(b"  \r\n"), Content::Empty);
        assert_eq!(content_of(b"%PDF-1.7"), Content::Other("a PDF document"));
        assert_eq!(content_of(b"Area,2020\nAshfield,3\n"), Content::Text);
        assert_eq!(content_of(b"A\0,\0B\0\n\0"), Content::Text);
        assert_eq!(
            content_of(b"PK\x03\x04 and no more"),
            Content::Damaged("its end is missing")
        );
        assert!(matches!(content_of(b"<html><table>"), Content::Other(_)));
    }
}
