//! Widths of text in the bundled Inter, so that layout knows where every run ends.
//!
//! Both renderers shape text with the full rules of OpenType: egui's `epaint` through harfrust, resvg's
//! `usvg` through rustybuzz. Each adds up glyph advances in font units, with the pair kerning of the
//! font's `GPOS` table, and multiplies by size over units per em, without rounding or hinting of
//! advances. Inter as bundled has one `kern` feature, with one lookup of pairs, the same for every script
//! and language, and no ligatures; so advances plus pair kerning give the same widths as both shapers
//! (`tests/chart/text_widths.rs` compares them). The two known differences are outside what charts
//! write: `epaint` gives thin spaces (U+2009, U+202F) a width of its own, and places each run on whole
//! pixels, which moves a run but does not stretch it.

use std::sync::LazyLock;

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId};

use crate::base::typeface::{self, Weight};

/// A weight and a size of Inter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// The weight.
    pub weight: Weight,
    /// The size, in points per em.
    pub size_pt: f32,
}

impl Font {
    /// A font.
    pub const fn new(weight: Weight, size_pt: f32) -> Self {
        Self { weight, size_pt }
    }

    /// The same weight at another size.
    #[must_use]
    pub fn scaled(self, factor: f32) -> Self {
        Self::new(self.weight, self.size_pt * factor)
    }

    /// From the baseline to the top of the highest letters with accents.
    pub fn ascent(self) -> f32 {
        self.size_pt * 2728.0 / 2816.0
    }

    /// From the baseline to the bottom of the lowest letters.
    pub fn descent(self) -> f32 {
        self.size_pt * 680.0 / 2816.0
    }

    /// The height of capital letters and digits over the baseline.
    pub fn cap_height(self) -> f32 {
        self.size_pt * 2048.0 / 2816.0
    }

    /// From baseline to baseline of running text.
    pub fn line_height(self) -> f32 {
        self.size_pt * 1.3
    }
}

/// What can tell the width of a run of text, in points.
pub trait MeasureText {
    /// The width of one run on one line.
    fn width(&self, text: &str, font: Font) -> f32;
}

/// The bundled Inter.
#[derive(Debug)]
pub struct Inter {
    faces: [FaceMetrics; 4],
}

impl Inter {
    /// The metrics, read once from the bundled files.
    pub fn bundled() -> &'static Self {
        static INTER: LazyLock<Inter> = LazyLock::new(|| Inter {
            faces: Weight::ALL.map(|weight| FaceMetrics::read(typeface::bytes(weight))),
        });
        &INTER
    }
}

impl MeasureText for Inter {
    fn width(&self, text: &str, font: Font) -> f32 {
        let [regular, medium, semi_bold, bold] = &self.faces;
        let face = match font.weight {
            Weight::Regular => regular,
            Weight::Medium => medium,
            Weight::SemiBold => semi_bold,
            Weight::Bold => bold,
        };
        face.width_per_em(text) * font.size_pt
    }
}

/// The characters from space to tilde, whose advances and pairs are looked up without the font file.
const FIRST: u32 = 0x20;
const COMMON: usize = 0x5F;

/// The advances of one font file, in font units.
#[derive(Debug)]
struct FaceMetrics {
    face: Option<Face<'static>>,
    units_per_em: f32,
    advances: Vec<i16>,
    kerning: Vec<i16>,
}

impl FaceMetrics {
    fn read(bytes: &'static [u8]) -> Self {
        let face = Face::parse(bytes, 0).ok();
        let mut metrics = Self {
            units_per_em: face
                .as_ref()
                .map_or(1.0, |face| f32::from(face.units_per_em())),
            face,
            advances: Vec::new(),
            kerning: Vec::new(),
        };
        let glyphs: Vec<GlyphId> = (FIRST..)
            .take(COMMON)
            .filter_map(char::from_u32)
            .map(|c| metrics.glyph(c))
            .collect();
        metrics.advances = glyphs.iter().map(|glyph| metrics.advance(*glyph)).collect();
        metrics.kerning = glyphs
            .iter()
            .flat_map(|left| glyphs.iter().map(move |right| (*left, *right)))
            .map(|(left, right)| metrics.pair(left, right))
            .collect();
        metrics
    }

    /// The width of a run, in ems.
    fn width_per_em(&self, text: &str) -> f32 {
        let mut units: i32 = 0;
        let mut previous: Option<char> = None;
        for c in text.chars().filter(|c| !is_combining(*c)) {
            units += i32::from(self.char_advance(c));
            if let Some(left) = previous {
                units += i32::from(self.char_pair(left, c));
            }
            previous = Some(c);
        }
        #[expect(
            clippy::cast_precision_loss,
            reason = "a line of text is far shorter than 2^24 font units"
        )]
        let units = units as f32;
        units / self.units_per_em
    }

    fn char_advance(&self, c: char) -> i16 {
        match common_index(c).and_then(|index| self.advances.get(index)) {
            Some(advance) => *advance,
            None => self.advance(self.glyph(c)),
        }
    }

    fn char_pair(&self, left: char, right: char) -> i16 {
        let common = common_index(left)
            .zip(common_index(right))
            .and_then(|(left, right)| self.kerning.get(left * COMMON + right));
        match common {
            Some(kerning) => *kerning,
            None => self.pair(self.glyph(left), self.glyph(right)),
        }
    }

    /// The glyph of a character; that of a missing character where the font has none.
    fn glyph(&self, c: char) -> GlyphId {
        self.face
            .as_ref()
            .and_then(|face| face.glyph_index(c))
            .unwrap_or(GlyphId(0))
    }

    fn advance(&self, glyph: GlyphId) -> i16 {
        self.face
            .as_ref()
            .and_then(|face| face.glyph_hor_advance(glyph))
            .and_then(|advance| i16::try_from(advance).ok())
            .unwrap_or(0)
    }

    /// The kerning between two glyphs: the first subtable that knows the pair decides.
    fn pair(&self, left: GlyphId, right: GlyphId) -> i16 {
        let Some(table) = self.face.as_ref().and_then(|face| face.tables().gpos) else {
            return 0;
        };
        table
            .lookups
            .into_iter()
            .flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable<'_>>())
            .filter_map(|subtable| match subtable {
                PositioningSubtable::Pair(pairs) => Some(pairs),
                _ => None,
            })
            .find_map(|pairs| pair_advance(&pairs, left, right))
            .unwrap_or(0)
    }
}

/// What one subtable says of a pair, if anything.
fn pair_advance(pairs: &PairAdjustment<'_>, left: GlyphId, right: GlyphId) -> Option<i16> {
    let (first, _) = match pairs {
        PairAdjustment::Format1 { coverage, sets } => sets.get(coverage.get(left)?)?.get(right)?,
        PairAdjustment::Format2 {
            coverage,
            classes,
            matrix,
        } => {
            coverage.get(left)?;
            matrix.get((classes.0.get(left), classes.1.get(right)))?
        }
    };
    Some(first.x_advance)
}

fn common_index(c: char) -> Option<usize> {
    let index = usize::try_from(u32::from(c).checked_sub(FIRST)?).ok()?;
    (index < COMMON).then_some(index)
}

/// Whether a character stands over another without a width of its own, or is not drawn at all.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_as_wide_as_each_other_and_pairs_are_kerned() {
        let inter = Inter::bundled();
        let font = Font::new(Weight::Regular, 100.0);
        let one = inter.width("1111", font);
        assert!((one - inter.width("4807", font)).abs() < 1e-3);
        let apart = inter.width("T", font) + inter.width("o", font);
        assert!(inter.width("To", font) < apart - 1.0, "kerned");
        assert!(
            (inter.width("e\u{301}", font) - inter.width("é", font)).abs() < 1e-3,
            "accents have no width of their own"
        );
    }
}
