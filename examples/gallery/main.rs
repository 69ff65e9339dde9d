//! Draws every kind of chart of every hard case, at five sizes, in four themes, as SVG and PNG, on one page to be
//! looked at: `cargo run --example gallery -- folder`.

#[path = "../../tests/chart/gallery_cases.rs"]
#[expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "the cases of the tests, which are known to be right"
)]
mod cases;
mod page;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use bellwether::base::atomic_file::{self, Backup};
use bellwether::chart::{ChartSize, ChartTheme, Inter, ThemeKind};
use bellwether::export::{Publishable, save};
use rayon::prelude::*;

use cases::{Case, Drawing};
use page::Picture;

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

fn main() -> Result<()> {
    let folder = std::env::args().nth(1);
    let folder = PathBuf::from(folder.as_deref().unwrap_or("target/gallery"));
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let cases = cases::cases();
    let drawings = cases::drawings();
    let pairs: Vec<(&Drawing, &Case)> = drawings
        .iter()
        .flat_map(|drawing| cases.iter().map(move |case| (drawing, case)))
        .collect();
    let drawn: Result<Vec<Vec<Picture>>> = pairs
        .into_par_iter()
        .map(|(drawing, case)| draw(&folder, drawing, case))
        .collect();
    let pictures: Vec<Picture> = drawn?.into_iter().flatten().collect();
    let page = folder.join("index.html");
    let html = page::html(&pictures);
    atomic_file::write(&page, html.as_bytes(), Backup::Discard)
        .with_context(|| format!("writing {}", page.display()))?;
    let names: Vec<&str> = drawings.iter().map(|drawing| drawing.name).collect();
    println!(
        "{}: {} pictures of {}",
        page.display(),
        pictures.len(),
        names.join(", ")
    );
    Ok(())
}

/// Draws one case in every size and theme; none where the case holds nothing to ask.
fn draw(folder: &Path, drawing: &Drawing, case: &Case) -> Result<Vec<Picture>> {
    let Some((answer, view)) = case.answer(drawing) else {
        return Ok(Vec::new());
    };
    let mut pictures = Vec::new();
    for (size_name, size) in SIZES {
        for (theme_name, theme) in THEMES {
            let theme = ChartTheme::of_kind(theme);
            let chart = Publishable::new(&answer, &view, size, &theme, Inter::bundled())?;
            let name = format!("{}-{}-{size_name}-{theme_name}", drawing.name, case.name);
            for ending in ["svg", "png"] {
                save(&folder.join(format!("{name}.{ending}")), &chart, 1.0)?;
            }
            pictures.push(Picture {
                name,
                kind: drawing.name,
                case: case.words,
                size: size_name,
                theme: theme_name,
                alt: chart.scene().description.clone(),
            });
        }
    }
    Ok(pictures)
}
