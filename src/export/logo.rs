//! Logos: from the file that somebody gives to the pixels that slides and reports show, and the colours in them.
//! An SVG is drawn once, here, and nothing that it refers to outside itself is ever read.

use std::error::Error;
use std::{fmt, str};

use resvg::tiny_skia::{FilterQuality, Pixmap, PixmapPaint, Transform};
use resvg::usvg;

use super::png;
use crate::chart::Rgba;
use crate::chart::colour_vision::{Vision, difference};
use crate::project::brand::{MOST_CATEGORIES, sides_of_png};
use crate::project::{BrandColour, Logo};
use crate::words::{in_english, say};

/// The most bytes of the file that is given.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;
/// The longest side of a PNG that is given, in pixels.
const LONGEST_SIDE: u32 = 8_192;
/// The most width and height of what is kept, in pixels.
const KEPT: (f32, f32) = (1024.0, 512.0);
/// The most bytes of an SVG, and the most references in it: each may be to references.
const MOST_OF_SVG: usize = 1024 * 1024;
const MOST_USES: usize = 32;
/// Colours of a logo that are nearer than this are shades of one (CIE 1976 ΔE*ab).
const SHADES: f64 = 22.0;
/// A colour with less than this part of what is drawn is an edge or an ornament.
const LEAST_PART: f32 = 0.015;
/// The longest side of the picture in which colours are looked for.
const LOOKED_AT: f32 = 160.0;

/// Why a file is no logo, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoError {
    /// The system does not give it.
    Unreadable,
    /// It is too large.
    TooLarge,
    /// It has too many pixels.
    TooManyPixels(u32, u32),
    /// It is of another kind.
    OtherKind,
    /// It is damaged.
    Damaged,
    /// An SVG with text.
    HasText,
    /// An SVG with pictures or other files in it.
    HasPictures,
    /// An SVG that would take too long to draw.
    TooIntricate,
    /// Nothing is seen.
    Empty,
}

impl LogoError {
    /// Why, and what to do, in the language that is spoken.
    pub fn words(self) -> String {
        let words = match self {
            Self::Unreadable => say::logo_unreadable(),
            Self::TooLarge => say::logo_too_large(),
            Self::TooManyPixels(width, height) => {
                return say::LogoTooManyPixels { height, width }.say();
            }
            Self::OtherKind => say::logo_other_kind(),
            Self::Damaged => say::logo_damaged(),
            Self::HasText => say::logo_has_text(),
            Self::HasPictures => say::logo_has_pictures(),
            Self::TooIntricate => say::logo_too_intricate(),
            Self::Empty => say::logo_empty(),
        };
        words.to_owned()
    }
}

impl fmt::Display for LogoError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&in_english(|| self.words()))
    }
}

impl Error for LogoError {}

/// Reads a logo from the bytes of a PNG or SVG file.
///
/// # Errors
/// [`LogoError`], which says what to do.
pub fn read(bytes: &[u8]) -> Result<Logo, LogoError> {
    if bytes.len() > MOST_BYTES {
        return Err(LogoError::TooLarge);
    }
    let drawn = match sides_of_png(bytes) {
        Some(sides) => of_png(bytes, sides)?,
        None => of_svg(bytes)?,
    };
    if drawn.pixels().iter().all(|pixel| pixel.alpha() == 0) {
        return Err(LogoError::Empty);
    }
    let png = drawn.encode_png().ok();
    png.and_then(Logo::of_png).ok_or(LogoError::TooLarge)
}

fn of_png(bytes: &[u8], (width, height): (u32, u32)) -> Result<Pixmap, LogoError> {
    if width > LONGEST_SIDE || height > LONGEST_SIDE {
        return Err(LogoError::TooManyPixels(width, height));
    }
    let pixels = Pixmap::decode_png(bytes).ok().ok_or(LogoError::Damaged)?;
    shrunk(&pixels, KEPT).ok_or(LogoError::Damaged)
}

fn of_svg(bytes: &[u8]) -> Result<Pixmap, LogoError> {
    let text = str::from_utf8(bytes)
        .ok()
        .filter(|text| text.contains("<svg"));
    let text = text.ok_or(LogoError::OtherKind)?;
    if text.contains("<image") || text.contains("<feImage") {
        return Err(LogoError::HasPictures);
    }
    if text.len() > MOST_OF_SVG || text.matches("<use").count() > MOST_USES {
        return Err(LogoError::TooIntricate);
    }
    let options = usvg::Options {
        // Nothing outside the file is looked at, whatever it is called.
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..png::options()
    };
    let tree = usvg::Tree::from_str(text, &options)
        .ok()
        .ok_or(LogoError::Damaged)?;
    if tree.has_text_nodes() {
        return Err(LogoError::HasText);
    }
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = (KEPT.0 / width).min(KEPT.1 / height);
    let side = |length: f32| whole(length * scale);
    let mut pixels = Pixmap::new(side(width), side(height)).ok_or(LogoError::Damaged)?;
    let to = Transform::from_scale(scale, scale);
    resvg::render(&tree, to, &mut pixels.as_mut());
    Ok(pixels)
}

/// The same picture within a width and a height; one that is small enough as it is.
fn shrunk(pixels: &Pixmap, (width, height): (f32, f32)) -> Option<Pixmap> {
    let mut held = pixels.clone();
    loop {
        let side = |pixels: u32| u16::try_from(pixels).map_or(f32::from(u16::MAX), f32::from);
        let (across, down) = (side(held.width()), side(held.height()));
        let scale = (width / across).min(height / down);
        if scale >= 1.0 {
            return Some(held);
        }
        // By half at most in one step, since no more than neighbouring pixels are looked at.
        let scale = scale.max(0.5);
        let mut smaller = Pixmap::new(whole(across * scale), whole(down * scale))?;
        let paint = PixmapPaint {
            quality: FilterQuality::Bilinear,
            ..PixmapPaint::default()
        };
        let to = Transform::from_scale(
            side(smaller.width()) / across,
            side(smaller.height()) / down,
        );
        smaller.draw_pixmap(0, 0, held.as_ref(), &paint, to, None);
        held = smaller;
    }
}

/// A logo as pixels.
#[derive(Clone, Debug)]
pub struct LogoPixels {
    /// The width and the height.
    pub size: [usize; 2],
    /// Red, green, blue and opacity of each pixel, row by row, not premultiplied.
    pub rgba: Vec<u8>,
}

/// The pixels of a logo, no higher than `most_px`; `None` where it is damaged.
pub fn pixels(logo: &Logo, most_px: f32) -> Option<LogoPixels> {
    let pixels = Pixmap::decode_png(logo.png()).ok()?;
    of_pixmap(&shrunk(&pixels, (f32::MAX, most_px))?)
}

/// The pixels of what was drawn.
pub(super) fn of_pixmap(pixels: &Pixmap) -> Option<LogoPixels> {
    let side = |side: u32| usize::try_from(side).ok();
    Some(LogoPixels {
        size: [side(pixels.width())?, side(pixels.height())?],
        rgba: pixels
            .pixels()
            .iter()
            .flat_map(|pixel| {
                let colour = pixel.demultiply();
                [colour.red(), colour.green(), colour.blue(), colour.alpha()]
            })
            .collect(),
    })
}

/// The colours in a logo, the most of them first, without white, black and greys unless there is nothing else.
pub fn colours(logo: &Logo) -> Vec<BrandColour> {
    let Some(held) = pixels(logo, LOOKED_AT) else {
        return Vec::new();
    };
    // Shades of one colour, with how many pixels each, the commonest first.
    let mut counted: Vec<(Rgba, u32)> = Vec::new();
    let mut all = 0_u32;
    let mut exact: std::collections::BTreeMap<[u8; 3], u32> = std::collections::BTreeMap::new();
    for pixel in held.rgba.chunks_exact(4) {
        if let [red, green, blue, 250..=255] = *pixel {
            *exact.entry([red, green, blue]).or_default() += 1;
            all += 1;
        }
    }
    let mut exact: Vec<([u8; 3], u32)> = exact.into_iter().collect();
    exact.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for ([red, green, blue], count) in exact.into_iter().take(2_000) {
        let colour = Rgba::rgb(red, green, blue);
        let is_shade =
            |(held, _): &&mut (Rgba, u32)| difference(*held, colour, Vision::Ordinary) < SHADES;
        match counted.iter_mut().find(is_shade) {
            Some((_, so_far)) => *so_far += count,
            None => counted.push((colour, count)),
        }
    }
    let part = |count: u32| f64::from(count) / f64::from(all.max(1));
    counted.retain(|(_, count)| part(*count) >= f64::from(LEAST_PART));
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let is_white = |colour: Rgba| colour.luminance() > 0.9;
    let (colourful, grey): (Vec<_>, Vec<_>) = counted
        .into_iter()
        .map(|(colour, _)| colour)
        .filter(|colour| !is_white(*colour))
        .partition(|colour| is_colourful(*colour));
    let taken = if colourful.is_empty() {
        grey
    } else {
        colourful
    };
    let taken = taken.into_iter().take(MOST_CATEGORIES);
    taken.map(Rgba::brand_colour).collect()
}

/// Whether a colour is not a grey.
fn is_colourful(colour: Rgba) -> bool {
    let channels = [colour.red, colour.green, colour.blue];
    let highest = channels.iter().max().copied().unwrap_or_default();
    let lowest = channels.iter().min().copied().unwrap_or_default();
    highest - lowest > 24
}

/// The whole number next to a length in pixels, at least 1.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held between 1 and the longest side"
)]
fn whole(length: f32) -> u32 {
    length.round().clamp(1.0, 8_192.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(inside: &str) -> Vec<u8> {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="100">{inside}</svg>"#
        )
        .into_bytes()
    }

    const FLAG: &str = r##"<rect width="120" height="100" fill="#005EB8"/><rect x="120" width="60" height="100" fill="#FFB81C"/><rect x="180" width="20" height="100" fill="#FFFFFF"/>"##;

    #[test]
    fn an_svg_and_its_png_are_the_same_logo() {
        let drawn = read(&svg(FLAG)).unwrap();
        assert_eq!((drawn.width_px(), drawn.height_px()), (1024, 512));
        let again = read(drawn.png()).unwrap();
        assert_eq!(again.width_px(), 1024);
        let found = colours(&drawn);
        let wanted = [
            BrandColour::new(0, 0x5E, 0xB8),
            BrandColour::new(0xFF, 0xB8, 0x1C),
        ];
        assert_eq!(found, wanted, "white is no colour of a brand");
    }

    #[test]
    fn what_is_no_logo_says_what_to_do() {
        let cases: [(Vec<u8>, LogoError); 9] = [
            (b"\xff\xd8\xff\xe0 JFIF".to_vec(), LogoError::OtherKind),
            (Vec::new(), LogoError::OtherKind),
            (vec![b' '; MOST_BYTES + 1], LogoError::TooLarge),
            (svg("<text y='50'>Council</text>"), LogoError::HasText),
            (
                svg("<image href='file:///etc/passwd'/>"),
                LogoError::HasPictures,
            ),
            (
                svg(&"<use xlink:href='#a'/>".repeat(40)),
                LogoError::TooIntricate,
            ),
            (svg(""), LogoError::Empty),
            (
                b"<svg xmlns='http://www.w3.org/2000/svg'><rect".to_vec(),
                LogoError::Damaged,
            ),
            (
                b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x10\0\0\0\x10".to_vec(),
                LogoError::Damaged,
            ),
        ];
        for (bytes, wanted) in cases {
            assert_eq!(read(&bytes), Err(wanted));
        }
        let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bomb.extend([0, 1, 0, 0, 0, 1, 0, 0]);
        assert_eq!(read(&bomb), Err(LogoError::TooManyPixels(65_536, 65_536)));
    }

    #[test]
    fn a_large_png_is_kept_smaller() {
        let mut large = Pixmap::new(3_000, 600).unwrap();
        large.fill(resvg::tiny_skia::Color::from_rgba8(18, 67, 109, 255));
        let logo = read(&large.encode_png().unwrap()).unwrap();
        assert_eq!((logo.width_px(), logo.height_px()), (1024, 205));
        assert_eq!(colours(&logo), [BrandColour::new(18, 67, 109)]);
        assert_eq!(pixels(&logo, 100.0).unwrap().size[1], 100);
    }
}
