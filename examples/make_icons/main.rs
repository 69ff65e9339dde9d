//! Makes the icons of all systems from `assets/icon.svg`: `icon.png` (the window, Linux), `icon.ico` (Windows) and
//! `icon.icns` (macOS). With `--check` it writes nothing and fails where one of them is not what the SVG gives.

use std::path::Path;

use anyhow::{Context as _, bail};
use bellwether::base::atomic_file::{self, Backup};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;

/// The sides in pixels that Windows asks for at its usual scales. The last is kept as a PNG, as Windows wants it.
const WINDOWS_SIDES: [u32; 8] = [16, 20, 24, 32, 40, 48, 64, 256];
/// The types of macOS, whose pictures are PNGs, and their sides in pixels.
const MAC_TYPES: [(&[u8; 4], u32); 7] = [
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic07", 128),
    (b"ic13", 256),
    (b"ic14", 512),
    (b"ic09", 512),
    (b"ic10", 1024),
];

fn main() -> anyhow::Result<()> {
    let is_check = std::env::args().any(|word| word == "--check");
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let svg = std::fs::read(assets.join("icon.svg"))?;
    let tree = usvg::Tree::from_data(&svg, &usvg::Options::default())?;
    for (name, bytes) in [
        ("icon.png", drawn(&tree, 256)?.encode_png()?),
        ("icon.ico", windows_icon(&tree)?),
        ("icon.icns", mac_icon(&tree)?),
    ] {
        let path = assets.join(name);
        if !is_check {
            atomic_file::write(&path, &bytes, Backup::Discard)?;
        } else if std::fs::read(&path)? != bytes {
            bail!("{name} is not what icon.svg gives: cargo run --example make_icons");
        }
    }
    Ok(())
}

/// The icon as a square of so many pixels.
fn drawn(tree: &usvg::Tree, side: u32) -> anyhow::Result<Pixmap> {
    let mut pixels = Pixmap::new(side, side).context("no room for the picture")?;
    let scale = f32::from(u16::try_from(side)?) / tree.size().width();
    resvg::render(
        tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    Ok(pixels)
}

/// An `.ico`: a directory, then the pictures. Small ones are bitmaps, since not all of Windows reads them as PNGs.
fn windows_icon(tree: &usvg::Tree) -> anyhow::Result<Vec<u8>> {
    let mut directory = Vec::from([0, 0, 1, 0]);
    directory.extend(u16::try_from(WINDOWS_SIDES.len())?.to_le_bytes());
    let mut pictures = Vec::new();
    let first = directory.len() + 16 * WINDOWS_SIDES.len();
    for side in WINDOWS_SIDES {
        let pixels = drawn(tree, side)?;
        let picture = match u8::try_from(side) {
            Ok(_) => bitmap(&pixels)?,
            Err(_) => pixels.encode_png()?,
        };
        // A side of 256 is written as 0.
        let side = u8::try_from(side).unwrap_or(0);
        directory.extend([side, side, 0, 0, 1, 0, 32, 0]);
        directory.extend(u32::try_from(picture.len())?.to_le_bytes());
        directory.extend(u32::try_from(first + pictures.len())?.to_le_bytes());
        pictures.extend(picture);
    }
    directory.extend(pictures);
    Ok(directory)
}

/// A bitmap as icons hold it: twice its height for the mask that follows, rows from the bottom up, BGRA.
fn bitmap(pixels: &Pixmap) -> anyhow::Result<Vec<u8>> {
    let (width, height) = (pixels.width(), pixels.height());
    let mut bytes = Vec::new();
    bytes.extend(40_u32.to_le_bytes());
    bytes.extend(width.to_le_bytes());
    bytes.extend((2 * height).to_le_bytes());
    bytes.extend([1, 0, 32, 0]);
    bytes.extend([0; 24]);
    let rows = pixels.pixels().chunks(usize::try_from(width)?);
    for row in rows.rev() {
        for pixel in row {
            let colour = pixel.demultiply();
            bytes.extend([colour.blue(), colour.green(), colour.red(), colour.alpha()]);
        }
    }
    // The mask of times without transparency, in rows of whole 32 bits: nothing is cut out.
    let mask = width.div_ceil(32) * 4 * height;
    bytes.extend(vec![0; usize::try_from(mask)?]);
    Ok(bytes)
}

/// An `.icns`: PNGs, each after its type and its length with both.
fn mac_icon(tree: &usvg::Tree) -> anyhow::Result<Vec<u8>> {
    let mut pictures = Vec::new();
    for (kind, side) in MAC_TYPES {
        let picture = drawn(tree, side)?.encode_png()?;
        pictures.extend(kind);
        pictures.extend(u32::try_from(picture.len() + 8)?.to_be_bytes());
        pictures.extend(picture);
    }
    let mut bytes = Vec::from(*b"icns");
    bytes.extend(u32::try_from(pictures.len() + 8)?.to_be_bytes());
    bytes.extend(pictures);
    Ok(bytes)
}
