//! What must hold for any file besides workbooks. Each function panics where it does not.

use jiff::civil::date;

use crate::base::progress::Progress;
use crate::export::pptx::refresh;
use crate::import::apart::check_frames;
use crate::import::boundaries::read_boundaries;
use crate::import::harm_weights::harm_weights_of;
use crate::project::{layout_file, store};
use crate::{decks, packages};

/// A project's file: what is opened can be written, and is opened as the same file again.
pub fn project(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    match store::parse(text) {
        Ok(opened) => {
            let written = store::to_text(&opened.project).expect("what was opened is written");
            let again = store::parse(&written).expect("what was written is opened");
            let twice = store::to_text(&again.project).expect("it is written again");
            assert_eq!(written, twice);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// The first byte says of which kind a small file is.
pub fn small(input: &[u8]) {
    let Some((kind, content)) = input.split_first() else {
        return;
    };
    match kind % 4 {
        0 => {
            if let Ok(read) = read_boundaries("fuzz.geojson", content) {
                for area in read.boundaries.areas.iter() {
                    assert!(!area.polygons.is_empty(), "{area:?}");
                }
            }
        }
        1 => {
            let parsed = std::str::from_utf8(content)
                .ok()
                .and_then(|text| layout_file::parse(text).ok());
            if let Some(layout) = parsed {
                let text = layout_file::to_text(&layout).expect("what was opened is written");
                let again = layout_file::parse(&text).expect("what was written is opened");
                assert_eq!(layout, again);
            }
        }
        kind => {
            let bytes = match kind {
                2 => content.to_vec(),
                _ => packages::xlsx_sheet(content),
            };
            let today = date(2026, 11, 21);
            if let Ok(read) = harm_weights_of("fuzz.csv", &bytes, today, &Progress::new()) {
                for weight in &read.weights.weights {
                    assert!(weight.weight.is_finite() && weight.weight >= 0.0);
                }
            }
        }
    }
}

/// The first byte says which part of a presentation is replaced by the rest.
pub fn deck(input: &[u8]) {
    let Some((which, content)) = input.split_first() else {
        return;
    };
    let parts = decks::parts();
    let which = usize::from(*which) % (parts.len() + 1);
    let bytes = if which == parts.len() {
        content.to_vec()
    } else {
        let changed: Vec<(&str, &[u8])> = parts
            .iter()
            .enumerate()
            .map(|(place, (name, held))| {
                let held = if place == which { content } else { held };
                (name.as_str(), held)
            })
            .collect();
        packages::package(&changed)
    };
    match refresh(&bytes, &decks::today()) {
        Ok(refreshed) => {
            refresh(&refreshed.bytes, &decks::today()).expect("what was refreshed is a package");
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// The answer of a process that read a workbook, without its greeting.
pub fn answer(input: &[u8]) {
    // Whatever is said, the one who asked is still there.
    let _ = check_frames(input);
}
