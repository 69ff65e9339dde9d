//! Whether text fits its place on a slide, and how much smaller it has to be. Widths are those of the bundled
//! typeface, which is a little wider than what presentations are written in.

use super::place::Frame;
use crate::base::typeface::Weight;
use crate::chart::text_metrics::{Font, Inter, MeasureText as _};

/// From line to line, in sizes of the text.
const LINE: f32 = 1.2;
/// The scales that are tried, in hundredths of per cent, as PowerPoint writes them.
const SCALES: [u16; 8] = [100, 92, 85, 77, 70, 62, 55, 50];

/// The scale in per cent at which paragraphs fit a frame; the smallest where none does.
pub fn scale(paragraphs: &[String], size_pt: f32, is_bold: bool, frame: Frame) -> u16 {
    let fits = |scale: u16| {
        let size = size_pt * f32::from(scale) / 100.0;
        let lines: u16 = paragraphs
            .iter()
            .map(|text| lines(text, size, is_bold, frame.width_pt))
            .fold(0, u16::saturating_add);
        f32::from(lines) * LINE * size <= frame.height_pt
    };
    let [.., smallest] = SCALES;
    SCALES
        .into_iter()
        .find(|scale| fits(*scale))
        .unwrap_or(smallest)
}

/// The lines that a paragraph takes.
fn lines(text: &str, size_pt: f32, is_bold: bool, width_pt: f32) -> u16 {
    let mut lines = 1_u16;
    let mut held = 0.0;
    let space = width(" ", size_pt, is_bold);
    for word in text.split_whitespace() {
        let word = width(word, size_pt, is_bold);
        if held > 0.0 && held + space + word > width_pt {
            lines = lines.saturating_add(1);
            held = word;
        } else {
            held += if held > 0.0 { space + word } else { word };
        }
    }
    lines
}

/// The width of text on one line, in points.
pub fn width(text: &str, size_pt: f32, is_bold: bool) -> f32 {
    let weight = if is_bold {
        Weight::Bold
    } else {
        Weight::Regular
    };
    Inter::bundled().width(text, Font::new(weight, size_pt))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_becomes_smaller_and_short_text_stays() {
        let frame = Frame::new(0.0, 0.0, 400.0, 58.0);
        let text = |words: usize| vec!["confidence ".repeat(words)];
        assert_eq!(scale(&text(10), 11.0, false, frame), 100);
        let long = scale(&text(50), 11.0, false, frame);
        assert!((50..100).contains(&long), "{long}");
        assert_eq!(scale(&text(5000), 11.0, false, frame), 50);
    }
}
