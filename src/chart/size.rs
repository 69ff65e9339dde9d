//! The sizes in which charts are made.

use std::str::FromStr;

/// The size of a chart, with the size of its text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChartSize {
    /// The width in points.
    pub width_pt: f32,
    /// The height in points.
    pub height_pt: f32,
    /// What the sizes of the theme's fonts are multiplied by.
    pub text_scale: f32,
    /// Whether the title stands over the chart; on a slide it may stand above all that is on it.
    pub has_title: bool,
}

impl ChartSize {
    /// A card on the screen, as in the Explore window.
    pub const CARD: Self = Self::of(846.0, 590.0, 1.0);
    /// A whole 16:9 slide, readable from the back of a chamber.
    pub const SLIDE: Self = Self::of(960.0, 540.0, 1.4);
    /// A whole 4:3 slide.
    pub const STANDARD_SLIDE: Self = Self::of(720.0, 540.0, 1.3);
    /// Half an upright A4 page, within its margins.
    pub const A4: Self = Self::of(482.0, 340.0, 0.8);
    /// A whole A4 page on its side, within its margins.
    pub const A4_LANDSCAPE: Self = Self::of(770.0, 510.0, 1.0);
    /// A square, for social media and posters.
    pub const SQUARE: Self = Self::of(640.0, 640.0, 1.15);

    /// A size of which nothing more is known: text is smaller on small charts.
    pub fn new(width_pt: f32, height_pt: f32) -> Self {
        let (width_pt, height_pt) = (width_pt.max(1.0), height_pt.max(1.0));
        let room = (width_pt / 560.0).min(height_pt / 380.0);
        Self::of(width_pt, height_pt, room.clamp(0.7, 1.0))
    }

    /// The same size with other text.
    #[must_use]
    pub const fn with_text_scale(self, text_scale: f32) -> Self {
        Self { text_scale, ..self }
    }

    /// The same size for a chart whose title stands elsewhere.
    #[must_use]
    pub const fn without_title(self) -> Self {
        Self {
            has_title: false,
            ..self
        }
    }

    const fn of(width_pt: f32, height_pt: f32, text_scale: f32) -> Self {
        Self {
            width_pt,
            height_pt,
            text_scale,
            has_title: true,
        }
    }
}

/// A size was asked for in words that are none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” is not a size. Give slide, a4-half, a4-landscape, square, card, or a width and height in points such as 800x450."
)]
pub struct NotASize(pub String);

impl FromStr for ChartSize {
    type Err = NotASize;

    /// Reads `slide`, `a4-half` (or `a4`), `a4-landscape`, `square`, `card` or `WIDTHxHEIGHT` in points (100 to 10,000).
    fn from_str(text: &str) -> Result<Self, NotASize> {
        let wanted = text.trim().to_ascii_lowercase();
        match wanted.as_str() {
            "slide" => return Ok(Self::SLIDE),
            "a4" | "a4-half" => return Ok(Self::A4),
            "a4-landscape" => return Ok(Self::A4_LANDSCAPE),
            "square" => return Ok(Self::SQUARE),
            "card" => return Ok(Self::CARD),
            _ => {}
        }
        let length = |part: &str| {
            part.trim()
                .parse::<f32>()
                .ok()
                .filter(|length| (100.0..=10_000.0).contains(length))
        };
        wanted
            .split_once(['x', '×'])
            .and_then(|(width, height)| Some(Self::new(length(width)?, length(height)?)))
            .ok_or_else(|| NotASize(String::from(text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_from_words() {
        assert_eq!("Slide".parse(), Ok(ChartSize::SLIDE));
        let own: ChartSize = "800x450".parse().unwrap();
        assert_eq!((own.width_pt, own.height_pt), (800.0, 450.0));
        for wrong in ["", "x", "800", "0x450", "800x-1", "NaNx450", "tall"] {
            assert!(wrong.parse::<ChartSize>().is_err(), "{wrong}");
        }
    }
}
