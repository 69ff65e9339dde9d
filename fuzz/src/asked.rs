//! What must hold for any input. Each function panics where it does not.

use crate::base::progress::Progress;
use crate::data::gazetteer::Gazetteer;
use crate::data::period_parse::{PeriodContext, find_period, parse_period};
use crate::import::decisions::Decisions;
use crate::import::shorthand::{self, Key};
use crate::import::values::parse_number;
use crate::import::{OpenedFile, Reading, read_bytes};
use crate::packages;

/// Numbers in text, with a decimal point and with a decimal comma, and marks in place of numbers.
pub fn number(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    for decimal_comma in [false, true] {
        let read = parse_number(text, decimal_comma);
        if let Some(read) = &read {
            assert!(read.value.is_finite(), "{text:?} is read as {}", read.value);
            assert!(text.bytes().any(|byte| byte.is_ascii_digit()));
        }
        let mark = if decimal_comma { ',' } else { '.' };
        if let Some(plain) = plain(text, mark) {
            let read = read.map(|read| read.value);
            assert!(
                read.is_none_or(|read| read == plain),
                "{text:?} is read as {read:?}"
            );
        }
    }
    let mut key = Key::default();
    key.learn(text);
    for part in text.lines() {
        let _ = shorthand::read(part, &key);
        let _ = shorthand::of_mark(part, &key);
    }
}

/// What a text of digits and at most one decimal mark is, beyond doubt.
fn plain(text: &str, mark: char) -> Option<f64> {
    let (whole, fraction) = text.split_once(mark).unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (digits(whole) && digits(fraction)).then(|| format!("{whole}.{fraction}").parse().ok())?
}

/// Periods in text: the first line by itself, within a longer text, and among the other lines as siblings.
pub fn period(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    let lines: Vec<&str> = text.lines().collect();
    for context in [
        PeriodContext::default(),
        PeriodContext::from_siblings(&lines),
    ] {
        for label in &lines {
            if let Some(reading) = parse_period(label, &context) {
                assert!(
                    reading.period.start <= reading.period.last_day(),
                    "{label:?}"
                );
                assert!(!reading.period.label().is_empty(), "{label:?}");
            }
        }
        if let Some((reading, place)) = find_period(text, &context) {
            assert!(
                reading.period.start <= reading.period.last_day(),
                "{text:?}"
            );
            assert!(
                text.get(place).is_some_and(|part| !part.is_empty()),
                "{text:?}"
            );
        }
    }
}

/// A workbook: the first byte says of which kind, the rest is its content. Parts of packages are packed here,
/// so that what is changed at random reaches their readers.
pub fn grid(input: &[u8]) {
    let Some(bytes) = workbook(input) else {
        return;
    };
    match read_bytes("fuzz", &bytes, Gazetteer::built_in(), &Progress::new()) {
        Ok(reading) => accounted(&reading),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

fn workbook(input: &[u8]) -> Option<Vec<u8>> {
    let (kind, content) = input.split_first()?;
    Some(match kind % 7 {
        0 => content.to_vec(),
        1 => packages::xlsx_sheet(content),
        2 => packages::xlsx_parts(content),
        3 => packages::ods(content),
        4 => packages::xls(content),
        5 => packages::xlsb_sheet(content),
        _ => packages::xlsb_book(content),
    })
}

/// A workbook and what a person says of it, as the project remembers it: first the decisions, then the
/// workbook as for [`grid`]. Each cell is accounted for however the tables are said to lie.
pub fn layout(input: &[u8]) {
    let Some((said, content)) = packages::parted(input) else {
        return;
    };
    let Some(decisions) = std::str::from_utf8(said)
        .ok()
        .and_then(|said| ron::from_str::<Decisions>(said).ok())
    else {
        return;
    };
    let Some(bytes) = workbook(content) else {
        return;
    };
    let Ok(opened) = OpenedFile::of_bytes("fuzz", &bytes, &Progress::new()) else {
        return;
    };
    if let Ok(reading) = opened.read(Gazetteer::built_in(), &decisions, &Progress::new()) {
        accounted(&reading);
    }
}

fn accounted(reading: &Reading) {
    for sheet in &reading.sheets {
        assert!(sheet.account.adds_up(), "{sheet:?}");
    }
    for observation in &reading.source.observations {
        assert!(
            observation.value.is_none_or(f64::is_finite),
            "{observation:?}"
        );
    }
}

/// Lets the readers of files panic, which the import catches; the import itself must not.
pub fn tolerate_readers() {
    let otherwise = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map_or("", |place| place.file());
        if !place.contains("/calamine-") {
            otherwise(panic);
        }
    }));
}
