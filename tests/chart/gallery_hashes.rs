//! Every picture of the gallery stays what it was: a line for each in `gallery_hashes.txt`, with a hash of its SVG
//! text. A picture that is to change is looked at first, and its line then renewed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use bellwether::chart::{ChartSize, ChartTheme, Inter, ThemeKind};
use bellwether::export::{Publishable, svg};
use rayon::prelude::*;

use crate::gallery_cases::{Case, Drawing, cases, drawings};

const SIZES: [(&str, ChartSize); 5] = [
    ("card", ChartSize::CARD),
    ("slide", ChartSize::SLIDE),
    ("a4", ChartSize::A4),
    ("a4-landscape", ChartSize::A4_LANDSCAPE),
    ("square", ChartSize::SQUARE),
];

const THEMES: [(&str, ThemeKind); 4] = [
    ("light", ThemeKind::Light),
    ("dark", ThemeKind::Dark),
    ("high-contrast", ThemeKind::HighContrast),
    ("print", ThemeKind::Print),
];

/// The variable that has the file written anew.
const RENEW: &str = "UPDATE_SNAPSHOTS";

/// So many names of pictures are told.
const MOST_TOLD: usize = 40;

/// The hash of each picture by its name: `districts-map eight card light`.
fn hashes() -> BTreeMap<String, String> {
    let (cases, drawings) = (cases(), drawings());
    let pairs: Vec<(&Drawing, &Case)> = drawings
        .iter()
        .flat_map(|drawing| cases.iter().map(move |case| (drawing, case)))
        .collect();
    let of_pairs: Vec<Vec<(String, String)>> = pairs
        .into_par_iter()
        .map(|(drawing, case)| of_case(drawing, case))
        .collect();
    of_pairs.into_iter().flatten().collect()
}

fn of_case(drawing: &Drawing, case: &Case) -> Vec<(String, String)> {
    let Some((answer, view)) = case.answer(drawing) else {
        return Vec::new();
    };
    let mut held = Vec::new();
    for (size_name, size) in SIZES {
        for (theme_name, theme) in THEMES {
            let theme = ChartTheme::of_kind(theme);
            let chart = Publishable::new(&answer, &view, size, &theme, Inter::bundled()).unwrap();
            let hash = blake3::hash(svg::write(&chart).as_bytes()).to_hex();
            let name = format!("{} {} {size_name} {theme_name}", drawing.name, case.name);
            held.push((name, hash[..16].to_owned()));
        }
    }
    held
}

#[test]
fn every_picture_of_the_gallery_is_as_it_was_kept() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/chart/gallery_hashes.txt");
    let drawn = hashes();
    assert!(drawn.len() > 1_000, "only {} pictures", drawn.len());
    if std::env::var_os(RENEW).is_some() {
        let mut text = String::new();
        for (name, hash) in &drawn {
            writeln!(text, "{name} {hash}").unwrap();
        }
        fs::write(&path, text).unwrap();
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let kept: BTreeMap<&str, &str> = kept
        .lines()
        .filter_map(|line| line.rsplit_once(' '))
        .collect();
    let mut told: Vec<String> = Vec::new();
    for (name, hash) in &drawn {
        match kept.get(name.as_str()) {
            Some(before) if before == hash => {}
            Some(_) => told.push(format!("changed: {name}")),
            None => told.push(format!("new: {name}")),
        }
    }
    for name in kept.keys().filter(|name| !drawn.contains_key(**name)) {
        told.push(format!("gone: {name}"));
    }
    let count = told.len();
    told.truncate(MOST_TOLD);
    let files: Vec<String> = told
        .iter()
        .filter_map(|line| line.split_once(": "))
        .map(|(_, name)| format!("{}.png", name.replace(' ', "-")))
        .collect();
    assert!(
        told.is_empty(),
        "{count} pictures of the gallery are not as they were kept:\n{}\n\nTo look at them:\n  \
         cargo run --example gallery -- target/gallery\nand open target/gallery/index.html, or there: {}\n\
         If they are as they should be:\n  {RENEW}=1 cargo test --test chart every_picture\n\
         and commit tests/chart/gallery_hashes.txt with what changed them.",
        told.join("\n"),
        files.join(", ")
    );
}
