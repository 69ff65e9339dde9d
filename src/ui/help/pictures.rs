//! The pictures of the guide, which are in the program.

use std::collections::BTreeMap;

use egui::{ColorImage, Context, TextureHandle, TextureOptions};
use tiny_skia::Pixmap;

macro_rules! pictures {
    ($($name:literal),* $(,)?) => {
        [$((
            concat!("pictures/", $name, ".png"),
            include_bytes!(concat!("../../../docs/guide/pictures/", $name, ".png")).as_slice(),
        )),*]
    };
}

/// The files, as the pages name them.
const FILES: [(&str, &[u8]); 12] = pictures![
    "welcome",
    "explore",
    "import",
    "breakdown",
    "cross-tab",
    "districts",
    "change-table",
    "scorecard",
    "priority-cohorts",
    "story",
    "present",
    "brand",
];

/// The pictures that were shown so far.
#[derive(Clone, Default)]
pub(super) struct Pictures(BTreeMap<String, Option<TextureHandle>>);

impl Pictures {
    /// A picture by the file that a page names; `None` where there is none, or it is damaged.
    pub fn get(&mut self, ctx: &Context, file: &str) -> Option<TextureHandle> {
        if let Some(held) = self.0.get(file) {
            return held.clone();
        }
        let texture = decoded(file)
            .map(|image| ctx.load_texture(file.to_owned(), image, TextureOptions::LINEAR));
        self.0.insert(file.to_owned(), texture.clone());
        texture
    }
}

fn decoded(file: &str) -> Option<ColorImage> {
    let (_, bytes) = FILES.iter().find(|(name, _)| *name == file)?;
    match Pixmap::decode_png(bytes) {
        Ok(pixmap) => {
            let pixels = |side: u32| usize::try_from(side).unwrap_or(0);
            let size = [pixels(pixmap.width()), pixels(pixmap.height())];
            Some(ColorImage::from_rgba_premultiplied(size, pixmap.data()))
        }
        Err(error) => {
            tracing::error!(%error, file, "a picture of the guide is damaged");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::help::pages;

    #[test]
    fn every_picture_can_be_shown_and_is_on_a_page() {
        let named: Vec<&str> = pages().iter().flat_map(|page| page.links()).collect();
        let mut bytes = 0;
        for (file, held) in FILES {
            assert!(decoded(file).is_some(), "{file} is damaged");
            assert!(named.contains(&file), "{file} is on no page");
            bytes += held.len();
        }
        assert!(bytes < 2_000_000, "the pictures have {bytes} bytes");
    }
}
