//! Where things stand on a slide: the places of each layout, in points and in the units of the file.

use super::deck::{DeckSize, SlideLayout};

/// The units of the file to the point.
pub const EMU_PER_POINT: f32 = 12_700.0;

/// A rectangle on a slide, in points from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// From the left edge of the slide.
    pub left_pt: f32,
    /// From the upper edge of the slide.
    pub top_pt: f32,
    /// Its width.
    pub width_pt: f32,
    /// Its height.
    pub height_pt: f32,
}

impl Frame {
    /// A rectangle.
    pub const fn new(left_pt: f32, top_pt: f32, width_pt: f32, height_pt: f32) -> Self {
        Self {
            left_pt,
            top_pt,
            width_pt,
            height_pt,
        }
    }

    /// The largest rectangle of another shape in its middle.
    #[must_use]
    pub fn fitted(self, width: f32, height: f32) -> Self {
        let scale = (self.width_pt / width.max(1.0)).min(self.height_pt / height.max(1.0));
        let (width_pt, height_pt) = (width * scale, height * scale);
        Self {
            left_pt: self.left_pt + (self.width_pt - width_pt) / 2.0,
            top_pt: self.top_pt + (self.height_pt - height_pt) / 2.0,
            width_pt,
            height_pt,
        }
    }
}

/// A length in the units of the file.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a length on a slide is far within the range, and what is not a number becomes nought"
)]
pub fn emu(points: f32) -> i64 {
    (points * EMU_PER_POINT).round() as i64
}

/// A place of a layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// Under the title: what is measured, of whom, where and when.
    Subtitle,
    /// The one chart, table or picture.
    Main,
    /// Base, source and cautions.
    Footnote,
    /// Text.
    Body,
    /// The message of the chart on the left.
    LeftMessage,
    /// The chart on the left.
    Left,
    /// Base, source and cautions of the chart on the left.
    LeftFootnote,
    /// The message of the chart on the right.
    RightMessage,
    /// The chart on the right.
    Right,
    /// Base, source and cautions of the chart on the right.
    RightFootnote,
}

/// What a place of a layout looks like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SlotLook {
    /// The size of its text, in points.
    pub text_pt: f32,
    /// Whether its text is that of asides.
    pub is_secondary: bool,
    /// Whether its text is bold.
    pub is_bold: bool,
    /// Whether it holds text alone, not charts, tables and pictures.
    pub is_text: bool,
    /// What a person who makes a new slide reads in it.
    pub prompt: &'static str,
}

impl Slot {
    /// The number by which slides find it in their layout.
    pub const fn index(self) -> u32 {
        match self {
            Self::Subtitle => 10,
            Self::Main => 11,
            Self::Footnote => 12,
            Self::Body => 13,
            Self::LeftMessage => 14,
            Self::Left => 15,
            Self::LeftFootnote => 16,
            Self::RightMessage => 17,
            Self::Right => 18,
            Self::RightFootnote => 19,
        }
    }

    /// What it looks like.
    pub const fn look(self) -> SlotLook {
        let (text_pt, is_secondary, is_bold, is_text, prompt) = match self {
            Self::Subtitle => (16.0, true, false, true, "What is measured, where and when"),
            Self::Main | Self::Left | Self::Right => (14.0, false, false, false, "Chart or table"),
            Self::Footnote => (11.0, true, false, true, "Base and source"),
            Self::LeftFootnote | Self::RightFootnote => {
                (10.0, true, false, true, "Base and source")
            }
            Self::Body => (20.0, false, false, true, "Text"),
            Self::LeftMessage | Self::RightMessage => (16.0, false, true, true, "Message"),
        };
        SlotLook {
            text_pt,
            is_secondary,
            is_bold,
            is_text,
            prompt,
        }
    }
}

/// The margin left and right of everything.
const MARGIN: f32 = 43.0;
/// Between two charts.
const GUTTER: f32 = 30.0;

impl SlideLayout {
    /// Its places, in the order in which they are read.
    pub const fn slots(self) -> &'static [Slot] {
        match self {
            Self::Title | Self::Section => &[Slot::Subtitle],
            Self::Chart => &[Slot::Subtitle, Slot::Main, Slot::Footnote],
            Self::TwoCharts => &[
                Slot::LeftMessage,
                Slot::Left,
                Slot::LeftFootnote,
                Slot::RightMessage,
                Slot::Right,
                Slot::RightFootnote,
            ],
            Self::Text => &[Slot::Body, Slot::Footnote],
        }
    }

    /// Where its title stands.
    pub fn title_frame(self, size: DeckSize) -> Frame {
        let width = size.width_pt() - 2.0 * MARGIN;
        match self {
            Self::Title | Self::Section => Frame::new(MARGIN, 170.0, width, 110.0),
            Self::Chart | Self::Text => Frame::new(MARGIN, 22.0, width, 74.0),
            Self::TwoCharts => Frame::new(MARGIN, 22.0, width, 60.0),
        }
    }

    /// The size of its title, in points.
    pub const fn title_pt(self) -> f32 {
        match self {
            Self::Title => 40.0,
            Self::Section => 36.0,
            Self::Chart | Self::Text => 28.0,
            Self::TwoCharts => 24.0,
        }
    }

    /// Where one of its places stands.
    pub fn frame(self, slot: Slot, size: DeckSize) -> Frame {
        let width = size.width_pt() - 2.0 * MARGIN;
        let half = (width - GUTTER) / 2.0;
        let right = MARGIN + half + GUTTER;
        match slot {
            Slot::Subtitle if matches!(self, Self::Title | Self::Section) => {
                Frame::new(MARGIN, 306.0, width, 90.0)
            }
            Slot::Subtitle => Frame::new(MARGIN, 98.0, width, 28.0),
            Slot::Main => Frame::new(MARGIN, 130.0, width, 330.0),
            Slot::Body => Frame::new(MARGIN, 112.0, width, 346.0),
            Slot::Footnote => Frame::new(MARGIN, 470.0, width - 240.0, 58.0),
            Slot::LeftMessage => Frame::new(MARGIN, 88.0, half, 48.0),
            Slot::Left => Frame::new(MARGIN, 140.0, half, 300.0),
            Slot::LeftFootnote => Frame::new(MARGIN, 444.0, half, 62.0),
            Slot::RightMessage => Frame::new(right, 88.0, half, 48.0),
            Slot::Right => Frame::new(right, 140.0, half, 300.0),
            Slot::RightFootnote => Frame::new(right, 444.0, half, 62.0),
        }
    }
}

/// Where the words at the foot of every slide stand.
pub fn footer_frame(size: DeckSize) -> Frame {
    Frame::new(size.width_pt() - MARGIN - 230.0, 508.0, 190.0, 20.0)
}

/// Where the logo stands: at the right over the words at the foot, or, where a chart has its words there, at the
/// left beside them.
pub fn logo_frame(layout: SlideLayout, size: DeckSize) -> Frame {
    match layout {
        SlideLayout::TwoCharts => Frame::new(MARGIN, 508.0, 150.0, 22.0),
        _ => Frame::new(size.width_pt() - MARGIN - 200.0, 470.0, 200.0, 28.0),
    }
}

/// Where the number of every slide stands.
pub fn number_frame(size: DeckSize) -> Frame {
    Frame::new(size.width_pt() - MARGIN - 36.0, 508.0, 36.0, 20.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_stands_on_anything_else_or_off_the_slide() {
        for size in [DeckSize::Wide, DeckSize::Standard] {
            for layout in SlideLayout::ALL {
                let mut frames = vec![
                    layout.title_frame(size),
                    footer_frame(size),
                    number_frame(size),
                    logo_frame(layout, size),
                ];
                frames.extend(layout.slots().iter().map(|slot| layout.frame(*slot, size)));
                for (place, frame) in frames.iter().enumerate() {
                    assert!(frame.left_pt + frame.width_pt <= size.width_pt());
                    assert!(frame.top_pt + frame.height_pt <= size.height_pt());
                    for other in frames.iter().skip(place + 1) {
                        let apart = frame.left_pt + frame.width_pt <= other.left_pt
                            || other.left_pt + other.width_pt <= frame.left_pt
                            || frame.top_pt + frame.height_pt <= other.top_pt
                            || other.top_pt + other.height_pt <= frame.top_pt;
                        assert!(apart, "{layout:?}: {frame:?} and {other:?}");
                    }
                }
            }
        }
    }
}
