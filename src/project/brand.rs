//! How the organisation looks that publishes: its name, its colours, its logo, and the font of its office files.

use std::fmt;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use crate::base::text::clean;

/// The most colours of categories besides the main colour.
pub const MOST_CATEGORIES: usize = 6;
/// The most characters of the organisation's name and of the name of a font.
const MOST_CHARACTERS: usize = 80;

/// How a project's charts and slides show whose they are. Empty, they look like the house.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Brand {
    /// The organisation, at the foot of slides and reports; may be empty.
    pub organisation: String,
    /// The colour of the line in front, of bars, and of accents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub main: Option<BrandColour>,
    /// The colours of further lines, in their order; at most [`MOST_CATEGORIES`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<BrandColour>,
    /// The logo, at the foot of slides and reports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<Logo>,
    /// The font of presentations and workbooks, which has to be on the computers of those who open them; where
    /// it is empty, the usual one.
    pub office_font: String,
}

impl Brand {
    /// Whether nothing is set.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The colours as they were chosen, the main one first, each once.
    pub fn colours(&self) -> Vec<BrandColour> {
        let mut colours: Vec<BrandColour> = Vec::new();
        for colour in self.main.iter().chain(&self.categories) {
            if !colours.contains(colour) {
                colours.push(*colour);
            }
        }
        colours
    }

    /// The same with words tidied up and no more colours than there is room for.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        let shortened = |words: &str| clean(words).chars().take(MOST_CHARACTERS).collect();
        self.organisation = shortened(&self.organisation);
        self.office_font = shortened(&self.office_font);
        self.categories.truncate(MOST_CATEGORIES);
        self
    }
}

/// A colour as a style guide gives it; saved as `#12436D`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BrandColour {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl BrandColour {
    /// A colour of its three parts.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// Reads `#12436D`, `12436d`, `#15a` or `18, 67, 109`.
    pub fn read(words: &str) -> Option<Self> {
        let words = words.trim();
        if words.contains([',', ' ']) {
            let mut parts = words
                .split([',', ' '])
                .filter(|part| !part.is_empty())
                .map(|part| part.parse::<u8>().ok());
            let colour = Self::new(parts.next()??, parts.next()??, parts.next()??);
            return parts.next().is_none().then_some(colour);
        }
        let digits = words.strip_prefix('#').unwrap_or(words);
        let held: Option<Vec<u8>> = digits
            .chars()
            .map(|digit| u8::try_from(digit.to_digit(16)?).ok())
            .collect();
        match *held? {
            [r, g, b] => Some(Self::new(17 * r, 17 * g, 17 * b)),
            [r, red, g, green, b, blue] => {
                Some(Self::new(16 * r + red, 16 * g + green, 16 * b + blue))
            }
            _ => None,
        }
    }
}

impl fmt::Display for BrandColour {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "#{:02X}{:02X}{:02X}", self.red, self.green, self.blue)
    }
}

impl From<BrandColour> for String {
    fn from(colour: BrandColour) -> Self {
        colour.to_string()
    }
}

impl TryFrom<String> for BrandColour {
    type Error = String;

    fn try_from(words: String) -> Result<Self, String> {
        Self::read(&words).ok_or_else(|| format!("“{words}” is not a colour"))
    }
}

/// A logo as pixels: a PNG of moderate size, whatever file it was made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "SavedLogo", into = "SavedLogo")]
pub struct Logo {
    png: Arc<[u8]>,
    width_px: u32,
    height_px: u32,
}

impl Logo {
    /// The most bytes of the PNG.
    pub const MOST_BYTES: usize = 2 * 1024 * 1024;
    /// The longest side in pixels.
    pub const MOST_PIXELS: u32 = 1024;

    /// A logo of the bytes of a PNG; none where they are not a PNG's, or too large. Whether all of its pixels
    /// can be read is seen when it is drawn.
    pub fn of_png(png: impl Into<Arc<[u8]>>) -> Option<Self> {
        let png = png.into();
        let (width_px, height_px) = sides_of_png(&png)?;
        let is_sound = |side: u32| (1..=Self::MOST_PIXELS).contains(&side);
        let fits = png.len() <= Self::MOST_BYTES && is_sound(width_px) && is_sound(height_px);
        fits.then_some(Self {
            png,
            width_px,
            height_px,
        })
    }

    /// The bytes of the PNG.
    pub fn png(&self) -> &Arc<[u8]> {
        &self.png
    }

    /// The width in pixels.
    pub const fn width_px(&self) -> u32 {
        self.width_px
    }

    /// The height in pixels.
    pub const fn height_px(&self) -> u32 {
        self.height_px
    }

    /// How many times as wide as high it is.
    pub fn aspect(&self) -> f32 {
        let side = |pixels: u32| u16::try_from(pixels).map_or(1.0, f32::from);
        side(self.width_px) / side(self.height_px)
    }
}

/// Width and height in pixels as the head of a PNG has them (PNG specification, 11.2.1).
pub fn sides_of_png(bytes: &[u8]) -> Option<(u32, u32)> {
    let head = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let head = head.get(4..)?.strip_prefix(b"IHDR")?;
    let (width, rest) = head.split_first_chunk()?;
    let (height, _) = rest.split_first_chunk()?;
    Some((u32::from_be_bytes(*width), u32::from_be_bytes(*height)))
}

/// A logo in a project's file.
#[derive(Clone, Serialize, Deserialize)]
struct SavedLogo {
    /// The bytes in base 64.
    png: String,
}

impl From<Logo> for SavedLogo {
    fn from(logo: Logo) -> Self {
        Self {
            png: STANDARD.encode(&logo.png),
        }
    }
}

impl TryFrom<SavedLogo> for Logo {
    type Error = &'static str;

    fn try_from(saved: SavedLogo) -> Result<Self, Self::Error> {
        let bytes = STANDARD.decode(saved.png).ok();
        let logo = bytes.and_then(Self::of_png);
        logo.ok_or("the logo is not a picture of a size that can be used")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_style_guides_write_them() {
        let navy = BrandColour::new(18, 67, 109);
        for words in ["#12436D", "12436d", " #12436d ", "18, 67, 109", "18 67 109"] {
            assert_eq!(BrandColour::read(words), Some(navy), "{words}");
        }
        assert_eq!(
            BrandColour::read("#15a"),
            Some(BrandColour::new(17, 85, 170))
        );
        for words in ["", "#", "#12", "navy", "18, 67", "300, 0, 0", "1,2,3,4"] {
            assert_eq!(BrandColour::read(words), None, "{words}");
        }
        assert_eq!(BrandColour::read(&navy.to_string()), Some(navy));
    }

    #[test]
    fn what_is_no_png_is_no_logo() {
        assert_eq!(Logo::of_png(*b"GIF89a"), None);
        assert_eq!(Logo::of_png(*b"\x89PNG\r\n\x1a\n"), None);
        let head = |side: u32| {
            let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
            bytes.extend(side.to_be_bytes());
            bytes.extend(side.to_be_bytes());
            bytes
        };
        assert!(Logo::of_png(head(64)).is_some());
        assert_eq!(Logo::of_png(head(0)), None);
        assert_eq!(Logo::of_png(head(100_000)), None, "a bomb");
    }
}
